"""What can be built is read from the file; for anything else one sentence says what can."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.engine.architecture import read_architecture
from lib.engine.errors import ModelFileError
from lib.engine.gguf import read_gguf
from tests.support.tiny_gguf import ARCHITECTURES, Shape, write_tiny_gguf


@pytest.mark.parametrize("name", ARCHITECTURES)
def test_sizes_are_read(tmp_path: Path, name: str) -> None:
    shape = Shape(width=96, heads=7, kv_heads=1, head_size=32, tied=False)
    path = write_tiny_gguf(tmp_path / "tiny.gguf", architecture=name, shape=shape)
    found = read_architecture(read_gguf(path))
    assert (found.width, found.head_size, found.attention_width, found.kv_width) == (
        96,
        32,
        224,
        32,
    )
    assert not found.tied_head
    assert found.family.qkv_bias == (name == "qwen2")
    assert found.family.head_norms == (name == "qwen3")
    assert found.family.rotates_neighbours == (name == "llama")


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ({"general.architecture": "mamba"}, "'mamba'; supported are llama, qwen2, qwen3"),
        ({"llama.rope.scaling.type": "yarn"}, r"scales rotary positions \('yarn' by 1\.0\)"),
        ({"llama.rope.scaling.factor": 4.0}, r"\('linear' by 4\.0\)"),
        ({"llama.rope.scale_linear": 2.0}, r"\('linear' by 2\.0\)"),
        ({"llama.attention.key_length": 24}, "head size is 24; supported are multiples of 16"),
        ({"llama.attention.key_length": 256}, "head size is 256; .* up to 128"),
        ({"llama.attention.value_length": 32}, "value_length is 32; only 16 is supported"),
        ({"llama.rope.dimension_count": 8}, "dimension_count is 8; only 16 is supported"),
        ({"llama.attention.head_count_kv": 3}, "4 query heads cannot share 3 key heads"),
        ({"llama.attention.head_count": 5}, "width 64 cannot be divided among 5 heads"),
        ({"llama.expert_count": 8}, "mixture of experts"),
        ({"llama.block_count": 3}, "no tensor 'blk.2.attn_norm.weight'"),
        ({"llama.block_count": 1}, "9 tensors of unknown use, e.g. 'blk.1.attn_k.weight'"),
        ({"llama.feed_forward_length": 128}, r"the shape \(96, 64\), expected \(128, 64\)"),
    ],
)
def test_what_cannot_be_built_is_named(
    tmp_path: Path, extra: dict[str, object], expected: str
) -> None:
    path = write_tiny_gguf(tmp_path / "tiny.gguf", extra=extra)
    with pytest.raises(ModelFileError, match=expected):
        read_architecture(read_gguf(path))


@pytest.mark.parametrize("kind", ["none", "linear"])
def test_a_rotary_scaling_that_scales_nothing(tmp_path: Path, kind: str) -> None:
    extra = {"llama.rope.scaling.type": kind, "llama.rope.scaling.factor": 1.0}
    path = write_tiny_gguf(tmp_path / "tiny.gguf", extra=extra)
    assert read_architecture(read_gguf(path)).rope_base == 10_000


def test_another_architecture_s_tensors_are_not_ignored(tmp_path: Path) -> None:
    """A bias left out would give wrong text without any error."""
    path = write_tiny_gguf(tmp_path / "tiny.gguf", architecture="qwen2")
    path.write_bytes(path.read_bytes().replace(b"qwen2", b"qwen3"))
    with pytest.raises(ModelFileError, match=r"no tensor 'blk\.0\.attn_q_norm\.weight'"):
        read_architecture(read_gguf(path))
