"""Edits written by hand for the evaluation, ten sets of them.

Invariant: no training sees them. Who wrote the generator of the training's tasks had looked at what
the model got wrong of the first set, before the sixth round of the later one, before the seventh of
the third, before the eighth of the fourth, of the fifth before the last third of the eighth, of the
sixth before the ninth, of the seventh before the last half of the ninth, of the eighth before the
last 1,425 steps of the tenth, and of the ninth before the last 800 of the eleventh. The newest was
written by somebody else who had seen neither the project nor the other sets. The fifth and the
sixth were asked for with the words "also a complaint that implies the edit"; those from the seventh
on with nearly the same words as each other: clear and ordinary requests, as people type them for
such edits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PATH = Path(__file__).with_suffix(".txt")
SETS = {
    "Hand-written edits": PATH,
    "Later hand-written edits": PATH.with_stem("hand_written_later"),
    "Third hand-written edits": PATH.with_stem("hand_written_third"),
    "Fourth hand-written edits": PATH.with_stem("hand_written_fourth"),
    "Fifth hand-written edits": PATH.with_stem("hand_written_fifth"),
    "Sixth hand-written edits": PATH.with_stem("hand_written_sixth"),
    "Seventh hand-written edits": PATH.with_stem("hand_written_seventh"),
    "Eighth hand-written edits": PATH.with_stem("hand_written_eighth"),
    "Ninth hand-written edits": PATH.with_stem("hand_written_ninth"),
    "Newest hand-written edits": PATH.with_stem("hand_written_newest"),
}
HEAD, SOURCE, ANSWER = "### ", "--- source\n", "--- answer\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandWrittenEdit:
    """One request and the one right answer to it."""

    name: str
    language: str
    instruction: str
    source: str
    answer: str


def read_hand_written(path: Path = PATH) -> Iterator[HandWrittenEdit]:
    """Yield the edits of the file; each begins with `### name | language`."""
    for part in ("\n" + path.read_text(encoding="utf-8")).split(f"\n{HEAD}")[1:]:
        head, _, rest = part.partition("\n")
        name, _, language = head.partition(" | ")
        instruction, _, texts = rest.partition(SOURCE)
        source, _, answer = texts.partition(ANSWER)
        yield HandWrittenEdit(
            name=name,
            language=language,
            instruction=instruction.rstrip("\n"),
            source=source.rstrip("\n") + "\n",
            answer=answer.rstrip("\n") + "\n",
        )
