"""How a change of a script is told, and the edit that comes of it.

Invariant: a request never begins with a bare name in lower case, which a sentence would change.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.library import DOCUMENT_NAMES
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit, Text


def say(context: Context, phrases: Phrases, **values: str) -> str:
    """Return a request. A name that it begins with is marked."""
    request = context.say(phrases, **values)
    start = re.match(r"(?!the |an? )[a-z][\w.$()]*", request)
    if start and any(request.startswith(value) for value in values.values() if value):
        return f"`{start[0]}`{request[start.end() :]}"
    return request


def joined(names: list[str]) -> str:
    """Return the names as a sentence lists them."""
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]


def make_edit(
    context: Context, kind: str, request: str, before: str, after: str, *, is_typed: bool
) -> Edit:
    """Return the edit of a script, which is called as people call one in its language."""
    language = "typescript" if is_typed else "javascript"
    noun = context.random.choice(DOCUMENT_NAMES[language])
    text = Text(body=before, language=language, noun=noun)
    return Edit(kind=kind, request=request, text=text, answer=after)
