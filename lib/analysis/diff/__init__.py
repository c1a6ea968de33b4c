"""The diff of source and answer: exact at the end, live while the answer streams.

Invariant: EQUAL, DELETE and PENDING pieces joined are the source; EQUAL and INSERT are the output.
"""

from lib.analysis.diff.final import diff_texts
from lib.analysis.diff.pieces import Diff, DiffFrame, Piece, PieceKind

__all__ = ["Diff", "DiffFrame", "Piece", "PieceKind", "diff_texts"]
