"""What cannot or should not be sent. Invariant: every problem at once, each with its fix."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

from lib.catalog import find_provider
from lib.domain import RunSettings
from lib.request.model_checks import check_model
from lib.request.parameter_checks import check_parameters
from lib.request.prediction_checks import check_prediction, check_rules
from lib.request.problem import Problem


def validate_settings(
    settings: RunSettings,
    *,
    max_output_tokens: int | None = None,
    api_version: str | None = None,
    today: date | None = None,
) -> tuple[Problem, ...]:
    """Return everything that is wrong or doubtful, in the order of the form; empty: all is well.

    `max_output_tokens` is the host's cap, `api_version` that of a classic Azure endpoint. `today`
    decides whether a model has been shut down.
    """
    today = today or datetime.now(UTC).date()
    return (
        *_check_texts(settings),
        *check_prediction(settings, api_version),
        *check_rules(settings, api_version),
        *_check_provider(settings),
        *check_model(settings, today),
        *check_parameters(settings, max_output_tokens, api_version),
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


def _check_provider(settings: RunSettings) -> Iterator[Problem]:
    if find_provider(settings.provider) is None:
        yield Problem(
            field="provider",
            message=f"There is no provider {settings.provider!r}.",
            fix="Choose one of the list.",
        )
