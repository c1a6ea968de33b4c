"""How a pattern becomes code: its choices and slots filled, its types kept or not, its style.

Invariant: what a program consists of is kept apart from its style, so source and answer, which
get the same one, differ only where a part was changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from lib.engine.adapter.tasks.slots import Slots

_CHOICE = re.compile(r"<(\w*(?:\|\w*)+)>")
_TYPE = re.compile(r"‹([^›]*)›")


def fill(slots: Slots, pattern: str) -> str:
    """Return the pattern with its choices made and its slots filled."""
    chosen = _CHOICE.sub(lambda match: slots.random.choice(match[1].split("|")), pattern)
    return slots.fill(chosen)


def typed(text: str, *, is_typed: bool) -> str:
    """Return the text with what stands between ‹ and › kept or dropped."""
    return _TYPE.sub(r"\1" if is_typed else "", text)


@dataclass(frozen=True, slots=True)
class Style:
    """How a program is written. Its parts use double quotes, semicolons and two spaces."""

    mark: str
    width: int
    has_semicolons: bool

    @classmethod
    def draw(cls, random: Random) -> Style:
        """Return one of the usual styles."""
        mark, width = random.choice('""\''), random.choice((2, 2, 2, 4))
        return cls(mark, width, random.random() < 0.75)

    def apply(self, text: str) -> str:
        """Return a program, or one line of it, in this style."""
        text = text.replace('"', self.mark)
        if self.width == 4:
            text = re.sub(r"^ +", lambda match: match[0] * 2, text, flags=re.MULTILINE)
        return text if self.has_semicolons else re.sub(r";$", "", text, flags=re.MULTILINE)


def has_word(text: str, word: str) -> bool:
    """Whether the code has this name as a whole."""
    return re.search(rf"(?<![\w$]){re.escape(word)}(?![\w$])", text) is not None
