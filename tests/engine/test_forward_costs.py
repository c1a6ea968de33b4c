"""Forward costs: measured by the clock, kept in a file, and never an error."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from lib.engine.forward_costs import (
    ASSUMED_COSTS,
    MAX_ENTRIES,
    MAX_ROUNDS,
    MAX_ROWS,
    MEASURED_ROWS,
    find_costs_file,
    interpolate_costs,
    load_forward_costs,
    make_key,
    measure_forward_costs,
)
from lib.engine.model import load_model
from tests.support.tiny_gguf import write_tiny_gguf

MEASURED = (1.0, 1.5, 2.0, 3.0, 5.0, 9.0)


class Machine:
    """A clock that passes advance; now and then something else takes time too."""

    def __init__(self, pass_s: float, *, disturb_every: int = 0) -> None:
        self.now_s = 0.0
        self.num_passes = 0
        self.pass_s = pass_s
        self.disturb_every = disturb_every

    def run_pass(self, rows: int) -> None:
        self.num_passes += 1
        self.now_s += self.pass_s * (1 + rows)
        if self.disturb_every and self.num_passes % self.disturb_every == 0:
            self.now_s += 100 * self.pass_s

    def clock(self) -> float:
        return self.now_s


class Measurement:
    """Counts how often it is asked for."""

    def __init__(self, seconds: Sequence[float] = MEASURED) -> None:
        self.seconds = seconds
        self.count = 0

    def __call__(self) -> Sequence[float]:
        self.count += 1
        return self.seconds


def test_costs_lie_on_lines_between_the_measured_ones_and_go_on_like_the_last() -> None:
    costs = interpolate_costs(MEASURED)
    assert len(costs) == MAX_ROWS + 1
    assert [costs[rows] for rows in MEASURED_ROWS] == list(MEASURED)
    assert costs[3] == pytest.approx(1.75)
    assert costs[24] == pytest.approx(7.0)
    assert costs[64] == pytest.approx(17.0)


def test_more_rows_never_cost_less_whatever_was_measured() -> None:
    costs = interpolate_costs((2.0, 1.0, 4.0, 3.0, 5.0, 4.9))
    assert list(costs) == sorted(costs)
    assert costs[1] == costs[2] == 2.0


def test_a_disturbance_is_not_taken_for_a_cost() -> None:
    machine = Machine(0.0001, disturb_every=5)
    seconds = measure_forward_costs(machine.run_pass, clock=machine.clock)
    assert seconds == pytest.approx([0.0001 * (1 + rows) for rows in MEASURED_ROWS])
    assert machine.num_passes == 1 + MAX_ROUNDS * len(MEASURED_ROWS)


def test_a_slow_model_is_measured_once_only() -> None:
    machine = Machine(0.01)
    measure_forward_costs(machine.run_pass, clock=machine.clock)
    assert machine.num_passes == 1 + len(MEASURED_ROWS)


def test_a_second_start_reads_what_the_first_one_measured(tmp_path: Path) -> None:
    file = tmp_path / "new" / "folder" / "costs.json"
    measure, again = Measurement(), Measurement()
    first = load_forward_costs(file, "a model", measure)
    assert load_forward_costs(file, "a model", again) == first == interpolate_costs(MEASURED)
    assert (measure.count, again.count) == (1, 0)
    load_forward_costs(file, "another model", again)
    assert again.count == 1
    assert load_forward_costs(file, "a model", again) == first
    assert again.count == 1
    assert [one.name for one in file.parent.iterdir()] == ["costs.json"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"k": null}',
        b'{"k": [1, 2, 3]}',
        b'{"k": [1, 2, 3, 4, 5, -6]}',
        b'{"k": [1, 2, 3, 4, 5, NaN]}',
        b'{"k": [1, 2, 3, 4, 5, true]}',
        b'{"k": [1, 2, 3, 4, 5, "6"]}',
    ],
)
def test_a_damaged_file_is_replaced(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "costs.json"
    file.write_bytes(content)
    measure = Measurement()
    assert load_forward_costs(file, "k", measure) == interpolate_costs(MEASURED)
    assert measure.count == 1
    assert json.loads(file.read_text()) == {"k": list(MEASURED)}


def test_a_file_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    obstacle = tmp_path / "obstacle"
    obstacle.write_text("not a folder")
    (tmp_path / "folder").mkdir()
    for file in (obstacle / "costs.json", tmp_path / "folder", None):
        measure = Measurement()
        assert load_forward_costs(file, "k", measure) == interpolate_costs(MEASURED)
        assert measure.count == 1
    assert sorted(one.name for one in tmp_path.iterdir()) == ["folder", "obstacle"]


def test_the_file_does_not_grow_without_end(tmp_path: Path) -> None:
    file = tmp_path / "costs.json"
    for number in range(MAX_ENTRIES + 5):
        load_forward_costs(file, f"model {number}", Measurement())
    assert len(json.loads(file.read_text())) == MAX_ENTRIES
    assert f"model {MAX_ENTRIES + 4}" in json.loads(file.read_text())


def test_the_key_names_what_the_costs_depend_on() -> None:
    keys = {make_key("fp_1", 2), make_key("fp_2", 2), make_key("fp_1", 4)}
    assert len(keys) == 3
    assert make_key("fp_1", 2) in keys


def test_the_file_is_in_the_user_s_folder_for_caches(tmp_path: Path) -> None:
    file = find_costs_file({"XDG_CACHE_HOME": str(tmp_path), "HOME": "/nobody"})
    assert file is not None
    assert file.is_relative_to(tmp_path)
    at_home = find_costs_file({"HOME": str(tmp_path)})
    assert at_home is not None
    assert at_home.is_relative_to(tmp_path)
    assert find_costs_file({}) is None
    assert find_costs_file({"XDG_CACHE_HOME": "relative"}) is None


def test_a_model_comes_with_costs_and_a_second_start_reads_them(tmp_path: Path) -> None:
    file = tmp_path / "costs.json"
    path = write_tiny_gguf(tmp_path / "tiny.gguf")
    first = load_model(path, costs_file=file, threads=1)
    (key,) = json.loads(file.read_text())
    assert key == make_key(first.fingerprint, 1)
    file.write_text(json.dumps({key: MEASURED}))
    assert load_model(path, costs_file=file, threads=1).forward_costs == interpolate_costs(MEASURED)
    measured = load_model(path).forward_costs
    assert measured != ASSUMED_COSTS
    assert list(measured) == sorted(measured)
