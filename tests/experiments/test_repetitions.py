"""Reproducibility end to end: what is sent, and what is found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from lib.analysis.reproducibility import Repetitions, find_repetitions
from lib.domain import Arm, Case, ExperimentPlan, Purpose
from lib.engine.model import load_model
from lib.experiments.plan_file import read_plan, write_plan
from lib.experiments.progress import State
from lib.experiments.repetitions import SeedUse, make_repetition_plan
from lib.experiments.runner import ExperimentRunner
from lib.experiments.trial_file import TrialFile
from lib.providers import Connection
from lib.running import EndpointOpener, RunManager
from tests.support.engine_server import serve_engine
from tests.support.provider_scripts import answer_steps
from tests.support.provider_server import ProviderServer
from tests.support.provider_wire import DONE, Answer, Event, chunk_event
from tests.support.tiny_gguf import write_tiny_gguf
from tests.support.trials import PATIENCE_S

CASE = Case(id="x", source="one two three", instruction="Repeat the text.")


def make_base(provider: str = "compatible", model: str = "hello", **changes: Any) -> Arm:
    return Arm(name="", provider=provider, model=model, seed=7, **changes)


@contextmanager
def open_manager() -> Iterator[RunManager]:
    manager = RunManager(save=lambda _: None)
    try:
        yield manager
    finally:
        manager.close()


def run(plan: ExperimentPlan, base_url: str, folder: Path) -> tuple[Repetitions, ...]:
    def choose(provider_id: str) -> EndpointOpener:
        async def open_endpoint(_: Callable[[str], None]) -> Connection:
            return Connection(provider_id=provider_id, base_url=base_url)

        return open_endpoint

    with open_manager() as manager:
        runner = ExperimentRunner(plan, TrialFile(folder / "t.jsonl"), manager, choose)
        runner.start()
        assert runner.wait(PATIENCE_S)
    assert runner.progress().state is State.FINISHED
    return find_repetitions(plan, runner.trials)


def test_each_use_of_the_seed_sends_what_it_says(tmp_path: Path) -> None:
    plan = make_repetition_plan(
        [CASE],
        make_base(),
        seed_uses=list(SeedUse),
        temperatures=[0.5, 1.0],
        repetitions=3,
    )
    with ProviderServer() as server:
        run(plan, server.base_url, tmp_path)
    sent = Counter(
        (request.body["temperature"], request.body.get("seed")) for request in server.requests
    )
    for temperature in (0.5, 1.0):
        # The first of the different seeds is the same seed.
        for seed, count in ((7, 3 + 1), (8, 1), (9, 1), (None, 3)):
            assert sent.pop((temperature, seed)) == count
    assert not sent


def test_the_plan_survives_its_file() -> None:
    plan = make_repetition_plan(
        [CASE], make_base(), seed_uses=[SeedUse.DIFFERENT], temperatures=[0.7], repetitions=4
    )
    assert len(plan.arms) == 1
    assert read_plan(write_plan(plan)) == plan
    assert plan.purpose is Purpose.REPRODUCIBILITY


def test_the_local_engine_agrees_in_all_runs_of_one_seed_at_any_temperature(
    tmp_path: Path,
) -> None:
    model = load_model(write_tiny_gguf(tmp_path / "tiny-random.Q4_1.gguf"))
    plan = make_repetition_plan(
        [CASE],
        make_base("local", "tiny", max_tokens=12),
        seed_uses=[SeedUse.SAME, SeedUse.DIFFERENT],
        temperatures=[0.0, 0.7, 2.0],
        repetitions=4,
    )
    with serve_engine(lambda _: model, name="tiny") as (address, _):
        found = run(plan, f"{address}/v1", tmp_path)
    rates = {each.arm.name: each.agreement_rate for each in found}
    for temperature in ("0", "0.7", "2"):
        assert rates[f"same seed, temperature {temperature}"] == 1.0
    assert rates["different seeds, temperature 0"] == 1.0
    assert rates["different seeds, temperature 2"] != 1.0
    assert {mark for each in found for mark in each.fingerprints} != {None}


class Flipping:
    """A provider that moves to another backend half way."""

    def __init__(self, num_before: int) -> None:
        self.num_left = num_before

    def answer(self, request: Mapping[str, Any]) -> Answer:
        self.num_left -= 1
        is_old = self.num_left >= 0
        text = "The answer is four." if is_old else "The answer is 4."
        mark = "fp_old" if is_old else "fp_new"
        steps = [Event(chunk_event(word, system_fingerprint=mark)) for word in text.split(" ")]
        end = Event(chunk_event(finish_reason="stop", system_fingerprint=mark))
        return Answer((*steps, end, DONE))


def test_a_backend_that_flips_half_way_shows(tmp_path: Path) -> None:
    plan = make_repetition_plan(
        [CASE],
        make_base(model="flipping"),
        seed_uses=[SeedUse.SAME],
        temperatures=[0.0],
        repetitions=6,
    )
    with ProviderServer({"flipping": Flipping(3).answer}) as server:
        (found,) = run(plan, server.base_url, tmp_path)
    assert found.agreement_rate == 0.5
    assert found.fingerprints == ("fp_old",) * 3 + ("fp_new",) * 3
    assert found.fingerprint_changes == (3,)
    assert found.divergence is not None
    assert "changed at run 4" in found.sentence
    assert "lies between two fingerprints" in found.sentence


@pytest.mark.parametrize("mark", [None, "constant"])
def test_it_works_whatever_the_fingerprint(tmp_path: Path, mark: str | None) -> None:
    steps = [
        Event({**step.data, "system_fingerprint": mark})
        if isinstance(step, Event) and isinstance(step.data, dict)
        else step
        for step in answer_steps()
    ]
    plan = make_repetition_plan(
        [CASE], make_base(model="x"), seed_uses=[SeedUse.NONE], temperatures=[1.0], repetitions=3
    )
    with ProviderServer({"x": Answer(tuple(steps))}) as server:
        (found,) = run(plan, server.base_url, tmp_path)
    assert found.fingerprints == (mark,) * 3
    assert found.agreement_rate == 1.0
