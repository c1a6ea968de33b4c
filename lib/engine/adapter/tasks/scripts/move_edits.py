"""A line of a function body is moved to another place in it.

Invariant: the body keeps its lines, and no two of them are alike, so a quoted one can be found.
"""

from __future__ import annotations

from dataclasses import replace
from textwrap import indent

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.scripts.listings import Listing, draw_listings
from lib.engine.adapter.tasks.scripts.telling import make_edit, say
from lib.engine.adapter.tasks.scripts.writing import Style
from lib.engine.adapter.tasks.slots import pascal
from lib.engine.adapter.tasks.texts import Edit

_MOVE_NEAR = Phrases(
    "move {line} {side} {near}{where}",
    "move the line {line} directly {side} {near}{where}",
    "put {line} {side} {near}{where}",
    "{line} should come right {side} {near}{where}",
    "The line {line} belongs directly {side} {near}{where}, move it there",
    "place the line {line} right {side} {near}{where}",
    "The statement {line} should stand directly {side} {near}{where}",
    "We need {line} directly {side} {near}{where}, so move it.",
    "reorder the lines{where}: {line} goes right {side} {near}",
    "shift {line} so that it comes directly {side} {near}{where}",
    "{line} has to run right {side} {near}{where}",
    casual=(
        "{line} is in the wrong place{where}, it belongs right {side} {near}.",
        "{line} right {side} {near}{where}, please.",
        "It only works when {line} stands directly {side} {near}{where}.",
        "Wrong order{where}: {line} should be right {side} {near}.",
        "Can {line} go directly {side} {near}{where}?",
        "I would rather have {line} directly {side} {near}{where}.",
        "Who put {line} there{where}? It goes right {side} {near}.",
    ),
)
_MOVE_EDGE = Phrases(
    "move {line} to the {edge} of {place}",
    "make {line} the {nth} line of {place}",
    "move the line {line} to the {edge} of {place}",
    "{line} should be the {nth} line of {place}",
    "put {line} at the {edge} of {place}",
    "in {place}, {line} should come {nth}",
    "{line} must be the {nth} statement in {place}",
    "The {nth} thing in {place} should be {line}, move it there",
    "let {place} {begin} with {line}, which is there already",
    "shift {line} to the {edge} of {place}",
    casual=(
        "{line} has to come {nth} in {place}.",
        "{place} should {begin} with {line}, which is somewhere else in it now.",
        "The {nth} line of {place} should be {line}, it is only in the wrong spot.",
        "Why is {line} not at the {edge} of {place}? That is where it belongs.",
        "Wrong order in {place}: {line} belongs at the {edge}.",
        "{line} to the {edge} of {place}, please.",
        "Can {line} be the {nth} thing that happens in {place}?",
    ),
)


def move_statement(context: Context) -> Edit | None:
    """Move one line of a function body to another place in it."""
    random, style = context.random, Style.draw(context.random)
    listings = draw_listings(context)
    told = listings[0]
    if len({one.name for one in listings}) < len(listings) or len({*told.lines}) < len(told.lines):
        return None
    old = random.randrange(len(told.lines))
    rest = [*told.lines[:old], *told.lines[old + 1 :]]
    new = random.choice((0, len(rest), *range(len(rest) + 1)))
    if new == old or "\n" in told.lines[old]:
        return None
    moved = replace(told, lines=(*rest[:new], told.lines[old], *rest[new:]))
    form = random.choice(("function", "function", "arrow", "method"))
    place = context.coded(told.name)
    if context.chance(0.5):
        place = f"the {'method' if form == 'method' else 'function'} {place}"
    request = _say_move(context, style, listings, moved, new, place)
    if request is None:
        return None
    order = random.sample(range(len(listings)), len(listings))
    texts = []
    for group in (listings, [moved, *listings[1:]]):
        code = "\n\n".join(group[i].write(form) for i in order)
        if form == "method":
            code = f"class {pascal(listings[-1].name)}Controller {{\n{indent(code, '  ')}\n}}"
        texts.append(style.apply(code))
    is_typed = told.params == "()" and context.chance(0.4)
    return make_edit(context, "move statement", request, *texts, is_typed=is_typed)


def _say_move(
    context: Context, style: Style, listings: list[Listing], moved: Listing, new: int, place: str
) -> str | None:
    """Return the request; None where a line cannot be named."""
    random, line, end = context.random, moved.lines[new], len(moved.lines) - 1
    said = _quoted_line(context, style, line)
    if (new == 0 or (new == end and not moved.last)) and context.chance(0.5):
        is_first = new == 0
        edge = random.choice(("top", "start", "beginning") if is_first else ("end", "bottom"))
        nth, begin = ("first", "begin") if is_first else ("last", "end")
        return say(context, _MOVE_EDGE, line=said, edge=edge, nth=nth, place=place, begin=begin)
    is_after = new > 0 and (new == end or context.chance(0.5))
    near = moved.lines[new - 1] if is_after else moved.lines[new + 1]
    if new == end and moved.last and context.chance(0.6):
        is_after, near = False, moved.last
    if "\n" in near:
        return None
    others = [text for one in listings[1:] for text in (*one.lines, one.last)]
    is_shared = line in others or near in others
    return say(
        context,
        _MOVE_NEAR,
        line=said,
        side=random.choice(("after", "after", "below")) if is_after else "before",
        where=f" in {place}" if is_shared or context.chance(0.25) else "",
        near=_quoted_line(context, style, near),
    )


def _quoted_line(context: Context, style: Style, line: str) -> str:
    """Return a line as people point to it, with or without its semicolon."""
    line = style.apply(line)
    return context.quoted(line if context.chance(0.5) else line.removesuffix(";"), bare=0)
