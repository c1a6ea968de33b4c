"""Many requests at once: the same text as alone, known prompts, seeds, and clients that leave."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import httpx2
import openai
import pytest
from openai import OpenAI

from lib.engine.model import Model
from lib.engine.scheduler import MAX_IN_FLIGHT
from lib.engine.service import EngineService
from tests.support.engine_server import serve_engine
from tests.support.stand_in_model import StandInModel, as_model

WAIT_S = 300
NUM_CLIENTS = 8
TEXT = "The shop opens at nine. On Monday it is closed. Every visitor needs a card."


@dataclass(frozen=True, kw_only=True)
class Case:
    """A request; `guess` says what its prediction is."""

    prompt: str
    temperature: float
    guess: str = "none"
    cache_prompt: bool = False
    stream: bool = False


@dataclass(frozen=True)
class Desk:
    """A client of a served model."""

    client: OpenAI
    model: str
    service: EngineService

    def create(self, prompt: str, **fields: Any) -> Any:
        messages: Any = [{"role": "user", "content": prompt}]
        merged = {"model": self.model, "messages": messages, "max_tokens": 40, **fields}
        return self.client.chat.completions.create(**merged)

    def text_of(self, case: Case, plain_text: str = "") -> str:
        """The answer to `case`; `plain_text` is what it should be, for the predictions."""
        fields: dict[str, Any] = {"temperature": case.temperature, "seed": 11}
        if case.guess != "none":
            half = len(plain_text) // 2
            guess = {
                "right": plain_text,
                "damaged": f"{plain_text[:half]} x = 1\n {plain_text[half:]}",
                "foreign": "x = 1\n" * 9,
            }[case.guess]
            fields["prediction"] = {"type": "content", "content": guess}
        answer = self.create(
            case.prompt,
            **fields,
            stream=case.stream,
            extra_body={"cache_prompt": case.cache_prompt},
        )
        if not case.stream:
            return str(answer.choices[0].message.content)
        return "".join(chunk.choices[0].delta.content or "" for chunk in answer)


@contextmanager
def served(model: Model) -> Iterator[Desk]:
    with (
        serve_engine(lambda _: model) as (url, service),
        OpenAI(base_url=f"{url}/v1", api_key="none", max_retries=0, timeout=WAIT_S) as client,
    ):
        yield Desk(client, model.name, service)


@pytest.fixture
def stand_in() -> Iterator[StandInModel]:
    model = StandInModel()
    yield model
    model.may_pass.set()


@pytest.fixture
def desk(stand_in: StandInModel) -> Iterator[Desk]:
    with served(as_model(stand_in)) as desk:
        yield desk
        stand_in.may_pass.set()


def wait_until(holds: Callable[[], bool]) -> None:
    pause = threading.Event()
    for _ in range(6000):
        if holds():
            return
        pause.wait(0.01)
    raise AssertionError("It did not come true.")


def check_same_under_load(desk: Desk, cases: list[Case]) -> None:
    """Alone without prediction and prefix cache first, then every case with seven others."""

    def plain(case: Case) -> Case:
        return Case(prompt=case.prompt, temperature=case.temperature)

    alone = {one: desk.text_of(one) for one in dict.fromkeys(map(plain, cases))}
    assert NUM_CLIENTS > MAX_IN_FLIGHT
    with ThreadPoolExecutor(NUM_CLIENTS) as clients:
        texts = clients.map(lambda case: desk.text_of(case, alone[plain(case)]), cases)
        wrong = [
            case for case, text in zip(cases, texts, strict=True) if text != alone[plain(case)]
        ]
    assert wrong == []


@pytest.mark.parametrize("name", ["stand-in", "tiny"])
def test_the_text_is_the_same_alone_and_with_seven_others(name: str, tiny_model: Model) -> None:
    cases = [
        Case(
            prompt=prompt, temperature=temperature, guess=guess, cache_prompt=cached, stream=stream
        )
        for prompt, guess, temperature, cached, stream in product(
            (TEXT, TEXT[:30], f"{TEXT} {TEXT}", f"No. {TEXT}"),
            ("none", "right", "damaged", "foreign"),
            (0, 0.8),
            (True, False),
            (True, False),
        )
    ]
    model = as_model(StandInModel()) if name == "stand-in" else tiny_model
    with served(model) as desk:
        check_same_under_load(desk, cases)


@pytest.mark.model
def test_the_real_models_text_is_the_same_alone_and_with_seven_others(real_model: Model) -> None:
    case = Case(prompt=f"Repeat exactly:\n\n{TEXT}", temperature=0, cache_prompt=True)
    cases = [
        replace(case, temperature=temperature, guess=guess, cache_prompt=cached)
        for temperature in (0, 0.8)
        for guess, cached in product(("none", "right", "damaged", "foreign"), (True, False))
    ]
    with served(real_model) as desk:
        check_same_under_load(desk, cases)


def test_the_seed_that_was_drawn_gives_the_text_again(desk: Desk) -> None:
    drawn = set()
    for _ in range(5):
        whole = desk.create(TEXT, temperature=1.5)
        drawn.add(whole.seed)
        chunks = list(desk.create(TEXT, temperature=1.5, seed=whole.seed, stream=True))
        assert chunks[0].seed == whole.seed
        text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
        assert text == whole.choices[0].message.content
        first, *rest = desk.create(TEXT, temperature=1.5, stream=True)
        drawn.add(first.seed)
        text = "".join(chunk.choices[0].delta.content or "" for chunk in rest)
        again = desk.create(TEXT, temperature=1.5, seed=first.seed)
        assert again.choices[0].message.content == text
    assert len(drawn) == 10
    assert all(0 <= seed < 2**53 for seed in drawn)
    assert desk.create(TEXT, seed=-(2**63)).seed == -(2**63)


def test_known_tokens_of_a_prompt_are_counted(desk: Desk) -> None:
    def cached_tokens(prompt: str, *, cache_prompt: bool | None = None) -> tuple[int, int]:
        answer = desk.create(prompt, temperature=0, extra_body={"cache_prompt": cache_prompt})
        return answer.usage.prompt_tokens, answer.usage.prompt_tokens_details.cached_tokens

    prompt, other = "a" * 90, "b" * 90
    assert cached_tokens(prompt, cache_prompt=False) == (90, 0)
    assert cached_tokens(prompt) == (90, 0)  # the one before has left nothing
    assert cached_tokens(prompt, cache_prompt=True) == (90, 89)
    assert cached_tokens(prompt, cache_prompt=False) == (90, 0)
    assert cached_tokens(prompt[:50] + other) == (140, 50)
    assert cached_tokens(other) == (90, 0)


@pytest.mark.parametrize("stream", [True, False])
def test_a_client_that_leaves_the_queue_frees_its_place(
    desk: Desk, stand_in: StandInModel, stream: bool
) -> None:
    stand_in.may_pass.clear()
    scheduler = desk.service.require_ready().scheduler

    def num_places() -> int:
        # While a pass is held up, those that are to run wait for its end too.
        return scheduler.num_running + scheduler.num_waiting

    running = [desk.create(TEXT, stream=True) for _ in range(MAX_IN_FLIGHT)]
    with ThreadPoolExecutor(1) as clients:
        hasty = Desk(desk.client.with_options(timeout=1), desk.model, desk.service)
        leaving = clients.submit(lambda: list(hasty.create(TEXT, stream=stream)))
        wait_until(lambda: num_places() == MAX_IN_FLIGHT + 1)
        with pytest.raises((openai.APITimeoutError, httpx2.ReadTimeout)):
            leaving.result()
    wait_until(lambda: num_places() == MAX_IN_FLIGHT)
    stand_in.may_pass.set()
    for one in running:
        assert list(one)
