"""Comments that were put into a text without any: all, both, one of them is to go.

Invariant: what is left when all are gone is the text that was drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.scanning import find_comments, indent_of
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit, Text

_ALL = Phrases(
    "delete the {count} comment lines",
    "remove the {count} comments",
    "delete {count} comments: all there are",
    "strip the {count} comments",
    "remove all {count} comments",
    "remove all comments",
    "delete every comment line",
    "delete the comments",
    "take out the {count} comments",
    "The {count} comments are not needed any more, remove them.",
    "get rid of the comments",
)
_ONE = Phrases(
    "remove only the {nth} comment",
    "delete the {nth} comment",
    "remove the {nth} comment and keep the others",
    "delete the {nth} comment line",
    "take out the {nth} comment",
    "drop the {nth} comment, the others stay",
    "remove the comment about {topic}",
    "delete the comment that says {saying}",
    "remove the comment {saying}",
    "delete only the comment {saying}",
    "The comment {saying} can go.",
)
_FORMS = {
    "python": "# {}", "yaml": "# {}", "toml": "# {}", "env": "# {}", "javascript": "// {}",
    "typescript": "// {}", "css": "/* {} */", "sql": "-- {}", "html": "<!-- {} -->",
}  # fmt: skip
LANGUAGES = [*_FORMS]
_SAYINGS = (
    "~verb~ the ~item~", "the ~adj~ ~items~ first", "TODO: ~verb~ ~items~", "~Items~",
    "see ~domain~", "~word~ only", "~verb~ the ~other~ later", "~msg~", "max. ~n~ ~items~",
    "~first~: is this right?", "old ~items~ and ~others~", "starts on ~weekday~",
)  # fmt: skip
"""What people write in comments of theirs; none of it is a note of ours."""
_NTH = ("first", "second", "third", "fourth")


def remove_counted_comments(context: Context, text: Text) -> Edit | None:
    """Remove all of two to four comments, or one of them."""
    random, mark = context.random, _FORMS.get(text.language)
    lines = text.body.split("\n")
    is_quiet = not find_comments(text.body, text.language) and not re.search(
        r'"""|`|: [|>]$|\\$', text.body, re.MULTILINE
    )
    places = [i for i, line in enumerate(lines) if line.strip() and line.strip() not in "})];"]
    count = random.choice((2, 2, 2, 3, 3, 4))
    if mark is None or not is_quiet or len(places) < count + 1:
        return None
    sayings = _draw_sayings(context, count)
    if sayings is None:
        return None
    chosen = sorted(random.sample(places, count))
    written = {
        place: indent_of(lines[place]) + mark.format(saying)
        for place, saying in zip(chosen, sayings, strict=True)
    }
    is_all = context.chance(0.6)
    going = None if is_all else random.choice(chosen)
    if going is None:
        request = _ask_for_all(context, count)
    else:
        request = _ask(context, chosen.index(going), sayings, mark)
    left = {} if is_all else {place: written[place] for place in chosen if place != going}
    return Edit(
        kind="remove counted comments" if is_all else "remove told comment",
        request=request,
        text=Text(
            body="\n".join(_with_notes(lines, written)), language=text.language, noun=text.noun
        ),
        answer="\n".join(_with_notes(lines, left)),
    )


def _with_notes(lines: list[str], notes: Mapping[int, str]) -> Iterator[str]:
    """The lines, each note above the one with its number."""
    for i, line in enumerate(lines):
        if i in notes:
            yield notes[i]
        yield line


def _ask_for_all(context: Context, count: int) -> str:
    words = {2: ("two", "2", "both"), 3: ("three", "3"), 4: ("four", "4")}[count]
    request = context.say(_ALL, count=context.random.choice(words))
    request = re.sub(r"(?i)(?:all |the )both", "both", request)
    return request[0].upper() + request[1:] if request.endswith(".") else request


def _ask(context: Context, going: int, sayings: list[str], mark: str) -> str:
    """Ask for one comment by its place or by what it says."""
    nth = "last" if going == len(sayings) - 1 and context.chance(0.5) else _NTH[going]
    saying = sayings[going]
    shown = context.quoted(mark.format(saying) if context.chance(0.4) else saying, bare=0)
    return context.say(_ONE, nth=nth, topic=context.quoted(saying, bare=0), saying=shown)


def _draw_sayings(context: Context, count: int) -> list[str] | None:
    """Different sayings, none within another."""
    slots, drawn = Slots(context.random), []
    for pattern in context.random.sample(_SAYINGS, count):
        slots.forget()
        drawn.append(slots.fill(pattern))
    joined = "\n".join(drawn)
    return drawn if all(joined.count(saying) == 1 for saying in drawn) else None
