"""Whether an arm pays off, in one of five answers, with the reason and what would change it.

Invariant: a difference is only named when the interval and the exact paired test agree on it, so
identical arms get a winner in at most 5 of 100 experiments.

"No gain" is a finding too, not the lack of one: the lower end of the interval has to rule out a
gain worth having (an equivalence test against a margin, one-sided, as in Lakens 2017). An interval
that reaches past the margin without leaving 1 is the only case for more runs.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lib.analysis.paired import MIN_PAIRS, Comparison, Pair
from lib.analysis.quantities import format_count, format_seconds

WORTHWHILE = 0.05
"""A difference of less than this share is no gain, however certain it is."""
WORTH_KNOWING = 0.10
"""A gain of this share must be ruled out before "no gain" is said."""
_SIGNIFICANT = 0.05
_SAME_TOKENS = 0.005
_SAME_RATIO = 1.005
_ALLOWANCE = 0.8
_MOST_PAIRS = 10_000


class Verdict(StrEnum):
    """The five answers."""

    PAYS_OFF = "pays off"
    FASTER_BUT_DEARER = "faster but dearer"
    NO_GAIN = "no gain"
    SLOWER = "slower"
    NOT_ENOUGH = "not enough runs"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on one arm, in words."""

    verdict: Verdict
    reason: str
    """One or two sentences with the numbers that decide."""
    change: str
    """What would change the verdict; one sentence."""
    pairs_needed: int | None = None
    """An estimate of the pairs, in all, that would settle it; `None` where it is settled."""


def decide(comparisons: Mapping[str, Comparison], pairs: Sequence[Pair]) -> Judgement:
    """Return the verdict on an arm from its comparisons by metric; time decides, then money."""
    latency = comparisons["latency"]
    if latency.ratio is None:
        return Judgement(
            Verdict.NOT_ENOUGH,
            f"{format_count(latency.n_pairs, 'pair')} of measured runs; at least {MIN_PAIRS} are"
            " needed to tell a difference from chance.",
            f"At least {format_count(MIN_PAIRS - latency.n_pairs, 'more pair')}"
            " of which both runs complete.",
            MIN_PAIRS,
        )
    if is_certain(latency) and latency.ratio <= 1 - WORTHWHILE:
        return _judge_faster(latency, comparisons["cost"], pairs)
    if is_certain(latency) and latency.ratio >= 1 + WORTHWHILE:
        return Judgement(
            Verdict.SLOWER,
            f"{_say(latency)}.{_explain_rejections(pairs)}",
            "A prediction that matches more of the answer.",
        )
    if latency.ratio_ci_low is None or latency.ratio_ci_low <= 1 - WORTH_KNOWING:
        pairs_needed = _estimate_pairs(latency)
        return Judgement(
            Verdict.NOT_ENOUGH,
            f"{_say(latency)}: that leaves a gain of {WORTH_KNOWING:.0%} or more open,"
            " but does not show one.",
            f"About {pairs_needed:,} pairs in all, or a quieter machine or network.",
            pairs_needed,
        )
    return Judgement(
        Verdict.NO_GAIN,
        f"{_say(latency)}. {_say_what_is_ruled_out(latency)}{_explain_rejections(pairs)}",
        "A prediction that matches more of the answer, or longer answers.",
    )


def is_certain(comparison: Comparison) -> bool:
    """Whether interval and paired test agree that the arms differ."""
    low, high, p_value = comparison.ratio_ci_low, comparison.ratio_ci_high, comparison.p_value
    if low is None or high is None or p_value is None:
        return False
    return p_value < _SIGNIFICANT and not low <= 1 <= high


def _judge_faster(latency: Comparison, cost: Comparison, pairs: Sequence[Pair]) -> Judgement:
    speed = _say(latency)
    if cost.ratio is None:
        extra = _count_extra_tokens(pairs)
        billed = "" if extra is None else f"; it billed {_say_share(extra)} output tokens"
        return Judgement(
            Verdict.PAYS_OFF,
            f"{speed}. What it costs is not known{billed}.",
            "A prediction that fits less, or a price for its rejected tokens.",
        )
    if cost.ratio > 1 + WORTHWHILE and is_certain(cost):
        return Judgement(
            Verdict.FASTER_BUT_DEARER,
            f"{speed}, but cost {cost.ratio:.2f} times as much.{_explain_rejections(pairs)}",
            "A prediction with fewer words that do not fit: accepted tokens cost what they always "
            "do, rejected ones come on top.",
        )
    return Judgement(
        Verdict.PAYS_OFF,
        f"{speed} and cost {cost.ratio:.2f} times as much.",
        "A prediction that fits less: its rejected tokens cost time and money.",
    )


def _say_what_is_ruled_out(latency: Comparison) -> str:
    if is_certain(latency):
        return f"A difference of less than {WORTHWHILE:.0%} is not worth a prediction."
    return f"That rules out a gain of {WORTH_KNOWING:.0%} or more."


def _say(latency: Comparison) -> str:
    """Say how fast with its interval: times as fast, or times as long when it took longer."""
    ratio, low, high = latency.ratio or 1.0, latency.ratio_ci_low, latency.ratio_ci_high
    noun = "as fast" if ratio <= 1 else "as long"
    if ratio <= 1:
        ratio, low, high = 1 / ratio, (high and 1 / high), (low and 1 / low)
    interval = "" if low is None or high is None else f" (95 % interval {low:.2f} to {high:.2f})"
    medians = ""
    if (
        latency.median is not None
        and latency.baseline_median is not None
        # Over texts of different lengths the medians can go the other way; they would confuse.
        and (latency.median <= latency.baseline_median) == (noun == "as fast")
        and ratio >= _SAME_RATIO
    ):
        medians = (
            f"The median is {format_seconds(latency.median)} instead of"
            f" {format_seconds(latency.baseline_median)}, "
        )
    if ratio < _SAME_RATIO:
        return f"No faster and no slower{interval}, over {_count(latency)}"
    return f"{medians}{ratio:.2f} times {noun}{interval}, over {_count(latency)}"


def _say_share(extra: float) -> str:
    if abs(extra) < _SAME_TOKENS:
        return "no more"
    return f"{abs(extra):.0%} {'more' if extra > 0 else 'fewer'}"


def _count(latency: Comparison) -> str:
    return format_count(latency.n_pairs, "pair")


def _estimate_pairs(latency: Comparison) -> int:
    """Pairs that would settle it, if the spread stays: the interval shrinks with the root of n.

    It has to become short enough to end before 1, or before the margin, whichever is farther away.
    """
    ratio, low, high = latency.ratio, latency.ratio_ci_low, latency.ratio_ci_high
    if ratio is None or low is None or high is None:
        return 2 * MIN_PAIRS
    to_margin = math.log(ratio / (1 - WORTH_KNOWING))
    to_one = -math.log(ratio) if ratio <= 1 - WORTHWHILE else 0.0
    # The next experiment's ratio will be another one: aim at more than just enough.
    reach = _ALLOWANCE * max(to_margin, to_one)
    factor = (math.log(high / low) / 2 / reach) ** 2
    return max(latency.n_pairs + MIN_PAIRS, min(_MOST_PAIRS, round(latency.n_pairs * factor)))


def _explain_rejections(pairs: Sequence[Pair]) -> str:
    counts = [
        (pair.metrics.accepted_tokens, pair.metrics.rejected_tokens)
        for pair in pairs
        if pair.metrics.accepted_tokens is not None and pair.metrics.rejected_tokens is not None
    ]
    accepted = sum(accepted or 0 for accepted, _ in counts)
    rejected = sum(rejected or 0 for _, rejected in counts)
    if not accepted + rejected:
        return ""
    return f" Of its predicted tokens {accepted / (accepted + rejected):.0%} were accepted."


def _count_extra_tokens(pairs: Sequence[Pair]) -> float | None:
    """Return how many more output tokens were billed, as a share of the baseline's."""
    counts = [
        (base.completion_tokens, other.completion_tokens)
        for pair in pairs
        for base, other in [(pair.baseline.result.usage, pair.other.result.usage)]
        if base is not None and other is not None
    ]
    known = [(base, other) for base, other in counts if base and other is not None]
    if not known:
        return None
    return sum(other for _, other in known) / sum(base for base, _ in known) - 1
