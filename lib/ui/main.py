"""The script that Streamlit runs for every page: settings, navigation, the chosen page."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from lib.errors import PlaygroundError
from lib.ui.services import exempt_imports_from_collection, open_services
from lib.ui.state import hold_session_lease

PAGES = Path(__file__).resolve().parent.parent.parent / "pages"

STYLE = """
<style>
/* Source and output start and end on one line, and leave room for the numbers on any screen. */
:root { --playground-panel: clamp(240px, calc(100vh - 545px), 720px); }
.st-key-source_panel textarea { height: var(--playground-panel); }
/* Two columns that would be too narrow to read stand one below the other. */
.st-key-panels .stHorizontalBlock, .st-key-run_charts .stHorizontalBlock,
.st-key-session_charts .stHorizontalBlock,
.st-key-experiment_charts .stHorizontalBlock { flex-wrap: wrap; }
.st-key-panels .stColumn, .st-key-run_charts .stColumn,
.st-key-session_charts .stColumn,
.st-key-experiment_charts .stColumn { min-width: min(400px, 100%); }
.st-key-repetition_variants .stHorizontalBlock,
[class*="st-key-fields_"] .stHorizontalBlock { flex-wrap: wrap; }
[class*="st-key-fields_"] .stColumn { min-width: min(240px, 100%); }
.st-key-repetition_variants .stColumn { min-width: min(150px, 100%); }
.st-key-repetition_variants .stColumn:has(.stMultiSelect) { min-width: min(360px, 100%); }
@media (max-width: 1100px) {
  :root { --playground-panel: clamp(240px, calc(100vh - 640px), 420px); }
  .st-key-source_panel textarea { height: 160px; }
}
/* The texts that are compared share one face, size and line height with the output. */
.st-key-source_panel textarea, .st-key-prediction_text textarea {
  font-family: var(--st-code-font, "Source Code Pro", monospace);
  font-size: 13px; line-height: 1.5; tab-size: 4;
}
.st-key-numbers { font-variant-numeric: tabular-nums; }
.stMainBlockContainer { padding: 3.6rem 2.5rem 3rem; }
</style>
"""


def main() -> None:
    """Draw the page that the address names."""
    st.set_page_config(page_title="Predicted Outputs Playground", page_icon="⚡", layout="wide")
    st.logo(Path(__file__).parent / "logo.svg", size="large")
    st.html(STYLE)
    page = st.navigation(
        [
            st.Page(
                PAGES / "playground.py", title="Playground", icon=":material/bolt:", default=True
            ),
            st.Page(
                PAGES / "experiments.py",
                title="Experiments",
                icon=":material/science:",
                url_path="experiments",
            ),
            st.Page(
                PAGES / "reproducibility.py",
                title="Reproducibility",
                icon=":material/repeat:",
                url_path="reproducibility",
            ),
            st.Page(
                PAGES / "connections.py",
                title="Connections",
                icon=":material/cable:",
                url_path="connections",
            ),
        ],
        position="top",
    )
    try:
        services = open_services()
    except PlaygroundError as error:
        st.subheader("The playground cannot start")
        st.code(str(error), language=None, wrap_lines=True)
        return
    hold_session_lease(services.manager.release)
    page.run()
    exempt_imports_from_collection()


main()
