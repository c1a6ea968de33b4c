"""One step of a ladder changes, beside other code with some of the same numbers.

Invariant: a result that is a word stands in no other part of the text; a number may.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from lib.engine.adapter.tasks.functions.ladder_drawing import draw_ladder
from lib.engine.adapter.tasks.functions.ladder_forms import Ladder, camel
from lib.engine.adapter.tasks.functions.ladder_steps import (
    StepChange,
    add_step,
    change_result,
    move_limit,
    remove_step,
)
from lib.engine.adapter.tasks.functions.surroundings import draw_gap, respace, surround
from lib.engine.adapter.tasks.functions.telling import finish
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_CHANGES: tuple[Callable[[Context, Ladder, list[str]], StepChange], ...] = (
    *(move_limit,) * 3, *(change_result,) * 2, remove_step, *(add_step,) * 2,
)  # fmt: skip


def edit_ladder(context: Context) -> Edit | None:
    """Change, remove or add one step of a ladder."""
    random = context.random
    language = random.choice(("python", "python", "javascript", "typescript"))
    ladder, spare = draw_ladder(context, language)
    change = random.choice(_CHANGES)(context, ladder, spare)
    if change is None:
        return None
    kind, request, rows = change
    pieces = ["{L}", *_draw_twins(context, language, ladder)]
    if context.chance(0.3):
        pieces = surround(context, language, pieces)
    elif context.chance(0.5):
        pieces.reverse()
    gap = draw_gap(context, language)
    rest = gap.join(pieces)
    if {result for _, result in ladder.rows} & {number for number, _ in ladder.rows}:
        return None
    if any(ladder.shown(result) in rest for _, result in ladder.rows if result[0].isalpha()):
        return None
    codes = (_write(language, one) for one in (ladder, replace(ladder, rows=rows)))
    both = "\0".join(rest.replace("{L}", code) for code in codes)
    if gap == "\n\n\n":
        both = re.sub(r"(?<!\n)\n\n(?=def)", gap, both)
    body, _, answer = respace(context, language, both).partition("\0")
    return finish(context, kind, request, language, (body, answer))


def _write(language: str, ladder: Ladder) -> str:
    """Return the code, in TypeScript with its types."""
    code = ladder.write()
    if language != "typescript":
        return code
    returns = "number" if ladder.rows[0][1][0].isdigit() else "string"
    return code.replace(f"({ladder.variable}) {{", f"({ladder.variable}: number): {returns} {{", 1)


def _draw_twins(context: Context, language: str, ladder: Ladder) -> list[str]:
    """Return other parts with some of the same numbers: data, and another ladder."""
    random, twins = context.random, []
    numbers = [number for number, _ in ladder.rows]
    if context.chance(0.5):
        data = random.sample([*numbers, str(random.randrange(1, 99))], min(3, len(numbers)))
        name = random.choice(("samples", "values", f"{ladder.variable} list", "examples"))
        items = f"[{', '.join(data)}]"
        if language == "python":
            twins.append(f"{name.replace(' ', '_')} = {items}")
        else:
            twins.append(f"const {camel(name)} = {items};")
    if context.chance(0.4):
        for _ in range(8):
            other, _ = draw_ladder(context, language)
            if other.what != ladder.what and other.variable != ladder.variable:
                twins.append(_write(language, other))
                break
    return twins
