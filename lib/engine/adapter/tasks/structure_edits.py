"""Routes, properties, parameters and keys that come or go.

Invariant: the request says what the new part is and where it goes.
"""

from __future__ import annotations

import json
import re
from typing import Any

from lib.engine.adapter.tasks import words
from lib.engine.adapter.tasks.library import NOUNS
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import Slots, plural
from lib.engine.adapter.tasks.texts import Edit, Text

_ADD_PROPERTY = Phrases(
    "add {new} to {place}",
    "add the property {new} to {place}",
    "add {new} to the end of {place}",
    "in {place}, add {new} at the end",
    "give {place} a {name} of {value}",
    "add a {name} of {value} to {place}",
    "append {new} to {place}",
    "set the {name} of {place} to {value}, as its last property",
    "insert {new} as the last property of {place}",
    "extend {place} with {new}",
)
_REMOVE_PROPERTY = Phrases(
    "remove the {name} from {place}",
    "remove {name} from {place}",
    "delete the {name} property of {place}",
    "remove the {name} property from {place}",
    "drop {name} from {place}",
    "delete {name} in {place}",
    "take the {name} out of {place}",
    "{place} should not have a {name}, remove it",
    "in {place}, remove {name}",
    "get rid of the {name} in {place}",
)
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

_DECLARATIONS = (
    "padding: ~px~", "margin: ~px~", "color: ~color~", "display: flex", "opacity: 0.~digit~",
    "border-radius: ~px~", "font-weight: bold", "text-align: center", "width: ~n~px",
    "background: ~color~", "cursor: pointer", "font-size: ~teen~px", "line-height: 1.~digit~",
    "border: 1px solid ~color~", "max-width: ~n~px", "overflow: hidden", "z-index: ~digit~",
)  # fmt: skip


def _rules(text: Text) -> list[tuple[str, str]]:
    rules = re.findall(r"(?m)^([^\s@/{][^{\n,]*) \{\n([^}]*)\}", text.body)
    names = [selector for selector, _ in rules]
    return [rule for rule in rules if names.count(rule[0]) == 1]


def change_rule(context: Context, text: Text) -> Edit | None:
    """Add a property at the end of a CSS rule, or remove one of its properties."""
    rules = _rules(text) if text.language == "css" else []
    if not rules:
        return None
    selector, block = context.random.choice(rules)
    place = context.random.choice(
        (f"`{selector}`", f"the {selector} rule", f"the rule `{selector}`")
    )
    whole = f"{selector} {{\n{block}}}"
    if text.body.count(whole) != 1 or "/*" in block:
        return None
    lines = block.rstrip(" ").removesuffix("\n").split("\n")
    if context.chance(0.5):
        new = Slots(context.random).fill(context.random.choice(_DECLARATIONS))
        name, value = new.split(": ")
        if name in block:
            return None
        shown = f"`{new};`" if context.chance(0.4) else f"`{new}`" if context.chance(0.5) else new
        request = context.say(_ADD_PROPERTY, new=shown, name=name, value=value, place=place)
        indent = lines[0][: len(lines[0]) - len(lines[0].lstrip())]
        lines.append(f"{indent}{new};")
        kind = "add css property"
    else:
        if len(lines) < 2:
            return None
        line = context.random.choice(lines)
        name = line.strip().split(":")[0]
        if sum(name in other for other in lines) > 1:
            return None
        request = context.say(_REMOVE_PROPERTY, name=context.coded(name, bare=0.45), place=place)
        lines.remove(line)
        kind = "remove css property"
    answer = text.body.replace(whole, f"{selector} {{\n" + "\n".join(lines) + "\n}")
    return Edit(kind=kind, request=request, text=text, answer=answer)


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
