"""What can be looked past is named, nothing is left out, and nothing real is called harmless."""

from __future__ import annotations

import random

import pytest

from lib.analysis.diff import Comparison, PieceKind, compare_texts

CODE = "".join(
    f"def f_{n}(value):\n    if value:\n        return value + {n}\n\n" for n in range(40)
)


def rebuild(comparison: Comparison, *kinds: PieceKind) -> str:
    return "".join(piece.text for piece in comparison.diff.pieces if piece.kind in kinds)


def assert_lossless(comparison: Comparison, source: str, output: str) -> None:
    assert rebuild(comparison, PieceKind.EQUAL, PieceKind.INSERT) == output
    assert rebuild(comparison, PieceKind.EQUAL, PieceKind.DELETE, PieceKind.PENDING) == source


def remaining_changes(comparison: Comparison) -> list[str]:
    """Texts of the changes that stay when everything is looked past."""
    ignored = {*comparison.line_ends, *comparison.blanks, *comparison.wrapper}
    return [
        piece.text
        for index, piece in enumerate(comparison.diff.pieces)
        if piece.kind in (PieceKind.DELETE, PieceKind.INSERT) and index not in ignored
    ]


def test_line_ends_are_one_note() -> None:
    output = CODE.replace("\n", "\r\n").replace("f_7(", "g_7(")
    comparison = compare_texts(CODE, output)
    assert_lossless(comparison, CODE, output)
    assert remaining_changes(comparison) == ["f_7", "g_7"]
    assert comparison.blanks == ()
    assert comparison.notes == ("Line ends differ on 160 lines: LF in the source, CRLF here.",)


def test_a_missing_last_line_end_is_a_note() -> None:
    comparison = compare_texts("a\nb\n", "a\nb")
    assert remaining_changes(comparison) == []
    assert comparison.notes == ("The source ends with a line end, the answer does not.",)
    assert "answer ends" in compare_texts("a\nb", "a\nb\n").notes[0]


def test_an_added_blank_line_is_a_change_in_blanks_not_in_line_ends() -> None:
    comparison = compare_texts("one\ntwo\n", "one\n\ntwo\n")
    assert comparison.line_ends == ()
    assert [comparison.diff.pieces[index].text for index in comparison.blanks] == ["\n"]


def test_new_indentation_leaves_only_what_really_changed() -> None:
    output = CODE.replace("    ", "\t").replace("value + 9\n", "value - 9\n")
    comparison = compare_texts(CODE, output)
    assert_lossless(comparison, CODE, output)
    assert remaining_changes(comparison) == ["+", "-"]
    assert "whitespace only" in comparison.notes[0]


def test_blanks_inside_a_line_are_changes_in_blanks() -> None:
    comparison = compare_texts("call(a,b)\n", "call(a, b)\n")
    assert remaining_changes(comparison) == []
    assert comparison.notes == ("1 of 1 changes is whitespace only.",)


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        ("```python\n", "```\n", "a code fence"),
        ("```\n", "```", "a code fence"),
        ("~~~\n", "~~~", "a code fence"),
        ("Here is the new code:\n\n```python\n", "```\n", "a preamble and a code fence"),
        ("```python\n", "```\nI renamed one function.\n", "a preamble and a code fence"),
        ("Sure! Here it is:\n\n", "", "a preamble"),
        ("```python\n", "", "a code fence"),
    ],
)
def test_a_wrapper_is_set_apart(before: str, after: str, name: str) -> None:
    output = before + CODE.replace("f_3(", "g_3(") + after
    comparison = compare_texts(CODE, output)
    assert_lossless(comparison, CODE, output)
    assert remaining_changes(comparison) == ["f_3", "g_3"]
    texts = [comparison.diff.pieces[index].text for index in comparison.wrapper]
    assert texts == [text for text in (before, after) if text]
    assert comparison.notes[0] == f"The answer comes with {name} around it."


@pytest.mark.parametrize(
    ("source", "output"),
    [
        ("```\ncode\n```\n", "```\nother\n```\n"),
        ("# Title\n\n```\ncode\n```\n", "# Title\n\n```\nother\n```\n"),
        ("Dear Ada:\n\nthank you.\n", "Dear Bob:\n\nno, thanks.\n"),
        ("a\n", "```"),
        ("", "```\ncode\n```"),
        ("a\nb\n", ""),
    ],
)
def test_what_may_belong_to_the_text_is_no_wrapper(source: str, output: str) -> None:
    comparison = compare_texts(source, output)
    assert_lossless(comparison, source, output)
    assert not [n for n in comparison.notes if "around it" in n] or output == "```"


def test_no_line_end_before_the_fence_is_missed_in_a_source_without_one() -> None:
    comparison = compare_texts("a\nb", "```\na\nb\n```")
    assert remaining_changes(comparison) == []
    assert comparison.notes == ("The answer comes with a code fence around it.",)


def test_a_cut_answer_keeps_its_rest_pending() -> None:
    output = "```python\n" + CODE[:700]
    comparison = compare_texts(CODE, output, is_whole=False)
    assert_lossless(comparison, CODE, output)
    assert remaining_changes(comparison) == []
    assert comparison.diff.pieces[-1].kind is PieceKind.PENDING


def test_moves_point_at_the_pieces_of_the_whole_diff() -> None:
    blocks = [f"def f_{n}(value):\n    return value + {n}\n\n" for n in range(9)]
    output = "```\n" + "".join([*blocks[:2], *blocks[3:7], blocks[2], *blocks[7:]]) + "```\n"
    comparison = compare_texts("".join(blocks), output)
    (move,) = comparison.moves
    assert comparison.diff.pieces[move.deleted].text == blocks[2]
    assert comparison.diff.pieces[move.inserted].text == blocks[2]


def test_random_edits_stay_lossless_and_nothing_real_is_hidden() -> None:
    chance = random.Random(3)  # noqa: S311
    for _ in range(400):
        source = "".join(chance.choices(["x = 1", "yes", "\n", "\r\n", " ", "\t", "```\n"], k=30))
        output = "".join(chance.choices([source[:20], source[20:], " ", "\n", "new", "```"], k=5))
        comparison = compare_texts(source, output, is_whole=chance.random() < 0.7)
        assert_lossless(comparison, source, output)
        hidden = {*comparison.blanks, *comparison.line_ends}
        said = {
            kind: "".join(
                "".join(comparison.diff.pieces[index].text.split())
                for index in sorted(hidden)
                if comparison.diff.pieces[index].kind is kind
            )
            for kind in (PieceKind.DELETE, PieceKind.INSERT)
        }
        assert said[PieceKind.DELETE] == said[PieceKind.INSERT]
