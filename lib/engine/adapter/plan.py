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
FALL_SHARE = 0.5
"""Of the steps, at the end: there the learning rate falls. Until then nothing depends on how many
steps there will be, so a training can be made longer while it runs."""

MAX_EXAMPLE_TOKENS = 3000
"""Longer tasks are left out: prompt and answer of 1,200 tokens each fit."""

LENGTHS = ((100, 500), (200, 1500), (275, None), (1550, 700), (1725, 1500), (None, 900))
"""(until which step, most characters of an answer): a short text teaches an edit for less time,
long ones early on keep the model from learning that answers are short."""

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

    def task_seed(self, phase: int) -> int:
        """Seed of the tasks of one entry of `LENGTHS`."""
        return self.seed * SEEDS_APART + phase

    @property
    def fall_start(self) -> int:
        """The step, counted from 0, from which on the learning rate falls."""
        return self.steps - round(self.steps * FALL_SHARE)

    def learning_rate_at(self, step: int) -> float:
        """It rises for a few steps, stays, and falls in a straight line; `step` counts from 0."""
        rise = (step + 1) / WARM_UP_STEPS
        fall = (self.steps - step) / (self.steps - self.fall_start + 1)
        return self.learning_rate * min(1.0, rise, fall)


def read_steps(plan: Plan, tokenizer: Tokenizer, first_step: int = 0) -> Iterator[list[Example]]:
    """The examples of each step from `first_step` on."""
    start = 0
    for phase, (until, max_characters) in enumerate(LENGTHS):
        end = plan.steps if until is None else min(until, plan.steps)
        if first_step < end:
            seed = plan.task_seed(phase)
            tasks = make_tasks(seed, ENDLESS, max_answer_characters=max_characters)
            examples = (encode_task(tokenizer, one, edit_weight=plan.edit_weight) for one in tasks)
            fitting = (one for one in examples if one.num_tokens <= MAX_EXAMPLE_TOKENS)
            groups = gather(fitting, plan.tokens_per_step)
            yield from islice(groups, max(0, first_step - start), end - start)
        start = end
