"""A told heading gets other words or another level.

Invariant: the same words in the text stay.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.demos.documents import heading_wordings as wordings
from lib.engine.adapter.tasks.demos.documents.drawing import draw_document
from lib.engine.adapter.tasks.demos.documents.themes import THEMES
from lib.engine.adapter.tasks.demos.telling import tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_LEVELS = {"#": ("a first-level heading", "a level 1 heading"),
           "###": ("a third-level heading", "a level 3 heading"),
           "####": ("a fourth-level heading", "a level 4 heading")}  # fmt: skip


def change_heading(context: Context) -> Edit | None:
    """Change the words or the level of a told heading; the same words in the text stay."""
    random = context.random
    document = draw_document(
        context, random.choice([theme for theme in THEMES if theme.has_headings])
    )
    headings = [heading for heading, _ in document.parts if heading]
    if len(headings) < 2:
        return None
    old = random.choice(headings)
    twin = random.choice([heading for heading in headings if heading != old])
    text = document.write()
    (section,) = (one for one in document.theme.sections if one.headings[:1] == (old,))
    if context.chance(0.7):
        new = random.choice(section.headings[1:])
        request = tell(context, wordings.HEADING, reasons=wordings.HEADING_REASONS,
                       stays=wordings.HEADING_STAYS, old=context.quoted(old),
                       new=context.quoted(new), twin=twin)  # fmt: skip
        line = f"## {new}"
    else:
        marks = random.choice(sorted(_LEVELS))
        request = tell(context, wordings.LEVEL, reasons=wordings.HEADING_REASONS,
                       stays=wordings.HEADING_STAYS, old=context.quoted(old), twin=twin,
                       level=random.choice(_LEVELS[marks]), marks=marks)  # fmt: skip
        line = f"{marks} {old}"
    answer = "\n".join(line if one == f"## {old}" else one for one in text.split("\n"))
    return make_edit(context, "change heading", request, "markdown", (text, answer))
