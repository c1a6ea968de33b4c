"""Letters, mails, notices, guides and reviews whose sentences are told by what they are about.

A theme is `@ language`, its openings (`> `), its parts (`-- ` starts one, with a heading and other
words for it), its sentences (`topic :: sentence`), and its closings (`< `). `[what|type]` is a
value that has a name. `/` in an opening or closing is a new line.

Invariant: within a theme no sentence needs another one, and no topic fits two sentences.
"""

from __future__ import annotations

from dataclasses import dataclass

from lib.engine.adapter.tasks.demos.documents.guide_texts import GUIDES
from lib.engine.adapter.tasks.demos.documents.letter_texts import LETTERS
from lib.engine.adapter.tasks.demos.documents.news_texts import NEWS
from lib.engine.adapter.tasks.demos.documents.plan_texts import PLANS


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a theme. `headings` is empty in a letter; the first one is what the text has."""

    headings: tuple[str, ...]
    sentences: tuple[tuple[str, str], ...]
    """Topic and sentence."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What texts of one occasion are drawn from."""

    language: str
    openings: tuple[str, ...]
    sections: tuple[Section, ...]
    closings: tuple[str, ...]

    @property
    def has_headings(self) -> bool:
        """Whether its parts have headings."""
        return any(section.headings for section in self.sections)


def _load_theme(block: str) -> Theme:
    language, *lines = block.strip().split("\n")
    marked: dict[str, list[str]] = {">": [], "<": []}
    sections: list[tuple[tuple[str, ...], list[tuple[str, str]]]] = []
    for line in lines:
        if line[0] in marked:
            marked[line[0]].append(line[2:].replace("/", "\n"))
        elif line.startswith("--"):
            sections.append((tuple(filter(None, line[2:].strip().split(" = "))), []))
        else:
            if not sections:
                sections.append(((), []))
            topic, sentence = line.split(" :: ")
            sections[-1][1].append((topic, sentence))
    return Theme(
        language,
        tuple(marked[">"]),
        tuple(Section(headings, tuple(sentences)) for headings, sentences in sections),
        tuple(marked["<"]),
    )


THEMES = tuple(
    _load_theme(block)
    for text in (LETTERS, GUIDES, NEWS, PLANS)
    for block in text.strip().removeprefix("@ ").split("\n@ ")
)
