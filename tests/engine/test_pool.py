"""The pool: never more than the budget, and known beginnings reused without changing an answer."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.engine.generation import Generation, GenerationRequest
from lib.engine.model import Model
from lib.engine.pool import KVPool, Lease
from lib.engine.sampling import make_sampler
from tests.support.stand_in_model import TOKEN_BYTES, StandInCache, StandInModel, as_model

STAND_IN = as_model(StandInModel())
BUDGET_TOKENS = 600
PROMPT = tuple(1 + number * number % 11 for number in range(150))


@pytest.fixture
def pool() -> KVPool:
    return KVPool(STAND_IN, BUDGET_TOKENS * TOKEN_BYTES)


def fill(lease: Lease, ids: tuple[int, ...]) -> None:
    STAND_IN.forward(lease.cache, ids[lease.cache.length :], num_logits=1)


def use(pool: KVPool, ids: tuple[int, ...], *, keep: bool = True) -> int:
    """Hold `ids` in a cache and give it back; return how many were known."""
    lease = open_lease(pool, ids)
    known = lease.cache.length
    fill(lease, ids)
    pool.close(lease, ids, keep=keep)
    return known


def open_lease(pool: KVPool, ids: tuple[int, ...], *, reuse: bool = True) -> Lease:
    assert pool.has_room(len(ids))
    return pool.open(ids, capacity=len(ids), claimed_tokens=len(ids), reuse=reuse)


def test_the_longest_known_beginning_is_reused_to_the_token(pool: KVPool) -> None:
    assert use(pool, PROMPT[:100]) == 0
    assert use(pool, (*PROMPT[:30], 12)) == 30
    assert use(pool, PROMPT) == 100
    assert use(pool, (*PROMPT[:73], 12)) == 73
    assert use(pool, (12, *PROMPT)) == 0


def test_pools_of_two_models_share_memory_and_know_nothing_of_each_other(pool: KVPool) -> None:
    other = pool.beside(as_model(StandInModel()))
    assert use(pool, PROMPT[:100]) == 0
    assert use(other, PROMPT[:100]) == 0
    assert pool.used_bytes == other.used_bytes == 200 * TOKEN_BYTES
    lease = other.open(PROMPT, capacity=450, claimed_tokens=450, reuse=True)
    assert lease.cache.length == 100
    # What the first keeps made way as well: both stay within the one budget.
    assert pool.used_bytes <= BUDGET_TOKENS * TOKEN_BYTES
    assert not pool.has_room(200)
    other.close(lease, (), keep=False)
    assert pool.has_room(600)


def test_a_cache_is_taken_itself_where_little_of_it_is_lost(pool: KVPool) -> None:
    first = open_lease(pool, PROMPT)
    fill(first, PROMPT)
    pool.close(first, PROMPT, keep=True)
    second = open_lease(pool, PROMPT[:40])
    third = open_lease(pool, PROMPT[:120])
    assert second.cache is not first.cache
    assert third.cache is first.cache
    assert (second.cache.length, third.cache.length) == (40, 120)


def test_what_is_not_to_be_kept_is_not_known(pool: KVPool) -> None:
    use(pool, PROMPT, keep=False)
    assert pool.used_bytes == 0
    assert use(pool, PROMPT) == 0
    assert open_lease(pool, PROMPT, reuse=False).cache.length == 0


def test_a_running_request_lends_its_beginning(pool: KVPool) -> None:
    first = open_lease(pool, PROMPT)
    fill(first, PROMPT[:90])
    second = open_lease(pool, PROMPT)
    assert second.cache.length == 90
    assert second.cache is not first.cache


def test_the_same_prompt_again_takes_no_more_memory(pool: KVPool) -> None:
    for _ in range(5):
        use(pool, PROMPT)
    assert pool.used_bytes == len(PROMPT) * TOKEN_BYTES


def test_the_longest_unused_is_forgotten_first(pool: KVPool) -> None:
    prompts = [(number, *PROMPT) for number in (1, 2, 3)]
    for one in prompts:
        use(pool, one)
    use(pool, prompts[0])
    use(pool, (4, *PROMPT, *PROMPT[:100]))
    known = [open_lease(pool, prompts[index]).cache.length for index in (0, 2, 1)]
    assert known == [151, 151, 0]


def test_memory_is_free_before_a_cache_is_made() -> None:
    class WatchingModel(StandInModel):
        pool: KVPool | None = None

        def new_cache(self, capacity: int) -> StandInCache:
            if self.pool is not None:
                wanted = self.pool.used_bytes + capacity * TOKEN_BYTES
                assert wanted <= self.pool.budget_bytes
            return super().new_cache(capacity)

    model = WatchingModel()
    model.pool = KVPool(as_model(model), BUDGET_TOKENS * TOKEN_BYTES)
    for number in range(20):
        use(model.pool, (number, *PROMPT[:140]))


def test_memory_in_use_is_not_given_twice(pool: KVPool) -> None:
    first = open_lease(pool, PROMPT)
    assert not pool.has_room(BUDGET_TOKENS - len(PROMPT) + 1)
    assert pool.has_room(BUDGET_TOKENS - len(PROMPT))
    assert pool.extend(first, BUDGET_TOKENS)
    assert not pool.has_room(1)
    assert not pool.extend(first, BUDGET_TOKENS + 1)
    assert first.claimed_tokens == BUDGET_TOKENS


def test_one_request_may_always_fill_the_context() -> None:
    pool = KVPool(STAND_IN, 1)
    assert pool.has_room(STAND_IN.context_length)


@settings(max_examples=200, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_the_budget_holds_whatever_comes(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    pool = KVPool(STAND_IN, BUDGET_TOKENS * TOKEN_BYTES)
    open_leases: list[tuple[Lease, tuple[int, ...]]] = []
    for _ in range(40):
        start = chance.randrange(3)
        ids = (*PROMPT[start : chance.randrange(1, 150)], *([12] * chance.randrange(60))) or (1,)
        action = chance.randrange(3)
        if action == 0 and pool.has_room(len(ids)):
            lease = open_lease(pool, ids, reuse=chance.random() < 0.8)
            assert lease.cache.tokens == list(ids[: lease.cache.length])  # type: ignore[attr-defined]
            open_leases.append((lease, ids))
        elif action == 1 and open_leases:
            lease, ids = chance.choice(open_leases)
            if pool.extend(lease, len(ids)):
                fill(lease, ids[: chance.randrange(lease.cache.length, len(ids) + 1)])
        elif open_leases:
            lease, ids = open_leases.pop(chance.randrange(len(open_leases)))
            pool.close(lease, ids[: lease.cache.length], keep=chance.random() < 0.8)
        assert pool.used_bytes <= pool.budget_bytes


def answer(
    model: Model, pool: KVPool, prompt: tuple[int, ...], *, pauses: bool = False, reuse: bool = True
) -> tuple[tuple[int, ...], int, int]:
    """The tokens of an answer, how many of the prompt's were known, and the accepted ones."""
    request = GenerationRequest(
        prompt_ids=prompt, max_tokens=30, prediction_ids=prompt, cache_prompt=reuse
    )
    sampler = make_sampler(temperature=0.8, top_p=0.9, seed=7)
    generation = Generation(model, request, sampler, pool)
    steps = 0
    while generation.finish_reason is None:
        generation.step()
        steps += 1
        if pauses and steps % 3 == 0 and generation.finish_reason is None:
            generation.pause(keep=steps % 2 == 0)
    generation.pause()
    counts = generation.counts
    return generation.answer_ids, counts.cached_tokens, counts.accepted_tokens


@pytest.mark.parametrize("name", ["stand-in", "tiny"])
def test_no_answer_changes_by_what_is_known_or_by_pauses(name: str, tiny_model: Model) -> None:
    model = STAND_IN if name == "stand-in" else tiny_model
    shared = KVPool(model, BUDGET_TOKENS * TOKEN_BYTES)
    for number in range(24):
        prompt = (*PROMPT[number % 4 : 20 + 5 * number], *PROMPT[: number % 7])
        alone, known, accepted = answer(model, KVPool(model), prompt)
        assert known == 0
        for pauses in (False, True):
            assert answer(model, shared, prompt, pauses=pauses)[::2] == (alone, accepted)
        again, known, _ = answer(model, shared, prompt)
        assert again == alone
        assert known == len(prompt) - 1
        assert answer(model, shared, prompt, reuse=False)[:2] == (alone, 0)
