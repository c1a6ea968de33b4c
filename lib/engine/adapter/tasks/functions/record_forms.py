"""Python code around things with some fields: classes, tuples, dicts, keyword arguments.

Invariant: each form has every field where it is defined; the uses of the told one are drawn.
"""

from __future__ import annotations

from collections.abc import Callable

from lib.engine.adapter.tasks.phrasing import Context

Fields = list[tuple[str, str]]
"""(name, value as code)."""


def _write_class(context: Context, owner: str, fields: Fields, old: str) -> str:
    names = [name for name, _ in fields]
    head = [f"class {owner}:", f"    def __init__(self, {', '.join(names)}):"]
    head += [f"        self.{name} = {name}" for name in names]
    body = "\n\n".join(["\n".join(head), *_draw_methods(context, fields, old)])
    return _with_uses(context, body, owner, fields, old)


def _write_dataclass(context: Context, owner: str, fields: Fields, old: str) -> str:
    head = "\n".join(["@dataclass", f"class {owner}:", *_declare(fields)])
    methods = _draw_methods(context, fields, old) if context.chance(0.7) else []
    return _with_uses(context, "\n\n".join([head, *methods]), owner, fields, old)


def _write_named_tuple(context: Context, owner: str, fields: Fields, old: str) -> str:
    body = "\n".join([f"class {owner}(NamedTuple):", *_declare(fields)])
    return _with_uses(context, body, owner, fields, old)


def _declare(fields: Fields) -> list[str]:
    return [f"    {name}: {_type_of(value)}" for name, value in fields]


def _type_of(value: str) -> str:
    if value[0] == '"':
        return "str"
    return "bool" if value in ("True", "False") else "float" if "." in value else "int"


def _draw_methods(context: Context, fields: Fields, old: str) -> list[str]:
    """Return some methods of a class, as many as the wanted size takes."""
    other = _draw_other(context, fields, old)
    methods = [
        f'    def describe(self):\n        return f"{{self.{old}}}, {{self.{other}}}"',
        f"    def __eq__(self, other):\n        return self.{old} == other.{old}",
        f"    def is_complete(self):\n        return bool(self.{old}) and bool(self.{other})",
        f"    def update(self, value):\n        self.{old} = value\n        self.changed = True",
        f"    def show(self):\n        print(self.{other})",
        f"    def __lt__(self, other):\n        return self.{other} < other.{other}",
        f"    def __hash__(self):\n        return hash((self.{old}, self.{other}))",
        f"    def reset(self):\n        self.{other} = None\n        return self.{old}",
    ]
    return context.random.sample(methods, 1 + (context.size > 300) + (context.size > 600))


def _draw_other(context: Context, fields: Fields, old: str) -> str:
    return context.random.choice([name for name, _ in fields if name != old])


def _with_uses(context: Context, body: str, owner: str, fields: Fields, old: str) -> str:
    """Return the class, most often with an object of it below and some uses of that."""
    if context.chance(0.3):
        return body
    variable = "this_" + owner.lower() if context.chance(0.3) else owner.lower()
    other = _draw_other(context, fields, old)
    lines = [
        f"print({variable}.{old})",
        f'print(f"{{{variable}.{old}}} ({{{variable}.{other}}})")',
        f"if {variable}.{other} and not {variable}.{old}:\n    print({variable}.{other})",
        f"found = [x for x in archive if x.{old} == {variable}.{old}]",
        f"print({variable}.{other})",
        f"backup = ({variable}.{old}, {variable}.{other})",
        f"archive.sort(key=lambda x: x.{old})",
        f"assert {variable}.{old} != {variable}.{other}",
    ]
    uses = context.random.sample(lines, context.random.randrange(1, 4))
    return body + "\n\n\n" + "\n".join([f"{variable} = {_call(owner, fields)}", *uses])


def _call(owner: str, fields: Fields) -> str:
    return f"{owner}({', '.join(f'{name}={value}' for name, value in fields)})"


def _write_dicts(context: Context, owner: str, fields: Fields, old: str) -> str:
    plural, one = owner.lower() + "_list", owner.lower()
    other = _draw_other(context, fields, old)
    cells = ", ".join(f'"{name}": {value}' for name, value in fields)
    again = ", ".join(f'"{name}": {value}' for name, value in reversed(fields))
    head = [f"{plural} = [", f"    {{{cells}}},", f"    {{{again}}},", "]"]
    lines = [
        f'for {one} in {plural}:\n    print({one}["{old}"], {one}["{other}"])',
        f'found = [{one} for {one} in {plural} if {one}["{old}"]]',
        f'{plural}.sort(key=lambda {one}: {one}["{old}"])',
        f'first = {plural}[0]["{other}"]',
        f'print({plural}[-1].get("{old}"))',
        f'best = max({plural}, key=lambda {one}: {one}["{other}"])',
    ]
    return "\n".join([*head, "", *context.random.sample(lines, context.random.randrange(1, 4))])


def _write_keywords(context: Context, owner: str, fields: Fields, old: str) -> str:
    maker, other = f"make_{owner.lower()}", next(name for name, _ in fields if name != old)
    head = [f"def {maker}({', '.join(name for name, _ in fields)}):"]
    bodies = (
        f"    if not {old}:\n        return None\n    return [{old}, {other}]",
        f'    print(f"new: {{{old}}}")\n    return ({other}, {old})',
        f"    entry = {{1: {old}, 2: {other}}}\n    return entry",
    )
    head.append(context.random.choice(bodies))
    calls = [f"first = {_call(maker, fields)}"]
    if context.chance(0.5):
        calls.append(f"second = {_call(maker, list(reversed(fields)))}")
    return "\n".join(head) + "\n\n\n" + "\n".join(calls)


RECORD_FORMS: dict[str, Callable[[Context, str, Fields, str], str]] = {
    "class": _write_class, "dataclass": _write_dataclass, "named tuple": _write_named_tuple,
    "dict": _write_dicts, "keyword": _write_keywords,
}  # fmt: skip
"""By form: writes the code of an owner and its fields, with uses of the one of the old name."""
