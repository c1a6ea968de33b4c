"""The bundled samples on the local engine with its adapter, also in other words."""

from __future__ import annotations

import pytest

from lib.catalog.samples import SAMPLES
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


@pytest.mark.parametrize("sample_id", ["fizz", "member", "styles"])
def test_the_local_model_gets_these_samples_right(
    edit_model: LocalAnswerer, sample_id: str
) -> None:
    """Not the others: "letter" is wrong in every wording, "server" by a hair's breadth right."""
    sample = next(each for each in SAMPLES if each.id == sample_id)
    messages = (("user", sample.instructions), ("user", sample.source))
    assert edit_model.answer(messages, sample.source, 400) == EXPECTED[sample_id]
