"""Measures what a model's forward passes cost, one pass at a time.

Invariant: a pass is all that a request ever waits for. The server measures after every start, but
only while nobody asks, so neither its start nor an answer is delayed; what it found at earlier
starts counts from the first request on.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

from lib.engine.forward_costs import (
    MEASURED_ROWS,
    estimate_costs,
    make_key,
    read_least,
    store_least,
)
from lib.engine.model import Model
from lib.engine.runtime import return_freed_memory

CONTEXT_TOKENS = 256
"""In the cache while passes are measured."""
PIECE_TOKENS = 64
"""The context is filled by as much a pass."""
MAX_ROUNDS = 8
LIMIT_S = 1.5
"""No round begins after so much time in passes, the first excepted."""


def measure_costs(
    model: Model, file: Path | None = None, *, clock: Callable[[], float] = perf_counter
) -> Iterator[None]:
    """Give `model` the costs that `file` remembers; then each step of the iterator is one pass.

    Sizes take turns, so that a busy moment harms none alone. After every round the model has the
    least of what was seen up to then, and after the last one `file` has it.
    """
    key = make_key(model.fingerprint, model.threads)
    known = read_least(file, key)
    model.forward_costs = estimate_costs(known)
    return _measure(model, known, lambda least_s: store_least(file, key, least_s), clock)


def _measure(
    model: Model,
    known: tuple[float, ...] | None,
    store: Callable[[list[float]], None],
    clock: Callable[[], float],
) -> Iterator[None]:
    context = min(CONTEXT_TOKENS, model.context_length - MEASURED_ROWS[-1])
    cache = model.new_cache(context + MEASURED_ROWS[-1])
    while cache.length < context:
        model.forward(cache, [0] * min(PIECE_TOKENS, context - cache.length), num_logits=0)
        yield
    least_s = list(known or [math.inf] * len(MEASURED_ROWS))
    spent_s = 0.0
    for _ in range(MAX_ROUNDS):
        for index, rows in enumerate(MEASURED_ROWS):
            before_s = clock()
            model.forward(cache, [0] * rows)
            taken_s = clock() - before_s
            cache.truncate(context)
            least_s[index] = min(least_s[index], taken_s)
            spent_s += taken_s
            yield
        model.forward_costs = estimate_costs(least_s)
        if spent_s > LIMIT_S:
            break
    store(least_s)
    del cache
    return_freed_memory()
