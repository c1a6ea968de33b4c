"""Templates of texts and values: choices, numbers, some items, lines that may be missing.

Invariant: `<a|b>` is one of these, `<2..9>` a number, `<*a|b|c>` some items of a list, and a line
that starts with `?` may be missing with all that stands deeper. Nothing is left of them.
"""

from __future__ import annotations

import re
from random import Random

_CHOICE = re.compile(r"<(\d+)\.\.(\d+)>|<(\*?)([^<>\n]*\|[^<>\n]*)>")


def expand(random: Random, template: str) -> str:
    """Return the template with its choices drawn."""
    lines: list[str] = []
    dropped: int | None = None
    for told in template.strip("\n").split("\n"):
        line = told.removeprefix("?")
        depth = len(line) - len(line.lstrip())
        if dropped is not None and depth > dropped:
            continue
        dropped = None
        if told.startswith("?") and random.random() < 0.4:
            dropped = depth
            continue
        lines += _expand_line(random, line)
    return "\n".join(lines)


def _expand_line(random: Random, line: str) -> list[str]:
    whole = re.fullmatch(r"(\s*(?:- )?)<\*([^<>]*)>(,?)", line)
    if whole:
        return [whole[1] + item + whole[3] for item in _some(random, whole[2])]
    return [_CHOICE.sub(lambda match: _draw(random, match), line)]


def _draw(random: Random, match: re.Match[str]) -> str:
    if match[1]:
        return str(random.randrange(int(match[1]), int(match[2]) + 1))
    return ", ".join(_some(random, match[4])) if match[3] else random.choice(match[4].split("|"))


def _some(random: Random, choices: str) -> list[str]:
    items = choices.split("|")
    return random.sample(items, min(len(items) - 1, random.choice((2, 2, 3, 3, 4))))


def matches(template: str, value: str) -> bool:
    """Tell whether this value may have been drawn from the template of a value."""
    pattern, position = "", 0
    for match in _CHOICE.finditer(template):
        pattern += re.escape(template[position : match.start()])
        options = "|".join(re.escape(option) for option in (match[4] or "").split("|"))
        pattern += r"\d+" if match[1] else f"(?:{options})"
        position = match.end()
    return position > 0 and bool(re.fullmatch(pattern + re.escape(template[position:]), value))
