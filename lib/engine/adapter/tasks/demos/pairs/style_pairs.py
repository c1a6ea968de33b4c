"""Ordinary edits of a style sheet, mostly of two parts, beside selectors and values much alike.

Invariant: both sheets are written from rules in one style; only what is told differs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lib.engine.adapter.tasks.demos.pairs import style_pair_wordings as words
from lib.engine.adapter.tasks.demos.telling import tell_both
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

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
_COLORS = (
    "#2563eb", "#1f2937", "#f59e0b", "#fff", "#eee", "#333", "#c0392b", "tomato", "teal", "white",
    "navy", "#fafafa", "#0a7", "crimson", "#64748b", "slategray", "#ffd166", "#118ab2",
)  # fmt: skip
_SIZES = (
    "4px", "6px", "8px", "10px", "12px", "14px", "16px", "18px", "20px", "24px", "28px", "32px",
    "40px", "48px", "0.5rem", "0.75rem", "1rem", "1.25rem", "1.5rem", "2rem", "64px", "120px",
)  # fmt: skip
_NEW = (
    "cursor: pointer", "overflow: hidden", "text-transform: uppercase", "letter-spacing: 0.02em",
    "box-shadow: none", "user-select: none", "line-height: 1.5", "text-align: center",
    "font-weight: 600", "transition: all 0.2s", "display: flex", "position: relative",
    "z-index: 10", "box-sizing: border-box", "white-space: nowrap", "outline: none",
    "flex-wrap: wrap", "text-decoration: none", "font-style: italic", "visibility: visible",
)  # fmt: skip
_HEADS = ("/* main styles */", "/* v2, do not minify */", "/* site.css */", "/* last edit: May */")


@dataclass(frozen=True, slots=True)
class _Rule:
    """One rule, or a media query where `inner` has its rules."""

    selector: str
    entries: tuple[tuple[str, str], ...] = ()
    inner: tuple[_Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class _Style:
    """How a sheet is written."""

    indent: str
    gap: str
    head: str

    def write(self, rules: Sequence[_Rule]) -> str:
        """Return the sheet."""
        return self.head + self.gap.join(self.block(rule) for rule in rules)

    def block(self, rule: _Rule) -> str:
        """Return one rule."""
        lines = [f"{self.indent}{name}: {value};" for name, value in rule.entries]
        for inner in rule.inner:
            lines += [self.indent + line for line in self.block(inner).split("\n")]
        return "\n".join([f"{rule.selector} {{", *lines, "}"])


def _draw_style(context: Context) -> _Style:
    random = context.random
    head = random.choice(_HEADS) + random.choice(("\n", "\n\n")) if context.chance(0.2) else ""
    return _Style(
        random.choice(("  ", "  ", "    ", "\t")), random.choice(("\n\n", "\n\n", "\n")), head
    )


def _value(context: Context, kind: str) -> str:
    random = context.random
    if kind == "C":
        return random.choice(_COLORS)
    if kind == "P":
        return " ".join(random.sample(_SIZES, 2))
    if kind == "B":
        return f"{random.choice('12')}px {random.choice(('solid', 'dashed'))} " + random.choice(
            _COLORS
        )
    return f"0.{random.randrange(2, 10)}" if kind == "O" else random.choice(_SIZES)


def _read(context: Context, pattern: str) -> _Rule:
    selector, _, entries = pattern.rpartition(": ")
    # A selector may have a colon itself, but never one with a space behind it.
    pairs = [entry.split(" ") for entry in entries.split("; ")]
    return _Rule(selector, tuple((name, _value(context, kind)) for name, kind in pairs))


def _draw_rules(context: Context) -> tuple[list[_Rule], list[str]]:
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


def ask(
    context: Context,
    parts: Sequence[str],
    reasons: Sequence[str],
    stays: Sequence[str],
    **values: str,
) -> str:
    """Return the request of one or two parts, half of them with a warning of what stays."""
    request = parts[0] if len(parts) == 1 else tell_both(context, parts[0], _later(parts[1]))
    reason, stay = context.chance(0.3), context.chance(0.45)
    if not reason and not stay:
        return request
    gap = "\n" if "\n" in request else " "
    if not request.endswith((".", "!", "?")) and gap == " ":
        polite = "Please " if request[0].islower() and context.chance(0.3) else ""
        request = f"{polite}{request if polite else request[0].upper() + request[1:]}."
    if reason:
        request = context.random.choice(reasons).format(**values) + gap + request
    if stay:
        request += gap + context.random.choice(stays).format(**values)
    return request


def _later(part: str) -> str:
    """Return a part as it stands after `And`; a statement is ended, to be no imperative."""
    word = part.split()[0]
    if part[0].islower() or word.isupper() or word.startswith("I'"):
        return part
    ended = part if part.endswith((".", "!", "?")) else f"{part}."
    return ended[0].lower() + ended[1:]


def _changed(rule: _Rule, name: str, value: str) -> _Rule:
    entries = tuple((key, value if key == name else old) for key, old in rule.entries)
    return replace(rule, entries=entries)


def _named(context: Context, selector: str) -> str:
    """Return a selector as people write it; the name of an element is no plain word."""
    return context.coded(selector) if selector.startswith(".") else f"`{selector}`"


def _other_value(context: Context, old: str) -> str:
    kind = "C" if old in _COLORS else "O" if re.fullmatch(r"0\.\d", old) else "S"
    return _value(context, kind)


def style_two_rules(context: Context) -> Edit | None:
    """Add declarations as the last ones of two rules, or add one and change one."""
    random, style = context.random, _draw_style(context)
    rules, _ = _draw_rules(context)
    i, j, k = random.sample(range(len(rules)), 3)
    first, second = (random.choice(_NEW).split(": ") for _ in "ab")
    form = random.random()
    new, names = list(rules), {place: _named(context, rules[place].selector) for place in (i, j, k)}
    declarations = [context.coded(": ".join(pair) + random.choice(("", ";"))) for pair in
                    (first, second)]  # fmt: skip
    new[i] = replace(rules[i], entries=(*rules[i].entries, (first[0], first[1])))
    parts = [context.say(words.ADD, declaration=declarations[0], rule=names[i])]
    if form < 0.35:
        new[j] = replace(rules[j], entries=(*rules[j].entries, (first[0], first[1])))
        parts = [context.say(words.ADD_SAME, declaration=declarations[0], first=names[i],
                             second=names[j])]  # fmt: skip
    elif form < 0.6:
        new[j] = replace(rules[j], entries=(*rules[j].entries, (second[0], second[1])))
        parts.append(context.say(words.ADD, declaration=declarations[1], rule=names[j]))
    elif form < 0.85:
        name, old = random.choice(rules[j].entries)
        value = _other_value(context, old)
        if " " in old or value == old:
            return None
        new[j] = _changed(rules[j], name, value)
        change = context.say(
            words.CHANGE, property=name, rule=names[j], old=f"`{old}`", new=f"`{value}`"
        )
        parts.insert(random.randrange(2), change)
    request = ask(context, parts, words.TWO_REASONS, words.TWO_STAYS, twin=names[k])
    return make_edit(
        context, "style two rules", request, "css", (style.write(rules), style.write(new))
    )


_WIDTHS = ("480px", "576px", "600px", "640px", "720px", "768px", "800px", "900px", "960px",
           "992px", "1024px", "1200px")  # fmt: skip
_CONTAINERS = (".container", ".wrap", ".content", ".page", "img", ".inner", "section")
_ORDINALS = ("first", "second", "third")


def _draw_queries(context: Context, rules: list[_Rule], width: str) -> list[_Rule]:
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
            replace(rule, entries=tuple((name, _other_value(context, value))
                    if " " not in value else (name, value) for name, value in rule.entries[:2]))
            for rule in inner
        ]  # fmt: skip
        queries.append(_Rule(f"@media {screen}({feature}: {width})", (), tuple(inner)))
    return queries


def change_breakpoint(context: Context) -> Edit | None:
    """Change the width of all the media queries or of the told one; containers keep theirs."""
    random, style = context.random, _draw_style(context)
    rules, _ = _draw_rules(context)
    rules = rules[: 2 + context.size // 250]
    old, new = random.sample(_WIDTHS, 2)
    queries = _draw_queries(context, rules, old)
    if context.chance(0.75):
        rules.insert(random.randrange(2), _Rule(random.choice(_CONTAINERS), (("max-width", old),)))
    told = random.randrange(len(queries))
    every = len(queries) > 1 and context.chance(0.5)
    place = f"the {_ORDINALS[told]} media query" if len(queries) > 1 else random.choice(
        ("the media query", "the @media block"))  # fmt: skip
    phrases = words.BREAK_EVERY if every else words.BREAK_ONE
    values = {"old": old, "new": new} | ({} if every else {"place": place})
    parts, answer = [context.say(phrases, **values)], list(queries)
    if context.chance(0.5):
        inner = list(queries[told].inner)
        at = random.randrange(len(inner))
        name, before = random.choice(inner[at].entries)
        value = _other_value(context, before)
        if " " in before or value == before:
            return None
        selector = _named(context, inner[at].selector)
        inner[at] = _changed(inner[at], name, value)
        answer[told] = replace(queries[told], inner=tuple(inner))
        parts.append(context.say(words.INNER, property=name, rule=selector, value=f"`{value}`",
                                 place=place))  # fmt: skip
    for number, query in enumerate(answer):
        if every or number == told:
            answer[number] = replace(query, selector=query.selector.replace(old, new))
    request = ask(context, parts, words.BREAK_REASONS, words.BREAK_STAYS, old=old)
    pair = style.write(rules + queries), style.write(rules + answer)
    return make_edit(context, "change breakpoint", request, "css", pair)


_COLOR_NAMES = ("accent", "brand", "primary", "highlight", "main-color", "tone", "ink")
_SIZE_NAMES = ("gap", "space", "unit", "size-base", "gutter", "step", "inset")


_NEAR_NAMES = {"tomato": "orangered", "teal": "darkcyan", "white": "whitesmoke",
               "navy": "navajowhite", "crimson": "firebrick",
               "slategray": "lightslategray"}  # fmt: skip


def _near(value: str) -> str:
    """Return a value much like another one, which is never in our lists."""
    if value.startswith("#"):
        return value[:-1] + ("d" if value[-1] != "d" else "e")
    return f"1{value}" if value[0].isdigit() else _NEAR_NAMES[value]


def introduce_variable(context: Context) -> Edit | None:
    """Name a value in `:root`, and use the name wherever the value is in the other rules."""
    random, style = context.random, _draw_style(context)
    rules, _ = _draw_rules(context)
    tokens = [token for rule in rules for _, value in rule.entries for token in value.split()]
    color = context.chance(0.5)
    known = [token for token in tokens if token in (_COLORS if color else _SIZES)]
    if not known:
        return None
    value = random.choice(known)
    rules = [replace(rule, entries=tuple((name, _alike(context, old, value, color))
             for name, old in rule.entries)) for rule in rules]  # fmt: skip
    near = _near(value)
    names = _COLOR_NAMES if color else _SIZE_NAMES
    name, *others = (f"--{one}" for one in random.sample(names, random.randrange(2, 4)))
    root = tuple((other, _value(context, "C" if color else "S")) for other in others)
    if any(old == value for _, old in root):
        return None
    use = f"var({name})"
    new = [replace(rule, entries=tuple((key, " ".join(use if token == value else token
           for token in old.split())) for key, old in rule.entries)) for rule in rules]  # fmt: skip
    before, after = _Rule(":root", root), _Rule(":root", (*root, (name, value)))
    parts = [context.say(words.VARIABLE_ADD, entry=context.coded(f"{name}: {value}"))]
    used = context.say(words.VARIABLE_USE, use=f"`{use}`", value=f"`{value}`")
    if context.chance(0.3):
        parts, before = [used], after
    else:
        parts.append(used)
    text = style.write([before, *rules])
    stays = [one for one in words.VARIABLE_STAYS if near in text or "{near}" not in one]
    request = ask(context, parts, words.VARIABLE_REASONS, stays, near=near)
    pair = text, style.write([after, *new])
    return make_edit(context, "introduce variable", request, "css", pair)


def _alike(context: Context, old: str, value: str, color: bool) -> str:
    """Return a value of the same form in which the told one or one much like it is frequent."""
    kinds = _COLORS if color else _SIZES
    drawn = [value if context.chance(0.3) else _near(value) if context.chance(0.3) else token
             for token in old.split()]  # fmt: skip
    pairs = zip(old.split(), drawn, strict=True)
    return " ".join(new if token in kinds and token != value else token for token, new in pairs)


def rename_class(context: Context) -> Edit | None:
    """Rename a class but none that begins alike; perhaps move a block to the end of the sheet."""
    random, style = context.random, _draw_style(context)
    rules, names = _draw_rules(context)
    base, *others = names
    new = random.choice(others)
    twins = [r.selector for r in rules if re.match(re.escape(base) + r"[-\w]", r.selector)]
    if not twins or f".{new}" in style.write(rules):
        return None
    twin = twins[0]
    if context.chance(0.4):
        rules.insert(random.randrange(len(rules)), *_draw_queries(context, rules, "700px")[:1])
    renamed = [_renamed(rule, base[1:], new) for rule in rules]
    mark = random.choice(("", "."))
    parts = [context.say(words.RENAME, old=context.coded(mark + base[1:]),
                         new=context.coded(mark + new))]  # fmt: skip
    answer = style.write(renamed)
    if context.chance(0.6):
        at = next((i for i, rule in enumerate(rules) if rule.inner), None)
        at = random.randrange(len(rules) - 1) if at is None else at
        selector = rules[at].selector
        if at == len(rules) - 1 or renamed[at].selector != selector:
            return None
        block = "the @media block" if rules[at].inner else f"the rule {context.coded(selector)}"
        rest = [*renamed[:at], *renamed[at + 1 :]]
        answer = style.write(rest) + "\n\n" + style.block(renamed[at])
        parts.append(context.say(words.MOVE, block=block))
    request = ask(context, parts, words.RENAME_REASONS, words.RENAME_STAYS, twin=f"`{twin}`")
    return make_edit(context, "rename class", request, "css", (style.write(rules), answer))


def _renamed(rule: _Rule, old: str, new: str) -> _Rule:
    selector = re.sub(rf"\.{re.escape(old)}(?![\w-])", f".{new}", rule.selector)
    return replace(
        rule, selector=selector, inner=tuple(_renamed(one, old, new) for one in rule.inner)
    )
