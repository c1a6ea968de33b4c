"""What the edits of all statements share: keywords, exchanged parts, and the finished edit.

Invariant: keywords are in one case throughout a text, and the request shows them in that case.
"""

from __future__ import annotations

import re
from typing import TypeVar

from lib.engine.adapter.tasks.phrasing import Context

Part = TypeVar("Part")

NTHS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_KEYWORDS = re.compile(
    r"\b(SELECT|DISTINCT|FROM|WHERE|AND|GROUP BY|HAVING|ORDER BY|LIMIT|JOIN|LEFT|INNER|ON|AS|"
    r"ASC|DESC|BETWEEN|IN|IS|NOT|NULL|LIKE|COUNT|SUM|AVG|MIN|MAX|TRUE|FALSE|CREATE|VIEW|UPDATE|SET|"
    r"DELETE|INSERT|INTO|VALUES|TABLE|IF|EXISTS|DEFAULT|UNIQUE|PRIMARY|FOREIGN|KEY|REFERENCES|"
    r"VARCHAR|TEXT|INTEGER|INT|BIGINT|SMALLINT|SERIAL|BOOLEAN|DATE|TIMESTAMP|NUMERIC|DECIMAL|"
    r"CURRENT_TIMESTAMP|CHECK|REAL|CHAR|INDEX)\b"
)


def spell(text: str, is_lower: bool) -> str:
    """Return SQL with its keywords in the case of the statement."""
    return _KEYWORDS.sub(lambda match: match[0].lower(), text) if is_lower else text


def cut(parts: tuple[Part, ...], at: int) -> tuple[Part, ...]:
    """Return the parts without one."""
    return parts[:at] + parts[at + 1 :]


def put(parts: tuple[Part, ...], at: int, new: Part) -> tuple[Part, ...]:
    """Return the parts with one more."""
    return (*parts[:at], new, *parts[at:])


def swap(parts: tuple[Part, ...], at: int, new: Part) -> tuple[Part, ...]:
    """Return the parts with another one at this place."""
    return (*parts[:at], new, *parts[at + 1 :])


def place_request(context: Context, request: str, place: str) -> str:
    """Return the request with the place that it speaks of."""
    if request[0].isupper():
        return f"{place[0].upper()}{place[1:]}: {request}"
    if context.chance(0.4) or not request[0].islower():
        return f"{place}, {request}"
    return f"{request} {place}"
