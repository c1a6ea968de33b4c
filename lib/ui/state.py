"""One session's state, typed. Invariant: keys typed by the user live here and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import streamlit as st

from lib.domain import Price
from lib.request import Problem
from lib.web.base import SOURCE
from lib.web.live import LiveView

_KEY = "playground_session"
_LEASE_KEY = "playground_lease"


@dataclass(slots=True)
class Session:
    """What one browser tab has done and typed."""

    run_ids: list[str] = field(default_factory=list)
    """Runs of this session, oldest first."""
    shown_run_id: str | None = None
    started_at_s: float = float("-inf")
    """Clock of the latest start, to tell a double click from a second wish."""
    problems: tuple[Problem, ...] = ()
    typed: dict[str, str] = field(default_factory=dict, repr=False)
    """Connection settings typed on the connections page, by name."""
    offered_models: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What each provider listed when it was checked."""
    prices: dict[tuple[str, str], Price | None] = field(default_factory=dict)
    """The user's own prices, by provider and model; `None`: the user removed the price."""
    price_rows: dict[tuple[str, str], dict[str, str | None]] = field(default_factory=dict)
    """The cells of these prices as they were typed."""
    price_editions: dict[str, int] = field(default_factory=dict)
    """How often each provider's table of prices was put back to the list prices."""
    compared_with: str = SOURCE
    """What answers are compared with: SOURCE, PREDICTION, or the id of another run."""
    compared_run_id: str | None = None
    """The run whose answer is compared with another run's; no other one is."""
    must_poll: bool = False
    """The event route cannot be reached from this browser."""
    live_view: LiveView | None = None
    """The polling reader of the run that is shown."""
    shown_experiment_id: str | None = None
    """On the experiments page; `None`: the form for a new one."""
    shown_repetition_id: str | None = None
    """On the reproducibility page; `None`: the form for a new one."""
    experiment_faults: tuple[str, ...] = ()
    """Why the latest experiment was not started."""


def get_session() -> Session:
    """Return this session's state, made at first use."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Session()
    session: Session = st.session_state[_KEY]
    return session


def hold_session_lease(on_end: Callable[[list[str]], None]) -> None:
    """Have `on_end` called with the session's run ids when its tab is closed."""
    session = get_session()

    @st.cache_resource(scope="session", on_release=lambda _: on_end(session.run_ids))
    def open_lease() -> object:
        return object()

    open_lease()
