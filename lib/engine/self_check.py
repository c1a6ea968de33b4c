"""The check at start that batches of any size give the same numbers, and the way out if not.

Invariant: when `settle_row_multiple` returns, every split that it tried gave the same bits.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from lib.engine.cache import ROW_MULTIPLES
from lib.engine.errors import SelfCheckError

NUM_TOKENS = 19
SPLITS = ((1,) * 8 + (11,), (2, 3, 5, 9), (8, 4, 7))
"""Ways to split NUM_TOKENS tokens over calls."""

Compute: TypeAlias = Callable[[int, Sequence[int]], NDArray[np.float32]]
"""(row multiple, tokens of each call) -> logits of always the same tokens."""


def settle_row_multiple(
    compute: Compute, progress: Callable[[str], None]
) -> tuple[int, NDArray[np.float32]]:
    """The smallest row multiple that makes every batch size bit-identical, and the logits.

    On processors whose kernels treat single or left-over rows differently, batches are rounded up
    so that only whole groups of rows are ever computed; that costs time but never changes text.
    Logits that are not finite are returned at once: no batching would mend the weights.
    Raises `SelfCheckError` when no multiple helps.
    """
    for multiple in ROW_MULTIPLES:
        expected = compute(multiple, (NUM_TOKENS,))
        if not np.isfinite(expected).all():
            return multiple, expected
        if all(compute(multiple, split).tobytes() == expected.tobytes() for split in SPLITS):
            if multiple > 1:
                progress(f"This processor needs batches of whole {multiple}s; text stays exact")
            return multiple, expected
    raise SelfCheckError(
        "On this processor the same tokens give different numbers in batches of different size, "
        f"even when rounded up to {ROW_MULTIPLES[-1]}, so the local engine could not promise the "
        "same text with and without a prediction. Choose another provider, or another version of "
        "onnxruntime."
    )
