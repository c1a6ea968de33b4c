"""Copied stretches: found wherever they moved, never invented, and at a bounded cost."""

from __future__ import annotations

import random

import pytest

from lib.analysis.copied import LEAST_CHARS, CopiedEstimate, estimate_copied

BLOCKS = [f"def step_{n}(value):\n    return value * {n} + offset_{n}\n\n" for n in range(12)]


def texts_of(estimate: CopiedEstimate, output: str) -> list[str]:
    return [output[span.start : span.start + span.length] for span in estimate.spans]


def test_the_same_text_is_one_span() -> None:
    text = "".join(BLOCKS)
    (span,) = estimate_copied(text, text).spans
    assert (span.start, span.length, span.prediction_start) == (0, len(text), 0)
    assert not span.is_moved


def test_a_moved_block_is_found_and_called_moved() -> None:
    output = "".join([*BLOCKS[:2], *BLOCKS[3:9], BLOCKS[2], *BLOCKS[9:]])
    estimate = estimate_copied("".join(BLOCKS), output)
    assert estimate.num_copied_chars == estimate.num_chars == len(output)
    moved = [
        text
        for span, text in zip(estimate.spans, texts_of(estimate, output), strict=True)
        if span.is_moved
    ]
    assert len(moved) == 1
    assert "step_2" in moved[0]


@pytest.mark.parametrize(
    "stretch",
    ["a b c d", "{ } ( ) [ ] ; : ", "\n" * 400, "supercalifragilisticexpialidocious"],
)
def test_what_is_equal_by_chance_does_not_count(stretch: str) -> None:
    assert estimate_copied(f"first {stretch} one", f"other {stretch} two").spans == ()


def test_nothing_in_common_and_nothing_at_all() -> None:
    assert estimate_copied("alpha " * 50, "omega " * 50).spans == ()
    assert estimate_copied("", "x").num_copied_chars == 0
    assert estimate_copied("x", "").num_chars == 0


def test_offsets_are_code_points() -> None:
    text = "🙂 the family 👨‍👩‍👧 went to the lake and came back again"
    estimate = estimate_copied(text, "🎉 new start: " + text)
    assert text in texts_of(estimate, "🎉 new start: " + text)[0]


def test_spans_are_verbatim_apart_and_long_enough() -> None:
    chance = random.Random(5)  # noqa: S311
    words = ["alpha", "beta", "gamma", " ", "\n", "(", "value", "+", "delta"]
    for _ in range(300):
        prediction = "".join(chance.choices(words, k=chance.randrange(200)))
        parts = [prediction[chance.randrange(len(prediction) + 1) :][:90] for _ in range(4)]
        output = "".join(chance.choices([*parts, "omega ", "kappa\n"], k=8))
        estimate = estimate_copied(prediction, output)
        end = 0
        for span in estimate.spans:
            text = output[span.start : span.start + span.length]
            assert text == prediction[span.prediction_start :][: span.length]
            assert span.start >= end
            assert len("".join(text.split())) >= LEAST_CHARS
            end = span.start + span.length


@pytest.mark.parametrize(
    ("prediction", "output"),
    [
        ("ab " * 100_000, "ba " * 100_000),
        ("\n" * 300_000, "\n" * 300_000),
        ("= " * 100_000 + "x", ("= " * 500 + "y") * 200),
    ],
)
def test_periodic_texts_end(prediction: str, output: str) -> None:
    """A search that looks at every place of a repeated run would take minutes here."""
    estimate = estimate_copied(prediction, output)
    assert estimate.num_copied_chars == sum(span.length for span in estimate.spans)
