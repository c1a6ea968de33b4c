"""Makes an edit of a text before and after it.

Invariant: an edit changes its text.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.library import DOCUMENT_NAMES
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit, Text


def make_edit(
    context: Context, kind: str, request: str, language: str, pair: tuple[str, str]
) -> Edit | None:
    """Return the edit of the pair, source and answer; None where these are the same."""
    source, answer = pair
    if source == answer:
        return None
    noun = context.random.choice(DOCUMENT_NAMES[language])
    text = Text(body=source, language=language, noun=noun)
    return Edit(kind=kind, request=request, text=text, answer=answer)
