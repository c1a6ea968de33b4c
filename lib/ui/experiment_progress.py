"""How a running experiment stands: a thin bar, what is going on, Stop, Resume.

Invariant: while it runs, only this strip and the partial result are drawn again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from lib.domain import ExperimentPlan, Trial
from lib.errors import PlaygroundError
from lib.experiments.progress import Progress, State
from lib.storage import StoredExperiment
from lib.ui import format as fmt
from lib.ui.experiment_desk import ExperimentDesk
from lib.ui.state import get_session

_TICK_S = 1.0


def draw_running(
    desk: ExperimentDesk, experiment_id: str, draw_partial: Callable[[Sequence[Trial]], None]
) -> None:
    """Draw bar and partial result again every second, and the whole page when it has ended."""

    @st.fragment(run_every=_TICK_S)
    def draw() -> None:
        runner = desk.find(experiment_id)
        if runner is None or not desk.is_running(experiment_id):
            st.rerun()
        progress = runner.progress()
        left, right = st.columns([6, 1], vertical_alignment="center")
        with left:
            st.progress(progress.done / max(1, progress.total))
            st.text(_say_progress(progress))
        with right:
            st.button("Stop", key="stop_experiment", on_click=runner.stop, width="stretch")
        st.caption("So far, and still changing:")
        draw_partial(runner.trials)

    # A fragment alone in its container keeps its last state when the page is drawn anew.
    with st.container():
        draw()


def draw_ended(
    desk: ExperimentDesk, experiment: StoredExperiment, plan: ExperimentPlan, num_done: int
) -> None:
    """Draw how it ended, and Resume where trials are left."""
    runner = desk.find(experiment.experiment_id)
    left_over = plan.num_trials - num_done
    if runner is not None and runner.progress().state is not State.FINISHED:
        st.text(_say_progress(runner.progress()))
    elif left_over:
        st.text(f"{left_over:,} of {plan.num_trials:,} trials are left.")
    session = get_session()

    def resume() -> None:
        try:
            desk.resume(experiment, session.typed)
            session.experiment_faults = ()
        except PlaygroundError as error:
            session.experiment_faults = (str(error),)

    if left_over or (runner is not None and runner.progress().state is State.HALTED):
        st.button("Resume", key="resume_experiment", type="primary", on_click=resume)
    if session.experiment_faults:
        st.code("\n".join(session.experiment_faults), language=None, wrap_lines=True)


def _say_progress(progress: Progress) -> str:
    parts = [f"{progress.done:,} of {progress.total:,} trials"]
    if progress.failed:
        parts.append(f"{progress.failed:,} failed")
    if progress.state is State.RUNNING and progress.remaining_s is not None:
        parts.append(f"about {fmt.format_wait(progress.remaining_s)} left")
    return f"{', '.join(parts)}. {progress.sentence}"
