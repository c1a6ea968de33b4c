"""Keys of JSON objects: set, added, removed.

Invariant: the answer is the changed object, written as the source was.
"""

from __future__ import annotations

import json
from typing import Any

from lib.engine.adapter.tasks import words
from lib.engine.adapter.tasks.library import NOUNS
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import Slots, plural
from lib.engine.adapter.tasks.texts import Edit, Text

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
)

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
)

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
)

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
)


def _value(context: Context) -> Any:
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
    first = random.choice(words.FIELDS if random.random() < 0.6 else words.NOUNS)
    if random.random() < 0.7:
        return first
    second = random.choice(words.NOUNS)
    return {"snake": f"{first}_{second}", "kebab": f"{first}-{second}"}.get(
        style, first + second.title()
    )


def _make_object(context: Context, style: str, count: int) -> dict[str, Any]:
    return {_key(context, style): _value(context) for _ in range(count)}


def make_json(context: Context) -> dict[str, Any]:
    """Return an object of about the wanted size once written."""
    style = context.random.choice(("snake", "camel", "kebab"))
    data = _make_object(context, style, context.random.randrange(2, 6))
    while len(json.dumps(data, indent=2)) < context.size * 0.8:
        kind, key = context.random.random(), _key(context, style)
        if kind < 0.35:
            data[key] = _make_object(context, style, context.random.randrange(2, 5))
        elif kind < 0.55:
            keys = list(_make_object(context, style, context.random.randrange(2, 4)))
            data[plural(key)] = [
                {k: _value(context) for k in keys} for _ in range(context.random.randrange(2, 5))
            ]
        elif kind < 0.7:
            pool = context.random.choice((words.STRING_WORDS, words.CITIES, words.COLORS))
            data[plural(key)] = context.random.sample(pool, context.random.randrange(2, 6))
        else:
            data[key] = _value(context)
    return data


def make_json_text(context: Context) -> Text:
    """Return a JSON text of about the wanted size."""
    body = json.dumps(make_json(context), indent=context.random.choice((2, 2, 2, 4)))
    return Text(body=body, language="json", noun=context.random.choice(NOUNS["json"]))


def edit_json(context: Context) -> Edit | None:
    """Set, add or remove one key of a JSON object, named by its path when it is nested."""
    data = make_json(context)
    indent = context.random.choice((2, 2, 2, 4))
    source = json.dumps(data, indent=indent)
    noun = context.random.choice(NOUNS["json"])
    text = Text(body=source, language="json", noun=noun)
    nested = [key for key, value in data.items() if isinstance(value, dict)]
    outer = context.random.choice(nested) if nested and context.chance(0.45) else None
    holder: dict[str, Any] = data if outer is None else data[outer]
    where = "" if outer is None else context.random.choice((" in {0}", " of {0}", " inside {0}"))
    place = where.format(context.coded(outer or ""))
    kind, quote = context.random.choice(("set", "add", "remove")), context.coded
    style = "kebab" if "-" in source else "snake"
    plain = [k for k, v in holder.items() if not isinstance(v, dict | list)]
    value = _value(context)
    shown = json.dumps(value) if not isinstance(value, str) or context.chance(0.6) else value
    if kind == "add":
        key = _key(context, style)
        if f'"{key}"' in source:
            return None
        holder[key] = value
        if outer is not None:
            request = context.say(_ADD_KEY_INSIDE, key=quote(key), value=shown, outer=quote(outer))
        else:
            request = context.say(_ADD_KEY, key=quote(key), value=shown)
    else:
        pool = plain if kind == "set" else list(holder)
        if not pool or len(holder) < 2:
            return None
        key = context.random.choice(pool)
        if source.count(f'"{key}":') > 1 and outer is None:
            return None
        if kind == "remove":
            del holder[key]
            request = context.say(_REMOVE_KEY, key=quote(key) + place)
            if "field" in request and place:
                return None
        else:
            old = json.dumps(holder[key])
            if isinstance(holder[key], bool):
                value = not holder[key]
                shown = json.dumps(value)
            elif isinstance(holder[key], int) and not isinstance(value, int):
                return None
            if json.dumps(value) == old:
                return None
            holder[key] = value
            request = context.say(_SET_KEY, key=quote(key) + place, value=shown, old=old)
    answer = json.dumps(data, indent=indent)
    return Edit(kind=f"{kind} json key", request=request, text=text, answer=answer)
