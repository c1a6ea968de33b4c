"""Forms whose slots are filled as told, checked by splitting the text at its slots."""

from __future__ import annotations

import ast
import json
import re
from collections import Counter

from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.told_prose.form_changes import fill_form
from tests.engine.adapter.drawing import edits_of

COUNT = 400

_SLOT = re.compile(
    r"\{\{ ?\w+ ?\}\}|\$\{\w+\}|\$[A-Za-z]\w*|<<\w+>>|\[\[\w+\]\]|<[A-Z]\w+>|<\w+_\w+>"
    r"|\[\w+\]|%\w+%|__\w+?__|@\w+@|\{\w+\}|<(?!h1>|p>|a>|footer>)\w+>"
)


def of_kind(kind: str) -> list[Edit]:
    found = [edit for edit in edits_of(fill_form, COUNT) if edit.kind == kind]
    assert len(found) >= 20, kind
    return found


def test_text_between_the_slots_stays() -> None:
    """A form whose fixed words change would teach to rewrite what was not told."""
    for kind in ("fill form", "fill form partly", "fill form but one", "fill one of a form"):
        for edit in of_kind(kind):
            pieces = _SLOT.split(edit.text.body)
            # A whole slot is tried first: the text beside one of `{{ x }}` also matches inside it.
            pattern = f"({_SLOT.pattern}|.*?)".join(map(re.escape, pieces))
            match = re.fullmatch(pattern, edit.answer, re.DOTALL)
            assert match is not None, edit
            for value in match.groups():
                # A value with a comma can be split at another comma, but its words stay told.
                words = _SLOT.sub("", value).replace(",", "").split()
                assert all(word in edit.request for word in words), (value, edit)


def test_slots_that_are_not_told_stay() -> None:
    """A slot without a value must not be guessed or emptied."""
    for edit in of_kind("fill form but one"):
        assert len(set(_SLOT.findall(edit.answer))) == 1, edit
    for edit in of_kind("fill one of a form"):
        gone = set(_SLOT.findall(edit.text.body)) - set(_SLOT.findall(edit.answer))
        assert len(gone) == 1, edit
        (slot,) = gone
        name = re.sub(r"\W", "", slot).strip("_").replace("_", " ").lower()
        assert slot in edit.request or name in edit.request, edit


def test_a_full_form_is_well_formed() -> None:
    """A form of code or data that does not parse would teach broken files."""
    parsed = 0
    for edit in of_kind("fill form"):
        if _SLOT.search(edit.answer):
            continue
        if edit.text.language == "python":
            ast.parse(edit.answer)
            parsed += 1
        elif edit.text.language == "json":
            json.loads(edit.answer)
            parsed += 1
    assert parsed > 2


def test_a_dropped_line_is_the_only_one_with_its_slot() -> None:
    """The line to drop must be told by a slot that no other line holds."""
    for edit in of_kind("drop line of a form"):
        before, after = (Counter(text.split("\n")) for text in (edit.text.body, edit.answer))
        ((line, count),) = ((+(before - after)).items()) if before - after else (("", 0),)
        assert count == 1, edit
        assert not after - before, edit
        assert _SLOT.search(line), edit


def test_a_renamed_slot_is_renamed_wherever_it_stands() -> None:
    """One old slot left over would be a wrong answer to the request."""
    for edit in of_kind("rename slot"):
        before, after = _SLOT.findall(edit.text.body), _SLOT.findall(edit.answer)
        pairs = {(old, new) for old, new in zip(before, after, strict=True) if old != new}
        assert len(pairs) == 1, edit
        ((old, new),) = pairs
        assert old not in after, edit
        assert old in edit.request, edit
        assert new in edit.request, edit
        assert _SLOT.split(edit.text.body) == _SLOT.split(edit.answer), edit
