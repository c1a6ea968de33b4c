"""Classes, interfaces, records and factories that speak of their properties in several places.

Invariant: a text follows from its shape and its fields alone, so that a field which goes, comes or
gets another name does so at every place that speaks of it, and nowhere else.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.demos.properties.python_forms import PYTHON_FORMS
from lib.engine.adapter.tasks.demos.properties.script_forms import SCRIPT_FORMS
from lib.engine.adapter.tasks.demos.properties.shapes import Field, Shape

_FORMS = SCRIPT_FORMS | PYTHON_FORMS


def write(shape: Shape, fields: list[Field]) -> str:
    """Return the text of a shape with these fields."""
    lines = _FORMS[shape.form](shape, fields)
    if shape.note:
        lines = [f"{'#' if shape.is_python else '//'} {shape.note}", *lines]
    return "\n".join(lines)
