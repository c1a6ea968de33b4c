"""Adapters: what they add to the weights, and that no file whatever is applied by mistake."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from lib.engine.architecture import read_architecture
from lib.engine.errors import ModelFileError
from lib.engine.gguf import Origin, TensorType, read_gguf
from lib.engine.lora import Adapter, read_adapter
from lib.engine.model import Model, load_model
from lib.engine.quantisation import store_q8_0, unpack
from lib.engine.weights import read_floats
from tests.engine.test_graph import reference_logits
from tests.support.ggml_blocks import TYPE_IDS
from tests.support.llama_cpp import LlamaCpp
from tests.support.random_adapter import Pairs, linear_layers, random_pairs, write_random_adapter
from tests.support.tiny_gguf import (
    ARCHITECTURES,
    SMALL,
    vocabulary,
    write_gguf,
    write_tiny_gguf,
)

Floats = NDArray[np.float32]
QUERY = "blk.0.attn_q.weight"
PRINTABLE = vocabulary().index("a")


@pytest.fixture(scope="module")
def tiny_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_gguf(tmp_path_factory.mktemp("base") / "tiny.gguf", seed=8)


def read(path: Path, base_path: Path, sha256: str | None = None) -> Adapter:
    base = read_gguf(base_path)
    return read_adapter(Origin(path, "adapter"), base, read_architecture(base), sha256)


def exact_sum(base_path: Path, name: str, pairs: Pairs, scale: float) -> NDArray[np.float64]:
    """Base and adapter in double precision, the adapter's numbers as half precision stores them."""
    base: NDArray[np.float64] = read_floats(read_gguf(base_path).tensors[name]).astype(float)
    if name in pairs:
        a, b = (side.astype(np.float16).astype(float) for side in pairs[name])
        base += scale * (b @ a)
    return base


@pytest.mark.parametrize("kind", TYPE_IDS)
def test_merged_weights_are_base_and_adapter(tmp_path: Path, kind: str) -> None:
    """Within half a step of 8 bits, plus what half precision takes from the step itself."""
    path = write_tiny_gguf(tmp_path / "tiny.gguf", quantisation=kind)
    pairs = random_pairs(path)
    adapter = read(write_random_adapter(tmp_path / "lora.gguf", path, alpha=6), path)
    tensors = adapter.merge(read_gguf(path)).tensors
    for name, shape in linear_layers(path):
        merged, expected = read_floats(tensors[name]), exact_sum(path, name, pairs, 6 / 4)
        assert merged.shape == shape
        errors = np.abs(merged - expected).reshape(len(merged), -1, 32)
        largest = np.abs(expected).reshape(errors.shape).max(-1, keepdims=True)
        steps = largest / 127 if kind.startswith("Q") else largest * 1e-6
        assert (errors <= 0.51 * steps + 127 * largest * 2.0**-18).all(), name


def test_layers_without_adapter_stay_what_they_are(tmp_path: Path, tiny_path: Path) -> None:
    pairs = random_pairs(tiny_path, only="attn_q")
    base = read_gguf(tiny_path)
    adapter = read(write_random_adapter(tmp_path / "q.gguf", tiny_path, pairs=pairs), tiny_path)
    merged = adapter.merge(base).tensors
    assert merged.keys() == base.tensors.keys()
    for name, tensor in base.tensors.items():
        assert (merged[name] is tensor) == (name not in pairs)
        if name in pairs:
            assert merged[name].type is TensorType.Q8_0


def test_an_adapter_of_8_bits_adds_what_it_holds(tmp_path: Path, tiny_path: Path) -> None:
    pairs = random_pairs(tiny_path, rank=32)
    path = tmp_path / "lora.gguf"
    write_random_adapter(path, tiny_path, pairs=pairs, kind=TensorType.Q8_0)
    adapter, base = read(path, tiny_path), read_gguf(tiny_path)
    merged = adapter.merge(base, as_floats=True).tensors
    for name, (a, b) in pairs.items():
        added = read_floats(merged[name]) - read_floats(base.tensors[name])
        exact = 4 / 32 * (b.astype(float) @ a.astype(float))
        assert np.abs(added - exact).max() < 0.02 * np.abs(exact).max(), name


def test_numbers_are_rounded_to_the_nearest_of_8_bits() -> None:
    numbers = np.random.default_rng(4).normal(size=(7, 96)).astype(np.float32)
    numbers[0, :32] = 0
    numbers[1] *= 1e-9
    numbers[2, 5] = 1000
    stored = store_q8_0(numbers.copy())
    assert stored.shape == (7, 3 * 34)
    found = unpack(TensorType.Q8_0, stored).floats()
    step = np.abs(numbers.reshape(7, 3, 32)).max(-1, keepdims=True) / 127
    errors = np.abs(found - numbers).reshape(7, 3, 32)
    assert (errors <= 0.57 * step + 1e-7).all()
    assert not found[0, :32].any()


def relative_error(model: Model, path: Path, architecture: str) -> float:
    ids = [int(i) for i in np.random.default_rng(1).integers(0, model.vocab_size, 40)]
    expected = reference_logits(path, architecture, SMALL, ids)
    logits = model.forward(model.new_cache(len(ids)), ids)
    return float(np.linalg.norm(logits - expected) / np.linalg.norm(expected))


def write_merged(path: Path, base_path: Path, pairs: Pairs, scale: float) -> Path:
    """The base with the adapter in it, in single precision throughout."""
    base = read_gguf(base_path)
    tensors = {
        name: ("F32", exact_sum(base_path, name, pairs, scale).astype(np.float32))
        for name in base.tensors
    }
    write_gguf(path, dict(base.metadata), tensors)
    return path


@pytest.mark.parametrize("only", ["", "attn_q", "ffn_down"])
@pytest.mark.parametrize("architecture", ARCHITECTURES)
@pytest.mark.parametrize("kind", ["Q4_1", "Q5_0", "F16"])
def test_the_model_computes_base_and_adapter(
    tmp_path: Path, kind: str, architecture: str, only: str
) -> None:
    """Beside the rounding of activations, as in test_graph, there is that of the merged weights."""
    base = write_tiny_gguf(
        tmp_path / "tiny.gguf", seed=5, quantisation=kind, architecture=architecture
    )
    pairs = random_pairs(base, only=only)
    lora = write_random_adapter(tmp_path / "lora.gguf", base, pairs=pairs, alpha=8)
    merged = write_merged(tmp_path / "merged.gguf", base, pairs, 8 / 4)
    adapted, plain = load_model(base, adapter=lora), load_model(base)
    limit = 1e-4 if kind == "F16" else 0.06
    assert relative_error(adapted, merged, architecture) < limit
    assert relative_error(plain, merged, architecture) > 0.2


@pytest.mark.parametrize("kind", [TensorType.F16, TensorType.F32])
@pytest.mark.parametrize("alpha", [2.0, 16.0])
@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_llama_cpp_computes_the_same(
    tmp_path: Path, architecture: str, alpha: float, kind: TensorType
) -> None:
    base = write_tiny_gguf(
        tmp_path / "tiny.gguf", seed=4, quantisation="F32", architecture=architecture
    )
    lora = write_random_adapter(tmp_path / "lora.gguf", base, alpha=alpha, kind=kind)
    assert_as_probable(base, lora, 2e-4 if kind is TensorType.F32 else 0.02)


@pytest.mark.parametrize("kind", ["Q4_1", "Q8_0"])
def test_llama_cpp_computes_nearly_the_same_on_a_quantised_base(tmp_path: Path, kind: str) -> None:
    """It adds the adapter's product beside the quantised one; we round the sum's weights."""
    base = write_tiny_gguf(tmp_path / "tiny.gguf", seed=4, quantisation=kind)
    assert_as_probable(base, write_random_adapter(tmp_path / "lora.gguf", base), 0.5)


def assert_as_probable(base: Path, lora: Path, largest: float) -> None:
    """As in test_llama_cpp; and the adapter makes a difference, in both the same."""
    model, other = load_model(base, adapter=lora), LlamaCpp(base, adapter=lora)
    plain = load_model(base)
    source = np.random.default_rng(1)
    for _ in range(3):
        ids = [int(i) for i in source.integers(3, model.vocab_size, 20)]
        expected = other.next_log_probabilities(ids, model.vocab_size, PRINTABLE)
        found, without = (log_probabilities(one, ids) for one in (model, plain))
        assert np.abs(found - expected).max() < largest
        assert expected.max() - expected[found.argmax()] < 2 * largest
        assert np.abs(without - expected).max() > largest


def log_probabilities(model: Model, ids: list[int]) -> NDArray[np.float64]:
    logits = model.forward(model.new_cache(len(ids)), ids, num_logits=1)[0].astype(float)
    shifted: NDArray[np.float64] = logits - logits.max()
    shifted -= np.log(np.exp(shifted).sum())
    return shifted


@pytest.mark.parametrize("only", ["", "attn_v"])
def test_every_split_gives_the_same_bits(tmp_path: Path, tiny_path: Path, only: str) -> None:
    pairs = random_pairs(tiny_path, only=only)
    lora = write_random_adapter(tmp_path / "lora.gguf", tiny_path, pairs=pairs)
    model = load_model(tiny_path, adapter=lora)
    ids = [int(i) for i in np.random.default_rng(2).integers(0, model.vocab_size, 48)]
    whole = model.forward(model.new_cache(48), ids)
    for size in (1, 2, 3, 5, 7, 16, 33):
        cache = model.new_cache(48)
        parts = [model.forward(cache, ids[start : start + size]) for start in range(0, 48, size)]
        assert np.concatenate(parts).tobytes() == whole.tobytes()


def test_bfloat16_is_the_upper_half_of_single_precision(tmp_path: Path, tiny_path: Path) -> None:
    a, b = random_pairs(tiny_path)[QUERY]
    path = write_random_adapter(
        tmp_path / "lora.gguf", tiny_path, pairs={QUERY: (a, b)}, kind=TensorType.F16
    )
    halves = [(side.view(np.uint32) >> 16).astype(np.uint16) for side in (a, b)]
    data = path.read_bytes()
    for side, half in zip((a, b), halves, strict=True):
        data = data.replace(side.astype(np.float16).tobytes(), half.tobytes())
    for letter in "ab":
        data = with_type(data, f"{QUERY}.lora_{letter}", TensorType.BF16)
    path.write_bytes(data)
    part = read(path, tiny_path).parts[QUERY]
    for tensor, half in zip((part.a, part.b), halves, strict=True):
        expected = (half.astype(np.uint32) << 16).view(np.float32)
        np.testing.assert_array_equal(read_floats(tensor), expected)


def with_type(data: bytes, name: str, kind: int) -> bytes:
    """The tensor called `name`, of two dimensions, is said to be of another type."""
    at = data.index(name.encode()) + len(name) + 4 + 2 * 8
    return data[:at] + kind.to_bytes(4, "little") + data[at + 4 :]


def floats(*shape: int) -> Floats:
    return np.ones(shape, np.float32)


KIND = {"general.type": "adapter", "adapter.type": "lora", "general.architecture": "llama"}
GOOD = {f"{QUERY}.lora_a": ("F16", floats(4, 64)), f"{QUERY}.lora_b": ("F16", floats(64, 4))}
ALPHA = {"adapter.lora.alpha": 4.0}


@pytest.mark.parametrize(
    ("metadata", "tensors", "expected"),
    [
        ({"general.type": "model"}, {}, "general.type is 'model', expected 'adapter'"),
        ({"adapter.type": "control"}, {}, "adapter.type is 'control', expected 'lora'"),
        (
            {"general.architecture": "qwen2"},
            {},
            "general.architecture is 'qwen2', expected 'llama'",
        ),
        ({"adapter.lora.alpha": -1.0}, {}, "adapter.lora.alpha is -1.0"),
        ({"adapter.lora.alpha": float("nan")}, {}, "adapter.lora.alpha is nan"),
        ({"adapter.lora.alpha": "4"}, {}, "adapter.lora.alpha is '4'"),
        ({"adapter.alora.invocation_tokens": [1, 2]}, {}, "aLoRA"),
        ({}, {"blk.0.attn_q.bias": ("F32", floats(64))}, "unknown use, 'blk.0.attn_q.bias'"),
        ({}, {"blk.9.attn_q.weight.lora_a": ("F32", floats(4, 64))}, "'blk.9.attn_q.weight'"),
        ({}, {"output_norm.weight": ("F32", floats(64))}, "'output_norm.weight'"),
        ({}, {"token_embd.weight.lora_a": ("F32", floats(4, 64))}, "adapts 'token_embd.weight'"),
        (
            {},
            {"blk.0.ffn_up.weight.lora_a": ("F16", floats(4, 64))},
            "no tensor 'blk.0.ffn_up.weight.lora_b'",
        ),
        ({}, {f"{QUERY}.lora_a": ("F16", floats(4, 32))}, r"\(4, 32\).* do not fit .*\(64, 64\)"),
        ({}, {f"{QUERY}.lora_a": ("F16", floats(2, 64))}, r"\(2, 64\) and \(64, 4\)"),
        ({}, {f"{QUERY}.lora_b": ("F16", floats(32, 4))}, r"\(32, 4\).* another model"),
        ({}, {f"{QUERY}.lora_a": ("F16", floats(64))}, r"\(64,\)"),
        ({}, {f"{QUERY}.lora_a": ("Q4_0", floats(4, 64))}, "as Q4_0; .* may be F32, F16, BF16, Q8"),
        ({}, {f"{QUERY}.lora_a": ("F32", floats(4, 64) * np.inf)}, "not finite"),
    ],
)
def test_what_does_not_fit_is_refused(
    tmp_path: Path,
    tiny_path: Path,
    metadata: Mapping[str, Any],
    tensors: Mapping[str, tuple[str, Floats]],
    expected: str,
) -> None:
    path = tmp_path / "lora.gguf"
    write_gguf(path, {**KIND, **ALPHA, **metadata}, {**GOOD, **tensors})
    with pytest.raises(ModelFileError, match=rf"The adapter file .*lora\.gguf .*{expected}"):
        read(path, tiny_path)


@pytest.mark.parametrize("key", [*KIND])
def test_what_does_not_say_what_it_is_is_refused(tmp_path: Path, tiny_path: Path, key: str) -> None:
    path = tmp_path / "lora.gguf"
    write_gguf(path, {**{k: v for k, v in KIND.items() if k != key}, **ALPHA}, GOOD)
    with pytest.raises(ModelFileError, match=f"{key} is None"):
        read(path, tiny_path)


def test_an_adapter_without_tensors_is_refused(tmp_path: Path, tiny_path: Path) -> None:
    path = tmp_path / "lora.gguf"
    write_gguf(path, KIND, {})
    with pytest.raises(ModelFileError, match="it has no tensors"):
        read(path, tiny_path)


def test_without_alpha_the_product_counts_as_it_is(tmp_path: Path, tiny_path: Path) -> None:
    """As in llama.cpp."""
    path = tmp_path / "lora.gguf"
    for metadata in (KIND, {**KIND, "adapter.lora.alpha": 0.0}):
        write_gguf(path, metadata, GOOD)
        assert read(path, tiny_path).parts[QUERY].scale == 1


@pytest.mark.parametrize("share", [0, 0.01, 0.2, 0.5, 0.9, 0.999])
def test_a_cut_file_is_refused(tmp_path: Path, tiny_path: Path, share: float) -> None:
    path = write_random_adapter(tmp_path / "lora.gguf", tiny_path)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(ModelFileError, match="The adapter file"):
        read(path, tiny_path)


def test_another_checksum_is_refused(tmp_path: Path, tiny_path: Path) -> None:
    path = write_random_adapter(tmp_path / "lora.gguf", tiny_path)
    with pytest.raises(ModelFileError, match=r"its SHA-256 is .*, expected 00, so it is damaged"):
        read(path, tiny_path, "00")
    assert read(path, tiny_path, read(path, tiny_path).digest).name == "lora"


def test_an_adapter_that_makes_weights_infinite_is_refused(tmp_path: Path, tiny_path: Path) -> None:
    path = tmp_path / "lora.gguf"
    large = {name: (kind, numbers * 6e4) for name, (kind, numbers) in GOOD.items()}
    write_gguf(path, {**KIND, "adapter.lora.alpha": 1e30}, large)
    with pytest.raises(ModelFileError, match=r"The adapter file .*lora\.gguf .*too large"):
        load_model(tiny_path, adapter=path)
