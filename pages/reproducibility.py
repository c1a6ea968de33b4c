"""Does the same request get the same answer? Repetitions, groups, and where answers part."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lib.domain import Purpose, Trial
from lib.errors import PlaygroundError
from lib.experiments.library import read_stored_plan
from lib.ui.experiment_desk import open_desk
from lib.ui.experiment_details import draw_downloads, draw_earlier, draw_trials
from lib.ui.experiment_progress import draw_ended, draw_running
from lib.ui.experiment_result import draw_title
from lib.ui.reproducibility_form import draw_form
from lib.ui.reproducibility_result import draw_repetitions, draw_tiles
from lib.ui.state import get_session

desk = open_desk()
session = get_session()


def draw_new() -> None:
    """The form, and what was done before."""
    st.header("Is the answer stable?", anchor=False)
    st.text(
        "The same request is sent again and again: with the same seed, with different seeds, "
        "without one. Equal answers get the same colour, and you see where they part."
    )
    draw_form(desk)
    draw_earlier(desk, Purpose.REPRODUCIBILITY, show)


def draw_shown(experiment_id: str) -> None:
    """One series of repetitions, running or ended."""
    experiment = desk.find_stored(experiment_id)
    if experiment is None:
        st.text("This test was deleted.")
        return
    plan = read_stored_plan(experiment)
    draw_title(plan, experiment.created_at)
    if desk.is_running(experiment_id):

        def draw_so_far(trials: Sequence[Trial]) -> None:
            draw_tiles(plan, trials)

        draw_running(desk, experiment_id, draw_so_far)
        return
    trials = desk.load_trials(experiment_id)
    draw_ended(desk, experiment, plan, len(trials))
    if trials:
        draw_repetitions(plan, trials)
        draw_trials(trials)
        draw_downloads(plan, trials, is_complete=len(trials) == plan.num_trials)


def show(experiment_id: str) -> None:
    """Open an earlier test."""
    session.shown_repetition_id = experiment_id


def show_form() -> None:
    """Back to the form; what was typed there is still there."""
    session.shown_repetition_id = None
    session.experiment_faults = ()


if session.shown_repetition_id is None:
    draw_new()
else:
    st.button("New test", icon=":material/arrow_back:", on_click=show_form, type="tertiary")
    try:
        draw_shown(session.shown_repetition_id)
    except PlaygroundError as error:
        st.code(str(error), language=None, wrap_lines=True)
