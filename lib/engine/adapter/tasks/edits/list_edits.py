"""Items of lists and keys of sections in YAML, TOML, JSON, Markdown, HTML and code.

Invariant: list and edit are made together; the request names the list where there are two.
"""

from __future__ import annotations

from collections.abc import Callable

from lib.engine.adapter.tasks.library import DOCUMENT_NAMES
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import Slots, pascal
from lib.engine.adapter.tasks.texts import Edit, Text
from lib.engine.adapter.tasks.words import CITIES, COLORS, FIRST_NAMES, NOUNS, STRING_WORDS

_ADD_END = Phrases(
    "add {new} to {place}",
    "add {new} at the end of {place}",
    "append {new} to {place}",
    "add an item {new} to {place}",
    "put {new} at the end of {place}",
    "{place} should also contain {new}, at the end",
    "add one more entry to {place}: {new}",
    "extend {place} with {new}",
    "insert {new} as the last item of {place}",
    "add {new} to the end of {place}",
    casual=("{new} is missing at the end of {place}.", "one more for {place}: {new}.",
            "I'd like {new} in {place} as well, at the end.",
            "why isn't {new} in {place}? It should be the last one.",
            "oh, and {new}, that goes last in {place}.",
            "{place} should not stop there, {new} comes last.", "{new} too, bottom of {place}."),
)  # fmt: skip
_ADD_START = Phrases(
    "add {new} at the start of {place}",
    "add {new} as the first item of {place}",
    "insert {new} at the beginning of {place}",
    "put {new} first in {place}",
    "let {place} start with {new}",
    "prepend {new} to {place}",
    casual=("{new} first, then the rest of {place}.", "{new} is missing at the top of {place}.",
            "{place} should begin with {new}, everything else after that.",
            "before everything else in {place}: {new}.",
            "nothing comes before {new}, so that opens {place} now."),
)  # fmt: skip
_ADD_AFTER = Phrases(
    "add {new} after {near}",
    "insert {new} after {near}",
    "add {new} right after {near}",
    "put {new} behind {near}",
    "add {new} between {near} and {next}",
    "insert {new} between {near} and {next}",
    "after {near}, add {new}",
    "add the item {new} after {near}",
    "insert the item {new} directly after {near}",
    "put {new} between {near} and {next}",
    casual=("{near}, then {new}, then {next}.", "{new} is missing, right after {near}.",
            "between {near} and {next} there should be {new}.",
            "{new} comes directly after {near}.", "I forgot {new}, it goes straight after {near}.",
            "one more after {near}: {new}.", "can we squeeze {new} in between {near} and {next}?"),
)  # fmt: skip
_REMOVE = Phrases(
    "remove {old} from {place}",
    "delete {old} from {place}",
    "remove {old}",
    "take {old} out of {place}",
    "delete the item {old}",
    "drop {old} from {place}",
    "strike {old} from {place}",
    "remove the entry {old}",
    "{old} should not be in {place} any more, remove it",
    "get rid of {old} in {place}",
    casual=("{old} can go.", "no more {old} in {place}.", "{place} w/o {old}, please.",
            "why is {old} still in {place}? Out with it.", "{old} has no business in {place}.",
            "we don't need {old} any more.",
            "I crossed out {old} on paper, same in {place} please."),
)  # fmt: skip
_REPLACE = Phrases(
    "replace {old} with {new} in {place}",
    "in {place}, change {old} to {new}",
    "swap {old} for {new} in {place}",
    "change the item {old} to {new}",
    "replace the item {old} by {new}",
    "use {new} instead of {old} in {place}",
    "replace {old} by {new}",
    "change {old} into {new}",
    "put {new} in place of {old}",
    "the item {old} should be {new}",
    casual=("{old} -> {new}.", "not {old}, I meant {new}.", "{old} in {place} is {new} now.",
            "{new} instead of {old}, same spot.", "we changed our minds about {old}, {new} it is.",
            "{old} was a mistake in {place}, {new} is right.",
            "can we have {new} where {place} has {old}?"),
)  # fmt: skip
_SORT = Phrases(
    "sort {place} alphabetically",
    "put {place} in alphabetical order",
    "sort {place} from A to Z",
    "order {place} alphabetically",
    "arrange {place} in alphabetical order",
    casual=("{place} from A to Z, please.", "{place} is a mess, put it in alphabetical order.",
            "why isn't {place} in alphabetical order? It should be.",
            "I can't find anything in {place}, alphabetically please.",
            "alphabetical order for {place}."),
)  # fmt: skip
_MOVE = Phrases(
    "move {old} to the top of {place}",
    "move {old} to the end of {place}",
    "put {old} first in {place}",
    "put {old} last in {place}",
    "move {old} to the start of {place}",
    casual=("{old} belongs at the end of {place}.", "{old} first, then the others, in {place}.",
            "{place} should have {old} at the very end.",
            "why is {old} not at the top of {place}? It should be.",
            "{old} matters most, so to the top of {place} with it.",
            "{old} can wait, at the end of {place} please."),
)  # fmt: skip

Writer = Callable[[str, list[str]], str]


def _joined(head: str, line: str, between: str, foot: str) -> Writer:
    def write(name: str, items: list[str]) -> str:
        rows = between.join(line.replace("@", item) for item in items)
        return head.replace("@", name) + rows + foot

    return write


_FORMS: tuple[tuple[str, Writer], ...] = (
    ("yaml", _joined("@:\n", "  - @", "\n", "")),
    ("yaml", _joined("@:\n", "- @", "\n", "")),
    ("toml", _joined("@ = [", '"@"', ", ", "]")),
    ("python", _joined("@ = [\n", '    "@",', "\n", "\n]")),
    ("python", _joined("@ = [", '"@"', ", ", "]")),
    ("javascript", _joined("const @ = [", '"@"', ", ", "];")),
    ("javascript", _joined("export const @ = [\n", '  "@",', "\n", "\n];")),
    ("markdown", _joined("## @\n\n", "- @", "\n", "")),
    ("markdown", _joined("## @\n\n", "* @", "\n", "")),
    ("html", _joined('<ul id="@">\n', "  <li>@</li>", "\n", "\n</ul>")),
    ("text", _joined("@:\n", "- @", "\n", "")),
    ("text", _joined("@\n\n", "@", "\n", "")),
    ("typescript", _joined("const @: string[] = [\n", '  "@",', "\n", "\n];")),
    ("toml", _joined("@ = [\n", '  "@",', "\n", "\n]")),
    ("html", _joined('<ol class="@">\n', "    <li>@</li>", "\n", "\n</ol>")),
    ("text", _joined("@: ", "@", ", ", "")),
)
_HELD_OUT = (11, 12, 13, 14)

_POOLS = (
    STRING_WORDS, CITIES, FIRST_NAMES, COLORS, NOUNS,
    ("milk", "eggs", "bread", "butter", "cheese", "apples", "rice", "coffee", "tea", "sugar",
     "salt", "flour", "tomatoes", "onions", "honey", "yogurt", "chocolate", "bananas", "pasta"),
    ("water the plants", "call the bank", "buy stamps", "clean the kitchen", "pay the rent",
     "write to Ada", "book the hotel", "feed the cat", "print the tickets", "wash the car",
     "repair the bike", "cook dinner", "send the invoice", "read chapter two"),
)  # fmt: skip


def edit_list(context: Context) -> Edit | None:
    """Add, remove, replace, move or sort items of one of one to three lists."""
    random = context.random
    held = context.split != "train"
    language, write = random.choice([f for i, f in enumerate(_FORMS) if (i in _HELD_OUT) == held])
    lists: dict[str, list[str]] = {}
    slots = Slots(random)
    taken: set[str] = set()
    for _ in range(max(1, min(8, round(context.size / 110)))):
        slots.forget()
        name = slots.value("items")
        name = pascal(name) if language in ("markdown", "text") else name
        pool = [word for word in random.choice(_POOLS) if word not in taken]
        if len(pool) < 10:
            continue
        lists[name] = random.sample(pool, random.randrange(3, min(9, len(pool))))
        taken.update(lists[name])
        new = random.choice([word for word in pool if word not in taken])
        chosen = name
    if len(lists) > 1 and context.chance(0.6):
        chosen = random.choice(list(lists))
        new = random.choice([w for w in STRING_WORDS if w not in taken])
    after = {name: list(items) for name, items in lists.items()}
    made = _change(context, chosen, after[chosen], new, only=len(lists) == 1)
    if made is None:
        return None
    kind, request, after[chosen] = made
    source, answer = ("\n\n".join(write(n, i) for n, i in each.items()) for each in (lists, after))
    noun = random.choice((*DOCUMENT_NAMES[language], "list"))
    text = Text(body=source, language=language, noun=noun)
    return Edit(kind=f"{kind} item", request=request, text=text, answer=answer)


def _change(
    context: Context, name: str, items: list[str], new: str, *, only: bool
) -> tuple[str, str, list[str]] | None:
    random = context.random
    places = [context.coded(name), f"the list {context.coded(name)}", f"the {name} list"]
    place = random.choice([*places, "the list", "the list"] if only else places)
    old, at = random.choice(items), random.randrange(len(items) - 1)
    named = {"old": old, "new": new, "near": items[at], "next": items[at + 1]}
    quoted = {key: context.quoted(word, bare=0.5) for key, word in named.items()}
    kind = random.choice(("add", "add", "insert", "remove", "remove", "replace", "first", "sort",
                          "move"))  # fmt: skip
    if kind == "add":
        return kind, context.say(_ADD_END, place=place, **quoted), [*items, new]
    if kind == "first":
        return "add", context.say(_ADD_START, place=place, **quoted), [new, *items]
    if kind == "insert":
        return kind, context.say(_ADD_AFTER, **quoted), [*items[: at + 1], new, *items[at + 1 :]]
    if kind == "remove":
        rest = [item for item in items if item != old]
        return kind, context.say(_REMOVE, place=place, **quoted), rest
    if kind == "replace":
        rest = [new if item == old else item for item in items]
        return kind, context.say(_REPLACE, place=place, **quoted), rest
    rest = [item for item in items if item != old]
    if kind == "move":
        request = context.say(_MOVE, place=place, **quoted)
        is_last = " end" in request or " last " in request
        return kind, request, [*rest, old] if is_last else [old, *rest]
    if len(items) > 6 or any(item[0].isupper() != items[0][0].isupper() for item in items):
        return None
    return kind, context.say(_SORT, place=place), sorted(items)
