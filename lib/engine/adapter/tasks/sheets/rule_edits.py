"""One rule of a style sheet is changed, added or removed, or a class renamed in all.

Invariant: the request has the selector of the rule, and says so where it is in a media query.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.sheets.declarations import DECLARATIONS, Declaration, draw_value
from lib.engine.adapter.tasks.sheets.rule_drawing import draw_sheet, draw_style
from lib.engine.adapter.tasks.sheets.rules import Rule, name_rule
from lib.engine.adapter.tasks.texts import Edit

_PHRASES = {
    "set": Phrases(
        "set the {name} of {place} to {new}", "change {name} to {new} in {place}",
        "change the {name} of {place} from {old} to {new}", "in {place}, set {name} to {new}",
        "the {name} of {place} should be {new}", "make the {name} {new} in {place}",
        "{place} should have {name}: {new} instead of {old}", "use {new} for {name} in {place}",
        "in {place}, {name} should be {new}, not {old}",
        casual=("{name}: {new} in {place}, not {old}.",
                "{place} still has {old} as its {name}, {new} would be right.",
                "why {old}? the {name} of {place} should be {new}!",
                "The designer wants {new} for the {name} of {place}.",
                "{name} in {place}: {old} -> {new}.",
                "I'd be happier with {new} as {name} in {place}.",
                "{old} looks wrong in {place}, so {new} for {name}."),
    ),
    "last": Phrases(
        "add {line} to {place}, as the last property", "append {line} to {place}",
        "add {line} at the end of {place}", "in {place}, add {line} as the last line",
        "put {line} at the end of {place}", "{place} also needs {line}, add it at the end",
        "give {place} {line} as its last property",
        casual=("{line} is missing at the end of {place}.",
                "one more for {place}, at the very end: {line}.",
                "I forgot {line} in {place}, it goes last.", "can {place} end with {line}?",
                "it looks broken without {line} at the end of {place}.",
                "{place}, bottom line: {line}."),
    ),
    "first": Phrases(
        "add {line} as the first property of {place}", "put {line} at the top of {place}",
        "in {place}, add {line} before the other properties",
        "start {place} with {line}", "insert {line} as the first line of {place}",
        "add {line} at the beginning of {place}",
        casual=("{line} first in {place}, then the rest.", "{place}: {line} at the very top.",
                "I want to see {line} before anything else in {place}.",
                "our style guide asks for {line} first, {place} doesn't have it yet.",
                "there's no {line} in {place}, it has to come before the others."),
    ),
    "after": Phrases(
        "in {place}, add {line} after {near}", "add {line} right after {near} in {place}",
        "insert {line} below {near} in {place}", "put {line} behind {near} in {place}",
        "after {near} in {place}, add {line}", "{place} needs {line}, directly after {near}",
        casual=("{place}: {line} right after {near}.",
                "I forgot {line} in {place}, it belongs directly after {near}.",
                "below {near} in {place} there is {line} missing.",
                "{near} in {place} should be followed by {line}.",
                "who lost {line} in {place}? it used to stand right after {near}, I want it back."),
    ),
    "drop": Phrases(
        "remove {name} from {place}", "delete the {name} of {place}", "in {place}, drop {name}",
        "{place} should not set {name} any more, remove it", "take {name} out of {place}",
        "we don't need the {name} in {place}, remove it", "get rid of {name} in {place}",
        casual=("{name} in {place} does nothing, it can go.", "{place} w/o {name}, please.",
                "no {name} in {place} any more.",
                "why does {place} have {name}? I don't want that there.",
                "{place} looks better without {name}.",
                "{name} is a leftover in {place}, out with it."),
    ),
    "class": Phrases(
        "rename the class {old} to {new}", "rename the class {old} to {new} in all selectors",
        "the class {old} is now called {new}", "use {new} instead of {old} as the class name",
        "change the class name {old} to {new} everywhere", "call the class {new}, not {old}",
        "the class {old} should be {new} in every selector",
        casual=("{old} -> {new}, the class I mean, wherever it is used.",
                "we say {new} now, so no class {old} any more.",
                "The markup has {new} instead of {old} now, the selectors have to follow.",
                "{old} clashes with another class, {new} would be safe.",
                "can the class {old} be {new} everywhere?"),
    ),
    "selector": Phrases(
        "add {new} to the selectors of {place}, at the end", "{place} should apply to {new}, too",
        "let {place} also apply to {new}", "extend the selector list of {place} with {new}",
        "append the selector {new} to {place}", "use {place} for {new} as well",
        "the styles of {place} are needed for {new} too, add the selector",
        casual=("{new} needs the same styles, so one more selector for {place}.",
                "{place} is for {new} too, last in the selector list.",
                "one more selector at the end of {place}: {new}.",
                "why does {place} leave out {new}? It belongs in the selectors.",
                "what {place} does should work for {new} as well, same rule."),
    ),
    "drop rule": Phrases(
        "remove {place}", "delete {place}", "drop {place}", "take out {place} completely",
        "we don't need {place} any more, remove it", "get rid of {place}", "leave out {place}",
        casual=("{place} is dead code, out with it.",
                "nothing uses {place} any more, so it can go.",
                "why is {place} still here? Kill it.", "{place}: gone, please, all of it.",
                "let's lose {place} altogether."),
    ),
    "new rule": Phrases(
        "add a rule {new} with {line} after {place}", "after {place}, add {new} with {line}",
        "insert a new rule for {new} after {place}, it has only {line}",
        "add {new} with {line} right below {place}",
        "we need a rule {new} with {line}, put it after {place}",
        "below {place}, add a rule for {new} that sets {line}",
        casual=("{new} has no rule yet: {line}, right after {place}.",
                "right after {place}: {new} with nothing but {line}.",
                "what's missing is {new}, only {line} in it, directly after {place}.",
                "{new} should get {line}, as its own rule below {place}.",
                "below {place} I'd expect a rule for {new} that says {line}."),
    ),
    "part": Phrases(
        "change {old} to {new} in the {name} of {place}",
        "in {place}, the {name} should have {new} instead of {old}",
        "use {new} instead of {old} in the {name} of {place}",
        "replace {old} by {new} in the {name} of {place}",
        "the {name} of {place} should have {new}, not {old}",
        "swap {old} for {new} in the {name} of {place}",
        casual=("{name} of {place}: {new} where it says {old}.",
                "the {old} in the {name} of {place} should be {new}.",
                "{old} is off in the {name} of {place}, {new} fits better.",
                "not {old} but {new} in the {name} of {place}, other parts as they are.",
                "{place} has {old} in its {name}, I want {new} there.",
                "can the {name} of {place} have {new} for {old}?"),
    ),
}  # fmt: skip
_KINDS = ("set", "set", "set", "last", "first", "after", "drop", "drop", "class", "class",
          "selector", "drop rule", "new rule", "part", "part", "part")  # fmt: skip


def edit_told_rule(context: Context) -> Edit | None:
    """Change one rule of a style sheet of similar ones."""
    random = context.random
    style, rules = draw_style(context), draw_sheet(context)
    at = random.randrange(len(rules))
    kind = random.choice(_KINDS)
    if kind == "class":
        made = _rename_class(context, rules)
    elif kind in ("selector", "drop rule", "new rule"):
        made = _change_rules(context, rules, at, kind)
    else:
        made = _change_declarations(context, rules, at, kind)
    if made is None:
        return None
    is_new_list = kind == "selector" and all(len(rule.selectors) == 1 for rule in rules)
    if is_new_list and style.joined != ", ":
        return None  # nothing shows that each selector has a line of its own
    request, changed = made
    return make_edit(
        context, "told rule", request, "css", (style.write(rules), style.write(changed))
    )


def _rename_class(context: Context, rules: list[Rule]) -> tuple[str, list[Rule]] | None:
    text = "\n".join(", ".join(rule.selectors) for rule in rules)
    old = context.random.choice(re.findall(r"\.([\w-]+)", text) or [""])
    new = context.random.choice(("app-{}", "{}-box", "main-{}", "ui-{}", "{}-wrapper", "site-{}"))
    new = new.format(old)
    if not old or new in text:
        return None
    pattern = re.compile(rf"\.{old}(?![\w-])")
    changed = [
        replace(rule, selectors=tuple(pattern.sub(f".{new}", one) for one in rule.selectors))
        for rule in rules
    ]
    dot = context.random.choice((".", ""))
    values = {"old": context.coded(dot + old), "new": context.coded(dot + new)}
    return context.say(_PHRASES["class"], **values), changed


def _change_rules(
    context: Context, rules: list[Rule], at: int, kind: str
) -> tuple[str, list[Rule]] | None:
    """Add a selector or a rule, or remove a rule."""
    place, rule = name_rule(context, rules, at), rules[at]
    if kind == "drop rule":
        if rule.comment or len(rules) < 3 or sum(one.media != "" for one in rules) == 1:
            return None  # the comment or the empty media query would be left
        return context.say(_PHRASES[kind], place=place), [*rules[:at], *rules[at + 1 :]]
    new = _draw_neighbour(context, rule.selectors[0])
    if any(new in one.selectors for one in rules):
        return None
    if kind == "selector":
        request = context.say(_PHRASES[kind], place=place, new=context.coded(new))
        changed = replace(rule, selectors=(*rule.selectors, new))
        return request, [*rules[:at], changed, *rules[at + 1 :]]
    name = context.random.choice(DECLARATIONS)
    line = (name, draw_value(context.random, name))
    values = {"new": context.coded(new), "line": context.coded(": ".join(line))}
    request = context.say(_PHRASES[kind], place=place, **values)
    return request, [*rules[: at + 1], Rule((new,), (line,), rule.media), *rules[at + 1 :]]


def _draw_neighbour(context: Context, selector: str) -> str:
    """Draw a selector of the component or the element that the first one is of."""
    base = re.split(r"[ :>.]", selector.lstrip(".#"))[0]
    endings: tuple[str, ...] = (":focus-visible", ".selected", ":disabled", " strong", ":active")
    if selector.startswith("."):
        base, endings = f".{base}", (*endings, "-small", "-alt", "-wide")
    elif selector.startswith("#"):
        base = f"#{base}"
    return base + context.random.choice(endings)


def _change_declarations(
    context: Context, rules: list[Rule], at: int, kind: str
) -> tuple[str, list[Rule]] | None:
    """Change the declarations of one rule."""
    lines, place = rules[at].lines, name_rule(context, rules, at)
    to = context.random.randrange(len(lines))
    if kind in ("last", "first", "after"):
        made = _add_declaration(context, lines, to, kind)
    elif kind == "drop":
        made = _drop_declaration(context, lines, to)
    else:
        made = _set_declaration(context, lines, to, kind)
    if made is None:
        return None
    values, changed = made
    request = context.say(_PHRASES[kind], place=place, **values)
    return request, [*rules[:at], replace(rules[at], lines=changed), *rules[at + 1 :]]


_Change = tuple[dict[str, str], tuple[Declaration, ...]]
"""What the request names, and the changed declarations."""


def _add_declaration(
    context: Context, lines: tuple[Declaration, ...], near: int, kind: str
) -> _Change | None:
    name = context.random.choice(DECLARATIONS)
    line = (name, draw_value(context.random, name))
    if any(one.split("-")[0] == name.split("-")[0] for one, _ in lines):
        return None
    to = {"last": len(lines), "first": 0}.get(kind, near + 1)
    values = {"line": context.coded(": ".join(line)), "near": context.coded(lines[near][0])}
    return values, (*lines[:to], line, *lines[to:])


def _drop_declaration(context: Context, lines: tuple[Declaration, ...], at: int) -> _Change | None:
    if len(lines) < 2:
        return None
    return {"name": context.coded(lines[at][0])}, (*lines[:at], *lines[at + 1 :])


def _set_declaration(
    context: Context, lines: tuple[Declaration, ...], at: int, kind: str
) -> _Change | None:
    """Change the whole value, or one part of it."""
    name, old = lines[at]
    value = new = draw_value(context.random, name)
    if kind == "part":
        parts, new_parts = old.split(), value.split()
        if "(" in old + value or not 1 < len(parts) == len(new_parts):
            return None
        i = context.random.randrange(len(parts))
        old, new = parts[i], new_parts[i]
        if parts.count(old) > 1:
            return None
        value = " ".join((*parts[:i], new, *parts[i + 1 :]))
    values = {"name": name, "old": context.coded(old), "new": context.coded(new)}
    return values, (*lines[:at], (name, value), *lines[at + 1 :])
