"""The scheduler: fair turns, bounded queue, places given back."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from functools import partial

import numpy as np
import pytest
from numpy.typing import NDArray

from lib.engine.generation import Generation, GenerationRequest
from lib.engine.model import Model
from lib.engine.pool import KVPool
from lib.engine.sampling import ForcedSampler
from lib.engine.scheduler import Event, Failed, Finished, QueueFullError, Scheduler
from tests.support.stand_in_model import StandInModel, as_model

WAIT_S = 20


@pytest.fixture
def stand_in() -> Iterator[StandInModel]:
    model = StandInModel()
    yield model
    model.may_pass.set()


@pytest.fixture
def scheduler(stand_in: StandInModel) -> Iterator[Scheduler]:
    scheduler = Scheduler(max_in_flight=2, max_queued=2)
    yield scheduler
    stand_in.may_pass.set()
    scheduler.close()


class FailingModel(StandInModel):
    def forward(self, *_: object, **__: object) -> NDArray[np.float32]:
        raise RuntimeError("out of memory")


class EndlessSampler:
    """The likeliest token but the one that ends the answer."""

    def sample(self, logits: NDArray[np.float32], position: int) -> int:
        return 1 + int(np.argmax(logits[1:]))


def start(model: Model, num_tokens: int, num_prompt: int = 1) -> Generation:
    request = GenerationRequest(prompt_ids=(1,) * num_prompt, max_tokens=num_tokens)
    return Generation(model, request, ForcedSampler([2] * num_tokens, 0))


def last_event(events: queue.Queue[Event]) -> Event:
    while True:
        event = events.get(timeout=WAIT_S)
        if isinstance(event, Finished | Failed):
            return event


def wait_until_running(scheduler: Scheduler, number: int) -> None:
    for _ in range(20_000_000):
        if scheduler.num_running == number:
            return
    raise AssertionError(f"{scheduler.num_running} requests run, not {number}")


def test_requests_take_turns(scheduler: Scheduler, stand_in: StandInModel) -> None:
    stand_in.may_pass.clear()
    order: list[str] = []
    done: queue.Queue[Event] = queue.Queue()

    def deliver(name: str, event: Event) -> None:
        order.append(name)
        if isinstance(event, Finished):
            done.put(event)

    for name in "ab":
        scheduler.submit(start(as_model(stand_in), 10), partial(deliver, name))
    stand_in.may_pass.set()
    done.get(timeout=WAIT_S)
    done.get(timeout=WAIT_S)
    assert order[2:18] == ["a", "b"] * 8 or order[2:18] == ["b", "a"] * 8


def test_the_timings_and_counts_come_last(scheduler: Scheduler, stand_in: StandInModel) -> None:
    events: queue.Queue[Event] = queue.Queue()
    scheduler.submit(start(as_model(stand_in), 5), events.put)
    finished = last_event(events)
    assert isinstance(finished, Finished)
    assert finished.finish_reason == "length"
    assert finished.counts.visible_tokens == 5
    assert finished.timings.num_forward_passes == 5
    timings = finished.timings
    assert min(timings.queue_s, timings.prefill_s, timings.decode_s) >= 0
    assert events.empty()


def test_more_than_places_and_queue_is_refused(
    scheduler: Scheduler, stand_in: StandInModel
) -> None:
    stand_in.may_pass.clear()
    events: queue.Queue[Event] = queue.Queue()
    for _ in range(4):
        scheduler.submit(start(as_model(stand_in), 3), events.put)
    with pytest.raises(QueueFullError, match="busy"):
        scheduler.submit(start(as_model(stand_in), 3), events.put)
    stand_in.may_pass.set()
    for _ in range(4):
        assert isinstance(last_event(events), Finished)


def test_cancelling_frees_the_place_and_the_queue(
    scheduler: Scheduler, stand_in: StandInModel
) -> None:
    stand_in.may_pass.clear()
    ignored: queue.Queue[Event] = queue.Queue()
    tickets = [scheduler.submit(start(as_model(stand_in), 300), ignored.put) for _ in range(4)]
    wait_until_running(scheduler, 2)
    for ticket in tickets:
        scheduler.cancel(ticket)
    assert scheduler.num_waiting == 0
    stand_in.may_pass.set()
    events: queue.Queue[Event] = queue.Queue()
    scheduler.submit(start(as_model(stand_in), 3), events.put)
    assert isinstance(last_event(events), Finished)
    wait_until_running(scheduler, 0)
    # One pass of a cancelled request was under way at most; the rest is the last request's.
    assert stand_in.num_passes <= 1 + 3


def test_a_request_that_fails_leaves_the_others_alone(
    scheduler: Scheduler, stand_in: StandInModel
) -> None:
    failing: queue.Queue[Event] = queue.Queue()
    working: queue.Queue[Event] = queue.Queue()

    scheduler.submit(start(as_model(FailingModel()), 3), failing.put)
    scheduler.submit(start(as_model(stand_in), 3), working.put)
    failed = last_event(failing)
    assert isinstance(failed, Failed)
    assert "memory" in str(failed.error)
    assert isinstance(last_event(working), Finished)


@pytest.mark.parametrize("where", ["queue", "prompt"])
def test_who_leaves_early_gets_no_further_pass(
    scheduler: Scheduler, stand_in: StandInModel, where: str
) -> None:
    stand_in.may_pass.clear()
    ignored: queue.Queue[Event] = queue.Queue()
    if where == "queue":
        for _ in range(2):
            scheduler.submit(start(as_model(stand_in), 3), ignored.put)
        wait_until_running(scheduler, 2)
    passes = 6 if where == "queue" else 1
    ticket = scheduler.submit(start(as_model(stand_in), 3, num_prompt=390), ignored.put)
    if where == "prompt":
        wait_until_running(scheduler, 1)
    scheduler.cancel(ticket)
    stand_in.may_pass.set()
    wait_until_running(scheduler, 0)
    assert stand_in.num_passes <= passes


def test_between_two_tokens_comes_one_piece_of_a_prompt_at_most() -> None:
    stand_in = StandInModel()
    stand_in.may_pass.clear()
    scheduler = Scheduler()
    order: list[str] = []
    done: queue.Queue[Event] = queue.Queue()

    def deliver(name: str, event: Event) -> None:
        if isinstance(event, Finished):
            done.put(event)
        else:
            order.append(name)

    scheduler.submit(start(as_model(stand_in), 30), partial(deliver, "token"))
    for _ in range(3):
        scheduler.submit(start(as_model(stand_in), 1, num_prompt=390), partial(deliver, "piece"))
    stand_in.may_pass.set()
    for _ in range(4):
        done.get(timeout=WAIT_S)
    scheduler.close()
    assert order.count("piece") == 12
    first = order.index("token")
    assert order[first + 1 : first + 25] == ["token", "piece"] * 12


def test_who_does_not_fit_waits_for_the_end_of_another(
    scheduler: Scheduler, stand_in: StandInModel
) -> None:
    model = as_model(stand_in)
    pool = KVPool(model, 1)
    seen: list[tuple[int, int]] = []
    done: queue.Queue[Event] = queue.Queue()

    def deliver(event: Event) -> None:
        seen.append((scheduler.num_running, pool.used_bytes))
        if isinstance(event, Finished | Failed):
            done.put(event)

    for number in range(1, 4):
        request = GenerationRequest(prompt_ids=(number,) * 250, max_tokens=9)
        scheduler.submit(Generation(model, request, EndlessSampler(), pool), deliver)
    for _ in range(3):
        assert isinstance(done.get(timeout=WAIT_S), Finished)
    assert {running for running, _ in seen} == {1}
    assert max(used for _, used in seen) <= pool.budget_bytes


def test_who_grows_makes_way(scheduler: Scheduler, stand_in: StandInModel) -> None:
    """Memory for one whole context, and requests that need nearly all of it each."""
    model = as_model(stand_in)
    pool = KVPool(model, 1)
    requests = [GenerationRequest(prompt_ids=(n,) * 20, max_tokens=350) for n in range(1, 5)]
    alone, together = (
        [Generation(model, request, EndlessSampler(), one) for request in requests]
        for one in (None, pool)
    )
    for generation in alone:
        while generation.finish_reason is None:
            generation.step()
    used_bytes: list[int] = []
    done: queue.Queue[Event] = queue.Queue()

    def deliver(event: Event) -> None:
        used_bytes.append(pool.used_bytes)
        if isinstance(event, Finished | Failed):
            done.put(event)

    stand_in.may_pass.clear()
    for generation in together:
        scheduler.submit(generation, deliver)
    stand_in.may_pass.set()
    for _ in together:
        assert isinstance(done.get(timeout=WAIT_S), Finished)
    assert [one.answer_ids for one in together] == [one.answer_ids for one in alone]
    assert max(used_bytes) <= pool.budget_bytes
    # Somebody has made way, and computed again what was forgotten.
    passes = [sum(one.counts.forward_passes for one in arm) for arm in (alone, together)]
    assert passes[1] > passes[0]


def test_the_wait_is_estimated_from_the_requests_before(stand_in: StandInModel) -> None:
    scheduler = Scheduler(max_in_flight=1, max_queued=0)
    events: queue.Queue[Event] = queue.Queue()
    scheduler.submit(start(as_model(stand_in), 3), events.put)
    last_event(events)
    wait_until_running(scheduler, 0)
    stand_in.may_pass.clear()
    scheduler.submit(start(as_model(stand_in), 3), events.put)
    with pytest.raises(QueueFullError, match="in about 1 s") as caught:
        scheduler.submit(start(as_model(stand_in), 3), events.put)
    assert caught.value.retry_after_s == 1
    stand_in.may_pass.set()
    last_event(events)
    scheduler.close()


def test_idle_work_waits_for_requests_and_not_they_for_it(
    scheduler: Scheduler, stand_in: StandInModel
) -> None:
    model = as_model(stand_in)
    order: list[str] = []
    ended = threading.Event()

    def deliver(event: Event) -> None:
        order.append("request")
        if isinstance(event, Finished):
            order.append("end")

    def work() -> Iterator[None]:
        order.append("work")
        scheduler.submit(start(model, 3), deliver)
        yield
        order.append("work")
        ended.set()
        yield
        raise ValueError("a fault of its own harms nobody")

    scheduler.add_idle_work(work())
    assert ended.wait(WAIT_S)
    num_events = len(order) - 3
    assert order == ["work", *["request"] * num_events, "end", "work"]
    events: queue.Queue[Event] = queue.Queue()
    scheduler.submit(start(model, 1), events.put)
    assert isinstance(last_event(events), Finished)


def test_a_closed_scheduler_refuses(stand_in: StandInModel) -> None:
    scheduler = Scheduler()
    scheduler.close()
    with pytest.raises(QueueFullError):
        scheduler.submit(start(as_model(stand_in), 3), lambda _: None)
