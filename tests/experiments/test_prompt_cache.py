"""A provider with a prompt cache, over HTTP: what fools a block design does not fool this one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lib.analysis.experiment import ArmResult, analyse_experiment
from lib.analysis.verdict import Verdict
from lib.domain import ExperimentPlan, Trial
from lib.experiments.trial_file import TrialFile
from tests.experiments.test_runner import run_all
from tests.support.provider_server import ProviderServer
from tests.support.provider_wire import DONE, Answer, Event, Pause, Step, chunk_event, usage_event
from tests.support.trials import make_plan

COLD_S = 0.4
WINNERS = {Verdict.PAYS_OFF, Verdict.FASTER_BUT_DEARER, Verdict.SLOWER}
PLAN = replace(make_plan(num_cases=8, repetitions=1), concurrency=4)


class CachingProvider:
    """Answers a prompt that it has seen before at once; a prediction makes no difference to it."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def answer(self, request: Mapping[str, Any]) -> Answer:
        """Wait for a prompt whose beginning is new, and tell how much of it was cached."""
        prompt = "\n".join(message["content"] for message in request["messages"])
        is_cached = prompt in self._seen
        self._seen.add(prompt)
        steps: list[Step] = [Event(chunk_event(word)) for word in ("The ", "same ", "answer.")]
        usage = usage_event(
            prompt_tokens=1200,
            completion_tokens=3,
            prompt_tokens_details={"cached_tokens": 1152 if is_cached else 0},
        )
        waits: list[Step] = [] if is_cached else [Pause(COLD_S)]
        return Answer(
            (*waits, *steps, Event(chunk_event(finish_reason="stop")), Event(usage), DONE)
        )


def measure(folder: Path, *plans: ExperimentPlan) -> list[Trial]:
    """Return the trials of experiments that one such provider answers, one after the other."""
    folder.mkdir(exist_ok=True)
    provider = CachingProvider()
    trials: list[Trial] = []
    with ProviderServer({"echo": provider.answer}) as server:
        for number, plan in enumerate(plans):
            trials += run_all(plan, TrialFile(folder / f"{number}.jsonl"), server).trials
    return trials


def judge(trials: Sequence[Trial]) -> ArmResult:
    (arm,) = analyse_experiment(PLAN, trials).arms
    return arm


def count_cached(trials: Sequence[Trial], arm: str) -> int:
    return sum(
        bool(trial.result.usage and trial.result.usage.cached_tokens)
        for trial in trials
        if trial.planned.arm == arm
    )


def test_a_cache_gives_blocks_a_wrong_winner_and_this_design_none(tmp_path: Path) -> None:
    """Both arms are equally fast in truth."""
    off, on = (replace(PLAN, arms=(arm,)) for arm in PLAN.arms)
    blocks = measure(tmp_path / "blocks", off, on)
    assert (count_cached(blocks, "off"), count_cached(blocks, "on")) == (0, 8)
    assert judge(blocks).judgement.verdict is Verdict.PAYS_OFF

    interleaved = measure(tmp_path / "interleaved", replace(PLAN, concurrency=1))
    assert (count_cached(interleaved, "off"), count_cached(interleaved, "on")) == (4, 4)
    assert judge(interleaved).judgement.verdict not in WINNERS

    defeated = measure(tmp_path / "defeated", replace(PLAN, defeat_cache=True))
    assert (count_cached(defeated, "off"), count_cached(defeated, "on")) == (0, 0)
    fair = judge(defeated)
    assert fair.judgement.verdict not in WINNERS
    assert fair.find("latency").ratio == pytest.approx(1.0, abs=0.5)


def test_the_result_tells_how_much_was_cached(tmp_path: Path) -> None:
    trials = measure(tmp_path, replace(PLAN, repetitions=2, concurrency=1))
    summaries = {summary.arm: summary for summary in analyse_experiment(PLAN, trials).summaries}
    cached = [summaries[arm].cached_tokens for arm in ("off", "on")]
    assert sum(count or 0 for count in cached) == 24 * 1152
