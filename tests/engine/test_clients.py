"""Clients that are not ours: curl and OpenAI's npm package. The Python SDK is in test_server.

Where a program is missing, its test can say nothing; `conftest.py` says so at the end of the run.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.engine_server import serve_engine
from tests.support.stand_in_model import StandInModel, as_model

KEY = "a-key-for-tests"
NPM_PACKAGE = "openai@7.55.0"
NODE_SCRIPT = Path(__file__).parent.parent / "support" / "openai_client.mjs"
LIMIT_S = 240


@pytest.fixture
def url() -> Iterator[str]:
    with serve_engine(lambda _: as_model(StandInModel()), api_key=KEY) as (url, _):
        yield f"{url}/v1"


def run(*command: str, cwd: Path | None = None) -> str:
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", timeout=LIMIT_S, cwd=cwd, check=False
    )
    assert done.returncode == 0, f"{command[0]}: {done.stderr or done.stdout}"
    return done.stdout


def curl(url: str, **fields: object) -> str:
    messages = [{"role": "user", "content": "Say something long, please."}]
    body = {"model": "stand-in", "messages": messages, "max_tokens": 40, **fields}
    return run(
        *("curl", "--silent", "--show-error", "--no-buffer", f"{url}/chat/completions"),
        *("--header", f"Authorization: Bearer {KEY}"),
        *("--header", "Content-Type: application/json"),
        *("--data", json.dumps(body)),
    )


def test_curl(url: str) -> None:
    if shutil.which("curl") is None:
        return
    whole = json.loads(curl(url, temperature=0.8))
    text = whole["choices"][0]["message"]["content"]
    assert set(whole["timings"]) == {"queue_s", "prefill_s", "decode_s", "num_forward_passes"}
    prediction = {"type": "content", "content": text}
    lines = curl(
        url, temperature=0.8, seed=whole["seed"], prediction=prediction, stream=True
    ).splitlines()
    assert lines[1::2] == [""] * len(lines[1::2])
    assert lines[-2:] == ["data: [DONE]", ""]
    chunks = [json.loads(line.removeprefix("data: ")) for line in lines[:-2:2]]
    assert {chunk["object"] for chunk in chunks} == {"chat.completion.chunk"}
    assert chunks[0]["seed"] == whole["seed"]
    assert "".join(chunk["choices"][0]["delta"].get("content", "") for chunk in chunks) == text
    refused = json.loads(curl(url, temperature=3))["error"]
    assert (refused["code"], refused["param"]) == ("invalid_value", "temperature")


def test_the_npm_package(url: str, tmp_path: Path) -> None:
    if shutil.which("node") is None or shutil.which("npm") is None:
        return
    shutil.copy(NODE_SCRIPT, tmp_path)
    # Once installed, it comes from npm's own cache, without a network.
    options = ("--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save")
    run("npm", "install", *options, NPM_PACKAGE, cwd=tmp_path)
    seen: Any = json.loads(run("node", NODE_SCRIPT.name, url, KEY, "stand-in", cwd=tmp_path))
    text = seen["whole"]["choices"][0]["message"]["content"]
    assert seen["streamed"] == text
    assert seen["first"]["seed"] == seen["whole"]["seed"]
    details = seen["last"]["usage"]["completion_tokens_details"]
    assert details["accepted_prediction_tokens"] + details["rejected_prediction_tokens"] >= 0
    assert seen["last"]["timings"]["num_forward_passes"] > 0
    assert seen["refusal"] == {"status": 400, "code": "unsupported_parameter", "param": "n"}
