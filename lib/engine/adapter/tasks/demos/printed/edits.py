"""Makers of edits of programs that say words: the lone word changes, or it does everywhere.

Invariant: only labels change, and the request determines which of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lib.engine.adapter.tasks.demos.printed.cases import Theme
from lib.engine.adapter.tasks.demos.printed.everywhere_wordings import (
    ALL_STAYS,
    BOTH,
    EVERYWHERE,
)
from lib.engine.adapter.tasks.demos.printed.lone_wordings import (
    BY_LINE,
    BY_PLACE,
    BY_SPOT,
    BY_WORD,
    REASONS,
    STAYS,
)
from lib.engine.adapter.tasks.demos.printed.programs import draw_program
from lib.engine.adapter.tasks.demos.printed.styles import Style
from lib.engine.adapter.tasks.demos.printed.words import (
    COMPOUNDS,
    SYNONYMS,
    WORDS,
    in_style,
    invent,
)
from lib.engine.adapter.tasks.demos.telling import tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_VERBS = {
    "print": ("print", "prints", "printed"), "return": ("return", "returns", "returned"),
    "log": ("log", "logs", "logged"), "assign": ("assign", "assigns", "assigned"),
    "yield": ("yield", "yields", "yielded"), "show": ("show", "shows", "shown"),
    "append": ("append", "appends", "appended"), "push": ("push", "pushes", "pushed"),
    "use": ("use", "uses", "used"), "list": ("list", "lists", "listed"),
}  # fmt: skip


def _draw_word(context: Context, theme: Theme, old: str) -> str:
    """Return what comes instead of a word, mostly in its style."""
    style = "u" if old.isupper() and len(old) > 1 else "t" if old[0].isupper() else "l"
    style = context.random.choice("tul") if context.chance(0.08) else style
    if theme.kind != "division" and context.chance(0.7) and old.lower() in SYNONYMS:
        return in_style(SYNONYMS[old.lower()], style)
    if theme.kind == "division":
        return in_style(invent(context), style)
    heads = [one.split("-")[0] for one in COMPOUNDS]
    return in_style(context.random.choice((*heads, *WORDS)), style)


def _draw_change(context: Context) -> tuple[Theme, Style, str, dict[str, str]] | None:
    """Return a program and what its requests tell; None where the word is not alone once."""
    theme, style, body, places = draw_program(context)
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
    request = tell(context, phrases, reasons=REASONS, stays=ALL_STAYS, **told)
    return make_edit(context, "change all of word", request, style.language, (body, answer))


def _is_compound(theme: Theme, old: str, label: str) -> bool:
    """Whether the word is nowhere in the label a part of another word by chance."""
    if theme.kind == "division" or old not in label:
        return True
    joined = f"{old.lower()}-{label.lower().removeprefix(old.lower())}"
    if joined in COMPOUNDS:
        return not joined.endswith(("-er", "-en", "-et", "-ner"))
    start = r"(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])"
    end = r"(?![A-Za-z])|(?<=[a-z])(?=[A-Z])"
    return len(re.findall(f"(?:{start}){re.escape(old)}(?:{end})", label)) == label.count(old)


PRINTED_EDITS: tuple[tuple[float, Callable[[Context], Edit | None]], ...] = (
    (12.8, change_lone_word),
    (3.2, change_all_of_word),
)
"""Weight beside the other demos, and maker."""
