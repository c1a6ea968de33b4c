"""The source's look-up: places in both units, runs found also when only some are indexed."""

from __future__ import annotations

from lib.analysis.diff.source_index import KGRAM, SourceIndex
from lib.analysis.diff.tokens import split_words


def test_places_are_told_in_code_points_and_utf16() -> None:
    index = SourceIndex("a 😀 b")
    assert [index.utf16_offset(offset) for offset in range(6)] == [0, 1, 2, 4, 5, 6]
    assert index.text_between(2, 5) == "😀 b"
    assert list(index.starts) == [0, 1, 2, 3, 4, 5]


def test_unknown_tokens_equal_nothing() -> None:
    index = SourceIndex("a b")
    assert index.ids_of(["b", "x", "y"]) == [index.ids[2], -1, -1]


def test_runs_are_found_nearest_first() -> None:
    passage = "one two three four five six seven "
    index = SourceIndex(passage * 200)
    run = index.ids[:KGRAM]
    length = len(split_words(passage))
    places = index.find_places(run, near=100 * length)
    assert len(places) == 32
    assert min(places) < 100 * length < max(places)
    assert all(index.ids[place : place + KGRAM] == run for place in places)
    assert index.find_places(run[::-1], near=0) == []


def test_of_a_huge_source_some_run_in_each_stretch_is_found() -> None:
    index = SourceIndex("".join(f"w{n} " for n in range(60_000)))
    assert index.stride > 1
    start = 100_003
    found = [
        index.find_places(index.ids[at : at + KGRAM], near=0)
        for at in range(start, start + index.stride)
    ]
    assert sum(map(len, found)) == 1


def test_rulers_prove_nothing() -> None:
    index = SourceIndex("=" * 40 + "one two three four five six seven")
    assert not index.says_something(0, 40)
    assert index.says_something(40, 13)
