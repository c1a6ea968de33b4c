"""Edits of two parts of recipes, notes, guides and plans.

Invariant: each answer is written from the same parts as its text, with the told parts changed.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.demos.pairs import prose_pair_texts as texts
from lib.engine.adapter.tasks.demos.pairs import prose_pair_wordings as wordings
from lib.engine.adapter.tasks.demos.telling import tell_both
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.misspellings import MISSPELLINGS
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_ONE_PART_SHARE = 0.25
_STAYS_SHARE = 0.3
_REASON_SHARE = 0.25
_REASONS = (
    "I am preparing this for tomorrow.", "We talked about it this morning.",
    "This is going to be printed.", "Somebody pointed it out to me.", "It hangs on our wall.",
    "I wrote this in a hurry.", "Good morning, I need some help with this.",
    "My colleagues will read it today.", "We had a look at it together.", "It is almost finished.",
)  # fmt: skip
_STAYS = (
    "All the rest stays.", "Do not reword anything.", "The rest is fine.",
    "Keep the wording of the rest.", "Nothing else is to change.", "No other changes, please.",
    "Leave the rest as I wrote it.", "I am happy with the rest.", "The layout stays.",
)  # fmt: skip


def _tell(context: Context, parts: list[str]) -> str:
    """Return the request for one or two parts, perhaps with a reason and what stays."""
    request = tell_both(context, *parts) if parts[1:] else parts[0]
    if not request.endswith((".", "!", "?")) or "\n" in request:
        return request
    if context.chance(_REASON_SHARE):
        request = f"{context.random.choice(_REASONS)} {request}"
    if context.chance(_STAYS_SHARE):
        request = f"{request} {context.random.choice(_STAYS)}"
    return request


def _which(context: Context) -> tuple[bool, bool]:
    """Return which of the two parts are wanted; at least one is."""
    if not context.chance(_ONE_PART_SHARE):
        return True, True
    first = context.chance(0.5)
    return first, not first


_ITEMS = ("{a} {n}", "{n}: {a}", "{n}, {a}", "{a} of {n}", "{n} ({a})")


def change_recipe(context: Context) -> Edit | None:
    """Change the amount of one ingredient, and add one as the first or the last of the list."""
    random = context.random
    title, solids, liquids, step = random.choice(texts.RECIPES)
    solid, liquid = solids.split(), liquids.split()
    amounts = random.sample(range(50, 500, 25), 4)
    same = f"{amounts[0]} g"
    target, twin, *others = random.sample(solid, len(solid))
    drawn = [(same, target), (same, twin), (f"{amounts[1]} ml", random.choice(liquid))]
    drawn += [(f"{amounts[2]} g", others[0])] if context.chance(0.6) else []
    random.shuffle(drawn)
    change, add = _which(context)
    new = list(drawn)
    parts = []
    if change:
        amount = f"{amounts[3]} g"
        new = [(amount, n) if n == target else (a, n) for a, n in drawn]
        parts.append(context.say(wordings.AMOUNT, name=target, new=amount, old=same))
    if add:
        amount, name = random.choice(texts.EXTRAS)
        is_first = context.chance(0.5)
        new.insert(0 if is_first else len(new), (amount, name))
        end = ("last", "first")[is_first]
        side = random.choice((("at the end", "at the bottom"), ("at the start", "at the top"))
                             [is_first])  # fmt: skip
        parts.append(context.say(wordings.INGREDIENT, amount=amount, name=name, end=end, side=side))
    item, mark = random.choice(_ITEMS), random.choice(("-", "-", "*", "•", "+"))
    head = random.choice(("# {}\n\n", "{}\n\n", "## {}\n\n", "{}:\n")).format(title)
    foot = f"\n\n{random.choice(('Mix everything.', f'Start with the {target}.'))} {step}"
    pair = tuple(
        head + "\n".join(f"{mark} {item.format(a=a, n=n)}" for a, n in rows) + foot
        for rows in (drawn, new)
    )
    request = _tell(context, parts)
    return make_edit(context, "change recipe", request, "markdown", (pair[0], pair[1]))


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
    request = _tell(context, parts)
    language = "markdown" if body.startswith("#") else "text"
    return make_edit(context, "replace person", request, language, (pair[0], pair[1]))


def _write_person(body: str, name: str, is_man: bool) -> str:
    body = body.replace("~N~", name)
    for slot, word in zip(("he", "him", "his"), _FORMS[is_man][:3], strict=True):
        body = body.replace(f"~{slot}~", word).replace(f"~{slot.title()}~", word.title())
    return body


def move_section(context: Context) -> Edit | None:
    """Move a section of a document, and add a sentence to a paragraph."""
    random = context.random
    title, known = random.choice(texts.GUIDES)
    title += random.choice(("", "", " 2025", " (draft)", " 2026", ": the short version"))
    old = random.sample(known, random.choice((3, 4)))
    mark = random.choice(("##", "##", "###", "#"))
    move, add = _which(context)
    new, parts = list(old), []
    if move:
        moved = random.choice(old[:-1])
        new.remove(moved)
        place, at = random.choice(("at the very end", "at the bottom")), len(new)
        if context.chance(0.6):
            at = random.randrange(len(new))
            is_after = context.chance(0.4)
            place = f"{'after' if is_after else 'before'} {_named(context, new[at][0])}"
            at += is_after
        new.insert(at, moved)
        if new == old:
            return None
        phrases = wordings.MOVE
        place = (
            random.choice(("at the very end", "at the bottom")) if place == "to the end" else place
        )
        parts.append(context.say(phrases, name=_named(context, moved[0]), place=place))
    if add:
        name, sentence = random.choice(old)[0], random.choice(texts.SENTENCES)
        new = [(n, f"{t} {sentence}" if n == name else t) for n, t in new]
        told = {"name": _named(context, name), "sentence": f'"{sentence}"'}
        parts.append(context.say(wordings.APPEND, **told))
    if context.chance(0.3):
        parts.reverse()
    pair = tuple(
        f"# {title}\n\n" * (mark != "#") + "\n\n".join(f"{mark} {n}\n\n{t}" for n, t in sections)
        for sections in (old, new)
    )
    request = _tell(context, parts)
    return make_edit(context, "move section", request, "markdown", (pair[0], pair[1]))


def _named(context: Context, heading: str) -> str:
    return context.quoted(heading, bare=0.4)


def drop_step_rename(context: Context) -> Edit | None:
    """Delete a numbered step, with the numbers after it, and rename the product."""
    random = context.random
    title, joined = random.choice(texts.STEPS)
    steps = joined.split("|")
    drop = random.randrange(1, len(steps) - 1)
    refer = random.choice([i for i in range(1, len(steps)) if i != drop])
    old, new = random.sample(texts.PRODUCTS, 2)
    is_mail = context.chance(0.5)
    address = (
        f"{random.choice(('help', 'support', 'team'))}@{old.lower()}.com"
        if is_mail
        else f"https://{random.choice(('www.', 'docs.', ''))}{old.lower()}.io/help"
    )
    note = random.choice(("If it fails, go back to step {}.", "Repeat step {} if you are not sure.",
                          "Step {} may take 4 minutes."))  # fmt: skip
    form = random.choice(("{}. {}", "{}) {}"))
    cut, rename = _which(context)
    if "~P~" in steps[drop]:
        return None
    foot = f"\n\n{note}\n~P~ answers questions: {address}"

    def write(kept: list[str], number: int, name: str) -> str:
        lines = "\n".join(form.format(i, step) for i, step in enumerate(kept, 1))
        return f"{title}\n\n{lines}{foot.format(number)}".replace("~P~", name)

    parts = []
    if cut:
        told = {"number": str(drop + 1), "text": f'"{steps[drop].rstrip(".")}"'}
        parts.append(context.say(wordings.STEP, **told))
    if rename:
        contact = "mail address" if is_mail else random.choice(("link", "URL"))
        parts.append(context.say(wordings.RENAME, old=old, new=new, contact=contact))
    kept = [step for i, step in enumerate(steps) if not cut or i != drop]
    answer = write(kept, refer + 1 - (cut and refer > drop), new if rename else old)
    pair = write(steps, refer + 1, old), answer
    return make_edit(context, "drop step and rename", _tell(context, parts), "text", pair)


_MONTHS = ("January", "March", "April", "June", "July", "September", "October", "November")
_ROWS = (
    "- {e}: {d}, {t}, {p}",
    "{e}: {d} at {t} ({p})",
    "* {d}, {t}: {e}, {p}",
    "{d} {t} | {e} | {p}",
)


def reschedule(context: Context) -> Edit | None:
    """Change one value of one of several appointments, and perhaps the greeting."""
    random = context.random
    events = random.sample(random.choice(texts.EVENTS), random.choice((3, 4)))
    months = random.sample(_MONTHS, 2)
    dates = [f"{day} {months[0]}" for day in random.sample(range(1, 28), 2)]
    times = [
        f"{hour}:{random.choice(('00', '15', '30'))}" for hour in random.sample(range(9, 20), 2)
    ]
    places = random.sample(texts.PLACES, 2)
    rows = [
        {"d": random.choice(dates), "t": random.choice(times), "p": random.choice(places)}
        for _ in events
    ]
    at, key = random.randrange(len(events)), random.choice("dtp")
    new = {
        "d": f"{random.randrange(1, 28)} {months[1]}",
        "t": f"{random.randrange(9, 20)}:{random.choice(('10', '40', '45'))}",
        "p": random.choice([place for place in texts.PLACES if place not in places]),
    }[key]
    changed = [{**row, key: new} if i == at else row for i, row in enumerate(rows)]
    what = {"d": "date", "t": "time", "p": "place"}[key]
    told = {"what": what, "event": context.quoted(events[at], bare=0.5), "old": rows[at][key]}
    parts = [context.say(wordings.RESCHEDULE, new=new, **told)]
    hellos = random.sample(texts.GREETINGS, 2)
    if greets := context.chance(0.5):
        quoted = {"old": f'"{hellos[0]}"', "new": f'"{hellos[1]}"'}
        parts.append(context.say(wordings.GREETING, **quoted))
    row, close = (
        random.choice(_ROWS),
        random.choice(("See you soon!", "Best wishes", "Bring a pen.")),
    )

    def write(hello: str, values: list[dict[str, str]]) -> str:
        lines = [row.format(e=event, **one) for event, one in zip(events, values, strict=True)]
        return f"{hello},\n\nthese are our dates:\n\n" + "\n".join(lines) + f"\n\n{close}"

    pair = write(hellos[0], rows), write(hellos[greets], changed)
    return make_edit(context, "reschedule", _tell(context, parts), "email", pair)


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
    if not context.chance(_ONE_PART_SHARE):
        at = random.randrange(4)
        place = ("at the very beginning", "after the first sentence", "after the second sentence",
                 "at the very end")[at]  # fmt: skip
        new = random.choice(texts.SENTENCES)
        right.insert(len(right) if at == 3 else at, new)
        parts.append(context.say(wordings.INSERT, sentence=f'"{new}"', place=place))
    request = _tell(context, parts)
    return make_edit(context, "fix and add", request, "text", (typed, " ".join(right)))
