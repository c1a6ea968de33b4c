"""A prediction that is wrong on purpose.

Invariant: exactly the asked share of the words is changed, everything between the words stays, and
the same text and share always give the same damage.
"""

from __future__ import annotations

import random
import re
import string

# Wrong text comes in stretches, as it does when an edit changes a line: single wrong words all
# over would make a quarter of damage as bad as none being right.
_STRETCH_WORDS = 8
_WORD = re.compile(r"\w+")


def damage_text(text: str, share: float) -> str:
    """Return `text` with `share` (0 to 1) of its words replaced by wrong ones of the same length.

    A smaller share damages a part of what a larger one does.
    """
    words = list(_WORD.finditer(text))
    num_wrong = round(share * len(words))
    if share > 0 and words:
        num_wrong = max(1, num_wrong)
    dice = random.Random(f"damage:{text}")  # noqa: S311 no secret: it has to be repeatable
    starts = list(range(0, len(words), _STRETCH_WORDS))
    dice.shuffle(starts)
    in_order = [n for at in starts for n in range(at, min(at + _STRETCH_WORDS, len(words)))]
    replacements = [_make_wrong(word[0], dice) for word in words]
    wrong = set(in_order[:num_wrong])
    pieces, end = [], 0
    for number, word in enumerate(words):
        pieces += [text[end : word.start()], replacements[number] if number in wrong else word[0]]
        end = word.end()
    return "".join([*pieces, text[end:]])


def _make_wrong(word: str, dice: random.Random) -> str:
    while True:
        wrong = "".join(dice.choices(string.ascii_lowercase, k=len(word)))
        if wrong != word:
            return wrong
