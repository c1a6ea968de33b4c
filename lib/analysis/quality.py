"""Whether two arms said the same, and how near each came to a reference.

Invariant: texts are compared as they came; nothing is normalised.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from lib.analysis.paired import Pair
from lib.analysis.pricing import measure_trial
from lib.analysis.similarity import similarity
from lib.domain import Case, Trial


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far the texts of an arm agree with the baseline's, over the pairs."""

    n_pairs: int
    same_texts: int
    """Pairs whose two texts are identical in every character."""
    mean_similarity: float | None
    """0 to 1; `None` without pairs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmSummary:
    """One arm by itself, over its counted trials."""

    arm: str
    n_trials: int
    n_measured: int
    n_failed: int
    """Everything that was not measured: failed, cut, or stopped."""
    n_waited: int
    """Trials that a rate limit made wait."""
    cached_tokens: int | None
    """Prompt tokens from the provider's cache, in all; `None`: not reported."""
    acceptance_rate: float | None
    """Accepted / (accepted + rejected) over all trials; `None`: not reported or undefined."""
    median_visible_tokens: float | None
    reference_similarity: float | None
    """Mean similarity to the references; `None` where there are none."""


def compare_texts(pairs: Sequence[Pair]) -> Agreement:
    """Return how often and how much both arms said the same."""
    memory: dict[tuple[str, str], float] = {}
    values = []
    for pair in pairs:
        texts = (pair.baseline.result.text, pair.other.result.text)
        if texts not in memory:
            memory[texts] = similarity(*texts)
        values.append(memory[texts])
    same = sum(pair.baseline.result.text == pair.other.result.text for pair in pairs)
    return Agreement(
        n_pairs=len(pairs), same_texts=same, mean_similarity=fmean(values) if values else None
    )


def summarise_arm(arm: str, trials: Sequence[Trial], cases: Mapping[str, Case]) -> ArmSummary:
    """Return what an arm did in its counted trials."""
    own = [trial for trial in trials if trial.planned.arm == arm and not trial.planned.is_warmup]
    measured = [trial for trial in own if trial.is_measured]
    usages = [trial.result.usage for trial in measured if trial.result.usage is not None]
    cached = [usage.cached_tokens for usage in usages if usage.cached_tokens is not None]
    rows = [measure_trial(trial) for trial in measured]
    visible = [row.visible_tokens for row in rows if row.visible_tokens is not None]
    return ArmSummary(
        arm=arm,
        n_trials=len(own),
        n_measured=len(measured),
        n_failed=len(own) - len(measured),
        n_waited=sum(bool(trial.waits_s) for trial in own),
        cached_tokens=sum(cached) if cached else None,
        acceptance_rate=_pool_acceptance(
            [(row.accepted_tokens, row.rejected_tokens) for row in rows]
        ),
        median_visible_tokens=median(visible) if visible else None,
        reference_similarity=_compare_with_references(measured, cases),
    )


def _pool_acceptance(counts: Sequence[tuple[int | None, int | None]]) -> float | None:
    known = [(yes, no) for yes, no in counts if yes is not None and no is not None]
    accepted, rejected = sum(yes for yes, _ in known), sum(no for _, no in known)
    return accepted / (accepted + rejected) if accepted + rejected else None


def _compare_with_references(trials: Sequence[Trial], cases: Mapping[str, Case]) -> float | None:
    memory: dict[tuple[str, str], float] = {}
    for trial in trials:
        reference = cases[trial.planned.case_id].reference
        if reference is not None:
            texts = (trial.result.text, reference)
            memory.setdefault(texts, similarity(*texts))
    values = [
        memory[trial.result.text, reference]
        for trial in trials
        for reference in [cases[trial.planned.case_id].reference]
        if reference is not None
    ]
    return fmean(values) if values else None
