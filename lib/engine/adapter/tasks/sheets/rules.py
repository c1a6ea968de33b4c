"""Rules of style sheets: how a sheet is written, and what people call one of its rules.

Invariant: the style is the sheet's own, so an edit of one rule leaves the others as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.sheets.declarations import Declaration


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; with `media` it stands in a media query, and its `comment` stands above it."""

    selectors: tuple[str, ...]
    lines: tuple[Declaration, ...]
    media: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a sheet is written."""

    indent: str
    gap: str
    one_line: bool
    joined: str

    def write(self, rules: list[Rule]) -> str:
        """Return the sheet; neighbours of one media query share its block."""
        parts: list[str] = []
        at = 0
        while at < len(rules):
            end = at + 1
            media = rules[at].media
            while media and end < len(rules) and rules[end].media == media:
                end += 1
            body = self.gap.join(self._rule(rule) for rule in rules[at:end])
            if media:
                inner = re.sub(r"(?m)^(?=.)", self.indent, body)
                body = f"{media} {{\n{inner}\n}}"
            parts.append(body)
            at = end
        return self.gap.join(parts)

    def _rule(self, rule: Rule) -> str:
        head = f"/* {rule.comment} */\n" if rule.comment else ""
        head += self.joined.join(rule.selectors)
        lines = [f"{name}: {value};" for name, value in rule.lines]
        if self.one_line:
            return f"{head} {{ {' '.join(lines)} }}"
        inner = "\n".join(self.indent + line for line in lines)
        return f"{head} {{\n{inner}\n}}"


def name_rule(context: Context, rules: list[Rule], at: int) -> str:
    """Return what people call a rule, and on which side of a media query it is."""
    rule, random = rules[at], context.random
    selector = ", ".join(rule.selectors)
    twins = [other for other in rules if other.selectors == rule.selectors]
    coded = context.coded(selector, bare=0.2)
    place = random.choice((f"the {coded} rule", f"the rule for {coded}", f"`{selector}`"))
    if rule.media:
        return f"{place} inside the media query"
    return place if len(twins) == 1 else f"{place} outside the media query"
