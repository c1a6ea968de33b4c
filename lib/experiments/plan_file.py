"""The experiment file: YAML to a plan, with every fault named, and a plan to YAML.

Invariant: `read_plan(write_plan(plan)) == plan`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from lib.domain import (
    Arm,
    Budget,
    Case,
    ExperimentPlan,
    Purpose,
    find_compared,
)
from lib.errors import PlanError
from lib.experiments.arms import read_arms, write_arm
from lib.experiments.cases import FIELDS, list_sample_cases, make_cases, read_cases
from lib.experiments.conditions import parse_condition
from lib.experiments.document import Entry, describe, read_document, write_document
from lib.experiments.fields import (
    blame_unknown,
    read_count,
    read_flag,
    read_integer,
    read_money,
    read_number,
    read_text,
)
from lib.experiments.sending import Circumstances, fill_prices, find_request_faults

OpenFile = Callable[[str], bytes]
"""Returns the bytes of a file that the experiment file names. Raises OSError."""

SAMPLES = "samples"
_BUDGET_FIELDS = ("max_runs", "max_output_tokens", "max_usd")
_FIELDS = (
    *("name", "provider", "model", "cases", "arms", "repetitions", "warmup", "order_seed"),
    *("price", "settings", "concurrency", "pause_s", "defeat_cache", "budget", "purpose", "pass"),
)


def read_plan_file(path: Path, circumstances: Circumstances) -> ExperimentPlan:
    """Return the plan of a file; paths in it start at its folder, or at the
    current one. Raises PlanError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise PlanError((f"{path} cannot be read: {_say(error)}.",)) from error
    return read_plan(text, path.name, _open_beside(path), circumstances)


def _open_beside(path: Path) -> OpenFile:
    def open_file(name: str) -> bytes:
        beside = path.parent / name
        return (beside if beside.exists() else Path(name)).read_bytes()

    return open_file


def read_plan(
    text: str,
    file: str = "experiment",
    open_file: OpenFile | None = None,
    circumstances: Circumstances | None = None,
) -> ExperimentPlan:
    """Return the plan that `text` describes. Raises PlanError with every fault and its place.

    Without `open_file` the cases must be samples or stand in the text. With `circumstances` it is
    made ready to be sent: prices are filled in, and what is known to be refused is a fault.
    """
    document = read_document(text, file)
    members = blame_unknown(document, _FIELDS)
    if not isinstance(document.value, dict):
        document.faults.raise_if_any()
    purpose = _read_purpose(members)
    arms = read_arms(members, document, least=2 if purpose is Purpose.COMPARISON else 1)
    plan = ExperimentPlan(
        name=read_text(members, "name", default=Path(file).stem),
        cases=_read_cases(document, members, open_file),
        arms=arms,
        repetitions=read_count(members, "repetitions", 5, 1, 1_000),
        warmup=read_count(members, "warmup", 1, 0, 100),
        order_seed=read_count(members, "order_seed", 1, -(2**63), 2**63 - 1),
        concurrency=read_count(members, "concurrency", 1, 1, 32),
        pause_s=read_number(members, "pause_s", 0.0, 0, 3_600) or 0.0,
        defeat_cache=read_flag(members, "defeat_cache", False),
        budget=_read_budget(members),
        purpose=purpose,
        conditions=_read_conditions(members, arms),
    )
    # Only whole arms and cases are worth checking against each other.
    if circumstances is not None and not document.faults.found:
        plan = fill_prices(plan, circumstances)
        for number, fault in find_request_faults(plan, circumstances):
            members["arms"].entries()[number].blame(fault)
    document.faults.raise_if_any()
    return plan


def _read_cases(
    document: Entry, members: Mapping[str, Entry], open_file: OpenFile | None
) -> tuple[Case, ...]:
    entry = members.get("cases")
    if entry is None:
        document.blame("says no cases. Write 'cases: samples', or the path of a JSONL file.")
        return ()
    if entry.value == SAMPLES:
        return list_sample_cases()
    if isinstance(entry.value, list):
        return _read_inline_cases(entry)
    if not isinstance(entry.value, str) or not entry.value.strip():
        entry.blame(f"is {describe(entry.value)}, but must be samples, a path, or a list of cases.")
        return ()
    if open_file is None:
        entry.blame(f"is the path {entry.value!r}, which cannot be opened from here.")
        return ()
    try:
        return read_cases(open_file(entry.value), entry.value)
    except OSError as error:
        entry.blame(f"{entry.value!r} cannot be read: {_say(error)}.")
    except PlanError as error:
        entry.faults.found.extend(error.faults)
    return ()


def _read_inline_cases(entry: Entry) -> tuple[Case, ...]:
    rows = [
        (
            f"line {item.line}, {item.path}",
            {name: member.value for name, member in blame_unknown(item, FIELDS).items()},
        )
        for item in entry.entries()
    ]
    if not rows:
        entry.blame("is empty. Write at least one case with source and instruction.")
    return make_cases(rows, entry.faults)


def _read_purpose(members: Mapping[str, Entry]) -> Purpose:
    name = read_text(members, "purpose", Purpose.COMPARISON)
    if name in set(Purpose):
        return Purpose(name)
    members["purpose"].blame(f"is {name!r}, but must be one of: {', '.join(Purpose)}.")
    return Purpose.COMPARISON


def _read_budget(members: Mapping[str, Entry]) -> Budget:
    if "budget" not in members:
        return Budget()
    limits = blame_unknown(members["budget"], _BUDGET_FIELDS)
    return Budget(
        max_runs=read_integer(limits, "max_runs", None, 1, 1_000_000),
        max_output_tokens=read_integer(limits, "max_output_tokens", None, 1, 10**12),
        max_usd=read_money(limits, "max_usd"),
    )


def _read_conditions(members: Mapping[str, Entry], arms: tuple[Arm, ...]) -> tuple[str, ...]:
    if "pass" not in members:
        return ()
    conditions = []
    names = [arm.name for arm in find_compared(arms)]
    for entry in members["pass"].entries():
        if not isinstance(entry.value, str):
            entry.blame(
                f"is {describe(entry.value)}, but must be a text like: on.latency.ratio < 1"
            )
            continue
        try:
            parse_condition(entry.value, names)
        except ValueError as error:
            entry.blame(str(error))
        conditions.append(entry.value)
    return tuple(conditions)


def _say(error: OSError | UnicodeDecodeError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8"
    return error.strerror or type(error).__name__


def write_plan(plan: ExperimentPlan) -> str:
    """Return the plan as an experiment file that stands alone, its cases included."""
    return write_document(_to_document(plan))


def _to_document(plan: ExperimentPlan) -> dict[str, Any]:
    cases: Any = SAMPLES
    if plan.cases != list_sample_cases():
        rows = [{name: getattr(case, name) for name in FIELDS} for case in plan.cases]
        cases = [{name: value for name, value in row.items() if value is not None} for row in rows]
    budget = {name: getattr(plan.budget, name) for name in _BUDGET_FIELDS}
    if plan.budget.max_usd is not None:
        budget["max_usd"] = float(plan.budget.max_usd)
    limits = {name: value for name, value in budget.items() if value is not None}
    return {
        "name": plan.name,
        "cases": cases,
        "arms": [write_arm(arm) for arm in plan.arms],
        **{
            name: getattr(plan, name)
            for name in (
                *("repetitions", "warmup", "order_seed"),
                *("concurrency", "pause_s", "defeat_cache"),
            )
        },
        **({"budget": limits} if limits else {}),
        "purpose": plan.purpose.value,
        **({"pass": list(plan.conditions)} if plan.conditions else {}),
    }
