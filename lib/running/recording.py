"""What a stream has brought so far, with the clock of its request.

Invariant: every time is `perf_counter` since the request left, stamped where the stream is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from time import perf_counter

from lib.domain import (
    ContentChunk,
    ErrorReport,
    Outcome,
    RunResult,
    StreamTiming,
    TokenUsage,
    WireTrace,
)
from lib.providers import read_request_id
from lib.running.run import Run
from lib.running.stream import (
    Finish,
    Identity,
    RefusalDelta,
    ServerTimings,
    StreamEvent,
    TextDelta,
    UsageReport,
)
from lib.running.versions import VERSIONS


class Recording:
    """Collects one answer; shows its text in the run as it grows."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._sent: float | None = None
        self._headers_s: float | None = None
        self._ended_s: float | None = None
        self._chunks: list[ContentChunk] = []
        self._refusal: list[str] = []
        self._usage: TokenUsage | None = None
        self._identity = Identity()
        self._request_id: str | None = None
        self._server_timings_s: dict[str, float] = {}
        self.finish_reason: str | None = None
        self.trace: WireTrace | None = None
        """Set when the stream is over."""
        self.content_type = ""
        """Media type of the answer; empty until its headers came."""

    @property
    def in_stream(self) -> bool:
        """Whether the answer has begun, with its headers."""
        return self._headers_s is not None

    @property
    def has_text(self) -> bool:
        """Whether any visible text came."""
        return bool(self._chunks)

    @property
    def refusal(self) -> str:
        """The model's explanation why it declines; empty when it does not."""
        return "".join(self._refusal)

    def read_clock(self) -> float:
        """Return the seconds since the request was sent."""
        return 0.0 if self._sent is None else perf_counter() - self._sent

    def mark_sent(self) -> None:
        """The request leaves now."""
        self._sent = perf_counter()
        self._run.set_phase("Waiting for the first token")

    def mark_headers(self, headers: Mapping[str, str]) -> None:
        """The answer begins."""
        self._headers_s = self.read_clock()
        self.content_type = headers.get("content-type", "").split(";")[0].strip().lower()
        self._request_id = read_request_id(headers)
        processing_ms = headers.get("openai-processing-ms", "")
        if processing_ms.isdecimal():
            self._server_timings_s["openai-processing"] = int(processing_ms) / 1000

    def mark_ended(self) -> None:
        """Nothing more will come."""
        if self._sent is not None:
            self._ended_s = self.read_clock()

    def add(self, event: StreamEvent, at_s: float) -> None:
        """Take in one event that arrived at `at_s`."""
        match event:
            case TextDelta():
                self._add_text(event, at_s)
            case RefusalDelta():
                self._refusal.append(event.text)
            case Finish():
                self.finish_reason = event.reason
            case UsageReport():
                self._usage = event.usage
            case Identity():
                self._identity = event
            case ServerTimings():
                self._server_timings_s.update(event.durations_s)

    def _add_text(self, delta: TextDelta, at_s: float) -> None:
        if not self._chunks:
            self._run.set_phase("Receiving the answer")
        chunk = ContentChunk(
            at_s,
            len(delta.text),
            delta.num_draft_tokens,
            delta.num_accepted_tokens,
            delta.spans,
        )
        self._chunks.append(chunk)
        self._run.append_text(delta.text, at_s, chunk)

    def make_result(self, outcome: Outcome, error: ErrorReport | None) -> RunResult:
        """Return everything that came, as the run's result."""
        return RunResult(
            run_id=self._run.run_id,
            settings=self._run.settings,
            started_at=self._run.started_at,
            outcome=outcome,
            text=self._run.text_from(0),
            timing=StreamTiming(
                headers_s=self._headers_s, chunks=tuple(self._chunks), ended_s=self._ended_s
            ),
            usage=self._usage,
            finish_reason=self.finish_reason,
            system_fingerprint=self._identity.system_fingerprint,
            response_id=self._identity.response_id,
            request_id=self._request_id,
            served_model=self._identity.served_model,
            error=error,
            server_timings_s=self._server_timings_s,
            versions=VERSIONS,
            retry_of=self._run.retry_of,
            trace=self.trace,
        )
