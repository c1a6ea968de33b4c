"""A key of all entries of a list is renamed, an entry comes or is changed.

Invariant: the same key and the same entry outside the told list stay.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from lib.engine.adapter.tasks.demos.pairs import record_wordings as wordings
from lib.engine.adapter.tasks.demos.pairs.framing import frame_line
from lib.engine.adapter.tasks.demos.pairs.json_texts import PROJECTS, Data, write_json
from lib.engine.adapter.tasks.demos.telling import tell_parts
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_Record = tuple[str, str, str, Sequence[str], str, Sequence[Any], str, Sequence[Any]]
_RECORDS: tuple[_Record, ...] = (
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


def _draw_records(context: Context) -> tuple[Data, str, str, str, tuple[str, str]]:
    """Return data with a list, the names of the list and of its first key, that key's other name,
    and the other two keys.
    """
    random = context.random
    listed, id_key, new_key, names, key, values, more, more_values = random.choice(_RECORDS)
    entries: list[Data] = [
        {id_key: name, key: random.choice(values), more: random.choice(more_values)}
        for name in random.sample(names, random.choice((2, 3, 4)))
    ]
    data: Data = {id_key: f"{random.choice(PROJECTS)}-{random.randrange(1, 60)}"}
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
    pair = (
        write_json(data, indent, is_flat=is_flat),
        write_json({**data, listed: entries}, indent, is_flat=is_flat),
    )
    values = {"old": f"`{old}`", "new": context.coded(new), "list": f"`{listed}`"}
    request = context.say(wordings.RENAME, **values)
    stays = wordings.RENAME_STAYS if old in data else wordings.RENAME_STAYS_ANYWHERE
    request = frame_line(context, request, wordings.RENAME_REASONS, stays, **values)
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
    pair = write_json(source, indent, is_flat=is_flat), write_json(answer, indent, is_flat=is_flat)
    parts = (f"{id_key} {json.dumps(new[id_key])}", f"{key} {json.dumps(new[key])}",
             f"{more} {json.dumps(new[more])}")  # fmt: skip
    spoken = f"{parts[0]}, {parts[1]} and {parts[2]}"
    entry = random.choice((f"`{json.dumps(new)}`", f"the entry with {spoken}"))
    listed_told = f"`{listed}`"
    append = context.say(wordings.APPEND, entry=entry, list=listed_told)
    setting = context.say(wordings.SET, key=context.coded(key, bare=0.0),
                          name=context.quoted(told, bare=0.0),
                          value=f"`{json.dumps(value)}`")  # fmt: skip
    if "archive" in data and second and not first:
        setting = f"in {listed_told}, {setting}"
    request = tell_parts(context, [append] * first + [setting] * second)
    request = frame_line(
        context, request, wordings.APPEND_REASONS, wordings.APPEND_STAYS, twin=f"`{twin}`"
    )
    return make_edit(context, "append and set", request, "json", pair)
