"""llama.cpp as the second opinion: the same tokens, and the same next token from the same file."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from lib.engine.bundled import find_bundled_model
from lib.engine.gguf import read_gguf
from lib.engine.model import Model, load_model
from lib.engine.pre_tokenizers import PRE_TOKENIZERS
from lib.engine.tokenizer import read_tokenizer
from tests.support.ggml_blocks import TYPE_IDS
from tests.support.llama_cpp import LlamaCpp
from tests.support.tiny_gguf import (
    ARCHITECTURES,
    SPECIAL_TOKENS,
    Shape,
    vocabulary,
    write_tiny_gguf,
)

PRINTABLE = vocabulary().index("a")


def log_probabilities(model: Model, ids: list[int]) -> NDArray[np.float64]:
    logits = model.forward(model.new_cache(len(ids)), ids, num_logits=1)[0].astype(float)
    shifted: NDArray[np.float64] = logits - logits.max()
    shifted -= np.log(np.exp(shifted).sum())
    return shifted


def prompts(vocab_size: int, count: int = 4) -> list[list[int]]:
    source = np.random.default_rng(1)
    return [[int(i) for i in source.integers(3, vocab_size, 20)] for _ in range(count)]


LARGEST_DIFFERENCE = {"F32": 1e-4, "F16": 0.02}
"""llama.cpp rounds activations to half precision for F16. For quantised matrices both round them
to 8 bits, in groups of other sizes (256 for the K types): a random network this narrow, of nearly
flat probabilities, then differs by some tenths, while a weight read wrongly gives differences of
several units."""


@pytest.mark.parametrize("architecture", ARCHITECTURES)
@pytest.mark.parametrize("kind", TYPE_IDS)
def test_next_token_is_as_probable(tmp_path: Path, kind: str, architecture: str) -> None:
    path = write_tiny_gguf(
        tmp_path / "tiny.gguf", seed=4, quantisation=kind, architecture=architecture
    )
    largest = LARGEST_DIFFERENCE.get(kind, 0.35)
    assert_as_probable(path, largest)


@pytest.mark.parametrize(
    ("architecture", "shape"),
    [
        ("llama", Shape(rope_factors=True)),
        ("llama", Shape(heads=6, kv_heads=3, head_size=128)),
        ("qwen3", Shape(heads=6, kv_heads=3, head_size=128)),
        *((name, Shape(tied=False)) for name in ARCHITECTURES),
        *((name, Shape(width=560, heads=7, kv_heads=1, head_size=80)) for name in ARCHITECTURES),
    ],
)
def test_next_token_is_as_probable_in_other_shapes(
    tmp_path: Path, architecture: str, shape: Shape
) -> None:
    path = write_tiny_gguf(
        tmp_path / "tiny.gguf", quantisation="F32", architecture=architecture, shape=shape
    )
    assert_as_probable(path, LARGEST_DIFFERENCE["F32"])


def test_next_token_is_as_probable_in_a_file_of_several_types(tmp_path: Path) -> None:
    path = write_tiny_gguf(
        tmp_path / "tiny.gguf",
        quantisation="Q4_K",
        architecture="qwen3",
        types={"attn_v": "Q6_K", "ffn_down": "Q5_0", "token_embd": "Q6_K"},
    )
    assert_as_probable(path, 0.35)


def assert_as_probable(path: Path, largest: float) -> None:
    """Then the most probable tokens differ only where both are as probable within `largest`."""
    model, other = load_model(path), LlamaCpp(path)
    for ids in prompts(model.vocab_size):
        expected = other.next_log_probabilities(ids, model.vocab_size, PRINTABLE)
        found = log_probabilities(model, ids)
        assert np.abs(found - expected).max() < largest
        assert expected.max() - expected[found.argmax()] < 2 * largest


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_greedy_continuation_is_the_same(tmp_path: Path, architecture: str) -> None:
    path = write_tiny_gguf(
        tmp_path / "tiny.gguf", seed=9, quantisation="F32", architecture=architecture
    )
    model, other = load_model(path), LlamaCpp(path)
    ids = prompts(model.vocab_size, 1)[0]
    cache = model.new_cache(60)
    logits = model.forward(cache, ids, num_logits=1)
    for _ in range(24):
        expected = other.next_log_probabilities(ids, model.vocab_size, PRINTABLE)
        ids.append(int(logits[0].argmax()))
        assert ids[-1] == expected.argmax()
        logits = model.forward(cache, ids[-1:])


LETTERS = "abcsteLSv01.,'(=$!<Ġ"
CONTROLS = "Ċčĉ"
"""GPT-2's spelling of line feed, carriage return and tab."""
ADDED = ("<think>", "</think>", "é漢 x")
TEXTS = [
    "Hello, world! It's 12345 o'clock; we'LL see. DON'T, we'Re ABC's",
    "a's a'S e'Se s'LLs 'Tt't 'VE've'Sa'Sb'Sc'Ss'St'Sv'SS'SL'SLt",
    "  leading\n\n\n trailing  \n",
    "1 10 101 1010 10101 011010011 01,10.101",
    "a\r\n\r\nb\t\tc   \n   \n  x   ",
    "def f(x):\n    return x ** 2  # 12345\n",
    "漢字 です１２３ ٣٤٥ ½ ² Ⅷ",
    "👩‍👩‍👧‍👦 🇩🇪 e\u0301 \u00a0\u3000\u2028x\u0085y \u200b\ufeff z",
    "\x1c\x1d \x0b\x0c שלום — مرحبا",
    "''' \"\"\" $$$+++ ~^|=`<>",
    "<think>\n\n</think>\n\nabc <|im_end|> aé漢 xb",
]


def random_texts(count: int) -> list[str]:
    source = random.Random(1)  # noqa: S311
    characters = "abcsteLv01.,'( =$!<\n\r\t  Zé漢ß９٣½🙂_\u00a0\u3000-\"~^|+>`ſK"
    return ["".join(source.choices(characters, k=source.randint(1, 30))) for _ in range(count)]


def write_eager_tokenizer(path: Path, pre: str | None) -> tuple[Path, int]:
    """A file whose merges join nearly everything, so that only cuts keep tokens apart."""
    letters = [*LETTERS, *CONTROLS]
    pairs = [f"{a} {b}" for a in letters for b in letters]
    triples = [f"{a}{b} {c}" for a in letters for b in letters for c in letters]
    source = random.Random(2)  # noqa: S311
    source.shuffle(pairs)
    merges = pairs + source.sample(triples, 2_000)
    tokens = [*vocabulary(merges), *ADDED]
    types = [3 if t in SPECIAL_TOKENS else 4 if t in ADDED else 1 for t in tokens]
    extra = {
        "tokenizer.ggml.pre": pre,
        "tokenizer.ggml.token_type": types,
        "tokenizer.ggml.bos_token_id": 1,
    }
    write_tiny_gguf(path, merges=merges, added=ADDED, extra=extra)
    return path, len(tokens)


@pytest.mark.parametrize("pre", [*PRE_TOKENIZERS, None])
def test_same_token_ids(tmp_path: Path, pre: str | None) -> None:
    path, vocab_size = write_eager_tokenizer(tmp_path / "tokens.gguf", pre)
    tokenizer, other = read_tokenizer(read_gguf(path), vocab_size), LlamaCpp(path)
    for text in [*TEXTS, *random_texts(150)]:
        assert tokenizer.encode(text) == other.encode(text), text
        assert tokenizer.decode(tokenizer.encode(text)) == text


@pytest.mark.model
def test_same_token_ids_with_the_real_vocabulary(real_model: Model) -> None:
    other = LlamaCpp(find_bundled_model())
    for text in [*TEXTS[:-1], *random_texts(50)]:
        if "\x1c" not in text:  # not in its vocabulary: llama.cpp drops it, we write U+FFFD
            assert real_model.tokenizer.encode(text) == other.encode(text), text
