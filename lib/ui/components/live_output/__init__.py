"""The live output: a region that shows a run's answer and its diff while it streams.

Invariant: the text never passes through Markdown or HTML; the browser builds text nodes.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

_HERE = Path(__file__).parent
_SCRIPTS = (
    "segments.js",
    "rows.js",
    "patch.js",
    "listing.js",
    "drawing.js",
    "passes.js",
    "tokens.js",
    "finished.js",
    "views.js",
    "text.js",
    "tools.js",
    "output.js",
    "controller.js",
)


def _read(*names: str) -> str:
    return "\n".join((_HERE / name).read_text(encoding="utf-8") for name in names)


def read_files() -> tuple[str, str, str]:
    """The component's HTML, CSS and JavaScript."""
    return _read("region.html"), _read("region.css"), _read(*_SCRIPTS)


def mount_live_output(
    data: dict[str, Any],
    *,
    key: str,
    on_finished: Callable[[], None],
    on_compared: Callable[[], None],
    on_stop: Callable[[], None],
    on_unreachable: Callable[[], None],
) -> None:
    """Draw the region.

    `data`: `run` (None, or id, token, events_url, stop_url, compared_with, is_final), `transport`
    ("events" or "poll"), `frame` (poll only), `comparison` (`chosen`, and `choices` as pairs of id
    and name), `problems` (why nothing was sent, as sentences).
    The callbacks fire when the answer has ended, when Stop was pressed while polling, when
    another text to compare with was chosen (`compared` holds its id), and when the event route
    cannot be reached.
    """
    html, css, js = read_files()
    component = st.components.v2.component("playground_live_output", html=html, css=css, js=js)
    component(
        data=data,
        key=key,
        on_finished_change=on_finished,
        on_compared_change=on_compared,
        on_stop_change=on_stop,
        on_unreachable_change=on_unreachable,
    )
