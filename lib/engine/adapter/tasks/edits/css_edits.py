"""Properties of CSS rules: set, added, removed.

Invariant: the rule that is named stands once in the stylesheet.
"""

from __future__ import annotations

import re
from random import Random

from lib.engine.adapter.tasks.edits.value_edits import other_value
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit, Text
from lib.engine.adapter.tasks.words import COLORS

_ADD_PROPERTY = Phrases(
    "add {new} to {place}",
    "add the property {new} to {place}",
    "add {new} to the end of {place}",
    "in {place}, add {new} at the end",
    "give {place} a {name} of {value}",
    "add a {name} of {value} to {place}",
    "append {new} to {place}",
    "set the {name} of {place} to {value}, as its last property",
    "insert {new} as the last property of {place}",
    "extend {place} with {new}",
    casual=("{new} is missing in {place}.", "one more line for {place}: {new}.",
            "{place} also needs {new}, as the last line.", "{new} at the end of {place}.",
            "we forgot the {name} in {place}, it's {value}.", "could {place} have {new} too?",
            "{place} has no {name} yet, I'd like {value}."),
)  # fmt: skip

_REMOVE_PROPERTY = Phrases(
    "remove the {name} from {place}",
    "remove {name} from {place}",
    "delete the {name} property of {place}",
    "remove the {name} property from {place}",
    "drop {name} from {place}",
    "delete {name} in {place}",
    "take the {name} out of {place}",
    "{place} should not have a {name}, remove it",
    "in {place}, remove {name}",
    "get rid of the {name} in {place}",
    casual=("{place} w/o {name}, please.", "no {name} in {place} any more.",
            "{name} makes no sense in {place}, away with it.",
            "why does {place} set {name}? It shouldn't.",
            "{place} would be better off without {name}.", "the {name} in {place} can go.",
            "I don't see what {name} is for in {place}, scrap that."),
)  # fmt: skip

_DECLARATIONS = (
    "padding: ~px~", "margin: ~px~", "color: ~color~", "display: flex", "opacity: 0.~digit~",
    "border-radius: ~px~", "font-weight: bold", "text-align: center", "width: ~n~px",
    "background: ~color~", "cursor: pointer", "font-size: ~teen~px", "line-height: 1.~digit~",
    "border: 1px solid ~color~", "max-width: ~n~px", "overflow: hidden", "z-index: ~digit~",
)  # fmt: skip


def _rules(text: Text) -> list[tuple[str, str]]:
    rules = re.findall(r"(?m)^([^\s@/{][^{\n,]*) \{\n([^}]*)\}", text.body)
    names = [selector for selector, _ in rules]
    return [rule for rule in rules if names.count(rule[0]) == 1]


def change_rule(context: Context, text: Text) -> Edit | None:
    """Add a property at the end of a CSS rule, or remove one of its properties."""
    rules = _rules(text) if text.language == "css" else []
    if not rules:
        return None
    selector, block = context.random.choice(rules)
    place = context.random.choice(
        (f"`{selector}`", f"the {selector} rule", f"the rule `{selector}`")
    )
    whole = f"{selector} {{\n{block}}}"
    if text.body.count(whole) != 1 or "/*" in block or "{" in block:  # nested rules
        return None
    lines = block.rstrip(" ").removesuffix("\n").split("\n")
    if context.chance(0.5):
        new = Slots(context.random).fill(context.random.choice(_DECLARATIONS))
        name, value = new.split(": ")
        if name in block:
            return None
        shown = f"`{new};`" if context.chance(0.4) else f"`{new}`" if context.chance(0.5) else new
        request = context.say(_ADD_PROPERTY, new=shown, name=name, value=value, place=place)
        indent = lines[0][: len(lines[0]) - len(lines[0].lstrip())]
        lines.append(f"{indent}{new};")
        kind = "add css property"
    else:
        if len(lines) < 2:
            return None
        line = context.random.choice(lines)
        name = line.strip().split(":")[0]
        if sum(name in other for other in lines) > 1:
            return None
        request = context.say(_REMOVE_PROPERTY, name=context.coded(name, bare=0.45), place=place)
        lines.remove(line)
        kind = "remove css property"
    answer = text.body.replace(whole, f"{selector} {{\n" + "\n".join(lines) + "\n}")
    return Edit(kind=kind, request=request, text=text, answer=answer)


_SET_IN_RULE = Phrases(
    "set the {name} of {place} to {new}",
    "change the {name} of {place} to {new}",
    "change the {name} of {place} from {old} to {new}",
    "in {place}, change {name} to {new}",
    "make the {name} of {place} {new}",
    "The {name} of {place} should be {new}.",
    "set {name} in {place} to {new}",
    "change the {name} for {place} to {new}",
    "in {place} set the {name} to {new}",
    "use {new} as the {name} of {place}",
    "change {name} in {place} from {old} to {new}",
    "update the {name} of {place} to {new}",
    "{place} should have a {name} of {new}",
    "give {place} a {name} of {new}",
    "let the {name} of {place} be {new} instead of {old}",
    casual=("{name} of {place}: {new}.", "{new} as {name} for {place}, not {old}.",
            "{place}: {name} {new}.", "why is the {name} of {place} {old}? {new} please.",
            "{old} doesn't fit, I'd take {new} as the {name} of {place}.",
            "we agreed on {new} for the {name} of {place}.",
            "the {name} in {place} is still {old}, we need {new}.",
            "could the {name} for {place} be {new}?"),
)  # fmt: skip

_CSS_WORDS = {
    "text-align": ("left", "right", "center", "justify"),
    "display": ("flex", "grid", "block", "inline-block", "none"),
    "font-weight": ("bold", "normal", "lighter", "600", "700"),
    "cursor": ("pointer", "default", "grab", "not-allowed"),
    "text-decoration": ("none", "underline", "overline"),
    "position": ("fixed", "absolute", "relative", "sticky"),
    "flex-direction": ("column", "row", "row-reverse"),
    "border-collapse": ("collapse", "separate"),
    "border": ("none", "0"),
    "list-style": ("none", "square", "circle", "disc"),
    "opacity": ("0.5", "0.8", "0.25", "0.95"),
}

_CSS_CALLED = {
    "color": ("text color", "font color", "color of the text", "colour"),
    "background": ("background color", "background"),
    "background-color": ("background color", "background"),
    "font-size": ("text size", "font size"),
    "border-radius": ("corner radius", "border radius"),
}
"""What people also call a property."""


def _other_css(random: Random, name: str, old: str) -> str:
    """Return another value that the property can have; the old one when none is known."""
    if name in _CSS_WORDS:
        return random.choice(_CSS_WORDS[name])
    if old == "0":
        return random.choice(("4px", "8px", "1rem", "10px", "auto"))
    if old.endswith("%"):
        return f"{random.choice((25, 50, 60, 75, 80, 90))}%"
    if re.fullmatch(r"[a-z]+", old) and old not in COLORS and old != "white":
        return old
    return other_value(random, old)


def set_css_value(context: Context, text: Text) -> Edit | None:
    """Set one property of one rule."""
    if text.language != "css":
        return None
    rules = re.findall(r"(?m)^([^\s@/][^{\n]*) \{\n([^}]*)\}", text.body)
    rules = [rule for rule in rules if [r[0] for r in rules].count(rule[0]) == 1]
    if not rules:
        return None
    selector, block = context.random.choice(rules)
    name, old = context.random.choice(re.findall(r"([\w-]+): ([^;]+);", block) or [("", "")])
    new = _other_css(context.random, name, old)
    whole = f"{selector} {{\n{block}}}"
    if not name or " " in old or old == new or text.body.count(whole) != 1 or "{" in block:
        return None
    if (old, new) == ("green", "blue"):  # the request of a bundled sample
        return None
    property_name = context.random.choice(
        (name, f"`{name}`", name.lstrip("-").replace("-", " "), *_CSS_CALLED.get(name, (name,)))
    )
    request = context.say(
        _SET_IN_RULE, name=property_name, place=_selector(context, selector), old=old, new=new
    )
    changed = re.sub(rf"(?<![\w-]){name}: {re.escape(old)};", f"{name}: {new};", block)
    answer = text.body.replace(whole, whole.replace(block, changed))
    return Edit(kind="set css value", request=request, text=text, answer=answer)


def _selector(context: Context, selector: str) -> str:
    plain = {"body": "the body", "button": "buttons", "h2": "h2 headings", "table": "tables"}
    choices = [f"`{selector}`", f"`{selector}`", selector, f"the {selector} rule"]
    if selector in plain:
        choices.append(plain[selector])
    if selector.startswith("."):
        choices.append(f"the class {selector[1:]}")
    return context.random.choice(choices)
