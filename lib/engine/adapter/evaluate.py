"""`python -m lib.engine.adapter.evaluate`: how often the local model's edits are right.

Invariant: answers come from the engine's own path at temperature 0 with the source as prediction,
which changes no text; the tasks are those that no training sees.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

from lib.engine.adapter.answering import Answerer, LocalAnswerer, RemoteAnswerer
from lib.engine.adapter.card import write_scores
from lib.engine.adapter.hand_written import SETS, read_hand_written
from lib.engine.adapter.scoring import (
    BUCKETS,
    Outcome,
    bucket_of,
    compare,
    similarity,
    table_by_bucket,
    table_by_kind,
)
from lib.engine.adapter.tasks import EditTask, make_tasks
from lib.engine.bench.items import EDITS_PATH
from lib.engine.tokenizer import Tokenizer

HELD_OUT_SEED = 2026
ENDLESS = 1 << 40

MAX_EDIT_TOKENS = 1200
"""Of the real edits, source or reference."""

SPARE_TOKENS = 40
"""An answer that goes on this far beyond the right one is wrong whatever follows."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; 0 when they are complete."""
    options = _read_options(arguments)
    answerer: Answerer = (
        RemoteAnswerer(options.url, options.name)
        if options.url
        else LocalAnswerer(options.model, options.adapter, options.threads)
    )
    parts = [held_out_lines(answerer, options.count, options.max_tokens)] if options.count else []
    for title, path in SETS.items():
        parts.append(hand_written_lines(answerer, title, path, show_wrong=options.show_wrong))
    if options.edits and EDITS_PATH.exists():
        parts.append(real_edit_lines(answerer, EDITS_PATH, options.edits))
    lines = []
    for line in chain([answerer.title], *parts):
        lines.append(line)
        say(line)
    if options.card:
        write_scores(options.card, lines)
    return 0


def _read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m lib.engine.adapter.evaluate", description=__doc__
    )
    parser.add_argument("--count", type=int, default=60, help="held-out tasks, a quarter a length")
    parser.add_argument("--max-tokens", type=int, default=BUCKETS[-1], help="longest answer asked")
    parser.add_argument(
        "--edits", type=int, default=1000, help="real edits, where they are present"
    )
    parser.add_argument("--adapter", help="a LoRA as GGUF, or 'none' (default: the bundled one)")
    parser.add_argument("--model", type=Path, help="a GGUF file (default: the bundled model)")
    parser.add_argument("--threads", type=int, help="CPU threads (default: as the engine)")
    parser.add_argument("--url", help="ask a running engine instead, e.g. http://127.0.0.1:8765")
    parser.add_argument("--name", default="smollm2-135m-edit", help="the model's id at --url")
    parser.add_argument("--card", type=Path, help="write the tables into this card too")
    parser.add_argument("--show-wrong", action="store_true", help="print answers that are wrong")
    return parser.parse_args(arguments)


def say(line: str = "") -> None:
    """Print a line now."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def held_out_tasks(tokenizer: Tokenizer, count: int, longest: int) -> Iterator[EditTask]:
    """`count` tasks, as many for each length of answer, in the order in which they are drawn."""
    buckets = [most for most in BUCKETS if most <= longest]
    wanted = {most: -(-count // len(buckets)) for most in buckets}
    for task in make_tasks(HELD_OUT_SEED, ENDLESS, "held-out"):
        bucket = bucket_of(len(tokenizer.encode(task.answer)) + 1)
        if bucket is not None and wanted.get(bucket, 0) > 0:
            wanted[bucket] -= 1
            yield task
        if not any(wanted.values()):
            return


def held_out_lines(answerer: Answerer, count: int, longest: int) -> Iterator[str]:
    """Two tables on held-out tasks: by length and by kind."""
    outcomes = [
        judge(answerer, task.kind, task.messages, task.source, task.answer)[0]
        for task in held_out_tasks(answerer.tokenizer, count, longest)
    ]
    yield f"\nHeld-out tasks, exactly right (seed {HELD_OUT_SEED})"
    yield from table_by_bucket(outcomes)
    yield "\nby kind, the weakest first"
    yield from table_by_kind(outcomes)


def hand_written_lines(
    answerer: Answerer, title: str, path: Path, *, show_wrong: bool
) -> Iterator[str]:
    """A table on hand-written edits, by language, and which of them are wrong."""
    outcomes = []
    yield f"\n{title}, exactly right"
    for edit in read_hand_written(path):
        messages = (("user", edit.instruction), ("user", edit.source))
        outcome, text = judge(answerer, edit.language, messages, edit.source, edit.answer)
        outcomes.append(outcome)
        if not outcome.is_right:
            yield f"wrong: {edit.name}, from token {outcome.first_wrong} of {outcome.num_tokens}"
            if show_wrong:
                yield f"{edit.instruction}\n{text}"
    yield from table_by_kind(outcomes)
    yield f"{sum(one.is_right for one in outcomes)} of {len(outcomes)} exactly right"


def real_edit_lines(answerer: Answerer, path: Path, num_items: int) -> Iterator[str]:
    """A table on real edits: how alike the answers are to what was published."""
    tokenizer = answerer.tokenizer
    found: dict[str, list[tuple[float, float]]] = {}
    for item in islice(_short_edits(tokenizer, path), num_items):
        right, source = tokenizer.encode(item["reference"]), tokenizer.encode(item["source"])
        messages = (("user", item["instruction"]), ("user", item["source"]))
        given = answerer.answer(messages, item["source"], len(right) + len(source))
        scores = similarity(tokenizer.encode(given), right), similarity(source, right)
        found.setdefault(item["determinism"], []).append(scores)
    yield f"\nReal edits ({path.name}) of at most {MAX_EDIT_TOKENS} tokens: similarity, 1 is equal"
    yield "determinism     n  answer: mean  median  equal  unedited source: mean"
    for determinism, entries in sorted(found.items()):
        answers = [score for score, _ in entries]
        yield (
            f"{determinism:<11}  {len(entries):>4}  {statistics.fmean(answers):>12.3f}"
            f"  {statistics.median(answers):>6.3f}  {sum(score == 1 for score in answers):>5}"
            f"  {statistics.fmean(base for _, base in entries):>21.3f}"
        )


def _short_edits(tokenizer: Tokenizer, path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            texts = (item["source"], item["reference"])
            if max(len(tokenizer.encode(text)) for text in texts) <= MAX_EDIT_TOKENS:
                yield item


def judge(
    answerer: Answerer,
    kind: str,
    messages: Sequence[tuple[str, str]],
    source: str,
    right: str,
) -> tuple[Outcome, str]:
    """Ask for one edit; how it compares with the right answer, and the text."""
    tokenizer = answerer.tokenizer
    right_ids = tokenizer.encode(right)
    given = answerer.answer(messages, source, len(right_ids) + SPARE_TOKENS)
    end = min(tokenizer.eos_token_ids)
    if given == right:  # whatever the tokens: the same text can be spelled in several ways
        return Outcome(kind=kind, num_tokens=len(right_ids) + 1, first_wrong=None), given
    return compare(kind, [*right_ids, end], [*tokenizer.encode(given), end]), given


if __name__ == "__main__":
    sys.exit(main())
