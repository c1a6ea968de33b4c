"""Reading single values of a request: numbers, texts, messages.

Invariant: what is returned has the type and the range that the caller named; anything else is an
ApiError that names the field by its path, as in `messages[0].content`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lib.engine.api_errors import (
    invalid_type,
    invalid_value,
    missing_parameter,
    unknown_parameter,
    unsupported_parameter,
)

# A developer message is what newer models call a system message.
ROLES = {"system": "system", "developer": "system", "user": "user", "assistant": "assistant"}
MESSAGE_FIELDS = frozenset({"role", "content", "name"})
UNSUPPORTED_MESSAGE_FIELDS = frozenset(
    {"tool_calls", "tool_call_id", "function_call", "audio", "refusal"}
)


class Fields:
    """A JSON object whose fields are read by type; a field that is missing or null is absent."""

    def __init__(self, values: Mapping[str, Any], prefix: str = "") -> None:
        self._values = values
        self._prefix = prefix

    def string(self, name: str) -> str | None:
        """A string, or `None` when absent."""
        value = self._values.get(name)
        if value is not None and not isinstance(value, str):
            raise invalid_type(self._prefix + name, "a string", value)
        return value

    def object(self, name: str) -> Mapping[str, Any] | None:
        """An object, or `None` when absent."""
        value = self._values.get(name)
        if value is not None and not isinstance(value, dict):
            raise invalid_type(self._prefix + name, "an object", value)
        return value

    def boolean(self, name: str, *, default: bool = False) -> bool:
        """A boolean; absent means `default`."""
        value = self._values.get(name)
        if value is not None and not isinstance(value, bool):
            raise invalid_type(self._prefix + name, "a boolean", value)
        return default if value is None else value

    def integer(self, name: str, low: int, high: int | None = None) -> int | None:
        """A whole number from `low` to `high`, or `None` when absent."""
        value = self._values.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            raise invalid_type(self._prefix + name, "an integer", value)
        if value < low or (high is not None and value > high):
            wanted = f"at least {low}" if high is None else f"from {low} to {high}"
            raise invalid_value(
                self._prefix + name,
                f"'{self._prefix}{name}' is {str(value)[:40]}, but must be {wanted}.",
            )
        return value

    def number(self, name: str, low: float, high: float, *, default: float) -> float:
        """A number from `low` to `high`."""
        value = self._values.get(name)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise invalid_type(self._prefix + name, "a number", value)
        if not low <= value <= high:  # so that NaN is refused as well
            raise invalid_value(
                self._prefix + name,
                f"'{self._prefix}{name}' is {value}, but must be from {low} to {high}.",
            )
        return float(value)


def read_text(path: str, value: object) -> str:
    """Return a content, a string or a list of text parts, as one string."""
    if isinstance(value, list):
        return "".join(_read_part(f"{path}[{index}]", part) for index, part in enumerate(value))
    if not isinstance(value, str):
        raise invalid_type(path, "a string or an array of text parts", value)
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        raise invalid_value(
            path, f"'{path}' holds half a surrogate pair, which is not a character."
        ) from None
    return value


def _read_part(path: str, part: object) -> str:
    if not isinstance(part, dict):
        raise invalid_type(path, "an object", part)
    if part.get("type") != "text":
        raise invalid_value(f"{path}.type", f"'{path}.type' must be 'text': the engine reads text.")
    if not isinstance(part.get("text"), str):
        raise invalid_type(f"{path}.text", "a string", part.get("text"))
    return read_text(f"{path}.text", part["text"])


def read_messages(value: object) -> tuple[Mapping[str, str], ...]:
    """Return the conversation as messages with `role` and `content`."""
    if value is None:
        raise missing_parameter("messages")
    if not isinstance(value, list):
        raise invalid_type("messages", "an array of messages", value)
    if not value:
        raise invalid_value("messages", "'messages' is empty, but one message is needed at least.")
    return tuple(_read_message(f"messages[{index}]", one) for index, one in enumerate(value))


def _read_message(path: str, value: object) -> Mapping[str, str]:
    if not isinstance(value, dict):
        raise invalid_type(path, "an object", value)
    for name, field in value.items():
        if name in UNSUPPORTED_MESSAGE_FIELDS:
            if field:
                raise unsupported_parameter(
                    f"{path}.{name}", f"This engine does not support '{name}' in a message."
                )
        elif name not in MESSAGE_FIELDS:
            raise unknown_parameter(f"{path}.{name}")
    role = value.get("role")
    if not isinstance(role, str) or role not in ROLES:
        raise invalid_value(f"{path}.role", f"'{path}.role' must be one of {', '.join(ROLES)}.")
    if value.get("content") is None:
        raise missing_parameter(f"{path}.content")
    return {"role": ROLES[role], "content": read_text(f"{path}.content", value["content"])}
