"""Rate limits and waiting times, as servers tell them in headers.

Invariant: what cannot be read is `None`; -1 and 0 occur and are passed on as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from math import isfinite

_LIMIT_NAME = re.compile(r"x-ratelimit-(limit|remaining|reset)-(.+)")
_DURATION = re.compile(
    r"(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?(?:(\d+(?:\.\d+)?)ms)?"
)
_UNITS_S = (86_400.0, 3600.0, 60.0, 1.0, 0.001)


@dataclass(frozen=True, slots=True, kw_only=True)
class RateLimit:
    """One limit of a key: of requests, of tokens, or of what else the server counts."""

    name: str
    """What is counted, as the server calls it, such as "tokens" or "requests-day"."""
    limit: str | None = None
    remaining: str | None = None
    reset: str | None = None


def read_rate_limits(headers: Mapping[str, str]) -> tuple[RateLimit, ...]:
    """Return the limits that the `x-ratelimit-*` headers tell, in the order of their names."""
    found: dict[str, dict[str, str]] = {}
    for header, value in headers.items():
        match = _LIMIT_NAME.fullmatch(header.lower())
        if match:
            found.setdefault(match[2], {})[match[1]] = value[:40]
    return tuple(RateLimit(name=name, **values) for name, values in sorted(found.items()))


def read_retry_after_s(headers: Mapping[str, str]) -> float | None:
    """Return the seconds to wait, from whichever header came.

    `retry-after-ms`; `retry-after` as seconds or a date; else when the limit that is used up will
    be reset.
    """
    milliseconds = _read_number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    text = headers.get("retry-after")
    seconds = _read_number(text)
    if seconds is None and text:
        seconds = _read_moment_s(text)
    return _read_reset_s(headers) if seconds is None else seconds


def _read_reset_s(headers: Mapping[str, str]) -> float | None:
    waits = [
        read_duration_s(limit.reset)
        for limit in read_rate_limits(headers)
        if (_read_number(limit.remaining) == 0) and limit.reset
    ]
    return max((wait for wait in waits if wait is not None), default=None)


def read_duration_s(text: str) -> float | None:
    """Return the seconds of "12.5", "1s", "6m0s" or "120ms"; `None` for anything else."""
    number = _read_number(text)
    if number is not None:
        return number
    match = _DURATION.fullmatch(text.strip())
    if not match or not any(match.groups()):
        return None
    return sum(
        float(part) * unit for part, unit in zip(match.groups(), _UNITS_S, strict=True) if part
    )


def _read_moment_s(text: str) -> float | None:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _read_number(text: str | None) -> float | None:
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if isfinite(number) and number >= 0 else None
