"""Classes, interfaces, aliases and factories of JavaScript and TypeScript.

Invariant: each field is mentioned at every place where its form speaks of fields.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.demos.properties.methods import write_functions, write_methods
from lib.engine.adapter.tasks.demos.properties.shapes import (
    Field,
    Form,
    Shape,
)


def _fields_class(shape: Shape, fields: list[Field]) -> list[str]:
    declared = [f"{shape.indent}{shape.modifier}{one}{shape.end}" for one in shape.declare(fields)]
    return [
        shape.head("class") + "{", *declared, "",
        *shape.call("constructor", shape.declare(fields), " {"), *_assigned(shape, fields),
        shape.indent + "}", *write_methods(shape, fields), "}",
    ]  # fmt: skip


def _assigned(shape: Shape, fields: list[Field]) -> list[str]:
    mark = "#" if shape.form == "hidden" else ""
    start = shape.indent * 2
    return [f"{start}this.{mark}{field.name} = {field.name}{shape.end}" for field in fields]


def _defaults_class(shape: Shape, fields: list[Field]) -> list[str]:
    declared = [
        f"{shape.indent}{shape.modifier}{field.name}"
        f"{': ' + shape.name_type(field) if shape.has_hints else ''} = {shape.empty(field)}"
        f"{shape.end}"
        for field in fields
    ]
    return [shape.head("class") + "{", *declared, *write_methods(shape, fields), "}"]


def _parameters_class(shape: Shape, fields: list[Field]) -> list[str]:
    arguments = [f"{shape.modifier or 'public '}{one}" for one in shape.declare(fields)]
    constructor = shape.call("constructor", arguments, " {}")
    return [shape.head("class") + "{", *constructor, *write_methods(shape, fields), "}"]


def _unpacked_class(shape: Shape, fields: list[Field]) -> list[str]:
    typed, names = shape.declare(fields), ", ".join(field.name for field in fields)
    return [
        f"interface {shape.owner}Data {{",
        *(f"{shape.indent}{one}{shape.end}" for one in typed), "}", "",
        shape.head("class") + "{",
        *(f"{shape.indent}{shape.modifier}{one}{shape.end}" for one in typed), "",
        f"{shape.indent}constructor({{ {names} }}: {shape.owner}Data) {{",
        *_assigned(shape, fields), shape.indent + "}", *write_methods(shape, fields), "}",
    ]  # fmt: skip


def _interface(shape: Shape, fields: list[Field]) -> list[str]:
    mark = "readonly " if "readonly" in shape.modifier else ""
    declared = [f"{shape.indent}{mark}{one}{shape.end}" for one in shape.declare(fields)]
    return [shape.head("interface") + "{", *declared, "}", *write_functions(shape, fields)]


def _alias(shape: Shape, fields: list[Field]) -> list[str]:
    values = [f"{shape.indent}{field.name}: {shape.sample(field)}," for field in fields]
    return [
        shape.head("type") + "= {",
        *(f"{shape.indent}{one}{shape.end}" for one in shape.declare(fields)), "}" + shape.end,
        "", f"const {shape.variable}: {shape.owner} = {{", *values, "}" + shape.end,
        *[line.replace(f"({shape.variable}:", "(one:").replace(f"{shape.variable}.", "one.")
          for line in write_functions(shape, fields)],
    ]  # fmt: skip


def _plain_class(shape: Shape, fields: list[Field]) -> list[str]:
    names = [field.name for field in fields]
    hidden = [f"{shape.indent}#{name}{shape.end}" for name in names] + [""]
    getters: list[str] = []
    if shape.form == "hidden":
        for name in names:
            returned = f"{shape.indent * 2}return this.#{name}{shape.end}"
            getters += ["", f"{shape.indent}get {name}() {{", returned, shape.indent + "}"]
    return [
        shape.head("class") + "{", *(hidden if shape.form == "hidden" else []),
        *shape.call("constructor", names, " {"), *_assigned(shape, fields), shape.indent + "}",
        *getters, *write_methods(shape, fields), "}",
    ]  # fmt: skip


def _factory(shape: Shape, fields: list[Field]) -> list[str]:
    names, indent = [field.name for field in fields], shape.indent
    start = "export " if shape.is_exported else ""
    opening = shape.call(f"{start}function create{shape.owner}", names, " {", level=0)
    entries = [f"{indent * 2}{name}," for name in names]
    return [*opening, f"{indent}return {{", *entries, f"{indent}}}{shape.end}", "}",
            *write_functions(shape, fields)]  # fmt: skip


SCRIPT_FORMS: dict[str, Form] = {
    "fields": _fields_class, "defaults": _defaults_class, "parameters": _parameters_class,
    "unpacked": _unpacked_class, "interface": _interface, "alias": _alias,
    "plain class": _plain_class, "hidden": _plain_class, "factory": _factory,
}  # fmt: skip
