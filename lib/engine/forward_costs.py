"""What a forward pass of 1, 2, 3 … rows costs on this machine, measured once and remembered.

Invariant: costs decide how much is drafted and nothing else, so whatever goes wrong with their file
is no error: they are measured again, or kept for this start only.
"""

from __future__ import annotations

import json
import math
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import perf_counter

import numpy as np

MAX_ROWS = 64
"""Rows of the largest pass that decoding makes: the newest token and 63 drafted ones."""
MEASURED_ROWS = (1, 2, 4, 8, 16, 32)
MEASURE_LIMIT_S = 0.6
MAX_ROUNDS = 5

MAX_ENTRIES = 32
CACHE_FOLDER = "predicted-outputs-playground"
FILE_NAME = "forward-costs.json"


def interpolate_costs(measured_s: Sequence[float]) -> tuple[float, ...]:
    """Costs by number of rows, 0 to MAX_ROWS, from those of MEASURED_ROWS; lines in between.

    More rows never cost less. `costs[0]` is 0 and means nothing.
    """
    known = np.maximum.accumulate(np.asarray(measured_s, np.float64))
    rise = (known[-1] - known[-2]) / (MEASURED_ROWS[-1] - MEASURED_ROWS[-2])
    largest = known[-1] + rise * (MAX_ROWS - MEASURED_ROWS[-1])
    rows = np.arange(1, MAX_ROWS + 1)
    costs = np.interp(rows, [*MEASURED_ROWS, MAX_ROWS], [*known, largest])
    return (0.0, *costs.tolist())


_ASSUMED_S = (0.011, 0.0124, 0.015, 0.0214, 0.0355, 0.060)
ASSUMED_COSTS = interpolate_costs(_ASSUMED_S)
"""Where nothing was measured: SmolLM2-135M on two cores of a server."""

MIN_FACTOR, MAX_FACTOR = 0.8, 1.6
"""How far a measured cost, in passes of one row, may lie from the assumed one."""


def keep_within_reason(measured_s: Sequence[float]) -> tuple[float, ...]:
    """Return costs by MEASURED_ROWS whose ratios a machine can have.

    One that was busy while it measured would otherwise draft nothing ever after.
    """
    assumed = np.asarray(_ASSUMED_S) / _ASSUMED_S[0]
    ratios = np.asarray(measured_s, np.float64) / measured_s[0]
    within = np.clip(ratios, np.maximum(1, MIN_FACTOR * assumed), MAX_FACTOR * assumed)
    return tuple((measured_s[0] * within).tolist())


def measure_forward_costs(
    run_pass: Callable[[int], object], *, clock: Callable[[], float] = perf_counter
) -> tuple[float, ...]:
    """Return the seconds of a pass of each of MEASURED_ROWS rows, the least of some rounds.

    Rounds are interleaved, so that a busy moment harms no size alone; no round begins later than
    half of MEASURE_LIMIT_S, the first excepted.
    """
    least = [math.inf] * len(MEASURED_ROWS)
    run_pass(MEASURED_ROWS[0])  # the first pass of all pays for memory that the others find
    start_s = clock()
    for _ in range(MAX_ROUNDS):
        for index, rows in enumerate(MEASURED_ROWS):
            before_s = clock()
            run_pass(rows)
            least[index] = min(least[index], clock() - before_s)
        if clock() - start_s > MEASURE_LIMIT_S / 2:
            break
    return tuple(least)


def load_forward_costs(
    file: Path | None, key: str, measure: Callable[[], Sequence[float]]
) -> tuple[float, ...]:
    """Return the costs by number of rows that `file` holds under `key`, else `measure()`, stored.

    `None` as the file, one that is damaged, and one that cannot be written: measured each time.
    """
    entries = {} if file is None else _read(file)
    stored = entries.get(key)
    if stored is not None:
        return interpolate_costs(keep_within_reason(stored))
    measured = tuple(measure())
    if file is not None and _is_plausible(measured):
        entries[key] = measured
        _write(file, dict(list(entries.items())[-MAX_ENTRIES:]))
    return interpolate_costs(keep_within_reason(measured))


def make_key(fingerprint: str, threads: int) -> str:
    """What the costs depend on: model, graph and runtime (the fingerprint), threads, processor."""
    return f"{fingerprint} {threads} threads {os.cpu_count()} {_processor_name()}"


def find_costs_file(environment: Mapping[str, str]) -> Path | None:
    """Where this user's measured costs are kept; None where the user has no folder for caches."""
    if folder := environment.get("XDG_CACHE_HOME") or environment.get("LOCALAPPDATA"):
        base = Path(folder)
    elif home := environment.get("HOME"):
        base = Path(home) / ("Library/Caches" if sys.platform == "darwin" else ".cache")
    else:
        return None
    return base / CACHE_FOLDER / FILE_NAME if base.is_absolute() else None


def _processor_name() -> str:
    try:
        with Path("/proc/cpuinfo").open(encoding="utf-8") as lines:
            names = [line.partition(":")[2].strip() for line in lines if "model name" in line]
    except OSError:
        names = []
    return names[0] if names else platform.processor() or platform.machine()


def _read(file: Path) -> dict[str, tuple[float, ...]]:
    """The entries of the file that can be used; none of a file that is missing or damaged."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(content, dict):
        return {}
    return {key: tuple(one) for key, one in content.items() if _is_plausible(one)}


def _is_plausible(seconds: object) -> bool:
    return (
        isinstance(seconds, list | tuple)
        and len(seconds) == len(MEASURED_ROWS)
        and all(type(one) in (int, float) and 0 < one < 1e6 for one in seconds)
    )


def _write(file: Path, entries: Mapping[str, Sequence[float]]) -> None:
    """Replace the file in one move, so that another engine never reads half of it."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=FILE_NAME)
    except OSError:
        return
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as out:
            json.dump(entries, out, indent=1)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
