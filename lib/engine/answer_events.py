"""From the scheduler's thread to the event loop: the events of one request.

Invariant: the request's place is given back once, whichever way its client goes.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

from lib.engine.generation import Step
from lib.engine.scheduler import Event


class AnswerEvents:
    """A queue that the worker thread fills and one coroutine empties."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._queue: asyncio.Queue[Event] = asyncio.Queue()
        self._cancel: Callable[[], None] | None = None

    def deliver(self, event: Event) -> None:
        """Take an event; for the worker thread."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._queue.put_nowait, event)

    def on_leaving(self, cancel: Callable[[], None]) -> None:
        """Call `cancel` when nobody wants further events."""
        self._cancel = cancel

    def leave(self) -> None:
        """No further event is wanted."""
        if self._cancel is not None:
            self._cancel()
            self._cancel = None

    async def __aiter__(self) -> AsyncIterator[Event]:
        while True:
            event = await self._queue.get()
            yield event
            if not isinstance(event, Step):
                return
