"""What properties are called, and values of them.

Invariant: every name leaves one property only, among those that one rule of our sheets has.
"""

from __future__ import annotations

Names = tuple[str, ...]

ASPECTS: dict[str, tuple[Names, Names, Names]] = {
    "color": (
        ("text colour", "text color", "font colour", "font color", "lettering colour"),
        ("the colour of the text in {t}", "the colour of the letters in {t}"),
        ("the text of {t} {v}", "the letters in {t} {v}", "the lettering of {t} {v}"),
    ),
    "background": (
        ("background", "backdrop", "background colour", "background color"),
        ("the colour behind {t}",),
        ("the background of {t} {v}", "the backdrop of {t} {v}"),
    ),
    "font-family": (("typeface", "font family"), (), ("the typeface of {t} {v}",)),
    "font-size": (
        ("letter size", "font size", "text size"),
        ("the size of the letters in {t}", "the size of the text in {t}"),
        ("the letters of {t} {v} tall", "the text in {t} {v} in size"),
    ),
    "font-weight": (("font weight", "boldness", "weight of the letters"), (), ()),
    "font-style": (("font style", "slant of the letters"), (), ()),
    "line-height": (
        ("line spacing", "line height"),
        ("the distance from line to line in {t}",),
        ("the line spacing of {t} {v}",),
    ),
    "letter-spacing": (
        ("letter spacing", "space between the letters"),
        ("the distance between the letters of {t}",),
        ("the space between the letters of {t} {v} wide",),
    ),
    "margin": (
        ("margin", "outer spacing"),
        ("the space around {t}", "the room around {t}", "the distance around {t}"),
        ("the space around {t} {v} wide", "the margin of {t} {v} wide"),
    ),
    "padding": (
        ("padding", "inner spacing"),
        ("the space inside {t}", "the room inside {t}"),
        ("the space inside {t} {v} wide", "the padding of {t} {v} wide"),
    ),
    "gap": (
        ("gap", "gap between the items"),
        ("the space between the things in {t}",),
        ("the gap in {t} {v} wide",),
    ),
    "width": (("width",), (), ("{t} {v} wide",)),
    "height": (("height",), (), ("{t} {v} high",)),
    "border": (("border",), (), ()),
    "border width": (
        ("border width", "border thickness", "thickness of the border"),
        ("the thickness of the line around {t}",),
        ("the border of {t} {v} thick", "the line around {t} {v} thick"),
    ),
    "border colour": (
        ("border colour", "border color", "colour of the border"),
        ("the colour of the line around {t}",),
        ("the border of {t} {v}", "the line around {t} {v}"),
    ),
    "border-radius": (
        ("corner radius", "border radius", "rounding of the corners"),
        ("the roundness of the corners of {t}",),
        ("the corners of {t} {v} round", "the rounding of {t} {v}"),
    ),
    "box-shadow": (("shadow", "box shadow"), (), ()),
    "text-decoration": (("text decoration", "underlining"), (), ()),
    "text-transform": (("text transform", "letter case"), (), ()),
    "text-align": (("text alignment", "alignment of the text"), (), ()),
    "opacity": (("opacity",), (), ()),
    "cursor": (("cursor", "mouse cursor"), (), ()),
}
"""Property -> (what it is called, the same with its place, "make it so" with place and value)."""
ASPECTS["background-color"] = ASPECTS["background"]

MADE_VALUES: dict[tuple[str, str], Names] = {
    ("font-weight", "bold"): ("the letters of {t} bold", "the text in {t} bold"),
    ("font-style", "italic"): ("the text of {t} italic", "the letters in {t} italic"),
    ("text-decoration", "underline"): ("the text of {t} underlined",),
    ("text-transform", "uppercase"): ("the text of {t} all capitals",),
    ("text-transform", "lowercase"): ("the text of {t} all small letters",),
    ("text-align", "center"): ("the text of {t} centred", "the text in {t} centered"),
    ("text-align", "right"): ("the text of {t} right-aligned",),
    ("text-align", "left"): ("the text of {t} left-aligned",),
    ("text-align", "justify"): ("the text of {t} justified",),
}
