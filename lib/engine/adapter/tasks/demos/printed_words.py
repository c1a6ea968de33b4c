"""Makers of edits of programs that say words: the lone word changes, or it does everywhere.

Invariant: only labels change, and the request determines which of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lib.engine.adapter.tasks.demos.printed_word_texts import (
    COMPOUNDS,
    WORDS,
    Theme,
    draw_theme,
    in_style,
    invent,
)
from lib.engine.adapter.tasks.demos.printed_word_wordings import (
    ALL_REASONS,
    ALL_STAYS,
    BOTH,
    BY_LINE,
    BY_PLACE,
    BY_SPOT,
    BY_WORD,
    EVERYWHERE,
    REASONS,
    STAYS,
)
from lib.engine.adapter.tasks.demos.telling import tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.words import split_words

_NTH = split_words("first second third fourth fifth sixth seventh eighth ninth tenth")
_VERBS = {
    "print": ("print", "prints", "printed"), "return": ("return", "returns", "returned"),
    "log": ("log", "logs", "logged"), "assign": ("assign", "assigns", "assigned"),
    "yield": ("yield", "yields", "yielded"), "show": ("show", "shows", "shown"),
    "append": ("append", "appends", "appended"), "push": ("push", "pushes", "pushed"),
    "use": ("use", "uses", "used"), "list": ("list", "lists", "listed"),
}  # fmt: skip
_PYTHON_OUT = {
    "print": "print(@)", "return": "return @", "assign": "label = @", "yield": "yield @",
    "append": "out.append(@)",
}  # fmt: skip
_SCRIPT_OUT = {
    "print": "console.log(@)", "log": "console.log(@)", "return": "return @",
    "assign": "label = @", "show": "alert(@)", "push": "out.push(@)",
}  # fmt: skip
_SYNONYMS = {
    "hot": "sizzling", "cold": "frosty", "warm": "cosy", "cool": "fresh", "good": "great",
    "excellent": "brilliant", "poor": "weak", "fair": "okay", "fast": "rapid", "slow": "lazy",
    "low": "weak", "full": "complete", "large": "huge", "small": "tiny", "big": "giant",
    "win": "victory", "winner": "champion", "error": "failure", "timeout": "too late",
    "found": "located", "moved": "elsewhere", "stop": "halt", "wait": "hold", "check": "attack",
    "happy": "cheerful", "sad": "gloomy", "rain": "drizzle", "snow": "flakes", "wind": "breeze",
    "open": "waiting", "paid": "settled", "sent": "on its way", "quiet": "silent", "loud": "noisy",
    "hit": "bullseye", "miss": "oops", "lucky": "blessed", "adult": "grown-up", "child": "kid",
    "storm": "gale", "hello": "hey", "goodbye": "see you", "welcome": "hi there", "done": "ready",
    "saved": "stored", "deleted": "removed", "yes": "sure", "no": "nope", "start": "begin",
    "stock": "supply", "evening": "dusk", "day": "daytime", "deep": "bottomless", "jam": "stuck",
    "sleepy": "tired", "calm": "relaxed", "moo": "muh", "woof": "wuff", "honk": "toot",
    "retry": "try again", "cancel": "abort", "few": "some", "old": "aged", "gold": "first prize",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """How one program is written."""

    language: str
    mark: str
    step: str
    end: str
    verb: str

    @property
    def is_python(self) -> bool:
        return self.language == "python"

    def quote(self, label: str) -> str:
        return f"{self.mark}{label}{self.mark}"

    def out(self, label: str) -> str:
        """Return the statement that says a label."""
        return self.out_raw(self.quote(label))

    def out_raw(self, value: str) -> str:
        patterns = _PYTHON_OUT if self.is_python else _SCRIPT_OUT
        return patterns[self.verb].replace("@", value) + self.end

    def test(self, test: str) -> str:
        test = re.sub("@(.*?)@", lambda match: self.quote(match[1]), test)
        if self.is_python:
            return test
        test = re.sub(r"not (\S+ % \d+)", r"!(\1)", test).replace(" and ", " && ")
        return test.replace(" == ", " === ").replace(" != ", " !== ")


def _draw_style(context: Context) -> _Style:
    random = context.random
    language = random.choice(("python", "python", "javascript", "javascript", "typescript"))
    verbs = list(_PYTHON_OUT if language == "python" else _SCRIPT_OUT)
    verb = random.choice((*verbs, "return", "print", "print"))
    is_python = language == "python"
    step = "    " if is_python else random.choice(("  ", "  ", "    ", "\t"))
    end = "" if is_python or context.chance(0.2) else ";"
    return _Style(language=language, mark=random.choice('""\''), step=step, end=end, verb=verb)


def _indent(style: _Style, lines: Sequence[str]) -> list[str]:
    return [style.step + line if line else line for line in lines]


def _block(style: _Style, head: str, lines: Sequence[str]) -> list[str]:
    if style.is_python:
        return [f"{head}:", *_indent(style, lines)]
    return [f"{head} {{", *_indent(style, lines), "}"]


def _ladder(context: Context, style: _Style, theme: Theme) -> tuple[list[str], tuple[str, ...]]:
    """Return an if/elif/else ladder or early returns, and what can be counted in it."""
    is_early = style.verb == "return" and context.chance(0.4)
    is_short = is_early and context.chance(0.6)
    lines: list[str] = []
    for i, one in enumerate(theme.cases):
        word = "if" if i == 0 or is_early else "elif" if style.is_python else "else if"
        test = style.test(one.test)
        head = f"{word} {test}" if style.is_python else f"{word} ({test})"
        if not one.test:
            lines += (
                [style.out(one.label)]
                if is_early
                else _block(style, "else", [style.out(one.label)])
            )
        elif is_short:
            lines.append(f"{head}{':' if style.is_python else ''} {style.out(one.label)}")
        else:
            lines += _block(style, head, [style.out(one.label)])
    if theme.counts:
        value = theme.name
        if style.verb in ("return", "assign", "append", "push") or context.chance(0.1):
            value = f"str({value})" if style.is_python else f"String({value})"
        plain = style.out_raw(value)
        lines += [plain] if is_early else _block(style, "else", [plain])
    text = "\n".join(lines)
    if not style.is_python and context.chance(0.75):
        text = text.replace("}\nelse", "} else")
    return text.split("\n"), (style.verb,) if is_early else (style.verb, "branch")


def _chain(style: _Style, theme: Theme) -> list[str]:
    """Return one statement that chooses among all labels."""
    cases = list(theme.cases)
    value = f"str({theme.name})" if style.is_python else f"String({theme.name})"
    rest = value if cases[-1].test else style.quote(cases.pop().label)
    lines = []
    for i, one in enumerate(cases):
        test, label = style.test(one.test), style.quote(one.label)
        if style.is_python:
            lines.append(f"{'else ' if i else ''}{label} if {test}")
        else:
            lines.append(f"{': ' if i else ''}{test} ? {label}")
    if style.is_python:
        return ["return (", *_indent(style, [*lines, f"else {rest}"]), ")"]
    return [f"return {lines[0]}", *_indent(style, [*lines[1:], f": {rest}{style.end}"])]


def _switch(context: Context, style: _Style, theme: Theme) -> list[str]:
    lines: list[str] = []
    for one in theme.cases:
        key = one.key if one.key.isdigit() else style.quote(one.key)
        is_return = style.verb == "return"
        if style.is_python:
            lines += _block(style, f"case {key}", [style.out(one.label)])
        elif is_return and context.size % 2:
            lines.append(f"case {key}: {style.out(one.label)}")
        else:
            rest = [] if is_return else [f"break{style.end}"]
            lines += [f"case {key}:", *_indent(style, [style.out(one.label), *rest])]
    head = f"match {theme.name}" if style.is_python else f"switch ({theme.name})"
    return _block(style, head, lines)


_TASKS = split_words("describe label_for judge classify tell word_for name_of rate to_text verdict")


def _camel(style: _Style, name: str) -> str:
    return name if style.is_python else re.sub("_(.)", lambda match: match[1].upper(), name)


def _around(context: Context, style: _Style, theme: Theme, lines: list[str]) -> list[str]:
    """Return the lines within a loop, a function or a script, as their verb needs it."""
    random, verb, name = context.random, style.verb, theme.name
    is_text = theme.kind == "keys" and not theme.cases[0].key.isdigit()
    if verb in ("return", "yield", "assign"):
        task = _camel(style, random.choice(_TASKS))
        start, after = [], []
        if verb == "assign":
            start = [f"label = {style.quote('')}" if style.is_python else f"let label{style.end}"]
            after = [f"return label{style.end}"]
        return _function(context, style, (task, name, is_text), [*start, *lines, *after])
    top = random.choice((10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 80, 100, 120, 150, 200))
    if style.is_python:
        head = f"for {name} in {'values' if theme.kind != 'division' else f'range(1, {top + 1})'}"
        before = ["out = []"] if verb == "append" else []
    else:
        loop = f"for (let {name} = 1; {name} <= {top}; {name}++)"
        head = loop if theme.kind == "division" else f"for (const {name} of values)"
        before = [f"const out = []{style.end}"] if verb == "push" else []
    if theme.kind != "division" and not before and context.chance(0.5):
        task = _camel(style, random.choice(_TASKS))
        return _function(context, style, (task, name, is_text), lines)
    return [*before, *_block(style, head, lines)]


def _function(
    context: Context, style: _Style, names: tuple[str, str, bool], lines: list[str]
) -> list[str]:
    task, name, is_text = names
    if style.is_python:
        hint = f": {'str' if is_text else 'int'}" if context.chance(0.4) else ""
        end = " -> str" if hint and style.verb in ("return", "assign") else ""
        return _block(style, f"def {task}({name}{hint}){end}", lines)
    hint = f": {'string' if is_text else 'number'}" if style.language == "typescript" else ""
    end = ": string" if hint and style.verb in ("return", "assign") and context.chance(0.7) else ""
    if context.chance(0.3):
        block = _block(style, f"const {task} = ({name}{hint}){end} =>", lines)
        return [*block[:-1], "}" + style.end]
    start = "export " if context.chance(0.2) else ""
    return _block(style, f"{start}function {task}({name}{hint}){end}", lines)


def _table(context: Context, style: _Style, theme: Theme) -> list[str]:
    """Return a dict, an object, a Map, or pairs of keys and labels."""
    name = context.random.choice(split_words("labels texts messages captions names words"))
    name = name.upper() if context.chance(0.4) else name
    rows = [(one.key if one.key.isdigit() else style.quote(one.key), style.quote(one.label))
            for one in theme.cases]  # fmt: skip
    form = context.random.choice(("dict", "dict", "pairs"))
    if form == "dict":
        entries, ends = [f"{key}: {value}," for key, value in rows], "{}"
    elif style.is_python:
        entries, ends = [f"({key}, {value})," for key, value in rows], "[]"
    else:
        entries, ends = [f"[{key}, {value}]," for key, value in rows], "[]"
    if not style.is_python:
        entries[-1] = entries[-1].removesuffix(",") if context.chance(0.5) else entries[-1]
    start, end = (f"{name} = {ends[0]}", ends[1])
    if not style.is_python:
        is_map = form == "pairs" and context.chance(0.6)
        start = f"const {name} = {'new Map(' if is_map else ''}{ends[0]}"
        end = f"{ends[1]}{')' if is_map else ''}{style.end}"
    return [start, *_indent(style, entries), end]


def _plain(
    context: Context, style: _Style, theme: Theme, form: str
) -> tuple[list[str], str, list[tuple[str, ...]]]:
    """Return labels without conditions, what they can be counted as, and the place of each."""
    random, labels = context.random, [one.label for one in theme.cases]
    nothing: list[tuple[str, ...]] = [() for _ in labels]
    name = random.choice(split_words("messages labels items words titles texts steps"))
    start = "" if style.is_python else "const "
    if form == "list":
        items = [f"{style.quote(one)}," for one in labels]
        lines = [f"{start}{name} = [", *_indent(style, items), f"]{style.end}"]
        if context.chance(0.3):
            lines = [f"{start}{name} = [{' '.join(items)[:-1]}]{style.end}"]
        return lines, "item", nothing
    if form == "script":
        return [style.out(one) for one in labels], style.verb, nothing
    names = random.sample(_NAMES, len(labels))
    places = [(f"in `{_camel(style, one)}`", f"in {_camel(style, one)}") for one in names]
    if form == "constants":
        names = [one.upper() for one in names]
        rows = [
            f"{start}{a} = {style.quote(b)}{style.end}" for a, b in zip(names, labels, strict=True)
        ]
        return rows, "constant", [(f"in `{one}`", f"in the constant {one}") for one in names]
    blocks = []
    word = "def" if style.is_python else "function"
    gap = "\n\n\n" if style.is_python else "\n\n"
    for task, label in zip(names, labels, strict=True):
        block = _block(style, f"{word} {_camel(style, task)}()", [style.out(label)])
        blocks.append("\n".join(block))
    more = [(*place, f"in the function {place[1][3:]}") for place in places]
    return gap.join(blocks).split("\n"), style.verb, list(more)


_NAMES = split_words(
    """greet on_load header footer intro on_click part_one part_two caption tooltip on_close hint
    banner on_submit title subtitle top_bar side_bar on_enter on_exit status_text menu_entry badge
    on_change prompt notice toast summary ending opening slogan"""
)


_AFTER = {
    True: (
        "def load(path):\n    with open(path) as file:\n        return file.read()",
        'def total(numbers):\n    """Add up what is a number."""\n    return sum(numbers)',
        "def clamp(number, least, most):\n    return max(least, min(number, most))",
        "class Counter:\n    def __init__(self):\n        self.seen = 0",
    ),
    False: (
        "function clamp(x, least, most) {\n  return Math.min(most, Math.max(least, x));\n}",
        "const total = (numbers) => numbers.reduce((a, b) => a + b, 0);",
        "const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));",
        "function pick(list) {\n  return list[Math.floor(Math.random() * list.length)];\n}",
    ),
}
_COMMENTS = split_words(
    "first_try do_not_edit_by_hand used_by_the_demo see_the_wiki homework for_the_kids old_but_gold"
    " part_of_the_tutorial TODO:_tests exercise_7 from_the_workshop reviewed_by_Ada version_2"
)


def _draw_program(context: Context) -> tuple[Theme, _Style, str, dict[str, tuple[str, ...]]]:
    """Return a program, and under each label the places where it is said, `spots` last."""
    random = context.random
    theme, style = draw_theme(context), _draw_style(context)
    places = [one.places for one in theme.cases]
    total, has_spots = len(theme.cases) + theme.counts, True
    if theme.kind == "words":
        form = random.choice(("list", "script", "constants", "functions", "functions"))
        verbs = {"list": "list", "constants": "use", "script": "print"}
        verb = verbs.get(form) or random.choice(("return", "print"))
        style = replace(style, verb=verb)
        lines, thing, places = _plain(context, style, theme, form)
        things: tuple[str, ...] = (thing,)
    elif context.chance({"keys": 0.4, "division": 0.08}.get(theme.kind, 0)):
        style = replace(style, verb="use")
        lines, things = _table(context, style, theme), ("entry",)
    elif theme.kind == "keys" and context.chance(0.6):
        lines = _around(context, style, theme, _switch(context, style, theme))
        things = (style.verb, "case")
    elif style.verb == "return" and theme.kind != "keys" and context.chance(0.15):
        lines, things = _around(context, style, theme, _chain(style, theme)), ()
    else:
        lines, things = _ladder(context, style, theme)
        lines = _around(context, style, theme, lines)
        if not theme.cases[-1].test and "branch" in things:
            places[-1] += ("in the else branch", "in the `else` branch")
    if style.verb == "assign" and style.is_python:
        # The label is set before the first branch too, so that counting would be unclear.
        things = tuple(one for one in things if one != "assign")
    if context.chance(0.2):
        comment = random.choice(_COMMENTS).replace("_", " ")
        lines.insert(0, f"{'#' if style.is_python else '//'} {comment}")
    body = "\n".join(lines)
    if len(body) < context.size - 80 and context.chance(0.7):
        body += ("\n\n\n" if style.is_python else "\n\n") + random.choice(_AFTER[style.is_python])
        has_spots = False
    found = {}
    for i, one in enumerate(theme.cases):
        nth = [_NTH[i]] + (["last"] if i == total - 1 and has_spots else [])
        spots = tuple(f"{a} {_THINGS.get(b, b)}" for a in nth for b in things)
        found[one.label] = (*places[i], "|".join(spots))
    return theme, style, body, found


_THINGS = {"log": "console.log", "assign": "assignment", "show": "alert"}


def _draw_word(context: Context, theme: Theme, old: str) -> str:
    """Return what comes instead of a word, mostly in its style."""
    style = "u" if old.isupper() and len(old) > 1 else "t" if old[0].isupper() else "l"
    style = context.random.choice("tul") if context.chance(0.08) else style
    if theme.kind != "division" and context.chance(0.7) and old.lower() in _SYNONYMS:
        return in_style(_SYNONYMS[old.lower()], style)
    if theme.kind == "division":
        return in_style(invent(context), style)
    heads = [one.split("-")[0] for one in COMPOUNDS]
    return in_style(context.random.choice((*heads, *WORDS)), style)


def _draw_change(context: Context) -> tuple[Theme, _Style, str, dict[str, str]] | None:
    """Return a program and what its requests tell; None where the word is not alone once."""
    theme, style, body, places = _draw_program(context)
    labels = [one.label for one in theme.cases]
    lone = [a for a in labels if labels.count(a) == 1 and any(a in b for b in labels if a != b)]
    if not lone or not 75 < len(body) < 900:
        return None
    old = context.random.choice(lone)
    new = _draw_word(context, theme, old)
    rest = body
    for one in labels:
        rest = rest.replace(style.quote(one), "")
    if re.search(rf"(?<![^\W_]){re.escape(old)}(?![^\W_])", rest, re.IGNORECASE):
        return None
    if body.count(style.quote(old)) != 1 or new.lower() in body.lower() or old in new:
        return None
    *where, spots = places[old]
    line = next(line for line in body.split("\n") if style.quote(old) in line).strip()
    verb = _VERBS["print" if style.verb == "log" and context.chance(0.4) else style.verb]
    place = context.random.choice(where or [""])
    twin = context.random.choice([one for one in labels if old in one and one != old])
    return theme, style, body, {
        "old": old, "new": new, "twin": twin, "newtwin": twin.replace(old, new),
        "where": place, "Where": place[:1].upper() + place[1:],
        "spot": context.random.choice(spots.split("|")),
        "line": line, "newline": line.replace(style.quote(old), style.quote(new)),
        "say": verb[0], "says": verb[1], "said": verb[2],
    }  # fmt: skip


def _quote_values(context: Context, values: dict[str, str]) -> dict[str, str]:
    """Return the values as people write them, the words of a request in the same quotes."""
    words = {name: values[name] for name in ("old", "new", "twin", "newtwin")}
    is_bare = all(len(values[one]) > 1 and " " not in values[one] for one in ("old", "new"))
    if is_bare and context.chance(0.4 if values["old"][0].isupper() else 0.15):
        quoted = {name: f'"{word}"' if " " in word else word for name, word in words.items()}
    elif context.chance(0.7):
        opening, closing = context.random.choice(('""', "''", "``", "“”", '""'))
        quoted = {name: f"{opening}{word}{closing}" for name, word in words.items()}
    else:
        quoted = {name: context.quoted(word, bare=0.0) for name, word in words.items()}
    lines = {name: context.coded(values[name]) for name in ("line", "newline")}
    return {**values, **quoted, **lines, "bareold": values["old"], "barenew": values["new"]}


def change_lone_word(context: Context) -> Edit | None:
    """Exchange the text that is exactly a word; longer texts with the word stay."""
    drawn = _draw_change(context)
    if not drawn:
        return None
    _, style, body, values = drawn
    answer = body.replace(style.quote(values["old"]), style.quote(values["new"]))
    kinds = [BY_WORD] * 4 + [BY_PLACE] * (5 if values["where"] else 0)
    kinds += [BY_SPOT] * (2 if values["spot"] else 0)
    if len(values["line"]) < 60:
        kinds.append(BY_LINE)
    phrases = context.random.choice(kinds)
    told = _quote_values(context, values)
    request = tell(context, phrases, reasons=REASONS, stays=STAYS, **told)
    return make_edit(context, "change lone word", request, style.language, (body, answer))


def change_all_of_word(context: Context) -> Edit | None:
    """Exchange a word alone and as a part of longer texts."""
    drawn = _draw_change(context)
    if not drawn:
        return None
    theme, style, body, values = drawn
    old, new, answer = values["old"], values["new"], body
    for label in (one.label for one in theme.cases):
        if label.lower().count(old.lower()) != label.count(old):
            return None
        if not _is_compound(theme, old, label):
            return None
        answer = answer.replace(style.quote(label), style.quote(label.replace(old, new)))
    if old in answer:
        return None
    told = _quote_values(context, values)
    is_pair = sum(old in one.label for one in theme.cases) == 2
    phrases = BOTH if is_pair and context.chance(0.3) else EVERYWHERE
    request = tell(context, phrases, reasons=ALL_REASONS, stays=ALL_STAYS, **told)
    return make_edit(context, "change all of word", request, style.language, (body, answer))


def _is_compound(theme: Theme, old: str, label: str) -> bool:
    """Whether the word is nowhere in the label a part of another word by chance."""
    if theme.kind == "division" or old not in label:
        return True
    joined = [f"{old.lower()}-{end}" for end in (label.lower().removeprefix(old.lower()),)]
    if joined[0] in COMPOUNDS:
        return not joined[0].endswith(("-er", "-en", "-et", "-ner"))
    start = r"(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])"
    end = r"(?![A-Za-z])|(?<=[a-z])(?=[A-Z])"
    return len(re.findall(f"(?:{start}){re.escape(old)}(?:{end})", label)) == label.count(old)
