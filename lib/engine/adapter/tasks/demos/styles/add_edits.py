"""One told style comes to a rule.

Invariant: it becomes the last declaration of the told rule, and nothing else changes.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.demos.styles import add_wordings as said
from lib.engine.adapter.tasks.demos.styles.naming import name_rule
from lib.engine.adapter.tasks.demos.styles.sheets import draw_sheet, end_lines
from lib.engine.adapter.tasks.demos.styles.values import VALUES
from lib.engine.adapter.tasks.demos.styles.wordings import REASONS
from lib.engine.adapter.tasks.demos.telling import capital, tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit


def add_told_style(context: Context) -> Edit | None:
    """Add one declaration as the last one of a rule; the request says what, where and that."""
    random, sheet = context.random, end_lines(draw_sheet(context))
    place = random.randrange(len(sheet.rules))
    rule = sheet.rules[place]
    name, value, things, deeds = random.choice(said.ADDITIONS)
    if name.startswith("background") and rule.value("background") is not None:
        return None
    if rule.value(name) is not None or (name == "list-style" and "list" not in rule.names[0]):
        return None
    value = value or random.choice(VALUES[name])
    # What is added is often there already, in another rule.
    if len(sheet.rules) > 1 and context.chance(0.6):
        i = random.choice([i for i in range(len(sheet.rules)) if i != place])
        if len(sheet.rules[i].declarations) < 6 and sheet.rules[i].value(name) is None:
            sheet = sheet.put(i, sheet.rules[i].put(name, value))
    target = name_rule(context, rule)
    twin = name_rule(context, random.choice([one for one in sheet.rules if one is not rule]))
    code = f"`{name}: {value}`"
    is_coded = context.chance(0.25)
    thing = code if is_coded else random.choice(things).format(v=value)
    deed = random.choice(said.CODED_DEEDS if is_coded else deeds)
    last = random.choice(said.LAST)
    request = tell(
        context, said.ADD, reasons=REASONS + said.ADD_REASONS, stays=said.ADD_STAYS,
        target=target, Target=capital(target), thing=thing, Thing=capital(thing), last=last,
        do=deed.format(t=target, v=value, c=code), twin=twin, Twin=capital(twin),
    )  # fmt: skip
    if last not in request:
        is_open = not request.endswith((".", "!", "?"))
        request += f", {last}" if is_open else " " + random.choice(said.LAST_SENTENCES)
    pair = sheet.write(), sheet.put(place, rule.put(name, value)).write()
    return make_edit(context, "add told style", request, "css", pair)
