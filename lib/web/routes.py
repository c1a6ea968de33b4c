"""HTTP routes of the app: health, the events of a run, and stop.

Invariant: a run's events and its stop need that run's token, which only the page that started it
knows; anything else is a 404, so that nothing can be learnt by guessing.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from lib.running import Run, RunManager
from lib.web.base import find_base
from lib.web.live import LiveView

EVENTS_PATH = "/runs/events"
STOP_PATH = "/runs/stop"
HEALTH_PATH = "/healthz"
RUN_HEADER = "X-Run-Token"
BASE_HEADER = "X-Compared-With"

FRAME_INTERVAL_S = 0.04
HEARTBEAT_S = 15.0

_NO_STORE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


def make_routes(find_manager: Callable[[], RunManager]) -> list[BaseRoute]:
    """Return the routes; `find_manager` is asked at each request, not before the first."""

    def find_run(request: Request) -> Run | None:
        token = request.headers.get(RUN_HEADER, "")
        return find_manager().find_by_token(token) if token else None

    async def health(request: Request) -> Response:
        return JSONResponse({"status": "ok"}, headers=_NO_STORE)

    async def events(request: Request) -> Response:
        run = find_run(request)
        if run is None:
            return _unknown_run()
        return StreamingResponse(
            _stream_frames(run, find_manager(), request.headers.get(BASE_HEADER, "")),
            media_type="text/event-stream",
            headers={**_NO_STORE, "X-Accel-Buffering": "no"},
        )

    async def stop(request: Request) -> Response:
        run = find_run(request)
        if run is None:
            return _unknown_run()
        return JSONResponse({"stopped": find_manager().stop(run.run_id)}, headers=_NO_STORE)

    return [
        Route(HEALTH_PATH, health, methods=["GET"]),
        Route(EVENTS_PATH, events, methods=["GET"]),
        Route(STOP_PATH, stop, methods=["POST"]),
    ]


def _unknown_run() -> Response:
    return JSONResponse(
        {"error": "No such run: it ended long ago or the app was restarted. Reload the page."},
        status_code=404,
        headers=_NO_STORE,
    )


async def _stream_frames(run: Run, manager: RunManager, wish: str) -> AsyncIterator[str]:
    """Yield server-sent events until the run has ended and its last frame is out."""
    view = LiveView(run, find_base(run, wish, manager.find_by_token))
    silent_s = 0.0
    while True:
        manager.watch(run.run_id)
        frame = await run_in_threadpool(view.next_frame)
        if frame is not None:
            silent_s = 0.0
            yield f"data: {json.dumps(frame, separators=(',', ':'))}\n\n"
            if view.is_final:
                return
        elif silent_s >= HEARTBEAT_S:
            silent_s = 0.0
            yield ": still here\n\n"
        await asyncio.sleep(FRAME_INTERVAL_S)
        silent_s += FRAME_INTERVAL_S
