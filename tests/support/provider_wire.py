"""What a scripted provider does with one request, step by step.

Invariant: a step is one observable act on the wire, so a fault can be placed between any two.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any


@dataclass(frozen=True, slots=True)
class Event:
    """One server-sent event: an object as JSON, or a string as it is."""

    data: object


@dataclass(frozen=True, slots=True)
class Raw:
    """Bytes as they are, in a transfer chunk of their own."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Pause:
    """Nothing for so long."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Paced:
    """Events at a steady rate, kept by the clock rather than by adding up pauses."""

    events: Iterable[object]
    per_s: float


@dataclass(frozen=True, slots=True)
class Hang:
    """Nothing more, until the client leaves."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Close the connection in the middle of a transfer chunk."""


Step = Event | Raw | Pause | Paced | Hang | Cut
DONE = Event("[DONE]")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request gets: a status, headers, and a streamed or a whole body."""

    steps: Iterable[Step] = ()
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: object = None
    """Sent whole, as JSON or a string as it is, instead of the steps."""
    sends_request_id: bool = True
    headers_after_s: float = 0.0
    """Silence before the headers; infinite: they never come."""


def error_body(message: str, *, code: str | None = None, param: str | None = None) -> object:
    """Return an error as OpenAI words it."""
    error = {"message": message, "type": "invalid_request_error", "param": param, "code": code}
    return {"error": error}


def chunk_event(
    content: str | None = None, *, finish_reason: str | None = None, **more: object
) -> dict[str, Any]:
    """Return a chunk of a Chat Completions stream; `more` adds or replaces top-level fields."""
    delta = {} if content is None else {"content": content}
    return {
        "id": "chatcmpl-test",
        "object": "chat.completion.chunk",
        "created": 1_700_000_000,
        "model": "served-model",
        "system_fingerprint": "fp_test",
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish_reason}],
        "usage": None,
        **more,
    }


def usage_event(**usage: object) -> dict[str, Any]:
    """Return the last chunk of a stream, which carries only `usage`."""
    return chunk_event(choices=[], usage=usage)


async def write_answer(writer: asyncio.StreamWriter, answer: Answer) -> None:
    """Write the whole answer. Raises ConnectionError when the client has left."""
    if answer.headers_after_s:
        await asyncio.sleep(min(answer.headers_after_s, 3600))
    if answer.body is not None:
        await _write_whole(writer, answer)
        return
    _write_head(writer, answer, {"Content-Type": "text/event-stream; charset=utf-8"})
    for step in answer.steps:
        if isinstance(step, Cut):
            writer.write(b"ffff\r\ndata: {")
            await writer.drain()
            writer.transport.close()
            return
        await _write_step(writer, step)
    writer.write(b"0\r\n\r\n")
    await writer.drain()


async def _write_whole(writer: asyncio.StreamWriter, answer: Answer) -> None:
    is_text = isinstance(answer.body, str)
    text = answer.body if isinstance(answer.body, str) else json.dumps(answer.body)
    body = text.encode()
    kind = "text/html" if is_text else "application/json"
    _write_head(writer, answer, {"Content-Type": kind, "Content-Length": str(len(body))})
    writer.write(body)
    await writer.drain()


def _write_head(
    writer: asyncio.StreamWriter, answer: Answer, own_headers: Mapping[str, str]
) -> None:
    headers = {"Connection": "close", **own_headers, **answer.headers}
    if answer.sends_request_id:
        headers = {"x-request-id": "req-test", **headers}
    if "Content-Length" not in headers:
        headers["Transfer-Encoding"] = "chunked"
    lines = [f"HTTP/1.1 {answer.status} Scripted"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    writer.write("\r\n".join([*lines, "", ""]).encode())


async def _write_step(writer: asyncio.StreamWriter, step: Step) -> None:
    match step:
        case Event():
            _write_chunk(writer, encode_event(step.data))
        case Raw():
            _write_chunk(writer, step.data)
        case Pause():
            await asyncio.sleep(step.seconds)
        case Paced():
            await _write_paced(writer, step)
        case Hang():
            await asyncio.sleep(3600)
    await writer.drain()


async def _write_paced(writer: asyncio.StreamWriter, step: Paced) -> None:
    began = perf_counter()
    for number, event in enumerate(step.events):
        ahead_s = number / step.per_s - (perf_counter() - began)
        if ahead_s > 0:
            await writer.drain()
            await asyncio.sleep(ahead_s)
        _write_chunk(writer, encode_event(event))


def encode_event(data: object) -> bytes:
    """Return one server-sent event as bytes."""
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
    return f"data: {text}\n\n".encode()


def _write_chunk(writer: asyncio.StreamWriter, data: bytes) -> None:
    writer.write(b"%x\r\n%b\r\n" % (len(data), data))
