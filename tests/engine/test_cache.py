"""A cache takes memory as it fills, and a copied beginning is worth a computed one."""

from __future__ import annotations

import gc
from pathlib import Path

import numpy as np
import pytest

from lib.engine.cache import KVCache
from lib.engine.model import Model

MAPPINGS = Path("/proc/self/smaps")
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
    if not MAPPINGS.exists():  # only Linux tells
        return
    cache = real_model.new_cache(real_model.context_length)
    address = cache._buffer.ctypes.data
    before = resident_bytes(address)  # the system may have joined it with another cache's
    real_model.forward(cache, [100 + number % 900 for number in range(256)], num_logits=1)
    taken = resident_bytes(address)
    assert 256 * 40_000 < taken - before <= cache.num_bytes
    del cache
    gc.collect()
    assert resident_bytes(address) < taken


def resident_bytes(address: int) -> int:
    """Memory behind the mapping that `address` lies in; 0 where there is none."""
    found = False
    for line in MAPPINGS.read_text().splitlines():
        name, _, rest = line.partition(" ")
        if "-" in name and not name.endswith(":"):
            start, _, end = name.partition("-")
            found = int(start, 16) <= address < int(end, 16)
        elif found and name == "Rss:":
            return int(rest.split()[0]) * 1024
    return 0
