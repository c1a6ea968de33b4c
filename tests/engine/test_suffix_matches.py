"""Suffix matches: the same as comparing every position anew."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lib.engine.suffix_matches import SuffixMatches

TOKENS = st.lists(st.integers(0, 4), max_size=40)


def count_agreeing(answer: list[int], before: list[int]) -> int:
    """Tokens that both end with."""
    count = 0
    while count < min(len(answer), len(before)) and answer[-1 - count] == before[-1 - count]:
        count += 1
    return count


@given(TOKENS, TOKENS)
def test_lengths_are_those_of_a_comparison_at_every_position(
    prediction: list[int], answer: list[int]
) -> None:
    matches = SuffixMatches(prediction)
    for index, token_id in enumerate(answer):
        matches.follow(token_id)
        expected = [
            count_agreeing(answer[: index + 1], prediction[:end])
            for end in range(len(prediction) + 1)
        ]
        assert [matches.length_at(end) for end in range(len(expected))] == expected
        found = dict(zip(matches.ends.tolist(), matches.lengths.tolist(), strict=True))
        assert found == {end: length for end, length in enumerate(expected) if length}


def test_without_a_prediction_nothing_agrees() -> None:
    matches = SuffixMatches([])
    matches.follow(3)
    assert matches.ends.size == 0
    assert matches.length_at(0) == 0
