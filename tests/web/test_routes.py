"""The routes over real HTTP: who may read and stop a run, and who may not."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import httpx2
import pytest
import uvicorn
from starlette.applications import Starlette

from lib.domain import Outcome, RunResult, RunSettings
from lib.providers import Connection
from lib.running import Run, RunManager
from lib.web.routes import BASE_HEADER, EVENTS_PATH, HEALTH_PATH, RUN_HEADER, STOP_PATH, make_routes

SETTINGS = RunSettings(provider="local", model="m", source="a b c", instructions="i")


@pytest.fixture
def saved() -> list[RunResult]:
    return []


@pytest.fixture
def manager(saved: list[RunResult]) -> Iterator[RunManager]:
    manager = RunManager(save=saved.append)
    yield manager
    manager.close()


@pytest.fixture
def base_url(manager: RunManager) -> Iterator[str]:
    app = Starlette(routes=make_routes(lambda: manager))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


async def wait_for_ever(_: Callable[[str], None]) -> Connection:
    await asyncio.Event().wait()
    raise AssertionError


def read_events(base_url: str, run: Run) -> list[dict[str, object]]:
    response = httpx2.get(base_url + EVENTS_PATH, headers={RUN_HEADER: run.token})
    assert response.status_code == 200
    assert response.headers["cache-control"] == "no-store"
    events = [event for event in response.text.split("\n\n") if event.startswith("data: ")]
    return [json.loads(event.removeprefix("data: ")) for event in events]


def test_the_answer_is_compared_with_what_a_header_names(
    base_url: str, manager: RunManager
) -> None:
    run, other = (
        manager.adopt(
            RunResult(
                run_id=text,
                settings=SETTINGS,
                started_at=datetime(2026, 1, 1, tzinfo=UTC),
                outcome=Outcome.COMPLETED,
                text=text,
            )
        )
        for text in ("a b d", "a b e")
    )
    for wish, source in ((other.token, "a b e"), (other.run_id, "a b c"), ("", "a b c")):
        headers = {RUN_HEADER: run.token, BASE_HEADER: wish}
        answer = httpx2.get(base_url + EVENTS_PATH, headers=headers)
        first = json.loads(answer.text.split("\n\n")[0].removeprefix("data: "))
        assert first["source"] == source


def test_health(base_url: str) -> None:
    response = httpx2.get(base_url + HEALTH_PATH)
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


@pytest.mark.parametrize("token", ["", "guess", "x" * 5000])
def test_a_run_opens_only_with_its_token(base_url: str, manager: RunManager, token: str) -> None:
    run = manager.start(SETTINGS, wait_for_ever)
    headers = {RUN_HEADER: token} if token else {}
    assert httpx2.get(base_url + EVENTS_PATH, headers=headers).status_code == 404
    assert httpx2.post(base_url + STOP_PATH, headers=headers).status_code == 404
    by_query = httpx2.get(base_url + EVENTS_PATH, params={"token": run.token})
    assert by_query.status_code == 404
    assert not run.is_finished


def test_stop_ends_a_silent_run_and_its_events(
    base_url: str, manager: RunManager, saved: list[RunResult]
) -> None:
    run = manager.start(SETTINGS, wait_for_ever)
    headers = {RUN_HEADER: run.token}
    assert httpx2.get(base_url + STOP_PATH, headers=headers).status_code == 405
    assert httpx2.post(base_url + STOP_PATH, headers=headers).json() == {"stopped": True}
    events = read_events(base_url, run)
    assert events[-1]["status"] == "Stopped"
    assert events[-1]["final"] is True
    assert run.wait(5)
    assert [result.outcome for result in saved] == [Outcome.STOPPED]
    assert httpx2.post(base_url + STOP_PATH, headers=headers).json() == {"stopped": False}


def test_a_late_reader_gets_the_whole_run(base_url: str, manager: RunManager) -> None:
    run = manager.start(SETTINGS, wait_for_ever)
    manager.stop(run.run_id)
    assert run.wait(5)
    first, last = read_events(base_url, run)
    assert first["source"] == "a b c"
    assert last["final"] is True
