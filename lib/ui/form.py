"""The playground's form: settings in widgets, what is read from them, and the start of a run.

Invariant: what the user typed is never lost: not by a run, a sample, a page switch or an error.
"""

from __future__ import annotations

import time
from dataclasses import replace

import streamlit as st

from lib.catalog import PROVIDERS, find_model_facts
from lib.domain import PredictionSource, RunSettings
from lib.request import Problem, validate_settings
from lib.running import Run
from lib.ui.advanced import advanced_defaults, draw_advanced, read_advanced
from lib.ui.connections import choose_endpoint, find_api_version
from lib.ui.hints import draw_hints
from lib.ui.model_choice import list_choices
from lib.ui.services import Services
from lib.ui.state import get_session
from lib.ui.texts import fill_default_texts, read_texts

DOUBLE_CLICK_S = 0.6
_PREDICTION_SOURCES = {"Source text": PredictionSource.SOURCE, "Own text": PredictionSource.OWN}
_STILL_RUNNING = Problem(
    field="run", message="An answer is still coming.", fix="Wait for it, or press Stop first."
)


def fill_defaults(services: Services) -> None:
    """Give every widget its first value, once a session."""
    fill_default_texts()
    defaults: dict[str, object] = {
        "system_message": "",
        "provider": next(iter(PROVIDERS)),
        "use_prediction": True,
        "prediction_from": "Source text",
        "prediction_text": "",
        "set_seed": False,
        "seed": 7,
        "set_temperature": True,
        "temperature": 0.0,
        **advanced_defaults(),
    }
    for provider_id in PROVIDERS:
        choices = list_choices(provider_id, services)
        defaults[_model_key(provider_id)] = choices[0].name if choices else None
    for key, value in defaults.items():
        st.session_state.setdefault(key, value)


def read_settings() -> RunSettings:
    """Return what the widgets hold now, whether it can be sent or not."""
    state = st.session_state
    instructions, source = read_texts()
    prediction_source = _PREDICTION_SOURCES[state.prediction_from]
    is_source = prediction_source is PredictionSource.SOURCE
    prediction = source if is_source else state.prediction_text
    return RunSettings(
        provider=state.provider,
        model=state[_model_key(state.provider)] or "",
        source=source,
        instructions=instructions,
        system_message=state.system_message or "",
        prediction=(prediction or "") if state.use_prediction else None,
        prediction_source=prediction_source,
        seed=state.seed if state.set_seed else None,
        temperature=float(state.temperature) if state.set_temperature else None,
        **read_advanced(),
    )


def find_running(services: Services) -> Run | None:
    """Return this session's run that is in flight, shown or not."""
    for run_id in get_session().run_ids:
        run = services.manager.find(run_id)
        if run is not None and not run.is_finished:
            return run
    return None


def _check_seed() -> tuple[Problem, ...]:
    if not st.session_state.set_seed or st.session_state.seed is not None:
        return ()
    fix = "Type a whole number, or switch “Set seed” off."
    return (Problem(field="seed", message="The seed is empty.", fix=fix),)


def switch_prediction(settings: RunSettings) -> RunSettings:
    """Return the same request with the prediction switched the other way."""
    is_source = settings.prediction_source is PredictionSource.SOURCE
    text = settings.source if is_source else st.session_state.prediction_text
    return replace(settings, prediction=None if settings.uses_prediction else text)


def start_run(
    services: Services,
    settings: RunSettings | None = None,
    *,
    retry_of: str | None = None,
    against_tables: bool = False,
) -> None:
    """Start a run of `settings`, or of what the form holds; a callback, so once a click.

    `retry_of` is the run whose prediction was refused, of which this one is the retry.
    `against_tables` sends what only our tables say will be refused.
    """
    session = get_session()
    now_s = time.monotonic()
    seed_problems = _check_seed() if settings is None else ()
    settings = settings or read_settings()
    last = services.manager.find(session.run_ids[-1]) if session.run_ids else None
    is_the_same = last is not None and last.settings == settings
    if is_the_same and now_s - session.started_at_s < DOUBLE_CLICK_S:
        return
    running = find_running(services)
    if running is not None:
        session.shown_run_id = running.run_id
        session.problems = (_STILL_RUNNING,)
        return
    cap = services.settings.max_output_tokens
    session.problems = (*seed_problems, *_validate(settings, services))
    if any(
        problem.blocking and not (against_tables and problem.from_table)
        for problem in session.problems
    ):
        return
    session.problems = ()
    run = services.manager.start(
        settings,
        choose_endpoint(settings.provider, services, session.typed),
        max_output_tokens=cap,
        retry_of=retry_of,
    )
    session.started_at_s = now_s
    session.run_ids.append(run.run_id)
    session.shown_run_id = run.run_id
    session.live_view = None


def _validate(settings: RunSettings, services: Services) -> tuple[Problem, ...]:
    typed = get_session().typed
    return validate_settings(
        settings,
        max_output_tokens=services.settings.max_output_tokens,
        api_version=find_api_version(settings.provider, services, typed),
    )


def _model_key(provider_id: str) -> str:
    # One widget a provider: each remembers its own model, and none can be sent to another.
    return f"model_{provider_id}"


def draw_sidebar(services: Services) -> None:
    """Provider, model and the request's settings."""
    st.selectbox(
        "Provider",
        list(PROVIDERS),
        format_func=lambda provider_id: PROVIDERS[provider_id].name,
        key="provider",
        persist_state="session",
    )
    _draw_model_choice(services)
    _draw_prediction()
    st.toggle(
        "Set seed",
        key="set_seed",
        persist_state="session",
        help="The same seed makes answers more repeatable. Providers do not promise it.",
    )
    if st.session_state.set_seed:
        st.number_input(
            "Seed", value=None, key="seed", step=1, format="%d", persist_state="session"
        )
    st.toggle(
        "Set temperature",
        key="set_temperature",
        persist_state="session",
        help="Off: not sent, the provider's own default applies.",
    )
    if st.session_state.set_temperature:
        st.slider(
            "Temperature",
            0.0,
            2.0,
            step=0.1,
            key="temperature",
            persist_state="session",
            help="0: always the likeliest word. Predictions fit best at 0.",
        )
    st.number_input(
        "Max tokens",
        value=None,
        key="max_tokens",
        step=100,
        format="%d",
        placeholder="not sent",
        persist_state="session",
        help="The longest answer, in tokens. Empty: not sent.",
    )
    with st.expander("System message" + (" (set)" if st.session_state.system_message else "")):
        st.text_area(
            "System message",
            key="system_message",
            height=96,
            label_visibility="collapsed",
            persist_state="session",
            placeholder="Empty: not sent.",
        )
    draw_advanced()
    settings = read_settings()
    draw_hints(settings, _validate(settings, services))


def _draw_model_choice(services: Services) -> None:
    provider_id = st.session_state.provider
    names = [choice.name for choice in list_choices(provider_id, services)]
    current = st.session_state[_model_key(provider_id)]
    if current and current not in names:
        names.append(current)
    st.selectbox(
        "Model",
        names,
        key=_model_key(provider_id),
        accept_new_options=True,
        placeholder="Type the model's name",
        persist_state="session",
    )
    if current:
        facts = find_model_facts(provider_id, current)
        st.caption(
            facts.note if facts else "Not in our table: whether it takes predictions is unknown."
        )


def _draw_prediction() -> None:
    st.toggle(
        "Use prediction",
        key="use_prediction",
        persist_state="session",
        help="Send text that much of the answer will repeat. What fits is checked instead of "
        "generated, which is faster; what does not fit is billed as output.",
    )
    if not st.session_state.use_prediction:
        return
    st.radio(
        "Prediction from",
        list(_PREDICTION_SOURCES),
        key="prediction_from",
        horizontal=True,
        persist_state="session",
    )
    if st.session_state.prediction_from == "Own text":
        st.text_area(
            "Prediction text",
            key="prediction_text",
            height=140,
            persist_state="session",
            placeholder="What you expect the answer to be.",
        )
