from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from lib.errors import StorageError
from lib.storage import open_repository
from lib.storage.database import Database
from lib.storage.migrations import MIGRATIONS, Migration, migrate
from lib.storage.tables import METADATA
from tests.storage.test_repository import make_result


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "runs.db"


def migrate_file(file: Path, migrations: tuple[Migration, ...]) -> None:
    database = Database(f"sqlite:///{file}")
    try:
        with database.writing() as connection:
            migrate(connection, database.place, migrations)
    finally:
        database.close()


def read_versions(file: Path) -> list[int]:
    connection = sqlite3.connect(file)
    rows = connection.execute("SELECT version FROM schema_version ORDER BY version").fetchall()
    connection.close()
    return [version for (version,) in rows]


def test_versions_count_from_one() -> None:
    assert [step.version for step in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))


@pytest.mark.parametrize("known", range(len(MIGRATIONS) + 1))
def test_every_older_schema_reaches_the_tables_of_today(file: Path, known: int) -> None:
    """0 is the blank database, 1 the oldest schema there ever was."""
    if known:
        migrate_file(file, MIGRATIONS[:known])
    migrate_file(file, MIGRATIONS)
    assert read_versions(file) == [step.version for step in MIGRATIONS]
    database = Database(f"sqlite:///{file}")
    with database.reading() as connection:
        found = inspect(connection)
        for table in METADATA.sorted_tables:
            columns = {(each["name"], each["nullable"]) for each in found.get_columns(table.name)}
            assert columns == {(each.name, each.nullable) for each in table.columns}
            indexes = {each["name"] for each in found.get_indexes(table.name)}
            assert indexes == {each.name for each in table.indexes}
    database.close()


def test_a_run_of_the_oldest_schema_is_kept(file: Path) -> None:
    migrate_file(file, MIGRATIONS[:1])
    connection = sqlite3.connect(file)
    connection.execute(
        "INSERT INTO runs VALUES ('run-1', '2026-11-21T12:00:00.000000+00:00', 'completed',"
        " 'local', 'm', 's', 'i', '', NULL, '{\"prediction_source\":\"source\"}', 'answer',"
        " '{\"chunks\":[]}', NULL, '{}', NULL, '{}', '{}')"
    )
    connection.commit()
    connection.close()
    repository = open_repository(f"sqlite:///{file}")
    assert repository.get("run-1") == make_result()
    repository.close()


STEPS = (
    Migration(1, "a", ("CREATE TABLE a (x TEXT)",)),
    Migration(2, "b", ("CREATE TABLE b (x TEXT)", "INSERT INTO a VALUES ('moved')")),
)


def test_only_new_steps_run(file: Path) -> None:
    migrate_file(file, STEPS[:1])
    migrate_file(file, STEPS)
    migrate_file(file, STEPS)
    assert read_versions(file) == [1, 2]
    connection = sqlite3.connect(file)
    assert connection.execute("SELECT x FROM a").fetchall() == [("moved",)]
    connection.close()


def test_a_step_that_fails_leaves_nothing_behind(file: Path) -> None:
    migrate_file(file, STEPS[:1])
    broken = Migration(2, "half", ("CREATE TABLE half (x TEXT)", "INSERT INTO nowhere VALUES (1)"))
    with pytest.raises(StorageError, match="no such table: nowhere"):
        migrate_file(file, (STEPS[0], broken))
    assert read_versions(file) == [1]
    database = Database(f"sqlite:///{file}")
    with database.reading() as connection:
        assert connection.scalar(text("SELECT COUNT(*) FROM sqlite_master WHERE name='half'")) == 0
    database.close()


def test_a_newer_schema_is_left_alone(file: Path) -> None:
    open_repository(f"sqlite:///{file}").close()
    connection = sqlite3.connect(file)
    connection.execute("INSERT INTO schema_version VALUES (99, 'later')")
    connection.commit()
    connection.close()
    newest = MIGRATIONS[-1].version
    with pytest.raises(StorageError) as caught:
        open_repository(f"sqlite:///{file}")
    assert f"{file} has schema version 99" in str(caught.value)
    assert f"versions up to {newest}" in str(caught.value)
    assert "DATABASE_URL" in str(caught.value)
