"""One told style gets another value.

Invariant: the request tells one rule and one property, and no other declaration changes.
"""

from __future__ import annotations

from random import Random

from lib.engine.adapter.tasks.demos.styles import change_wordings as said
from lib.engine.adapter.tasks.demos.styles.naming import describe, name_rule, show
from lib.engine.adapter.tasks.demos.styles.sheets import add_twin, draw_sheet
from lib.engine.adapter.tasks.demos.styles.values import VALUES, exchange, other_color
from lib.engine.adapter.tasks.demos.styles.wordings import REASONS
from lib.engine.adapter.tasks.demos.telling import capital, tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit


def change_told_style(context: Context) -> Edit | None:
    """Set one property of one rule to another value; like ones in other rules stay."""
    random, sheet = context.random, draw_sheet(context)
    place = random.randrange(len(sheet.rules))
    name = random.choice([one for one, _ in sheet.rules[place].declarations])
    sheet, twin = add_twin(random, sheet, place, name)
    rule = sheet.rules[place]
    aspect, old, new = _draw_change(random, name, rule.value(name) or "")
    if twin is None or old == new:
        return None
    changed = rule.put(name, exchange(rule.value(name) or "", old, new))
    kept = twin.value(name) or ""
    if aspect in ("border width", "border colour"):
        kept = _split_border(kept)[aspect == "border colour"]
    target, other = name_rule(context, rule), name_rule(context, twin)
    values = describe(context, name, aspect, target, new)
    phrases = said.CHANGE
    all_values = " ".join(value for _, value in rule.declarations).split()
    if all_values.count(old) == 1 and old not in ("none", "normal") and context.chance(0.2):
        phrases = said.EXCHANGE
    request = tell(
        context, phrases, reasons=REASONS + said.CHANGE_REASONS, stays=said.CHANGE_STAYS,
        old=show(context, old), new=show(context, new), kept=show(context, kept),
        twin=other, Twin=capital(other), **values,
    )  # fmt: skip
    pair = sheet.write(), sheet.put(place, changed).write()
    return make_edit(context, "change told style", request, "css", pair)


def _draw_change(random: Random, name: str, value: str) -> tuple[str, str, str]:
    """Return what is changed of a property, and its old and new value."""
    if name == "border":
        width, color = _split_border(value)
        if random.random() < 0.5:
            widths = [one for one in ("1px", "2px", "3px", "4px", "5px", "6px") if one != width]
            return "border width", width, random.choice(widths)
        return "border colour", color, other_color(random, color)
    if name in ("color", "background", "background-color"):
        return name, value, other_color(random, value)
    new = random.choice([one for one in VALUES[name] if one != value])
    return name, value, new


def _split_border(value: str) -> tuple[str, str]:
    width, _, color = value.split()
    return width, color
