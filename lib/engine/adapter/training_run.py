"""One training from the command line: progress, checkpoints, and the files at the end.

Invariant: what it writes stands in the folder `--output`, and a second start with `--resume` goes
on from the last checkpoint there.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import deque
from dataclasses import asdict
from pathlib import Path

import torch

from lib.engine.adapter.card import command, write_card
from lib.engine.adapter.gguf_adapter import write_adapter
from lib.engine.adapter.plan import Plan
from lib.engine.adapter.scoring import share_right
from lib.engine.adapter.trainer import StepResult, Trainer
from lib.engine.architecture import read_architecture
from lib.engine.bundled import find_bundled_model
from lib.engine.checksum import write_checksum
from lib.engine.errors import ModelFileError
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
    path = options.model or find_bundled_model()
    gguf = read_gguf(path)
    tokenizer = read_tokenizer(gguf, read_architecture(gguf).vocab_size)
    device = options.device
    if device == "auto":
        device = "cuda" if torch.cuda.is_available() else "cpu"
    trainer = Trainer(plan, gguf, tokenizer, threads=options.threads, device=device)
    output = _Output(options.output, path, f"{options.threads} threads and the device {device}")
    try:
        if options.resume and output.checkpoint.exists():
            trainer.resume(output.checkpoint)
        elif options.start_from:
            trainer.start_from(options.start_from)
    except (ValueError, OSError, ModelFileError) as error:
        say(str(error))
        return 1
    say(f"Training on {device} from step {trainer.totals.num_steps}: {command(plan)}")
    _train(trainer, output)
    say(f"Wrote {output.adapter}, its checksum and its card.")
    return 0


def say(line: str) -> None:
    """Print a line now, also into a file."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


class _Output:
    """The folder that a training writes into."""

    def __init__(self, folder: Path, base: Path, machine: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.checkpoint = folder / "checkpoint.pt"
        self.outcomes = folder / "tasks.jsonl"
        self.adapter = folder / f"{NAME}.gguf"
        self._base = base
        self._machine = machine

    def write(self, trainer: Trainer) -> None:
        """The checkpoint, and the adapter as it is now with its checksum and its card."""
        trainer.save(self.checkpoint)
        metadata = {"general.name": NAME, "general.license": "apache-2.0"}
        factors = trainer.model.export()
        write_adapter(self.adapter, factors, alpha=trainer.plan.alpha, metadata=metadata)
        write_checksum(self.adapter)
        write_card(
            self.adapter.with_suffix(".md"),
            trainer.plan,
            trainer.totals,
            base=self._base.name,
            base_sha256=hashlib.sha256(self._base.read_bytes()).hexdigest(),
            machine=self._machine,
        )


def _train(trainer: Trainer, output: _Output) -> None:
    steps = trainer.plan.steps
    recent: deque[StepResult] = deque(maxlen=SMOOTHED_STEPS)
    with output.outcomes.open("a", encoding="utf-8") as log:
        for result in trainer.steps():
            recent.append(result)
            for outcome in result.outcomes:
                log.write(json.dumps({"step": result.step, **asdict(outcome)}) + "\n")
            log.flush()
            if result.step == steps or result.step % STEPS_PER_LINE == 0:
                say(progress_line(recent, steps))
            if result.step == steps or result.step % STEPS_PER_CHECKPOINT == 0:
                output.write(trainer)


def progress_line(recent: deque[StepResult], steps: int) -> str:
    """What the last steps were like, and how long the rest will take at their pace."""
    outcomes = [outcome for result in recent for outcome in result.outcomes]
    taught = sum(result.share_taught for result in recent) / len(recent)
    duration_s = sum(result.duration_s for result in recent)
    left_s = (steps - recent[-1].step) * duration_s / len(recent)
    tokens_per_s = sum(result.num_tokens for result in recent) / duration_s
    loss = sum(result.loss for result in recent) / len(recent)
    return (
        f"step {recent[-1].step} of {steps} · loss {loss:.4f} · {share_right(outcomes):.0%} of the "
        f"last {len(outcomes)} tasks right · {taught:.0%} taught · {tokens_per_s:.0f} tokens/s · "
        f"{left_s // 3600:.0f}:{left_s % 3600 / 60:02.0f} h left"
    )
