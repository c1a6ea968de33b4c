"""A text to edit, and an edit of it. Invariant: pure values; nothing here draws or decides."""

from __future__ import annotations

from dataclasses import dataclass

CODE = frozenset({"python", "javascript", "typescript", "css", "html", "sql", "shell", "react"})
DATA = frozenset({"json", "yaml", "toml", "env"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A generated or kept text. `body` never ends with a newline."""

    body: str
    language: str
    noun: str
    """What people call it: code, letter, config, ..."""
    pieces: tuple[str, ...] = ()
    """The parts that the body was joined from, each complete: functions, rules, paragraphs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One change: the core of the request, and the text before and after it."""

    kind: str
    request: str
    text: Text
    answer: str
    is_no_op: bool = False
    is_described: bool = False
    """The request tells words of the text in other words, so they must stay as they are."""
