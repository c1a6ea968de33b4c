"""What the bench runs on: real edits where they are at hand, else the bundled samples.

Invariant: an item is the same for every arm and every engine, its prompt given in tokens.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lib.catalog.samples import SAMPLES
from lib.engine.tokenizer import Tokenizer

PROJECT_ROOT = Path(__file__).resolve().parent.parent.parent.parent
EDITS_PATH = PROJECT_ROOT.parent / "shared" / "data" / "edits.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One edit. `reference` is the edited text, or `None` where only the model can say it."""

    name: str
    prompt_ids: tuple[int, ...]
    source: str
    source_ids: tuple[int, ...]
    reference: str | None
    reference_ids: tuple[int, ...]


def read_edits(tokenizer: Tokenizer, path: Path, *, count: int, longest_answer: int) -> list[Item]:
    """At most `count` items spread over the file, source and answer of `longest_answer` tokens.

    `path` is JSON Lines with `id`, `source`, `instruction` and `reference`.
    """
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    items = [
        _make_item(tokenizer, row["id"], row["instruction"], row["source"], row["reference"])
        for row in rows
    ]
    fitting = [
        item
        for item in items
        if max(len(item.reference_ids), len(item.source_ids)) <= longest_answer
    ]
    return list(_spread(fitting, count))


def read_samples(tokenizer: Tokenizer) -> list[Item]:
    """The samples that the playground offers; what they are answered with is up to the model."""
    return [
        _make_item(tokenizer, sample.id, sample.instructions, sample.source, None)
        for sample in SAMPLES
    ]


def _make_item(
    tokenizer: Tokenizer, name: str, instruction: str, source: str, reference: str | None
) -> Item:
    chat = [{"role": "user", "content": f"{instruction}\n\n{source}"}]
    return Item(
        name=name,
        prompt_ids=tuple(tokenizer.encode_chat(chat)),
        source=source,
        source_ids=tuple(tokenizer.encode(source)),
        reference=reference,
        reference_ids=tuple(tokenizer.encode(reference or "")),
    )


def _spread(items: Sequence[Item], count: int) -> Iterator[Item]:
    """`count` of the items, from the first to the last, as evenly as can be."""
    chosen = min(count, len(items))
    for place in range(chosen):
        yield items[place * len(items) // chosen]
