"""The tasks as a whole: reproducible, split cleanly, well-formed, and free of the app's samples."""

from __future__ import annotations

import ast
import hashlib
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from lib.catalog.samples import SAMPLES
from lib.engine.adapter.tasks import SPLITS, EditTask, make_tasks
from lib.engine.adapter.tasks.__main__ import main as print_tasks
from lib.engine.adapter.tasks.library import (
    DOCUMENT_NAMES,
    PATTERNS_FOLDER,
    load_further_patterns,
    load_patterns,
    read_patterns,
)
from lib.engine.adapter.tasks.phrasing import Phrases, Variety
from tests.engine.adapter.drawing import instructions_of

COUNT = 1500

PATTERN_FILES = sorted(PATTERNS_FOLDER.rglob("*.txt"))

UNHELD = tuple(variety for variety in Variety if variety >= Variety.WIDE)
"""For training only."""


@pytest.fixture(scope="module", params=(*SPLITS, *UNHELD))
def tasks(request: pytest.FixtureRequest) -> list[EditTask]:
    if isinstance(request.param, Variety):
        return list(make_tasks(11, COUNT, variety=request.param))
    return list(make_tasks(11, COUNT, request.param))


def digest(tasks: list[EditTask]) -> str:
    return hashlib.sha256(repr(tasks).encode()).hexdigest()


def test_a_task_depends_on_seed_split_and_number_only() -> None:
    ten, five = list(make_tasks(3, 10)), list(make_tasks(3, 5))
    assert ten[:5] == five
    assert list(make_tasks(4, 5)) != five
    assert [task.source for task in make_tasks(3, 5, "held-out")] != [task.source for task in five]


def test_another_process_with_other_hashes_makes_the_same() -> None:
    program = (
        "import hashlib; from lib.engine.adapter.tasks import make_tasks;"
        "print(hashlib.sha256(repr(list(make_tasks(5, 300))).encode()).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONHASHSEED": "77"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == digest(list(make_tasks(5, 300)))


def test_an_unknown_split_is_refused() -> None:
    with pytest.raises(ValueError, match="'dev' is none of train, held-out"):
        next(make_tasks(1, 1, "dev"))
    with pytest.raises(ValueError, match="for training only"):
        next(make_tasks(1, 1, "held-out", variety=Variety.WIDE))


def test_only_no_change_requests_leave_the_text_as_it_is(tasks: list[EditTask]) -> None:
    for task in tasks:
        assert (task.source == task.answer) == (task.kind == "no change"), task


def test_messages_hold_the_source_and_the_playgrounds_form_prevails(tasks: list[EditTask]) -> None:
    forms: Counter[str] = Counter()
    for task in tasks:
        roles = [role for role, _ in task.messages]
        assert roles in (["user"], ["user"] * 2, ["system", "user"], ["system", "user", "user"])
        assert any(task.source in content for _, content in task.messages)
        assert task.answer.endswith("\n") == task.source.endswith("\n")
        assert "```" not in task.answer or "```" in task.source
        forms["app" if task.messages[-1] == ("user", task.source) else "other"] += 1
        forms["system"] += roles[0] == "system"
    assert 0.7 < forms["app"] / len(tasks) < 0.9
    assert 0.08 < forms["system"] / len(tasks) < 0.25


def test_nothing_is_left_unfilled(tasks: list[EditTask]) -> None:
    for task in tasks:
        said = instructions_of(task)
        assert not re.search(r"~\w+~", said + task.source + task.answer), task
        slots = re.findall(r"\{(?:old|new|place|noun|kind|core|line|where|values)\}", said)
        # A template may have it, and a wish may put it in: its request is text, braces and all.
        known = task.source + (task.answer if task.kind == "wish" else "")
        assert all(slot in known for slot in slots), task


def test_what_could_be_parsed_still_can(tasks: list[EditTask]) -> None:
    for task in tasks:
        if task.language == "python":
            try:
                ast.parse(task.source)
            except SyntaxError:
                continue
            ast.parse(task.answer)
        elif task.language == "json":
            try:
                json.loads(task.source)
            except ValueError:
                assert re.search("template|slot|form|two edits|three edits", task.kind), task
                continue
            json.loads(task.answer)


def test_kinds_languages_and_lengths_are_broad() -> None:
    tasks = list(make_tasks(12, 3000))
    assert len({task.kind for task in tasks}) > 80
    assert {task.language for task in tasks} == set(DOCUMENT_NAMES)
    lengths = sorted(len(task.answer) for task in tasks)
    assert lengths[0] < 60
    assert 350 < sum(lengths) / len(lengths) < 750
    assert 0.03 < sum(length > 1800 for length in lengths) / len(lengths) < 0.12
    assert lengths[-1] < 5000


def test_answers_can_be_kept_short() -> None:
    assert all(len(task.answer) <= 300 for task in make_tasks(2, 200, max_answer_characters=300))


def test_phrases_refuse_casual_requests_without_an_end_or_with_an_unknown_slot() -> None:
    cores = ("set {a}", "put {a}", "make it {a}", "write {a}", "use {a}")
    assert Phrases(*cores, casual=("{a} now!",)).of("held-out") == ("use {a}",)
    for wrong in ("{a} now", "{b} now!"):
        with pytest.raises(ValueError, match="now"):
            Phrases(*cores, casual=("{a}, please.", wrong))


def test_the_command_prints_tasks_of_a_variety_or_says_why_not(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = ["tasks", "--count", "8", "--seed", "2", "--variety", "asked", "--show", "8"]
    monkeypatch.setattr(sys, "argv", told)
    print_tasks()
    printed = capsys.readouterr().out
    for task in make_tasks(2, 8, variety=Variety.ASKED):
        assert f"--- answer\n{task.answer}" in printed
    monkeypatch.setattr(sys, "argv", [*told, "--split", "held-out"])
    with pytest.raises(SystemExit):
        print_tasks()
    assert "for training only" in capsys.readouterr().err


@pytest.mark.parametrize("folder", ["further", "fresh"])
@pytest.mark.parametrize(
    "name",
    sorted({*DOCUMENT_NAMES, "prose", "paragraphs", "templates"} - {"text", "email", "letter"}),
)
def test_no_further_pattern_is_held_out(name: str, folder: str) -> None:
    further = {pattern.body for pattern in load_further_patterns(name, folder)}
    assert len(further) >= 20
    if name != "json":
        assert not further & {pattern.body for pattern in load_patterns(name, "held-out")}


@pytest.mark.parametrize("name", sorted(set(DOCUMENT_NAMES) - {"json", "text", "email", "letter"}))
def test_patterns_belong_to_one_split(name: str) -> None:
    train, held_out = ({p.body for p in load_patterns(name, split)} for split in SPLITS)
    assert train
    assert held_out
    assert not train & held_out


def test_cores_belong_to_one_split() -> None:
    phrases = Phrases(*"abcdefghijk")
    assert phrases.train == ("a", "b", "c", "d", "f", "g", "h", "i", "k")
    assert phrases.held_out == ("e", "j")
    with pytest.raises(ValueError, match="4 cores; 5 are needed"):
        Phrases("a", "b", "c", "d")


def test_no_source_is_in_both_splits() -> None:
    train, held_out = ({t.source for t in make_tasks(13, 2000, split)} for split in SPLITS)
    assert not train & held_out


def test_the_bundled_samples_stay_unseen(tasks: list[EditTask]) -> None:
    """No task asks what a sample asks, and none has three lines of a sample in a row."""
    asked = {sample.instructions for sample in SAMPLES}
    told = {three for sample in SAMPLES for three in threes_of(sample.source)}
    for task in tasks:
        assert not any(instructions in instructions_of(task) for instructions in asked)
        assert not told & threes_of(task.source), task


@pytest.mark.parametrize("path", PATTERN_FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_pattern_is_a_sample(path: Path) -> None:
    """The tasks drawn above may miss a rare pattern."""
    told = {three for sample in SAMPLES for three in threes_of(sample.source)}
    for pattern in read_patterns(path):
        assert not told & threes_of(pattern.body), pattern


def threes_of(text: str) -> set[tuple[str, ...]]:
    """Return each three lines in a row; brackets and imports are everybody's."""
    lines = [line.strip() for line in text.splitlines()]
    own = [line for line in lines if len(line) > 4 and not line.startswith("import ")]
    return set(zip(own, own[1:], own[2:], strict=False))
