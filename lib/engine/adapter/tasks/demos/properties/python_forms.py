"""Classes of Python that have properties.

Invariant: each field is mentioned at every place where its form speaks of fields.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.demos.properties.methods import write_functions, write_methods
from lib.engine.adapter.tasks.demos.properties.shapes import (
    Field,
    Form,
    Shape,
)


def _init_class(shape: Shape, fields: list[Field]) -> list[str]:
    names = [field.name for field in fields]
    arguments = ["self", *(shape.declare(fields) if shape.has_hints else names)]
    opening = shape.call("def __init__", arguments, " -> None:" if shape.has_hints else ":")
    set_all = [f"{shape.indent * 2}self.{name} = {name}" for name in names]
    return [f"class {shape.owner}:", *opening, *set_all, *write_methods(shape, fields)]


def _declared(shape: Shape, fields: list[Field]) -> list[str]:
    ends = [
        f" = {shape.empty(field)}" if shape.form == "dataclass defaults" else "" for field in fields
    ]
    typed = zip(shape.declare(fields), ends, strict=True)
    return [f"{shape.indent}{one}{end}" for one, end in typed]


def _dataclass(shape: Shape, fields: list[Field]) -> list[str]:
    mark = "@dataclass(frozen=True)" if "readonly" in shape.modifier else "@dataclass"
    return ["from dataclasses import dataclass", "", "", mark, f"class {shape.owner}:",
            *_declared(shape, fields), *write_methods(shape, fields)]  # fmt: skip


def _named_tuple(shape: Shape, fields: list[Field]) -> list[str]:
    return ["from typing import NamedTuple", "", "", f"class {shape.owner}(NamedTuple):",
            *_declared(shape, fields), *write_methods(shape, fields)]  # fmt: skip


def _typed_dict(shape: Shape, fields: list[Field]) -> list[str]:
    return ["from typing import TypedDict", "", "", f"class {shape.owner}(TypedDict):",
            *_declared(shape, fields), *write_functions(shape, fields)]  # fmt: skip


PYTHON_FORMS: dict[str, Form] = {
    "init": _init_class, "dataclass": _dataclass, "dataclass defaults": _dataclass,
    "named tuple": _named_tuple, "typed dict": _typed_dict,
}  # fmt: skip
