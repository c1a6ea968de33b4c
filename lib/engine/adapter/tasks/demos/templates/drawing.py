"""Templates as they are drawn: the text, the style of its slots, and a value for each.

Invariant: every slot of a template has a name and a value that no other slot has.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from lib.engine.adapter.tasks.demos.templates.texts import CLOSINGS, TEMPLATES
from lib.engine.adapter.tasks.demos.templates.value_texts import THINGS
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.slots import Slots

_PROSE = ("text", "email", "letter")
_SLOT = re.compile(r"§(\w+)§")


@dataclass(frozen=True, slots=True)
class Style:
    """What stands around the name of a slot."""

    left: str
    right: str
    spellings: tuple[str, ...]
    barred: tuple[str, ...] = ()
    """Languages to which such brackets belong."""

    def write(self, name: str, spelling: str) -> str:
        """Return a slot."""
        return f"{self.left}{spell(name, spelling)}{self.right}"

    def find_all(self, body: str) -> list[str]:
        """Return all that looks like a slot of this style."""
        inner = r"[A-Za-z]\w*?(?: \w+)*" if self.right else r"[A-Za-z]\w*"
        return re.findall(f"{re.escape(self.left)}{inner}{re.escape(self.right)}", body)


_WORDY = ("upper", "title", "snake", "spaced", "loud")
_DATA = ("json", "yaml", "toml", "env", "markdown")
STYLES = (
    Style("{", "}", ("snake", "snake", "upper"), ("json", "yaml", "toml")),
    Style("{{", "}}", ("snake", "snake", "upper", "camel")),
    Style("{{ ", " }}", ("snake", "snake", "camel")),
    Style("[", "]", _WORDY, _DATA),
    Style("[", "]", _WORDY, _DATA),
    Style("<", ">", ("snake", "upper", "kebab"), ("html",)),
    Style("%", "%", ("upper", "snake")),
    Style("$", "", ("upper", "snake")),
    Style("${", "}", ("snake", "upper", "camel")),
    Style("__", "__", ("upper",), ("markdown",)),
    Style("«", "»", ("snake", "title", "spaced"), ("sql", "env", "json")),
    Style("@@", "@@", ("upper", "snake")),
    Style("(", ")", ("upper", "loud"), (*_DATA, "sql", "html")),
)


def spell(name: str, spelling: str) -> str:
    """Return `first_name` as FIRST_NAME, First Name, firstName ..."""
    words = name.split("_")
    if spelling == "camel":
        return words[0] + "".join(word.title() for word in words[1:])
    joint = {"snake": "_", "upper": "_", "kebab": "-"}.get(spelling, " ")
    joined = joint.join(words)
    if spelling in ("upper", "loud"):
        return joined.upper()
    return joined.title() if spelling == "title" else joined


@dataclass(frozen=True, slots=True)
class Template:
    """A drawn template."""

    pattern: str
    language: str
    noun: str
    style: Style
    spelling: str
    names: dict[str, str]
    """Thing -> the name of its slot, in the order of the text."""
    values: dict[str, str]

    def shown(self, thing: str) -> str:
        """Return the slot as it stands in the text."""
        return self.style.write(self.names[thing], self.spelling)

    def label(self, thing: str) -> str:
        """Return the name of the slot in words."""
        return self.names[thing].replace("_", " ")

    def write(self, filled: Collection[str]) -> str:
        """Return the text with these things filled in."""
        return _SLOT.sub(
            lambda match: self.values[match[1]] if match[1] in filled else self.shown(match[1]),
            self.pattern,
        )


def draw_template(context: Context) -> Template | None:
    """Return a template; None where two of its slots would have one name or one value."""
    random, slots = context.random, Slots(context.random)
    some = random.sample(TEMPLATES, 3)
    near = min(some, key=lambda one: abs(len(one[2]) - context.size))
    language, noun, pattern = near if context.chance(0.4) else some[0]
    pattern = re.sub(r"⟨([^⟩]*)⟩", lambda match: random.choice(match[1].split("|")), pattern)
    if language in _PROSE and context.chance(0.6 if context.size > 350 else 0.2):
        count = random.randrange(1, 2 + max(0, min(4, (context.size - 250) // 80)))
        closings = random.sample(CLOSINGS, count)
        pattern += "\n\n" + random.choice(("\n", " ")).join(closings)
    pattern = slots.fill(pattern)
    style = random.choice([one for one in STYLES if language not in one.barred])
    things = list(dict.fromkeys(_SLOT.findall(pattern)))
    names = {thing: random.choice(THINGS[thing].names) for thing in things}
    values = {}
    for thing in things:
        slots.forget()
        values[thing] = slots.fill(random.choice(THINGS[thing].values))
    _multiply(context, values)
    if len(set(names.values())) < len(things) or len(set(values.values())) < len(things):
        return None
    spelling = random.choice(style.spellings)
    return Template(pattern, language, noun, style, spelling, names, values)


def _multiply(context: Context, values: dict[str, str]) -> None:
    """Let the total be the product where one sees its factors."""
    count = values.get("seats", values.get("quantity"))
    if count and "price" in values and "total" in values:
        price = context.random.randrange(3, 90)
        money = context.random.choice(("{} €", "${}", "{} euros", "€{}", "{} EUR", "£{}"))
        values["price"], values["total"] = money.format(price), money.format(price * int(count))
