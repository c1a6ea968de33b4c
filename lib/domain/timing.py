"""When a streamed answer arrived. All times are seconds since the request was sent (perf_counter).

Invariant: chunk times never decrease; stamped where the stream is read, never where it is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass

from lib.domain.origin import TextSpan


@dataclass(frozen=True, slots=True)
class ContentChunk:
    """One piece of visible text, as it came. A chunk may hold many tokens."""

    at_s: float
    characters: int
    """Length of the piece in code points."""
    num_draft_tokens: int | None = None
    """Local engine only: prediction tokens proposed for this chunk."""
    num_accepted_tokens: int | None = None
    """Local engine only: how many of them stood."""
    spans: tuple[TextSpan, ...] | None = None
    """Local engine only: where each character of the piece came from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamTiming:
    """The clock of one run; `None` where the moment never came."""

    headers_s: float | None = None
    """Response headers received."""
    chunks: tuple[ContentChunk, ...] = ()
    """Chunks with non-empty content, in order of arrival."""
    ended_s: float | None = None
    """Stream closed, by whichever side."""

    @property
    def ttft_s(self) -> float | None:
        """Time to first token: first chunk with content - request sent."""
        return self.chunks[0].at_s if self.chunks else None

    @property
    def latency_s(self) -> float | None:
        """End-to-end latency: last content chunk - request sent (usage chunks carry no token)."""
        return self.chunks[-1].at_s if self.chunks else None
