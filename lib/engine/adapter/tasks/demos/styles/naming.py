"""How people call a rule, one of its properties and a value.

Invariant: what is told leaves one rule and one property.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.demos.styles import property_wordings as said
from lib.engine.adapter.tasks.demos.styles.sheets import Rule
from lib.engine.adapter.tasks.demos.telling import capital
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.words import split_words

_BARE = frozenset(split_words("bold normal center underline uppercase italic left right pointer"))


def name_rule(context: Context, rule: Rule) -> str:
    """Return what the rule is called: in plain words, or by its selector."""
    random = context.random
    if context.chance(0.62):
        return random.choice(rule.names)
    mark = random.choice(("`", "`", '"', "'"))
    named = f"{mark}{rule.selector}{mark}"
    patterns = (
        "{0}",
        "{0}",
        "{0}",
        "{0}",
        "the {0} rule",
        "the rule for {0}",
        "the {1} rule",
        "rule {0}",
    )
    return random.choice(patterns).format(named, rule.selector)


def describe(
    context: Context, name: str, aspect: str, target: str, new: str = ""
) -> dict[str, str]:
    """Return the slots that tell a rule and one of its properties."""
    random = context.random
    short, longer, makes = said.ASPECTS[aspect]
    prop = random.choice(short) if context.chance(0.7) else f"`{name}`"
    what = f"the {prop} {random.choice(('of', 'in', 'of', 'for'))} {target}"
    if context.chance(0.5) and longer:
        what = random.choice(longer).format(t=target)
    if aspect.startswith("border ") and prop.startswith("`"):
        prop = short[0]
        what = f"the {prop} of {target}"
    made = f"{what} {show(context, new)}" if new else what
    patterns = said.MADE_VALUES.get((name, new)) or (makes if new != "none" else ())
    if patterns and new:
        made = random.choice(patterns).format(t=target, v=show(context, new))
    return {
        "target": target, "Target": capital(target), "prop": prop, "Prop": capital(prop),
        "what": what, "What": capital(what), "made": made,
    }  # fmt: skip


def show(context: Context, value: str) -> str:
    """Return a value as people write it: words that read oddly in a sentence are quoted."""
    is_plain = re.fullmatch(r"#?\w+(\.\w+)?%?", value) and (
        value not in ("none", "help", "wait", "default") or value in _BARE
    )
    if is_plain and context.chance(0.8):
        return value
    return context.random.choice(("`{}`", "`{}`", '"{}"', "'{}'")).format(value)
