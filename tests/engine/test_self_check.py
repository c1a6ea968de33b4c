"""The self-check: the smallest way of batching that is exact, or a clear refusal."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from lib.engine.architecture import MIN_CONTEXT_LENGTH
from lib.engine.cache import ROW_MULTIPLES
from lib.engine.errors import SelfCheckError
from lib.engine.self_check import (
    CHECKS,
    NUM_TOKENS,
    PROMPTS,
    TAILS,
    Compute,
    Split,
    settle_row_multiple,
)


def processor(exact_from: int) -> Compute:
    """One whose kernels are exact in batches of multiples of `exact_from` only."""

    def compute(multiple: int, prompt: Split, tail: Split) -> NDArray[np.float32]:
        rounding = 0 if multiple >= exact_from else 1e-7 * len(prompt + tail)
        return np.full((sum(tail), 3), 0.5 + rounding, np.float32)

    return compute


@pytest.mark.parametrize("exact_from", ROW_MULTIPLES)
def test_the_smallest_exact_multiple_is_found(exact_from: int) -> None:
    said: list[str] = []
    multiple, logits = settle_row_multiple(processor(exact_from), said.append)
    assert multiple == exact_from
    assert logits.shape == (sum(TAILS[0]), 3)
    assert said == (
        []
        if exact_from == 1
        else [f"This processor needs batches of whole {exact_from}s; text stays exact"]
    )


def test_no_exact_multiple() -> None:
    with pytest.raises(SelfCheckError, match="even when rounded up to 16"):
        settle_row_multiple(processor(32), print)


def test_numbers_that_are_not_finite_are_not_the_processor_s_fault() -> None:
    counter = iter(range(99))

    def compute(_: int, prompt: Split, tail: Split) -> NDArray[np.float32]:
        return np.full((sum(tail), 3), np.nan if next(counter) == 0 else 1, np.float32)

    _, logits = settle_row_multiple(compute, print)
    assert np.isnan(logits).all()


@pytest.mark.parametrize("broken", [{1}, {3}, {7}, {12}, {33}, {64}, {130}])
def test_a_batch_size_with_other_numbers_is_noticed(broken: set[int]) -> None:
    def compute(multiple: int, prompt: Split, tail: Split) -> NDArray[np.float32]:
        sizes = {-(-size // multiple) * multiple for size in prompt + tail}
        return np.full((sum(tail), 3), 1 if multiple == 1 and sizes & broken else 0, np.float32)

    multiple, _ = settle_row_multiple(compute, print)
    assert multiple == 2


def test_splits_are_of_the_same_tokens() -> None:
    assert len({sum(split) for split in PROMPTS}) == 1
    assert len({sum(split) for split in TAILS}) == 1
    assert len(CHECKS) == len(PROMPTS) + len(TAILS) - 2
    assert NUM_TOKENS <= MIN_CONTEXT_LENGTH
