"""What can be done after a run was refused: retry without the prediction, or wait and run again.

Invariant: nothing is retried by itself, and nothing twice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

import streamlit as st

from lib.analysis.metrics import PredictionState, compute_metrics
from lib.domain import ErrorCategory, RunResult
from lib.request import Problem

_LONG_WAIT_S = 3600


def draw_override(problems: Sequence[Problem], send: Callable[[], None]) -> None:
    """Offer to send what only our dated tables speak against: they may be wrong by now."""
    blocking = [problem for problem in problems if problem.blocking]
    if blocking and all(problem.from_table for problem in blocking):
        st.button(
            "Send it anyway, to see what the provider says",
            on_click=send,
            key="send_anyway",
        )


def draw_retry(result: RunResult, results: Sequence[RunResult], retry: Callable[[], None]) -> None:
    """Offer the one retry of a run whose prediction was refused; say what a retry is."""
    if result.retry_of is not None:
        st.text(
            "This is the retry of a run whose prediction was refused. It sent none, and is left "
            "out of comparisons."
        )
        return
    if compute_metrics(result).prediction_state is not PredictionState.REFUSED:
        return
    if any(other.retry_of == result.run_id for other in results):
        st.text("It was retried without the prediction; that run is in the table.")
        return
    st.button("Retry once without the prediction", on_click=retry, key="retry")


def draw_wait(result: RunResult, run_again: Callable[[], None]) -> None:
    """Count down to when the provider takes requests again, where it said so."""
    error = result.error
    if error is None or error.category is not ErrorCategory.RATE_LIMIT:
        return
    if error.retry_after_s is None:
        return
    ready_at = result.started_at + timedelta(
        seconds=(result.timing.ended_s or 0.0) + error.retry_after_s
    )
    left_s = (ready_at - datetime.now(UTC)).total_seconds()
    is_counting = left_s > 0
    interval_s = None if not is_counting else 1.0 if left_s < _LONG_WAIT_S else 60.0
    st.fragment(_draw_countdown, run_every=interval_s)(ready_at, run_again, is_counting)


def _draw_countdown(ready_at: datetime, run_again: Callable[[], None], is_counting: bool) -> None:
    left_s = (ready_at - datetime.now(UTC)).total_seconds()
    if is_counting and left_s <= 0:
        # Drawn anew as a part that ticks no more.
        st.rerun(scope="app")
    if left_s > 0:
        st.text(f"The provider asks to wait: {say_duration(left_s)} left.")
    else:
        st.text("The wait that the provider asked for is over.")
    st.button("Try again", on_click=run_again, key="run_again", disabled=left_s > 0)


def say_duration(seconds: float) -> str:
    """Return a duration as people say it: "7 s", "2 min 5 s", "23 h 59 min"."""
    whole = max(0, int(seconds + 0.999))
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
