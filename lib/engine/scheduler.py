"""Several requests on one model: one worker thread steps them in turn.

Invariant: one forward pass at a time. Between two passes of a request that is answering, every
other one that is answering has one, and one piece of one prompt is taken in. A cancelled request
gets no further pass, and its place is free after at most one.

A request waits in the queue until there is a place and memory for its prompt. When memory runs out
later, the youngest makes way: it waits at the head of the queue with what it has said so far, and
goes on from there when another has ended. The oldest can always go on.
"""

from __future__ import annotations

import logging
import math
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import perf_counter

from lib.engine.errors import EngineError
from lib.engine.generation import Counts, FinishReason, Generation, Step

LOGGER = logging.getLogger(__name__)

MAX_IN_FLIGHT = 4
MAX_QUEUED = 16

RETRY_UNKNOWN_S = 5
"""Before any request has ended, nobody knows how long one takes."""


class QueueFullError(EngineError):
    """Every place and the whole queue are taken."""

    def __init__(self, message: str, retry_after_s: int) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s
        """When a place in the queue should be free, an estimate from the requests so far."""


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

    def __init__(self, generation: Generation, deliver: Callable[[Event], None]) -> None:
        self.generation = generation
        self.deliver = deliver
        self.cancelled = threading.Event()
        self.arrived_s = perf_counter()
        self.started_s: float | None = None
        self._decoding_s = self.arrived_s

    def step(self) -> bool:
        """Run one forward pass and deliver what it did; return whether another is due."""
        if self.started_s is None:
            self.started_s = perf_counter()
        generation = self.generation
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
                timings=self._timings(self.started_s, now_s, generation.counts.forward_passes),
            )
        )
        return False

    def _timings(self, started_s: float, now_s: float, num_forward_passes: int) -> Timings:
        return Timings(
            queue_s=started_s - self.arrived_s,
            prefill_s=self._decoding_s - started_s,
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
        self._running: list[Ticket] = []  # the one stepped last stands last
        self._turns: deque[Ticket] = deque()
        self._idle_work: deque[Iterator[None]] = deque()
        self._is_memory_short = False
        self._durations_s: deque[float] = deque(maxlen=2 * max_in_flight)
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

    def submit(self, generation: Generation, deliver: Callable[[Event], None]) -> Ticket:
        """Queue a request, which is the worker thread's from now on; so are calls of `deliver`.

        Raises QueueFullError when no place is free.
        """
        ticket = Ticket(generation, deliver)
        with self._changed:
            room = self._max_in_flight - len(self._running) + self._max_queued
            if self._closed or len(self._waiting) >= room:
                retry_after_s = self._estimate_wait_s()
                raise QueueFullError(
                    f"The engine is busy: {len(self._running)} requests are running and "
                    f"{len(self._waiting)} are waiting. Try again in about {retry_after_s} s.",
                    retry_after_s,
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

    def add_idle_work(self, work: Iterator[None]) -> None:
        """Have the worker thread run `work` when there is no request, one pass a step."""
        with self._changed:
            self._idle_work.append(work)
            self._changed.notify()

    def close(self) -> None:
        """Stop after the pass under way; requests that are not finished get no further event."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._worker.join()

    def _estimate_wait_s(self) -> int:
        """Seconds until a request ends, as those before took with all places taken."""
        if not self._durations_s:
            return RETRY_UNKNOWN_S
        mean_s = sum(self._durations_s) / len(self._durations_s)
        return max(1, math.ceil(mean_s / self._max_in_flight))

    def _work(self) -> None:
        while self._wait_for_work():
            for ticket in [one for one in self._running if one.cancelled.is_set()]:
                self._end(ticket, keep=True)
            self._admit()
            chosen = self._choose()
            if chosen is None:
                self._do_idle_work()
            elif self._secure_memory(chosen):
                self._step(chosen)

    def _wait_for_work(self) -> bool:
        with self._changed:
            while not (self._closed or self._waiting or self._running or self._idle_work):
                self._changed.wait()
            return not self._closed

    def _admit(self) -> None:
        """Start requests in the order of their arrival, while there are places and memory."""
        while (ticket := self._take_waiting()) is not None:
            try:
                ticket.generation.resume()
            except Exception as error:
                self._fail(ticket, error)

    def _take_waiting(self) -> Ticket | None:
        with self._changed:
            while self._waiting and self._waiting[0].cancelled.is_set():
                self._waiting.popleft()
            if not self._waiting or len(self._running) >= self._max_in_flight:
                return None
            has_room = not self._is_memory_short and self._waiting[0].generation.has_room
            if self._running and not has_room:
                return None
            ticket = self._waiting.popleft()
            self._running.append(ticket)
            return ticket

    def _choose(self) -> Ticket | None:
        """The request whose turn it is: in a round, each that is answering, then one piece."""
        while self._turns:
            ticket = self._turns.popleft()
            if ticket in self._running:
                return ticket
        pieces = [one for one in self._running if one.generation.fills_cache]
        answering = [one for one in self._running if not one.generation.fills_cache]
        self._turns = deque([*answering, *pieces[:1]])
        return self._turns.popleft() if self._turns else None

    def _secure_memory(self, ticket: Ticket) -> bool:
        """Have the youngest make way until the next pass fits; false where that is `ticket`."""
        while not ticket.generation.claim_memory():
            youngest = max(self._running, key=lambda one: one.arrived_s)
            with self._changed:
                self._running.remove(youngest)
                self._waiting.appendleft(youngest)
                # Otherwise it would come back at once, and make way again.
                self._is_memory_short = True
            youngest.generation.pause()
            if youngest is ticket:
                return False
        return True

    def _do_idle_work(self) -> None:
        if not self._idle_work:
            return
        try:
            next(self._idle_work[0])
        except StopIteration:
            self._idle_work.popleft()
        except Exception:
            LOGGER.exception("Work between requests failed, and is given up.")
            self._idle_work.popleft()

    def _step(self, ticket: Ticket) -> None:
        try:
            again = ticket.step()
        except Exception as error:
            self._fail(ticket, error)
            return
        if not again:
            self._end(ticket, keep=True)
            return
        with self._changed:
            self._running.remove(ticket)
            self._running.append(ticket)

    def _fail(self, ticket: Ticket, error: Exception) -> None:
        """One request's failure must not end the others."""
        ticket.deliver(Failed(error))
        self._end(ticket, keep=False)

    def _end(self, ticket: Ticket, *, keep: bool) -> None:
        ticket.generation.pause(keep=keep)
        with self._changed:
            self._running.remove(ticket)
            self._is_memory_short = False
            if ticket.started_s is not None:
                self._durations_s.append(perf_counter() - ticket.started_s)
