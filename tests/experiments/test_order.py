from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from lib.analysis.paired import compare, make_pairs
from lib.domain import Arm, ExperimentPlan, PlannedTrial, Trial
from lib.experiments.order import plan_trials
from tests.support.trials import make_plan, make_trial


def test_every_trial_stands_in_the_order_once() -> None:
    plan = make_plan(num_cases=3, repetitions=4, warmup=2)
    trials = plan_trials(plan)
    assert len(trials) == plan.num_trials == 3 * 2 * 6
    assert [trial.position for trial in trials] == list(range(36))
    places = Counter((t.case_id, t.arm, t.repetition, t.is_warmup) for t in trials)
    assert set(places.values()) == {1}


def test_warm_ups_come_first() -> None:
    trials = plan_trials(make_plan(num_cases=3, repetitions=4, warmup=2))
    assert [trial.is_warmup for trial in trials] == [True] * 12 + [False] * 24


def test_the_arms_of_a_case_follow_one_another() -> None:
    trials = plan_trials(make_plan(num_cases=3, repetitions=4))
    for first, second in zip(trials[::2], trials[1::2], strict=True):
        assert (first.case_id, first.repetition) == (second.case_id, second.repetition)
        assert first.arm != second.arm


@pytest.mark.parametrize("num_cases", [1, 4, 5])
@pytest.mark.parametrize("repetitions", [1, 4, 5])
@pytest.mark.parametrize("num_arms", [2, 3])
def test_each_arm_goes_first_equally_often(num_cases: int, repetitions: int, num_arms: int) -> None:
    arms = tuple(Arm(name=f"arm-{n}", provider="local", model="m") for n in range(num_arms))
    trials = plan_trials(make_plan(num_cases, repetitions=repetitions, arms=arms))
    firsts = Counter({arm.name: 0 for arm in arms})
    firsts.update(trial.arm for trial in trials[::num_arms])
    assert max(firsts.values()) - min(firsts.values()) <= 1


def test_the_seed_decides_the_order() -> None:
    plan = make_plan(num_cases=5, repetitions=5)
    assert plan_trials(plan) == plan_trials(plan)
    orders = {plan_trials(replace(plan, order_seed=seed)) for seed in range(20)}
    assert len(orders) == 20


def order_in_blocks(plan: ExperimentPlan) -> tuple[PlannedTrial, ...]:
    """What most people do: first everything without, then everything with."""
    trials = sorted(plan_trials(plan), key=lambda t: (t.arm == "on", t.repetition, t.case_id))
    return tuple(replace(trial, position=position) for position, trial in enumerate(trials))


def answer_from_cache(plan: ExperimentPlan, order: tuple[PlannedTrial, ...]) -> list[Trial]:
    """A provider whose second answer to a prompt is faster, whatever the prediction."""
    dice = np.random.default_rng(1)
    seen: set[str] = set()
    trials = []
    for planned in order:
        latency_s = (0.6 if planned.case_id in seen else 1.0) * float(np.exp(dice.normal(0, 0.02)))
        seen.add(planned.case_id)
        trials.append(make_trial(plan, planned, latency_s))
    return trials


def test_a_prompt_cache_fools_blocks_but_not_this_order() -> None:
    """Both arms are equally fast in truth."""
    plan = make_plan(num_cases=12, repetitions=1)
    blocks = answer_from_cache(plan, order_in_blocks(plan))
    fooled = compare(make_pairs(blocks, "off", "on"), "latency", "off", "on")
    assert fooled.ratio_ci_high is not None
    assert fooled.ratio_ci_high < 0.7
    ours = answer_from_cache(plan, plan_trials(plan))
    fair = compare(make_pairs(ours, "off", "on"), "latency", "off", "on")
    assert fair.ratio == pytest.approx(1.0, abs=0.02)
    assert fair.ratio_ci_low is not None
    assert fair.ratio_ci_high is not None
    assert fair.ratio_ci_low < 1 < fair.ratio_ci_high


def test_a_warm_up_round_takes_the_cache_out_of_the_comparison() -> None:
    plan = make_plan(num_cases=6, repetitions=2, warmup=1)
    trials = answer_from_cache(plan, plan_trials(plan))
    row = compare(make_pairs(trials, "off", "on"), "latency", "off", "on")
    assert row.ratio_ci_low is not None
    assert row.ratio_ci_high is not None
    assert 0.95 < row.ratio_ci_low < row.ratio_ci_high < 1.05
