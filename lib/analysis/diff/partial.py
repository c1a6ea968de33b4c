"""The diff of an answer that was stopped or cut off.

Invariant: source that the answer did not reach is PENDING, never DELETE.
"""

from __future__ import annotations

from lib.analysis.diff.final import diff_texts
from lib.analysis.diff.pieces import Diff, PieceKind, make_diff
from lib.analysis.diff.source_index import SourceIndex
from lib.analysis.diff.tokens import split_words
from lib.analysis.diff.tracking import Tracker

STEP_TOKENS = 64
"""Tokens that a tracker takes at once: more cost no less, and find places less exactly."""


def advance_in_steps(tracker: Tracker, tokens: list[str]) -> None:
    """Feed any number of complete tokens."""
    for start in range(0, len(tokens), STEP_TOKENS):
        tracker.advance(tokens[start : start + STEP_TOKENS])


def diff_partial(source: str, output: str) -> Diff:
    """The diff of a source and the first part of an answer; what was not reached is PENDING."""
    tracker = Tracker(SourceIndex(source))
    advance_in_steps(tracker, split_words(output))
    reached = tracker.cursor
    diff = diff_texts(source[:reached], output)
    pieces = [(piece.kind, piece.text) for piece in diff.pieces]
    offset = 0
    for place, (kind, text) in enumerate(pieces):
        if kind is PieceKind.DELETE and any(
            start <= offset < end for start, end in tracker.unconfirmed
        ):
            pieces[place] = (PieceKind.PENDING, text)
        if kind is not PieceKind.INSERT:
            offset += len(text)
    # Source dropped right before the cut may have been about to come.
    for place in (len(pieces) - 1, len(pieces) - 2):
        if place >= 0 and pieces[place][0] is PieceKind.DELETE:
            pieces.append((PieceKind.PENDING, pieces.pop(place)[1]))
            break
        if place >= 0 and pieces[place][0] is not PieceKind.INSERT:
            break
    pieces.append((PieceKind.PENDING, source[reached:]))
    return make_diff(pieces, simplified=diff.simplified)
