"""Moved blocks: found where a text left one place and came to another, and nowhere else."""

from __future__ import annotations

from lib.analysis.diff import (
    Move,
    Piece,
    PieceKind,
    compare_texts,
    diff_texts,
    find_moves,
)
from lib.analysis.diff.moves import split_moves
from tests.analysis.diff.edit_scripts import make_edit_script, make_rng, output_of, source_of

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


def test_a_moved_block_is_told_from_a_change_beside_it() -> None:
    """Function 6 went up; where it stood, function 5 was deleted as well."""
    output = "".join([FUNCTIONS[6], *FUNCTIONS[:5], *FUNCTIONS[7:]])
    for source, answer in ((SOURCE, output), (output, SOURCE)):
        comparison = compare_texts(source, answer)
        pieces = comparison.diff.pieces
        assert source_of(pieces) == source
        assert output_of(pieces) == answer
        (move,) = comparison.moves
        assert pieces[move.deleted].text == pieces[move.inserted].text


def test_two_blocks_can_leave_one_place() -> None:
    pieces = (
        Piece(PieceKind.INSERT, FUNCTIONS[1]),
        Piece(PieceKind.EQUAL, "x\n"),
        Piece(PieceKind.DELETE, "gone\n" + FUNCTIONS[1] + FUNCTIONS[2] + "gone, too\n"),
        Piece(PieceKind.EQUAL, "y\n"),
        Piece(PieceKind.INSERT, FUNCTIONS[2]),
    )
    split = split_moves(pieces)
    assert [piece.text for piece in split[2:6]] == [
        *("gone\n", FUNCTIONS[1], FUNCTIONS[2], "gone, too\n")
    ]
    assert find_moves(split) == (Move(3, 0), Move(4, 7))


def test_random_edits_are_split_without_loss() -> None:
    rng = make_rng(47)
    for _ in range(1_000):
        source, output = make_edit_script(rng, longest=60)
        pieces = diff_texts(source, output).pieces
        split = split_moves(pieces)
        assert source_of(split) == source
        assert output_of(split) == output
        assert all(piece.text for piece in split)
        assert len(find_moves(split)) >= len(find_moves(pieces))
