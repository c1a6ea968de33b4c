"""Tokens join to the text again, and never cut what a reader sees as one character."""

from __future__ import annotations

import pytest

from lib.analysis.diff.tokens import (
    has_astral,
    intern_tokens,
    is_word,
    split_clauses,
    split_lines,
    split_words,
)
from tests.analysis.diff.edit_scripts import make_edit_script, make_rng


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", []),
        ("foo_bar += 1;", ["foo_bar", " ", "+", "=", " ", "1", ";"]),
        ("a\r\n\tb\rc\n", ["a", "\r\n", "\t", "b", "\r", "c", "\n"]),
        ("cafe\u0301 café", ["cafe\u0301", " ", "café"]),
        ("नमस्ते", ["नमस्ते"]),
        ("e\u0301" * 20, ["e\u0301" * 20]),
        ("👨\u200d👩\u200d👧!", ["👨\u200d👩\u200d👧", "!"]),
        ("👍🏽❤\ufe0f", ["👍🏽", "❤\ufe0f"]),
        ("🇩🇪🇫🇷", ["🇩🇪", "🇫🇷"]),
        ("1\ufe0f\u20e3", ["1\ufe0f\u20e3"]),
        ("🏴\U000e0067\U000e0062\U000e007f", ["🏴\U000e0067\U000e0062\U000e007f"]),
        ("中文abcかな", ["中", "文", "abc", "か", "な"]),
        ("ab\x00c", ["ab", "\x00", "c"]),
        ("\ud83dx", ["\ud83d", "x"]),
    ],
)
def test_words(text: str, tokens: list[str]) -> None:
    assert split_words(text) == tokens


def test_only_crlf_lf_and_cr_end_a_line() -> None:
    assert split_lines("a\r\nb\rc\nd\u2028e\x0bf\x85g") == [
        "a\r\n",
        "b\r",
        "c\n",
        "d\u2028e\x0bf\x85g",
    ]
    assert split_lines("a\n\nb") == ["a\n", "\n", "b"]
    assert split_lines("a\n") == ["a\n"]
    assert split_lines("") == []


def test_every_split_is_lossless() -> None:
    rng = make_rng(11)
    for _ in range(500):
        for text in make_edit_script(rng):
            for split in (split_words, split_lines, split_clauses):
                assert "".join(split(text)) == text


def test_appended_text_changes_the_last_token_only() -> None:
    rng = make_rng(12)
    for _ in range(300):
        text, _ = make_edit_script(rng, longest=60)
        tokens = split_words(text)
        for end in range(len(text)):
            begun = split_words(text[:end])
            assert begun[:-1] == tokens[: max(0, len(begun) - 1)]


def test_no_token_grows_for_ever() -> None:
    for text in ("a" * 10_000, " " * 10_000, "a" + "\u0301" * 10_000, "\u200d" * 10_000):
        tokens = split_words(text)
        assert "".join(tokens) == text
        assert max(map(len, tokens)) < 2_000


def test_a_word_says_something_by_itself() -> None:
    assert [token for token in ("a", "_x", "中", " ", "\n", "+", "👍") if is_word(token)] == [
        "a",
        "_x",
        "中",
    ]


def test_interned_tokens_are_equal_where_the_tokens_are() -> None:
    ids: dict[str, int] = {}
    assert intern_tokens(["a", "b", "a"], ids) == [0, 1, 0]
    assert intern_tokens(["b", "c"], ids) == [1, 2]


def test_astral_characters_are_noticed() -> None:
    assert has_astral("a😀")
    assert not has_astral("aé中\ud83d")
