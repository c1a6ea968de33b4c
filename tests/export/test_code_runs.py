"""Exported code runs as it stands and sends the very bytes that the playground sends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from lib.domain import RunSettings
from lib.export import CodeLanguage, list_languages, make_target, write_code
from lib.providers import Connection
from lib.providers.entra import open_token_source
from tests.support.foreign_sdks import find_program, install_cerebras, install_node_packages
from tests.support.provider_access import ACCESSES, KEY, Access
from tests.support.provider_desk import finish, open_desk
from tests.support.provider_server import ProviderServer, ReceivedRequest
from tests.support.run_settings import make_settings

SOURCE = "line \"one\"\r\n\ttab \\ back$HOME `x` ${y} %s {z} ü 😀\nJSON\n'quoted'\u2028end\n"
RUN_LIMIT_S = 120

CASES = [(access, language) for access in ACCESSES for language in list_languages(access.provider)]


@pytest.fixture(scope="module")
def server() -> Iterator[ProviderServer]:
    with ProviderServer(key=KEY) as server:
        yield server


@pytest.fixture(autouse=True)
def identity(server: ProviderServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name, value in server.identity.environment(server.host).items():
        monkeypatch.setenv(name, value)
    open_token_source.cache_clear()
    yield
    open_token_source.cache_clear()


def settings_of(access: Access) -> RunSettings:
    changes: dict[str, Any] = {
        "provider": access.provider_id,
        "model": access.model,
        "source": SOURCE,
        "prediction": SOURCE,
        "system_message": "Be brief.",
        "seed": 7,
        "temperature": 0.0,
        "top_p": 0.9,
        "max_tokens": 400,
        "stop": ("§",),
    }
    return make_settings(**changes)


def send_from_playground(
    server: ProviderServer, settings: RunSettings, connection: Connection
) -> ReceivedRequest:
    async def open_endpoint(_: Callable[[str], None]) -> Connection:
        return connection

    with open_desk(server) as desk:
        result = finish(desk.manager.start(settings, open_endpoint))
    assert result.error is None, result.error
    assert result.text.startswith('line "one"')
    return server.requests[-1]


def run_code(
    code: str, language: CodeLanguage, environment: dict[str, str], folder: Path
) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    match language:
        case CodeLanguage.CURL:
            find_program("curl", "Install curl.")
            (folder / "request.sh").write_text(code, encoding="utf-8")
            command = ["sh", "request.sh"]
        case CodeLanguage.TYPESCRIPT:
            # The module holds no type, so that Node runs it without a compiler.
            (folder / "request.mjs").write_text(code, encoding="utf-8")
            (folder / "node_modules").symlink_to(install_node_packages())
            command = [find_program("node", "Install Node.js 20 or newer."), "request.mjs"]
        case _:
            (folder / "request.py").write_text(code, encoding="utf-8")
            command = [sys.executable, "request.py"]
            if language is CodeLanguage.CEREBRAS:
                kept["PYTHONPATH"] = str(install_cerebras())
    return subprocess.run(
        command,
        cwd=folder,
        env={**kept, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        text=True,
        timeout=RUN_LIMIT_S,
        check=False,
    )


def environment_of(access: Access, server: ProviderServer) -> dict[str, str]:
    environment = access.environment(server)
    if access.uses_entra_id:
        environment["AZURE_OPENAI_TOKEN"] = max(server.identity.issued)
    return environment


@pytest.mark.parametrize(
    ("access", "language"), CASES, ids=lambda value: getattr(value, "id", str(value))
)
def test_the_code_sends_what_the_playground_sends(
    access: Access, language: CodeLanguage, server: ProviderServer, tmp_path: Path
) -> None:
    settings = settings_of(access)
    connection = access.connect(server)
    ours = send_from_playground(server, settings, connection)
    code = write_code(language, settings, make_target(access.provider, connection))
    assert KEY not in code
    done = run_code(code, language, environment_of(access, server), tmp_path)
    assert done.returncode == 0, done.stderr + done.stdout
    theirs = server.requests[-1]
    assert theirs is not ours
    assert theirs.path == ours.path
    if language is CodeLanguage.CEREBRAS:
        assert theirs.body == ours.body
    else:
        # The line separator is escaped in code, and written as it is by the SDKs.
        assert theirs.raw.replace(rb"\u2028", "\u2028".encode()) == ours.raw
    for name in ("authorization", "api-key"):
        if connection.api_key is not None:
            assert theirs.headers.get(name) == ours.headers.get(name)
    if access.uses_entra_id:
        assert theirs.headers["authorization"].startswith("Bearer entra-token-")


@pytest.mark.parametrize("language", list(CodeLanguage))
def test_without_streaming_the_whole_answer_is_printed(
    language: CodeLanguage, server: ProviderServer, tmp_path: Path
) -> None:
    access = next(row for row in ACCESSES if row.id == "cerebras")
    settings = settings_of(access)
    target = make_target(access.provider, access.connect(server))
    code = write_code(language, settings, target, stream=False)
    done = run_code(code, language, access.environment(server), tmp_path)
    assert done.returncode == 0, done.stderr
    assert "stream" not in server.requests[-1].body
    shown = done.stdout
    if language is CodeLanguage.CURL:
        shown = json.loads(done.stdout)["choices"][0]["message"]["content"]
    assert "ü 😀" in shown


def test_without_a_connection_the_code_names_what_to_fill_in() -> None:
    for access in ACCESSES:
        target = make_target(access.provider, None)
        for language in list_languages(access.provider):
            code = write_code(language, settings_of(access), target)
            assert str(access.provider.base_url_setting) in code
            assert not access.provider.needs_key or str(access.provider.key_setting) in code


def test_a_number_beyond_javascript_is_pointed_out(server: ProviderServer) -> None:
    access = ACCESSES[1]
    settings = make_settings(provider="openai", model="echo", seed=2**60)
    code = write_code(CodeLanguage.TYPESCRIPT, settings, make_target(access.provider, None))
    assert "JavaScript rounds" in code


def test_only_cerebras_has_an_sdk_of_its_own() -> None:
    rows = {access.provider_id: list_languages(access.provider) for access in ACCESSES}
    with_own = [name for name, languages in rows.items() if CodeLanguage.CEREBRAS in languages]
    assert with_own == ["cerebras"]
