"""What a training does, apart from the arithmetic: its settings, its batches, its learning rates.

Invariant: everything follows from the `Plan` and the tasks, so a training can go on at any step.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lib.engine.adapter.batches import Example, encode_task, gather
from lib.engine.adapter.tasks import make_tasks
from lib.engine.tokenizer import Tokenizer

WARM_UP_STEPS = 10
ROUNDS = ((1950, 1.0, 0.5), (None, 0.4, 1.0))
"""(its last step, share of the learning rate, share of its steps in which the rate falls): a later
round takes the rate up again (a warm restart, Loshchilov and Hutter 2017), so a training can go on
where another ended. The whole rate undid half of what it had learnt, within 80 steps."""

MAX_EXAMPLE_TOKENS = 3000
"""Longer tasks are left out: prompt and answer of 1,200 tokens each fit."""


@dataclass(frozen=True, slots=True)
class Phase:
    """Some steps with tasks of one sort."""

    until: int | None
    """Its last step, or None: to the end."""
    max_characters: int | None
    """The longest answer."""
    everyday: bool = False
    """Are the edits that people ask for most drawn more often?"""


PHASES = (
    Phase(100, 500),
    Phase(200, 1500),
    Phase(275, None),
    Phase(1550, 700),
    Phase(1725, 1500),
    Phase(1950, 900),
    Phase(2200, 600),
    Phase(3300, 600, everyday=True),
    Phase(None, 1000, everyday=True),
)
"""A short text teaches an edit for less time; long ones early on keep the model from learning that
answers are short."""

SEEDS_APART = 3

ENDLESS = 1 << 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Settings of one training."""

    steps: int = 600
    tokens_per_step: int = 1600
    seed: int = 1
    learning_rate: float = 1e-3
    rank: int = 16
    edit_weight: float = 3.0
    """What an answer token weighs that is no copy of the source, against 1 for one that is."""

    @property
    def alpha(self) -> float:
        """The factors are scaled by alpha / rank, which is 2."""
        return 2.0 * self.rank

    def learning_rate_at(self, step: int) -> float:
        """It rises for a few steps, stays, and falls in a straight line, each round anew.

        `step` counts from 0.
        """
        start, fall_start, end, share = next(one for one in self.rounds() if step < one[2])
        rise = (step - start + 1) / WARM_UP_STEPS
        fall = (end - step) / (end - fall_start + 1)
        return share * self.learning_rate * min(1.0, rise, fall)

    def rounds(self) -> Iterator[tuple[int, int, int, float]]:
        """Of each of `ROUNDS` that is reached: first step, first with a falling rate, end, and
        its share of the learning rate."""
        start = 0
        for until, share, fall_share in ROUNDS:
            end = self.steps if until is None else min(until, self.steps)
            if start < end:
                yield start, end - round((end - start) * fall_share), end, share
            start = end

    def phases(self) -> Iterator[tuple[int, int, Phase, int]]:
        """Of each of `PHASES` that is reached: first step, end, itself, the seed of its tasks."""
        start = 0
        for number, phase in enumerate(PHASES):
            end = self.steps if phase.until is None else min(phase.until, self.steps)
            if start < end:
                yield start, end, phase, self.seed * SEEDS_APART + number
            start = end


def read_steps(plan: Plan, tokenizer: Tokenizer, first_step: int = 0) -> Iterator[list[Example]]:
    """The examples of each step from `first_step` on."""
    for start, end, phase, seed in plan.phases():
        if first_step < end:
            tasks = make_tasks(
                seed,
                ENDLESS,
                max_answer_characters=phase.max_characters,
                everyday=phase.everyday,
            )
            examples = (encode_task(tokenizer, one, edit_weight=plan.edit_weight) for one in tasks)
            fitting = (one for one in examples if one.num_tokens <= MAX_EXAMPLE_TOKENS)
            groups = gather(fitting, plan.tokens_per_step)
            yield from islice(groups, max(0, first_step - start), end - start)
