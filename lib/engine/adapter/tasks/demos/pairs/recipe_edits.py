"""A recipe gets another amount of an ingredient, and a further one.

Invariant: an ingredient of the same amount stays.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.demos.pairs import prose_texts as texts
from lib.engine.adapter.tasks.demos.pairs import prose_wordings as wordings
from lib.engine.adapter.tasks.demos.pairs.prose_telling import draw_wanted, tell_prose
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_ITEMS = ("{a} {n}", "{n}: {a}", "{n}, {a}", "{a} of {n}", "{n} ({a})")


def change_recipe(context: Context) -> Edit | None:
    """Change the amount of one ingredient, and add one as the first or the last of the list."""
    random = context.random
    title, solids, liquids, step = random.choice(texts.RECIPES)
    solid, liquid = solids.split(), liquids.split()
    amounts = random.sample(range(50, 500, 25), 4)
    same = f"{amounts[0]} g"
    target, twin, *others = random.sample(solid, len(solid))
    drawn = [(same, target), (same, twin), (f"{amounts[1]} ml", random.choice(liquid))]
    drawn += [(f"{amounts[2]} g", others[0])] if context.chance(0.6) else []
    random.shuffle(drawn)
    change, add = draw_wanted(context)
    new = list(drawn)
    parts = []
    if change:
        amount = f"{amounts[3]} g"
        new = [(amount, n) if n == target else (a, n) for a, n in drawn]
        parts.append(context.say(wordings.AMOUNT, name=target, new=amount, old=same))
    if add:
        amount, name = random.choice(texts.EXTRAS)
        is_first = context.chance(0.5)
        new.insert(0 if is_first else len(new), (amount, name))
        end = ("last", "first")[is_first]
        side = random.choice((("at the end", "at the bottom"), ("at the start", "at the top"))
                             [is_first])  # fmt: skip
        parts.append(context.say(wordings.INGREDIENT, amount=amount, name=name, end=end, side=side))
    item, mark = random.choice(_ITEMS), random.choice(("-", "-", "*", "•", "+"))
    head = random.choice(("# {}\n\n", "{}\n\n", "## {}\n\n", "{}:\n")).format(title)
    foot = f"\n\n{random.choice(('Mix everything.', f'Start with the {target}.'))} {step}"
    pair = tuple(
        head + "\n".join(f"{mark} {item.format(a=a, n=n)}" for a, n in rows) + foot
        for rows in (drawn, new)
    )
    request = tell_prose(context, parts)
    return make_edit(context, "change recipe", request, "markdown", (pair[0], pair[1]))
