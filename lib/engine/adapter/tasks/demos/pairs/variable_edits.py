"""A value of a style sheet gets a name in `:root`.

Invariant: values that are much like the told one stay.
"""

from __future__ import annotations

from dataclasses import replace

from lib.engine.adapter.tasks.demos.pairs import variable_wordings as wordings
from lib.engine.adapter.tasks.demos.pairs.framing import ask_politely
from lib.engine.adapter.tasks.demos.pairs.sheets import (
    COLORS,
    SIZES,
    Rule,
    draw_rules,
    draw_style,
    draw_value,
)
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_COLOR_NAMES = ("accent", "brand", "primary", "highlight", "main-color", "tone", "ink")
_SIZE_NAMES = ("gap", "space", "unit", "size-base", "gutter", "step", "inset")
_NEAR_NAMES = {"tomato": "orangered", "teal": "darkcyan", "white": "whitesmoke",
               "navy": "navajowhite", "crimson": "firebrick",
               "slategray": "lightslategray"}  # fmt: skip


def _near(value: str) -> str:
    """Return a value much like another one, which is never in our lists."""
    if value.startswith("#"):
        return value[:-1] + ("d" if value[-1] != "d" else "e")
    return f"1{value}" if value[0].isdigit() else _NEAR_NAMES[value]


def introduce_variable(context: Context) -> Edit | None:
    """Name a value in `:root`, and use the name wherever the value is in the other rules."""
    random, style = context.random, draw_style(context)
    rules, _ = draw_rules(context)
    tokens = [token for rule in rules for _, value in rule.entries for token in value.split()]
    color = context.chance(0.5)
    known = [token for token in tokens if token in (COLORS if color else SIZES)]
    if not known:
        return None
    value = random.choice(known)
    rules = [replace(rule, entries=tuple((name, _alike(context, old, value, color))
             for name, old in rule.entries)) for rule in rules]  # fmt: skip
    near = _near(value)
    names = _COLOR_NAMES if color else _SIZE_NAMES
    name, *others = (f"--{one}" for one in random.sample(names, random.randrange(2, 4)))
    root = tuple((other, draw_value(context, "C" if color else "S")) for other in others)
    if any(old == value for _, old in root):
        return None
    use = f"var({name})"
    new = [replace(rule, entries=tuple((key, " ".join(use if token == value else token
           for token in old.split())) for key, old in rule.entries)) for rule in rules]  # fmt: skip
    before, after = Rule(":root", root), Rule(":root", (*root, (name, value)))
    parts = [context.say(wordings.VARIABLE_ADD, entry=context.coded(f"{name}: {value}"))]
    used = context.say(wordings.VARIABLE_USE, use=f"`{use}`", value=f"`{value}`")
    if context.chance(0.3):
        parts, before = [used], after
    else:
        parts.append(used)
    text = style.write([before, *rules])
    stays = [one for one in wordings.VARIABLE_STAYS if near in text or "{near}" not in one]
    request = ask_politely(context, parts, wordings.VARIABLE_REASONS, stays, near=near)
    pair = text, style.write([after, *new])
    return make_edit(context, "introduce variable", request, "css", pair)


def _alike(context: Context, old: str, value: str, color: bool) -> str:
    """Return a value of the same form in which the told one or one much like it is frequent."""
    kinds = COLORS if color else SIZES
    drawn = [value if context.chance(0.3) else _near(value) if context.chance(0.3) else token
             for token in old.split()]  # fmt: skip
    pairs = zip(old.split(), drawn, strict=True)
    return " ".join(new if token in kinds and token != value else token for token, new in pairs)
