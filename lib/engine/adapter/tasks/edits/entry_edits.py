"""One key of all the entries of a JSON list: removed, added, renamed, set.

Invariant: the key stands in every entry of the list and nowhere else.
"""

from __future__ import annotations

import json
from typing import Any

from lib.engine.adapter.tasks.edits.json_edits import fill_document, make_json, make_value
from lib.engine.adapter.tasks.library import DOCUMENT_NAMES
from lib.engine.adapter.tasks.naming import new_name
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit, Text
from lib.engine.adapter.tasks.words import FIELDS

_REMOVE = Phrases(
    "remove {key} from {all}",
    "delete {key} from {all}",
    "remove the key {key} from {all}",
    "drop {key} in {all}",
    "take {key} out of {all}",
    "remove every {key}",
    "delete the {key} field of {all}",
    "We don't need {key} any more. Remove it from {all}.",
    "remove {key} everywhere",
    "strip {key} from {all}",
    casual=("{key} should be gone from {all}.", "{key} can go, in {all}.",
            "nobody reads {key}, out of {all} with it.",
            "we publish this, so strip {all} of {key}.",
            "why is there {key} in {all}? I don't want it.",
            "{key} is useless, away with it everywhere."),
)  # fmt: skip
_ADD = Phrases(
    "add {pair} to {all}, at the end",
    "add {pair} at the end of {all}",
    "add the key {key} with the value {value} at the end of {all}",
    "give {all} a last key {key} with the value {value}",
    "append {pair} to {all}",
    "{all} should end with {pair}",
    "put {pair} at the end of {all}",
    casual=("{pair} is missing at the end of {all}.", "one more for {all}, at the end: {pair}.",
            "{key} = {value} for {all}, after the other keys.",
            "we need {key} in {all} now, {value} everywhere, as the last key.",
            "at the end of {all} I'd like to see {pair}.", "could {all} end with {pair}?"),
)  # fmt: skip
_RENAME = Phrases(
    "rename {key} to {new} in {all}",
    "rename the key {key} to {new}",
    "call {key} {new} in {all}",
    "change the key {key} to {new} everywhere",
    "use {new} instead of {key} in {all}",
    "rename {key} to {new}",
    "the key {key} should be {new} in {all}",
    casual=("{key} -> {new} in {all}.", "we call it {new} now, not {key}.",
            "the API expects {new}, not {key}, in {all}.",
            "{key} is a misleading name, {new} would be better in {all}.",
            "no key {key} any more, it's {new} in {all}.", "could {key} be called {new} in {all}?"),
)  # fmt: skip
_SET = Phrases(
    "set {key} to {value} in {all}",
    "set {key} of {all} to {value}",
    "change {key} to {value} in {all}",
    "{key} should be {value} in {all}",
    "make {key} {value} in {all}",
    "set every {key} to {value}",
    "let {key} be {value} everywhere",
    casual=("{key} = {value} in {all}.", "{key}: {value}, everywhere.",
            "same {key} for {all}: {value}.", "I want {value} as {key} in {all}.",
            "whatever it says now, {key} is {value} in {all}.",
            "{all} should have {value} as {key}.", "we agreed on one {key}: {value}, in {all}."),
)  # fmt: skip


def edit_entries(context: Context) -> Edit | None:
    """Change one key in every entry of a list of objects."""
    random = context.random
    is_document = context.chance(0.75)
    data: Any = json.loads(fill_document(context)) if is_document else make_json(context)
    lists = [one for one in _find_lists(data) if 2 <= len(one) <= 6]
    if not lists:
        return None
    entries = random.choice(lists)
    if context.chance(0.5):
        data = entries
    indent = random.choice((2, 2, 2, 4))
    source = json.dumps(data, indent=indent, ensure_ascii=False)
    keys = [
        key
        for key in entries[0]
        if all(key in entry for entry in entries) and source.count(f'"{key}":') == len(entries)
    ]
    if not keys or min(map(len, entries)) < 2:
        return None
    key, kind = random.choice(keys), random.choice(("remove", "remove", "add", "rename", "set"))
    request = _change(context, entries, key, kind, source)
    if request is None:
        return None
    text = Text(body=source, language="json", noun=random.choice(DOCUMENT_NAMES["json"]))
    answer = json.dumps(data, indent=indent, ensure_ascii=False)
    return Edit(kind=f"{kind} in entries", request=request, text=text, answer=answer)


def _find_lists(data: Any) -> list[list[dict[str, Any]]]:
    """The lists of objects anywhere in the data."""
    found = []
    if isinstance(data, list) and data and all(isinstance(entry, dict) for entry in data):
        found.append(data)
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return found + [one for value in inner for one in _find_lists(value)]


def _change(
    context: Context, entries: list[dict[str, Any]], key: str, kind: str, source: str
) -> str | None:
    random = context.random
    everyone = ["all entries", "every entry", "each entry", "all objects", "all of them"]
    if len(entries) == 2:
        everyone += ["both entries", "both", "both objects"] * 2
    words = {"all": random.choice(everyone), "key": context.coded(key)}
    if kind == "remove":
        for entry in entries:
            del entry[key]
        return context.say(_REMOVE, **words)
    if kind == "rename":
        new = new_name(random, key, "key", "json")
        if f'"{new}"' in source:
            return None
        for entry in entries:
            items = [(new if name == key else name, value) for name, value in entry.items()]
            entry.clear()
            entry.update(items)
        return context.say(_RENAME, new=context.coded(new), **words)
    value = make_value(context)
    shown = json.dumps(value, ensure_ascii=False)
    if kind == "add":
        key = random.choice(FIELDS)
        if f'"{key}"' in source:
            return None
        pair = context.coded(f'"{key}": {shown}', bare=0)
        words |= {"key": context.coded(key)}
        for entry in entries:
            entry[key] = value
        return context.say(_ADD, value=shown, pair=pair, **words)
    if any(type(entry[key]) is not type(value) or entry[key] == value for entry in entries):
        return None
    for entry in entries:
        entry[key] = value
    return context.say(_SET, value=shown, **words)
