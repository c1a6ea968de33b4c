"""Edits of JSON with a twist: a dependency, a key that goes or moves, the entries of a list.

Invariant: before and after are the same data written the same way, but for the told change.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from lib.engine.adapter.tasks.demos.pairs import json_pair_wordings as words
from lib.engine.adapter.tasks.demos.pairs.yaml_pair_wordings import frame
from lib.engine.adapter.tasks.demos.telling import tell_both
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_Data = dict[str, Any]


def _write(data: _Data, indent: int, *, is_flat: bool = False) -> str:
    """A flat text has each entry of its lists on one line."""
    if not is_flat:
        return json.dumps(data, indent=indent)
    rows: list[str] = []
    marked = _mark(data, rows)
    text = json.dumps(marked, indent=indent)
    for i, row in enumerate(rows):
        text = text.replace(f'"@{i}@"', row)
    return text


def _mark(data: _Data, rows: list[str]) -> _Data:
    marked: _Data = {}
    for key, value in data.items():
        if isinstance(value, list):
            marked[key] = [f"@{len(rows) + i}@" for i in range(len(value))]
            rows += [json.dumps(one) for one in value]
        else:
            marked[key] = value
    return marked


_PACKAGES = (
    "axios", "chalk", "clsx", "commander", "cors", "date-fns", "debug", "dotenv", "execa",
    "express", "fastify", "glob", "helmet", "immer", "ioredis", "jose", "knex", "lodash", "luxon",
    "marked", "mongoose", "nanoid", "pg", "pino", "qs", "react", "redis", "rxjs", "sharp", "swr",
    "uuid", "vue", "winston", "ws", "yargs", "zod", "zustand",
)  # fmt: skip
_TOOLS = (
    "ava", "eslint", "esbuild", "husky", "jest", "jsdom", "lint-staged", "mocha", "msw", "nodemon",
    "nyc", "prettier", "rimraf", "rollup", "sass", "sinon", "stylelint", "supertest", "tsx",
    "typescript", "vite", "vitest", "webpack",
)  # fmt: skip
_SCRIPTS = (("start", "node index.js"), ("test", "npm run check"), ("build", "node build.js"))
_PROJECTS = ("shop", "notes-api", "garage", "chess-clock", "library-app", "radio", "trail-map",
             "menu-board", "puzzle", "invoice-tool", "bird-count", "film-club")  # fmt: skip
_ALPHABETICAL = (
    "in alphabetical order",
    "where it belongs alphabetically",
    "sorted by name",
    "at its place in the alphabet",
    "so that the names stay in alphabetical order",
)
_LAST = ("at the end", "as the last entry", "after all the others", "in the last place")


def add_dependency(context: Context) -> Edit | None:
    """Add a package to one of two groups, at its place in the alphabet or at the end."""
    random = context.random
    mark = random.choice(("^", "^", "~", ""))
    groups: dict[str, dict[str, str]] = {}
    for group, pool in (("dependencies", _PACKAGES), ("devDependencies", _TOOLS)):
        names = sorted(random.sample(pool, random.randrange(2, 6)))
        groups[group] = {
            name: f"{mark}{random.randrange(1, 9)}.{random.randrange(20)}.{random.randrange(9)}"
            for name in names
        }
    group, other = random.sample(sorted(groups), 2)
    is_sorted = context.chance(0.6)
    name = random.choice(sorted(groups[group]))
    version = groups[group].pop(name)
    kept = list(groups[group].items())
    if not is_sorted:
        random.shuffle(kept)
    data: _Data = {"name": random.choice(_PROJECTS), "version": f"1.{random.randrange(9)}.0"}
    if context.chance(0.5):
        data["scripts"] = dict(random.sample(_SCRIPTS, 2))
    sources = {**groups, group: dict(kept)}
    grown = [*kept, (name, version)]
    answers = {**sources, group: dict(sorted(grown) if is_sorted else grown)}
    indent = random.choice((2, 2, 4))
    pair = _write({**data, **sources}, indent), _write({**data, **answers}, indent)
    where = random.choice(_ALPHABETICAL if is_sorted else _LAST)
    request = context.say(words.DEPEND, name=context.coded(name), version=f"`{version}`",
                          group=f"`{group}`", line=f'`"{name}": "{version}"`',
                          where=where)  # fmt: skip
    request = frame(context, request, words.DEPEND_REASONS, words.DEPEND_STAYS, other=f"`{other}`")
    return make_edit(context, "add dependency", request, "json", pair)


_BLOCKS: tuple[tuple[str, _Data], ...] = (
    ("server", {"host": "10.0.0.5", "port": 8080, "timeout": 30}),
    ("log", {"level": "info", "file": "app.log", "rotate": True}),
    ("cache", {"size": 200, "ttl": 600, "shared": False}),
    ("mail", {"host": "smtp.local", "port": 587, "tls": True}),
    ("theme", {"name": "paper", "font": "Inter", "size": 14}),
    ("editor", {"tabs": 4, "wrap": True, "ruler": 100}),
    ("backup", {"folder": "/srv/backup", "keep": 7, "zip": True}),
    ("search", {"engine": "local", "limit": 25, "fuzzy": False}),
    ("player", {"volume": 70, "repeat": False, "device": "speaker"}),
    ("sensor", {"unit": "celsius", "interval": 60, "pin": 4}),
    ("map", {"zoom": 12, "style": "terrain", "tiles": 256}),
    ("payment", {"currency": "EUR", "retries": 3, "sandbox": True}),
    ("limits", {"requests": 100, "window": 60, "burst": 20}),
    ("report", {"format": "pdf", "pages": 10, "cover": True}),
)  # fmt: skip
_INNER: tuple[tuple[str, _Data], ...] = (
    ("retry", {"count": 3, "delay": 200}), ("proxy", {"host": "proxy.local", "port": 3128}),
    ("colors", {"text": "#222222", "back": "#fafafa"}),
     ("auth", {"user": "admin", "method": "key"}),
    ("paths", {"input": "data/in", "output": "data/out"}),
     ("alerts", {"enabled": True, "to": "ops"}),
    ("schedule", {"day": "monday", "hour": 4}), ("defaults", {"lang": "en", "zone": "UTC"}),
    ("debug", {"trace": False, "verbose": 2}), ("fallback", {"name": "basic", "after": 5}),
)  # fmt: skip
_ENDINGS = ("_old", "Extra", "_v2", "Options", "2", "-test")


def drop_key(context: Context) -> Edit | None:
    """Delete a key, at the top or in a told block; a key that begins alike stays."""
    random = context.random
    drawn = [(name, dict(block)) for name, block in random.sample(_BLOCKS, random.choice((2, 3)))]
    data: _Data = {"name": random.choice(_PROJECTS), **dict(drawn)}
    parent, block = random.choice(drawn)
    is_nested = context.chance(0.6)
    key = random.choice(list(block)) if is_nested else parent
    twin = f"{key}{random.choice(_ENDINGS)}"
    home = block if is_nested else data
    value = home[key]
    home[twin] = dict(value) if isinstance(value, dict) and context.chance(0.6) else 1
    items = list(home.items())
    if context.chance(0.6):
        random.shuffle(items)
    home.clear()
    home.update(items)
    if is_nested and context.chance(0.5):
        data[key] = value  # The same key at the top stays.
    is_elsewhere = not is_nested and context.chance(0.5)
    if is_elsewhere:
        next(one for name, one in drawn if name != parent)[key] = "default"
    kept = {name: entry for name, entry in home.items() if name != key}
    answer = {**data, parent: kept} if is_nested else kept
    indent = random.choice((2, 2, 4))
    where = f" in `{parent}`" if is_nested else " at the top level"
    where = where if is_nested or is_elsewhere or context.chance(0.5) else ""
    request = context.say(words.DROP, key=context.coded(key, bare=0.1), where=where)
    request = frame(context, request, words.DROP_REASONS, words.DROP_STAYS, twin=f"`{twin}`")
    pair = _write(data, indent), _write(answer, indent)
    return make_edit(context, "drop key", request, "json", pair)


_RECORDS: tuple[tuple[str, str, str, Sequence[str], str, Sequence[Any], str, Sequence[Any]],
...] = (
    # List; key of the name; its other name; names; a key; its values; a further key; its values.
    ("books", "title", "heading", ("Dune", "Emma", "Ulysses", "Momo", "Walden"),
     "pages", (412, 320, 540, 288), "lent", (True, False)),
    ("members", "name", "fullName", ("Ana Ruiz", "Jo Park", "Lea Wolf", "Omar Aziz", "Ana Rossi"),
     "since", (2015, 2018, 2021, 2023), "city", ("Graz", "Lyon", "Porto")),
    ("rooms", "id", "code", ("A-101", "A-102", "B-101", "B-210", "C-007"),
     "seats", (12, 20, 24, 60), "screen", (True, False)),
    ("tasks", "title", "label", ("Paint fence", "Call bank", "Fix gate", "Buy seeds"),
     "status", ("open", "done", "waiting"), "hours", (1, 2, 3, 5)),
    ("products", "name", "label", ("Mug", "Mug large", "Plate", "Bowl", "Spoon"),
     "price", (4.5, 7.9, 12.0, 15.25), "stock", (0, 8, 40, 120)),
    ("flights", "id", "number", ("LX 318", "BA 702", "AF 1140", "KL 91", "LX 319"),
     "gate", ("A4", "B12", "C7", "D30"), "delay", (0, 10, 45)),
    ("songs", "name", "song", ("Blue Hour", "Blue Moon", "Rain", "Harbor", "Last Train"),
     "seconds", (181, 204, 240, 312), "album", ("Live", "North", "Early Days")),
    ("devices", "id", "serial", ("lamp-1", "lamp-2", "lamp-10", "plug-1", "door"),
     "room", ("hall", "kitchen", "attic"), "power", (5, 9, 60)),
    ("courses", "name", "subject", ("Biology", "Biology II", "Latin", "Music", "Physics"),
     "teacher", ("Hahn", "Silva", "Okafor"), "weeks", (6, 10, 12)),
    ("animals", "name", "callName", ("Bella", "Rex", "Milo", "Luna", "Bello"),
     "kind", ("cat", "dog", "parrot"), "age", (1, 3, 7, 11)),
    ("recipes", "title", "dish", ("Goulash", "Risotto", "Ratatouille", "Pancakes"),
     "minutes", (20, 35, 50, 90), "servings", (2, 4, 6)),
)  # fmt: skip


def _draw_records(context: Context) -> tuple[_Data, str, str, str, tuple[str, str]]:
    """Return data with a list, the names of the list and of its first key, that key's other name,
    and the other two keys.
    """
    random = context.random
    listed, id_key, new_key, names, key, values, more, more_values = random.choice(_RECORDS)
    entries: list[_Data] = [
        {id_key: name, key: random.choice(values), more: random.choice(more_values)}
        for name in random.sample(names, random.choice((2, 3, 4)))
    ]
    data: _Data = {id_key: f"{random.choice(_PROJECTS)}-{random.randrange(1, 60)}"}
    if context.chance(0.5):
        data["updated"] = f"2025-{random.randrange(1, 13):02}-{random.randrange(1, 29):02}"
    if context.chance(0.5):
        data[key] = "mixed"
    data[listed] = entries
    if context.chance(0.4):
        data["archive"] = [dict(entries[0], **{more: random.choice(more_values)})]
    return data, listed, id_key, new_key, (key, more)


def rename_entry_key(context: Context) -> Edit | None:
    """Rename a key in all entries of one list; the same key at the top and elsewhere stays."""
    data, listed, old, new, (key, _) = _draw_records(context)
    if context.chance(0.3):
        old, new = key, f"{listed.removesuffix('s')}{key.title()}"
    entries = [{new if k == old else k: v for k, v in entry.items()} for entry in data[listed]]
    indent, is_flat = context.random.choice((2, 2, 4)), context.chance(0.6)
    pair = (_write(data, indent, is_flat=is_flat),
            _write({**data, listed: entries}, indent, is_flat=is_flat))  # fmt: skip
    values = {"old": f"`{old}`", "new": context.coded(new), "list": f"`{listed}`"}
    request = context.say(words.RENAME, **values)
    stays = words.RENAME_STAYS if old in data else words.RENAME_STAYS[2:6]
    request = frame(context, request, words.RENAME_REASONS, stays, **values)
    return make_edit(context, "rename entry key", request, "json", pair)


def append_and_set(context: Context) -> Edit | None:
    """Add a last entry to a list, set a value of another entry, or both."""
    random = context.random
    data, listed, id_key, _, (key, more) = _draw_records(context)
    if len(data[listed]) < 3:
        return None
    *entries, new = data[listed]
    at = random.randrange(len(entries))
    told, twin = entries[at][id_key], entries[at - 1][id_key]
    row = next(row for row in _RECORDS if row[0] == listed)
    value = random.choice([one for one in row[5] if one != entries[at][key]])
    if data.get("archive"):
        data["archive"] = [dict(entries[at - 1])]
    first = context.chance(0.8)
    second = not first or context.chance(0.75)
    changed = [{**one, key: value} if second and i == at else one
               for i, one in enumerate(entries)]  # fmt: skip
    source, answer = ({**data, listed: one} for one in (entries, changed + [new][:first]))
    indent, is_flat = random.choice((2, 2, 4)), context.chance(0.6)
    pair = _write(source, indent, is_flat=is_flat), _write(answer, indent, is_flat=is_flat)
    parts = (f"{id_key} {json.dumps(new[id_key])}", f"{key} {json.dumps(new[key])}",
             f"{more} {json.dumps(new[more])}")  # fmt: skip
    spoken = f"{parts[0]}, {parts[1]} and {parts[2]}"
    entry = random.choice((f"`{json.dumps(new)}`", f"the entry with {spoken}"))
    listed_told = f"`{listed}`"
    append = context.say(words.APPEND, entry=entry, list=listed_told)
    setting = context.say(words.SET, key=context.coded(key, bare=0.0), name=context.quoted(told,
                          bare=0.0),
                          value=f"`{json.dumps(value)}`")  # fmt: skip
    if "archive" in data and second and not first:
        setting = f"in {listed_told}, {setting}"
    request = tell_both(context, append, setting) if first and second else (
        append if first else setting)  # fmt: skip
    request = frame(context, request, words.APPEND_REASONS, words.APPEND_STAYS,
                    twin=f"`{twin}`")  # fmt: skip
    return make_edit(context, "append and set", request, "json", pair)


_OTHER_VALUES: dict[type, tuple[Any, ...]] = {
    int: (1, 5, 15, 45, 90, 128, 500, 9000), str: ("none", "custom", "main", "auto"),
}  # fmt: skip


def lift_key(context: Context) -> Edit | None:
    """Move a block out of its parent to the level above, right after it; perhaps set a value."""
    random = context.random
    drawn = [(name, dict(block)) for name, block in random.sample(_BLOCKS, random.choice((2, 3)))]
    inner, block = random.choice(_INNER)
    at = random.randrange(len(drawn))
    parent, home = drawn[at]
    items = list(home.items())
    items.insert(random.randrange(len(items) + 1), (inner, dict(block)))
    key = random.choice([name for name in home if name not in block])
    old = home[key]
    pool = (not old,) if isinstance(old, bool) else _OTHER_VALUES[type(old)]
    value = random.choice([one for one in pool if one != old])
    second = context.chance(0.65)
    wrapped = context.chance(0.3)
    before = {name: dict(items) if name == parent else one for name, one in drawn}
    after: _Data = {}
    for name, one in drawn:
        after[name] = {**one, key: value} if name == parent and second else one
        if name == parent:
            after[inner] = dict(block)
    top: _Data = {"name": random.choice(_PROJECTS)}
    source, answer = (
        {**top, "settings": one} if wrapped else {**top, **one} for one in (before, after)
    )
    indent = random.choice((2, 2, 4))
    pair = _write(source, indent), _write(answer, indent)
    told = f"`{parent}`"
    request = context.say(words.LIFT, key=f"`{inner}`", parent=told)
    if second:
        setting = context.say(words.VALUE, key=context.coded(key, bare=0.0), parent=told,
                              old=f"`{json.dumps(old)}`",
                              value=f"`{json.dumps(value)}`")  # fmt: skip
        request = tell_both(context, request, setting)
    request = frame(context, request, words.LIFT_REASONS, words.LIFT_STAYS,
                    twin=f"`{drawn[at - 1][0]}`")  # fmt: skip
    return make_edit(context, "lift key", request, "json", pair)
