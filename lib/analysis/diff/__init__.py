"""The diff of source and answer: exact at the end, live while the answer streams.

Invariant: EQUAL, DELETE and PENDING pieces joined are the source; EQUAL and INSERT are the output.
"""

from lib.analysis.diff.compare import Comparison, compare_texts
from lib.analysis.diff.final import diff_texts
from lib.analysis.diff.live import LiveDiff
from lib.analysis.diff.moves import Move, find_moves
from lib.analysis.diff.partial import diff_partial
from lib.analysis.diff.pieces import Diff, DiffFrame, Piece, PieceKind

__all__ = [
    "Comparison",
    "Diff",
    "DiffFrame",
    "LiveDiff",
    "Move",
    "Piece",
    "PieceKind",
    "compare_texts",
    "diff_partial",
    "diff_texts",
    "find_moves",
]
