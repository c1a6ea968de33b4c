"""How settings, lists and tables are written in each language.

Invariant: a form writes the same parts in the same way, so an edit of the parts is an edit of the
text and of nothing else in it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import Any

from lib.engine.adapter.tasks.grouped.parts import Group, Listing, Part, Setting, Table, Value

Write = Callable[[Sequence[Part]], str]


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write parts."""

    language: str
    write: Write
    pair: Callable[[str, Value], str]
    """How one key and its value are written."""
    has_rows: bool = False
    """All groups have the same keys, in columns."""
    flags: tuple[str, str] = ("false", "true")
    """What a flag is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Notation:
    """Braces and brackets, as JSON and its likes write data."""

    quote: str = '"'
    quotes_keys: bool = True
    comma_at_end: bool = False
    indent: int = 2
    pad: str = " "
    """Inside of the braces of an object in one line."""
    by_name: bool = True
    """A table is an object of groups by their names, not a list of them."""
    one_line: bool = False
    """A group stands in one line."""
    words: Mapping[bool, str]

    def value(self, value: Value) -> str:
        """Write a number, a flag or a string."""
        if isinstance(value, bool):
            return self.words[value]
        return f"{self.quote}{value}{self.quote}" if isinstance(value, str) else str(value)

    def key(self, key: str) -> str:
        """Write the name of a key."""
        is_plain = not self.quotes_keys and re.fullmatch(r"[A-Za-z_]\w*", key)
        return key if is_plain else f"{self.quote}{key}{self.quote}"

    def pair(self, key: str, value: Value) -> str:
        """Write a key with its value."""
        return f"{self.key(key)}: {self.value(value)}"

    def part(self, part: Part, depth: int) -> str:
        """Write what a part holds."""
        if isinstance(part, Setting):
            return self.value(part.value)
        if isinstance(part, Listing):
            return self.block("[]", [self.value(item) for item in part.items], depth)
        rows = [self._group(group, depth + 1) for group in part.groups]
        return self.block("{}" if self.by_name else "[]", rows, depth)

    def _group(self, group: Group, depth: int) -> str:
        pairs = [self.pair(key, value) for key, value in group.values.items()]
        if not self.by_name:
            pairs.insert(0, self.pair("name", group.name))
        head = f"{self.key(group.name)}: " if self.by_name else ""
        if self.one_line:
            return f"{head}{{{self.pad}{', '.join(pairs)}{self.pad}}}"
        return head + self.block("{}", pairs, depth)

    def block(self, marks: str, rows: list[str], depth: int) -> str:
        """Write rows between marks, each on a line of its own."""
        inner, outer = (" " * (self.indent * level) for level in (depth + 1, depth))
        end = "," if self.comma_at_end else ""
        return f"{marks[0]}\n{inner}" + f",\n{inner}".join(rows) + f"{end}\n{outer}{marks[1]}"


_SCRIPT_WORDS = {True: "true", False: "false"}
_PYTHON_WORDS = {True: "True", False: "False"}


def _data_options(random: Random) -> dict[str, Any]:
    return {"by_name": random.random() < 0.7, "one_line": random.random() < 0.4}


def _json(random: Random) -> Form:
    notation = _Notation(
        words=_SCRIPT_WORDS, indent=random.choice((2, 2, 2, 4)), **_data_options(random)
    )

    def write(parts: Sequence[Part]) -> str:
        if len(parts) == 1 and isinstance(parts[0], Table):
            return notation.part(parts[0], 0)
        rows = [f"{notation.key(part.name)}: {notation.part(part, 1)}" for part in parts]
        return notation.block("{}", rows, 0)

    return Form("json", write, notation.pair)


def _assigned(language: str, random: Random) -> Form:
    is_python = language == "python"
    notation = _Notation(
        words=_PYTHON_WORDS if is_python else _SCRIPT_WORDS,
        quote=random.choice(('"', '"', "'")),
        quotes_keys=is_python,
        comma_at_end=random.random() < 0.7,
        indent=4 if is_python else 2,
        pad="" if is_python else " ",
        **_data_options(random),
    )
    head = random.choice(("const ", "export const ", "const ")) if not is_python else ""
    end = "" if is_python else ";"

    def write(parts: Sequence[Part]) -> str:
        texts = []
        for part in parts:
            name = part.name.upper() if is_python else part.name
            texts.append(f"{head}{name} = {notation.part(part, 0)}{end}")
        is_short = [isinstance(part, Setting) for part in parts]
        body = texts[0]
        for i in range(1, len(texts)):
            body += ("\n" if is_short[i - 1] and is_short[i] else "\n\n") + texts[i]
        return body

    return Form(language, write, notation.pair)


def _yaml(random: Random) -> Form:
    always = random.random() < 0.3
    style = random.choice(("block", "block", "flow", "list"))
    step = "  " if random.random() < 0.6 else ""

    def show(value: Value) -> str:
        if not isinstance(value, str):
            return json.dumps(value)
        is_plain = re.fullmatch(r"[A-Za-z][\w ./@-]*", value) and not always
        return value if is_plain else f'"{value}"'

    def pair(key: str, value: Value) -> str:
        return f"{key}: {show(value)}"

    def rows(part: Part) -> list[str]:
        if isinstance(part, Setting):
            return [pair(part.name, part.value)]
        if isinstance(part, Listing):
            return [f"{part.name}:", *(f"{step}- {show(item)}" for item in part.items)]
        lines = [f"{part.name}:"]
        for group in part.groups:
            pairs = [pair(*one) for one in group.values.items()]
            if style == "flow":
                lines.append(f"  {group.name}: {{ {', '.join(pairs)} }}")
            elif style == "list":
                lines += [f"{step}- name: {group.name}", *(f"{step}  {one}" for one in pairs)]
            else:
                lines += [f"  {group.name}:", *(f"    {one}" for one in pairs)]
        return lines

    return Form(
        "yaml", lambda parts: "\n".join(line for part in parts for line in rows(part)), pair
    )


def _toml(random: Random) -> Form:
    is_nested = random.random() < 0.5

    def pair(key: str, value: Value) -> str:
        return f"{key} = {json.dumps(value, ensure_ascii=False)}"

    def write(parts: Sequence[Part]) -> str:
        lines = []
        for part in sorted(parts, key=lambda one: isinstance(one, Table)):
            if isinstance(part, Setting):
                lines.append(pair(part.name, part.value))
            elif isinstance(part, Listing):
                items = ", ".join(json.dumps(item, ensure_ascii=False) for item in part.items)
                lines.append(f"{part.name} = [{items}]")
            else:
                for group in part.groups:
                    head = f"[{part.name}.{group.name}]" if is_nested else f"[{group.name}]"
                    lines += ["", head, *(pair(*one) for one in group.values.items())]
        return "\n".join(lines).lstrip("\n")

    return Form("toml", write, pair)


SPOKEN_FLAGS = ("no", "yes")


def plain(value: Value) -> str:
    """Write a value without quotes, as in a text."""
    if isinstance(value, bool):
        return SPOKEN_FLAGS[value]
    return str(value)


def title(name: str) -> str:
    """Write a name as a heading."""
    return name.replace("_", " ").capitalize()


def _written_out(language: str, random: Random) -> Form:
    """Headings and lists in Markdown, or lines in a plain text."""
    is_markdown = language == "markdown"
    mark = random.choice(("-", "-", "*")) if is_markdown else random.choice(("-", "*", " "))
    in_one_line = random.random() < 0.5

    def pair(key: str, value: Value) -> str:
        return f"{title(key)}: {plain(value)}"

    def write(parts: Sequence[Part]) -> str:
        blocks = []
        for part in parts:
            head = f"## {title(part.name)}" if is_markdown else f"{title(part.name)}:"
            gap = "\n\n" if is_markdown else "\n"
            if isinstance(part, Setting):
                blocks.append(pair(part.name, part.value))
            elif isinstance(part, Listing):
                blocks.append(head + gap + "\n".join(f"{mark} {item}" for item in part.items))
            elif in_one_line:
                rows = [
                    f"{mark} {title(group.name)}: "
                    + ", ".join(f"{key} {plain(value)}" for key, value in group.values.items())
                    for group in part.groups
                ]
                blocks.append(head + gap + "\n".join(rows))
            else:
                for group in part.groups:
                    top = f"### {title(group.name)}\n" if is_markdown else title(group.name)
                    rows = [f"{mark} {pair(*one)}" for one in group.values.items()]
                    blocks.append("\n".join((top, *rows)))
        return "\n\n".join(blocks)

    return Form(language, write, pair, flags=SPOKEN_FLAGS)


_FORMS: dict[str, tuple[Callable[[Random], Form], ...]] = {
    "json": (_json,),
    "yaml": (_yaml,),
    "toml": (_toml,),
    "python": (partial(_assigned, "python"),),
    "javascript": (partial(_assigned, "javascript"),),
    "typescript": (partial(_assigned, "typescript"),),
    "markdown": (partial(_written_out, "markdown"),),
    "text": (partial(_written_out, "text"),),
}


def draw_form(random: Random, language: str) -> Form:
    """Return one of the forms of a language for settings, lists and tables."""
    # Drawn where there is one form, too: without the draw every later task would be another.
    return random.choice(_FORMS[language])(random)
