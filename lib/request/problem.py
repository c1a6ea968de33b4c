"""One reason not to send a request as it is. Invariant: it comes with its fix."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One reason not to send a request as it is."""

    field: str
    """The field of `RunSettings` that it is about."""
    message: str
    fix: str
    """What the user can do about it; one sentence."""
    blocking: bool = True
    """`False`: a warning, the request may be sent."""
    from_table: bool = False
    """It rests on a dated table of ours, so that the request may be sent on purpose."""
