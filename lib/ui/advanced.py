"""The parameters that few need: folded away, with what is set visible from outside.

Invariant: nothing is sent that was not switched on here.
"""

from __future__ import annotations

from typing import Any

import streamlit as st

LIMIT_NAMES = ("max_tokens", "max_completion_tokens")

_SLIDERS = (
    ("top_p", "top_p", 0.0, 1.0, 1.0, "Only the likeliest words up to this share are considered."),
    ("presence_penalty", "Presence penalty", -2.0, 2.0, 0.0, "Above 0: words that occurred less."),
    ("frequency_penalty", "Frequency penalty", -2.0, 2.0, 0.0, "Above 0: frequent words less."),
)


def advanced_defaults() -> dict[str, object]:
    """Return the widgets' first values."""
    defaults: dict[str, object] = {"limit_name": LIMIT_NAMES[0], "logprobs": False, "stop": ""}
    for name, _, _, _, first, _ in _SLIDERS:
        defaults |= {f"set_{name}": False, name: first}
    return defaults


def read_advanced() -> dict[str, Any]:
    """Return the fields of `RunSettings` that are set here, the limit's name included."""
    state = st.session_state
    limit: int | None = state.max_tokens
    is_classic = state.limit_name == LIMIT_NAMES[0]
    return {
        "max_tokens": limit if is_classic else None,
        "max_completion_tokens": None if is_classic else limit,
        **{name: float(state[name]) if state[f"set_{name}"] else None for name, *_ in _SLIDERS},
        "n": state.get("n"),
        "logprobs": True if state.logprobs else None,
        "stop": tuple(line for line in (state.stop or "").splitlines() if line),
    }


def draw_advanced() -> None:
    """Draw the folded part of the sidebar."""
    with st.expander(f"Advanced{_summarise()}"):
        st.selectbox(
            "Send the limit as",
            LIMIT_NAMES,
            key="limit_name",
            persist_state="session",
            help="Newer models want max_completion_tokens. OpenAI and Azure refuse that name "
            "together with a prediction.",
        )
        for name, label, low, high, _, words in _SLIDERS:
            st.toggle(
                f"Set {label[0].lower()}{label[1:]}",
                key=f"set_{name}",
                persist_state="session",
                help=words,
            )
            if st.session_state[f"set_{name}"]:
                st.slider(label, low, high, step=0.05, key=name, persist_state="session")
        st.number_input(
            "Answers (n)",
            value=None,
            key="n",
            step=1,
            format="%d",
            placeholder="not sent",
            persist_state="session",
            help="How many answers to ask for; only the first is shown, all are billed.",
        )
        st.toggle("Log probabilities", key="logprobs", persist_state="session")
        st.text_area(
            "Stop texts",
            key="stop",
            height=80,
            persist_state="session",
            placeholder="One a line; the answer ends before the first of them.",
        )


def _summarise() -> str:
    state = st.session_state
    names = [f"{name} {state[name]:g}" for name, *_ in _SLIDERS if state[f"set_{name}"]]
    names += [f"n {state.n}"] if state.get("n") is not None else []
    names += ["logprobs"] if state.logprobs else []
    names += ["stop"] if state.stop else []
    names += [state.limit_name] if state.limit_name != LIMIT_NAMES[0] else []
    return f": {', '.join(names)}" if names else ""
