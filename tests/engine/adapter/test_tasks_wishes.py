"""Edits that somebody wrote down: their files are read as told, and each draws sound tasks."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from lib.engine.adapter.tasks.library import DOCUMENT_NAMES
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.soundness import is_sound, is_well_formed
from lib.engine.adapter.tasks.texts import Edit, Text
from lib.engine.adapter.tasks.wishes import (
    FOLDER,
    MORE,
    WishedText,
    fulfil_wish,
    load_wished_texts,
    read_wished_texts,
)
from tests.engine.adapter.drawing import draw_context

EXAMPLE = """\
=== python
: tool = hammer | saw
LIMIT = ~n1~
DELAY = 5

def lend(~tool~, days):
    return ~tool~ + days
--- edit
- LIMIT = ~n1~
+ LIMIT = ~n2~
+ RATE = 3

- DELAY = 5
? limit ~n2~, a RATE of 3 below, no delay
--- edit
* days => num_days
* ~tool~ => tool
? rename days
? call it num_days
=== text
Only this.
--- edit
- Only this.
+ Only that.
? write that
"""
SLOT = re.compile(r"~[A-Za-z]+\d*~")


def read(folder: Path, content: str) -> list[WishedText]:
    path = folder / "wishes.txt"
    path.write_text(content, encoding="utf-8")
    return list(read_wished_texts(path))


def test_lines_are_taken_out_and_put_in_as_told(tmp_path: Path) -> None:
    code, prose = read(tmp_path, EXAMPLE)
    assert code.language == "python"
    assert code.own_slots == {"tool": ("hammer", "saw")}
    lines, words = code.wishes
    rest = "\ndef lend(~tool~, days):\n    return ~tool~ + days"
    assert code.body == f"LIMIT = ~n1~\nDELAY = 5\n{rest}"
    assert lines.answer == f"LIMIT = ~n2~\nRATE = 3\n{rest}"
    assert words.answer == code.body.replace("days", "num_days").replace("~tool~", "tool")
    assert words.requests == ("rename days", "call it num_days")
    assert prose.wishes[0].answer == "Only that."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("- DELAY = 5", "- DELAY = 6", r"text in line 1: these lines stand in it 0 times"),
        ("DELAY = 5", "LIMIT = ~n1~", "stand in it 2 times"),
        ("* days", "* day", "'day' does not stand in it"),
        ("\n- DELAY", "\n- DELAY = 5\n\n- DELAY", "takes this line out twice: 'DELAY = 5'"),
        ("? write that", "write that", "line 20: an edit has the line 'write that'"),
        ("? write that\n", "", "line 20: an edit has no request"),
        ("+ Only that.", "+ Only this.", "changes nothing: 'write that'"),
        ("--- edit\n- Only", "--- edits\n- Only", "line 20: it has no edit"),
    ],
)
def test_a_file_whose_lines_do_not_fit_is_refused(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    assert old in EXAMPLE
    with pytest.raises(ValueError, match=rf"wishes\.txt, .*{expected}"):
        read(tmp_path, EXAMPLE.replace(old, new, 1))


def test_each_wish_has_one_sound_answer_whatever_the_slots() -> None:
    for text in load_wished_texts(FOLDER, MORE):
        noun = DOCUMENT_NAMES[text.language][0]
        for wish in text.wishes:
            assert len(set(wish.requests)) >= 6, wish.requests
            for seed in range(3):
                slots = Slots(Random(seed), text.own_slots)  # noqa: S311 nothing secret
                source = Text(body=slots.fill(text.body), language=text.language, noun=noun)
                requests = [slots.fill(request) for request in wish.requests]
                answer = slots.fill(wish.answer)
                edit = Edit(kind="wish", request=requests[0], text=source, answer=answer)
                assert is_well_formed(source), source.body
                assert is_sound(edit), answer
                assert answer != source.body, wish.requests
                assert not any(map(SLOT.search, (source.body, answer, *requests)))


def test_some_tasks_ask_for_two_wishes_of_one_text() -> None:
    kinds = Counter(
        edit.kind for seed in range(300) if (edit := fulfil_wish(draw_context(seed))) is not None
    )
    assert kinds["wish"] > 200
    assert 15 < kinds["two edits"] < 100
