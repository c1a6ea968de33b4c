"""Several changes in one request, each of the text as it is, and how people join them.

Invariant: the changes lie apart, so there is one answer, whatever their order.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from lib.engine.adapter.tasks.merging import merge_changes
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.words import split_words

_JOINED = Phrases(
    "{a} and {b}",
    "{a} and {b}",
    "{a}, and {b}",
    "{a}. Also {b}",
    "{a}, then {b}",
    "{a} and also {b}",
    "{A}, and {b}.",
    "{A}. And {b}.",
    "{A}. Then {b}.",
    "{A}. {B}",
    "{A}. {B}.",
    "{A}. Also {b}.",
    "{A}. Please also {b}.",
    "{A} and {b}. That's all.",
    "{a}. After that, {b}",
    "{a}, plus {b}",
    "Two changes: {a}, and {b}.",
    "Please {a} and {b}.",
    "Can you {a} and {b}?",
    "Could you {a}? And {b}, please.",
    "hey, can you {a} and {b}? thanks",
    "Two things: {a}; {b}.",
    "First {a}, then {b}.",
    "{A}, please. And {b}.",
    "could you {a}, and also {b}",
    "{A}; {b}.",
    "{a} as well as {b}",
    "pls {a} and {b}",
    "1. {A}\n2. {B}",
    "Do two things: 1) {a} 2) {b}",
    "- {A}\n- {B}",
    "I need two changes. {A}. {B}.",
    "{A}, and while you are there, {b}.",
    "{A}.\n{B}.",
    "Hi! Please {a}, and {b}. Thanks!",
)
_SENTENCES = Phrases(
    "{A}. {B}.",
    "{A}. {B}.",
    "{A}. Also: {b}.",
    "{A}.\n{B}.",
    "Two changes. {A}. {B}.",
    "1. {A}\n2. {B}",
    "- {A}\n- {B}",
    "{A}. And one more thing: {b}.",
    "{A}.\n\nAlso: {b}.",
    "Two things. {A}. {B}.",
)
_LINES = Phrases(
    "{A}\n{B}",
    "{A}\n\n{B}",
    "1. {A}\n2. {B}",
    "Two changes.\n{A}\n{B}",
    "Two changes:\n\n{A}\n\n{B}",
)
_THREE = Phrases(
    "{a}, {b} and {c}",
    "{A}. {B}. {C}.",
    "{a}, {b}, and {c}",
    "1. {A}\n2. {B}\n3. {C}",
    "Three changes: {a}; {b}; {c}.",
    "{A}, {b}, and also {c}.",
    "Please {a}, {b} and {c}.",
    "- {A}\n- {B}\n- {C}",
    "{A}. Then {b}. And {c}.",
    "Could you {a}, {b}, and {c}?",
    "{A} and {b}. Also {c}.",
)
_VERBS = frozenset(
    split_words(
        "add append bump call change convert copy correct delete drop exchange exclude fix give"
        " include insert introduce let lower make mark move prepend put raise reduce remove rename"
        " replace reword set shift sort strike strip substitute swap switch take turn update use"
        " write"
    )
)
"""What a request may begin with to follow "can you"."""
_ALIKE = 0.25
"""How often both are wanted to begin with the same verb."""
_SAID_ONCE = 0.6
"""How often a verb that all begin with is said once: "remove a and b"."""
_JOINED_ALREADY = ("two edits", "change two groups")
_ORDINAL = re.compile(
    r"\b(?:line|row|item|step|number) \d"
    r"|\b(?:first|second|third|fourth|fifth|last|top|bottom|end|start|beginning|\d+(?:st|nd|rd|th))\b"
)

Make = Callable[[], Edit | None]


def add_changes(context: Context, first: Edit, make: Make) -> Edit | None:
    """Return `first` with one or two changes more; `make` makes some for the same text.

    A maker that takes something out of the text to have it put in again ends at that text instead
    of beginning there; then the others begin without it, too.
    """
    if first.kind in _JOINED_ALREADY:
        return None
    edits, base = [first], first.text.body
    source, answer = base, first.answer
    is_alike = context.chance(_ALIKE)
    for _ in range(2 if context.chance(0.15) else 1):
        second = make()
        if second is None or not _fit(edits, second):
            return None
        if is_alike and _verb(second.request) != _verb(first.request):
            return None
        both = _merge(base, (source, answer), second)
        if both is None:
            return None
        source, answer = both
        edits.append(second)
    if context.chance(0.5):
        edits.reverse()
    request = _join(context, [edit.request for edit in edits])
    kind = "two edits" if len(edits) == 2 else "three edits"
    text = replace(first.text, body=source, pieces=())
    return None if request is None else Edit(kind=kind, request=request, text=text, answer=answer)


def _merge(base: str, both: tuple[str, str], second: Edit) -> tuple[str, str] | None:
    """Source and answer with the change of `second`, too; None where it meets one of theirs."""
    source, answer = both
    if second.text.body == base:
        merged = merge_changes(base, answer, second.answer)
        return None if merged is None else (source, merged)
    if second.answer != base or merge_changes(base, answer, second.text.body) is None:
        return None
    merged = merge_changes(base, source, second.text.body)
    return None if merged is None else (merged, answer)


def _fit(edits: list[Edit], second: Edit) -> bool:
    """Whether each request means the same beside the others: places are not counted anew."""
    for one in edits:
        if one.is_no_op or second.is_no_op or one.request == second.request:
            return False
        counted = _ORDINAL.search(one.request), _ORDINAL.search(second.request)
        longer = _num_lines_added(one), _num_lines_added(second)
        if (counted[0] and longer[1]) or (counted[1] and longer[0]):
            return False
    return True


def _num_lines_added(edit: Edit) -> int:
    return edit.answer.count("\n") - edit.text.body.count("\n")


def _join(context: Context, requests: list[str]) -> str | None:
    if any("\n" in request for request in requests):
        phrases = _LINES
    elif any(". " in request or request[-1] in ".!?" for request in requests):
        phrases = _SENTENCES
        requests = [request.rstrip(".") for request in requests]
    elif all(_verb(request) in _VERBS for request in requests):
        phrases = _JOINED
    else:
        phrases = _SENTENCES
    if len(requests) > 2:
        if phrases is not _JOINED:
            return None
        phrases = _THREE
    shown = dict(zip("abc", requests, strict=False))
    shown |= {letter.upper(): text[0].upper() + text[1:] for letter, text in shown.items()}
    core = context.random.choice(phrases.of(context.split))
    verbs = {_verb(request) for request in requests}
    if len(verbs) == 1 and verbs.isdisjoint(("take", "let")) and context.chance(_SAID_ONCE):
        shown |= _without_verb(core, requests)
    joined = core.format(**shown)
    return re.sub(r"([!?])\.", r"\1", joined) if context.casual else joined


def _without_verb(core: str, requests: list[str]) -> dict[str, str]:
    """The later requests without the verb, where the core joins them to the first."""
    if not core.startswith(("{a}", "{A}", "Please {a}", "Can you {a}", "pls {a}")):
        return {}
    return {
        letter: request.partition(" ")[2]
        for letter, request in zip("bc", requests[1:], strict=False)
        if re.search(rf"(?:, |and |also ){{{letter}}}", core)
    }


def _verb(request: str) -> str:
    return request.partition(" ")[0]
