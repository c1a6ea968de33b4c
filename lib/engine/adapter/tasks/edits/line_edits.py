"""Added, deleted, moved and commented lines. Invariant: every other line stays as it was."""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.scanning import find_comments, indent_of, unique_lines
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit, Text

_INSERT = Phrases(
    "add the line {new} {side} the line {line}",
    "insert {new} {side} {line}",
    "add {new} {side} {line}",
    "insert the line {new} {side} {line}",
    "add {new} right {side} the line {line}",
    "put the line {new} {side} the line {line}",
    "{side} {line}, add the line {new}",
    "add a line {side} {line}: {new}",
    "insert a new line {new} directly {side} {line}",
    "add {new} on a new line {side} {line}",
    "put {new} on its own line {side} {line}",
    "insert a line that says {new} {side} the line {line}",
    "add the following line {side} {line}:\n{raw}",
    "{side} the line {line}, insert this line:\n\n{raw}",
    "add this {side} {line}:\n{raw}",
    casual=(
        "We need one more line {side} {line}: {new}.",
        "There should be a line {new} right {side} {line}.",
        "I forgot a line {side} {line}: {new}.", "{new} {side} {line}, please.",
        "Could {new} stand {side} {line}, on its own line?",
        "Right {side} {line} I want a new line {new}.",
    ),
)  # fmt: skip

_INSERT_END = Phrases(
    "add the line {new} at the {end}",
    "add {new} at the {end}",
    "insert the line {new} at the {end} of the file",
    "put {new} at the very {end}",
    "add a line at the {end}: {new}",
    "insert {new} as the {nth} line",
    "add {new} as the {nth} line",
    "at the {end}, add the line {new}",
    "the {nth} line should be a new one: {new}",
    "add this line at the {end}:\n{raw}",
    "insert at the {end}:\n\n{raw}",
    "add the following line at the {end}:\n\n{raw}",
    casual=(
        "One more line at the {end}: {new}.", "The {nth} line should be an extra one: {new}.",
        "{new} at the very {end}, please.", "Could we have {new} at the {end}, on its own line?",
        "Something is missing at the {end}: the line {new}.",
    ),
)  # fmt: skip

_DELETE = Phrases(
    "delete the line {line}",
    "remove the line {line}",
    "remove {line}",
    "delete {line}",
    "remove the line that says {line}",
    "delete the line with {line}",
    "drop the line {line}",
    "take out the line {line}",
    "The line {line} has to go.",
    "get rid of the line {line}",
    "erase the line {line}",
    "remove the whole line {line}",
    "cut the line {line}",
    "throw out {line}",
    "We no longer need the line {line}, remove it.",
    casual=(
        "{line} can go.", "Nobody needs the line {line}.",
        "What is the line {line} doing here? Out with it.", "No more {line}, please.",
        "The line {line} should not be here.", "We can do without {line}.",
    ),
)  # fmt: skip

_DELETE_PLACE = Phrases(
    "delete the {nth} line",
    "remove the {nth} line",
    "drop the {nth} line",
    "take out the {nth} line",
    "remove the {nth} line of the {thing}",
    "cut the {nth} line",
    casual=(
        "The {nth} line can go.", "I don't need the {nth} line of the {thing}.",
        "Everything but the {nth} line, please.",
    ),
)  # fmt: skip

_SWAP = Phrases(
    "swap the lines {first} and {second}",
    "swap {first} and {second}",
    "exchange the lines {first} and {second}",
    "switch the order of {first} and {second}",
    "swap the two lines {first} and {second}",
    "let the lines {first} and {second} change places",
    "put {second} before {first}",
    "move {second} in front of {first}",
    "move the line {second} above {first}",
    "the lines {first} and {second} are in the wrong order, swap them",
    casual=(
        "Wrong order: it should be {second}, then {first}.", "{second} should come before {first}.",
        "{first} and {second} the other way round, please.",
        "Why does {first} come before {second}? It should be the other way round.",
    ),
)  # fmt: skip

_COMMENT_OUT = Phrases(
    "comment out the line {line}",
    "comment out {line}",
    "turn the line {line} into a comment",
    "put a comment sign in front of {line}",
    "disable the line {line} by commenting it out",
    "make {line} a comment",
    casual=(
        "Don't delete {line}, just comment it out.",
        "I need {line} later, for now only as a comment.", "{line} only as a comment, please.",
        "For the test, {line} should be commented out.",
    ),
)  # fmt: skip

_MARKS = {"python": "# ", "yaml": "# ", "toml": "# ", "env": "# ", "sql": "-- "}
_MARKS |= {"javascript": "// ", "typescript": "// "}

_NEW_LINES: dict[str, tuple[str, ...]] = {
    "python": (
        'print("~msg~")', "# ~msg~", "~item~ = ~n~", '~item~ = "~word~"', "~verb~_~item~()",
        'logger.info("~msg~")', "~items~ = []", "~verb~(~item~)", "assert ~item~ > ~n~",
        "count += 1", "~items~.append(~item~)", 'name = "~first~"',
    ),
    "javascript": (
        'console.log("~msg~");', "// ~msg~", "const ~item~ = ~n~;", "~verb~~Item~();",
        'let ~item~ = "~word~";', "~items~.push(~item~);", "count++;",
    ),
    "typescript": (
        'console.log("~msg~");', "// ~msg~", "const ~item~: number = ~n~;", "~verb~~Item~();",
        'const ~item~ = "~word~";',
    ),
    "css": ("/* ~msg~ */",),
    "sql": ("-- ~msg~",),
    "yaml": ("# ~msg~",),
    "toml": ("# ~msg~",),
    "env": ("~ITEM~=~n~", "~ITEM~=~word~", "# ~msg~", "~ITEM~_URL=https://~domain~"),
    "markdown": ("- ~Word~ ~item~", "~msg~.", "- [ ] ~Verb~ the ~item~", "See ~domain~ for more."),
    "html": ("<p>~msg~</p>", "<hr>", "<!-- ~msg~ -->", "<h3>~Word~</h3>"),
}  # fmt: skip
_PROSE_LINES = (
    "~msg~.", "P.S. ~First~ says hello.", "Bring the ~item~ too.", "- ~n~ ~items~",
    "~First~ ~Last~",
    "The ~item~ is ~color~.", "Call ~first~ on ~weekday~.",
)  # fmt: skip


def _new_line(context: Context, text: Text) -> str:
    line = Slots(context.random).fill(
        context.random.choice(_NEW_LINES.get(text.language, _PROSE_LINES))
    )
    return line.replace('"', "'") if '"' not in text.body and "'" in text.body else line


def _shown(context: Context, line: str) -> str:
    return context.coded(line, bare=0.0)


def insert_line(context: Context, text: Text) -> Edit | None:
    """Add a given line before or after a line that stands in the text once."""
    if text.language == "json":
        return None
    lines = text.body.split("\n")
    places = [i for i, line in enumerate(lines) if _is_anchor(text, line) and len(line) < 60]
    if not places:
        return None
    place = context.random.choice(places)
    side = context.random.choice(("after", "after", "before"))
    anchor, new = lines[place].strip(), _new_line(context, text)
    if new in text.body or (anchor.endswith(("{", ":", "[", "(")) and side == "after"):
        return None
    if anchor.startswith(("}", "]", ")", "el")) and side == "before":
        return None
    words_of_side = {"after": ("after", "after", "below"), "before": ("before", "before", "above")}
    request = context.say(
        _INSERT,
        new=_shown(context, new),
        raw=new,
        line=_shown(context, anchor),
        side=context.random.choice(words_of_side[side]),
    )
    at = place + 1 if side == "after" else place
    lines.insert(at, indent_of(lines[place]) + new)
    return Edit(kind="insert line", request=request, text=text, answer="\n".join(lines))


def _is_anchor(text: Text, line: str) -> bool:
    stripped = line.strip()
    return (
        len(stripped) > 3
        and text.body.count(stripped) == 1
        and '"""' not in stripped
        and text.body[: text.body.find(stripped)].count('"""') % 2 == 0
        and not ("`" in stripped and '"' in stripped and "'" in stripped)
        and not stripped.endswith((",", "(", "["))
    )


def insert_at_end(context: Context, text: Text) -> Edit | None:
    """Add a given line as the first or the last one."""
    if text.language == "json":
        return None
    new = _new_line(context, text)
    end = context.random.choice(("end", "end", "start"))
    values = {"end": context.random.choice(("end", "bottom")), "nth": "last"}
    answer = f"{text.body}\n{new}"
    if end == "start":
        values = {"end": context.random.choice(("start", "top", "beginning")), "nth": "first"}
        answer = f"{new}\n{text.body}"
    request = context.say(_INSERT_END, new=_shown(context, new), raw=new, **values)
    return Edit(kind="insert at end", request=request, text=text, answer=answer)


def delete_line(context: Context, text: Text) -> Edit | None:
    """Delete a line that stands in the text once, or the first or last one."""
    lines = text.body.split("\n")
    if len(lines) < 3 or text.language == "json":
        return None
    if context.chance(0.2):
        nth, place = context.random.choice((("first", 0), ("last", -1), ("second", 1)))
        if not lines[place].strip() or lines[place].rstrip()[-1] in ":{([})]":
            return None
        del lines[place]
        thing = context.random.choice(("text", "file", text.noun))
        request = context.say(_DELETE_PLACE, nth=nth, thing=thing)
        return Edit(
            kind="delete nth line", request=request, text=text, answer="\n".join(lines).strip("\n")
        )
    places = [i for i, line in enumerate(lines) if _is_anchor(text, line + ".")]
    places = [i for i in places if not lines[i].rstrip().endswith(("{", ":", "(", "["))]
    places = [i for i in places if not lines[i].strip().startswith(("}", ")", "]", "@", "<"))]
    if not places:
        return None
    place = context.random.choice(places)
    line = lines.pop(place).strip()
    if len(line) > 70 or text.language in ("json", "sql"):
        return None
    answer = re.sub(r"\n{3,}$", "\n", "\n".join(lines)).strip("\n")
    request = context.say(_DELETE, line=_shown(context, line))
    return Edit(kind="delete line", request=request, text=text, answer=answer)


def swap_lines(context: Context, text: Text) -> Edit | None:
    """Let two neighbouring lines of the same depth change places."""
    lines = text.body.split("\n")
    unique = set(unique_lines(text.body))
    places = [
        i
        for i in range(len(lines) - 1)
        if lines[i].strip() in unique
        and lines[i + 1].strip() in unique
        and indent_of(lines[i]) == indent_of(lines[i + 1])
        and not lines[i].endswith(("{", ":", "(", "["))
        and not lines[i + 1].endswith(("{", ":", "(", "["))
        and lines[i].endswith(",") == lines[i + 1].endswith(",")
        and len(lines[i]) + len(lines[i + 1]) < 110
    ]
    if not places:
        return None
    i = context.random.choice(places)
    request = context.say(
        _SWAP, first=_shown(context, lines[i].strip()), second=_shown(context, lines[i + 1].strip())
    )
    lines[i], lines[i + 1] = lines[i + 1], lines[i]
    return Edit(kind="swap lines", request=request, text=text, answer="\n".join(lines))


def comment_out(context: Context, text: Text) -> Edit | None:
    """Turn one line into a comment."""
    mark = _MARKS.get(text.language)
    lines = text.body.split("\n")
    comments = {match[0].strip() for match in find_comments(text.body, text.language)}
    places = [
        i
        for i, line in enumerate(lines)
        if _is_anchor(text, line) and line.strip() not in comments and line[-1] not in ":{"
    ]
    if mark is None or not places or '"""' in text.body:
        return None
    place = context.random.choice(places)
    line = lines[place]
    if text.language == "python" and place and lines[place - 1].endswith(":"):
        return None  # a block needs at least one statement
    request = context.say(_COMMENT_OUT, line=_shown(context, line.strip()))
    lines[place] = indent_of(line) + mark + line.strip()
    return Edit(kind="comment out", request=request, text=text, answer="\n".join(lines))
