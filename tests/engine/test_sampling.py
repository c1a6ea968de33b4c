"""Sampling: keyed by seed and position only."""

from __future__ import annotations

import numpy as np
import pytest

from lib.engine.sampling import ForcedSampler, draw_seed, make_sampler

LOGITS = np.array([0.0, 2.0, 1.0, 2.0, -5.0], dtype=np.float32)


def test_greedy_takes_the_lowest_of_equals() -> None:
    assert make_sampler(temperature=0, top_p=1, seed=1).sample(LOGITS, 0) == 1


def test_the_same_seed_and_position_choose_the_same_token_in_any_order() -> None:
    sampler = make_sampler(temperature=1, top_p=1, seed=-3)
    forward = [sampler.sample(LOGITS, position) for position in range(50)]
    again = make_sampler(temperature=1, top_p=1, seed=-3)
    backward = [again.sample(LOGITS, position) for position in reversed(range(50))]
    assert forward == backward[::-1]
    assert len(set(forward)) > 1
    other = make_sampler(temperature=1, top_p=1, seed=4)
    assert forward != [other.sample(LOGITS, position) for position in range(50)]


def test_tokens_come_as_often_as_their_probability_says() -> None:
    sampler = make_sampler(temperature=0.7, top_p=1, seed=9)
    chosen = [sampler.sample(LOGITS, position) for position in range(4000)]
    weights = np.exp(LOGITS.astype(float) / 0.7)
    shares = np.bincount(chosen, minlength=5) / 4000
    assert shares == pytest.approx(weights / weights.sum(), abs=0.03)


def test_top_p_keeps_the_likeliest_that_reach_it() -> None:
    sampler = make_sampler(temperature=1, top_p=0.5, seed=9)
    assert {sampler.sample(LOGITS, position) for position in range(300)} == {1, 3}
    narrow = make_sampler(temperature=1, top_p=0, seed=9)
    assert {narrow.sample(LOGITS, position) for position in range(50)} == {1}


def test_a_tiny_temperature_is_as_good_as_greedy() -> None:
    logits = np.array([0.0, 3.0, 1.0], dtype=np.float32)
    sampler = make_sampler(temperature=1e-310, top_p=1, seed=9)
    assert {sampler.sample(logits, position) for position in range(50)} == {1}


def test_a_forced_answer_ends() -> None:
    sampler = ForcedSampler([5, 6], 0)
    assert [sampler.sample(LOGITS, position) for position in range(3)] == [5, 6, 0]


def test_drawn_seeds_differ() -> None:
    assert draw_seed() != draw_seed()
