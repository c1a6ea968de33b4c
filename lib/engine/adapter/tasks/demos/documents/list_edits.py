"""A person moves from one list of names to another.

Invariant: text and answer are written by the same function from lists before and after.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.demos.documents import list_wordings as wordings
from lib.engine.adapter.tasks.demos.documents.list_texts import LISTS
from lib.engine.adapter.tasks.demos.telling import capital, tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.words import FIRST_NAMES


def move_name(context: Context) -> Edit | None:
    """Move a person from one comma list to the end of another."""
    random = context.random
    source, target, *facts = random.choice(LISTS)
    names = random.sample(FIRST_NAMES, random.randrange(5, 11))
    cut = random.randrange(2, len(names) - 1)
    lists = {source: names[:cut], target: names[cut:]}
    name = random.choice(names[:cut])
    labels = [source, target] if context.chance(0.5) else [target, source]
    head, mark = random.choice(wordings.LIST_HEADS), random.choice(("{}: ", "**{}:** ", "- {}: "))
    others = random.sample(wordings.LIST_TAILS, random.randrange(3))
    after = [one.format(name=random.choice([name, *names])) for one in others]
    moved = {source: [one for one in names[:cut] if one != name], target: [*names[cut:], name]}

    def write(drawn: dict[str, list[str]]) -> str:
        lines = [mark.format(label) + ", ".join(drawn[label]) for label in labels]
        return "\n\n".join([head, "\n".join(lines), *after])

    fact = random.choice(facts).format(name=name)
    request = tell(context, wordings.MOVE, reasons=wordings.MOVE_REASONS,
                   stays=wordings.MOVE_STAYS, name=name, source=source, target=target,
                   fact=fact, Fact=capital(fact))  # fmt: skip
    language = "markdown" if "*" in mark else random.choice(("text", "email"))
    return make_edit(context, "move name", request, language, (write(lists), write(moved)))
