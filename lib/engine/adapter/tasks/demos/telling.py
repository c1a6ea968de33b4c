"""Requests of several sentences: a reason, what is wanted, and what stays.

Invariant: the sentences around the wanted one ask for no other edit.
"""

from __future__ import annotations

from collections.abc import Sequence

from lib.engine.adapter.tasks.phrasing import Context, Phrases

_REASON_SHARE = 0.35
_STAYS_SHARE = 0.35
_POLITE = (
    "{Core}.", "{Core}.", "{Core}.", "Please {core}.", "Could you {core}?", "Can you {core}?",
    "Would you {core}, please?", "I'd like you to {core}.", "May I ask you to {core}?",
    "Would you be so kind and {core}?", "So please {core}.", "Your task is to {core}.",
)  # fmt: skip


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
    if core.endswith((".", "!", "?")):
        return core
    if not core[0].islower():
        return f"{core}."
    pattern = context.random.choice(_POLITE)
    return pattern.format(core=core, Core=core[0].upper() + core[1:])
