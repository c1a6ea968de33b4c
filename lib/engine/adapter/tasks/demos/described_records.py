"""Edits of lists of like entries and of switches, told as people speak of them.

Invariant: source and answer are two renderings in one style, so only what is told differs.
"""

from __future__ import annotations

import json

from lib.engine.adapter.tasks.demos import described_records_wordings as say
from lib.engine.adapter.tasks.demos.described_records_texts import (
    STYLES,
    THEMES,
    Field,
    Record,
    Theme,
    Value,
    draw_records,
    language_of,
    render,
)
from lib.engine.adapter.tasks.demos.telling import tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_TITLES = ("Overview", "Spring list", "Current state", "Main branch", "Draft", "Version of today")


class _Drawn:
    """A theme, its records and how they are written."""

    def __init__(self, context: Context, styles: tuple[str, ...] = STYLES) -> None:
        random = context.random
        self.theme: Theme = random.choice(THEMES)
        self.style = random.choice(styles)
        self.title = random.choice(_TITLES) if context.chance(0.35) else ""
        each = 100 if self.style in ("blocks", "wrapped", "map") else 65
        count = max(3, min(7, round(context.size / each)))
        self.records = draw_records(random, self.theme, count + random.randrange(2))

    def write(self, records: list[Record]) -> str:
        return render(records, self.style, self.theme, self.title)

    def edit(
        self, context: Context, kind: str, request: str, pair: tuple[list[Record], list[Record]]
    ) -> Edit | None:
        before, after = pair
        texts = (self.write(before), self.write(after))
        return make_edit(context, kind, request, language_of(self.style), texts)

    def fields(self, record: Record) -> list[Field]:
        return [field for field in self.theme.fields if field.key in record]

    def name(self, record: Record) -> str:
        return str(record[self.theme.key])

    def twin(self, index: int) -> str:
        """The name most like that of one entry: with the same start or end, else any other."""
        name = self.name(self.records[index])
        others = [self.name(other) for i, other in enumerate(self.records) if i != index]
        return max(others, key=lambda one: (_likeness(one, name), one))


def _likeness(one: str, other: str) -> int:
    parts = (one[:3] == other[:3], one[-3:].lower() == other[-3:].lower())
    return sum(parts) + (one.lower() in other.lower() or other.lower() in one.lower())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _and(parts: list[str]) -> str:
    return " and ".join(parts) if len(parts) < 3 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _named(context: Context, name: str) -> str:
    return context.quoted(name, bare=0.5) if context.chance(0.3) else name


def update_record(context: Context) -> Edit | None:
    """Change one or two values of one entry; those of an entry with a like name stay."""
    random, drawn = context.random, _Drawn(context)
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
        name=_named(context, drawn.name(old)), twin=drawn.twin(index),
        fact=_and([field.fact.format(new[field.key]) for field in fields]),
        change=_and([f"the {field.label} to {new[field.key]}" for field in fields]),
        pairs=", ".join(f"{field.label}{sign}{new[field.key]}" for field in fields),
        old=_and([f"{field.label} {old[field.key]}" for field in fields]),
        items=drawn.theme.items,
    )  # fmt: skip
    return drawn.edit(context, "update record", request, (drawn.records, after))


def drop_record(context: Context) -> Edit | None:
    """Remove the one entry that the name, a value or a piece of news points at."""
    random, drawn = context.random, _Drawn(context)
    index = random.choice([0, len(drawn.records) - 1, random.randrange(len(drawn.records))])
    old = drawn.records[index]
    name = drawn.name(old)
    what = _named(context, name)
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
        what=what, gone=gone, Gone=_capital(gone), twin=drawn.twin(index),
        items=drawn.theme.items,
    )  # fmt: skip
    after = drawn.records[:index] + drawn.records[index + 1 :]
    return drawn.edit(context, "drop record", request, (drawn.records, after))


def append_record(context: Context) -> Edit | None:
    """Add an entry in the form of the others, at the end or right after a told one."""
    random, drawn = context.random, _Drawn(context)
    if drawn.theme.key == "day" or len(drawn.records) < 4:
        return None
    new, before = drawn.records[-1], drawn.records[:-1]
    index = len(before) if context.chance(0.5) else random.randrange(1, len(before))
    fields = drawn.fields(new)
    name = drawn.name(new)
    facts = [field.fact.format(new[field.key]) for field in fields]
    pairs = [f"{field.label} {new[field.key]}" for field in fields]
    entry = random.choice((
        f"{name} with {_and(facts)}", f"{name} ({', '.join(pairs)})",
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
        entry=entry, Entry=_capital(entry), place=place, Place=_capital(place), name=name,
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
        drawn = _Drawn(context, ("rows", "blocks", "wrapped", "yaml", "yaml flow", "yaml keyed"))
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
    near = _named(context, names[anchor])
    place = random.choice({
        "after": (f"right after {near}", f"directly behind {near}", f"just after {near}",
                  f"immediately after {near}", f"right below {near}"),
        "before": (f"right before {near}", f"directly in front of {near}", f"just before {near}",
                   f"immediately before {near}", f"right above {near}"),
        "top": ("to the very top", "to the front of the list", "to the first place"),
        "end": ("to the very end", "to the end of the list", "to the last place"),
    }[kind])  # fmt: skip
    item = names[moved]
    twin = max((names[i] for i in rest), key=lambda one: (_likeness(one, item), one))
    values = {"item": _named(context, item), "place": place, "Place": _capital(place), "twin": twin}
    return [*rest[:target], moved, *rest[target:]], values


_CONVERTED: tuple[tuple[str, str], ...] = (
    ("age", "number"), ("points", "number"), ("year", "number"), ("price", "number"),
    ("quantity", "number"), ("weight", "number"), ("score", "number"), ("port", "number"),
    ("zip", "text"), ("phone", "text"), ("code", "text"), ("number", "text"), ("id", "text"),
    ("active", "switch"), ("paid", "switch"), ("vegan", "switch"), ("open", "switch"),
    ("member", "switch"), ("sold", "switch"), ("fragile", "switch"),
)  # fmt: skip
_FORMS = {
    "number": ("numbers", "numbers in quotes", "plain numbers", "texts"),
    "text": ("strings", "bare numbers", "quoted strings", "numbers"),
    "switch": ("booleans", '"yes" and "no"', "true and false", "words"),
}


def convert_values(context: Context) -> Edit | None:
    """Give the values of one key another type in every entry; a like key keeps its own."""
    random = context.random
    drawn = _Drawn(context)
    key, kind = random.choice(_CONVERTED)
    other = random.choice([one for one, its in _CONVERTED if its == kind and one != key])
    third = random.choice([one for one, its in _CONVERTED if its != kind])
    if drawn.theme.key in (key, other, third):
        return None
    before, after = [], []
    keys = random.sample((key, other, third), 3 if context.chance(0.6) else 2)
    if key not in keys:
        return None
    for record in drawn.records:
        pair = {one: _draw_pair(context, dict(_CONVERTED)[one]) for one in keys}
        name = {drawn.theme.key: record[drawn.theme.key]}
        before.append(name | {one: old for one, (old, _) in pair.items()})
        after.append(name | {one: new if one == key else old for one, (old, new) in pair.items()})
    form, now, long_form, bad = _FORMS[kind]
    request = tell(
        context, say.CONVERT, reasons=say.CONVERT_REASONS, stays=say.CONVERT_STAYS,
        key=context.coded(key), form=random.choice((form, long_form)), now=now, bad=bad,
        twin=next(one for one in keys if one != key), items=drawn.theme.items,
    )  # fmt: skip
    return drawn.edit(context, "convert values", request, (before, after))


def _draw_pair(context: Context, kind: str) -> tuple[Value, Value]:
    """Return a value and what it becomes: "12" and 12, 12 and "12", "yes" and true."""
    if kind == "switch":
        old = context.random.choice(("yes", "no"))
        return old, old == "yes"
    number = context.random.randrange(2, 3000)
    return (str(number), number) if kind == "number" else (number, str(number))


_SWITCHES = (
    ("comments", "comments"), ("commentEmails", "comment e-mails"), ("debug", "debugging"),
    ("debugToolbar", "the debug toolbar"), ("autosave", "autosaving"), ("backup", "the backup"),
    ("backupEncryption", "the encryption of backups"), ("cache", "the cache"),
    ("cacheImages", "the caching of images"), ("notifications", "notifications"),
    ("notificationSound", "the notification sound"), ("search", "the search"),
    ("searchHistory", "the search history"), ("registration", "registration"),
    ("guestAccess", "access for guests"), ("lineNumbers", "line numbers"),
    ("wordWrap", "word wrap"), ("tracking", "tracking"), ("captions", "captions"),
    ("autoplay", "autoplay"), ("compression", "compression"), ("maintenance", "maintenance mode"),
    ("publicProfile", "the public profile"), ("previews", "previews"), ("shortcuts", "shortcuts"),
)  # fmt: skip
_OTHER_SETTINGS: tuple[tuple[str, tuple[Value, ...]], ...] = (
    ("language", ("en", "de", "fr", "es")),
    ("pageSize", (10, 20, 25, 50)),
    ("volume", (3, 5, 8)),
    ("timezone", ("UTC", "Europe/Berlin", "Asia/Tokyo")),
    ("title", ("Notes", "My blog", "Shop")),
    ("maxUploads", (5, 12, 40)),
    ("font", ("Inter", "Lato", "Roboto")),
    ("retries", (2, 3, 5)),
)
_THEMES = ("theme", "colorScheme", "appearance")


def flip_switch(context: Context) -> Edit | None:
    """Turn the one switch that is spoken of; others of a like name stay."""
    random = context.random
    count = max(2, min(7, round(context.size / 50)))
    start = random.randrange(len(_SWITCHES) - 1) // 2 * 2
    labels = dict(_SWITCHES[start : start + 2]) | dict(random.sample(_SWITCHES, count))
    settings: Record = {key: context.chance(0.5) for key in labels}
    for key, values in random.sample(_OTHER_SETTINGS, random.randrange(1, 4)):
        settings[key] = random.choice(values)
    key = random.choice(list(labels)[:2])
    said = {"twin": random.choice([one for one in labels if one != key])}
    phrases = say.FLIP
    if context.chance(0.2):
        key, phrases = random.choice(_THEMES), say.FLIP_THEME
        settings[key] = random.choice(("light", "dark"))
        new: Value = "dark" if settings[key] == "light" else "light"
        said |= {"state": str(new), "wrong": str(settings[key])}
    else:
        new = not settings[key]
        said |= {"thing": labels[key], "Thing": _capital(labels[key])}
        said |= {"state": "on" if new else "off", "wrong": "off" if new else "on"}
    names = list(settings)
    random.shuffle(names)
    request = tell(context, phrases, reasons=say.FLIP_REASONS, stays=say.FLIP_STAYS, **said)
    texts = [
        _write_settings({name: its[name] for name in names}, style)
        for style in [random.choice(("json", "json", "nested", "yaml", "line"))]
        for its in (settings, settings | {key: new})
    ]
    language = "json" if texts[0].startswith("{") else "yaml"
    return make_edit(context, "flip switch", request, language, (texts[0], texts[1]))


def _write_settings(settings: Record, style: str) -> str:
    if style == "yaml":
        return "\n".join(
            f"{key}: {json.dumps(value).strip(chr(34))}" for key, value in settings.items()
        )
    if style == "line":
        return json.dumps(settings)
    return json.dumps({"app": "reader", "settings": settings} if style == "nested" else settings,
                      indent=2)  # fmt: skip
