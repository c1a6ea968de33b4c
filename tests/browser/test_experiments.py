"""Experiments in a real browser: started, watched, stopped, killed, resumed, read, taken along."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from lib.experiments.plan_file import read_plan
from lib.experiments.result_file import make_result
from lib.experiments.trial_file import decode_trials
from lib.storage import open_repository
from tests.browser.app_process import start_app, start_app_process
from tests.browser.experiments import EXPORTS, ExperimentPage, write_experiment
from tests.browser.playground import PATIENCE_MS
from tests.support.provider_desk import wait_for
from tests.support.provider_scripts import ANSWERS, AnswerMaker
from tests.support.provider_server import ProviderServer
from tests.support.provider_wire import DONE, Answer, Event, chunk_event

pytestmark = pytest.mark.browser


@contextmanager
def answering(provider: ProviderServer, model: str, answer: AnswerMaker) -> Iterator[None]:
    """Let a model of the double answer otherwise for a while."""
    usual = provider.scripts[model]
    provider.scripts[model] = answer
    try:
        yield
    finally:
        provider.scripts[model] = usual


def test_an_experiment_is_watched_stopped_resumed_and_taken_along(
    page: Page, app_url: str, provider: ProviderServer, tmp_path: Path
) -> None:
    experiments = ExperimentPage(page, app_url)
    experiments.open("/experiments")
    experiments.start_file(write_experiment(tmp_path / "e.yaml", "echo-slow"))
    progress = experiments.main.get_by_text(re.compile(r"^[1-9]\d* of 16 trials, about .* left"))
    expect(progress).to_be_visible(timeout=PATIENCE_MS)
    experiments.wait_for_words("So far, and still changing")
    experiments.press("Stop")
    experiments.wait_for_words("Stopped. Resume goes on")
    with answering(provider, "echo-slow", ANSWERS["echo"]):
        experiments.press("Resume")
        experiments.wait_until_ended(num_trials=16)

    plan_text, trial_lines, result_text = map(experiments.download, EXPORTS)
    trials = decode_trials(trial_lines, "trials.jsonl")
    assert [trial.planned.position for trial in trials] == list(range(16))
    # What the headless command would write of the same trials.
    headless = make_result(read_plan(plan_text), trials, is_complete=True, ending="")
    shown = json.loads(result_text)
    assert shown["comparisons"] == json.loads(json.dumps(headless["comparisons"]))
    verdict = shown["verdicts"][0]
    experiments.wait_for_words(f"with against without: {verdict['verdict']}")
    experiments.wait_for_words(verdict["reason"])
    # Interval, pairs, all times, acceptance, length, tokens, order.
    assert experiments.count_charts() == 7


def test_a_killed_app_resumes_with_each_trial_once(
    page: Page,
    provider: ProviderServer,
    app_environment: dict[str, str],
    tmp_path: Path,
) -> None:
    repository = open_repository(f"sqlite:///{tmp_path}/runs.db")
    stored = repository.experiments
    with start_app_process(tmp_path, "app.py", app_environment) as (url, process):
        experiments = ExperimentPage(page, url)
        experiments.open("/experiments")
        experiments.start_file(write_experiment(tmp_path / "e.yaml", "echo-slow"))
        wait_for(lambda: any(each.num_trials >= 2 for each in stored.list_experiments()))
        process.kill()
        process.wait()
    (experiment,) = stored.list_experiments()
    kept = stored.load_trials(experiment.experiment_id)
    assert 2 <= len(kept) < 16
    num_before = len(provider.requests)

    with (
        start_app(tmp_path, "app.py", app_environment) as url,
        answering(provider, "echo-slow", ANSWERS["echo"]),
    ):
        experiments = ExperimentPage(page, url)
        experiments.open("/experiments")
        experiments.open_latest()
        experiments.wait_for_words(f"{16 - len(kept)} of 16 trials are left.")
        experiments.press("Resume")
        experiments.wait_until_ended(num_trials=16)
    trials = stored.load_trials(experiment.experiment_id)
    repository.close()
    assert [trial.planned.position for trial in trials] == list(range(16))
    assert [trial for trial in trials if trial in kept] == kept, "a paid trial was repeated"
    assert len(provider.requests) - num_before == 16 - len(kept)


class TwoBackends:
    """A provider that moves to another backend after so many answers."""

    def __init__(self, num_before: int) -> None:
        self.num_left = num_before

    def answer(self, _: Mapping[str, Any]) -> Answer:
        self.num_left -= 1
        mark = "fp_old" if self.num_left >= 0 else "fp_new"
        text = "Dear |Ada, |thank |you" if self.num_left >= 0 else "Dear |Bea, |thank |you"
        steps = [Event(chunk_event(word, system_fingerprint=mark)) for word in text.split("|")]
        end = Event(chunk_event(finish_reason="stop", system_fingerprint=mark))
        return Answer((*steps, end, DONE))


def test_a_change_of_the_backend_is_seen(
    page: Page, app_url: str, provider: ProviderServer
) -> None:
    experiments = ExperimentPage(page, app_url)
    experiments.open("/reproducibility")
    experiments.use_compatible_model("hello")
    with answering(provider, "hello", TwoBackends(9).answer):
        experiments.press("Start Shortcut")
        experiments.wait_until_ended(num_trials=18)
    # Three requests in random order, and the answers part in the middle of the 18.
    experiments.wait_for_words("part at line 1, column 6")
    experiments.wait_for_words("The fingerprint changed at run")
    expect(experiments.main.get_by_role("listitem")).to_have_count(18)
    experiments.main.get_by_text("How alike every two answers are").first.click()
    expect(experiments.main.get_by_test_id("stPlotlyChart").first).to_be_visible()
    expect(
        experiments.main.get_by_text(re.compile("^same seed, temperature 0.7: "))
    ).to_be_visible()
    document = json.loads(experiments.download(EXPORTS[-1]))
    marks = {mark for each in document["repetitions"] for mark in each["fingerprints"]}
    assert marks == {"fp_old", "fp_new"}


def test_every_comparison_is_one_click_away(page: Page, app_url: str) -> None:
    experiments = ExperimentPage(page, app_url)
    experiments.open("/experiments")
    for label, words in (
        ("Sweep: wrong words", "5 texts × 7 arms"),
        ("Sweep: output length", "4 texts × 2 arms"),
        ("Sweep: temperature", "5 texts × 6 arms"),
        ("Unrelated text", "5 texts × 3 arms"),
    ):
        experiments.main.get_by_text(label, exact=True).click()
        experiments.wait_for_words(words)
