"""Cases from the bundled samples, from JSONL, CSV, or entries of the experiment file.

Invariant: every case has an id of its own, a source, and an instruction; every line that has not
is named.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from lib.catalog.samples import SAMPLES
from lib.domain import Case
from lib.experiments.document import Faults, describe

FIELDS = ("id", "source", "instruction", "prediction", "reference", "kind")
MOST_CASES = 1_000
"""More than these are a file chosen by mistake."""


def list_sample_cases() -> tuple[Case, ...]:
    """Return the bundled samples as cases."""
    return tuple(
        Case(
            id=sample.id,
            source=sample.source,
            instruction=sample.instructions,
            kind="prose" if sample.language == "text" else sample.language,
        )
        for sample in SAMPLES
    )


def read_cases(data: bytes, file: str) -> tuple[Case, ...]:
    """Return the cases of a JSONL or, by its name, a CSV file. Raises PlanError."""
    faults = Faults(file)
    cases: tuple[Case, ...] = ()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        faults.add(f"byte {error.start + 1}", "is not UTF-8. Save the file as UTF-8.")
    else:
        rows = (
            _read_csv(text, faults) if file.lower().endswith(".csv") else _read_jsonl(text, faults)
        )
        cases = make_cases(rows, faults)
        if not cases and not faults.found:
            faults.add(
                "", "holds no case. It needs a JSON object with source and instruction a line."
            )
    faults.raise_if_any()
    return cases


def make_cases(rows: Iterable[tuple[str, Mapping[str, Any]]], faults: Faults) -> tuple[Case, ...]:
    """Return the cases of (place, fields); further fields are left alone."""
    cases: list[Case] = []
    places: dict[str, str] = {}
    for number, (place, row) in enumerate(rows, start=1):
        fields = _check_fields(place, row, faults)
        case = Case(**{**fields, "id": fields.get("id") or f"case-{number}"})
        if case.id in places:
            faults.add(place, f"the id {case.id!r} is taken by {places[case.id]}.")
        places[case.id] = place
        cases.append(case)
    if len(cases) > MOST_CASES:
        faults.add("", f"has {len(cases):,} cases; at most {MOST_CASES:,} can be run at once.")
    return tuple(cases)


def _check_fields(place: str, row: Mapping[str, Any], faults: Faults) -> dict[str, str]:
    fields = {"source": "", "instruction": ""}
    for name in FIELDS:
        value = row.get(name)
        if name == "id" and isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if value is not None and not isinstance(value, str):
            faults.add(place, f"{name} is {describe(value)}, but must be a text.")
        elif value:
            fields[name] = value
    for name in ("source", "instruction"):
        if not fields[name].strip() and (row.get(name) is None or isinstance(row[name], str)):
            faults.add(place, f"{name} is missing or empty.")
    return fields


def _read_jsonl(text: str, faults: Faults) -> list[tuple[str, Mapping[str, Any]]]:
    rows: list[tuple[str, Mapping[str, Any]]] = []
    # Not splitlines: it would cut a text at U+2028, which JSON leaves as it is.
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        place = f"line {number}"
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            faults.add(f"{place}, column {error.colno}", f"is not JSON: {error.msg}.")
            continue
        if isinstance(row, dict):
            rows.append((place, row))
        else:
            faults.add(
                place, f"is {describe(row)}, but must be an object with source and instruction."
            )
    return rows


def _read_csv(text: str, faults: Faults) -> list[tuple[str, Mapping[str, Any]]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    missing = [name for name in ("source", "instruction") if name not in (reader.fieldnames or ())]
    if missing:
        faults.add("line 1", f"has no column {' and no column '.join(missing)}.")
        return []
    try:
        return [(f"line {reader.line_num}", row) for row in reader]
    except csv.Error as error:
        faults.add(f"line {reader.line_num}", f"is not CSV: {error}.")
        return []
