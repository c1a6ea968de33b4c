"""Learnt edits: which is tried, which is given up, and where the next one is expected."""

from __future__ import annotations

from lib.engine.learnt_edits import MAX_SUBSTITUTION_TOKENS, LearntEdits

PREDICTION = (7, 8, 50, 1, 2, 3, 7, 8, 51, 4, 50, 7, 8, 52, 50)


def test_an_edit_is_found_where_its_old_tokens_stand() -> None:
    edits = LearntEdits(PREDICTION)
    edits.learn((50, 1), (60,))
    found = edits.find(2)
    assert found is not None
    assert (found.old, found.new, found.chance) == ((50, 1), (60,), 0.5)
    assert edits.find(10) is None  # 50 is there, but 7 after it
    assert edits.find(99) is None


def test_an_edit_made_again_is_surer_and_one_not_made_is_given_up() -> None:
    edits = LearntEdits(PREDICTION)
    edits.learn((50,), (60,))
    edits.note_edited(2)
    edits.learn((50,), (60,))
    found = edits.find(10)
    assert found is not None
    assert found.chance > 0.6
    edits.note_kept(10)
    edits.note_kept(14)
    assert edits.find(2) is None
    assert edits.find(2, first_new=60) is found


def test_the_latest_edit_is_tried_first() -> None:
    edits = LearntEdits(PREDICTION)
    edits.learn((50,), (60,))
    edits.learn((50,), (61,))
    latest = edits.find(2)
    assert latest is not None
    assert latest.new == (61,)


def test_a_pure_insertion_and_a_rewrite_are_not_learnt() -> None:
    edits = LearntEdits(PREDICTION)
    edits.learn((), (60,))
    edits.learn((50,), (60,) * (MAX_SUBSTITUTION_TOKENS + 1))
    edits.learn(PREDICTION * 9, (60,))
    assert all(edits.find(position) is None for position in range(len(PREDICTION)))


def test_an_edit_is_expected_after_the_tokens_that_stood_before_others() -> None:
    edits = LearntEdits(PREDICTION)
    assert edits.chance_kept(8) == 1
    edits.note_edited(2)
    assert edits.chance_kept(8) < 0.5
    assert edits.chance_kept(9) == 1
    edits.note_kept(8)
    edits.note_kept(13)
    assert edits.chance_kept(8) > 0.5
