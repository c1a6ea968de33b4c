"""Typed prices: what is read, what is refused and with which words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lib.catalog import find_price
from lib.domain import RejectedBilling
from lib.ui.own_prices import CACHED, COLUMNS, INPUT, OUTPUT, read_row, write_row

Row = dict[str, str | None]


def make_row(fresh: str | None, cached: str | None, output: str | None) -> Row:
    return dict(zip(COLUMNS, (fresh, cached, output), strict=True))


def test_a_row_is_a_price_of_ones_own() -> None:
    price = read_row("openai", "gpt-4.1", make_row(" $1.5 ", None, ".25")).price
    assert price is not None
    assert (price.input_usd, price.cached_input_usd, price.output_usd) == (
        Decimal("1.5"),
        None,
        Decimal("0.25"),
    )
    assert price.verified_on is None
    assert price.rejected_billing is RejectedBilling.AS_OUTPUT


def test_zero_is_a_price() -> None:
    price = read_row("compatible", "m", make_row("0", None, "0")).price
    assert price is not None
    assert price.output_usd == 0


def test_the_list_price_typed_again_is_the_list_price() -> None:
    listed = find_price("openai", "gpt-4.1")
    typed = {INPUT: "2", CACHED: "0.5", OUTPUT: "8"}
    assert read_row("openai", "gpt-4.1", typed).price == listed
    assert read_row("openai", "gpt-4.1", write_row(listed)).price == listed


def test_an_empty_row_is_no_price_and_no_mistake() -> None:
    typed = read_row("openai", "gpt-4.1", make_row(None, None, None))
    assert typed.price is None
    assert typed.faults == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("-1", "“-1” is below 0"),
        ("−2.5", "is below 0"),
        ("1,60", "has a comma"),
        ("cheap", "“cheap” is no amount"),
        ("1e3", "is no amount"),
        ("nan", "is no amount"),
        ("12345678", "is no amount"),
        ("x" * 99, "“" + "x" * 30 + "”"),
    ],
)
def test_what_is_no_amount_is_said(text: str, words: str) -> None:
    typed = read_row("openai", "gpt-4.1", make_row("1", text, "2"))
    assert typed.price is None
    (fault,) = typed.faults
    assert fault.startswith("gpt-4.1, Cached input: ")
    assert words in fault
    assert "no cost is shown" in fault


def test_every_wrong_cell_is_named_at_once() -> None:
    assert len(read_row("openai", "m", make_row("a", "b", "c")).faults) == 3


@pytest.mark.parametrize(
    ("row", "missing"),
    [
        (make_row("1", None, None), "Output"),
        (make_row(None, None, "1"), "Input"),
        (make_row(None, "1", None), "Input and Output"),
    ],
)
def test_half_a_price_is_none(row: Row, missing: str) -> None:
    typed = read_row("compatible", "m", row)
    assert typed.price is None
    assert typed.faults == (f"m: {missing} is empty. Until it is filled in, no cost is shown.",)
