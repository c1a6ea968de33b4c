"""Draws letters, notices, guides and reviews, and writes them.

Invariant: texts before and after an edit are written from one document.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from lib.engine.adapter.tasks.demos.documents.themes import THEMES, Theme
from lib.engine.adapter.tasks.demos.documents.values import TAG, draw_values
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.slots import Slots

PERSON, ADDRESSEE = "\x01", "\x02"
"""Stand for the names until the text is written."""


@dataclass(frozen=True, slots=True)
class Document:
    """A drawn text. Sentences are (topic, sentence with tags and names to fill in)."""

    theme: Theme
    opening: str
    closing: str
    parts: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """Heading, sentences."""
    person: str
    addressee: str
    values: dict[str, str] = field(default_factory=dict)
    joiner: str = " "

    @property
    def sentences(self) -> list[tuple[str, str]]:
        """All of them in their order."""
        return [one for _, sentences in self.parts for one in sentences]

    def fill(self, text: str) -> str:
        """Return the text with its values and names."""
        text = TAG.sub(lambda match: self.values[match[1]], text).replace(".m..", ".m.")
        return text.replace(PERSON, self.person).replace(ADDRESSEE, self.addressee)

    def write(self) -> str:
        """Return the whole."""
        blocks = [self.opening] if self.opening else []
        for heading, sentences in self.parts:
            blocks += [f"## {heading}"] if heading else []
            bullet = self.joiner.removeprefix("\n") if self.joiner != " " else ""
            blocks += [bullet + self.joiner.join(one for _, one in sentences)]
        return self.fill("\n\n".join([*blocks, *([self.closing] if self.closing else [])]))

    def with_part(self, place: int, sentences: tuple[tuple[str, str], ...]) -> Document:
        """Return it with other sentences in one part; without the part where there are none."""
        part = [(self.parts[place][0], sentences)] if sentences else []
        return replace(self, parts=(*self.parts[:place], *part, *self.parts[place + 1 :]))


def draw_document(context: Context, theme: Theme | None = None) -> Document:
    """Draw a theme, its sentences in their order, names and values."""
    random = context.random
    theme = theme or random.choice(THEMES)
    slots = Slots(random)
    person, addressee = slots.value("first"), slots.value("first", "2")
    parts = _draw_parts(context, theme)
    opening = random.choice(theme.openings) if theme.has_headings or context.chance(0.85) else ""
    closing = random.choice(theme.closings) if theme.closings and context.chance(0.75) else ""
    joiner = " "
    if theme.language not in ("email", "letter") and context.chance(0.3):
        joiner = random.choice(("\n", "\n- ", "\n* ", "\n- "))

    def fill(text: str) -> str:
        text = text.replace("~first~", PERSON).replace("~first2~", ADDRESSEE)
        return slots.fill(text)

    filled = tuple((part, tuple((topic, fill(one)) for topic, one in ones)) for part, ones in parts)
    values = draw_values(
        context, [one for section in theme.sections for _, one in section.sentences]
    )
    return Document(theme, fill(opening), fill(closing), filled, person, addressee, values, joiner)


def _draw_parts(context: Context, theme: Theme) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    random = context.random
    count = sum(len(section.sentences) for section in theme.sections)
    wanted = min(count, max(3, round(context.size / 62) + random.randrange(-1, 2)))
    kept = set(random.sample(range(count), wanted))
    place, parts = 0, []
    for section in theme.sections:
        ones = [one for i, one in enumerate(section.sentences) if place + i in kept]
        place += len(section.sentences)
        if ones:
            parts.append((section.headings[0] if section.headings else "", tuple(ones)))
    if theme.has_headings:
        return parts
    return _split_parts(context, [one for _, ones in parts for one in ones])


def _split_parts(
    context: Context, ones: list[tuple[str, str]]
) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """Return paragraphs of one to five sentences."""
    count = min(context.random.choice((1, 2, 2, 2, 3, 3)), len(ones))
    cuts = sorted(context.random.sample(range(1, len(ones)), count - 1))
    edges = [0, *cuts, len(ones)]
    return [("", tuple(ones[i:j])) for i, j in pairwise(edges)]
