from __future__ import annotations

from dataclasses import replace

import pytest

from lib.analysis.paired import MIN_PAIRS, compare, make_pairs
from lib.domain import Outcome, PlannedTrial
from tests.support.trials import make_plan, make_trials, simulate


def test_pairs_are_of_one_case_and_one_repetition() -> None:
    plan = make_plan(repetitions=3, warmup=1)
    trials = make_trials(plan, lambda planned: {"latency_s": 1.0 + planned.position})
    pairs = make_pairs(trials, "off", "on")
    assert len(pairs) == 6
    for pair in pairs:
        places = {
            (trial.planned.case_id, trial.planned.repetition, trial.planned.is_warmup)
            for trial in (pair.baseline, pair.other)
        }
        assert places == {(pair.case_id, pair.repetition, False)}
        assert (pair.baseline.planned.arm, pair.other.planned.arm) == ("off", "on")


def test_a_pair_with_a_failed_half_does_not_count() -> None:
    plan = make_plan(repetitions=3)
    trials = make_trials(plan, lambda _: {})
    broken = replace(trials[0], result=replace(trials[0].result, outcome=Outcome.FAILED))
    assert len(make_pairs([broken, *trials[1:]], "off", "on")) == 5


def test_an_answer_that_reached_the_limit_of_tokens_counts_and_a_cut_one_does_not() -> None:
    plan = make_plan(num_cases=1, repetitions=2)

    def measure(planned: PlannedTrial) -> dict[str, object]:
        reason = "length" if planned.repetition == 0 else None
        return {"outcome": Outcome.TRUNCATED, "finish_reason": reason}

    pairs = make_pairs(make_trials(plan, measure), "off", "on")
    assert [pair.repetition for pair in pairs] == [0]


def test_fewer_pairs_than_the_least_give_no_number() -> None:
    plan = make_plan(num_cases=1, repetitions=MIN_PAIRS - 1)
    pairs = make_pairs(simulate(plan, 0.5), "off", "on")
    row = compare(pairs, "latency", "off", "on")
    assert row.n_pairs == MIN_PAIRS - 1
    assert row.ratio is row.ratio_ci_low is row.median is row.p_value is None


def test_the_ratio_is_the_geometric_mean_of_paired_ratios() -> None:
    plan = make_plan(num_cases=2, repetitions=3)
    latencies = {"off": 2.0, "on": 1.0}

    def measure(planned: PlannedTrial) -> dict[str, object]:
        slow = 10.0 if planned.case_id == "case-1" else 1.0
        halved = 2.0 if planned.case_id == "case-1" and planned.arm == "on" else 1.0
        return {"latency_s": latencies[planned.arm] * slow * halved}

    pairs = make_pairs(make_trials(plan, measure), "off", "on")
    row = compare(pairs, "latency", "off", "on")
    # 0.5 in one case and 1.0 in the other, whatever their lengths.
    assert row.ratio == pytest.approx((0.5 * 1.0) ** 0.5)
    assert row.baseline_median == pytest.approx((2.0 + 20.0) / 2)


def test_swapping_the_arms_inverts_the_ratio() -> None:
    plan = make_plan(repetitions=5)
    trials = simulate(plan, 0.7)
    there = compare(make_pairs(trials, "off", "on"), "latency", "off", "on")
    back = compare(make_pairs(trials, "on", "off"), "latency", "on", "off")
    assert there.ratio is not None
    assert back.ratio is not None
    assert there.ratio == pytest.approx(1 / back.ratio)


def test_what_was_not_reported_is_not_compared() -> None:
    plan = make_plan(repetitions=5)
    pairs = make_pairs(simulate(plan, 0.7), "off", "on")
    assert compare(pairs, "cost", "off", "on").n_pairs == 0
    assert compare(pairs, "output_tokens_per_s", "off", "on").n_pairs == 0
    assert compare(pairs, "ttft", "off", "on").n_pairs == 10
