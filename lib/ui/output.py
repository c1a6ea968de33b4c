"""The output panel of the playground: the live component, fed by events or by polling.

Invariant: a rerun, a page switch or a lost event route never loses the answer that is shown.
"""

from __future__ import annotations

import streamlit as st

from lib.running import Run
from lib.ui.components.live_output import mount_live_output
from lib.ui.services import Services
from lib.ui.state import Session, get_session
from lib.web.live import LiveView
from lib.web.routes import EVENTS_PATH, STOP_PATH

POLL_INTERVAL_S = 0.15


def find_shown_run(services: Services) -> Run | None:
    """Return the run on display; a stored one is brought back from the database."""
    run_id = get_session().shown_run_id
    if run_id is None:
        return None
    run = services.manager.find(run_id)
    if run is None:
        result = services.repository.get(run_id)
        run = services.manager.adopt(result) if result else None
    return run


def draw_output(services: Services) -> None:
    """Draw the region "Output" for the shown run."""
    session = get_session()
    run = find_shown_run(services)
    if services.routes_are_mounted and not session.must_poll:
        _mount(services, session, run, "events")
        return
    is_running = run is not None and run.snapshot().outcome is None
    # Alone in its container: a polling fragment beside others can lose its last state.
    with st.container():
        st.fragment(_poll, run_every=POLL_INTERVAL_S if is_running else None)(
            services, session, run, is_running
        )


def _poll(services: Services, session: Session, run: Run | None, was_running: bool) -> None:
    """One tick: everything there is so far, drawn whole."""
    frame = None
    if run is not None:
        services.manager.watch(run.run_id)
        if session.live_view is None or session.live_view.run_id != run.run_id:
            session.live_view = LiveView(run)
        frame = session.live_view.whole_frame()
    _mount(services, session, run, "poll", frame)
    if was_running and frame is not None and frame["final"]:
        st.rerun(scope="app")


def _mount(
    services: Services,
    session: Session,
    run: Run | None,
    transport: str,
    frame: dict[str, object] | None = None,
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

    shown = None
    if run is not None:
        shown = {
            "id": run.run_id,
            "token": run.token,
            "events_url": prefix + EVENTS_PATH,
            "stop_url": prefix + STOP_PATH,
            "is_final": run.snapshot().outcome is not None,
        }
    mount_live_output(
        {
            "run": shown,
            "transport": transport,
            "frame": frame,
            "problems": [
                f"{problem.message} {problem.fix}"
                for problem in session.problems
                if problem.blocking
            ],
            "theme": st.context.theme.type or "light",
        },
        key="live_output",
        on_finished=forget_problems,
        on_stop=stop,
        on_unreachable=poll_from_now_on,
    )
