"""Refusals in OpenAI's shape.

Invariant: every error that leaves the server is one of these, as `{"error": {...}}`; its message
says which value was refused and what would be accepted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

MAX_TEXT = 1000
"""Characters of a message or a parameter's name; both may quote what the client has sent."""


@dataclass(slots=True)
class ApiError(Exception):
    """A request that is answered with an error."""

    message: str
    status: int = 400
    code: str | None = None
    param: str | None = None
    type: str = "invalid_request_error"
    retry_after_s: int | None = None

    def __str__(self) -> str:
        return self.message

    @property
    def body(self) -> dict[str, Any]:
        """The JSON that says so."""
        return {
            "error": {
                "message": _quotable(self.message),
                "type": self.type,
                "param": None if self.param is None else _quotable(self.param),
                "code": self.code,
            }
        }

    @property
    def headers(self) -> dict[str, str]:
        """HTTP headers that go with it."""
        return {} if self.retry_after_s is None else {"retry-after": str(self.retry_after_s)}


def _quotable(text: str) -> str:
    """Short enough, and without half surrogate pairs: JSON can spell them and UTF-8 cannot."""
    short = text if len(text) <= MAX_TEXT else f"{text[:MAX_TEXT]} …"
    return short.encode("utf-8", "backslashreplace").decode()


def invalid_type(param: str, expected: str, value: object) -> ApiError:
    """`param` holds a JSON value of the wrong type."""
    return ApiError(
        f"Invalid type for '{param}': expected {expected}, but got {json_type_of(value)} instead.",
        code="invalid_type",
        param=param,
    )


def invalid_value(param: str, message: str) -> ApiError:
    """`param` has the right type and a value that cannot be used."""
    return ApiError(message, code="invalid_value", param=param)


def missing_parameter(param: str) -> ApiError:
    """`param` is required."""
    return ApiError(
        f"Missing required parameter: '{param}'.", code="missing_required_parameter", param=param
    )


def unknown_parameter(param: str) -> ApiError:
    """`param` is no parameter of this request."""
    return ApiError(
        f"Unrecognized request argument supplied: {param}", code="unknown_parameter", param=param
    )


def unsupported_parameter(param: str, reason: str) -> ApiError:
    """`param` exists at OpenAI, but not here or not in this combination."""
    return ApiError(reason, code="unsupported_parameter", param=param)


def json_type_of(value: object) -> str:
    """Return what a JSON value is, in words that fit into a sentence."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "a boolean"
    words = {int: "an integer", float: "a decimal number", str: "a string", list: "an array"}
    return words.get(type(value), "an object")
