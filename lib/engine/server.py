"""The HTTP side: OpenAI's Chat Completions, streamed and whole, and /health.

Invariant: the event loop never computes. Texts are encoded in a worker thread, forward passes run
in the scheduler's, and a client that goes away gives its place back.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import time
import uuid
from collections.abc import AsyncIterator, Callable
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from lib.engine.answer_events import AnswerEvents
from lib.engine.api_errors import ApiError
from lib.engine.protocol import ChatRequest, model_not_found, parse_chat_request
from lib.engine.responses import Completion, DraftCounts, model_object
from lib.engine.sampling import draw_seed
from lib.engine.scheduler import Failed, Finished
from lib.engine.service import EngineService, ReadyEngine

LOGGER = logging.getLogger(__name__)
MAX_BODY_BYTES = 16 * 1024 * 1024


def create_app(service: EngineService, *, api_key: str | None = None) -> Starlette:
    """Return the ASGI application; with `api_key` every route but /health asks for it."""
    server = _Server(service, api_key)
    return Starlette(
        routes=[
            Route("/health", server.health),
            Route("/v1/models", server.list_models),
            Route("/v1/models/{name}", server.show_model),
            Route("/v1/chat/completions", server.complete_chat, methods=["POST"]),
        ],
        exception_handlers={
            ApiError: _answer_api_error,
            HTTPException: _answer_http_error,
            Exception: _answer_crash,
        },
    )


class _Server:
    def __init__(self, service: EngineService, api_key: str | None) -> None:
        self._service = service
        self._api_key = api_key

    async def health(self, request: Request) -> Response:
        engine = self._service.ready
        if engine is None:
            return JSONResponse({"status": "loading", "step": self._service.step})
        states = self._service.library.states
        return JSONResponse({"status": "ok", "model": engine.model.name, "models": states})

    async def list_models(self, request: Request) -> Response:
        self._check_key(request)
        engine = self._service.require_ready()
        names = self._service.library.names
        entries = [model_object(name, engine.loaded_at) for name in names]
        return JSONResponse({"object": "list", "data": entries})

    async def show_model(self, request: Request) -> Response:
        self._check_key(request)
        engine = self._service.require_ready()
        names = self._service.library.names
        name = request.path_params["name"]
        if name not in names:
            raise model_not_found(name, names)
        return JSONResponse(model_object(name, engine.loaded_at))

    async def complete_chat(self, request: Request) -> Response:
        self._check_key(request)
        self._service.require_ready()
        body = await _read_json(request)
        names = self._service.library.names
        chat = await run_in_threadpool(parse_chat_request, body, model_names=names)
        seed = draw_seed() if chat.seed is None else chat.seed
        engine = await run_in_threadpool(self._service.find_engine, chat.model)
        events = AnswerEvents()
        ticket = await run_in_threadpool(engine.submit, chat, seed, events.deliver)
        events.on_leaving(lambda: engine.scheduler.cancel(ticket))
        completion = _make_completion(engine, seed)
        if not chat.stream:
            return await _answer_whole(request, completion, events)
        return _EventStream(_stream(chat, completion, events), events.leave)

    def _check_key(self, request: Request) -> None:
        if self._api_key is None:
            return
        scheme, _, key = request.headers.get("authorization", "").partition(" ")
        right = hmac.compare_digest(key.strip().encode(), self._api_key.encode())
        if scheme.lower() != "bearer" or not right:
            raise ApiError(
                "This engine asks for a key, and the request has none or another one. "
                "Send it as 'Authorization: Bearer KEY'.",
                status=401,
                code="invalid_api_key",
            )


def _make_completion(engine: ReadyEngine, seed: int) -> Completion:
    return Completion(
        id=f"chatcmpl-{uuid.uuid4().hex}",
        created=int(time.time()),
        model=engine.model.name,
        system_fingerprint=engine.model.fingerprint,
        seed=seed,
    )


async def _read_json(request: Request) -> object:
    # Insisting on the type keeps foreign web pages out: they would need a preflight, which fails.
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json":
        raise ApiError("Send the body as JSON, with 'Content-Type: application/json'.", status=415)
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MAX_BODY_BYTES:
            raise ApiError(
                f"The body is larger than {MAX_BODY_BYTES // 1024**2} MB. Send less text.",
                status=413,
                code="request_too_large",
            )
    try:
        return json.loads(bytes(body))
    except (ValueError, RecursionError) as error:
        raise ApiError(
            f"The body is not valid JSON: {str(error)[:200]}", code="invalid_json"
        ) from error


async def _answer_whole(request: Request, completion: Completion, events: AnswerEvents) -> Response:
    collecting = asyncio.ensure_future(_collect(completion, events))
    leaving = asyncio.ensure_future(_wait_for_disconnect(request))
    try:
        await asyncio.wait({collecting, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if collecting.done():
            return JSONResponse(collecting.result())
        raise ClientDisconnect
    finally:
        collecting.cancel()
        leaving.cancel()
        events.leave()


async def _wait_for_disconnect(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _collect(completion: Completion, events: AnswerEvents) -> dict[str, Any]:
    texts: list[str] = []
    async for event in events:
        if isinstance(event, Failed):
            raise _pass_failed(event)
        if isinstance(event, Finished):
            return completion.whole("".join(texts), event)
        texts.append(event.text)
    raise AssertionError("The events of a request end with Finished or Failed.")


async def _stream(
    chat: ChatRequest, completion: Completion, events: AnswerEvents
) -> AsyncIterator[str]:
    nulls = {"usage": None} if chat.include_usage else {}
    yield _sse({**completion.role_chunk(), **nulls})
    draft = DraftCounts()
    async for event in events:
        if isinstance(event, Failed):
            yield _sse(_pass_failed(event).body)
            return
        if isinstance(event, Finished):
            for chunk in completion.last_chunks(event, include_usage=chat.include_usage):
                yield _sse(chunk)
            continue
        # A pass whose text waits for the next one hands on its counts with it.
        draft = draft.plus(event)
        if event.text or (event.finish_reason and draft.num_draft_tokens):
            yield _sse({**completion.content_chunk(event.text, draft), **nulls})
            draft = DraftCounts()
    yield "data: [DONE]\n\n"


def _sse(data: dict[str, Any]) -> str:
    return f"data: {json.dumps(data, ensure_ascii=False, separators=(',', ':'))}\n\n"


class _EventStream(StreamingResponse):
    """Gives the place back however the response ends, even before its first chunk."""

    def __init__(self, content: AsyncIterator[str], on_end: Callable[[], None]) -> None:
        super().__init__(
            content,
            media_type="text/event-stream",
            headers={"cache-control": "no-store", "x-accel-buffering": "no"},
        )
        self._on_end = on_end

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._on_end()


def _pass_failed(event: Failed) -> ApiError:
    LOGGER.error("A forward pass failed.", exc_info=event.error)
    return ApiError(
        "The engine could not compute this answer; its log says why. Try again.",
        status=500,
        type="server_error",
        code="engine_failure",
    )


async def _answer_api_error(request: Request, error: Exception) -> Response:
    refusal = error if isinstance(error, ApiError) else _unexpected()
    return JSONResponse(refusal.body, status_code=refusal.status, headers=refusal.headers)


async def _answer_http_error(request: Request, error: Exception) -> Response:
    """404 and 405 of the router."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    refusal = ApiError(
        f"There is no {request.method} {request.url.path} here; "
        "the engine has /v1/chat/completions (POST), /v1/models and /health (GET).",
        status=status,
    )
    return JSONResponse(refusal.body, status_code=status)


async def _answer_crash(request: Request, error: Exception) -> Response:
    """A fault of our own; the server's log has the traceback."""
    return await _answer_api_error(request, error)


def _unexpected() -> ApiError:
    return ApiError(
        "The engine made a mistake; its log has the details.", status=500, type="server_error"
    )
