"""The bundled samples on the local engine with its adapter, also in other words."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from lib.catalog.samples import SAMPLES, Sample
from lib.engine.adapter.answering import LocalAnswerer

REWORDINGS = tomllib.loads(Path(__file__).with_name("rewordings.toml").read_text(encoding="utf-8"))
EXPECTED: dict[str, str] = REWORDINGS["expected"]
SETS = REWORDINGS["sets"]


def test_every_sample_has_an_answer_and_four_rewordings_in_each_set() -> None:
    assert EXPECTED.keys() == {sample.id for sample in SAMPLES}
    for sample in SAMPLES:
        wordings = [wording for some in SETS for wording in some[sample.id]]
        assert len({sample.instructions, *wordings}) == 1 + 4 * len(SETS), sample.id
        assert EXPECTED[sample.id] != sample.source, sample.id


@pytest.fixture(scope="module")
def edit_model() -> LocalAnswerer:
    return LocalAnswerer(None, None, None)


def is_right(model: LocalAnswerer, sample: Sample, instructions: str) -> bool:
    messages = (("user", instructions), ("user", sample.source))
    return model.answer(messages, sample.source, 400) == EXPECTED[sample.id]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.id)
def test_the_local_model_gets_the_samples_right(edit_model: LocalAnswerer, sample: Sample) -> None:
    assert is_right(edit_model, sample, sample.instructions)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.id)
def test_of_other_words_none_is_wrong_but_the_known(
    edit_model: LocalAnswerer, sample: Sample
) -> None:
    wrong = [
        (number, index)
        for number, some in enumerate(SETS, start=1)
        for index, wording in enumerate(some[sample.id], start=1)
        if not is_right(edit_model, sample, wording)
    ]
    known = [
        (number, index)
        for number, some in enumerate(SETS, start=1)
        for name, index in some["known_wrong"]
        if name == sample.id
    ]
    assert set(wrong) <= set(known), f"number of the set, of the wording; known: {known}"
