"""Where the characters of an answer came from, as the local engine reports it.

Invariant: the spans of a text cover it exactly, in its order.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Origin(StrEnum):
    """How a token came about."""

    ACCEPTED = "accepted"
    """Drafted from the prediction and verified."""
    GENERATED = "generated"
    """The model's own."""
    REPLACED = "replaced"
    """The model's own, in place of a token of the prediction that was rejected."""


@dataclass(frozen=True, slots=True)
class TextSpan:
    """A stretch of one origin."""

    origin: Origin
    characters: int
    """Code points, at least 1."""
