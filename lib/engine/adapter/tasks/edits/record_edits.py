"""Lists of nearly equal records, of which one is changed, added or removed.

Invariant: the records differ in their name, and the request names the one that is meant.
"""

from __future__ import annotations

from collections.abc import Callable

from lib.engine.adapter.tasks.edits.value_edits import other_value
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit, Text
from lib.engine.adapter.tasks.words import CITIES, FIRST_NAMES, LAST_NAMES, STRING_WORDS

Record = tuple[str, str, str]
"""Name, a number, a word."""

_CHANGE = Phrases(
    "change the {field} of {name} to {new}",
    "set the {field} of {name} to {new}",
    "change the {field} of {name} from {old} to {new}",
    "{name} should have the {field} {new}",
    "The {field} of {name} should be {new}.",
    "update the {field} of {name} to {new}",
    "for {name}, change the {field} to {new}",
    "make the {field} of {name} {new}",
    "the {field} of {name} is wrong, it should be {new}",
    "set {field} to {new} for {name}",
    "in the entry of {name}, change {old} to {new}",
    "correct the {field} of {name}: it is {new}, not {old}",
    "replace the {field} of {name} by {new}",
    "give {name} the {field} {new}",
    "change only the {field} of {name}, to {new}",
    casual=("{name}: {field} {new}.", "{field} of {name}: {new}, not {old}.",
            "{name} has {new} as {field} now.",
            "why does {name} still have {old}? The {field} is {new}.",
            "{old} is wrong for {name}, the {field} should be {new}.",
            "it's about {name}: {new} instead of {old} as the {field}.",
            "I got the {field} of {name} wrong, it's {new}.",
            "someone mistyped the {field} of {name}, {new} would be correct."),
)  # fmt: skip
_REMOVE = Phrases(
    "remove {name}",
    "delete {name} from the list",
    "remove the entry of {name}",
    "delete the entry for {name}",
    "take {name} off the list",
    "remove {name} from the list",
    "delete the line of {name}",
    "drop the entry of {name}",
    "strike {name} from the list",
    "{name} has left, remove the entry",
    casual=("{name} can go.", "no more {name}, please.",
            "why is {name} still listed? Out with that entry.",
            "we don't need the entry for {name}.", "everyone stays except {name}.",
            "{name} should not be in there any more.",
            "I see {name} in there, that one has to go."),
)  # fmt: skip
_ADD = Phrases(
    "add {name} with the {first} {one} and the {second} {two} after {near}",
    "after {near}, add {name} with {first} {one} and {second} {two}",
    "insert {name} ({first} {one}, {second} {two}) after {near}",
    "add an entry for {name} after {near}: {first} {one}, {second} {two}",
    "add {name} below {near}, with {first} {one} and {second} {two}",
    "put {name} after {near}; the {first} is {one} and the {second} is {two}",
    "add a new entry after {near}: {name}, {first} {one}, {second} {two}",
    "insert a new entry for {name} behind {near} with {first} {one} and {second} {two}",
    "right after {near} add {name}, {first} {one}, {second} {two}",
    "between {near} and the next entry, add {name} with {first} {one} and {second} {two}",
    casual=("{name} is missing after {near}: {first} {one}, {second} {two}.",
            "one more after {near}: {name}, {first} = {one}, {second} = {two}.",
            "we have a new one, {name}, {first} {one}, {second} {two}, right after {near}.",
            "I forgot {name} ({first} {one}, {second} {two}), goes directly below {near}.",
            "{near} should be followed by {name} with {first} {one} and {second} {two}.",
            "why isn't {name} in there? {first} {one}, {second} {two}, straight after {near}."),
)  # fmt: skip
_SWAP = Phrases(
    "swap {name} and {near}",
    "let {name} and {near} change places",
    "exchange the entries of {name} and {near}",
    "swap the entries of {name} and {near}",
    "switch the order of {name} and {near}",
    "exchange {name} and {near}",
    casual=("{name} and {near} the other way round, please.",
            "{name} where {near} is, and vice versa.",
            "{name} and {near} got mixed up, they should trade places.", "{name} <-> {near}.",
            "I'd like {near} in the place of {name} and {name} in the place of {near}."),
)  # fmt: skip


def _python(first: str, second: str) -> Callable[[list[Record]], str]:
    def write(records: list[Record]) -> str:
        rows = [f'    {{"name": "{n}", "{first}": {a}, "{second}": "{b}"}},' for n, a, b in records]
        return "\n".join(["records = [", *rows, "]"])

    return write


def _script(first: str, second: str) -> Callable[[list[Record]], str]:
    def write(records: list[Record]) -> str:
        rows = [f'  {{ name: "{n}", {first}: {a}, {second}: "{b}" }},' for n, a, b in records]
        return "\n".join(["export const records = [", *rows, "];"])

    return write


def _csv(first: str, second: str) -> Callable[[list[Record]], str]:
    return lambda records: "\n".join([f"name,{first},{second}", *(",".join(r) for r in records)])


def _markdown(first: str, second: str) -> Callable[[list[Record]], str]:
    head = [f"| name | {first} | {second} |", "| --- | --- | --- |"]
    return lambda records: "\n".join([*head, *(f"| {' | '.join(r)} |" for r in records)])


def _yaml(first: str, second: str) -> Callable[[list[Record]], str]:
    return lambda records: "\n".join(
        [
            "records:",
            *(f"  - name: {n}\n    {first}: {a}\n    {second}: {b}" for n, a, b in records),
        ]
    )


def _sql(first: str, second: str) -> Callable[[list[Record]], str]:
    def write(records: list[Record]) -> str:
        head = "INSERT INTO records (name, {}, {}) VALUES".format(first, second)  # noqa: UP032
        return "\n".join(f"{head} ('{n}', {a}, '{b}');" for n, a, b in records)

    return write


def _lines(first: str, second: str) -> Callable[[list[Record]], str]:
    return lambda records: "\n".join(f"- {n}: {first} {a}, {second} {b}" for n, a, b in records)


def _html(first: str, second: str) -> Callable[[list[Record]], str]:
    head = f"  <tr><th>name</th><th>{first}</th><th>{second}</th></tr>"

    def write(records: list[Record]) -> str:
        rows = [f"  <tr><td>{n}</td><td>{a}</td><td>{b}</td></tr>" for n, a, b in records]
        return "\n".join(["<table>", head, *rows, "</table>"])

    return write


_FORMS = (
    ("python", "code", _python),
    ("javascript", "code", _script),
    ("text", "CSV file", _csv),
    ("markdown", "table", _markdown),
    ("yaml", "file", _yaml),
    ("sql", "script", _sql),
    ("text", "list", _lines),
    ("html", "table", _html),
    ("typescript", "code", _script),
)
_HELD_OUT = ("sql", "html")


def edit_records(context: Context) -> Edit | None:
    """Change, add, remove or swap records of a list."""
    random, slots = context.random, Slots(context.random)
    held = context.split != "train"
    language, noun, form = random.choice([f for f in _FORMS if (f[0] in _HELD_OUT) == held])
    fields = slots.value("field"), slots.value("field", "2")
    write = form(*fields)
    pool = random.choice((FIRST_NAMES, CITIES, STRING_WORDS, LAST_NAMES))
    new, *records = _draw_records(context, slots, pool, max(3, min(30, round(context.size / 48))))
    place = random.randrange(len(records))
    name = records[place][0]
    kind = random.choice(("change", "change", "remove", "add", "swap"))
    after = list(records)
    if kind == "change":
        changed = _change_record(context, records[place], fields)
        if changed is None:
            return None
        request, after[place] = changed
    elif kind == "remove":
        del after[place]
        request = context.say(_REMOVE, name=_entry(context, name))
    elif kind == "add":
        after.insert(place + 1, new)
        request = context.say(
            _ADD, name=_entry(context, new[0]), near=_entry(context, name),
            first=fields[0], second=fields[1], one=new[1], two=new[2],
        )  # fmt: skip
        if "next entry" in request and place == len(records) - 1:
            return None
    else:
        other = (place + 1) % len(records)
        after[place], after[other] = after[other], after[place]
        request = context.say(
            _SWAP, name=_entry(context, name), near=_entry(context, records[other][0])
        )
    text = Text(body=write(records), language=language, noun=noun)
    return Edit(kind=f"{kind} record", request=request, text=text, answer=write(after))


def _draw_records(
    context: Context, slots: Slots, pool: tuple[str, ...], count: int
) -> list[Record]:
    """Draw one record more than wanted; numbers and words of several records are the same."""
    random = context.random
    names = random.sample(pool, count + 1)
    shared = random.sample(STRING_WORDS, 3)
    fixed = slots.value("n")
    records = []
    for name in names:
        number = fixed if context.chance(0.4) else str(random.randrange(1, 100))
        records.append((name, number, random.choice(shared)))
    return records


def _change_record(
    context: Context, record: Record, fields: tuple[str, str]
) -> tuple[str, Record] | None:
    name, number, word = record
    is_number = context.chance(0.6)
    old = number if is_number else word
    new = other_value(context.random, old)
    if new == old:
        return None
    request = context.say(
        _CHANGE, name=_entry(context, name), old=old, new=new,
        field=fields[0] if is_number else fields[1],
    )  # fmt: skip
    return request, (name, new, word) if is_number else (name, number, new)


def _entry(context: Context, name: str) -> str:
    return context.quoted(name, bare=0.6)
