"""What an estimate says it was taken from."""

from __future__ import annotations

import pytest

from lib.domain import TokenUsage
from lib.experiments.estimate import estimate_plan
from lib.experiments.order import plan_trials
from tests.support.trials import make_plan, make_trial


@pytest.mark.parametrize(
    ("num_earlier", "expected"),
    [
        (0, "no run of these models was measured yet"),
        (1, "from 1 earlier run of these models"),
        (2, "from 2 earlier runs of these models"),
    ],
)
def test_an_estimate_says_from_how_many_runs(num_earlier: int, expected: str) -> None:
    plan, usage = make_plan(), TokenUsage(prompt_tokens=9, completion_tokens=6)
    trials = [make_trial(plan, planned, usage=usage) for planned in plan_trials(plan)[:num_earlier]]
    estimate = estimate_plan(plan, [trial.result for trial in trials])
    assert estimate.basis == expected
    assert (estimate.seconds is None) == (num_earlier == 0)
    assert estimate.num_runs == 12
