"""Keys of sections, comments, and attributes of elements.

Invariant: a section, function or element is named by words that stand in the source once.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.scanning import indent_of
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit, Text
from lib.engine.adapter.tasks.words import FIELDS

_ADD = Phrases(
    "add {new} to {place}",
    "add {new} at the end of {place}",
    "in {place}, add {new} at the end",
    "append {new} to {place}",
    "add the setting {new} to {place}",
    "add the line {new} at the end of {place}",
    "extend {place} by {new}",
    "put {new} at the end of {place}",
    "insert {new} as the last entry of {place}",
    "set {new} in {place}, as the last entry",
    casual=("There is no {new} in {place} yet, it goes at the end.", "{new} is missing in {place}.",
            "One more for {place}: {new}.", "It won't work without {new} at the end of {place}.",
            "As the last thing in {place} we need {new}."),
)  # fmt: skip

_REMOVE = Phrases(
    "remove {old} from {place}",
    "delete {old} from {place}",
    "in {place}, remove {old}",
    "remove the setting {old} from {place}",
    "drop {old} from {place}",
    "take {old} out of {place}",
    "delete the key {old} in {place}",
    "{place} should not have {old} any more, remove it",
    "get rid of {old} in {place}",
    "remove the {old} entry of {place}",
    casual=("No {old} in {place}, please.", "Nobody uses {old} in {place}, so away with it.",
            "We can do without {old} in {place}.", "What is {old} doing in {place}? It can go.",
            "I want {place} without {old}."),
)  # fmt: skip

_SET = Phrases(
    "set {key} to {new} in {place}",
    "in {place}, set {key} to {new}",
    "change {key} in {place} to {new}",
    "change {key} of {place} from {old} to {new}",
    "in {place}, change {key} to {new}",
    "the {key} in {place} should be {new}, change it",
    "let {key} in {place} be {new}",
    "update {key} in {place} to {new}",
    "use {new} for {key} in {place}",
    "change {key} to {new}, but only in {place}",
    casual=("In {place}, {key} is {new} and not {old}.", "Our {key} in {place} is {new} now.",
            "For {place} we agreed on {new} as {key}.",
            "I'd rather have {new} than {old} as {key} in {place}.",
            "Not {old} but {new} for {key} in {place}.",
            "Something is off in {place}. Its {key} should say {new}."),
)  # fmt: skip

_COMMENT = Phrases(
    "add the comment {new} above {place}",
    "put the comment {new} above {place}",
    "add a comment above {place}: {new}",
    "insert the comment {new} before {place}",
    "write the comment {new} above {place}",
    "add a comment saying {new} before {place}",
    "comment {place} with {new}, on the line above",
    "above {place}, add the comment {new}",
    "place a comment {new} in front of {place}",
    "add {new} as a comment above {place}",
    casual=("Nobody understands {place}, so {new} as a comment above it.",
            "{new} is the comment I miss above {place}.", "Comment above {place}: {new}.",
            "I'd like to read {new} as a comment right before {place}.",
            "Above {place} there should be a comment, {new}."),
)  # fmt: skip

_ATTRIBUTE = Phrases(
    "add the attribute {new} to {place}",
    "add {new} to {place}",
    "give {place} the attribute {new}",
    "put {new} on {place}",
    "{place} should have {new}, add it",
    "set {new} on {place}",
    "add an attribute {new} to {place}",
    "let {place} have the attribute {new}",
    "extend {place} with {new}",
    "insert {new} in {place}",
    casual=("There is no {new} on {place} yet, but we need it.", "{new} is missing on {place}.",
            "I'd like {place} with {new}.", "One more attribute for {place}: {new}.",
            "Without {new} on {place} it does not work."),
)  # fmt: skip

_INNER = Phrases(
    "change the text of {place} to {new}",
    "change the {tag} from {old} to {new}",
    "let {place} say {new}",
    "replace the text {old} in {place} with {new}",
    "set the text of {place} to {new}",
    "{place} should say {new} instead of {old}, change it",
    "change {old} to {new} in {place}",
    "make {place} say {new}",
    "the {tag} should read {new}",
    "write {new} in {place} instead of {old}",
    casual=("The {tag} says {old}, it should be {new}.", "Not {old} but {new} in {place}.",
            "I don't like {old}. {new} is better for {place}.", "New text for {place}: {new}.",
            "{new} would sound better than {old} in {place}."),
)  # fmt: skip

_UNCOMMENT = Phrases(
    "uncomment the line {old}",
    "uncomment {old}",
    "activate the line {old} again",
    "remove the comment sign in front of {old}",
    "turn the commented line {old} back into code",
    casual=("The line {old} should not be commented out any more.",
            "{old} is only a comment, but we need it as code.", "We want {old} back as code."),
)  # fmt: skip

_VALUES = ("~word~", "~n~", "true", "false", "~digit~", "~item~")

_KEY = re.compile(r" *([A-Za-z_][\w-]*)(?:: | = )(\S+)$")


def _draw_section(context: Context, text: Text) -> tuple[str, str, list[str]] | None:
    """Draw a section whose lines are all plain keys; return its name, head and lines."""
    head = {"yaml": r"([a-z]\w*):", "toml": r"\[([\w.]+)\]"}.get(text.language)
    if head is None or not text.pieces:
        return None
    pieces = [p for p in text.pieces if re.match(head + r"\n", p) and text.body.count(p) == 1]
    if not pieces:
        return None
    first, *lines = context.random.choice(pieces).split("\n")
    name = re.match(head, first)
    if name is None or any(_KEY.match(line) is None for line in lines):
        return None
    if len(re.findall(rf"(?m)^{re.escape(first)}$", text.body)) != 1:
        return None
    return name[1], first, lines


def edit_section(context: Context, text: Text) -> Edit | None:
    """Add, set or remove a key of one section of a YAML or TOML file."""
    drawn = _draw_section(context, text)
    if drawn is None:
        return None
    name, first, lines = drawn
    piece = "\n".join([first, *lines])
    form = context.random.choice(("the section {0}", "the {0} section", "{0}"))
    place = form.format(context.coded(name))
    kind = context.random.choice(("add", "set", "set", "remove"))
    chosen = context.random.randrange(len(lines))
    match = _KEY.match(lines[chosen])
    if match is None:
        return None
    link, indent = (": ", "  ") if text.language == "yaml" else (" = ", "")
    value = Slots(context.random).fill(context.random.choice(_VALUES))
    is_text = text.language == "toml" and value[0].islower() and value not in ("true", "false")
    shown = f'"{value}"' if is_text else value
    if kind == "add":
        new = f"{context.random.choice(FIELDS)}{link}{shown}"
        if new.split(link)[0] in piece:
            return None
        request = context.say(_ADD, new=context.coded(new, bare=0.0), place=place)
        lines.append(indent + new)
    elif kind == "set":
        old = match[2]
        if old == shown or old[0] in "[{":
            return None
        request = context.say(_SET, key=context.coded(match[1]), old=old, new=shown, place=place)
        lines[chosen] = lines[chosen][: match.start(2)] + shown
    else:
        if len(lines) < 2:
            return None
        request = context.say(_REMOVE, old=context.coded(match[1]), place=place)
        del lines[chosen]
    answer = text.body.replace(piece, "\n".join([first, *lines]))
    return Edit(kind=f"{kind} key of section", request=request, text=text, answer=answer)


def add_comment(context: Context, text: Text) -> Edit | None:
    """Write a given comment above a function or class."""
    patterns = {
        "python": r"(?m)^( *)(?:async )?(def|class) (\w+).*$",
        "javascript": r"(?m)^( *)(?:export |default |async )*(function|class) (\w+).*$",
        "typescript": r"(?m)^( *)(?:export |default |async )*(function|class|interface) (\w+).*$",
    }
    found = (
        list(re.finditer(patterns[text.language], text.body)) if text.language in patterns else []
    )
    found = [m for m in found if not text.body[: m.start()].rstrip("\n").endswith(")")]
    found = [m for m in found if "@" not in text.body[: m.start()].rstrip("\n").rpartition("\n")[2]]
    names = [match[3] for match in found]
    found = [match for match in found if names.count(match[3]) == 1]
    if not found:
        return None
    match = context.random.choice(found)
    saying = Slots(context.random).fill(
        context.random.choice(("~msg~", "~verb~ all ~items~", "used by the ~item~", "must be ~adj~",
                               "see ~domain~", "the ~adj~ ~item~", "written by ~first~"))
    )  # fmt: skip
    mark = "# " if text.language == "python" else "// "
    noun = {"def": "function"}.get(match[2], match[2])
    place = context.random.choice(("the {1} {0}", "the {1} {0}", "{0}", "the {0} {1}"))
    request = context.say(
        _COMMENT,
        new=context.quoted(saying if context.chance(0.7) else mark + saying, bare=0.0),
        place=place.format(context.coded(match[3]), noun),
    )
    at = match.start()
    answer = f"{text.body[:at]}{match[1]}{mark}{saying}\n{text.body[at:]}"
    return Edit(kind="add comment", request=request, text=text, answer=answer)


_ELEMENT = re.compile(r"<(h1|h2|h3|p|button|ul|form|nav|header|img|a|title|table|label)\b[^<>]*>")


def edit_element(context: Context, text: Text) -> Edit | None:
    """Add an attribute to an element of its kind, or change its text."""
    if text.language not in ("html", "javascript", "typescript"):
        return None
    found = list(_ELEMENT.finditer(text.body))
    tags = [match[1] for match in found]
    found = [match for match in found if tags.count(match[1]) == 1 and "=>" not in match[0]]
    if not found:
        return None
    match = context.random.choice(found)
    form = context.random.choice(("the {0}", "the `<{0}>`", "the {0} element", "the {0} tag"))
    place = form.format(match[1])
    inner = re.match(r"([^<>{}\n&]{2,60})</", text.body[match.end() :])
    if inner and context.chance(0.6):
        return _change_element_text(context, text, match, inner[1], place)
    return _add_attribute(context, text, match, place)


def _change_element_text(
    context: Context, text: Text, match: re.Match[str], old: str, place: str
) -> Edit | None:
    new = Slots(context.random).fill(context.random.choice(("~msg~", "~Adj~ ~items~", "~Word~")))
    if new == old:
        return None
    request = context.say(
        _INNER, place=place, tag=match[1], old=context.quoted(old, bare=0.0),
        new=context.quoted(new, bare=0.0),
    )  # fmt: skip
    end = match.end()
    answer = text.body[:end] + new + text.body[end + len(old) :]
    return Edit(kind="change element text", request=request, text=text, answer=answer)


def _add_attribute(context: Context, text: Text, match: re.Match[str], place: str) -> Edit | None:
    name = "class" if text.language == "html" else "className"
    new = Slots(context.random).fill(
        context.random.choice((f'{name}="~item~"', 'id="~item~"', 'title="~msg~"', "hidden",
                               f'{name}="~adj~-~item~"', 'data-kind="~word~"'))
    )  # fmt: skip
    if re.search(rf"\b{new.split('=')[0]}\b", match[0]):
        return None
    request = context.say(_ATTRIBUTE, new=context.coded(new, bare=0.0), place=place)
    at = match.end() - (2 if match[0].endswith("/>") else 1)
    at = match.end() - 3 if match[0].endswith(" />") else at
    answer = f"{text.body[:at]} {new}{text.body[at:]}"
    return Edit(kind="add attribute", request=request, text=text, answer=answer)


def uncomment(context: Context, text: Text) -> Edit | None:
    """Turn a commented-out line back into code; the answer is the text as it was."""
    mark = {
        "python": "# ",
        "javascript": "// ",
        "typescript": "// ",
        "yaml": "# ",
        "env": "# ",
    }.get(text.language)
    lines = text.body.split("\n")
    places = [
        i
        for i, line in enumerate(lines)
        if re.search(r"[=(:]", line)
        and text.body.count(line.strip()) == 1
        and not line.strip().startswith(("#", "//", "@", "}", '"""'))
        and not re.search(r"[{:(\[,]$", line)
        and (i == 0 or not re.search(r"[{:(\[]$", lines[i - 1]))
    ]
    if mark is None or not places or '"""' in text.body:
        return None
    place = context.random.choice(places)
    line = lines[place]
    lines[place] = indent_of(line) + mark + line.strip()
    shown = context.random.choice((line.strip(), mark + line.strip()))
    source = Text(body="\n".join(lines), language=text.language, noun=text.noun)
    request = context.say(_UNCOMMENT, old=context.coded(shown, bare=0.0))
    return Edit(kind="uncomment", request=request, text=source, answer=text.body)
