"""Stored experiments and their trials.

Invariant: a trial and its run are written together, one row a place in the order; so after a crash
each planned trial is there once or not at all.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, func, insert, select

from lib.domain import PlannedTrial, Trial
from lib.errors import StorageError
from lib.storage.database import Database
from lib.storage.prices import decode_price, encode_price
from lib.storage.rows import decode_run, encode_run
from lib.storage.tables import EXPERIMENTS, RUNS, TRIALS


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredExperiment:
    """An experiment as it was written down; `lib.experiments` reads the document."""

    experiment_id: str
    name: str
    created_at: datetime
    """Aware, UTC."""
    document: str
    """The experiment file, cases included."""
    num_trials: int = 0
    """Trials that have ended, warm-ups included."""


class ExperimentRepository:
    """Keeps experiments. Safe to use from several threads at once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, experiment: StoredExperiment) -> None:
        """Keep a new experiment. Raises StorageError, also when its id is taken."""
        row = {
            "experiment_id": experiment.experiment_id,
            "name": experiment.name,
            "created_at": experiment.created_at.astimezone(UTC).isoformat(timespec="microseconds"),
            "document": experiment.document,
        }
        with self._database.writing() as connection:
            connection.execute(insert(EXPERIMENTS), row)

    def list_experiments(self) -> list[StoredExperiment]:
        """Return all experiments, newest first. Raises StorageError."""
        counts = (
            select(func.count())
            .where(TRIALS.c.experiment_id == EXPERIMENTS.c.experiment_id)
            .scalar_subquery()
        )
        query = select(EXPERIMENTS, counts.label("num_trials")).order_by(
            EXPERIMENTS.c.created_at.desc()
        )
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return [
            StoredExperiment(
                experiment_id=row.experiment_id,
                name=row.name,
                created_at=datetime.fromisoformat(row.created_at),
                document=row.document,
                num_trials=row.num_trials,
            )
            for row in rows
        ]

    def save_trial(self, experiment_id: str, trial: Trial) -> None:
        """Keep a trial with its run, in place of an earlier one. Raises StorageError."""
        position = str(trial.planned.position)
        run_id = trial.result.run_id
        with self._database.writing() as connection:
            connection.execute(delete(RUNS).where(RUNS.c.run_id == run_id))
            connection.execute(insert(RUNS), encode_run(trial.result))
            connection.execute(
                delete(TRIALS).where(
                    TRIALS.c.experiment_id == experiment_id, TRIALS.c.position == position
                )
            )
            connection.execute(insert(TRIALS), _encode_trial(experiment_id, trial))

    def load_trials(self, experiment_id: str) -> list[Trial]:
        """Return the trials that have ended, in their planned order. Raises StorageError."""
        query = (
            select(TRIALS.c.position, TRIALS.c.details, RUNS)
            .join(RUNS, RUNS.c.run_id == TRIALS.c.run_id)
            .where(TRIALS.c.experiment_id == experiment_id)
        )
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        trials = [_decode_trial(row._asdict()) for row in rows]
        return sorted(trials, key=lambda trial: trial.planned.position)

    def delete(self, experiment_id: str) -> None:
        """Forget an experiment and its trials; their runs stay. Raises StorageError."""
        with self._database.writing() as connection:
            for table in (TRIALS, EXPERIMENTS):
                connection.execute(delete(table).where(table.c.experiment_id == experiment_id))


def _encode_trial(experiment_id: str, trial: Trial) -> dict[str, str]:
    planned = trial.planned
    details = {
        "case_id": planned.case_id,
        "arm": planned.arm,
        "repetition": planned.repetition,
        "is_warmup": planned.is_warmup,
        "waits_s": list(trial.waits_s),
        "price": encode_price(trial.price),
    }
    return {
        "experiment_id": experiment_id,
        "position": str(planned.position),
        "run_id": trial.result.run_id,
        "details": json.dumps(details, ensure_ascii=False),
    }


def _decode_trial(row: Mapping[str, Any]) -> Trial:
    try:
        details = json.loads(row["details"])
        waits_s = tuple(details.pop("waits_s"))
        # Trials of before prices were kept have none.
        price = decode_price(details.pop("price", None))
        planned = PlannedTrial(position=int(row["position"]), **details)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise StorageError(
            f"The stored trial {row['position']!r} cannot be read: {type(error).__name__}: {error}."
            " The database was changed from outside or is damaged; restore it from a copy."
        ) from error
    return Trial(planned=planned, result=decode_run(row), waits_s=waits_s, price=price)
