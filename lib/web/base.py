"""What an answer is compared with: the source text, the prediction, or the answer of another run.

Invariant: another run's answer opens only with that run's own token.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lib.domain import RunSettings
from lib.running import Run

SOURCE = "source"
PREDICTION = "prediction"


@dataclass(frozen=True, slots=True)
class Base:
    """A text, and what it is called in a sentence."""

    text: str
    name: str


def find_base(run: Run, wish: str, find_by_token: Callable[[str], Run | None]) -> Base:
    """Return what `wish` names: SOURCE, PREDICTION, or the token of another run that has ended.

    The source text stands in for what is not there.
    """
    settings = run.settings
    if wish == PREDICTION and settings.prediction is not None:
        return Base(settings.prediction, "prediction")
    other = find_by_token(wish) if wish not in ("", SOURCE, PREDICTION) else None
    if other is not None and other.result is not None:
        return Base(other.result.text, "other answer")
    return source_of(settings)


def source_of(settings: RunSettings) -> Base:
    """Return the text that was to be edited."""
    return Base(settings.source, "source")
