"""Products whose rows are rounded to 8 bits: exact sums, row by row."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from onnx import TensorProto, helper

from lib.engine.bundled import ADAPTER_PATH
from lib.engine.gguf import read_gguf
from lib.engine.graph_writer import Graph, GraphWriter
from lib.engine.linear import LinearLayers
from lib.engine.model import load_model, make_model, open_model_file, read_adapter_file
from lib.engine.runtime import load_session
from lib.engine.self_check import EXACT_CODE, SAFE_CODE, find_largest_code
from lib.engine.weights import read_floats, round_rows
from tests.support.tiny_gguf import write_tiny_gguf

Floats = NDArray[np.float32]
LAYER = "blk.0.ffn_gate"
RANDOM = np.random.default_rng(5)


def build(folder: Path, *, path: Path, largest_code: int) -> Graph:
    writer = GraphWriter(folder)
    gguf = read_gguf(path)
    result = LinearLayers(gguf, writer, largest_code).add(LAYER, "x", [LAYER])
    writer.add("Identity", [result], ["y"])
    outputs, inputs = gguf.tensors[f"{LAYER}.weight"].shape
    x = helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, "rows", inputs])
    y = helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, "rows", outputs])
    return writer.write([x], [y])


@pytest.mark.parametrize("largest_code", [EXACT_CODE, SAFE_CODE])
def test_product_is_that_of_whole_numbers(tmp_path: Path, largest_code: int) -> None:
    path = write_tiny_gguf(tmp_path / "tiny.gguf", quantisation="F32")
    session = load_session(partial(build, path=path, largest_code=largest_code), 2)
    weights = read_floats(read_gguf(path).tensors[f"{LAYER}.weight"])
    matrix = round_rows(weights, largest_code)
    x = RANDOM.standard_normal((9, weights.shape[1])).astype(np.float32) * 7
    x[4] = 0
    (found,) = session.run(None, {"x": x[None]})
    largest = np.abs(x).max(1, keepdims=True)
    with np.errstate(invalid="ignore"):
        rounded = np.nan_to_num(np.rint(x / largest / np.float32(1 / 127))).astype(np.int64)
    expected = rounded @ matrix.codes.astype(np.int64) / 127.0 * matrix.scales * largest
    assert np.allclose(found[0], expected, rtol=1e-5, atol=1e-6)
    assert not found[0][4].any(), "a row of zeros gives zeros"
    for rows in (slice(0, 1), slice(2, 9)):
        (alone,) = session.run(None, {"x": x[None, rows]})
        assert alone[0].tobytes() == found[0][rows].tobytes()


@pytest.mark.parametrize("largest_code", [EXACT_CODE, SAFE_CODE])
def test_weights_are_rounded_to_the_nearest_code(largest_code: int) -> None:
    weights = RANDOM.standard_normal((5, 64)).astype(np.float32)
    weights[3] = 0
    matrix = round_rows(weights.copy(), largest_code)
    assert np.abs(matrix.codes).max() == largest_code
    errors = np.abs(matrix.codes.T * matrix.scales[:, None] - weights)
    assert (errors <= 0.501 * matrix.scales[:, None]).all()
    assert not matrix.codes[:, 3].any()


def test_this_processor_knows_how_far_it_can_count() -> None:
    assert find_largest_code() in (EXACT_CODE, SAFE_CODE)


def test_the_edit_model_stays_near_its_exact_weights() -> None:
    """The adapter's weights rounded to blocks of 8 bits are as good as exact here."""
    rounded = load_model(adapter=ADAPTER_PATH)
    base = open_model_file(None)
    base = replace(base, digest="of another file, for which nothing was measured")
    blocks = make_model(base, read_adapter_file(ADAPTER_PATH, base))
    source = "p {\n  margin: 0;\n  color: teal;\n}\n"
    chat = [{"role": "user", "content": f"Make the text red.\n\n{source}"}]
    prompt = rounded.tokenizer.encode_chat(chat)
    ids = [*prompt, *rounded.tokenizer.encode(source.replace("teal", "red"))]
    # Of the answer: what the model would say within the prompt nobody trained and nobody asks.
    one, other = (
        log_softmax(m.forward(m.new_cache(len(ids)), ids)[len(prompt) - 1 :])
        for m in (rounded, blocks)
    )
    divergence = (np.exp(other) * (other - one)).sum(-1)
    assert divergence.mean() < 0.01
    assert (one.argmax(-1) == other.argmax(-1)).all()


def log_softmax(logits: Floats) -> NDArray[np.float64]:
    shifted = logits.astype(float) - logits.max(-1, keepdims=True)
    result: NDArray[np.float64] = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result
