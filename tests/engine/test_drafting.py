"""Drafting: what is proposed after matches, edits, insertions, deletions, moves, and failures."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.engine.drafting import (
    BUDGET_SHARE,
    FIRST_BUDGET_PASSES,
    MAX_BUDGET_PASSES,
    Draft,
    Drafter,
)
from lib.engine.forward_costs import ASSUMED_COSTS, MAX_ROWS

TOKENS = st.lists(st.integers(0, 5), max_size=60)
COSTS = st.sampled_from(
    [
        ASSUMED_COSTS,
        tuple(float(rows) for rows in range(MAX_ROWS + 1)),  # rows are never worth their cost
        (0.0, *[1.0] * MAX_ROWS),  # rows are free
        (0.0, *[1.0 + rows // 16 for rows in range(MAX_ROWS)]),  # rounded up to 16 rows
    ]
)


def drafter_after(prediction: list[int], answer: list[int]) -> Drafter:
    drafter = Drafter(prediction)
    for token_id in answer:
        drafter.record([token_id], num_drafted=0, num_accepted=0)
    return drafter


def certain_tokens(draft: Draft, prediction: list[int]) -> bool:
    """Whether the draft is a piece of the prediction."""
    ids = list(draft.token_ids)
    return any(prediction[at : at + len(ids)] == ids for at in range(len(prediction)))


def replay(
    prediction: list[int], answer: list[int], costs: Sequence[float] = ASSUMED_COSTS
) -> tuple[int, float]:
    """Passes, and their cost, of greedy verification when the model says `answer`."""
    drafter = Drafter(prediction, costs)
    position = passes = 0
    cost = 0.0
    while position < len(answer):
        draft = drafter.propose(len(answer) - position - 1).token_ids
        accepted = 0
        while accepted < len(draft) and draft[accepted] == answer[position + accepted]:
            accepted += 1
        new = answer[position : position + accepted + 1]
        drafter.record(new, num_drafted=len(draft), num_accepted=accepted)
        position += len(new)
        passes += 1
        cost += costs[len(draft) + 1]
    return passes, cost


TEXT = list(range(100, 200))


def test_a_copy_is_drafted_from_its_first_token_on() -> None:
    draft = Drafter(TEXT).propose(5)
    assert draft.token_ids == (100, 101, 102, 103, 104)
    assert all(draft.from_prediction)
    assert replay(TEXT, TEXT)[0] <= 5


def test_a_preface_before_the_copy_costs_little_more_than_its_own_tokens() -> None:
    assert replay(TEXT, [1, 2, 3, *TEXT])[0] <= 3 + 1 + 6


def test_another_first_token_costs_two_passes() -> None:
    """A text tokenised alone and in context often differs in its first token only."""
    assert replay(TEXT, [1, *TEXT[1:]])[0] <= replay(TEXT, TEXT)[0] + 2


def test_leading_tokens_that_the_answer_lacks_are_skipped() -> None:
    assert drafter_after([7, *TEXT], [100]).propose(3).token_ids == (101, 102, 103)


def test_it_is_back_in_line_after_one_replaced_token() -> None:
    assert drafter_after(TEXT, [100, 101, 1, 103]).propose(2).token_ids == (104, 105)


def test_it_is_back_in_line_after_an_insertion() -> None:
    answer = [100, 101, 1, 2, 3, 4, 5, 6, 102]
    assert drafter_after(TEXT, answer).propose(2).token_ids == (103, 104)


def test_it_is_back_in_line_after_a_deletion() -> None:
    answer = [100, 101, 107, 108, 109]
    assert drafter_after(TEXT, answer).propose(2).token_ids == (110, 111)


def test_a_long_insertion_a_long_deletion_and_a_moved_block_cost_their_own_passes() -> None:
    new = list(range(1, 61))
    long_text = list(range(1000, 1400))
    undisturbed = replay(long_text, long_text)[0]
    inserted = [*long_text[:200], *new, *long_text[200:]]
    assert replay(long_text, inserted)[0] <= undisturbed + len(new) + 8
    deleted = [*long_text[:100], *long_text[250:]]
    assert replay(long_text, deleted)[0] <= undisturbed + 8
    moved = [*long_text[:50], *long_text[300:], *long_text[50:300]]
    assert replay(long_text, moved)[0] <= undisturbed + 16


def test_a_doubtful_place_is_tried_with_a_short_draft() -> None:
    far = drafter_after(TEXT, [*TEXT[:3], *TEXT[60:61]]).propose(32)
    assert certain_tokens(far, TEXT)
    assert len(far.token_ids) < len(drafter_after(TEXT, TEXT[:30]).propose(32).token_ids)


def test_of_two_places_the_one_with_more_agreement_is_taken() -> None:
    prediction = [1, 2, 3, 50, 51, 52, 9, 3, 60, 61, 62]
    assert drafter_after(prediction, [8, 8, 9, 3]).propose(1).token_ids == (60,)


def test_an_edit_is_tried_again_and_not_counted_as_prediction() -> None:
    prediction = [1, 50, 2, 3, 4, 50, 5, 6, 7, 8, 50, 9]
    answer = [1, 60, 61, 2, 3, 4, 60, 61, 5, 6]
    draft = drafter_after(prediction, answer).propose(5)
    assert draft.token_ids == (7, 8, 60, 61, 9)
    assert draft.from_prediction == (True, True, False, False, True)


def test_an_edit_that_the_answer_does_not_repeat_is_dropped() -> None:
    prediction = [1, 50, 2, 3, 50, 4, 50, 5]
    draft = drafter_after(prediction, [1, 60, 2, 3, 50, 4]).propose(2)
    assert draft.token_ids[:1] == (50,)
    assert all(draft.from_prediction)


def test_an_edit_begun_by_the_model_is_completed() -> None:
    prediction = [1, 50, 2, 3, 4, 50, 5, 6]
    draft = drafter_after(prediction, [1, 60, 61, 2, 3, 4, 60]).propose(3)
    assert draft.token_ids == (61, 5, 6)
    assert draft.from_prediction == (False, True, True)


def test_nothing_is_proposed_without_a_prediction_or_a_limit() -> None:
    assert Drafter([]).propose(9) == Draft()
    assert Drafter(TEXT).propose(0) == Draft()
    assert Drafter(TEXT).propose(-1) == Draft()


def test_long_agreement_makes_long_drafts() -> None:
    young = len(drafter_after(TEXT, [1, 2, 100]).propose(99).token_ids)
    old = len(drafter_after(TEXT, TEXT[:50]).propose(99).token_ids)
    assert 0 < young < old


def test_where_rows_cost_as_much_as_passes_nothing_is_drafted() -> None:
    costs = tuple(float(rows) for rows in range(MAX_ROWS + 1))
    assert Drafter(TEXT, costs).propose(9) == Draft()


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


@given(TOKENS, TOKENS, COSTS)
def test_no_prediction_costs_an_extra_pass_or_more_than_its_budget(
    prediction: list[int], answer: list[int], costs: tuple[float, ...]
) -> None:
    passes, cost = replay(prediction, answer, costs)
    assert passes <= len(answer)
    plain = len(answer) * costs[1]
    assert cost <= plain * (1 + BUDGET_SHARE) + FIRST_BUDGET_PASSES * costs[1] + 1e-9


class Liar:
    """A prediction's worst enemy: an answer that leaves whatever has just been drafted."""

    def __init__(self, prediction: list[int], *, num_true: int) -> None:
        self.drafter = Drafter(prediction)
        self.num_true = num_true
        self.cost = 0.0
        self.num_tokens = 0

    def step(self) -> int:
        """One pass; return how many tokens were drafted."""
        draft = self.drafter.propose(99).token_ids
        said = [*draft[: self.num_true], 99_999 + self.num_tokens % 3]
        self.cost += ASSUMED_COSTS[len(draft) + 1]
        self.drafter.record(
            said, num_drafted=len(draft), num_accepted=min(self.num_true, len(draft))
        )
        self.num_tokens += len(said)
        return len(draft)


def test_drafting_is_given_up_when_it_never_helps_and_tried_again_now_and_then() -> None:
    liar = Liar([1, 2, 3, 99_999, 100_000, 100_001] * 50, num_true=0)
    lengths = [liar.step() for _ in range(600)]
    assert liar.cost <= liar.num_tokens * ASSUMED_COSTS[1] * 1.025
    assert sum(map(bool, lengths[:100])) >= 1
    assert sum(map(bool, lengths[300:])) <= 60
    for token_id in (1, 2, 3, 99_999, 100_000, 100_001) * 5:  # now the prediction does help
        liar.drafter.record([token_id], num_drafted=0, num_accepted=0)
    assert len(liar.drafter.propose(99).token_ids) >= 4


@pytest.mark.parametrize("num_true", [0, 1, 2, 5])
def test_drafts_that_fail_after_a_while_are_paid_from_what_they_saved(num_true: int) -> None:
    liar = Liar(TEXT * 20, num_true=num_true)
    for _ in range(300):
        liar.step()
    plain = liar.num_tokens * ASSUMED_COSTS[1]
    assert liar.cost <= plain * (1 + BUDGET_SHARE) + FIRST_BUDGET_PASSES * ASSUMED_COSTS[1]


def test_earlier_success_pays_for_a_limited_number_of_failures() -> None:
    liar = Liar(TEXT * 20, num_true=99)
    for _ in range(30):
        liar.step()
    liar.num_true = 0
    before = liar.cost
    for _ in range(400):
        liar.step()
    allowed = 400 * (1 + BUDGET_SHARE) + MAX_BUDGET_PASSES
    assert liar.cost - before <= allowed * ASSUMED_COSTS[1]
