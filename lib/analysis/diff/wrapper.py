"""Finds what a model puts around an answer: a code fence, or a sentence before it.

Invariant: what is found was never in the source; the three parts joined are the answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lib.analysis.diff.tokens import split_lines

_FENCE = re.compile(r"(?:```+|~~~+)[\w+#.-]*\s*")
_OPENING = re.compile(
    r"(?:here|sure|certainly|of course|okay|ok|below|the (?:updated|modified|edited|revised))\b",
    re.IGNORECASE,
)
_MOST_PREAMBLE_LINES = 6
_MOST_PREAMBLE_CHARS = 600
# A preamble without a fence is believed when one of so many lines after it is the source's.
_LINES_TO_RECOGNISE = 3


@dataclass(frozen=True, slots=True)
class Wrapped:
    """An answer in three parts: what stands before the text, the text, what stands after it."""

    before: str
    text: str
    after: str
    name: str
    """What it is, in words: "a code fence", "a preamble", "a preamble and a code fence"."""


def find_wrapper(source: str, output: str) -> Wrapped | None:
    """The answer without the fence or preamble around it; `None` when there is none."""
    head = split_lines(output[: 2 * _MOST_PREAMBLE_CHARS])
    if not head or not source.strip():
        return None
    known = {line.strip() for line in split_lines(source)} - {""}
    fence = next((n for n, line in enumerate(head) if _FENCE.fullmatch(line)), None)
    if fence is not None and _is_preamble(head[:fence], known):
        return _unwrap_fence(source, output, head[: fence + 1])
    return _cut_preamble(output, head, known)


def _is_preamble(lines: list[str], known: set[str]) -> bool:
    said = [line.strip() for line in lines if line.strip()]
    is_short = len(lines) <= _MOST_PREAMBLE_LINES and sum(map(len, said)) <= _MOST_PREAMBLE_CHARS
    return is_short and not known.intersection(said)


def _unwrap_fence(source: str, output: str, opening: list[str]) -> Wrapped | None:
    if _FENCE.match(source.lstrip()):
        return None
    before = "".join(opening)
    mark = opening[-1].strip()[:3]
    lines = split_lines(output[len(before) :])
    closing = next((n for n in reversed(range(len(lines))) if lines[n].strip() == mark), len(lines))
    text, after = "".join(lines[:closing]), "".join(lines[closing:])
    if after and not source.endswith(("\n", "\r")):
        # The line end before the closing fence belongs to the fence.
        bare = text[: -len(_line_end(text))] if _line_end(text) else text
        text, after = bare, text[len(bare) :] + after
    said = "".join(opening[:-1]).strip() or "".join(lines[closing + 1 :]).strip()
    return Wrapped(before, text, after, "a preamble and a code fence" if said else "a code fence")


def _cut_preamble(output: str, head: list[str], known: set[str]) -> Wrapped | None:
    blank = next((n for n, line in enumerate(head) if not line.strip()), None)
    if not blank or not _is_preamble(head[:blank], known):
        return None
    said = "".join(head[:blank]).strip()
    rest = [line.strip() for line in head[blank:] if line.strip()][:_LINES_TO_RECOGNISE]
    sounds_so = said.endswith(":") or _OPENING.match(said) is not None
    if not sounds_so or not known.intersection(rest):
        return None
    while blank < len(head) and not head[blank].strip():
        blank += 1
    before = "".join(head[:blank])
    return Wrapped(before, output[len(before) :], "", "a preamble")


def _line_end(text: str) -> str:
    return next((end for end in ("\r\n", "\n", "\r") if text.endswith(end)), "")
