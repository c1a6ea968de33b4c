"""What the diff costs and how right it is, against difflib and against diffing anew each frame.

CPU time of this process. Where difflib would take too long, it is measured on the beginning and
extrapolated; such figures carry a "~". Run: python -m tests.bench.bench_diff
"""

from __future__ import annotations

import difflib
import importlib
import importlib.util
import math
import statistics
import tracemalloc
from collections.abc import Callable
from functools import partial
from time import process_time
from typing import Any

from lib.analysis.diff import LiveDiff, Piece, PieceKind, diff_texts
from lib.analysis.diff.tokens import intern_tokens
from tests.bench.diff_corpora import Pair, edited_pairs, stream_pairs, worst_pairs

_ROUNDS = 3
_DIFFLIB_S = 1.0
_TOKENS_PER_FRAME = 10
_FRAMES_PER_SAMPLE = 20
_REDIFF_SAMPLES = 30


def _measure_s(work: Callable[[], object], rounds: int = _ROUNDS) -> float:
    times = []
    for _ in range(rounds):
        start = process_time()
        work()
        times.append(process_time() - start)
    return statistics.median(times)


def _difflib_s(source: list[str], output: list[str]) -> tuple[float, float]:
    """Seconds for all tokens, and the share of them that was really measured."""
    share = min(1.0, 1_000 / len(source))
    times: list[tuple[float, float]] = []
    while True:
        a, b = source[: int(len(source) * share)], output[: int(len(output) * share)]
        matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
        times.append((share, _measure_s(matcher.get_opcodes, rounds=1)))
        if share == 1.0 or times[-1][1] > _DIFFLIB_S:
            break
        share = min(1.0, 2 * share)
    share, seconds = times[-1]
    if share == 1.0 or len(times) < 2:
        return seconds, share
    before_share, before = times[-2]
    power = math.log(seconds / before) / math.log(share / before_share)
    return seconds * (1 / share) ** min(power, 2.0), share


def _rapidfuzz_s(source: list[str], output: list[str]) -> float | None:
    """Seconds of rapidfuzz's exact diff; None where it is absent or would take gigabytes."""
    too_large = len(source) * len(output) > 10**9
    if too_large or importlib.util.find_spec("rapidfuzz") is None:
        return None
    indel: Any = importlib.import_module("rapidfuzz.distance.Indel")
    ids: dict[str, int] = {}
    a, b = intern_tokens(source, ids), intern_tokens(output, ids)
    return _measure_s(partial(indel.opcodes, a, b))


def bench_final() -> None:
    """The final diff of edited texts."""
    print("\nFinal diff of edited texts (words; ratios to ours)")
    print(f"{'':30}{'ours ms':>9}{'difflib':>12}{'measured on':>13}{'rapidfuzz':>11}{'changes':>9}")
    for name, source, output in edited_pairs():
        a, b = "".join(source), "".join(output)
        ours = _measure_s(partial(diff_texts, a, b))
        theirs, share = _difflib_s(source, output)
        fuzz = _rapidfuzz_s(source, output)
        ratio = f"{'' if share == 1 else '~'}×{theirs / ours:,.0f}"
        fuzz_ratio = "–" if fuzz is None else f"×{fuzz / ours:.1f}"
        changes = diff_texts(a, b).num_changes
        print(f"{name:30}{ours * 1e3:9.1f}{ratio:>12}{share:13.1%}{fuzz_ratio:>11}{changes:9,}")
    if importlib.util.find_spec("rapidfuzz") is None:
        print("rapidfuzz is not installed, so it was not compared.")


def bench_worst() -> None:
    """Time and memory of what breaks diffs."""
    print("\nWorst cases (aim: under 500 ms and 100 MB each)")
    print(f"{'':34}{'ms':>7}{'peak MB':>9}{'changes':>9}{'kept':>7}")
    for name, source, output in worst_pairs():
        seconds = _measure_s(partial(diff_texts, source, output))
        diff = diff_texts(source, output)
        tracemalloc.start()
        diff_texts(source, output)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        kept = sum(len(piece.text) for piece in diff.pieces if piece.kind is PieceKind.EQUAL)
        note = "  simplified" if diff.simplified else ""
        print(
            f"{name:34}{seconds * 1e3:7.0f}{peak / 1e6:9.0f}{diff.num_changes:9,}"
            f"{kept / len(source):7.1%}{note}"
        )


def _kept_places(pieces: tuple[Piece, ...]) -> bytearray:
    """A byte for each character of the source: 1 where it is kept."""
    places = bytearray()
    for piece in pieces:
        if piece.kind is not PieceKind.INSERT:
            places += bytes([piece.kind is PieceKind.EQUAL]) * len(piece.text)
    return places


def _count_false_deleted(pieces: tuple[Piece, ...], kept: bytearray) -> int:
    """Characters shown as deleted that the final diff keeps."""
    count = offset = 0
    for piece in pieces:
        if piece.kind is PieceKind.DELETE:
            count += kept[offset : offset + len(piece.text)].count(1)
        if piece.kind is not PieceKind.INSERT:
            offset += len(piece.text)
    return count


def _stream(pair: Pair, chunks: list[str]) -> tuple[list[float], list[int], LiveDiff]:
    """Seconds of each frame, falsely deleted characters at sampled frames, and the live diff."""
    source = "".join(pair.source)
    kept = _kept_places(diff_texts(source, "".join(pair.output)).pieces)
    live = LiveDiff(source)
    times, wrong = [], []
    for number, chunk in enumerate(chunks):
        start = process_time()
        live.feed(chunk)
        times.append(process_time() - start)
        if number % _FRAMES_PER_SAMPLE == 0:
            wrong.append(_count_false_deleted(live.pieces, kept))
    return times, wrong, live


def _rediff_s(source: str, chunks: list[str]) -> float:
    """Seconds of a whole diff at each frame, from evenly spread samples."""
    step = max(1, len(chunks) // _REDIFF_SAMPLES)
    ends = range(step, len(chunks) + 1, step)
    texts = ["".join(chunks[:end]) for end in ends]
    total = sum(_measure_s(partial(diff_texts, source, text), rounds=1) for text in texts)
    return total / len(texts) * len(chunks)


def bench_live() -> None:
    """A stream of 30,000 tokens in 3,000 frames."""
    print("\nLive diff of 30,000 tokens, 10 a frame (re-diff: whole final diff a frame, sampled)")
    print(
        f"{'':30}{'total s':>9}{'max ms':>8}{'re-diff':>9}{'falsely deleted tokens':>24}{'kept':>7}"
    )
    for pair in stream_pairs():
        chunks = [
            "".join(pair.output[at : at + _TOKENS_PER_FRAME])
            for at in range(0, len(pair.output), _TOKENS_PER_FRAME)
        ]
        source = "".join(pair.source)
        times, wrong, live = _stream(pair, chunks)
        tokens = [count * len(pair.source) / len(source) for count in wrong]
        final = diff_texts(source, "".join(pair.output)).pieces
        kept = _kept_places(live.pieces).count(1) / max(1, _kept_places(final).count(1))
        ratio = _rediff_s(source, chunks) / sum(times)
        wrong_text = f"mean {statistics.mean(tokens):.1f} max {max(tokens):.0f}"
        print(
            f"{pair.name:30}{sum(times):9.2f}{max(times) * 1e3:8.1f}{f'×{ratio:.0f}':>9}"
            f"{wrong_text:>24}{kept:7.1%}"
        )


if __name__ == "__main__":
    bench_final()
    bench_worst()
    bench_live()
