"""Every exception of a run, translated once into what happened and what to do next.

Invariant: the raw text of an exception that nobody foresaw is never shown, as it may hold a secret.
"""

from __future__ import annotations

import re
from json import JSONDecodeError
from urllib.parse import urlsplit

import httpx2
import openai

from lib.catalog import find_provider
from lib.domain import ErrorCategory, ErrorReport
from lib.errors import (
    ConnectionMissingError,
    EngineStartError,
    IdentityError,
    InvalidRequestError,
    PlaygroundError,
)
from lib.providers.client import Timeouts
from lib.providers.connection import Connection
from lib.providers.server_words import ServerWords, read_server_words, redact
from lib.providers.wording import (
    BAD_PARAMETER,
    CONNECT_TIMEOUT,
    DEADLINE,
    ENTRA_REFUSED,
    KEY_MISSING,
    NOT_FOUND_HERE,
    PLAIN,
    REDIRECTED,
    STATUS_WORDING,
    STREAM_CUT,
    UNREADABLE,
    WORDING,
    Wording,
)

CATEGORIES: dict[type[BaseException], ErrorCategory] = {
    openai.APITimeoutError: ErrorCategory.TIMEOUT,
    openai.APIConnectionError: ErrorCategory.CONNECTION,
    openai.BadRequestError: ErrorCategory.INVALID_REQUEST,
    openai.AuthenticationError: ErrorCategory.AUTHENTICATION,
    openai.OAuthError: ErrorCategory.AUTHENTICATION,
    openai.PermissionDeniedError: ErrorCategory.PERMISSION,
    openai.NotFoundError: ErrorCategory.NOT_FOUND,
    openai.ConflictError: ErrorCategory.SERVER,
    openai.UnprocessableEntityError: ErrorCategory.INVALID_REQUEST,
    openai.RateLimitError: ErrorCategory.RATE_LIMIT,
    openai.InternalServerError: ErrorCategory.SERVER,
    openai.APIStatusError: ErrorCategory.INVALID_REQUEST,
    openai.APIResponseValidationError: ErrorCategory.STREAM,
    # A bare APIError is an `error` object that came inside the stream.
    openai.APIError: ErrorCategory.STREAM,
    openai.ContentFilterFinishReasonError: ErrorCategory.CONTENT_FILTER,
    openai.LengthFinishReasonError: ErrorCategory.STREAM,
    # These belong to features that the playground does not use.
    openai.InvalidWebhookSignatureError: ErrorCategory.INTERNAL,
    openai.WebSocketQueueFullError: ErrorCategory.INTERNAL,
    openai.WebSocketConnectionClosedError: ErrorCategory.INTERNAL,
    openai.OpenAIError: ErrorCategory.INTERNAL,
    TimeoutError: ErrorCategory.TIMEOUT,
    JSONDecodeError: ErrorCategory.STREAM,
    UnicodeDecodeError: ErrorCategory.STREAM,
    EngineStartError: ErrorCategory.ENGINE,
    IdentityError: ErrorCategory.AUTHENTICATION,
    ConnectionMissingError: ErrorCategory.CONNECTION,
    InvalidRequestError: ErrorCategory.INVALID_REQUEST,
    PlaygroundError: ErrorCategory.INTERNAL,
}
"""Category by class; a class that is not listed takes that of its nearest listed parent."""

# Words that, next to "prediction", mean a refusal; from public reports of several servers.
_REFUSALS = (
    "unsupported",
    "not supported",
    "not currently supported",
    "unrecognized request argument",
    "unknown parameter",
    "does not support parameters",
    "enabled only for api versions",
    "extra inputs are not permitted",
)
# The server's words are hostile; only what looks like a name goes into a sentence of ours.
_PARAMETER_NAME = re.compile(r"[A-Za-z0-9_.\[\]-]{1,60}")
_RATE_LIMIT_CODES = ("rate_limit", "too_many_requests", "quota")


def report_error(
    exc: BaseException,
    *,
    connection: Connection | None = None,
    model: str | None = None,
    timeouts: Timeouts | None = None,
    in_stream: bool = False,
    where: str = "on the Connections page",
) -> ErrorReport:
    """Return what a user should know about `exc`.

    `connection` names the server, and its key is cut out of every text. `in_stream` says that the
    answer had begun, so that a lost connection is a cut one. `where` a key is typed, as seen from
    where the report is read.
    """
    words = ServerWords()
    if isinstance(exc, openai.APIConnectionError) and isinstance(exc.__cause__, PlaygroundError):
        # It was raised while the request was made ready, inside the SDK.
        exc = exc.__cause__
    if isinstance(exc, openai.APIError):
        words = read_server_words(exc, _secrets_of(connection))
    category = _classify(exc, words, in_stream=in_stream)
    chosen = _choose_wording(exc, category, words, connection)
    values = _read_values(exc, words, connection, model, timeouts or Timeouts())
    values["where"] = where
    return ErrorReport(
        category=category,
        message=chosen.message.format_map(values),
        next_step=chosen.next_step.format_map(values),
        provider_message=words.message if _comes_from_server(exc) else None,
        status_code=words.status_code,
        code=words.code or words.type,
        param=words.param,
        request_id=words.request_id,
        retry_after_s=words.retry_after_s,
    )


def _read_values(
    exc: BaseException,
    words: ServerWords,
    connection: Connection | None,
    model: str | None,
    timeouts: Timeouts,
) -> dict[str, object]:
    """Return what the sentences of `lib.providers.wording` may mention."""
    provider = find_provider(connection.provider_id) if connection else None
    source = connection.token_source if connection else None
    return {
        "host": _find_host(exc, connection),
        "name": provider.name if provider else "the provider",
        "model": f'the model "{model}"' if model else "this model",
        "status": words.status_code,
        "param": words.param,
        "wait": _say_wait(words.retry_after_s),
        "scope": source.scope if source else "",
        "scope_setting": provider.scope_setting if provider else "",
        "not_found_note": provider.not_found_note if provider else "",
        "silence_s": timeouts.silence_s,
        "total_s": timeouts.total_s,
        "cause": redact(_say_cause(exc), _secrets_of(connection)),
    }


def _secrets_of(connection: Connection | None) -> tuple[str, ...]:
    return connection.secrets if connection else ()


def _classify(exc: BaseException, words: ServerWords, *, in_stream: bool) -> ErrorCategory:
    category = next(
        (CATEGORIES[parent] for parent in type(exc).__mro__ if parent in CATEGORIES),
        ErrorCategory.INTERNAL,
    )
    if category is ErrorCategory.CONNECTION and in_stream:
        return ErrorCategory.STREAM
    if category not in {ErrorCategory.INVALID_REQUEST, ErrorCategory.STREAM}:
        return category
    if words.code == "content_filter":
        return ErrorCategory.CONTENT_FILTER
    if _refuses_prediction(words):
        return ErrorCategory.PREDICTION_REFUSED
    codes = f"{words.code} {words.type}".lower()
    if category is ErrorCategory.STREAM and any(code in codes for code in _RATE_LIMIT_CODES):
        return ErrorCategory.RATE_LIMIT
    return category


def _refuses_prediction(words: ServerWords) -> bool:
    # `None`: the refusal came as an error event of a stream that had begun with 200.
    if words.status_code not in {400, 422, None}:
        return False
    text = (words.message or "").lower()
    param = (words.param or "").lower()
    if param != "prediction" and _PARAMETER_NAME.fullmatch(param) and f"'{param}'" in text:
        # Another parameter is refused, beside the prediction.
        return False
    return words.param == "prediction" or (
        "prediction" in text and any(refusal in text for refusal in _REFUSALS)
    )


def _choose_wording(
    exc: BaseException,
    category: ErrorCategory,
    words: ServerWords,
    connection: Connection | None,
) -> Wording:
    status = words.status_code
    special: Wording | None = None
    if isinstance(exc, PlaygroundError):
        special = PLAIN
    elif isinstance(exc, openai.APIStatusError):
        if status is not None and status < 400:
            special = REDIRECTED
        elif connection is not None:
            special = _choose_by_connection(category, connection)
        if special is None and category is ErrorCategory.INVALID_REQUEST:
            named = _PARAMETER_NAME.fullmatch(words.param or "")
            special = BAD_PARAMETER if named else STATUS_WORDING.get(status or 0)
    elif isinstance(exc, TimeoutError):
        special = DEADLINE
    elif isinstance(exc.__cause__, httpx2.ConnectTimeout):
        special = CONNECT_TIMEOUT
    elif isinstance(exc, openai.APIConnectionError) and category is ErrorCategory.STREAM:
        special = STREAM_CUT
    elif isinstance(exc, (ValueError, openai.APIResponseValidationError)):
        special = UNREADABLE if category is ErrorCategory.STREAM else None
    return special or WORDING[category]


def _choose_by_connection(category: ErrorCategory, connection: Connection) -> Wording | None:
    if category in {ErrorCategory.AUTHENTICATION, ErrorCategory.PERMISSION}:
        if connection.token_source is not None:
            return ENTRA_REFUSED
        is_missing = not connection.has_credentials and category is ErrorCategory.AUTHENTICATION
        return KEY_MISSING if is_missing else None
    provider = find_provider(connection.provider_id)
    if category is ErrorCategory.NOT_FOUND and provider and provider.not_found_note:
        return NOT_FOUND_HERE
    return None


def _comes_from_server(exc: BaseException) -> bool:
    """Whether the message is the server's: the SDK puts its own words into the other classes."""
    return isinstance(exc, openai.APIError) and not isinstance(exc, openai.APIConnectionError)


def _find_host(exc: BaseException, connection: Connection | None) -> str:
    if connection is not None:
        return urlsplit(connection.base_url).netloc
    return exc.request.url.netloc.decode() if isinstance(exc, openai.APIError) else "the server"


def _say_cause(exc: BaseException) -> str:
    if isinstance(exc, PlaygroundError):
        return str(exc)
    if isinstance(exc, openai.APIConnectionError):
        return str(exc.__cause__ or "").rstrip(".") or "the connection was lost"
    return type(exc).__name__


def _say_wait(retry_after_s: float | None) -> str:
    return "in a moment" if retry_after_s is None else f"after {retry_after_s:.0f} seconds"
