"""The bundled samples on the local engine with its adapter, also in other words."""

from __future__ import annotations

from lib.catalog.samples import SAMPLES
from tests.engine.adapter.rewordings import EXPECTED, REWORDINGS


def test_every_sample_has_an_answer_and_four_rewordings() -> None:
    assert EXPECTED.keys() == REWORDINGS.keys() == {sample.id for sample in SAMPLES}
    for sample in SAMPLES:
        instructions = {sample.instructions, *REWORDINGS[sample.id]}
        assert len(instructions) == 5, sample.id
        assert EXPECTED[sample.id] != sample.source, sample.id
