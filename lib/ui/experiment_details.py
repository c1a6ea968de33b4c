"""What lies under a verdict: charts, trials, downloads, and the list of earlier experiments.

Invariant: answers and error texts are drawn in tables only, which read no markup.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

import streamlit as st

from lib.analysis.experiment import ExperimentResult
from lib.analysis.pricing import measure_trial
from lib.charts.experiment import (
    has_points,
    make_distribution_chart,
    make_order_chart,
    make_slope_chart,
)
from lib.charts.sweep import make_sweep_chart
from lib.charts.trade_off import make_acceptance_chart, make_cost_chart, make_length_chart
from lib.domain import ExperimentPlan, Purpose, Trial
from lib.errors import PlanError
from lib.experiments.library import read_stored_plan
from lib.experiments.plan_file import write_plan
from lib.experiments.result_file import make_result
from lib.experiments.trial_file import encode_trial
from lib.storage import StoredExperiment
from lib.ui import format as fmt
from lib.ui.experiment_desk import ExperimentDesk
from lib.ui.experiment_result import draw_verdicts
from lib.ui.table import draw_table

_WORDS = ("Text", "Arm", "Repetition", "Ended", "What happened", "Answer")


def draw_partial(result: ExperimentResult, plan: ExperimentPlan, trials: Sequence[Trial]) -> None:
    """Draw what can be said while it runs."""
    draw_verdicts(result, plan, is_final=False)
    order = make_order_chart(trials, plan.arms, plan.num_trials)
    st.plotly_chart(order, key="order_live", width="stretch")


def draw_charts(result: ExperimentResult, plan: ExperimentPlan, trials: Sequence[Trial]) -> None:
    """Draw what answers a sweep, and then every view of the trials, two a row."""
    sweep = make_sweep_chart(plan, result)
    if sweep is not None:
        st.subheader(sweep[0], anchor=False)
        st.plotly_chart(sweep[1], key="sweep_chart", width="stretch")
    cost, label = make_cost_chart(trials, plan.arms)
    order = make_order_chart(trials, plan.arms, plan.num_trials)
    figures = (
        ("Pairs: the same text in both arms", make_slope_chart(result, plan.arms)),
        ("All times", make_distribution_chart(trials, plan.arms)),
        ("Speed-up and acceptance", make_acceptance_chart(result, plan.arms)),
        ("Speed-up and length of the answer", make_length_chart(result, plan.arms)),
        (f"{label} and time", cost),
        ("In the order of sending: does anything drift?", order),
    )
    # Without pairs some would be empty; their place is better used by the others.
    shown = [
        (title, figure)
        for title, figure in figures
        if has_points(figure) and (sweep is None or figure != sweep[1])
    ]
    with st.container(key="experiment_charts"):
        for number in range(0, len(shown), 2):
            for column, (title, figure) in zip(
                st.columns(2), shown[number : number + 2], strict=False
            ):
                with column:
                    st.markdown(f"**{title}**")
                    st.plotly_chart(figure, key=f"experiment_chart_{title}", width="stretch")


def draw_trials(trials: Sequence[Trial]) -> None:
    """Draw a row a trial; failures come first."""
    failed = [trial for trial in trials if not trial.is_measured]
    if failed:
        st.subheader(f"{len(failed):,} trials were not measured", anchor=False)
        draw_table([_make_row(trial) for trial in failed], words=_WORDS)
    with st.expander(f"All {len(trials):,} trials"):
        draw_table([_make_row(trial) for trial in trials], words=_WORDS)


def _make_row(trial: Trial) -> dict[str, object]:
    planned, metrics = trial.planned, measure_trial(trial)
    error = trial.result.error
    return {
        "Order": planned.position + 1,
        "Text": planned.case_id,
        "Arm": planned.arm,
        "Repetition": "warm-up" if planned.is_warmup else str(planned.repetition + 1),
        "Ended": trial.result.outcome.value,
        "What happened": "" if error is None else f"{error.message} {error.next_step}",
        "TTFT": fmt.format_seconds(metrics.ttft_s),
        "Latency": fmt.format_seconds(metrics.latency_s),
        "Tokens": fmt.format_count(metrics.visible_tokens),
        "Accepted": fmt.format_count(metrics.accepted_tokens),
        "Rejected": fmt.format_count(metrics.rejected_tokens),
        "Cached": fmt.format_count(
            None if trial.result.usage is None else trial.result.usage.cached_tokens
        ),
        "Cost": fmt.format_usd(metrics.cost_usd),
        "Waited": fmt.format_seconds(sum(trial.waits_s)) if trial.waits_s else "",
        "Answer": trial.result.text[:200],
    }


def draw_downloads(plan: ExperimentPlan, trials: Sequence[Trial], *, is_complete: bool) -> None:
    """Offer plan, trials and result as files, as the headless command writes them."""
    result = make_result(plan, trials, is_complete=is_complete, ending="Saved from the page.")
    lines = "".join(f"{encode_trial(trial)}\n" for trial in trials)
    files = (
        ("Experiment (YAML)", write_plan(plan), "experiment.yaml", "application/yaml"),
        ("Trials (JSONL)", lines, "trials.jsonl", "application/jsonl"),
        ("Result (JSON)", json.dumps(result, indent=2), "result.json", "application/json"),
    )
    with st.container(horizontal=True):
        for label, content, name, mime in files:
            st.download_button(label, content, file_name=name, mime=mime, on_click="ignore")


def draw_earlier(
    desk: ExperimentDesk, purpose: Purpose, open_experiment: Callable[[str], None]
) -> None:
    """Draw the kept experiments of one purpose; choosing a row opens it."""
    experiments = [
        each
        for each in desk.services.repository.experiments.list_experiments()
        if _find_purpose(each) is purpose
    ]
    if not experiments:
        return
    st.subheader("Earlier", anchor=False)
    st.caption("Choose a row to open it. Everyone who uses this server finds them here.")
    key = f"earlier_{purpose}_{len(experiments)}"

    def reopen() -> None:
        chosen = st.session_state[key]["selection"]["rows"]
        if chosen:
            open_experiment(experiments[chosen[0]].experiment_id)

    st.dataframe(
        [
            {
                "Started (UTC)": fmt.format_moment(each.created_at),
                "Experiment": each.name,
                **_describe_plan(each),
                "State": "running" if desk.is_running(each.experiment_id) else "",
            }
            for each in experiments
        ],
        hide_index=True,
        on_select=reopen,
        selection_mode="single-row",
        key=key,
        width="stretch",
    )


def _find_purpose(experiment: StoredExperiment) -> Purpose:
    try:
        return read_stored_plan(experiment).purpose
    except PlanError:
        # Shown where most are, so that it can be seen at all.
        return Purpose.COMPARISON


def _describe_plan(experiment: StoredExperiment) -> dict[str, object]:
    try:
        plan = read_stored_plan(experiment)
    except PlanError:
        return {"Arms": fmt.NOT_REPORTED, "Models": fmt.NOT_REPORTED, "Trials": fmt.NOT_REPORTED}
    return {
        "Arms": ", ".join(arm.name for arm in plan.arms),
        "Models": ", ".join(sorted({arm.model for arm in plan.arms})),
        "Trials": f"{experiment.num_trials:,} of {plan.num_trials:,}",
    }
