"""Trials as lines of JSON, and the file that keeps them while an experiment runs.

Invariant: a line is on the disk before the next trial starts; a half line, left by a kill, is
dropped and its trial sent again. Of two lines for one place the later one holds.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lib.analysis.pricing import measure_trial
from lib.domain import PlannedTrial, Trial
from lib.errors import PlanError, StorageError
from lib.storage.prices import decode_price, encode_price
from lib.storage.rows import decode_run, encode_run

_JSON_COLUMNS = (
    "parameters",
    "timing",
    "token_usage",
    "answer",
    "error",
    "server_timings_s",
    "versions",
)


def encode_trial(trial: Trial) -> str:
    """Return a trial as one line: its place, its numbers, and the whole run under "run"."""
    planned, metrics = trial.planned, measure_trial(trial)
    run: dict[str, Any] = dict(encode_run(trial.result))
    for name in _JSON_COLUMNS:
        run[name] = None if run[name] is None else json.loads(run[name])
    error = trial.result.error
    cost = metrics.cost_usd
    return json.dumps(
        {
            "position": planned.position,
            "case": planned.case_id,
            "arm": planned.arm,
            "repetition": planned.repetition,
            "is_warmup": planned.is_warmup,
            "waits_s": list(trial.waits_s),
            "outcome": trial.result.outcome.value,
            "is_measured": trial.is_measured,
            "latency_s": metrics.latency_s,
            "ttft_s": metrics.ttft_s,
            "output_tokens_per_s": metrics.output_tokens_per_s,
            "visible_tokens": metrics.visible_tokens,
            "accepted_tokens": metrics.accepted_tokens,
            "rejected_tokens": metrics.rejected_tokens,
            "cost_usd": None if cost is None else str(cost),
            "price": encode_price(trial.price),
            "error": None if error is None else error.message,
            "run": run,
        }
    )


def decode_trials(text: str, file: str) -> list[Trial]:
    """Return the trials of a file, in planned order; an unfinished last line is dropped.

    Raises PlanError that names every line that cannot be read.
    """
    trials: dict[int, Trial] = {}
    faults = []
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            trial = _decode_trial(json.loads(line))
        except (ValueError, KeyError, TypeError, StorageError) as error:
            if number < len(lines) or not isinstance(error, json.JSONDecodeError):
                faults.append(f"{file}, line {number}: is not a trial ({type(error).__name__}).")
            continue
        trials[trial.planned.position] = trial
    if faults:
        raise PlanError(tuple(faults))
    return [trials[position] for position in sorted(trials)]


def _decode_trial(row: dict[str, Any]) -> Trial:
    run = dict(row["run"])
    for name in _JSON_COLUMNS:
        run[name] = None if run[name] is None else json.dumps(run[name])
    return Trial(
        planned=PlannedTrial(
            position=int(row["position"]),
            case_id=row["case"],
            arm=row["arm"],
            repetition=int(row["repetition"]),
            is_warmup=bool(row["is_warmup"]),
        ),
        result=decode_run(run),
        waits_s=tuple(row["waits_s"]),
        price=decode_price(row.get("price")),
    )


def write_trials(path: Path, trials: Iterable[Trial]) -> None:
    """Write a file of exactly these trials, in place of what was there. Raises OSError."""
    draft = path.with_suffix(".part")
    draft.write_text("".join(f"{encode_trial(trial)}\n" for trial in trials), encoding="utf-8")
    draft.replace(path)


class TrialFile:
    """A trial store in one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()

    def load(self) -> list[Trial]:
        """Return what earlier sessions have kept. Raises PlanError."""
        if not self._path.exists():
            return []
        trials = decode_trials(self._path.read_text(encoding="utf-8"), str(self._path))
        # Written anew, so that a half line is not glued to the next one.
        write_trials(self._path, trials)
        return trials

    def save(self, trial: Trial) -> None:
        """Append a trial and wait until it is on the disk. Raises StorageError."""
        try:
            with self._lock, self._path.open("a", encoding="utf-8") as file:
                file.write(f"{encode_trial(trial)}\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise StorageError(
                f"{self._path} cannot be written: {error.strerror}. Make room or choose another"
                " --output, and run the command again; finished trials are not repeated."
            ) from error
