"""Whole functions, classes, rules and sections that go or move, and added imports.

Invariant: a part goes with its own line breaks, so that the spacing between the rest is as before.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit, Text

_DELETE_PIECE = Phrases(
    "delete {place}",
    "remove {place}",
    "remove {place} completely",
    "delete {place}, it is not used any more",
    "drop {place}",
    "take out {place}",
    "get rid of {place}",
    "We don't need {place} any more. Remove it.",
    "cut {place} from the file",
    "erase the whole of {place}",
    casual=(
        "We don't need {place} any more.",
        "{place} can go.",
        "Nobody uses {place}, so out with it.",
        "Why do we still have {place}? It can go.",
        "I don't want {place} in here.",
        "Everything except {place}, please.",
        "It would be cleaner without {place}.",
    ),
)

_MOVE_PIECE = Phrases(
    "move {place} to the {end}",
    "move {place} to the {end} of the file",
    "put {place} at the {end}",
    "put {place} at the {end} of the file",
    "shift {place} to the {end}",
    "place {place} at the {end}",
    "let {place} stand at the {end}",
    "bring {place} to the {end}",
    "{place} should come at the {end}, move it",
    "take {place} and put it at the {end}",
    casual=(
        "{place} belongs at the {end}.",
        "{place} is in the wrong spot, I want it at the {end}.",
        "Why is {place} not at the {end}? It should be.",
        "I would look for {place} at the {end}, so that is where it should be.",
        "{place} to the {end}, please.",
        "Could we have {place} at the {end}?",
    ),
)

_ADD_IMPORT = Phrases(
    "import {module}",
    "add the import {line}",
    "add {line} to the imports",
    "add the line {line} at the top",
    "add an import of {module}",
    "add {line} at the beginning of the file",
    "add {line} as the first line",
    "insert {line} at the top of the file",
    "put {line} at the very top",
    "add the missing import {line} at the top",
    casual=(
        "{line} is missing at the top.",
        "I forgot {line}, it goes to the very top.",
        "We need {module}, so {line} as the first line.",
        "NameError: {module}. The import has to go at the very top.",
        "{line} at the top, please.",
        "Could {line} be the first line?",
        "I want to use {module}, the import should be the very first line.",
    ),
)

_PIECE_NAMES: dict[str, tuple[tuple[str, str], ...]] = {
    "python": ((r"(?:async )?def (\w+)", "function"), (r"class (\w+)", "class")),
    "javascript": ((r"(?:export |default |async )*function (\w+)", "function"),
                   (r"(?:export )?class (\w+)", "class"),
                   (r"(?:export )?const (\w+) = (?:async )?\(", "function")),
    "typescript": ((r"(?:export |default |async )*function (\w+)", "function"),
                   (r"(?:export )?class (\w+)", "class"),
                   (r"(?:export )?interface (\w+)", "interface"),
                   (r"(?:export )?enum (\w+)", "enum"), (r"(?:export )?type (\w+)", "type")),
    "css": ((r"([^@/\n{]+) \{", "rule"),),
    "sql": ((r"(?i)create table (\w+)", "table"),),
    "yaml": ((r"([a-z]\w*):\n", "section"),),
    "toml": ((r"\[([\w.]+)\]\n", "section"),),
    "markdown": ((r"## ([^\n]+)", "section"),),
    "html": ((r"<(\w+)", "element"),),
}  # fmt: skip


def find_named_pieces(context: Context, text: Text) -> list[tuple[int, str]]:
    """Return (place, words for it) of the pieces that can be named without doubt."""
    found = []
    for index, piece in enumerate(text.pieces):
        for pattern, kind in _PIECE_NAMES.get(text.language, ()):
            match = re.match(pattern, piece)
            if match is None:
                continue
            heads = [other for other in text.pieces if re.match(pattern, other)]
            same = [o for o in heads if (m := re.match(pattern, o)) and m[1] == match[1]]
            if (
                len(same) == 1
                and len(re.findall(r"(?m)^(?:async )?(?:def|class|function) ", piece)) <= 1
            ):
                form = context.random.choice(("the {1} {0}", "the {1} {0}", "the {0} {1}"))
                found.append((index, form.format(context.coded(match[1], bare=0.4), kind)))
            break
    return found


def delete_piece(context: Context, text: Text) -> Edit | None:
    """Delete a whole function, class, rule, section or table."""
    gap = gap_of(text)
    found = find_named_pieces(context, text)
    if gap is None or len(text.pieces) < 2 or not found:
        return None
    index, place = context.random.choice(found)
    rest = [piece for i, piece in enumerate(text.pieces) if i != index]
    request = context.say(_DELETE_PIECE, place=place)
    return Edit(kind="delete block", request=request, text=text, answer=gap.join(rest))


def move_piece(context: Context, text: Text) -> Edit | None:
    """Move a whole function, rule or section to the start or the end."""
    gap = gap_of(text)
    found = find_named_pieces(context, text)
    if gap is None or not 2 <= len(text.pieces) <= 5 or not found:
        return None
    index, place = context.random.choice(found)
    end = context.random.choice(("end", "bottom", "start", "top"))
    rest = [piece for i, piece in enumerate(text.pieces) if i != index]
    moved = [*rest, text.pieces[index]] if end in ("end", "bottom") else [text.pieces[index], *rest]
    if tuple(moved) == text.pieces or text.pieces[0].startswith(("import", "from")):
        return None
    request = context.say(_MOVE_PIECE, place=place, end=end)
    return Edit(kind="move block", request=request, text=text, answer=gap.join(moved))


def gap_of(text: Text) -> str | None:
    """Return what stands between the pieces, or None where that is not one and the same."""
    return next((g for g in ("\n\n\n", "\n\n") if g.join(text.pieces) == text.body), None)


def add_import(context: Context, text: Text) -> Edit | None:
    """Add an import as the first line."""
    if text.language != "python" or text.body.startswith(("#", '"""')):
        return None
    module = context.random.choice(("os", "sys", "json", "re", "math", "random", "time", "csv"))
    line = f"import {module}"
    if not text.body.startswith("import ") or re.search(rf"\b{module}\b", text.body):
        return None
    request = context.say(_ADD_IMPORT, module=context.coded(module), line=f"`{line}`")
    if "top" not in request and "first" not in request and "beginning" not in request:
        return None
    return Edit(kind="add import", request=request, text=text, answer=f"{line}\n{text.body}")
