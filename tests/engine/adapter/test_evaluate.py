"""Scores, and the evaluation over a stand-in for the model."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from lib.engine.adapter.answering import LocalAnswerer, RemoteAnswerer
from lib.engine.adapter.evaluate import (
    hand_written_lines,
    held_out_lines,
    held_out_tasks,
    judge,
    real_edit_lines,
)
from lib.engine.adapter.hand_written import SETS, read_hand_written
from lib.engine.adapter.scoring import (
    BUCKETS,
    Outcome,
    bucket_of,
    compare,
    similarity,
    table_by_bucket,
    table_by_kind,
)
from lib.engine.model import Model, load_model
from lib.engine.tokenizer import Tokenizer
from tests.support.engine_server import serve_engine
from tests.support.tiny_gguf import write_tiny_gguf


class Copier:
    """Answers with the prediction, which is the source."""

    title = "copier"

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer

    def answer(self, messages: Sequence[tuple[str, str]], prediction: str, max_tokens: int) -> str:
        return prediction


@pytest.mark.parametrize(
    ("given", "first_wrong"),
    [([5, 6, 2], None), ([5, 7, 2], 1), ([5, 2], 1), ([5, 6, 6, 2], 2), ([2], 0)],
)
def test_the_first_wrong_token(given: list[int], first_wrong: int | None) -> None:
    outcome = compare("k", [5, 6, 2], given)
    assert outcome.first_wrong == first_wrong
    assert outcome.is_right == (first_wrong is None)


def test_buckets_hold_their_upper_ends() -> None:
    assert [bucket_of(n) for n in (1, 100, 101, 1200, 1201)] == [100, 100, 300, 1200, None]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("", "", 1.0),
        ("abc", "abc", 1.0),
        ("abc", "xyz", 0.0),
        ("abcd", "", 0.0),
        ("abcdef", "acf", 2 * 3 / 9),
        ("xaybz", "ab", 2 * 2 / 7),
        ("aab", "ba", 2 * 1 / 5),
    ],
)
def test_similarity(one: str, other: str, expected: float) -> None:
    codes = [[ord(letter) for letter in text] for text in (one, other)]
    assert similarity(*codes) == pytest.approx(expected)
    assert similarity(*codes[::-1]) == pytest.approx(expected)


def test_tables_count_every_answer() -> None:
    outcomes = [
        Outcome(kind="rename", num_tokens=90, first_wrong=None),
        Outcome(kind="rename", num_tokens=100, first_wrong=99),
        Outcome(kind="delete", num_tokens=700, first_wrong=0),
        Outcome(kind="delete", num_tokens=5000, first_wrong=None),
    ]
    by_length = [line.split() for line in table_by_bucket(outcomes)]
    assert by_length[1] == ["1-100", "1", "of", "2", "50.0%", "0", "0", "0", "1"]
    assert by_length[2] == ["301-800", "0", "of", "1", "0.0%", "1", "0", "0", "0"]
    assert by_length[3] == ["all", "2", "of", "4", "50.0%", "1", "0", "0", "1"]
    assert [line.split()[0] for line in table_by_kind(outcomes)] == ["delete", "rename"]


def test_held_out_tasks_are_the_same_every_time(tiny_model: Model) -> None:
    tokenizer = tiny_model.tokenizer
    tasks = list(held_out_tasks(tokenizer, 6, 300))
    assert tasks == list(held_out_tasks(tokenizer, 6, 300))
    assert {task.split for task in tasks} == {"held-out"}
    buckets = [bucket_of(len(tokenizer.encode(task.answer)) + 1) for task in tasks]
    assert sorted(map(str, buckets)) == sorted(["100", "300"] * 3)
    assert max(BUCKETS) >= 300


def test_a_copy_is_judged_wrong_where_the_edit_is(tiny_model: Model) -> None:
    copier = Copier(tiny_model.tokenizer)
    messages = (("user", "Write b."), ("user", "a a"))
    outcome, text = judge(copier, "k", messages, "a a", "a b")
    assert (outcome.first_wrong, text) == (1, "a a")
    assert judge(copier, "k", messages, "a a", "a a")[0].is_right


@pytest.mark.parametrize("path", SETS.values(), ids=lambda path: path.stem)
def test_hand_written_edits_are_complete_and_each_changes_its_text(path: Path) -> None:
    edits = list(read_hand_written(path))
    assert len({edit.name for edit in edits}) == len(edits) >= 40
    for edit in edits:
        assert edit.instruction, edit.name
        assert edit.language, edit.name
        assert edit.source != edit.answer, edit.name
    languages = {edit.language for edit in edits}
    assert languages >= {"python", "typescript", "javascript", "css", "json", "yaml", "sql", "text"}


@pytest.mark.parametrize("path", SETS.values(), ids=lambda path: path.stem)
def test_a_copier_gets_no_hand_written_edit_right(tiny_model: Model, path: Path) -> None:
    copier = Copier(tiny_model.tokenizer)
    lines = list(hand_written_lines(copier, "Edits", path, show_wrong=False))
    num_edits = len(list(read_hand_written(path)))
    assert lines[-1] == f"0 of {num_edits} exactly right"
    assert sum(line.startswith("wrong: ") for line in lines) == num_edits


def test_held_out_lines_have_both_tables(tiny_model: Model) -> None:
    text = "\n".join(held_out_lines(Copier(tiny_model.tokenizer), 4, 300))
    assert "of 2" in text
    assert "by kind" in text


def test_real_edits_are_scored_by_likeness(tiny_model: Model, tmp_path: Path) -> None:
    items = [
        {"source": "abcd", "reference": "abcd", "instruction": "i", "determinism": "high"},
        {"source": "abcd", "reference": "wxyz", "instruction": "i", "determinism": "high"},
        {"source": "a" * 5000, "reference": "b", "instruction": "too long", "determinism": "low"},
    ]
    path = tmp_path / "edits.jsonl"
    path.write_text("".join(json.dumps(item) + "\n" for item in items), encoding="utf-8")
    *_, line = real_edit_lines(Copier(tiny_model.tokenizer), path, 10)
    assert line.split() == ["high", "2", "0.500", "0.500", "1", "0.500"]


def test_a_running_engine_and_one_of_our_own_say_the_same(tmp_path: Path) -> None:
    path = write_tiny_gguf(tmp_path / "tiny-random.Q4_1.gguf")
    local = LocalAnswerer(path, "none", 1)
    messages = (("system", "Be kind."), ("user", "the and the"))
    text = local.answer(messages, "the and the", 12)
    with serve_engine(lambda _: load_model(path, threads=1), name="tiny-random") as (address, _):
        remote = RemoteAnswerer(f"{address}/v1", "tiny-random")
        assert remote.answer(messages, "the and the", 12) == text
        with pytest.raises(ConnectionError, match=r"404.*no-such-model"):
            RemoteAnswerer(address, "no-such-model").answer(messages, "", 12)
