from __future__ import annotations

import json
from pathlib import Path

import pytest

from lib.domain import ErrorCategory, ErrorReport, Outcome, PlannedTrial
from lib.errors import PlanError, StorageError
from lib.experiments.order import plan_trials
from lib.experiments.trial_file import TrialFile, decode_trials, encode_trial
from tests.support.trials import count_tokens, make_plan, make_trial, make_trials

PLAN = make_plan(num_cases=2, repetitions=2, warmup=1)


def measure(planned: PlannedTrial) -> dict[str, object]:
    if planned.position == 3:
        error = ErrorReport(
            category=ErrorCategory.SERVER, message="It broke.", next_step="Again.", status_code=500
        )
        return {"outcome": Outcome.FAILED, "error": error, "text": ""}
    return {"usage": count_tokens(9, 5, 2), "text": "line\u2028two\n😀"}


TRIALS = make_trials(PLAN, measure)


def test_trials_are_read_back_as_they_were() -> None:
    text = "".join(f"{encode_trial(trial)}\n" for trial in reversed(TRIALS))
    assert decode_trials(text, "t.jsonl") == TRIALS


def test_a_line_tells_the_numbers_in_plain_names() -> None:
    row = json.loads(encode_trial(TRIALS[0]))
    assert (row["case"], row["arm"], row["is_warmup"]) == (
        TRIALS[0].planned.case_id,
        TRIALS[0].planned.arm,
        True,
    )
    assert row["latency_s"] == 1.0
    assert row["cost_usd"] is None
    assert row["run"]["token_usage"]["rejected_prediction_tokens"] == 2
    assert json.loads(encode_trial(TRIALS[3]))["error"] == "It broke."


def test_a_half_line_of_a_killed_process_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "trials.jsonl"
    store = TrialFile(path)
    for trial in TRIALS[:3]:
        store.save(trial)
    text = path.read_text(encoding="utf-8")
    path.write_text(text[:-40], encoding="utf-8")
    reopened = TrialFile(path)
    assert reopened.load() == TRIALS[:2]
    reopened.save(TRIALS[2])
    assert TrialFile(path).load() == TRIALS[:3]


def test_the_later_line_holds(tmp_path: Path) -> None:
    store = TrialFile(tmp_path / "trials.jsonl")
    planned = plan_trials(PLAN)[0]
    store.save(make_trial(PLAN, planned, 1.0))
    store.save(make_trial(PLAN, planned, 2.0))
    assert [trial.result.timing.latency_s for trial in store.load()] == [2.0]


def test_lines_that_are_no_trials_are_all_named() -> None:
    good = encode_trial(TRIALS[0])
    with pytest.raises(PlanError) as caught:
        decode_trials(f"{{}}\n{good}\n[1]\nnot json\n{good}\n", "t.jsonl")
    assert [fault.split(":")[0] for fault in caught.value.faults] == [
        "t.jsonl, line 1",
        "t.jsonl, line 3",
        "t.jsonl, line 4",
    ]


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot be written"):
        TrialFile(tmp_path / "gone" / "trials.jsonl").save(TRIALS[0])
