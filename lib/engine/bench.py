"""`python -m lib.engine.bench`: what a prediction does to the time of an answer.

Invariant: arms are interleaved within the same run and the texts are compared; a difference is an
error (exit status 1), never a footnote.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import onnxruntime

from lib.engine.generation import Generation, GenerationRequest
from lib.engine.model import Model, load_model
from lib.engine.sampling import ForcedSampler, GreedySampler, Sampler

PROJECT_ROOT = Path(__file__).resolve().parent.parent.parent
EDITS_PATH = PROJECT_ROOT.parent / "shared" / "data" / "edits.jsonl"
MAX_ANSWER_TOKENS = 800

INSTRUCTION = "Repeat the text exactly, word for word:\n\n"
COPIED_TEXT = (
    "The library opens at nine o'clock in the morning. On Monday it is closed. Children can read "
    "in the room on the first floor. Every visitor needs a card, and the card is free. Please "
    "bring the books back after four weeks. The garden behind the house is open in the summer."
)
UNRELATED_TEXT = (
    "import math\n\n\ndef area(radius):\n    return math.pi * radius ** 2\n\n\n"
    "def volume(radius, height):\n    return area(radius) * height\n"
) * 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One answer; times in seconds, `decode_s` from the first token to the last."""

    answer_ids: tuple[int, ...]
    prefill_s: float
    decode_s: float
    passes: int
    accepted: int
    rejected: int

    @property
    def total_s(self) -> float:
        """Prompt and answer."""
        return self.prefill_s + self.decode_s


def run_once(model: Model, request: GenerationRequest, sampler: Sampler) -> Run:
    """Generate one answer, with nothing else running in this process."""
    generation = Generation(model, request, sampler)
    start_s = perf_counter()
    while generation.is_prefilling:
        generation.step()
    first_s = perf_counter()
    while generation.finish_reason is None:
        generation.step()
    counts = generation.counts
    return Run(
        answer_ids=generation.answer_ids,
        prefill_s=first_s - start_s,
        decode_s=perf_counter() - first_s,
        passes=counts.forward_passes,
        accepted=counts.accepted_tokens,
        rejected=counts.rejected_tokens,
    )


def measure_copy(model: Model, repetitions: int) -> bool:
    """Real decoding of a text that the model copies; print a table, return whether texts agree."""
    tokenizer = model.tokenizer
    prompt_ids = tuple(
        tokenizer.encode_chat([{"role": "user", "content": INSTRUCTION + COPIED_TEXT}])
    )
    predictions = {"none": "", "source": COPIED_TEXT, "unrelated": UNRELATED_TEXT}
    runs: dict[str, list[Run]] = {name: [] for name in predictions}
    for repetition in range(-1, repetitions):  # the first round warms up and is not counted
        for name, text in predictions.items():
            request = GenerationRequest(
                prompt_ids=prompt_ids,
                prediction_ids=tuple(tokenizer.encode(text)),
                max_tokens=200,
            )
            run = run_once(model, request, GreedySampler())
            if repetition >= 0:
                runs[name].append(run)
    print(f"\nA text that the model copies, temperature 0, {repetitions} interleaved repetitions")
    num_tokens = len(runs["none"][0].answer_ids)
    copied_share = runs["source"][0].accepted / num_tokens
    print(f"answer: {num_tokens} tokens, {copied_share:.0%} of them accepted from the source")
    print(
        "prediction  passes  accepted  rejected  decode s (median, min-max)  "
        "decode ratio  total s  total ratio  same text"
    )
    base = runs["none"]
    all_same = True
    for name, arm in runs.items():
        same = all(run.answer_ids == base[0].answer_ids for run in arm)
        all_same = all_same and same
        decode = [run.decode_s for run in arm]
        decode_ratio = median_ratio([run.decode_s for run in base], decode)
        total_ratio = median_ratio([run.total_s for run in base], [run.total_s for run in arm])
        print(
            f"{name:<10}  {arm[0].passes:>6}  {arm[0].accepted:>8}  {arm[0].rejected:>8}  "
            f"{statistics.median(decode):>8.3f} ({min(decode):.3f}-{max(decode):.3f})"
            f"{decode_ratio:>18.2f}x  {statistics.median(run.total_s for run in arm):>7.3f}"
            f"{total_ratio:>12.2f}x  {'yes' if same else 'NO'}"
        )
    return all_same


def median_ratio(base: Sequence[float], arm: Sequence[float]) -> float:
    """How many times faster the arm is: the median over pairs measured one after the other."""
    return statistics.median(one / other for one, other in zip(base, arm, strict=True))


def replay_edits(model: Model, path: Path, num_items: int) -> bool:
    """Force each reference as the answer, with and without its source as prediction."""
    tokenizer = model.tokenizer
    print(f"\nForced replay of real edits ({path.name}): the reference is what the model says")
    print(
        "item                  tokens  passes  accepted  rejected  decode s: none  source   ratio"
    )
    ratios = []
    all_same = True
    for item in select_items(model, path, num_items):
        chat = [{"role": "user", "content": f"{item['instruction']}\n\n{item['source']}"}]
        answer_ids = tuple(tokenizer.encode(item["reference"]))
        sampler = ForcedSampler(answer_ids, min(tokenizer.eos_token_ids))
        arms = []
        for prediction in ("", item["source"]):
            request = GenerationRequest(
                prompt_ids=tuple(tokenizer.encode_chat(chat)),
                prediction_ids=tuple(tokenizer.encode(prediction)),
                max_tokens=len(answer_ids) + 1,
            )
            arms.append(run_once(model, request, sampler))
        none, source = arms
        all_same = all_same and none.answer_ids == source.answer_ids == answer_ids
        ratios.append(none.decode_s / source.decode_s)
        print(
            f"{item['id'][:20]:<20}  {len(answer_ids):>6}  {source.passes:>6}  "
            f"{source.accepted:>8}  {source.rejected:>8}  {none.decode_s:>14.3f}  "
            f"{source.decode_s:>6.3f}  {ratios[-1]:>5.2f}x"
        )
    if ratios:
        mean = math.exp(statistics.fmean(map(math.log, ratios)))
        print(f"n={len(ratios)}: geometric mean {mean:.2f}x, lowest {min(ratios):.2f}x, ", end="")
        print(f"median {statistics.median(ratios):.2f}x, highest {max(ratios):.2f}x")
    return all_same


def select_items(model: Model, path: Path, num_items: int) -> list[dict[str, str]]:
    """Items whose answer is short enough to be measured in seconds, spread over the file."""
    with path.open(encoding="utf-8") as lines:
        items = [json.loads(line) for line in lines]
    fitting = [
        item
        for item in items
        if len(model.tokenizer.encode(item["reference"])) <= MAX_ANSWER_TOKENS
        and len(model.tokenizer.encode(item["source"])) <= MAX_ANSWER_TOKENS
    ]
    stride = max(1, len(fitting) // num_items)
    return fitting[::stride][:num_items]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmarks; return 1 when a prediction changed a text, else 0."""
    parser = argparse.ArgumentParser(prog="python -m lib.engine.bench", description=__doc__)
    parser.add_argument("--model", type=Path, help="a GGUF file (default: the bundled model)")
    parser.add_argument("--threads", type=int, help="CPU threads (default: as the engine)")
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--items", type=int, default=12, help="real edits to replay; 0: none")
    options = parser.parse_args(arguments)
    model = load_model(options.model, threads=options.threads)
    print(
        f"{model.name} ({model.fingerprint}), {platform.processor() or platform.machine()}, "
        f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, "
        f"onnxruntime {onnxruntime.__version__}"
    )
    same = measure_copy(model, max(1, options.repetitions))
    if options.items and EDITS_PATH.exists():
        same = replay_edits(model, EDITS_PATH, options.items) and same
    if not same:
        print("\nA prediction changed a text: this must never happen.")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
