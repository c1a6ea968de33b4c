"""Plans that ask the same again and again. Invariant: arms differ in seed and temperature only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from lib.domain import Arm, Case, ExperimentPlan, Purpose


class SeedUse(StrEnum):
    """What is sent as seed."""

    SAME = "same seed"
    DIFFERENT = "different seeds"
    NONE = "no seed"


def make_repetition_plan(
    cases: Sequence[Case],
    base: Arm,
    *,
    seed_uses: Sequence[SeedUse],
    temperatures: Sequence[float],
    repetitions: int,
) -> ExperimentPlan:
    """Return the plan of every use of the seed at every temperature; `base.seed` is the seed."""
    arms = tuple(
        replace(
            base,
            name=f"{use}, temperature {temperature:g}",
            seed=None if use is SeedUse.NONE else base.seed,
            varies_seed=use is SeedUse.DIFFERENT,
            temperature=temperature,
        )
        for use in seed_uses
        for temperature in temperatures
    )
    return ExperimentPlan(
        name="Is the answer stable?",
        cases=tuple(cases),
        arms=arms,
        repetitions=repetitions,
        warmup=0,
        purpose=Purpose.REPRODUCIBILITY,
    )
