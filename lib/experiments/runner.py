"""Runs an experiment in the background, over the same run manager as the playground.

Invariant: every trial that has ended is stored before the next one is taken; a trial is sent again
only when it never got an answer.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from time import monotonic
from typing import Protocol

from lib.domain import ErrorCategory, ExperimentPlan, Outcome, PlannedTrial, RunResult, Trial
from lib.errors import PlaygroundError
from lib.experiments.order import plan_trials
from lib.experiments.progress import (
    FAILURES_IN_A_ROW,
    Progress,
    State,
    estimate_remaining,
    find_exceeded_limit,
    needs_repeating,
)
from lib.experiments.requests import add_cache_breaker, make_request
from lib.running import EndpointOpener, Run, RunManager

_log = logging.getLogger(__name__)

MOST_ATTEMPTS = 5
LONGEST_WAIT_S = 120.0
"""A provider that wants a longer pause is asked again when the user resumes."""
_FIRST_WAIT_S = 2.0
_TICK_S = 0.1


class TrialStore(Protocol):
    """Where trials are kept: a database, or a file."""

    def load(self) -> Sequence[Trial]:
        """Return the trials of earlier sessions. Raises PlaygroundError."""

    def save(self, trial: Trial) -> None:
        """Keep a trial for good, in place of an earlier one. Raises PlaygroundError."""


class ExperimentRunner:
    """One session of an experiment. Every method may be called from any thread."""

    def __init__(
        self,
        plan: ExperimentPlan,
        store: TrialStore,
        manager: RunManager,
        choose_endpoint: Callable[[str], EndpointOpener],
        *,
        mark: str = "",
        max_output_tokens: int | None = None,
    ) -> None:
        """`choose_endpoint` maps a provider's id to what opens it. `mark` makes the cache-breaking
        lines of this experiment differ from those of any other. Raises what `store.load` raises.
        """
        self.plan = plan
        self._store = store
        self._manager = manager
        self._choose_endpoint = choose_endpoint
        self._mark = mark
        self._max_output_tokens = max_output_tokens
        self._cases = {case.id: case for case in plan.cases}
        self._arms = {arm.name: arm for arm in plan.arms}
        self._lock = threading.Lock()
        # Stopping starts no further trial; cancelling gives up what is in flight as well.
        self._stopping, self._cancelling = threading.Event(), threading.Event()
        self._ended = threading.Event()
        self._trials = {trial.planned.position: trial for trial in store.load()}
        self._num_started = sum(1 + len(trial.waits_s) for trial in self._trials.values())
        self._total = plan.num_trials
        # The next one stands last.
        self._waiting = [each for each in plan_trials(plan) if not self._is_done(each)][::-1]
        self._failures_in_a_row = 0
        self._durations_s: list[float] = []
        self._not_before_s = 0.0
        self._state, self._sentence = State.RUNNING, "Starting"
        self._workers = [
            threading.Thread(target=self._work, name=f"experiment-{number}", daemon=True)
            for number in range(min(plan.concurrency, max(1, len(self._waiting))))
        ]
        self._running_workers = len(self._workers)

    def start(self) -> None:
        """Begin, or go on where an earlier session ended."""
        for worker in self._workers:
            worker.start()

    def stop(self) -> None:
        """Ask it to stop; what is in flight is cancelled and sent again when resumed."""
        self._cancelling.set()
        self._end(State.STOPPED, "Stopped. Resume goes on with the trials that are left.")

    def wait(self, timeout_s: float | None = None) -> bool:
        """Block until it has ended; return whether it did in time."""
        return self._ended.wait(timeout_s)

    @property
    def trials(self) -> tuple[Trial, ...]:
        """Every trial that has ended so far, in planned order."""
        with self._lock:
            return tuple(self._trials[position] for position in sorted(self._trials))

    def progress(self) -> Progress:
        """Return how far it is."""
        with self._lock:
            done = len(self._trials)
            left = self._total - done
            return Progress(
                state=self._state,
                done=done,
                total=self._total,
                failed=sum(not trial.is_measured for trial in self._trials.values()),
                remaining_s=estimate_remaining(self._durations_s, left, self.plan.concurrency),
                sentence=self._sentence,
            )

    def _is_done(self, planned: PlannedTrial) -> bool:
        trial = self._trials.get(planned.position)
        if trial is not None and needs_repeating(trial):
            del self._trials[planned.position]
            return False
        return trial is not None

    def _work(self) -> None:
        try:
            while (planned := self._take()) is not None:
                began_s = monotonic()
                trial = self._run_trial(planned)
                if trial is None:
                    break
                self._keep(trial)
                if self._waiting:
                    self._stopping.wait(self.plan.pause_s)
                with self._lock:
                    self._durations_s.append(monotonic() - began_s)
        except PlaygroundError as error:
            self._end(State.HALTED, str(error))
        except Exception as error:
            # Whatever it is, the page must not go on saying that the experiment runs.
            _log.exception("A worker of experiment %r failed", self.plan.name)
            self._end(State.HALTED, f"A fault of the playground itself: {type(error).__name__}.")
        finally:
            self._leave()

    def _take(self) -> PlannedTrial | None:
        with self._lock:
            if self._stopping.is_set() or not self._waiting:
                return None
            trials = tuple(self._trials.values())
            reason = find_exceeded_limit(self.plan.budget, trials, self._num_started)
            if reason is None:
                return self._waiting.pop()
        self._end(State.HALTED, reason)
        return None

    def _run_trial(self, planned: PlannedTrial) -> Trial | None:
        """Return the trial, or `None` when it was stopped before it had an answer."""
        waits_s: list[float] = []
        while self._wait_for_gate():
            result = self._run_once(planned, len(waits_s))
            if result is None or result.outcome is Outcome.STOPPED:
                return None
            wait_s = self._find_wait(result, len(waits_s))
            if wait_s is None:
                price = self._arms[planned.arm].price
                return Trial(planned=planned, result=result, waits_s=tuple(waits_s), price=price)
            waits_s.append(wait_s)
            with self._lock:
                self._not_before_s = max(self._not_before_s, monotonic() + wait_s)
                self._sentence = f"The provider asks for a pause of {wait_s:.0f} s (rate limit)"
        return None

    def _run_once(self, planned: PlannedTrial, attempt: int) -> RunResult | None:
        arm = self._arms[planned.arm]
        settings = make_request(self._cases[planned.case_id], arm, planned.repetition)
        if self.plan.defeat_cache:
            settings = add_cache_breaker(settings, f"{self._mark}/{planned.position}/{attempt}")
        with self._lock:
            self._num_started += 1
            self._sentence = self._describe(planned)
        run = self._manager.start(
            settings,
            self._choose_endpoint(arm.provider),
            max_output_tokens=self._max_output_tokens,
        )
        self._wait_for_run(run)
        return run.result

    def _wait_for_run(self, run: Run) -> None:
        while not run.wait(_TICK_S):
            if self._cancelling.is_set():
                self._manager.stop(run.run_id)

    def _wait_for_gate(self) -> bool:
        """Wait until the provider's pause is over; return whether to go on."""
        while not self._stopping.is_set():
            with self._lock:
                ahead_s = self._not_before_s - monotonic()
            if ahead_s <= 0:
                return True
            self._stopping.wait(min(ahead_s, _TICK_S))
        return False

    def _find_wait(self, result: RunResult, attempts_before: int) -> float | None:
        """Return how long to wait before trying again; `None`: the result stands."""
        error = result.error
        if error is None or error.category is not ErrorCategory.RATE_LIMIT or result.text:
            return None
        asked_s = error.retry_after_s
        wait_s = _FIRST_WAIT_S * 2**attempts_before if asked_s is None else asked_s
        if attempts_before + 1 < MOST_ATTEMPTS and wait_s <= LONGEST_WAIT_S:
            return wait_s
        self._end(
            State.HALTED,
            f"The provider's rate limit: {error.message} {error.next_step}"
            " Resume goes on with the trials that are left.",
        )
        return None

    def _keep(self, trial: Trial) -> None:
        self._store.save(trial)
        with self._lock:
            self._trials[trial.planned.position] = trial
            self._failures_in_a_row = 0 if trial.is_measured else self._failures_in_a_row + 1
            gives_up = self._failures_in_a_row >= FAILURES_IN_A_ROW * self.plan.concurrency
        error = trial.result.error
        if gives_up and error is not None:
            self._end(
                State.HALTED,
                f"{FAILURES_IN_A_ROW * self.plan.concurrency} trials in a row failed, the last one"
                f" with: {error.message} {error.next_step}",
            )

    def _end(self, state: State, sentence: str) -> None:
        with self._lock:
            if self._state is State.RUNNING and not self._ended.is_set():
                self._state, self._sentence = state, sentence
        self._stopping.set()

    def _leave(self) -> None:
        with self._lock:
            self._running_workers -= 1
            is_last = not self._running_workers
            if is_last and self._state is State.RUNNING:
                is_complete = len(self._trials) == self._total
                self._state = State.FINISHED if is_complete else State.STOPPED
                self._sentence = (
                    f"All {self._total} trials have ended."
                    if is_complete
                    else "Stopped with the app. Resume goes on with the trials that are left."
                )
        if is_last:
            self._ended.set()

    def _describe(self, planned: PlannedTrial) -> str:
        number = (
            f"warm-up round {planned.repetition + 1}"
            if planned.is_warmup
            else f"repetition {planned.repetition + 1} of {self.plan.repetitions}"
        )
        return f"{planned.case_id}, arm {planned.arm}, {number}"
