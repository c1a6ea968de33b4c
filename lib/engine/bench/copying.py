"""Real decoding of a text that the model copies. Invariant: nothing is forced here."""

from __future__ import annotations

import statistics

from lib.engine.bench.timing import Run, median_ratio, run_once
from lib.engine.generation import GenerationRequest
from lib.engine.model import Model
from lib.engine.sampling import GreedySampler

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


def measure_copying(model: Model, repetitions: int) -> bool:
    """Print the table; return whether the texts agree."""
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
    return _print_arms(runs)


def _print_arms(runs: dict[str, list[Run]]) -> bool:
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
