"""Comparisons that are one click away: which arms, and which cases if not the chosen ones.

Invariant: the first arm is always the request without a prediction.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from lib.domain import Arm, Case, PredictionKind

DAMAGED_SHARES = (0.0, 0.05, 0.10, 0.25, 0.50, 1.0)
TEMPERATURES = (0.0, 0.5, 1.0)
LENGTHS_LINES = (3, 6, 12, 24)
"""Lines of the texts of the length sweep; a line has about 15 tokens."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One ready-made comparison."""

    label: str
    """A few words, for a button."""
    title: str
    explanation: str
    make_arms: Callable[[Arm], tuple[Arm, ...]]
    """From a request without a prediction."""
    make_cases: Callable[[], tuple[Case, ...]] | None = None
    """`None`: the cases that were chosen."""


def _off(base: Arm) -> Arm:
    return replace(base, name="off", prediction=PredictionKind.NONE, damaged_share=0.0)


def _on(base: Arm) -> Arm:
    return replace(base, name="source", prediction=PredictionKind.SOURCE)


def _damaged(base: Arm, share: float) -> Arm:
    return replace(
        base,
        name=f"{share:.0%} wrong",
        prediction=PredictionKind.DAMAGED,
        damaged_share=share,
    )


def _compare_off_and_on(base: Arm) -> tuple[Arm, ...]:
    return _off(base), _on(base)


def _compare_with_unrelated(base: Arm) -> tuple[Arm, ...]:
    return _off(base), _on(base), replace(_damaged(base, 1.0), name="unrelated")


def _compare_own(base: Arm) -> tuple[Arm, ...]:
    return _off(base), _on(base), replace(base, name="own", prediction=PredictionKind.OWN)


def _sweep_damage(base: Arm) -> tuple[Arm, ...]:
    return _off(base), *(_damaged(base, share) for share in DAMAGED_SHARES)


def _sweep_temperature(base: Arm) -> tuple[Arm, ...]:
    # Each against its own: another temperature may mean another answer, of another length.
    return tuple(
        replace(arm, name=name, temperature=value, against=against)
        for value in TEMPERATURES
        for arm, name, against in (
            (_off(base), f"off, {value:.1f}", None),
            (_on(base), f"source, {value:.1f}", f"off, {value:.1f}"),
        )
    )


def make_length_cases() -> tuple[Case, ...]:
    """Return texts of growing length that are to be repeated as they are."""
    return tuple(
        Case(
            id=f"{lines}-lines",
            source="".join(
                f"Row {row} of the list says that shelf {row} holds {row * 7} books.\n"
                for row in range(1, lines + 1)
            ),
            instruction="Repeat the text exactly. Respond only with the text.",
            kind="prose",
        )
        for lines in LENGTHS_LINES
    )


COMPARISONS = {
    "off_on": Comparison(
        "Off or source",
        "Off against the source as prediction",
        "The usual question: does sending the source along pay off?",
        _compare_off_and_on,
    ),
    "unrelated": Comparison(
        "Unrelated text",
        "Off, source, and an unrelated text",
        "What a prediction costs when nothing of it fits.",
        _compare_with_unrelated,
    ),
    "own": Comparison(
        "Own prediction",
        "Off, source, and each case's own prediction",
        "For cases from a file that bring a prediction along.",
        _compare_own,
    ),
    "acceptance": Comparison(
        "Sweep: wrong words",
        "Sweep: how much of the prediction is wrong",
        "The source with 0, 5, 10, 25, 50 and 100 % of its words replaced.",
        _sweep_damage,
    ),
    "length": Comparison(
        "Sweep: output length",
        "Sweep: output length",
        "Texts of growing length to be repeated: from which length on does it help?",
        _compare_off_and_on,
        make_length_cases,
    ),
    "temperature": Comparison(
        "Sweep: temperature",
        "Sweep: temperature",
        "Off and source at temperature 0, 0.5 and 1, each pair at one temperature.",
        _sweep_temperature,
    ),
}
