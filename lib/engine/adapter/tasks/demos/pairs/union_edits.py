"""A union gets a further member, and the function of it a branch.

Invariant: the other union stays, and so do the old members and branches.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.demos.pairs import union_wordings as wordings
from lib.engine.adapter.tasks.demos.pairs.framing import tell_pair
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_UNIONS = (
    ("Shape", "corners", "ShapeColor", "red blue", "line:0 triangle:3 square:4 hexagon:6 star:10"),
    ("Plan", "monthlyFee", "PlanPeriod", "month year", "free:0 basic:5 plus:12 team:30 school:8"),
    ("Role", "roleLabel", "RoleScope", "own all",
     "guest:'Guest' editor:'Editor' owner:'Owner' auditor:'Auditor' helper:'Helper'"),
    ("Weather", "weatherIcon", "WeatherSource", "radar station",
     "sunny:'sun' rainy:'umbrella' snowy:'flake' foggy:'cloud' windy:'flag'"),
    ("Size", "sizeInCm", "SizeSystem", "metric imperial", "small:20 medium:35 large:50 huge:80"),
    ("Vehicle", "wheels", "VehicleOwner", "private rental", "bike:2 tricycle:3 car:4 truck:6"),
    ("Level", "levelPoints", "LevelMode", "solo duel", "easy:10 normal:25 hard:60 expert:90"),
    ("Payment", "paymentFee", "PaymentState", "open done",
     "card:2 transfer:0 cash:1 voucher:3 cheque:6"),
    ("Meal", "mealHour", "MealKind", "vegan classic", "breakfast:7 lunch:12 tea:16 dinner:19"),
    ("Priority", "dotColor", "PriorityView", "list board",
     "low:'grey' normal:'teal' high:'orange' urgent:'crimson' blocked:'black'"),
)  # fmt: skip
"""A union, a function of it, another union with its members, and members with what they return."""


_IF_STYLE = 2
"""Branches are cases of two lines, of one line, or an `if`."""


def _branch(style: int, name: str, member: str, value: str) -> str:
    if style == 0:
        return f"    case {member}:\n      return {value};\n"
    if style == 1:
        return f"    case {member}: return {value};\n"
    return f"  if ({name} === {member}) return {value};\n"


def _write_body(
    style: int, name: str, pairs: list[tuple[str, str]], rest: str, *, has_default: bool
) -> str:
    """Return the branches of the function, and what it returns without one."""
    lines = "".join(_branch(style, name, *pair) for pair in pairs)
    if style == _IF_STYLE:
        return f"{lines}  return {rest};\n"
    default = f"    default:\n      return {rest};\n" if has_default else ""
    return f"  switch ({name}) {{\n{lines}{default}  }}\n"


def extend_union(context: Context) -> Edit | None:
    """Add a last member to a union and a last branch for it; the other union stays."""
    random = context.random
    union, function, twin, twin_members, told = random.choice(_UNIONS)
    split = [one.split(":") for one in told.split()]
    pairs = [(f"'{member}'", value) for member, value in split]
    pairs = random.sample(pairs, random.randrange(3, len(pairs) + 1))
    style, has_default = random.randrange(3), context.chance(0.6)
    name = random.choice(("value", "kind", union[0].lower() + union[1:]))
    parts = random.choice((1, 2, 3, 3, 3, 3))
    is_list = context.chance(0.4)

    def write(members: int, branches: int) -> str:
        listed = [member for member, _ in pairs[:members]]
        typed = "".join(f"\n  | {one}" for one in listed) if is_list else " " + " | ".join(listed)
        lines = _write_body(style, name, pairs[:branches], rest, has_default=has_default)
        types = [f"type {union} ={typed};", other]
        head = "\n".join(types if is_first else types[::-1])
        return f"{head}\n\nfunction {function}({name}: {union}): {returned} {{\n{lines}}}"

    other = f"type {twin} = " + " | ".join(f"'{one}'" for one in twin_members.split()) + ";"
    returned, rest = ("string", "''") if pairs[0][1].startswith("'") else ("number", "-1")
    is_first, count = context.chance(0.5), len(pairs)
    source = write(count - 1 if parts & 1 else count, count - 1)
    answer = write(count, count if parts & 2 else count - 1)
    mark = random.choice("\"'")
    place = "the last `if`" if style == _IF_STYLE else "the last case"
    if style != _IF_STYLE and has_default:
        place = "the last case before the default"
    phrases = [one for bit, one in ((1, wordings.MEMBER), (2, wordings.BRANCH)) if parts & bit]
    member, value = (one.replace("'", mark) for one in pairs[-1])
    request = tell_pair(
        context, phrases, wordings.UNION_REASONS, wordings.UNION_STAYS,
        member=random.choice((member, f"`{member}`")), value=random.choice((value, f"`{value}`")),
        union=context.coded(union), twin=context.coded(twin), function=context.coded(function),
        place=place,
    )  # fmt: skip
    pair = source.replace("'", mark), answer.replace("'", mark)
    return make_edit(context, "extend union", request, "typescript", pair)
