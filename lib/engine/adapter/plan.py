"""What a training does, apart from the arithmetic: its settings, its batches, its learning rates.

Invariant: everything follows from the `Plan` and the tasks, so a training can go on at any step.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lib.engine.adapter.batches import Example, encode_task, gather
from lib.engine.adapter.tasks import make_tasks
from lib.engine.tokenizer import Tokenizer

WARM_UP_SHARE = 0.04
LAST_RATE_SHARE = 0.02
"""Of the learning rate: what is left of it at the end."""

MAX_EXAMPLE_TOKENS = 3000
"""Longer tasks are left out: prompt and answer of 1,200 tokens each fit."""

LENGTHS = ((0.25, 500), (0.55, 1500), (1.0, None))
"""(share of the steps, most characters of an answer until then): short ones teach the most."""

ENDLESS = 1 << 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Settings of one training."""

    steps: int = 600
    tokens_per_step: int = 3600
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
        return self.seed * len(LENGTHS) + phase

    def learning_rate_at(self, step: int) -> float:
        """A short rise, then half a cosine; `step` counts from 0."""
        warm_up = max(1, round(self.steps * WARM_UP_SHARE))
        if step < warm_up:
            return self.learning_rate * (step + 1) / warm_up
        progress = (step - warm_up) / max(1, self.steps - warm_up)
        share = (1 + math.cos(math.pi * progress)) / 2
        return self.learning_rate * (LAST_RATE_SHARE + (1 - LAST_RATE_SHARE) * share)


def read_steps(plan: Plan, tokenizer: Tokenizer, first_step: int = 0) -> Iterator[list[Example]]:
    """The examples of each step from `first_step` on."""
    start = 0
    for phase, (share, max_characters) in enumerate(LENGTHS):
        end = round(plan.steps * share)
        if first_step < end:
            tasks = make_tasks(plan.task_seed(phase), ENDLESS, max_answer_characters=max_characters)
            examples = (
                encode_task(tokenizer, task, edit_weight=plan.edit_weight) for task in tasks
            )
            fitting = (one for one in examples if one.num_tokens <= MAX_EXAMPLE_TOKENS)
            groups = gather(fitting, plan.tokens_per_step)
            yield from islice(groups, max(0, first_step - start), end - start)
        start = end
