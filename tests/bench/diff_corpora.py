"""Texts to measure the diff on: Python's own sources and documentation, and edits of them.

Invariant: the same Python gives the same texts.
"""

from __future__ import annotations

import sysconfig
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from pydoc_data.topics import topics
from random import Random
from typing import NamedTuple

from lib.analysis.diff.tokens import split_words
from tests.analysis.diff.edit_scripts import make_rng

STREAM_TOKENS = 30_000


class Pair(NamedTuple):
    """A source and its output, in tokens."""

    name: str
    source: list[str]
    output: list[str]


@cache
def code_text() -> str:
    """Modules of the standard library, some 2 MB, none of them twice."""
    files = sorted(Path(sysconfig.get_paths()["stdlib"]).glob("[a-z]*.py"))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)[:4_000_000]


@cache
def prose_text() -> str:
    """The language reference as help texts."""
    return "\n".join(topics[name] for name in sorted(topics))


def code_tokens(count: int) -> list[str]:
    """The first tokens of the code."""
    return split_words(code_text()[: count * 12])[:count]


def prose_tokens(count: int) -> list[str]:
    """The first tokens of the prose."""
    return split_words(prose_text()[: count * 12])[:count]


def edited(tokens: list[str], share: float, rng: Random) -> list[str]:
    """Replace or add a word at a share of the words."""
    result: list[str] = []
    for token in tokens:
        if not token.isalnum() or rng.random() >= share:
            result.append(token)
        elif rng.random() < 0.7:
            result.append(f"x{token[::-1]}")
        else:
            result += (token, " ", f"added{rng.randrange(99)}")
    return result


def edited_pairs() -> Iterator[Pair]:
    """What people do: few edits, a moved function, in code and prose of three sizes."""
    for num_lines in (50, 1_000, 10_000):
        lines = code_text().split("\n")[:num_lines]
        source = split_words("\n".join(lines))
        moved = [*lines[:10], *lines[30:40], *lines[10:30], *lines[40:]]
        output = edited(split_words("\n".join(moved)), 0.01, make_rng(num_lines))
        yield Pair(f"code, {num_lines:,} lines", source, output)
    for num_tokens in (550, 12_000, 120_000):
        source = prose_tokens(num_tokens)
        yield Pair(
            f"prose, {num_tokens:,} tokens", source, edited(source, 0.02, make_rng(num_tokens))
        )


def worst_pairs() -> Iterator[tuple[str, str, str]]:
    """Name, source and output of what breaks diffs: nothing in common, nothing unique, one line."""
    rng = make_rng(7)
    prose, code = prose_tokens(131_000), code_tokens(30_000)
    yield "unrelated, 30,000 tokens", "".join(prose[:30_000]), "".join(code)
    yield (
        "10,000 lines, blanks in common",
        "".join(f"a{n} b{n}\n\n" for n in range(5_000)),
        "".join(f"c{n} d{n}\n\n" for n in range(5_000)),
    )
    line = ",".join(f"{{id:{n},name:'u{n % 97}',v:[{n % 13},{n % 7}]}}" for n in range(66_000))
    changed = list(line)
    for place in range(5_000, len(line), 7_000):
        changed[place] = "EDIT"
    yield "one line of 2 MB, 280 edits", line, "".join(changed)
    noise = "".join(rng.choices("abc;,(){} xyz", k=2_000_000))
    yield "one line of 2 MB, unrelated", line, noise
    yield "2 MB of code for prose", (4 * prose_text())[:2_000_000], code_text()[:2_000_000]
    words = [f"w{n}" for n in range(60_000)]
    yield "permutation of 60,000 words", " ".join(words), " ".join(rng.sample(words, len(words)))
    yield "131,000 tokens reversed", "".join(prose), "".join(reversed(prose))
    yield "one word 50,000 times", "a " * 50_000, "a " * 49_000
    yield "periodic, 100,000 tokens", "a b " * 25_000, "b a " * 25_000
    yield "periodic, other period", "a b " * 25_000, "a b b " * 16_666
    random_words = [" ".join(rng.choices("acgt", k=50_000)) for _ in range(2)]
    yield "4 words at random, 100,000", random_words[0], random_words[1]


def stream_pairs() -> Iterator[Pair]:
    """Answers to stream: edits, deleted, inserted and moved blocks, and a total rewrite."""
    rng = make_rng(8)
    code, prose = code_tokens(STREAM_TOKENS), prose_tokens(STREAM_TOKENS)
    few = edited(code, 0.01, rng)
    yield Pair(
        "code, edits, moved function",
        code,
        [*few[:8_000], *few[8_400:20_000], *few[8_000:8_400], *few[20_000:]],
    )
    yield Pair("prose, 2 % edited", prose, edited(prose, 0.02, rng))
    yield Pair("prose, 25 % edited", prose, edited(prose, 0.25, rng))
    yield Pair("40 % deleted", prose, prose[:6_000] + prose[18_000:])
    yield Pair("6,000 tokens inserted", prose, prose[:10_000] + code[:6_000] + prose[10_000:])
    block = prose[18_000:22_000]
    yield Pair(
        "4,000 tokens moved up", prose, prose[:5_000] + block + prose[5_000:18_000] + prose[22_000:]
    )
    block = prose[5_000:9_000]
    yield Pair(
        "4,000 tokens moved down",
        prose,
        prose[:5_000] + prose[9_000:22_000] + block + prose[22_000:],
    )
    yield Pair("total rewrite", prose, code)
    yield Pair("the same words shuffled", prose, rng.sample(prose, len(prose)))
