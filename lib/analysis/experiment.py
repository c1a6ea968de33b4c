"""Everything that is known from an experiment's trials.

Invariant: the one place that computes results; the page and the headless command both show what
comes from here, so the same trials give the same numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.analysis.break_even import (
    BreakEven,
    find_break_even_acceptance,
    find_break_even_length,
)
from lib.analysis.classes import ClassResult, compare_classes, state_rule
from lib.analysis.paired import METRICS, Comparison, Pair, compare, make_pairs
from lib.analysis.quality import Agreement, ArmSummary, compare_texts, summarise_arm
from lib.analysis.verdict import Judgement, decide
from lib.domain import Arm, ExperimentPlan, PredictionKind, Trial, find_compared


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmResult:
    """One arm against its baseline."""

    arm: str
    baseline: str
    judgement: Judgement
    comparisons: tuple[Comparison, ...]
    """One a metric, over all cases."""
    by_case: tuple[tuple[str, Comparison], ...]
    """Latency by case id."""
    agreement: Agreement
    classes: tuple[ClassResult, ...]
    rule: str
    pairs: tuple[Pair, ...]

    def find(self, metric: str) -> Comparison:
        """Return the comparison of one metric."""
        return next(row for row in self.comparisons if row.metric == metric)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperimentResult:
    """A whole experiment, finished or as far as it has come."""

    arms: tuple[ArmResult, ...]
    """Every arm that is compared with one, in the plan's order."""
    summaries: tuple[ArmSummary, ...]
    """Every arm, baselines included, in the plan's order."""
    failures: tuple[Trial, ...]
    """Trials that were not measured, warm-ups included, in order of time."""
    break_evens: tuple[BreakEven, ...]
    """Over all arms that send a prediction against a baseline that sends none."""

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """Every metric of every arm."""
        return tuple(row for arm in self.arms for row in arm.comparisons)


def analyse_experiment(plan: ExperimentPlan, trials: Sequence[Trial]) -> ExperimentResult:
    """Return what these trials of `plan` say; any number of them may be missing."""
    ordered = sorted(trials, key=lambda trial: trial.planned.position)
    cases = {case.id: case for case in plan.cases}
    compared = find_compared(plan.arms)
    arms = tuple(_analyse_arm(plan, ordered, arm) for arm in compared)
    predicting = {arm.name for arm in compared if _adds_prediction(arm, plan.find_baseline(arm))}
    pairs = [pair for arm in arms if arm.arm in predicting for pair in arm.pairs]
    return ExperimentResult(
        arms=arms,
        summaries=tuple(summarise_arm(arm.name, ordered, cases) for arm in plan.arms),
        failures=tuple(trial for trial in ordered if not trial.is_measured),
        break_evens=(find_break_even_acceptance(pairs), find_break_even_length(pairs))
        if predicting
        else (),
    )


def _adds_prediction(arm: Arm, baseline: Arm) -> bool:
    """Whether the prediction is what the two differ in, so that its effect can be read off."""
    return (
        arm.prediction is not PredictionKind.NONE
        and baseline.prediction is PredictionKind.NONE
        and (arm.provider, arm.model) == (baseline.provider, baseline.model)
    )


def _analyse_arm(plan: ExperimentPlan, trials: Sequence[Trial], compared: Arm) -> ArmResult:
    arm, baseline = compared.name, plan.find_baseline(compared).name
    cases = {case.id: case for case in plan.cases}
    pairs = make_pairs(trials, baseline, arm)
    comparisons = {metric: compare(pairs, metric, baseline, arm) for metric in METRICS}
    classes = compare_classes(pairs, cases, baseline, arm)
    return ArmResult(
        arm=arm,
        baseline=baseline,
        judgement=decide(comparisons, pairs),
        comparisons=tuple(comparisons.values()),
        by_case=tuple(
            (case_id, compare([p for p in pairs if p.case_id == case_id], "latency", baseline, arm))
            for case_id in cases
        ),
        agreement=compare_texts(pairs),
        classes=classes,
        rule=state_rule(classes),
        pairs=pairs,
    )
