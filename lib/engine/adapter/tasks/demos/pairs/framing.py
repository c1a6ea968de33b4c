"""Requests of one or two changes, perhaps between a reason and a sentence about what stays.

Invariant: each way of telling draws in one order, so that tasks made once are made again.
"""

from __future__ import annotations

from collections.abc import Sequence

from lib.engine.adapter.tasks.demos.telling import (
    as_sentence,
    capital,
    end_sentence,
    is_ended,
    surround,
    tell_both,
    tell_parts,
)
from lib.engine.adapter.tasks.phrasing import Context, Phrases

_REASON_SHARE = 0.3
_ENDED_REASON_SHARE = 0.25
_POLITE_SHARE = 0.3


def tell_pair(
    context: Context,
    phrases: Sequence[Phrases],
    reasons: Sequence[str],
    stays: Sequence[str],
    **values: str,
) -> str:
    """Return a request for one or two changes of code."""
    request = tell_parts(context, [context.say(one, **values) for one in phrases])
    return surround(context, request, (reasons, stays), (_REASON_SHARE, 0.4), _finish, values)


def ask_politely(
    context: Context,
    parts: Sequence[str],
    reasons: Sequence[str],
    stays: Sequence[str],
    **values: str,
) -> str:
    """Return a request for one or two parts, half of them with a warning of what stays."""
    request = parts[0] if len(parts) == 1 else tell_both(context, parts[0], _later(parts[1]))
    return surround(
        context, request, (reasons, stays), (_REASON_SHARE, 0.45), _finish_politely, values
    )


def frame_line(
    context: Context, request: str, reasons: Sequence[str], stays: Sequence[str], **values: str
) -> str:
    """Return the request; nothing stands around one of several lines."""
    return surround(context, request, (reasons, stays), (_REASON_SHARE, 0.3), _finish_line, values)


def frame_ended(
    context: Context,
    request: str,
    reasons: Sequence[str],
    stays: Sequence[str],
    *,
    stays_share: float,
) -> str:
    """Return the request; nothing stands around one without an end or of several lines."""
    if not is_ended(request) or "\n" in request:
        return request
    if context.chance(_ENDED_REASON_SHARE):
        request = f"{context.random.choice(reasons)} {request}"
    if context.chance(stays_share):
        request = f"{request} {context.random.choice(stays)}"
    return request


def _finish(_: Context, request: str) -> str:
    return capital(end_sentence(request))


def _finish_politely(context: Context, request: str) -> str:
    if is_ended(request) or "\n" in request:
        return request
    if request[0].islower() and context.chance(_POLITE_SHARE):
        return f"Please {request}."
    return as_sentence(request)


def _finish_line(_: Context, request: str) -> str | None:
    return None if "\n" in request else as_sentence(request)


def _later(part: str) -> str:
    """Return a part as it stands after `And`; a statement is ended, to be no imperative."""
    word = part.split()[0]
    if part[0].islower() or word.isupper() or word.startswith("I'"):
        return part
    ended = end_sentence(part)
    return ended[0].lower() + ended[1:]
