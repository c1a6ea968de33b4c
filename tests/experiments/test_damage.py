from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.catalog.samples import SAMPLES
from lib.experiments.damage import damage_text

TEXT = SAMPLES[1].source


def read_words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@pytest.mark.parametrize("share", [0.0, 0.05, 0.1, 0.25, 0.5, 1.0])
def test_exactly_the_asked_share_of_the_words_is_wrong(share: float) -> None:
    right, damaged = read_words(TEXT), read_words(damage_text(TEXT, share))
    wrong = sum(one != other for one, other in zip(right, damaged, strict=True))
    assert wrong == round(share * len(right))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(), st.floats(0, 1))
def test_what_stands_between_the_words_stays(text: str, share: float) -> None:
    damaged = damage_text(text, share)
    assert re.sub(r"\w", "w", damaged) == re.sub(r"\w", "w", text)


def test_the_same_text_gets_the_same_damage() -> None:
    assert damage_text(TEXT, 0.25) == damage_text(TEXT, 0.25)


def test_a_small_share_is_part_of_a_larger_one() -> None:
    right = read_words(TEXT)
    few, many = (read_words(damage_text(TEXT, share)) for share in (0.1, 0.5))
    for original, one, other in zip(right, few, many, strict=True):
        assert one in (original, other)


def test_any_damage_is_at_least_one_word() -> None:
    assert damage_text("Hello world", 0.01) != "Hello world"


def test_no_damage_is_the_text_itself() -> None:
    assert damage_text(TEXT, 0.0) == TEXT
