"""Every exception becomes a category, a sentence, and a next step, and gives no key away."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import httpx2
import openai
import pytest

from lib.domain import ErrorCategory, ErrorReport
from lib.errors import (
    ConnectionMissingError,
    EngineStartError,
    IdentityError,
    InvalidRequestError,
    StorageError,
)
from lib.providers import (
    Connection,
    RateLimit,
    Timeouts,
    TokenSource,
    read_rate_limits,
    report_error,
)
from lib.providers.rate_limits import read_duration_s, read_retry_after_s
from lib.providers.report import CATEGORIES

REQUEST = httpx2.Request("POST", "https://host.example/v1/chat/completions")
CONNECTION = Connection(
    provider_id="openai", base_url="https://host.example/v1", api_key="sk-secret-key"
)
CLIENT = openai.AsyncOpenAI(api_key="x", base_url=CONNECTION.base_url)


def make_status_error(
    status: int, body: object = None, headers: dict[str, str] | None = None
) -> openai.APIStatusError:
    response = httpx2.Response(status, json=body or {}, headers=headers, request=REQUEST)
    return CLIENT._make_status_error_from_response(response)


def report(exc: BaseException, **more: Any) -> ErrorReport:
    return report_error(exc, connection=CONNECTION, model="some-model", **more)


def exported_exceptions() -> list[type[BaseException]]:
    values = (getattr(openai, name) for name in dir(openai) if not name.startswith("_"))
    return [v for v in values if isinstance(v, type) and issubclass(v, BaseException)]


@pytest.mark.parametrize("kind", exported_exceptions(), ids=lambda kind: kind.__name__)
def test_every_exception_that_the_sdk_exports_is_mapped(kind: type[BaseException]) -> None:
    assert kind in CATEGORIES


STATUSES = [
    (307, ErrorCategory.INVALID_REQUEST),
    (400, ErrorCategory.INVALID_REQUEST),
    (401, ErrorCategory.AUTHENTICATION),
    (402, ErrorCategory.INVALID_REQUEST),
    (403, ErrorCategory.PERMISSION),
    (404, ErrorCategory.NOT_FOUND),
    (409, ErrorCategory.SERVER),
    (413, ErrorCategory.INVALID_REQUEST),
    (422, ErrorCategory.INVALID_REQUEST),
    (429, ErrorCategory.RATE_LIMIT),
    (500, ErrorCategory.SERVER),
    (503, ErrorCategory.SERVER),
]


@pytest.mark.parametrize(("status", "category"), STATUSES)
def test_status(status: int, category: ErrorCategory) -> None:
    body = {"error": {"message": "Server's words.", "code": "some_code"}}
    found = report(make_status_error(status, body, {"x-request-id": "req-1"}))
    assert found.category is category
    assert "host.example" in found.message
    assert found.next_step
    assert found.provider_message == "Server's words."
    assert (found.status_code, found.code, found.request_id) == (status, "some_code", "req-1")


# Texts as several servers word them, and two that only look alike.
REFUSALS: list[tuple[int, dict[str, object], bool]] = [
    (400, {"message": "Unsupported.", "param": "prediction"}, True),
    (400, {"message": "Unsupported parameter: 'prediction' is not supported."}, True),
    (400, {"message": '"prediction" is not currently supported'}, True),
    (400, {"message": "property 'prediction' is unsupported"}, True),
    (400, {"message": "Unrecognized request argument supplied: prediction"}, True),
    (400, {"message": "Prediction is enabled only for api versions X and later"}, True),
    (422, {"message": "Unknown parameter: prediction"}, True),
    (
        422,
        {"message": {"loc": ["body", "prediction"], "msg": "Extra inputs are not permitted"}},
        True,
    ),
    (400, {"message": "x does not support parameters: ['PREDICTION']"}, True),
    (400, {"message": "'tools' is not supported", "param": "tools"}, False),
    (400, {"message": "The prediction is too long."}, False),
    (500, {"message": "prediction is unsupported"}, False),
]


@pytest.mark.parametrize(("status", "error", "is_refusal"), REFUSALS)
def test_refusal_of_a_prediction(status: int, error: dict[str, object], is_refusal: bool) -> None:
    found = report(make_status_error(status, {"error": error}))
    assert (found.category is ErrorCategory.PREDICTION_REFUSED) is is_refusal


BODIES = [
    ({"error": {"message": "Nested."}}, "Nested."),
    ({"message": "Flat.", "type": "too_many_requests_error"}, "Flat."),
    ({"detail": "FastAPI's."}, "FastAPI's."),
    ({"error": "Bare."}, "Bare."),
    ({"error": {}}, None),
]


@pytest.mark.parametrize(("body", "message"), BODIES)
def test_message_is_found(body: object, message: str | None) -> None:
    assert report(make_status_error(429, body)).provider_message == message


def test_no_text_holds_the_key() -> None:
    key = CONNECTION.api_key
    error = {"message": f"Bad key {key}!", "code": f"c-{key}", "param": f"p-{key}"}
    found = report(make_status_error(400, {"error": error}, {"x-request-id": f"r-{key}"}))
    assert "sk-secret-key" not in repr(found)
    assert found.provider_message == "Bad key [key hidden]!"


def test_hostile_parameter_stays_out_of_our_sentences() -> None:
    error = {"message": "m", "param": "![x](http://evil.example)"}
    found = report(make_status_error(400, {"error": error}))
    assert "evil" not in found.message + found.next_step


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after-ms": "1500", "retry-after": "7"}, 1.5),
        ({"retry-after": "86400"}, 86_400.0),
        ({"x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "6m0s"}, 360.0),
        ({"x-ratelimit-remaining-tokens": "5", "x-ratelimit-reset-tokens": "6m0s"}, None),
        ({"x-ratelimit-remaining-tokens": "-1", "x-ratelimit-reset-tokens": "6m0s"}, None),
        (
            {
                "x-ratelimit-remaining-requests-day": "0",
                "x-ratelimit-reset-requests-day": "33011.4",
                "x-ratelimit-remaining-tokens": "0",
                "x-ratelimit-reset-tokens": "1s",
            },
            33_011.4,
        ),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-1"}, None),
        ({"retry-after": "inf"}, None),
        ({}, None),
    ],
)
def test_retry_after(headers: dict[str, str], seconds: float | None) -> None:
    assert report(make_status_error(429, headers=headers)).retry_after_s == seconds


def test_retry_after_as_a_date() -> None:
    moment = datetime.now(UTC) + timedelta(seconds=100)
    seconds = read_retry_after_s({"retry-after": format_datetime(moment, usegmt=True)})
    assert seconds is not None
    assert 0 < seconds <= 100
    assert read_retry_after_s({"retry-after": "Mon, 01 Jan 2001 00:00:00 GMT"}) == 0


OTHERS = [
    (openai.APITimeoutError(request=REQUEST), ErrorCategory.TIMEOUT),
    (openai.APIConnectionError(request=REQUEST), ErrorCategory.CONNECTION),
    (openai.APIError("x", REQUEST, body={"message": "Overloaded."}), ErrorCategory.STREAM),
    (
        openai.APIError("x", REQUEST, body={"type": "too_many_requests_error"}),
        ErrorCategory.RATE_LIMIT,
    ),
    (TimeoutError(), ErrorCategory.TIMEOUT),
    (json.JSONDecodeError("raw text", "sk-other", 0), ErrorCategory.STREAM),
    (IdentityError("No token."), ErrorCategory.AUTHENTICATION),
    (EngineStartError("Install it with: make run"), ErrorCategory.ENGINE),
    (ConnectionMissingError("OPENAI_API_KEY=..."), ErrorCategory.CONNECTION),
    (InvalidRequestError(("No model.",)), ErrorCategory.INVALID_REQUEST),
    (StorageError("Disk full."), ErrorCategory.INTERNAL),
    (RuntimeError("sk-unforeseen"), ErrorCategory.INTERNAL),
    (asyncio.CancelledError(), ErrorCategory.INTERNAL),
]


@pytest.mark.parametrize(("exc", "category"), OTHERS, ids=lambda value: type(value).__name__)
def test_other_exceptions(exc: BaseException, category: ErrorCategory) -> None:
    found = report(exc)
    assert found.category is category
    assert found.message
    assert found.next_step
    assert "sk-" not in repr(found)


def test_texts_for_users_are_shown_as_they_are() -> None:
    assert report(EngineStartError("Run: make run")).message == "Run: make run"


def test_a_lost_connection_is_a_cut_once_the_answer_has_begun() -> None:
    exc = openai.APIConnectionError(request=REQUEST)
    assert report(exc, in_stream=True).category is ErrorCategory.STREAM


def test_timeouts_are_told_with_their_length() -> None:
    timeouts = Timeouts(silence_s=2.5, total_s=30)
    silent = report(openai.APITimeoutError(request=REQUEST), timeouts=timeouts)
    assert "2.5 seconds" in silent.message
    assert "30 seconds" in report(TimeoutError(), timeouts=timeouts).message


def test_a_connection_that_is_not_taken_in_time() -> None:
    exc = openai.APITimeoutError(request=REQUEST)
    exc.__cause__ = httpx2.ConnectTimeout("")
    assert "did not take the connection" in report(exc).message


def test_without_context_the_server_is_still_named() -> None:
    assert "host.example" in report_error(make_status_error(500)).message


def report_of(connection: Connection, status: int) -> ErrorReport:
    return report_error(make_status_error(status), connection=connection, model="my-deployment")


@pytest.mark.parametrize("status", [401, 403])
def test_a_refused_identity_is_told_by_access_and_scope(status: int) -> None:
    source = TokenSource("https://scope.example/.default", lambda: "token")
    connection = Connection(
        provider_id="azure", base_url="https://host.example/openai/v1", token_source=source
    )
    found = report_of(connection, status)
    assert "lacks access" in found.message
    assert "scope" in found.message
    assert "https://scope.example/.default" in found.next_step
    assert "AZURE_OPENAI_SCOPE" in found.next_step


def test_404_is_told_in_azures_terms() -> None:
    connection = Connection(
        provider_id="azure", base_url="https://host.example/openai/v1", api_key="k"
    )
    found = report_of(connection, 404)
    assert "my-deployment" in found.message
    assert "resource's name" in found.next_step
    assert "deployment" in found.next_step
    assert "deployment" not in report_of(CONNECTION, 404).next_step


def test_what_was_raised_inside_the_sdk_is_told_as_it_was() -> None:
    exc = openai.APIConnectionError(request=REQUEST)
    exc.__cause__ = IdentityError("No Entra ID token. Log in with az login.")
    found = report(exc)
    assert found.category is ErrorCategory.AUTHENTICATION
    assert found.message == "No Entra ID token. Log in with az login."
    assert found.provider_message is None


def test_tokens_are_cut_out_like_keys() -> None:
    source = TokenSource("scope", lambda: "entra-secret-token")
    asyncio.run(source.read_token())
    connection = Connection(
        provider_id="azure", base_url="https://host.example/openai/v1", token_source=source
    )
    body = {"error": {"message": "Bad entra-secret-token!"}}
    found = report_error(make_status_error(401, body), connection=connection)
    assert found.provider_message == "Bad [key hidden]!"
    assert "entra-secret-token" not in repr(connection)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1s", 1.0),
        ("6m0s", 360.0),
        ("1h2m3.5s", 3723.5),
        ("120ms", 0.12),
        ("1d", 86_400.0),
        ("12.5", 12.5),
        ("soon", None),
        ("", None),
        ("-1", None),
    ],
)
def test_durations(text: str, seconds: float | None) -> None:
    assert read_duration_s(text) == seconds


def test_rate_limits_are_read_by_name() -> None:
    headers = {
        "x-ratelimit-limit-requests": "500",
        "x-ratelimit-remaining-requests": "0",
        "x-ratelimit-reset-requests": "120ms",
        "x-ratelimit-remaining-tokens": "-1",
        "x-request-id": "r",
    }
    assert read_rate_limits(headers) == (
        RateLimit(name="requests", limit="500", remaining="0", reset="120ms"),
        RateLimit(name="tokens", remaining="-1"),
    )
