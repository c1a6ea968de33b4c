"""Verdicts on trials whose truth is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lib.analysis.experiment import ArmResult, analyse_experiment
from lib.analysis.paired import Comparison, compare, make_pairs
from lib.analysis.verdict import Verdict, decide
from lib.domain import PlannedTrial
from tests.support.trials import count_tokens, make_plan, make_trials, simulate


def judge(ratio: float, *, noise: float = 0.05, seed: int = 1, repetitions: int = 6) -> ArmResult:
    plan = make_plan(num_cases=4, repetitions=repetitions)
    return analyse_experiment(plan, simulate(plan, ratio, noise=noise, seed=seed)).arms[0]


@pytest.mark.parametrize(
    ("ratio", "expected"),
    [
        (0.4, Verdict.PAYS_OFF),
        (0.8, Verdict.PAYS_OFF),
        (0.99, Verdict.NO_GAIN),
        (1.0, Verdict.NO_GAIN),
        (1.02, Verdict.NO_GAIN),
        (1.3, Verdict.SLOWER),
        (3.0, Verdict.SLOWER),
    ],
)
@pytest.mark.parametrize("seed", range(5))
def test_the_truth_is_found(ratio: float, expected: Verdict, seed: int) -> None:
    assert judge(ratio, seed=seed).judgement.verdict is expected


def test_too_few_pairs_are_never_judged() -> None:
    plan = make_plan(num_cases=1, repetitions=5)
    result = analyse_experiment(plan, simulate(plan, 0.1, noise=0.01))
    judgement = result.arms[0].judgement
    assert judgement.verdict is Verdict.NOT_ENOUGH
    assert "5 pairs" in judgement.reason
    assert "1 more pair of which both runs complete" in judgement.change


def test_a_wide_interval_is_not_called_no_gain() -> None:
    judgement = judge(0.95, noise=0.6, repetitions=2).judgement
    assert judgement.verdict is Verdict.NOT_ENOUGH
    assert "leaves a gain" in judgement.reason


@pytest.mark.parametrize("truth", [1.0, 0.7])
def test_1000_experiments_keep_the_level(truth: float) -> None:
    """From trials to verdict: intervals cover the truth, and equal arms rarely get a winner."""
    plan = make_plan(num_cases=3, repetitions=4)
    covered = winners = 0
    for seed in range(1_000):
        pairs = make_pairs(simulate(plan, truth, noise=0.2, seed=seed), "off", "on")
        comparisons = {name: compare(pairs, name, "off", "on") for name in ("latency", "cost")}
        latency = comparisons["latency"]
        assert latency.ratio_ci_low is not None
        assert latency.ratio_ci_high is not None
        covered += latency.ratio_ci_low <= truth <= latency.ratio_ci_high
        verdict = decide(comparisons, pairs).verdict
        winners += verdict in (Verdict.PAYS_OFF, Verdict.FASTER_BUT_DEARER, Verdict.SLOWER)
    assert 930 <= covered <= 970
    assert winners <= 50 if truth == 1.0 else winners > 900


@pytest.mark.parametrize("noise", [0.15, 0.3])
def test_the_pairs_asked_for_settle_it(noise: float) -> None:
    """Most experiments of the size that an undecided one asks for have a verdict."""
    settled = total = 0
    for seed in range(40):
        few = judge(1.0, noise=noise, seed=seed, repetitions=3).judgement
        if few.verdict is Verdict.NOT_ENOUGH:
            assert few.pairs_needed is not None
            again = judge(1.0, noise=noise, seed=seed + 1, repetitions=few.pairs_needed // 4 + 1)
            settled += again.judgement.verdict is not Verdict.NOT_ENOUGH
            total += 1
    assert total >= 5
    assert settled >= 0.7 * total


@pytest.mark.parametrize(
    ("low", "ratio", "high", "expected", "words"),
    [
        (0.94, 1.0, 1.06, Verdict.NO_GAIN, "rules out a gain of 10% or more"),
        (0.91, 1.1, 1.33, Verdict.NO_GAIN, "rules out a gain of 10% or more"),
        (0.96, 0.97, 0.98, Verdict.NO_GAIN, "less than 5% is not worth"),
        (0.89, 1.0, 1.12, Verdict.NOT_ENOUGH, "leaves a gain of 10% or more open"),
        (0.80, 0.92, 1.06, Verdict.NOT_ENOUGH, "leaves a gain of 10% or more open"),
        (0.86, 0.92, 0.98, Verdict.PAYS_OFF, "1.09 times as fast"),
    ],
)
def test_no_gain_is_said_when_one_is_ruled_out(
    low: float, ratio: float, high: float, expected: Verdict, words: str
) -> None:
    is_certain = not low <= 1 <= high
    row = replace(
        make_comparison("latency", ratio),
        ratio_ci_low=low,
        ratio_ci_high=high,
        p_value=0.01 if is_certain else 0.4,
    )
    judgement = decide({"latency": row, "cost": make_comparison("cost", None)}, [])
    assert judgement.verdict is expected
    assert words in judgement.reason
    assert (judgement.pairs_needed is not None) == (expected is Verdict.NOT_ENOUGH)


def make_comparison(metric: str, ratio: float | None, width: float = 0.02) -> Comparison:
    return Comparison(
        arm="on",
        baseline="off",
        metric=metric,
        n_pairs=20,
        baseline_median=1.0,
        median=ratio,
        ratio=ratio,
        ratio_ci_low=None if ratio is None else ratio - width,
        ratio_ci_high=None if ratio is None else ratio + width,
        p_value=0.001,
    )


@pytest.mark.parametrize(
    ("latency", "cost", "expected"),
    [
        (0.5, None, Verdict.PAYS_OFF),
        (0.5, 1.0, Verdict.PAYS_OFF),
        (0.5, 0.8, Verdict.PAYS_OFF),
        (0.5, 1.04, Verdict.PAYS_OFF),
        (0.5, 1.4, Verdict.FASTER_BUT_DEARER),
        (1.0, 0.5, Verdict.NO_GAIN),
        (1.5, 0.5, Verdict.SLOWER),
    ],
)
def test_time_decides_first_and_money_second(
    latency: float, cost: float | None, expected: Verdict
) -> None:
    comparisons = {
        "latency": make_comparison("latency", latency),
        "cost": make_comparison("cost", cost),
    }
    judgement = decide(comparisons, [])
    assert judgement.verdict is expected
    if latency < 1:
        assert ("not known" in judgement.reason) == (cost is None)


def test_interval_and_paired_test_must_agree() -> None:
    row = replace(make_comparison("latency", 0.8), p_value=0.2)
    assert decide({"latency": row, "cost": row}, []).verdict is not Verdict.PAYS_OFF


def test_the_reason_tells_what_was_billed_on_top() -> None:
    plan = make_plan(num_cases=2, repetitions=5)

    def measure(planned: PlannedTrial) -> dict[str, object]:
        if planned.arm == "off":
            return {"latency_s": 1.0, "usage": count_tokens(100)}
        return {
            "latency_s": 0.5 + planned.position / 1000,
            "usage": count_tokens(100, accepted=60, rejected=25),
        }

    result = analyse_experiment(plan, make_trials(plan, measure))
    assert "it billed 25% more output tokens" in result.arms[0].judgement.reason


def test_the_reason_speaks_of_speed_or_of_time() -> None:
    assert "times as fast (95 % interval" in judge(0.5).judgement.reason
    assert "times as long (95 % interval" in judge(1.5).judgement.reason
