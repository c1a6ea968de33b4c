"""Requests of several sentences: a reason, what is wanted, and what stays.

Invariant: the sentences around the wanted one ask for no other edit.
"""

from __future__ import annotations

from collections.abc import Sequence

from lib.engine.adapter.tasks.phrasing import Context, Phrases

_STOPS = (".", "!", "?")
_REASON_SHARE = 0.35
_STAYS_SHARE = 0.35
_POLITE = (
    "{Core}.", "{Core}.", "{Core}.", "Please {core}.", "Could you {core}?", "Can you {core}?",
    "Would you {core}, please?", "I'd like you to {core}.", "May I ask you to {core}?",
    "Would you be so kind and {core}?", "So please {core}.", "Your task is to {core}.",
)  # fmt: skip


def capital(text: str) -> str:
    """Return the text with a capital at its start."""
    return text[:1].upper() + text[1:]


def is_ended(text: str) -> bool:
    """Return whether the text ends as a sentence does."""
    return text.endswith(_STOPS)


def end_sentence(text: str) -> str:
    """Return the text with a full stop where it is not ended."""
    return text if is_ended(text) else f"{text}."


def as_sentence(text: str) -> str:
    """Return the text with a capital and a full stop, or as it is where it is ended."""
    return text if is_ended(text) else f"{capital(text)}."


def tell(
    context: Context,
    phrases: Phrases,
    *,
    reasons: Sequence[str] = (),
    stays: Sequence[str] = (),
    **values: str,
) -> str:
    """Return a request, perhaps between a reason and a sentence about what stays.

    All of them may have the slots of `values`.
    """
    core = context.say(phrases, **values)
    reason = bool(reasons) and context.chance(_REASON_SHARE)
    stay = bool(stays) and context.chance(_STAYS_SHARE)
    if not reason and not stay:
        return core
    parts = [_sentence(context, core)]
    if reason:
        parts.insert(0, context.random.choice(reasons).format(**values))
    if stay:
        parts.append(context.random.choice(stays).format(**values))
    return " ".join(parts)


def _sentence(context: Context, core: str) -> str:
    if is_ended(core):
        return core
    if not core[0].islower():
        return f"{core}."
    pattern = context.random.choice(_POLITE)
    return pattern.format(core=core, Core=capital(core))


_BOTH_IMPERATIVE = (
    "{a} and {b}", "{a}, and {b}", "{A}. Also {b}.", "{A}. Then {b}.", "Two things: {a}, and {b}.",
    "Please {a}, and also {b}.", "Can you {a} and {b}?", "{A}; {b}.", "{A}. And please {b}.",
    "Could you {a}? And {b}, please.", "Two changes: {a}; {b}.", "{A}. Besides, {b}.",
    "I'd like you to {a} and to {b}.", "{A}, then {b}.", "1. {A}\n2. {B}", "- {A}\n- {B}",
    "{a}, {b}", "{a} + {b}", "First {a}, then {b}.", "{A}. While you are at it, {b}.",
)  # fmt: skip
_SENTENCES = (
    "{A} {B}", "{A} {B}", "{A} And {b}", "{A} Also: {b}", "Two things. {A} {B}", "{A} Besides: {b}",
    "{A} Second thing: {b}", "1. {A}\n2. {B}", "{A} Then: {b}", "{A} Oh, and {b}",
)  # fmt: skip


def tell_both(context: Context, first: str, second: str) -> str:
    """Return one request for two changes, each told by a core or a casual utterance."""
    is_plain = all(part[0].islower() and not is_ended(part) for part in (first, second))
    if not is_plain:
        first, second = end_sentence(first), end_sentence(second)
    pattern = context.random.choice(_BOTH_IMPERATIVE if is_plain else _SENTENCES)
    return pattern.format(a=first, b=second, A=capital(first), B=capital(second))


def tell_parts(context: Context, parts: Sequence[str]) -> str:
    """Return one request for one change or for two."""
    return tell_both(context, *parts) if len(parts) > 1 else parts[0]
