"""What each variety of tasks adds to, or takes from, the one before it."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from lib.engine.adapter.tasks import EditTask, make_tasks
from lib.engine.adapter.tasks.library import PROSE
from lib.engine.adapter.tasks.phrasing import Context, Variety
from lib.engine.adapter.tasks.texts import Edit
from tests.engine.adapter.drawing import instructions_of


def test_everyday_edits_can_be_drawn_more_often() -> None:
    usual, everyday = (
        Counter(task.kind for task in make_tasks(2, 1000, variety=variety))
        for variety in (Variety.FIRST, Variety.EVERYDAY)
    )
    for kind in ("fix typos", "plain css", "turn on or off"):
        assert everyday[kind] > 1.2 * usual[kind], kind
    for kind in ("move block", "swap lines", "replace in line"):
        assert everyday[kind] < usual[kind], kind


def test_wide_tasks_are_of_further_kinds_too() -> None:
    everyday, wide = (
        Counter(task.kind for task in made)
        for made in (
            make_tasks(2, 1000, variety=Variety.EVERYDAY),
            make_tasks(2, 1000, variety=Variety.WIDE),
        )
    )
    for kind in ("put line", "put block", "correct fact", "remove in entries"):
        assert wide[kind], kind
        assert not everyday[kind], kind
    assert wide["turn on or off"]


def test_focused_tasks_are_half_of_texts_in_which_the_place_decides() -> None:
    fresh, focused = (
        Counter(task.kind for task in make_tasks(2, 1000, variety=variety))
        for variety in (Variety.FRESH, Variety.FOCUSED)
    )
    for kind in ("change group", "change message", "add to paragraph", "remove told comment"):
        assert focused[kind], kind
        assert not fresh[kind], kind
    assert focused["change group"] + focused["change two groups"] > 200
    assert focused["rename variable"]


def test_asked_tasks_are_of_their_own_kinds_mostly_and_often_ask_for_several_changes() -> None:
    focused, several, asked = (
        Counter(task.kind for task in make_tasks(2, 600, variety=variety))
        for variety in (Variety.FOCUSED, Variety.SEVERAL, Variety.ASKED)
    )
    for kind in ("make async", "change threshold", "select part", "told rule", "manifest value"):
        assert asked[kind], kind
        assert not several[kind], kind
    assert len(set(asked) & set(focused)) > 20, "the older kinds stay"
    for kinds in (several, asked):
        assert kinds["two edits"] + kinds["three edits"] > 150 > focused["two edits"]


def test_balanced_tasks_ask_for_fewer_changes_at_once_and_more_often_for_prose() -> None:
    asked, balanced = (
        Counter(task.kind for task in make_tasks(2, 900, variety=variety))
        for variety in (Variety.ASKED, Variety.BALANCED)
    )
    for kinds in (("fix typos",), ("delete told sentence", "word everywhere", "fill some slots")):
        assert sum(balanced[kind] for kind in kinds) > 1.2 * sum(asked[kind] for kind in kinds)
    assert 150 < balanced["two edits"] < asked["two edits"]


def test_casual_tasks_ask_in_other_words_and_for_what_follows_from_the_text() -> None:
    balanced, casual = (
        list(make_tasks(2, 900, variety=variety)) for variety in (Variety.BALANCED, Variety.CASUAL)
    )
    kinds = Counter(task.kind for task in casual)
    for kind in ("bump version", "number list", "remove unused import", "write comprehension"):
        assert kinds[kind], kind
    # Without a capital and without a stop, as people type: "fix the typo" but not "Fix the typo."
    asked = [
        sum(text[0].islower() and text[-1] not in ".!?:" for text in map(instructions_of, tasks))
        for tasks in (balanced, casual)
    ]
    assert asked[1] > 1.5 * asked[0]


def test_demo_tasks_are_mostly_what_people_try_first() -> None:
    kinds = Counter(task.kind for task in make_tasks(2, 400, variety=Variety.DEMOS))
    for kind in ("change lone word", "replace property", "add told route", "fill in template"):
        assert kinds[kind] > 5, kind
    others = {task.kind for task in make_tasks(2, 400, variety=Variety.CASUAL)}
    new = sum(count for kind, count in kinds.items() if kind not in others)
    assert 200 < new < 300


def test_paired_tasks_add_ordinary_edits_with_a_twist() -> None:
    kinds, before = (
        Counter(task.kind for task in make_tasks(2, 400, variety=variety))
        for variety in (Variety.PAIRED, Variety.DEMOS)
    )
    own = ("fill and edit", "pass parameter", "rename service", "exchange rows", "move section")
    assert all(kinds[kind] and not before[kind] for kind in own)
    assert kinds["replace property"] > 5


def test_spelled_tasks_are_more_often_misspelled_and_more_so() -> None:
    paired, spelled = (
        [task for task in make_tasks(2, 800, variety=variety) if task.kind == "fix typos"]
        for variety in (Variety.PAIRED, Variety.SPELLED)
    )
    assert len(spelled) > 2 * len(paired) > 0
    changed = [
        sum(_num_changed_words(task) for task in tasks)
        / sum(len(task.answer.split()) for task in tasks)
        for tasks in (paired, spelled)
    ]
    assert changed[1] > 1.3 * changed[0]


def _num_changed_words(task: EditTask) -> int:
    pairs = zip(task.source.split(), task.answer.split(), strict=True)
    return sum(one != other for one, other in pairs)


def test_wrapped_tasks_have_paragraphs_of_short_lines_more_often() -> None:
    spelled, wrapped = (
        sum(_is_wrapped(task) for task in make_tasks(2, 800, variety=variety))
        for variety in (Variety.SPELLED, Variety.WRAPPED)
    )
    assert wrapped > 3 * max(spelled, 5)


def _is_wrapped(task: EditTask) -> bool:
    """Two lines that each go on in the next: no sentence ends, and no item or row begins."""
    lines = task.source.split("\n")
    going_on = [one[-1:].islower() and two[:1].islower() for one, two in pairwise(lines)]
    return task.language in PROSE and sum(going_on) >= 2


def test_what_a_demo_task_describes_keeps_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """An exchanged word would leave the request to speak of what the text no longer says."""
    exchanged = []

    def keep(_: Context, edit: Edit) -> Edit:
        exchanged.append(edit)
        return edit

    monkeypatch.setattr("lib.engine.adapter.tasks.exchange_words", keep)
    list(make_tasks(2, 200, variety=Variety.DEMOS))
    assert exchanged
    assert not any(edit.is_described for edit in exchanged)


def test_most_wished_tasks_are_what_somebody_wrote_down() -> None:
    wrapped, wished, more = (
        Counter(task.kind for task in make_tasks(2, 600, variety=variety))
        for variety in (Variety.WRAPPED, Variety.WISHED, Variety.MORE_WISHED)
    )
    assert not wrapped["wish"]
    assert 260 < wished["wish"] < 360 < more["wish"] < 430


def test_half_of_the_recalled_tasks_are_those_of_the_first_variety() -> None:
    first, more, recalled = (
        Counter(task.kind for task in make_tasks(2, 600, variety=variety))
        for variety in (Variety.FIRST, Variety.MORE_WISHED, Variety.RECALLED)
    )
    assert 0.4 * more["wish"] < recalled["wish"] < 0.6 * more["wish"]
    for kind in ("set value", "replace one", "fill template"):
        assert more[kind] < 0.2 * first[kind] < recalled[kind], kind
