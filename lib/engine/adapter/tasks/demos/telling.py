"""Requests of several sentences: a reason, what is wanted, and what stays.

Invariant: the sentences around the wanted one ask for no other edit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from lib.engine.adapter.tasks.phrasing import Context, Phrases

Around = tuple[Sequence[str], Sequence[str]]
"""Reasons, and sentences about what stays."""
Finish = Callable[[Context, str], str | None]
"""Makes a sentence of a request; None where nothing may stand around it."""

_STOPS = (".", "!", "?")
_SHARES = 0.35, 0.35
"""How many requests follow a reason, and how many are followed by what stays."""
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
    return surround(context, core, (reasons, stays), _SHARES, _sentence, values)


def surround(
    context: Context, request: str, around: Around, shares: tuple[float, float], finish: Finish,
    values: Mapping[str, str],
) -> str:  # fmt: skip
    """Return the request, perhaps between a reason and a sentence about what stays."""
    is_chosen = [
        bool(said) and context.chance(share) for said, share in zip(around, shares, strict=True)
    ]
    sentence = finish(context, request) if any(is_chosen) else None
    if sentence is None:
        return request
    before, after = (
        [context.random.choice(said).format(**values)] if chosen else []
        for said, chosen in zip(around, is_chosen, strict=True)
    )
    return ("\n" if "\n" in request else " ").join([*before, sentence, *after])


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
