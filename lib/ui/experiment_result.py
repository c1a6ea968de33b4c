"""The result of an experiment: verdict, reason, interval, numbers.

Invariant: every number comes from `analyse_experiment`, as in the headless command.
"""

from __future__ import annotations

import html
from collections import Counter
from datetime import datetime

import streamlit as st

from lib.analysis.break_even import BreakEven
from lib.analysis.cost import describe_origin, describe_price
from lib.analysis.experiment import ArmResult, ExperimentResult
from lib.analysis.paired import MIN_PAIRS, Comparison
from lib.analysis.quality import ArmSummary
from lib.analysis.quantities import format_count
from lib.analysis.verdict import WORTH_KNOWING, Verdict
from lib.catalog import PROVIDERS
from lib.charts.experiment import make_interval_chart
from lib.domain import ExperimentPlan
from lib.ui import format as fmt
from lib.ui.table import draw_table

_SYMBOLS = {
    Verdict.PAYS_OFF: "✓",
    Verdict.FASTER_BUT_DEARER: "±",
    Verdict.NO_GAIN: "=",
    Verdict.SLOWER: "✕",
    Verdict.NOT_ENOUGH: "…",
}
_MOST_LARGE = 2
"""With more arms than this the verdicts are a list, and what explains them stands below."""
_HOW_TO_READ = (
    "The bar is the 95 % interval. Wholly left of the dotted line: faster. No part of it left of "
    f"the grey band (within {WORTH_KNOWING:.0%}): no gain. Across both: not enough runs."
)
_BREAK_EVENS = {"acceptance rate": "acceptance rate", "output tokens": "output length"}
_UNITS = {
    "latency": ("Latency", "s"),
    "ttft": ("TTFT", "s"),
    "output_tokens_per_s": ("Tokens/s", ""),
    "cost": ("Cost", "USD"),
}


def draw_title(plan: ExperimentPlan, created_at: datetime) -> None:
    """Draw name and facts of an experiment; names are the user's and so never Markdown."""
    targets = dict.fromkeys(f"{PROVIDERS[arm.provider].name}, {arm.model}" for arm in plan.arms)
    facts = (
        *targets,
        f"{format_count(len(plan.cases), 'text')} × {format_count(len(plan.arms), 'arm')}"
        f" × {format_count(plan.repetitions, 'repetition')}",
        f"started {created_at:%Y-%m-%d %H:%M} UTC",
    )
    st.html(
        f"<h2 style='padding:0;margin:0'>{html.escape(plan.name)}</h2>"
        f"<div style='opacity:0.75;font-size:0.9rem'>{html.escape(' · '.join(facts))}</div>"
    )


def draw_verdicts(result: ExperimentResult, plan: ExperimentPlan, *, is_final: bool) -> None:
    """Draw each arm's verdict, the largest text of the page, with reason and interval."""
    is_short = not is_final or len(result.arms) > _MOST_LARGE
    for arm in result.arms:
        if not is_final and arm.find("latency").n_pairs < MIN_PAIRS:
            num_pairs = arm.find("latency").n_pairs
            st.text(f"{arm.arm}: {num_pairs} of at least {MIN_PAIRS} pairs so far.")
            continue
        _draw_verdict(arm, "1.3rem" if is_short else "2rem")
        _draw_failures(result, arm)
        if not is_short:
            _draw_explanation(arm)
    if any(arm.find("latency").ratio is not None for arm in result.arms):
        key = "intervals" if is_final else "intervals_live"
        st.plotly_chart(make_interval_chart(result, plan.arms), key=key, width="stretch")
        st.caption(_HOW_TO_READ)


def _draw_verdict(arm: ArmResult, size: str) -> None:
    judgement = arm.judgement
    symbol = _SYMBOLS[judgement.verdict]
    words = f"{symbol} {arm.arm} against {arm.baseline}: {judgement.verdict.value}"
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
    several = len({arm.baseline for arm in result.arms}) > 1
    draw_table(
        [_make_metric_row(row, names_baseline=several) for row in result.comparisons],
        words=("Arm", "Against", "Metric"),
    )
    st.caption(
        "Ratio: geometric mean of the ratios within pairs, with its 95 % bootstrap interval. "
        "p: Wilcoxon's signed-rank test. Both need at least 6 pairs."
    )
    for sentence in say_prices(plan):
        st.text(sentence)
    draw_table([_make_arm_row(row) for row in result.summaries], words=("Arm",))
    for arm in result.arms:
        with st.expander(f"“{_plain(arm.arm)}” by class and by text"):
            if len(result.arms) > _MOST_LARGE:
                _draw_explanation(arm)
            draw_table(
                [
                    {
                        "Class": f"{row.property}: {row.name}",
                        "Texts": row.num_cases,
                        **_make_ratio_cells(row.latency),
                        "Verdict": row.verdict.value,
                    }
                    for row in arm.classes
                ],
                words=("Class", "Verdict"),
            )
            draw_table(
                [{"Text": case_id, **_make_ratio_cells(row)} for case_id, row in arm.by_case],
                words=("Text",),
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


def _make_metric_row(row: Comparison, *, names_baseline: bool) -> dict[str, object]:
    name, unit = _UNITS[row.metric]
    return {
        "Arm": row.arm,
        **({"Against": row.baseline} if names_baseline else {}),
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
    name = _BREAK_EVENS[each.quantity]
    if each.lowest is None or each.highest is None or each.share_faster is None:
        return f"Break-even {name}: not known; {each.n_pairs} pairs report it."
    write = _write_share if each.quantity == "acceptance rate" else _write_tokens
    seen = f"from {write(each.lowest)} to {write(each.highest)}"
    if each.point is not None:
        return (
            f"Break-even {name}: about {write(each.point)}, from a line through {each.n_pairs}"
            f" pairs {seen}."
        )
    num_faster = round(each.share_faster * each.n_pairs)
    return (
        f"Break-even {name}: none was seen {seen}; {num_faster} of {each.n_pairs} pairs were"
        " faster."
    )


def _write_share(value: float) -> str:
    return f"{value:.0%}"


def _write_tokens(value: float) -> str:
    return f"{value:,.0f} tokens"


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
