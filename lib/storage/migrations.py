"""The history of the schema, one numbered step after the other, and its small runner.

Invariant: append-only. A step that was published is never edited, because databases that have
taken it will not take it again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, text

from lib.errors import StorageError


@dataclass(frozen=True, slots=True)
class Migration:
    """One step; its SQL is plain enough for SQLite and PostgreSQL alike."""

    version: int
    description: str
    statements: tuple[str, ...]


MIGRATIONS = (
    Migration(
        1,
        "runs: everything of one run",
        (
            """
            CREATE TABLE runs (
                run_id TEXT NOT NULL PRIMARY KEY,
                started_at TEXT NOT NULL,
                outcome TEXT NOT NULL,
                provider TEXT NOT NULL,
                model TEXT NOT NULL,
                source TEXT NOT NULL,
                instructions TEXT NOT NULL,
                system_message TEXT NOT NULL,
                prediction TEXT,
                parameters TEXT NOT NULL,
                text TEXT NOT NULL,
                timing TEXT NOT NULL,
                token_usage TEXT,
                answer TEXT NOT NULL,
                error TEXT,
                server_timings_s TEXT NOT NULL,
                versions TEXT NOT NULL
            )
            """,
            "CREATE INDEX ix_runs_started_at ON runs (started_at)",
        ),
    ),
    Migration(
        2,
        "experiments and their trials; a trial's run stands in runs",
        (
            """
            CREATE TABLE experiments (
                experiment_id TEXT NOT NULL PRIMARY KEY,
                name TEXT NOT NULL,
                created_at TEXT NOT NULL,
                document TEXT NOT NULL
            )
            """,
            """
            CREATE TABLE trials (
                experiment_id TEXT NOT NULL,
                position TEXT NOT NULL,
                run_id TEXT NOT NULL,
                details TEXT NOT NULL,
                PRIMARY KEY (experiment_id, position)
            )
            """,
        ),
    ),
)

# Any number will do, as long as every playground takes the same one.
_POSTGRESQL_LOCK = 7226741


def migrate(
    connection: Connection, place: str, migrations: Sequence[Migration] = MIGRATIONS
) -> None:
    """Bring the schema up to date inside the caller's transaction, which must hold writers off.

    `place` names the database in messages. Raises StorageError when the schema is newer than
    `migrations` knows; nothing is changed then.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_POSTGRESQL_LOCK})"))
    connection.execute(
        text(
            "CREATE TABLE IF NOT EXISTS schema_version"
            " (version INTEGER NOT NULL PRIMARY KEY, applied_at TEXT NOT NULL)"
        )
    )
    current = connection.scalar(text("SELECT MAX(version) FROM schema_version")) or 0
    newest = migrations[-1].version
    if current > newest:
        raise StorageError(
            f"{place} has schema version {current}, but this playground knows versions up to"
            f" {newest}. Install a newer playground, or point DATABASE_URL at another database."
        )
    for migration in migrations:
        if migration.version > current:
            _apply(connection, migration)


def _apply(connection: Connection, migration: Migration) -> None:
    for statement in migration.statements:
        connection.execute(text(statement))
    connection.execute(
        text("INSERT INTO schema_version (version, applied_at) VALUES (:version, :applied_at)"),
        {"version": migration.version, "applied_at": datetime.now(UTC).isoformat()},
    )
