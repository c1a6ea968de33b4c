"""Draws texts of several like parts.

Invariant: within one text no two groups, lists or settings have the same name, and no setting is
called as a key of a group, so that each place can be told in words.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.grouped.parts import (
    Field,
    Group,
    Listing,
    Part,
    Setting,
    Table,
    Theme,
    Value,
)
from lib.engine.adapter.tasks.grouped.themes import DECLARED, DRAWS, LISTS, SELECTORS, THEMES
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.slots import pascal, plural
from lib.engine.adapter.tasks.words import CITIES, FIELDS, FIRST_NAMES, NOUNS, STRING_WORDS


class Palette:
    """Draws values, often one that stands in the text already: only its place tells it apart."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._drawn: dict[str, list[Value]] = {}

    def draw(self, kind: str) -> Value:
        """Return a value of this kind."""
        known = self._drawn.setdefault(kind, [])
        if known and self._context.chance(0.4):
            return self._context.random.choice(known)
        known.append(DRAWS[kind](self._context.random))
        return known[-1]


def draw_theme(context: Context) -> Theme:
    """Return one of the themes, or one of drawn words."""
    random = context.random
    if context.chance(0.75):
        return random.choice(THEMES)
    singular = random.choice(NOUNS)
    pool = random.choice((NOUNS, STRING_WORDS, FIRST_NAMES, CITIES))
    names = tuple(word.lower() for word in random.sample(pool, 9) if word.lower() != singular)
    kinds = ("small", "count", "price", "flag", "word", "city", "date", "person", "level")
    fields = tuple(Field(key, key, random.choice(kinds)) for key in random.sample(FIELDS, 5))
    return Theme(singular, f"{singular}_list", names, fields)


def draw_table(context: Context, palette: Palette, theme: Theme, *, even: bool = False) -> Table:
    """Return a table of two to six groups; `even` when all have the same keys."""
    random = context.random
    count = min(len(theme.names), random.randrange(2, 4 + min(3, context.size // 250)))
    fields = random.sample(theme.fields, random.randrange(2, min(4, len(theme.fields)) + 1))
    fields.sort(key=theme.fields.index)
    groups = []
    for name in sorted(random.sample(theme.names, count), key=theme.names.index):
        own = fields if even or len(fields) == 2 or context.chance(0.7) else fields[:-1]
        groups.append(Group(name, {one.key: palette.draw(one.kind) for one in own}))
    return Table(theme.plural, groups, theme)


def _draw_list(context: Context, taken: set[str]) -> Listing | None:
    """Return a list of two to five items, or None where the drawn name is taken."""
    random = context.random
    name = random.choice(sorted(LISTS))
    if name in taken:
        return None
    return Listing(name, random.sample(LISTS[name], random.randrange(2, 6)))


def _draw_settings(context: Context, taken: set[str]) -> list[Setting]:
    """Return up to three single settings, none called as a key of a group."""
    random = context.random
    kinds = {"title": "title", "phone": "phone", "owner": "person", "version": "count",
             "city": "city", "contact": "email", "year": "count", "public": "flag"}  # fmt: skip
    names = [name for name in sorted(kinds) if name not in taken]
    chosen = random.sample(names, min(len(names), random.randrange(4)))
    return [Setting(name, DRAWS[kinds[name]](random)) for name in chosen]


def draw_rules(context: Context, palette: Palette) -> Table:
    """Return the rules of a stylesheet."""
    random = context.random
    own = [f".{random.choice(STRING_WORDS)}-{noun}" for noun in random.sample(NOUNS, 6)]
    names = random.sample((*SELECTORS, *own), random.randrange(2, 4 + min(4, context.size // 150)))
    groups = [
        Group(
            name,
            {
                one.key: palette.draw(one.kind)
                for one in random.sample(DECLARED, random.randrange(1, 5))
            },
        )
        for name in names
    ]
    return Table("", groups, Theme("rule", "rules", tuple(names), DECLARED))


def draw_types(context: Context, language: str) -> Table:
    """Return declared types: interfaces and enums, classes, or tables."""
    random = context.random
    count = random.randrange(2, 4 + min(2, context.size // 300))
    nouns = random.sample([noun for noun in NOUNS if noun not in FIELDS], count)
    groups = []
    for noun in nouns:
        form = random.choice(_TYPE_FORMS[language])
        name = plural(noun) if language == "sql" else pascal(noun)
        keys = random.sample(FIELDS, random.randrange(2, 6))
        if form == "enum":
            words = random.sample(STRING_WORDS, random.randrange(2, 5))
            values: dict[str, Value] = {word: word for word in words}
            name += random.choice(("Status", "Kind", "Type", ""))
        else:
            values = {key: DRAWS[language](random) for key in keys}
            if context.chance(0.6):
                values = {"id": _ID_TYPES[language], **values}
        groups.append(Group(name, values, form))
    fields = tuple(Field(key, key, language) for key in FIELDS)
    return Table("", groups, Theme("type", "types", (), fields))


_TYPE_FORMS = {
    "typescript": ("interface", "interface", "type", "enum"),
    "python": ("class", "class", "class", "enum"),
    "sql": ("table",),
}
_ID_TYPES = {"typescript": "string", "python": "int", "sql": "INTEGER PRIMARY KEY"}


def draw_document(context: Context, palette: Palette) -> list[Part]:
    """Return one or two tables, up to two lists, and some settings before them."""
    random = context.random
    parts: list[Part] = []
    taken: set[str] = set()
    for _ in range(random.choice((1, 1, 2))):
        theme = draw_theme(context)
        own = {theme.plural, *theme.names, *(one.key for one in theme.fields)}
        if not taken & own:
            parts.append(draw_table(context, palette, theme))
            taken |= own
    for _ in range(random.choice((0, 1, 1, 2, 2))):
        if (listing := _draw_list(context, taken)) is not None:
            parts.append(listing)
            taken.add(listing.name)
    random.shuffle(parts)
    return [*_draw_settings(context, taken), *parts]
