"""One comment line of several changes, comes or goes.

Invariant: the request tells the comment, or the line below it, and the text has both once.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.functions.python_functions import draw_function
from lib.engine.adapter.tasks.functions.surroundings import draw_gap
from lib.engine.adapter.tasks.functions.telling import finish, quote, quote_code
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit

_COMMENT = {
    "change": Phrases(
        "change the comment {old} to {new}",
        "The comment {old} should say {new}",
        "replace the comment {old} by {new}",
        "let the comment say {new} instead of {old}",
        "reword the comment {old}: {new}",
        "The comment {old} is out of date. Make it {new}.",
        "Instead of {old}, the comment should read {new}",
        "set the comment {old} to {new}",
    ),
    "add": Phrases(
        "add the comment {new} above the line {line}",
        "put the comment {new} above {line}",
        "write {new} as a comment above {line}",
        "insert a comment above {line}: {new}",
        "The line {line} needs a comment above it: {new}",
        "above {line}, add the comment {new}",
        "comment {line} with {new} on the line before it",
        "We need a comment on {line}. Put {new} on its own line above it.",
    ),
    "remove": Phrases(
        "remove the comment {old}",
        "delete the comment {old}",
        "The comment {old} is not needed, remove it",
        "drop the comment above {line}",
        "take out the comment {old}",
        "remove the comment line before {line}",
        "The comment {old} is outdated. Delete it.",
        "get rid of the comment above {line}",
    ),
}
_COMMENTS = (
    "TODO: handle errors", "see ticket ~n~", "keep in sync with the docs", "slow, but simple",
    "not thread-safe", "~first~ wants to change this", "same as in the ~item~ module",
    "checked by the caller", "needed for old ~items~", "FIXME: fails for empty ~items~",
)  # fmt: skip
_INDENT = " " * 4
_COMMENTED_LINE = re.compile(rf"{_INDENT}(?!except|else)\w")


def edit_told_comment(context: Context) -> Edit | None:
    """Change, add or remove one comment line of several."""
    random = context.random
    action = random.choice(("change", "add", "remove"))
    lines = _draw_lines(context)
    comments = [Slots(random).fill(one) for one in random.sample(_COMMENTS, 3)]
    places = [i for i, line in enumerate(lines) if _COMMENTED_LINE.match(line)]
    told, *twins = random.sample(places, min(len(places), 3))
    old, *others = comments
    stay = {i: one for i, one in zip(twins, others, strict=False) if context.chance(0.6)}
    code, spare = lines[told], Slots(random).fill(random.choice(_COMMENTS))
    if lines.count(code) != 1 or "#" in lines[told - 1] or spare in comments:
        return None
    new = spare if action == "change" else old
    before = _with_comments(lines, stay if action == "add" else {**stay, told: old})
    after = _with_comments(lines, stay if action == "remove" else {**stay, told: new})
    mark = "# " if context.chance(0.3) else ""
    request = context.say(
        _COMMENT[action], line=quote_code(context, code.strip()), old=quote(context, mark + old),
        new=quote(context, mark + new),
    )  # fmt: skip
    if before.count(code.strip()) != 1 or before.count(old) > 1:
        return None
    return finish(context, f"{action} told comment line", request, "python", (before, after))


def _draw_lines(context: Context) -> list[str]:
    pieces = [
        draw_function(context).write(typed=context.chance(0.3), documented=context.chance(0.3))
        for _ in range(2 + (context.size > 350))
    ]
    return draw_gap(context, "python").join(pieces).split("\n")


def _with_comments(lines: list[str], comments: dict[int, str]) -> str:
    """Return the text with these comments above the lines of these numbers."""
    written = []
    for i, line in enumerate(lines):
        if i in comments:
            written.append(f"{_INDENT}# {comments[i]}")
        written.append(line)
    return "\n".join(written)
