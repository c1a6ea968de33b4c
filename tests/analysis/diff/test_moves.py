"""Moved blocks: found where a text left one place and came to another, and nowhere else."""

from __future__ import annotations

from lib.analysis.diff import Move, Piece, PieceKind, diff_texts, find_moves

FUNCTIONS = [f"def function_{n}(value):\n    return value + {n}\n\n\n" for n in range(9)]
SOURCE = "".join(FUNCTIONS)


def test_a_moved_function_is_found() -> None:
    output = "".join([*FUNCTIONS[:2], *FUNCTIONS[3:7], FUNCTIONS[2], *FUNCTIONS[7:]])
    pieces = diff_texts(SOURCE, output).pieces
    (move,) = find_moves(pieces)
    assert pieces[move.deleted] == Piece(PieceKind.DELETE, FUNCTIONS[2])
    assert pieces[move.inserted] == Piece(PieceKind.INSERT, FUNCTIONS[2])


def test_indentation_may_change() -> None:
    pieces = (
        Piece(PieceKind.INSERT, "  if ready:\n    start(everything)\n"),
        Piece(PieceKind.EQUAL, "x\n"),
        Piece(PieceKind.DELETE, "if ready:\n  start(everything)\n"),
    )
    assert find_moves(pieces) == (Move(deleted=2, inserted=0),)


def test_each_piece_moves_once_and_short_ones_do_not() -> None:
    long, short = "a sentence of some length. ", "short "
    pieces = (
        Piece(PieceKind.DELETE, long),
        Piece(PieceKind.EQUAL, "x"),
        Piece(PieceKind.DELETE, long),
        Piece(PieceKind.INSERT, short),
        Piece(PieceKind.EQUAL, "y"),
        Piece(PieceKind.DELETE, short),
        Piece(PieceKind.INSERT, long),
    )
    assert find_moves(pieces) == (Move(deleted=0, inserted=6),)


def test_source_to_come_is_not_moved() -> None:
    text = "a sentence of some length"
    pieces = (Piece(PieceKind.INSERT, text), Piece(PieceKind.PENDING, text))
    assert find_moves(pieces) == ()
