"""The bundled samples on the local engine with its adapter, also in other words."""

from __future__ import annotations

import pytest

from lib.catalog.samples import SAMPLES, Sample
from lib.engine.adapter.answering import LocalAnswerer
from tests.engine.adapter.rewordings import ALL_REWORDINGS, EXPECTED, KNOWN_WRONG


def test_every_sample_has_an_answer_and_four_rewordings() -> None:
    for answers in (EXPECTED, *ALL_REWORDINGS):
        assert answers.keys() == {sample.id for sample in SAMPLES}
    for sample in SAMPLES:
        wordings = [wording for some in ALL_REWORDINGS for wording in some[sample.id]]
        assert len({sample.instructions, *wordings}) == 1 + 4 * len(ALL_REWORDINGS), sample.id
        assert EXPECTED[sample.id] != sample.source, sample.id


@pytest.fixture(scope="module")
def edit_model() -> LocalAnswerer:
    return LocalAnswerer(None, None, None)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.id)
def test_the_local_model_gets_the_samples_right(edit_model: LocalAnswerer, sample: Sample) -> None:
    messages = (("user", sample.instructions), ("user", sample.source))
    assert edit_model.answer(messages, sample.source, 400) == EXPECTED[sample.id]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.id)
def test_of_other_words_none_is_wrong_but_the_known(
    edit_model: LocalAnswerer, sample: Sample
) -> None:
    for wording in (wording for some in ALL_REWORDINGS for wording in some[sample.id]):
        messages = (("user", wording), ("user", sample.source))
        is_right = edit_model.answer(messages, sample.source, 400) == EXPECTED[sample.id]
        assert is_right or (sample.id, wording) in KNOWN_WRONG, wording
