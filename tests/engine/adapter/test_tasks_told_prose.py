"""Told changes of prose, checked by words, sentences and lines instead of by what made them."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.told_prose.fact_changes import edit_told_fact
from lib.engine.adapter.tasks.told_prose.list_changes import edit_told_bullet
from lib.engine.adapter.tasks.told_prose.mail_changes import edit_mail_part
from lib.engine.adapter.tasks.told_prose.paragraph_changes import edit_told_paragraph_of_prose
from lib.engine.adapter.tasks.told_prose.sentence_changes import edit_told_sentence
from lib.engine.adapter.tasks.told_prose.typo_fixes import edit_told_typo
from lib.engine.adapter.tasks.told_prose.word_changes import edit_word_everywhere
from tests.engine.adapter.drawing import Make, draw_context, edits_of, exchanged_lines

MAKERS = (
    edit_word_everywhere,
    edit_told_sentence,
    edit_told_paragraph_of_prose,
    edit_told_fact,
    edit_mail_part,
    edit_told_bullet,
    edit_told_typo,
)
_COUNTS: dict[Make, int] = {edit_told_sentence: 200, edit_told_bullet: 380, edit_told_typo: 350}
"""Where a maker has many kinds."""


def edits(make: Make) -> tuple[Edit, ...]:
    return edits_of(make, _COUNTS.get(make, 120))


def of_kind(make: Make, *kinds: str) -> list[Edit]:
    found = [edit for edit in edits(make) if edit.kind in kinds]
    assert len(found) >= 10, kinds
    return found


def sentences_of(text: str) -> Counter[str]:
    parts = re.split(r"\n+|(?<=[a-zA-Z0-9%)][.!?])(?<!Dr.)(?<!Ms.)(?<!Mr.) (?=[A-Z])", text)
    return Counter(re.sub(r"^[-*•] ", "", part) for part in parts)


@pytest.mark.parametrize("make", MAKERS)
def test_texts_are_whole_and_change(make: Make) -> None:
    """An edit that changes nothing, or leaves a slot or a gap, would teach nonsense."""
    for edit in edits(make):
        assert edit.text.body != edit.answer, edit
        for text in (edit.text.body, edit.answer):
            assert text == text.strip(), edit
            assert "~" not in text, edit
            assert not re.search(r"\n\n\n|[{}]", text), edit
    assert len({edit.text.body for edit in edits(make)}) > 0.9 * len(edits(make))


@pytest.mark.parametrize("make", MAKERS)
def test_the_longest_texts_can_be_drawn(make: Make) -> None:
    """A size beyond what the topics hold must give a shorter text, not an error."""
    for seed in range(20):
        make(draw_context(seed, size=4200))


def test_a_word_changes_everywhere_and_in_no_longer_word() -> None:
    """Each word stays or is the told one, with its capital letter; no told one is left."""
    for edit in edits(edit_word_everywhere):
        before, after = (re.split(r"(\W+)", text) for text in (edit.text.body, edit.answer))
        pairs = {
            (old.lower(), new.lower()) for old, new in zip(before, after, strict=True) if old != new
        }
        assert 1 <= len(pairs) <= 2, edit
        for old, new in pairs:
            assert re.search(rf"\b{old}\b", edit.request, re.IGNORECASE), edit
            assert re.search(rf"\b{new}\b", edit.request, re.IGNORECASE), edit
            assert old not in map(str.lower, after), edit
        for old, new in zip(before, after, strict=True):
            assert old[:1].isupper() == new[:1].isupper(), edit


def test_one_told_sentence_goes_or_comes() -> None:
    """More than one sentence gone, or a new one that the request does not hold, would be wrong."""
    changes = {
        "delete told sentence": (1, 0), "replace told sentence": (1, 1),
        "move told sentence": (0, 0), "add to told paragraph": (0, 1),
        "add sentence after told": (0, 1),
    }  # fmt: skip
    for kind, counts in changes.items():
        for edit in of_kind(edit_told_sentence, kind):
            before, after = sentences_of(edit.text.body), sentences_of(edit.answer)
            gone, come = before - after, after - before
            assert (gone.total(), come.total()) == counts, (gone, come, edit)
            assert all(sentence in edit.request for sentence in come), edit


def test_the_told_word_stands_in_the_told_sentence_alone() -> None:
    """The sentence about a thing is told only when no other sentence speaks of it."""
    seen = 0
    for edit in of_kind(edit_told_sentence, "delete told sentence"):
        told = re.search(r"sentence about (?:the |our |your |a )?([\w -]+?)(?: can| any|$)",
                         edit.request)  # fmt: skip
        if told:
            seen += 1
            word = re.escape(told[1].split()[-1])
            assert len(re.findall(rf"\b{word}\b", edit.text.body, re.IGNORECASE)) == 1, edit
            assert not re.search(rf"\b{word}\b", edit.answer, re.IGNORECASE), edit
    assert seen > 15


def test_one_paragraph_goes_or_comes_as_a_whole() -> None:
    """A paragraph cut in two, or two that run together, would teach to lose blank lines."""
    for edit in edits(edit_told_paragraph_of_prose):
        before, after = (text.split("\n\n") for text in (edit.text.body, edit.answer))
        gone, come = Counter(before) - Counter(after), Counter(after) - Counter(before)
        if edit.kind == "insert told paragraph":
            assert not gone, edit
            assert come.total() == 1, edit
            assert all(part in edit.request for part in come), edit
        else:
            assert not come, edit
            assert gone.total() == 1 + (edit.kind == "delete told section"), edit


def test_a_fact_changes_in_its_sentence_only() -> None:
    """The new value is in the request; around it, each changed line stays as it was."""
    twins = 0
    for edit in edits(edit_told_fact):
        gone, come = exchanged_lines(edit)
        assert len(gone) == len(come) <= (2 if edit.kind == "change two told facts" else 1), edit
        if edit.kind == "change told fact":
            old, new = differing(gone[0], come[0])
            assert any(new in part for part in re.split(r" (?=\S)", edit.request)) or (
                new in edit.request
            ), edit
            twins += len(re.findall(r"\d+", edit.text.body)) > 1
            assert old != new, edit
    assert twins > 20


def differing(old: str, new: str) -> tuple[str, str]:
    """Return what differs, without the start and the end that are common."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return old[start : len(old) - end], new[start : len(new) - end]


def test_one_line_of_a_mail_changes_and_the_recipient_twice() -> None:
    """Only the told line changes; a recipient's name must not be left in one of two places."""
    for edit in edits(edit_mail_part):
        before, after = edit.text.body.split("\n"), edit.answer.split("\n")
        places = [i for i, (a, b) in enumerate(zip(before, after, strict=True)) if a != b]
        if edit.kind == "change recipient":
            assert len(places) == 2, edit
            continue
        (place,) = places
        where = {"greeting": (0, 2), "closing": (len(after) - 2,), "signature": (len(after) - 1,),
                 "subject": (0,)}  # fmt: skip
        assert place in where[edit.kind.removeprefix("change ")], edit
        shown = after[place].removeprefix("Subject: ")
        assert shown in edit.request, edit


def test_lists_keep_counting_and_lose_or_gain_one_entry() -> None:
    """Numbers that jump or repeat after an edit are what people complain about first."""
    changes = {"add told bullet": (0, 1), "remove told bullet": (1, 0), "move told bullet": (0, 0),
               "replace told bullet": (1, 1), "check told box": (0, 0)}  # fmt: skip
    for kind, counts in changes.items():
        for edit in of_kind(edit_told_bullet, kind):
            for text in (edit.text.body, edit.answer):
                for block in re.split(r"\n(?!\d)", text):
                    numbers = [int(n) for n in re.findall(r"^(\d+)[.)] ", block, re.MULTILINE)]
                    assert numbers == list(range(1, len(numbers) + 1)), edit
            before, after = items_of(edit.text.body), items_of(edit.answer)
            assert ((before - after).total(), (after - before).total()) == counts, edit
            assert all(item in edit.request for item in after - before), edit
            marks = [text.count("[x]") for text in (edit.text.body, edit.answer)]
            if kind == "check told box":
                assert abs(marks[0] - marks[1]) == 1, edit
            elif kind in ("add told bullet", "move told bullet"):
                assert marks[0] == marks[1], edit


def items_of(text: str) -> Counter[str]:
    return Counter(re.findall(r"^(?:[-*] \[.\] |[-*] |\d+[.)] )(.*)$", text, re.MULTILINE))


def test_headings_change_alone() -> None:
    """A heading's edit must not touch the entries below it."""
    for edit in of_kind(edit_told_bullet, "rename told heading", "change heading level"):
        gone, come = exchanged_lines(edit)
        assert len(gone) == len(come) == 1, edit
        assert items_of(edit.text.body) == items_of(edit.answer), edit
        if edit.kind == "change heading level":
            assert gone[0].lstrip("# ") == come[0].lstrip("# "), edit
            level = len(come[0]) - len(come[0].lstrip("#"))
            assert str(level) in edit.request or f'"{"#" * level}"' in edit.request, edit


def test_only_the_told_sort_of_mistake_is_fixed() -> None:
    """A fix that touches more than the told mistake would teach to rewrite."""
    for edit in edits(edit_told_typo):
        body, answer = edit.text.body, edit.answer
        if edit.kind == "fix doubled word":
            assert re.sub(r"\b(\w+) \1\b", r"\1", body, count=1) == answer, edit
        elif edit.kind == "fix capital letters":
            assert body.lower() == answer.lower(), edit
            assert not re.search(r"[.!?] [a-z]|^[-*•]? ?[a-z]", answer, re.MULTILINE), edit
        elif edit.kind == "fix last period":
            assert body + "." == answer, edit
        elif edit.kind == "fix double spaces":
            assert re.sub(r"(?<=\S)  (?=\S)", " ", body) == answer, edit
        else:
            before, after = (re.findall(r"[\w@.-]+|\S", text) for text in (body, answer))
            old, new = differing(" ".join(before), " ".join(after))
            assert len(old) < 14, edit
            assert len(new) < 14, edit
