"""Does a prediction pay off? A plan, its progress, and a verdict with its reason."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lib.domain import Purpose, Trial
from lib.errors import PlaygroundError
from lib.experiments.library import read_stored_plan
from lib.ui.experiment_desk import open_desk
from lib.ui.experiment_details import (
    draw_charts,
    draw_downloads,
    draw_earlier,
    draw_partial,
    draw_trials,
)
from lib.ui.experiment_form import draw_again, draw_form, draw_import
from lib.ui.experiment_progress import draw_ended, draw_running
from lib.ui.experiment_result import draw_break_evens, draw_tables, draw_title, draw_verdicts
from lib.ui.state import get_session

desk = open_desk()
session = get_session()


def draw_new() -> None:
    """The form, and what was done before."""
    st.header("Does a prediction pay off?", anchor=False)
    st.text(
        "One run proves nothing. An experiment sends the same texts with and without a prediction, "
        "in random order, many times, and says whether the difference is real."
    )
    draw_form(desk)
    draw_import(desk)
    draw_earlier(desk, Purpose.COMPARISON, show)


def draw_shown(experiment_id: str) -> None:
    """One experiment, running or ended."""
    experiment = desk.find_stored(experiment_id)
    if experiment is None:
        st.text("This experiment was deleted.")
        return
    plan = read_stored_plan(experiment)
    draw_title(plan, experiment.created_at)
    if desk.is_running(experiment_id):

        def draw_so_far(trials: Sequence[Trial]) -> None:
            draw_partial(desk.analyse(experiment_id, plan, trials), plan, trials)

        draw_running(desk, experiment_id, draw_so_far)
        return
    trials = desk.load_trials(experiment_id)
    draw_ended(desk, experiment, plan, len(trials))
    if not trials:
        return
    result = desk.analyse(experiment_id, plan, trials)
    draw_verdicts(result, plan, is_final=True)
    draw_again(desk, plan, result)
    draw_break_evens(result)
    draw_charts(result, plan, trials)
    draw_tables(result, plan)
    draw_trials(trials)
    draw_downloads(plan, trials, is_complete=len(trials) == plan.num_trials)


def show(experiment_id: str) -> None:
    """Open an earlier experiment."""
    session.shown_experiment_id = experiment_id


def show_form() -> None:
    """Back to the form; what was typed there is still there."""
    session.shown_experiment_id = None
    session.experiment_faults = ()


if session.shown_experiment_id is None:
    draw_new()
else:
    st.button("New experiment", icon=":material/arrow_back:", on_click=show_form, type="tertiary")
    try:
        draw_shown(session.shown_experiment_id)
    except PlaygroundError as error:
        st.code(str(error), language=None, wrap_lines=True)
