"""Is the text the same with any prediction and with none, alone and in company?

Invariant: texts are compared byte for byte, and every difference is printed.
"""

from __future__ import annotations

import queue
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

from lib.engine.bench.items import Item
from lib.engine.generation import Generation, GenerationRequest, Step
from lib.engine.model import Model
from lib.engine.pool import KVPool
from lib.engine.sampling import make_sampler
from lib.engine.scheduler import Event, Failed, Finished, Scheduler

ANSWER_TOKENS = 64
SEED = 7
COMPANY = 8


@dataclass(frozen=True, slots=True)
class Case:
    """One request: an item at one temperature, with its source as prediction or without."""

    item: Item
    temperature: float
    predicts: bool

    def start(self, model: Model, pool: KVPool | None) -> Generation:
        """Begin it; with a pool, from what earlier requests computed of its prompt."""
        request = GenerationRequest(
            prompt_ids=self.item.prompt_ids,
            prediction_ids=self.item.source_ids if self.predicts else (),
            max_tokens=ANSWER_TOKENS,
        )
        sampler = make_sampler(temperature=self.temperature, top_p=1.0, seed=SEED)
        return Generation(model, request, sampler, pool)


def check_identity(model: Model, items: Sequence[Item]) -> bool:
    """Print what was compared and every difference; return whether there was none.

    Each item is answered at temperature 0 and at 0.8 with a seed, with its source as prediction
    and without: once alone, once while seven others run and prompts are reused.
    """
    cases = [
        Case(item, temperature, predicts)
        for item, temperature, predicts in product(items, (0.0, 0.8), (False, True))
    ]
    alone = [_run_together(model, [case], None)[0] for case in cases]
    pool = KVPool(model)
    together: list[str] = []
    for start in range(0, len(cases), COMPANY):
        wave = cases[start : start + COMPANY]
        fill = cases[: COMPANY - len(wave)]
        together += _run_together(model, [*wave, *fill], pool)[: len(wave)]
    differences = 0
    for number, case in enumerate(cases):
        expected = alone[number - case.predicts]  # the case before it is the one without
        for company, text in (("alone", alone[number]), ("with seven others", together[number])):
            if text != expected:
                differences += 1
                print(
                    f"DIFFERENT TEXT: {case.item.name}, temperature {case.temperature}, "
                    f"{'with' if case.predicts else 'without'} prediction, {company}"
                )
    print(
        f"\nIdentity: {len(items)} items, first {ANSWER_TOKENS} tokens of the model's own answer, "
        f"temperature 0 and 0.8 (seed {SEED}), with prediction and without, alone and with seven "
        f"other requests: {2 * len(cases)} texts, {differences} differences"
    )
    return not differences


def _run_together(model: Model, cases: Sequence[Case], pool: KVPool | None) -> list[str]:
    """The texts of requests that run at the same time, in turn."""
    events: queue.Queue[tuple[int, Event]] = queue.Queue()

    def deliver_to(number: int) -> Callable[[Event], None]:
        return lambda event: events.put((number, event))

    scheduler = Scheduler(max_in_flight=len(cases))
    texts = [""] * len(cases)
    try:
        for number, case in enumerate(cases):
            scheduler.submit(case.start(model, pool), deliver_to(number))
        left = len(cases)
        while left:
            number, event = events.get()
            if isinstance(event, Failed):
                raise event.error
            if isinstance(event, Finished):
                left -= 1
            elif isinstance(event, Step):
                texts[number] += event.text
    finally:
        scheduler.close()
    return texts
