"""Labels under conditions: an if/else ladder, a chain of one statement, or a switch.

Invariant: each case of the theme is written once, in its order.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.demos.printed.cases import Theme
from lib.engine.adapter.tasks.demos.printed.styles import Style, indent_lines, write_block
from lib.engine.adapter.tasks.phrasing import Context


def write_ladder(context: Context, style: Style, theme: Theme) -> tuple[list[str], tuple[str, ...]]:
    """Return an if/elif/else ladder or early returns, and what can be counted in it."""
    is_early = style.verb == "return" and context.chance(0.4)
    is_short = is_early and context.chance(0.6)
    lines: list[str] = []
    for i, one in enumerate(theme.cases):
        word = "if" if i == 0 or is_early else "elif" if style.is_python else "else if"
        test = style.test(one.test)
        head = f"{word} {test}" if style.is_python else f"{word} ({test})"
        if not one.test:
            lines += (
                [style.out(one.label)]
                if is_early
                else write_block(style, "else", [style.out(one.label)])
            )
        elif is_short:
            lines.append(f"{head}{':' if style.is_python else ''} {style.out(one.label)}")
        else:
            lines += write_block(style, head, [style.out(one.label)])
    if theme.counts:
        value = theme.name
        if style.verb in ("return", "assign", "append", "push") or context.chance(0.1):
            value = f"str({value})" if style.is_python else f"String({value})"
        plain = style.out_raw(value)
        lines += [plain] if is_early else write_block(style, "else", [plain])
    text = "\n".join(lines)
    if not style.is_python and context.chance(0.75):
        text = text.replace("}\nelse", "} else")
    return text.split("\n"), (style.verb,) if is_early else (style.verb, "branch")


def write_chain(style: Style, theme: Theme) -> list[str]:
    """Return one statement that chooses among all labels."""
    cases = list(theme.cases)
    value = f"str({theme.name})" if style.is_python else f"String({theme.name})"
    rest = value if cases[-1].test else style.quote(cases.pop().label)
    lines = []
    for i, one in enumerate(cases):
        test, label = style.test(one.test), style.quote(one.label)
        if style.is_python:
            lines.append(f"{'else ' if i else ''}{label} if {test}")
        else:
            lines.append(f"{': ' if i else ''}{test} ? {label}")
    if style.is_python:
        return ["return (", *indent_lines(style, [*lines, f"else {rest}"]), ")"]
    return [f"return {lines[0]}", *indent_lines(style, [*lines[1:], f": {rest}{style.end}"])]


def write_switch(context: Context, style: Style, theme: Theme) -> list[str]:
    """Return a `match` of Python, or a `switch`."""
    lines: list[str] = []
    for one in theme.cases:
        key = one.key if one.key.isdigit() else style.quote(one.key)
        is_return = style.verb == "return"
        if style.is_python:
            lines += write_block(style, f"case {key}", [style.out(one.label)])
        elif is_return and context.size % 2:
            lines.append(f"case {key}: {style.out(one.label)}")
        else:
            rest = [] if is_return else [f"break{style.end}"]
            lines += [f"case {key}:", *indent_lines(style, [style.out(one.label), *rest])]
    head = f"match {theme.name}" if style.is_python else f"switch ({theme.name})"
    return write_block(style, head, lines)
