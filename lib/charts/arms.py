"""How the arms of an experiment look. Invariant: an arm has one colour and one mark everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.charts.frame import WITH_COLOUR, WITHOUT_COLOUR, escape_label
from lib.domain import Arm, PredictionKind

# After blue and grey; all of them can be told apart with every kind of colour vision, and the
# marks tell them apart without any.
_FURTHER = ("#D55E00", "#CC79A7", "#009E73", "#E69F00", "#56B4E9", "#8C6BB1")
_MARKS = ("circle", "diamond", "square", "triangle-up", "x", "star", "cross", "pentagon")


@dataclass(frozen=True, slots=True)
class ArmStyle:
    """One arm in charts."""

    label: str
    """Safe for plotly."""
    colour: str
    mark: str


def style_arms(arms: Sequence[Arm]) -> dict[str, ArmStyle]:
    """Return the style of each arm by its name: grey without, blue with the source."""
    styles: dict[str, ArmStyle] = {}
    further = 0
    for number, arm in enumerate(arms):
        colours = {style.colour for style in styles.values()}
        colour = {
            PredictionKind.NONE: WITHOUT_COLOUR,
            PredictionKind.SOURCE: WITH_COLOUR,
        }.get(arm.prediction)
        if colour is None or colour in colours:
            colour = _FURTHER[further % len(_FURTHER)]
            further += 1
        styles[arm.name] = ArmStyle(escape_label(arm.name), colour, _MARKS[number % len(_MARKS)])
    return styles
