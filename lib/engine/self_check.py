"""Checks at start of what this processor's kernels do, and the way out if they do not.

First and foremost that batches of any size give the same numbers.

Invariant: when `settle_row_multiple` returns, every split that it tried gave the same bits.

It covers a prompt in one pass and in three, and behind it, at positions 130 to 162, the same 33
tokens in batches of 33, 16 and 1 to 12: what kernels tell apart is one row or several, whole groups
of rows or left-over ones, and short or long contexts. It costs about 500 tokens' forward passes,
for the bundled model half a second on two cores.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from onnx import TensorProto, helper

from lib.engine.cache import ROW_MULTIPLES
from lib.engine.errors import SelfCheckError
from lib.engine.graph_writer import Graph, GraphWriter
from lib.engine.runtime import load_session

Split: TypeAlias = tuple[int, ...]
"""How many tokens go into each forward pass."""

PROMPTS: Sequence[Split] = ((130,), (64, 1, 65))
TAILS: Sequence[Split] = ((33,), (1, 2, 3, 4, 5, 6, 7, 5), (8, 9, 16), (10, 11, 12))
CHECKS = (*((PROMPTS[0], tail) for tail in TAILS[1:]), *((one, TAILS[0]) for one in PROMPTS[1:]))
"""What must give the same numbers as the first prompt with the first tail."""

NUM_TOKENS = sum(PROMPTS[0]) + sum(TAILS[0])

Compute: TypeAlias = Callable[[int, Split, Split], NDArray[np.float32]]
"""(row multiple, split of the prompt, split of the tail) -> logits of the tail, which with its
prompt is always of the same tokens."""


EXACT_CODE, SAFE_CODE = 127, 64


def find_largest_code() -> int:
    """How large weights may be in products of whole numbers on this processor.

    Older ones add two products of 255 and a weight in 16 bits, which hold it up to 64 only; beyond
    that they cut it off without a word.
    """
    session = load_session(_build_product, threads=1)
    (found,) = session.run(None, {"rows": np.full((1, 64), 255, np.uint8)})
    return EXACT_CODE if (found == 255 * EXACT_CODE * 64).all() else SAFE_CODE


def _build_product(folder: Path) -> Graph:
    """The largest product of whole numbers that there can be."""
    writer = GraphWriter(folder)
    writer.store("codes", np.full((64, 64), EXACT_CODE, np.int8))
    writer.add("MatMulInteger", ["rows", "codes"], ["sums"])
    rows = helper.make_tensor_value_info("rows", TensorProto.UINT8, [1, 64])
    sums = helper.make_tensor_value_info("sums", TensorProto.INT32, [1, 64])
    return writer.write([rows], [sums])


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
        expected = compute(multiple, PROMPTS[0], TAILS[0])
        if not np.isfinite(expected).all():
            return multiple, expected
        if all(compute(multiple, *splits).tobytes() == expected.tobytes() for splits in CHECKS):
            if multiple > 1:
                progress(f"This processor needs batches of whole {multiple}s; text stays exact")
            return multiple, expected
    raise SelfCheckError(
        "On this processor the same tokens give different numbers in batches of different size, "
        f"even when rounded up to {ROW_MULTIPLES[-1]}, so the local engine could not promise the "
        "same text with and without a prediction. Choose another provider, or another version of "
        "onnxruntime."
    )
