"""What properties are set to.

Invariant: a drawn value fits its property, and its colour is one of those of the sheet.
"""

from __future__ import annotations

from random import Random

from lib.engine.adapter.tasks.words import split_words

_DARK = split_words(
    """red navy teal maroon olive purple crimson indigo tomato orchid sienna chocolate black gray
    steelblue darkred seagreen slategray midnightblue hotpink royalblue firebrick darkorange
    goldenrod brown darkcyan dimgray rebeccapurple orangered #333 #222 #0a5c8f #b3261e #5b3a8c"""
)
_LIGHT = split_words(
    """ivory beige lavender linen khaki white whitesmoke gold coral salmon plum turquoise silver
    pink wheat honeydew mintcream lightyellow aliceblue mistyrose thistle #fafafa #f4f4f0 #eee"""
)
_FONTS = split_words("Georgia Verdana Arial Tahoma Helvetica Garamond Courier Futura Palatino")
VALUES = {
    "font-weight": ("bold", "normal", "bold", "600", "300"),
    "font-size": split_words(
        "12px 13px 14px 15px 16px 18px 20px 22px 24px 1rem 1.25rem 2rem 0.9em"
    ),
    "line-height": split_words("1.2 1.3 1.4 1.5 1.6 1.75 1.8 2"),
    "letter-spacing": split_words("1px 2px 0.5px 0.05em 3px 0.1em"),
    "margin": split_words("4px 6px 8px 10px 12px 16px 20px 24px 32px 1rem 2em"),
    "padding": split_words("4px 6px 8px 10px 12px 16px 20px 24px 32px 1rem 2em"),
    "gap": split_words("4px 6px 8px 10px 12px 16px 20px 24px"),
    "width": split_words("120px 160px 200px 240px 280px 320px 50% 60% 80% 100%"),
    "max-width": split_words("480px 600px 640px 720px 800px 960px 1200px 40rem"),
    "height": split_words("24px 32px 40px 48px 60px 80px 120px"),
    "border-radius": split_words("2px 3px 4px 5px 6px 8px 10px 12px 16px 20px"),
    "box-shadow": ("none", "0 1px 2px gray", "0 2px 4px silver", "0 4px 8px black", "0 0 6px gray"),
    "text-decoration": ("underline", "none"),
    "text-transform": ("uppercase", "none", "capitalize", "lowercase"),
    "text-align": ("center", "left", "right", "justify"),
    "font-style": ("italic", "normal"),
    "opacity": split_words("0.5 0.6 0.7 0.8 0.9 1"),
    "cursor": ("pointer", "default", "help", "wait"),
    "font-family": _FONTS,
}
"""What properties are set to; colours and borders are drawn of the sheet's own colours."""


def draw_value(random: Random, name: str, colors: tuple[str, ...]) -> str:
    """Return a value of a property, its colour one of these: dark ones first, then two light."""
    if name == "color":
        return random.choice(colors[:-2])
    if name in ("background", "background-color"):
        return random.choice((*colors[-2:], *colors[-2:], colors[0]))
    if name.startswith("border") and name != "border-radius":
        line = random.choice(("solid", "solid", "solid", "dashed", "dotted"))
        return f"{random.choice(('1px', '2px', '3px', '4px'))} {line} {random.choice(colors)}"
    return random.choice(VALUES[name])


def draw_colors(random: Random) -> tuple[str, ...]:
    """Return the few colours of a sheet: three dark ones, then two light ones."""
    return (*random.sample(_DARK, 3), *random.sample(_LIGHT, 2))


def other_color(random: Random, old: str) -> str:
    """Return a colour as dark or as light as this one."""
    return random.choice([one for one in (_LIGHT if old in _LIGHT else _DARK) if one != old])


def exchange(value: str, old: str, new: str) -> str:
    """Return the value with one of its words, or the whole of it, exchanged."""
    if value == old:
        return new
    return " ".join(new if part == old else part for part in value.split(" "))
