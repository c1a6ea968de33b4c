"""The answer's bytes as text that is safe to send: whole characters, no stop string.

Invariant: what `push` has returned so far is a prefix of the final text, whatever comes next, and
the spans taken so far cover exactly that text.
"""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from typing import Literal

SpanKind = Literal["accepted", "generated", "replaced"]
"""How a token came about: drafted from the prediction and verified; the model's own, also where a
learnt substitution guessed it; the model's own in place of a rejected token of the prediction."""

Span = tuple[SpanKind, int]
"""So many code points of one kind, at least 1."""


class TextStream:
    """Turns the bytes of one token after the other into text."""

    def __init__(self, stop: Sequence[str] = ()) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._stop = tuple(stop)
        self._held = ""
        self._held_spans: list[Span] = []
        self._spans: list[Span] = []
        self.stopped = False
        """Whether a stop string has come; nothing after it is text of the answer."""

    def push(self, token: bytes, kind: SpanKind = "generated") -> str:
        """Return the text that a token adds; part of a character or of a stop string waits.

        A character of several tokens is of the kind of the token that completes it.
        """
        text = self._decoder.decode(token)
        self._held += text
        _add_span(self._held_spans, kind, len(text))
        first = min((at for one in self._stop if (at := self._held.find(one)) >= 0), default=-1)
        if first >= 0:
            self.stopped = True
            return self._release(first, keep=False)
        return self._release(len(self._held) - self._num_suspicious())

    def finish(self) -> str:
        """Return what still waited, when the answer ends.

        Half a character is left out, so that a shorter limit gives a beginning of the longer text.
        """
        return "" if self.stopped else self._release(len(self._held))

    def take_spans(self) -> tuple[Span, ...]:
        """Return the spans of the text that was returned since they were last taken."""
        spans, self._spans = tuple(self._spans), []
        return spans

    def _release(self, length: int, *, keep: bool = True) -> str:
        text = self._held[:length]
        self._held = self._held[length:] if keep else ""
        while length:
            kind, characters = self._held_spans.pop(0)
            if characters > length:
                self._held_spans.insert(0, (kind, characters - length))
            _add_span(self._spans, kind, min(characters, length))
            length -= min(characters, length)
        return text

    def _num_suspicious(self) -> int:
        """Length of the longest end of the held text that a stop string could begin with."""
        longest = max((len(one) for one in self._stop), default=0)
        for length in range(min(longest - 1, len(self._held)), 0, -1):
            tail = self._held[-length:]
            if any(one.startswith(tail) for one in self._stop):
                return length
        return 0


def _add_span(spans: list[Span], kind: SpanKind, characters: int) -> None:
    """Add to the last span where it is of the same kind."""
    if spans and spans[-1][0] == kind:
        characters += spans.pop()[1]
    if characters:
        spans.append((kind, characters))
