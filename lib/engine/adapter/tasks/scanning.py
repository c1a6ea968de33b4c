"""Finds names, strings, comments and lines in texts, by regular expressions.

Invariant: cautious. What it cannot place with certainty it leaves out, because an edit may only
be asked for where every reader would make the same one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lib.engine.adapter.tasks.words import split_words

_SCRIPT = {
    r"\bfunction (\w+)": "function",
    r"\bclass (\w+)": "class",
    r"\binterface (\w+)": "interface",
    r"\btype (\w+) =": "type",
    r"\benum (\w+)": "enum",
    r"\b(?:const|let|var) (\w+)(?:: [\w<>\[\]]+)? = (?:async )?\(": "function",
    r"\b(?:const|let|var) (\w+)(?:: [\w<>\[\]]+)? = (?!(?:async )?\()": "variable",
    r"^ +(?:async )?(\w+)\([^()]*\)(?:: [\w<>|\[\] ]+)? \{$": "method",
    r"\bfunction \w+\((?:\w+, )?(\w+)[,)]": "parameter",
}
_DECLARATIONS: dict[str, dict[str, str]] = {
    "python": {
        r"^(?:async )?def (\w+)": "function",
        r"^ +(?:async )?def ([a-z]\w*)": "method",
        r"^class (\w+)": "class",
        r"^ *([a-z]\w*) = ": "variable",
        r"^([A-Z][A-Z_]+) = ": "constant",
        r"^ *for (\w+) in": "variable",
        r"\bdef \w+\((?:self, )?(?:\w+, )?([a-z]\w*)[,)=]": "parameter",
        r"\bself\.(\w+) = ": "attribute",
    },
    "javascript": _SCRIPT,
    "typescript": _SCRIPT | {r"^ +(\w+)\??: \w[\w\[\]]*;$": "property"},
    "css": {r"^\.([a-z][\w-]*)": "class", r"^#([a-z][\w-]*)": "id", r"^ +(--[\w-]+):": "variable"},
    "sql": {
        r"(?i)\b(?:FROM|INTO|TABLE|UPDATE|JOIN) ([a-z_]\w+)": "table",
        r"(?i)^  ([a-z_]\w+) (?:INTEGER|TEXT|NUMERIC|DATE|TIMESTAMP|SERIAL|VARCHAR)": "column",
    },
    "yaml": {r"^ *(?:- )?([A-Za-z_][\w-]*):": "key"},
    "toml": {r"^([A-Za-z_][\w-]*) = ": "key", r"^\[([a-z]\w*)\]$": "table"},
    "env": {r"^(?:export )?([A-Z][A-Z_]+)=": "variable"},
    "html": {r'class="([\w-]+)"': "class", r'id="([\w-]+)"': "id"},
}

_COMMENTS = {
    "python": r"#[^\n]*",
    "yaml": r"(?m)^ *#[^\n]*",
    "toml": r"(?m)^ *#[^\n]*",
    "env": r"(?m)^#[^\n]*",
    "javascript": r"(?<![:\"'])//[^\n]*|/\*.*?\*/",
    "typescript": r"(?<![:\"'])//[^\n]*|/\*.*?\*/",
    "css": r"/\*.*?\*/",
    "sql": r"--[^\n]*",
    "html": r"<!--.*?-->",
}
_STRINGS = re.compile(r'"""(?:[^"]|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|`[^`]*`')


@dataclass(frozen=True, slots=True)
class Name:
    """A declared name and what it names."""

    text: str
    kind: str


def find_names(body: str, language: str) -> list[Name]:
    """Return the declared names, each once, in a fixed order."""
    found: dict[str, str] = {}
    for pattern, kind in _DECLARATIONS.get(language, {}).items():
        for match in re.finditer(pattern, body, re.MULTILINE):
            if len(match[1]) > 1 and match[1] not in _NOT_NAMES and match[1][:2] != "__":
                found.setdefault(match[1], kind)
    return [Name(text, kind) for text, kind in found.items()]


_NOT_NAMES = frozenset(split_words("self constructor if for while switch root server main async"))


def boundary(name: str) -> re.Pattern[str]:
    """Match the name where it is a whole word; hyphens belong to words."""
    return re.compile(rf"(?<![\w$-]){re.escape(name)}(?![\w$-])")


def find_strings(body: str) -> list[re.Match[str]]:
    """Return the string literals with their quotes."""
    return list(_STRINGS.finditer(body))


def find_comments(body: str, language: str) -> list[re.Match[str]]:
    """Return the comments, those inside of strings left out."""
    pattern = _COMMENTS.get(language)
    if pattern is None:
        return []
    strings = [match.span() for match in find_strings(body)]
    comments = re.finditer(pattern, body, re.DOTALL if language != "python" else 0)
    return [
        match
        for match in comments
        if not any(start < match.start() < end for start, end in strings)
    ]


def is_renamable(body: str, language: str, name: Name) -> bool:
    """Say whether every whole-word occurrence is a use of the named thing."""
    places = [match.start() for match in boundary(name.text).finditer(body)]
    if not places or len(re.findall(re.escape(name.text), body)) > 14:
        return False
    quiet = [match.span() for match in find_comments(body, language)]
    if language in ("python", "javascript", "typescript"):
        quiet += [match.span() for match in find_strings(body) if not _interpolates(match[0])]
    if language in ("python", "javascript", "typescript") and name.kind not in _MEMBERS:
        for place in places:
            before = body[place - 1 : place]
            after = body[place + len(name.text) :][:2]
            if before == "." or (after[:1] == ":" and name.kind != "parameter"):
                return False
            if before in "(, {" and after[:1] == "=" and after != "==" and after != "=>":
                return False
    if any(start <= place < end for place in places for start, end in quiet):
        return False
    loud = [m for m in find_strings(body) if _interpolates(m[0])]
    return all(
        "{" in body[match.start() : place] and "}" in body[place : match.end()]
        for match in loud
        for place in places
        if match.start() <= place < match.end()
    )


_MEMBERS = ("method", "attribute", "property")


def _interpolates(literal: str) -> bool:
    return "{" in literal and not literal.startswith('"""')


def unique_lines(body: str) -> list[str]:
    """Return the lines whose stripped text stands in the body once, not even inside another."""
    lines = [line.strip() for line in body.split("\n")]
    return [line for line in lines if len(line) > 3 and body.count(line) == 1]


def indent_of(line: str) -> str:
    """Return the spaces that a line starts with."""
    return line[: len(line) - len(line.lstrip())]
