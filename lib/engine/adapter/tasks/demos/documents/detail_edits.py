"""A value changes that is told by what it is.

Invariant: the new value is written as the old one is; the same value elsewhere stays.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lib.engine.adapter.tasks.demos.documents import detail_wordings as wordings
from lib.engine.adapter.tasks.demos.documents.drawing import draw_document
from lib.engine.adapter.tasks.demos.documents.values import COINS, RANGES, TAG, write_clock
from lib.engine.adapter.tasks.demos.telling import capital, tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_SHIFTS = (
    (60, "an hour later"), (60, "one hour later"), (-60, "an hour earlier"),
    (30, "half an hour later"), (-30, "half an hour earlier"), (30, "30 minutes later"),
    (-30, "30 minutes earlier"), (15, "a quarter of an hour later"), (15, "15 minutes later"),
    (-60, "one hour earlier"),
)  # fmt: skip
_CLOCK = re.compile(r"(\d+)(?::(\d\d))?(?: ([ap])\.?m\.?)?$")


def correct_detail(context: Context) -> Edit | None:
    """Change a value that is told by what it is; the same value elsewhere stays."""
    random = context.random
    document = draw_document(context)
    tags = TAG.findall(" ".join(one for _, one in document.sentences))
    if not tags:
        return None
    what, kind = random.choice(tags)
    like = [other for other, its in tags if its == kind and other != what]
    values = dict(document.values)
    if like and context.chance(0.6):
        values[random.choice(like)] = values[what]
    document = replace(document, values=values)
    old, phrases, shift = values[what], wordings.DETAIL, ""
    if kind in RANGES and context.chance(0.35):
        minutes, shift = random.choice(_SHIFTS)
        new, phrases = _shift_clock(old, minutes), wordings.SHIFTED
    else:
        drawn = draw_document(context, document.theme).values[what]
        new = _like_written(old, drawn, kind)
    if old == new:
        return None
    request = tell(context, phrases, reasons=wordings.DETAIL_REASONS, stays=wordings.DETAIL_STAYS,
                   what=what, What=capital(what), old=old, new=new,
                   shift=shift)  # fmt: skip
    pair = document.write(), replace(document, values={**values, what: new}).write()
    return make_edit(context, "correct detail", request, document.theme.language, pair)


def _shift_clock(old: str, minutes: int) -> str:
    """Return the time so much later, written as the old one is."""
    new = write_clock(_read_clock(old) + minutes, _clock_of(old))
    return new if ":" not in old or ":" in new else new.replace(" ", ":00 ", 1)


def _read_clock(time: str) -> int:
    """Return how many minutes after midnight the time is."""
    match = _CLOCK.match(time)
    if not match:
        raise ValueError(f"Not a time: {time}")
    hour = int(match[1]) % 12 + 12 * (match[3] == "p") if match[3] else int(match[1])
    return 60 * hour + int(match[2] or 0)


def _clock_of(time: str) -> str:
    """Return how the time is written, as `write_clock` calls it."""
    if time[-1].isdigit():
        return "24"
    return "dots" if "." in time else "short"


def _like_written(old: str, drawn: str, kind: str) -> str:
    """Return the other value in the form of the old one."""
    if kind in RANGES:
        return write_clock(_read_clock(drawn), _clock_of(old))
    if kind == "date":
        day, month = sorted(drawn.split())
        return f"{day} {month}" if old[0].isdigit() else f"{month} {day}"
    if kind in COINS:
        return re.sub(r"\d+", re.sub(r"\D", "", drawn), old)
    return drawn
