"""One timed answer, and the statistics of several. Invariant: a ratio is of runs side by side."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

from lib.engine.generation import Generation, GenerationRequest
from lib.engine.model import Model
from lib.engine.sampling import Sampler


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One answer; times in seconds, `decode_s` from the first token to the last."""

    answer_ids: tuple[int, ...]
    prefill_s: float
    decode_s: float
    passes: int
    accepted: int
    rejected: int

    @property
    def total_s(self) -> float:
        """Prompt and answer."""
        return self.prefill_s + self.decode_s


def run_once(model: Model, request: GenerationRequest, sampler: Sampler) -> Run:
    """Generate one answer, with nothing else running in this process."""
    generation = Generation(model, request, sampler)
    start_s = perf_counter()
    while generation.is_prefilling:
        generation.step()
    first_s = perf_counter()
    while generation.finish_reason is None:
        generation.step()
    counts = generation.counts
    return Run(
        answer_ids=generation.answer_ids,
        prefill_s=first_s - start_s,
        decode_s=perf_counter() - first_s,
        passes=counts.forward_passes,
        accepted=counts.accepted_tokens,
        rejected=counts.rejected_tokens,
    )


def median_ratio(base: Sequence[float], arm: Sequence[float]) -> float:
    """How many times faster the arm is: the median over pairs measured one after the other."""
    return statistics.median(one / other for one, other in zip(base, arm, strict=True))


def describe_ratios(ratios: Sequence[float]) -> str:
    """The distribution in one line, such as `n=12: geometric mean 3.30x, ...`."""
    ordered = sorted(ratios)
    return (
        f"n={len(ordered)}: geometric mean {geometric_mean(ordered):.2f}x, "
        f"lowest {ordered[0]:.2f}x, tenth percentile {percentile(ordered, 0.1):.2f}x, "
        f"median {statistics.median(ordered):.2f}x, highest {ordered[-1]:.2f}x"
    )


def geometric_mean(ratios: Sequence[float]) -> float:
    """The mean of ratios, in which twice as fast and half as fast cancel out."""
    return math.exp(statistics.fmean(map(math.log, ratios)))


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of the values lie under, linear between two of them."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
