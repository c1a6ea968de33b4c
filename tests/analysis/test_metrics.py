from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from lib.analysis.metrics import PredictionState, compute_metrics, find_counterpart
from lib.domain import (
    ContentChunk,
    ErrorCategory,
    ErrorReport,
    Outcome,
    PredictionSource,
    RunResult,
    RunSettings,
    StreamTiming,
    TokenUsage,
)

SETTINGS = RunSettings(provider="local", model="m", source="s", instructions="i", prediction="p")
START = datetime(2026, 11, 21, tzinfo=UTC)


def make_run(*, usage: TokenUsage | None = None, **changes: Any) -> RunResult:
    base = RunResult(
        run_id="run",
        settings=SETTINGS,
        started_at=START,
        outcome=Outcome.COMPLETED,
        text="abc",
        timing=StreamTiming(chunks=(ContentChunk(0.2, 1), ContentChunk(1.2, 2)), ended_s=1.5),
        usage=usage,
    )
    return replace(base, **changes)


def make_usage(
    completion: int | None, accepted: int | None = None, rejected: int | None = None
) -> TokenUsage:
    return TokenUsage(
        completion_tokens=completion,
        accepted_prediction_tokens=accepted,
        rejected_prediction_tokens=rejected,
    )


def test_the_definitions() -> None:
    usage = replace(make_usage(103, 60, 20), reasoning_tokens=2)
    metrics = compute_metrics(make_run(usage=usage))
    assert metrics.ttft_s == 0.2
    assert metrics.latency_s == 1.2
    assert metrics.visible_tokens == 81
    assert metrics.tpot_s == pytest.approx(1.0 / 80)
    assert metrics.output_tokens_per_s == pytest.approx(81 / 1.2)
    assert (metrics.accepted_tokens, metrics.rejected_tokens) == (60, 20)
    assert metrics.generated_tokens == 21
    assert metrics.acceptance_rate == 0.75
    assert metrics.prediction_share == pytest.approx(60 / 81)
    assert metrics.cost_usd is None
    assert metrics.prediction_state is PredictionState.USED


def test_nothing_reported_is_nothing_known() -> None:
    metrics = compute_metrics(make_run(timing=StreamTiming()))
    known = {name for name in metrics.__slots__ if getattr(metrics, name) is not None}
    assert known == {"prediction_state"}


def test_all_is_new_where_no_prediction_was_sent() -> None:
    run = make_run(usage=make_usage(79), settings=replace(SETTINGS, prediction=None))
    metrics = compute_metrics(run)
    assert metrics.generated_tokens == 79
    assert metrics.accepted_tokens is None
    assert metrics.acceptance_rate is None
    assert metrics.prediction_share is None


@pytest.mark.parametrize(("completion", "defined"), [(0, False), (1, False), (2, True)])
def test_time_per_token_needs_two_tokens(completion: int, defined: bool) -> None:
    metrics = compute_metrics(make_run(usage=make_usage(completion, 0, 0)))
    assert (metrics.tpot_s is not None) is defined


def test_nothing_is_divided_by_zero() -> None:
    burst = StreamTiming(chunks=(ContentChunk(0.0, 3),))
    metrics = compute_metrics(make_run(usage=make_usage(0, 0, 0), timing=burst))
    assert metrics.output_tokens_per_s is None
    assert metrics.acceptance_rate is None
    assert metrics.prediction_share is None


def test_counts_that_contradict_each_other_give_no_split() -> None:
    metrics = compute_metrics(make_run(usage=make_usage(10, 12, 0)))
    assert metrics.generated_tokens is None
    assert metrics.prediction_share is None
    assert metrics.accepted_tokens == 12


@pytest.mark.parametrize(
    ("accepted", "rejected", "state"),
    [
        (1, 0, PredictionState.USED),
        (0, 1, PredictionState.USED),
        (1, None, PredictionState.USED),
        (None, 1, PredictionState.USED),
        (0, 0, PredictionState.REPORTED_ZERO),
        (0, None, PredictionState.NOT_REPORTED),
        (None, 0, PredictionState.NOT_REPORTED),
        (None, None, PredictionState.NOT_REPORTED),
    ],
)
def test_the_state_follows_the_counts(
    accepted: int | None, rejected: int | None, state: PredictionState
) -> None:
    run = make_run(usage=make_usage(10, accepted, rejected))
    assert compute_metrics(run).prediction_state is state
    off = replace(run, settings=replace(SETTINGS, prediction=None))
    assert compute_metrics(off).prediction_state is PredictionState.OFF


def test_an_empty_prediction_counts_as_sent() -> None:
    run = make_run(settings=replace(SETTINGS, prediction=""))
    assert compute_metrics(run).prediction_state is PredictionState.NOT_REPORTED


@pytest.mark.parametrize(
    ("category", "state"),
    [
        (ErrorCategory.PREDICTION_REFUSED, PredictionState.REFUSED),
        (ErrorCategory.SERVER, PredictionState.NOT_REPORTED),
    ],
)
def test_a_refusal_is_a_state_of_its_own(category: ErrorCategory, state: PredictionState) -> None:
    error = ErrorReport(category=category, message="", next_step="")
    run = make_run(outcome=Outcome.FAILED, text="", error=error)
    assert compute_metrics(run).prediction_state is state


OFF = replace(SETTINGS, prediction=None, prediction_source=PredictionSource.OWN)


def make_other(run_id: str, minute: int, **changes: Any) -> RunResult:
    defaults: dict[str, Any] = {
        "settings": OFF,
        "run_id": run_id,
        "started_at": START + timedelta(minutes=minute),
    }
    return make_run(**{**defaults, **changes})


def test_the_counterpart_is_the_latest() -> None:
    others = [make_other("a", 1), make_other("c", 3), make_other("b", 2)]
    found = find_counterpart(make_run(), others)
    assert found is not None
    assert found.run_id == "c"
    assert find_counterpart(others[0], [make_run()]) == make_run()
    assert find_counterpart(make_run(), []) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"outcome": Outcome.STOPPED},
        {"outcome": Outcome.TRUNCATED},
        {"outcome": Outcome.FAILED},
        {"settings": SETTINGS},
        {"settings": replace(OFF, provider="openai")},
        {"settings": replace(OFF, model="other")},
        {"settings": replace(OFF, source="other")},
        {"settings": replace(OFF, instructions="other")},
        {"settings": replace(OFF, system_message="other")},
        {"settings": replace(OFF, seed=1)},
        {"settings": replace(OFF, temperature=0.0)},
        {"settings": replace(OFF, max_tokens=1)},
    ],
    ids=str,
)
def test_a_run_that_differs_otherwise_is_no_counterpart(changes: dict[str, Any]) -> None:
    assert find_counterpart(make_run(), [make_other("x", 1, **changes)]) is None
