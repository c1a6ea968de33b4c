"""Numbers that are graded: from a border on, another label is said.

Invariant: a place in words fits one branch only.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.demos.printed.cases import Case, Theme
from lib.engine.adapter.tasks.phrasing import Context

_RANGES = (
    ("temperature", "t temp temperature degrees", -10, 44,
     ("boiling hot/hot/warm/cold/ice cold", "too hot/hot/mild/cold/too cold",
      "sunny and warm/warm/cool/very cool", "heat wave/heat/mild/frost/hard frost")),
    ("score", "score points result", 10, 96,
     ("excellent work/excellent/good/pass/no pass", "very good/good/fair/poor/very poor",
      "gold medal/gold/silver/bronze", "A+/A/A-/B+/B/C", "superstar/star/talent/no talent")),
    ("age", "age years", 2, 80,
     ("senior citizen/senior/adult/young adult/child", "very old/old/young/very young",
      "grandmaster/master/pupil", "adult/young adult/teen/child/small child")),
    ("speed", "speed kmh pace velocity", 5, 180,
     ("too fast/fast/normal/slow/too slow", "racing car/car/bike/pedestrian")),
    ("charge", "charge level percent", 5, 99,
     ("fully charged/charged/low/very low/empty", "full/half full/low/low battery")),
    ("width", "width inches size", 10, 400,
     ("extra large/large/medium/small/extra small", "XXL/XL/L/M/S/XS", "very big/big/tiny")),
    ("wind speed", "wind knots", 3, 70,
     ("severe storm/storm/breeze/light breeze/calm", "hurricane/gale/wind/headwind")),
    ("margin", "margin lead diff", -20, 30,
     ("landslide win/win/draw/loss/bitter loss", "winner/win/tie/defeat")),
    ("number of items", "stock count amount", 1, 60,
     ("plenty left/plenty/few/very few/sold out", "overstock/stock/scarce")),
    ("volume", "volume decibels noise", 10, 110,
     ("very loud/loud/quiet/very quiet/silent", "noise/background noise/silence")),
    ("hour", "hour h", 4, 23,
     ("midnight/night/evening/afternoon/noon/morning", "late evening/evening/day/daybreak")),
    ("number of cars", "cars queue vehicles", 2, 90,
     ("traffic jam/jam/busy/free", "standstill/still moving/moving/free road/free")),
    ("depth", "depth meters", 1, 60, ("deep water/deep/shallow/very shallow/dry",)),
)  # fmt: skip
_ONE_SIDED = {
    ">": ("when the {s} is above {c}", "if the {s} is more than {c}", "for anything over {c}"),
    ">=": ("when the {s} is at least {c}", "from {c} upwards", "if the {s} is {c} or more"),
    "<": ("when the {s} is below {c}", "if the {s} is less than {c}", "for anything under {c}"),
    "<=": ("when the {s} is at most {c}", "up to {c}", "if the {s} is {c} or less"),
}
_TWO_SIDED = {
    ">": ("when the {s} is above {c} but not above {d}", "between {c} and {d}"),
    ">=": ("when the {s} is at least {c} but below {d}", "from {c} to just below {d}"),
    "<": ("when the {s} is below {c} but not below {d}", "from {d} to just below {c}"),
    "<=": ("when the {s} is at most {c} but above {d}", "between {d} and {c}"),
}


def draw_range(context: Context) -> Theme:
    """Return grades of a number, from the highest down or from the lowest up."""
    random = context.random
    subject, names, low, high, families = random.choice(_RANGES)
    labels = random.choice(families).split("/")
    if context.size < 250 and len(labels) > 4:
        start = random.randrange(len(labels) - 2)
        labels = labels[start : start + 4]
    down, name = context.chance(0.6), random.choice(names.split())
    if not down:
        labels.reverse()
    sign = random.choice((">", ">=") if down else ("<", "<="))
    cuts = sorted(random.sample(range(low, high, 1 + (high - low) // 50), len(labels) - 1),
                  reverse=down)  # fmt: skip
    cases = []
    for i, (label, cut) in enumerate(zip(labels, cuts, strict=False)):
        patterns = (
            _ONE_SIDED[sign]
            if i == 0
            else (*_ONE_SIDED[sign], *_TWO_SIDED[sign], *_TWO_SIDED[sign])
        )
        last = cuts[i - 1]
        places = [one.format(s=subject, c=cut, d=last) for one in patterns]
        edge = (cut + 5 if down else cut - 5) if i == 0 else last
        inner = range(cut + 1, edge) if down else range(edge + 1, cut)
        if inner:
            places += [f"for a {subject} of {random.choice(inner)}"]
        if i == 0 and not down:
            places = [one for one in places if "-" not in one]
        cases.append(Case(label=label, test=f"{name} {sign} {cut}", places=tuple(places)))
    rest = ("in every other case", "when none of the conditions holds", "as the fallback")
    cases.append(Case(label=labels[-1], places=rest))
    return Theme(kind="range", cases=tuple(cases), name=name)
