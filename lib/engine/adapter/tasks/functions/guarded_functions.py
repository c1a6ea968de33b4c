"""Draws functions that check one condition after another before they do their work.

Invariant: the function takes what its conditions name, and no two of its conditions are alike.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.slots import Slots


class Guard(NamedTuple):
    """A condition of a function."""

    condition: str
    problem: str
    """What is wrong then."""
    further: str
    """A further condition that may join the first one."""


_GUARDS: tuple[tuple[str, str, str], ...] = (
    ("~item~ is None", "no ~item~ given", "not ~items~"),
    ("not ~item~.~field~", "the ~field~ is missing", "~item~.strict"),
    ("~item~.~field~ > ~n~", "the ~field~ is too large", "not ~item~.is_admin"),
    ("len(~items~) == 0", "no ~items~ left", "not allow_empty"),
    ('"@" not in ~item~.email', "the e-mail address is wrong", "~item~.email"),
    ("~item~.is_locked", "the ~item~ is locked", "~item~.owner != user"),
    ("~item~.name in ~items~", "the name is taken", "not overwrite"),
    ("amount < 0", "the amount is negative", "not refund"),
    ("amount > ~item~.balance", "not enough money", "not ~item~.overdraft"),
    ('user.role != "admin"', "admins only", 'user.role != "owner"'),
    ('~item~.status == "closed"', "the ~item~ is closed", "not force"),
    ("not path.exists()", "no such file", "not create"),
    ("retries > ~digit~", "too many retries", "not dry_run"),
    ("isinstance(~item~, str)", "text is not supported", "strict"),
    ("user.age < ~teen~", "too young", "not user.has_permission"),
    ("~item~.expires < today", "the ~item~ has expired", "not ~item~.renewable"),
)  # fmt: skip
"""(condition, what is wrong, a further condition)."""
_RESULTS = ("None", "False", "-1", '""', "[]", "{}", "0")
_NAMES = ("~verb~_~item~", "check_~item~", "~verb~_~adj~_~item~", "can_~verb~")
_ENDS = ("return True", "return ~verb~(~item~)", "return ~item~.~verb2~()",
         "~item~.~verb2~()\n    return ~item~", "log.append(~item~)", "~item~.save()")  # fmt: skip
_ARGUMENTS = ("~item~", "~items~", "user", "amount", "path", "today", "retries")
"""What the conditions can name."""


def draw_guards(context: Context, word: str) -> tuple[str, str, list[Guard]]:
    """Return the code of a function of several guards, its name, and the guards.

    The word is what a guard does: `return`, or what it calls with the problem.
    """
    slots, random = Slots(context.random), context.random
    count = random.randrange(2, 4) + (context.size > 600)
    guards = [Guard(*map(slots.fill, row)) for row in random.sample(_GUARDS, count)]
    lines, returned = [], random.choice(_RESULTS)
    for guard in guards:
        if word == "return" and context.chance(0.3):
            returned = random.choice(_RESULTS)
        action = f"return {returned}" if word == "return" else f'{word}("{guard.problem}")'
        lines += [f"    if {guard.condition}:", f"        {action}"]
        if word != "return" and context.chance(0.4):
            lines.append(f"        return {returned}")
    code = "\n".join(lines)
    used = _used(slots, code)
    name = slots.fill(random.choice(_NAMES))
    end = slots.fill(random.choice(_ENDS))
    named = (*used, slots.value("items"), "user")
    flags = dict.fromkeys(root(guard.further) for guard in guards)
    used += [f"{flag}=False" for flag in flags if flag not in named and context.chance(0.6)]
    return f"def {name}({', '.join(used)}):\n{code}\n    {end}", name, guards


def _used(slots: Slots, code: str) -> list[str]:
    """Return the arguments that the code names, and always the item."""
    known = [slots.fill(one) for one in _ARGUMENTS]
    used = [one for one in known if re.search(rf"(?<![.\w]){one}\b", code)]
    item = slots.value("item")
    return used if item in used else [item, *used]


def root(condition: str) -> str:
    """Return the name that a condition starts with."""
    return re.split(r"\W", condition.removeprefix("not "))[0]
