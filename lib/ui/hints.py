"""Warnings and hints for the request as it is set, folded away beside the settings.

Invariant: nothing here keeps a run from starting; what does is told at the output.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lib.domain import RunSettings
from lib.request import Problem, list_advice


def draw_hints(settings: RunSettings, problems: Sequence[Problem]) -> None:
    """Draw what is wrong or doubtful, and what vendors advise; nothing where all is well."""
    advice = list_advice(settings)
    if not problems and not advice:
        return
    blocking = [problem for problem in problems if problem.blocking]
    warnings = [problem for problem in problems if not problem.blocking]
    counts = (
        _count(len(blocking), "problem"),
        _count(len(warnings), "warning"),
        _count(len(advice), "hint"),
    )
    title = ", ".join(count for count in counts if count)
    with st.expander(title, icon=":material/lightbulb:"):
        for problem in (*blocking, *warnings):
            st.text(f"{'✕' if problem.blocking else '!'} {problem.message} {problem.fix}")
        for hint in advice:
            st.text(f"· {hint.sentence}", help=f"Source: {hint.source}, read {hint.verified_on}")


def _count(number: int, noun: str) -> str:
    return "" if number == 0 else f"{number} {noun}" + ("" if number == 1 else "s")
