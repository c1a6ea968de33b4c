"""The answer's bytes as text that is safe to send: whole characters, no stop string.

Invariant: what `push` has returned so far is a prefix of the final text, whatever comes next.
"""

from __future__ import annotations

import codecs
from collections.abc import Sequence


class TextStream:
    """Turns the bytes of one token after the other into text."""

    def __init__(self, stop: Sequence[str] = ()) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._stop = tuple(stop)
        self._held = ""
        self.stopped = False
        """Whether a stop string has come; nothing after it is text of the answer."""

    def push(self, token: bytes) -> str:
        """Return the text that a token adds; part of a character or of a stop string waits."""
        self._held += self._decoder.decode(token)
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

    def _release(self, length: int, *, keep: bool = True) -> str:
        text = self._held[:length]
        self._held = self._held[length:] if keep else ""
        return text

    def _num_suspicious(self) -> int:
        """Length of the longest end of the held text that a stop string could begin with."""
        longest = max((len(one) for one in self._stop), default=0)
        for length in range(min(longest - 1, len(self._held)), 0, -1):
            tail = self._held[-length:]
            if any(one.startswith(tail) for one in self._stop):
                return length
        return 0
