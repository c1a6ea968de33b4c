"""Edits of letters, notices, steps, tables and lists told by what an entry is about."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from lib.engine.adapter.tasks.demos.documents.detail_edits import correct_detail
from lib.engine.adapter.tasks.demos.documents.heading_edits import change_heading
from lib.engine.adapter.tasks.demos.documents.list_edits import move_name
from lib.engine.adapter.tasks.demos.documents.list_texts import LISTS, STEPS
from lib.engine.adapter.tasks.demos.documents.person_edits import correct_person
from lib.engine.adapter.tasks.demos.documents.sentence_edits import (
    add_told_sentence,
    drop_told_sentence,
)
from lib.engine.adapter.tasks.demos.documents.spelling_edits import fix_misspelled
from lib.engine.adapter.tasks.demos.documents.step_edits import drop_step, insert_step
from lib.engine.adapter.tasks.demos.documents.table_edits import add_row, change_cell, drop_row
from lib.engine.adapter.tasks.demos.documents.themes import THEMES
from lib.engine.adapter.tasks.misspellings import MISSPELLINGS
from lib.engine.adapter.tasks.texts import Edit
from tests.engine.adapter.drawing import changed_lines, edits_of, exchanged_lines

_WORD = re.compile(r"\w+|[^\w\s]")
_MARK = re.compile(r"^(?:Step )?\(?\d+[.):] ?")


def _changed_words(edit: Edit) -> list[tuple[str, str]]:
    before, after = (_WORD.findall(text) for text in (edit.text.body, edit.answer))
    return [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_every_topic_of_a_theme_is_told_once() -> None:
    """Two sentences of one topic would leave the place open."""
    for theme in THEMES:
        topics = [topic for section in theme.sections for topic, _ in section.sentences]
        assert len(topics) == len(set(topics)) >= 6, topics
    for title, steps in STEPS:
        assert len({topic for topic, _ in steps}) == len(steps) >= 5, title


def test_exactly_one_whole_sentence_goes() -> None:
    """Half a sentence, two of them, or an empty bullet left over would be another edit."""
    topics = {
        topic for theme in THEMES for section in theme.sections for topic, _ in section.sentences
    }
    for edit in edits_of(drop_told_sentence):
        (before,), after = changed_lines(edit)
        assert len(after) <= 1
        kept = after[0] if after else ""
        assert len(before) > len(kept)
        gone = _WORD.findall(before)
        assert not Counter(_WORD.findall(kept)) - Counter(gone)
        assert not re.search(r"  |^[-*]? ?$", kept, re.MULTILINE) or not kept
        assert any(topic in edit.request for topic in topics), edit


def test_the_quoted_sentence_comes_in_and_nothing_goes() -> None:
    for edit in edits_of(add_told_sentence):
        before, after = edit.text.body, edit.answer
        start = next((i for i, pair in enumerate(zip(before, after, strict=False))
                      if pair[0] != pair[1]), len(before))  # fmt: skip
        added = Counter(_WORD.findall(after)) - Counter(_WORD.findall(before))
        assert not Counter(_WORD.findall(before)) - Counter(_WORD.findall(after))
        assert added
        assert any(
            before[:i] + after[i : i + len(after) - len(before)] + before[i:] == after
            and after[i : i + len(after) - len(before)].strip() in edit.request
            for i in range(max(0, start - 140), start + 1)
        ), edit


def test_a_person_changes_and_streets_and_firms_do_not() -> None:
    """`Anna Street` that becomes `Petra Street` is the mistake that this teaches to avoid."""
    for edit in edits_of(correct_person):
        pairs = set(_changed_words(edit))
        assert len(pairs) == 1, edit
        ((old, new),) = pairs
        assert old in edit.request or edit.kind == "correct salutation"
        assert new in edit.request
        rest = re.findall(rf"\b{old}\b(?!\w)(.{{0,12}})", edit.answer)
        if edit.kind == "correct person":
            assert all(re.match(r" (?:[A-Z&])", one) for one in rest), edit
        else:
            assert len(_changed_words(edit)) == 1


def test_one_value_changes_once() -> None:
    """The same time or price of something else has to stay."""
    for edit in edits_of(correct_detail):
        (before,), (after,) = changed_lines(edit)
        start = next(i for i, pair in enumerate(zip(before, after, strict=False))
                     if pair[0] != pair[1])  # fmt: skip
        end = 1
        while before[-end] == after[-end] and len(before) - end >= start:
            end += 1
        assert len(before) - end - start < 22, edit
        told = re.findall(r"\[([^|]+)\|", " ".join(
            one for theme in THEMES for section in theme.sections for _, one in section.sentences
        ))  # fmt: skip
        assert any(what.lower() in edit.request.lower() for what in told)
        assert any(word in edit.request for word in _WORD.findall(after[max(0, start - 3) :]))


def test_misspelled_words_are_corrected_and_no_others() -> None:
    for edit in edits_of(fix_misspelled):
        pairs = _changed_words(edit)
        assert 2 <= len(pairs) <= 6
        for wrong, right in pairs:
            assert wrong.lower() in MISSPELLINGS[right.lower()]
            assert wrong[0].isupper() == right[0].isupper()


def test_steps_stay_numbered_without_a_gap() -> None:
    """A step that is inserted without counting on would give two steps the same number."""
    for make, sign in ((insert_step, 1), (drop_step, -1)):
        for edit in edits_of(make):
            texts = [
                [_MARK.sub("", line) for line in text.split("\n")]
                for text in (edit.text.body, edit.answer)
            ]
            more, less = texts[::-sign][:2] if sign == 1 else texts
            gone = Counter(more) - Counter(less)
            assert sum(gone.values()) == 1, edit
            assert not Counter(less) - Counter(more)
            if make is insert_step:
                assert re.sub(r"^[-*] ", "", next(iter(gone))) in edit.request
            numbers = [
                int(n) for n in re.findall(r"^(?:Step )?\(?(\d+)[.):]", edit.answer, re.MULTILINE)
            ]
            runs = [n for n in numbers if n == 1]
            steps = [b - a for a, b in pairwise(numbers) if b != 1]
            assert not numbers or set(steps) <= {1}, edit
            assert len(runs) <= 2


def test_one_row_comes_or_goes() -> None:
    for edit in edits_of(add_row):
        gone, (row,) = changed_lines(edit)
        assert gone == []
        assert all(cell in edit.request for cell in _cells(row)), edit
    for edit in edits_of(drop_row):
        (row,), come = changed_lines(edit)
        assert come == []
        assert _cells(row)[0] in edit.request


def test_one_cell_changes() -> None:
    for edit in edits_of(change_cell):
        (before,), (after,) = exchanged_lines(edit)
        pairs = [
            pair for pair in zip(_cells(before), _cells(after), strict=True) if pair[0] != pair[1]
        ]
        ((_, new),) = pairs
        assert new in edit.request
        assert _cells(before)[0] in edit.request
        assert len(before) == len(after) or "  " not in before + after


def test_a_name_moves_to_the_end_of_the_other_list() -> None:
    """A name that stays in both lists, or one that is sorted in, would be wrong."""
    for edit in edits_of(move_name):
        before, after = exchanged_lines(edit)
        assert len(before) == len(after) == 2
        names = Counter(re.findall(r"\w+", "\n".join(before)))
        assert names == Counter(re.findall(r"\w+", "\n".join(after)))
        longer = next(line for line in after if any(line.startswith(one) for one in before))
        name = longer.rpartition(", ")[2]
        assert name in edit.request
        label = next(one[1] for one in LISTS if re.match(rf"\W*{one[1]}:", longer))
        assert label in longer


def test_one_heading_changes() -> None:
    for edit in edits_of(change_heading):
        (before,), (after,) = changed_lines(edit)
        assert before.startswith("## ")
        assert before[3:] in edit.request
        assert after[:3] != before[:3] or after[3:] in edit.request
