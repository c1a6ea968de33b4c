"""What an answer looks like on the wire, kept while it streams.

Invariant: a chunk costs one append; nothing is encoded before the stream is over.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Mapping

from lib.domain import WireTrace
from lib.providers import redact

KEPT_CHUNKS = 20
"""Kept from the beginning, and again from the end."""
MAX_CHUNK_CHARACTERS = 4000
MAX_HEADER_CHARACTERS = 1000
_UNKEPT_HEADERS = {"set-cookie", "set-cookie2"}


class Tracer:
    """Collects the headers and the raw chunks of one answer."""

    def __init__(self) -> None:
        self._status_code: int | None = None
        self._headers: dict[str, str] = {}
        self._first: list[object] = []
        self._last: deque[object] = deque(maxlen=KEPT_CHUNKS)
        self._num_chunks = 0

    def mark_headers(self, status_code: int, headers: Mapping[str, str]) -> None:
        """The answer begins."""
        self._status_code = status_code
        self._headers = {
            name.lower(): value
            for name, value in headers.items()
            if name.lower() not in _UNKEPT_HEADERS
        }

    def add_chunk(self, chunk: object) -> None:
        """Keep a decoded chunk, which nobody may change."""
        self._num_chunks += 1
        if len(self._first) < KEPT_CHUNKS:
            self._first.append(chunk)
        else:
            self._last.append(chunk)

    def make_trace(self, secrets: Iterable[str]) -> WireTrace | None:
        """Return what came, without any of the `secrets`; `None`: no answer began."""
        if self._status_code is None:
            return None
        hidden = tuple(secrets)
        return WireTrace(
            status_code=self._status_code,
            headers={
                redact(name, hidden): redact(value, hidden)[:MAX_HEADER_CHARACTERS]
                for name, value in self._headers.items()
            },
            first_chunks=tuple(_encode(chunk, hidden) for chunk in self._first),
            last_chunks=tuple(_encode(chunk, hidden) for chunk in self._last),
            num_chunks=self._num_chunks,
        )


def _encode(chunk: object, hidden: tuple[str, ...]) -> str:
    text = json.dumps(chunk, ensure_ascii=False, separators=(",", ":"))
    return redact(text, hidden)[:MAX_CHUNK_CHARACTERS]
