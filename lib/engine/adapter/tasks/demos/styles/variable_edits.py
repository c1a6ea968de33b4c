"""Hard-coded values are taken from a variable.

Invariant: the request tells the value, the variable, and one rule or that all are meant.
"""

from __future__ import annotations

from dataclasses import replace

from lib.engine.adapter.tasks.demos.styles import variable_wordings as said
from lib.engine.adapter.tasks.demos.styles.naming import name_rule, show
from lib.engine.adapter.tasks.demos.styles.sheets import Rule, Sheet, add_twin, draw_sheet
from lib.engine.adapter.tasks.demos.styles.values import draw_value, exchange
from lib.engine.adapter.tasks.demos.styles.wordings import REASONS
from lib.engine.adapter.tasks.demos.telling import tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.words import split_words

_SIZED = frozenset(split_words("margin padding gap font-size border-radius height width"))
_COLOR_NAMES = ("accent", "brand", "ink", "primary", "main-color", "tone", "theme", "highlight")
_SIZE_NAMES = ("space", "gap", "step", "unit", "size-m", "gutter", "base-size", "rhythm")


def use_variable(context: Context) -> Edit | None:
    """Write `var(--name)` for a value that is hard-coded: in all rules, or in the told one."""
    random, sheet = context.random, draw_sheet(context)
    is_color = context.chance(0.65)
    found = [
        (place, name, part) for place, rule in enumerate(sheet.rules)
        for name, value in rule.declarations for part in value.split(" ")
        if (part in sheet.colors if is_color else name in _SIZED and part[0].isdigit())
    ]  # fmt: skip
    if not found:
        return None
    place, shared, value = random.choice(found)
    sheet, _ = add_twin(random, sheet, place, shared)
    rooted, name = _add_root(context, sheet, value, is_color=is_color)
    holders = [
        i for i, rule in enumerate(rooted.rules) if i and any(
            value in one.split(" ") for _, one in rule.declarations
        )
    ]  # fmt: skip
    is_one = context.chance(0.3)
    if len(holders) < 2 and (is_one or context.chance(0.85)):
        return None
    changed, after = [random.choice(holders)] if is_one else holders, rooted
    for i in changed:
        rule = rooted.rules[i]
        declarations = tuple(
            (key, exchange(one, value, f"var({name})")) for key, one in rule.declarations
        )
        after = after.put(i, replace(rule, declarations=declarations))
    target = name_rule(context, rooted.rules[changed[0]])
    request = tell(
        context, said.USE_IN if is_one else said.USE, reasons=REASONS + said.USE_REASONS,
        stays=said.USE_IN_STAYS if is_one else said.USE_STAYS,
        value=show(context, value), name=f"`{name}`" if context.chance(0.6) else name,
        call=f"`var({name})`" if context.chance(0.6) else f"var({name})", target=target,
    )  # fmt: skip
    return make_edit(context, "use variable", request, "css", (rooted.write(), after.write()))


def _add_root(context: Context, sheet: Sheet, value: str, *, is_color: bool) -> tuple[Sheet, str]:
    """Return the sheet with a first rule of variables, and the name of the one of this value."""
    random = context.random
    colors, sizes = random.sample(_COLOR_NAMES, 2), random.sample(_SIZE_NAMES, 2)
    name = f"--{(colors if is_color else sizes)[0]}"
    more = [(f"--{colors[1]}", draw_value(random, "color", sheet.colors)),
            (f"--{sizes[1]}", draw_value(random, "padding", sheet.colors)),
            ("--font", draw_value(random, "font-family", sheet.colors))]  # fmt: skip
    chosen = [(name, value), *(one for one in more if one[1] != value and context.chance(0.6))]
    random.shuffle(chosen)
    root = Rule(selector=":root", names=("the root",), declarations=tuple(chosen))
    return replace(sheet, rules=(root, *sheet.rules)), name
