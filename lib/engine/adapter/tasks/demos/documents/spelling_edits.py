"""Misspelled words are corrected.

Invariant: the answer is the text before words of it were misspelled.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.demos.documents import spelling_wordings as wordings
from lib.engine.adapter.tasks.demos.documents.drawing import draw_document
from lib.engine.adapter.tasks.demos.telling import tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.misspellings import MISSPELLINGS
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_COUNTS = ("", "one", "two", "three", "four", "five", "six")


def fix_misspelled(context: Context) -> Edit | None:
    """Correct two to six misspelled words."""
    random = context.random
    text = draw_document(context).write()
    known = [match for match in re.finditer(r"\b[A-Za-z][a-z]{3,}\b", text)
             if match[0].lower() in MISSPELLINGS]  # fmt: skip
    wanted = random.choice((2, 2, 3, 3, 4, 5, 6))
    chosen = {match[0].lower(): match for match in random.sample(known, min(wanted, len(known)))}
    if len(chosen) < 2:
        return None
    source = text
    words: list[str] = []
    for match in sorted(chosen.values(), key=lambda match: -match.start()):
        wrong = random.choice(MISSPELLINGS[match[0].lower()])
        wrong = wrong.capitalize() if match[0][0].isupper() else wrong
        source = source[: match.start()] + wrong + source[match.end() :]
        words.insert(0, wrong)
    request = tell(context, wordings.SPELLING, reasons=wordings.SPELLING_REASONS,
                   stays=wordings.SPELLING_STAYS, count=_COUNTS[len(words)],
                   words=", ".join(words), first=words[0])  # fmt: skip
    return make_edit(context, "fix misspelled", request, _draw_language(context), (source, text))


def _draw_language(context: Context) -> str:
    """Return what a text is called whose form does not matter."""
    return context.random.choice(("text", "text", "letter", "email"))
