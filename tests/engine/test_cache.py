"""A cache takes memory as it fills, and a copied beginning is worth a computed one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from lib.engine.cache import KVCache
from lib.engine.model import Model

STATUS = Path("/proc/self/status")
IDS = [7 * number % 90 for number in range(60)]


def filled(model: Model, length: int) -> KVCache:
    cache = model.new_cache(len(IDS))
    model.forward(cache, IDS[:length], num_logits=0)
    return cache


@pytest.mark.parametrize("length", [1, 16, 17, 59])
def test_a_copied_beginning_gives_the_same_bits(tiny_model: Model, length: int) -> None:
    source = filled(tiny_model, 59)
    copy = tiny_model.new_cache(len(IDS) + 9)
    copy.copy_prefix(source, length)
    expected = tiny_model.forward(filled(tiny_model, length), IDS[length:])
    assert tiny_model.forward(copy, IDS[length:]).tobytes() == expected.tobytes()


def test_a_copy_forgets_what_was_held(tiny_model: Model) -> None:
    copy = filled(tiny_model, 40)
    copy.copy_prefix(filled(tiny_model, 20), 10)
    expected = tiny_model.forward(filled(tiny_model, 10), IDS[10:30])
    assert tiny_model.forward(copy, IDS[10:30]).tobytes() == expected.tobytes()


def test_what_stands_behind_the_end_is_never_read(tiny_model: Model) -> None:
    """A cache is handed on with another request's tokens in it: not even NaN may come through."""
    poisoned = filled(tiny_model, 59)
    poisoned._buffer[..., 10:, :] = np.nan
    poisoned.truncate(10)
    expected = tiny_model.forward(filled(tiny_model, 10), IDS[10:])
    assert tiny_model.forward(poisoned, IDS[10:]).tobytes() == expected.tobytes()


def test_rolling_back_gives_no_memory_back(tiny_model: Model) -> None:
    cache = filled(tiny_model, 50)
    taken = cache.num_bytes
    cache.truncate(5)
    assert cache.num_bytes == taken == cache.bytes_for(50)


@pytest.mark.model
def test_memory_is_taken_for_tokens_and_not_for_room(real_model: Model) -> None:
    if not STATUS.exists():  # only Linux tells
        return
    before = resident_bytes()
    caches = [real_model.new_cache(real_model.context_length) for _ in range(8)]
    # Room for eight whole contexts is 3 GB; the limits leave what else this process may take.
    assert resident_bytes() - before < 100_000_000
    ids = [100 + number % 900 for number in range(256)]
    real_model.forward(caches[0], ids, num_logits=1)
    real_model.forward(caches[1], ids, num_logits=1)
    before = resident_bytes()
    real_model.forward(caches[2], ids, num_logits=1)
    assert resident_bytes() - before < 100_000_000
    caches.clear()
    assert before - resident_bytes() > 15_000_000


def resident_bytes() -> int:
    lines = STATUS.read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("RssAnon")) * 1024
