"""The origins of an answer as part of a frame, while it streams and when it has ended.

Invariant: lengths are UTF-16 units, as the browser counts, and no stretch cuts a character.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from lib.analysis.trace import (
    Basis,
    Pass,
    Stretch,
    StretchKind,
    describe_trace,
    estimate_stretches,
    find_basis,
    read_passes,
    read_stretches,
    trace_result,
)
from lib.domain import ContentChunk, RunResult, RunSettings

TracePart = dict[str, Any]
"""JSON: `basis`, `sentence`, `stretches` as pairs of kind and length, `passes` as pairs of tokens
drafted and accepted, and `restart`: whether they replace what came before instead of following it.
Text behind the last stretch is of a kind that is not known yet.
"""

_Pairs = list[tuple[str, int]]


class TraceFollower:
    """Follows one answer piece by piece. An estimate costs as much as five of the whole answer."""

    def __init__(self, settings: RunSettings) -> None:
        self._settings = settings
        self._basis: Basis | None = None
        self._text = ""
        self._pairs: _Pairs = []
        self._passes: list[Pass] = []
        self._estimate_due = 0

    def follow(self, pieces: Sequence[tuple[str, ContentChunk]]) -> TracePart:
        """Return what these new pieces add."""
        if not pieces:
            return self._make_part([], [], restart=False)
        self._basis = self._basis or find_basis(self._settings, pieces[0][1])
        text = "".join(text for text, _ in pieces)
        chunks = [chunk for _, chunk in pieces]
        if self._basis is Basis.ESTIMATED:
            self._text += text
            return self._estimate()
        if self._basis is Basis.OFF:
            pairs = _make_pairs([Stretch(StretchKind.GENERATED, len(text))], text)
            return self._add(pairs, [])
        return self._add(_make_pairs(read_stretches(chunks), text), read_passes(chunks))

    def whole(self) -> TracePart:
        """Return all there is so far."""
        return self._make_part(self._pairs, self._passes, restart=True)

    def _estimate(self) -> TracePart:
        # Ever longer stretches between two estimates keep the sum of their costs linear.
        if len(self._text) < self._estimate_due:
            return self._make_part([], [], restart=False)
        self._estimate_due = len(self._text) * 5 // 4 + 200
        stretches = estimate_stretches(self._settings.prediction or "", self._text)
        self._pairs = _make_pairs(stretches, self._text)
        return self.whole()

    def _add(self, pairs: _Pairs, passes: Iterable[Pass]) -> TracePart:
        passes = list(passes)
        self._pairs += pairs
        self._passes += passes
        return self._make_part(pairs, passes, restart=False)

    def _make_part(self, pairs: _Pairs, passes: list[Pass], *, restart: bool) -> TracePart:
        return {
            "basis": self._basis.value if self._basis else None,
            "sentence": describe_trace(self._basis) if self._basis else "",
            "stretches": pairs,
            "passes": passes,
            "restart": restart,
        }


def make_trace_part(result: RunResult) -> TracePart:
    """Return the origins of a finished run, whole."""
    trace = trace_result(result)
    return {
        "basis": trace.basis.value,
        "sentence": trace.sentence,
        "stretches": _make_pairs(trace.stretches, result.text),
        "passes": list(trace.passes),
        "restart": True,
    }


def _make_pairs(stretches: Iterable[Stretch], text: str) -> _Pairs:
    pairs, end = [], 0
    for stretch in stretches:
        start, end = end, end + stretch.characters
        units = len(text[start:end].encode("utf-16-le", "surrogatepass")) // 2
        pairs.append((stretch.kind.value, units))
    return pairs
