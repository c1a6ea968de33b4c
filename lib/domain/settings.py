"""What the user asked for: one run's texts and parameters. Invariant: holds no credentials."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PredictionSource(StrEnum):
    """Where the text of the prediction comes from."""

    SOURCE = "source"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSettings:
    """One request as the user means it, before it takes a provider's wire format.

    A parameter that is `None` is not sent at all.
    """

    provider: str
    """Id of a provider in `lib.catalog`, such as "local"."""
    model: str
    """The provider's name of the model (Azure: the deployment)."""
    source: str
    """The text to be edited; part of the prompt, and what the diff compares against."""
    instructions: str
    system_message: str = ""
    """Empty: no system message is sent."""
    prediction: str | None = None
    """Text that much of the answer is expected to repeat; `None`: prediction off."""
    prediction_source: PredictionSource = PredictionSource.SOURCE
    seed: int | None = None
    temperature: float | None = None
    """0 to 2."""
    max_tokens: int | None = None
    max_completion_tokens: int | None = None
    """The other name of the limit; reasoning tokens count in it. At most one of the two is set."""
    top_p: float | None = None
    """0 to 1."""
    presence_penalty: float | None = None
    """-2 to 2."""
    frequency_penalty: float | None = None
    """-2 to 2."""
    n: int | None = None
    """How many answers; only the first is shown."""
    logprobs: bool | None = None
    stop: tuple[str, ...] = ()
    """The answer ends before the first of these; empty: not sent."""

    @property
    def uses_prediction(self) -> bool:
        """Whether a prediction is sent."""
        return self.prediction is not None
