"""Two rules of a style sheet get declarations, or another value.

Invariant: a third rule, much like the told ones, stays.
"""

from __future__ import annotations

from dataclasses import replace

from lib.engine.adapter.tasks.demos.pairs import rule_wordings as wordings
from lib.engine.adapter.tasks.demos.pairs.framing import ask_politely
from lib.engine.adapter.tasks.demos.pairs.sheets import (
    change_value,
    draw_other_value,
    draw_rules,
    draw_style,
    name_selector,
)
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_NEW = (
    "cursor: pointer", "overflow: hidden", "text-transform: uppercase", "letter-spacing: 0.02em",
    "box-shadow: none", "user-select: none", "line-height: 1.5", "text-align: center",
    "font-weight: 600", "transition: all 0.2s", "display: flex", "position: relative",
    "z-index: 10", "box-sizing: border-box", "white-space: nowrap", "outline: none",
    "flex-wrap: wrap", "text-decoration: none", "font-style: italic", "visibility: visible",
)  # fmt: skip


def style_two_rules(context: Context) -> Edit | None:
    """Add declarations as the last ones of two rules, or add one and change one."""
    random, style = context.random, draw_style(context)
    rules, _ = draw_rules(context)
    i, j, k = random.sample(range(len(rules)), 3)
    first, second = (random.choice(_NEW).split(": ") for _ in "ab")
    form = random.random()
    new = list(rules)
    names = {place: name_selector(context, rules[place].selector) for place in (i, j, k)}
    declarations = [context.coded(": ".join(pair) + random.choice(("", ";"))) for pair in
                    (first, second)]  # fmt: skip
    new[i] = replace(rules[i], entries=(*rules[i].entries, (first[0], first[1])))
    parts = [context.say(wordings.ADD, declaration=declarations[0], rule=names[i])]
    if form < 0.35:
        new[j] = replace(rules[j], entries=(*rules[j].entries, (first[0], first[1])))
        parts = [context.say(wordings.ADD_SAME, declaration=declarations[0], first=names[i],
                             second=names[j])]  # fmt: skip
    elif form < 0.6:
        new[j] = replace(rules[j], entries=(*rules[j].entries, (second[0], second[1])))
        parts.append(context.say(wordings.ADD, declaration=declarations[1], rule=names[j]))
    elif form < 0.85:
        name, old = random.choice(rules[j].entries)
        value = draw_other_value(context, old)
        if " " in old or value == old:
            return None
        new[j] = change_value(rules[j], name, value)
        change = context.say(
            wordings.CHANGE, property=name, rule=names[j], old=f"`{old}`", new=f"`{value}`"
        )
        parts.insert(random.randrange(2), change)
    request = ask_politely(context, parts, wordings.TWO_REASONS, wordings.TWO_STAYS, twin=names[k])
    return make_edit(
        context, "style two rules", request, "css", (style.write(rules), style.write(new))
    )
