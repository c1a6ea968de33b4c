"""A person gets another name; namesakes keep theirs.

Invariant: the answer is written from the same document as the text, with the told name changed.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lib.engine.adapter.tasks.demos.documents import person_wordings as wordings
from lib.engine.adapter.tasks.demos.documents.drawing import (
    ADDRESSEE,
    PERSON,
    Document,
    draw_document,
)
from lib.engine.adapter.tasks.demos.telling import tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.words import FIRST_NAMES

_SIMILAR = dict(pair.split(":") for pair in [
    ":", "Anna:Anne", "Hannah:Hanna", "Hana:Hanna", "Marco:Marcos", "Daniel:Danilo",
    "Martin:Martina", "Eric:Erik", "Sara:Sarah", "Julia:Julie", "Maria:Marie", "Karen:Karin",
    "Nina:Nino", "Mina:Minna", "Paul:Paulo", "Paula:Paul", "Victor:Viktor", "Oscar:Oskar",
    "Sofia:Sophia", "Tobias:Tobi", "Thomas:Tom", "Lena:Lene", "Mia:Mika", "Clara:Clare",
    "Carl:Karl", "Elena:Helena", "Leo:Leon", "Luke:Lukas", "Mara:Maren", "Petra:Peter",
    "Simon:Simone", "Sandra:Sandro", "Laura:Lauren", "Kate:Kathy", "Jonas:Jona", "Jacob:Jakob",
    "Frank:Franka", "Henry:Henri", "Louis:Louise", "Robert:Roberta", "Mateo:Matteo", "Eva:Evan",
    "Emma:Emmy", "Diana:Diane", "Felix:Felicia", "Tina:Tine", "Zoe:Zoey",
])  # fmt: skip
_NAMESAKES = (
    "The side entrance is on {} Street.", "The flowers come from {} & Sons.",
    "The nearest bus stop is {} Square.", "Our printer is from {} Electronics.",
    "There is a good bakery on {} Road.", "The cafe {} Corner is closed in August.",
    "The sign was made by {} Brothers Ltd.", "The tram to {} Park runs every ten minutes.",
    "The van parks behind the Hotel {} Garden.", "The old bridge is called {} Bridge.",
    "The van is rented from {} Cars.", "The office of {} Travel is next door.",
)  # fmt: skip
_LIKE_NAMED = (
    "{} from the bank is somebody else.", "{} has nothing to do with it.", "{} is on vacation.",
    "Greetings from {} as well.", "{} wrote the first version of this.", "{} took the photos.",
    "Last time it was {} who forgot about it.", "{} agrees with all this.",
)  # fmt: skip


def correct_person(context: Context) -> Edit | None:
    """Change a person's name everywhere, or in the salutation only; namesakes stay."""
    random = context.random
    document = draw_document(context)
    if ADDRESSEE in document.opening and context.chance(0.45):
        return _correct_salutation(context, document)
    document = replace(document, parts=tuple(
        (heading, tuple((topic, re.sub(rf"{PERSON} [A-Z][a-z]+", PERSON, one))
                        for topic, one in ones))
        for heading, ones in document.parts
    ))  # fmt: skip
    if "\n".join(one for _, one in document.sentences).count(PERSON) < 2:
        return None
    old = document.person
    like = _SIMILAR.get(old, "")
    kind, twin = random.random(), ""
    if kind < 0.5:
        twin = random.choice(_NAMESAKES).format(old)
    elif like and kind < 0.75:
        twin = random.choice(_LIKE_NAMED).format(like)
    document = _with_twin(context, document, twin) if twin else document
    text = document.write()
    news = [name for name in FIRST_NAMES if name not in text]
    new = like if like and like not in text and context.chance(0.35) else random.choice(news)
    request = tell(context, wordings.PERSON, reasons=wordings.PERSON_REASONS,
                   stays=wordings.PERSON_STAYS, old=old, new=new)  # fmt: skip
    pair = text, replace(document, person=new).write()
    return make_edit(context, "correct person", request, document.theme.language, pair)


def _with_twin(context: Context, document: Document, twin: str) -> Document:
    place = context.random.randrange(len(document.parts))
    _, ones = document.parts[place]
    i = context.random.randrange(len(ones) + 1)
    return document.with_part(place, (*ones[:i], ("", twin), *ones[i:]))


def _correct_salutation(context: Context, document: Document) -> Edit | None:
    random, old = context.random, document.addressee
    if any(ADDRESSEE in one for _, one in document.sentences):
        return None
    last = Slots(random).value("last")
    twin = random.choice((*_NAMESAKES, *_LIKE_NAMED, *_LIKE_NAMED))
    name = old if twin in _NAMESAKES else f"{old} {last}"
    document = _with_twin(context, document, twin.format(name))
    text = document.write()
    new = random.choice([name for name in FIRST_NAMES if name not in text])
    request = tell(context, wordings.SALUTATION, reasons=wordings.SALUTATION_REASONS,
                   stays=wordings.SALUTATION_STAYS, old=old, new=new)  # fmt: skip
    pair = text, replace(document, addressee=new).write()
    return make_edit(context, "correct salutation", request, document.theme.language, pair)
