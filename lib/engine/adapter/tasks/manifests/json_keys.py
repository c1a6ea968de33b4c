"""A key of one object of a nested JSON document is added, removed or renamed.

Invariant: a new key is one that the object may have but does not; the order of the others stays.
"""

from __future__ import annotations

import json
from typing import Any

from lib.engine.adapter.tasks.manifests.json_document import Document
from lib.engine.adapter.tasks.manifests.json_trees import Path, draw_value, find_templates
from lib.engine.adapter.tasks.manifests.wording import mark_name
from lib.engine.adapter.tasks.phrasing import Phrases
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit

_ADD = Phrases(
    "add {key} with the value {new} to {place}",
    "add {key}: {new} at the end of {place}",
    "{place} should also have {key}, set to {new}",
    "in {place}, add {key} with {new} as its value",
    "append the key {key} with the value {new} to {place}",
    "We also need {key} ({new}) in {place}, at the end.",
    "give {place} a last key {key} with {new}",
    "put {key} = {new} at the end of {place}",
    "insert {key} with the value {new} into {place}, as the last key",
    casual=(
        "{key}: {new} is missing at the end of {place}.",
        "{place} has no {key} yet. It's {new}, as the last key.",
        "one more key for {place}: {key}, with {new}.",
        "{key} = {new} in {place}, as the last key.",
        "Where is {key} in {place}? It is {new} and goes at the end.",
        "The client asked for {key} as well, {new}, at the end of {place}.",
    ),
)
_ADD_AFTER = Phrases(
    "add {key} with the value {new} after {old} in {place}",
    "in {place}, insert {key}: {new} right after {old}",
    "put {key} ({new}) behind {old} in {place}",
    "after {old} in {place}, add a key {key} with {new}",
    "{place} also needs {key}, set to {new}, directly after {old}",
    "We need {key} with the value {new} in {place}, just below {old}.",
    "insert {key} = {new} under {old} in {place}",
    casual=(
        "{key} with {new} is missing in {place}, right after {old}.",
        "{place}: first {old}, then {key} with {new}, the rest as it is.",
        "behind {old} in {place} comes {key} = {new}.",
        "{key} is new, with {new}, and its place is just after {old} in {place}.",
        "Could {place} have {key} with {new}, directly below {old}?",
        "so after {old}, that would be in {place}, I need {key}: {new}.",
    ),
)
_REMOVE = Phrases(
    "remove {key} from {place}",
    "delete the key {key} in {place}",
    "drop {key} from {place}",
    "in {place}, remove {key}",
    "{place} should no longer have {key}",
    "We don't need {key} in {place} any more.",
    "take {key} out of {place}",
    "get rid of {key} in {place}",
    casual=(
        "{place} without {key}, please.",
        "no {key} in {place} any more.",
        "nobody reads {key} in {place}, it can go.",
        "why does {place} have {key}? Nobody wants that there!",
        "{place} is too chatty, it doesn't need {key}.",
        "I'd rather not have {key} in {place}.",
    ),
)
_RENAME = Phrases(
    "rename {key} in {place} to {new}",
    "in {place}, rename {key} to {new}",
    "in {place}, {key} should be called {new}; its value stays",
    "change the key {key} of {place} to {new}",
    "call {key} in {place} {new} instead",
    "rename the key {key} to {new}, only in {place}",
    "give the key {key} of {place} the name {new}",
    casual=(
        "{key} -> {new} in {place}, same value.",
        "{key} in {place} is a bad name, {new} says it better.",
        "The other side expects {new} in {place}, not {key}. The value is fine.",
        "in {place} it's {new} now, no longer {key}.",
        "why is it called {key} in {place}? The key is {new}!",
        "so the key {key}, in {place} that one has to be {new}.",
    ),
)
_FURTHER_OF_ITEMS = (
    ("notes", "checked by Ben"), ("visible", True), ("label", "draft"), ("priority", 2),
    ("comment", "new"), ("archived", False), ("color", "green"), ("source", "import"),
    ("updated", "2025-05-02"), ("rating", 4), ("featured", True), ("category", "basic"),
)  # fmt: skip
_FURTHER = (
    ("owner", "Anna"), ("updated", "2025-05-02"), ("comment", "for staging"), ("beta", True),
    ("maintainer", "Chen"), ("region", "eu-west"), ("revision", 12), ("locale", "de"),
    ("archived", False), ("description", "internal use"), ("license", "MIT"), ("readonly", True),
)  # fmt: skip
_FURTHER_OF: dict[str, tuple[tuple[str, Any], ...]] = {
    "scripts": (("clean", "rm -rf dist"), ("start", "node dist/index.js"), ("docs", "typedoc"),
                ("watch", "tsc --watch"), ("typecheck", "tsc --noEmit")),
    "compilerOptions": (("declaration", True), ("incremental", True), ("skipLibCheck", True),
                        ("moduleResolution", "bundler"), ("rootDir", "src")),
    "paths": (("utils", "src/utils"), ("ui", "src/ui")), "env": (("jest", True), ("es2022", True)),
    "globals": (("window", "readonly"), ("$", "readonly"), ("BASE_URL", "readonly")),
    "rules": (("no-var", "error"), ("curly", "warn"), ("prefer-const", "error"), ("indent", "off")),
    "files.exclude": (("**/.cache", True), ("**/coverage", True), ("**/.venv", True)),
    "[python]": (("editor.insertSpaces", True), ("editor.rulers", 100)),
    "[markdown]": (("editor.insertSpaces", True), ("editor.lineNumbers", "off")),
    "LogLevel": (("Hangfire", "Warning"), ("Grpc", "Error"), ("MyApp.Orders", "Debug")),
    "ConnectionStrings": (("Cache", "redis:6379"), ("Audit", "Server=db3;Database=audit")),
    "login": (("footer", "Need help?"), ("forgot", "Forgot your password?")),
    "signup": (("footer", "Need help?"), ("terms", "I accept the terms")),
    "cart": (("footer", "Free returns"), ("total", "Sum")), "hours": (("sunday", "closed"),),
    "errors": (("email", "This is no e-mail address"), ("tooLong", "Too long")),
    "database": (("timeout", 30), ("schema", "public")),
    "cache": (("prefix", "app:"), ("retries", 3)),
    "logging": (("colors", True), ("timezone", "UTC")), "mail": (("user", "robot"), ("retries", 3)),
    "app": (("locale", "de"), ("workers", 4)), "pool": (("idle", 60),), "file": (("rotate", True),),
    "telemetry": (("endpoint", "/metrics"), ("sample", 10)), "engines": (("npm", ">=10"),),
    "current": (("humidity", 61), ("pressure", 1014)),
    "contact": (("email", "hall@depot.example"),),
}  # fmt: skip
_PACKAGES = ("uuid", "chalk", "dotenv", "husky", "clsx", "rollup", "luxon", "pino", "tsx", "ws")
_RENAMED = {
    "name": "title", "price": "cost", "stock": "available", "hours": "duration", "text": "summary",
    "temp": "temperature", "port": "listen_port", "host": "hostname", "level": "min_level",
    "ttl": "max_age", "title": "heading", "button": "submit", "city": "town", "room": "location",
    "enabled": "is_on", "active": "is_active", "debug": "verbose", "test": "check",
    "build": "compile", "dev": "serve", "vegan": "plant_based", "liked": "favorite",
    "homework": "has_homework",
    "total": "count", "status": "state", "page": "page_number", "owner": "author", "tags": "labels",
    "interval": "period", "path": "filename", "role": "group", "sku": "code", "quantity": "amount",
    "phone": "mobile", "min": "minimum", "max": "maximum", "hint": "help", "empty": "empty_text",
    "units": "system", "wind": "wind_speed", "paid": "is_paid", "vip": "is_vip", "express": "fast",
    "minutes": "length", "menu": "dishes", "items": "articles", "users": "members",
    "tracks": "songs", "drinks": "beverages", "warehouse": "depot", "lint": "lint:all",
    "format": "prettify", "public": "is_public", "Secure": "RequireHttps", "Issuer": "Authority",
    "ExpireMinutes": "LifetimeMinutes", "Main": "Default", "login": "sign_in", "signup": "register",
    "required": "missing", "network": "offline", "date": "day_of_exam", "customer": "buyer",
    "shipping": "delivery", "icons": "images", "updated": "last_change", "next": "following",
}  # fmt: skip


def change_keys(document: Document) -> Edit | None:
    """Add, remove or rename one key of an object."""
    context, random = document.context, document.random
    path = document.pick(dict)
    if path is None:
        return None
    items, place = list(document.at(path).items()), document.name(path)
    further = _draw_pairs(document, path)
    if place is None or not further:
        return None
    change = random.choice(("add", "add", "after", "remove", "rename")) if len(items) > 1 else "add"
    i = random.randrange(len(items)) if items else 0
    if change == "after" and isinstance(items[i][1], dict | list):
        return None
    key, new = random.choice(further)
    old = items[i][0] if items else ""
    words = {"key": context.coded(key), "new": document.show(new), "old": context.coded(old)}
    if change == "remove":
        del items[i]
        phrases, words["key"] = _REMOVE, context.coded(old)
    elif change == "rename":
        key = _RENAMED.get(old, "")
        if not key or f'"{key}"' in json.dumps(document.value):
            return None
        items[i] = (key, items[i][1])
        phrases = _RENAME
        words |= {"key": context.coded(old), "new": context.coded(key)}
    else:
        items.insert(len(items) if change == "add" else i + 1, (key, new))
        phrases = _ADD if change == "add" else _ADD_AFTER
    request = mark_name(context.say(phrases, place=place, **words), key, old, *path[-1:])
    return document.edit(request, path, dict(items))


def _draw_pairs(document: Document, path: Path) -> list[tuple[str, Any]]:
    """Return keys that the object does not have yet but may have, with their values."""
    holder, random = document.at(path), document.random
    last = path[-1] if path else ""
    templates = find_templates(document.template, str(last)) if path else [document.template]
    slots = Slots(random)
    fitting = [
        (key.removeprefix("?"), draw_value(random, slots, value))
        for template in templates
        if isinstance(template, dict)
        for key, value in template.items()
        if isinstance(value, str)
    ]
    if last in ("dependencies", "devDependencies"):
        fitting += [
            (name, f"^{random.randrange(1, 12)}.{random.randrange(9)}.0") for name in _PACKAGES
        ]
    elif last in _FURTHER_OF:
        fitting += _FURTHER_OF[str(last)]
    elif isinstance(last, int):
        fitting += _FURTHER_OF_ITEMS
    elif not path:
        fitting += _FURTHER
    return [(key, value) for key, value in fitting if key not in holder]
