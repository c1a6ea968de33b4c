"""Our engine beside llama.cpp: the same file, the same items, one arm after the other.

Invariant: what is compared is the whole answer, prompt included. A text is forced on llama.cpp by a
grammar; what the grammar costs its plain decoding is taken off the times of its drafters too.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lib.engine.bench.items import Item
from lib.engine.bench.llama_cpp import LlamaCppServer, PeerRun
from lib.engine.bench.replay import run_forced
from lib.engine.bench.timing import Run, describe_ratios, run_once
from lib.engine.generation import GenerationRequest
from lib.engine.model import Model
from lib.engine.sampling import GreedySampler

DRAFTERS = ("NGRAM_SIMPLE", "NGRAM_MAP_K")
SAMPLE_TOKENS = 400


@dataclass(frozen=True, slots=True)
class Peers:
    """llama.cpp servers on the same model file."""

    plain: LlamaCppServer
    drafting: tuple[LlamaCppServer, ...]
    """In the order of DRAFTERS."""


def open_peers(path: Path, *, threads: int, adapter: Path | None = None) -> Peers:
    """Start llama.cpp once plain and once with each of its drafters; they end with the process."""
    plain, *drafting = (
        LlamaCppServer(path, drafter=drafter, threads=threads, adapter=adapter)
        for drafter in (None, *DRAFTERS)
    )
    return Peers(plain, tuple(drafting))


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Seconds of one repetition of one item, prompt included, and seconds a token when plain."""

    ours: float
    ours_with_source: float
    plain: float
    drafting: tuple[float, ...]
    our_token: float
    their_token: float


def compare_forced(model: Model, peers: Peers, items: Sequence[Item], repetitions: int) -> None:
    """Print end-to-end times on real edits, with the reference forced on both engines."""
    print(
        f"\nBeside llama.cpp, the reference forced on both, prompt included; medians of "
        f"{repetitions} interleaved repetitions, seconds"
    )
    names = "  ".join(f"{name:>12}" for name in ("plain", *DRAFTERS))
    print(f"{'item':<20}  tokens  ours: none  source  llama.cpp: {names}  best/ours")
    ratios, tokens = [], []
    for item in items:
        rounds = [
            times
            for number in range(repetitions)
            if (times := _time_item(model, peers, item, backwards=number % 2 == 1)) is not None
        ]
        if not rounds:
            print(f"{item.name[:20]:<20}  left out: the grammar led llama.cpp to far more tokens")
            continue
        times = _medians(rounds)
        best = min(times.plain, *times.drafting)
        ratios.append(best / times.ours_with_source)
        tokens.append(statistics.median(one.their_token / one.our_token for one in rounds))
        theirs = "  ".join(f"{one:>12.2f}" for one in (times.plain, *times.drafting))
        print(
            f"{item.name[:20]:<20}  {len(item.reference_ids):>6}  {times.ours:>10.2f}  "
            f"{times.ours_with_source:>6.2f}             {theirs}  {ratios[-1]:>8.2f}x"
        )
    if ratios:
        print(f"best of llama.cpp / ours with the source, {describe_ratios(ratios)}")
        print(f"plain decoding, a token, llama.cpp / ours, {describe_ratios(tokens)}")


def _time_item(model: Model, peers: Peers, item: Item, *, backwards: bool) -> Times | None:
    """One repetition; `backwards`: llama.cpp goes first. `None`: it did not come to the end."""
    ours = None if backwards else _time_ours(model, item)
    room = 2 * len(item.reference_ids) + 16  # a grammar may lead to more and shorter tokens
    free = peers.plain.complete(
        item.prompt_ids, max_tokens=len(item.reference_ids), ignore_end=True
    )
    forced = [
        server.complete(item.prompt_ids, max_tokens=room, forced=item.reference)
        for server in (peers.plain, *peers.drafting)
    ]
    if any(run.text != item.reference for run in forced):
        return None
    none, source = ours or _time_ours(model, item)
    per_token = free.decode_s / free.tokens
    grammar_cost = max(1.0, forced[0].decode_s / forced[0].tokens / per_token)
    return Times(
        ours=none.total_s,
        ours_with_source=source.total_s,
        plain=forced[0].prompt_s + per_token * len(item.reference_ids),
        drafting=tuple(run.prompt_s + run.decode_s / grammar_cost for run in forced[1:]),
        our_token=none.decode_s / max(1, len(none.answer_ids) - 1),
        their_token=per_token,
    )


def _time_ours(model: Model, item: Item) -> tuple[Run, Run]:
    return run_forced(model, item, ()), run_forced(model, item, item.source_ids)


def _medians(rounds: Sequence[Times]) -> Times:
    drafting = zip(*(one.drafting for one in rounds), strict=True)
    return Times(
        ours=statistics.median(one.ours for one in rounds),
        ours_with_source=statistics.median(one.ours_with_source for one in rounds),
        plain=statistics.median(one.plain for one in rounds),
        drafting=tuple(map(statistics.median, drafting)),
        our_token=statistics.median(one.our_token for one in rounds),
        their_token=statistics.median(one.their_token for one in rounds),
    )


def compare_samples(model: Model, peers: Peers, samples: Sequence[Item], repetitions: int) -> None:
    """Print end-to-end times with each engine's own answer; equal texts alone are compared."""
    print(
        "\nThe bundled samples beside llama.cpp, each engine's own answer at temperature 0, "
        f"prompt included; medians of {repetitions} interleaved repetitions, seconds"
    )
    names = "  ".join(f"{name:>12}" for name in ("plain", *DRAFTERS))
    print(f"{'sample':<20}  tokens  ours: none  source  llama.cpp: {names}  best/ours")
    ratios = []
    for item in samples:
        ours: list[tuple[Run, Run]] = []
        theirs: list[list[PeerRun]] = []
        for _ in range(repetitions):
            ours.append((_decode(model, item, ()), _decode(model, item, item.source_ids)))
            theirs.append(
                [
                    server.complete(item.prompt_ids, max_tokens=SAMPLE_TOKENS)
                    for server in (peers.plain, *peers.drafting)
                ]
            )
        none_s, source_s = (statistics.median(pair[arm].total_s for pair in ours) for arm in (0, 1))
        peer_s = [
            statistics.median(row[arm].total_s for row in theirs) for arm in range(len(theirs[0]))
        ]
        said = model.tokenizer.decode(ours[0][0].answer_ids)
        same = all(run.text == said for row in theirs for run in row)
        shown = f"{min(peer_s) / source_s:>8.2f}x" if same else "  other text"
        if same:
            ratios.append(min(peer_s) / source_s)
        columns = "  ".join(f"{one:>12.2f}" for one in peer_s)
        print(
            f"{item.name[:20]:<20}  {len(ours[0][0].answer_ids):>6}  {none_s:>10.2f}  "
            f"{source_s:>6.2f}             {columns}  {shown}"
        )
    if ratios:
        print(f"best of llama.cpp / ours with the source, {describe_ratios(ratios)}")


def _decode(model: Model, item: Item, prediction_ids: tuple[int, ...]) -> Run:
    request = GenerationRequest(
        prompt_ids=item.prompt_ids, prediction_ids=prediction_ids, max_tokens=SAMPLE_TOKENS
    )
    return run_once(model, request, GreedySampler())
