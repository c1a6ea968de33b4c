"""Sentences of everyday prose that know what they are about and which facts they hold.

Invariant: a fact knows where it stands in its sentence, so that an edit never has to search for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.told_prose.topics import TOPICS
from lib.engine.adapter.tasks.told_prose.values import Values

_FACT_SLOT = re.compile(r"\{(\w+)\|([^}]+)\}")


@dataclass(frozen=True, slots=True)
class Fact:
    """A value in a sentence, and what people call it."""

    kind: str
    label: str
    value: str
    start: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `about` says what it is about, and its last word stands in it."""

    about: str
    text: str
    facts: tuple[Fact, ...] = ()

    def with_value(self, fact: Fact, new: str) -> Sentence:
        """Return the sentence with another value in the place of one fact."""
        end = fact.start + len(fact.value)
        return replace(self, text=self.text[: fact.start] + new + self.text[end:])


@dataclass(frozen=True, slots=True)
class Topic:
    """What a passage is about: a title, and sentence patterns with what they are about."""

    title: str
    patterns: tuple[tuple[str, str], ...]


@cache
def topics() -> tuple[Topic, ...]:
    """Return all topics."""
    found = []
    for block in re.split(r"^# ", TOPICS.strip(), flags=re.MULTILINE)[1:]:
        title, *rest = block.strip().split("\n")
        pairs = [line.partition(": ") for line in rest]
        found.append(Topic(title, tuple((about, text) for about, _, text in pairs)))
    return tuple(found)


def make_sentence(slots: Slots, values: Values, about: str, pattern: str) -> Sentence:
    """Return a sentence with its facts drawn."""
    text, facts, rest = "", [], slots.fill(pattern)
    while match := _FACT_SLOT.search(rest):
        text += rest[: match.start()]
        value = values.draw(match[1])
        if rest[match.end() :].startswith("th "):
            value = str(4 + int(value) % 6)
        facts.append(Fact(match[1], match[2], value, len(text)))
        text, rest = text + value, rest[match.end() :]
    return Sentence(about, text + rest, tuple(facts))


def heading_of(sentence: Sentence) -> str:
    """Return a heading for a sentence: what it is about."""
    name = re.sub(r"^(?:the|our|your|a) ", "", sentence.about)
    return name[0].upper() + name[1:]
