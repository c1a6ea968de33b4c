"""The local engine through the product's own stack: counts, seed, fingerprint, refusals.

The engine's server is the real one; its model is a stand-in that needs no weights.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from lib.analysis.metrics import PredictionState, compute_metrics
from lib.domain import ErrorCategory, Outcome, RunResult
from lib.providers import Connection
from lib.running import RunManager
from tests.support.engine_server import serve_engine
from tests.support.provider_desk import finish
from tests.support.run_settings import make_settings
from tests.support.stand_in_model import StandInModel, as_model

Send = Callable[..., RunResult]


@pytest.fixture(scope="module")
def send() -> Iterator[Send]:
    manager = RunManager(save=lambda _: None)
    with serve_engine(lambda _: as_model(StandInModel())) as (url, _):

        async def open_endpoint(_: Callable[[str], None]) -> Connection:
            return Connection(provider_id="local", base_url=f"{url}/v1")

        def run(**changes: Any) -> RunResult:
            settings = make_settings(
                **{
                    "provider": "local",
                    "model": "stand-in",
                    "source": "",
                    "instructions": "Say something long, please.",
                    "max_tokens": 40,
                    **changes,
                }
            )
            return finish(manager.start(settings, open_endpoint))

        yield run
        manager.close()


def test_a_prediction_is_used_counted_and_changes_no_text(send: Send) -> None:
    plain = send(temperature=0.8, seed=7)
    assert plain.outcome in {Outcome.COMPLETED, Outcome.TRUNCATED}, plain.error
    assert compute_metrics(plain).prediction_state is PredictionState.OFF
    again = send(temperature=0.8, seed=7, prediction=plain.text)
    assert again.text == plain.text
    assert compute_metrics(again).prediction_state is PredictionState.USED
    assert again.usage is not None
    accepted = again.usage.accepted_prediction_tokens
    rejected = again.usage.rejected_prediction_tokens
    assert accepted is not None
    assert rejected is not None
    assert accepted + rejected > 0
    assert again.system_fingerprint == plain.system_fingerprint
    assert plain.system_fingerprint


def test_another_seed_gives_another_text(send: Send) -> None:
    texts = {send(temperature=1.5, seed=seed).text for seed in range(4)}
    assert len(texts) > 1


@pytest.mark.parametrize(
    "changes",
    [
        {"n": 2},
        {"logprobs": True},
        {"presence_penalty": 0.5},
        {"frequency_penalty": 0.5},
        {"max_tokens": None, "max_completion_tokens": 9},
    ],
    ids=lambda changes: next(reversed(changes)),
)
def test_what_openai_refuses_beside_a_prediction_is_refused(
    send: Send, changes: dict[str, Any]
) -> None:
    refused = send(prediction="a text", **changes)
    assert refused.error is not None
    assert refused.error.category is ErrorCategory.INVALID_REQUEST
    assert refused.error.status_code == 400
    assert refused.error.param == next(reversed(changes))
