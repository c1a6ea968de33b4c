"""Finds the keys and items of YAML, TOML and .env texts.

Invariant: `#` in quotes starts no comment, and comments behind an entry do not belong to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

_KEY = re.compile(r"([A-Za-z_./][\w ./-]*?):(?:\s+(.*))?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One key with its value and all that stands deeper, or one item of a list."""

    line: int
    end: int
    key: str
    value: str
    at: int
    """Where the value starts in its line."""
    path: tuple[str, ...]
    is_item: bool

    @property
    def bare_value(self) -> str:
        """The value without its quotes."""
        return self.value.strip("\"'")


def find_comment(line: str) -> int:
    """Return where the comment of a line starts, or its length; `#` in quotes is no comment."""
    mark = ""
    for i, letter in enumerate(line):
        if mark:
            mark = "" if letter == mark else mark
        elif letter in "\"'" and (i == 0 or line[i - 1] in " [,=:{("):
            mark = letter
        elif letter == "#" and (i == 0 or line[i - 1] == " "):
            return i
    return len(line)


def code_of(line: str) -> str:
    """Return the line without its comment."""
    return line[: find_comment(line)].rstrip()


def told_line(line: str) -> str:
    """Return the line as people tell it: without its indentation, its dash and its comment."""
    return code_of(line).strip(" -")


def scan(language: str, body: str) -> list[Entry]:
    """Return all entries of a text in their order."""
    lines = body.split("\n")
    starts: list[tuple[int, _Token, tuple[str, ...]]] = []
    stack: list[_Token] = []
    kinds = iter(re.findall(r"^kind: (\w+)$", body, re.MULTILINE))
    root = (next(kinds),) if body.count("\nkind: ") > 1 else ()
    for n, line in enumerate(lines):
        if line == "---":
            root, stack = (next(kinds, ""),), []
        for token in _find_tokens(language, line):
            while stack and stack[-1].depth >= token.depth:
                stack.pop()
            starts.append((n, token, (*root, *(outer.key for outer in stack))))
            stack.append(token)
    entries = []
    for i, (n, token, path) in enumerate(starts):
        later = (m for m, other, _ in starts[i + 1 :] if other.depth <= token.depth and m > n)
        end = _trimmed_end(lines, n, next(later, len(lines)))
        if token.is_item and language != "yaml":
            end = n + 1
        entries.append(
            Entry(
                line=n,
                end=end,
                key=token.key,
                value=token.value,
                at=token.at,
                path=path,
                is_item=token.is_item,
            )
        )
    return entries


def _trimmed_end(lines: list[str], start: int, end: int) -> int:
    """Return the end of an entry without the next document, blank lines and comments."""
    if "---" in lines[start:end]:
        end = start + lines[start:end].index("---")
    while end > start + 1 and not code_of(lines[end - 1]):
        end -= 1
    return end


class _Token(NamedTuple):
    """What one line starts: a key with its value, or an item."""

    depth: int
    key: str
    value: str
    at: int
    is_item: bool


def _find_tokens(language: str, line: str) -> list[_Token]:
    code = code_of(line)
    if not code or code.strip() in ("---", "]"):
        return []
    return _find_yaml_tokens(code) if language == "yaml" else [_make_token(code)]


def _make_token(code: str) -> _Token:
    """Return what a line of TOML or .env starts."""
    if code.startswith("["):
        return _Token(0, code, "", 0, is_item=False)
    match = re.match(r"([\w.-]+)\s*=\s*", code)
    if match:
        return _Token(1, match[1], code[match.end() :], match.end(), is_item=False)
    item = code.strip(" ,")
    return _Token(2, item, item, len(code) - len(code.lstrip()), is_item=True)


def _find_yaml_tokens(code: str) -> list[_Token]:
    at = len(code) - len(code.lstrip())
    found = []
    while code[at:].startswith("- "):
        item = code[at + 2 :]
        match = _KEY.match(item)
        label = match[1] if match else item
        if match and match[2] and label in ("name", "uses", "run", "title"):
            label = match[2]
        found.append(_Token(2 * at + 1, label, item, at + 2, is_item=True))
        at += 2
    match = _KEY.match(code[at:])
    if match:
        value = match[2] or ""
        found.append(_Token(2 * at, match[1], value, len(code) - len(value), is_item=False))
    return found
