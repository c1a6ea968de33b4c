"""Similarity of answers: known ratios, first differences, groups."""

from __future__ import annotations

import pytest

from lib.analysis.similarity import Divergence, first_divergence, group_identical, similarity
from tests.analysis.diff.edit_scripts import make_rng


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("", "", 1.0),
        ("a", "", 0.0),
        ("same text", "same text", 1.0),
        ("a b c", "a x c", 0.8),
        ("a b", "c_d", 0.0),
        ("one two", "two one", 1 / 3),
    ],
)
def test_ratio(a: str, b: str, expected: float) -> None:
    assert similarity(a, b) == pytest.approx(expected)
    assert similarity(b, a) == pytest.approx(expected)


def test_ratio_of_long_texts_with_few_edits() -> None:
    rng = make_rng(61)
    words = [f"w{rng.randrange(3_000)} " for _ in range(30_000)]
    changed = words[:]
    for place in range(50, 30_000, 100):
        changed[place] = "new "
    ratio = similarity("".join(words), "".join(changed))
    assert ratio == pytest.approx(1 - 300 / 60_000, abs=1e-3)


def test_identical_texts_do_not_diverge() -> None:
    assert first_divergence("", "") is None
    assert first_divergence("a\nb", "a\nb") is None


def test_divergence_stands_at_the_start_of_the_token() -> None:
    assert first_divergence("one\r\ntwo help", "one\r\ntwo hello") == Divergence(
        offset=9, line=2, column=5, before="one\r\ntwo ", first="help", second="hello"
    )


@pytest.mark.parametrize(
    ("a", "b", "place", "is_prefix"),
    [
        ("a\r\nb", "a\nb", (1, 1, 2), False),
        ("x", "x y", (1, 1, 2), True),
        ("", "y", (0, 1, 1), True),
        ("line\n", "line\nmore", (5, 2, 1), True),
        ("cafe", "cafe\u0301", (0, 1, 1), False),
        ("a\rb c", "a\rb d", (4, 2, 3), False),
        ("x" * 5_000 + " a", "x" * 5_000 + " b", (5_001, 1, 5_002), False),
    ],
)
def test_place_of_divergence(
    a: str, b: str, place: tuple[int, int, int], *, is_prefix: bool
) -> None:
    divergence = first_divergence(a, b)
    assert divergence is not None
    assert (divergence.offset, divergence.line, divergence.column) == place
    assert divergence.is_prefix == is_prefix
    assert divergence == first_divergence(a, b)


def test_context_is_bounded() -> None:
    divergence = first_divergence("word " * 100 + "a " * 100, "word " * 100 + "b " * 100)
    assert divergence is not None
    assert divergence.before == "word " * 8
    assert divergence.first == "a " * 20


def test_groups_stand_largest_first_then_by_occurrence() -> None:
    assert group_identical(["a", "b", "c", "b", "a", "b"]) == ((1, 3, 5), (0, 4), (2,))
    assert group_identical([]) == ()
    assert group_identical(["a", "a "]) == ((0,), (1,))
