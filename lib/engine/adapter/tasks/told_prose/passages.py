"""Everyday prose, made of interchangeable sentences: notices, e-mails, minutes, reports.

Invariant: a passage knows its sentences, so that an edit never has to guess where one begins.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.told_prose.sentences import (
    Sentence,
    heading_of,
    make_sentence,
    topics,
)
from lib.engine.adapter.tasks.told_prose.values import Values

GREETINGS = (
    "Hi all,", "Hello everyone,", "Dear team,", "Dear ~First~,", "Hi ~First~,", "Hello ~First~,",
    "Dear Ms. ~Last~,", "Dear Mr. ~Last~,", "Good morning ~First~,", "Dear neighbors,",
    "Dear friends,", "Dear members,", "Hello ~First~ and ~First2~,", "Dear all,",
)  # fmt: skip
CLOSINGS = (
    "Best regards,", "Kind regards,", "Best,", "Thanks,", "Many thanks,", "See you soon,",
    "Best wishes,", "Cheers,", "Yours sincerely,", "Warm regards,", "Take care,",
)  # fmt: skip
_SHAPES = ("plain", "plain", "title", "title", "email", "email", "sections", "bullets", "labels")
COUNTED = ("plain", "plain", "title", "title", "title")
"""Shapes of which nobody doubts which paragraph is the first."""
FREE = (*COUNTED, "email", "email", "bullets")
"""Shapes whose sentences stand as they are, under no heading or label of their own."""


@dataclass(slots=True, kw_only=True)
class Passage:
    """Paragraphs of sentences, with what stands before and after them."""

    shape: str
    paragraphs: list[list[Sentence]]
    head: str = ""
    foot: str = ""
    starts: list[str] = field(default_factory=list)
    """What stands in front of each paragraph: a bullet, a label, a heading line."""
    spare: list[Sentence] = field(default_factory=list)
    """Sentences of the topic that the passage does not use."""
    values: Values

    @property
    def language(self) -> str:
        """E-mail, Markdown where headings have marks, or plain text."""
        if self.shape == "email":
            return "email"
        return "markdown" if "#" in self.head + "".join(self.starts) else "text"

    def places(self) -> list[tuple[int, int]]:
        """Return paragraph and place of every sentence."""
        return [(i, j) for i, part in enumerate(self.paragraphs) for j in range(len(part))]

    def copy_paragraphs(self) -> list[list[Sentence]]:
        """Return the paragraphs, to be changed."""
        return [list(part) for part in self.paragraphs]

    def render(self, paragraphs: list[list[Sentence]] | None = None) -> str:
        """Return the text, with these paragraphs in the place of its own."""
        gap = "\n" if self.shape in ("bullets", "labels") else "\n\n"
        parts = self.paragraphs if paragraphs is None else paragraphs
        starts = self.starts or [""] * len(parts)
        body = gap.join(
            start + " ".join(sentence.text for sentence in part)
            for start, part in zip(starts, parts, strict=True)
            if part
        )
        return self.head + body + self.foot


def make_passage(random: Random, size: int, shapes: tuple[str, ...] = _SHAPES) -> Passage:
    """Return a passage of about this many characters, with at least three sentences."""
    topic, values, slots = random.choice(topics()), Values(random), Slots(random)
    title = slots.fill(topic.title)
    sentences = [make_sentence(slots, values, about, text) for about, text in topic.patterns]
    count = min(max(3, size // 55), len(sentences) - 2, 9)
    chosen = sorted(random.sample(range(len(sentences)), count))
    if random.random() < 0.3:
        random.shuffle(chosen)
    kept = [sentences[i] for i in chosen]
    shape = random.choice(shapes)
    passage = Passage(
        shape=shape, paragraphs=_grouped(random, kept, shape), values=values,
        spare=[sentence for i, sentence in enumerate(sentences) if i not in chosen],
    )  # fmt: skip
    _dress(random, slots, passage, title)
    return passage


def _grouped(random: Random, sentences: list[Sentence], shape: str) -> list[list[Sentence]]:
    if shape in ("bullets", "labels"):
        return [[sentence] for sentence in sentences]
    longest = random.choice((2, 3, 3, 4))
    parts: list[list[Sentence]] = []
    rest = sentences
    while rest:
        count = random.randrange(1, longest + 1)
        parts.append(rest[:count])
        rest = rest[count:]
    return parts


def _dress(random: Random, slots: Slots, passage: Passage, title: str) -> None:
    shape, count = passage.shape, len(passage.paragraphs)
    mark = random.choice(("# ", "## ", "", "", "**"))
    shown = title + "**" if mark == "**" else title
    if shape == "email":
        subject = f"Subject: {title}\n\n" if random.random() < 0.5 else ""
        passage.head = subject + slots.fill(random.choice(GREETINGS)) + "\n\n"
        sender = random.choice(("~First3~", "~First3~ ~Last3~"))
        passage.foot = f"\n\n{random.choice(CLOSINGS)}\n{slots.fill(sender)}"
    elif shape == "title":
        passage.head = f"{mark}{shown}\n\n"
    elif shape == "sections":
        level = random.choice(("##", "###"))
        passage.head = f"{level[1:]} {title}\n\n"
        passage.starts = [f"{level} {heading_of(part[0])}\n\n" for part in passage.paragraphs]
    elif shape == "bullets":
        bullet = random.choice(("- ", "* ", "• "))
        passage.head = f"{mark}{shown}\n\n" if random.random() < 0.7 else ""
        passage.starts = [bullet] * count
    elif shape == "labels":
        passage.head = f"{mark}{shown}\n\n" if random.random() < 0.5 else ""
        passage.starts = [f"{heading_of(part[0])}: " for part in passage.paragraphs]
