"""The launcher and the command: start, share, end with the parent, and failures in a sentence."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen as RealPopen
from typing import Any

import httpx2
import pytest
from openai import OpenAI

from lib.engine.errors import EngineError
from lib.engine.launcher import PROJECT_ROOT, EngineLauncher, EngineState
from tests.support.random_adapter import write_random_adapter
from tests.support.tiny_gguf import write_tiny_gguf

WAIT_S = 30

# A parent that starts the engine, says where it is, and then waits to be killed.
PARENT = """
import sys
from pathlib import Path
from lib.engine.launcher import EngineLauncher
launcher = EngineLauncher(model_path=Path(sys.argv[1]))
print(launcher.ensure_started().base_url, flush=True)
sys.stdin.read()
"""


@pytest.fixture(scope="module")
def model_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_gguf(tmp_path_factory.mktemp("launched") / "tiny-random.Q4_1.gguf")


def is_up(base_url: str) -> bool:
    try:
        httpx2.get(base_url.removesuffix("/v1") + "/health")
    except httpx2.TransportError:
        return False
    return True


def state_of(launcher: EngineLauncher) -> EngineState:
    return launcher.status.state


def wait_until_down(base_url: str) -> None:
    pause = threading.Event()
    for _ in range(600):
        if not is_up(base_url):
            return
        pause.wait(0.05)
    raise AssertionError("The engine is still there.")


def test_callers_share_one_start_and_the_engine_starts_again_after_its_end(
    model_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "must-not-be-passed-on")
    launcher = EngineLauncher(model_path=model_path, threads=1)
    assert state_of(launcher) is EngineState.NOT_STARTED
    told: list[list[str]] = [[], []]
    addresses = []

    def start(index: int) -> None:
        addresses.append(launcher.ensure_started(told[index].append))

    try:
        threads = [threading.Thread(target=start, args=(index,)) for index in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(WAIT_S)
        assert len(addresses) == 2
        assert addresses[0] == addresses[1]
        assert all(told)
        assert state_of(launcher) is EngineState.READY
        assert addresses[0].api_key not in repr(addresses[0])
        assert httpx2.get(f"{addresses[0].base_url}/models").status_code == 401
        with OpenAI(base_url=addresses[0].base_url, api_key=addresses[0].api_key) as client:
            assert len(client.models.list().data) == 1
        launcher.close()
        wait_until_down(addresses[0].base_url)
        assert state_of(launcher) is EngineState.NOT_STARTED
        assert launcher.ensure_started() != addresses[0]
    finally:
        launcher.close()


def test_the_engine_ends_with_a_parent_that_is_killed(model_path: Path) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(model_path)],
        cwd=PROJECT_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with parent:
        try:
            assert parent.stdout is not None
            base_url = parent.stdout.readline().strip()
            assert is_up(base_url)
        finally:
            parent.kill()
    wait_until_down(base_url)


def test_a_missing_model_is_a_sentence(tmp_path: Path) -> None:
    launcher = EngineLauncher(model_path=tmp_path / "missing.gguf")
    try:
        with pytest.raises(EngineError, match=r"missing\.gguf"):
            launcher.ensure_started()
        assert state_of(launcher) is EngineState.FAILED
        assert "missing.gguf" in launcher.status.sentence
    finally:
        launcher.close()


def test_an_engine_that_takes_too_long_is_stopped(model_path: Path) -> None:
    launcher = EngineLauncher(model_path=model_path, start_limit_s=0.01)
    try:
        with pytest.raises(EngineError, match="not ready after"):
            launcher.ensure_started()
    finally:
        launcher.close()


def test_an_engine_that_is_killed_while_it_starts_says_what_may_be_the_cause(
    model_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: Any, **options: Any) -> subprocess.Popen[str]:
        started.append(RealPopen(*arguments, **options))
        return started[0]

    monkeypatch.setattr("lib.engine.launcher.subprocess.Popen", start)
    launcher = EngineLauncher(model_path=model_path)
    expected = "exit status 1" if os.name == "nt" else "memory runs out. Close other programs"
    try:
        with pytest.raises(EngineError, match=expected):
            launcher.ensure_started(lambda _: started[0].kill())
        assert state_of(launcher) is EngineState.FAILED
    finally:
        launcher.close()


def run_command(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "ENGINE_PARENT_PIPE": ""}
    return subprocess.run(
        [sys.executable, "-m", "lib.engine", "--port", "0", *arguments],
        cwd=PROJECT_ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=WAIT_S,
        check=False,
    )


DAMAGES = {
    "missing": lambda _: None,
    "cut": lambda data: data[:-100],
    "no model": lambda _: b"not a model",
    "not finite": lambda data: data[:-9_000] + b"\xff" * 9_000,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_model_that_cannot_be_used_ends_the_command_in_a_sentence(
    tmp_path: Path, model_path: Path, damage: Callable[[bytes], bytes | None]
) -> None:
    path = tmp_path / "damaged.gguf"
    data = damage(model_path.read_bytes())
    if data is not None:
        path.write_bytes(data)
    ended = run_command("--model", str(path))
    assert ended.returncode == 2
    assert "damaged.gguf cannot be used" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
    assert ended.stdout == ""


def test_an_adapter_that_cannot_be_used_ends_the_command_in_a_sentence(model_path: Path) -> None:
    ended = run_command("--model", str(model_path), "--adapter", "lora.gguf")
    assert ended.returncode == 2
    assert "The adapter file lora.gguf cannot be used: it cannot be opened" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


def test_a_wrong_option_ends_the_command() -> None:
    assert run_command("--threads", "0").returncode == 2


@pytest.mark.parametrize("adapter", [None, "none", "my-lora.F16.gguf"])
def test_the_command_says_what_it_serves(
    tmp_path: Path, model_path: Path, adapter: str | None
) -> None:
    """`--model` does without the bundled adapter, which is for the bundled model."""
    arguments = ["--model", str(model_path), "--threads", "1"]
    names = ["tiny-random"]
    if adapter == "none":
        arguments += ["--adapter", "none"]
    elif adapter is not None:
        arguments += ["--adapter", str(write_random_adapter(tmp_path / adapter, model_path))]
        names = ["my-lora", "tiny-random"]
    with subprocess.Popen(
        [sys.executable, "-m", "lib.engine", "--port", "0", *arguments],
        cwd=PROJECT_ROOT,
        env={**os.environ, "ENGINE_PARENT_PIPE": "", "ENGINE_API_KEY": ""},
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stderr is not None
            said = process.stderr.readline()
            match = re.search(r"listens on (http://127\.0\.0\.1:\d+/v1) and serves (.*)", said)
            assert match, said
            assert match[2] == " and ".join(names)
            with OpenAI(base_url=match[1], api_key="none") as client:
                assert [model.id for model in client.models.list()] == names
        finally:
            process.terminate()
