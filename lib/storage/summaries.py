"""Stored runs as a list shows them.

Invariant: costs the same for runs of any length; what a list does not show is not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, ColumnElement, Connection, func, select

from lib.domain import Outcome
from lib.storage.tables import ESCAPE, RUNS, ExactText

_BEGINNING_CHARS = 120
_CUT_ESCAPE = re.compile(f"{ESCAPE}[0-9a-f]{{0,3}}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSummary:
    """What a list shows of a run; its texts are cut after 120 characters."""

    run_id: str
    started_at: datetime
    """Aware, UTC."""
    outcome: Outcome
    provider: str
    model: str
    uses_prediction: bool
    instructions: str
    text: str
    num_characters: int
    """Of the whole answer."""


def read_summaries(connection: Connection, limit: int) -> list[RunSummary]:
    """Return the runs, newest first, at most `limit` of them."""
    stored = func.length(RUNS.c.text)
    without_marks = func.length(func.replace(RUNS.c.text, ESCAPE, ""))
    query = (
        select(
            RUNS.c.run_id,
            RUNS.c.started_at,
            RUNS.c.outcome,
            RUNS.c.provider,
            RUNS.c.model,
            RUNS.c.prediction.is_not(None).label("uses_prediction"),
            _cut(RUNS.c.instructions).label("instructions"),
            _cut(RUNS.c.text).label("text"),
            # A character that the database could not hold is stored as a mark and four digits.
            (4 * without_marks - 3 * stored).label("num_characters"),
        )
        .order_by(RUNS.c.started_at.desc(), RUNS.c.run_id.desc())
        .limit(limit)
    )
    return [
        RunSummary(
            run_id=row.run_id,
            started_at=datetime.fromisoformat(row.started_at),
            outcome=Outcome(row.outcome),
            provider=row.provider,
            model=row.model,
            uses_prediction=row.uses_prediction,
            instructions=_CUT_ESCAPE.sub("", row.instructions),
            text=_CUT_ESCAPE.sub("", row.text),
            num_characters=row.num_characters,
        )
        for row in connection.execute(query)
    ]


def _cut(column: Column[str]) -> ColumnElement[str]:
    return func.substr(column, 1, _BEGINNING_CHARS, type_=ExactText)
