"""The server over HTTP, with the real SDK: streamed and whole, refusals, and clients that leave."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from typing import Any

import httpx2
import openai
import pytest
from openai import OpenAI

from lib.engine.errors import ModelFileError
from lib.engine.model import Model
from lib.engine.service import EngineService
from tests.support.engine_server import serve_engine
from tests.support.stand_in_model import StandInModel, as_model

KEY = "a-key-for-tests"
MESSAGES: Any = [{"role": "user", "content": "Tell me something long, please."}]
WAIT_S = 20


class Engine:
    """A served stand-in and a client for it."""

    def __init__(self, url: str, service: EngineService, stand_in: StandInModel) -> None:
        self.url = url
        self.service = service
        self.stand_in = stand_in
        self.client = OpenAI(base_url=f"{url}/v1", api_key=KEY, max_retries=0, timeout=WAIT_S)

    def create(self, **fields: Any) -> Any:
        merged = {"model": "stand-in", "messages": MESSAGES, "temperature": 0, "max_tokens": 60}
        return self.client.chat.completions.create(**{**merged, **fields})

    def post(self, body: bytes, content_type: str = "application/json") -> httpx2.Response:
        headers = {"authorization": f"Bearer {KEY}", "content-type": content_type}
        return httpx2.post(f"{self.url}/v1/chat/completions", content=body, headers=headers)

    @property
    def num_running(self) -> int:
        return self.service.require_ready().scheduler.num_running


@pytest.fixture
def engine() -> Iterator[Engine]:
    stand_in = StandInModel()
    with serve_engine(lambda _: as_model(stand_in), api_key=KEY) as (url, service):
        engine = Engine(url, service, stand_in)
        try:
            yield engine
        finally:
            stand_in.may_pass.set()
            engine.client.close()


def wait_until(holds: Callable[[], bool]) -> None:
    pause = threading.Event()
    for _ in range(2000):
        if holds():
            return
        pause.wait(0.01)
    raise AssertionError("It did not come true.")


def predicted(text: str) -> Any:
    return {"type": "content", "content": text}


def test_a_whole_answer_has_usage_and_timings(engine: Engine) -> None:
    whole = engine.create()
    assert whole.choices[0].finish_reason in ("stop", "length")
    assert whole.choices[0].message.role == "assistant"
    assert whole.system_fingerprint == "fp_stand_in"
    usage = whole.usage
    details = usage.completion_tokens_details
    assert usage.total_tokens == usage.prompt_tokens + usage.completion_tokens
    assert (details.accepted_prediction_tokens, details.rejected_prediction_tokens) == (0, 0)
    assert usage.prompt_tokens_details.cached_tokens == 0
    assert set(whole.timings) == {"queue_s", "prefill_s", "decode_s", "num_forward_passes"}


@pytest.mark.parametrize("temperature", [0, 0.8])
def test_the_stream_says_what_the_whole_answer_says(engine: Engine, temperature: float) -> None:
    plain = engine.create(temperature=temperature, seed=5)
    text = plain.choices[0].message.content
    chunks = list(
        engine.create(
            temperature=temperature,
            seed=5,
            prediction=predicted(text + "x\n" + text),
            stream=True,
            stream_options={"include_usage": True},
        )
    )
    assert chunks[0].choices[0].delta.role == "assistant"
    contents = [chunk for chunk in chunks if chunk.choices and chunk.choices[0].delta.content]
    assert "".join(chunk.choices[0].delta.content for chunk in contents) == text
    assert [chunk.choices[0].finish_reason for chunk in chunks[:-1] if chunk.choices][-1]
    last = chunks[-1]
    assert last.choices == []
    assert last.timings["num_forward_passes"] > 0
    assert all(chunk.usage is None for chunk in chunks[:-1])
    details = last.usage.completion_tokens_details
    drafts = [chunk.draft for chunk in chunks if "draft" in chunk.model_extra]
    assert len(drafts) >= len(contents)  # a last pass may bring counts and no text
    for chunk in contents:
        spans = chunk.draft["spans"]
        assert sum(characters for _, characters in spans) == len(chunk.choices[0].delta.content)
        assert {kind for kind, _ in spans} <= {"accepted", "generated", "replaced"}
    accepted = sum(draft["num_accepted_tokens"] for draft in drafts)
    drafted = sum(draft["num_draft_tokens"] for draft in drafts)
    assert accepted == details.accepted_prediction_tokens <= drafted
    assert drafted == accepted + details.rejected_prediction_tokens
    visible = last.usage.completion_tokens - details.rejected_prediction_tokens
    assert visible == plain.usage.completion_tokens


def test_without_include_usage_the_last_chunk_has_the_timings(engine: Engine) -> None:
    last = list(engine.create(stream=True))[-1]
    assert last.choices[0].finish_reason
    assert last.timings["num_forward_passes"] > 0
    assert "usage" not in last.model_fields_set


def test_the_stream_ends_with_done(engine: Engine) -> None:
    body = json.dumps({"model": "stand-in", "messages": MESSAGES, "stream": True}).encode()
    response = engine.post(body)
    assert response.headers["content-type"].startswith("text/event-stream")
    assert response.text.endswith("data: [DONE]\n\n")


@pytest.mark.parametrize("key", ["wrong", "ключ", ""])
def test_a_missing_or_wrong_key_is_refused(engine: Engine, key: str) -> None:
    headers = {b"authorization": f"Bearer {key}".encode()} if key else {}
    for path in ("models", "chat/completions"):
        method = "GET" if path == "models" else "POST"
        response = httpx2.request(method, f"{engine.url}/v1/{path}", headers=headers)
        assert response.status_code == 401
        assert response.json()["error"]["code"] == "invalid_api_key"
        assert KEY not in response.text
    assert httpx2.get(f"{engine.url}/health").json() == {
        "status": "ok",
        "model": "stand-in",
        "models": {"stand-in": "ready"},
    }


def test_models_are_listed(engine: Engine) -> None:
    assert [model.id for model in engine.client.models.list()] == ["stand-in"]
    assert engine.client.models.retrieve("stand-in").object == "model"
    with pytest.raises(openai.NotFoundError):
        engine.client.models.retrieve("gpt-4o")


def stand_in_named(name: str) -> StandInModel:
    stand_in = StandInModel()
    stand_in.name, stand_in.fingerprint = name, f"fp_{name}"
    return stand_in


def test_a_second_model_is_loaded_when_it_is_first_asked_for() -> None:
    go_on = threading.Event()

    def load_second(_: Callable[[str], None]) -> Model:
        assert go_on.wait(WAIT_S)
        return as_model(stand_in_named("second"))

    def states(url: str) -> Any:
        return httpx2.get(f"{url}/health").json()["models"]

    first = stand_in_named("first")
    others = {"second": load_second}
    with (
        serve_engine(lambda _: as_model(first), name="first", others=others) as (url, _),
        OpenAI(base_url=f"{url}/v1", api_key=KEY, max_retries=0, timeout=WAIT_S) as client,
    ):

        def ask(model: str) -> Any:
            return client.chat.completions.create(model=model, messages=MESSAGES, max_tokens=5)

        assert [model.id for model in client.models.list()] == ["first", "second"]
        assert states(url) == {"first": "ready", "second": "waits for its first request"}
        answers = []
        thread = threading.Thread(target=lambda: answers.append(ask("second")))
        thread.start()
        try:
            wait_until(lambda: states(url)["second"] == "loading")
            assert ask("first").system_fingerprint == "fp_first"
        finally:
            go_on.set()
            thread.join()
        assert answers[0].model == "second"
        assert answers[0].system_fingerprint == "fp_second"
        assert states(url)["second"] == "ready"
        with pytest.raises(openai.NotFoundError, match="serves 'first' and 'second'") as unknown:
            ask("third")
        assert unknown.value.code == "model_not_found"


def test_a_model_that_cannot_be_loaded_is_a_sentence() -> None:
    def fail(_: Callable[[str], None]) -> Model:
        raise ModelFileError("The adapter file x.gguf cannot be used: it is damaged.")

    with (
        serve_engine(lambda _: as_model(StandInModel()), others={"broken": fail}) as (url, _),
        OpenAI(base_url=f"{url}/v1", api_key=KEY, max_retries=0, timeout=WAIT_S) as client,
        pytest.raises(openai.InternalServerError, match="it is damaged") as caught,
    ):
        client.chat.completions.create(model="broken", messages=MESSAGES)
    assert (caught.value.status_code, caught.value.code) == (503, "model_failed")


def test_refusals_arrive_as_the_sdks_exceptions(engine: Engine) -> None:
    with pytest.raises(openai.NotFoundError) as not_found:
        engine.create(model="gpt-4o")
    assert not_found.value.code == "model_not_found"
    with pytest.raises(openai.BadRequestError) as refused:
        engine.create(prediction=predicted("x"), n=2)
    assert (refused.value.code, refused.value.param) == ("unsupported_parameter", "n")
    assert engine.stand_in.num_passes == 0


@pytest.mark.parametrize(
    ("words", "max_tokens", "expected"),
    [("x" * 500, None, "500 tokens"), ("x" * 390, 20, "'max_tokens' to 10 or less")],
)
def test_what_does_not_fit_is_refused_with_numbers(
    engine: Engine, words: str, max_tokens: int | None, expected: str
) -> None:
    messages = [{"role": "user", "content": words}]
    with pytest.raises(openai.BadRequestError, match=expected) as caught:
        engine.create(messages=messages, max_tokens=max_tokens)
    assert caught.value.code == "context_length_exceeded"
    assert "400 tokens" in str(caught.value)


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"{", 400), (b"\xff", 400), (b"[" * 100_000, 400), (b"[]", 400), (b" " * 2**24 + b" ", 413)],
)
def test_broken_bodies_are_refused(engine: Engine, body: bytes, status: int) -> None:
    response = engine.post(body)
    assert response.status_code == status
    assert response.json()["error"]["message"]


@pytest.mark.parametrize(
    "fields",
    [
        '"model": "\\ud800"',
        '"model": "stand-in", "\\ud800": 1',
        f'"model": "stand-in", "{"k" * 100_000}": 1',
        f'"model": "stand-in", "temperature": {"9" * 4000}',
        f'"model": "stand-in", "max_tokens": {"9" * 4000}',
    ],
)
def test_a_refusal_quotes_no_more_than_can_be_said(engine: Engine, fields: str) -> None:
    messages = '[{"role": "user", "content": "x"}]'
    response = engine.post(f'{{{fields}, "messages": {messages}}}'.encode())
    assert response.status_code in (400, 404)
    assert len(response.json()["error"]["message"]) < 1100
    assert engine.stand_in.num_passes == 0


def test_other_types_and_paths_are_refused(engine: Engine) -> None:
    assert engine.post(b"{}", "text/plain").status_code == 415
    for method, path, status in (("GET", "/nowhere", 404), ("GET", "/v1/chat/completions", 405)):
        response = httpx2.request(method, engine.url + path)
        assert response.status_code == status
        assert response.json()["error"]["type"] == "invalid_request_error"


@pytest.mark.parametrize("stream", [True, False])
def test_a_client_that_leaves_frees_its_place(engine: Engine, stream: bool) -> None:
    engine.stand_in.may_pass.clear()
    body = {"model": "stand-in", "messages": MESSAGES, "temperature": 0, "stream": stream}
    headers = {"authorization": f"Bearer {KEY}"}
    with (
        httpx2.Client(timeout=httpx2.Timeout(WAIT_S, read=0.5)) as client,
        pytest.raises(httpx2.ReadTimeout),
        client.stream(
            "POST", f"{engine.url}/v1/chat/completions", json=body, headers=headers
        ) as response,
    ):
        response.read()
    assert engine.num_running == 1
    engine.stand_in.may_pass.set()
    wait_until(lambda: engine.num_running == 0)
    # A request that had gone on to its end would have taken far more passes.
    assert engine.stand_in.num_passes < 60


def test_a_full_engine_answers_429(engine: Engine) -> None:
    engine.stand_in.may_pass.clear()
    scheduler = engine.service.require_ready().scheduler
    streams = [engine.create(stream=True) for _ in range(20)]
    with pytest.raises(openai.RateLimitError, match="busy") as caught:
        engine.create()
    assert int(caught.value.response.headers["retry-after"]) > 0
    engine.stand_in.may_pass.set()
    for stream in streams:
        stream.close()
    wait_until(lambda: scheduler.num_running == scheduler.num_waiting == 0)


def test_a_failing_pass_is_an_error_in_the_stream(engine: Engine) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("secret detail")

    engine.stand_in.new_cache = fail  # type: ignore[method-assign, assignment]
    with pytest.raises(openai.APIError, match="could not compute") as caught:
        list(engine.create(stream=True))
    assert "secret" not in str(caught.value)
    with pytest.raises(openai.InternalServerError):
        engine.create()


def test_while_the_model_loads_health_says_what_is_done() -> None:
    go_on = threading.Event()

    def load(progress: Callable[[str], None]) -> Model:
        progress("Reading the weights")
        assert go_on.wait(WAIT_S)
        return as_model(StandInModel())

    with serve_engine(load, wait_for_model=False) as (url, service):
        wait_until(lambda: service.step == "Reading the weights")
        health = httpx2.get(f"{url}/health").json()
        assert health == {"status": "loading", "step": "Reading the weights"}
        response = httpx2.get(f"{url}/v1/models")
        assert response.status_code == 503
        assert int(response.headers["retry-after"]) > 0
        assert "Reading the weights" in response.json()["error"]["message"]
        go_on.set()
        wait_until(lambda: service.ready is not None)


@pytest.mark.model
def test_the_real_model_answers_the_same_with_any_prediction(real_model: Model) -> None:
    text = "The shop opens at nine. On Monday it is closed."
    messages: Any = [{"role": "user", "content": f"Repeat exactly:\n\n{text}"}]
    with (
        serve_engine(lambda _: real_model, name=real_model.name) as (url, _),
        OpenAI(base_url=f"{url}/v1", api_key="none", max_retries=0) as client,
    ):
        answers = [
            client.chat.completions.create(
                model=real_model.name,
                messages=messages,
                temperature=0.8,
                seed=11,
                max_tokens=40,
                prediction=predicted(guess),
            )
            for guess in ("", text, "x = 1\n" * 9)
        ]
    assert len({one.choices[0].message.content for one in answers}) == 1
    assert len({one.system_fingerprint for one in answers}) == 1
