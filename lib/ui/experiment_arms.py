"""Step 2 of an experiment: what is compared. Invariant: the first arm is the baseline."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from lib.catalog import PROVIDERS
from lib.domain import Arm, PredictionKind
from lib.experiments.arms import find_reference_faults
from lib.experiments.sweeps import COMPARISONS, Comparison
from lib.ui.model_choice import draw_model_choice
from lib.ui.services import Services

_DEFAULT_MAX_TOKENS = 400
_PREDICTIONS = {
    "none": PredictionKind.NONE,
    "source": PredictionKind.SOURCE,
    "the case's own": PredictionKind.OWN,
    "source, damaged": PredictionKind.DAMAGED,
}


def draw_comparison(
    services: Services,
) -> tuple[Comparison, tuple[Arm, ...], tuple[str, ...]]:
    """Draw what to compare, provider, model and arms; return them, and what is wrong with them."""
    chosen = st.segmented_control(
        "What is compared",
        list(COMPARISONS),
        default=next(iter(COMPARISONS)),
        required=True,
        format_func=lambda name: COMPARISONS[name].label,
        key="experiment_comparison",
        label_visibility="collapsed",
        persist_state="session",
    )
    comparison = COMPARISONS[chosen]
    st.caption(comparison.explanation)
    provider_id, model = draw_model_choice(services, *st.columns(2), key="experiment")
    arms, faults = _draw_arms(comparison, provider_id, model)
    return comparison, arms, faults


def _draw_arms(
    comparison: Comparison, provider_id: str, model: str
) -> tuple[tuple[Arm, ...], tuple[str, ...]]:
    base = Arm(
        name="off",
        provider=provider_id,
        model=model,
        seed=7,
        temperature=0.0,
        max_tokens=_DEFAULT_MAX_TOKENS,
    )
    preset = comparison.make_arms(base)
    with st.expander(f"Arms: {', '.join(arm.name for arm in preset)}"):
        st.caption(
            "Change any cell, add or remove rows. An arm is compared with the first one unless "
            "it names another. An empty cell is not sent."
        )
        # A key of its own for each start: edits of one comparison mean nothing in another.
        rows = st.data_editor(
            [_make_row(arm) for arm in preset],
            key=f"experiment_arms_{comparison.title}_{provider_id}_{model}",
            num_rows="dynamic",
            hide_index=True,
            width="stretch",
            column_config=_describe_columns(),
        )
    return _read_rows(rows, base)


def _describe_columns() -> dict[str, Any]:
    config = st.column_config
    return {
        "Prediction": config.SelectboxColumn(options=list(_PREDICTIONS), required=True),
        "Wrong words": config.NumberColumn(
            min_value=0, max_value=100, format="%d %%", help="Only for a damaged prediction."
        ),
        "Provider": config.SelectboxColumn(options=list(PROVIDERS), required=True),
        "Temperature": config.NumberColumn(min_value=0.0, max_value=2.0),
        "Seed": config.NumberColumn(step=1, format="%d"),
        "Max tokens": config.NumberColumn(min_value=1, step=1, format="%d"),
        "Compared with": config.TextColumn(help="Another arm's name. Empty: the first arm."),
    }


def _make_row(arm: Arm) -> dict[str, object]:
    words = {kind: text for text, kind in _PREDICTIONS.items()}
    is_damaged = arm.prediction is PredictionKind.DAMAGED
    return {
        "Arm": arm.name,
        "Prediction": words[arm.prediction],
        "Wrong words": round(arm.damaged_share * 100) if is_damaged else None,
        "Provider": arm.provider,
        "Model": arm.model,
        "Temperature": arm.temperature,
        "Seed": arm.seed,
        "Max tokens": arm.max_tokens,
        "Compared with": arm.against,
    }


def _read_rows(
    rows: Sequence[Mapping[str, Any]], base: Arm
) -> tuple[tuple[Arm, ...], tuple[str, ...]]:
    arms = tuple(_read_row(row, base) for row in rows)
    names = [arm.name for arm in arms]
    faults = [f"Two arms are called {name!r}." for name in {n for n in names if names.count(n) > 1}]
    if any(not name for name in names):
        faults.append("An arm has no name.")
    if any(not arm.model for arm in arms):
        faults.append("No model is chosen.")
    for number, fault in find_reference_faults(arms).items():
        faults.append(f"{arms[number].name}: {fault}")
    if len(arms) < 2:
        faults.append("A comparison needs at least two arms.")
    return arms, tuple(faults)


def _read_row(row: Mapping[str, Any], base: Arm) -> Arm:
    kind = _PREDICTIONS.get(str(row.get("Prediction")), PredictionKind.NONE)
    seed, limit = _read_number(row, "Seed"), _read_number(row, "Max tokens")
    against = row.get("Compared with")
    return replace(
        base,
        name=str(row.get("Arm") or "").strip(),
        prediction=kind,
        damaged_share=(
            (_read_number(row, "Wrong words") or 0.0) / 100
            if kind is PredictionKind.DAMAGED
            else 0.0
        ),
        provider=str(row.get("Provider") or base.provider),
        model=str(row.get("Model") or "").strip(),
        temperature=_read_number(row, "Temperature"),
        seed=None if seed is None else int(seed),
        max_tokens=None if limit is None else int(limit),
        against=against.strip() or None if isinstance(against, str) else None,
    )


def _read_number(row: Mapping[str, Any], name: str) -> float | None:
    """An empty cell comes as None or as NaN, depending on its neighbours."""
    value = row.get(name)
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    return float(value)
