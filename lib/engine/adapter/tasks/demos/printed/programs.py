"""Whole programs that say words, and the places where they say each of them.

Invariant: a place that is told fits one label of the program.
"""

from __future__ import annotations

from dataclasses import replace

from lib.engine.adapter.tasks.demos.printed.branches import write_chain, write_ladder, write_switch
from lib.engine.adapter.tasks.demos.printed.cases import Theme
from lib.engine.adapter.tasks.demos.printed.listings import write_plain, write_table
from lib.engine.adapter.tasks.demos.printed.styles import Style, draw_style, write_block, write_name
from lib.engine.adapter.tasks.demos.printed.themes import draw_theme
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.words import split_words

_NTH = split_words("first second third fourth fifth sixth seventh eighth ninth tenth")
_NOUNS = {"log": "console.log", "assign": "assignment", "show": "alert"}
_TASKS = split_words("describe label_for judge classify tell word_for name_of rate to_text verdict")
_FURTHER_CODE = {
    True: (
        "def load(path):\n    with open(path) as file:\n        return file.read()",
        'def total(numbers):\n    """Add up what is a number."""\n    return sum(numbers)',
        "def clamp(number, least, most):\n    return max(least, min(number, most))",
        "class Counter:\n    def __init__(self):\n        self.seen = 0",
    ),
    False: (
        "function clamp(x, least, most) {\n  return Math.min(most, Math.max(least, x));\n}",
        "const total = (numbers) => numbers.reduce((a, b) => a + b, 0);",
        "const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));",
        "function pick(list) {\n  return list[Math.floor(Math.random() * list.length)];\n}",
    ),
}
_COMMENTS = split_words(
    "first_try do_not_edit_by_hand used_by_the_demo see_the_wiki homework for_the_kids old_but_gold"
    " part_of_the_tutorial TODO:_tests exercise_7 from_the_workshop reviewed_by_Ada version_2"
)


def draw_program(context: Context) -> tuple[Theme, Style, str, dict[str, tuple[str, ...]]]:
    """Return a program, and under each label the places where it is said, `spots` last."""
    random, theme = context.random, draw_theme(context)
    style, lines, things, places = _write_lines(context, theme)
    total, has_spots = len(theme.cases) + theme.counts, True
    if context.chance(0.2):
        comment = random.choice(_COMMENTS).replace("_", " ")
        lines.insert(0, f"{'#' if style.is_python else '//'} {comment}")
    body = "\n".join(lines)
    if len(body) < context.size - 80 and context.chance(0.7):
        further = random.choice(_FURTHER_CODE[style.is_python])
        body += f"\n\n\n{further}" if style.is_python else f"\n\n{further}"
        has_spots = False
    found = {}
    for i, one in enumerate(theme.cases):
        nth = [_NTH[i]] + (["last"] if i == total - 1 and has_spots else [])
        spots = tuple(f"{a} {_NOUNS.get(b, b)}" for a in nth for b in things)
        found[one.label] = (*places[i], "|".join(spots))
    return theme, style, body, found


def _write_lines(
    context: Context, theme: Theme
) -> tuple[Style, list[str], tuple[str, ...], list[tuple[str, ...]]]:
    """Return a style, lines in it, what can be counted in them, and the places of each label."""
    random, style = context.random, draw_style(context)
    places = [one.places for one in theme.cases]
    if theme.kind == "words":
        form = random.choice(("list", "script", "constants", "functions", "functions"))
        verbs = {"list": "list", "constants": "use", "script": "print"}
        verb = verbs.get(form) or random.choice(("return", "print"))
        style = replace(style, verb=verb)
        lines, thing, places = write_plain(context, style, theme, form)
        things: tuple[str, ...] = (thing,)
    elif context.chance({"keys": 0.4, "division": 0.08}.get(theme.kind, 0)):
        style = replace(style, verb="use")
        lines, things = write_table(context, style, theme), ("entry",)
    elif theme.kind == "keys" and context.chance(0.6):
        lines = _write_around(context, style, theme, write_switch(context, style, theme))
        things = (style.verb, "case")
    elif style.verb == "return" and theme.kind != "keys" and context.chance(0.15):
        lines, things = _write_around(context, style, theme, write_chain(style, theme)), ()
    else:
        lines, things = write_ladder(context, style, theme)
        lines = _write_around(context, style, theme, lines)
        if not theme.cases[-1].test and "branch" in things:
            places[-1] += ("in the else branch", "in the `else` branch")
    if style.verb == "assign" and style.is_python:
        # The label is set before the first branch too, so that counting would be unclear.
        things = tuple(one for one in things if one != "assign")
    return style, lines, things, places


def _write_around(context: Context, style: Style, theme: Theme, lines: list[str]) -> list[str]:
    """Return the lines within a loop, a function or a script, as their verb needs it."""
    random, verb, name = context.random, style.verb, theme.name
    is_text = theme.kind == "keys" and not theme.cases[0].key.isdigit()
    if verb in ("return", "yield", "assign"):
        task = write_name(style, random.choice(_TASKS))
        start, after = [], []
        if verb == "assign":
            start = [f"label = {style.quote('')}" if style.is_python else f"let label{style.end}"]
            after = [f"return label{style.end}"]
        return _write_function(context, style, (task, name, is_text), [*start, *lines, *after])
    top = random.choice((10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 80, 100, 120, 150, 200))
    if style.is_python:
        head = f"for {name} in {'values' if theme.kind != 'division' else f'range(1, {top + 1})'}"
        before = ["out = []"] if verb == "append" else []
    else:
        loop = f"for (let {name} = 1; {name} <= {top}; {name}++)"
        head = loop if theme.kind == "division" else f"for (const {name} of values)"
        before = [f"const out = []{style.end}"] if verb == "push" else []
    if theme.kind != "division" and not before and context.chance(0.5):
        task = write_name(style, random.choice(_TASKS))
        return _write_function(context, style, (task, name, is_text), lines)
    return [*before, *write_block(style, head, lines)]


def _write_function(
    context: Context, style: Style, names: tuple[str, str, bool], lines: list[str]
) -> list[str]:
    task, name, is_text = names
    if style.is_python:
        hint = f": {'str' if is_text else 'int'}" if context.chance(0.4) else ""
        end = " -> str" if hint and style.verb in ("return", "assign") else ""
        return write_block(style, f"def {task}({name}{hint}){end}", lines)
    hint = f": {'string' if is_text else 'number'}" if style.language == "typescript" else ""
    end = ": string" if hint and style.verb in ("return", "assign") and context.chance(0.7) else ""
    if context.chance(0.3):
        block = write_block(style, f"const {task} = ({name}{hint}){end} =>", lines)
        return [*block[:-1], "}" + style.end]
    start = "export " if context.chance(0.2) else ""
    return write_block(style, f"{start}function {task}({name}{hint}){end}", lines)
