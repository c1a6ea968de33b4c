"""Media queries get another width, and a rule inside another value.

Invariant: a container of the old width keeps it.
"""

from __future__ import annotations

from dataclasses import replace

from lib.engine.adapter.tasks.demos.pairs import breakpoint_wordings as wordings
from lib.engine.adapter.tasks.demos.pairs.framing import ask_politely
from lib.engine.adapter.tasks.demos.pairs.sheets import (
    Rule,
    change_value,
    draw_other_value,
    draw_queries,
    draw_rules,
    draw_style,
    name_selector,
)
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_WIDTHS = ("480px", "576px", "600px", "640px", "720px", "768px", "800px", "900px", "960px",
           "992px", "1024px", "1200px")  # fmt: skip
_CONTAINERS = (".container", ".wrap", ".content", ".page", "img", ".inner", "section")
_ORDINALS = ("first", "second", "third")


def change_breakpoint(context: Context) -> Edit | None:
    """Change the width of all the media queries or of the told one; containers keep theirs."""
    random, style = context.random, draw_style(context)
    rules, _ = draw_rules(context)
    rules = rules[: 2 + context.size // 250]
    old, new = random.sample(_WIDTHS, 2)
    queries = draw_queries(context, rules, old)
    if context.chance(0.75):
        rules.insert(random.randrange(2), Rule(random.choice(_CONTAINERS), (("max-width", old),)))
    told = random.randrange(len(queries))
    every = len(queries) > 1 and context.chance(0.5)
    place = f"the {_ORDINALS[told]} media query" if len(queries) > 1 else random.choice(
        ("the media query", "the @media block"))  # fmt: skip
    phrases = wordings.BREAK_EVERY if every else wordings.BREAK_ONE
    values = {"old": old, "new": new} | ({} if every else {"place": place})
    parts, answer = [context.say(phrases, **values)], list(queries)
    if context.chance(0.5):
        inner = list(queries[told].inner)
        at = random.randrange(len(inner))
        name, before = random.choice(inner[at].entries)
        value = draw_other_value(context, before)
        if " " in before or value == before:
            return None
        selector = name_selector(context, inner[at].selector)
        inner[at] = change_value(inner[at], name, value)
        answer[told] = replace(queries[told], inner=tuple(inner))
        parts.append(context.say(wordings.INNER, property=name, rule=selector, value=f"`{value}`",
                                 place=place))  # fmt: skip
    for number, query in enumerate(answer):
        if every or number == told:
            answer[number] = replace(query, selector=query.selector.replace(old, new))
    request = ask_politely(context, parts, wordings.BREAK_REASONS, wordings.BREAK_STAYS, old=old)
    pair = style.write(rules + queries), style.write(rules + answer)
    return make_edit(context, "change breakpoint", request, "css", pair)
