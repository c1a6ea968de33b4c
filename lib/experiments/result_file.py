"""The result of an experiment as plain values, for `result.json`.

Invariant: every number comes from `analyse_experiment`; a number that is not known is null.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

from lib.analysis.experiment import ArmResult, ExperimentResult, analyse_experiment
from lib.analysis.paired import Comparison
from lib.analysis.reproducibility import Repetitions, find_repetitions
from lib.domain import ExperimentPlan, Trial, find_compared
from lib.experiments.conditions import Finding, judge, parse_condition
from lib.experiments.plan_file import write_plan
from lib.running.versions import VERSIONS

_ROW_FIELDS = tuple(field.name for field in fields(Comparison) if field.name != "ratios")


def judge_conditions(plan: ExperimentPlan, result: ExperimentResult) -> tuple[Finding, ...]:
    """Return every pass condition of the plan with the number that decides it."""
    names = [arm.name for arm in find_compared(plan.arms)]
    return tuple(
        judge(parse_condition(text, names), result.comparisons, len(result.failures))
        for text in plan.conditions
    )


def make_result(
    plan: ExperimentPlan, trials: Sequence[Trial], *, is_complete: bool, ending: str
) -> dict[str, Any]:
    """Return the content of `result.json`; `ending` says how the experiment ended, in words."""
    result = analyse_experiment(plan, trials)
    return {
        "name": plan.name,
        "is_complete": is_complete,
        "ending": ending,
        "comparisons": [row for arm in result.arms for row in _make_rows(arm)],
        "verdicts": [_describe_arm(arm) for arm in result.arms],
        "arms": [asdict(summary) for summary in result.summaries],
        "break_evens": [asdict(each) for each in result.break_evens],
        "repetitions": [_describe_repetitions(each) for each in find_repetitions(plan, trials)],
        "conditions": [asdict(finding) for finding in judge_conditions(plan, result)],
        "failures": [_describe_failure(trial) for trial in result.failures],
        "environment": describe_environment(trials),
        "plan": write_plan(plan),
    }


def _make_rows(arm: ArmResult) -> list[dict[str, Any]]:
    return [
        {
            **{name: getattr(row, name) for name in _ROW_FIELDS},
            "verdict": arm.judgement.verdict.value,
        }
        for row in arm.comparisons
    ]


def _describe_arm(arm: ArmResult) -> dict[str, Any]:
    return {
        "arm": arm.arm,
        "baseline": arm.baseline,
        "verdict": arm.judgement.verdict.value,
        "reason": arm.judgement.reason,
        "change": arm.judgement.change,
        "pairs_needed": arm.judgement.pairs_needed,
        "rule": arm.rule,
        "agreement": asdict(arm.agreement),
        "by_case": [
            {
                "case": case_id,
                **{
                    name: getattr(row, name)
                    for name in ("n_pairs", "ratio", "ratio_ci_low", "ratio_ci_high")
                },
            }
            for case_id, row in arm.by_case
        ],
    }


def _describe_repetitions(each: Repetitions) -> dict[str, Any]:
    return {
        "arm": each.arm.name,
        "case": each.case_id,
        "n_answers": len(each.trials),
        "groups": [list(group) for group in each.groups],
        **{
            name: getattr(each, name)
            for name in ("agreement_rate", "agreement_low", "agreement_high", "median_tokens")
        },
        "fingerprints": list(each.fingerprints),
        "fingerprint_changes": list(each.fingerprint_changes),
        "sentence": each.sentence,
    }


def _describe_failure(trial: Trial) -> dict[str, Any]:
    error = trial.result.error
    return {
        "position": trial.planned.position,
        "case": trial.planned.case_id,
        "arm": trial.planned.arm,
        "repetition": trial.planned.repetition,
        "is_warmup": trial.planned.is_warmup,
        "outcome": trial.result.outcome.value,
        "category": None if error is None else error.category.value,
        "message": None if error is None else error.message,
        "status_code": None if error is None else error.status_code,
    }


def describe_environment(trials: Sequence[Trial]) -> dict[str, Any]:
    """Return what the numbers depend on: the machine, the versions, what answered."""
    results = [trial.result for trial in trials]
    return {
        "machine": platform.machine(),
        "system": platform.system(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "versions": dict(VERSIONS),
        "served_models": sorted({run.served_model for run in results if run.served_model}),
        "system_fingerprints": sorted(
            {run.system_fingerprint for run in results if run.system_fingerprint}
        ),
        "first_run_at": min((run.started_at.isoformat() for run in results), default=None),
        "last_run_at": max((run.started_at.isoformat() for run in results), default=None),
    }
