"""Pass conditions: a number of the result, a comparison, a limit.

Invariant: a condition about a number that is not known does not hold.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from lib.analysis.paired import METRICS, Comparison

_OPERATORS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
}
_FIELDS: dict[str, Callable[[Comparison], float | None]] = {
    "n_pairs": lambda row: row.n_pairs,
    "baseline_median": lambda row: row.baseline_median,
    "median": lambda row: row.median,
    "ratio": lambda row: row.ratio,
    "ratio_ci_low": lambda row: row.ratio_ci_low,
    "ratio_ci_high": lambda row: row.ratio_ci_high,
    # The same numbers the way people say them: 1.2 is "1.2 times as fast".
    "speed_up": lambda row: _invert(row.ratio),
    "speed_up_ci_low": lambda row: _invert(row.ratio_ci_high),
    "speed_up_ci_high": lambda row: _invert(row.ratio_ci_low),
}
_SHAPE = re.compile(r"\s*(?P<path>.+?)\s*(?P<sign><=|>=|==|<|>)\s*(?P<limit>\S+)\s*")
FAILURES = "failures"


@dataclass(frozen=True, slots=True)
class Condition:
    """`arm.metric.field sign limit`, or `failures sign limit`."""

    text: str
    arm: str | None
    metric: str | None
    field: str
    sign: str
    limit: float


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether a condition holds, and the number that decides."""

    condition: str
    holds: bool
    value: float | None
    """`None`: not known, which is why it does not hold."""


def parse_condition(text: str, arms: Collection[str]) -> Condition:
    """Return the condition. Raises ValueError with a sentence that says what is wrong."""
    match = _SHAPE.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} cannot be read. Write it like: on.latency.ratio_ci_high < 0.9")
    try:
        limit = float(match["limit"])
    except ValueError:
        raise ValueError(f"{match['limit']!r} in {text!r} is not a number.") from None
    path = match["path"]
    if path == FAILURES:
        return Condition(text, None, None, FAILURES, match["sign"], limit)
    # From the right, as the name of an arm may hold dots.
    arm, metric, field = (["", "", *path.rsplit(".", 2)])[-3:]
    known = (("arm", arm, arms), ("metric", metric, METRICS), ("number", field, _FIELDS))
    wrong = [
        f"there is no {what} {name!r} (there is: {', '.join(names)})"
        for what, name, names in known
        if name not in names
    ]
    if wrong:
        raise ValueError(f"{text!r}: {'; '.join(wrong)}.")
    return Condition(text, arm, metric, field, match["sign"], limit)


def judge(condition: Condition, comparisons: Collection[Comparison], num_failures: int) -> Finding:
    """Return whether the condition holds for these results."""
    value: float | None = None
    if condition.field == FAILURES:
        value = num_failures
    for row in comparisons:
        if (row.arm, row.metric) == (condition.arm, condition.metric):
            value = _FIELDS[condition.field](row)
    holds = value is not None and _OPERATORS[condition.sign](value, condition.limit)
    return Finding(condition.text, holds, value)


def _invert(ratio: float | None) -> float | None:
    return 1 / ratio if ratio else None
