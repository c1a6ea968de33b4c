from __future__ import annotations

from dataclasses import replace

import pytest

from lib.analysis.paired import make_pairs
from lib.analysis.quality import compare_texts, summarise_arm
from lib.domain import Outcome, PlannedTrial
from tests.support.trials import count_tokens, make_plan, make_trials


def test_pairs_that_said_the_same_are_counted() -> None:
    plan = make_plan(num_cases=1, repetitions=4)

    def measure(planned: PlannedTrial) -> dict[str, object]:
        differs = planned.arm == "on" and planned.repetition == 0
        return {"text": "a b c d" if not differs else "a b c e"}

    agreement = compare_texts(make_pairs(make_trials(plan, measure), "off", "on"))
    assert (agreement.n_pairs, agreement.same_texts) == (4, 3)
    assert agreement.mean_similarity == pytest.approx((3 + 6 / 7) / 4)


def test_without_pairs_nothing_is_said() -> None:
    agreement = compare_texts(())
    assert (agreement.n_pairs, agreement.same_texts, agreement.mean_similarity) == (0, 0, None)


def test_an_arm_is_summed_up_over_its_counted_trials() -> None:
    plan = make_plan(num_cases=2, repetitions=2, warmup=1)
    cases = {
        case.id: replace(case, reference=case.source if case.id == "case-0" else None)
        for case in plan.cases
    }

    def measure(planned: PlannedTrial) -> dict[str, object]:
        usage = count_tokens(100 + planned.repetition, accepted=30, rejected=10)
        return {"usage": replace(usage, cached_tokens=7), "text": cases[planned.case_id].source}

    trials = make_trials(plan, measure)
    first = next(t for t in trials if t.planned.arm == "on" and not t.planned.is_warmup)
    broken = replace(first, result=replace(first.result, outcome=Outcome.FAILED), waits_s=(1.0,))
    changed = [broken if trial is first else trial for trial in trials]
    summary = summarise_arm("on", changed, cases)
    assert (summary.n_trials, summary.n_measured, summary.n_failed) == (4, 3, 1)
    assert summary.n_waited == 1
    assert summary.cached_tokens == 21
    assert summary.acceptance_rate == pytest.approx(0.75)
    assert summary.reference_similarity == 1.0


def test_what_was_not_reported_is_not_zero() -> None:
    plan = make_plan(num_cases=1, repetitions=1)
    trials = make_trials(plan, lambda _: {})
    summary = summarise_arm("on", trials, {case.id: case for case in plan.cases})
    assert summary.cached_tokens is None
    assert summary.acceptance_rate is None
    assert summary.median_visible_tokens is None
    assert summary.reference_similarity is None
