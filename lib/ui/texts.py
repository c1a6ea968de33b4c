"""The texts of the playground: sample, instructions, source.

Invariant: every sample has text areas of its own, and so has the user's own text. Choosing another
sample therefore overwrites nothing, and a run started before the browser has caught up still sends
the texts of the sample that is chosen.
"""

from __future__ import annotations

import streamlit as st

from lib.catalog.samples import FIRST_SAMPLE, SAMPLES, find_sample

OWN_TEXT = "own"


def fill_default_texts() -> None:
    """Give the text areas their first texts, once a session."""
    st.session_state.setdefault("sample", FIRST_SAMPLE.id)
    for sample in SAMPLES:
        st.session_state.setdefault(instructions_key(sample.id), sample.instructions)
        st.session_state.setdefault(source_key(sample.id), sample.source)
    st.session_state.setdefault(instructions_key(OWN_TEXT), "")
    st.session_state.setdefault(source_key(OWN_TEXT), "")


def instructions_key(sample_id: str) -> str:
    """The key of a sample's instructions in the session's state."""
    return f"instructions_{sample_id}"


def source_key(sample_id: str) -> str:
    """The key of a sample's source text in the session's state."""
    return f"source_text_{sample_id}"


def read_texts() -> tuple[str, str]:
    """Return instructions and source text as they stand."""
    chosen = st.session_state.sample
    instructions = st.session_state[instructions_key(chosen)]
    source = st.session_state[source_key(chosen)]
    return instructions or "", source or ""


def draw_sample_choice() -> None:
    """The sample to start from."""
    st.selectbox(
        "Sample",
        [*(sample.id for sample in SAMPLES), OWN_TEXT],
        format_func=_name_sample,
        key="sample",
        persist_state="session",
        help="A text and an edit to try. What you change in one stays with it; "
        "“Your own text” is an empty page.",
    )


def draw_instructions() -> None:
    """What the model is to do with the source text."""
    st.text_area(
        "Instructions",
        key=instructions_key(st.session_state.sample),
        height=96,
        persist_state="session",
        placeholder="What should change? For example: replace A with B. Respond only with code.",
    )


def draw_source() -> None:
    """The text to be edited, its size, and the way back to the sample as it was."""
    chosen = st.session_state.sample
    with st.container(key="source_panel"):
        st.text_area(
            "Source text",
            key=source_key(chosen),
            persist_state="session",
            placeholder="Paste the text that the answer will largely repeat: "
            "code, a page, a letter.",
            help="It goes into the prompt, and the answer is compared with it.",
        )
    instructions, source = read_texts()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"{len(source):,} characters, {source.count(chr(10)):,} lines")
        sample = find_sample(chosen)
        if sample is not None and (instructions, source) != (sample.instructions, sample.source):
            st.button("Restore the sample", on_click=_restore_sample, type="tertiary")


def _restore_sample() -> None:
    sample = find_sample(st.session_state.sample)
    if sample is not None:
        st.session_state[instructions_key(sample.id)] = sample.instructions
        st.session_state[source_key(sample.id)] = sample.source


def _name_sample(sample_id: str) -> str:
    sample = find_sample(sample_id)
    return sample.title if sample else "Your own text"
