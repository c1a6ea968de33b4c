"""From which acceptance rate and which length on a prediction saves time, as far as was seen.

Invariant: nothing is extrapolated; without pairs on both sides of the point there is no point.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lib.analysis.paired import MIN_PAIRS, Pair

_LEAST_RANGE = 1e-6


@dataclass(frozen=True, slots=True)
class BreakEven:
    """Where the fitted line of the speed-up crosses 1."""

    quantity: str
    """"acceptance rate" (0 to 1) or "output tokens"."""
    point: float | None
    """`None`: no crossing was seen."""
    n_pairs: int
    lowest: float | None = None
    highest: float | None = None
    """The range that was seen."""
    mean_speed_up: float | None = None
    """Geometric mean over these pairs."""
    share_faster: float | None = None
    """Share of these pairs in which the arm was faster."""


def find_break_even_acceptance(pairs: Sequence[Pair]) -> BreakEven:
    """Return the acceptance rate from which on the arm was faster than its baseline."""
    points = [
        (pair.metrics.acceptance_rate, speed_up)
        for pair in pairs
        for speed_up in [read_speed_up(pair)]
        if pair.metrics.acceptance_rate is not None and speed_up is not None
    ]
    return _find_crossing(
        "acceptance rate", [(rate, up) for rate, up in points if rate is not None]
    )


def find_break_even_length(pairs: Sequence[Pair]) -> BreakEven:
    """Return the output length, in visible tokens, from which on the arm was faster."""
    points = [
        (float(pair.baseline_metrics.visible_tokens), speed_up)
        for pair in pairs
        for speed_up in [read_speed_up(pair)]
        if pair.baseline_metrics.visible_tokens and speed_up is not None
    ]
    return _find_crossing("output tokens", points)


def read_speed_up(pair: Pair) -> float | None:
    """Return baseline latency / arm's latency; above 1 the arm was faster."""
    both = pair.read("latency")
    return None if both is None else both[0] / both[1]


def _find_crossing(quantity: str, points: Sequence[tuple[float, float]]) -> BreakEven:
    if len(points) < MIN_PAIRS:
        return BreakEven(quantity, None, len(points))
    places = np.array([place for place, _ in points])
    logs = np.log([speed_up for _, speed_up in points])
    lowest, highest = float(places.min()), float(places.max())
    mean = math.exp(float(logs.mean()))
    point = None
    if highest - lowest > _LEAST_RANGE and (logs > 0).any() and (logs < 0).any():
        slope, intercept = np.polyfit(places, logs, 1)
        crossing = -intercept / slope if slope > 0 else math.nan
        # Between what was seen, and rising: a falling line would mean that fitting worse helps.
        point = float(crossing) if lowest <= crossing <= highest else None
    share_faster = float((logs > 0).mean())
    return BreakEven(quantity, point, len(points), lowest, highest, mean, share_faster)
