"""Draws style sheets about a few components.

Invariant: the selectors of a component are alike, so that only the whole one tells a rule apart.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.sheets.declarations import (
    DECLARATIONS,
    Declaration,
    draw_value,
    is_first,
)
from lib.engine.adapter.tasks.sheets.rules import Rule, Style

_BLOCK_WORDS = """
    card img title body; btn svg icon label; nav a item logo;
    hero h1 text image; modal p header close; menu li link toggle;
    table td row head; alert strong icon close; form input field error;
    sidebar ul link section; footer a links note; gallery img item caption;
    badge span dot text; price small old tag; tab a panel list;
    avatar img name ring; banner h2 image action; chat p bubble input;
    post h2 meta excerpt; product img name price; search input icon results;
    timeline li date entry; profile img bio links; toast p title action;
    calendar td day event; comment p author reply; list li item header;
    player button bar time; cart li total item; login input box hint
"""
BLOCKS = tuple(tuple(block.split()) for block in _BLOCK_WORDS.split(";"))
"""Of each component: its name, an element in it, and two of its parts."""
ELEMENTS = ("body", "a", "h1", "h2", "p", "button", "input", "ul", "main", "header", "footer")


def draw_style(context: Context) -> Style:
    """Draw how a sheet is written."""
    random = context.random
    one_line = context.chance(0.2)
    return Style(
        indent=random.choice(("  ", "  ", "    ", "\t")),
        gap="\n" if one_line else random.choice(("\n\n", "\n\n", "\n\n", "\n")),
        one_line=one_line,
        joined=", " if one_line else random.choice((", ", ",\n")),
    )


def draw_selectors(random: Random, block: tuple[str, ...]) -> list[str]:
    """Draw two to five selectors of one component."""
    name, element, part, other = block
    mark = random.choice(("-", "-", "__"))
    forms = [
        f".{name}:hover", f".{name} {element}", f".{name}{mark}{part}", f".{name}{mark}{other}",
        f".{name}.active", f".{name}-big", f".{name} > {element}", f".{name}:focus",
        f".{name}::before", f".{name} {element}:hover", f".{name}-group .{name}", f"#{name}",
        f".{name}:first-child", f".{name}.is-open", f".{name}--dark",
    ]  # fmt: skip
    return [f".{name}", *random.sample(forms, random.choice((1, 2, 2, 3, 4)))]


def draw_sheet(context: Context) -> list[Rule]:
    """Draw the rules of a style sheet about one to three components."""
    random = context.random
    selectors: list[str] = random.sample(ELEMENTS, random.choice((0, 0, 1, 2)))
    for block in random.sample(BLOCKS, 1 if context.size < 300 else random.choice((1, 2, 3))):
        selectors += draw_selectors(random, block)
    count = max(2, min(len(selectors), context.size // 60))
    classes = [one for one in selectors if one.startswith(".")]
    selectors = [one for one in selectors if one in {*selectors[:1], *classes}][: count + 1]
    rules = [Rule((selector,), _draw_lines(context)) for selector in selectors]
    if context.chance(0.25):
        at = random.randrange(len(rules))
        other = random.choice((".panel", ".box", ".widget", ".tile", "fieldset"))
        rules[at] = replace(rules[at], selectors=(*rules[at].selectors, other))
    if context.chance(0.25):
        at = random.randrange(len(rules))
        words = ("layout", "states", "todo: check on mobile", "components", "main parts", "colors")
        rules[at] = replace(rules[at], comment=random.choice(words))
    if context.size > 200 and context.chance(0.35):
        media = random.choice(("@media (max-width: 600px)", "@media (max-width: 768px)",
                               "@media print", "@media (min-width: 1024px)",
                               "@media (prefers-color-scheme: dark)"))  # fmt: skip
        chosen = random.sample(rules, min(len(rules), random.choice((1, 2))))
        rules += [Rule(rule.selectors, _draw_lines(context), media) for rule in chosen]
    return rules


def _draw_lines(context: Context) -> tuple[Declaration, ...]:
    random, most = context.random, 3 if context.size < 250 else 5
    names = random.sample(DECLARATIONS, random.randrange(1, most + 1))
    chosen = [name for i, name in enumerate(names) if is_first(name, names[:i])]
    return tuple((name, draw_value(random, name)) for name in chosen)
