"""How a run ended, and what to say of it. Invariant: pure; the same facts give the same ending."""

from __future__ import annotations

from dataclasses import dataclass

import openai

from lib.domain import ErrorCategory, ErrorReport, Outcome
from lib.providers import Connection, Timeouts, report_error
from lib.running.recording import Recording


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """The verdict on a run that is over."""

    outcome: Outcome
    error: ErrorReport | None = None
    warning: str | None = None
    """What went wrong although the answer itself is whole."""


_CUT_SHORT = {
    "length": ErrorReport(
        category=ErrorCategory.STREAM,
        message="The answer reached the limit of tokens and stops there.",
        next_step="Raise max tokens or leave it empty, or shorten the text.",
        code="length",
    ),
    "content_filter": ErrorReport(
        category=ErrorCategory.CONTENT_FILTER,
        message="The provider's content filter cut the answer off.",
        next_step="Change the text or the instructions, and run again.",
        code="content_filter",
    ),
}

_NO_FINISH = ErrorReport(
    category=ErrorCategory.STREAM,
    message="The stream ended without saying that the answer was complete.",
    next_step="Run again; the text that arrived is kept.",
)


def decide_ending(
    recording: Recording,
    failure: BaseException | None,
    *,
    connection: Connection | None,
    model: str,
    timeouts: Timeouts,
) -> Ending:
    """Return the ending of a run that nobody stopped; `failure` is what ended it, if anything."""
    if failure is None:
        return _judge_whole_stream(recording)
    error = report_error(
        failure,
        connection=connection,
        model=model,
        timeouts=timeouts,
        in_stream=recording.in_stream,
    )
    if recording.finish_reason is not None:
        # The model had finished: only what follows the text, such as the counts, is lost.
        ending = _judge_whole_stream(recording)
        warning = f"{error.message} The answer was already complete; token counts may be missing."
        return Ending(outcome=ending.outcome, error=ending.error, warning=warning)
    is_cut = isinstance(failure, openai.APIConnectionError) and not isinstance(
        failure, openai.APITimeoutError
    )
    if is_cut and recording.has_text:
        return Ending(outcome=Outcome.TRUNCATED, error=error)
    return Ending(outcome=Outcome.FAILED, error=error)


def _judge_whole_stream(recording: Recording) -> Ending:
    if recording.refusal:
        return Ending(outcome=Outcome.FAILED, error=_report_refusal(recording.refusal))
    if recording.finish_reason in _CUT_SHORT:
        return Ending(outcome=Outcome.TRUNCATED, error=_CUT_SHORT[recording.finish_reason])
    if recording.finish_reason is not None:
        return Ending(outcome=Outcome.COMPLETED)
    if recording.has_text:
        return Ending(outcome=Outcome.TRUNCATED, error=_NO_FINISH)
    return Ending(outcome=Outcome.FAILED, error=_report_no_answer(recording.content_type))


def _report_refusal(words: str) -> ErrorReport:
    return ErrorReport(
        category=ErrorCategory.CONTENT_FILTER,
        message="The model declined to answer.",
        next_step="Read its explanation, change the text or the instructions, and run again.",
        provider_message=words,
        code="refusal",
    )


def _report_no_answer(content_type: str) -> ErrorReport:
    if content_type == "text/event-stream":
        message = "The stream ended before the first word of an answer."
        return ErrorReport(
            category=ErrorCategory.STREAM, message=message, next_step="Run again in a moment."
        )
    return ErrorReport(
        category=ErrorCategory.STREAM,
        message="The server answered, but not with a stream of events.",
        next_step="Check that the base URL leads to an OpenAI-compatible API, often under /v1.",
        code=content_type[:60] or None,
    )
