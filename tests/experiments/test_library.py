from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from lib.errors import PlanError
from lib.experiments.library import import_result, keep_plan, read_stored_plan
from lib.experiments.result_file import make_result
from lib.experiments.trial_file import encode_trial
from lib.storage import RunRepository, open_repository
from tests.support.trials import make_plan, simulate

PLAN = make_plan(num_cases=2, repetitions=3)
TRIALS = simulate(PLAN, 0.5)


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[RunRepository]:
    opened = open_repository(f"sqlite:///{tmp_path}/runs.db")
    yield opened
    opened.close()


def write_result() -> bytes:
    return json.dumps(make_result(PLAN, TRIALS, is_complete=True, ending="")).encode()


def write_trials() -> bytes:
    return "".join(f"{encode_trial(trial)}\n" for trial in TRIALS).encode()


def test_a_kept_plan_is_read_back(repository: RunRepository) -> None:
    experiment = keep_plan(repository.experiments, PLAN)
    assert read_stored_plan(experiment) == PLAN


def test_results_of_the_headless_command_are_taken_in(repository: RunRepository) -> None:
    experiment = import_result(repository.experiments, write_result(), write_trials())
    assert read_stored_plan(experiment) == PLAN
    assert repository.experiments.load_trials(experiment.experiment_id) == TRIALS


@pytest.mark.parametrize(
    ("result", "trials", "words"),
    [
        (b"{}", write_trials(), "holds no experiment"),
        (b"not json", write_trials(), "holds no experiment"),
        (write_result(), b"\xff", "not UTF-8"),
        (write_result(), b"{}\n{}\n", "line 1"),
        (
            json.dumps({"plan": write_result().decode()}).encode(),
            write_trials(),
            "not known",
        ),
        (
            json.dumps(
                make_result(make_plan(num_cases=3), [], is_complete=False, ending="")
            ).encode(),
            write_trials(),
            "not of the experiment",
        ),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_kept(
    repository: RunRepository, result: bytes, trials: bytes, words: str
) -> None:
    with pytest.raises(PlanError, match=words):
        import_result(repository.experiments, result, trials)
    assert repository.experiments.list_experiments() == []
