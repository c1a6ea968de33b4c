"""The command line of the bench. Invariant: it says on which machine its numbers were taken."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Sequence
from pathlib import Path

import onnxruntime

from lib.engine.bench.comparison import compare_forced, compare_samples, open_peers
from lib.engine.bench.copying import measure_copying
from lib.engine.bench.identity import check_identity
from lib.engine.bench.items import EDITS_PATH, read_edits, read_samples
from lib.engine.bench.llama_cpp import IS_INSTALLED, NOT_INSTALLED
from lib.engine.bench.replay import replay_edits
from lib.engine.bundled import ADAPTER_PATH
from lib.engine.cost_measurement import measure_costs
from lib.engine.model import find_bundled_model, load_model
from lib.engine.runtime import default_threads

REPLAY_TOKENS = 2000
COMPARED_TOKENS = 400


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmarks; return 1 when a prediction changed a text, else 0."""
    options = _parse(arguments)
    threads = options.threads or default_threads()
    path = options.model or find_bundled_model()
    adapter = _find_adapter(options.adapter, options.model)
    model = load_model(options.model, adapter=adapter, threads=threads)
    print(
        f"{model.name} ({model.fingerprint}), {platform.processor() or platform.machine()}, "
        f"{os.cpu_count()} cores, {threads} threads, {platform.system()}, "
        f"Python {platform.python_version()}, onnxruntime {onnxruntime.__version__}"
    )
    for _ in measure_costs(model):
        pass
    tokenizer = model.tokenizer
    samples = read_samples(tokenizer)
    edits, short_edits = [], []
    if EDITS_PATH.exists():
        edits = read_edits(tokenizer, EDITS_PATH, count=options.items, longest_answer=REPLAY_TOKENS)
        short_edits = read_edits(
            tokenizer, EDITS_PATH, count=options.compared, longest_answer=COMPARED_TOKENS
        )
    else:
        print(f"No real edits at {EDITS_PATH.name}: the bundled samples alone are measured.")
    same = measure_copying(model, options.repetitions)
    same = replay_edits(model, edits, options.repetitions) and same
    same = check_identity(model, [*samples, *edits]) and same
    if not IS_INSTALLED:
        print(f"\n{NOT_INSTALLED}")
    elif options.compared:
        peers = open_peers(path, threads=threads, adapter=adapter)
        compare_forced(model, peers, short_edits, options.repetitions)
        compare_samples(model, peers, samples, options.repetitions)
    if not same:
        print("\nA prediction changed a text: this must never happen.")
    return 0 if same else 1


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m lib.engine.bench",
        description="What a prediction does to the time of an answer, beside llama.cpp.",
    )
    parser.add_argument("--model", type=Path, help="a GGUF file (default: the bundled model)")
    parser.add_argument(
        "--adapter",
        help="a LoRA as GGUF file, or 'none' (default: the bundled one with the bundled model)",
    )
    parser.add_argument("--threads", type=int, help="CPU threads (default: as the engine)")
    parser.add_argument("--repetitions", type=int, default=2, help="of each arm, interleaved")
    parser.add_argument("--items", type=int, default=12, help="real edits to replay; 0: none")
    parser.add_argument(
        "--compared", type=int, default=6, help="real edits to run beside llama.cpp; 0: none"
    )
    return parser.parse_args(arguments)


def _find_adapter(chosen: str | None, model: Path | None) -> Path | None:
    """The file that was chosen; without a choice what the engine itself starts with."""
    if chosen is None:
        return ADAPTER_PATH if model is None else None
    return None if chosen == "none" else Path(chosen)


if __name__ == "__main__":
    sys.exit(main())
