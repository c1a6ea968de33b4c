"""Whether the same request gets the same answer.

Invariant: nothing is normalised and nothing is claimed beyond the runs that were seen. The first
run of a group of requests is as good as any other; order matters to the fingerprints only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from lib.analysis.pricing import measure_trial
from lib.analysis.proportion import estimate_share
from lib.analysis.quantities import format_count
from lib.analysis.similarity import Divergence, first_divergence, group_identical, similarity
from lib.domain import Arm, ExperimentPlan, Trial


@dataclass(frozen=True, slots=True, kw_only=True)
class Repetitions:
    """One arm on one text, asked again and again."""

    arm: Arm
    case_id: str
    trials: tuple[Trial, ...]
    """Whole answers, in order of time."""
    n_failed: int
    groups: tuple[tuple[int, ...], ...]
    """Indices into `trials` of identical answers, the largest group first."""
    agreement_rate: float | None
    """Share of the answers that are in the largest group, 0 when no two are identical; `None`
    below two answers."""
    agreement_low: float | None
    agreement_high: float | None
    """Wilson's 95 % interval."""
    divergence: Divergence | None
    """Between the two largest groups; `None` when all agree."""
    fingerprints: tuple[str | None, ...]
    """By trial; `None`: not reported."""
    fingerprint_changes: tuple[int, ...]
    """Indices of trials whose fingerprint differs from that of the trial before."""
    median_tokens: float | None
    """Visible tokens of an answer."""
    sentence: str

    def find_group(self, index: int) -> int:
        """Return the number of the group of a trial, 0 for the largest."""
        return next(number for number, group in enumerate(self.groups) if index in group)


def find_repetitions(plan: ExperimentPlan, trials: Sequence[Trial]) -> tuple[Repetitions, ...]:
    """Return every arm on every text of which there is a trial, warm-ups left out."""
    ordered = sorted(trials, key=lambda trial: trial.planned.position)
    return tuple(
        _summarise(arm, case.id, own)
        for case in plan.cases
        for arm in plan.arms
        for own in [
            [
                trial
                for trial in ordered
                if (trial.planned.arm, trial.planned.case_id) == (arm.name, case.id)
                and not trial.planned.is_warmup
            ]
        ]
        if own
    )


def _summarise(arm: Arm, case_id: str, own: Sequence[Trial]) -> Repetitions:
    trials = tuple(trial for trial in own if trial.is_measured)
    texts = [trial.result.text for trial in trials]
    groups = group_identical(texts)
    rate = low = high = None
    if len(trials) >= 2:
        agreeing = len(groups[0]) if len(groups[0]) > 1 else 0
        rate = agreeing / len(trials)
        low, high = estimate_share(agreeing, len(trials))
    fingerprints = tuple(trial.result.system_fingerprint for trial in trials)
    changes = tuple(
        index
        for index, (before, after) in enumerate(pairwise(fingerprints), start=1)
        if before != after
    )
    tokens = [measure_trial(trial).visible_tokens for trial in trials]
    known = [count for count in tokens if count is not None]
    return Repetitions(
        arm=arm,
        case_id=case_id,
        trials=trials,
        n_failed=len(own) - len(trials),
        groups=groups,
        agreement_rate=rate,
        agreement_low=low,
        agreement_high=high,
        divergence=(
            first_divergence(texts[groups[0][0]], texts[groups[1][0]]) if len(groups) > 1 else None
        ),
        fingerprints=fingerprints,
        fingerprint_changes=changes,
        median_tokens=median(known) if known else None,
        sentence=_say(arm, groups, fingerprints, changes, low),
    )


def _say(
    arm: Arm,
    groups: Sequence[tuple[int, ...]],
    fingerprints: Sequence[str | None],
    changes: Sequence[int],
    low: float | None,
) -> str:
    count = len(fingerprints)
    if low is None:
        return f"{format_count(count, 'whole answer')} came; two are needed to compare."
    if len(groups) == 1:
        words = (
            f"All {count} answers are identical. That is what was seen, not a promise: the true"
            f" share may be as low as {low:.0%}."
        )
    elif len(groups) == count:
        words = f"All {count} answers are different."
    else:
        words = (
            f"{len(groups[0])} of {count} answers are identical; there are {len(groups)} different"
            " ones."
        )
    return f"{words} {_say_backend(groups, fingerprints, changes)}{_say_expectation(arm, groups)}"


def _say_backend(
    groups: Sequence[tuple[int, ...]], fingerprints: Sequence[str | None], changes: Sequence[int]
) -> str:
    if not any(fingerprints):
        return "No fingerprint was reported, so a change of the backend would not show."
    if None in fingerprints:
        missing = sum(fingerprint is None for fingerprint in fingerprints)
        return f"{format_count(missing, 'run')} reported no fingerprint."
    if not changes:
        return "The fingerprint was the same in all runs."
    places = ", ".join(str(index + 1) for index in changes[:5])
    words = f"The fingerprint changed at run {places}: the backend is not the same"
    if len(groups) > 1 and _splits_by_fingerprint(groups, fingerprints):
        return f"{words}, and every difference between answers lies between two fingerprints."
    return f"{words}."


def _splits_by_fingerprint(
    groups: Sequence[tuple[int, ...]], fingerprints: Sequence[str | None]
) -> bool:
    """Whether runs of the same fingerprint always said the same."""
    group_by_print: dict[str | None, int] = {}
    for number, group in enumerate(groups):
        for index in group:
            if group_by_print.setdefault(fingerprints[index], number) != number:
                return False
    return True


def _say_expectation(arm: Arm, groups: Sequence[tuple[int, ...]]) -> str:
    if len(groups) == 1 or arm.temperature == 0:
        return ""
    if arm.seed is None:
        return " Without a seed, and above temperature 0, differences are to be expected."
    return " Different seeds are meant to give different answers." if arm.varies_seed else ""


def compare_all(repetitions: Repetitions) -> tuple[tuple[float, ...], ...]:
    """Return the similarity of every answer to every other, 0 to 1, in order of time."""
    texts = [repetitions.trials[group[0]].result.text for group in repetitions.groups]
    of_groups = [[similarity(one, other) for other in texts] for one in texts]
    number = [repetitions.find_group(index) for index in range(len(repetitions.trials))]
    return tuple(tuple(of_groups[one][other] for other in number) for one in number)


def trace_agreement(repetitions: Repetitions) -> tuple[tuple[int, float], ...]:
    """Return (characters, share): of how many pairs of runs the first so many characters agree.

    The share falls only where a pair parts; the last point is the longest answer.
    """
    texts = [trial.result.text for trial in repetitions.trials]
    parts: list[int] = []
    for one in range(len(texts)):
        for other in range(one + 1, len(texts)):
            place = first_divergence(texts[one], texts[other])
            if place is not None:
                parts.append(place.offset)
    num_pairs = len(texts) * (len(texts) - 1) // 2
    if not num_pairs:
        return ()
    points = [(0, 1.0)]
    for number, offset in enumerate(sorted(parts), start=1):
        points.append((offset, 1 - number / num_pairs))
    return (*points, (max(map(len, texts)), points[-1][1]))
