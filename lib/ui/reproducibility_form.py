"""The form of the reproducibility page: one request, how often, with which seeds.

Invariant: nothing is sent before Start.
"""

from __future__ import annotations

import streamlit as st

from lib.catalog.samples import find_sample
from lib.domain import Arm, Case, ExperimentPlan, PredictionKind
from lib.errors import PlaygroundError
from lib.experiments.cases import list_sample_cases
from lib.experiments.estimate import estimate_plan
from lib.experiments.repetitions import SeedUse, make_repetition_plan
from lib.experiments.sending import fill_prices, find_request_faults
from lib.ui.connections import list_circumstances
from lib.ui.experiment_desk import ExperimentDesk
from lib.ui.experiment_form import draw_faults, say_estimate
from lib.ui.model_choice import draw_model_choice
from lib.ui.services import Services
from lib.ui.state import get_session
from lib.ui.texts import fill_default_texts, read_texts

_PLAYGROUND = "playground"
_TEMPERATURES = [0.0, 0.2, 0.5, 0.7, 1.0, 1.5, 2.0]
_EARLIER_RUNS = 60


def draw_form(desk: ExperimentDesk) -> None:
    """Draw what is asked, how often, the estimate and Start."""
    services = desk.services
    with st.container(border=True, gap="small"):
        st.markdown("**1. The request**")
        cases = _draw_texts()
        base = _draw_target(services)
    with st.container(border=True, gap="small", key="repetition_variants"):
        st.markdown("**2. How often, and with which seed**")
        uses, temperatures, repetitions, seed = _draw_variants()
    faults = []
    if not cases:
        faults.append("Choose at least one text that is not empty.")
    if not base.model:
        faults.append("No model is chosen.")
    if not uses or not temperatures:
        faults.append("Choose at least one use of the seed and one temperature.")
    if faults:
        draw_faults(faults)
        return
    plan = make_repetition_plan(
        cases,
        Arm(
            name="",
            provider=base.provider,
            model=base.model,
            prediction=base.prediction,
            seed=seed,
            max_tokens=base.max_tokens,
        ),
        seed_uses=uses,
        temperatures=temperatures,
        repetitions=repetitions,
    )
    _draw_start(desk, plan)


def _draw_texts() -> tuple[Case, ...]:
    fill_default_texts()
    instruction, source = read_texts()
    by_id = {case.id: case for case in list_sample_cases()}
    if instruction.strip() and source.strip():
        by_id[_PLAYGROUND] = Case(id=_PLAYGROUND, source=source, instruction=instruction)
    chosen = st.multiselect(
        "Texts",
        list(by_id),
        default=["letter"],
        format_func=_name_text,
        key="repetition_texts",
        persist_state="session",
        help="Several texts of different length show whether longer answers agree less.",
    )
    return tuple(by_id[case_id] for case_id in chosen if case_id in by_id)


def _name_text(case_id: str) -> str:
    sample = find_sample(case_id)
    return sample.title if sample else "The playground's text, as it stands now"


def _draw_target(services: Services) -> Arm:
    left, right = st.columns(2)
    with left:
        columns = st.columns(2, vertical_alignment="bottom")
        provider_id, model = draw_model_choice(services, *columns, key="repetition")
    with right:
        limit, predicts = _draw_limits()
    return Arm(
        name="",
        provider=provider_id,
        model=model,
        prediction=PredictionKind.SOURCE if predicts else PredictionKind.NONE,
        max_tokens=limit,
    )


def _draw_limits() -> tuple[int | None, bool]:
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    with left:
        limit = st.number_input(
            "Max tokens",
            1,
            value=200,
            step=50,
            key="repetition_max_tokens",
            persist_state="session",
            help="Empty: not sent.",
        )
    with right:
        predicts = st.toggle(
            "Source as prediction",
            value=False,
            key="repetition_prediction",
            persist_state="session",
            help="A prediction should change the time of an answer, never its text.",
        )
    return limit, predicts


def _draw_variants() -> tuple[list[SeedUse], list[float], int, int]:
    left, middle, right, last = st.columns([3, 3, 1, 1])
    with left:
        uses = st.multiselect(
            "Seed",
            list(SeedUse),
            default=list(SeedUse),
            format_func=lambda use: str(use).capitalize(),
            key="repetition_seed_uses",
            persist_state="session",
        )
    with middle:
        temperatures = st.multiselect(
            "Temperatures",
            _TEMPERATURES,
            default=[0.7],
            key="repetition_temperatures",
            persist_state="session",
            help="At 0 most models always take the likeliest word, whatever the seed.",
        )
    with right:
        repetitions = st.number_input(
            "Repetitions", 2, 50, 6, key="repetition_count", persist_state="session"
        )
    with last:
        seed = st.number_input(
            "Seed number", value=7, step=1, key="repetition_seed", persist_state="session"
        )
    return uses, sorted(temperatures), int(repetitions), int(seed)


def _draw_start(desk: ExperimentDesk, plan: ExperimentPlan) -> None:
    services, session = desk.services, get_session()
    circumstances = list_circumstances(services, session)
    plan = fill_prices(plan, circumstances)
    problems = find_request_faults(plan, circumstances)
    draw_faults([f"{plan.arms[number].name}: {words}" for number, words in problems])
    draw_faults(session.experiment_faults)
    earlier = services.repository.list_runs(limit=_EARLIER_RUNS)
    left, right = st.columns([3, 1], vertical_alignment="center")
    with left:
        st.text(say_estimate(plan, estimate_plan(plan, earlier)))
    with right:
        wants_start = st.button(
            "Start",
            key="start_repetitions",
            type="primary",
            shortcut="Ctrl+Enter",
            width="stretch",
            disabled=bool(problems),
        )
    if wants_start and session.shown_repetition_id is None:
        try:
            session.shown_repetition_id = desk.start(plan, session.typed)
            session.experiment_faults = ()
        except PlaygroundError as error:
            session.experiment_faults = (str(error),)
        st.rerun()
