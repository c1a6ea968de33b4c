"""Drafting: what is proposed after matches, edits, insertions, deletions and moves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lib.engine.drafting import MAX_DRAFT_TOKENS, Drafter

TOKENS = st.lists(st.integers(0, 5), max_size=60)


def drafter_after(prediction: list[int], answer: list[int]) -> Drafter:
    drafter = Drafter(prediction)
    drafter.record(answer, num_drafted=0, num_accepted=0)
    return drafter


def count_passes(prediction: list[int], answer: list[int]) -> int:
    """Passes of greedy verification when the model says `answer`."""
    drafter = Drafter(prediction)
    position = passes = 0
    while position < len(answer):
        draft = drafter.propose(len(answer) - position - 1).token_ids
        accepted = 0
        while accepted < len(draft) and draft[accepted] == answer[position + accepted]:
            accepted += 1
        new = answer[position : position + accepted + 1]
        drafter.record(new, num_drafted=len(draft), num_accepted=accepted)
        position += len(new)
        passes += 1
    return passes


TEXT = list(range(100, 200))


def test_a_copy_is_drafted_from_its_first_token_on() -> None:
    assert Drafter(TEXT).propose(5).token_ids == (100, 101, 102, 103, 104)
    assert count_passes(TEXT, TEXT) == 4  # 17 + 33 + 33 + 17 tokens


def test_a_preface_before_the_copy_costs_no_more_than_its_own_tokens() -> None:
    assert count_passes(TEXT, [1, 2, 3, *TEXT]) <= 3 + 1 + 5


def test_leading_tokens_that_the_answer_lacks_are_skipped() -> None:
    drafter = drafter_after([7, *TEXT], [100])
    assert drafter.propose(3).token_ids == (101, 102, 103)


def test_it_is_back_in_line_after_one_replaced_token() -> None:
    drafter = drafter_after(TEXT, [100, 101, 1, 103])
    assert drafter.propose(2).token_ids == (104, 105)


def test_it_is_back_in_line_after_an_insertion() -> None:
    drafter = drafter_after(TEXT, [100, 101, 1, 2, 3, 4, 5, 6, 102])
    assert drafter.propose(2).token_ids == (103, 104)


def test_it_is_back_in_line_after_a_deletion() -> None:
    assert drafter_after(TEXT, [100, 101, 107, 108, 109]).propose(2).token_ids == (110, 111)


def test_a_far_or_backward_jump_needs_more_agreement() -> None:
    assert drafter_after(TEXT, [*TEXT[:3], *TEXT[60:63]]).propose(2).token_ids == ()
    assert drafter_after(TEXT, [*TEXT[:3], *TEXT[60:65]]).propose(1).token_ids == (165,)
    moved = [*TEXT[50:60], *TEXT[:6]]
    assert drafter_after(TEXT, moved[:-1]).propose(1).token_ids == ()
    assert drafter_after(TEXT, moved).propose(1).token_ids == (106,)


def test_an_edit_is_tried_again_and_not_counted_as_prediction() -> None:
    prediction = [1, 50, 2, 3, 4, 50, 5, 6]
    draft = drafter_after(prediction, [1, 60, 61, 2]).propose(9)
    assert draft.token_ids == (3, 4, 60, 61, 5, 6)
    assert draft.from_prediction == (True, True, False, False, True, True)


def test_an_edit_that_the_answer_does_not_repeat_is_dropped() -> None:
    prediction = [1, 50, 2, 3, 50, 4, 50, 5]
    draft = drafter_after(prediction, [1, 60, 2, 3, 50, 4]).propose(2)
    assert draft.token_ids == (50, 5)


def test_an_edit_begun_by_the_model_is_completed() -> None:
    prediction = [1, 50, 2, 3, 4, 50, 5, 6]
    draft = drafter_after(prediction, [1, 60, 61, 2, 3, 4, 60]).propose(3)
    assert draft.token_ids == (61, 5, 6)


def test_nothing_is_proposed_while_the_answer_is_elsewhere() -> None:
    assert drafter_after(TEXT, [1, 2, 3]).propose(9).token_ids == ()
    assert Drafter([]).propose(9).token_ids == ()


def test_the_length_grows_with_success_and_shrinks_with_failure() -> None:
    drafter = Drafter(TEXT)
    assert len(drafter.propose(99).token_ids) == 16
    drafter.record([100], num_drafted=16, num_accepted=16)
    assert len(drafter.propose(99).token_ids) == MAX_DRAFT_TOKENS
    for _ in range(6):
        drafter.record([], num_drafted=9, num_accepted=0)
    assert len(drafter.propose(99).token_ids) == 4


@given(TOKENS, TOKENS, st.integers(-1, 40))
def test_a_draft_keeps_to_the_limit_and_marks_only_what_was_predicted(
    prediction: list[int], answer: list[int], limit: int
) -> None:
    drafter = Drafter(prediction)
    for token in answer:
        drafter.record([token], num_drafted=0, num_accepted=0)
        draft = drafter.propose(limit)
        assert len(draft.token_ids) == len(draft.from_prediction) <= max(0, limit)
        predicted = [
            one
            for one, marked in zip(draft.token_ids, draft.from_prediction, strict=True)
            if marked
        ]
        rest = iter(prediction)  # the marked tokens stand in the prediction in this order
        assert all(one in rest for one in predicted)


@given(TOKENS, TOKENS)
def test_no_prediction_costs_an_extra_pass(prediction: list[int], answer: list[int]) -> None:
    assert count_passes(prediction, answer) <= len(answer)
