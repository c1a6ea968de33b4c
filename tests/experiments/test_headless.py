"""The headless command, as a build would call it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lib.analysis.experiment import analyse_experiment
from lib.experiments.__main__ import main
from lib.experiments.plan_file import read_plan
from lib.experiments.trial_file import decode_trials
from tests.support.provider_desk import wait_for
from tests.support.provider_server import ProviderServer

ROOT = Path(__file__).resolve().parent.parent.parent
FILE = """\
name: from a test
provider: compatible
model: echo
cases: cases.jsonl
arms:
  - {name: off, prediction: none}
  - {name: on, prediction: source}
repetitions: 3
settings: {temperature: 0, seed: 7, max_tokens: 400}
"""
CASES = [
    {"id": name, "source": f"{name} " * 12, "instruction": "Repeat.", "kind": "prose"}
    for name in ("alpha", "beta")
]


@pytest.fixture
def server() -> Iterator[ProviderServer]:
    with ProviderServer() as server:
        yield server


@pytest.fixture
def folder(tmp_path: Path, server: ProviderServer, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMPATIBLE_BASE_URL", server.base_url)
    lines = "".join(f"{json.dumps(case)}\n" for case in CASES)
    (tmp_path / "cases.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def run(folder: Path, text: str = FILE, output: str = "out") -> int:
    path = folder / "e.yaml"
    path.write_text(text, encoding="utf-8")
    return main(["run", str(path), "--output", str(folder / output)])


def read_result(folder: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((folder / "out" / "result.json").read_text())
    return document


def test_costs_are_counted_with_the_price_of_the_file(folder: Path) -> None:
    assert run(folder, f"{FILE}price: {{input_usd: 1, output_usd: 2}}\n") == 0
    rows = {row["metric"]: row for row in read_result(folder)["comparisons"]}
    assert rows["cost"]["n_pairs"] == 6
    line = json.loads((folder / "out" / "trials.jsonl").read_text().splitlines()[0])
    assert float(line["cost_usd"]) > 0
    assert line["price"]["output_usd"] == "2"


def test_an_api_version_of_the_host_that_is_too_old_is_a_fault(
    folder: Path, server: ProviderServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AZURE_OPENAI_API_VERSION", "2024-10-21")
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", f"http://{server.host}")
    assert run(folder, FILE.replace("compatible", "azure").replace("echo", "gpt-4.1")) == 2
    assert not server.requests


def test_it_writes_every_trial_and_the_result(folder: Path, server: ProviderServer) -> None:
    assert run(folder) == 0
    lines = (folder / "out" / "trials.jsonl").read_text().splitlines()
    assert [json.loads(line)["position"] for line in lines] == list(range(16))
    assert len(server.requests) == 16
    result = read_result(folder)
    assert result["is_complete"]
    assert result["failures"] == []
    assert result["environment"]["system_fingerprints"] == ["fp_test"]
    rows = {row["metric"]: row for row in result["comparisons"]}
    assert set(rows) == {"latency", "ttft", "output_tokens_per_s", "cost"}
    assert rows["latency"].keys() >= {
        *("arm", "baseline", "metric", "n_pairs", "baseline_median", "median"),
        *("ratio", "ratio_ci_low", "ratio_ci_high", "verdict"),
    }
    assert (rows["latency"]["arm"], rows["latency"]["baseline"]) == ("on", "off")
    assert rows["latency"]["n_pairs"] == 6
    assert rows["cost"]["ratio"] is None


def test_the_result_is_what_the_analysis_says_of_the_stored_trials(folder: Path) -> None:
    """The page calls the same function on the same trials, so it shows the same numbers."""
    run(folder)
    trials = decode_trials((folder / "out" / "trials.jsonl").read_text(), "trials.jsonl")
    stored = read_result(folder)
    result = analyse_experiment(read_plan(stored["plan"]), trials)
    for row, written in zip(result.comparisons, stored["comparisons"], strict=True):
        assert (row.metric, row.n_pairs) == (written["metric"], written["n_pairs"])
        assert (row.ratio, row.ratio_ci_low) == (written["ratio"], written["ratio_ci_low"])
        assert (row.median, row.p_value) == (written["median"], written["p_value"])
        assert result.arms[0].judgement.verdict.value == written["verdict"]


@pytest.mark.parametrize(
    ("condition", "status"),
    [
        ("on.latency.n_pairs >= 6", 0),
        ("failures == 0", 0),
        ("on.latency.ratio < 0", 1),
        ("on.cost.ratio < 9", 1),
    ],
)
def test_the_exit_status_tells_whether_the_conditions_hold(
    folder: Path, condition: str, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, f'{FILE}pass: ["{condition}"]\n') == status
    (finding,) = read_result(folder)["conditions"]
    assert (finding["condition"], finding["holds"]) == (condition, status == 0)
    assert condition in capsys.readouterr().out


def test_a_wrong_file_sends_nothing_and_names_every_fault(
    folder: Path, server: ProviderServer, capsys: pytest.CaptureFixture[str]
) -> None:
    text = FILE.replace("repetitions: 3", "repetitions: -3").replace("model: echo", "modell: echo")
    assert run(folder, text) == 2
    output = capsys.readouterr().out
    assert "e.yaml, line 3, modell: is not known" in output
    assert "e.yaml, line 8, repetitions: is -3" in output
    assert "says no model" in output
    assert not server.requests
    assert not (folder / "out").exists()


@pytest.mark.parametrize("name", ["gone.yaml", "."])
def test_a_file_that_cannot_be_read_is_a_wrong_file(
    folder: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["run", str(folder / name), "--output", str(folder / "out")]) == 2
    assert "cannot be read" in capsys.readouterr().out


def test_arguments_that_are_missing_are_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["run", "e.yaml"])
    assert caught.value.code == 2
    assert "--output" in capsys.readouterr().err


def test_another_experiments_folder_is_left_alone(
    folder: Path, server: ProviderServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder) == 0
    sent = len(server.requests)
    assert run(folder, FILE.replace("repetitions: 3", "repetitions: 4")) == 2
    assert "another experiment" in capsys.readouterr().out
    assert len(server.requests) == sent


def test_failures_are_told_and_an_experiment_of_failures_does_not_pass(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, FILE.replace("model: echo", "model: refuse-key")) == 1
    result = read_result(folder)
    assert not result["is_complete"]
    assert len(result["failures"]) == 6
    assert {failure["status_code"] for failure in result["failures"]} == {401}
    assert "trials in a row failed" in capsys.readouterr().out


def test_a_kill_in_the_middle_and_a_second_call_give_each_trial_once(
    folder: Path, server: ProviderServer
) -> None:
    path, trials = folder / "e.yaml", folder / "out" / "trials.jsonl"
    path.write_text(FILE.replace("model: echo", "model: echo-slow"), encoding="utf-8")
    command = [sys.executable, "-m", "lib.experiments", "run", str(path)]
    process = subprocess.Popen(
        [*command, "--output", str(folder / "out")],
        cwd=ROOT,
        env={**os.environ, "COMPATIBLE_BASE_URL": server.base_url},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(lambda: trials.exists() and trials.read_bytes().count(b"\n") >= 3)
    finally:
        process.kill()
        process.wait()
    kept = trials.read_text().splitlines()
    before = len(server.requests)
    assert 3 <= len(kept) < 16
    assert main([*command[3:], "--output", str(folder / "out")]) == 0
    rows = [json.loads(line) for line in trials.read_text().splitlines()]
    assert [row["position"] for row in rows] == list(range(16))
    complete = [json.loads(line) for line in kept if line.endswith("}")]
    run_ids = {row["run"]["run_id"] for row in rows}
    assert {row["run"]["run_id"] for row in complete} <= run_ids
    assert len(server.requests) - before == 16 - len(complete)
