"""Several requests on one model: one worker thread steps them in turn.

Invariant: one forward pass at a time, each by the request that has waited longest for its next one.
A cancelled request gets no further pass, and its place is free after at most one.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

from lib.engine.errors import EngineError
from lib.engine.generation import Counts, FinishReason, Generation, Step

MAX_IN_FLIGHT = 4
MAX_QUEUED = 16


class QueueFullError(EngineError):
    """Every place and the whole queue are taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timings:
    """Wall time of a request in the engine, in seconds; the three add up to all of it."""

    queue_s: float
    """From its arrival to its first forward pass."""
    prefill_s: float
    """From there to the answer's first token, passes of other requests included."""
    decode_s: float
    """From there to its last."""
    num_forward_passes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """The last event of a request that came to its end."""

    finish_reason: FinishReason
    counts: Counts
    timings: Timings


@dataclass(frozen=True, slots=True)
class Failed:
    """The last event of a request whose forward pass raised `error`."""

    error: Exception


Event = Step | Finished | Failed


class Ticket:
    """A submitted request."""

    def __init__(self, start: Callable[[], Generation], deliver: Callable[[Event], None]) -> None:
        self.deliver = deliver
        self.cancelled = threading.Event()
        self._start = start
        self._generation: Generation | None = None
        self._arrived_s = perf_counter()
        self._started_s = self._arrived_s
        self._decoding_s = self._arrived_s

    def step(self) -> bool:
        """Run one forward pass and deliver what it did; return whether another is due."""
        if self._generation is None:
            self._started_s = perf_counter()
            self._generation = self._start()
        generation = self._generation
        was_prefilling = generation.is_prefilling
        step = generation.step()
        now_s = perf_counter()
        if was_prefilling and not generation.is_prefilling:
            self._decoding_s = now_s
        self.deliver(step)
        if step.finish_reason is None:
            return True
        self.deliver(
            Finished(
                finish_reason=step.finish_reason,
                counts=generation.counts,
                timings=self._timings(now_s, generation.counts.forward_passes),
            )
        )
        return False

    def _timings(self, now_s: float, num_forward_passes: int) -> Timings:
        return Timings(
            queue_s=self._started_s - self._arrived_s,
            prefill_s=self._decoding_s - self._started_s,
            decode_s=now_s - self._decoding_s,
            num_forward_passes=num_forward_passes,
        )


class Scheduler:
    """Runs submitted requests until `close`."""

    def __init__(self, *, max_in_flight: int = MAX_IN_FLIGHT, max_queued: int = MAX_QUEUED) -> None:
        self._max_in_flight = max_in_flight
        self._max_queued = max_queued
        self._changed = threading.Condition()
        self._waiting: deque[Ticket] = deque()
        self._running: deque[Ticket] = deque()
        self._closed = False
        self._worker = threading.Thread(target=self._work, name="engine-scheduler", daemon=True)
        self._worker.start()

    @property
    def num_running(self) -> int:
        """Requests that hold a place now."""
        with self._changed:
            return len(self._running)

    @property
    def num_waiting(self) -> int:
        """Requests in the queue."""
        with self._changed:
            return len(self._waiting)

    def submit(self, start: Callable[[], Generation], deliver: Callable[[Event], None]) -> Ticket:
        """Queue a request. `start` makes it when its turn has come; `deliver` gets its events.

        Both are called in the worker thread. Raises QueueFullError when no place is free.
        """
        ticket = Ticket(start, deliver)
        with self._changed:
            room = self._max_in_flight - len(self._running) + self._max_queued
            if self._closed or len(self._waiting) >= room:
                raise QueueFullError(
                    f"The engine is busy: {len(self._running)} requests are running and "
                    f"{len(self._waiting)} are waiting. Try again in a few seconds."
                )
            self._waiting.append(ticket)
            self._changed.notify()
        return ticket

    def cancel(self, ticket: Ticket) -> None:
        """Give up a request: no further pass, and its place is free after the one under way."""
        ticket.cancelled.set()
        with self._changed:
            if ticket in self._waiting:
                self._waiting.remove(ticket)

    def close(self) -> None:
        """Stop after the pass under way; requests that are not finished get no further event."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._worker.join()

    def _work(self) -> None:
        while (ticket := self._next()) is not None:
            again = _step(ticket)
            with self._changed:
                self._running.popleft()
                if again:
                    self._running.append(ticket)

    def _next(self) -> Ticket | None:
        """Wait for the ticket whose turn it is; it stays first among the running ones."""
        with self._changed:
            while not self._closed:
                for ticket in [one for one in self._running if one.cancelled.is_set()]:
                    self._running.remove(ticket)
                while self._waiting and len(self._running) < self._max_in_flight:
                    self._running.append(self._waiting.popleft())
                if self._running:
                    return self._running[0]
                self._changed.wait()
            return None


def _step(ticket: Ticket) -> bool:
    try:
        return ticket.step()
    except Exception as error:  # one request's failure must not end the others
        ticket.deliver(Failed(error))
        return False
