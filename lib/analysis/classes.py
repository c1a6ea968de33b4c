"""For which kinds of cases a prediction helps: by kind, by length, by share of the text edited.

Invariant: a class gets a verdict only from pairs of its own, and never from fewer than any other
comparison.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from lib.analysis.paired import METRICS, Comparison, Pair, compare
from lib.analysis.similarity import similarity
from lib.analysis.verdict import Verdict, decide
from lib.domain import Case

_LENGTH_BANDS = (
    (100, "under 100 tokens"),
    (400, "100 to 399 tokens"),
    (None, "400 tokens or more"),
)
_EDIT_BANDS = (
    (0.05, "under 5 % edited"),
    (0.20, "5 to 19 % edited"),
    (None, "20 % or more edited"),
)
_GOOD = (Verdict.PAYS_OFF, Verdict.FASTER_BUT_DEARER)


@dataclass(frozen=True, slots=True)
class ClassResult:
    """One class of cases: how the arm did on it."""

    property: str
    """"kind", "length" or "edit share"."""
    name: str
    num_cases: int
    latency: Comparison
    verdict: Verdict


def compare_classes(
    pairs: Sequence[Pair], cases: Mapping[str, Case], baseline: str, arm: str
) -> tuple[ClassResult, ...]:
    """Return the arm's result in every class that has a pair."""
    by_case: dict[str, list[Pair]] = {}
    for pair in pairs:
        by_case.setdefault(pair.case_id, []).append(pair)
    return tuple(
        result
        for name, classify in _CLASSIFIERS.items()
        for result in _compare_by(name, classify, by_case, cases, baseline, arm)
    )


def _compare_by(
    property_name: str,
    classify: Callable[[Case, Sequence[Pair]], str | None],
    by_case: Mapping[str, list[Pair]],
    cases: Mapping[str, Case],
    baseline: str,
    arm: str,
) -> Iterator[ClassResult]:
    members: dict[str, list[str]] = {}
    for case_id, of_case in by_case.items():
        name = classify(cases[case_id], of_case)
        if name is not None:
            members.setdefault(name, []).append(case_id)
    for name in sorted(members):
        of_class = [pair for case_id in members[name] for pair in by_case[case_id]]
        comparisons = {metric: compare(of_class, metric, baseline, arm) for metric in METRICS}
        verdict = decide(comparisons, of_class).verdict
        yield ClassResult(property_name, name, len(members[name]), comparisons["latency"], verdict)


def state_rule(classes: Sequence[ClassResult]) -> str:
    """Return the rule that the data supports: "Use a prediction when ..."."""
    decided = [row for row in classes if row.verdict is not Verdict.NOT_ENOUGH]
    if not decided:
        return "No rule yet: no class of cases has pairs enough to tell."
    good = [row for row in decided if row.verdict in _GOOD]
    bad = [row for row in decided if row.verdict not in _GOOD]
    if not good:
        return "Use no prediction like this one: no class of these cases gained time."
    if not bad:
        return "Use a prediction: every class of these cases that could be judged gained time."
    return f"Use a prediction when the case is of {_name(good)}. It did not help with {_name(bad)}."


def _name(rows: Sequence[ClassResult]) -> str:
    return ", ".join(f"{row.property} “{row.name}”" for row in rows)


def _classify_kind(case: Case, _: Sequence[Pair]) -> str | None:
    return case.kind


def _classify_length(_: Case, pairs: Sequence[Pair]) -> str | None:
    lengths = [
        pair.baseline_metrics.visible_tokens
        for pair in pairs
        if pair.baseline_metrics.visible_tokens is not None
    ]
    return _find_band(median(lengths), _LENGTH_BANDS) if lengths else None


def _classify_edit(case: Case, pairs: Sequence[Pair]) -> str | None:
    target = pairs[0].baseline.result.text if case.reference is None else case.reference
    return _find_band(1 - similarity(case.source, target), _EDIT_BANDS)


def _find_band(value: float, bands: Sequence[tuple[float | None, str]]) -> str:
    return next(name for limit, name in bands if limit is None or value < limit)


_CLASSIFIERS: Mapping[str, Callable[[Case, Sequence[Pair]], str | None]] = {
    "kind": _classify_kind,
    "length": _classify_length,
    "edit share": _classify_edit,
}
