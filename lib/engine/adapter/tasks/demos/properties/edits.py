"""One property of a class, an interface or a record is replaced, removed or added.

Invariant: source and answer are the same shape written with different fields.
"""

from __future__ import annotations

from collections.abc import Callable

from lib.engine.adapter.tasks.demos.properties.addition_wordings import ADD, ADD_REASONS, ADD_STAYS
from lib.engine.adapter.tasks.demos.properties.property_drawing import (
    DrawnProperty,
    draw_property,
    rename_property,
)
from lib.engine.adapter.tasks.demos.properties.removal_wordings import (
    REMOVE,
    REMOVE_REASONS,
    REMOVE_STAYS,
)
from lib.engine.adapter.tasks.demos.properties.replacement_wordings import (
    REPLACE,
    REPLACE_REASONS,
    REPLACE_STAYS,
)
from lib.engine.adapter.tasks.demos.properties.shapes import LANGUAGES, TYPES
from lib.engine.adapter.tasks.demos.properties.writing import write
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
_THINGS = ("property", "property", "field", "field", "attribute")
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


def _say_places(context: Context, drawn: DrawnProperty, *, with_methods: bool) -> str:
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


def _values(context: Context, drawn: DrawnProperty, *, with_methods: bool = True) -> dict[str, str]:
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
    drawn = draw_property(context, _FORMS, "any")
    if drawn is None:
        return None
    pair = write(drawn.shape, drawn.fields), write(drawn.shape, rename_property(drawn, drawn.new))
    values = _values(context, drawn)
    sub = context.random.choice(("s/{}/{}/", "s/{}/{}/g", "`s/{}/{}/g`"))
    values["sub"] = sub.format(drawn.old.name, drawn.new)
    request = tell(context, REPLACE, reasons=REPLACE_REASONS, stays=REPLACE_STAYS, **values)
    return make_edit(context, "replace property", request, LANGUAGES[drawn.shape.form], pair)


def remove_property(context: Context) -> Edit | None:
    """Take one property away, wherever it is listed; nothing else is said with it."""
    drawn = draw_property(context, _FORMS, "lists")
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
    drawn = draw_property(context, _ADD_FORMS, "no lists")
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


PROPERTY_EDITS: tuple[tuple[float, Callable[[Context], Edit | None]], ...] = (
    (11.4, replace_property),
    (2.3, remove_property),
    (2.3, add_property),
)
"""Weight beside the other demos, and maker."""
