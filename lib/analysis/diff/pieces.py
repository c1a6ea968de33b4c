"""The values a diff consists of.

Invariant: EQUAL, DELETE and PENDING texts joined are the source; EQUAL and INSERT joined are the
output; both in order.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class PieceKind(StrEnum):
    """What became of a stretch of text."""

    EQUAL = "equal"
    INSERT = "insert"
    """Only in the output."""
    DELETE = "delete"
    """Only in the source."""
    PENDING = "pending"
    """Source text that the answer has not reached, or never reached because it was cut off."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text of one kind; never empty."""

    kind: PieceKind
    text: str


@dataclass(frozen=True, slots=True)
class Diff:
    """A whole diff: adjacent pieces differ in kind, and DELETE stands before INSERT."""

    pieces: tuple[Piece, ...]
    simplified: bool
    """Some block was shown as replaced in one piece because finer work was over the budget."""
    num_changes: int
    """Runs of DELETE and INSERT pieces, those that only change line ends left out."""
    num_line_end_changes: int = 0
    """Runs of DELETE and INSERT pieces that consist of line ends alone, such as CRLF to LF."""


@dataclass(frozen=True, slots=True)
class DiffFrame:
    """One step of a live diff. A client applies it with `state = state[:keep] + pieces`."""

    keep: int
    """The first `keep` pieces of the previous frame's state still stand unchanged."""
    pieces: tuple[Piece, ...]
    """What follows them now, without the pending rest of the source."""
    source_reached: int
    """Code points of the source that are told of in the pieces; what follows is pending."""
    source_reached_utf16: int
    """The same position in UTF-16 units, for a browser."""
    provisional: str
    """The tail of the output that may be half a token, unless it goes on as the source does. It is
    not in the pieces yet."""


def merge_pieces(pieces: Iterable[tuple[PieceKind, str]]) -> tuple[Piece, ...]:
    """Pieces with neighbours of one kind joined, empty ones dropped, and DELETE before INSERT."""
    order = (PieceKind.DELETE, PieceKind.INSERT, PieceKind.EQUAL, PieceKind.PENDING)
    merged: list[Piece] = []
    held: dict[PieceKind, list[str]] = {}

    def flush() -> None:
        merged.extend(Piece(kind, "".join(held[kind])) for kind in order if kind in held)
        held.clear()

    changed = (PieceKind.DELETE, PieceKind.INSERT)
    for kind, text in pieces:
        if not text:
            continue
        if held and kind not in held and not (kind in changed and held.keys() <= set(changed)):
            flush()
        held.setdefault(kind, []).append(text)
    flush()
    return tuple(merged)


def make_diff(pieces: Iterable[tuple[PieceKind, str]], *, simplified: bool) -> Diff:
    """A `Diff` of pieces in any granularity, with its changes counted."""
    merged = merge_pieces(pieces)
    num_changes = num_line_end_changes = 0
    change = ""
    for piece in (*merged, Piece(PieceKind.EQUAL, "")):
        if piece.kind in (PieceKind.DELETE, PieceKind.INSERT):
            change += piece.text
            continue
        if change:
            only_line_ends = not change.strip("\r\n")
            num_line_end_changes += only_line_ends
            num_changes += not only_line_ends
        change = ""
    return Diff(merged, simplified, num_changes, num_line_end_changes)
