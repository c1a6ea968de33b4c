"""A note is about another person.

Invariant: a namesake stays: a street, an inn, a professor.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.demos.pairs import prose_texts as texts
from lib.engine.adapter.tasks.demos.pairs import prose_wordings as wordings
from lib.engine.adapter.tasks.demos.pairs.prose_telling import tell_prose
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_FORMS = {True: ("he", "him", "his", "Mr."), False: ("she", "her", "her", "Ms.")}


def replace_person(context: Context) -> Edit | None:
    """Replace a person everywhere, with the pronouns; a namesake stays."""
    random = context.random
    men = [context.chance(0.5)]
    men.append(men[0] if context.chance(0.3) else not men[0])
    firsts = [random.choice(texts.MEN if is_man else texts.WOMEN) for is_man in men]
    lasts = random.sample(texts.SURNAMES, 2)
    if firsts[0] == firsts[1]:
        return None
    form = random.choice(("{first}", "{title} {last}", "{first} {last}"))
    names = [
        form.format(first=first, last=last, title=_FORMS[is_man][3])
        for first, last, is_man in zip(firsts, lasts, men, strict=True)
    ]
    key = firsts[0] if form == "{first}" else lasts[0]
    twin = random.choice(
        (f"The office is in {key} Street.", f"Lunch is at the {key} Inn.",
         f"Parking is behind {key} Hall.", "The weather will be fine.",
         f"Dr. {lasts[0]} knows about it.", f"Professor {lasts[0]} wrote the foreword.")
    )  # fmt: skip
    body = random.choice(texts.ABOUT).replace("~Twin~", twin)
    pair = [_write_person(body, name, man) for name, man in zip(names, men, strict=True)]
    parts = [context.say(wordings.PERSON, old=names[0], new=names[1])]
    if men[0] != men[1]:
        parts.append(context.say(wordings.PRONOUNS))
    request = tell_prose(context, parts)
    language = "markdown" if body.startswith("#") else "text"
    return make_edit(context, "replace person", request, language, (pair[0], pair[1]))


def _write_person(body: str, name: str, is_man: bool) -> str:
    body = body.replace("~N~", name)
    for slot, word in zip(("he", "him", "his"), _FORMS[is_man][:3], strict=True):
        body = body.replace(f"~{slot}~", word).replace(f"~{slot.title()}~", word.title())
    return body
