"""A cache that grows while it is used gives the same numbers as one that was large at once."""

from __future__ import annotations

import pytest

from lib.engine.cache import FIRST_ROOM_TOKENS
from lib.engine.model import Model


@pytest.mark.model
def test_growing_changes_no_bit(real_model: Model) -> None:
    length = FIRST_ROOM_TOKENS + 40
    ids = [100 + 7 * number % 900 for number in range(length)]
    grown, large = real_model.new_cache(length), real_model.new_cache(length)
    large.make_room(length)
    real_model.forward(grown, ids[:-30], num_logits=0)
    real_model.forward(large, ids[:-30], num_logits=0)
    assert (
        real_model.forward(grown, ids[-30:]).tobytes()
        == real_model.forward(large, ids[-30:]).tobytes()
    )
