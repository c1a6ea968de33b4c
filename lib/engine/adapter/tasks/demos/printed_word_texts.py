"""Programs that say words, one of which is also a part of a longer text in the same program.

Invariant: the labels of a program are all the texts it says, in the order of its lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import gcd, prod

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.words import split_words

WORDS = split_words(
    """bim bam zig zag ping pong hip hop ding dong flip flop boom clap snap pop yin yang rock roll
    moo honk beep boop wub dub blip blop zim zam kling klang mish mash chit chat riff raff hocus
    pocus zap bonk plink plonk wham bang splish splash jazz funk kiwi mango nova comet pixel lemon
    turbo ninja panda koala yeti gnome piff paff dingo bingo hula yolo"""
)
COMPOUNDS = split_words(
    """sun-day sun-rise moon-light star-fish book-shelf rain-bow foot-ball snow-man butter-fly
    head-line tea-pot news-paper hand-bag eye-brow water-fall sea-shell tooth-brush arm-chair
    note-book air-port door-bell pop-corn cup-cake bed-room cat-fish pan-cake pine-apple fire-ball
    rock-et key-hole gold-en play-er win-ner hit-box honey-comb wind-mill thunder-storm cross-word
    team-work day-break black-bird ham-burger cheese-burger class-room out-side on-line off-line
    sand-box under-ground jelly-bean dragon-fly candle-light"""
)
MESSAGES = tuple(
    tuple(pair.split("/"))
    for pair in """saved/not saved;error/error while loading;done/almost done;ready/not ready yet
    welcome/welcome back;hello/hello again;goodbye/goodbye for now;loading/still loading
    deleted/already deleted;stop/stop right there;low/low battery;yes/yes please;no/no thanks
    start/start over;next/next level;cancel/cancel all;retry/retry later;hot/hot dog
    paid/unpaid;sent/resent;full/full moon;locked/unlocked;known/unknown;lost/lost and found
    correct/incorrect;success/no success;game/game over;connected/disconnected;failed/login failed
    happy/very happy;winner/no winner;alarm/false alarm;warning/last warning"""
    .replace("\n", ";").split(";")
    for pair in [pair.strip()]
)  # fmt: skip
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
_KEYED = (
    ("status", "code status",
     "200:ok 404:not_found 302:found 504:gateway_timeout 408:timeout 502:server_error 500:error "
     "301:moved 308:moved_for_good 410:gone 400:bad_request 201:created 503:unavailable"),
    ("animal", "animal pet",
     "bull:moo_moo cow:moo puppy:tiny_woof dog:woof cat:meow lion:big_meow goose:honk_honk "
     "swan:honk duck:quack sheep:baa lamb:little_baa pig:oink mouse:squeak bat:high_squeak owl:hoot"
     ),
    ("light", "light color signal",
     "red:stop yellow:slow green:go blue:go_slow white:full_stop orange:wait violet:wait_here"),
    ("roll", "roll die dice",
     "1:miss 2:near_miss 3:hit 4:big_hit 5:lucky 6:very_lucky"),
    ("move", "mark move sign",
     "+:check #:checkmate ++:double_check =:draw x:capture !:good !!:very_good ?:bad ??:very_bad"),
    ("mood", "mood face smiley",
     ":):happy :D:very_happy :(:sad :((:very_sad :|:calm B):cool zz:sleepy zzz:very_sleepy"),
    ("size", "size cut fit",
     "xs:extra_small s:small m:medium l:large xl:extra_large t:tall xt:extra_tall p:plain"),
    ("weather", "weather sky icon",
     "0:sun 1:sunrise 2:rain 3:rainbow 4:snow 5:snowstorm 6:storm 7:wind 8:headwind 9:fog"),
    ("state", "state status step",
     "a:open b:reopened c:paid d:unpaid e:sent f:resent g:closed h:packed i:not_packed"),
    ("direction", "direction key dir",
     "n:north ne:north east s:south se:south_east e:east w:west sw:south_west nw:north_west"),
    ("piece", "piece letter symbol",
     "k:king ks:king_side q:queen qs:queen_side n:knight bn:black_knight p:pawn pp:passed_pawn"),
)  # fmt: skip
_DIVISORS = (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 17)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A text that is said, and when."""

    label: str
    test: str = ""
    """In Python; empty for the rest of all cases."""
    key: str = ""
    places: tuple[str, ...] = ()
    """When it is said, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The cases of a program about one variable."""

    kind: str
    """`division`, `range`, `keys` or `words`."""
    cases: tuple[Case, ...]
    name: str = "n"
    subject: str = "number"
    counts: bool = False
    """Whether the program says the number itself in all other cases."""


def invent(context: Context) -> str:
    """Return a word for a game, mostly one that does not exist."""
    random = context.random
    if context.chance(0.45):
        return random.choice(WORDS)
    starts = split_words("b d g k l m n p r t v z bl kr pl tr zw kl dr fl gl sn")
    return random.choice(starts) + random.choice("aeiou") + random.choice(split_words(
        "b m n p rk lt nk x rbo zzo nto lla ppi")
    )  # fmt: skip


def draw_theme(context: Context) -> Theme:
    """Return cases with a word that is also a part of a longer label."""
    kind = context.random.random()
    if kind < 0.34:
        return restyle(context, draw_division(context), "tpul")
    if kind < 0.6:
        return restyle(context, _draw_range(context), "tllu")
    if kind < 0.82:
        return restyle(context, _draw_keyed(context), "ttlup")
    return restyle(context, _draw_words(context), "ttlu")


def restyle(context: Context, theme: Theme, styles: str) -> Theme:
    """Write all labels in one style: t Title Case, p PascalCase, u UPPER CASE, l lower case."""
    style = context.random.choice(styles)
    cases = tuple(
        Case(label=in_style(one.label, style), test=one.test, key=one.key, places=one.places)
        for one in theme.cases
    )
    return Theme(kind=theme.kind, cases=cases, name=theme.name, subject=theme.subject,
                 counts=theme.counts)  # fmt: skip


def in_style(label: str, style: str) -> str:
    """Return a label of lower case in one of the styles."""
    if style == "l" or any(char.isupper() for char in label):
        return label
    if style == "u":
        return label.upper()
    title = re.sub(r"\b[a-z]", lambda match: match[0].upper(), label)
    return title.replace(" ", "") if style == "p" else title


def draw_division(context: Context) -> Theme:
    """Return a game of numbers that are replaced by words."""
    random = context.random
    numbers = random.sample(_DIVISORS, 3)
    if any(gcd(a, b) > 1 for a in numbers for b in numbers if a != b) or {3, 5} <= {*numbers}:
        return draw_division(context)
    words: dict[int, str] = {}
    while not words or any(a in words[j] for i, a in words.items() for j in words if i != j):
        words = {number: invent(context) for number in numbers}
    p, q, r = numbers
    shape = random.choice(
        (((p, q), (p,), (q,)),) * 4
        + (((p, q), (q,), (p,)),) * 3
        + (((p, q, r), (p,), (q,), (r,)), ((p, q), (p, r), (p,)), ((p, q), (r,), (p,), (q,)),
           ((p, q, r), (p, q), (p,), (r,)))
    )  # fmt: skip
    joint, style = random.choice(("", " ", " ", "-")), random.choice(("zero", "zero", "not"))
    is_product, name = context.chance(0.6), random.choice(split_words("n i x num number k value"))
    is_apart = len(shape) == 3 and len({*shape[0]}) == 2 and len(shape[1]) == 1 and not joint
    is_apart = is_apart and context.chance(0.4)
    cases = []
    for group in shape:
        label = joint.join(words[one] for one in group)
        terms = [prod(group)] if is_product else group
        test = " and ".join(
            f"not {name} % {one}" if style == "not" else f"{name} % {one} == 0" for one in terms
        )
        others = [one for one in shape[0] if one not in group]
        if is_apart and others:
            test = f"{name} % {group[0]} == 0 and {name} % {others[0]} != 0"
        places = _division_places(context, group, shape) if len(group) == 1 else ()
        cases.append(Case(label=label, test=test, key=str(prod(group)), places=places))
    if is_apart:
        random.shuffle(cases)
    return Theme(kind="division", cases=tuple(cases), name=name, counts=context.chance(0.8))


def _division_places(
    context: Context, group: tuple[int, ...], shape: tuple[tuple[int, ...], ...]
) -> tuple[str, ...]:
    (p,) = group
    both = [one for one in shape if p in one and len(one) > 1]
    found = [
        k for k in range(p, 12 * p, p) if next(one for one in shape if k % prod(one) == 0) == group
    ]
    places = [
        f"for multiples of {p}", f"for the multiples of {p}", f"if the number is divisible by {p}",
        f"when {p} divides the number", f"when a number can be divided by {p}",
        f"for all numbers of the {p} times table", f"when the number is a multiple of {p}",
        f"when dividing by {p} leaves no remainder",
    ]  # fmt: skip
    if both:
        q = next(one for one in both[0] if one != p)
        places += [
            f"for numbers that can be divided by {p} and not by {prod(both[0])}",
            f"when the number is a multiple of {p} but not of {prod(both[0])}",
        ]
        if len(both) == 1 and len(both[0]) == 2:
            places += [
                f"for numbers divisible by {p} but not by {q}",
                f"when {p} goes into the number and {q} does not",
            ]
    if len(found) > 1:
        one, two = sorted(context.random.sample(found, 2))
        places += [f"for numbers such as {one} or {two}", f"when the number is {one}"]
    return tuple(places)


_ABOVE = {
    ">": ("when the {s} is above {c}", "if the {s} is more than {c}", "for anything over {c}"),
    ">=": ("when the {s} is at least {c}", "from {c} upwards", "if the {s} is {c} or more"),
    "<": ("when the {s} is below {c}", "if the {s} is less than {c}", "for anything under {c}"),
    "<=": ("when the {s} is at most {c}", "up to {c}", "if the {s} is {c} or less"),
}
_BETWEEN = {
    ">": ("when the {s} is above {c} but not above {d}", "between {c} and {d}"),
    ">=": ("when the {s} is at least {c} but below {d}", "from {c} to just below {d}"),
    "<": ("when the {s} is below {c} but not below {d}", "from {d} to just below {c}"),
    "<=": ("when the {s} is at most {c} but above {d}", "between {d} and {c}"),
}


def _draw_range(context: Context) -> Theme:
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
        patterns = _ABOVE[sign] if i == 0 else (*_ABOVE[sign], *_BETWEEN[sign], *_BETWEEN[sign])
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
    return Theme(kind="range", cases=tuple(cases), name=name, subject=subject)


def _draw_keyed(context: Context) -> Theme:
    random = context.random
    subject, names, rows = random.choice(_KEYED)
    pairs = [tuple(row.rsplit(":", 1)) for row in rows.split() if ":" in row]
    count = min(len(pairs), max(3, context.size // 60), 8)
    found = [pairs[i] for i in sorted(random.sample(range(len(pairs)), count))]
    if context.chance(0.4):
        random.shuffle(found)
    name = random.choice(names.split())
    return _keyed(context, name, subject, [(key, label.replace("_", " ")) for key, label in found])


def _keyed(context: Context, name: str, subject: str, rows: list[tuple[str, str]]) -> Theme:
    cases = []
    for key, label in rows:
        said = key if key.isalnum() and len(key) > 1 and context.chance(0.6) else f'"{key}"'
        said = key if key.isdigit() else said
        places = (f"for {said}", f"when the {subject} is {said}", f"if the {subject} equals {said}",
                  f"in the case of {said}", f"in case the {subject} is {said}")  # fmt: skip
        test = f"{name} == {key}" if key.isdigit() else f"{name} == @{key}@"
        cases.append(Case(label=label, test=test, key=key, places=places))
    return Theme(kind="keys", cases=tuple(cases), name=name, subject=subject)


def _draw_words(context: Context) -> Theme:
    """Return labels without conditions: for lists, constants, functions and scripts."""
    random = context.random
    pairs: list[tuple[str, ...]] = []
    if context.chance(0.5):
        pairs = random.sample(MESSAGES, 3)
    else:
        drawn = [tuple(one.split("-")) for one in random.sample(COMPOUNDS, 3)]
        pairs = [(one, one + two) for one, two in drawn]
    labels = [*pairs[0][::-1], *pairs[1], *pairs[2][:1]][: random.choice((3, 4, 5, 5))]
    if context.size > 300:
        labels += pairs[2][1:]
    if context.chance(0.6):
        random.shuffle(labels)
    return Theme(kind="words", cases=tuple(Case(label=one) for one in labels))
