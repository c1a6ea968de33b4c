"""The README's table of providers says what the catalog says, and each "yes" is tested."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.analysis.metrics import PredictionState
from lib.catalog import PROVIDERS, find_capabilities
from lib.export import CodeLanguage
from tests.export.test_code_runs import CASES
from tests.running.test_dialects import REFUSALS, STATES
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


def find_states(provider_id: str) -> set[PredictionState]:
    """What `test_first_run` finds that this provider's answers say of a prediction that fitted."""
    return {STATES[access.id] for access in ACCESSES if access.provider_id == provider_id}


@pytest.mark.parametrize("provider_id", PROVIDERS)
def test_every_yes_of_a_first_run_is_tested(provider_id: str) -> None:
    """`test_first_run` sends a prediction and a seed by each way in, and reads a fingerprint."""
    row, states = TABLE[PROVIDERS[provider_id].name], find_states(provider_id)
    assert row["first run"] == "yes"
    assert states, "no way in is tested"
    if row["counts"].startswith("yes"):
        assert states == {PredictionState.USED}
    if row["counts"] == "no":
        assert states == {PredictionState.NOT_REPORTED}


def test_every_yes_of_a_refusal_is_tested() -> None:
    """At the double, and for the local engine at the engine itself (`test_local_engine`)."""
    dialects = {access.id: access.provider_id for access in ACCESSES}
    tested = {dialects[access_id] for access_id, _, _ in REFUSALS} | {"local"}
    names = {PROVIDERS[provider_id].name for provider_id in tested}
    assert {name for name, row in TABLE.items() if row["refusals"] == "yes"} == names


def test_every_export_is_tested() -> None:
    """`test_code_runs` runs the code of each way in, in each language."""
    tested = {(access.provider.name, language) for access, language in CASES}
    languages = {CodeLanguage.PYTHON, CodeLanguage.TYPESCRIPT, CodeLanguage.CURL}
    for name, row in TABLE.items():
        own = {CodeLanguage.CEREBRAS} if row["code export"] != "yes" else set()
        assert row["code export"].startswith("yes")
        assert {language for provider, language in tested if provider == name} == languages | own


def test_every_provider_is_in_the_table_once() -> None:
    assert list(TABLE) == [provider.name for provider in PROVIDERS.values()]
