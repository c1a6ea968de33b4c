"""What an experiment is: cases, arms, how often and in which order, and what came of each trial.

Invariant: a plan says everything that its requests depend on, so the same plan asks for the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from lib.domain.price import Price
from lib.domain.result import Outcome, RunResult


class PredictionKind(StrEnum):
    """Where an arm takes its predictions from."""

    NONE = "none"
    SOURCE = "source"
    """The case's source text."""
    OWN = "own"
    """The prediction that the case brings along."""
    DAMAGED = "damaged"
    """The source with a share of its words replaced by wrong ones."""


class Purpose(StrEnum):
    """Which question an experiment answers; it decides which arms make sense."""

    COMPARISON = "comparison"
    """Is an arm faster than the first one?"""
    REPRODUCIBILITY = "reproducibility"
    """Does the same request get the same answer?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One text to edit."""

    id: str
    source: str
    instruction: str
    prediction: str | None = None
    reference: str | None = None
    """What a right answer says; `None`: not known."""
    kind: str | None = None
    """Class of text, such as "python" or "prose"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """One side of the comparison. A parameter that is `None` is not sent."""

    name: str
    provider: str
    model: str
    prediction: PredictionKind = PredictionKind.NONE
    damaged_share: float = 0.0
    """Share of wrong words, 0 to 1; only for a damaged prediction."""
    system_message: str = ""
    seed: int | None = None
    varies_seed: bool = False
    """Whether each repetition adds 1 to the seed."""
    temperature: float | None = None
    max_tokens: int | None = None
    price: Price | None = None
    """What its tokens are counted with; `None`: not known, so no cost is shown."""
    against: str | None = None
    """Name of the arm it is compared with; `None`: the plan's first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """Where an experiment stops at the latest, over all its runs; `None`: no limit."""

    max_runs: int | None = None
    """Requests, warm-ups and repeated ones included."""
    max_output_tokens: int | None = None
    """Billed output, rejected tokens included."""
    max_usd: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperimentPlan:
    """Every case goes through every arm, `repetitions` times; an arm is compared with the first one
    unless it names another."""

    name: str
    cases: tuple[Case, ...]
    arms: tuple[Arm, ...]
    repetitions: int = 5
    warmup: int = 1
    """Rounds over all cases and arms before the counted ones."""
    order_seed: int = 1
    concurrency: int = 1
    """Requests in flight at once."""
    pause_s: float = 0.0
    """After each request, before the same worker sends the next."""
    defeat_cache: bool = False
    """Whether each request starts with a line of its own, so that no prompt cache can help."""
    budget: Budget = field(default_factory=Budget)
    purpose: Purpose = Purpose.COMPARISON
    conditions: tuple[str, ...] = ()
    """What must hold for the headless command to pass, such as "on.latency.ratio < 0.9"."""

    @property
    def num_trials(self) -> int:
        """Trials in all, warm-ups included."""
        return len(self.cases) * len(self.arms) * (self.repetitions + self.warmup)

    def find_baseline(self, arm: Arm) -> Arm:
        """Return the arm that `arm` is compared with."""
        return next((each for each in self.arms if each.name == arm.against), self.arms[0])


def find_compared(arms: Sequence[Arm]) -> tuple[Arm, ...]:
    """Return the arms that are compared with one: all but the first and those named `against`."""
    named = {arm.against for arm in arms}
    return tuple(arm for arm in arms[1:] if arm.name not in named)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTrial:
    """One repetition of one arm on one case, at its place in the order."""

    position: int
    """From 0; unique within the experiment."""
    case_id: str
    arm: str
    repetition: int
    """From 0; warm-up rounds count by themselves."""
    is_warmup: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A trial that has ended, however it ended."""

    planned: PlannedTrial
    result: RunResult
    waits_s: tuple[float, ...] = ()
    """How long the provider made it wait before each further attempt (rate limits), in seconds."""
    price: Price | None = None
    """Its arm's when it ran, so that its cost stays what it was; `None`: not known."""

    @property
    def is_measured(self) -> bool:
        """Whether its times count: a whole answer, or one that reached the limit of tokens."""
        result = self.result
        return result.outcome is Outcome.COMPLETED or (
            result.outcome is Outcome.TRUNCATED and result.finish_reason == "length"
        )
