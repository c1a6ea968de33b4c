"""Interfaces, types and classes with members, enums and unions.

Invariant: within one type no two members, and no two values, have the same name.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.slots import Slots, pascal

MEMBERS = (
    ("id", "number"), ("name", "string"), ("email", "string"), ("title", "string"),
    ("tags", "string[]"), ("createdAt", "Date"), ("updatedAt", "Date"), ("price", "number"),
    ("isActive", "boolean"), ("owner", "User"), ("description", "string"), ("status", "string"),
    ("phone", "string"), ("quantity", "number"), ("address", "Address"), ("notes", "string"),
    ("color", "string"), ("url", "string"), ("parentId", "number"), ("score", "number"),
    ("items", "Item[]"), ("role", "Role"), ("language", "string"), ("currency", "string"),
    ("isPublic", "boolean"), ("startDate", "Date"), ("size", "number"), ("avatar", "string"),
    ("comments", "Comment[]"), ("discount", "number"), ("settings", "Record<string, string>"),
    ("slug", "string"), ("onClose", "() => void"), ("version", "string"), ("label", "string"),
    ("category", "Category"), ("weight", "number"), ("dueDate", "Date"), ("metadata", "unknown"),
)  # fmt: skip
"""Names and types of properties."""
CASES = (
    ("Status", "open closed pending archived draft rejected approved"),
    ("Role", "admin editor viewer owner guest moderator"),
    ("Color", "red green blue yellow orange purple black"),
    ("Size", "small medium large tiny huge"),
    ("Level", "debug info warning error fatal trace"),
    ("Direction", "north south east west up down"),
    ("Theme", "light dark system sepia contrast"),
    ("Priority", "low normal high urgent critical"),
    ("Payment", "card cash invoice transfer voucher"),
    ("Unit", "gram kilogram liter piece meter"),
    ("Shipping", "standard express pickup overnight drone"),
    ("Weather", "sunny cloudy rainy snowy windy foggy"),
    ("Diet", "vegan vegetarian kosher halal paleo"),
    ("Stage", "idle loading success failure cancelled"),
)
"""What a type is about, and the values that it may have."""


@dataclass(frozen=True, slots=True)
class Member:
    """One property of a type."""

    name: str
    type: str
    is_optional: bool = False
    is_readonly: bool = False

    def write(self) -> str:
        """Return the declaration without its end."""
        start = "readonly " if self.is_readonly else ""
        return f"{start}{self.name}{'?' if self.is_optional else ''}: {self.type}"


@dataclass(frozen=True, slots=True)
class Shape:
    """An interface, a type of properties or a class."""

    keyword: str
    name: str
    members: tuple[Member, ...]
    head: str = ""
    tail: str = ""
    """Code below the members."""
    end: str = ";"
    """What a member ends with."""

    def write(self) -> str:
        """Return the code."""
        sign = " =" if self.keyword == "type" else ""
        lines = "\n".join(f"  {member.write()}{self.end}" for member in self.members)
        close = "};" if self.keyword == "type" else "}"
        tail = f"\n\n{self.tail}" if self.tail else ""
        return f"{self.head}{self.keyword} {self.name}{sign} {{\n{lines}{tail}\n{close}"


@dataclass(frozen=True, slots=True)
class Cases:
    """An enum or a union of strings."""

    form: str
    """enum, valued (an enum of strings), union, or lines (a union with one value a line)."""
    name: str
    values: tuple[str, ...]
    has_comma: bool
    head: str

    @property
    def is_enum(self) -> bool:
        """Whether it is an enum."""
        return self.form in ("enum", "valued")

    def code(self, value: str) -> str:
        """Return how one value is written."""
        key = pascal(value)
        return {"enum": key, "valued": f'{key} = "{value}"'}.get(self.form, f'"{value}"')

    def write(self) -> str:
        """Return the code."""
        codes = [self.code(value) for value in self.values]
        if self.is_enum:
            end = "," if self.has_comma else ""
            return f"{self.head}enum {self.name} {{\n  " + ",\n  ".join(codes) + end + "\n}"
        start = f"{self.head}type {self.name} ="
        if self.form == "lines":
            return start + "".join(f"\n  | {code}" for code in codes) + ";"
        return f"{start} {' | '.join(codes)};"


def draw_shapes(context: Context, slots: Slots) -> list[Shape]:
    """Return some types; the first is the told one, and others share members with it."""
    random = context.random
    count = min(5, 1 + context.size // 260 + context.chance(0.3))
    known: tuple[Member, ...] = ()
    head, end = random.choice(("", "", "export ")), random.choice((";", ";", ";", ","))
    names = ("~Item~", "~Item~Props", "~Item~Options", "~Item~Input", "~Other~", "~Other~Details",
             "Api~Other~", "~Item~Summary")  # fmt: skip
    shapes = []
    for name in random.sample(names, count):
        drawn = [
            Member(*member, is_optional=context.chance(0.25), is_readonly=context.chance(0.1))
            for member in random.sample(MEMBERS, random.randrange(2, 6))
        ]
        shared = random.sample(known, min(len(known), random.randrange(3)))
        taken = {member.name for member in shared}
        members = (*shared, *(member for member in drawn if member.name not in taken))
        keyword = random.choice(("interface", "interface", "interface", "type", "type", "class"))
        show = f"  print() {{\n    console.log(this.{members[-1].name});\n  }}"
        tail = show if keyword == "class" and context.chance(0.5) else ""
        shapes.append(Shape(keyword, slots.fill(name), members, head, tail,
                             ";" if keyword == "class" else end))  # fmt: skip
        known = known or members
    return shapes


def draw_cases(context: Context) -> Cases:
    """Return an enum or a union that has some of the values it may have."""
    random = context.random
    name, values = random.choice(CASES)
    chosen = random.sample(values.split(), random.randrange(2, 5))
    prefix = random.choice(("", "", "Order", "User", "Page", "Default"))
    form = random.choice(("enum", "valued", "union", "union", "lines"))
    head = random.choice(("", "export "))
    return Cases(form, prefix + name, tuple(chosen), context.chance(0.6), head)


def draw_type(random: Random, old: str) -> str:
    """Return another type: with null, a union, a list or something else."""
    plain = {"string": ("number", "Date", "string | number"), "number": ("string", "bigint"),
             "Date": ("string", "number", "Date | string"), "boolean": ("string",),
             }.get(old, ("string", "unknown"))  # fmt: skip
    choices = [*plain, f"{old} | null", f"{old} | undefined"]
    if old.replace("[]", "").isalpha():
        choices += [f"{old}[]" if not old.endswith("[]") else f"Set<{old[:-2]}>"] * 2
    if old == "string":
        choices += [" | ".join(f'"{v}"' for v in random.choice(CASES)[1].split()[:3])] * 2
    if "=>" in old:
        choices = ["(event: Event) => void", "() => Promise<void>", "(reason: string) => void"]
    return random.choice(choices)
