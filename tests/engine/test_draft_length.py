"""Draft length: as many tokens as are worth their rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.engine.draft_length import RunLengths, choose_length
from lib.engine.forward_costs import ASSUMED_COSTS

ANY = float("inf")


def test_certain_tokens_are_drafted_as_far_as_costs_are_known() -> None:
    chances = [1.0] * 200
    longest = choose_length(chances, ASSUMED_COSTS, max_extra_cost=ANY)
    assert longest == len(ASSUMED_COSTS) - 2


def test_an_unlikely_token_is_not_worth_its_row() -> None:
    assert choose_length([0.05], ASSUMED_COSTS, max_extra_cost=ANY) == 0
    assert choose_length([0.5], ASSUMED_COSTS, max_extra_cost=ANY) == 1
    assert choose_length([], ASSUMED_COSTS, max_extra_cost=ANY) == 0


def test_a_step_in_the_costs_is_looked_beyond() -> None:
    """Where batches are rounded up, the second row costs much and those after it nothing."""
    costs = (0.0, 1.0, *[1.8] * 15)
    assert choose_length([0.6, 0.6], costs, max_extra_cost=ANY) == 2


def test_an_extra_cost_beyond_the_allowance_is_not_taken() -> None:
    costs = tuple(1 + 0.1 * rows for rows in range(-1, 30))
    assert choose_length([1.0] * 20, costs, max_extra_cost=0.55) == 5
    assert choose_length([1.0] * 20, costs, max_extra_cost=0.0) == 0


@given(st.lists(st.floats(0.05, 1), max_size=30))
def test_no_other_length_has_a_better_rate(factors: list[float]) -> None:
    chances, chance = [], 1.0
    for factor in factors:
        chance *= factor
        chances.append(chance)
    length = choose_length(chances, ASSUMED_COSTS, max_extra_cost=ANY)

    def rate(tokens: int) -> float:
        return (1 + sum(chances[:tokens])) / ASSUMED_COSTS[tokens + 1]

    assert rate(length) == pytest.approx(max(map(rate, range(len(chances) + 1))), rel=0.02)


def test_agreement_that_has_lasted_is_expected_to_last() -> None:
    runs = RunLengths()
    assert runs.chance_to_go_on(2, 10) < runs.chance_to_go_on(20, 10) < 1
    assert runs.chance_to_go_on(20, 11) < runs.chance_to_go_on(20, 10)
    assert runs.chance_to_go_on(20, 0) == 1


def test_many_edits_lower_what_is_expected() -> None:
    dense, sparse = RunLengths(), RunLengths()
    for _ in range(20):
        dense.resume(2)
        sparse.resume(2)
        for _ in range(40):
            sparse.note(agrees=True)
        dense.note(agrees=False)
        sparse.note(agrees=False)
    assert dense.chance_to_go_on(10, 5) < sparse.chance_to_go_on(10, 5)
    assert sparse.agreed == 42
