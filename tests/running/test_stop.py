"""Stop at every moment of a run: the server is left, and what had arrived is kept and saved."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable

import pytest

from lib.domain import Outcome
from lib.providers import Connection
from tests.support.provider_desk import PATIENCE_S, Desk, finish, wait_for
from tests.support.provider_server import ProviderServer, ReceivedRequest
from tests.support.run_settings import make_settings


def wait_for_request(server: ProviderServer, count: int) -> ReceivedRequest:
    wait_for(lambda: len(server.requests) > count)
    return server.requests[-1]


@pytest.mark.parametrize(
    ("model", "text"),
    [
        ("hang-before-headers", ""),
        ("hang-after-headers", ""),
        ("hang-mid-stream", "Hello world"),
        ("hang-after-finish", "Hello world"),
    ],
)
def test_stop_leaves_the_server_and_keeps_the_text(desk: Desk, model: str, text: str) -> None:
    count = len(desk.server.requests)
    run = desk.start(model)
    request = wait_for_request(desk.server, count)
    wait_for(lambda: run.text_from(0) == text)
    assert desk.manager.stop(run.run_id)
    result = finish(run)
    assert request.left.wait(PATIENCE_S), "the server saw the client leave"
    assert (result.outcome, result.text, result.error) == (Outcome.STOPPED, text, None)
    assert desk.saved == [result]
    assert not desk.manager.stop(run.run_id), "a finished run cannot be stopped"


def test_stop_while_the_endpoint_opens(desk: Desk) -> None:
    opening, was_cancelled = threading.Event(), threading.Event()

    async def open_endpoint(tell: Callable[[str], None]) -> Connection:
        tell("Starting the local engine: reading the model file")
        opening.set()
        try:
            await asyncio.Event().wait()
        finally:
            was_cancelled.set()
        raise AssertionError

    run = desk.manager.start(make_settings(), open_endpoint)
    assert opening.wait(PATIENCE_S)
    wait_for(lambda: run.snapshot().phase == "Starting the local engine: reading the model file")
    assert desk.manager.stop(run.run_id)
    result = finish(run)
    assert was_cancelled.is_set()
    assert result.outcome is Outcome.STOPPED
    assert result.timing.ended_s is None, "no request was sent, so no clock ran"


def test_stop_holds_though_the_opener_swallows_it(desk: Desk) -> None:
    opening = threading.Event()

    async def open_endpoint(_: Callable[[str], None]) -> Connection:
        opening.set()
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.Event().wait()
        return await desk.opener()(lambda _: None)

    count = len(desk.server.requests)
    run = desk.manager.start(make_settings(), open_endpoint)
    assert opening.wait(PATIENCE_S)
    desk.manager.stop(run.run_id)
    assert finish(run).outcome is Outcome.STOPPED
    assert len(desk.server.requests) == count


def test_stop_before_the_run_has_taken_its_first_step(desk: Desk) -> None:
    blocked, go_on = threading.Event(), threading.Event()

    async def block_loop(_: Callable[[str], None]) -> Connection:
        blocked.set()
        go_on.wait(PATIENCE_S)
        return await desk.opener()(lambda _: None)

    blocker = desk.manager.start(make_settings(model="hello"), block_loop)
    assert blocked.wait(PATIENCE_S)
    count = len(desk.server.requests)
    run = desk.start("hello")
    assert desk.manager.stop(run.run_id)
    assert desk.manager.stop(run.run_id), "asking twice does no harm"
    go_on.set()
    assert finish(run).outcome is Outcome.STOPPED
    assert finish(blocker).outcome is Outcome.COMPLETED
    assert len(desk.server.requests) == count + 1, "the stopped run sent nothing"
