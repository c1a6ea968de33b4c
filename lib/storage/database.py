"""Opening a database by its URL, and telling what went wrong with one.

Invariant: a password in the URL shows in no message and in no chained exception.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from lib.errors import StorageError

BUSY_TIMEOUT_S = 10.0
_RETRY_PAUSE_S = 0.01
_URL_EXAMPLES = "sqlite:///playground.db or postgresql+psycopg://user:password@host/database"


class Database:
    """Transactions whose failures are StorageErrors. Safe to use from several threads."""

    def __init__(self, url: str) -> None:
        """Prepare the database at `url`; nothing is opened yet. Raises StorageError."""
        self._url = _parse_url(url)
        self.place = _name_place(self._url)
        self._engine = _create_engine(self._url)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database."""
        with self._telling(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is committed at the end, or rolled back by an exception."""
        with self._telling(), self._engine.connect() as connection:
            connection.execution_options(playground_writes=True)
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except (SQLAlchemyError, sqlite3.Error) as error:
            # The chain is cut because a driver may repeat the password that it was given.
            raise StorageError(self._explain(error)) from None

    def _explain(self, error: Exception) -> str:
        words = str(error.orig if isinstance(error, DBAPIError) else error).split()
        reason = " ".join(words).rstrip(".?!")
        if "not a database" in reason or "malformed" in reason:
            return (
                f"{self.place} is damaged or is not a SQLite database ({reason})."
                " Move it away to start with a new one, or restore it from a copy."
            )
        if "is locked" in reason:
            return (
                f"{self.place} was held by another program for more than"
                f" {BUSY_TIMEOUT_S:.0f} seconds. Close that program and try again."
            )
        advice = (
            "Check that its folder exists, that it may be written and that the disk has room"
            if self._url.get_backend_name() == "sqlite"
            else "Check that the server runs and that DATABASE_URL names it rightly"
        )
        return f"{self.place} cannot be used: {self._redact(reason)}. {advice}."

    def _redact(self, reason: str) -> str:
        queries = (text for value in self._url.query.values() for text in _as_tuple(value))
        for secret in (self._url.password, *queries):
            if secret:
                reason = reason.replace(str(secret), "***")
        return reason


def _parse_url(url: str) -> URL:
    """Return the parsed URL; a refusal never repeats it, as a part may be the password."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise StorageError(
            f"DATABASE_URL cannot be read as a database address. Write it like {_URL_EXAMPLES}."
        ) from None
    if parsed.host and ("@" in parsed.host or "/" in parsed.host):
        raise StorageError(
            "DATABASE_URL has a character in its user or password that ends them too early."
            " Write @ as %40, : as %3A and / as %2F there."
        )
    return parsed


def _name_place(url: URL) -> str:
    if url.get_backend_name() != "sqlite":
        return f"The {url.get_backend_name()} database of DATABASE_URL"
    if _is_in_memory(url):
        return "The database in memory"
    return f"The database file {url.database}"


def _create_engine(url: URL) -> Engine:
    try:
        if url.get_backend_name() != "sqlite":
            return create_engine(url, hide_parameters=True, pool_pre_ping=True)
        engine = create_engine(
            url,
            hide_parameters=True,
            poolclass=QueuePool,
            connect_args={"timeout": BUSY_TIMEOUT_S, "check_same_thread": False},
            # A database in memory lives as long as its one connection, which threads share in turn.
            **({"pool_size": 1, "max_overflow": 0} if _is_in_memory(url) else {}),
        )
    except (SQLAlchemyError, ImportError) as error:
        driver = f" ({error.name} is not installed)" if isinstance(error, ImportError) else ""
        raise StorageError(
            f"DATABASE_URL asks for {url.drivername!r}, which cannot be loaded{driver}."
            f" Install its driver, or write the address like {_URL_EXAMPLES}."
        ) from None
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    # Python's own transaction handling would commit around schema changes; we say BEGIN ourselves.
    connection.isolation_level = None
    cursor = connection.cursor()
    _use_write_ahead_log(cursor)
    cursor.close()


def _use_write_ahead_log(cursor: DBAPICursor) -> None:
    """Let pages read while a run is being saved.

    Two that open a new file at once may deadlock over this switch; SQLite then refuses one of
    them at once, whatever the timeout, and means that it shall try again.
    """
    deadline = time.monotonic() + BUSY_TIMEOUT_S
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if "is locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(_RETRY_PAUSE_S)


def _begin_sqlite(connection: Connection) -> None:
    # A writer that starts as a reader is refused at once instead of waiting for its turn.
    writes = connection.get_execution_options().get("playground_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _is_in_memory(url: URL) -> bool:
    return not url.database or url.database == ":memory:"


def _as_tuple(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value
