"""One training from the command line: progress, checkpoints, and the files at the end.

Invariant: what it writes stands in the folder `--output`, and a second start with `--resume` goes
on from the last checkpoint there.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import deque
from dataclasses import asdict
from pathlib import Path

import torch

from lib.engine.adapter.gguf_adapter import write_adapter
from lib.engine.adapter.plan import Plan
from lib.engine.adapter.scoring import share_right
from lib.engine.adapter.trainer import StepResult, Trainer
from lib.engine.architecture import read_architecture
from lib.engine.bundled import find_bundled_model
from lib.engine.gguf import read_gguf
from lib.engine.tokenizer import read_tokenizer

NAME = "smollm2-135m-edit"
STEPS_PER_LINE = 5
STEPS_PER_CHECKPOINT = 25
SMOOTHED_STEPS = 20


def run(options: argparse.Namespace) -> int:
    """Train as told; 1 when the checkpoint is of another training."""
    plan = Plan(
        steps=options.steps,
        tokens_per_step=options.tokens_per_step,
        seed=options.seed,
        learning_rate=options.learning_rate,
        rank=options.rank,
        edit_weight=options.edit_weight,
    )
    gguf = read_gguf(options.model or find_bundled_model())
    tokenizer = read_tokenizer(gguf, read_architecture(gguf).vocab_size)
    device = options.device
    if device == "auto":
        device = "cuda" if torch.cuda.is_available() else "cpu"
    trainer = Trainer(plan, gguf, tokenizer, threads=options.threads, device=device)
    output: Path = options.output
    output.mkdir(parents=True, exist_ok=True)
    checkpoint = output / "checkpoint.pt"
    if options.resume and checkpoint.exists():
        try:
            trainer.resume(checkpoint)
        except ValueError as error:
            say(str(error))
            return 1
    say(f"Training on {device}, from step {trainer.next_step} of {plan.steps}: {asdict(plan)}")
    _train(trainer, output, checkpoint)
    return 0


def say(line: str) -> None:
    """Print a line now, also into a file."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _train(trainer: Trainer, output: Path, checkpoint: Path) -> None:
    recent: deque[StepResult] = deque(maxlen=SMOOTHED_STEPS)
    with (output / "tasks.jsonl").open("a", encoding="utf-8") as log:
        for result in trainer.steps():
            recent.append(result)
            for task in result.tasks:
                log.write(json.dumps({"step": result.step, **asdict(task)}) + "\n")
            log.flush()
            last = result.step == trainer.plan.steps
            if last or result.step % STEPS_PER_LINE == 0:
                say(progress_line(recent, trainer.plan.steps))
            if last or result.step % STEPS_PER_CHECKPOINT == 0:
                trainer.save(checkpoint)
                write_files(trainer, output)


def progress_line(recent: deque[StepResult], steps: int) -> str:
    """What the last steps were like, and how long the rest will take at their pace."""
    tasks = [task for result in recent for task in result.tasks]
    taught = sum(result.share_taught for result in recent) / len(recent)
    duration_s = sum(result.duration_s for result in recent)
    left_s = (steps - recent[-1].step) * duration_s / len(recent)
    tokens_per_s = sum(result.num_tokens for result in recent) / duration_s
    loss = sum(result.loss for result in recent) / len(recent)
    return (
        f"step {recent[-1].step} of {steps} · loss {loss:.4f} · {share_right(tasks):.0%} of the "
        f"last {len(tasks)} tasks right · {taught:.0%} taught · {tokens_per_s:.0f} tokens/s · "
        f"{left_s // 3600:.0f}:{left_s % 3600 / 60:02.0f} h left"
    )


def write_files(trainer: Trainer, output: Path) -> None:
    """The adapter as it is now."""
    write_adapter(
        output / f"{NAME}.gguf",
        trainer.model.export(),
        alpha=trainer.plan.alpha,
        metadata={"general.name": NAME, "general.license": "apache-2.0"},
    )
