"""The output panel of the playground: the live component, fed by events or by polling.

Invariant: a rerun, a page switch or a lost event route never loses the answer that is shown.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lib.catalog import find_model_facts
from lib.domain import RunResult
from lib.running import Run
from lib.ui.comparison import Choice, choose, find_choice, find_wish, list_choices
from lib.ui.components.live_output import mount_live_output
from lib.ui.services import Services
from lib.ui.state import Session, get_session
from lib.web.base import find_base
from lib.web.live import LiveView
from lib.web.routes import EVENTS_PATH, STOP_PATH

POLL_INTERVAL_S = 0.15
_KEY = "live_output"


def find_shown_run(services: Services) -> Run | None:
    """Return the run on display."""
    run_id = get_session().shown_run_id
    return services.find_run(run_id) if run_id else None


def draw_output(
    services: Services, run: Run | None, results: Sequence[RunResult], *, is_running: bool
) -> None:
    """Draw the region "Output" for the shown run, which can be compared with the other results.

    `is_running`: as the rest of the page takes it. A run that ends while the page is drawn is
    then told as news, and the page is drawn again.
    """
    session = get_session()
    choices = list_choices(run, results)
    if services.routes_are_mounted and not session.must_poll:
        _mount(services, session, run, choices, "events", is_running=is_running)
        return
    # Alone in its container: a polling fragment beside others can lose its last state.
    with st.container():
        st.fragment(_poll, run_every=POLL_INTERVAL_S if is_running else None)(
            services, session, run, choices, is_running
        )


def draw_caution(run: Run | None) -> None:
    """Say below an answer what the model that wrote it is for, where the catalog has a word."""
    result = None if run is None else run.result
    if run is None or (result is not None and not result.text):
        return
    facts = find_model_facts(run.settings.provider, run.settings.model)
    if facts is not None and facts.caution:
        st.caption(facts.caution)


def _poll(
    services: Services,
    session: Session,
    run: Run | None,
    choices: list[Choice],
    is_running: bool,
) -> None:
    """One tick: everything there is so far, drawn whole."""
    frame = None
    if run is not None:
        services.manager.watch(run.run_id)
        wish = find_wish(find_choice(session, run, choices), services)
        base = find_base(run, wish, services.manager.find_by_token)
        view = session.live_view
        if view is None or view.run_id != run.run_id or view.base != base:
            view = session.live_view = LiveView(run, base)
        frame = view.whole_frame()
    _mount(services, session, run, choices, "poll", frame, is_running=is_running)
    if is_running and frame is not None and frame["final"]:
        st.rerun(scope="app")


def _mount(
    services: Services,
    session: Session,
    run: Run | None,
    choices: list[Choice],
    transport: str,
    frame: dict[str, object] | None = None,
    *,
    is_running: bool,
) -> None:
    base = str(st.get_option("server.baseUrlPath")).strip("/")
    prefix = f"/{base}" if base else ""

    def stop() -> None:
        if run is not None:
            services.manager.stop(run.run_id)

    def forget_problems() -> None:
        session.problems = ()

    def poll_from_now_on() -> None:
        session.must_poll = True

    def compare_with() -> None:
        wish = st.session_state[_KEY].compared
        if run is not None and wish in dict(choices):
            choose(session, run.run_id, wish)

    shown = None
    choice = find_choice(session, run, choices)
    if run is not None:
        shown = {
            "id": run.run_id,
            "token": run.token,
            "events_url": prefix + EVENTS_PATH,
            "stop_url": prefix + STOP_PATH,
            "compared_with": find_wish(choice, services),
            "is_final": not is_running,
        }
    mount_live_output(
        {
            "run": shown,
            "transport": transport,
            "comparison": {"chosen": choice, "choices": choices},
            "frame": frame,
            "problems": [
                f"{problem.message} {problem.fix}"
                for problem in session.problems
                if problem.blocking
            ],
        },
        key=_KEY,
        on_finished=forget_problems,
        on_stop=stop,
        on_compared=compare_with,
        on_unreachable=poll_from_now_on,
    )
