"""Edits of letters, notices, guides and reviews whose place is told by what it is about.

Invariant: the answer is written from the same document as the text, with the told part changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from random import Random

from lib.engine.adapter.tasks.demos import told_document_wordings as wordings
from lib.engine.adapter.tasks.demos.telling import tell
from lib.engine.adapter.tasks.demos.told_document_texts import THEMES, Section, Theme
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.misspellings import MISSPELLINGS
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.words import FIRST_NAMES, MONTHS, WEEKDAYS

_TAG = re.compile(r"\[([^]|]+)\|(\w+)\]")
_PERSON, _ADDRESSEE = "\x01", "\x02"
"""Stand for the names until the text is written."""
_PLACES = ("the gym", "the canteen", "the library", "the town hall", "the tea room", "the lobby",
           "the school hall", "the youth club", "the parish hall", "the music room")  # fmt: skip
_BUILDINGS = ("the gym", "the church", "the bakery", "the town hall", "the station", "the theater")
_RANGES = {"morn": (7, 11), "time": (10, 18), "eve": (17, 22)}
_NUMBERS = {"few": (2, 10), "count": (12, 60), "big": (110, 400)}
_COINS = {"price": (3, 90), "sum": (300, 4000)}


@dataclass(frozen=True, slots=True)
class _Style:
    """How one writer writes values."""

    clock: str
    date: str
    coin: str

    def write_clock(self, minutes: int) -> str:
        hour, minute = divmod(minutes, 60)
        if self.clock == "24":
            return f"{hour}:{minute:02}"
        half = "pm" if hour >= 12 else "am"
        if self.clock == "dots":
            half = half[0] + ".m."
        rest = f":{minute:02}" if minute or self.clock == "full" else ""
        return f"{(hour - 1) % 12 + 1}{rest} {half}"


@dataclass(frozen=True, slots=True)
class Document:
    """A drawn text. Sentences are (topic, sentence with tags and names to fill in)."""

    theme: Theme
    opening: str
    closing: str
    parts: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """Heading, sentences."""
    person: str
    addressee: str
    values: dict[str, str] = field(default_factory=dict)
    joiner: str = " "

    @property
    def sentences(self) -> list[tuple[str, str]]:
        """All of them in their order."""
        return [one for _, sentences in self.parts for one in sentences]

    def fill(self, text: str) -> str:
        """Return the text with its values and names."""
        text = _TAG.sub(lambda match: self.values[match[1]], text).replace(".m..", ".m.")
        return text.replace(_PERSON, self.person).replace(_ADDRESSEE, self.addressee)

    def write(self) -> str:
        """Return the whole."""
        blocks = [self.opening] if self.opening else []
        for heading, sentences in self.parts:
            blocks += [f"## {heading}"] if heading else []
            bullet = self.joiner.removeprefix("\n") if self.joiner != " " else ""
            blocks += [bullet + self.joiner.join(one for _, one in sentences)]
        return self.fill("\n\n".join([*blocks, *([self.closing] if self.closing else [])]))

    def with_part(self, place: int, sentences: tuple[tuple[str, str], ...]) -> Document:
        """Return it with other sentences in one part; without the part where there are none."""
        part = [(self.parts[place][0], sentences)] if sentences else []
        return replace(self, parts=(*self.parts[:place], *part, *self.parts[place + 1 :]))


def draw_document(context: Context, theme: Theme | None = None) -> Document:
    """Draw a theme, its sentences in their order, names and values."""
    random = context.random
    theme = theme or random.choice(THEMES)
    slots = Slots(random)
    person, addressee = slots.value("first"), slots.value("first", "2")
    parts = _draw_parts(context, theme)
    opening = random.choice(theme.openings) if theme.has_headings or context.chance(0.85) else ""
    closing = random.choice(theme.closings) if theme.closings and context.chance(0.75) else ""
    joiner = " "
    if theme.language not in ("email", "letter") and context.chance(0.3):
        joiner = random.choice(("\n", "\n- ", "\n* ", "\n- "))

    def fill(text: str) -> str:
        text = text.replace("~first~", _PERSON).replace("~first2~", _ADDRESSEE)
        return slots.fill(text)

    filled = tuple((part, tuple((topic, fill(one)) for topic, one in ones)) for part, ones in parts)
    values = _draw_values(context, [one for section in theme.sections
                                    for _, one in section.sentences])[0]  # fmt: skip
    return Document(theme, fill(opening), fill(closing), filled, person, addressee, values, joiner)


def _draw_parts(context: Context, theme: Theme) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    random = context.random
    count = sum(len(section.sentences) for section in theme.sections)
    wanted = min(count, max(3, round(context.size / 62) + random.randrange(-1, 2)))
    kept = set(random.sample(range(count), wanted))
    place, parts = 0, []
    for section in theme.sections:
        ones = [one for i, one in enumerate(section.sentences) if place + i in kept]
        place += len(section.sentences)
        if ones:
            parts.append((section.headings[0] if section.headings else "", tuple(ones)))
    if theme.has_headings:
        return parts
    return _split_parts(context, [one for _, ones in parts for one in ones])


def _split_parts(
    context: Context, ones: list[tuple[str, str]]
) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """Return paragraphs of one to five sentences."""
    count = min(context.random.choice((1, 2, 2, 2, 3, 3)), len(ones))
    cuts = sorted(context.random.sample(range(1, len(ones)), count - 1))
    edges = [0, *cuts, len(ones)]
    return [("", tuple(ones[i:j])) for i, j in pairwise(edges)]


def _draw_values(
    context: Context, sentences: list[str]
) -> tuple[dict[str, str], dict[str, Callable[[], str]]]:
    """Return the values by what they are, and how another of the same sort is drawn."""
    random = context.random
    style = _Style(
        random.choice(("24", "full", "short", "short", "dots")),
        random.choice(("{0} {1}", "{1} {0}", "{0} {1}")),
        random.choice(("{} €", "€{}", "${}", "{} euros", "£{}")),
    )
    draws: dict[str, Callable[[], str]] = {}
    for what, kind in _TAG.findall(" ".join(sentences)):
        draws[what] = lambda kind=kind: _draw_value(random, kind, style)  # type: ignore[misc]
    values: dict[str, str] = {}
    for what, draw in draws.items():
        values[what] = draw()
    return values, draws


def _draw_value(random: Random, kind: str, style: _Style) -> str:
    if kind in _RANGES:
        first, last = _RANGES[kind]
        return style.write_clock(60 * random.randrange(first, last) + random.choice((0, 0, 30, 15)))
    if kind == "date":
        return style.date.format(random.randrange(1, 29), random.choice(MONTHS))
    if kind in _NUMBERS:
        return str(random.randrange(*_NUMBERS[kind]))
    if kind in _COINS:
        first, last = _COINS[kind]
        amount = random.randrange(first, last)
        return style.coin.format(amount if kind == "price" else amount // 10 * 10)
    choices = {"weekday": WEEKDAYS, "building": _BUILDINGS}.get(kind, _PLACES)
    return random.choice(choices)


def drop_told_sentence(context: Context) -> Edit | None:
    """Remove the sentence about a topic."""
    random = context.random
    document = draw_document(context)
    place = random.randrange(len(document.parts))
    _, ones = document.parts[place]
    if len(ones) < 2 or len(document.sentences) < 3:
        return None
    gone = random.choice(ones)
    twin = random.choice([topic for topic, _ in document.sentences if topic != gone[0]])
    answer = document.with_part(place, tuple(one for one in ones if one != gone))
    request = tell(context, wordings.DROP_SENTENCE, reasons=wordings.DROP_REASONS,
                   stays=wordings.DROP_STAYS, topic=gone[0], twin=twin)  # fmt: skip
    pair = document.write(), answer.write()
    return make_edit(context, "drop told sentence", request, document.theme.language, pair)


_SENTENCES = (
    "Please bring a pen.", "Thank you for your patience.", "More about this will follow soon.",
    "Any help is welcome.", "Please pass this on to others.", "There is no need to hurry.",
    "We learned this the hard way.", "A short reply is enough.", "It is worth the effort.",
    "Nobody has complained so far.", "Last year this worked very well.", "Ask if you are unsure.",
    "Everything else stays as usual.", "Take your time!", "Isn't that wonderful?",
    "This was not easy to arrange.", "You will find a list in the hallway.", "Don't forget!",
    "Photos are allowed.", "Smoking is not permitted.", "First come, first served.",
    "We're sorry about the short notice.", "Questions are welcome at any time.",
    "A second copy lies on the table.", "Further details are on our website.",
    "Who would have thought?",
    "The keys are in the usual place.", "In case of doubt, call me.", "I can't wait!",
    "Children under six need company.", "Gluten-free bread is available.",
    "Bring a friend.",
    "Let me know what you think.", "This is my personal opinion, of course.", "Keep it dry.",
    "The old rule no longer applies.",
    "Wheelchairs can be borrowed.", "Cash only, please.",
)  # fmt: skip
_AFTER = ("after the sentence about {}", "right after the bit on {}",
          "behind what it says about {}", "directly after the sentence on {}",
          "just after the part about {}",
          "as the sentence that follows the one about {}")  # fmt: skip
_BEFORE = ("before the sentence about {}", "in front of the sentence on {}",
           "immediately before the bit about {}", "ahead of what it says about {}")  # fmt: skip
_AT_END = ("at the end of the {} paragraph", "as the last sentence of the {} paragraph",
           "at the very end of the {} paragraph", "where the {} paragraph ends")  # fmt: skip
_AT_START = ("at the start of the {} paragraph", "as the first sentence of the {} paragraph",
             "where the {} paragraph begins")  # fmt: skip
_IN_SECTION = ('at the end of the section "{}"', 'under "{}", after everything that is there',
               'as the last sentence under "{}"')  # fmt: skip
_ON_ITS_OWN = (
    "as a paragraph of its own just before the closing",
    "as a new last paragraph, above the sign-off",
    "in its own paragraph between the last one and the sign-off",
    "as a separate final paragraph, before the closing lines",
)


def add_told_sentence(context: Context) -> Edit | None:
    """Put a quoted sentence at a told place."""
    random = context.random
    document = draw_document(context)
    if document.joiner != " ":
        document = replace(document, joiner=" ")
    place = random.randrange(len(document.parts))
    new = _draw_sentence(context, document, place)
    if new in document.write():
        return None
    told, answer = _draw_place(context, document, place, new)
    request = tell(context, wordings.ADD_SENTENCE, reasons=wordings.ADD_REASONS,
                   stays=wordings.ADD_STAYS, place=told, new=context.quoted(new))  # fmt: skip
    pair = document.write(), answer.write()
    return make_edit(context, "add told sentence", request, document.theme.language, pair)


def _draw_sentence(context: Context, document: Document, place: int) -> str:
    """Return one that the theme has and the text has not, or one that fits everywhere."""
    there = {topic for topic, _ in document.sentences}
    sections: list[Section] = [
        section for section in document.theme.sections
        if not section.headings or section.headings[0] == document.parts[place][0]
    ]  # fmt: skip
    left = [one for section in sections for topic, one in section.sentences
            if topic not in there and "~l" not in one and "~c" not in one]  # fmt: skip
    if not left or context.chance(0.4):
        return context.random.choice(_SENTENCES)
    one = context.random.choice(left).replace("~first~", _PERSON).replace("~first2~", _ADDRESSEE)
    return document.fill(one)


def _draw_place(context: Context, document: Document, place: int, new: str) -> tuple[str, Document]:
    """Return the place as it is told, and the text with the sentence there."""
    random, one = context.random, ("", new)
    heading, ones = document.parts[place]
    is_letter = document.theme.language in ("email", "letter")
    kind = random.random()
    if is_letter and document.opening and document.closing and kind < 0.2:
        return random.choice(_ON_ITS_OWN), replace(document, parts=(*document.parts, ("", (one,))))
    if heading and kind < 0.4:
        return random.choice(_IN_SECTION).format(heading), document.with_part(place, (*ones, one))
    is_plain = not document.opening and not document.closing and not heading
    if kind < 0.6 and (is_letter or is_plain):
        names = ["first", "second", "third"]
        name = "last" if place == len(document.parts) - 1 and place else names[place]
        if len(document.parts) == 1:
            name = "only"
        if kind < 0.3:
            return random.choice(_AT_START).format(name), document.with_part(place, (one, *ones))
        return random.choice(_AT_END).format(name), document.with_part(place, (*ones, one))
    i = random.randrange(len(ones))
    if kind > 0.88:
        told, j = random.choice(_BEFORE), i
    else:
        told, j = random.choice(_AFTER), i + 1
    return told.format(ones[i][0]), document.with_part(place, (*ones[:j], one, *ones[j:]))


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
    if _ADDRESSEE in document.opening and context.chance(0.45):
        return _correct_salutation(context, document)
    document = replace(document, parts=tuple(
        (heading, tuple((topic, re.sub(rf"{_PERSON} [A-Z][a-z]+", _PERSON, one))
                        for topic, one in ones))
        for heading, ones in document.parts
    ))  # fmt: skip
    if "\n".join(one for _, one in document.sentences).count(_PERSON) < 2:
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
    if any(_ADDRESSEE in one for _, one in document.sentences):
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


_SHIFTS = (
    (60, "an hour later"), (60, "one hour later"), (-60, "an hour earlier"),
    (30, "half an hour later"), (-30, "half an hour earlier"), (30, "30 minutes later"),
    (-30, "30 minutes earlier"), (15, "a quarter of an hour later"), (15, "15 minutes later"),
    (-60, "one hour earlier"),
)  # fmt: skip
_CLOCK = re.compile(r"(\d+)(?::(\d\d))?(?: ([ap])\.?m\.?)?$")


def correct_detail(context: Context) -> Edit | None:
    """Change a value that is told by what it is; the same value elsewhere stays."""
    random = context.random
    document = draw_document(context)
    tags = _TAG.findall(" ".join(one for _, one in document.sentences))
    if not tags:
        return None
    what, kind = random.choice(tags)
    like = [other for other, its in tags if its == kind and other != what]
    values = dict(document.values)
    if like and context.chance(0.6):
        values[random.choice(like)] = values[what]
    document = replace(document, values=values)
    old, phrases, shift = values[what], wordings.DETAIL, ""
    if kind in _RANGES and context.chance(0.35):
        minutes, shift = random.choice(_SHIFTS)
        new, phrases = _shift_clock(old, minutes), wordings.SHIFTED
    else:
        drawn = draw_document(context, document.theme).values[what]
        new = _like_written(old, drawn, kind)
    if old == new:
        return None
    request = tell(context, phrases, reasons=wordings.DETAIL_REASONS, stays=wordings.DETAIL_STAYS,
                   what=what, What=what[0].upper() + what[1:], old=old, new=new,
                   shift=shift)  # fmt: skip
    pair = document.write(), replace(document, values={**values, what: new}).write()
    return make_edit(context, "correct detail", request, document.theme.language, pair)


def _shift_clock(old: str, minutes: int) -> str:
    """Return the time so much later, written as the old one is."""
    match = _CLOCK.match(old)
    if not match:
        raise ValueError(f"Not a time: {old}")
    half = match[3]
    hour = int(match[1]) % 12 + 12 * (half == "p") if half else int(match[1])
    sum_ = 60 * hour + int(match[2] or 0) + minutes
    clock = "24" if not half else "dots" if "." in old else "short"
    new = _Style(clock, "", "").write_clock(sum_)
    return new if not match[2] or ":" in new else new.replace(" ", ":00 ", 1)


def _like_written(old: str, drawn: str, kind: str) -> str:
    """Return the other value in the form of the old one."""
    if kind in _RANGES:
        match = _CLOCK.match(drawn)
        if not match:
            raise ValueError(f"Not a time: {drawn}")
        hour = int(match[1]) % 12 + 12 * (match[3] == "p") if match[3] else int(match[1])
        is_pm = _CLOCK.match(old)
        clock = "24" if is_pm and not is_pm[3] else "dots" if "." in old else "short"
        return _Style(clock, "", "").write_clock(60 * hour + int(match[2] or 0))
    if kind == "date":
        day, month = sorted(drawn.split())
        return f"{day} {month}" if old[0].isdigit() else f"{month} {day}"
    if kind in _COINS:
        return re.sub(r"\d+", re.sub(r"\D", "", drawn), old)
    return drawn


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
    return make_edit(context, "fix misspelled", request, draw_language(context), (source, text))


def draw_language(context: Context) -> str:
    """Return what a text is called whose form does not matter."""
    return context.random.choice(("text", "text", "letter", "email"))
