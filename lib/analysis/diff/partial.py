"""The diff of an answer that was stopped or cut off.

Invariant: source that the answer did not reach is PENDING, never DELETE.
"""

from __future__ import annotations

from lib.analysis.diff.final import diff_texts
from lib.analysis.diff.pieces import Diff, PieceKind, make_diff
from lib.analysis.diff.source_index import SourceIndex
from lib.analysis.diff.tokens import split_words
from lib.analysis.diff.tracking import Tracker

_STEP_TOKENS = 64


def advance_in_steps(tracker: Tracker, tokens: list[str]) -> None:
    """Feed any number of complete tokens, few at once, so that places are found exactly."""
    for start in range(0, len(tokens), _STEP_TOKENS):
        tracker.advance(tokens[start : start + _STEP_TOKENS])


def diff_partial(source: str, output: str) -> Diff:
    """The diff of a source and the first part of an answer; what was not reached is PENDING."""
    tracker = Tracker(SourceIndex(source))
    advance_in_steps(tracker, split_words(output))
    reached = tracker.cursor
    diff = diff_texts(source[:reached], output)
    pieces: list[tuple[PieceKind, str]] = []
    offset = 0
    for piece in diff.pieces:
        end = offset
        if piece.kind is not PieceKind.INSERT:
            end += len(piece.text)
        unsure = piece.kind is PieceKind.DELETE and tracker.may_still_come(offset, end)
        pieces.append((PieceKind.PENDING if unsure else piece.kind, piece.text))
        offset = end
    return make_diff(_leave_open(pieces, source[reached:]), simplified=diff.simplified)


def _leave_open(pieces: list[tuple[PieceKind, str]], rest: str) -> list[tuple[PieceKind, str]]:
    """The pieces with the pending rest, and a last change that may have been about to go on."""
    inserted = ""
    if pieces and pieces[-1][0] is PieceKind.INSERT:
        inserted = pieces.pop()[1]
    if pieces and pieces[-1][0] is PieceKind.DELETE:
        rest = pieces.pop()[1] + rest
    # A copy that was cut inside a word is a copy.
    kind = PieceKind.EQUAL if rest.startswith(inserted) else PieceKind.INSERT
    if kind is PieceKind.EQUAL:
        rest = rest[len(inserted) :]
    return [*pieces, (kind, inserted), (PieceKind.PENDING, rest)]
