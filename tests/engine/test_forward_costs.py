"""Forward costs: the least ever seen, kept in a file, and never an error."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from lib.engine.forward_costs import (
    ASSUMED_COSTS,
    MAX_ENTRIES,
    MAX_FACTOR,
    MAX_ROWS,
    MEASURED_ROWS,
    MIN_FACTOR,
    estimate_costs,
    find_costs_file,
    interpolate_costs,
    make_key,
    read_least,
    store_least,
)

MEASURED = (1.0, 1.5, 2.0, 3.0, 5.0, 8.0)


def test_costs_lie_on_lines_between_the_measured_ones_and_go_on_like_the_last() -> None:
    costs = interpolate_costs(MEASURED)
    assert len(costs) == MAX_ROWS + 1
    assert [costs[rows] for rows in MEASURED_ROWS] == list(MEASURED)
    assert costs[3] == pytest.approx(1.75)
    assert costs[24] == pytest.approx(6.5)
    assert costs[64] == pytest.approx(14.0)


def test_more_rows_never_cost_less_whatever_was_measured() -> None:
    costs = interpolate_costs((2.0, 1.0, 4.0, 3.0, 5.0, 4.9))
    assert list(costs) == sorted(costs)
    assert costs[1] == costs[2] == 2.0


def test_of_each_size_the_least_ever_seen_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "new" / "folder" / "costs.json"
    assert read_least(file, "a model") is None
    store_least(file, "a model", MEASURED)
    store_least(file, "another model", MEASURED)
    store_least(file, "a model", (0.5, *(9 * cost for cost in MEASURED[1:])))
    assert read_least(file, "a model") == (0.5, *MEASURED[1:])
    assert read_least(file, "another model") == MEASURED
    assert [one.name for one in file.parent.iterdir()] == ["costs.json"]


def test_without_any_measurement_costs_are_assumed() -> None:
    assert estimate_costs(None) == ASSUMED_COSTS
    assert estimate_costs(MEASURED) == interpolate_costs(MEASURED)


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
    assert read_least(file, "k") is None
    store_least(file, "k", MEASURED)
    assert json.loads(file.read_text()) == {"k": list(MEASURED)}


def test_a_file_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    obstacle = tmp_path / "obstacle"
    obstacle.write_text("not a folder")
    (tmp_path / "folder").mkdir()
    for file in (obstacle / "costs.json", tmp_path / "folder", None):
        store_least(file, "k", MEASURED)
        assert read_least(file, "k") is None
    assert sorted(one.name for one in tmp_path.iterdir()) == ["folder", "obstacle"]


@pytest.mark.parametrize("bad", [0.0, -1.0, math.inf, math.nan])
def test_what_no_pass_can_take_is_not_kept(tmp_path: Path, bad: float) -> None:
    file = tmp_path / "costs.json"
    store_least(file, "k", (bad, *MEASURED[1:]))
    assert not file.exists()


@pytest.mark.parametrize("factor", [0.001, 1000.0])
def test_a_busy_machine_cannot_stop_drafting(factor: float) -> None:
    costs = estimate_costs((MEASURED[0], *(cost * factor for cost in MEASURED[1:])))
    for rows in MEASURED_ROWS:
        assumed = ASSUMED_COSTS[rows] / ASSUMED_COSTS[1]
        ratio = costs[rows] / costs[1]
        assert assumed * MIN_FACTOR * 0.999 <= ratio <= assumed * MAX_FACTOR * 1.001


def test_the_file_does_not_grow_without_end(tmp_path: Path) -> None:
    file = tmp_path / "costs.json"
    for number in range(MAX_ENTRIES + 5):
        store_least(file, f"model {number}", MEASURED)
    store_least(file, "model 7", MEASURED)  # what is in use stays, however old
    store_least(file, "one more", MEASURED)
    assert len(json.loads(file.read_text())) == MAX_ENTRIES
    assert {"model 7", f"model {MAX_ENTRIES + 4}"} < json.loads(file.read_text()).keys()


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
