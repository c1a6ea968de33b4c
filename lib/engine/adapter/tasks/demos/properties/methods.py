"""Methods of a class, and functions beside a declaration, that speak of properties.

Invariant: what a method says follows from its kind and the fields that it knows.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.demos.properties.shapes import LANGUAGES, Field, Method, Shape

_RESULTS = {"template": "string", "record": "object", "row": "string", "same": "boolean",
            "filled": "boolean"}  # fmt: skip
_PYTHON_RESULTS = {"template": "str", "repr": "str", "record": "dict", "row": "list",
                   "same": "bool", "filled": "bool"}  # fmt: skip


def write_methods(shape: Shape, fields: list[Field]) -> list[str]:
    lines: list[str] = []
    for method in shape.methods:
        lines += ["", *_write_method(shape, method, fields, is_free=False)]
    return lines


def write_functions(shape: Shape, fields: list[Field]) -> list[str]:
    lines: list[str] = []
    for method in shape.methods:
        written = _write_method(shape, method, fields, is_free=True)
        if shape.is_exported and not shape.is_python:
            written[0] = f"export {written[0]}"
        lines += [*([""] * (2 if shape.is_python else 1)), *written]
    return lines


def _write_method(shape: Shape, method: Method, fields: list[Field], *, is_free: bool) -> list[str]:
    """Return a method of the class, or a function beside it."""
    seen, level = _known(method, fields), 0 if is_free else 1
    margin, indent = shape.indent * level, shape.indent * (level + 1)
    this, other = (shape.variable if is_free else "self" if shape.is_python else "this"), "other"
    is_same, is_typed = method.kind == "same", LANGUAGES[shape.form] == "typescript"
    hint = f": {shape.owner}" if is_typed or (shape.is_python and shape.has_hints) else ""
    quoted = f": {shape.quote}{shape.owner}{shape.quote}" if shape.is_python and hint else hint
    own = [this + hint] if is_free else ["self"] if shape.is_python else []
    arguments = ", ".join([*own, *([other + (hint if is_free else quoted)] if is_same else [])])
    body = _expression(shape, method, seen, this, other)
    if shape.is_python:
        result = f" -> {_PYTHON_RESULTS[method.kind]}" if shape.has_hints else ""
        head, tail, end = f"def {method.name}({arguments}){result}:", [], ""
    else:
        result = f": {_RESULTS[method.kind]}" if is_typed else ""
        start = "function " if is_free else "get " if method.is_getter else ""
        head, tail, end = f"{start}{method.name}({arguments}){result} {{", [margin + "}"], shape.end
    inner = [f"{indent}{line}" for line in body]
    inner[0] = f"{indent}return {body[0]}"
    inner[-1] += end
    mark = [margin + "@property"] if shape.is_python and method.is_getter else []
    return [*mark, margin + head, *inner, *tail]


def _known(method: Method, fields: list[Field]) -> list[Field]:
    by_key = {field.key: field for field in fields}
    return [by_key[key] for key in method.keys if key in by_key]


def _expression(
    shape: Shape, method: Method, seen: list[Field], owner: str, other: str
) -> list[str]:
    """Return what the method returns, in lines of which all but the first are indented by one."""
    q, names, python = shape.quote, [field.name for field in seen], shape.is_python
    first, second = ([_reference(shape, one, name) for name in names] for one in (owner, other))
    if method.kind == "template":
        holes = (
            ["{" + one + "}" for one in first] if python else ["${" + one + "}" for one in first]
        )
        text = method.pattern.replace("A", holes[0]).replace("B", holes[-1])
        return [f'f"{text}"' if python else f"`{text}`"]
    if method.kind == "repr":
        shown = ", ".join(f"{name}={{{one}!r}}" for name, one in zip(names, first, strict=True))
        return [f'f"{shape.owner}({shown})"']
    if method.kind == "row":
        return [f"[{', '.join(first)}]" + (f".join({q}{method.pattern}{q})" * (not python))]
    if method.kind == "record":
        mark = q if python else ""
        pairs = [f"{mark}{name}{mark}: {one}" for name, one in zip(names, first, strict=True)]
        if shape.is_tall:
            return ["{", *(f"{shape.indent}{pair}," for pair in pairs), "}"]
        return ["{" + ", ".join(pairs) + "}"] if python else ["{ " + ", ".join(pairs) + " }"]
    if method.kind == "same":
        sign, glue = ("==", " and ") if python else ("===", " && ")
        return [glue.join(f"{a} {sign} {b}" for a, b in zip(first, second, strict=True))]
    if seen[0].type == "b":
        return [f"not {first[0]}" if python else f"!{first[0]}"]
    ending = f"{'!=' if python else '!=='} {q}{q}" if seen[0].type == "s" else "> 0"
    return [f"{first[0]} {ending}"]


def _reference(shape: Shape, owner: str, name: str) -> str:
    if shape.form == "typed dict":
        # Within an f-string the other quote would be needed; the maker draws single ones then.
        return f"{owner}[{shape.quote}{name}{shape.quote}]"
    return f"{owner}.{'#' if shape.form == 'hidden' else ''}{name}"
