"""Step 1 of an experiment: which texts. Invariant: the user's texts are never drawn as Markdown."""

from __future__ import annotations

import streamlit as st

from lib.catalog.samples import SAMPLES
from lib.domain import Case
from lib.errors import PlanError
from lib.experiments.cases import list_sample_cases, read_cases
from lib.ui.services import Services
from lib.ui.state import get_session
from lib.ui.texts import fill_default_texts, read_texts

_SAMPLES, _CURRENT, _RUNS, _FILE = (
    "Bundled samples",
    "The playground's text",
    "Session runs",
    "A file",
)
_MOST_RUNS = 60
_FILE_HELP = (
    "JSONL or CSV with source and instruction, and if you have them: prediction, reference, id, "
    "kind."
)


def draw_cases(services: Services) -> tuple[tuple[Case, ...], tuple[str, ...]]:
    """Draw the choice; return the cases, and what is wrong with them."""
    origin = st.segmented_control(
        "Cases",
        [_SAMPLES, _CURRENT, _RUNS, _FILE],
        default=_SAMPLES,
        required=True,
        key="experiment_cases_from",
        label_visibility="collapsed",
        persist_state="session",
    )
    if origin == _CURRENT:
        return _read_current_text()
    if origin == _RUNS:
        return _draw_stored_runs(services)
    if origin == _FILE:
        return _draw_upload()
    return _draw_samples()


def _draw_samples() -> tuple[tuple[Case, ...], tuple[str, ...]]:
    titles = {sample.id: sample.title for sample in SAMPLES}
    chosen = st.multiselect(
        "Samples",
        list(titles),
        default=list(titles),
        format_func=lambda sample_id: titles[sample_id],
        key="experiment_samples",
        persist_state="session",
    )
    cases = tuple(case for case in list_sample_cases() if case.id in chosen)
    return cases, () if cases else ("Choose at least one sample.",)


def _read_current_text() -> tuple[tuple[Case, ...], tuple[str, ...]]:
    fill_default_texts()
    instruction, source = read_texts()
    if not source.strip() or not instruction.strip():
        return (), ("The playground's source text or its instructions are empty.",)
    st.caption(f"{len(source):,} characters, as they stand on the playground now.")
    return (Case(id="playground", source=source, instruction=instruction),), ()


def _draw_stored_runs(services: Services) -> tuple[tuple[Case, ...], tuple[str, ...]]:
    """Offer what was asked in the session's runs, each text and instruction once."""
    cases: dict[tuple[str, str], Case] = {}
    for run in services.repository.list_runs(run_ids=get_session().run_ids, limit=_MOST_RUNS):
        settings = run.settings
        if settings.source.strip() and settings.instructions.strip():
            texts = (settings.source, settings.instructions)
            case = Case(id=f"run-{run.run_id[:8]}", source=texts[0], instruction=texts[1])
            cases.setdefault(texts, case)
    if not cases:
        return (), (
            "There are no runs of this session yet. Run something on the playground first.",
        )
    by_id = {case.id: case for case in cases.values()}
    chosen = st.multiselect(
        "What was asked",
        list(by_id),
        default=list(by_id)[:1],
        format_func=lambda case_id: _shorten(by_id[case_id].instruction),
        key="experiment_runs",
        persist_state="session",
    )
    picked = tuple(case for case in by_id.values() if case.id in chosen)
    return picked, () if picked else ("Choose at least one.",)


def _draw_upload() -> tuple[tuple[Case, ...], tuple[str, ...]]:
    file = st.file_uploader("Cases", type=["jsonl", "csv"], key="experiment_file", help=_FILE_HELP)
    if file is None:
        st.caption(_FILE_HELP)
        return (), ("Choose a file with cases.",)
    try:
        cases = read_cases(file.getvalue(), file.name)
    except PlanError as error:
        return (), error.faults
    brings = [
        f"{sum(getattr(case, name) is not None for case in cases)} with a {name}"
        for name in ("prediction", "reference")
    ]
    st.caption(f"{len(cases):,} cases, {', '.join(brings)}.")
    return cases, ()


def _shorten(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:77]}..."
