"""The tables as the code of today uses them; `migrations` makes the real ones match.

Invariant: every column is text, so that SQLite and PostgreSQL store the same thing.
"""

from __future__ import annotations

import re

from sqlalchemy import Column, Dialect, MetaData, Table, Text
from sqlalchemy.types import TypeDecorator

# What databases refuse: NUL (PostgreSQL) and lone surrogates (UTF-8). Both can arrive in JSON.
# U+001A marks an escape, so it is escaped itself.
_UNSTORABLE = re.compile("[\x00\x1a\ud800-\udfff]")
_ESCAPED = re.compile("\x1a([0-9a-f]{4})")


class ExactText(TypeDecorator[str]):
    """Any Python string, code point for code point; ordinary text stays readable in the file.

    JSON's own escapes would not do: two lone surrogates side by side come back as one character.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Escape what the database could not hold."""
        if value is None:
            return None
        return _UNSTORABLE.sub(lambda match: f"\x1a{ord(match[0]):04x}", value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Undo the escapes."""
        if value is None:
            return None
        return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value)


METADATA = MetaData()

RUNS = Table(
    "runs",
    METADATA,
    Column("run_id", ExactText, primary_key=True),
    Column("started_at", ExactText, nullable=False, index=True),
    Column("outcome", ExactText, nullable=False),
    Column("provider", ExactText, nullable=False),
    Column("model", ExactText, nullable=False),
    Column("source", ExactText, nullable=False),
    Column("instructions", ExactText, nullable=False),
    Column("system_message", ExactText, nullable=False),
    Column("prediction", ExactText),
    Column("parameters", ExactText, nullable=False),
    Column("text", ExactText, nullable=False),
    Column("timing", ExactText, nullable=False),
    Column("token_usage", ExactText),
    Column("answer", ExactText, nullable=False),
    Column("error", ExactText),
    Column("server_timings_s", ExactText, nullable=False),
    Column("versions", ExactText, nullable=False),
)

EXPERIMENTS = Table(
    "experiments",
    METADATA,
    Column("experiment_id", ExactText, primary_key=True),
    Column("name", ExactText, nullable=False),
    Column("created_at", ExactText, nullable=False),
    Column("document", ExactText, nullable=False),
)

TRIALS = Table(
    "trials",
    METADATA,
    Column("experiment_id", ExactText, primary_key=True),
    Column("position", ExactText, primary_key=True),
    Column("run_id", ExactText, nullable=False),
    Column("details", ExactText, nullable=False),
)
