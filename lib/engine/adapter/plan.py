"""What a training does, apart from the arithmetic: its settings, its batches, its learning rates.

Invariant: everything follows from the `Plan` and the tasks, so a training can go on at any step.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from lib.engine.adapter.batches import Example, encode_task, gather
from lib.engine.adapter.tasks import make_tasks
from lib.engine.adapter.tasks.phrasing import Variety
from lib.engine.tokenizer import Tokenizer

WARM_UP_STEPS = 10

MAX_EXAMPLE_TOKENS = 3000
"""Longer tasks are left out: prompt and answer of 1,200 tokens each fit."""

ENDLESS = 1 << 40


@dataclass(frozen=True, slots=True)
class Round:
    """Some steps at whose end the learning rate has fallen, mostly to zero."""

    until: int | None
    """Its last step, or None: to the end."""
    rate_share: float
    """Its highest learning rate, as a share of the plan's."""
    fall_share: float
    """Of its steps, at the end: there the learning rate falls."""
    kept_share: float = 0.0
    """At its end the factors become this share of what they were at its start and the rest of what
    they are: a mean of several ends is often better than each (Izmailov and others 2018)."""
    planned_until: int | None = None
    """Where the learning rate would have been zero, of a round that was ended sooner."""


ROUNDS = (
    Round(1950, 1.0, 0.5),
    Round(3700, 0.4, 1.0),
    Round(5400, 0.4, 1.0),
    Round(6900, 0.4, 1.0, kept_share=0.4),
    Round(8500, 0.4, 1.0, kept_share=0.4),
    Round(9950, 0.4, 1.0, kept_share=0.2, planned_until=10150),
    Round(11475, 0.4, 1.0, kept_share=0.4, planned_until=11600),
    Round(12950, 0.4, 1.0, kept_share=0.55),
    Round(14775, 0.4, 1.0, kept_share=0.4, planned_until=14900),
    Round(16425, 0.4, 1.0, kept_share=0.2, planned_until=16500),
    Round(16950, 0.4, 1.0, kept_share=0.2, planned_until=17600),
    Round(17750, 0.4, 1.0, kept_share=0.55),
    Round(19200, 0.4, 1.0, kept_share=0.4),
    Round(20500, 0.4, 1.0, kept_share=0.6),
    Round(None, 0.4, 1.0, kept_share=0.6),
)
"""A later round takes the rate up again (a warm restart, Loshchilov and Hutter 2017), so a training
can go on where another ended. The whole rate undid half of what it had learnt, within 80 steps."""


@dataclass(frozen=True, slots=True)
class Phase:
    """Some steps with tasks of one sort."""

    until: int | None
    """Its last step, or None: to the end."""
    max_characters: int | None
    """The longest answer."""
    variety: Variety = Variety.FIRST
    edit_weight: float | None = None
    """What the plan's is instead, or None: as the plan says."""


PHASES = (
    Phase(100, 500),
    Phase(200, 1500),
    Phase(275, None),
    Phase(1550, 700),
    Phase(1725, 1500),
    Phase(1950, 900),
    Phase(2200, 600),
    Phase(3300, 600, Variety.EVERYDAY),
    Phase(3700, 1000, Variety.EVERYDAY),
    Phase(3875, 3600, Variety.EVERYDAY),
    Phase(5200, 900, Variety.WIDE),
    Phase(5400, 1500, Variety.WIDE),
    Phase(5575, 700, Variety.WIDE),
    Phase(6650, 700, Variety.FRESH),
    Phase(6900, 2500, Variety.FRESH),
    Phase(8300, 700, Variety.FRESH),
    Phase(8500, 1500, Variety.FRESH),
    Phase(9775, 700, Variety.FOCUSED),
    Phase(9950, 1500, Variety.FOCUSED),
    Phase(10175, 700, Variety.FOCUSED),
    Phase(10300, 700, Variety.SEVERAL),
    Phase(11425, 700, Variety.ASKED),
    Phase(11475, 1500, Variety.ASKED),
    Phase(12150, 900, Variety.BALANCED),
    Phase(12750, 700, Variety.CASUAL),
    Phase(12950, 2000, Variety.CASUAL),
    Phase(13475, 700, Variety.CASUAL),
    Phase(13875, 700, Variety.DEMOS),
    Phase(14550, 700, Variety.PAIRED),
    Phase(14775, 2000, Variety.PAIRED),
    Phase(15000, 700, Variety.SPELLED, edit_weight=1.0),
    Phase(16200, 700, Variety.WRAPPED, edit_weight=1.0),
    Phase(16425, 2000, Variety.WRAPPED, edit_weight=1.0),
    Phase(16950, 700, Variety.WRAPPED, edit_weight=1.0),
    Phase(17225, 900, Variety.WISHED, edit_weight=1.0),
    Phase(17750, 2000, Variety.MORE_WISHED, edit_weight=1.0),
    Phase(18800, 900, Variety.RECALLED, edit_weight=1.0),
    Phase(19200, 3000, Variety.RECALLED, edit_weight=1.0),
    Phase(20200, 900, Variety.RECALLED, edit_weight=1.0),
    Phase(20500, 3000, Variety.RECALLED, edit_weight=1.0),
    Phase(None, 900, Variety.RECALLED, edit_weight=1.0),
)
"""A short text teaches an edit for less time; long ones early on keep the model from learning that
answers are short. A weight above 1 teaches an edit sooner, and to edit too much: of what was wrong
on the held-out tasks after step 14,775, three of four went wrong at a token to be copied."""

Part = TypeVar("Part", Round, Phase)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Settings of one training; by default of the one whose adapter is bundled."""

    steps: int = 20500
    tokens_per_step: int = 1600
    seed: int = 1
    learning_rate: float = 1e-3
    rank: int = 32
    """The bundled adapter's was 16 until step 16,425."""
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
        start, end, part = next(one for one in self.reached(ROUNDS) if step < one[1])
        rise = (step - start + 1) / WARM_UP_STEPS
        zero = part.planned_until or end
        fall = (zero - step) / (round((zero - start) * part.fall_share) + 1)
        return part.rate_share * self.learning_rate * min(1.0, rise, fall)

    def round_ending_at(self, num_steps: int) -> Round | None:
        """The round whose last step was the `num_steps`-th, if any."""
        ends = {end: part for _, end, part in self.reached(ROUNDS)}
        return ends.get(num_steps)

    def reached(self, parts: Sequence[Part]) -> Iterator[tuple[int, int, Part]]:
        """Of each round or phase that the plan is long enough for: first step, end, itself."""
        start = 0
        for part in parts:
            end = self.steps if part.until is None else min(part.until, self.steps)
            if start < end:
                yield start, end, part
            start = end

    def task_seed(self, phase: Phase) -> int:
        """Seed of the tasks of one of `PHASES`."""
        return 100 * (self.seed - 1) + 3 + PHASES.index(phase)


def read_steps(plan: Plan, tokenizer: Tokenizer, first_step: int = 0) -> Iterator[list[Example]]:
    """The examples of each step from `first_step` on."""
    for start, end, phase in plan.reached(PHASES):
        if first_step < end:
            tasks = make_tasks(
                plan.task_seed(phase),
                ENDLESS,
                max_answer_characters=phase.max_characters,
                variety=phase.variety,
            )
            weight = plan.edit_weight if phase.edit_weight is None else phase.edit_weight
            examples = (encode_task(tokenizer, one, edit_weight=weight) for one in tasks)
            fitting = (one for one in examples if one.num_tokens <= MAX_EXAMPLE_TOKENS)
            groups = gather(fitting, plan.tokens_per_step)
            yield from islice(groups, max(0, first_step - start), end - start)
