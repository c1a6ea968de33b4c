"""One of several appointments changes, and perhaps the greeting.

Invariant: the other appointments stay, though they have values in common with it.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.demos.pairs import prose_texts as texts
from lib.engine.adapter.tasks.demos.pairs import prose_wordings as wordings
from lib.engine.adapter.tasks.demos.pairs.prose_telling import tell_prose
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

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
    row = random.choice(_ROWS)
    close = random.choice(("See you soon!", "Best wishes", "Bring a pen."))

    def write(hello: str, values: list[dict[str, str]]) -> str:
        lines = [row.format(e=event, **one) for event, one in zip(events, values, strict=True)]
        return f"{hello},\n\nthese are our dates:\n\n" + "\n".join(lines) + f"\n\n{close}"

    pair = write(hellos[0], rows), write(hellos[greets], changed)
    return make_edit(context, "reschedule", tell_prose(context, parts), "email", pair)
