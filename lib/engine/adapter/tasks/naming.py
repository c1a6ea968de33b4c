"""New names in the style of old ones. Invariant: a new name is a valid identifier in its style."""

from __future__ import annotations

import re
from random import Random

from lib.engine.adapter.tasks.slots import pascal
from lib.engine.adapter.tasks.words import ADJECTIVES, FIELDS, NOUNS, VERBS


def new_name(random: Random, old: str, kind: str, language: str) -> str:
    """Return a name that could replace `old`: snake, camel, Pascal, kebab or upper case like it."""
    parts = _parts(old)
    style = random.random()
    if style < 0.3 and len(parts) > 1:
        place = random.randrange(len(parts))
        pool = VERBS if place == 0 and kind in ("function", "method") else NOUNS
        parts[place] = random.choice(pool)
    elif style < 0.45:
        parts = [*parts, random.choice(FIELDS)]
    elif style < 0.55:
        parts = [random.choice(ADJECTIVES), *parts]
    else:
        parts = _fresh(random, kind)
    return _in_style(parts, old, language)


def _fresh(random: Random, kind: str) -> list[str]:
    if kind in ("function", "method"):
        return [random.choice(VERBS), random.choice(NOUNS)]
    if random.random() < 0.6:
        return [random.choice(NOUNS if random.random() < 0.6 else FIELDS)]
    return [random.choice(ADJECTIVES), random.choice(NOUNS)]


def _parts(name: str) -> list[str]:
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name.lstrip("-"))
    return [part.lower() for part in re.split(r"[\W_]+", spaced) if part]


def _in_style(parts: list[str], old: str, language: str) -> str:
    if old.startswith("--"):
        return "--" + "-".join(parts)
    if "-" in old:
        return "-".join(parts)
    if old.isupper() and len(old) > 1:
        return "_".join(parts).upper()
    if old[:1].isupper():
        return pascal(" ".join(parts))
    if "_" in old:
        start = "_" if old.startswith("_") else ""
        return start + "_".join(parts)
    if language in ("css", "html"):
        return "-".join(parts)
    if re.search(r"[A-Z]", old) or language in ("javascript", "typescript"):
        return parts[0] + pascal(" ".join(parts[1:]))
    return parts[0] if len(parts) == 1 else "_".join(parts)
