"""Draws a shape with fields, one of which is the property that an edit is about.

Invariant: whatever else has the name of a property that comes or goes makes a text unfit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lib.engine.adapter.tasks.demos.properties.domains import DOMAINS, Domain, Pair
from lib.engine.adapter.tasks.demos.properties.shapes import (
    FREE_FORMS,
    LANGUAGES,
    LIST_LIKE,
    Field,
    Method,
    Shape,
    snake,
)
from lib.engine.adapter.tasks.demos.properties.writing import write
from lib.engine.adapter.tasks.phrasing import Context

_KINDS = ("template", "template", "record", "row", "same", "filled")
_NAMES = {
    "template": ("label", "describe", "caption", "headline", "asText", "display", "summarize"),
    "record": ("toJSON", "toRecord", "serialize", "snapshot", "toPayload", "asObject"),
    "row": ("toRow", "csvLine", "asRow", "exportRow"),
    "same": ("isSame", "equals", "matches", "looksLike"),
    "filled": ("isComplete", "isValid", "isUsable", "canBeSaved"),
}
_GETTERS = frozenset(
    {"label", "caption", "headline", "asText", "isComplete", "isValid", "isUsable"}
)
_TEMPLATES = ("A (B)", "A, B", "A - B", "A: B", "A / B", "A | B", "[A] B", "A <B>", "B, A", "A B",
              "#A: B", "A @ B")  # fmt: skip
_GLUES = (", ", ";", " | ", "\\t")
_MODIFIERS = ("", "", "private ", "public ", "readonly ", "private readonly ", "public readonly ")
_NOTES = ("kept in sync with the backend", "TODO: split this file", "see the wiki for the fields",
          "used by the nightly import", "reviewed in March", "part of the public API")  # fmt: skip
_MARK = "QxQ"
"""Stands for the property while a text is checked for other uses of its name."""


@dataclass(frozen=True, slots=True)
class DrawnProperty:
    """A shape with fields: `new` is another name for `old`, `twin` the name of one that stays."""

    shape: Shape
    fields: list[Field]
    old: Field
    new: str
    twin: str


def draw_property(context: Context, forms: tuple[str, ...], free: str) -> DrawnProperty | None:
    """`free` says what methods may do with the old property: `any`, `lists` only, or `no lists`."""
    random = context.random
    domain, form = random.choice(DOMAINS), random.choice(forms)
    pair = random.choice(domain.pairs)
    is_python = LANGUAGES[form] == "python"
    old = Field("old", pair.old, pair.type, pair.sample)
    near = _draw_twins(context, pair)
    fields = [old, *near, *_draw_common(context, domain, pair, near)]
    random.shuffle(fields)
    if near and context.chance(0.5):
        # Beside each other, where it is easiest to take one for the other.
        fields.remove(old)
        fields.insert(fields.index(near[0]) + random.randrange(2), old)
    if is_python:
        fields = [replace(field, name=snake(field.name)) for field in fields]
    shape = _draw_shape(context, form, random.choice(domain.owners), fields, free)
    new = snake(pair.new) if is_python else pair.new
    old = next(field for field in fields if field.key == "old")
    others = [field.name for field in fields if field.key != "old"]
    twins = [field.name for field in fields if field.key.startswith("twin")]
    drawn = DrawnProperty(shape, fields, old, new, random.choice(twins or others))
    return drawn if _is_clear(drawn) else None


def _draw_twins(context: Context, pair: Pair) -> list[Field]:
    random = context.random
    count = random.choice((0, 1, 1, 1, 2))
    drawn = random.sample(pair.twins, min(count, len(pair.twins)))
    samples = {"s": "none", "i": str(random.randrange(1, 60)), "f": "1.5", "b": "true"}
    return [Field(f"twin{name}", name, kind, samples[kind]) for name, kind in drawn]


def _draw_common(context: Context, domain: Domain, pair: Pair, near: list[Field]) -> list[Field]:
    taken = {pair.old, pair.new, *(field.name for field in near)}
    fit = [field for field in domain.common if field.name not in taken]
    return context.random.sample(fit, min(len(fit), 2 + min(context.size // 180, 3)))


def _draw_shape(context: Context, form: str, owner: str, fields: list[Field], free: str) -> Shape:
    random, is_python = context.random, LANGUAGES[form] == "python"
    quote = "'" if form == "typed dict" else random.choice(('"', "'") if is_python else ("'", '"'))
    return Shape(
        form=form,
        owner=owner,
        methods=_draw_methods(context, form, fields, free),
        indent=" " * random.choice((4, 4, 4, 2) if is_python else (2, 2, 2, 4)),
        end="" if context.chance(0.3) else ";",
        quote=quote,
        is_tall=context.chance(0.3 if len(fields) < 5 else 0.65),
        modifier=random.choice(_MODIFIERS),
        is_exported=context.chance(0.5),
        has_hints=context.chance(0.6),
        note=random.choice(_NOTES) if context.chance(0.15) else "",
    )


def _draw_methods(
    context: Context, form: str, fields: list[Field], free: str
) -> tuple[Method, ...]:
    random, is_python = context.random, LANGUAGES[form] == "python"
    count = min(3, 1 + context.size // 300) if context.chance(0.9) else 0
    kinds = [*_KINDS, "repr", "repr"] if form == "init" else list(_KINDS)
    if free == "no lists":
        kinds = [kind for kind in kinds if kind not in LIST_LIKE]
    methods: list[Method] = []
    for _ in range(count):
        kind = random.choice(kinds)
        kinds = [one for one in kinds if one != kind]
        keys = _draw_keys(context, kind, fields, free)
        name = "__repr__" if kind == "repr" else random.choice(_NAMES[kind])
        if is_python and kind == "template" and context.chance(0.2) and form not in FREE_FORMS:
            name = "__str__"
        pattern = random.choice(_TEMPLATES if kind == "template" else _GLUES)
        name = {"toJSON": "to_dict", "csvLine": "csv_line"}.get(name, name) if is_python else name
        if kind == "template" and len(keys) == 1:
            pattern = random.choice(("<A>", "#A", "[A]"))
        is_getter = form not in FREE_FORMS and name in _GETTERS and context.chance(0.3)
        name = snake(name) if is_python and not name.startswith("__") else name
        methods.append(Method(kind, name, keys, pattern, is_getter))
    return tuple(methods)


def _draw_keys(context: Context, kind: str, fields: list[Field], free: str) -> tuple[str, ...]:
    random = context.random
    others = [field.key for field in fields if field.key != "old"]
    may_use = free == "any" or (free == "lists" and kind in LIST_LIKE)
    if kind in LIST_LIKE:
        others = random.sample(others, random.randrange(min(2, len(others)), len(others) + 1))
    else:
        others = random.sample(others, min(len(others), {"filled": 1}.get(kind, 2)))
    if not may_use or context.chance(0.15):
        return tuple(others)
    if kind in LIST_LIKE:
        used = {*others, "old"}
        return tuple(field.key for field in fields if field.key in used)
    keys = ["old", *others][: 1 if kind == "filled" else 2]
    random.shuffle(keys)
    return tuple(keys)


def _is_clear(drawn: DrawnProperty) -> bool:
    """Whether nothing but the property has its name, and nothing the name of the new one."""
    rest = write(drawn.shape, rename_property(drawn, _MARK))
    taken = "|".join(re.escape(name) for name in (drawn.old.name, drawn.new))
    is_long_enough = len(drawn.fields) >= 2 and 70 <= len(rest) <= 900
    return is_long_enough and re.search(rf"\b(?:{taken})\b", rest) is None


def rename_property(drawn: DrawnProperty, name: str) -> list[Field]:
    """Return the fields, of which the drawn one has this name."""
    return [replace(one, name=name) if one.key == "old" else one for one in drawn.fields]
