"""The README's table of providers says what the catalog says, and each "yes" is tested."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.catalog import PROVIDERS, find_capabilities
from tests.running.test_dialects import STATES
from tests.support.provider_access import ACCESSES

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
COLUMNS = [
    *("provider", "first run", "prediction", "counts", "seed", "fingerprint", "refusals"),
    "code export",
]
WORDS = {True: ("yes",), False: ("no",), None: ("by model", "not known")}


def read_table() -> dict[str, dict[str, str]]:
    lines = [line for line in README.splitlines() if line.startswith("| ")]
    start = next(at for at, line in enumerate(lines) if line.startswith("| provider | first run"))
    assert [cell.strip() for cell in lines[start].strip("|").split("|")] == COLUMNS
    rows = {}
    for line in lines[start + 1 : start + 1 + len(PROVIDERS)]:
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        name = cells[0].split("**")[1]
        rows[name] = dict(zip(COLUMNS, cells, strict=True))
    return rows


TABLE = read_table()


@pytest.mark.parametrize("provider_id", PROVIDERS)
def test_a_row_says_what_the_catalog_says(provider_id: str) -> None:
    row = TABLE[PROVIDERS[provider_id].name]
    facts = find_capabilities(provider_id)
    assert facts is not None
    for column, value in (
        ("prediction", facts.takes_prediction),
        ("counts", facts.reports_counts),
        ("seed", facts.takes_seed),
        ("fingerprint", facts.reports_fingerprint),
        ("refusals", facts.refuses_unsupported),
    ):
        assert row[column].startswith(WORDS[value]), (column, row[column])


def test_every_first_run_and_every_export_is_tested() -> None:
    """`test_dialects` runs each way in, `test_code_runs` the code of each."""
    tested = {access.provider.name for access in ACCESSES}
    assert tested == set(TABLE)
    assert set(STATES) == {access.id for access in ACCESSES}
    for row in TABLE.values():
        assert row["first run"] == "yes"
        assert row["code export"].startswith("yes")


def test_every_provider_is_in_the_table_once() -> None:
    assert list(TABLE) == [provider.name for provider in PROVIDERS.values()]
