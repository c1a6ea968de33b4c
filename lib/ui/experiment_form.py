"""The form of a new experiment: cases, arms, how often, and what it will take.

Invariant: nothing is sent before Start, and Start is only there when the plan can be sent.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import streamlit as st

from lib.analysis.experiment import ExperimentResult
from lib.analysis.quantities import format_count
from lib.domain import Budget, ExperimentPlan
from lib.errors import PlanError, PlaygroundError
from lib.experiments.estimate import Estimate, estimate_plan
from lib.experiments.library import import_result
from lib.experiments.plan_file import read_plan, write_plan
from lib.experiments.sending import fill_prices, find_request_faults
from lib.ui import format as fmt
from lib.ui.connections import list_circumstances
from lib.ui.experiment_arms import draw_comparison
from lib.ui.experiment_cases import draw_cases
from lib.ui.experiment_desk import ExperimentDesk
from lib.ui.state import get_session

_EARLIER_RUNS = 60
MOST_REPETITIONS = 1000
_AFRESH = (
    "Everything is measured afresh. To go on until a difference shows would find one sooner or "
    "later, even between equal arms."
)


def draw_form(desk: ExperimentDesk) -> None:
    """Draw the three steps, the estimate and Start."""
    services = desk.services
    with st.container(border=True, gap="small"):
        st.markdown("**1. Texts**")
        cases, case_faults = draw_cases(services)
    with st.container(border=True, gap="small"):
        st.markdown("**2. Comparison**")
        comparison, arms, arm_faults = draw_comparison(services)
    if comparison.make_cases is not None:
        cases, case_faults = comparison.make_cases(), ()
        st.caption(f"This comparison brings {len(cases)} texts of its own; step 1 is not used.")
    with st.container(border=True, gap="small"):
        st.markdown("**3. How often**")
        counts = _draw_counts()
    faults = (*case_faults, *arm_faults)
    if faults:
        draw_faults(faults)
        return
    plan = ExperimentPlan(name=comparison.title, cases=cases, arms=arms, **counts)
    _draw_start(desk, plan)


def _draw_counts() -> dict[str, Any]:
    left, middle, right = st.columns(3)
    with left:
        repetitions = st.number_input(
            "Repetitions",
            1,
            MOST_REPETITIONS,
            3,
            key="experiment_repetitions",
            persist_state="session",
            help="Each text goes through each arm so often. A verdict needs at least 6 pairs, "
            "over all texts.",
        )
    with middle:
        warmup = st.number_input(
            "Warm-ups",
            0,
            100,
            1,
            key="experiment_warmup",
            persist_state="session",
            help="Rounds before the counted ones. They fill prompt caches and open connections, "
            "so that no arm has to do it.",
        )
    with right:
        breaks_cache = st.toggle(
            "Defeat prompt caches",
            key="experiment_defeat_cache",
            persist_state="session",
            help="Each request starts with a line of its own. Use it with providers that cache "
            "long prompts; answers may then differ a little.",
        )
    with st.expander("Order, pace and budget"):
        return {
            "repetitions": int(repetitions),
            "warmup": int(warmup),
            "defeat_cache": breaks_cache,
            **_draw_pace(),
            "budget": _draw_budget(),
        }


def _draw_pace() -> dict[str, Any]:
    left, middle, right = st.columns(3)
    with left:
        seed = st.number_input(
            "Order seed",
            value=1,
            step=1,
            key="experiment_order_seed",
            persist_state="session",
            help="The same seed gives the same random order.",
        )
    with middle:
        concurrency = st.number_input(
            "Requests at once",
            1,
            32,
            1,
            key="experiment_concurrency",
            persist_state="session",
            help="More than one makes it quicker, but the requests slow each other down.",
        )
    with right:
        pause_s = st.number_input(
            "Pause in seconds",
            0.0,
            3600.0,
            0.0,
            key="experiment_pause",
            persist_state="session",
            help="After each request.",
        )
    return {"order_seed": int(seed), "concurrency": int(concurrency), "pause_s": float(pause_s)}


def _draw_budget() -> Budget:
    left, middle, right = st.columns(3)
    with left:
        runs = st.number_input(
            "Most runs",
            1,
            value=None,
            placeholder="no limit",
            key="experiment_max_runs",
            persist_state="session",
        )
    with middle:
        tokens = st.number_input(
            "Most output tokens",
            1,
            value=None,
            placeholder="no limit",
            key="experiment_max_tokens",
            persist_state="session",
        )
    with right:
        usd = st.number_input(
            "Most USD",
            0.01,
            value=None,
            placeholder="no limit",
            key="experiment_max_usd",
            persist_state="session",
            help="Only where it is known what a run costs; else it stops after the first one.",
        )
    return Budget(
        max_runs=runs,
        max_output_tokens=tokens,
        max_usd=None if usd is None else Decimal(str(usd)),
    )


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
        others = desk.count_others_running(None)
        if others:
            st.caption(
                f"{others} more running on this server now: their requests will slow yours down."
            )
    with right:
        wants_start = st.button(
            "Start",
            key="start_experiment",
            type="primary",
            shortcut="Ctrl+Enter",
            width="stretch",
            disabled=bool(problems),
        )
    st.download_button(
        "Download as a file",
        write_plan(plan),
        file_name="experiment.yaml",
        mime="application/yaml",
        on_click="ignore",
        type="tertiary",
        help="For: python -m lib.experiments run experiment.yaml --output results",
    )
    # Started in the script, not in a callback: only here are the newest cells of the table known.
    if wants_start and session.shown_experiment_id is None:
        start_experiment(desk, plan)


def start_experiment(desk: ExperimentDesk, plan: ExperimentPlan) -> None:
    """Start a plan and show it; what prevents it is told on the page."""
    session = get_session()
    try:
        session.shown_experiment_id = desk.start(plan, session.typed)
        session.experiment_faults = ()
    except PlaygroundError as error:
        session.experiment_faults = (str(error),)
    st.rerun()


def draw_again(desk: ExperimentDesk, plan: ExperimentPlan, result: ExperimentResult) -> None:
    """Offer the same experiment with as many repetitions as would settle it."""
    pairs_needed = max((arm.judgement.pairs_needed or 0 for arm in result.arms), default=0)
    repetitions = min(MOST_REPETITIONS, math.ceil(pairs_needed / len(plan.cases)))
    if repetitions <= plan.repetitions:
        return
    longer = replace(plan, repetitions=repetitions, order_seed=plan.order_seed + 1)
    earlier = desk.services.repository.list_runs(limit=_EARLIER_RUNS)
    if st.button(f"Again with {repetitions:,} repetitions", key="experiment_again", help=_AFRESH):
        start_experiment(desk, longer)
    st.text(say_estimate(longer, estimate_plan(longer, earlier)))


def draw_import(desk: ExperimentDesk) -> None:
    """Take in an experiment file, or the results of the headless command."""
    session = get_session()
    with st.expander("Open a file"):
        files = st.file_uploader(
            "An experiment file, or result.json together with trials.jsonl",
            type=["yaml", "yml", "json", "jsonl"],
            accept_multiple_files=True,
            key="experiment_import",
        )
        contents = {file.name.rsplit(".", 1)[-1].lower(): file for file in files}
        plan_file = contents.get("yaml") or contents.get("yml")
        try:
            if plan_file is not None:
                text = plan_file.getvalue().decode("utf-8", "replace")
                circumstances = list_circumstances(desk.services, session)
                plan = read_plan(text, plan_file.name, circumstances=circumstances)
                st.text(f"{plan.name}: {plan.num_trials:,} runs, {len(plan.arms)} arms")
                if st.button("Start this file"):
                    start_experiment(desk, plan)
            elif "json" in contents and "jsonl" in contents and st.button("Open these results"):
                experiment = import_result(
                    desk.services.repository.experiments,
                    contents["json"].getvalue(),
                    contents["jsonl"].getvalue(),
                )
                session.shown_experiment_id = experiment.experiment_id
                st.rerun()
        except PlanError as error:
            draw_faults(error.faults)


def say_estimate(plan: ExperimentPlan, estimate: Estimate) -> str:
    """Say what the plan will take."""
    time = "time not known yet" if estimate.seconds is None else fmt.format_wait(estimate.seconds)
    cost = "cost not known" if estimate.cost_usd is None else fmt.format_usd(estimate.cost_usd)
    rounds = f"({plan.repetitions} + {plan.warmup} warm-up)" if plan.warmup else plan.repetitions
    return (
        f"{estimate.num_runs:,} runs: {format_count(len(plan.cases), 'text')}"
        f" × {format_count(len(plan.arms), 'arm')} × {rounds}."
        f" Estimate: about {estimate.output_tokens:,} output tokens, {time}, {cost}"
        f" ({estimate.basis})."
    )


def draw_faults(faults: Sequence[str]) -> None:
    """Say what keeps a plan from being started; nothing when nothing does."""
    if faults:
        st.warning("This cannot be started yet:", icon=":material/error:")
        # As code: a fault may quote what the user typed or a file says.
        st.code("\n".join(dict.fromkeys(faults)), language=None, wrap_lines=True)
