"""The runs of an experiment cost what the catalog says, or nothing that could be said."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from lib.analysis.pricing import measure_run
from lib.domain import Outcome, RunResult, TokenUsage
from tests.support.run_settings import make_settings


@pytest.mark.parametrize(
    ("provider", "model", "cost_usd"),
    [("openai", "gpt-4.1", Decimal("0.01")), ("compatible", "gpt-4.1", None)],
)
def test_price(provider: str, model: str, cost_usd: Decimal | None) -> None:
    result = RunResult(
        run_id="r",
        settings=make_settings(provider=provider, model=model),
        started_at=datetime.now(UTC),
        outcome=Outcome.COMPLETED,
        text="",
        usage=TokenUsage(prompt_tokens=1000, completion_tokens=1000),
    )
    assert measure_run(result).cost_usd == cost_usd
