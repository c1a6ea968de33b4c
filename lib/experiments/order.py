"""Which trial comes when.

Invariant: the arms of a case are run one right after the other, so that whatever drifts meets all
of them alike; which arm goes first is drawn so that each does equally often, or as nearly as
possible, because going second can mean a warm prompt cache.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from lib.domain import ExperimentPlan, PlannedTrial


def plan_trials(plan: ExperimentPlan) -> tuple[PlannedTrial, ...]:
    """Return every trial in the order of `plan.order_seed`; warm-up rounds come first."""
    dice = random.Random(plan.order_seed)  # noqa: S311 no secret: it has to be repeatable
    case_ids = [case.id for case in plan.cases]
    blocks = [
        *_draw_rounds(plan, case_ids, plan.warmup, True, dice),
        *_draw_rounds(plan, case_ids, plan.repetitions, False, dice),
    ]
    return tuple(
        PlannedTrial(
            position=position, case_id=case_id, arm=arm, repetition=repetition, is_warmup=is_warmup
        )
        for position, (case_id, arm, repetition, is_warmup) in enumerate(blocks)
    )


def _draw_rounds(
    plan: ExperimentPlan, case_ids: list[str], rounds: int, is_warmup: bool, dice: random.Random
) -> Iterator[tuple[str, str, int, bool]]:
    names = [arm.name for arm in plan.arms]
    firsts = _draw_firsts(case_ids, rounds, len(names), dice)
    for repetition in range(rounds):
        for case_id in dice.sample(case_ids, len(case_ids)):
            first = firsts[case_id][repetition]
            rest = [name for number, name in enumerate(names) if number != first]
            for arm in (names[first], *dice.sample(rest, len(rest))):
                yield case_id, arm, repetition, is_warmup


def _draw_firsts(
    case_ids: list[str], rounds: int, num_arms: int, dice: random.Random
) -> dict[str, list[int]]:
    """Return which arm goes first, by case and round: balanced over both."""
    firsts = {}
    offset = dice.randrange(num_arms)
    for number, case_id in enumerate(dice.sample(case_ids, len(case_ids))):
        # An odd number of rounds leaves one arm ahead; the next case puts another one ahead.
        firsts[case_id] = [(offset + number + turn) % num_arms for turn in range(rounds)]
        dice.shuffle(firsts[case_id])
    return firsts
