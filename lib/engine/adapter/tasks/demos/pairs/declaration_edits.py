"""The declarations of old scripts become modern ones.

Invariant: a variable becomes `let` exactly where it is assigned again.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.demos.pairs import declaration_wordings as wordings
from lib.engine.adapter.tasks.demos.pairs.framing import tell_pair
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit

_SCRIPTS = (
    "function ~verb~~Items~(~items~) {\n  @l total = 0;\n  @c rate = ~n~;\n"
    "  for (@l i = 0; i < ~items~.length; i++) {\n    total += ~items~[i].~field~ * rate;\n  }\n"
    "  return total;\n}",
    "function ~verb2~~Item~(~item~) {\n  @c label = ~item~.~field~.trim();\n  @l size = 1;\n"
    "  if (label.length > ~n~) {\n    size = 2;\n  }\n  return { label, size };\n}",
    "function ~verb3~Names(rows) {\n  @c names = [];\n  for (@c row of rows) {\n"
    "    names.push(row.~field2~);\n  }\n  return names.join(', ');\n}",
    "function ~verb4~~Other~(~other~) {\n  // ~other~ is an environment var\n"
    "  @l answer;\n  if (~other~.~field3~) {\n    answer = 'yes';\n  } else {\n"
    "    answer = 'no';\n  }\n  return answer;\n}",
    "function ~verb5~Pages(first) {\n  @l page = first;\n  @c pages = [];\n"
    "  while (page) {\n    pages.push(page.~field4~);\n    page = page.next;\n  }\n"
    "  return pages;\n}",
    "function ~verb6~~Others~(~others~) {\n  @c counts = {};\n  @l best = null;\n"
    "  ~others~.forEach(function (one) {\n    @c key = one.~field5~;\n"
    "    counts[key] = (counts[key] || 0) + 1;\n    if (!best || counts[key] > counts[best]) {\n"
    "      best = key;\n    }\n  });\n  return best;\n}",
    "function ~verb7~Text(text) {\n  @l left = text.length;\n  @c words = text.split(' ');\n"
    "  words.forEach(function (word) {\n    left -= word.length;\n  });\n  return left;\n}",
    "function ~verb8~Clock(start) {\n  @c now = new Date();\n  @c seconds = now - start;\n"
    "  @l text = seconds + ' s';\n  if (seconds < ~n2~) {\n    text = 'now';\n  }\n"
    "  return text;\n}",
)  # fmt: skip
"""Functions; @l is a variable that is assigned again, @c one that is not."""


def declare_properly(context: Context) -> Edit | None:
    """Turn var into let where the variable is assigned again, into const elsewhere."""
    random = context.random
    chosen = random.sample(_SCRIPTS, random.choice((1, 2, 2)))
    text = Slots(random).fill("\n\n".join(chosen))
    if context.chance(0.3):
        text = text.replace(";\n", "\n")
    if context.chance(0.3):
        text = text.replace("'", '"')
    if context.chance(0.3):
        text = text.replace("  ", "    ")
    functions = text.split("\n\n")
    told = random.randrange(len(functions)) if context.chance(0.6) else None
    names = [re.findall(r"function (\w+)", one)[0] for one in functions]
    answer = [
        one.replace("@l ", "let ").replace("@c ", "const ") if told in (None, i) else one
        for i, one in enumerate(functions)
    ]
    pair = text, "\n\n".join(answer)
    source, after = (re.sub(r"@[lc] ", "var ", one) for one in pair)
    where = "in here" if told is None else f"in {context.coded(names[told])}"
    stays = list(wordings.DECLARE_STAYS)
    if told is not None and len(names) > 1:
        stays += [f"`{names[1 - told]}` stays as it is.", f"Leave {names[1 - told]} alone."] * 3
    request = tell_pair(context, [wordings.DECLARE], wordings.DECLARE_REASONS, stays, where=where)
    return make_edit(context, "declare properly", request, "javascript", (source, after))
