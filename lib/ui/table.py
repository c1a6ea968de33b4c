"""Tables of numbers. Invariant: numbers stand at the right edge, so that equal digits line up."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import streamlit as st


def draw_table(rows: Sequence[dict[str, object]], *, words: Collection[str]) -> None:
    """Draw rows as a table that reads no markup; the columns in `words` hold texts."""
    names = rows[0] if rows else ()
    st.dataframe(
        rows,
        hide_index=True,
        width="stretch",
        column_config={
            name: st.column_config.Column(alignment="right") for name in names if name not in words
        },
    )
