"""What went wrong in a run, told so that the user knows the next step.

Invariant: texts are ours except `provider_message`, which is the server's, hostile, and only ever
shown as plain text. Never a secret.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ErrorCategory(StrEnum):
    """Kinds of failure that call for different next steps."""

    CONNECTION = "connection"
    TIMEOUT = "timeout"
    AUTHENTICATION = "authentication"
    PERMISSION = "permission"
    NOT_FOUND = "not_found"
    INVALID_REQUEST = "invalid_request"
    PREDICTION_REFUSED = "prediction_refused"
    RATE_LIMIT = "rate_limit"
    CONTENT_FILTER = "content_filter"
    SERVER = "server"
    STREAM = "stream"
    """The stream was cut, malformed, or carried an error."""
    ENGINE = "engine"
    """The local engine could not be started."""
    INTERNAL = "internal"
    """A fault of the playground itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorReport:
    """One failure: what happened, what to do next, and the server's own words."""

    category: ErrorCategory
    message: str
    """What happened, with the value that matters; one or two sentences."""
    next_step: str
    """What the user can do now; one sentence."""
    provider_message: str | None = None
    """The server's own message, word for word."""
    status_code: int | None = None
    code: str | None = None
    param: str | None = None
    request_id: str | None = None
    retry_after_s: float | None = None
