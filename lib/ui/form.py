"""The playground's form: texts and settings in widgets, and what is read from them.

Invariant: what the user typed is never lost: not by a run, a sample, a page switch or an error.
"""

from __future__ import annotations

import time

import streamlit as st

from lib.catalog import PROVIDERS, ModelChoice, find_model_facts, list_models
from lib.catalog.samples import FIRST_SAMPLE, SAMPLES, find_sample
from lib.domain import PredictionSource, RunSettings
from lib.request import validate_settings
from lib.ui.connections import choose_endpoint
from lib.ui.services import Services
from lib.ui.state import get_session

OWN_TEXT = "own"
DOUBLE_CLICK_S = 0.6
_PREDICTION_SOURCES = {"Source text": PredictionSource.SOURCE, "Own text": PredictionSource.OWN}


def fill_defaults(services: Services) -> None:
    """Give every widget its first value, once a session."""
    first_provider = next(iter(PROVIDERS))
    models = _list_choices(first_provider, services)
    defaults: dict[str, object] = {
        "sample": FIRST_SAMPLE.id,
        "instructions": FIRST_SAMPLE.instructions,
        "source_text": FIRST_SAMPLE.source,
        "system_message": "",
        "provider": first_provider,
        "model": models[0].name if models else "",
        "use_prediction": True,
        "prediction_from": "Source text",
        "prediction_text": "",
        "set_seed": False,
        "seed": 7,
        "set_temperature": True,
        "temperature": 0.0,
        "max_tokens": None,
    }
    for key, value in defaults.items():
        st.session_state.setdefault(key, value)


def read_settings() -> RunSettings:
    """Return what the widgets hold now, whether it can be sent or not."""
    state = st.session_state
    source = PredictionSource(_PREDICTION_SOURCES[state.prediction_from])
    prediction = state.source_text if source is PredictionSource.SOURCE else state.prediction_text
    return RunSettings(
        provider=state.provider,
        model=state.model or "",
        source=state.source_text or "",
        instructions=state.instructions or "",
        system_message=state.system_message or "",
        prediction=(prediction or "") if state.use_prediction else None,
        prediction_source=source,
        seed=state.seed if state.set_seed else None,
        temperature=float(state.temperature) if state.set_temperature else None,
        max_tokens=state.max_tokens,
    )


def start_run(services: Services, *, use_prediction: bool | None = None) -> None:
    """Start a run of what the form holds; a callback, so that it happens once a click."""
    session = get_session()
    if use_prediction is not None:
        st.session_state.use_prediction = use_prediction
    running = session.shown_run_id and services.manager.find(session.shown_run_id)
    now_s = time.monotonic()
    is_double_click = now_s - session.started_at_s < DOUBLE_CLICK_S
    if is_double_click or (running and running.snapshot().outcome is None):
        return
    settings = read_settings()
    cap = services.settings.max_output_tokens
    session.problems = validate_settings(settings, max_output_tokens=cap)
    if any(problem.blocking for problem in session.problems):
        return
    run = services.manager.start(
        settings,
        choose_endpoint(settings.provider, services, session.typed),
        max_output_tokens=cap,
    )
    session.started_at_s = now_s
    session.run_ids.append(run.run_id)
    session.shown_run_id = run.run_id
    session.live_view = None


def _take_sample() -> None:
    """Show the chosen sample; texts of the user's own are kept under "Your own text"."""
    session = get_session()
    sample = find_sample(st.session_state.sample)
    texts = (st.session_state.instructions, st.session_state.source_text)
    if texts not in {(known.instructions, known.source) for known in SAMPLES}:
        session.own_texts = texts
    if sample is None:
        st.session_state.instructions, st.session_state.source_text = session.own_texts
    else:
        st.session_state.instructions = sample.instructions
        st.session_state.source_text = sample.source


def _note_own_text() -> None:
    """An edited sample is no longer that sample."""
    sample = find_sample(st.session_state.sample)
    texts = (st.session_state.instructions, st.session_state.source_text)
    if sample is not None and texts != (sample.instructions, sample.source):
        st.session_state.sample = OWN_TEXT


def _reset_model(services: Services) -> None:
    models = _list_choices(st.session_state.provider, services)
    st.session_state.model = models[0].name if models else None


def _list_choices(provider_id: str, services: Services) -> tuple[ModelChoice, ...]:
    return list_models(PROVIDERS[provider_id], services.settings.values)


def _name_sample(sample_id: str) -> str:
    sample = find_sample(sample_id)
    return sample.title if sample else "Your own text"


def draw_sample_choice() -> None:
    """The sample to start from."""
    st.selectbox(
        "Sample",
        [*(sample.id for sample in SAMPLES), OWN_TEXT],
        format_func=_name_sample,
        key="sample",
        on_change=_take_sample,
        persist_state="session",
        help="A text and an edit to try. Text of your own is kept under “Your own text”.",
    )


def draw_instructions() -> None:
    """What the model is to do with the source text."""
    st.text_area(
        "Instructions",
        key="instructions",
        height=96,
        on_change=_note_own_text,
        persist_state="session",
        placeholder="What should change? For example: replace A with B. Respond only with code.",
    )


def draw_source() -> None:
    """The text to be edited."""
    st.text_area(
        "Source text",
        key="source_text",
        on_change=_note_own_text,
        persist_state="session",
        placeholder="Paste the text that the answer will largely repeat: code, a page, a letter.",
        help="It goes into the prompt, and the answer is compared with it.",
    )
    length = len(st.session_state.source_text or "")
    st.caption(f"{length:,} characters, {st.session_state.source_text.count(chr(10)):,} lines")


def draw_sidebar(services: Services) -> None:
    """Provider, model and the request's settings."""
    st.selectbox(
        "Provider",
        list(PROVIDERS),
        format_func=lambda provider_id: PROVIDERS[provider_id].name,
        key="provider",
        on_change=_reset_model,
        args=(services,),
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
        st.number_input("Seed", key="seed", step=1, format="%d", persist_state="session")
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
        key="max_tokens",
        min_value=1,
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


def _draw_model_choice(services: Services) -> None:
    provider_id = st.session_state.provider
    names = [choice.name for choice in _list_choices(provider_id, services)]
    current = st.session_state.model
    if current and current not in names:
        names.append(current)
    st.selectbox(
        "Model",
        names,
        key="model",
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
