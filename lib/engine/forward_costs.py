"""What a forward pass of 1, 2, 3 … rows costs on this machine, and the file that remembers it.

Invariant: of each size the least time ever seen counts, over all starts. Other programs make a pass
slower and never faster, so what is known can only get better: a start on a busy machine leaves
costs that are too high, and every later start mends them (`cost_measurement.py`).

Costs decide how much is drafted and nothing else, so whatever goes wrong with their file is no
error. Drafting looks at their ratios alone; these are kept within what a machine can have, so that
not even a first start with everything against it stops drafting.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

MAX_ROWS = 64
"""Rows of the largest pass that decoding makes: the newest token and 63 drafted ones."""
MEASURED_ROWS = (1, 2, 4, 8, 16, 32)
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


_ASSUMED_S = (0.0104, 0.0112, 0.0125, 0.0145, 0.0208, 0.034)
ASSUMED_COSTS = interpolate_costs(_ASSUMED_S)
"""Where nothing was measured: SmolLM2-135M with its adapter, on two cores of a server."""

MIN_FACTOR, MAX_FACTOR = 0.7, 2.5
"""How far a measured cost, in passes of one row, may lie from the assumed one."""


def keep_within_reason(measured_s: Sequence[float]) -> tuple[float, ...]:
    """Return seconds of MEASURED_ROWS whose ratios a machine can have."""
    assumed = np.asarray(_ASSUMED_S) / _ASSUMED_S[0]
    ratios = np.asarray(measured_s, np.float64) / measured_s[0]
    within = np.clip(ratios, np.maximum(1, MIN_FACTOR * assumed), MAX_FACTOR * assumed)
    return tuple((measured_s[0] * within).tolist())


def estimate_costs(least_s: Sequence[float] | None) -> tuple[float, ...]:
    """Return costs by number of rows, from the seconds of MEASURED_ROWS; `None`: nothing known."""
    return ASSUMED_COSTS if least_s is None else interpolate_costs(keep_within_reason(least_s))


def read_least(file: Path | None, key: str) -> tuple[float, ...] | None:
    """The least seconds of MEASURED_ROWS that `file` holds under `key`; `None` where none."""
    return None if file is None else _read(file).get(key)


def store_least(file: Path | None, key: str, measured_s: Sequence[float]) -> None:
    """Keep of each size the lesser of `measured_s` and what `file` holds; the last used stays."""
    if file is None or not _is_plausible(measured_s):
        return
    entries = _read(file)
    known = entries.pop(key, measured_s)
    entries[key] = tuple(map(min, known, measured_s))
    _write(file, dict(list(entries.items())[-MAX_ENTRIES:]))


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
