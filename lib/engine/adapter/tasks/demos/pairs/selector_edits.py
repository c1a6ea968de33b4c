"""A class of a style sheet gets another name; perhaps a block moves to the end.

Invariant: classes that begin alike keep their names.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lib.engine.adapter.tasks.demos.pairs import selector_wordings as wordings
from lib.engine.adapter.tasks.demos.pairs.framing import ask_politely
from lib.engine.adapter.tasks.demos.pairs.sheets import (
    Rule,
    draw_queries,
    draw_rules,
    draw_style,
)
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit


def rename_class(context: Context) -> Edit | None:
    """Rename a class but none that begins alike; perhaps move a block to the end of the sheet."""
    random, style = context.random, draw_style(context)
    rules, names = draw_rules(context)
    base, *others = names
    new = random.choice(others)
    twins = [r.selector for r in rules if re.match(re.escape(base) + r"[-\w]", r.selector)]
    if not twins or f".{new}" in style.write(rules):
        return None
    twin = twins[0]
    if context.chance(0.4):
        rules.insert(random.randrange(len(rules)), *draw_queries(context, rules, "700px")[:1])
    renamed = [_renamed(rule, base[1:], new) for rule in rules]
    mark = random.choice(("", "."))
    parts = [context.say(wordings.RENAME, old=context.coded(mark + base[1:]),
                         new=context.coded(mark + new))]  # fmt: skip
    answer = style.write(renamed)
    if context.chance(0.6):
        at = next((i for i, rule in enumerate(rules) if rule.inner), None)
        at = random.randrange(len(rules) - 1) if at is None else at
        selector = rules[at].selector
        if at == len(rules) - 1 or renamed[at].selector != selector:
            return None
        block = "the @media block" if rules[at].inner else f"the rule {context.coded(selector)}"
        rest = [*renamed[:at], *renamed[at + 1 :]]
        answer = style.write(rest) + "\n\n" + style.block(renamed[at])
        parts.append(context.say(wordings.MOVE, block=block))
    request = ask_politely(
        context, parts, wordings.RENAME_REASONS, wordings.RENAME_STAYS, twin=f"`{twin}`"
    )
    return make_edit(context, "rename class", request, "css", (style.write(rules), answer))


def _renamed(rule: Rule, old: str, new: str) -> Rule:
    selector = re.sub(rf"\.{re.escape(old)}(?![\w-])", f".{new}", rule.selector)
    return replace(
        rule, selector=selector, inner=tuple(_renamed(one, old, new) for one in rule.inner)
    )
