"""Values get another type in every entry, and switches are turned.

Invariant: values of a key much like the told one stay.
"""

from __future__ import annotations

import json

from lib.engine.adapter.tasks.demos.described import value_wordings as say
from lib.engine.adapter.tasks.demos.described.record_themes import Value
from lib.engine.adapter.tasks.demos.described.records import DrawnRecords, Record
from lib.engine.adapter.tasks.demos.telling import capital, tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

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
    drawn = DrawnRecords(context)
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
        said |= {"thing": labels[key], "Thing": capital(labels[key])}
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
