"""Random sources with edited outputs, and a client that applies live frames.

Invariant: the same random generator gives the same texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from lib.analysis.diff import DiffFrame, LiveDiff, Piece, PieceKind

# What breaks naive tokenisers: marks, joined emoji, flags, line ends of all kinds, no blanks.
_ODD_TOKENS = (
    *("a", "b", "foo", "foo_bar", " ", "\t", "\n", "\r\n", "\r", "    ", "x = 1\n", "()", "}"),
    *("é", "e\u0301", "\u0301", "👩\u200d💻", "👍🏽", "🇩🇪", "🇫", "1\ufe0f\u20e3", "\u200d"),
    *("中", "文", "ไทย", "नमस्ते", "שלום", "\u202e", "\u2028", "\x00", "\x1c", "\ud83d", "\ude00"),
)
_VOCABULARY_SIZES = (4, 40, 2_000)


def make_rng(seed: int) -> Random:
    """A generator that gives the same in every run."""
    return Random(seed)  # noqa: S311


def _make_words(rng: Random, count: int, vocabulary: int) -> list[str]:
    return [f"w{rng.randrange(vocabulary)}{rng.choice('  .;n')}" for _ in range(count)]


def make_edit_script(rng: Random, longest: int = 500) -> tuple[str, str]:
    """A source and an output made from it by deleting, inserting, replacing, moving, copying."""
    odd = rng.random() < 0.4
    vocabulary = rng.choice(_VOCABULARY_SIZES)

    def make_tokens(count: int) -> list[str]:
        if odd:
            return rng.choices(_ODD_TOKENS, k=min(count, 40))
        return [word.replace("n", "\n") for word in _make_words(rng, count, vocabulary)]

    tokens = make_tokens(rng.randrange(longest))
    source = "".join(tokens)
    for _ in range(rng.randrange(5)):
        start = rng.randint(0, len(tokens))
        end = start + rng.randrange(longest // 3)
        block = tokens[start:end]
        match rng.randrange(5):
            case 0:
                del tokens[start:end]
            case 1:
                tokens[start:start] = make_tokens(rng.randrange(longest // 3))
            case 2:
                tokens[start:end] = make_tokens(rng.randrange(longest // 3))
            case 3:
                del tokens[start:end]
                target = rng.randint(0, len(tokens))
                tokens[target:target] = block
            case _:
                target = rng.randint(0, len(tokens))
                tokens[target:target] = block
    return source, "".join(tokens)


def cut_randomly(rng: Random, text: str, longest: int) -> Iterator[str]:
    """The text in chunks of 1 to `longest` characters, anywhere, also inside a cluster."""
    at = 0
    while at < len(text):
        size = rng.randint(1, longest)
        yield text[at : at + size]
        at += size


def source_of(pieces: tuple[Piece, ...]) -> str:
    """The source that the pieces tell of."""
    return "".join(piece.text for piece in pieces if piece.kind is not PieceKind.INSERT)


def output_of(pieces: tuple[Piece, ...]) -> str:
    """The output that the pieces tell of."""
    kinds = (PieceKind.EQUAL, PieceKind.INSERT)
    return "".join(piece.text for piece in pieces if piece.kind in kinds)


class Client:
    """A browser's side of a live diff: keeps pieces and applies frames to them."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._state: tuple[Piece, ...] = ()
        self._reached = 0

    @property
    def pieces(self) -> tuple[Piece, ...]:
        rest = self.source[self._reached :]
        return (*self._state, Piece(PieceKind.PENDING, rest)) if rest else self._state

    def apply(self, frame: DiffFrame) -> None:
        assert 0 <= frame.keep <= len(self._state)
        self._state = self._state[: frame.keep] + frame.pieces
        self._reached = frame.source_reached
        reached = self.source[: self._reached].encode("utf-16-le", "surrogatepass")
        assert frame.source_reached_utf16 == len(reached) // 2


def stream(live: LiveDiff, client: Client, chunks: Iterator[str]) -> str:
    """Feed all chunks, checking client and live diff after each; returns what was fed."""
    fed = ""
    for chunk in chunks:
        fed += chunk
        frame = live.feed(chunk)
        client.apply(frame)
        assert client.pieces == live.pieces
        assert source_of(client.pieces) == client.source
        assert output_of(client.pieces) + frame.provisional == fed
        assert live.provisional == frame.provisional
    return fed
