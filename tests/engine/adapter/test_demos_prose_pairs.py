"""Edits of two parts of templates and prose, checked against the lines that they leave."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from lib.engine.adapter.tasks.demos.pairs.guide_edits import drop_step_rename, move_section
from lib.engine.adapter.tasks.demos.pairs.person_edits import replace_person
from lib.engine.adapter.tasks.demos.pairs.plan_edits import reschedule
from lib.engine.adapter.tasks.demos.pairs.recipe_edits import change_recipe
from lib.engine.adapter.tasks.demos.pairs.sentence_edits import fix_and_add
from lib.engine.adapter.tasks.demos.pairs.template_edits import fill_and_edit
from lib.engine.adapter.tasks.misspellings import MISSPELLINGS
from tests.engine.adapter.drawing import changed_lines, edits_of, exchanged_lines

_SLOT = re.compile(r"\$?\{+ ?[\w ]+ ?\}+|\[+[\w ]+\]+|<+[\w ]+>+|%\w+%|@@\w+@@")


def test_what_a_template_keeps_open_was_told() -> None:
    """A slot that vanished untold, or came up anew, would lose what the pipeline fills."""
    for edit in edits_of(fill_and_edit):
        left = _SLOT.findall(edit.answer)
        assert all(slot in _SLOT.findall(edit.text.body) for slot in left), edit
        if edit.kind == "fill and edit":
            assert len(set(left)) <= 1, edit
            assert all(slot in edit.request for slot in left), edit


def test_a_recipe_changes_one_line_and_gets_one_more_at_an_end() -> None:
    """The twin with the same amount would be wrong after a change of both."""
    for edit in edits_of(change_recipe):
        gone, come = exchanged_lines(edit)
        assert len(gone) <= 1, edit
        assert len(come) - len(gone) in (0, 1), edit
        assert all(number in edit.request for line in come for number in re.findall(r"\d+", line))


def test_a_replaced_person_leaves_no_wrong_pronoun_and_the_namesake() -> None:
    """A street of the same name that moved with the person would be nowhere."""
    for edit in edits_of(replace_person):
        pronouns = set(re.findall(r"\b(he|him|his|she|her)\b", edit.answer.lower()))
        assert pronouns in ({"he", "him", "his"}, {"she", "her"}), edit
        namesake = r"\w+ (?:Street|Inn|Hall)|(?:Dr\.|Professor) \w+"
        assert re.findall(namesake, edit.text.body) == re.findall(namesake, edit.answer), edit


def test_a_moved_section_loses_no_line() -> None:
    """A heading without its text would be the wrong move."""
    for edit in edits_of(move_section):
        gone, come = exchanged_lines(edit)
        assert len(gone) == len(come) <= 1, edit
        assert all(new.startswith(old + " ") for old, new in zip(gone, come, strict=True)), edit
        titles = re.findall(r"(#+ .+)\n\n(\w+)", edit.text.body)
        assert sorted(titles) == sorted(re.findall(r"(#+ .+)\n\n(\w+)", edit.answer)), edit


def test_steps_count_without_a_gap_and_the_address_stays() -> None:
    """A note that points to another step than before misleads."""
    for edit in edits_of(drop_step_rename):
        numbers = re.findall(r"^(\d+)[.)]", edit.answer, re.MULTILINE)
        assert numbers == [str(i) for i in range(1, len(numbers) + 1)], edit
        assert edit.text.body.split(": ")[-1] == edit.answer.split(": ")[-1], edit
        steps = []
        for text in (edit.text.body, edit.answer):
            lines = dict(re.findall(r"^(\d+)[.)] (.+)", text, re.MULTILINE))
            steps.append(lines[re.findall(r"[Ss]tep (\d)", text)[-1]].split()[0])
        assert steps[0] == steps[1], edit


def test_one_appointment_changes() -> None:
    """The same time at another appointment stays."""
    for edit in edits_of(reschedule):
        gone, come = changed_lines(edit)
        rows = [line for line in come if not line.endswith(",")]
        assert len(gone) == len(come), edit
        assert len(rows) == 1, edit


def test_only_misspelled_words_and_the_told_sentence_differ() -> None:
    """A right word that changes would be a rewording."""
    wrong = {typo: right for right, typos in MISSPELLINGS.items() for typo in typos}
    for edit in edits_of(fix_and_add):
        before = [re.sub(r"\w+", lambda m: wrong.get(m[0], m[0]), word)
                  for word in edit.text.body.split()]  # fmt: skip
        after = edit.answer.split()
        codes = [op for op in SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
                 if op[0] != "equal"]  # fmt: skip
        assert len(codes) <= 1, edit
        assert all(code[0] == "insert" for code in codes), edit
