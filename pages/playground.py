"""One run: texts and settings in, the live answer with its diff, numbers and charts out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from lib.analysis.explanation import explain_run
from lib.analysis.metrics import compute_metrics, find_counterpart
from lib.ui.form import draw_sidebar, fill_defaults, start_run, switch_prediction
from lib.ui.inspector import draw_inspector
from lib.ui.numbers import (
    draw_explanation,
    draw_metrics,
    draw_place_of_explanation,
    draw_run_charts,
    draw_session_charts,
)
from lib.ui.output import draw_caution, draw_output, find_shown_run
from lib.ui.prices import draw_wrong_prediction, find_session_price
from lib.ui.results import draw_run_table, load_session_results
from lib.ui.retry import draw_override, draw_retry, draw_wait
from lib.ui.services import open_services
from lib.ui.state import get_session
from lib.ui.texts import draw_instructions, draw_sample_choice, draw_source

services = open_services()
fill_defaults(services)
services.warm_up(st.session_state.provider)

with st.sidebar:
    draw_sidebar(services)

top_left, top_right = st.columns([5, 2], vertical_alignment="bottom")
with top_left:
    draw_sample_choice()
with top_right:
    st.button(
        "Run",
        key="run",
        type="primary",
        shortcut="Ctrl+Enter",
        on_click=start_run,
        args=(services,),
        width="stretch",
    )
draw_instructions()
# Read once, the shown run before the others: what is drawn below is all of the same moment.
run = find_shown_run(services)
result = run.result if run else None
results = load_session_results(services)

with st.container(key="panels"):
    left, right = st.columns(2, gap="medium")
    with left:
        draw_source()
    with right:
        draw_output(services, run, results, is_running=run is not None and result is None)
        draw_caution(run)
        draw_override(get_session().problems, partial(start_run, services, against_tables=True))

counterpart = find_counterpart(result, results) if result else None
draw_metrics(
    compute_metrics(result, find_session_price(result.settings)) if result else None,
    compute_metrics(counterpart) if counterpart else None,
)
if result is None:
    draw_place_of_explanation()
else:
    settings, run_id = result.settings, result.run_id

    def compare() -> None:
        """Run the same again with the prediction switched the other way."""
        start_run(services, switch_prediction(settings))

    def retry() -> None:
        """Run the same once more without the prediction that was refused."""
        start_run(services, replace(settings, prediction=None), retry_of=run_id)

    def run_again() -> None:
        """Run the same again."""
        start_run(services, settings)

    draw_explanation(explain_run(result, counterpart), compare)
    draw_wrong_prediction(result)
    draw_retry(result, results, retry)
    draw_wait(result, run_again)
    draw_inspector(result, services)
    draw_run_charts(result, counterpart)
draw_session_charts(results)
draw_run_table(results)
