"""A diff with what a reader may want to look past: line ends, blanks, a wrapper, moved blocks.

Invariant: nothing is left out of the pieces; they rebuild both texts, and what can be looked past
is named by the indices of its pieces. So a view can switch without asking again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lib.analysis.diff.final import diff_texts
from lib.analysis.diff.moves import Move, find_moves, split_moves
from lib.analysis.diff.partial import diff_partial
from lib.analysis.diff.pieces import Diff, Piece, PieceKind
from lib.analysis.diff.wrapper import Wrapped, find_wrapper

_LINE_END = re.compile(r"\r\n|\r|\n")
_NAMES = {"\r\n": "CRLF", "\n": "LF", "\r": "CR"}


@dataclass(frozen=True, slots=True)
class Comparison:
    """A diff, and the indices of pieces that are not changes in some sense."""

    diff: Diff
    """Its pieces begin and end with the wrapper, if there is one; DELETE may then follow INSERT.

    A moved block is a piece of its own, also beside others of its kind.
    """
    line_ends: tuple[int, ...]
    """Pieces that differ by the kind of line end, or by the line end at the very end."""
    blanks: tuple[int, ...]
    """Pieces of changes in blanks, tabs and line breaks alone; none of `line_ends` among them."""
    wrapper: tuple[int, ...]
    """The INSERT pieces of a code fence or a preamble around the answer."""
    moves: tuple[Move, ...]
    notes: tuple[str, ...]
    """What was found, in sentences."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Adjacent changes: the indices of their pieces, and what they replace by what."""

    indices: tuple[int, ...]
    deleted: str
    inserted: str
    is_last: bool

    @property
    def changes_line_ends(self) -> bool:
        """Whether only the kind of the line ends differs."""
        ends = _LINE_END.sub("\n", self.deleted), _LINE_END.sub("\n", self.inserted)
        return ends[0] == ends[1]

    @property
    def changes_last_end(self) -> bool:
        """Whether one text ends with a line end and the other does not."""
        one_side = self.deleted + self.inserted
        return self.is_last and one_side in _NAMES

    @property
    def changes_blanks(self) -> bool:
        """Whether the same characters stand on both sides once blanks are left out."""
        return "".join(self.deleted.split()) == "".join(self.inserted.split())


def compare_texts(
    source: str, output: str, *, is_whole: bool = True, name: str = "source"
) -> Comparison:
    """Compare a source and an answer.

    `is_whole=False` for an answer that was stopped or cut off: what it did not reach is PENDING.
    A wrapper is set apart first, so that it disturbs no other match. `name`: what the source is
    called in the notes.
    """
    wrapped = find_wrapper(source, output)
    compare = diff_texts if is_whole else diff_partial
    diff = compare(source, wrapped.text if wrapped else output)
    diff = replace(diff, pieces=split_moves(diff.pieces))
    runs = list(_find_runs(diff.pieces))
    line_ends = [run for run in runs if run.changes_line_ends]
    last_end = [run for run in runs[-1:] if is_whole and run.changes_last_end]
    blanks = [
        run
        for run in runs
        if run.changes_blanks and not run.changes_line_ends and run not in last_end
    ]
    shift = 1 if wrapped and wrapped.before else 0
    whole, wrapper = _put_around(diff, wrapped)
    notes = [_describe_wrapper(wrapped), _describe_line_ends(line_ends, name)]
    notes += [_describe_last_end(last_end, name), _describe_blanks(len(blanks), diff.num_changes)]
    return Comparison(
        diff=whole,
        line_ends=_indices(line_ends + last_end, shift),
        blanks=_indices(blanks, shift),
        wrapper=wrapper,
        moves=find_moves(whole.pieces),
        notes=tuple(note for note in notes if note),
    )


def _find_runs(pieces: Sequence[Piece]) -> Iterator[_Run]:
    changed = (PieceKind.DELETE, PieceKind.INSERT)
    index = 0
    while index < len(pieces):
        start = index
        texts = dict.fromkeys(changed, "")
        while index < len(pieces) and pieces[index].kind in changed:
            texts[pieces[index].kind] += pieces[index].text
            index += 1
        if index > start:
            indices = tuple(range(start, index))
            deleted, inserted = texts[PieceKind.DELETE], texts[PieceKind.INSERT]
            yield _Run(indices, deleted, inserted, is_last=index == len(pieces))
        index += 1


def _put_around(diff: Diff, wrapped: Wrapped | None) -> tuple[Diff, tuple[int, ...]]:
    if wrapped is None:
        return diff, ()
    before = [Piece(PieceKind.INSERT, wrapped.before)] if wrapped.before else []
    after = [Piece(PieceKind.INSERT, wrapped.after)] if wrapped.after else []
    pieces = (*before, *diff.pieces, *after)
    indices = ([0] if before else []) + ([len(pieces) - 1] if after else [])
    num_changes = diff.num_changes + len(indices)
    return Diff(pieces, diff.simplified, num_changes, diff.num_line_end_changes), tuple(indices)


def _indices(runs: Sequence[_Run], shift: int) -> tuple[int, ...]:
    return tuple(sorted(index + shift for run in runs for index in run.indices))


def _describe_wrapper(wrapped: Wrapped | None) -> str:
    return f"The answer comes with {wrapped.name} around it." if wrapped else ""


def _describe_line_ends(runs: Sequence[_Run], name: str) -> str:
    if not runs:
        return ""
    old, new = (_LINE_END.findall(text) for text in (runs[0].deleted, runs[0].inserted))
    count = sum(len(_LINE_END.findall(run.inserted)) for run in runs)
    lines = "1 line" if count == 1 else f"{count:,} lines"
    return f"Line ends differ on {lines}: {_NAMES[old[0]]} in the {name}, {_NAMES[new[0]]} here."


def _describe_last_end(runs: Sequence[_Run], name: str) -> str:
    if not runs:
        return ""
    who = (name, "answer") if runs[0].deleted else ("answer", name)
    return f"The {who[0]} ends with a line end, the {who[1]} does not."


def _describe_blanks(count: int, num_changes: int) -> str:
    if not count:
        return ""
    verb = "is" if count == 1 else "are"
    return f"{count:,} of {max(count, num_changes):,} changes {verb} whitespace only."
