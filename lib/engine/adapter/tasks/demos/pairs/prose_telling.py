"""How the parts of an edit of prose are told.

Invariant: at least one part is wanted; what stands around it asks for no edit.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.demos.pairs import prose_wordings as wordings
from lib.engine.adapter.tasks.demos.pairs.framing import frame_ended
from lib.engine.adapter.tasks.demos.telling import tell_parts
from lib.engine.adapter.tasks.phrasing import Context

ONE_PART_SHARE = 0.25
_STAYS_SHARE = 0.3


def tell_prose(context: Context, parts: list[str]) -> str:
    """Return the request for one or two parts, perhaps with a reason and what stays."""
    return frame_ended(
        context, tell_parts(context, parts), wordings.REASONS, wordings.STAYS,
        stays_share=_STAYS_SHARE,
    )  # fmt: skip


def draw_wanted(context: Context) -> tuple[bool, bool]:
    """Return which of the two parts are wanted; at least one is."""
    if not context.chance(ONE_PART_SHARE):
        return True, True
    first = context.chance(0.5)
    return first, not first
