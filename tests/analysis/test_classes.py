from __future__ import annotations

from dataclasses import replace

from lib.analysis.experiment import ArmResult, analyse_experiment
from lib.analysis.verdict import Verdict
from lib.domain import ExperimentPlan, PlannedTrial
from tests.support.trials import count_tokens, make_plan, make_trials


def make_mixed_plan() -> ExperimentPlan:
    plan = make_plan(num_cases=4, repetitions=8)
    kinds = ("python", "python", "prose", "prose")
    cases = tuple(replace(case, kind=kind) for case, kind in zip(plan.cases, kinds, strict=True))
    return replace(plan, cases=cases)


def analyse(plan: ExperimentPlan, helps: str) -> ArmResult:
    """The arm helps with code only; code has 500 tokens, prose 50."""
    kinds = {case.id: case.kind for case in plan.cases}

    def measure(planned: PlannedTrial) -> dict[str, object]:
        is_code = kinds[planned.case_id] == "python"
        is_helped = planned.arm == "on" and helps in ("all", kinds[planned.case_id])
        latency = (0.5 if is_helped else 1.0) + (planned.position * 7 % 11) / 1000
        return {"latency_s": latency, "usage": count_tokens(500 if is_code else 50)}

    return analyse_experiment(plan, make_trials(plan, measure)).arms[0]


def test_each_class_has_a_verdict_of_its_own() -> None:
    rows = {(row.property, row.name): row for row in analyse(make_mixed_plan(), "python").classes}
    assert rows["kind", "python"].verdict is Verdict.PAYS_OFF
    assert rows["kind", "prose"].verdict is Verdict.NO_GAIN
    assert rows["length", "400 tokens or more"].verdict is Verdict.PAYS_OFF
    assert rows["length", "under 100 tokens"].verdict is Verdict.NO_GAIN
    assert rows["kind", "python"].num_cases == 2
    assert rows["kind", "python"].latency.n_pairs == 16


def test_the_rule_names_where_it_helped_and_where_not() -> None:
    rule = analyse(make_mixed_plan(), "python").rule
    good, bad = rule.split("It did not help")
    assert "Use a prediction when" in good
    assert "python" in good
    assert "prose" in bad


def test_the_rule_claims_no_more_than_was_seen() -> None:
    assert "every class" in analyse(make_mixed_plan(), "all").rule
    assert "no class of these cases gained" in analyse(make_mixed_plan(), "none").rule
    few = replace(make_mixed_plan(), repetitions=1)
    assert "No rule yet" in analyse(few, "all").rule


def test_the_share_of_edits_is_taken_from_the_reference() -> None:
    plan = make_plan(num_cases=2, repetitions=8)
    source = "one two three four five six seven eight nine ten " * 4
    cases = (
        replace(plan.cases[0], source=source, reference=source),
        replace(plan.cases[1], source=source, reference="something else entirely"),
    )
    classes = analyse(replace(plan, cases=cases), "all").classes
    assert {row.name for row in classes if row.property == "edit share"} == {
        "under 5 % edited",
        "20 % or more edited",
    }
