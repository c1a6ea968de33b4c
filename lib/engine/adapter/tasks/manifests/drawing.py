"""Draws manifests, some with comments.

Invariant: no two entries of a text stand at the same path, so that each can be told in words.
"""

from __future__ import annotations

from collections import Counter
from random import Random

from lib.engine.adapter.tasks.manifests.bodies import make_body
from lib.engine.adapter.tasks.manifests.entries import Entry, scan
from lib.engine.adapter.tasks.manifests.manifest import Manifest
from lib.engine.adapter.tasks.manifests.templates import expand
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.scanning import indent_of


def draw_manifest(context: Context, *, comments: float = 0.2) -> Manifest | None:
    """Return a manifest, with comments at this probability; None when its places are not unique."""
    shape, body = make_body(context.random, context.size)
    lines, entries = body.split("\n"), scan(shape.language, body)
    if max(Counter((entry.path, entry.key, entry.is_item) for entry in entries).values()) > 1:
        return None
    if context.chance(comments):
        lines = _with_comments(context, shape.language, lines, entries)
        entries = scan(shape.language, "\n".join(lines))
    return Manifest(context, shape, lines, entries)


_REMARKS = (
    "keep in sync with staging", "see ticket OPS-<100..999>", "TODO: check after the release",
    "<anna|ben|chen|dana> asked for this", "default: <5|10|30>", "do not change on Fridays",
    "was <2|4|8> before", "only for the demo", "agreed in the <March|June|October> meeting",
    "must be set", "temporary", "measured on <12|20> May", "for local use",
    "see the wiki, page <2..9>", "the rest is generated", "ask ops first",
    "copied from the old server", "why <3|7|12>?",
    "checked <12|20>/<3..9>", "unused since v<2..6>", "needed for the tests", "#<hotfix|later>",
    "--- <basics|defaults|overrides> ---", "https://wiki.local/page#<12|40>", "keep this low",
    "sorted by name", "higher on Mondays", "e.g. 10, 20 or 30", "optional", "don't touch", "new",
    "needs a restart", "not yet final", "same as last year",
)  # fmt: skip


def draw_comments(random: Random, count: int) -> list[str]:
    """Return different comments."""
    return ["# " + expand(random, remark) for remark in random.sample(_REMARKS, count)]


def _with_comments(
    context: Context, language: str, lines: list[str], entries: list[Entry]
) -> list[str]:
    random, result = context.random, list(lines)
    starts = [e for e in entries if not e.is_item and not lines[e.line].lstrip().startswith("- ")]
    chosen = random.sample(starts, min(len(starts), random.randrange(2, 6)))
    gap = random.choice((" ", "  "))
    comments = draw_comments(random, len(chosen))
    for entry, comment in zip(sorted(chosen, key=lambda one: -one.line), comments, strict=True):
        line = lines[entry.line]
        is_setting = entry.value not in ("", "[")
        may_follow = is_setting and language != "env" and "{" not in entry.value
        if may_follow and context.chance(0.55):
            result[entry.line] += gap + comment
        else:
            is_old = is_setting and context.chance(0.15)
            above = "# " + line.strip() if is_old else comment
            result.insert(entry.line, indent_of(line) + above)
    return result
