"""Stored runs. Invariant: one row a run, and whoever reads sees whole runs only."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import delete, insert, select

from lib.domain import RunResult
from lib.storage.database import Database
from lib.storage.experiments import ExperimentRepository
from lib.storage.migrations import migrate
from lib.storage.rows import decode_run, encode_run
from lib.storage.tables import RUNS


class RunRepository:
    """Keeps runs of every outcome. Safe to use from several threads at once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.experiments = ExperimentRepository(database)
        """Experiments in the same database."""

    def save(self, result: RunResult) -> None:
        """Keep a run; saving the same `run_id` again replaces what was kept.

        Raises StorageError when it cannot be written.
        """
        row = encode_run(result)
        with self._database.writing() as connection:
            connection.execute(delete(RUNS).where(RUNS.c.run_id == result.run_id))
            connection.execute(insert(RUNS), row)

    def get(self, run_id: str) -> RunResult | None:
        """Return a run, or `None` when there is none of that id. Raises StorageError."""
        with self._database.reading() as connection:
            row = connection.execute(select(RUNS).where(RUNS.c.run_id == run_id)).first()
        return None if row is None else decode_run(row._asdict())

    def list_runs(
        self, run_ids: Collection[str] | None = None, limit: int | None = None
    ) -> list[RunResult]:
        """Return runs, newest first: of these ids (`None`: all), at most `limit` of them.

        Ids without a run are left out. Raises StorageError.
        """
        query = select(RUNS).order_by(RUNS.c.started_at.desc(), RUNS.c.run_id.desc()).limit(limit)
        if run_ids is not None:
            query = query.where(RUNS.c.run_id.in_(run_ids))
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return [decode_run(row._asdict()) for row in rows]

    def close(self) -> None:
        """Close every connection to the database."""
        self._database.close()


def open_repository(url: str) -> RunRepository:
    """Open the runs of a database, created or brought up to date as needed; needs closing.

    `url` is SQLAlchemy's, such as `sqlite:///playground.db`. Raises StorageError when the address
    cannot be used, or when the database is damaged, unwritable or of a newer playground.
    """
    database = Database(url)
    try:
        with database.writing() as connection:
            migrate(connection, database.place)
    except BaseException:
        database.close()
        raise
    return RunRepository(database)
