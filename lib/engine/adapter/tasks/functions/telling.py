"""How a request names functions and code, and the edit that it becomes.

Invariant: no text has two top-level functions or classes of one name, so a name tells one place.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_HEAD = re.compile(r"(?m)^(?:async |export |default )*(?:def|class|function) (\w+)")
_SEVERAL_SENTENCES = re.compile(r"^[a-z](?=[^?!\n]*\. [A-Z])")


def defined_names(code: str) -> list[str]:
    """Return the names of the functions and classes at the top level, in their order."""
    return _HEAD.findall(code)


def finish(
    context: Context, kind: str, request: str, language: str, bodies: tuple[str, str]
) -> Edit | None:
    """Return the edit, or None where two parts have one name or nothing changes."""
    names = defined_names(bodies[0])
    if len(set(names)) != len(names):
        return None
    request = _SEVERAL_SENTENCES.sub(lambda match: match[0].upper(), request)
    return make_edit(context, kind, request, language, bodies)


def name_function(context: Context, name: str) -> str:
    """Return the function's name as people write it, often with the word."""
    shown = context.coded(context.random.choice((name, name, f"{name}()")))
    return context.random.choice((shown, f"the function {shown}", f"the {shown} function"))


def quote_code(context: Context, code: str) -> str:
    """Return the code in backticks or quotes, never bare."""
    return context.coded(code, bare=0.0)


def quote(context: Context, text: str) -> str:
    """Return the text in some quotes, never bare."""
    return context.quoted(text, bare=0.0)
