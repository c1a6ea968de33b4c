"""How people ask: cores of requests, and how values are quoted.

Invariant: a request of the training split is never built from a core that the held-out split
uses. Which cores are held out depends on their place in their list only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from random import Random
from string import Formatter

HELD_OUT_EVERY = 5
"""Of each list of cores, the fifth, tenth, ... belongs to the held-out split."""

_CASUAL_SHARE = 0.55

_PLAIN_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_.@/%-]*[A-Za-z0-9%]$")


class Phrases:
    """Cores of one request. One that starts in lower case is an imperative and can be wrapped.

    `casual` ones are whole utterances, for casual tasks only.
    """

    def __init__(self, *cores: str, casual: tuple[str, ...] = ()) -> None:
        """Raises `ValueError` when there are too few cores to hold one out, and when a casual one
        does not end with one of . ! ? or has a slot that no core has.
        """
        if len(cores) < HELD_OUT_EVERY:
            raise ValueError(f"{len(cores)} cores; {HELD_OUT_EVERY} are needed: {cores}")
        known = _slots(" ".join(cores))
        if wrong := [
            one for one in casual if not one.endswith((".", "!", "?")) or _slots(one) - known
        ]:
            raise ValueError(f"Casual requests without an end or with an unknown slot: {wrong}")
        self.casual = casual
        self.train = tuple(
            core for i, core in enumerate(cores) if i % HELD_OUT_EVERY < HELD_OUT_EVERY - 1
        )
        self.held_out = cores[HELD_OUT_EVERY - 1 :: HELD_OUT_EVERY]

    def of(self, split: str) -> tuple[str, ...]:
        """Return the cores of one split."""
        return self.train if split == "train" else self.held_out


def _slots(core: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(core) if name is not None}


class Variety(IntEnum):
    """What tasks are made of. Each adds to the one before; what one makes never changes."""

    FIRST = 0
    EVERYDAY = 1
    """The edits that people ask for most are drawn more often."""
    WIDE = 2
    """With the further patterns, and the kinds that were added with them."""
    FRESH = 3
    """With the fresh patterns, and with words of a text exchanged for others."""
    FOCUSED = 4
    """With more texts of several like parts, of which only the told one may change."""
    SEVERAL = 5
    """With many requests for several changes."""
    ASKED = 6
    """With the kinds of the packages `functions`, `manifests`, `scripts`, `sheets`, `statements`
    and `told_prose`: what people ask for, told in many words, beside places much like the told."""
    BALANCED = 7
    """With fewer requests for several changes, and more edits of prose and templates."""
    CASUAL = 8
    """Half of the requests in words that people type without thinking of a form: without a verb,
    as a fact from which the edit follows, or amid chatter."""
    DEMOS = 9
    """More than half of the tasks are of the package `demos`: what people try first, each wish in
    very many words."""
    PAIRED = 10
    """With the package `demos.pairs`: ordinary edits with a twist, mostly two in one request."""
    SPELLED = 11
    """With more misspelled texts, and more misspelled words in each."""
    WRAPPED = 12
    """With paragraphs of lines that end at some width."""
    WISHED = 13
    """More than half of the tasks are edits that somebody wrote down for one text, see `wishes`."""
    MORE_WISHED = 14
    """With more such texts, and more tasks of them."""
    RECALLED = 15
    """Half of the tasks are those of `FIRST`."""


@dataclass(slots=True, kw_only=True)
class Context:
    """What the makers of one task share."""

    random: Random
    split: str
    size: int
    """Wanted length of the source, characters."""
    variety: Variety = Variety.FIRST

    @property
    def everyday(self) -> bool:
        """At least `EVERYDAY`."""
        return self.variety >= Variety.EVERYDAY

    @property
    def wide(self) -> bool:
        """At least `WIDE`."""
        return self.variety >= Variety.WIDE

    @property
    def fresh(self) -> bool:
        """At least `FRESH`."""
        return self.variety >= Variety.FRESH

    @property
    def focused(self) -> bool:
        """At least `FOCUSED`."""
        return self.variety >= Variety.FOCUSED

    @property
    def several(self) -> bool:
        """At least `SEVERAL`."""
        return self.variety >= Variety.SEVERAL

    @property
    def asked(self) -> bool:
        """At least `ASKED`."""
        return self.variety >= Variety.ASKED

    @property
    def balanced(self) -> bool:
        """At least `BALANCED`."""
        return self.variety >= Variety.BALANCED

    @property
    def casual(self) -> bool:
        """At least `CASUAL`."""
        return self.variety >= Variety.CASUAL

    @property
    def demos(self) -> bool:
        """At least `DEMOS`."""
        return self.variety >= Variety.DEMOS

    @property
    def paired(self) -> bool:
        """At least `PAIRED`."""
        return self.variety >= Variety.PAIRED

    @property
    def spelled(self) -> bool:
        """At least `SPELLED`."""
        return self.variety >= Variety.SPELLED

    @property
    def wrapped(self) -> bool:
        """At least `WRAPPED`."""
        return self.variety >= Variety.WRAPPED

    @property
    def wished(self) -> bool:
        """At least `WISHED`."""
        return self.variety >= Variety.WISHED

    @property
    def more_wished(self) -> bool:
        """At least `MORE_WISHED`."""
        return self.variety >= Variety.MORE_WISHED

    def chance(self, probability: float) -> bool:
        """Return true with this probability."""
        return self.random.random() < probability

    def say(self, phrases: Phrases, **values: str) -> str:
        """Return one core of this split with its slots filled, or a casual one."""
        is_casual = self.casual and phrases.casual and self.chance(_CASUAL_SHARE)
        cores = phrases.casual if is_casual else phrases.of(self.split)
        return self.random.choice(cores).format(**values)

    def quoted(self, text: str, *, bare: float = 0.15) -> str:
        """Return the text in some quotes that it does not contain itself, or bare if a word."""
        if _PLAIN_WORD.match(text) and self.chance(bare):
            return text
        marks = [pair for pair in _QUOTES if pair[0] not in text and pair[1] not in text]
        opening, closing = self.random.choice(marks or [("", "")])
        return f"{opening}{text}{closing}"

    def coded(self, text: str, *, bare: float = 0.3) -> str:
        """Return a piece of code as people name it: mostly in backticks or bare."""
        if "`" not in text and self.chance(0.55):
            return f"`{text}`"
        if " " not in text and self.chance(bare / 0.45):
            return text
        return self.quoted(text, bare=0.0)


_QUOTES = (('"', '"'), ('"', '"'), ('"', '"'), ("'", "'"), ("`", "`"), ("“", "”"))
