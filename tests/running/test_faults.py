"""What comes of each fault, over the real SDK and a real socket: outcome, report, text kept."""

from __future__ import annotations

import pytest

from lib.domain import ErrorCategory, Outcome
from lib.providers import Timeouts
from tests.support.provider_desk import Desk, finish, open_desk
from tests.support.provider_server import ProviderServer
from tests.support.provider_wire import Answer, error_body
from tests.support.run_settings import make_settings

COMPLETED, TRUNCATED, FAILED = Outcome.COMPLETED, Outcome.TRUNCATED, Outcome.FAILED
STREAM = ErrorCategory.STREAM

# model of the scripted provider, outcome, category, text that is kept
FAULTS = [
    ("hello", COMPLETED, None, "Hello world"),
    ("no-done", COMPLETED, None, "Hello world"),
    ("cut-after-finish", COMPLETED, None, "Hello world"),
    ("length", TRUNCATED, STREAM, "Hello world"),
    ("filtered", TRUNCATED, ErrorCategory.CONTENT_FILTER, "Hello world"),
    ("no-finish", TRUNCATED, STREAM, "Hello world"),
    ("cut", TRUNCATED, STREAM, "Hello world"),
    ("cut-before-text", FAILED, STREAM, ""),
    ("no-answer", FAILED, STREAM, ""),
    ("html", FAILED, STREAM, ""),
    ("error-event", FAILED, STREAM, "Hello world"),
    ("error-event-first", FAILED, STREAM, ""),
    ("error-event-prediction", FAILED, ErrorCategory.PREDICTION_REFUSED, ""),
    ("malformed", FAILED, STREAM, "Hello world"),
    ("not-utf8", FAILED, STREAM, "Hello world"),
    ("refusal", FAILED, ErrorCategory.CONTENT_FILTER, ""),
    ("refuse-key", FAILED, ErrorCategory.AUTHENTICATION, ""),
    ("forbidden", FAILED, ErrorCategory.PERMISSION, ""),
    ("missing", FAILED, ErrorCategory.NOT_FOUND, ""),
    ("never-heard-of", FAILED, ErrorCategory.NOT_FOUND, ""),
    ("bad-temperature", FAILED, ErrorCategory.INVALID_REQUEST, ""),
    ("input-filtered", FAILED, ErrorCategory.CONTENT_FILTER, ""),
    ("rate-limit", FAILED, ErrorCategory.RATE_LIMIT, ""),
    ("rate-limit-ms", FAILED, ErrorCategory.RATE_LIMIT, ""),
    ("broken", FAILED, ErrorCategory.SERVER, ""),
    ("broken-html", FAILED, ErrorCategory.SERVER, ""),
    ("redirect", FAILED, ErrorCategory.INVALID_REQUEST, ""),
]


@pytest.mark.parametrize(
    ("model", "outcome", "category", "text"), FAULTS, ids=[fault[0] for fault in FAULTS]
)
def test_fault(
    desk: Desk, model: str, outcome: Outcome, category: ErrorCategory | None, text: str
) -> None:
    result = desk.run(model)
    assert (result.outcome, result.text) == (outcome, text)
    assert (result.error.category if result.error else None) == category
    assert result.error is None or (result.error.message and result.error.next_step)
    assert desk.saved == [result]


SILENCES = [
    ("hang-before-headers", FAILED, ""),
    ("hang-after-headers", FAILED, ""),
    ("hang-mid-stream", FAILED, "Hello world"),
    ("hang-after-finish", COMPLETED, "Hello world"),
]


def test_silence_is_given_up_and_the_text_kept(impatient_desk: Desk) -> None:
    runs = [impatient_desk.start(model) for model, _, _ in SILENCES]
    for run, (_, outcome, text) in zip(runs, SILENCES, strict=True):
        result = finish(run)
        assert (result.outcome, result.text) == (outcome, text)
        if outcome is FAILED:
            assert result.error is not None
            assert result.error.category is ErrorCategory.TIMEOUT
            assert "2 seconds" in result.error.message
        else:
            assert "already complete" in (run.snapshot().warning or "")


def test_deadline_ends_a_stream_that_never_falls_silent(server: ProviderServer) -> None:
    with open_desk(server, timeouts=Timeouts(total_s=2)) as desk:
        result = desk.run("endless")
        request = server.requests[-1]
        assert request.left.wait(30), "the server was left"
    assert result.outcome is FAILED
    assert result.text.startswith("The quick")
    assert result.error is not None
    assert result.error.category is ErrorCategory.TIMEOUT
    assert "2 seconds" in result.error.message


def test_a_server_that_is_down(desk: Desk) -> None:
    with ProviderServer() as gone:
        address = gone.base_url
    opener = desk.opener(base_url=address)
    result = finish(desk.manager.start(make_settings(), opener))
    assert result.error is not None
    assert result.error.category is ErrorCategory.CONNECTION
    assert address.split("/")[2] in result.error.message


def test_the_key_is_in_no_result() -> None:
    leak = Answer(status=401, body=error_body("The key sk-very-secret is bad."))
    with ProviderServer({"leak": leak}) as leaky, open_desk(leaky) as desk:
        opener = desk.opener(api_key="sk-very-secret")
        result = finish(desk.manager.start(make_settings(model="leak"), opener))
        assert leaky.requests[-1].headers["authorization"] == "Bearer sk-very-secret"
    assert "sk-very-secret" not in repr(result)
    assert result.error is not None
    assert result.error.provider_message == "The key [key hidden] is bad."
