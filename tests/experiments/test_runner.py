"""Experiments against a real server: what is sent, kept, repeated, and when it stops."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lib.domain import (
    Arm,
    Budget,
    Case,
    ExperimentPlan,
    Outcome,
    PredictionKind,
    Price,
    Trial,
)
from lib.errors import StorageError
from lib.experiments.progress import FAILURES_IN_A_ROW, State
from lib.experiments.runner import ExperimentRunner, TrialStore
from lib.experiments.trial_file import TrialFile
from lib.providers import Connection
from lib.running import EndpointOpener, RunManager
from tests.support.provider_desk import wait_for
from tests.support.provider_scripts import ANSWERS
from tests.support.provider_server import ProviderServer
from tests.support.provider_wire import Answer, error_body
from tests.support.trials import PATIENCE_S, make_plan

BUSY = error_body("Rate limit reached.", code="rate_limit_exceeded")


class Scripts:
    """Answers that a test changes while the server runs."""

    def __init__(self) -> None:
        self.num_refusals = 0
        self.retry_after = "0.05"
        self.status = 429

    def answer(self, request: Mapping[str, Any]) -> Answer:
        """Refuse so many requests, then repeat what was sent."""
        if self.num_refusals > 0:
            self.num_refusals -= 1
            headers = {"retry-after": self.retry_after}
            return Answer(status=self.status, body=BUSY, headers=headers)
        answer = ANSWERS["echo"]
        return answer(request)


@pytest.fixture
def scripts() -> Scripts:
    return Scripts()


@pytest.fixture
def server(scripts: Scripts) -> Iterator[ProviderServer]:
    with ProviderServer({"moody": scripts.answer}) as server:
        yield server


@pytest.fixture
def store(tmp_path: Path) -> TrialFile:
    return TrialFile(tmp_path / "trials.jsonl")


@contextmanager
def open_runner(
    plan: ExperimentPlan, store: TrialStore, server: ProviderServer
) -> Iterator[ExperimentRunner]:
    manager = RunManager(save=lambda _: None)

    def choose(provider_id: str) -> EndpointOpener:
        async def open_endpoint(_: Callable[[str], None]) -> Connection:
            return Connection(provider_id=provider_id, base_url=server.base_url)

        return open_endpoint

    runner = ExperimentRunner(plan, store, manager, choose, mark="test")
    try:
        yield runner
    finally:
        runner.stop()
        manager.close()


def run_all(plan: ExperimentPlan, store: TrialStore, server: ProviderServer) -> ExperimentRunner:
    with open_runner(plan, store, server) as runner:
        runner.start()
        assert runner.wait(PATIENCE_S)
    return runner


def make_moody_plan(**changes: Any) -> ExperimentPlan:
    plan = make_plan(**changes)
    return replace(plan, arms=tuple(replace(arm, model="moody") for arm in plan.arms))


@pytest.mark.parametrize("concurrency", [1, 4])
def test_every_trial_is_sent_once_and_kept(
    store: TrialFile, server: ProviderServer, concurrency: int
) -> None:
    plan = make_plan(num_cases=2, repetitions=3, warmup=1, concurrency=concurrency)
    runner = run_all(plan, store, server)
    assert runner.progress().state is State.FINISHED
    assert len(server.requests) == plan.num_trials == 16
    kept = store.load()
    assert kept == list(runner.trials)
    assert [trial.planned.position for trial in kept] == list(range(16))
    assert all(trial.is_measured for trial in kept)


def test_arms_differ_in_what_the_plan_says_and_in_nothing_else(
    store: TrialFile, server: ProviderServer
) -> None:
    case = Case(id="x", source="one two three", instruction="Repeat.", prediction="one two")
    off = Arm(name="off", provider="compatible", model="echo", seed=7, temperature=0.0)
    arms = (
        off,
        replace(off, name="on", prediction=PredictionKind.SOURCE),
        replace(off, name="own", prediction=PredictionKind.OWN),
        replace(off, name="bad", prediction=PredictionKind.DAMAGED, damaged_share=1.0),
    )
    run_all(make_plan(cases=(case,), arms=arms, repetitions=1), store, server)
    bodies = [request.body for request in server.requests]
    predictions = Counter(str(body.pop("prediction", {}).get("content")) for body in bodies)
    assert predictions.pop("None") == predictions.pop("one two three") == 1
    assert predictions.pop("one two") == 1
    (damaged,) = predictions
    assert [len(word) for word in damaged.split()] == [3, 3, 5]
    assert all(body == bodies[0] for body in bodies)


def test_a_cache_breaker_makes_every_prompt_begin_differently(
    store: TrialFile, server: ProviderServer
) -> None:
    run_all(make_plan(num_cases=1, repetitions=3, defeat_cache=True), store, server)
    firsts = [request.body["messages"][0]["content"] for request in server.requests]
    assert len({first.split("\n")[0] for first in firsts}) == 6
    assert {first.split("\n", 1)[1] for first in firsts} == {"Repeat the text."}


def test_a_rate_limit_is_waited_for_and_told(
    store: TrialFile, server: ProviderServer, scripts: Scripts
) -> None:
    scripts.num_refusals = 3
    runner = run_all(make_moody_plan(num_cases=1, repetitions=2), store, server)
    assert runner.progress().state is State.FINISHED
    assert len(server.requests) == 4 + 3
    waits = [trial.waits_s for trial in runner.trials]
    assert sum(map(len, waits)) == 3
    assert {wait for trial in waits for wait in trial} == {0.05}
    assert all(trial.is_measured for trial in store.load())


def test_a_limit_for_hours_halts_and_is_resumed(
    store: TrialFile, server: ProviderServer, scripts: Scripts
) -> None:
    plan = make_moody_plan(num_cases=1, repetitions=2)
    scripts.num_refusals, scripts.retry_after = 1, "86400"
    halted = run_all(plan, store, server)
    assert halted.progress().state is State.HALTED
    assert "rate limit" in halted.progress().sentence
    assert len(server.requests) == 1
    assert run_all(plan, store, server).progress().state is State.FINISHED
    assert len(server.requests) == 1 + 4
    assert all(trial.is_measured for trial in store.load())


def test_failures_are_kept_and_the_rest_goes_on(store: TrialFile, server: ProviderServer) -> None:
    plan = make_plan(num_cases=2, repetitions=2)
    refusing = replace(plan.arms[1], model="no-prediction")
    runner = run_all(replace(plan, arms=(plan.arms[0], refusing)), store, server)
    assert runner.progress().state is State.FINISHED
    assert runner.progress().failed == 4
    assert {trial.planned.arm for trial in store.load() if not trial.is_measured} == {"on"}
    before = len(server.requests)
    run_all(runner.plan, store, server)
    assert len(server.requests) == before, "a refusal is an answer; it is not asked for again"


def test_it_gives_up_when_nothing_answers(
    store: TrialFile, server: ProviderServer, scripts: Scripts
) -> None:
    scripts.num_refusals, scripts.status = 10_000, 401
    plan = make_moody_plan(num_cases=2, repetitions=10)
    runner = run_all(plan, store, server)
    assert runner.progress().state is State.HALTED
    assert f"{FAILURES_IN_A_ROW} trials in a row failed" in runner.progress().sentence
    assert len(server.requests) == FAILURES_IN_A_ROW
    scripts.num_refusals = 0
    assert run_all(plan, store, server).progress().state is State.FINISHED
    assert all(trial.is_measured for trial in store.load())
    assert len(store.load()) == 40


@pytest.mark.parametrize(
    ("budget", "words"),
    [
        (Budget(max_runs=5), "5 runs"),
        (Budget(max_output_tokens=4), "4 output tokens"),
        (Budget(max_usd=Decimal(1)), "not known what a run costs"),
    ],
)
def test_a_budget_ends_it(
    store: TrialFile, server: ProviderServer, budget: Budget, words: str
) -> None:
    plan = make_plan(num_cases=1, repetitions=10, budget=budget)
    runner = run_all(plan, store, server)
    assert runner.progress().state is State.HALTED
    assert words in runner.progress().sentence
    sent = len(server.requests)
    assert sent <= 5
    run_all(plan, store, server)
    assert len(server.requests) == sent, "what was spent before counts"


def test_a_budget_in_usd_counts_with_the_price_of_the_plan(
    store: TrialFile, server: ProviderServer
) -> None:
    dear = Price(input_usd=Decimal(0), output_usd=Decimal(1_000_000), source="a contract")
    plan = make_plan(num_cases=1, repetitions=10, budget=Budget(max_usd=Decimal(5)))
    plan = replace(plan, arms=tuple(replace(arm, price=dear) for arm in plan.arms))
    runner = run_all(plan, store, server)
    assert "The budget of $5 is used up" in runner.progress().sentence
    assert {trial.price for trial in store.load()} == {dear}
    assert 0 < len(server.requests) < plan.num_trials


def test_stop_cancels_what_runs_and_resume_sends_only_the_rest(
    store: TrialFile, server: ProviderServer
) -> None:
    source = "word " * 60
    case = Case(id="x", source=source, instruction="Repeat.")
    off = Arm(name="off", provider="compatible", model="echo")
    slow = Arm(name="slow", provider="compatible", model="echo-slow")
    plan = make_plan(cases=(case,), arms=(off, slow), repetitions=2)
    with open_runner(plan, store, server) as runner:
        runner.start()
        wait_for(lambda: any(each.body["model"] == "echo-slow" for each in server.requests))
        runner.stop()
        assert runner.wait(PATIENCE_S)
        assert runner.progress().state is State.STOPPED
    kept = store.load()
    assert len(kept) < 4
    assert all(trial.result.outcome is Outcome.COMPLETED for trial in kept)
    sent = len(server.requests)
    run_all(plan, store, server)
    assert len(server.requests) == sent + 4 - len(kept)
    assert [trial.planned.position for trial in store.load()] == [0, 1, 2, 3]
    assert store.load()[: len(kept)] == kept or {t.result.run_id for t in kept} <= {
        t.result.run_id for t in store.load()
    }


class FullStore:
    """A disk without room."""

    def load(self) -> list[Trial]:
        return []

    def save(self, trial: Trial) -> None:
        raise StorageError("The disk is full. Make room.")


def test_it_halts_when_a_trial_cannot_be_kept(server: ProviderServer) -> None:
    runner = run_all(make_plan(repetitions=3), FullStore(), server)
    assert runner.progress().state is State.HALTED
    assert runner.progress().sentence == "The disk is full. Make room."
    assert len(server.requests) == 1
