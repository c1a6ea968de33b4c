"""One property of a class, an interface or a record is replaced, removed or added.

Invariant: source and answer are the same shape written with different fields; whatever else has
the name of a property that comes or goes makes a text unfit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lib.engine.adapter.tasks.demos.replaced_property_texts import (
    DOMAINS,
    FREE_FORMS,
    LANGUAGES,
    LIST_LIKE,
    TYPES,
    Domain,
    Field,
    Method,
    Pair,
    Shape,
    snake,
    write,
)
from lib.engine.adapter.tasks.demos.replaced_property_wordings import (
    ADD,
    ADD_REASONS,
    ADD_STAYS,
    REMOVE,
    REMOVE_REASONS,
    REMOVE_STAYS,
    REPLACE,
    REPLACE_REASONS,
    REPLACE_STAYS,
)
from lib.engine.adapter.tasks.demos.telling import tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_FORMS = (
    "fields", "fields", "fields", "defaults", "defaults", "parameters", "parameters", "unpacked",
    "interface", "interface", "alias", "plain class", "plain class", "hidden", "factory",
    "init", "init", "init", "dataclass", "dataclass", "dataclass defaults", "named tuple",
    "typed dict",
)  # fmt: skip
_ADD_FORMS = ("fields", "fields", "parameters", "unpacked", "interface", "init", "dataclass",
              "named tuple")  # fmt: skip
"""Where neither a default nor a value would have to be made up for a new property."""
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
_THINGS = ("property", "property", "field", "field", "attribute")
_MARK = "QxQ"
"""Stands for the property while a text is checked for other uses of its name."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    shape: Shape
    fields: list[Field]
    old: Field
    new: str
    twin: str


def _draw(context: Context, forms: tuple[str, ...], free: str) -> _Drawn | None:
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
    drawn = _Drawn(shape, fields, old, new, random.choice(twins or others))
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


def _is_clear(drawn: _Drawn) -> bool:
    """Whether nothing but the property has its name, and nothing the name of the new one."""
    rest = write(drawn.shape, _renamed(drawn, _MARK))
    taken = "|".join(re.escape(name) for name in (drawn.old.name, drawn.new))
    is_long_enough = len(drawn.fields) >= 2 and 70 <= len(rest) <= 900
    return is_long_enough and re.search(rf"\b(?:{taken})\b", rest) is None


def _renamed(drawn: _Drawn, name: str) -> list[Field]:
    return [replace(one, name=name) if one.key == "old" else one for one in drawn.fields]


_PLACES = {
    "fields": ("as a field", "as a constructor parameter"),
    "defaults": ("in its declaration",),
    "parameters": ("in the constructor",),
    "unpacked": ("in the data interface", "as a field", "in the constructor"),
    "interface": ("in the interface",),
    "alias": ("in the type", "in the object"),
    "plain class": ("as a constructor argument", "in the assignment to this"),
    "hidden": ("as a private field", "in the constructor", "as a getter"),
    "factory": ("as a parameter", "in the object that is returned"),
    "init": ("in the signature of __init__", "in the assignment to self"),
    "dataclass": ("among the fields",),
    "dataclass defaults": ("among the fields",),
    "named tuple": ("among the fields",),
    "typed dict": ("among the keys",),
}


def _say_places(context: Context, drawn: _Drawn, *, with_methods: bool) -> str:
    """Return `as a field, in the constructor and in what label() returns`."""
    places = list(_PLACES[drawn.shape.form])
    used = [method for method in drawn.shape.methods if "old" in method.keys]
    for method in used if with_methods else ():
        name = context.coded(method.name if method.is_getter else f"{method.name}()")
        returns = context.random.choice(("in what {} returns", "in {}", "inside {}"))
        places.append(returns.format(name))
    if len(places) == 1:
        return places[0]
    both = "both " if len(places) == 2 and context.chance(0.4) else ""
    return f"{both}{', '.join(places[:-1])} and {places[-1]}"


def _values(context: Context, drawn: _Drawn, *, with_methods: bool = True) -> dict[str, str]:
    is_typed_dict = drawn.shape.form == "typed dict"
    return {
        "old": context.coded(drawn.old.name),
        "new": context.coded(drawn.new),
        "twin": context.coded(drawn.twin),
        "owner": context.coded(drawn.shape.owner),
        "thing": "key" if is_typed_dict else context.random.choice(_THINGS),
        "places": _say_places(context, drawn, with_methods=with_methods),
    }


def replace_property(context: Context) -> Edit | None:
    """Put another property in the place of one, wherever it occurs."""
    drawn = _draw(context, _FORMS, "any")
    if drawn is None:
        return None
    pair = write(drawn.shape, drawn.fields), write(drawn.shape, _renamed(drawn, drawn.new))
    values = _values(context, drawn)
    sub = context.random.choice(("s/{}/{}/", "s/{}/{}/g", "`s/{}/{}/g`"))
    values["sub"] = sub.format(drawn.old.name, drawn.new)
    request = tell(context, REPLACE, reasons=REPLACE_REASONS, stays=REPLACE_STAYS, **values)
    return make_edit(context, "replace property", request, LANGUAGES[drawn.shape.form], pair)


def remove_property(context: Context) -> Edit | None:
    """Take one property away, wherever it is listed; nothing else is said with it."""
    drawn = _draw(context, _FORMS, "lists")
    if drawn is None or len(drawn.fields) < 3:
        return None
    kept = [field for field in drawn.fields if field.key != "old"]
    pair = write(drawn.shape, drawn.fields), write(drawn.shape, kept)
    values = _values(context, drawn)
    del values["new"]
    request = tell(context, REMOVE, reasons=REMOVE_REASONS, stays=REMOVE_STAYS, **values)
    return make_edit(context, "remove property", request, LANGUAGES[drawn.shape.form], pair)


def add_property(context: Context) -> Edit | None:
    """Declare one more property behind a told one, and take it in the constructor if there is one.

    What the methods say stays.
    """
    drawn = _draw(context, _ADD_FORMS, "no lists")
    if drawn is None or (drawn.shape.form == "init" and not drawn.shape.has_hints):
        return None
    place = [field.key for field in drawn.fields].index("old")
    before = drawn.fields[:place] + drawn.fields[place + 1 :]
    if place == 0:
        return None
    # The old property is the one that comes: no method speaks of it.
    pair = write(drawn.shape, before), write(drawn.shape, drawn.fields)
    language = LANGUAGES[drawn.shape.form]
    values = _values(context, drawn, with_methods=False) | {
        "new": context.coded(drawn.old.name),
        "near": context.coded(drawn.fields[place - 1].name),
        "type": TYPES[language][drawn.old.type],
    }
    del values["old"]
    request = tell(context, ADD, reasons=ADD_REASONS, stays=ADD_STAYS, **values)
    return make_edit(context, "add property", request, language, pair)
