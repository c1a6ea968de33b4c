"""Fills `~slots~` of text patterns with drawn words.

Invariant: within one `Slots`, a slot has one value, and two different nouns are never the same
word, so that what a pattern calls by two names stays two things.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType

from lib.engine.adapter.tasks.words import (
    ADJECTIVES,
    CITIES,
    COLORS,
    FIELDS,
    FIRST_NAMES,
    IRREGULAR_PLURALS,
    LAST_NAMES,
    MESSAGES,
    MONTHS,
    NOUNS,
    STRING_WORDS,
    TOP_LEVELS,
    VERBS,
    WEEKDAYS,
    split_words,
)

_SLOT = re.compile(r"(\b[Aa] )?~([A-Za-z]+)(\d*)~")

_PROTECTED = frozenset(
    split_words("""
    class case default delete export for from function if import in is new package private
    public static super switch this try type var void while with yield return list map set input
    object id len print str int float dict tuple filter sum sort sorted index count key keys value
    limit values item items result row rows data name text line lines number node error message""")
)
"""Words that patterns use by themselves: a drawn name is never one of them."""


def plural(noun: str) -> str:
    """Return the plural of one of our nouns."""
    if noun in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[noun]
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def pascal(word: str) -> str:
    """`order line` -> `OrderLine`."""
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"[ _-]", word))


class Slots:
    """The values of one text's slots, drawn when first asked for."""

    def __init__(
        self, random: Random, own: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    ) -> None:
        """`own` gives further slots what they may be."""
        self.random = random
        self._draws = {**_DRAWS, **{name: _chooser(choices) for name, choices in own.items()}}
        self._values: dict[str, str] = {}
        self._used: set[str] = set(_PROTECTED)

    def fill(self, pattern: str) -> str:
        """Return the pattern with every `~slot~` replaced."""
        return _SLOT.sub(self._fill_one, pattern)

    def _fill_one(self, match: re.Match[str]) -> str:
        article, word = match[1] or "", self.value(match[2], match[3])
        if article and re.match(r"(?!us|uni|one|eu)[aeiou]", word, re.IGNORECASE):
            article = article[0] + "n "
        return article + word

    def forget(self) -> None:
        """Let every slot be drawn anew; words used so far are not drawn again."""
        self._values.clear()

    def value(self, slot: str, number: str = "") -> str:
        """Return the value of a slot: `item`, `Items`, `ITEM` are forms of one drawn noun."""
        base = slot.lower()
        if base in _FORMS:
            noun, form = _FORMS[base]
            word = form(self._remember(noun + number, self._draws[noun]))
        else:
            word = self._remember(base + number, self._draws[base])
        if slot.isupper():
            return word.upper()
        return pascal(word) if slot[0].isupper() else word

    def _remember(self, key: str, draw: Callable[[Random], str]) -> str:
        if key not in self._values:
            word = draw(self.random)
            for _ in range(20):
                if word not in self._used:
                    break
                word = draw(self.random)
            self._used.add(word)
            self._values[key] = word
        return self._values[key]


def _chooser(choices: tuple[str, ...]) -> Callable[[Random], str]:
    return lambda random: random.choice(choices)


def _address(random: Random) -> str:
    first = random.choice((*FIRST_NAMES, "info", "office", "hello", "support", "team"))
    return f"{first.lower()}@{_domain(random)}"


def _domain(random: Random) -> str:
    start = random.choice((*STRING_WORDS, *NOUNS))
    middle = random.choice(("", "", "-" + random.choice(NOUNS)))
    return f"{start}{middle}.{random.choice(TOP_LEVELS)}"


def _number(random: Random) -> str:
    kind = random.random()
    if kind < 0.45:
        return str(random.randrange(2, 21))
    if kind < 0.75:
        return str(random.choice((5, 10, 25, 50, 100, 200, 500, 1000)) * random.randrange(1, 5))
    return str(random.randrange(21, 1000))


def _clock(random: Random) -> str:
    return f"{random.randrange(7, 22)}:{random.choice(('00', '15', '30', '45'))}"


def _price(random: Random) -> str:
    return f"{random.randrange(2, 300)}.{random.choice(('00', '50', '90', '95', '99'))}"


def _version(random: Random) -> str:
    return f"{random.randrange(0, 10)}.{random.randrange(0, 25)}.{random.randrange(0, 12)}"


def _iso_date(random: Random) -> str:
    return (
        f"{random.randrange(2019, 2028)}-{random.randrange(1, 13):02}-{random.randrange(1, 29):02}"
    )


def _hex(random: Random) -> str:
    return "#" + "".join(random.choice("0123456789abcdef") for _ in range(6))


def _company(random: Random) -> str:
    name = random.choice(STRING_WORDS).title()
    end = random.choice(("Labs", "Works", "Systems", "Foods", "Travel", "Studio", "Books", "Tools"))
    return random.choice((f"{name} {end}", f"{name}{end.lower()}", f"{name} & Co"))


_FORMS: dict[str, tuple[str, Callable[[str], str]]] = {
    "items": ("item", plural),
    "item": ("item", str),
    "others": ("other", plural),
    "other": ("other", str),
}

_DRAWS: dict[str, Callable[[Random], str]] = {
    "item": _chooser(NOUNS),
    "other": _chooser(NOUNS),
    "field": _chooser(FIELDS),
    "verb": _chooser(VERBS),
    "adj": _chooser(ADJECTIVES),
    "word": _chooser(STRING_WORDS),
    "msg": _chooser(MESSAGES),
    "first": _chooser(FIRST_NAMES),
    "last": _chooser(LAST_NAMES),
    "city": _chooser(CITIES),
    "color": _chooser(COLORS),
    "month": _chooser(MONTHS),
    "weekday": _chooser(WEEKDAYS),
    "company": _company,
    "n": _number,
    "digit": lambda random: str(random.randrange(2, 10)),
    "teen": lambda random: str(random.randrange(10, 40)),
    "day": lambda random: str(random.randrange(1, 29)),
    "year": lambda random: str(random.randrange(1960, 2030)),
    "px": lambda random: f"{random.choice((1, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 32, 40))}px",
    "port": lambda random: str(random.choice((3000, 4000, 5000, 8000, 8080, 9000, 5432, 6379))),
    "price": _price,
    "clock": _clock,
    "version": _version,
    "date": _iso_date,
    "hex": _hex,
    "email": _address,
    "domain": _domain,
}
