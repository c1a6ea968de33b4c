"""A key is nowhere after a run: at every provider, typed or from the environment.

The servers repeat what they were sent, in every place where they could. What the pages show of it
is in tests/browser/test_secrets.py.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lib.domain import PlannedTrial, RunResult, Trial
from lib.experiments.trial_file import encode_trial
from lib.export import list_languages, make_target, write_code
from lib.providers import Connection, resolve_connection
from lib.providers.entra import open_token_source
from lib.settings import AppSettings
from lib.storage import open_repository
from tests.support.provider_access import ACCESSES, KEY, Access
from tests.support.provider_desk import finish, open_desk
from tests.support.provider_scripts import answer_steps
from tests.support.provider_server import ProviderServer
from tests.support.provider_shapes import CREDENTIALS
from tests.support.provider_wire import DONE, Answer, Event, chunk_event, error_body
from tests.support.run_settings import make_settings

SCRIPTS = {
    "telltale-error": Answer(
        status=400,
        body=error_body(f"Bad key {CREDENTIALS}.", code=CREDENTIALS, param=CREDENTIALS),
        headers={"x-echo": CREDENTIALS},
    ),
    "telltale-headers": Answer(answer_steps("fine"), headers={"x-echo": CREDENTIALS}),
    "telltale-chunk": Answer(
        (
            Event(chunk_event("fine", echo=CREDENTIALS)),
            Event(chunk_event(finish_reason="stop")),
            DONE,
        )
    ),
    "telltale-event": Answer((Event(error_body(f"Bad key {CREDENTIALS}.")),)),
}


@pytest.fixture(scope="module")
def double() -> Iterator[ProviderServer]:
    with ProviderServer(SCRIPTS) as server:
        yield server


@pytest.fixture(autouse=True)
def identity(double: ProviderServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name, value in double.identity.environment(double.host).items():
        monkeypatch.setenv(name, value)
    open_token_source.cache_clear()
    yield
    open_token_source.cache_clear()


def connect(double: ProviderServer, access: Access, *, is_typed: bool) -> Connection:
    values = access.environment(double)
    if access.provider.key_setting is not None and not access.uses_entra_id:
        # Servers that need no key can be given one as well.
        values[access.provider.key_setting] = KEY
    settings = AppSettings(values={} if is_typed else values)
    return resolve_connection(access.provider_id, settings, values if is_typed else {})


def gather_traces(result: RunResult, access: Access, connection: Connection) -> list[str]:
    """Everything that is shown, kept or written of a run, as text."""
    target = make_target(access.provider, connection)
    planned = PlannedTrial(position=0, case_id="c", arm="a", repetition=0)
    return [
        repr(result),
        repr(connection),
        encode_trial(Trial(planned=planned, result=result)),
        *(
            write_code(language, result.settings, target)
            for language in list_languages(access.provider)
        ),
    ]


@pytest.mark.parametrize("is_typed", [True, False], ids=["typed", "environment"])
@pytest.mark.parametrize("access", ACCESSES, ids=lambda access: access.id)
def test_no_secret_is_left_by_a_run(
    double: ProviderServer,
    access: Access,
    is_typed: bool,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    if access.uses_entra_id and is_typed:
        # An identity is the host's and never goes to a typed address: `test_connection` says so.
        is_typed = False
    # What other libraries tell a developer at DEBUG is not ours to word; the app never asks for it.
    caplog.set_level(logging.INFO)
    caplog.set_level(logging.DEBUG, logger="lib")
    connection = connect(double, access, is_typed=is_typed)
    repository = open_repository(f"sqlite:///{tmp_path}/runs.db")

    async def open_endpoint(_: Callable[[str], None]) -> Connection:
        return connection

    traces = []
    sent = len(double.requests)
    with open_desk(double, save=repository.save) as desk:
        for model in SCRIPTS:
            settings = make_settings(provider=access.provider_id, model=model, prediction="fine")
            result = finish(desk.manager.start(settings, open_endpoint))
            traces += gather_traces(result, access, connection)
    traces += [path.read_bytes().decode("latin-1") for path in tmp_path.iterdir()]
    traces.append(caplog.text)
    secrets = connection.secrets
    assert secrets
    headers = [request.headers for request in double.requests[sent:]]
    assert any(secrets[0] in value for each in headers for value in each.values()), "was not sent"
    for secret in secrets:
        assert not [trace for trace in traces if secret in trace]
