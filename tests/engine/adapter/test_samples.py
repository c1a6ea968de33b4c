"""The bundled samples on the local engine with its adapter, also in other words."""

from __future__ import annotations

import pytest

from lib.catalog.samples import SAMPLES, Sample
from lib.engine.adapter.answering import LocalAnswerer
from tests.engine.adapter.rewordings import EXPECTED, REWORDINGS


def test_every_sample_has_an_answer_and_four_rewordings() -> None:
    assert EXPECTED.keys() == REWORDINGS.keys() == {sample.id for sample in SAMPLES}
    for sample in SAMPLES:
        instructions = {sample.instructions, *REWORDINGS[sample.id]}
        assert len(instructions) == 5, sample.id
        assert EXPECTED[sample.id] != sample.source, sample.id


@pytest.fixture(scope="module")
def edit_model() -> LocalAnswerer:
    return LocalAnswerer(None, None, None)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.id)
def test_the_local_model_gets_the_samples_right(edit_model: LocalAnswerer, sample: Sample) -> None:
    messages = (("user", sample.instructions), ("user", sample.source))
    assert edit_model.answer(messages, sample.source, 400) == EXPECTED[sample.id]


@pytest.mark.parametrize("sample_id", ["fizz", "member", "styles", "letter"])
def test_the_local_model_gets_these_samples_right_in_other_words(
    edit_model: LocalAnswerer, sample_id: str
) -> None:
    """Not "server": its route goes to the wrong place in the other wordings."""
    source = next(each.source for each in SAMPLES if each.id == sample_id)
    for wording in REWORDINGS[sample_id]:
        messages = (("user", wording), ("user", source))
        assert edit_model.answer(messages, source, 400) == EXPECTED[sample_id], wording
