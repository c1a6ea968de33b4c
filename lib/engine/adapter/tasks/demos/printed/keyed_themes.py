"""Keys that each have a label.

Invariant: no key stands twice in a theme.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.demos.printed.cases import Case, Theme
from lib.engine.adapter.tasks.phrasing import Context

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


def draw_keyed(context: Context) -> Theme:
    """Return some keys of one subject and their labels."""
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
    return Theme(kind="keys", cases=tuple(cases), name=name)
