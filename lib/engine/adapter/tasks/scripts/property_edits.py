"""A property gets another name in all its uses, or only in one of two classes.

Invariant: names that only contain the old one, strings, and the other class stay.
"""

from __future__ import annotations

from textwrap import indent

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.scripts.property_patterns import (
    CLASS_METHODS,
    OBJECT_USES,
    PROPERTIES,
)
from lib.engine.adapter.tasks.scripts.telling import make_edit, say
from lib.engine.adapter.tasks.scripts.writing import Style, has_word, typed
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit

_RENAME_PROPERTY = Phrases(
    "rename the {thing} {old} to {new}{where}",
    "the {thing} {old} should be called {new}{where}",
    "replace the {thing} {old} by {new}{where}",
    "use {new} instead of the {thing} {old}{where}",
    "change the {thing} {old} to {new} in all places{where}",
    "We renamed the {thing} {old} to {new}, adapt the code{where}.",
    "rename {old} to {new}{where} (the {thing})",
    "The {thing} is now called {new}, no longer {old}, so change every use{where}",
    "change every use of the {thing} {old} to {new}{where}",
    "let the {thing} {old} be named {new}{where}",
    "replace the {old} {thing} with {new} everywhere{where}",
    "The {old} {thing} becomes {new}{where}, update all uses",
    "swap the {thing} {old} for {new}{where}",
    casual=(
        "{old} is a bad name for the {thing}{where}, it should be {new} everywhere.",
        "Nobody understands the {thing} {old}{where}, so call it {new}.",
        "The API says {new}, not {old}, so this {thing} has to follow in all places{where}.",
        "{new} instead of {old} for the {thing}{where}, also where it is used.",
        "We call the {thing} {new} now{where}, not {old}.",
        "{old} -> {new} for the {thing}{where}, all uses.",
        "I keep mixing this up: the {thing} {old}{where} should really be called {new}.",
        "Why is the {thing} still called {old}{where}? {new} is the name we agreed on.",
    ),
)
_STRINGS = (
    "The strings stay as they are.",
    "Do not change the texts in quotes.",
    "Strings that only mention it stay.",
)
"""What is said where a string has the same word."""


def rename_property(context: Context) -> Edit | None:
    """Call a property something else wherever it is used, or only in one of two classes."""
    random, slots, style = context.random, Slots(context.random), Style.draw(context.random)
    old, others, kind, twins = random.choice(PROPERTIES)
    new, other = random.choice(others.split()), random.choice(twins.split())
    if context.chance(0.25):
        other = slots.value("field")
    is_typed, is_scoped, where = context.chance(0.45), context.chance(0.3), ""
    if is_scoped:
        code, where = _draw_two_classes(context, slots, old, other)
    else:
        code = _draw_uses(context, slots, other, is_typed=is_typed)
    if code.count("const { ¤") + code.count("const first") > 3:
        return None
    code = typed(_fill(slots, code, other, kind), is_typed=is_typed)
    rest = code.replace("¤", " ")
    if has_word(rest, new) or other in (old, new) or (not is_scoped and has_word(rest, old)):
        return None
    texts = [style.apply(code.replace("¤", name).replace("¶", old)) for name in (old, new)]
    request = say(
        context,
        _RENAME_PROPERTY,
        thing=random.choice(("property", "property", "field", "attribute")),
        old=context.coded(old, bare=0.4),
        new=context.coded(new, bare=0.4),
        where=where,
    )
    if "¶" in code:
        request = f"{request[0].upper()}{request[1:].removesuffix('.')}. {random.choice(_STRINGS)}"
    return make_edit(context, "property in all uses", request, *texts, is_typed=is_typed)


def _draw_two_classes(context: Context, slots: Slots, old: str, other: str) -> tuple[str, str]:
    """Return code of two classes with the property, and in which of them it is renamed."""
    told = _draw_class(context, slots, other, is_alone=False)
    places = (" in the class ~Item~", " in `~Item~`", " in ~Item~")
    where = slots.fill(context.random.choice(places))
    slots.forget()
    twin = _draw_class(context, slots, other, is_alone=False).replace("¤", old)
    return "\n\n".join((twin, told) if context.chance(0.5) else (told, twin)), where


def _draw_uses(context: Context, slots: Slots, other: str, *, is_typed: bool) -> str:
    """Return code that uses the property of one thing, with or without its class."""
    blocks: list[str] = []
    if context.chance(0.4):
        blocks.append(_draw_class(context, slots, other, is_alone=True))
    if is_typed and context.chance(0.5):
        blocks.insert(0, "interface ~Item~Data {\n  ¤: §;\n  ~p~: string;\n}")
    uses = OBJECT_USES.strip().split("\n\n")
    wanted = max(1 if blocks else 2, context.size // 150)
    return "\n\n".join((*blocks, *context.random.sample(uses, min(wanted, len(uses)))))


def _draw_class(context: Context, slots: Slots, other: str, *, is_alone: bool) -> str:
    """Return a class with the property; one that is not alone takes no data of another type."""
    methods = CLASS_METHODS.strip().split("\n\n")
    chosen = context.random.sample(methods, context.random.randrange(1, 4))
    chosen = [method for method in chosen if is_alone or "data." not in method]
    inner = ("constructor(¤‹: §›, ~p~‹: string›) {\n  this.¤ = ¤;\n  this.~p~ = ~p~;\n}", *chosen)
    body = indent("\n\n".join(inner), "  ")
    code = f"class ~Item~ {{\n‹  ¤: §;\n  ~p~: string;\n\n›{body}\n}}"
    return slots.fill(code.replace("~p~", other))


def _fill(slots: Slots, code: str, other: str, kind: str) -> str:
    """Return the code with all but the property filled."""
    empty, value = ('""', '"~word~"') if kind == "string" else ("0", "~n~")
    code = code.replace("~empty~", empty).replace("~value~", value)
    return slots.fill(code.replace("~p~", other).replace("§", kind))
