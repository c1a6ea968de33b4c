"""A variable of a style sheet is defined, changed, renamed or used.

Invariant: a variable that is used stays defined, and has one name wherever it is used.
"""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.sheets.declarations import (
    COLOR_NAMES,
    LENGTHS,
    WORDS,
    Declaration,
    draw_color,
    draw_value,
    is_first,
)
from lib.engine.adapter.tasks.sheets.rule_drawing import (
    BLOCKS,
    ELEMENTS,
    draw_selectors,
    draw_style,
)
from lib.engine.adapter.tasks.sheets.rules import Rule, name_rule
from lib.engine.adapter.tasks.texts import Edit

_COLOR_VARIABLES = (
    "primary", "primary-dark", "accent", "text", "text-muted", "background", "surface", "border",
    "danger", "success", "link", "shadow-color",
)  # fmt: skip
_VARIABLES = (
    *_COLOR_VARIABLES, "gap", "gap-large", "radius", "radius-small", "font-size",
    "font-size-small", "header-height", "sidebar-width", "page-padding",
)  # fmt: skip
_USES = {
    "font-size": ("font-size",), "font-size-small": ("font-size",), "header-height": ("height",),
    "sidebar-width": ("width", "max-width"), "radius": ("border-radius",),
    "radius-small": ("border-radius",), "gap": ("gap", "margin", "padding"),
    "gap-large": ("gap", "margin", "padding"), "page-padding": ("padding",),
    "border": ("border-color",), "text": ("color",), "text-muted": ("color",),
}  # fmt: skip
_PHRASES = {
    "end": Phrases(
        "add {line} at the end of :root", "define {line} as the last variable",
        "add the variable {line} at the end of the :root block", "append {line} to :root",
        "we now need {line}, add it as the last variable of :root",
        "put {line} at the end of :root", "add {line} after the last variable",
        casual=("{line} is missing at the end of :root.",
                "one more variable, last in :root: {line}.",
                "we also need {line}, the very last thing in :root.",
                "could :root get {line} at the end?", "after all the other variables: {line}."),
    ),
    "start": Phrases(
        "add {line} as the first variable", "define {line} at the top of :root",
        "put {line} at the start of :root", "insert {line} as the first line of :root",
        "add the variable {line} at the beginning of :root", "start :root with {line}",
        casual=("{line} first in :root, then the others.", ":root starts with {line} now.",
                "before all other variables I want {line}.",
                "one more variable, at the very top of :root: {line}.",
                "{line} is missing, it should be the first thing in :root."),
    ),
    "after": Phrases(
        "add {line} after {near} in :root", "define {line} right after {near}",
        "insert the variable {line} below {near}", "put {line} behind {near} in :root",
        "in :root, add {line} after {near}", "after the definition of {near}, add {line}",
        casual=("{line} right after {near} in :root.",
                "there's something missing after {near} in :root: {line}.",
                "{near} should be followed by {line} in :root.",
                "we forgot {line}, it goes directly below {near} in :root.",
                "could {line} come straight after the definition of {near}?"),
    ),
    "set": Phrases(
        "set the variable {name} to {new}", "change {name} to {new} in :root",
        "change the variable {name} from {old} to {new}", "define {name} as {new}",
        "the value of {name} should be {new}", "{name} should be {new} instead of {old}",
        "make {name} {new}", "we want {new} for {name}, change the variable",
        casual=("{name}: {new}.", "{new} instead of {old} for {name}.",
                "{name} is {new} now, no longer {old}.",
                "the designer changed {name} to {new}, we still have {old}.",
                "not {old} but {new} for {name} please.",
                "why is {name} still {old}? We agreed on {new}.",
                "{old} was a bad choice for {name}, I'd go with {new}."),
    ),
    "rename": Phrases(
        "rename the variable {name} to {new} everywhere", "rename {name} to {new}",
        "the variable {name} should be called {new}", "use the name {new} instead of {name}",
        "change the name of {name} to {new}", "{name} is now called {new}, change all uses",
        "call the variable {new} and not {name}",
        casual=("{name} -> {new}, uses included.",
                "from now on it's {new}, not {name}, everywhere.",
                "{name} says too little, {new} is the better name.",
                "our naming scheme wants {new} where we have {name}.",
                "no more {name}, the variable is {new} wherever it's used.",
                "can {name} be called {new} throughout?"),
    ),
    "use": Phrases(
        "use {call} for the {property} of {place}", "in {place}, use {call} for {property}",
        "set the {property} of {place} to {call}", "the {property} of {place} should be {call}",
        "replace the {property} of {place} with {call}",
        "use {call} instead of {old} in {place}",
        casual=("{call} for the {property} of {place}, no fixed value.",
                "{property}: {call} in {place}.",
                "why is the {property} of {place} hard-coded? We have {call}.",
                "{place} has {old} hard-coded, that should be {call}.",
                "the {property} of {place} ought to follow {call}.",
                "not {old} but {call} in {place}."),
    ),
    "use all": Phrases(
        "use {call} instead of {old} in all rules, but keep the definition",
        "replace {old} by {call} everywhere except in :root",
        "outside of :root, replace every {old} with {call}",
        "all rules should use {call} instead of {old}, only :root keeps it",
        "write {call} wherever {old} is used, except in its definition",
        "use the variable, {call}, in every rule that has {old}",
        casual=("no hard-coded {old} outside :root, we have {call} for that.",
                "{call} wherever a rule says {old}, the definition stays.",
                "the rules still repeat {old}, they should all have {call} (not :root, of course).",
                "why do the rules spell out {old}? {call} everywhere, except in :root."),
    ),
    "drop": Phrases(
        "remove the variable {name}", "delete {name} from :root", "drop {name} from :root",
        "we don't use {name}, remove it", "take the variable {name} out", "remove {name}",
        casual=("{name} is unused, out with it.", "nothing needs {name} any more.",
                "no {name} in :root any more.", "why do we still define {name}? It can go.",
                ":root w/o {name}, please.", "the variable {name} is dead, kill it."),
    ),
}  # fmt: skip


def edit_css_variables(context: Context) -> Edit | None:
    """Define, change, rename or use a variable of a style sheet."""
    random = context.random
    count = max(2, min(6, context.size // 90))
    names = random.sample(_VARIABLES, count)
    variables = [(f"--{name}", _draw_value(random, name)) for name in names]
    blocks = random.sample(BLOCKS, 2)
    selectors = [one for block in blocks for one in draw_selectors(random, block)[:3]]
    if context.chance(0.4):
        selectors[0] = random.choice(ELEMENTS)
    rules = [
        Rule((":root",), tuple(variables)),
        *(Rule((selector,), _draw_lines(random, variables)) for selector in selectors[:count]),
    ]
    style = draw_style(context)
    kind = random.choice(("end", "start", "after", "set", "set", "rename", "rename", "use", "use",
                          "use all", "drop"))  # fmt: skip
    made = (_use_variable if kind.startswith("use") else _change_variable)(context, rules, kind)
    if made is None:
        return None
    request, changed = made
    return make_edit(
        context, "css variables", request, "css", (style.write(rules), style.write(changed))
    )


def _draw_value(random: Random, name: str) -> str:
    """Return a value of the variable, which is named without its dashes."""
    if "font-size" in name:
        return draw_value(random, "font-size")
    if name in ("header-height", "sidebar-width"):
        return random.choice(("48px", "56px", "64px", "4rem", "240px", "16rem", "280px"))
    return draw_color(random) if name in _COLOR_VARIABLES else random.choice(LENGTHS)


def _draw_lines(random: Random, variables: list[Declaration]) -> tuple[Declaration, ...]:
    """Draw a rule that uses some variables, and values that variables have, too."""
    lines: list[Declaration] = []
    for name, value in random.sample(variables, random.choice((1, 2, 2))):
        used = random.choice(_USES.get(name[2:], COLOR_NAMES[:3]))
        lines.append((used, random.choice((f"var({name})", f"var({name})", value))))
    extra = random.choice(tuple(WORDS))
    lines.append((extra, draw_value(random, extra)))
    named = [name for name, _ in lines]
    return tuple(line for i, line in enumerate(lines) if is_first(line[0], named[:i]))


def _change_variable(
    context: Context, rules: list[Rule], kind: str
) -> tuple[str, list[Rule]] | None:
    """Rename a variable, or change what :root defines."""
    random, lines = context.random, list(rules[0].lines)
    at = random.randrange(len(lines))
    name, old = lines[at]
    other = random.choice(_VARIABLES)
    # Drawn for every kind, though few show it: what one seed draws next depends on it.
    value = random.choice((_draw_value(random, other), f"var({name})"))
    if kind == "rename":
        return _rename_variable(context, rules, name)
    if kind == "set":
        value = _draw_value(random, name[2:])
        lines[at] = (name, value)
    elif kind == "drop":
        is_used = any(f"var({name})" in right for rule in rules for _, right in rule.lines)
        if is_used or len(lines) < 2:
            return None
        lines.pop(at)
    else:
        if any(left == f"--{other}" for left, _ in lines):
            return None
        value = _draw_value(random, other)
        place = {"end": len(lines), "start": 0}.get(kind, at + 1)
        lines.insert(place, (f"--{other}", value))
    values = {"line": f"--{other}: {value}", "near": name, "name": name, "new": value, "old": old}
    coded = {key: context.coded(shown) for key, shown in values.items()}
    return context.say(_PHRASES[kind], **coded), [replace(rules[0], lines=tuple(lines)), *rules[1:]]


def _rename_variable(context: Context, rules: list[Rule], name: str) -> tuple[str, list[Rule]]:
    new = f"--{context.random.choice(('color', 'app', 'theme', 'base', 'brand'))}{name[1:]}"
    pattern = re.compile(rf"{name}(?![\w-])")
    changed = [
        replace(rule, lines=tuple(
            (pattern.sub(new, left), pattern.sub(new, right)) for left, right in rule.lines
        ))
        for rule in rules
    ]  # fmt: skip
    values = {"name": context.coded(name), "new": context.coded(new)}
    return context.say(_PHRASES["rename"], **values), changed


def _use_variable(context: Context, rules: list[Rule], kind: str) -> tuple[str, list[Rule]] | None:
    """Put a variable where its value stands."""
    name, old = context.random.choice(rules[0].lines)
    if [value for _, value in rules[0].lines].count(old) > 1:
        return None
    places = [
        (i, j)
        for i, rule in enumerate(rules[1:], start=1)
        for j, (_, value) in enumerate(rule.lines)
        if value == old
    ]
    written = "\n".join(value for rule in rules[1:] for _, value in rule.lines)
    if not places or written.count(old) != len(places):
        return None
    if kind == "use":
        places = [context.random.choice(places)]
    changed = list(rules)
    for i, j in places:
        lines = list(changed[i].lines)
        lines[j] = (lines[j][0], f"var({name})")
        changed[i] = replace(changed[i], lines=tuple(lines))
    at, line = places[0]
    if kind == "use" and [value for _, value in rules[at].lines].count(old) > 1:
        return None
    values = {"call": context.coded(f"var({name})"), "old": context.coded(old)}
    values |= {"place": name_rule(context, rules, at), "property": rules[at].lines[line][0]}
    return context.say(_PHRASES[kind], **values), changed
