"""Forced replay: the reference is what the model says, so that speed is measured on real edits.

Invariant: every arm computes the same forward passes that decoding this very answer would take;
only the choice of the token is not the model's.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from lib.engine.bench.copying import UNRELATED_TEXT
from lib.engine.bench.items import Item
from lib.engine.bench.timing import Run, describe_ratios, run_once
from lib.engine.generation import GenerationRequest
from lib.engine.model import Model
from lib.engine.sampling import ForcedSampler


def replay_edits(model: Model, items: Sequence[Item], repetitions: int) -> bool:
    """Print, item by item, the times without and with a prediction; return whether texts agree."""
    print(
        f"\nForced replay of {len(items)} real edits: the reference is what the model says; "
        f"medians of {repetitions} interleaved repetitions"
    )
    print(
        "item                  tokens  passes  accepted  rejected"
        "  decode s: none  source   ratio  useless"
    )
    gains, losses = [], []
    all_same = True
    for item in items:
        none, source, useless = _replay_item(model, item, repetitions)
        all_same = all_same and all(
            run.answer_ids == item.reference_ids for run in (*none, *source, *useless)
        )
        gains.append(_median_decode_s(none) / _median_decode_s(source))
        losses.append(_median_decode_s(none) / _median_decode_s(useless))
        print(
            f"{item.name[:20]:<20}  {len(item.reference_ids):>6}  {source[0].passes:>6}  "
            f"{source[0].accepted:>8}  {source[0].rejected:>8}  {_median_decode_s(none):>14.3f}  "
            f"{_median_decode_s(source):>6.3f}  {gains[-1]:>5.2f}x  {losses[-1]:>6.2f}x"
        )
    if items:
        print(f"source as prediction, {describe_ratios(gains)}")
        print(f"a useless prediction, {describe_ratios(losses)}")
    return all_same


def _replay_item(
    model: Model, item: Item, repetitions: int
) -> tuple[list[Run], list[Run], list[Run]]:
    """The runs with no prediction, with the source, and with a text that has nothing to do."""
    useless = model.tokenizer.encode(UNRELATED_TEXT)
    arms: tuple[list[Run], list[Run], list[Run]] = ([], [], [])
    predictions = ((), item.source_ids, tuple(useless))
    for repetition in range(repetitions):
        # Every other round runs backwards: no arm always follows the same one.
        order = (0, 1, 2) if repetition % 2 == 0 else (2, 1, 0)
        for arm in order:
            arms[arm].append(run_forced(model, item, predictions[arm]))
    return arms


def run_forced(model: Model, item: Item, prediction_ids: tuple[int, ...]) -> Run:
    """Let the model say the item's reference."""
    request = GenerationRequest(
        prompt_ids=item.prompt_ids,
        prediction_ids=prediction_ids,
        max_tokens=len(item.reference_ids) + 1,
    )
    sampler = ForcedSampler(item.reference_ids, min(model.tokenizer.eos_token_ids))
    return run_once(model, request, sampler)


def _median_decode_s(runs: Sequence[Run]) -> float:
    return statistics.median(run.decode_s for run in runs)
