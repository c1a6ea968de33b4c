from __future__ import annotations

from collections.abc import Callable

import pytest

from lib.analysis.break_even import find_break_even_acceptance, find_break_even_length
from lib.analysis.paired import Pair, make_pairs
from lib.domain import PlannedTrial
from tests.support.trials import count_tokens, make_plan, make_trials


def make_pairs_by(
    latency: Callable[[int], float], visible: Callable[[int], int], accepted: Callable[[int], int]
) -> tuple[Pair, ...]:
    """Pairs of the cases 0 to 9; the arm without takes a second."""
    plan = make_plan(num_cases=10, repetitions=1)

    def measure(planned: PlannedTrial) -> dict[str, object]:
        number = int(planned.case_id.removeprefix("case-"))
        if planned.arm == "off":
            return {"latency_s": 1.0, "usage": count_tokens(visible(number))}
        taken = accepted(number)
        usage = count_tokens(visible(number), accepted=taken, rejected=10 - taken)
        return {"latency_s": latency(number), "usage": usage}

    return make_pairs(make_trials(plan, measure), "off", "on")


def test_the_crossing_of_acceptance_is_found() -> None:
    """At an acceptance of 0.4 the arm is as fast as without."""
    pairs = make_pairs_by(lambda n: 2.718281828 ** (0.4 - n / 10), lambda _: 100, lambda n: n)
    found = find_break_even_acceptance(pairs)
    assert found.point == pytest.approx(0.4)
    assert (found.lowest, found.highest, found.n_pairs) == (0.0, 0.9, 10)


def test_the_crossing_of_length_is_found() -> None:
    pairs = make_pairs_by(
        lambda n: 2.718281828 ** ((250 - 100 * (n + 1)) / 1000),
        lambda n: 100 * (n + 1),
        lambda _: 5,
    )
    found = find_break_even_length(pairs)
    assert found.point == pytest.approx(250)
    assert found.share_faster == pytest.approx(0.8)


def test_nothing_is_extrapolated() -> None:
    pairs = make_pairs_by(lambda n: 0.9 - n / 100, lambda n: 100 + n, lambda n: n)
    for found in (find_break_even_acceptance(pairs), find_break_even_length(pairs)):
        assert found.point is None
        assert found.share_faster == 1.0


def test_a_falling_line_is_no_break_even() -> None:
    pairs = make_pairs_by(lambda n: 0.6 + n / 10, lambda _: 100, lambda n: n)
    assert find_break_even_acceptance(pairs).point is None


def test_few_pairs_say_nothing() -> None:
    pairs = make_pairs_by(lambda n: 0.6 + n / 10, lambda n: 100 + n, lambda n: n)[:5]
    found = find_break_even_length(pairs)
    assert (found.point, found.lowest, found.n_pairs) == (None, None, 5)
