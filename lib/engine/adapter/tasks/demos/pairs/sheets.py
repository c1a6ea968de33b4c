"""Style sheets with selectors and values much alike, drawn and written.

Invariant: all rules of a sheet are written in one style.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lib.engine.adapter.tasks.phrasing import Context

_THEMES = (
    "tile,panel,teaser|.card: background C; padding S; border-radius S|.card-title: font-size S; "
    "color C|.card:hover: border-color C|.grid .card: margin-bottom S|.cards: gap S",
    "link-bar,topnav,mainmenu|.nav: background C; height S; padding S|.nav-item: color C; "
    "padding S|.nav a: color C; font-size S|.nav.open: border-bottom B|.navbar: min-height S",
    "action,cta,knob|.btn: background C; padding P; font-size S|.btn-group: gap S; margin P|"
    ".btn:focus: border-color C|.form .btn: width S|.btns: padding S; border B",
    "notice,banner,hint|.alert: border B; padding P; color C|.alert-icon: width S; color C|"
    ".alert > p: font-size S|.alert.closing: opacity O|.page .alert: margin-top S",
    "person,author,contact|.profile: padding S; background C|.profile-photo: width S; height S|"
    ".profile:first-child: border-top B|.team .profile: gap S|.profiles: margin P",
    "product,article,ware|.item: border B; padding S|.item-price: color C; font-size S|"
    ".shop .item: background C; margin P|.item:last-child: margin-bottom S|.items: gap S",
    "aside,drawer,rail|.sidebar: background C; width S|.sidebar-link: color C; padding P|"
    ".sidebar ul: padding-left S|.layout .sidebar: border-right B|.sidebars: gap S",
    "remark,reply,note|.comment: padding S; border-left B|.comment-date: color C; font-size S|"
    ".comment:target: background C|.thread .comment: margin-top S|.comments: padding P",
    "dish,course,meal|.recipe: background C; border-radius S|.recipe-time: color C; margin P|"
    ".recipe h2: font-size S; color C|.week .recipe: padding S|.recipes: gap S",
    "popup,dialog,overlay|.modal: background C; width S; padding P|.modal-header: border-bottom B"
    "|.modal.visible: opacity O|.page .modal: margin-top S|.modals: padding S; color C",
)  # fmt: skip
_COMMON = (
    "body: margin S; color C; background C", "h1: font-size S; color C", "a: color C",
    ".footer: padding P; background C; font-size S", ".header: border-bottom B; padding S",
    "main: padding P; margin-top S", "table: border B; font-size S", ".logo: width S; height S",
)  # fmt: skip
COLORS = (
    "#2563eb", "#1f2937", "#f59e0b", "#fff", "#eee", "#333", "#c0392b", "tomato", "teal", "white",
    "navy", "#fafafa", "#0a7", "crimson", "#64748b", "slategray", "#ffd166", "#118ab2",
)  # fmt: skip
SIZES = (
    "4px", "6px", "8px", "10px", "12px", "14px", "16px", "18px", "20px", "24px", "28px", "32px",
    "40px", "48px", "0.5rem", "0.75rem", "1rem", "1.25rem", "1.5rem", "2rem", "64px", "120px",
)  # fmt: skip
_HEADS = ("/* main styles */", "/* v2, do not minify */", "/* site.css */", "/* last edit: May */")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, or a media query where `inner` has its rules."""

    selector: str
    entries: tuple[tuple[str, str], ...] = ()
    inner: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Style:
    """How a sheet is written."""

    indent: str
    gap: str
    head: str

    def write(self, rules: Sequence[Rule]) -> str:
        """Return the sheet."""
        return self.head + self.gap.join(self.block(rule) for rule in rules)

    def block(self, rule: Rule) -> str:
        """Return one rule."""
        lines = [f"{self.indent}{name}: {value};" for name, value in rule.entries]
        for inner in rule.inner:
            lines += [self.indent + line for line in self.block(inner).split("\n")]
        return "\n".join([f"{rule.selector} {{", *lines, "}"])


def draw_style(context: Context) -> Style:
    """Return how a sheet is written, perhaps with a comment at its head."""
    random = context.random
    head = random.choice(_HEADS) + random.choice(("\n", "\n\n")) if context.chance(0.2) else ""
    return Style(
        random.choice(("  ", "  ", "    ", "\t")), random.choice(("\n\n", "\n\n", "\n")), head
    )


def draw_value(context: Context, kind: str) -> str:
    """Return a color C, paddings P, a border B, an opacity O or a size S."""
    random = context.random
    if kind == "C":
        return random.choice(COLORS)
    if kind == "P":
        return " ".join(random.sample(SIZES, 2))
    if kind == "B":
        return f"{random.choice('12')}px {random.choice(('solid', 'dashed'))} " + random.choice(
            COLORS
        )
    return f"0.{random.randrange(2, 10)}" if kind == "O" else random.choice(SIZES)


def _read(context: Context, pattern: str) -> Rule:
    selector, _, entries = pattern.rpartition(": ")
    # A selector may have a colon itself, but never one with a space behind it.
    pairs = [entry.split(" ") for entry in entries.split("; ")]
    return Rule(selector, tuple((name, draw_value(context, kind)) for name, kind in pairs))


def draw_rules(context: Context) -> tuple[list[Rule], list[str]]:
    """Return rules, and the class of the theme with names that it might have instead."""
    random = context.random
    names, first, *others = random.choice(_THEMES).split("|")
    count = min(len(others), 2 + context.size // 200)
    picked = random.sample(others, random.randrange(2, count + 1))
    common = random.sample(_COMMON, random.randrange(1, 3))
    patterns = [first, *(other for other in others if other in picked)]
    patterns = [*common, *patterns] if context.chance(0.5) else [*patterns, *common]
    base = first.partition(":")[0]
    return [_read(context, pattern) for pattern in patterns], [base, *names.split(",")]


def change_value(rule: Rule, name: str, value: str) -> Rule:
    """Return the rule with another value of the property."""
    entries = tuple((key, value if key == name else old) for key, old in rule.entries)
    return replace(rule, entries=entries)


def name_selector(context: Context, selector: str) -> str:
    """Return a selector as people write it; the name of an element is no plain word."""
    return context.coded(selector) if selector.startswith(".") else f"`{selector}`"


def draw_other_value(context: Context, old: str) -> str:
    """Return a value of the same kind, by chance the old one."""
    kind = "C" if old in COLORS else "O" if re.fullmatch(r"0\.\d", old) else "S"
    return draw_value(context, kind)


def draw_queries(context: Context, rules: list[Rule], width: str) -> list[Rule]:
    """Return media queries of one width, each with other rules inside."""
    random = context.random
    count = 1 if len(rules) < 3 or context.chance(0.4) else 2
    places = random.sample(range(len(rules)), min(len(rules), count + random.randrange(2)))
    feature = random.choice(("max-width", "max-width", "min-width"))
    screen = random.choice(("", "", "screen and ", "only screen and "))
    queries = []
    for number in range(count):
        inner = [rules[place] for place in places[number::count]]
        inner = [
            replace(rule, entries=tuple((name, draw_other_value(context, value))
                    if " " not in value else (name, value) for name, value in rule.entries[:2]))
            for rule in inner
        ]  # fmt: skip
        queries.append(Rule(f"@media {screen}({feature}: {width})", (), tuple(inner)))
    return queries
