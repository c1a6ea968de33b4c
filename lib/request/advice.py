"""What vendors advise for requests with a prediction: hints, not problems.

Invariant: every row names its source; a hint is given only where it can still be followed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from lib.domain import RunSettings

_OPENAI = "https://platform.openai.com/docs/guides/predicted-outputs"
_CEREBRAS = "https://inference-docs.cerebras.ai/capabilities/predicted-outputs"
_USERS = "public issue threads"
_CHECKED = date(2026, 11, 21)

SHORT_PREDICTION_CHARACTERS = 600
"""About 170 tokens, below which a user saw nothing of a prediction accepted on Cerebras."""

# Words by which instructions ask for the bare text.
_ONLY_WORDS = ("only", "nothing else", "nothing but", "no explanation", "without explanation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """One hint, as a sentence to the user."""

    field: str
    """The field of `RunSettings` that it is about."""
    sentence: str
    source: str
    verified_on: date = _CHECKED


_ROWS: tuple[tuple[Callable[[RunSettings, str], bool], Advice], ...] = (
    (
        lambda settings, _: settings.temperature is None or settings.temperature > 0,
        Advice(
            field="temperature",
            sentence="Set the temperature to 0: the answer then keeps closer to the prediction.",
            source=_CEREBRAS,
        ),
    ),
    (
        lambda settings, prediction: prediction.strip() not in _prompt_of(settings),
        Advice(
            field="prediction",
            sentence="Put the predicted text into the source text as well: the model does not "
            "read the prediction.",
            source=_OPENAI,
        ),
    ),
    (
        lambda settings, _: not any(word in settings.instructions.lower() for word in _ONLY_WORDS),
        Advice(
            field="instructions",
            sentence="Ask for the text only, such as “Respond only with the code”: what the model "
            "says around it matches no prediction.",
            source=_USERS,
        ),
    ),
    (
        lambda _, prediction: len(prediction) < SHORT_PREDICTION_CHARACTERS,
        Advice(
            field="source",
            sentence="This text is short: below about 170 tokens predictions often gain nothing.",
            source=_USERS,
        ),
    ),
)


def list_advice(settings: RunSettings) -> tuple[Advice, ...]:
    """Return what could make the prediction more useful; nothing without a prediction."""
    prediction = settings.prediction
    if prediction is None or not prediction.strip():
        return ()
    return tuple(advice for applies, advice in _ROWS if applies(settings, prediction))


def _prompt_of(settings: RunSettings) -> str:
    return "\n".join((settings.system_message, settings.instructions, settings.source))
