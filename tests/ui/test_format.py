"""What was not reported is a dash, and everything else has its unit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lib.ui import format as fmt


@pytest.mark.parametrize(
    "formatted",
    [
        fmt.format_seconds(None),
        fmt.format_rate(None),
        fmt.format_count(None),
        fmt.format_share(None),
        fmt.format_usd(None),
    ],
)
def test_not_reported_is_a_dash(formatted: str) -> None:
    assert formatted == "–"


@pytest.mark.parametrize(
    ("value_s", "text"),
    [
        (0.0, "0.000 s"),
        (0.0123, "0.012 s"),
        (0.5, "0.50 s"),
        (3.14159, "3.14 s"),
        (61.24, "61.2 s"),
    ],
)
def test_seconds(value_s: float, text: str) -> None:
    assert fmt.format_seconds(value_s) == text


def test_zero_is_a_number() -> None:
    assert fmt.format_count(0) == "0"
    assert fmt.format_share(0.0) == "0%"


@pytest.mark.parametrize(
    ("value_s", "other_s", "text"),
    [
        (1.0, 2.4, "2.4× faster"),
        (2.4, 1.0, "2.4× slower"),
        (1.0, 1.04, "about the same"),
        (None, 1.0, None),
        (1.0, None, None),
    ],
)
def test_ratio(value_s: float | None, other_s: float | None, text: str | None) -> None:
    assert fmt.format_ratio(value_s, other_s) == text


def test_large_and_small_amounts() -> None:
    assert fmt.format_rate(12345.6) == "12,346"
    assert fmt.format_rate(83.84) == "83.8"
    assert fmt.format_usd(Decimal("0.000123")) == "$0.000123"
