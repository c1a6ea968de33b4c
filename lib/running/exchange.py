"""One request over the SDK, from sending to the last byte.

Invariant: however it is left (end, error, deadline, cancellation), the connection is closed.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from openai import APIStatusError, AsyncStream

# Imported by name: the SDK would otherwise load it, for half a second, inside the first run.
from openai.resources.chat import AsyncCompletions

from lib.providers import Connection, Timeouts, make_client
from lib.running.recording import Recording
from lib.running.stream import StreamParser
from lib.running.tracing import Tracer


async def stream_answer(
    connection: Connection, payload: dict[str, Any], timeouts: Timeouts, recording: Recording
) -> None:
    """Send the request and write everything that comes into `recording`.

    Raises what the SDK raises, and TimeoutError when the answer takes longer than
    `timeouts.total_s` in all.
    """
    client = make_client(connection, timeouts, on_send=recording.mark_sent)
    tracer = Tracer()
    try:
        async with asyncio.timeout(timeouts.total_s):
            completions = AsyncCompletions(client)
            response = await completions.with_raw_response.create(**payload)
            recording.mark_headers(response.headers)
            tracer.mark_headers(response.status_code, response.headers)
            # Decoded JSON instead of the SDK's models; see lib/running/stream.py.
            await _record(response.parse(to=AsyncStream[object]), recording, tracer)
    except APIStatusError as exc:
        tracer.mark_headers(exc.status_code, exc.response.headers)
        raise
    finally:
        recording.mark_ended()
        recording.trace = tracer.make_trace(connection.secrets)
        await client.close()


async def _record(chunks: AsyncIterator[object], recording: Recording, tracer: Tracer) -> None:
    parser = StreamParser()
    async for chunk in chunks:
        at_s = recording.read_clock()
        for event in parser.read_events(chunk):
            recording.add(event, at_s)
        tracer.add_chunk(chunk)
