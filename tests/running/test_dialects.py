"""The first run at every provider, and what its answers say of the prediction."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from lib.analysis.metrics import PredictionState, compute_metrics
from lib.domain import ErrorCategory, Outcome, RunResult
from lib.providers import Connection, read_rate_limits
from lib.providers.entra import open_token_source
from tests.support.provider_access import ACCESSES, KEY, Access
from tests.support.provider_desk import finish, open_desk
from tests.support.provider_server import ProviderServer
from tests.support.run_settings import make_settings

TEXT = "one two three four five"
BY_ID = {access.id: access for access in ACCESSES}


@pytest.fixture(scope="module")
def double() -> Iterator[ProviderServer]:
    with ProviderServer(key=KEY) as server:
        for name in ("gpt-5.6", "qwen-3-32b"):
            server.scripts[name] = server.scripts["echo"]
        yield server


@pytest.fixture(autouse=True)
def identity(double: ProviderServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name, value in double.identity.environment(double.host).items():
        monkeypatch.setenv(name, value)
    open_token_source.cache_clear()
    yield
    open_token_source.cache_clear()


def run(double: ProviderServer, access: Access, **changes: Any) -> RunResult:
    connection = access.connect(double)

    async def open_endpoint(_: Callable[[str], None]) -> Connection:
        return connection

    retry_of = changes.pop("retry_of", None)
    values = {"model": access.model, "source": TEXT, "prediction": TEXT, **changes}
    settings = make_settings(provider=access.provider_id, **values)
    with open_desk(double) as desk:
        return finish(desk.manager.start(settings, open_endpoint, retry_of=retry_of))


# what an answer says of a prediction that fitted, by way in
STATES = {
    "local": PredictionState.USED,
    "openai": PredictionState.USED,
    "azure-v1-key": PredictionState.USED,
    "azure-v1-entra": PredictionState.USED,
    "azure-classic-key": PredictionState.USED,
    "azure-classic-entra": PredictionState.USED,
    "cerebras": PredictionState.USED,
    "fireworks": PredictionState.USED,
    "mistral": PredictionState.NOT_REPORTED,
    "openrouter": PredictionState.USED,
    "compatible": PredictionState.NOT_REPORTED,
}


@pytest.mark.parametrize("access", ACCESSES, ids=lambda access: access.id)
def test_first_run(double: ProviderServer, access: Access) -> None:
    result = run(double, access, seed=7, temperature=0.0, max_tokens=400)
    assert result.error is None, result.error
    assert result.outcome is Outcome.COMPLETED
    assert result.text == TEXT
    assert result.usage is not None
    assert result.usage.completion_tokens
    assert result.system_fingerprint == "fp_test"
    assert result.request_id == ("apim-test" if access.provider_id == "azure" else "req-test")
    assert compute_metrics(result).prediction_state is STATES[access.id]
    body = double.requests[-1].body
    assert body[access.provider.seed_parameter] == 7
    assert body["prediction"] == {"type": "content", "content": TEXT}


def test_every_way_in_is_listed() -> None:
    assert list(STATES) == list(BY_ID)


@pytest.mark.parametrize(
    ("access_id", "name"),
    [("openai", "openai-processing"), ("cerebras", "completion"), ("fireworks", "server-time")],
)
def test_the_servers_own_clock_is_kept(double: ProviderServer, access_id: str, name: str) -> None:
    timings = run(double, BY_ID[access_id]).server_timings_s
    assert any(key.startswith(name) for key in timings), timings


def test_headers_and_chunks_are_kept_without_the_key(double: ProviderServer) -> None:
    trace = run(double, BY_ID["openai"]).trace
    assert trace is not None
    assert trace.status_code == 200
    assert trace.headers["x-ratelimit-remaining-requests"] == "499"
    assert [limit.name for limit in read_rate_limits(trace.headers)] == ["requests"]
    assert trace.num_chunks == len(trace.first_chunks) + len(trace.last_chunks)
    assert json.loads(trace.first_chunks[0])["object"] == "chat.completion.chunk"
    assert KEY not in repr(trace)


# way in, model, other changes, what the server said
REFUSALS = [
    ("openai", "gpt-5.6", "not supported with this model"),
    ("azure-v1-key", "gpt-5.6", "not supported with this model"),
    ("cerebras", "qwen-3-32b", "not currently supported"),
]


@pytest.mark.parametrize(("access_id", "model", "words"), REFUSALS)
def test_a_refused_prediction_is_its_own_state_and_can_be_retried(
    double: ProviderServer, access_id: str, model: str, words: str
) -> None:
    access = BY_ID[access_id]
    refused = run(double, access, model=model)
    assert refused.outcome is Outcome.FAILED
    assert compute_metrics(refused).prediction_state is PredictionState.REFUSED
    assert refused.error is not None
    assert words in str(refused.error.provider_message)
    assert refused.trace is not None
    assert refused.trace.status_code == 400
    retried = run(double, access, model=model, prediction=None, retry_of=refused.run_id)
    assert retried.outcome is Outcome.COMPLETED
    assert retried.retry_of == refused.run_id
    assert compute_metrics(retried).prediction_state is PredictionState.OFF


@pytest.mark.parametrize(
    ("version", "words"),
    [
        ("2024-10-21", "Unrecognized request argument supplied: prediction"),
        ("2024-12-01-preview", "enabled only for api versions 2025-01-01-preview"),
    ],
)
def test_an_old_api_version_refuses_the_prediction(
    double: ProviderServer, version: str, words: str
) -> None:
    access = Access(id="old", provider_id="azure", dialect="azure-classic", api_version=version)
    refused = run(double, access)
    assert refused.error is not None
    assert refused.error.category is ErrorCategory.PREDICTION_REFUSED
    assert words in str(refused.error.provider_message)


# parameters that the validation would have stopped: the server's own refusal is told as well
@pytest.mark.parametrize(
    ("access_id", "changes", "param"),
    [
        ("openai", {"n": 2}, "n"),
        ("openai", {"logprobs": True}, "logprobs"),
        ("openai", {"presence_penalty": 0.5}, "presence_penalty"),
        ("openai", {"max_completion_tokens": 5}, "max_completion_tokens"),
        ("openai", {"model": "gpt-5.6", "prediction": None, "temperature": 0.5}, "temperature"),
        ("cerebras", {"logprobs": True}, "logprobs"),
    ],
)
def test_a_refused_parameter_is_named(
    double: ProviderServer, access_id: str, changes: dict[str, Any], param: str
) -> None:
    error = run(double, BY_ID[access_id], **changes).error
    assert error is not None
    assert error.category is ErrorCategory.INVALID_REQUEST
    assert error.param == param
    assert param in error.message


def test_a_wrong_key_is_told_at_every_provider(double: ProviderServer) -> None:
    for access in ACCESSES:
        if not access.uses_key or access.dialect is None:
            continue
        environment = access.environment(double)
        assert KEY in environment.values()
        stranger = Connection(
            provider_id=access.provider_id,
            base_url=access.connect(double).base_url,
            api_key="sk-wrong",
            api_version=access.api_version,
        )

        async def open_endpoint(
            _: Callable[[str], None], connection: Connection = stranger
        ) -> Connection:
            return connection

        with open_desk(double) as desk:
            settings = make_settings(provider=access.provider_id)
            error = finish(desk.manager.start(settings, open_endpoint)).error
        assert error is not None
        assert error.category is ErrorCategory.AUTHENTICATION, access.id
        assert access.provider.name in error.next_step
