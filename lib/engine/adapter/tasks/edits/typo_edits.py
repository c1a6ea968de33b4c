"""Texts with misspelled words, to be corrected.

Invariant: the answer is the text as it was, and a name is never misspelled: nobody could know it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from lib.engine.adapter.tasks.misspellings import MISSPELLINGS, to_british
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit, Text
from lib.engine.adapter.tasks.words import MONTHS, WEEKDAYS

_FIX = Phrases(
    "fix the typos",
    "correct the spelling",
    "correct the spelling mistakes",
    "fix all typos",
    "fix the spelling errors",
    "correct all spelling mistakes",
    "fix the spelling",
    "correct the typos in this text",
    "check the spelling and correct it",
    "correct the misspelled words",
    "fix every typo but change nothing else",
    "proofread this text",
    "repair the spelling",
    "There are typos in this text, fix them.",
    "remove the spelling mistakes",
    "correct typos only",
    "clean up the typos",
    "correct the spelling errors and leave the wording as it is",
    "spell-check this",
    "find the misspelled words and fix them",
    "some words are misspelled; correct them",
    "fix typos",
    "correct any typing errors",
    "make sure that every word is spelled correctly",
    "correct the mistakes in the spelling, keep the sentences",
    casual=(
        "My spelling is terrible, can you have a look?",
        "Something is wrong with the spelling here.",
        "I typed this in a hurry, it's full of typos.",
        "No typos, please, my boss will read it.",
        "I can't send it with those spelling mistakes.",
        "Spelling, please.",
        "typos!",
        "Written on the phone, with fat fingers. Every word should be spelled right.",
        "Is everything spelled correctly here? If not, make it so.",
        "Same text, but without the typos.",
        "English isn't my first language, so the spelling needs a check.",
    ),
)

_CALENDAR = frozenset((*WEEKDAYS, *MONTHS))

_NEAR = {
    "a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj",
    "i": "uo", "k": "jl", "l": "k", "m": "n", "n": "bm", "o": "ip", "p": "o", "r": "et",
    "s": "ad", "t": "ry", "u": "yi", "v": "cb", "w": "qe", "y": "tu",
}  # fmt: skip
"""Letter -> its neighbours on the keyboard."""


def fix_typos(context: Context, text: Text) -> Edit | None:
    """Misspell some words; the answer is the text as it was.

    In everyday tasks names of days and months are misspelled too, and some texts are British: their
    spelling is no mistake. In spelled ones up to one word of four is wrong.
    """
    random = context.random
    if context.everyday and context.chance(0.5):
        text = replace(text, body=to_british(text.body))
    found = list(re.finditer(r"(?<![\w@.'-])[A-Za-z]{4,}(?![\w@'-])", text.body))
    found = [m for m in found if _can_be_misspelled(context, m[0])]
    spacing = random.choice((25, 40, 60, 90) if context.spelled else (60, 90, 140))
    wanted = max(1, min(len(found), round(len(text.body) / spacing)))
    chosen = random.sample(found, min(len(found), wanted * 3))
    known = [m for m in chosen if m[0].lower() in MISSPELLINGS]
    others = [m for m in chosen if m[0].lower() not in MISSPELLINGS and len(m[0]) >= 5]
    chosen = (known + others)[:wanted]
    if not chosen:
        return None
    body = text.body
    for match in sorted(chosen, key=lambda match: -match.start()):
        body = body[: match.start()] + _misspell(random, match[0]) + body[match.end() :]
    if body == text.body:
        return None
    source = Text(body=body, language=text.language, noun=text.noun)
    return Edit(kind="fix typos", request=context.say(_FIX), text=source, answer=text.body)


def _can_be_misspelled(context: Context, word: str) -> bool:
    """Other words with a capital are names: nobody can know how they are spelled."""
    is_known = word.lower() in MISSPELLINGS or (context.everyday and word in _CALENDAR)
    return is_known or not word[0].isupper()


def _misspell(random: Random, word: str) -> str:
    known = MISSPELLINGS.get(word.lower())
    if known and random.random() < 0.7:
        wrong = random.choice(known)
        return wrong.title() if word[0].isupper() else wrong
    at = random.randrange(1, len(word) - 1)
    kind = random.random()
    if kind < 0.35 and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind < 0.65:
        return word[:at] + word[at + 1 :]
    if kind < 0.85:
        return word[:at] + word[at] + word[at:]
    if len(word) < 7:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    neighbour = _NEAR.get(word[at], word[at] * 2)
    return word[:at] + random.choice(neighbour) + word[at + 1 :]
