"""Draws forms with slots.

Invariant: no two slots of a form have the same value, and all slots are written in one way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random

from lib.engine.adapter.tasks.library import DOCUMENT_NAMES
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit, Text
from lib.engine.adapter.tasks.told_prose.form_texts import (
    FORMS,
    OTHER_NAMES,
    PEOPLE,
    SLOT_FACTS,
    SLOT_PATTERNS,
    UNKNOWN,
)
from lib.engine.adapter.tasks.told_prose.values import Values

_STYLES = (
    "{{{{{0}}}}}", "{{{{ {0} }}}}", "{{{0}}}", "[{0}]", "<{0}>", "%{0}%", "__{0}__", "${0}",
    "${{{0}}}", "<<{0}>>", "[[{0}]]", "@{0}@",
)  # fmt: skip
_QUOTABLE = ("{{{{{0}}}}}", "__{0}__", "<<{0}>>", "%{0}%", "@{0}@", "{{{{ {0} }}}}")
"""Those that stand in code and data."""


@dataclass(frozen=True, slots=True)
class Form:
    """A text with slots, and what they are filled with."""

    language: str
    body: str
    shown: dict[str, str]
    """How each slot is written, by its name, in the order of the text."""
    values: dict[str, str]

    @property
    def known(self) -> list[str]:
        """The slots that a request may have a value for."""
        return [name for name in self.shown if name not in UNKNOWN]

    def fill(self, names: Iterable[str]) -> str:
        """Return the text with these slots filled at once: no value is taken for a slot."""
        by_slot = {self.shown[name]: self.values[name] for name in names}
        longest = sorted(by_slot, key=len, reverse=True)
        return re.sub("|".join(map(re.escape, longest)), lambda match: by_slot[match[0]], self.body)

    def is_clear(self, name: str) -> bool:
        """Return whether no other slot's name holds this one, so that the bare name tells it."""
        words = set(name.split("_"))
        return not any(words <= set(other.split("_")) for other in self.shown if other != name)


def label_of(name: str) -> str:
    """Return a slot's name as people say it."""
    return name.replace("_", " ")


def make_form_edit(
    context: Context, form: Form, kind: str, request: str, answer: str
) -> Edit | None:
    """Return the edit, with a word for the form."""
    if answer == form.body:
        return None
    nouns = ("template", "template", "form", *DOCUMENT_NAMES[form.language])
    text = Text(body=form.body, language=form.language, noun=context.random.choice(nouns))
    return Edit(kind=kind, request=request, text=text, answer=answer)


def draw_form(context: Context) -> Form | None:
    """Return a form of three slots or more, or None where what was drawn does not fit together."""
    random = context.random
    language, raw = _draw_text(context)
    bases: dict[str, str] = {}
    for base in dict.fromkeys(re.findall(r"\^(\w+)\^", raw)):
        name = random.choice((base, base, *OTHER_NAMES.get(base, ())))
        bases[name] = base
        raw = raw.replace(f"^{base}^", f"^{name}^")
    style = random.choice(_styles_for(language))
    cased = random.choice((str, str, str.upper, str.upper, str.title))
    shown = {name: style.format(cased(name)) for name in bases}
    body = re.sub(r"\^(\w+)\^", lambda match: shown[match[1]], raw)
    if any(raw.count(f"^{name}^") != body.count(slot) for name, slot in shown.items()):
        return None
    drawn = _draw_values(random, bases)
    if len(bases) < 3 or len(set(drawn.values())) < len(bases):
        return None
    if language == "html" and "&" in "".join(drawn.values()):
        return None
    return Form(language, body, shown, drawn)


def _draw_text(context: Context) -> tuple[str, str]:
    language, _, pattern = context.random.choice(FORMS.strip().split("\n")).partition(": ")
    share = min(0.95, 0.4 + context.size / 500)
    lines = [line.removeprefix("?") for line in pattern.split("|")
             if not line.startswith("?") or context.chance(share)]  # fmt: skip
    if language == "text" and context.chance(0.2):
        unknown = context.random.choice(UNKNOWN)
        lines.append(f"{unknown.capitalize()}: ^{unknown}^")
    gap = "\n\n" if language == "markdown" else "\n"
    text = gap.join(lines).replace("¶", gap)
    return language, re.sub(r"\n{3,}", "\n\n", text).strip()


def _styles_for(language: str) -> tuple[str, ...]:
    if language in ("json", "python", "yaml"):
        return _QUOTABLE
    if language == "html":
        return tuple(style for style in _STYLES if not style.startswith("<"))
    return _STYLES


def _draw_values(random: Random, bases: Mapping[str, str]) -> dict[str, str]:
    """Return a value for each slot by what it is, whatever it is called here."""
    values, slots, drawn = Values(random), Slots(random), {}
    for name, base in bases.items():
        slots.forget()
        drawn[name] = _draw_value(random, slots, values, base)
    return drawn


def _draw_value(random: Random, slots: Slots, values: Values, name: str) -> str:
    if name in SLOT_FACTS:
        return values.draw(SLOT_FACTS[name])
    if name in UNKNOWN:
        return slots.fill(random.choice(("~Word~", "~n~", "~City~")))
    return slots.fill(random.choice(SLOT_PATTERNS.get(name, PEOPLE)))
