from __future__ import annotations

import sqlite3
import traceback
from pathlib import Path

import pytest

from lib.errors import StorageError
from lib.storage import database, open_repository
from tests.storage.test_repository import make_result

SECRET = "hunter2"


def open_and_fail(url: str) -> str:
    """Return the message; fail when the secret is anywhere in what a log would show."""
    with pytest.raises(StorageError) as caught:
        open_repository(url)
    assert SECRET not in "".join(traceback.format_exception(caught.value))
    return str(caught.value)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("", "cannot be read as a database address"),
        ("playground.db", "cannot be read as a database address"),
        (f"postgresql://user:{SECRET}@host:port/runs", "cannot be read as a database address"),
        (f"postgresql://user:pass@{SECRET}@host/runs", "Write @ as %40"),
        (f"nosuchbase://user:{SECRET}@host/runs", "'nosuchbase', which cannot be loaded"),
    ],
)
def test_an_address_that_cannot_be_used_says_how_to_write_it(url: str, expected: str) -> None:
    assert expected in open_and_fail(url)


def test_a_missing_driver_is_named() -> None:
    message = open_and_fail(f"mysql+oursql_missing://user:{SECRET}@127.0.0.1/runs")
    assert "'mysql+oursql_missing', which cannot be loaded" in message


def test_a_missing_folder(tmp_path: Path) -> None:
    file = tmp_path / "nowhere" / "runs.db"
    message = open_and_fail(f"sqlite:///{file}")
    assert f"The database file {file} cannot be used" in message
    assert "Check that its folder exists" in message


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    assert f"The database file {tmp_path} cannot be used" in open_and_fail(f"sqlite:///{tmp_path}")


def test_a_read_only_database_can_be_read_only(tmp_path: Path) -> None:
    file = tmp_path / "runs.db"
    open_repository(f"sqlite:///{file}").close()
    # Read-only by address, as the tests may run as root, whom file modes do not stop.
    repository = open_repository(f"sqlite:///file:{file}?mode=ro&uri=true")
    assert repository.list_runs() == []
    with pytest.raises(StorageError, match=r"readonly database.*may be written"):
        repository.save(make_result())
    repository.close()


@pytest.mark.parametrize("content", [b"this is a letter, not a database" * 100, b"\x00" * 5000])
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "runs.db"
    file.write_bytes(content)
    message = open_and_fail(f"sqlite:///{file}")
    assert f"{file} is damaged or is not a SQLite database" in message
    assert "Move it away" in message
    assert file.read_bytes() == content


def test_damage_that_shows_later(tmp_path: Path) -> None:
    file = tmp_path / "runs.db"
    repository = open_repository(f"sqlite:///{file}")
    for number in range(20):
        repository.save(make_result(f"run-{number}", text="x" * 20_000))
    repository.close()
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file.write_bytes(bytes(content))
    with pytest.raises(StorageError, match="is damaged"):
        open_repository(f"sqlite:///{file}").list_runs()


def test_a_database_held_by_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_S", 0.05)
    file = tmp_path / "runs.db"
    repository = open_repository(f"sqlite:///{file}")
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError, match="held by another program"):
        repository.save(make_result())
    assert repository.list_runs() == []
    other.execute("ROLLBACK")
    other.close()
    repository.save(make_result())
    repository.close()
