"""How far an experiment is, and where it must stop.

Invariant: what was paid for in an earlier session counts as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from statistics import median

from lib.analysis.pricing import measure_trial
from lib.domain import Budget, ErrorCategory, Outcome, Trial

FAILURES_IN_A_ROW = 6
"""So many trials one after the other without an answer mean that something is wrong."""

_NEVER_ANSWERED = frozenset(
    {
        ErrorCategory.CONNECTION,
        ErrorCategory.AUTHENTICATION,
        ErrorCategory.PERMISSION,
        ErrorCategory.NOT_FOUND,
        ErrorCategory.RATE_LIMIT,
        ErrorCategory.ENGINE,
    }
)


class State(StrEnum):
    """How an experiment stands."""

    RUNNING = "running"
    FINISHED = "finished"
    STOPPED = "stopped"
    """By the user, or with the app."""
    HALTED = "halted"
    """By itself: a limit, a rate limit, or failures only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One moment of an experiment."""

    state: State
    done: int
    """Trials that have ended, warm-ups and earlier sessions included."""
    total: int
    failed: int
    remaining_s: float | None
    """An estimate from the trials of this session; `None` before the first."""
    sentence: str
    """What is going on, or why it has ended."""


def needs_repeating(trial: Trial) -> bool:
    """Whether a resumed experiment sends this trial again: nothing was answered, so none was paid.

    Failures that say something about the arm, such as a refused prediction, stay as they are.
    """
    result = trial.result
    if result.outcome is Outcome.STOPPED:
        return True
    return (
        result.outcome is Outcome.FAILED
        and not result.text
        and result.error is not None
        and result.error.category in _NEVER_ANSWERED
    )


def find_exceeded_limit(budget: Budget, trials: Sequence[Trial], num_started: int) -> str | None:
    """Return why no further request may be sent, or `None`.

    `num_started` counts requests, those in flight and repeated ones included.
    """
    if budget.max_runs is not None and num_started >= budget.max_runs:
        return f"The budget of {budget.max_runs:,} runs is used up."
    tokens = count_output_tokens(trials)
    if budget.max_output_tokens is not None and tokens >= budget.max_output_tokens:
        return (
            f"The budget of {budget.max_output_tokens:,} output tokens is used up"
            f" ({tokens:,} were billed)."
        )
    if budget.max_usd is not None:
        return _find_exceeded_cost(budget.max_usd, trials)
    return None


def _find_exceeded_cost(max_usd: Decimal, trials: Sequence[Trial]) -> str | None:
    costs = [measure_trial(trial).cost_usd for trial in trials if trial.is_measured]
    if None in costs:
        # A limit that nobody counts would be worse than none.
        return (
            f"The budget of ${max_usd} cannot be kept, because it is not known what a run costs."
            " Limit the runs or the output tokens instead."
        )
    usd = sum((cost for cost in costs if cost is not None), Decimal(0))
    if usd >= max_usd:
        return f"The budget of ${max_usd} is used up (${usd:.4f} were spent)."
    return None


def count_output_tokens(trials: Sequence[Trial]) -> int:
    """Return the billed output tokens of all trials, as far as they were reported."""
    usages = [trial.result.usage for trial in trials]
    return sum((usage.completion_tokens or 0) for usage in usages if usage is not None)


def estimate_remaining(durations_s: Sequence[float], left: int, concurrency: int) -> float | None:
    """Return the seconds that `left` trials will take, if they are like those before."""
    if not durations_s:
        return None
    return median(durations_s) * left / concurrency
