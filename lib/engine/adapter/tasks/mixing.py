"""Draws edits: of which table, of which kind, on which text, and how many at once.

Invariant: a kind that finds no place in a text gets another text, so the weights are the shares.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random
from typing import Any, TypeVar

from lib.engine.adapter.tasks.demos.edits import DEMO_EDITS
from lib.engine.adapter.tasks.demos.pairs.edits import PAIR_EDITS
from lib.engine.adapter.tasks.edits.combined_edits import join_edits
from lib.engine.adapter.tasks.edits.several_edits import add_changes
from lib.engine.adapter.tasks.edits.typo_edits import fix_typos
from lib.engine.adapter.tasks.kinds import (
    ASKED,
    BALANCED,
    CASUAL,
    EVERYDAY,
    FOCUSED,
    FURTHER,
    FURTHER_OWN,
    JOINABLE,
    MAKERS,
    OFTEN,
    OWN_TEXT,
    PLAIN,
    SECOND,
    Entry,
    Maker,
    draw_text,
)
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.wishes import fulfil_wish

Weighted = TypeVar("Weighted", bound=tuple[Any, ...])

_FOCUSED_SHARE = 0.5
_OFTEN_SHARE = 0.5
_ASKED_SHARE = 0.7
_SEVERAL_SHARE = 0.45
"""Of tasks of several changes, how many ask for more than one where a text has place for it."""
_BALANCED_SHARES = 0.6, 0.33
"""The same two for balanced tasks."""
_DEMO_SHARE = 0.6
_SPELLING_SHARE = 0.08
_WISHED_SHARE = 0.6
_MORE_WISHED_SHARE = 0.75
_TRIES = 15
"""New texts for the same kind, so that kinds which often find no place keep their share."""
_OWN_SHARE = 0.3
"""Share of the kinds that make their text and their edit together."""
_TWO_EDITS = 0.06


def draw_size(random: Random) -> int:
    """Draw the wanted length of a source, characters: log-normal, a few long ones."""
    if random.random() < 0.08:
        return round(random.uniform(1800, 4200))
    return round(min(max(random.lognormvariate(math.log(420), 0.8), 60), 2600))


def make_edit(context: Context) -> Edit | None:
    """Return one edit, or None where no drawn text had a place for the drawn kind."""
    wished_share = _MORE_WISHED_SHARE if context.more_wished else _WISHED_SHARE
    if context.wished and context.chance(wished_share):
        return fulfil_wish(context)
    if context.spelled and context.chance(_SPELLING_SHARE):
        return _first(lambda: fix_typos(context, draw_text(context, ["text"])))
    if context.demos and context.chance(_DEMO_SHARE):
        edit = _make_of(context, (*DEMO_EDITS, *PAIR_EDITS) if context.paired else DEMO_EDITS)
        return edit and replace(edit, is_described=True)
    if not context.several:
        return _make_one(context)
    shares = _BALANCED_SHARES if context.balanced else (_ASKED_SHARE, _SEVERAL_SHARE)
    asked_share, several_share = shares
    if context.asked and context.chance(asked_share):
        table = CASUAL if context.casual else BALANCED if context.balanced else ASKED
        edit = _make_of(context, _pick(context, table)[1])
    elif context.chance(_OFTEN_SHARE):
        edit = _make_of(context, OFTEN)
    else:
        edit = _make_one(context)
    if edit is not None and context.chance(several_share):
        first = edit
        makers = [entry for entry in SECOND if first.text.language in entry[2]]
        return _first(lambda: _add_changes(context, first, makers)) or edit
    return edit


def _make_of(context: Context, entries: Sequence[Entry]) -> Edit | None:
    make = _pick(context, entries)[1]
    return _first(lambda: make(context))


def _pick(context: Context, entries: Sequence[Weighted]) -> Weighted:
    return context.random.choices(entries, weights=[entry[0] for entry in entries])[0]


def _add_changes(
    context: Context, first: Edit, makers: Sequence[tuple[float, Maker, list[str]]]
) -> Edit | None:
    def make() -> Edit | None:
        return _pick(context, makers)[1](context, first.text)

    return add_changes(context, first, make) if makers else None


def _make_one(context: Context) -> Edit | None:
    if context.focused and context.chance(_FOCUSED_SHARE):
        return _make_of(context, FOCUSED)
    if context.chance(_OWN_SHARE):
        further = FURTHER_OWN if context.wide else PLAIN if context.everyday else ()
        entries = (*OWN_TEXT, *further)
        _, make_own = context.random.choices(entries, weights=_weights(context, entries))[0]
        return _first(lambda: make_own(context))
    makers = (*MAKERS, *FURTHER) if context.wide else MAKERS
    weights = _weights(context, makers)
    _, maker, languages = context.random.choices(makers, weights=weights)[0]
    edit = _first(lambda: maker(context, draw_text(context, languages)))
    if edit is not None and not edit.is_no_op and context.chance(_TWO_EDITS):
        return _first(lambda: _add_second(context, edit)) or edit
    return edit


def _weights(context: Context, entries: Sequence[tuple[Any, ...]]) -> list[float]:
    factors = EVERYDAY if context.everyday else {}
    return [entry[0] * factors.get(entry[1], 1) for entry in entries]


def _first(make: Callable[[], Edit | None]) -> Edit | None:
    """Return the first edit of a few tries: a drawn text may have no place for the kind."""
    return next((edit for _ in range(_TRIES) if (edit := make()) is not None), None)


def _add_second(context: Context, first: Edit) -> Edit | None:
    text = replace(first.text, body=first.answer, pieces=())
    fitting = [entry for entry in MAKERS if text.language in entry[2] and entry[1] in JOINABLE]
    if not fitting or first.kind == "fix typos":
        return None
    weights = [weight for weight, _, _ in fitting]
    second = context.random.choices(fitting, weights=weights)[0][1](context, text)
    return second and join_edits(context, first, second)
