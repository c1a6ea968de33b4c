from __future__ import annotations

import itertools
import re
from dataclasses import replace

import pytest

from lib.analysis.explanation import Explanation, Suggestion, explain_run
from lib.analysis.quantities import format_count, format_seconds
from lib.domain import (
    ContentChunk,
    ErrorCategory,
    ErrorReport,
    Outcome,
    RunResult,
    StreamTiming,
    TokenUsage,
)
from tests.analysis.test_metrics import SETTINGS, make_run, make_usage


def make_on(
    latency: float = 0.47, usage: TokenUsage | None = None, temperature: float | None = None
) -> RunResult:
    return make_run(
        usage=usage,
        timing=StreamTiming(chunks=(ContentChunk(0.1, 1), ContentChunk(latency, 2))),
        settings=replace(SETTINGS, temperature=temperature),
    )


def make_off(
    latency: float = 0.93, text: str = "abc", usage: TokenUsage | None = None
) -> RunResult:
    run = make_on(latency, usage)
    return replace(run, run_id="off", text=text, settings=replace(SETTINGS, prediction=None))


USED = make_usage(97, 71, 18)
FITTING = "71 of 79 tokens were taken from the prediction. 18 predicted tokens did not fit."
SILENT = "The provider did not report whether the prediction was used; it may be ignored."
SAME = "Both answers are the same text."
DIFFERENT = "The two answers differ, so part of the difference in time may come from the text."


@pytest.mark.parametrize(
    ("usage", "sentence", "suggestion"),
    [
        (USED, FITTING, Suggestion.COMPARE_WITHOUT),
        (
            make_usage(1, 1, 0),
            "1 of 1 token was taken from the prediction. No predicted token was rejected.",
            Suggestion.COMPARE_WITHOUT,
        ),
        (
            make_usage(None, 5, 1),
            "5 tokens were taken from the prediction. 1 predicted token did not fit.",
            Suggestion.COMPARE_WITHOUT,
        ),
        (
            make_usage(1300, 10, 1200),
            "10 of 100 tokens were taken from the prediction. 1,200 predicted tokens did not fit.",
            Suggestion.COMPARE_WITHOUT,
        ),
        (
            make_usage(90, 0, 40),
            "No token of the answer was taken from the prediction."
            " 40 predicted tokens did not fit.",
            Suggestion.COMPARE_WITHOUT,
        ),
        (
            make_usage(90, None, 40),
            "How many tokens were taken from the prediction was not reported."
            " 40 predicted tokens did not fit.",
            Suggestion.COMPARE_WITHOUT,
        ),
        (
            make_usage(90, 40, None),
            "40 of 90 tokens were taken from the prediction."
            " How many predicted tokens did not fit was not reported.",
            Suggestion.COMPARE_WITHOUT,
        ),
        (
            make_usage(10, 12, 0),
            "12 tokens were taken from the prediction. No predicted token was rejected.",
            Suggestion.COMPARE_WITHOUT,
        ),
        (
            make_usage(169, 0, 0),
            "The provider reports that no token of the prediction was used.",
            Suggestion.LONGER_TEXT,
        ),
        (
            make_usage(170, 0, 0),
            "The provider reports that no token of the prediction was used.",
            Suggestion.CLOSER_PREDICTION,
        ),
        (make_usage(90), SILENT, Suggestion.COMPARE_WITHOUT),
        (None, SILENT, Suggestion.COMPARE_WITHOUT),
    ],
)
def test_a_run_with_the_prediction_alone(
    usage: TokenUsage | None, sentence: str, suggestion: Suggestion
) -> None:
    assert explain_run(make_on(usage=usage)) == Explanation(sentence, suggestion)


@pytest.mark.parametrize(
    ("usage", "sentence"),
    [
        (make_usage(79), "The answer of 79 tokens took 0.93 s without a prediction."),
        (make_usage(1, 0, 0), "The answer of 1 token took 0.93 s without a prediction."),
        (None, "The answer took 0.93 s without a prediction."),
    ],
)
def test_a_run_without_the_prediction_alone(usage: TokenUsage | None, sentence: str) -> None:
    assert explain_run(make_off(usage=usage)) == Explanation(sentence, Suggestion.COMPARE_WITH)


SAVED = "The prediction saved 0.46 s of 0.93 s in this one pair."


@pytest.mark.parametrize(
    ("on", "off", "sentence", "suggestion"),
    [
        (
            make_on(usage=USED),
            make_off(),
            f"{SAVED} {FITTING} {SAME}",
            Suggestion.REPEAT_PAIR,
        ),
        (
            make_on(usage=USED),
            make_off(text="other"),
            "With the prediction it took 0.46 s less in this one pair: 0.47 s instead of 0.93 s."
            f" {FITTING} {DIFFERENT}",
            Suggestion.TEMPERATURE_ZERO,
        ),
        (
            make_on(usage=USED, temperature=0),
            make_off(text="other"),
            "With the prediction it took 0.46 s less in this one pair: 0.47 s instead of 0.93 s."
            f" {FITTING} {DIFFERENT}",
            Suggestion.REPEAT_PAIR,
        ),
        (
            make_on(1.03, USED),
            make_off(),
            "With the prediction it took 0.10 s longer in this one pair:"
            f" 1.03 s instead of 0.93 s. {FITTING} {SAME}",
            Suggestion.REPEAT_PAIR,
        ),
        (
            make_on(0.91, USED),
            make_off(),
            "The prediction made little difference in this one pair:"
            f" 0.91 s with it, 0.93 s without. {FITTING} {SAME}",
            Suggestion.REPEAT_PAIR,
        ),
        (
            make_on(),
            make_off(),
            "With the prediction it took 0.46 s less in this one pair: 0.47 s instead of 0.93 s."
            f" {SILENT} {SAME}",
            Suggestion.TRY_REPORTING_MODEL,
        ),
        (
            make_on(0.93, make_usage(20, 0, 0)),
            make_off(),
            "The prediction made little difference in this one pair:"
            " 0.93 s with it, 0.93 s without."
            f" The provider reports that no token of the prediction was used. {SAME}",
            Suggestion.LONGER_TEXT,
        ),
        (
            make_on(usage=USED),
            replace(make_off(), timing=StreamTiming()),
            f"The times of the two runs cannot be compared. {FITTING} {SAME}",
            Suggestion.REPEAT_PAIR,
        ),
    ],
)
def test_a_pair_reads_the_same_from_both_sides(
    on: RunResult, off: RunResult, sentence: str, suggestion: Suggestion
) -> None:
    expected = Explanation(sentence, suggestion)
    assert explain_run(on, off) == expected
    assert explain_run(off, on) == expected


@pytest.mark.parametrize(
    ("cached_on", "cached_off", "said"),
    [
        (None, None, None),
        (5, 5, None),
        (1024, None, "The run with the prediction also found 1,024 more tokens of its prompt"),
        (0, 1, "The run without the prediction also found 1 more token of its prompt"),
    ],
)
def test_a_warm_cache_is_named(
    cached_on: int | None, cached_off: int | None, said: str | None
) -> None:
    on = make_on(usage=replace(USED, cached_tokens=cached_on))
    off = make_off(usage=TokenUsage(cached_tokens=cached_off))
    sentence = explain_run(on, off).sentence
    assert said in sentence if said else "more token" not in sentence


@pytest.mark.parametrize(
    ("changes", "sentence", "suggestion"),
    [
        (
            {"outcome": Outcome.STOPPED},
            "The run was stopped after 3 characters; they are kept.",
            Suggestion.RUN_AGAIN,
        ),
        (
            {"outcome": Outcome.STOPPED, "text": ""},
            "The run was stopped before any text came.",
            Suggestion.RUN_AGAIN,
        ),
        (
            {"outcome": Outcome.FAILED},
            "The run failed after 3 characters; they are kept.",
            Suggestion.FOLLOW_ERROR,
        ),
        (
            {"outcome": Outcome.FAILED, "text": ""},
            "The run failed before any text came.",
            Suggestion.FOLLOW_ERROR,
        ),
        (
            {"outcome": Outcome.TRUNCATED, "finish_reason": "length"},
            f"The answer was cut at the token limit, after 3 characters. {FITTING}",
            Suggestion.RAISE_LIMIT,
        ),
        (
            {"outcome": Outcome.TRUNCATED, "finish_reason": "content_filter"},
            "The provider's content filter ended the answer after 3 characters.",
            Suggestion.CHANGE_REQUEST,
        ),
        (
            {"outcome": Outcome.TRUNCATED},
            "The answer broke off after 3 characters; text may be missing at its end.",
            Suggestion.RUN_AGAIN,
        ),
        (
            {"text": ""},
            "The model ended its answer without any text.",
            Suggestion.CHANGE_REQUEST,
        ),
    ],
)
def test_runs_that_did_not_come_to_an_answer(
    changes: dict[str, object], sentence: str, suggestion: Suggestion
) -> None:
    run = replace(make_on(usage=USED), **changes)  # type: ignore[arg-type]
    assert explain_run(run) == Explanation(sentence, suggestion)
    assert explain_run(run, make_off()) == Explanation(sentence, suggestion)


def test_a_refused_prediction() -> None:
    error = ErrorReport(category=ErrorCategory.PREDICTION_REFUSED, message="", next_step="")
    run = replace(make_on(), outcome=Outcome.FAILED, text="", error=error)
    assert explain_run(run) == Explanation(
        "The provider refused the prediction, so there is no answer to measure.",
        Suggestion.SWITCH_OFF,
    )


def test_every_text_is_plain_sentences() -> None:
    usages = [None, USED, make_usage(9, 0, 0), make_usage(9, None, 3), make_usage(90, 0, 40)]
    runs = [
        replace(make_on(usage=usage), outcome=outcome)
        for usage, outcome in itertools.product(usages, Outcome)
    ]
    texts = [explain_run(run, pair).sentence for run in runs for pair in (None, make_off())]
    for sentence in [*texts, *(step.sentence for step in Suggestion)]:
        assert re.fullmatch(r"[A-Z0-9].*\.", sentence)
        assert not re.search(r"[*_`#<>]|None|\.\.|  | nan", sentence)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.0, "0.000 s"),
        (0.0123, "0.012 s"),
        (0.0999, "0.10 s"),
        (0.4567, "0.46 s"),
        (9.994, "9.99 s"),
        (9.996, "10.0 s"),
        (99.96, "100 s"),
        (1234.5, "1,234 s"),
    ],
)
def test_seconds_have_at_most_three_digits(seconds: float, text: str) -> None:
    assert format_seconds(seconds) == text


def test_counts_take_the_plural() -> None:
    assert [format_count(count, "token") for count in (0, 1, 2)] == [
        "0 tokens",
        "1 token",
        "2 tokens",
    ]
