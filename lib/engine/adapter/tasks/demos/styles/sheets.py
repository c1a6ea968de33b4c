"""Style sheets: rules that have names in plain words, and how a sheet is written.

Invariant: no two rules of a sheet have the same selector, and no rule has a property twice.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

from lib.engine.adapter.tasks.demos.styles.themes import PROPERTIES, THEMES
from lib.engine.adapter.tasks.demos.styles.values import draw_colors, draw_value
from lib.engine.adapter.tasks.phrasing import Context

Declarations = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A selector with its declarations, and what people call the things it styles."""

    selector: str
    names: tuple[str, ...]
    declarations: Declarations
    comment: str = ""

    def value(self, name: str) -> str | None:
        """Return what a property is set to, None where it is not set."""
        return dict(self.declarations).get(name)

    def put(self, name: str, value: str) -> Rule:
        """Return the rule with one declaration changed, or added as the last one."""
        return replace(self, declarations=tuple({**dict(self.declarations), name: value}.items()))

    def drop(self, name: str) -> Rule:
        """Return the rule without a property."""
        kept = tuple(one for one in self.declarations if one[0] != name)
        return replace(self, declarations=kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a sheet is written."""

    indent: str = "  "
    gap: str = "\n\n"
    colon: str = ": "
    is_flat: bool = False
    ends_bare: bool = False
    """The last declaration of each rule has no semicolon."""
    around: str = ""
    """An at-rule around the whole sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Rules, how they are written, and the colours that they share."""

    rules: tuple[Rule, ...]
    layout: Layout
    colors: tuple[str, ...] = field(default=())

    def put(self, place: int, rule: Rule) -> Sheet:
        """Return the sheet with another rule in this place."""
        return replace(self, rules=(*self.rules[:place], rule, *self.rules[place + 1 :]))

    def write(self) -> str:
        """Return the sheet as text, without a newline at its end."""
        text = self.layout.gap.join(_write_rule(rule, self.layout) for rule in self.rules)
        if not self.layout.around:
            return text
        lines = [self.layout.indent + line if line else line for line in text.split("\n")]
        return "\n".join([f"{self.layout.around} {{", *lines, "}"])


def _write_rule(rule: Rule, layout: Layout) -> str:
    lines = [f"{name}{layout.colon}{value};" for name, value in rule.declarations]
    if layout.ends_bare:
        lines[-1] = lines[-1].removesuffix(";")
    comment = f"/* {rule.comment} */\n" if rule.comment else ""
    if layout.is_flat:
        return f"{comment}{rule.selector} {{ {' '.join(lines)} }}"
    inner = "\n".join(layout.indent + line for line in lines)
    return f"{comment}{rule.selector} {{\n{inner}\n}}"


def draw_sheet(context: Context, *, fewest: int = 1) -> Sheet:
    """Return a sheet of 2 to 8 rules with at least so many declarations each."""
    random, colors = context.random, draw_colors(context.random)
    theme = random.choice(THEMES)
    count = min(8, len(theme), max(2, context.size // 75 + random.randrange(-1, 2)))
    places = sorted(random.sample(range(len(theme)), count))
    has_comments = context.chance(0.2)
    says_color = context.chance(0.35)
    rules = []
    for place in places:
        selector, kind, names = theme[place]
        pool = PROPERTIES[kind].split()
        chosen = random.sample(pool, random.randrange(fewest, 5))
        if says_color:
            chosen = [one.replace("background", "background-color") for one in chosen]
        called = tuple(names.split("|"))
        comment = called[0].removeprefix("the ").capitalize() if has_comments else ""
        rules.append(Rule(
            selector=selector, names=called, comment=comment if context.chance(0.6) else "",
            declarations=tuple((one, draw_value(random, one, colors)) for one in chosen),
        ))  # fmt: skip
    return Sheet(rules=tuple(rules), layout=_draw_layout(context), colors=colors)


def _draw_layout(context: Context) -> Layout:
    random = context.random
    around = random.choice(("@media print", "@media (max-width: 700px)", "@media screen"))
    return Layout(
        indent=random.choice(("  ", "  ", "    ", "    ", "\t")),
        gap=random.choice(("\n\n", "\n\n", "\n")),
        colon=random.choice((": ", ": ", ": ", ": ", ": ", ":")),
        is_flat=context.chance(0.15),
        ends_bare=context.chance(0.05),
        around=around if context.chance(0.08) else "",
    )


def end_lines(sheet: Sheet) -> Sheet:
    """Return the sheet with all semicolons: without them a second line would change as well."""
    return replace(sheet, layout=replace(sheet.layout, ends_bare=False))


def add_twin(random: Random, sheet: Sheet, place: int, name: str) -> tuple[Sheet, Rule | None]:
    """Return the sheet with the same property in another rule, half of the time of one value."""
    value = sheet.rules[place].value(name) or ""
    others = [i for i in range(len(sheet.rules)) if i != place]
    random.shuffle(others)
    for count, i in enumerate(others):
        rule = sheet.rules[i]
        if count < 2 or rule.value(name) is not None:
            kept = value if random.random() < 0.5 else draw_value(random, name, sheet.colors)
            clash = name.startswith("background") and any(
                one.startswith("background") and one != name for one, _ in rule.declarations
            )
            if not clash and len(rule.declarations) < 6:
                sheet = sheet.put(i, rule.put(name, kept))
    twins = [sheet.rules[i] for i in others if sheet.rules[i].value(name) is not None]
    return sheet, twins[0] if twins else None
