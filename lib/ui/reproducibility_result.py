"""Repeated answers on the screen: tiles, the place where they part, heat map, fingerprints.

Invariant: same colour and letter, same answer; answers and fingerprints are shown as text only.
"""

from __future__ import annotations

import html
from collections.abc import Sequence

import streamlit as st

from lib.analysis.reproducibility import Repetitions, find_repetitions
from lib.analysis.similarity import Divergence
from lib.charts.experiment import has_points
from lib.charts.reproducibility import make_agreement_chart, make_heat_map
from lib.domain import ExperimentPlan, Trial
from lib.ui import format as fmt
from lib.ui.table import draw_table

# Ground and text of a tile; each pair has a contrast of at least 4.5 to 1.
_TILES = (
    ("#0072B2", "#FFFFFF"),
    ("#E69F00", "#1B2430"),
    ("#00785A", "#FFFFFF"),
    ("#CC79A7", "#1B2430"),
    ("#56B4E9", "#1B2430"),
    ("#A84800", "#FFFFFF"),
)
_OTHERS = ("#5C6670", "#FFFFFF")
_END = "(ends here)"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def draw_tiles(plan: ExperimentPlan, trials: Sequence[Trial]) -> None:
    """Draw a row of tiles an arm and text, for a test that may still run."""
    for each in find_repetitions(plan, trials):
        st.html(_make_row(each, _title(plan, each)))


def draw_repetitions(plan: ExperimentPlan, trials: Sequence[Trial]) -> None:
    """Draw the whole result."""
    all_repetitions = find_repetitions(plan, trials)
    for number, each in enumerate(all_repetitions):
        with st.container(border=True, gap="small"):
            st.html(_make_row(each, _title(plan, each)))
            st.text(each.sentence)
            if each.n_failed:
                st.text(_say_failures(each, trials))
            if each.divergence is not None:
                _draw_divergence(each, each.divergence)
            if len(each.trials) > 1:
                with st.expander("How alike every two answers are"):
                    st.plotly_chart(make_heat_map(each), key=f"heat_{number}", width="stretch")
    agreement = make_agreement_chart(all_repetitions)
    if has_points(agreement):
        st.subheader("Longer answers, less agreement?", anchor=False)
        st.caption(
            "The share of pairs of runs whose answers are still identical up to this length. "
            "Every step down is a place where two answers part."
        )
        st.plotly_chart(agreement, key="agreement_chart", width="stretch")
    draw_table([_make_table_row(each) for each in all_repetitions], words=("Request", "Text"))


def _title(plan: ExperimentPlan, each: Repetitions) -> str:
    return f"{each.arm.name}, {each.case_id}" if len(plan.cases) > 1 else each.arm.name


def _make_row(each: Repetitions, title: str) -> str:
    """Return the tiles as HTML; everything that is not ours is escaped."""
    share = _say_share(each)
    interval = ""
    if each.agreement_low is not None and each.agreement_high is not None:
        interval = f" (95 % interval {each.agreement_low:.0%} to {each.agreement_high:.0%})"
    tiles = "".join(_make_tile(each, index) for index in range(len(each.trials)))
    return (
        f'<div style="font-weight:600;font-size:1.1rem">{html.escape(title)}: {share}'
        f'<span style="font-weight:400;font-size:0.9rem">{interval}</span></div>'
        f'<div role="list" style="display:flex;flex-wrap:wrap;gap:6px;margin-top:8px">{tiles}</div>'
    )


def _say_share(each: Repetitions) -> str:
    if each.agreement_rate is None:
        return "one answer so far" if each.trials else "no answer yet"
    return f"{each.agreement_rate:.0%} agree" if each.agreement_rate else "no two agree"


def _make_tile(each: Repetitions, index: int) -> str:
    group = each.find_group(index)
    ground, ink = _TILES[group] if group < len(_TILES) else _OTHERS
    letter = _LETTERS[group] if group < len(_LETTERS) else f"#{group + 1}"
    fingerprint = each.fingerprints[index]
    shown = "no fingerprint" if fingerprint is None else html.escape(fingerprint[:24])
    # A thick edge where the backend changed since the run before.
    edge = (
        "3px solid currentColor" if index in each.fingerprint_changes else "3px solid transparent"
    )
    return (
        f'<div role="listitem" style="border-left:{edge};padding-left:3px;text-align:center">'
        f'<div style="background:{ground};color:{ink};border-radius:6px;padding:6px 12px;'
        f'font-weight:600" title="run {index + 1}">{letter}</div>'
        f'<div style="font-size:0.7rem;opacity:0.8">run {index + 1}<br>{shown}</div></div>'
    )


def _draw_divergence(each: Repetitions, place: Divergence) -> None:
    first, second = each.groups[0][0] + 1, each.groups[1][0] + 1
    st.caption(
        f"Answers A and B part at line {place.line}, column {place.column} "
        f"(runs {first} and {second}):"
    )
    st.code(
        f"A: {_show(place.before)}▶{_show(place.first) or _END}\n"
        f"B: {_show(place.before)}▶{_show(place.second) or _END}",
        language=None,
        wrap_lines=True,
    )


def _show(text: str) -> str:
    """The text on one line."""
    return text.replace("\r", "␍").replace("\n", "↵")


def _say_failures(each: Repetitions, trials: Sequence[Trial]) -> str:
    reasons = {
        f"{trial.result.error.message} {trial.result.error.next_step}"
        for trial in trials
        if trial.result.error is not None
        and not trial.is_measured
        and (trial.planned.arm, trial.planned.case_id) == (each.arm.name, each.case_id)
    }
    return f"{each.n_failed:,} runs brought no whole answer. {' '.join(sorted(reasons)[:2])}"


def _make_table_row(each: Repetitions) -> dict[str, object]:
    return {
        "Request": each.arm.name,
        "Text": each.case_id,
        "Whole answers": len(each.trials),
        "Different answers": len(each.groups),
        "Agreement": fmt.format_share(each.agreement_rate),
        "Tokens (median)": (
            fmt.NOT_REPORTED if each.median_tokens is None else f"{each.median_tokens:,.0f}"
        ),
        "Fingerprints": len({mark for mark in each.fingerprints if mark}),
        "Changes": len(each.fingerprint_changes),
        "Failed": each.n_failed,
    }
