"""Told styles go: from one rule, from all rules, or the twin with a vendor prefix.

Invariant: the request tells one rule and one property, or says that all are meant.
"""

from __future__ import annotations

from dataclasses import replace

from lib.engine.adapter.tasks.demos.styles import remove_wordings as said
from lib.engine.adapter.tasks.demos.styles.naming import describe, name_rule
from lib.engine.adapter.tasks.demos.styles.property_wordings import ASPECTS
from lib.engine.adapter.tasks.demos.styles.sheets import Sheet, add_twin, draw_sheet, end_lines
from lib.engine.adapter.tasks.demos.styles.wordings import REASONS
from lib.engine.adapter.tasks.demos.telling import capital, tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_PREFIXED = (
    ("user-select", "none", "-webkit-"), ("appearance", "none", "-webkit-"),
    ("appearance", "none", "-moz-"), ("box-sizing", "border-box", "-moz-"),
    ("transition", "opacity 0.2s", "-webkit-"), ("transform", "scale(1.05)", "-ms-"),
    ("hyphens", "auto", "-webkit-"), ("backdrop-filter", "blur(4px)", "-webkit-"),
    ("box-shadow", "0 1px 3px gray", "-webkit-"), ("border-radius", "8px", "-moz-"),
    ("tab-size", "4", "-o-"), ("flex-wrap", "wrap", "-ms-"), ("user-select", "none", "-moz-"),
)  # fmt: skip


def remove_told_style(context: Context) -> Edit | None:
    """Delete a declaration of one rule, or of all rules, or the twin with a vendor prefix."""
    kind = context.random.random()
    if kind < 0.2:
        return _remove_prefixed(context)
    sheet = end_lines(draw_sheet(context, fewest=2))
    return _remove_everywhere(context, sheet) if kind < 0.38 else _remove_one(context, sheet)


def _remove_one(context: Context, sheet: Sheet) -> Edit | None:
    random = context.random
    place = random.randrange(len(sheet.rules))
    name, value = random.choice(sheet.rules[place].declarations)
    sheet, twin = add_twin(random, sheet, place, name)
    rule = sheet.rules[place]
    if twin is None or value in ("none", "normal"):
        return None
    target, other = name_rule(context, rule), name_rule(context, twin)
    slots = describe(context, name, name, target)
    prop = slots["prop"]
    # "Remove the margin" could also mean a margin of 0: the line, the setting is what goes.
    lines = [f"the {prop} {noun} of {target}" for noun in ("line", "setting", "declaration")]
    lines += [f"the line that sets the {prop} of {target}", f"the `{name}` in {target}",
              f"the declaration `{name}: {value}` in {target}"]  # fmt: skip
    if name in ("box-shadow", "border", "background"):
        lines += [f"the {name.removeprefix('box-')} of {target}"] * 3
    slots["what"] = random.choice(lines)
    slots["What"] = capital(slots["what"])
    del slots["made"]
    request = tell(
        context, said.REMOVE, reasons=REASONS + said.REMOVE_REASONS,
        stays=said.REMOVE_STAYS, twin=other, Twin=capital(other), **slots,
    )  # fmt: skip
    pair = sheet.write(), sheet.put(place, rule.drop(name)).write()
    return make_edit(context, "remove told style", request, "css", pair)


def _remove_everywhere(context: Context, sheet: Sheet) -> Edit | None:
    random = context.random
    name = random.choice([one for rule in sheet.rules for one, _ in rule.declarations])
    holders = [rule for rule in sheet.rules if rule.value(name) is not None]
    if len(holders) < 2 or any(len(rule.declarations) < 2 for rule in holders):
        return None
    left = sheet
    for i, rule in enumerate(sheet.rules):
        left = left.put(i, rule.drop(name))
    prop = random.choice((f"`{name}`", f"`{name}`", name, random.choice(ASPECTS[name][0])))
    request = tell(
        context, said.REMOVE_ALL, reasons=REASONS, stays=said.ALL_STAYS,
        prop=prop, Prop=capital(prop),
    )  # fmt: skip
    return make_edit(context, "remove told style", request, "css", (sheet.write(), left.write()))


def _remove_prefixed(context: Context) -> Edit | None:
    random, sheet = context.random, end_lines(draw_sheet(context))
    name, value, prefix = random.choice(_PREFIXED)
    place = random.randrange(len(sheet.rules))
    if any(rule.value(name) is not None for rule in sheet.rules) and context.chance(0.9):
        return None
    rule = sheet.rules[place].drop(name)
    twins = [(prefix + name, value), (name, value)]
    at = random.randrange(len(rule.declarations) + 1)
    declarations = (*rule.declarations[:at], *twins, *rule.declarations[at:])
    rule = replace(rule, declarations=declarations)
    sheet = sheet.put(place, rule)
    target, full = name_rule(context, rule), random.choice((f"`{prefix}{name}`", prefix + name))
    request = tell(
        context, said.UNPREFIX, reasons=REASONS, stays=said.UNPREFIX_STAYS,
        target=target, full=full, name=f"`{name}`", prefix=f"`{prefix}`",
    )  # fmt: skip
    pair = sheet.write(), sheet.put(place, rule.drop(prefix + name)).write()
    return make_edit(context, "remove told style", request, "css", pair)
