"""A value changed in one function, rule or section, while others have the same value.

Invariant: the value stands once in the named part and at least once outside of it.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.edits.code_edits import find_named_pieces
from lib.engine.adapter.tasks.edits.value_edits import other_value
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit, Text
from lib.engine.adapter.tasks.words import COLORS

_CHANGE = Phrases(
    "in {place}, change {old} to {new}",
    "change {old} to {new} in {place}",
    "replace {old} with {new} in {place}",
    "change {old} to {new}, but only in {place}",
    "only in {place}, replace {old} with {new}",
    "in {place}, use {new} instead of {old}",
    "replace {old} by {new} inside {place}",
    "in {place}, {old} should become {new}",
    "in {place} swap {old} for {new} and leave the others",
    "inside {place} it should be {new} instead of {old}",
)
_TOKENS = re.compile(
    r"(?<![\w.])\d+(?:px)?\b(?!\.\d)|\"[^\"\n]{2,40}\"|'[^'\n]{2,40}'|#[0-9a-f]{6}|\b[a-z]{4,}\b"
)


_KNOWN = frozenset((*COLORS, "true", "false"))


def change_inside(context: Context, text: Text) -> Edit | None:
    """Change one value of one named part."""
    named = find_named_pieces(context, text)
    if len(text.pieces) < 2 or not named:
        return None
    index, place = context.random.choice(named)
    piece = text.pieces[index]
    rest = text.body.replace(piece, "")
    if text.body.count(piece) != 1:
        return None
    tokens = [token for token in _TOKENS.findall(piece) if piece.count(token) == 1]
    tokens = [token for token in tokens if re.search(rf"(?<!\w){re.escape(token)}(?!\w)", rest)]
    values = [token for token in tokens if not token.isalpha()]
    if text.language in ("css", "yaml"):
        values += re.findall(r": ([a-z]+)\b", "\n".join(f": {t}" for t in tokens if t.isalpha()))
        values = [v for v in values if not v.isalpha() or v in _KNOWN]
    if not values:
        return None
    old = context.random.choice(values)
    new = other_value(context.random, old)
    if new == old or new in piece:
        return None
    request = context.say(_CHANGE, place=place, old=old, new=new)
    answer = text.body.replace(piece, piece.replace(old, new))
    return Edit(kind="change inside", request=request, text=text, answer=answer)
