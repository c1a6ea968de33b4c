"""Templates that were filled, respelled or made of texts, read back from text and answer."""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.demos.templates.fill_edits import fill_in
from lib.engine.adapter.tasks.demos.templates.slot_edits import blank_out, change_slot_style
from lib.engine.adapter.tasks.demos.templates.value_texts import THINGS
from tests.engine.adapter.drawing import edits_of

_NAMES = sorted({name for thing in THINGS.values() for name in thing.names}, key=len, reverse=True)
_INNER = "|".join(name.replace("_", "[_ -]?") for name in _NAMES)
_SLOT = re.compile(
    rf"\{{\{{ ?(?:{_INNER}) ?\}}\}}|\$?\{{(?:{_INNER})\}}|\[(?:{_INNER})\]|<(?:{_INNER})>|"
    rf"%(?:{_INNER})%|\$(?:{_INNER})\b|__(?:{_INNER})__|«(?:{_INNER})»|@@(?:{_INNER})@@|"
    rf"\((?:{_INNER})\)",
    re.IGNORECASE,
)


_TITLE = re.compile(r"<title>(.*)</title>")
"""A tag of a page that reads like a slot."""


def _read_back(template: str, text: str) -> dict[str, str]:
    """Return what stands in the text in the place of each slot; the same slot, the same value."""
    template, text = _untagged(template), _untagged(text)
    pattern = ""
    groups: dict[str, str] = {}
    position = 0
    for match in _SLOT.finditer(template):
        pattern += re.escape(template[position : match.start()])
        position = match.end()
        if match[0] in groups:
            pattern += f"(?P={groups[match[0]]})"
        else:
            groups[match[0]] = f"g{len(groups)}"
            pattern += f"(?P<{groups[match[0]]}>.+?)"
    found = re.fullmatch(pattern + re.escape(template[position:]), text)
    assert found, (template, text)
    return {slot: found[group] for slot, group in groups.items()}


def _untagged(text: str) -> str:
    return _TITLE.sub(r"\1", text)


def test_every_slot_holds_a_told_value_or_stays() -> None:
    """A word changed around the slots, or a value nobody told, would be no filled template."""
    for edit in edits_of(fill_in, 120):
        values = _read_back(edit.text.body, edit.answer)
        filled = {slot: value for slot, value in values.items() if slot != value}
        assert filled, edit
        assert all(value in edit.request for value in filled.values()), edit
        if edit.kind == "fill in one":
            assert len(filled) == 1, edit
        if edit.kind == "fill in all but one":
            assert len(values) - len(filled) == 1, edit


def test_a_slot_that_is_told_to_stay_is_named() -> None:
    """Without its name nobody could know which slot the sentence means."""
    kept = [edit for edit in edits_of(fill_in, 120) if edit.kind == "fill in all but one"]
    assert len(kept) > 10
    for edit in kept:
        ((slot, _),) = (
            pair for pair in _read_back(edit.text.body, edit.answer).items() if pair[0] == pair[1]
        )
        words = [word.lower() for word in re.findall("[A-Z]*[a-z]+|[A-Z]+", slot)]
        assert slot in edit.request or " ".join(words) in edit.request.lower(), edit


def test_all_slots_change_their_style_and_none_its_name() -> None:
    """A slot in the old style that is left over, or one with another name, would be an error."""
    for edit in edits_of(change_slot_style):
        body, answer = _untagged(edit.text.body), _untagged(edit.answer)
        before, after = _SLOT.findall(body), _SLOT.findall(answer)
        assert [_letters(slot) for slot in before] == [_letters(slot) for slot in after], edit
        assert all(old != new for old, new in zip(before, after, strict=True)), edit
        assert _SLOT.sub("", body) == _SLOT.sub("", answer), edit
        assert any(
            old in edit.request and new in edit.request
            for old, new in zip(before, after, strict=True)
        ), edit


def _letters(slot: str) -> str:
    return re.sub(r"[^a-z]", "", slot.lower())


def test_only_told_values_become_slots() -> None:
    """A value that is blanked without being told would be lost."""
    for edit in edits_of(blank_out):
        values = _read_back(edit.answer, edit.text.body)
        assert values, edit
        for slot, value in values.items():
            assert slot in edit.request, edit
            assert value in edit.request, edit
            assert value not in re.sub(_SLOT, "", edit.answer), edit


def test_every_way_to_tell_a_value_holds_it() -> None:
    """One without `{v}` would ask for a slot without saying what goes there."""
    for thing in THINGS.values():
        assert all("{v}" in way for way in (*thing.bits, *thing.facts)), thing
