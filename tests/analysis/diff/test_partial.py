"""The diff of a cut answer: what was not reached is pending, never deleted."""

from __future__ import annotations

from lib.analysis.diff import Piece, PieceKind, diff_partial
from tests.analysis.diff.edit_scripts import make_edit_script, make_rng, output_of, source_of

EQUAL, INSERT, DELETE, PENDING = (
    PieceKind.EQUAL,
    PieceKind.INSERT,
    PieceKind.DELETE,
    PieceKind.PENDING,
)
LINES = [f"line {n} says {n * n}\n" for n in range(200)]
SOURCE = "".join(LINES)


def test_random_cuts_rebuild_both_texts_and_end_pending() -> None:
    rng = make_rng(51)
    for _ in range(500):
        source, output = make_edit_script(rng, longest=200)
        output = output[: rng.randint(0, len(output))]
        pieces = diff_partial(source, output).pieces
        assert source_of(pieces) == source
        assert output_of(pieces) == output
        # Unless all of the source was reached, nothing at the end counts as deleted.
        tail = [piece.kind for piece in pieces if piece.kind is not INSERT]
        assert not tail or tail[-1] in (EQUAL, PENDING)


def test_a_cut_copy_leaves_the_rest_pending() -> None:
    assert diff_partial(SOURCE, "".join(LINES[:50])).pieces == (
        Piece(EQUAL, "".join(LINES[:50])),
        Piece(PENDING, "".join(LINES[50:])),
    )


def test_an_answer_cut_in_mid_edit() -> None:
    assert diff_partial("one two three four five\n", "one two drei fo").pieces == (
        Piece(EQUAL, "one two "),
        Piece(INSERT, "drei fo"),
        Piece(PENDING, "three four five\n"),
    )


def test_a_copy_cut_inside_a_word_is_a_copy() -> None:
    assert diff_partial("say hello now", "say hel").pieces == (
        Piece(EQUAL, "say hel"),
        Piece(PENDING, "lo now"),
    )


def test_source_that_a_moved_block_jumped_over_is_still_to_come() -> None:
    pieces = diff_partial(SOURCE, "".join([*LINES[:20], *LINES[150:170]])).pieces
    assert pieces == (
        Piece(EQUAL, "".join(LINES[:20])),
        Piece(PENDING, "".join(LINES[20:150])),
        Piece(EQUAL, "".join(LINES[150:170])),
        Piece(PENDING, "".join(LINES[170:])),
    )


def test_deletions_that_the_answer_passed_stay_deletions() -> None:
    pieces = diff_partial(SOURCE, "".join([*LINES[:20], *LINES[25:100]])).pieces
    assert pieces == (
        Piece(EQUAL, "".join(LINES[:20])),
        Piece(DELETE, "".join(LINES[20:25])),
        Piece(EQUAL, "".join(LINES[25:100])),
        Piece(PENDING, "".join(LINES[100:])),
    )


def test_no_answer_leaves_all_pending() -> None:
    assert diff_partial(SOURCE, "").pieces == (Piece(PENDING, SOURCE),)
    assert diff_partial("", "").pieces == ()
