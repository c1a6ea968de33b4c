"""One entry of a list changes, comes, goes or moves, told as people speak of it.

Invariant: source and answer are two renderings in one style, so only what is told differs.
"""

from __future__ import annotations

import json

from lib.engine.adapter.tasks.demos.described import record_wordings as say
from lib.engine.adapter.tasks.demos.described.naming import joined, likeness, named
from lib.engine.adapter.tasks.demos.described.records import DrawnRecords
from lib.engine.adapter.tasks.demos.telling import capital, tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit


def update_record(context: Context) -> Edit | None:
    """Change one or two values of one entry; those of an entry with a like name stay."""
    random, drawn = context.random, DrawnRecords(context)
    index = random.randrange(len(drawn.records))
    old = drawn.records[index]
    fields = drawn.fields(old)
    fields = random.sample(fields, 1 if context.chance(0.55) else 2)
    new = dict(old)
    for field in fields:
        choices = [value for value in field.values if value != old[field.key]]
        new[field.key] = random.choice(choices)
    after = [*drawn.records[:index], new, *drawn.records[index + 1 :]]
    sign = random.choice((": ", " -> ", " = ", " "))
    request = tell(
        context, say.UPDATE, reasons=say.UPDATE_REASONS, stays=say.UPDATE_STAYS,
        name=named(context, drawn.name(old)), twin=drawn.twin(index),
        fact=joined([field.fact.format(new[field.key]) for field in fields]),
        change=joined([f"the {field.label} to {new[field.key]}" for field in fields]),
        pairs=", ".join(f"{field.label}{sign}{new[field.key]}" for field in fields),
        old=joined([f"{field.label} {old[field.key]}" for field in fields]),
        items=drawn.theme.items,
    )  # fmt: skip
    return drawn.edit(context, "update record", request, (drawn.records, after))


def drop_record(context: Context) -> Edit | None:
    """Remove the one entry that the name, a value or a piece of news points at."""
    random, drawn = context.random, DrawnRecords(context)
    index = random.choice([0, len(drawn.records) - 1, random.randrange(len(drawn.records))])
    old = drawn.records[index]
    name = drawn.name(old)
    what = named(context, name)
    unique = [
        field for field in drawn.fields(old)
        if [record[field.key] for record in drawn.records].count(old[field.key]) == 1
    ]  # fmt: skip
    if unique and context.chance(0.35):
        field = random.choice(unique)
        what = f"the entry with {field.fact.format(old[field.key])}"
    elif context.chance(0.15) and index in (0, len(drawn.records) - 1):
        what = f"the {'last' if index else 'first'} entry"
    gone = random.choice(drawn.theme.gone).format(name)
    request = tell(
        context,
        say.DROP_NEWS if context.chance(0.45) else say.DROP,
        reasons=say.DROP_REASONS, stays=say.DROP_STAYS,
        what=what, gone=gone, Gone=capital(gone), twin=drawn.twin(index),
        items=drawn.theme.items,
    )  # fmt: skip
    after = drawn.records[:index] + drawn.records[index + 1 :]
    return drawn.edit(context, "drop record", request, (drawn.records, after))


def append_record(context: Context) -> Edit | None:
    """Add an entry in the form of the others, at the end or right after a told one."""
    random, drawn = context.random, DrawnRecords(context)
    if drawn.theme.key == "day" or len(drawn.records) < 4:
        return None
    new, before = drawn.records[-1], drawn.records[:-1]
    index = len(before) if context.chance(0.5) else random.randrange(1, len(before))
    fields = drawn.fields(new)
    name = drawn.name(new)
    facts = [field.fact.format(new[field.key]) for field in fields]
    pairs = [f"{field.label} {new[field.key]}" for field in fields]
    entry = random.choice((
        f"{name} with {joined(facts)}", f"{name} ({', '.join(pairs)})",
        f"{drawn.theme.key} {name}, {', '.join(pairs)}", f"{name}, {', '.join(pairs)}",
    ))  # fmt: skip
    if index == len(before):
        place = random.choice(("at the end", "as the last entry", "at the very end"))
    else:
        near, far = drawn.name(before[index - 1]), drawn.name(before[index])
        place = random.choice((
            f"right after {near}", f"after {near}", f"directly behind {near}",
            f"between {near} and {far}", f"just before {far}",
        ))  # fmt: skip
    request = tell(
        context, say.APPEND, reasons=say.APPEND_REASONS, stays=say.APPEND_STAYS,
        entry=entry, Entry=capital(entry), place=place, Place=capital(place), name=name,
        items=drawn.theme.items, noun=drawn.theme.noun, first=drawn.name(before[0]),
    )  # fmt: skip
    return drawn.edit(
        context, "append record", request, (before, [*before[:index], new, *before[index:]])
    )


_LISTS = (
    ("Topics", "Select; Where; Group by; Having; Joins; Subqueries; Indexes; Views; Transactions"),
    ("Agenda", "Welcome; Budget; Staff news; Project news; Summer party; Questions; Next dates"),
    ("Steps", "Peel the onions; Peel the carrots; Boil the water; Salt the water; Add the rice; "
              "Stir slowly; Taste it; Serve it warm"),
    ("Stages", "checkout; install; lint; unit tests; integration tests; build; deploy; notify"),
    ("Stops", "Old Market; New Market; Town Hall; City Park; Park Street; Harbor; Museum; Zoo"),
    ("Chapters", "The Letter; The Journey; The Storm; The Return; Second Letter; The Trial; Home"),
    ("Packing", "tent; tent pegs; sleeping bag; water bottle; water filter; map; matches; rope"),
    ("Menu", "Home; News; Newsletter; Products; Product tests; Team; Contact; Imprint"),
    ("Playlist", "Blue Morning; Blue Train; Last Bus; First Snow; Paper Moon; Slow River; Neon"),
    ("Milestones", "First sketch; First prototype; User test; Load test; Beta; Press day; Launch"),
    ("Columns", "id; name; full name; street; city; country; phone; created at; updated at"),
    ("Lectures", "Sets; Relations; Functions; Limits; Series; Derivatives; Integrals; Vectors"),
)  # fmt: skip


def move_item(context: Context) -> Edit | None:
    """Move one item of a list, of one line or several, to a told place."""
    random = context.random
    if context.chance(0.4):
        drawn = DrawnRecords(
            context, ("rows", "blocks", "wrapped", "yaml", "yaml flow", "yaml keyed")
        )
        names = [drawn.name(record) for record in drawn.records]
        order, values = _draw_move(context, names)
        request = tell(context, say.MOVE, reasons=say.MOVE_REASONS, stays=say.MOVE_STAYS, **values)
        after = [drawn.records[i] for i in order]
        return drawn.edit(context, "move item", request, (drawn.records, after))
    title, names_text = random.choice(_LISTS)
    pool = names_text.split("; ")
    names = random.sample(pool, random.randrange(4, len(pool) + 1))
    order, values = _draw_move(context, names)
    request = tell(context, say.MOVE, reasons=say.MOVE_REASONS, stays=say.MOVE_STAYS, **values)
    style = random.choice(("json", "json line", "yaml", "markdown", "markdown notes"))
    notes = random.sample(_NOTES, len(names))
    texts = [
        _write_list([names[i] for i in places], title, style, [notes[i] for i in places])
        for places in (list(range(len(names))), order)
    ]
    language = style.split()[0]
    return make_edit(context, "move item", request, language, (texts[0], texts[1]))


_NOTES = (
    "about ten minutes",
    "see the slides",
    "ask Mara first",
    "the long version",
    "with pictures",
    "still to be checked",
    "new this year",
    "as always",
    "if time allows",
)


def _write_list(names: list[str], title: str, style: str, notes: list[str]) -> str:
    if style == "json":
        return json.dumps({"title": f"{title} of the week", title.lower(): names}, indent=2)
    if style == "json line":
        return json.dumps({title.lower(): names, "version": 3})
    if style == "yaml":
        return "\n".join([f"{title.lower()}:", *(f"  - {name}" for name in names), "version: 3"])
    if style == "markdown":
        return "\n".join([f"# {title}", "", *(f"- {name}" for name in names)])
    items = [f"- **{name}**\n  {note}" for name, note in zip(names, notes, strict=True)]
    return "\n".join([f"# {title}", "", *items])


def _draw_move(context: Context, names: list[str]) -> tuple[list[int], dict[str, str]]:
    """Return the order after the move, and how it is told."""
    random = context.random
    places = list(range(len(names)))
    moved = random.choice(places)
    rest = [i for i in places if i != moved]
    anchor = random.choice(rest)
    kind = random.choice(("after", "after", "after", "before", "before", "top", "end"))
    target = {"after": rest.index(anchor) + 1, "before": rest.index(anchor), "top": 0}.get(
        kind, len(rest)
    )
    if target == moved:  # It is there already: the other end is a move.
        kind, target = ("end", len(rest)) if moved < len(rest) else ("top", 0)
    near = named(context, names[anchor])
    place = random.choice({
        "after": (f"right after {near}", f"directly behind {near}", f"just after {near}",
                  f"immediately after {near}", f"right below {near}"),
        "before": (f"right before {near}", f"directly in front of {near}", f"just before {near}",
                   f"immediately before {near}", f"right above {near}"),
        "top": ("to the very top", "to the front of the list", "to the first place"),
        "end": ("to the very end", "to the end of the list", "to the last place"),
    }[kind])  # fmt: skip
    item = names[moved]
    twin = max((names[i] for i in rest), key=lambda one: (likeness(one, item), one))
    values = {"item": named(context, item), "place": place, "Place": capital(place), "twin": twin}
    return [*rest[:target], moved, *rest[target:]], values
