"""The models that are served: their names, when they are loaded, and what tells them apart."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from lib.engine.bench.timing import run_once
from lib.engine.bundled import find_adapter, find_bundled_model
from lib.engine.checksum import checksum_path, write_checksum
from lib.engine.errors import ModelFileError
from lib.engine.generation import GenerationRequest
from lib.engine.library import ModelLibrary, open_library
from lib.engine.model import Model
from lib.engine.sampling import make_sampler
from tests.support.random_adapter import random_pairs, write_random_adapter
from tests.support.stand_in_model import StandInModel, as_model
from tests.support.tiny_gguf import write_tiny_gguf


@pytest.fixture
def model_path(tmp_path: Path) -> Path:
    return write_tiny_gguf(tmp_path / "tiny-random.Q4_1.gguf")


def test_the_adapter_s_model_comes_first_and_the_base_stays(
    tmp_path: Path, model_path: Path
) -> None:
    adapter = write_random_adapter(tmp_path / "Edit-LoRA.F16.gguf", model_path)
    library = open_library(model_path, adapter)
    assert library.names == ("edit-lora", "tiny-random")
    assert set(library.states.values()) == {"waits for its first request"}
    edit, base = (library.load(name) for name in library.names)
    assert (edit.name, base.name) == library.names
    assert set(library.states.values()) == {"ready"}
    assert library.load("tiny-random") is base
    assert edit.tokenizer is base.tokenizer


@pytest.mark.parametrize("choice", ["bundled", "none"])
def test_the_bundled_adapter_is_for_the_bundled_model_only(model_path: Path, choice: str) -> None:
    library = open_library(model_path, "none" if choice == "none" else "bundled")
    assert library.names == ("tiny-random",)


def test_two_models_of_one_name_are_refused(tmp_path: Path, model_path: Path) -> None:
    adapter = write_random_adapter(tmp_path / "tiny-random.gguf", model_path)
    with pytest.raises(ModelFileError, match="both it and the model would be called 'tiny-random'"):
        open_library(model_path, adapter)


def test_files_are_accepted_before_anything_is_loaded(tmp_path: Path, model_path: Path) -> None:
    adapter = write_random_adapter(tmp_path / "lora.gguf", model_path)
    adapter.write_bytes(adapter.read_bytes()[:-64])
    remedy = r"Give the path of another adapter, or 'none'\.$"
    with pytest.raises(ModelFileError, match=rf"ends after .* {remedy}"):
        open_library(model_path, adapter)


def test_fingerprints_tell_base_adapters_and_weights_apart(
    tmp_path: Path, model_path: Path
) -> None:
    prints = []
    for seed in (1, 2):
        pairs = random_pairs(model_path, seed=seed)
        adapter = write_random_adapter(tmp_path / f"lora{seed}.gguf", model_path, pairs=pairs)
        again = tmp_path / f"again{seed}.gguf"
        again.write_bytes(adapter.read_bytes())
        first, same = (open_library(model_path, path) for path in (adapter, again))
        prints += [first.load(name).fingerprint for name in first.names]
        assert [same.load(name).fingerprint for name in same.names] == prints[-2:]
    assert prints[1] == prints[3]
    assert len(set(prints)) == 3


def test_callers_at_the_same_time_share_one_load() -> None:
    loads: list[str] = []
    gate = threading.Barrier(4)

    def load(_: Callable[[str], None]) -> Model:
        loads.append("x")
        return as_model(StandInModel())

    library = ModelLibrary({"x": load})

    def ask() -> Model:
        gate.wait(10)
        return library.load("x")

    with ThreadPoolExecutor(4) as pool:
        found = [future.result() for future in [pool.submit(ask) for _ in range(4)]]
    assert loads == ["x"]
    assert all(model is found[0] for model in found)
    with pytest.raises(KeyError):
        library.load("y")


def test_a_load_that_failed_is_tried_again() -> None:
    outcomes: list[Model | None] = [None, as_model(StandInModel())]

    def load(_: Callable[[str], None]) -> Model:
        model = outcomes.pop(0)
        if model is None:
            raise ModelFileError("The file is away.")
        return model

    library = ModelLibrary({"x": load})
    with pytest.raises(ModelFileError, match="away"):
        library.load("x")
    assert library.states == {"x": "waits for its first request"}
    assert library.load("x").name == "stand-in"


def test_where_there_is_no_bundled_adapter_none_is_served(tmp_path: Path) -> None:
    assert find_adapter(tmp_path / "edit.gguf") is None


def test_a_bundled_adapter_needs_its_checksum(tmp_path: Path, model_path: Path) -> None:
    path = write_random_adapter(tmp_path / "edit.gguf", model_path)
    with pytest.raises(ModelFileError, match=r"checksum cannot be read .* git checkout -- "):
        find_adapter(path)
    checksum_path(path).write_text("nothing of the kind")
    with pytest.raises(ModelFileError, match="holds no SHA-256"):
        find_adapter(path)
    write_checksum(path)
    found = find_adapter(path)
    assert found is not None
    origin, sha256 = found
    assert origin.path == path
    assert checksum_path(path).read_text() == f"{sha256}  edit.gguf\n"


Ids = tuple[int, ...]


def answer(model: Model, prompt: str, prediction: Ids, temperature: float) -> tuple[Ids, int]:
    """Tokens, and forward passes."""
    messages = [{"role": "user", "content": prompt}]
    request = GenerationRequest(
        prompt_ids=tuple(model.tokenizer.encode_chat(messages)),
        prediction_ids=prediction,
        max_tokens=40,
    )
    sampler = make_sampler(temperature=temperature, top_p=1.0, seed=5)
    run = run_once(model, request, sampler)
    return run.answer_ids, run.passes


def assert_predictions_change_nothing(model: Model, prompt: str) -> None:
    for temperature in (0.0, 0.8):
        ids, passes = answer(model, prompt, (), temperature)
        middle = len(ids) // 2
        for prediction in (ids, (*ids[:middle], 7, 8, *ids[middle:]), ids[middle:], (5,) * 30):
            assert answer(model, prompt, prediction, temperature)[0] == ids
        assert answer(model, prompt, ids, temperature)[1] < passes


def test_text_is_the_same_with_any_prediction(tmp_path: Path, model_path: Path) -> None:
    adapter = write_random_adapter(tmp_path / "lora.gguf", model_path)
    library = open_library(model_path, adapter)
    for name in library.names:
        assert_predictions_change_nothing(library.load(name), "the range and the value")


@pytest.mark.model
def test_the_real_model_with_a_random_adapter(tmp_path: Path) -> None:
    path = find_bundled_model()
    pairs = random_pairs(path, rank=8, size=0.02)
    adapter = write_random_adapter(tmp_path / "real-edit.gguf", path, pairs=pairs, alpha=8)
    library = open_library(None, adapter)
    assert library.names == ("real-edit", "smollm2-135m-instruct")
    edit, base = (library.load(name) for name in library.names)
    ids = [int(i) for i in np.random.default_rng(6).integers(0, base.vocab_size, 40)]
    ours, plain = (model.forward(model.new_cache(40), ids) for model in (edit, base))
    assert edit.fingerprint != base.fingerprint
    difference = np.linalg.norm(ours - plain) / np.linalg.norm(plain)
    assert 0.005 < difference < 0.9
    assert_predictions_change_nothing(edit, "Say: The shop opens at nine. On Monday it is closed.")
