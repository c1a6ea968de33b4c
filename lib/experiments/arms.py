"""The arms of an experiment file. Invariant: what an arm does not say comes from the file's top."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from lib.catalog import PROVIDERS
from lib.domain import Arm, PredictionKind
from lib.experiments.document import Entry, describe
from lib.experiments.fields import (
    blame_unknown,
    read_flag,
    read_integer,
    read_number,
    read_text,
)
from lib.experiments.file_prices import read_price, write_price

SETTINGS = ("temperature", "seed", "vary_seed", "max_tokens", "system_message")
TARGET = ("provider", "model")
_ARM_FIELDS = ("name", "prediction", "against", *TARGET, "price", *SETTINGS, "settings")
MOST_TOKENS = 1_000_000
_SEEDS = (-(2**63), 2**63 - 1)


def read_arms(members: Mapping[str, Entry], document: Entry, *, least: int = 2) -> tuple[Arm, ...]:
    """Return the arms; the document's own provider, model and settings are their defaults."""
    base = Arm(name="", provider="", model="")
    base = _read_target(members, base)
    if base.price is not None and not base.model:
        members["price"].blame("is of no model. Name the model at the top too, or price each arm.")
    if "settings" in members:
        base = _read_settings(blame_unknown(members["settings"], SETTINGS), base)
    if "arms" not in members:
        document.blame("has no arms. Name at least two, such as {name: off, prediction: none}.")
        return ()
    entries = members["arms"].entries()
    arms = tuple(_read_arm(entry, base) for entry in entries)
    if isinstance(members["arms"].value, list) and len(arms) < least:
        needs = "a comparison needs at least two arms" if least == 2 else "at least one is needed"
        members["arms"].blame(f"has {len(arms)}, but {needs}.")
    _blame_twins(arms, entries)
    _blame_references(arms, entries)
    for name in TARGET:
        if name not in members and any(not getattr(arm, name) for arm in arms):
            document.blame(f"says no {name}. Name it at the top, or in every arm.")
    return arms


def _read_arm(entry: Entry, base: Arm) -> Arm:
    members = blame_unknown(entry, _ARM_FIELDS)
    if isinstance(entry.value, dict) and "name" not in members:
        entry.blame("has no name.")
    against = read_text(members, "against") or None
    arm = replace(base, name=read_text(members, "name"), against=against)
    arm = _read_settings(members, _read_target(members, arm))
    if "settings" in members:
        nested = blame_unknown(members["settings"], SETTINGS)
        for name in set(nested) & set(members):
            nested[name].blame("stands in the arm itself as well; leave one of the two.")
        arm = _read_settings(nested, arm)
    if isinstance(entry.value, dict) and "prediction" not in members:
        entry.blame("says no prediction. Use none, source, own or damaged:0.25.")
    return _read_prediction(members.get("prediction"), arm)


def _read_target(members: Mapping[str, Entry], arm: Arm) -> Arm:
    provider = read_text(members, "provider", arm.provider)
    if "provider" in members and provider and provider not in PROVIDERS:
        members["provider"].blame(f"is {provider!r}, but must be one of: {', '.join(PROVIDERS)}.")
    model = read_text(members, "model", arm.model)
    # Another model costs something else.
    price = arm.price if (provider, model) == (arm.provider, arm.model) else None
    if "price" in members:
        price = read_price(members["price"], provider)
    return replace(arm, provider=provider, model=model, price=price)


def _read_settings(members: Mapping[str, Entry], arm: Arm) -> Arm:
    return replace(
        arm,
        temperature=read_number(members, "temperature", arm.temperature, 0, 2),
        seed=read_integer(members, "seed", arm.seed, *_SEEDS),
        varies_seed=read_flag(members, "vary_seed", arm.varies_seed),
        max_tokens=read_integer(members, "max_tokens", arm.max_tokens, 1, MOST_TOKENS),
        system_message=read_text(members, "system_message", arm.system_message),
    )


def _read_prediction(entry: Entry | None, arm: Arm) -> Arm:
    if entry is None:
        return arm
    # `prediction: null` and `~` are what some writers make of none.
    text = "none" if entry.value is None else entry.value
    kind, _, share_text = text.partition(":") if isinstance(text, str) else ("", "", "")
    if kind == PredictionKind.DAMAGED:
        share = _parse_share(share_text)
        if share is not None:
            return replace(arm, prediction=PredictionKind.DAMAGED, damaged_share=share)
    elif kind in set(PredictionKind) and not share_text:
        return replace(arm, prediction=PredictionKind(kind))
    entry.blame(
        f"is {describe(entry.value)}, but must be none, source, own, or damaged:SHARE with a share"
        " of wrong words from 0 to 1, such as damaged:0.25."
    )
    return arm


def _parse_share(text: str) -> float | None:
    try:
        share = float(text)
    except ValueError:
        return None
    return share if 0 <= share <= 1 else None


def _blame_twins(arms: tuple[Arm, ...], entries: list[Entry]) -> None:
    places: dict[str, str] = {}
    for arm, entry in zip(arms, entries, strict=True):
        if arm.name and arm.name in places:
            entry.blame(f"is called {arm.name!r}, as {places[arm.name]} is already.")
        places.setdefault(arm.name, entry.path)


def find_reference_faults(arms: Sequence[Arm]) -> dict[int, str]:
    """Return what is wrong with the arms that others are compared with, by the arm's number."""
    by_name = {arm.name: arm for arm in arms}
    faults = {}
    for number, arm in enumerate(arms):
        if arm.against is None:
            continue
        other = by_name.get(arm.against)
        if other is None or other is arm:
            names = ", ".join(name for name in by_name if name != arm.name)
            faults[number] = f"is compared with {arm.against!r}, but the other arms are: {names}."
        elif number == 0:
            faults[number] = "is the first arm, which is compared with none."
        elif other.against is not None:
            faults[number] = (
                f"is compared with {arm.against!r}, which is itself compared with"
                f" {other.against!r}. Compare both with the same arm."
            )
    return faults


def _blame_references(arms: tuple[Arm, ...], entries: list[Entry]) -> None:
    for number, fault in find_reference_faults(arms).items():
        entries[number].blame(fault)


def write_arm(arm: Arm) -> dict[str, Any]:
    """Return an arm as an entry of the file, with everything it depends on."""
    is_damaged = arm.prediction is PredictionKind.DAMAGED
    row: dict[str, Any] = {
        "name": arm.name,
        "prediction": arm.prediction.value + (f":{arm.damaged_share:g}" if is_damaged else ""),
        "against": arm.against,
        **{name: getattr(arm, name) for name in (*TARGET, "temperature", "seed")},
        "vary_seed": arm.varies_seed or None,
        **{name: getattr(arm, name) for name in ("max_tokens", "system_message")},
        "price": write_price(arm.price),
    }
    return {name: value for name, value in row.items() if value is not None and value != ""}
