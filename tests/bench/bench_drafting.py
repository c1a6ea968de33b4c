"""What drafting saves on real edits, by replay without a model: seconds for the whole file.

The reference is taken for the answer, the source for its prediction, and passes are paid by a table
of costs. Run: python -m tests.bench.bench_drafting edits.jsonl [costs of 1 2 4 8 16 32 rows]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from lib.engine.architecture import read_architecture
from lib.engine.drafting import Drafter
from lib.engine.forward_costs import ASSUMED_COSTS, MEASURED_ROWS, interpolate_costs
from lib.engine.gguf import read_gguf
from lib.engine.model import find_bundled_model
from lib.engine.tokenizer import Tokenizer, read_tokenizer

SHORT_ANSWER_TOKENS = 1_200
FOREIGN_STEP = 37
"""Items lie sorted by language: the prediction of one this far on is of no use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One edit in tokens."""

    name: str
    source: list[int]
    answer: list[int]
    """Ends with a token that the model says and nobody predicts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """What one answer took."""

    speed_up: float
    """Against one pass a token, after the first token, which the prompt's pass yields."""
    passes: int
    accepted: int
    rejected: int
    policy_s: float
    """Processor time of the drafter itself, all of the answer."""


def replay(prediction: Sequence[int], answer: Sequence[int], costs: Sequence[float]) -> Replay:
    """Decode `answer` greedily with drafts from `prediction`."""
    start_s = process_time()
    drafter = Drafter(prediction, costs)
    drafter.record(answer[:1], num_drafted=0, num_accepted=0)
    position, passes, accepted, rejected, cost = 1, 0, 0, 0, 0.0
    while position < len(answer):
        draft = drafter.propose(len(answer)).token_ids
        rest = answer[position : position + len(draft)]
        pairs = zip(draft, rest, strict=False)
        agreed = next((at for at, (one, other) in enumerate(pairs) if one != other), len(rest))
        new = answer[position : position + agreed + 1]
        drafter.record(new, num_drafted=len(draft), num_accepted=agreed)
        position += len(new)
        passes += 1
        accepted += agreed
        rejected += len(draft) - agreed
        cost += costs[len(draft) + 1]
    return Replay(
        speed_up=(len(answer) - 1) * costs[1] / cost,
        passes=passes,
        accepted=accepted,
        rejected=rejected,
        policy_s=process_time() - start_s,
    )


def read_items(path: Path, tokenizer: Tokenizer) -> list[Item]:
    """All edits of the file."""
    end = min(tokenizer.eos_token_ids)
    with path.open(encoding="utf-8") as lines:
        return [
            Item(
                name=one["id"],
                source=tokenizer.encode(one["source"]),
                answer=[*tokenizer.encode(one["reference"]), end],
            )
            for one in map(json.loads, lines)
        ]


def print_row(label: str, replays: Sequence[Replay]) -> None:
    """One line about a group of answers."""
    ratios = sorted(one.speed_up for one in replays)
    mean = math.exp(statistics.fmean(map(math.log, ratios)))
    tenth = statistics.quantiles(ratios, n=10, method="inclusive")[0]
    policy_us = 1e6 * sum(one.policy_s for one in replays) / sum(one.passes for one in replays)
    print(
        f"{label:<26}{len(ratios):>4}{mean:>10.2f}x{tenth:>8.2f}x{ratios[0]:>8.2f}x"
        f"{sum(one.passes for one in replays):>9,}{sum(one.accepted for one in replays):>10,}"
        f"{sum(one.rejected for one in replays):>10,}{policy_us:>10.0f}"
    )


def in_first_half(item: Item) -> bool:
    """One of two halves, to see what holds for both."""
    return hashlib.sha256(item.name.encode()).digest()[0] % 2 == 0


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("edits", type=Path)
    parser.add_argument("costs", type=float, nargs="*", help="default: a server's, see the code")
    options = parser.parse_args()
    if len(options.costs) not in (0, len(MEASURED_ROWS)):
        parser.error(f"costs: {len(MEASURED_ROWS)} numbers, for {MEASURED_ROWS} rows")
    costs = interpolate_costs(options.costs) if options.costs else ASSUMED_COSTS
    gguf = read_gguf(find_bundled_model())
    items = read_items(options.edits, read_tokenizer(gguf, read_architecture(gguf).vocab_size))
    replays = [replay(item.source, item.answer, costs) for item in items]
    pairs = list(zip(items, replays, strict=True))
    columns = f"{'n':>4}{'geo.mean':>11}{'p10':>9}{'lowest':>9}{'passes':>9}{'accepted':>10}"
    print(f"{'speed-up of generation':<26}{columns}{'rejected':>10}{'µs/pass':>10}")
    print_row("all", replays)
    print_row("first half", [one for item, one in pairs if in_first_half(item)])
    print_row("second half", [one for item, one in pairs if not in_first_half(item)])
    short = [one for item, one in pairs if len(item.answer) <= SHORT_ANSWER_TOKENS + 1]
    print_row(f"answers to {SHORT_ANSWER_TOKENS:,} tokens", short)
    foreign = [
        replay(items[(at + FOREIGN_STEP) % len(items)].source, item.answer, costs)
        for at, item in enumerate(items)
    ]
    print_row("prediction of another item", foreign)


if __name__ == "__main__":
    main()
