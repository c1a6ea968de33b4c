"""What cannot or should not be sent. Invariant: every problem at once, each with its fix."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from lib.catalog import find_model_facts, find_provider
from lib.domain import RunSettings

MIN_INT64, MAX_INT64 = -(2**63), 2**63 - 1


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


def validate_settings(
    settings: RunSettings, *, max_output_tokens: int | None = None, today: date | None = None
) -> tuple[Problem, ...]:
    """Return everything that is wrong or doubtful, in the order of the form; empty: all is well.

    `max_output_tokens` is the host's cap. `today` decides whether a model has been shut down.
    """
    today = today or datetime.now(UTC).date()
    return (
        *_check_texts(settings),
        *_check_prediction(settings),
        *_check_model(settings, today),
        *_check_numbers(settings, max_output_tokens),
    )


def _check_texts(settings: RunSettings) -> Iterator[Problem]:
    has_source, has_instructions = settings.source.strip(), settings.instructions.strip()
    if not has_source and not has_instructions:
        yield Problem(
            field="instructions",
            message="There is nothing to send: source text and instructions are both empty.",
            fix="Write an instruction, or choose a sample.",
        )
    elif not has_source:
        yield Problem(
            field="source",
            message="The source text is empty, so there is nothing to edit or to compare with.",
            fix="Paste a text to be edited, or run as it is for a plain answer.",
            blocking=False,
        )
    elif not has_instructions:
        yield Problem(
            field="instructions",
            message="There are no instructions, so the model has to guess what to do.",
            fix="Say what to change, and that only the changed text should come back.",
            blocking=False,
        )


def _check_prediction(settings: RunSettings) -> Iterator[Problem]:
    if settings.prediction is None:
        return
    if not settings.prediction.strip():
        yield Problem(
            field="prediction",
            message="The prediction is switched on, but its text is empty.",
            fix="Paste a text or switch the prediction off.",
        )
    facts = find_model_facts(settings.provider, settings.model)
    if facts is not None and facts.accepts_prediction is False:
        yield Problem(
            field="prediction",
            message=f"{settings.model} does not take a prediction: {facts.note}",
            fix="Switch the prediction off, or choose a model that takes one.",
        )
    elif settings.model.strip() and (facts is None or facts.accepts_prediction is None):
        yield Problem(
            field="prediction",
            message=f"It is not known whether {settings.model} takes a prediction.",
            fix="Run it: the answer says whether the prediction was used, ignored or refused.",
            blocking=False,
        )


def _check_model(settings: RunSettings, today: date) -> Iterator[Problem]:
    if find_provider(settings.provider) is None:
        yield Problem(
            field="provider",
            message=f"There is no provider {settings.provider!r}.",
            fix="Choose one of the list.",
        )
    if not settings.model.strip():
        yield Problem(
            field="model", message="No model is chosen.", fix="Choose or type a model's name."
        )
        return
    facts = find_model_facts(settings.provider, settings.model)
    if facts is not None and facts.retires_on is not None and facts.retires_on <= today:
        yield Problem(
            field="model",
            message=f"{settings.model} was announced to shut down on {facts.retires_on}.",
            fix="If the provider answers that the model does not exist, choose another.",
            blocking=False,
        )


def _check_numbers(settings: RunSettings, max_output_tokens: int | None) -> Iterator[Problem]:
    seed, temperature, limit = settings.seed, settings.temperature, settings.max_tokens
    if seed is not None and not (_is_integer(seed) and MIN_INT64 <= seed <= MAX_INT64):
        yield Problem(
            field="seed",
            message=f"The seed is {seed!r}, but must be a whole number of at most 64 bits.",
            fix="Use a number such as 7.",
        )
    # Written so that NaN is refused as well.
    if temperature is not None and not 0 <= temperature <= 2:
        yield Problem(
            field="temperature",
            message=f"The temperature is {temperature}, but must be between 0 and 2.",
            fix="Use 0 for an edit.",
        )
    if limit is None:
        return
    if not _is_integer(limit) or limit < 1:
        yield Problem(
            field="max_tokens",
            message=f"Max tokens is {limit!r}, but must be a whole number of at least 1.",
            fix="Leave it empty to send no limit.",
        )
    elif max_output_tokens is not None and limit > max_output_tokens:
        yield Problem(
            field="max_tokens",
            message=f"Max tokens is {limit}, but this host allows {max_output_tokens}.",
            fix=f"Use {max_output_tokens} or less, or leave it empty.",
        )


def _is_integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
