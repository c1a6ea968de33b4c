"""What stands around the told place, and the style that a text is written in.

Invariant: a style is applied to the text and to its answer alike; marks in the code stay.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.functions.python_functions import draw_function
from lib.engine.adapter.tasks.library import patterns_for
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.slots import Slots

_LONGEST = 900
"""Longest text that others are added to, characters: people try these edits on short texts."""


def surround(context: Context, language: str, pieces: list[str]) -> list[str]:
    """Return these pieces among others, as many as the wanted size takes, in drawn order."""
    pieces = list(pieces)
    while sum(map(len, pieces)) < min(context.size, _LONGEST) * 0.7:
        pieces.append(_draw_other(context, language))
    context.random.shuffle(pieces)
    return pieces


def _draw_other(context: Context, language: str) -> str:
    """Return a function that the edit is not about."""
    if language == "python" and context.chance(0.5):
        function = draw_function(context)
        return function.write(typed=context.chance(0.5), documented=context.chance(0.4))
    parts = [part for part in patterns_for(context, language) if not part.is_whole]
    body = Slots(context.random).fill(context.random.choice(parts).body)
    return _draw_other(context, language) if "import " in body or "«" in body else body


def draw_gap(context: Context, language: str) -> str:
    """Return what stands between two functions."""
    return "\n\n\n" if language == "python" and context.chance(0.7) else "\n\n"


def restyle(context: Context, language: str, code: str) -> str:
    """Write the code, marks and all, in one of the styles that people use."""
    if context.chance(0.35) and "'" not in code and '"""' not in code:
        code = code.replace('"', "'")
    return respace(context, language, code)


def respace(context: Context, language: str, code: str) -> str:
    """Write the code with the indentation and the semicolons of one style."""
    if language == "python" and context.chance(0.1):
        return re.sub(r"(?m)^ +", lambda match: match[0][: len(match[0]) // 2], code)
    is_wide = re.search(r"(?m)^\S.*[{[(]\n {4,}\S", code)
    if language != "python" and not is_wide and context.chance(0.25):
        code = re.sub(r"(?m)^ +", lambda match: match[0] * 2, code)
    if language != "python" and context.chance(0.2):
        code = re.sub(r"(?m);(?=\0|$)", "", code)
    return code
