"""Templates that are filled, and in which another thing changes besides or stays open.

Invariant: a slot that the request does not fill stands in the answer as it stood in the text.
"""

from __future__ import annotations

from dataclasses import dataclass

from lib.engine.adapter.tasks.demos.pairs import template_wordings as wordings
from lib.engine.adapter.tasks.demos.pairs.framing import frame_ended
from lib.engine.adapter.tasks.demos.telling import tell_both
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit

_STAYS_SHARE = 0.35
_TWIST_ONLY_SHARE = 0.15


@dataclass(frozen=True, slots=True)
class _Theme:
    """A body with `§slots§`, one sentence of it after another one, and one number outside."""

    language: str
    body: str
    sentence: str
    number: tuple[str, str]
    """What the text says, with words enough to be unique, and what it shall say."""


_HELLOS = ("Dear", "Hello", "Hi", "Good morning")
_BYES = ("Best regards", "Kind regards", "Many thanks", "All the best", "Yours")
_THEMES = (
    _Theme("email", "~hello~ §name§,\n\nthank you for your order §order§. It leaves our shop on "
           "§date§ and takes 3 days. ¤ Returns are free within 30 days.\n\nShip to:\n§address§\n\n"
           "~bye~\n~first9~", "You will get 10% off your next order.",
           ("30 days", "60 days")),
    _Theme("email", "~hello~ §name§,\n\nyour appointment is on §date§ at §time§. Please come 15 "
           "minutes early. ¤ The visit takes 45 minutes.\n\nWhere to find us:\n§address§\n\n~bye~",
           "Parking costs 15 euros a day.", ("15 minutes early", "20 minutes early")),
    _Theme("letter", "§sender§\n§address§\n\n~hello~ §name§,\n\nwe invite you to the summer party "
           "on §date§ at §time§. ¤ There is room for 40 guests and dinner for 20.\n\n~bye~",
           "Children are welcome too.", ("40 guests", "50 guests")),
    _Theme("text", "INVOICE §invoice§\n\nBill to:\n§name§\n§address§\n\nAmount due: §amount§\n"
           "Please pay within 14 days by bank transfer. ¤ Our office at 14 Mill Lane is open all "
           "week.", "After that we charge a fee of 5 euros.", ("within 14 days", "within 21 days")),
    _Theme("text", "CERTIFICATE\n\n§name§ has attended the course §course§ on §date§. ¤ It took 12 "
           "hours on 3 evenings.\n\nPlace:\n§address§\n\n~city~, the 12 teachers of the school",
           "The final test was passed.", ("12 hours", "16 hours")),
    _Theme("markdown", "# §app§\n\nA small tool for ~items~. ¤ It keeps 7 backups.\n\n- Version: "
           "§version§\n- Maintainer: §name§\n- Port: 7070\n\n## Contact\n\n§address§",
           "It needs no database.", ("7 backups", "9 backups")),
    _Theme("markdown", "## Release §version§\n\n§app§ now starts in 2 seconds. ¤ Support ends in 2 "
           "years.\n\nReleased on §date§ by:\n§name§\n§address§",
           "The old importer was removed.", ("2 years", "3 years")),
    _Theme("text", "PARCEL §order§\n\nTo:\n§name§\n§address§\n\nWeight: 5 kg, 5 pieces. ¤ Keep it "
           "below 25 degrees.\nDate: §date§", "This side up.", ("25 degrees", "20 degrees")),
    _Theme("email", "Subject: Your ticket §order§\n\n~hello~ §name§,\n\nthe train to ~city~ leaves "
           "at §time§ from platform 8. Your seat is in coach 8. ¤ Please be there early.\n\n"
           "~bye~\n§sender§\n§address§", "There is no restaurant on board.",
           ("coach 8", "coach 6")),
    _Theme("letter", "~city~, §date§\n\n§company§\n§address§\n\n~hello~ §name§,\n\nI herewith end "
           "my contract §invoice§ with a notice of 3 months. ¤ I was a customer for 3 years.\n\n"
           "~bye~\n§sender§", "Please confirm this in writing.", ("3 months", "2 months")),
    _Theme("email", "~hello~ §name§,\n\nwelcome to §company§! Your first day is §date§. You get "
           "28 days of leave. ¤ Your desk is in room 28.\n\nCome to:\n§address§\n\n~bye~\n§sender§",
           "Lunch is on us.", ("28 days", "30 days")),
    _Theme("text", "RENTAL §invoice§\n\nTenant: §name§\nStart: §date§\nDeposit: §amount§\nThe car "
           "comes with 100 free km a day. ¤ A scratch costs 100 euros.\n\nPickup:\n§address§",
           "A second driver is free.", ("100 free km", "150 free km")),
)  # fmt: skip
_STYLES = (
    ("{{{{{}}}}}", "_"), ("{{{}}}", "_"), ("[{}]", " "), ("<{}>", " "), ("${{{}}}", "_"),
    ("%{}%", "_"), ("[[{}]]", " "), ("{{{{ {} }}}}", "_"), ("<<{}>>", " "), ("@@{}@@", "_"),
)  # fmt: skip
"""How a slot is written, and what parts the words of its name."""
_NAMES = {
    "name": ("name", "recipient", "full name"), "order": ("order", "order id", "number"),
    "date": ("date", "day"), "time": ("time", "start time"), "address": ("address", "location"),
    "sender": ("sender", "signature"), "invoice": ("invoice", "reference"),
    "amount": ("amount", "sum"), "course": ("course", "course title"),
    "app": ("app", "app name", "project"), "version": ("version", "release"),
    "company": ("company", "company name"),
}  # fmt: skip
_MONTHS = ("March", "April", "June", "July", "September", "October")


def _value(context: Context, slots: Slots, name: str) -> str:
    random = context.random
    if name in ("name", "sender"):
        return slots.fill("~first~ ~last~" if name == "name" else "~first2~ ~last2~")
    drawn = {
        "order": f"{random.choice('ABKRX')}-{random.randrange(1000, 9999)}",
        "date": f"{random.randrange(1, 29)} {random.choice(_MONTHS)}",
        "time": f"{random.randrange(8, 20)}:{random.choice(('05', '30', '45', '20'))}",
        "address": f"{random.randrange(30, 99)} {_street(context)}, {slots.fill('~city4~')}",
        "invoice": f"{random.randrange(2021, 2027)}/{random.randrange(100, 999)}",
        "amount": f"{random.randrange(110, 990)} euros",
        "course": random.choice(("Pottery", "First Aid", "Bread Baking", "Typing", "Chess")),
        "app": slots.fill("~Word~~Item~"),
        "version": f"{random.randrange(4, 9)}.{random.randrange(12)}.{random.randrange(9)}",
        "company": slots.fill("~last5~ & Sons"),
    }
    return drawn[name]


def _street(context: Context) -> str:
    names = ("Harbor", "Station", "Garden", "Church", "River", "Castle", "Market", "School")
    return f"{context.random.choice(names)} {context.random.choice(('Street', 'Road', 'Lane'))}"


def _write_values(context: Context, pairs: list[tuple[str, str]]) -> str:
    """Return what is filled in, as people list it: each slot's name with its value."""
    form = context.random.choice(
        ("{k} = {v}", "{k}: {v}", '"{v}" for {k}', '{k} = "{v}"', "{k} -> {v}",
         "'{v}' as {k}")
    )  # fmt: skip
    parts = [form.format(k=key, v=value) for key, value in pairs]
    if " for " in form or " as " in form:
        return " and ".join([", ".join(parts[:-1]), parts[-1]] if parts[1:] else parts)
    return ("; " if any(", " in part for part in parts) else ", ").join(parts)


def fill_and_edit(context: Context) -> Edit | None:
    """Fill a template, and delete a sentence, change a number or keep a slot besides."""
    random = context.random
    theme, slots = random.choice(_THEMES), Slots(random)
    hello, bye = random.choice(_HELLOS), random.choice(_BYES)
    body = theme.body.replace("~hello~", hello).replace("~bye~", bye)
    body = slots.fill(body).replace("¤", theme.sentence)
    used = [name for name in _NAMES if f"§{name}§" in body]
    tokens = _write_slots(context, used)
    for name, token in tokens.items():
        body = body.replace(f"§{name}§", token)
    twist = random.choice(("drop", "number", "keep", "keep", "lines"))
    open_slots = {"address"} if twist == "lines" else set()
    kept = random.choice(used) if twist == "keep" else None
    filled = [name for name in used if name != kept and name not in open_slots]
    answer, second = _twist(context, theme, slots, twist, body, tokens[kept or "address"])
    if twist in ("drop", "number") and context.chance(_TWIST_ONLY_SHARE):
        return make_edit(context, "edit template", second, theme.language, (body, answer))
    values = {name: _value(context, slots, name) for name in filled}
    by_token = context.chance(0.4)
    pairs = []
    for name in filled:
        answer = answer.replace(tokens[name], values[name])
        pairs.append((tokens[name] if by_token else _bare(tokens[name]), values[name]))
    if body.count(theme.number[0]) != 1 or theme.number[0] in "".join(values.values()):
        return None
    request = tell_both(
        context, context.say(wordings.FILL, values=_write_values(context, pairs)), second
    )
    request = frame_ended(
        context, request, wordings.REASONS, wordings.STAYS, stays_share=_STAYS_SHARE
    )
    return make_edit(context, "fill and edit", request, theme.language, (body, answer))


def _write_slots(context: Context, used: list[str]) -> dict[str, str]:
    """Return how each slot is written; perhaps one of them in another style."""
    random = context.random
    style, other = random.sample(_STYLES, 2)
    case = random.choice((str.lower, str.lower, str.upper))
    odd = random.choice(used) if context.chance(0.3) else ""
    tokens = {}
    for name in used:
        mark, gap = other if name == odd else style
        tokens[name] = mark.format(case(random.choice(_NAMES[name]).replace(" ", gap)))
    return tokens


def _bare(token: str) -> str:
    return token.strip("{}[]<>$%@ ")


def _twist(
    context: Context, theme: _Theme, slots: Slots, twist: str, body: str, token: str
) -> tuple[str, str]:
    """Return the body after the second change, and how this is told."""
    if twist == "drop":
        start = " ".join(theme.sentence.split()[:2])
        values = {"sentence": f'"{theme.sentence}"', "start": context.quoted(start, bare=0.0)}
        return body.replace(f" {theme.sentence}", ""), context.say(wordings.DROP, **values)
    if twist == "number":
        old, new = theme.number
        told = {"old": context.quoted(old), "new": context.quoted(new)}
        return body.replace(old, new), context.say(wordings.NUMBER, **told)
    if twist == "keep":
        filler = context.random.choice(wordings.FILLERS)
        return body, context.say(wordings.KEEP, kept=token, filler=filler)
    one = f"{context.random.randrange(30, 99)} {_street(context)}"
    two = slots.fill("~city7~")
    lines = {"slot": token, "one": f'"{one}"', "two": context.quoted(two)}
    return body.replace(token, f"{one}\n{two}"), context.say(wordings.TWO_LINES, **lines)
