"""A dependency comes into a manifest, a key of settings goes or moves up.

Invariant: before and after are the same data written the same way, but for the told change.
"""

from __future__ import annotations

import json
from typing import Any

from lib.engine.adapter.tasks.demos.pairs import json_wordings as wordings
from lib.engine.adapter.tasks.demos.pairs.framing import frame_line
from lib.engine.adapter.tasks.demos.pairs.json_texts import PROJECTS, Data, write_json
from lib.engine.adapter.tasks.demos.telling import tell_both
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

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
    data: Data = {"name": random.choice(PROJECTS), "version": f"1.{random.randrange(9)}.0"}
    if context.chance(0.5):
        data["scripts"] = dict(random.sample(_SCRIPTS, 2))
    sources = {**groups, group: dict(kept)}
    grown = [*kept, (name, version)]
    answers = {**sources, group: dict(sorted(grown) if is_sorted else grown)}
    indent = random.choice((2, 2, 4))
    pair = write_json({**data, **sources}, indent), write_json({**data, **answers}, indent)
    where = random.choice(_ALPHABETICAL if is_sorted else _LAST)
    request = context.say(wordings.DEPEND, name=context.coded(name), version=f"`{version}`",
                          group=f"`{group}`", line=f'`"{name}": "{version}"`',
                          where=where)  # fmt: skip
    request = frame_line(
        context, request, wordings.DEPEND_REASONS, wordings.DEPEND_STAYS, other=f"`{other}`"
    )
    return make_edit(context, "add dependency", request, "json", pair)


_BLOCKS: tuple[tuple[str, Data], ...] = (
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
_INNER: tuple[tuple[str, Data], ...] = (
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
    data: Data = {"name": random.choice(PROJECTS), **dict(drawn)}
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
    request = context.say(wordings.DROP, key=context.coded(key, bare=0.1), where=where)
    request = frame_line(
        context, request, wordings.DROP_REASONS, wordings.DROP_STAYS, twin=f"`{twin}`"
    )
    pair = write_json(data, indent), write_json(answer, indent)
    return make_edit(context, "drop key", request, "json", pair)


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
    after: Data = {}
    for name, one in drawn:
        after[name] = {**one, key: value} if name == parent and second else one
        if name == parent:
            after[inner] = dict(block)
    top: Data = {"name": random.choice(PROJECTS)}
    source, answer = (
        {**top, "settings": one} if wrapped else {**top, **one} for one in (before, after)
    )
    indent = random.choice((2, 2, 4))
    pair = write_json(source, indent), write_json(answer, indent)
    told = f"`{parent}`"
    request = context.say(wordings.LIFT, key=f"`{inner}`", parent=told)
    if second:
        setting = context.say(wordings.VALUE, key=context.coded(key, bare=0.0), parent=told,
                              old=f"`{json.dumps(old)}`",
                              value=f"`{json.dumps(value)}`")  # fmt: skip
        request = tell_both(context, request, setting)
    request = frame_line(
        context, request, wordings.LIFT_REASONS, wordings.LIFT_STAYS, twin=f"`{drawn[at - 1][0]}`"
    )
    return make_edit(context, "lift key", request, "json", pair)
