"""Declarations of style sheets, and values that fit their properties.

Invariant: a value depends on nothing but its property, so a drawn one can replace another.
"""

from __future__ import annotations

from random import Random

from lib.engine.adapter.tasks.words import COLORS

Declaration = tuple[str, str]
"""A property and its value."""

WORDS = {
    "display": "flex|grid|block|inline-block|none|inline-flex",
    "text-align": "left|center|right",
    "font-weight": "bold|normal|500|600|700",
    "cursor": "pointer|default|not-allowed",
    "position": "relative|absolute|sticky|fixed",
    "text-decoration": "none|underline",
    "overflow": "hidden|auto|scroll|visible",
    "align-items": "center|flex-start|stretch|baseline",
    "justify-content": "center|space-between|flex-end|space-around",
    "text-transform": "uppercase|lowercase|capitalize|none",
    "opacity": "0.5|0.6|0.8|0.9|1",
    "z-index": "1|10|100|999",
    "line-height": "1.2|1.4|1.5|1.6|1.75",
    "max-width": "320px|480px|640px|960px|1200px|100%",
    "width": "100%|50%|240px|auto|320px",
    "height": "auto|40px|48px|64px|100%",
    "margin": "0|0 auto|8px 0|16px auto|0 0 1rem",
    "padding": "8px 16px|12px|1rem 2rem|10px 20px|0 12px",
    "transition": "all 0.2s ease|opacity 0.3s ease|color 150ms linear",
    "box-shadow": "0 2px 4px rgba(0, 0, 0, 0.1)|0 1px 3px #999|none|0 4px 12px rgba(0, 0, 0, 0.2)",
    "flex-direction": "row|column|row-reverse",
    "font-size": "12px|14px|16px|18px|20px|24px|0.875rem|1rem|1.25rem|2rem",
}
LENGTHS = ("4px", "8px", "10px", "12px", "16px", "20px", "24px", "32px", "0.5rem", "1rem",
           "1.5rem", "2rem")  # fmt: skip
_LENGTH_NAMES = ("border-radius", "gap", "margin-top", "margin-bottom", "padding-left")
COLOR_NAMES = ("color", "background", "background-color", "border-color")
DECLARATIONS = (*WORDS, *_LENGTH_NAMES, *COLOR_NAMES, *COLOR_NAMES, "border", "font-size")


def draw_value(random: Random, name: str) -> str:
    """Return a value of the property."""
    if name == "border":
        width, line = random.choice(("1px", "2px", "3px")), random.choice(("solid", "dashed"))
        return f"{width} {line} {draw_color(random)}"
    if name in COLOR_NAMES:
        return draw_color(random)
    return random.choice(WORDS[name].split("|") if name in WORDS else LENGTHS)


def draw_color(random: Random) -> str:
    """Return a color, by its name or its digits."""
    if random.random() < 0.4:
        return random.choice(COLORS)
    count = 3 if random.random() < 0.4 else 6
    return "#" + "".join(random.choice("0123456789abcdef") for _ in range(count))


def is_first(name: str, others: list[str]) -> bool:
    """Tell whether no other property says the same, or a part of it."""
    family = name.split("-")[0]
    if family in ("background", "margin", "padding"):
        return all(other.split("-")[0] != family for other in others)
    return name not in others
