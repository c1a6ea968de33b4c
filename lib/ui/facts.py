"""What the catalog knows of a provider, as tables. Invariant: every fact shows its date."""

from __future__ import annotations

from datetime import UTC, date, datetime

import streamlit as st

from lib.catalog import Provider, find_capabilities
from lib.catalog.capabilities import API_VERSION_RULES, PARAMETER_RULES
from lib.catalog.models import MODELS
from lib.ui.format import NOT_REPORTED

_MEANINGS = {
    "Counts its tokens": "Whether answers say how many predicted tokens were accepted and how many "
    "rejected.",
    "Error if unsupported": "Yes: a prediction that it cannot use is refused with an error. "
    "No: it is ignored silently.",
    "Takes a seed": "The same seed makes answers more repeatable; nobody promises it.",
    "Reports a fingerprint": "It names the backend's configuration: where it changes, the same "
    "seed may give another answer.",
}
_ANSWERS = {True: "yes", False: "no", None: "not known"}


def draw_facts(provider: Provider) -> None:
    """What it takes, reports and refuses, and its models."""
    row = find_capabilities(provider.id)
    if row is None:
        return
    st.text(row.note)
    prediction = "by model" if row.takes_prediction is None else _ANSWERS[row.takes_prediction]
    answers = {
        "Takes a prediction": prediction,
        "Counts its tokens": _ANSWERS[row.reports_counts],
        "Error if unsupported": _ANSWERS[row.refuses_unsupported],
        "Takes a seed": _ANSWERS[row.takes_seed],
        "Reports a fingerprint": _ANSWERS[row.reports_fingerprint],
    }
    st.dataframe(
        [answers],
        hide_index=True,
        width="stretch",
        key=f"facts_{provider.id}",
        column_config={
            name: st.column_config.TextColumn(help=words) for name, words in _MEANINGS.items()
        },
    )
    st.text(f"{row.source}, read on {row.verified_on}.")
    _draw_refusals(provider)
    _draw_models(provider)


def _draw_refusals(provider: Provider) -> None:
    rows = [rule for rule in PARAMETER_RULES if rule.provider == provider.id]
    together = [rule.parameter for rule in rows if rule.only_with_prediction]
    never = [rule.parameter for rule in rows if not rule.only_with_prediction]
    if together:
        st.text(f"Refused together with a prediction: {', '.join(together)}.")
    if never:
        st.text(f"Refused always: {', '.join(never)}.")
    versions = [rule for rule in API_VERSION_RULES if rule.provider == provider.id]
    if versions:
        first = ", ".join(f"{rule.parameter} {rule.first_version}" for rule in versions)
        st.text(f"First API version (classic endpoint only): {first}.")


def _draw_models(provider: Provider) -> None:
    today = datetime.now(UTC).date()
    rows = [
        {
            "Model": row.prefix or "any",
            "Takes a prediction": _ANSWERS[row.accepts_prediction],
            "Shuts down": _say_end(row.retires_on, today),
            "Note": row.note,
            "Source": row.source,
            "Read on": row.verified_on.isoformat(),
        }
        for row in MODELS
        if row.provider == provider.id
    ]
    if rows:
        st.dataframe(rows, hide_index=True, width="stretch", key=f"models_{provider.id}")


def _say_end(retires_on: date | None, today: date) -> str:
    if retires_on is None:
        return NOT_REPORTED
    days_left = (retires_on - today).days
    return f"{retires_on} (in {days_left} days)" if days_left > 0 else f"{retires_on} (past)"
