"""Values that have a name in a text, and how one writer writes them.

Invariant: a text writes all its times, dates and sums in one way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.words import MONTHS, WEEKDAYS

TAG = re.compile(r"\[([^]|]+)\|(\w+)\]")
"""`[what it is|its kind]`."""
_PLACES = ("the gym", "the canteen", "the library", "the town hall", "the tea room", "the lobby",
           "the school hall", "the youth club", "the parish hall", "the music room")  # fmt: skip
_BUILDINGS = ("the gym", "the church", "the bakery", "the town hall", "the station", "the theater")
RANGES = {"morn": (7, 11), "time": (10, 18), "eve": (17, 22)}
"""Kinds of times, from and to which hour."""
_NUMBERS = {"few": (2, 10), "count": (12, 60), "big": (110, 400)}
COINS = {"price": (3, 90), "sum": (300, 4000)}
"""Kinds of sums, from and to."""


@dataclass(frozen=True, slots=True)
class _Style:
    """How one writer writes values."""

    clock: str
    date: str
    coin: str


def write_clock(minutes: int, clock: str) -> str:
    """Return the time so many minutes after midnight: 24, with a full hour, short or with dots."""
    hour, minute = divmod(minutes, 60)
    if clock == "24":
        return f"{hour}:{minute:02}"
    half = "pm" if hour >= 12 else "am"
    if clock == "dots":
        half = half[0] + ".m."
    rest = f":{minute:02}" if minute or clock == "full" else ""
    return f"{(hour - 1) % 12 + 1}{rest} {half}"


def draw_values(context: Context, sentences: list[str]) -> dict[str, str]:
    """Return the values of the tags of these sentences by what they are."""
    random = context.random
    style = _Style(
        random.choice(("24", "full", "short", "short", "dots")),
        random.choice(("{0} {1}", "{1} {0}", "{0} {1}")),
        random.choice(("{} €", "€{}", "${}", "{} euros", "£{}")),
    )
    kinds: dict[str, str] = dict(TAG.findall(" ".join(sentences)))
    return {what: _draw_value(random, kind, style) for what, kind in kinds.items()}


def _draw_value(random: Random, kind: str, style: _Style) -> str:
    if kind in RANGES:
        first, last = RANGES[kind]
        minutes = 60 * random.randrange(first, last) + random.choice((0, 0, 30, 15))
        return write_clock(minutes, style.clock)
    if kind == "date":
        return style.date.format(random.randrange(1, 29), random.choice(MONTHS))
    if kind in _NUMBERS:
        return str(random.randrange(*_NUMBERS[kind]))
    if kind in COINS:
        first, last = COINS[kind]
        amount = random.randrange(first, last)
        return style.coin.format(amount if kind == "price" else amount // 10 * 10)
    choices = {"weekday": WEEKDAYS, "building": _BUILDINGS}.get(kind, _PLACES)
    return random.choice(choices)
