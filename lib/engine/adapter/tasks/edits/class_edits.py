"""Fields of classes and interfaces, parameters of functions, type hints, defaults.

Invariant: class and edit are made together from one list of fields, so a field comes and goes at
every place that speaks of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from lib.engine.adapter.tasks.library import DOCUMENT_NAMES
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import Slots, pascal
from lib.engine.adapter.tasks.texts import Edit, Text
from lib.engine.adapter.tasks.words import FIELDS, NOUNS

_REPLACE = Phrases(
    "replace the {old} {thing} with {a_new} {thing}",
    "replace the {thing} {old} with {new}",
    "rename the {thing} {old} to {new}",
    "change the {old} {thing} to {new}",
    "The {thing} {old} should be called {new}.",
    "replace {old} by {new} everywhere in the class",
    "use {a_new} {thing} instead of {old}",
    "change {old} to {new} in the whole class",
    "swap the {old} {thing} for {a_new} {thing}",
    "let the class have {a_new} {thing} instead of the {old} {thing}",
    "turn the {thing} {old} into {new}",
    "rename {old} to {new}, also in the constructor and the methods",
    "the class should use {new} in place of {old}",
    "replace the {old} {thing} by {a_new} {thing} everywhere",
    "substitute {new} for the {thing} {old}",
    casual=("{old} -> {new}, everywhere.", "the {thing} is called {new} now, not {old}.",
            "no more {old}, we say {new}.", "{new} is a better name for {old}.",
            "why {old}? the backend calls that {thing} {new}.",
            "{new} instead of {old}, in every place please.",
            "our {thing} {old} should go by the name of {new}."),
)  # fmt: skip
_ADD = Phrases(
    "add a {thing} {new} of type {type} after {near}",
    "add the {thing} {new} ({type}) after {near}",
    "add {new}: {type} after {near}",
    "insert a {thing} {new} of type {type} right after {near}",
    "after {near}, add a {thing} {new} of type {type}",
    "add a new {type} {thing} called {new} after {near}",
    "put a {thing} {new} with the type {type} after {near}",
    "add a {type} {thing} named {new} below {near}",
    "extend it with a {thing} {new} of type {type}, after {near}",
    "insert {new} ({type}) behind {near}",
    casual=("one more {thing} after {near}: {new} ({type}), constructor included if there is one.",
            "{new}: {type} should follow {near} wherever that is declared, passed in or set.",
            "I forgot the {thing} {new} ({type}), it goes after {near}, any constructor too.",
            "we must store {new} too, type {type}, right after {near}, same in any constructor.",
            "{new} is missing after {near}, it's {type}, and any constructor has to take it too.",
            "there should be {new} of type {type} straight after {near}, all the way through."),
)  # fmt: skip
_REMOVE = Phrases(
    "remove the {thing} {old}",
    "delete the {thing} {old}",
    "remove {old}",
    "drop the {old} {thing}",
    "remove the {old} {thing} everywhere",
    "take out the {thing} {old}",
    "get rid of the {old} {thing}",
    "We no longer need the {thing} {old}, remove it.",
    "delete {old} from the class",
    "the {thing} {old} can go, remove it",
    casual=("{old} can go.", "no more {old}, please.", "nobody uses the {thing} {old}, ditch it.",
            "why do we still have {old}? I don't want it.",
            "it works without {old}, so no such {thing} any more.",
            "the {thing} {old} is a leftover, out with it.", "{old} has to go, all of it."),
)  # fmt: skip

_TYPES = {
    "typescript": ("string", "number", "boolean", "Date", "string[]"),
    "python": ("str", "int", "bool", "float", "list[str]"),
}
_DEFAULTS = {
    "string": '""', "number": "0", "boolean": "false", "Date": "new Date()", "string[]": "[]",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a class is written; drawn once, so that source and answer agree."""

    form: str
    name: str
    other: str
    sees: tuple[str, ...]
    """The fields that the method speaks of."""


_Writer = Callable[[_Shape, list[_Field]], str]


def _interface(shape: _Shape, fields: list[_Field]) -> str:
    lines = [f"  {field.name}: {field.type};" for field in fields]
    head = f"type {shape.name} = {{" if shape.form == "type" else f"interface {shape.name} {{"
    return "\n".join([f"export {head}", *lines, "};" if shape.form == "type" else "}"])


def _typescript_class(shape: _Shape, fields: list[_Field]) -> str:
    has_defaults = shape.form == "class with defaults"
    lines = [f"class {shape.name} {{"]
    for field in fields:
        start = f" = {_DEFAULTS[field.type]}" if has_defaults else ""
        lines.append(f"  {field.name}: {field.type}{start};")
    parameters = ", ".join(f"{field.name}: {field.type}" for field in fields)
    lines += ["", f"  constructor({parameters}) {{"]
    lines += [f"    this.{field.name} = {field.name};" for field in fields]
    lines += ["  }", "", f"  {shape.other}(): string {{"]
    seen = " ".join(f"${{this.{field.name}}}" for field in fields if field.name in shape.sees)
    return "\n".join([*lines, f"    return `{seen}`;", "  }", "}"])


def _javascript_class(shape: _Shape, fields: list[_Field]) -> str:
    lines = [f"class {shape.name} {{", f"  constructor({', '.join(f.name for f in fields)}) {{"]
    lines += [f"    this.{field.name} = {field.name};" for field in fields]
    lines += ["  }", "", f"  {shape.other}() {{"]
    seen = ", ".join(f"this.{field.name}" for field in fields if field.name in shape.sees)
    return "\n".join([*lines, f"    return [{seen}];", "  }", "}"])


def _dataclass(shape: _Shape, fields: list[_Field]) -> str:
    lines = ["@dataclass", f"class {shape.name}:"]
    return "\n".join([*lines, *(f"    {field.name}: {field.type}" for field in fields)])


def _python_class(shape: _Shape, fields: list[_Field]) -> str:
    is_typed = shape.form == "typed class"
    parameters = ", ".join(f"{f.name}: {f.type}" if is_typed else f.name for f in fields)
    lines = [f"class {shape.name}:", f"    def __init__(self, {parameters}):"]
    lines += [f"        self.{field.name} = {field.name}" for field in fields]
    seen = ", ".join(f"self.{field.name}" for field in fields if field.name in shape.sees)
    return "\n".join([*lines, "", f"    def {shape.other}(self):", f"        return [{seen}]"])


_FORMS = (
    ("typescript", "interface", _interface),
    ("typescript", "class", _typescript_class),
    ("typescript", "class with defaults", _typescript_class),
    ("javascript", "class", _javascript_class),
    ("python", "dataclass", _dataclass),
    ("python", "typed class", _python_class),
    ("python", "class", _python_class),
    ("typescript", "type", _interface),
)
_HELD_OUT_FORMS = ("typed class", "type")


def _draw_fields(context: Context, language: str, count: int) -> list[_Field]:
    names: list[str] = []
    while len(names) < count:
        first = context.random.choice((*FIELDS, "name", "id"))
        name = first
        if context.chance(0.35):
            second = context.random.choice(NOUNS)
            name = f"{first}_{second}" if language == "python" else first + pascal(second)
        if name not in names:
            names.append(name)
    types = _TYPES["python" if language == "python" else "typescript"]
    return [_Field(name, context.random.choice(types)) for name in names]


_Change = tuple[str, str, str] | None
"""Request, source, answer."""


def edit_class(context: Context) -> Edit | None:
    """Rename a field of a class wherever it stands, or add or remove one."""
    random = context.random
    held = context.split != "train"
    forms = [form for form in _FORMS if (form[1] in _HELD_OUT_FORMS) == held]
    language, form, write = random.choice(forms)
    count = max(2, min(9, round(context.size / 75)))
    drawn = _draw_fields(context, language, count + 2)
    fields, new, extra = drawn[:count], drawn[count], drawn[count + 1]
    chosen = fields[random.randrange(count)]
    seen = tuple(field.name for field in (*fields, new) if context.chance(0.6))
    slots = Slots(random)
    shape = _Shape(form, slots.value("Item"), slots.value("verb"), (*seen, fields[0].name))
    thing = random.choice(("property", "property", "field", "attribute"))
    kind = random.choice(("replace", "replace", "add", "remove"))
    if kind == "replace":
        made = _rename_field(context, shape, write, fields, chosen, new.name, thing)
    elif kind == "add":
        if "class" in form and form != "typed class" and language != "typescript":
            return None  # without types there would be too little to say
        made = _add_field(context, shape, write, fields, chosen, extra, thing)
    else:
        others = [field for field in fields if field is not chosen]
        shape = replace(shape, sees=tuple(field.name for field in others))
        request = context.say(_REMOVE, old=context.coded(chosen.name), thing=thing)
        made = request, write(shape, fields), write(shape, others)
    if made is None or ("class" in made[0] and "class" not in made[1].split()):
        return None
    return _made(context, language, kind, *made)


def _rename_field(
    context: Context, shape: _Shape, write: _Writer, fields: list[_Field], old: _Field,
    name: str, thing: str,
) -> _Change:  # fmt: skip
    renamed = _Field(name, old.type)
    before = replace(shape, sees=(*shape.sees, old.name))
    after = replace(shape, sees=(*before.sees, name))
    answer = write(after, [renamed if field is old else field for field in fields])
    shown = context.coded(name)
    article = "an" if name[0] in "aeio" else "a"
    request = context.say(
        _REPLACE, old=context.coded(old.name), new=shown, a_new=f"{article} {shown}", thing=thing
    )
    return request, write(before, fields), answer


def _add_field(
    context: Context, shape: _Shape, write: _Writer, fields: list[_Field], near: _Field,
    new: _Field, thing: str,
) -> _Change:  # fmt: skip
    if shape.form == "class with defaults" and new.type not in {field.type for field in fields}:
        return None  # nothing shows which default the type has
    shape = replace(shape, sees=tuple(field.name for field in fields[:2]))
    place = fields.index(near) + 1
    request = context.say(
        _ADD, new=context.coded(new.name), type=context.coded(new.type), thing=thing,
        near=context.coded(near.name),
    )  # fmt: skip
    if "class" in shape.form and shape.form != "dataclass" and request[-1] != ".":
        request += ", also in the constructor"
    return request, write(shape, fields), write(shape, [*fields[:place], new, *fields[place:]])


def _made(
    context: Context, language: str, kind: str, request: str, source: str, answer: str
) -> Edit:
    noun = context.random.choice(DOCUMENT_NAMES[language])
    if language == "typescript" and context.chance(0.3) and source.startswith("class "):
        name = source.split()[1]
        source, answer = (f"{code}\n\nexport default {name};" for code in (source, answer))
    text = Text(body=source, language=language, noun=noun)
    return Edit(kind=f"{kind} field", request=request, text=text, answer=answer)
