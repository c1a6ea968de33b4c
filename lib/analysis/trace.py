"""Where the stretches of an answer came from: as the engine reports it, or estimated.

Invariant: the stretches cover the text exactly, and an estimate never looks like a report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from lib.analysis.copied import estimate_copied
from lib.analysis.quantities import format_count
from lib.domain import ContentChunk, RunResult, RunSettings, TokenUsage


class Basis(StrEnum):
    """How the origins are known."""

    OFF = "off"
    """No prediction was sent, so there is nothing to tell apart."""
    REPORTED = "reported"
    ESTIMATED = "estimated"


class StretchKind(StrEnum):
    """What a stretch is; the first three are the engine's words, the next two an estimate's."""

    ACCEPTED = "accepted"
    GENERATED = "generated"
    REPLACED = "replaced"
    FOUND = "found"
    """Stands in the prediction, too."""
    OTHER = "other"
    """Does not."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Stretch:
    """So many code points of one kind, at least 1."""

    kind: StretchKind
    characters: int


Pass = tuple[int, int]
"""Tokens that a forward pass drafted from the prediction, and how many of them it accepted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """The origins of one answer; `passes` is empty unless they were reported."""

    basis: Basis
    stretches: tuple[Stretch, ...]
    passes: tuple[Pass, ...]
    sentence: str


def find_basis(settings: RunSettings, first: ContentChunk | None) -> Basis:
    """Return how the origins of an answer are known, by its first piece."""
    if not settings.uses_prediction:
        return Basis.OFF
    return Basis.ESTIMATED if first is None or first.spans is None else Basis.REPORTED


def trace_result(result: RunResult) -> Trace:
    """Return where the text of a finished run came from."""
    chunks = result.timing.chunks
    basis = find_basis(result.settings, chunks[0] if chunks else None)
    if basis is Basis.REPORTED:
        stretches = read_stretches(chunks)
    elif basis is Basis.ESTIMATED:
        stretches = estimate_stretches(result.settings.prediction or "", result.text)
    else:
        stretches = join_stretches([Stretch(StretchKind.GENERATED, len(result.text))])
    return Trace(
        basis=basis,
        stretches=stretches,
        passes=read_passes(chunks) if basis is Basis.REPORTED else (),
        sentence=describe_trace(basis, result.usage),
    )


def read_stretches(chunks: Iterable[ContentChunk]) -> tuple[Stretch, ...]:
    """Return what the engine reported of these pieces of an answer."""
    return join_stretches(stretch for chunk in chunks for stretch in _read_chunk(chunk))


def _read_chunk(chunk: ContentChunk) -> Iterator[Stretch]:
    if chunk.spans is None:
        yield Stretch(StretchKind.UNKNOWN, chunk.characters)
        return
    for span in chunk.spans:
        yield Stretch(StretchKind(span.origin.value), span.characters)


def read_passes(chunks: Iterable[ContentChunk]) -> tuple[Pass, ...]:
    """Return the counts of each piece; those of a pass without text came with the next one."""
    return tuple(
        (chunk.num_draft_tokens, chunk.num_accepted_tokens)
        for chunk in chunks
        if chunk.num_draft_tokens is not None and chunk.num_accepted_tokens is not None
    )


def estimate_stretches(prediction: str, text: str) -> tuple[Stretch, ...]:
    """Return which stretches of a text stand in the prediction. O(prediction + text)."""
    stretches, end = [], 0
    for span in estimate_copied(prediction, text).spans:
        stretches.append(Stretch(StretchKind.OTHER, span.start - end))
        stretches.append(Stretch(StretchKind.FOUND, span.length))
        end = span.start + span.length
    return join_stretches([*stretches, Stretch(StretchKind.OTHER, len(text) - end)])


def join_stretches(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return the same without empty ones, and neighbours of one kind made one."""
    filled = (stretch for stretch in stretches if stretch.characters)
    return tuple(
        Stretch(kind, sum(stretch.characters for stretch in group))
        for kind, group in groupby(filled, key=lambda stretch: stretch.kind)
    )


def describe_trace(basis: Basis, usage: TokenUsage | None = None) -> str:
    """Return what the colours are and where they come from; `usage` once it is known."""
    if basis is Basis.OFF:
        return (
            "No prediction was sent, so the model generated every token. Switch “Use prediction”"
            " on and press Run to see which tokens a prediction saves."
        )
    accepted = usage.accepted_prediction_tokens if usage else None
    rejected = usage.rejected_prediction_tokens if usage else None
    counts = [
        f"{format_count(count, 'token')} {deed}"
        for count, deed in ((accepted, "accepted"), (rejected, "rejected"))
        if count is not None
    ]
    if basis is Basis.REPORTED:
        if accepted == rejected == 0:
            return (
                "Reported by the engine: it found no place to try the prediction, so every token"
                " was generated."
            )
        total = f": {', '.join(counts)}" if counts else ""
        return f"Reported by the engine, token by token{total}."
    total = f": here {', '.join(counts)}" if counts else ", and here not even those"
    return (
        "An estimate: what is marked stands word for word in the prediction. Providers report"
        f" totals only{total}."
    )
