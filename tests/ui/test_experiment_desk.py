"""Experiments outlive pages, and the app: what a kill interrupts is resumed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lib.experiments.progress import State
from lib.storage import open_repository
from lib.ui.experiment_desk import ExperimentDesk
from lib.ui.services import Services, open_services
from tests.support.provider_desk import wait_for
from tests.support.provider_server import ProviderServer
from tests.support.trials import PATIENCE_S, make_plan

ROOT = Path(__file__).resolve().parent.parent.parent
PLAN = make_plan(num_cases=2, repetitions=3, warmup=1)
SLOW_PLAN = replace(
    PLAN,
    cases=tuple(replace(case, source="word " * 10) for case in PLAN.cases),
    arms=tuple(replace(arm, model="echo-slow") for arm in PLAN.arms),
)
START = """
from lib.ui.experiment_desk import open_desk
from tests.ui.test_experiment_desk import SLOW_PLAN
desk = open_desk()
desk.find(desk.start(SLOW_PLAN, {})).wait()
"""


@pytest.fixture
def server() -> Iterator[ProviderServer]:
    with ProviderServer() as server:
        yield server


@pytest.fixture
def environment(tmp_path: Path, server: ProviderServer) -> dict[str, str]:
    return {
        "DATABASE_URL": f"sqlite:///{tmp_path}/runs.db",
        "COMPATIBLE_BASE_URL": server.base_url,
    }


@pytest.fixture
def services(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    open_services.cache_clear()
    services = open_services()
    yield services
    services.close()
    open_services.cache_clear()


def test_a_killed_app_is_resumed_with_each_trial_once(
    environment: dict[str, str], server: ProviderServer, services: Services
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", START],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    repository = services.repository.experiments
    try:
        wait_for(lambda: any(each.num_trials >= 3 for each in repository.list_experiments()))
    finally:
        process.kill()
        process.wait()
    (experiment,) = repository.list_experiments()
    kept = repository.load_trials(experiment.experiment_id)
    before = len(server.requests)
    assert 3 <= len(kept) < 16
    desk = ExperimentDesk(services)
    desk.resume(experiment, {})
    runner = desk.find(experiment.experiment_id)
    assert runner is not None
    assert runner.wait(PATIENCE_S)
    assert runner.progress().state is State.FINISHED
    trials = repository.load_trials(experiment.experiment_id)
    assert [trial.planned.position for trial in trials] == list(range(16))
    assert [trial for trial in trials if trial in kept] == kept
    assert len(server.requests) - before == 16 - len(kept)


def test_closing_the_app_stops_an_experiment_without_losing_trials(
    environment: dict[str, str], server: ProviderServer, services: Services
) -> None:
    desk = ExperimentDesk(services)
    services.closers.append(desk.close)
    experiment_id = desk.start(SLOW_PLAN, {})
    runner = desk.find(experiment_id)
    assert runner is not None
    wait_for(lambda: runner.progress().done >= 1)
    services.close()
    assert runner.progress().state is State.STOPPED
    reopened = open_repository(environment["DATABASE_URL"])
    assert len(reopened.experiments.load_trials(experiment_id)) == runner.progress().done
    reopened.close()


def test_it_has_one_runner_however_often_it_is_resumed(services: Services) -> None:
    desk = ExperimentDesk(services)
    experiment_id = desk.start(SLOW_PLAN, {})
    experiment = desk.find_stored(experiment_id)
    assert experiment is not None
    first = desk.find(experiment_id)
    desk.resume(experiment, {})
    assert desk.find(experiment_id) is first
    desk.close()


def test_a_result_is_computed_once_for_the_same_trials(services: Services) -> None:
    desk = ExperimentDesk(services)
    experiment_id = desk.start(PLAN, {})
    runner = desk.find(experiment_id)
    assert runner is not None
    assert runner.wait(PATIENCE_S)
    trials = desk.load_trials(experiment_id)
    result = desk.analyse(experiment_id, PLAN, trials)
    assert desk.analyse(experiment_id, PLAN, trials) is result
    assert desk.analyse(experiment_id, PLAN, trials[:5]) is not result
