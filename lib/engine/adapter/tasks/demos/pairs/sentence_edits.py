"""Misspelled words are corrected, and a sentence comes at a told place.

Invariant: every word that is misspelled on purpose becomes right again.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.demos.pairs import prose_texts as texts
from lib.engine.adapter.tasks.demos.pairs import prose_wordings as wordings
from lib.engine.adapter.tasks.demos.pairs.prose_telling import ONE_PART_SHARE, tell_prose
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.misspellings import MISSPELLINGS
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit


def fix_and_add(context: Context) -> Edit | None:
    """Correct the misspelled words, and add a sentence at the told place."""
    random = context.random
    sentences = random.choice(texts.MISTYPED).split("|")
    random.shuffle(sentences)
    sentences = sentences[: random.choice((3, 4))]
    words = sorted(set(re.findall(r"\b[a-z]+\b", " ".join(sentences))) & MISSPELLINGS.keys())
    if len(words) < 2:
        return None
    typed = " ".join(sentences)
    for word in random.sample(words, random.choice((2, min(3, len(words))))):
        typed = re.sub(rf"\b{word}\b", random.choice(MISSPELLINGS[word]), typed, count=1)
    parts = [context.say(wordings.TYPOS)]
    right = list(sentences)
    if not context.chance(ONE_PART_SHARE):
        at = random.randrange(4)
        place = ("at the very beginning", "after the first sentence", "after the second sentence",
                 "at the very end")[at]  # fmt: skip
        new = random.choice(texts.SENTENCES)
        right.insert(len(right) if at == 3 else at, new)
        parts.append(context.say(wordings.INSERT, sentence=f'"{new}"', place=place))
    request = tell_prose(context, parts)
    return make_edit(context, "fix and add", request, "text", (typed, " ".join(right)))
