"""Labels without conditions: in a table, a list, constants or functions.

Invariant: each label stands once, in its order.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.demos.printed.cases import Theme
from lib.engine.adapter.tasks.demos.printed.styles import (
    Style,
    indent_lines,
    write_block,
    write_name,
)
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.words import split_words


def write_table(context: Context, style: Style, theme: Theme) -> list[str]:
    """Return a dict, an object, a Map, or pairs of keys and labels."""
    name = context.random.choice(split_words("labels texts messages captions names words"))
    name = name.upper() if context.chance(0.4) else name
    rows = [(one.key if one.key.isdigit() else style.quote(one.key), style.quote(one.label))
            for one in theme.cases]  # fmt: skip
    form = context.random.choice(("dict", "dict", "pairs"))
    if form == "dict":
        entries, ends = [f"{key}: {value}," for key, value in rows], "{}"
    elif style.is_python:
        entries, ends = [f"({key}, {value})," for key, value in rows], "[]"
    else:
        entries, ends = [f"[{key}, {value}]," for key, value in rows], "[]"
    if not style.is_python:
        entries[-1] = entries[-1].removesuffix(",") if context.chance(0.5) else entries[-1]
    start, end = (f"{name} = {ends[0]}", ends[1])
    if not style.is_python:
        is_map = form == "pairs" and context.chance(0.6)
        start = f"const {name} = {'new Map(' if is_map else ''}{ends[0]}"
        end = f"{ends[1]}{')' if is_map else ''}{style.end}"
    return [start, *indent_lines(style, entries), end]


_NAMES = split_words(
    """greet on_load header footer intro on_click part_one part_two caption tooltip on_close hint
    banner on_submit title subtitle top_bar side_bar on_enter on_exit status_text menu_entry badge
    on_change prompt notice toast summary ending opening slogan"""
)


def write_plain(
    context: Context, style: Style, theme: Theme, form: str
) -> tuple[list[str], str, list[tuple[str, ...]]]:
    """Return labels without conditions, what they can be counted as, and the place of each."""
    random, labels = context.random, [one.label for one in theme.cases]
    nothing: list[tuple[str, ...]] = [() for _ in labels]
    name = random.choice(split_words("messages labels items words titles texts steps"))
    start = "" if style.is_python else "const "
    if form == "list":
        items = [f"{style.quote(one)}," for one in labels]
        lines = [f"{start}{name} = [", *indent_lines(style, items), f"]{style.end}"]
        if context.chance(0.3):
            lines = [f"{start}{name} = [{' '.join(items)[:-1]}]{style.end}"]
        return lines, "item", nothing
    if form == "script":
        return [style.out(one) for one in labels], style.verb, nothing
    names = random.sample(_NAMES, len(labels))
    places = [(f"in `{write_name(style, one)}`", f"in {write_name(style, one)}") for one in names]
    if form == "constants":
        names = [one.upper() for one in names]
        rows = [
            f"{start}{a} = {style.quote(b)}{style.end}" for a, b in zip(names, labels, strict=True)
        ]
        return rows, "constant", [(f"in `{one}`", f"in the constant {one}") for one in names]
    blocks = []
    word = "def" if style.is_python else "function"
    gap = "\n\n\n" if style.is_python else "\n\n"
    for task, label in zip(names, labels, strict=True):
        block = write_block(style, f"{word} {write_name(style, task)}()", [style.out(label)])
        blocks.append("\n".join(block))
    more = [(*place, f"in the function {place[1][3:]}") for place in places]
    return gap.join(blocks).split("\n"), style.verb, list(more)
