"""Costs are measured pass by pass, by the clock, and get better with every start."""

from __future__ import annotations

import json
from collections import deque
from pathlib import Path
from typing import cast

import numpy as np
import pytest
from numpy.typing import NDArray

from lib.engine.cost_measurement import CONTEXT_TOKENS, LIMIT_S, MAX_ROUNDS, measure_costs
from lib.engine.forward_costs import (
    ASSUMED_COSTS,
    MEASURED_ROWS,
    estimate_costs,
    make_key,
    read_least,
)
from lib.engine.model import Model, load_model
from tests.support.stand_in_model import StandInCache
from tests.support.tiny_gguf import write_tiny_gguf


class TimedModel:
    """A pass of `rows` rows takes 10 + rows units; now and then something else takes time too."""

    fingerprint = "fp_timed"
    threads = 2
    context_length = 1000

    def __init__(self, unit_s: float = 0.0001, *, disturb_every: int = 0) -> None:
        self.forward_costs = ASSUMED_COSTS
        self.now_s = 0.0
        self.sizes: list[int] = []
        self._unit_s = unit_s
        self._disturb_every = disturb_every

    def new_cache(self, capacity: int) -> StandInCache:
        return StandInCache(capacity)

    def forward(
        self, cache: StandInCache, token_ids: list[int], *, num_logits: int | None = None
    ) -> NDArray[np.float32]:
        assert cache.length + len(token_ids) <= cache.capacity
        cache.tokens += token_ids
        self.sizes.append(len(token_ids))
        self.now_s += self._unit_s * (10 + len(token_ids))
        if self._disturb_every and len(self.sizes) % self._disturb_every == 0:
            self.now_s += 100 * self._unit_s
        return np.zeros((0, 1), np.float32)

    def measure(self, file: Path | None = None) -> None:
        deque(measure_costs(cast(Model, self), file, clock=lambda: self.now_s), maxlen=0)


TRUE_S = pytest.approx([0.0001 * (10 + rows) for rows in MEASURED_ROWS])


def test_a_disturbance_is_not_taken_for_a_cost(tmp_path: Path) -> None:
    file = tmp_path / "costs.json"
    model = TimedModel(disturb_every=5)
    model.measure(file)
    assert read_least(file, make_key("fp_timed", 2)) == TRUE_S
    assert model.sizes.count(32) == MAX_ROUNDS


def test_every_start_mends_what_a_busy_one_has_left(tmp_path: Path) -> None:
    file = tmp_path / "costs.json"
    key = make_key("fp_timed", 2)
    TimedModel(disturb_every=1).measure(file)
    busy_s = read_least(file, key)
    assert busy_s is not None
    assert busy_s != TRUE_S
    calm = TimedModel()
    measurement = measure_costs(cast(Model, calm), file, clock=lambda: calm.now_s)
    assert calm.forward_costs == estimate_costs(busy_s)  # from the first request on
    assert not calm.sizes
    deque(measurement, maxlen=0)
    assert read_least(file, key) == TRUE_S
    assert calm.forward_costs == estimate_costs(read_least(file, key))
    TimedModel(disturb_every=1).measure(file)
    assert read_least(file, key) == TRUE_S


def test_a_step_is_one_pass_and_a_short_one() -> None:
    model = TimedModel()
    measurement = measure_costs(cast(Model, model), clock=lambda: model.now_s)
    for steps, _ in enumerate(measurement, start=1):
        assert len(model.sizes) == steps
    assert max(model.sizes) <= 64
    assert sum(model.sizes[: model.sizes.index(1)]) == CONTEXT_TOKENS


def test_the_model_has_the_costs_of_a_round_when_it_ends() -> None:
    model = TimedModel()
    measurement = measure_costs(cast(Model, model), clock=lambda: model.now_s)
    while model.sizes.count(1) < 2:
        next(measurement)
    expected = estimate_costs([0.0001 * (10 + rows) for rows in MEASURED_ROWS])
    assert model.forward_costs == pytest.approx(expected)


def test_a_slow_model_is_measured_once_a_start() -> None:
    model = TimedModel(LIMIT_S)
    model.measure()
    assert model.sizes.count(1) == 1


def test_a_real_model_gets_costs_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "costs.json"
    model = load_model(write_tiny_gguf(tmp_path / "tiny.gguf"), threads=1)
    assert model.forward_costs == ASSUMED_COSTS
    deque(measure_costs(model, file), maxlen=0)
    assert model.forward_costs != ASSUMED_COSTS
    assert list(model.forward_costs) == sorted(model.forward_costs)
    assert list(json.loads(file.read_text())) == [make_key(model.fingerprint, 1)]
