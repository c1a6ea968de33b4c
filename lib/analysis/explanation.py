"""What one run shows, in plain sentences, and the next sensible step.

Invariant: nothing is claimed beyond the data. A missing count is called missing, and two runs are
called one pair. The texts are plain, not Markdown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from lib.analysis.metrics import PredictionState, RunMetrics, compute_metrics
from lib.analysis.quantities import format_count, format_seconds
from lib.catalog import find_capabilities
from lib.domain import Outcome, RunResult

SHORT_ANSWER_TOKENS = 170
"""Below this, a user measured on Cerebras that nothing of a prediction was accepted."""

_SAME_TIME_SHARE = 0.05
"""Two single runs closer than this are called about as fast; scatter alone can do that."""


class Suggestion(StrEnum):
    """The next sensible step."""

    COMPARE_WITH = "compare_with"
    COMPARE_WITHOUT = "compare_without"
    REPEAT_PAIR = "repeat_pair"
    TEMPERATURE_ZERO = "temperature_zero"
    CLOSER_PREDICTION = "closer_prediction"
    LONGER_TEXT = "longer_text"
    TRY_REPORTING_MODEL = "try_reporting_model"
    SWITCH_OFF = "switch_off"
    RAISE_LIMIT = "raise_limit"
    CHANGE_REQUEST = "change_request"
    RUN_AGAIN = "run_again"
    FOLLOW_ERROR = "follow_error"

    @property
    def sentence(self) -> str:
        """The step as one sentence to the user."""
        return _SENTENCES[self]


_SENTENCES = {
    Suggestion.COMPARE_WITH: "Run it with the prediction to compare.",
    Suggestion.COMPARE_WITHOUT: "Run it without the prediction to compare.",
    Suggestion.REPEAT_PAIR: "One pair proves little: run both a few more times.",
    Suggestion.TEMPERATURE_ZERO: "Set the temperature to 0 to make equal answers more likely.",
    Suggestion.CLOSER_PREDICTION: "Try a prediction that is closer to the answer.",
    Suggestion.LONGER_TEXT: (
        "Try a longer text: short answers often gain nothing from a prediction."
    ),
    Suggestion.TRY_REPORTING_MODEL: (
        "Try a model that reports these counts, such as the local engine's."
    ),
    Suggestion.SWITCH_OFF: "Switch the prediction off, or choose another model, and run again.",
    Suggestion.RAISE_LIMIT: "Raise Max tokens, or leave it empty, and run again.",
    Suggestion.CHANGE_REQUEST: "Change the instructions or the source text and run again.",
    Suggestion.RUN_AGAIN: "Run it again and let it finish to get numbers that can be compared.",
    Suggestion.FOLLOW_ERROR: "Do what the error message says, then run again.",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """The text under a run's numbers."""

    sentence: str
    """One or a few short sentences."""
    suggestion: Suggestion | None


def explain_run(result: RunResult, counterpart: RunResult | None = None) -> Explanation:
    """Return what `result` shows, compared with its counterpart where there is one.

    `counterpart` is a completed run that differs in the prediction only, as `find_counterpart`
    gives it.
    """
    metrics = compute_metrics(result)
    if metrics.prediction_state is PredictionState.REFUSED:
        return Explanation(
            "The provider refused the prediction, so there is no answer to measure.",
            Suggestion.SWITCH_OFF,
        )
    if result.outcome is not Outcome.COMPLETED:
        return _explain_unfinished(result, metrics)
    if not result.text:
        return Explanation(
            "The model ended its answer without any text.", Suggestion.CHANGE_REQUEST
        )
    if result.retry_of is not None:
        sentence = _explain_alone(metrics).sentence
        return Explanation(f"{sentence} The provider had refused the prediction.", None)
    if counterpart is None:
        alone = _explain_alone(metrics)
        return replace(alone, sentence=alone.sentence + _explain_silence(result, metrics))
    if result.settings.uses_prediction:
        return _explain_pair(with_prediction=result, without=counterpart)
    return _explain_pair(with_prediction=counterpart, without=result)


def _explain_unfinished(result: RunResult, metrics: RunMetrics) -> Explanation:
    arrived = format_count(len(result.text), "character")
    if result.outcome is Outcome.FAILED:
        when = f"after {arrived}; they are kept" if result.text else "before any text came"
        return Explanation(f"The run failed {when}.", Suggestion.FOLLOW_ERROR)
    if result.outcome is Outcome.STOPPED:
        when = f"after {arrived}; they are kept" if result.text else "before any text came"
        return Explanation(f"The run was stopped {when}.", Suggestion.RUN_AGAIN)
    if result.finish_reason == "length":
        facts = [f"The answer was cut at the token limit, after {arrived}."]
        facts += _describe_prediction(metrics)
        return Explanation(" ".join(facts), Suggestion.RAISE_LIMIT)
    if result.finish_reason == "content_filter":
        return Explanation(
            f"The provider's content filter ended the answer after {arrived}.",
            Suggestion.CHANGE_REQUEST,
        )
    return Explanation(
        f"The answer broke off after {arrived}; text may be missing at its end.",
        Suggestion.RUN_AGAIN,
    )


def _explain_alone(metrics: RunMetrics) -> Explanation:
    if metrics.prediction_state is not PredictionState.OFF:
        sentence = " ".join(_describe_prediction(metrics))
        # Whether a half-used prediction pays off is what the comparison shows, so that comes first.
        is_unused = metrics.prediction_state is PredictionState.REPORTED_ZERO
        better = _suggest_better_prediction(metrics) if is_unused else None
        return Explanation(sentence, better or Suggestion.COMPARE_WITHOUT)
    tokens = metrics.visible_tokens
    answer = "The answer" if tokens is None else f"The answer of {format_count(tokens, 'token')}"
    took = "came" if metrics.latency_s is None else f"took {format_seconds(metrics.latency_s)}"
    return Explanation(f"{answer} {took} without a prediction.", Suggestion.COMPARE_WITH)


def _explain_silence(result: RunResult, metrics: RunMetrics) -> str:
    """Return why counts may be missing here, where the catalog knows something of it."""
    capabilities = find_capabilities(result.settings.provider)
    is_silent = metrics.prediction_state is PredictionState.NOT_REPORTED
    if not is_silent or capabilities is None or capabilities.reports_counts:
        return ""
    return f" {capabilities.note}"


def _explain_pair(*, with_prediction: RunResult, without: RunResult) -> Explanation:
    metrics = compute_metrics(with_prediction)
    baseline = compute_metrics(without)
    same_text = with_prediction.text == without.text
    facts = [
        _compare_times(metrics, baseline, same_text),
        *_describe_prediction(metrics),
        "Both answers are the same text."
        if same_text
        else "The two answers differ, so part of the difference in time may come from the text.",
        *_describe_cache(with_prediction, without),
    ]
    return Explanation(" ".join(facts), _suggest_after_pair(with_prediction, metrics, same_text))


def _suggest_after_pair(
    with_prediction: RunResult, metrics: RunMetrics, same_text: bool
) -> Suggestion:
    if metrics.prediction_state is PredictionState.NOT_REPORTED:
        return Suggestion.TRY_REPORTING_MODEL
    better = _suggest_better_prediction(metrics)
    if better:
        return better
    if not same_text and with_prediction.settings.temperature != 0:
        return Suggestion.TEMPERATURE_ZERO
    return Suggestion.REPEAT_PAIR


def _suggest_better_prediction(metrics: RunMetrics) -> Suggestion | None:
    """Name what to change where little of the prediction was of use; `None`: nothing."""
    if metrics.prediction_state is PredictionState.REPORTED_ZERO:
        short = metrics.visible_tokens is None or metrics.visible_tokens < SHORT_ANSWER_TOKENS
        return Suggestion.LONGER_TEXT if short else Suggestion.CLOSER_PREDICTION
    if metrics.acceptance_rate is not None and metrics.acceptance_rate < 0.5:
        return Suggestion.CLOSER_PREDICTION
    return None


def _compare_times(metrics: RunMetrics, baseline: RunMetrics, same_text: bool) -> str:
    if metrics.latency_s is None or baseline.latency_s is None:
        return "The times of the two runs cannot be compared."
    with_it, without = format_seconds(metrics.latency_s), format_seconds(baseline.latency_s)
    saved = baseline.latency_s - metrics.latency_s
    if abs(saved) <= _SAME_TIME_SHARE * baseline.latency_s:
        return (
            "The prediction made little difference in this one pair:"
            f" {with_it} with it, {without} without."
        )
    # The credit is the prediction's only where it was used and nothing else differs.
    if saved > 0 and same_text and metrics.accepted_tokens:
        return f"The prediction saved {format_seconds(saved)} of {without} in this one pair."
    change = f"{format_seconds(abs(saved))} {'less' if saved > 0 else 'longer'}"
    return f"With the prediction it took {change} in this one pair: {with_it} instead of {without}."


def _describe_prediction(metrics: RunMetrics) -> list[str]:
    """Return what is known of the prediction's use, in sentences; none where it was off."""
    if metrics.prediction_state is PredictionState.OFF:
        return []
    if metrics.prediction_state is PredictionState.NOT_REPORTED:
        return ["The provider did not report whether the prediction was used; it may be ignored."]
    if metrics.prediction_state is PredictionState.REPORTED_ZERO:
        return ["The provider reports that no token of the prediction was used."]
    return [_describe_accepted(metrics), _describe_rejected(metrics.rejected_tokens)]


def _describe_accepted(metrics: RunMetrics) -> str:
    accepted, visible = metrics.accepted_tokens, metrics.visible_tokens
    if accepted is None:
        return "How many tokens were taken from the prediction was not reported."
    if accepted == 0:
        return "No token of the answer was taken from the prediction."
    verb = "was" if accepted == 1 else "were"
    if visible is None or accepted > visible:
        return f"{format_count(accepted, 'token')} {verb} taken from the prediction."
    return f"{accepted:,} of {format_count(visible, 'token')} {verb} taken from the prediction."


def _describe_rejected(rejected: int | None) -> str:
    if rejected is None:
        return "How many predicted tokens did not fit was not reported."
    if rejected == 0:
        return "No predicted token was rejected."
    return f"{format_count(rejected, 'predicted token')} did not fit."


def _describe_cache(with_prediction: RunResult, without: RunResult) -> list[str]:
    """A prompt that the server still knew saves time too, whatever the prediction did."""
    difference = _read_cached(with_prediction) - _read_cached(without)
    if difference == 0:
        return []
    which = "with" if difference > 0 else "without"
    return [
        f"The run {which} the prediction also found {format_count(abs(difference), 'more token')}"
        " of its prompt in the provider's memory, which saves time as well."
    ]


def _read_cached(result: RunResult) -> int:
    """Not reported counts as none here: the field is only present where there is a cache."""
    return (result.usage.cached_tokens or 0) if result.usage else 0
