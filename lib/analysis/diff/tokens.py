"""Cuts a text into lines, clauses or words.

Invariant: the tokens joined are the text; no token ends inside a CRLF, between a letter and its
combining marks, or inside an emoji sequence or a flag; and text appended later can change the last
token only.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import chain

# Without a cap, a stream of one endless word or of stacked accents would be held back for ever.
_LONGEST_WORD = 128
_MOST_MARKS = 32
_MOST_MARKED_LETTERS = 40

# Scripts written without blanks between words: one character is one token.
_UNSPACED = (
    "\u0e00-\u0e3a\u0e40-\u0e7f"  # Thai
    "\u0e80-\u0eff"  # Lao
    "\u1000-\u109f"  # Myanmar
    "\u1780-\u17ff"  # Khmer
    "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # Kana
    "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
    "\u1100-\u11ff\uac00-\ud7ff"  # Hangul
)


def _ranges_of_marks() -> str:
    """Combining marks of this Python's Unicode data, as ranges of a character class."""
    last_block = range(0xE0100, 0xE01F0)
    ranges: list[list[int]] = []
    for code in chain(range(0x300, 0x1F000), last_block):
        if unicodedata.category(chr(code))[0] == "M":
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"{chr(low)}-{chr(high)}" for low, high in ranges)


# Marks, zero-width (non-)joiner, skin tones, and the tag characters of regional flags.
_EXTENDS = f"[{_ranges_of_marks()}\u200c\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
_LETTER = rf"[^\W{_UNSPACED}]"
_FLAG_HALF = "[\U0001f1e6-\U0001f1ff]"

_WORDS = re.compile(
    r"\r\n|[\r\n]"
    rf"|[^\S\r\n]{{1,{_LONGEST_WORD}}}"
    rf"|{_LETTER}{{1,{_LONGEST_WORD}}}"
    rf"(?:{_EXTENDS}{{1,{_MOST_MARKS}}}{_LETTER}{{0,32}}){{0,{_MOST_MARKED_LETTERS}}}"
    rf"|{_FLAG_HALF}{_FLAG_HALF}"
    rf"|[\w\W]{_EXTENDS}{{0,{_MOST_MARKS}}}(?:(?<=\u200d)[^\w\s]{_EXTENDS}{{0,{_MOST_MARKS}}}){{0,8}}"
)
_ASCII_WORDS = re.compile(
    rf"\r\n|[\r\n]|[^\S\r\n]{{1,{_LONGEST_WORD}}}|\w{{1,{_LONGEST_WORD}}}|[\w\W]"
)
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_CLAUSES = re.compile(r"[^;{}\s]{0,200}(?:\r\n|[;{}\s]|(?<=[^;{}\s]))")


def split_words(text: str) -> list[str]:
    """Words with their marks, blank runs, line ends, single symbols, CJK characters one by one."""
    # Both patterns agree on ASCII; the shorter one takes a third of the time.
    return (_ASCII_WORDS if text.isascii() else _WORDS).findall(text)


def split_lines(text: str) -> list[str]:
    """Lines with their ends. Only CRLF, LF and CR end a line, as in a browser."""
    if "\r" in text:
        return _LINES.findall(text)
    lines = [line + "\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def split_clauses(text: str) -> list[str]:
    """Stretches of up to 200 characters that end at a blank, a brace or a semicolon."""
    return _CLAUSES.findall(text)


def is_word(token: str) -> bool:
    """Whether the token says something by itself: neither blank nor punctuation."""
    return token[0].isalnum() or token[0] == "_"


def intern_tokens(tokens: list[str], ids: dict[str, int]) -> list[int]:
    """The tokens as small integers, equal where the tokens are equal; `ids` grows."""
    fresh = [token for token in dict.fromkeys(tokens) if token not in ids]
    ids.update(zip(fresh, range(len(ids), len(ids) + len(fresh)), strict=True))
    return list(map(ids.__getitem__, tokens))


def has_astral(text: str) -> bool:
    """Whether some character takes two UTF-16 units."""
    return not text.isascii() and max(text) > "\uffff"
