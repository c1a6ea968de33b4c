"""What an answer looked like on the wire, for the inspector.

Invariant: bounded in size, and free of the credentials that were used. Header values and chunks are
the server's: hostile, only ever shown as plain text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class WireTrace:
    """Headers and raw chunks of one answer."""

    status_code: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    """Names in lower case; cookies left out."""
    first_chunks: tuple[str, ...] = ()
    """The first chunks of the stream as compact JSON, each cut to a bounded length."""
    last_chunks: tuple[str, ...] = ()
    """The last chunks, none of which is among the first."""
    num_chunks: int = 0
    """All chunks that came, shown or not."""
