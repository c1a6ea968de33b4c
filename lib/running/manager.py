"""All runs of the process, on one asyncio loop in one daemon thread.

Invariant: every run that was started ends with a result that is handed to `save` exactly once.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import threading
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import monotonic
from traceback import format_tb
from typing import Any

from lib.domain import ErrorCategory, Outcome, RunResult, RunSettings
from lib.errors import PlaygroundError
from lib.providers import Connection, Timeouts
from lib.request import build_payload
from lib.running.ending import Ending, decide_ending
from lib.running.exchange import stream_answer
from lib.running.recording import Recording
from lib.running.run import PHASE_BY_OUTCOME, Run

_log = logging.getLogger(__name__)

EndpointOpener = Callable[[Callable[[str], None]], Awaitable[Connection]]
"""Opens what the request goes to, such as the local engine; tells its progress in sentences."""

KEPT_RUNS = 200
"""Runs held in memory; the oldest finished ones beyond it are found in the database only."""

_CLOSE_PATIENCE_S = 5.0

STOPPED = PHASE_BY_OUTCOME[Outcome.STOPPED]
STOPPED_ORPHAN = "Stopped, as nobody was watching any more"
STOPPED_AT_CLOSE = "Stopped, as the playground was shut down"


@dataclass(slots=True, eq=False)
class _Job:
    """A run in flight, for the loop thread alone."""

    run: Run
    open_endpoint: EndpointOpener
    payload: dict[str, Any]
    task: asyncio.Task[None] | None = None
    has_begun: bool = False
    stop_phase: str | None = None
    """Set when the run is to stop, and why."""
    orphan_timer: asyncio.TimerHandle | None = None


class RunManager:
    """Starts, stops, finds and saves runs; every method may be called from any thread."""

    def __init__(
        self,
        *,
        save: Callable[[RunResult], None],
        timeouts: Timeouts | None = None,
        orphan_grace_s: float = 15.0,
    ) -> None:
        """`save` is called in a worker thread; what it raises becomes the run's warning."""
        self._save = save
        self._timeouts = timeouts or Timeouts()
        self._orphan_grace_s = orphan_grace_s
        self._lock = threading.Lock()
        self._runs: dict[str, Run] = {}
        self._run_ids_by_token: dict[bytes, str] = {}
        self._jobs: dict[str, _Job] = {}
        self._saver = ThreadPoolExecutor(max_workers=1, thread_name_prefix="run-saver")
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="runs", daemon=True)
        self._thread.start()

    def start(
        self,
        settings: RunSettings,
        open_endpoint: EndpointOpener,
        *,
        max_output_tokens: int | None = None,
        retry_of: str | None = None,
    ) -> Run:
        """Start a run and return it at once. The settings must have been validated.

        `open_endpoint` runs inside the run, before its request's clock starts. `retry_of` marks
        the run as in `RunResult.retry_of`.
        """
        run = Run(settings, retry_of=retry_of)
        payload = build_payload(settings, max_output_tokens=max_output_tokens)
        self._keep(run)
        self._loop.call_soon_threadsafe(self._launch, _Job(run, open_endpoint, payload))
        return run

    def stop(self, run_id: str) -> bool:
        """Ask a run to stop; return whether it was in flight. Never blocks."""
        run = self.find(run_id)
        if run is None or run.is_finished:
            return False
        self._loop.call_soon_threadsafe(self._cancel, run_id, STOPPED)
        return True

    def adopt(self, result: RunResult) -> Run:
        """Return a stored run, so that it can be shown again; the one in memory if there is one."""
        known = self.find(result.run_id)
        if known is not None:
            return known
        run = Run.from_result(result)
        self._keep(run)
        return run

    def find(self, run_id: str) -> Run | None:
        """Return the run, or `None` when it is not in memory."""
        return self._runs.get(run_id)

    def find_by_token(self, token: str) -> Run | None:
        """Return the run that `token` opens; the time taken says nothing about any token."""
        run_id = self._run_ids_by_token.get(_digest(token))
        return None if run_id is None else self.find(run_id)

    def watch(self, run_id: str) -> None:
        """Note that somebody looks at the run (again): it is not an orphan."""
        self._loop.call_soon_threadsafe(self._adopt_orphan, run_id)

    def release(self, run_ids: Iterable[str]) -> None:
        """Note that a session ended: its runs stop unless watched again within the grace."""
        for run_id in tuple(run_ids):
            self._loop.call_soon_threadsafe(self._orphan, run_id)

    def close(self) -> None:
        """Stop every run, wait until all are saved, end the threads. The manager is then dead."""
        if self._loop.is_closed():
            return
        in_flight = [run for run in tuple(self._runs.values()) if not run.is_settled]
        for run in in_flight:
            self._loop.call_soon_threadsafe(self._cancel, run.run_id, STOPPED_AT_CLOSE)
        give_up_at = monotonic() + _CLOSE_PATIENCE_S
        for run in in_flight:
            run.wait(max(0.0, give_up_at - monotonic()))
        self._saver.shutdown()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _keep(self, run: Run) -> None:
        with self._lock:
            self._runs[run.run_id] = run
            self._run_ids_by_token[_digest(run.token)] = run.run_id
            settled = [old for old in self._runs.values() if old.is_settled and old is not run]
            for old in settled[: max(0, len(self._runs) - KEPT_RUNS)]:
                del self._runs[old.run_id]
                del self._run_ids_by_token[_digest(old.token)]

    # What follows runs in the loop thread.

    def _launch(self, job: _Job) -> None:
        self._jobs[job.run.run_id] = job
        job.task = self._loop.create_task(self._drive(job))

    def _cancel(self, run_id: str, phase: str) -> None:
        job = self._jobs.get(run_id)
        if job is None or job.stop_phase is not None:
            return
        job.stop_phase = phase
        # A task that is cancelled before its first step never runs at all; it sees the flag.
        if job.task is not None and job.has_begun:
            job.task.cancel()

    def _orphan(self, run_id: str) -> None:
        job = self._jobs.get(run_id)
        if job is not None and job.orphan_timer is None:
            job.orphan_timer = self._loop.call_later(
                self._orphan_grace_s, self._cancel, run_id, STOPPED_ORPHAN
            )

    def _adopt_orphan(self, run_id: str) -> None:
        job = self._jobs.get(run_id)
        if job is not None and job.orphan_timer is not None:
            job.orphan_timer.cancel()
            job.orphan_timer = None

    async def _drive(self, job: _Job) -> None:
        job.has_begun = True
        recording = Recording(job.run)
        connection: Connection | None = None
        failure: BaseException | None = None
        try:
            if job.stop_phase is None:
                connection = await self._open(job)
            # Asked again, as an opener may have swallowed the cancellation.
            if connection is not None and job.stop_phase is None:
                job.run.set_phase("Sending the request")
                await stream_answer(connection, job.payload, self._timeouts, recording)
        # The task is ours: its cancellation means Stop, and what came is still to be saved.
        except (Exception, asyncio.CancelledError) as exc:
            failure = exc
        if job.stop_phase is not None:
            ending = Ending(outcome=Outcome.STOPPED)
        else:
            ending = decide_ending(
                recording,
                failure,
                connection=connection,
                model=job.run.settings.model,
                timeouts=self._timeouts,
            )
        if failure and ending.error and ending.error.category is ErrorCategory.INTERNAL:
            _log_fault("Running", job.run, failure)
        self._finish(job, recording, ending)

    async def _open(self, job: _Job) -> Connection:
        is_open = False

        def show_progress(sentence: str) -> None:
            if not is_open:
                job.run.set_phase(sentence)

        def tell(sentence: str) -> None:
            # The opener may work in another thread, and only the loop thread writes to a run.
            self._loop.call_soon_threadsafe(show_progress, sentence)

        try:
            return await job.open_endpoint(tell)
        finally:
            is_open = True

    def _finish(self, job: _Job, recording: Recording, ending: Ending) -> None:
        run = job.run
        if job.orphan_timer is not None:
            job.orphan_timer.cancel()
        del self._jobs[run.run_id]
        result = recording.make_result(ending.outcome, ending.error)
        phase = job.stop_phase or PHASE_BY_OUTCOME[ending.outcome]
        run.finish(result, phase, ending.warning)
        self._saver.submit(self._save_result, run, result)

    def _save_result(self, run: Run, result: RunResult) -> None:
        warning = None
        try:
            self._save(result)
        except Exception as exc:
            # The storage is the caller's: whatever it raises, the run in memory must live on.
            _log_fault("Saving", run, exc)
            reason = str(exc) if isinstance(exc, PlaygroundError) else type(exc).__name__
            warning = f"The run was not saved: {reason}"
        run.settle(warning)


def _log_fault(deed: str, run: Run, exc: BaseException) -> None:
    # Places only: the text of an exception may hold a secret, or all that a user pasted.
    places = "".join(format_tb(exc.__traceback__))
    _log.error("%s run %s failed with %s\n%s", deed, run.run_id, type(exc).__name__, places)


def _digest(token: str) -> bytes:
    # Looking up a digest instead of the token keeps the lookup's timing free of information.
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
