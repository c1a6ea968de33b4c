"""Evened out activations: the same function as before, and files that do not fit are refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from lib.engine.architecture import read_architecture
from lib.engine.bundled import SMOOTHING, find_bundled_model
from lib.engine.errors import ModelFileError
from lib.engine.gguf import Origin, read_gguf
from lib.engine.smoothing import Exponents, channel_counts, read_exponents, smooth
from lib.engine.weights import read_floats
from tests.engine.test_graph import logits_of
from tests.support.tiny_gguf import SMALL, write_tiny_gguf

IDS = [3, 1, 4, 1, 5, 9, 2, 6]


def random_exponents(path: Path, seed: int = 1) -> Exponents:
    architecture = read_architecture(read_gguf(path))
    random = np.random.default_rng(seed)
    return {
        maker: random.integers(-6, 7, (architecture.num_blocks, count)).astype(np.int8)
        for maker, count in channel_counts(architecture).items()
    }


def test_the_network_computes_the_same_function(tmp_path: Path) -> None:
    path = write_tiny_gguf(tmp_path / "tiny.gguf", quantisation="F32")
    gguf = read_gguf(path)
    smoothed = smooth(gguf, read_architecture(gguf), random_exponents(path)).tensors
    expected = logits_of(gguf.tensors, "llama", SMALL, IDS)
    found = logits_of(smoothed, "llama", SMALL, IDS)
    assert np.allclose(found, expected, rtol=1e-9, atol=1e-12)
    changed = {
        name.split(".")[2]
        for name, tensor in gguf.tensors.items()
        if not np.array_equal(read_floats(tensor), read_floats(smoothed[name]))
    }
    assert changed == {
        *("attn_norm", "attn_q", "attn_k", "attn_v", "attn_output"),
        *("ffn_norm", "ffn_gate", "ffn_up", "ffn_down"),
    }


def test_what_was_written_is_read(tmp_path: Path) -> None:
    path = write_tiny_gguf(tmp_path / "tiny.gguf")
    exponents = random_exponents(path)
    np.savez_compressed(tmp_path / "ok.npz", allow_pickle=False, **exponents)
    read = read_exponents(Origin(tmp_path / "ok.npz"), read_architecture(read_gguf(path)))
    assert read.keys() == exponents.keys()
    assert all(np.array_equal(read[maker], exponents[maker]) for maker in read)


@pytest.mark.parametrize("fault", ["missing", "empty", "noise", "a part less", "other model"])
def test_a_file_that_cannot_be_used_is_named_with_the_remedy(tmp_path: Path, fault: str) -> None:
    path = write_tiny_gguf(tmp_path / "tiny.gguf")
    file = tmp_path / "smoothing.npz"
    parts = dict(random_exponents(path))
    if fault == "empty":
        file.write_bytes(b"")
    elif fault == "noise":
        file.write_bytes(b"PK\x03\x04" + bytes(range(200)))
    elif fault == "a part less":
        del parts["ffn_up"]
        np.savez(file, allow_pickle=False, **parts)
    elif fault == "other model":
        parts["ffn_up"] = parts["ffn_up"][:, 1:]
        np.savez(file, allow_pickle=False, **parts)
    with pytest.raises(ModelFileError, match=r"smoothing\.npz.*Get it again"):
        read_exponents(
            Origin(file, "smoothing", "Get it again."), read_architecture(read_gguf(path))
        )


def test_the_bundled_file_fits_the_bundled_model() -> None:
    architecture = read_architecture(read_gguf(find_bundled_model()))
    exponents = read_exponents(SMOOTHING, architecture)
    assert all(np.ptp(part) > 2 for part in exponents.values()), "it evens something out"
