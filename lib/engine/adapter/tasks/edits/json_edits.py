"""Keys of JSON objects: set, added, removed, renamed.

Invariant: the answer is the changed object, written as the source was.
"""

from __future__ import annotations

import json
import re
from typing import Any

from lib.engine.adapter.tasks.library import DOCUMENT_NAMES, patterns_for
from lib.engine.adapter.tasks.naming import new_name
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import Slots, plural
from lib.engine.adapter.tasks.texts import Edit, Text
from lib.engine.adapter.tasks.words import CITIES, COLORS, FIELDS, NOUNS, STRING_WORDS

_ADD_KEY = Phrases(
    "add the key {key} with the value {value} at the end",
    "add {key}: {value} at the end",
    "add a new key {key} with value {value} at the end",
    "add {key} = {value} as the last entry",
    "append the key {key} with the value {value}",
    "insert {key} with the value {value} at the end",
    "at the end, add {key} set to {value}",
    "add a field {key} with the value {value} as the last one",
    "add the setting {key} ({value}) at the end",
    "put {key}: {value} at the end of the object",
    casual=("missing at the end: {key} = {value}.",
            "one more key at the end: {key}, value {value}.",
            "we also need a last key, {key}: {value}.",
            "at the very end I'd like {key} with {value}.",
            "there is no {key} yet, it goes last, with {value}.",
            "the new release expects {key} ({value}), at the end please."),
)  # fmt: skip

_ADD_KEY_INSIDE = Phrases(
    "add the key {key} with the value {value} to {outer}",
    "add {key} with the value {value} at the end of {outer}",
    "add a new key {key} to {outer} with the value {value}",
    "in {outer}, add {key} with the value {value}",
    "append {key} with value {value} to {outer}",
    "extend {outer} by {key}, set to {value}",
    "inside {outer}, add the key {key} with the value {value} at the end",
    "give {outer} a last key {key} with the value {value}",
    "insert {key} with the value {value} at the end of {outer}",
    "put a key {key} with the value {value} into {outer}, as the last one",
    casual=("{outer} lacks something: {key} = {value}.",
            "{key} is missing in {outer}, the value is {value}.",
            "in {outer}, at the end: {key}, {value}.",
            "one more key for {outer}: {key} with {value}.",
            "{outer} is incomplete without {key}, set to {value}.",
            "could {outer} end with {key} set to {value}?"),
)  # fmt: skip

_REMOVE_KEY = Phrases(
    "remove the key {key}",
    "delete the key {key}",
    "remove {key}",
    "delete {key}",
    "drop the {key} field",
    "remove the {key} entry",
    "take out the key {key}",
    "get rid of {key}",
    "remove the field {key}",
    "We don't need {key} any more, remove it.",
    casual=("{key} can go.", "{key} is not used any more, out with it.",
            "why do we still have {key}? Away with that.", "we can do without {key}.",
            "nobody reads {key}, scrap it.", "no more {key}, please."),
)  # fmt: skip

_SET_KEY = Phrases(
    "set {key} to {value}",
    "change {key} to {value}",
    "change the value of {key} to {value}",
    "change {key} from {old} to {value}",
    "set the key {key} to {value}",
    "update {key} to {value}",
    "{key} should be {value}, change it",
    "make {key} {value}",
    "replace the value of {key} with {value}",
    "set {key} to {value} instead of {old}",
    casual=("{key} = {value}.", "{key}: {value}, not {old}.", "{key} is {value} now.",
            "{value} instead of {old} for {key}.",
            "why is {key} still {old}? It should be {value}.",
            "{old} is out of date, {key} should be {value}.",
            "so {key}, that has to be {value}.", "for {key} I'd prefer {value}."),
)  # fmt: skip


def make_value(context: Context) -> Any:
    """Return a value as a key of a JSON object may have."""
    random, slots = context.random, Slots(context.random)
    kind = random.random()
    if kind < 0.3:
        return random.randrange(1, 500)
    if kind < 0.4:
        return random.choice((True, False))
    if kind < 0.45:
        return None
    if kind < 0.5:
        return float(slots.value("price"))
    return slots.fill(
        random.choice(
            ("~word~", "~first~ ~last~", "~city~", "~date~", "~msg~", "~version~", "~email~",
             "~color~", "https://~domain~", "~hex~", "~item~", "~adj~ ~item~")
        )
    )  # fmt: skip


def _key(context: Context, style: str) -> str:
    random = context.random
    first = random.choice(FIELDS if random.random() < 0.6 else NOUNS)
    if random.random() < 0.7:
        return first
    second = random.choice(NOUNS)
    return {"snake": f"{first}_{second}", "kebab": f"{first}-{second}"}.get(
        style, first + second.title()
    )


def _make_object(context: Context, style: str, count: int) -> dict[str, Any]:
    return {_key(context, style): make_value(context) for _ in range(count)}


def make_json(context: Context) -> dict[str, Any]:
    """Return an object of about the wanted size once written."""
    if context.wide and context.chance(0.6):
        document = json.loads(fill_document(context))
        if isinstance(document, dict):
            return document
    style = context.random.choice(("snake", "camel", "kebab"))
    data = _make_object(context, style, context.random.randrange(2, 6))
    while len(json.dumps(data, indent=2)) < context.size * 0.8:
        kind, key = context.random.random(), _key(context, style)
        if kind < 0.35:
            data[key] = _make_object(context, style, context.random.randrange(2, 5))
        elif kind < 0.55:
            keys = list(_make_object(context, style, context.random.randrange(2, 4)))
            data[plural(key)] = [
                {k: make_value(context) for k in keys}
                for _ in range(context.random.randrange(2, 5))
            ]
        elif kind < 0.7:
            pool = context.random.choice((STRING_WORDS, CITIES, COLORS))
            data[plural(key)] = context.random.sample(pool, context.random.randrange(2, 6))
        else:
            data[key] = make_value(context)
    return data


def fill_document(context: Context) -> str:
    """Return one of the further patterns, a JSON document of about the wanted size."""
    patterns = patterns_for(context, "json")
    near = [p.body for p in patterns if len(p.body) < context.size * 1.6 + 100]
    return Slots(context.random).fill(context.random.choice(near or [patterns[0].body]))


def make_json_text(context: Context) -> Text:
    """Return a JSON text of about the wanted size."""
    if context.wide and context.chance(0.6):
        body = fill_document(context)
    else:
        body = json.dumps(make_json(context), indent=context.random.choice((2, 2, 2, 4)))
    return Text(body=body, language="json", noun=context.random.choice(DOCUMENT_NAMES["json"]))


def edit_json(context: Context) -> Edit | None:
    """Set, add or remove one key of a JSON object, named by its path when it is nested."""
    data = make_json(context)
    indent = context.random.choice((2, 2, 2, 4))
    source = json.dumps(data, indent=indent)
    noun = context.random.choice(DOCUMENT_NAMES["json"])
    nested = [key for key, value in data.items() if isinstance(value, dict)]
    outer = context.random.choice(nested) if nested and context.chance(0.45) else None
    where = "" if outer is None else context.random.choice((" in {0}", " of {0}", " inside {0}"))
    place = where.format(context.coded(outer or ""))
    kind = context.random.choice(("set", "add", "remove"))
    holder: dict[str, Any] = data if outer is None else data[outer]
    value = make_value(context)
    is_bare = isinstance(value, str) and not context.chance(0.6)
    shown = str(value) if is_bare else json.dumps(value)
    if kind == "add":
        request = _add_key(context, holder, value, shown, source, outer)
    else:
        keys = [k for k, v in holder.items() if kind == "remove" or not isinstance(v, dict | list)]
        if not keys or len(holder) < 2:
            return None
        key = context.random.choice(keys)
        if source.count(f'"{key}":') > 1 and outer is None:
            return None
        if kind == "remove":
            request = _remove_key(context, holder, key, place)
        else:
            request = _set_key(context, holder, key, value, shown, place)
    if request is None:
        return None
    text = Text(body=source, language="json", noun=noun)
    answer = json.dumps(data, indent=indent)
    return Edit(kind=f"{kind} json key", request=request, text=text, answer=answer)


def _add_key(
    context: Context, holder: dict[str, Any], value: Any, shown: str, source: str,
    outer: str | None,
) -> str | None:  # fmt: skip
    key = _key(context, "kebab" if "-" in source else "snake")
    if f'"{key}"' in source:
        return None
    holder[key] = value
    values = {"key": context.coded(key), "value": shown}
    if outer is None:
        return context.say(_ADD_KEY, **values)
    return context.say(_ADD_KEY_INSIDE, outer=context.coded(outer), **values)


def _remove_key(context: Context, holder: dict[str, Any], key: str, place: str) -> str | None:
    del holder[key]
    request = context.say(_REMOVE_KEY, key=context.coded(key) + place)
    return None if "field" in request and place else request


def _set_key(
    context: Context, holder: dict[str, Any], key: str, value: Any, shown: str, place: str
) -> str | None:
    old = holder[key]
    if isinstance(old, bool):
        value = not old
        shown = json.dumps(value)
    elif isinstance(old, int) and not isinstance(value, int):
        return None
    if json.dumps(value) == json.dumps(old):
        return None
    holder[key] = value
    return context.say(_SET_KEY, key=context.coded(key) + place, value=shown, old=json.dumps(old))


_RENAME_KEY = Phrases(
    "rename the key {old} to {new}",
    "rename {old} to {new}",
    "change the key {old} to {new}",
    "the key {old} should be called {new}",
    "call the key {new} instead of {old}",
    "replace the key {old} with {new}",
    "change the name of {old} to {new}",
    "rename the field {old} to {new} and keep its value",
    "use {new} instead of {old} as the key",
    "rename the property {old} to {new}",
    casual=("{old} -> {new}, only the key.", "the key is {new} now, not {old}.",
            "{new} would be a better key than {old}.",
            "our parser expects the key {new}, we have {old}.",
            "no key {old} any more, {new} with the same value.",
            "why is it called {old}? {new} says what it is.",
            "can {old} be called {new}, value as before?"),
)  # fmt: skip


def rename_json_key(context: Context, text: Text) -> Edit | None:
    """Rename a key that stands once in a JSON text."""
    keys = re.findall(r'"([\w-]+)":', text.body)
    keys = [key for key in keys if text.body.count(f'"{key}"') == 1]
    if not keys:
        return None
    old = context.random.choice(keys)
    new = new_name(context.random, old, "key", "json")
    if f'"{new}"' in text.body:
        return None
    request = context.say(_RENAME_KEY, old=context.coded(old), new=context.coded(new))
    answer = text.body.replace(f'"{old}":', f'"{new}":')
    return Edit(kind="rename json key", request=request, text=text, answer=answer)
