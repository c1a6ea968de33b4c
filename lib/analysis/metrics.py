"""The numbers of one run, under the definitions of the field.

Invariant: `None` means not reported or undefined (0/0), never 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from lib.analysis.cost import compute_cost
from lib.domain import (
    ErrorCategory,
    Outcome,
    PredictionSource,
    Price,
    RunResult,
    RunSettings,
)


class PredictionState(StrEnum):
    """What became of the prediction, as far as the provider said."""

    OFF = "off"
    """None was sent."""
    USED = "used"
    """At least one token was accepted or rejected."""
    REPORTED_ZERO = "reported_zero"
    """Both counts were reported, and both are 0."""
    NOT_REPORTED = "not_reported"
    """A count that would decide is missing; the prediction may have been ignored."""
    REFUSED = "refused"
    """The server answered that it does not take a prediction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunMetrics:
    """One run in numbers. Partial answers have numbers too, over what had arrived."""

    prediction_state: PredictionState
    ttft_s: float | None = None
    """First chunk with content - request sent."""
    latency_s: float | None = None
    """Last chunk with content - request sent; excludes the chunk that only carries usage."""
    tpot_s: float | None = None
    """(latency - TTFT) / (visible tokens - 1); undefined below 2 tokens."""
    output_tokens_per_s: float | None = None
    """Visible tokens / latency, the wait for the first token included."""
    visible_tokens: int | None = None
    """Tokens of the answer's text: without rejected and reasoning tokens."""
    accepted_tokens: int | None = None
    """Tokens of the answer that were taken from the prediction."""
    rejected_tokens: int | None = None
    """Predicted tokens that did not fit; not in the text, but billed as output by most."""
    generated_tokens: int | None = None
    """Visible - accepted; all visible tokens where no prediction was sent."""
    acceptance_rate: float | None = None
    """Accepted / (accepted + rejected), 0 to 1."""
    prediction_share: float | None = None
    """Accepted / visible, 0 to 1."""
    cost_usd: Decimal | None = None
    """By the reported tokens; `None` when a count or the price is unknown."""


def compute_metrics(result: RunResult, price: Price | None = None) -> RunMetrics:
    """Return the numbers of a run; without a `price` there is no `cost_usd`.

    Counts that contradict each other (more accepted tokens than visible ones) give no
    `generated_tokens` and no `prediction_share`.
    """
    usage, timing = result.usage, result.timing
    visible = usage.visible_tokens if usage else None
    accepted = usage.accepted_prediction_tokens if usage else None
    rejected = usage.rejected_prediction_tokens if usage else None
    # Nothing can come from a prediction that was not sent, whether the provider says so or not.
    taken = accepted if result.settings.uses_prediction else 0
    generated = None if visible is None or taken is None else visible - taken
    cost = compute_cost(usage, price)
    consistent = generated is not None and generated >= 0
    return RunMetrics(
        prediction_state=_find_prediction_state(result),
        ttft_s=timing.ttft_s,
        latency_s=timing.latency_s,
        tpot_s=_compute_tpot(timing.ttft_s, timing.latency_s, visible),
        output_tokens_per_s=_divide(visible, timing.latency_s),
        visible_tokens=visible,
        accepted_tokens=accepted,
        rejected_tokens=rejected,
        generated_tokens=generated if consistent else None,
        acceptance_rate=_divide(accepted, _add(accepted, rejected)),
        prediction_share=_divide(accepted, visible) if consistent else None,
        cost_usd=cost.total_usd if cost else None,
    )


def find_counterpart(result: RunResult, others: Iterable[RunResult]) -> RunResult | None:
    """Return the latest completed run that asked for the same with the prediction switched.

    Provider, model, texts and parameters are equal; one of the two runs sent a prediction and
    the other did not.
    """
    wanted = _without_prediction(result.settings)
    matches = [
        other
        for other in others
        if other.outcome is Outcome.COMPLETED
        # A retry after a refusal says nothing about predictions: they are not taken there.
        and other.retry_of is None
        and other.settings.uses_prediction != result.settings.uses_prediction
        and _without_prediction(other.settings) == wanted
    ]
    return max(matches, key=lambda run: run.started_at, default=None)


def _without_prediction(settings: RunSettings) -> RunSettings:
    return replace(settings, prediction=None, prediction_source=PredictionSource.SOURCE)


def _find_prediction_state(result: RunResult) -> PredictionState:
    if not result.settings.uses_prediction:
        return PredictionState.OFF
    if result.error and result.error.category is ErrorCategory.PREDICTION_REFUSED:
        return PredictionState.REFUSED
    if result.usage is None:
        return PredictionState.NOT_REPORTED
    counts = (
        result.usage.accepted_prediction_tokens,
        result.usage.rejected_prediction_tokens,
    )
    if any(counts):
        return PredictionState.USED
    # A missing count beside a 0 leaves open whether anything was used.
    return PredictionState.NOT_REPORTED if None in counts else PredictionState.REPORTED_ZERO


def _compute_tpot(ttft: float | None, latency: float | None, visible: int | None) -> float | None:
    if ttft is None or latency is None or visible is None or visible < 2:
        return None
    return (latency - ttft) / (visible - 1)


def _add(left: int | None, right: int | None) -> int | None:
    return None if left is None or right is None else left + right


def _divide(numerator: float | None, denominator: float | None) -> float | None:
    if numerator is None or not denominator:
        return None
    return numerator / denominator
