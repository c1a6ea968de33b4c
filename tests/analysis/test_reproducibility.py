from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from lib.analysis.reproducibility import (
    Repetitions,
    compare_all,
    find_repetitions,
    trace_agreement,
)
from lib.domain import Arm, Outcome, Purpose
from tests.support.trials import make_plan, make_trials


def repeat(
    texts: Sequence[str], fingerprints: Sequence[str | None] | None = None, **arm: Any
) -> Repetitions:
    """The first arm's answers, one a repetition."""
    prints = fingerprints or ["fp_1"] * len(texts)
    same = Arm(name="same", provider="local", model="m", seed=7, temperature=0.7)
    plan = make_plan(
        num_cases=1,
        arms=(replace(same, **arm),),
        repetitions=len(texts),
        purpose=Purpose.REPRODUCIBILITY,
    )
    trials = make_trials(
        plan,
        lambda planned: {
            "text": texts[planned.repetition],
            "system_fingerprint": prints[planned.repetition],
        },
    )
    (found,) = find_repetitions(plan, trials)
    return found


def test_identical_answers_make_a_group() -> None:
    found = repeat(["x", "y", "x", "x", "z", "y"])
    assert found.groups == ((0, 2, 3), (1, 5), (4,))
    assert found.agreement_rate == 0.5
    assert [found.find_group(index) for index in range(6)] == [0, 1, 0, 0, 2, 1]


def test_no_two_alike_is_no_agreement() -> None:
    found = repeat(["a", "b", "c"])
    assert found.agreement_rate == 0
    assert "All 3 answers are different" in found.sentence


def test_all_alike_promises_nothing() -> None:
    found = repeat(["same"] * 6)
    assert (found.agreement_rate, found.divergence) == (1.0, None)
    assert "All 6 answers are identical" in found.sentence
    assert "not a promise" in found.sentence
    assert "as low as 61%" in found.sentence


def test_one_answer_is_not_compared() -> None:
    found = repeat(["only"])
    assert found.agreement_rate is None
    assert "two are needed" in found.sentence


def test_the_place_where_the_largest_groups_part() -> None:
    found = repeat(["one two three", "one two four", "one two three"])
    assert found.divergence is not None
    assert found.divergence.before == "one two "
    assert (found.divergence.first, found.divergence.second) == ("three", "four")


def test_a_flip_of_the_backend_half_way_is_told() -> None:
    found = repeat(["x", "x", "x", "y", "y", "y"], ["fp_1"] * 3 + ["fp_2"] * 3)
    assert found.fingerprint_changes == (3,)
    assert "changed at run 4" in found.sentence
    assert "every difference between answers lies between two fingerprints" in found.sentence


def test_a_flip_is_not_blamed_for_what_it_does_not_explain() -> None:
    found = repeat(["x", "y", "x", "y", "y", "y"], ["fp_1"] * 3 + ["fp_2"] * 3)
    assert "changed at run 4" in found.sentence
    assert "every difference" not in found.sentence


def test_absent_fingerprints_are_said_to_be_absent() -> None:
    found = repeat(["x", "y"], [None, None])
    assert found.fingerprint_changes == ()
    assert "No fingerprint was reported" in found.sentence
    mixed = repeat(["x", "x", "x"], ["fp_1", None, "fp_1"])
    assert "1 run reported no fingerprint" in mixed.sentence


@pytest.mark.parametrize(
    ("arm", "words"),
    [
        ({"seed": None}, "differences are to be expected"),
        ({"varies_seed": True}, "meant to give different answers"),
        ({"seed": None, "temperature": 0.0}, ""),
        ({}, ""),
    ],
)
def test_only_what_is_meant_to_differ_is_excused(arm: dict[str, Any], words: str) -> None:
    sentence = repeat(["x", "y"], **arm).sentence
    assert sentence.endswith(words and f"{words}.") or words in sentence
    assert ("expected" in sentence or "meant" in sentence) == bool(words)


def test_failed_runs_are_counted_apart() -> None:
    plan = make_plan(num_cases=1, repetitions=3)
    trials = make_trials(plan, lambda _: {"text": "x"})
    changed = [
        replace(trial, result=replace(trial.result, outcome=Outcome.FAILED))
        if trial.planned.arm == "on" and trial.planned.repetition == 1
        else trial
        for trial in trials
    ]
    off, on = find_repetitions(plan, changed)
    assert (len(off.trials), off.n_failed) == (3, 0)
    assert (len(on.trials), on.n_failed) == (2, 1)


def test_the_heat_map_is_symmetric_with_ones_on_its_diagonal() -> None:
    values = compare_all(repeat(["a b c d", "a b c e", "a b c d"]))
    assert [values[index][index] for index in range(3)] == [1.0] * 3
    assert values[0][1] == values[1][0] == values[1][2] == pytest.approx(6 / 7)
    assert values[0][2] == 1.0


def test_agreement_falls_where_pairs_part() -> None:
    points = trace_agreement(repeat(["one two three", "one two four", "one 2"]))
    assert [at for at, _ in points] == [0, 4, 4, 8, 13]
    assert [share for _, share in points] == pytest.approx([1, 2 / 3, 1 / 3, 0, 0])


def test_agreement_of_identical_answers_stays_whole() -> None:
    assert trace_agreement(repeat(["same", "same"])) == ((0, 1.0), (4, 1.0))
    assert trace_agreement(repeat(["only"])) == ()
