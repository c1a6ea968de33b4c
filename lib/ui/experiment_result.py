"""The result of an experiment: verdict, reason, interval, numbers.

Invariant: every number comes from `analyse_experiment`, as in the headless command.
"""

from __future__ import annotations

import html
from collections import Counter

import streamlit as st

from lib.analysis.break_even import BreakEven
from lib.analysis.cost import describe_origin, describe_price
from lib.analysis.experiment import ArmResult, ExperimentResult
from lib.analysis.paired import MIN_PAIRS, Comparison
from lib.analysis.quality import ArmSummary
from lib.analysis.verdict import Verdict
from lib.charts.experiment import make_interval_chart
from lib.domain import ExperimentPlan
from lib.ui import format as fmt

_SYMBOLS = {
    Verdict.PAYS_OFF: "✓",
    Verdict.FASTER_BUT_DEARER: "±",
    Verdict.NO_GAIN: "=",
    Verdict.SLOWER: "✕",
    Verdict.NOT_ENOUGH: "…",
}
_MOST_LARGE = 2
"""With more arms than this the verdicts are a list, and what explains them stands below."""
_UNITS = {
    "latency": ("Latency", "s"),
    "ttft": ("TTFT", "s"),
    "output_tokens_per_s": ("Tokens/s", ""),
    "cost": ("Cost", "USD"),
}


def draw_title(name: str) -> None:
    """Draw an experiment's name, which is the user's and so never Markdown."""
    st.html(f"<h2 style='padding:0;margin:0'>{html.escape(name)}</h2>")


def draw_verdicts(result: ExperimentResult, plan: ExperimentPlan, *, is_final: bool) -> None:
    """Draw each arm's verdict, the largest text of the page, with reason and interval."""
    is_short = not is_final or len(result.arms) > _MOST_LARGE
    for arm in result.arms:
        if not is_final and arm.find("latency").n_pairs < MIN_PAIRS:
            num_pairs = arm.find("latency").n_pairs
            st.text(f"{arm.arm}: {num_pairs} of at least {MIN_PAIRS} pairs so far.")
            continue
        _draw_verdict(arm, result.baseline, "1.3rem" if is_short else "2rem")
        _draw_failures(result, arm)
        if not is_short:
            _draw_explanation(arm)
    if any(arm.find("latency").ratio is not None for arm in result.arms):
        key = "intervals" if is_final else "intervals_live"
        st.plotly_chart(make_interval_chart(result, plan.arms), key=key, width="stretch")


def _draw_verdict(arm: ArmResult, baseline: str, size: str) -> None:
    judgement = arm.judgement
    words = f"{_SYMBOLS[judgement.verdict]} {arm.arm} against {baseline}: {judgement.verdict.value}"
    # The names of arms are the user's, so they are escaped.
    st.html(f'<div style="font-size:{size};font-weight:600">{html.escape(words)}</div>')
    st.text(judgement.reason)


def _draw_explanation(arm: ArmResult) -> None:
    if arm.find("latency").n_pairs >= MIN_PAIRS:
        st.text(arm.rule)
        st.caption(_say_agreement(arm))
    st.caption(f"What would change this: {arm.judgement.change}")


def _draw_failures(result: ExperimentResult, arm: ArmResult) -> None:
    """Say why trials of the arm were not measured: the most frequent reason."""
    errors = [
        trial.result.error
        for trial in result.failures
        if trial.planned.arm == arm.arm and not trial.planned.is_warmup
    ]
    reasons = Counter(f"{error.message} {error.next_step}" for error in errors if error)
    for reason, count in reasons.most_common(1):
        st.text(f"{count:,} of its trials failed: {reason}")


def _say_agreement(arm: ArmResult) -> str:
    agreement = arm.agreement
    if not agreement.n_pairs:
        return "No pair was measured, so the answers cannot be compared."
    same = f"{agreement.same_texts:,} of {agreement.n_pairs:,} pairs of answers are identical"
    if agreement.same_texts == agreement.n_pairs:
        return f"{same}: the arms said the same."
    alike = (
        ""
        if agreement.mean_similarity is None
        else f" ({agreement.mean_similarity:.0%} alike on average)"
    )
    return f"{same}{alike}: look at the answers before you trust a gain in time."


def draw_tables(result: ExperimentResult, plan: ExperimentPlan) -> None:
    """Draw the numbers: metrics, arms, cases, classes, and the prices behind the costs."""
    st.subheader("Numbers", anchor=False)
    st.dataframe(
        [_make_metric_row(row) for row in result.comparisons], hide_index=True, width="stretch"
    )
    st.caption(
        "Ratio: geometric mean of the ratios within pairs, with its 95 % bootstrap interval. "
        "p: Wilcoxon's signed-rank test. Both need at least 6 pairs."
    )
    for sentence in say_prices(plan):
        st.text(sentence)
    st.dataframe([_make_arm_row(row) for row in result.summaries], hide_index=True, width="stretch")
    for arm in result.arms:
        with st.expander(f"“{_plain(arm.arm)}” by class and by text"):
            if len(result.arms) > _MOST_LARGE:
                _draw_explanation(arm)
            st.dataframe(
                [
                    {
                        "Class": f"{row.property}: {row.name}",
                        "Texts": row.num_cases,
                        **_make_ratio_cells(row.latency),
                        "Verdict": row.verdict.value,
                    }
                    for row in arm.classes
                ],
                hide_index=True,
                width="stretch",
            )
            st.dataframe(
                [{"Text": case_id, **_make_ratio_cells(row)} for case_id, row in arm.by_case],
                hide_index=True,
                width="stretch",
            )


def say_prices(plan: ExperimentPlan) -> list[str]:
    """Return what the costs of an experiment were counted with, a sentence a model."""
    sentences = []
    for model, price in {arm.model: arm.price for arm in plan.arms}.items():
        if price is None:
            sentences.append(f"No price is known for {model}, so no cost is shown for it.")
        else:
            words = f"{describe_price(price)}. {describe_origin(price)}"
            sentences.append(f"Counted for {model}: {words}")
    return sentences


def _make_metric_row(row: Comparison) -> dict[str, object]:
    name, unit = _UNITS[row.metric]
    return {
        "Arm": row.arm,
        "Metric": f"{name}, {unit}" if unit else name,
        "Baseline": say_number(row.baseline_median),
        "Median": say_number(row.median),
        "Difference": say_number(row.difference_median),
        **_make_ratio_cells(row),
        "p": _say_p(row.p_value),
    }


def _make_ratio_cells(row: Comparison) -> dict[str, object]:
    low, high = row.ratio_ci_low, row.ratio_ci_high
    return {
        "Ratio": say_number(row.ratio),
        "95 % interval": fmt.NOT_REPORTED
        if low is None or high is None
        else f"{say_number(low)} to {say_number(high)}",
        "Pairs": row.n_pairs,
    }


def _make_arm_row(row: ArmSummary) -> dict[str, object]:
    return {
        "Arm": row.arm,
        "Measured": row.n_measured,
        "Not measured": row.n_failed,
        "Waited for a rate limit": row.n_waited,
        "Cached prompt tokens": fmt.format_count(row.cached_tokens),
        "Acceptance": fmt.format_share(row.acceptance_rate),
        "Output tokens (median)": say_number(row.median_visible_tokens),
        "Like the reference": fmt.format_share(row.reference_similarity),
    }


def draw_break_evens(result: ExperimentResult) -> None:
    """Say from where on a prediction saves time, as far as was seen."""
    for each in result.break_evens:
        if each.n_pairs >= MIN_PAIRS:
            st.text(_say_break_even(each))


def _say_break_even(each: BreakEven) -> str:
    if each.lowest is None or each.highest is None or each.mean_speed_up is None:
        return f"Break-even {each.quantity}: not known; {each.n_pairs} pairs report it."
    as_share = each.quantity == "acceptance rate"
    low, high = (
        f"{value:.0%}" if as_share else f"{value:,.0f}" for value in (each.lowest, each.highest)
    )
    seen = f"{each.n_pairs} pairs with {each.quantity} {low} to {high}"
    if each.point is not None:
        point = f"{each.point:.0%}" if as_share else f"{each.point:,.0f}"
        return f"Break-even {each.quantity}: about {point} (a line through {seen})."
    where = {1.0: "faster in every pair", 0.0: "slower in every pair"}.get(
        each.share_faster or 0.0, "no clear crossing"
    )
    return (
        f"Break-even {each.quantity}: not within what was seen ({where} of {seen};"
        f" {each.mean_speed_up:.2f} times as fast on average)."
    )


def say_number(value: float | None) -> str:
    """A number with three significant digits, never in powers of ten above 0.001."""
    if value is None:
        return fmt.NOT_REPORTED
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def _say_p(value: float | None) -> str:
    return "below 0.001" if value is not None and value < 0.001 else say_number(value)


def _plain(name: str) -> str:
    """A name without what Markdown would read in a label."""
    return "".join(letter for letter in name if letter.isalnum() or letter in " .,%-_")
