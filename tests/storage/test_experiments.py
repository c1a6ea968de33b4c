from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lib.errors import StorageError
from lib.storage import RunRepository, StoredExperiment, open_repository
from tests.support.trials import count_tokens, make_plan, make_trials

TRIALS = make_trials(
    make_plan(num_cases=3, repetitions=2, warmup=1), lambda _: {"usage": count_tokens(9)}
)


def make_experiment(name: str = "first", minute: int = 0) -> StoredExperiment:
    return StoredExperiment(
        experiment_id=f"id-{name}",
        name=name,
        created_at=datetime(2026, 11, 21, 12, minute, tzinfo=UTC),
        document="name: x\ntext: 'NUL \x00, lone \ud83d'\n",
    )


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[RunRepository]:
    opened = open_repository(f"sqlite:///{tmp_path}/runs.db")
    yield opened
    opened.close()


def test_experiments_are_listed_newest_first(repository: RunRepository) -> None:
    first, second = make_experiment(), make_experiment("second", 1)
    repository.experiments.add(first)
    repository.experiments.add(second)
    assert repository.experiments.list_experiments() == [second, first]


def test_trials_come_back_as_they_were_in_their_order(repository: RunRepository) -> None:
    repository.experiments.add(make_experiment())
    for trial in reversed(TRIALS):
        repository.experiments.save_trial("id-first", trial)
    assert repository.experiments.load_trials("id-first") == TRIALS
    assert repository.experiments.list_experiments()[0].num_trials == len(TRIALS) == 18
    assert repository.get("run-3") == TRIALS[3].result, "a trial's run is a run like any other"


def test_a_repeated_trial_takes_the_place_of_the_earlier_one(repository: RunRepository) -> None:
    repository.experiments.add(make_experiment())
    again = replace(TRIALS[0], result=replace(TRIALS[0].result, run_id="again"), waits_s=(1.5, 3.0))
    repository.experiments.save_trial("id-first", TRIALS[0])
    repository.experiments.save_trial("id-first", again)
    assert repository.experiments.load_trials("id-first") == [again]


def test_experiments_do_not_share_trials(repository: RunRepository) -> None:
    repository.experiments.add(make_experiment())
    repository.experiments.add(make_experiment("second"))
    repository.experiments.save_trial("id-first", TRIALS[0])
    assert repository.experiments.load_trials("id-second") == []


def test_a_deleted_experiment_leaves_its_runs(repository: RunRepository) -> None:
    repository.experiments.add(make_experiment())
    repository.experiments.save_trial("id-first", TRIALS[0])
    repository.experiments.delete("id-first")
    assert repository.experiments.list_experiments() == []
    assert repository.experiments.load_trials("id-first") == []
    assert repository.get("run-0") == TRIALS[0].result


def test_an_id_is_taken_once(repository: RunRepository) -> None:
    repository.experiments.add(make_experiment())
    with pytest.raises(StorageError):
        repository.experiments.add(make_experiment())
