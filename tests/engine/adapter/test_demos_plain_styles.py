"""Told styles, read from the texts again with patterns: what went, what came, and where."""

from __future__ import annotations

import re
from collections import Counter

from lib.engine.adapter.tasks.demos.styles.add_edits import add_told_style
from lib.engine.adapter.tasks.demos.styles.change_edits import change_told_style
from lib.engine.adapter.tasks.demos.styles.remove_edits import remove_told_style
from lib.engine.adapter.tasks.demos.styles.variable_edits import use_variable
from lib.engine.adapter.tasks.texts import Edit
from tests.engine.adapter.drawing import edits_of

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/")

Read = list[tuple[str, list[tuple[str, str]]]]


def _read(text: str) -> Read:
    """Return the rules of a sheet, each a selector and its declarations."""
    found: Read = []
    for match in _RULE.finditer(_COMMENT.sub("", text)):
        pairs = [one.partition(":") for one in match[2].split(";") if one.strip()]
        found.append((match[1].strip(), [(a.strip(), b.strip()) for a, _, b in pairs]))
    return found


def _changed(edit: Edit) -> list[tuple[list[tuple[str, str]], list[tuple[str, str]]]]:
    before, after = _read(edit.text.body), _read(edit.answer)
    assert [selector for selector, _ in before] == [selector for selector, _ in after], edit
    return [(a, b) for (_, a), (_, b) in zip(before, after, strict=True) if a != b]


def _gone_and_come(edit: Edit) -> tuple[list[str], list[str]]:
    """Return the words that only one of the two texts has: spaces and order of lines aside."""
    before, after = (
        Counter(re.findall(r"[^\s;]+|;", one.replace(":", ": ")))
        for one in (edit.text.body, edit.answer)
    )
    return sorted((before - after).elements()), sorted((after - before).elements())


def test_one_value_of_one_rule_changes() -> None:
    """A twin in another rule that changes too, or a lost rule, would be more than was told."""
    for edit in edits_of(change_told_style):
        ((before, after),) = _changed(edit)
        assert [name for name, _ in before] == [name for name, _ in after], edit
        ((old, new),) = [
            (a, b) for (_, a), (_, b) in zip(before, after, strict=True) if a != b
        ]  # fmt: skip
        (name,) = [a for (a, x), (_, y) in zip(before, after, strict=True) if x != y]
        holders = [rule for _, rule in _read(edit.text.body) if name in dict(rule)]
        assert len(holders) > 1, edit
        differing = [y for x, y in zip(old.split(), new.split(), strict=False) if x != y]
        assert name == "box-shadow" or len(differing) == 1, edit
        assert edit.text.body.count("\n") == edit.answer.count("\n"), edit
        gone, come = _gone_and_come(edit)
        assert name == "box-shadow" or (len(gone), len(come)) == (1, 1), edit


def test_the_added_declaration_is_the_last_of_its_rule() -> None:
    """Added first, or twice, the answer would not be what the request says."""
    for edit in edits_of(add_told_style):
        ((before, after),) = _changed(edit)
        assert after[:-1] == before, edit
        name, value = after[-1]
        assert name not in dict(before), edit
        gone, come = _gone_and_come(edit)
        assert gone == [], edit
        assert Counter(come) == Counter([f"{name}:", *value.split(), ";"]), edit
        assert re.search(r"\b(last|end|below|after|bottom)\b", edit.request, re.IGNORECASE), edit


def test_what_is_removed_goes_from_one_rule_or_from_all_that_have_it() -> None:
    """An emptied rule, or one holder that is forgotten, would be a wrong answer."""
    for edit in edits_of(remove_told_style):
        changed = _changed(edit)
        names = set()
        for before, after in changed:
            (one,) = [pair for pair in before if pair not in after]
            assert [pair for pair in before if pair != one] == after, edit
            assert after, edit
            names.add(one[0])
        (name,) = names
        left = [rule for _, rule in _read(edit.answer) if name in dict(rule)]
        if name.startswith("-"):
            plain = re.sub(r"^-\w+-", "", name)
            assert plain in dict(changed[0][1]), edit
        assert bool(left) == (len(changed) == 1 and not name.startswith("-")), edit
        assert _gone_and_come(edit)[1] == [], edit


def test_hard_coded_values_become_the_variable_of_the_same_value() -> None:
    """The definition in `:root`, or a value merely like it, must not be replaced."""
    for edit in edits_of(use_variable):
        before, after = _read(edit.text.body), _read(edit.answer)
        assert before[0] == after[0], edit
        (call,) = set(re.findall(r"var\((--[\w-]+)\)", edit.answer))
        value = dict(before[0][1])[call]
        assert call in edit.request, edit
        assert value in edit.request, edit
        assert edit.answer.replace(f"var({call})", value) == edit.text.body, edit
        changed = _changed(edit)
        rest = [
            one for (_, rule), (_, old) in zip(after[1:], before[1:], strict=True)
            for _, one in rule if rule == old and value in one.split()
        ]  # fmt: skip
        assert not rest or len(changed) == 1, edit
        assert not any(value in one.split() for _, rule in changed for _, one in rule), edit
