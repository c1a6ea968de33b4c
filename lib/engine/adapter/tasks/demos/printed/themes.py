"""Programs that say words, one of which is also a part of a longer text in the same program.

Invariant: the labels of a program are all the texts it says, in the order of its lines.
"""

from __future__ import annotations

from dataclasses import replace

from lib.engine.adapter.tasks.demos.printed.cases import Case, Theme
from lib.engine.adapter.tasks.demos.printed.division_themes import draw_division
from lib.engine.adapter.tasks.demos.printed.keyed_themes import draw_keyed
from lib.engine.adapter.tasks.demos.printed.range_themes import draw_range
from lib.engine.adapter.tasks.demos.printed.words import COMPOUNDS, MESSAGES, in_style
from lib.engine.adapter.tasks.phrasing import Context


def draw_theme(context: Context) -> Theme:
    """Return cases with a word that is also a part of a longer label."""
    kind = context.random.random()
    if kind < 0.34:
        return _restyle(context, draw_division(context), "tpul")
    if kind < 0.6:
        return _restyle(context, draw_range(context), "tllu")
    if kind < 0.82:
        return _restyle(context, draw_keyed(context), "ttlup")
    return _restyle(context, _draw_words(context), "ttlu")


def _restyle(context: Context, theme: Theme, styles: str) -> Theme:
    """Write all labels in one style: t Title Case, p PascalCase, u UPPER CASE, l lower case."""
    style = context.random.choice(styles)
    cases = tuple(replace(one, label=in_style(one.label, style)) for one in theme.cases)
    return replace(theme, cases=cases)


def _draw_words(context: Context) -> Theme:
    """Return labels without conditions: for lists, constants, functions and scripts."""
    random = context.random
    pairs: list[tuple[str, ...]] = []
    if context.chance(0.5):
        pairs = random.sample(MESSAGES, 3)
    else:
        drawn = [tuple(one.split("-")) for one in random.sample(COMPOUNDS, 3)]
        pairs = [(one, one + two) for one, two in drawn]
    labels = [*pairs[0][::-1], *pairs[1], *pairs[2][:1]][: random.choice((3, 4, 5, 5))]
    if context.size > 300:
        labels += pairs[2][1:]
    if context.chance(0.6):
        random.shuffle(labels)
    return Theme(kind="words", cases=tuple(Case(label=one) for one in labels))
