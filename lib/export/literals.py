"""Values as literals of Python, JavaScript and JSON.

Invariant: a literal means exactly the value, and holds no character that would act on a terminal
or on the reading direction of the code it stands in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

# Controls, bidirectional marks, line separators, lone surrogates: all that JSON leaves as they are.
_UNSAFE = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def write_json(value: object) -> str:
    """Return compact JSON, as the SDK sends it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def write_readable_json(value: object) -> str:
    """Return indented JSON."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def write_json_lines(body: Mapping[str, Any]) -> str:
    """Return JSON with a line a field; without the line ends it is what `write_json` returns."""
    fields = []
    for name, value in body.items():
        if name == "messages":
            messages = ",\n".join(write_json(message) for message in value)
            fields.append(f'"messages":[\n{messages}\n]')
        else:
            fields.append(f"{write_json(name)}:{write_json(value)}")
    return "{" + ",\n".join(fields) + "}"


def write_python_text(text: str, indent: str = "") -> str:
    """Return a Python expression for a text, a line of code for each of its lines."""
    lines = text.splitlines(keepends=True)
    if len(lines) < 2:
        return _quote_python(text)
    inner = "\n".join(f"{indent}    {_quote_python(line)}" for line in lines)
    return f"(\n{inner}\n{indent})"


def write_python(value: object) -> str:
    """Return a Python literal for decoded JSON."""
    if isinstance(value, str):
        return _quote_python(value)
    if isinstance(value, Mapping):
        items = (f"{_quote_python(name)}: {write_python(item)}" for name, item in value.items())
        return "{" + ", ".join(items) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(write_python, value)) + "]"
    return repr(value)


def write_javascript_text(text: str) -> str:
    """Return a JavaScript expression for a text, a line of code for each of its lines."""
    lines = text.splitlines(keepends=True)
    if len(lines) < 2:
        return write_json(text)
    return " +\n".join(
        ("  " if number else "") + write_json(line) for number, line in enumerate(lines)
    )


def _quote_python(text: str) -> str:
    # JSON's escapes mean the same in Python as long as no pair of surrogates is written as two.
    return write_json(text)
