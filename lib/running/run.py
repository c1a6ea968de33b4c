"""One run, in flight or finished: written by the loop thread, read by any other.

Invariant: one thread writes at a time, in this order: piece, its end, outcome. A reader that takes
the outcome first and the text second therefore never misses text.
"""

from __future__ import annotations

import secrets
import threading
import uuid
from bisect import bisect_right
from dataclasses import dataclass
from datetime import UTC, datetime
from time import perf_counter

from lib.domain import ContentChunk, Outcome, RunResult, RunSettings

PHASE_BY_OUTCOME = {
    Outcome.COMPLETED: "The answer is complete",
    Outcome.STOPPED: "Stopped",
    Outcome.TRUNCATED: "The answer ended before it was complete",
    Outcome.FAILED: "The run failed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSnapshot:
    """How a run stands at one moment. Times are seconds."""

    outcome: Outcome | None
    """`None` while running."""
    phase: str
    """What is going on, in words."""
    phase_elapsed_s: float
    """Since the phase began; stands still once finished."""
    elapsed_s: float
    """Since the run was started, the engine's start included; stands still once finished."""
    characters: int
    """Length of the text so far, in code points."""
    version: int
    """Grows with each change."""
    ttft_s: float | None
    """Since the request was sent, as in `StreamTiming.ttft_s`."""
    warning: str | None
    """Something went wrong beside the answer itself, such as saving it."""


class Run:
    """One request with everything that has come of it so far."""

    def __init__(
        self, settings: RunSettings, *, run_id: str | None = None, retry_of: str | None = None
    ) -> None:
        self.run_id = run_id or uuid.uuid4().hex
        self.token = secrets.token_urlsafe(24)
        """Secret of the event and stop routes."""
        self.settings = settings
        self.retry_of = retry_of
        """As in `RunResult.retry_of`."""
        self.started_at = datetime.now(UTC)
        self._began = self._phase_began = perf_counter()
        self._ended: float | None = None
        self._phase = "Starting"
        self._pieces: list[str] = []
        self._chunks: list[ContentChunk] = []
        self._ends: list[int] = []
        self._version = 0
        self._ttft_s: float | None = None
        self._warning: str | None = None
        self._result: RunResult | None = None
        self._settled = threading.Event()

    @classmethod
    def from_result(cls, result: RunResult) -> Run:
        """Return a stored run as one that can be shown like any other."""
        run = cls(result.settings, run_id=result.run_id, retry_of=result.retry_of)
        run.started_at = result.started_at
        end = 0
        for chunk in result.timing.chunks:
            start, end = end, end + chunk.characters
            run.append_text(result.text[start:end], chunk.at_s, chunk)
        if result.text[end:]:
            run.append_text(result.text[end:], result.timing.ttft_s or 0.0)
        run._ttft_s = result.timing.ttft_s
        run.finish(result, PHASE_BY_OUTCOME[result.outcome])
        run._ended = run._phase_began = run._began + (result.timing.ended_s or 0.0)
        run.settle()
        return run

    def __repr__(self) -> str:
        # Without the token, which opens the run's routes.
        return f"Run({self.run_id}, {self._phase!r})"

    @property
    def result(self) -> RunResult | None:
        """The outcome with everything measured; `None` while running."""
        return self._result

    @property
    def is_finished(self) -> bool:
        """Whether nothing more will come."""
        return self._result is not None

    def snapshot(self) -> RunSnapshot:
        """Return how the run stands; read the text after it, never before."""
        result = self._result
        now = self._ended or perf_counter()
        return RunSnapshot(
            outcome=result.outcome if result else None,
            phase=self._phase,
            phase_elapsed_s=max(0.0, now - self._phase_began),
            elapsed_s=now - self._began,
            characters=self._ends[-1] if self._ends else 0,
            version=self._version,
            ttft_s=self._ttft_s,
            warning=self._warning,
        )

    def text_from(self, offset: int) -> str:
        """Return the text from `offset` (code points) on; costs what is new, not what there is."""
        offset = max(0, offset)
        count = len(self._ends)
        first = bisect_right(self._ends, offset, hi=count)
        if first == count:
            return ""
        piece_start = self._ends[first - 1] if first else 0
        return "".join(self._pieces[first:count])[offset - piece_start :]

    def chunks_from(self, index: int) -> list[tuple[str, ContentChunk]]:
        """Return the pieces from the `index`-th on, each with what is known of it."""
        count = len(self._ends)
        return list(zip(self._pieces[index:count], self._chunks[index:count], strict=True))

    def wait(self, timeout_s: float | None = None) -> bool:
        """Block until the run has finished and was saved; return whether it did in time."""
        return self._settled.wait(timeout_s)

    # What follows is for the run's writer alone: the loop thread, and after it the saving one.

    def set_phase(self, phase: str) -> None:
        """Tell what is going on now."""
        self._phase, self._phase_began = phase, perf_counter()
        self._version += 1

    def append_text(self, text: str, at_s: float, chunk: ContentChunk | None = None) -> None:
        """Add a piece that arrived `at_s` after the request was sent; `chunk` says all of it."""
        if self._ttft_s is None:
            self._ttft_s = at_s
        self._pieces.append(text)
        self._chunks.append(chunk or ContentChunk(at_s, len(text)))
        self._ends.append((self._ends[-1] if self._ends else 0) + len(text))
        self._version += 1

    def finish(self, result: RunResult, phase: str, warning: str | None = None) -> None:
        """Publish the outcome; the text is complete."""
        self._ended = perf_counter()
        self._warning = warning
        self.set_phase(phase)
        self._result = result
        self._version += 1

    def settle(self, warning: str | None = None) -> None:
        """Note that saving is over, with what went wrong in it."""
        if warning is not None:
            self._warning = f"{self._warning} {warning}" if self._warning else warning
            self._version += 1
        self._settled.set()

    @property
    def is_settled(self) -> bool:
        """Whether the run has finished and saving is over."""
        return self._settled.is_set()
