"""Whether an edit leaves its text well-formed.

Invariant: a sound text never becomes an unsound one.
"""

from __future__ import annotations

import ast
import json
import warnings

from lib.engine.adapter.tasks.texts import Edit, Text


def is_sound(edit: Edit) -> bool:
    """Return false when the text could be parsed before the edit and no longer can."""
    if edit.text.language == "python":
        return not _parses(edit.text.body) or _parses(edit.answer)
    if edit.text.language == "json":
        return _is_json(edit.answer) or not _is_json(edit.text.body)
    if edit.text.language in ("javascript", "typescript", "css"):
        return _balance(edit.answer) == _balance(edit.text.body)
    return True


def is_well_formed(text: Text) -> bool:
    """Return false when the text is of a language that we can parse and does not parse."""
    if text.language == "python":
        return _parses(text.body)
    return text.language != "json" or _is_json(text.body)


def _parses(code: str) -> bool:
    with warnings.catch_warnings():
        # Newer versions warn of more, and a test run may turn warnings into errors.
        warnings.simplefilter("ignore")
        try:
            ast.parse(code)
        except (SyntaxError, ValueError):
            return False
    return True


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _balance(code: str) -> list[int]:
    return [code.count(left) - code.count(right) for left, right in ("{}", "()", "[]")]
