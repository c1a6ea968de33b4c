"""Replaced words and phrases: all of them, one of them, those of a line.

Invariant: the old text stands in the source exactly as often as the request implies.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.scanning import boundary, find_strings, unique_lines
from lib.engine.adapter.tasks.slots import plural
from lib.engine.adapter.tasks.texts import CODE, Edit, Text
from lib.engine.adapter.tasks.words import (
    ADJECTIVES,
    FIELDS,
    MESSAGES,
    NOUNS,
    STRING_WORDS,
    split_words,
)

_ONE = Phrases(
    "replace {old} with {new}",
    "change {old} to {new}",
    "replace {old} by {new}",
    "substitute {new} for {old}",
    "change {old} into {new}",
    "swap {old} for {new}",
    "replace the {thing} {old} with {new}",
    "change the {thing} {old} to {new}",
    "It should say {new} instead of {old}.",
    "turn {old} into {new}",
    "use {new} instead of {old}",
    "find {old} and replace it with {new}",
    "write {new} instead of {old}",
    "put {new} where it says {old}",
    "Where it says {old}, write {new}.",
    "replace the {thing} {old} by {new}",
    "make it say {new} instead of {old}",
    "Instead of {old} it should be {new}.",
    "swap the {thing} {old} for {new}",
    "The {thing} {old} should be {new}.",
    "switch {old} to {new}",
    "exchange {old} for {new}",
    "update {old} to {new}",
    "edit {old} to read {new}",
    "let it read {new} in place of {old}",
    casual=("It's {new}, not {old}.", "I don't like {old}, {new} is better.",
        "Just {old} -> {new}.",
        "Why does it say {old}? {new} would be right.", "I'd rather have {new} than {old} there.",
        "No {old}, please, {new} in its place.", "The {thing} {old}? That has to be {new}."),
)  # fmt: skip

_ALL = Phrases(
    "replace all occurrences of {old} with {new}",
    "replace every {old} with {new}",
    "change {old} to {new} everywhere",
    "replace each {old} with {new}",
    "change every occurrence of {old} to {new}",
    "replace {old} with {new} everywhere",
    "replace all {old} with {new}",
    "change all occurrences of {old} to {new}",
    "use {new} instead of {old} everywhere",
    "find every {old} and replace it with {new}",
    "replace the {thing} {old} with {new} wherever it appears",
    "substitute {new} for {old} throughout",
    "replace {old} by {new} in the whole text",
    "Every {old} should become {new}.",
    "change each occurrence of {old} into {new}",
    "do a find and replace: {old} -> {new}",
    "swap every {old} for {new}",
    "turn all {old} into {new}",
    "replace {old} with {new} in all places",
    "replace all the {old} by {new}",
    casual=("All {old} -> {new}.", "No more {old}, it's {new} everywhere.",
        "Wherever it says {old} I want {new}.", "It's {new} now, every time we have {old}.",
        "Why is {old} all over the place? It has to be {new}.", "Not one {old}, only {new}."),
)  # fmt: skip

_NTH = Phrases(
    "replace only the {nth} {old} with {new}",
    "replace the {nth} occurrence of {old} with {new}",
    "change the {nth} {old} to {new}, not the others",
    "change only the {nth} occurrence of {old} to {new}",
    "replace just the {nth} {old} by {new}",
    "Only the {nth} {old} should become {new}.",
    "swap the {nth} {old} for {new} and leave the others",
    "replace the {nth} {old} with {new} but keep the other ones",
    "change the {nth} occurrence of the {thing} {old} to {new}",
    "the {nth} {old} becomes {new}, the others stay",
    casual=("The {nth} {old} -> {new}, the others are fine.",
        "I want {new} for just the {nth} {old}.",
        "Only the {nth} {old} is wrong, {new} belongs there."),
)  # fmt: skip

_IN_LINE = Phrases(
    "replace {old} with {new} in the line {line}",
    "in the line {line}, replace {old} with {new}",
    "change {old} to {new} only in the line {line}",
    "in the line that says {line}, change {old} to {new}",
    "in {line} change {old} to {new}",
    "change the {old} in {line} to {new}",
    "replace {old} with {new}, but only in the line {line}",
    "in the line {line} use {new} instead of {old}",
    "replace the {thing} {old} with {new} only where it says {line}",
    "only in the line {line}, change {old} into {new}",
    "in the line starting with {start}, replace {old} with {new}",
    "replace {old} by {new} in the line that starts with {start}",
    "change {old} to {new} in the line that begins with {start}",
    "in the line which contains {line}, swap {old} for {new}",
    "change the word {old} in the line {line} to {new}",
    casual=("The {old} in {line} is wrong, should be {new}.", "In {line} it's {new}, not {old}.",
        "Not {old} but {new}, only where it says {line}.", "Line {line}: {new} instead of {old}."),
)  # fmt: skip

_STRING = Phrases(
    "change the message {old} to {new}",
    "replace the string {old} with {new}",
    "change the text {old} to {new}",
    "replace {old} with {new}",
    "let it say {new} instead of {old}",
    "change the string {old} to {new}",
    "The message {old} should be {new}.",
    "replace the message {old} by {new}",
    "make the message {new} instead of {old}",
    "update the string {old} to {new}",
    "change {old} to {new}",
    "Instead of {old} it should say {new}.",
    "replace the text {old} with the text {new}",
    "reword the message {old} to {new}",
    "change the string {old} so that it says {new}",
    casual=("The message should read {new}, not {old}.", "Nobody gets {old}. {new} is clearer.",
        "Users should see {new} rather than {old}.", "I'd say {new} and not {old}.",
        "Why do we tell people {old}? It's {new}.", "Text {old} -> {new}."),
)  # fmt: skip

_KEYWORDS = frozenset(
    split_words("""
    def class return for while with from import async await function const let var if else elif
    raise try except export default new this self true false True False None null extends select
    where create table insert into values update set delete order group limit not and in is int
    div span href type number string boolean void pass lambda break continue switch case throw
    SELECT FROM WHERE CREATE TABLE INSERT INTO VALUES UPDATE SET DELETE ORDER GROUP LIMIT NOT AND
    NULL KEY PRIMARY INTEGER TEXT DEFAULT TIMESTAMP JOIN LEFT NUMERIC COUNT AVG HAVING VIEW INDEX
    interface enum""")
)
_LITTLE_WORDS = frozenset(
    split_words("""
    the and you your for with that this are was will can our not but have has had from they
    their she his her him its who how why what when where which there here all any every some
    than then them before after until because about into out over under more most very too also
    if it is in on of to at by be as an or so we me my us do does did please dear""")
)
_NTHS = ("first", "second", "third")


def _phrase(context: Context, text: Text) -> tuple[str, str] | None:
    """Draw a run of one to five words, and what it could become."""
    random = context.random
    lines = [line for line in text.body.split("\n") if re.search(r"[A-Za-z]{3}", line)]
    found = list(re.finditer(r"[A-Za-z](?:[\w'’-]*\w)?", random.choice(lines)))
    if not found:
        return None
    length = random.choice((1, 1, 1, 2, 2, 3, 4, 5))
    if text.language == "css" and re.search(r"[\w-]+: ", found[0].string):
        found = found[1:]  # the name of a property is nothing to replace
    if not found:
        return None
    start = random.randrange(len(found))
    end = min(start + length, len(found)) - 1
    old = found[start].string[found[start].start() : found[end].end()]
    if len(old) < 3 or re.search(r'["`“”(){}\[\];=<>:|$]|[.!?,] ', old):
        return None
    if text.language in CODE and _KEYWORDS & set(old.split()):
        return None
    if " " not in old and old.lower() in _LITTLE_WORDS:
        return None
    new = replacement(context, old)
    if text.language in CODE and " " not in old:
        new = new.split()[0]  # a name in code stays one word
    return old, new


def replacement(context: Context, old: str) -> str:
    """Return words that could stand for `old`, in its case."""
    random = context.random
    pool = random.choice((STRING_WORDS, NOUNS, ADJECTIVES, FIELDS))
    first = random.choice(pool)
    if old.endswith("s") and first in NOUNS:
        first = plural(first)
    count = len(old.split())
    kind = random.random()
    if count > 1 and kind < 0.35:
        parts = old.split()
        parts[random.randrange(count)] = first
        return " ".join(parts)
    if count > 1 or kind < 0.15:
        link = random.choice((" ", " and ", " of the ", " for "))
        first = f"{first}{link}{random.choice(NOUNS)}"
    if old.isupper():
        return first.upper()
    return first[0].upper() + first[1:] if old[0].isupper() else first


def _thing(context: Context, old: str) -> str:
    if " " in old:
        return context.random.choice(("phrase", "words", "text"))
    return context.random.choice(("word", "word", "string", "text"))


def replace_phrase(context: Context, text: Text) -> Edit | None:
    """Replace a phrase: the only one, all of them, or the nth."""
    drawn = _phrase(context, text)
    if drawn is None:
        return None
    old, new = drawn
    count = text.body.count(old)
    if new == old or new in text.body or count != len(boundary(old).findall(text.body)):
        return None
    values = {
        "old": context.quoted(old, bare=0.2 if " " not in old else 0.04),
        "new": context.quoted(new, bare=0.2 if " " not in new else 0.04),
        "thing": _thing(context, old),
    }
    if count == 1:
        request, answer = context.say(_ONE, **values), text.body.replace(old, new)
        return Edit(kind="replace one", request=request, text=text, answer=answer)
    if context.chance(0.6) or count > 6:
        request, answer = context.say(_ALL, **values), text.body.replace(old, new)
        return Edit(kind="replace all", request=request, text=text, answer=answer)
    place = context.random.randrange(min(count, 3))
    nth = _NTHS[place]
    if (count == 2 and place == 1) or (count == 3 and place == 2):
        nth = context.random.choice((nth, "last"))
    starts = [match.start() for match in boundary(old).finditer(text.body)]
    at = starts[place]
    answer = text.body[:at] + new + text.body[at + len(old) :]
    return Edit(
        kind="replace nth", request=context.say(_NTH, nth=nth, **values), text=text, answer=answer
    )


def replace_in_line(context: Context, text: Text) -> Edit | None:
    """Replace a word that stands in several lines in one of them."""
    random = context.random
    lines = [line for line in unique_lines(text.body) if len(line) < 70 and "`" not in line]
    if not lines:
        return None
    line = random.choice(lines)
    found = [word for word in re.findall(r"[A-Za-z]\w{2,}", line) if line.count(word) == 1]
    repeated = [word for word in found if text.body.count(word) > 1]
    repeated = [word for word in repeated if word.lower() not in _LITTLE_WORDS | _KEYWORDS]
    if not repeated:
        return None
    old = random.choice(repeated)
    new = replacement(context, old)
    start = " ".join(line.split()[:2])
    if (
        new in text.body
        or sum(other.strip().startswith(start) for other in text.body.split("\n")) != 1
    ):
        return None
    request = context.say(
        _IN_LINE,
        old=context.quoted(old, bare=0.1),
        new=context.quoted(new, bare=0.1),
        line=context.coded(line, bare=0.0),
        start=context.coded(start, bare=0.0),
        thing=_thing(context, old),
    )
    answer = text.body.replace(line, line.replace(old, new))
    return Edit(kind="replace in line", request=request, text=text, answer=answer)


def replace_string(context: Context, text: Text) -> Edit | None:
    """Change what one string literal says."""
    literals = [
        m for m in find_strings(text.body) if re.fullmatch(r"[A-Z][\w ,.!?:]{3,60}", m[0][1:-1])
    ]
    if not literals:
        return None
    literal = context.random.choice(literals)[0]
    old, quote = literal[1:-1], literal[0]
    new = context.random.choice(MESSAGES)
    if context.chance(0.3):
        new = replacement(context, old)
    if context.chance(0.2):
        new += context.random.choice("!.?")
    if new == old or text.body.count(old) != 1 or new in text.body:
        return None
    values = {"old": context.quoted(old, bare=0), "new": context.quoted(new, bare=0)}
    return Edit(
        kind="replace string",
        request=context.say(_STRING, **values),
        text=text,
        answer=text.body.replace(quote + old + quote, quote + new + quote),
    )
