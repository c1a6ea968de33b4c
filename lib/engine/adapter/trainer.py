"""The training loop: gradients of a step's batches, one update, a checkpoint now and then.

Invariant: a resumed training goes on as if it had not stopped. Gradients are summed in the order
of the batches whatever the number of threads.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from itertools import chain
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from lib.engine.adapter.batches import Batch, Example, gather, pack
from lib.engine.adapter.card import Totals, read_totals
from lib.engine.adapter.plan import Plan, Round, read_steps
from lib.engine.adapter.scoring import Outcome
from lib.engine.adapter.torch_model import AdaptedLlama
from lib.engine.gguf import GGUFFile
from lib.engine.tokenizer import Tokenizer

BATCH_TOKENS = 256
"""On a CPU a step is worked off in batches of at most this size, or of one longer example. On a GPU
it is one batch: the number of operations should take the time there, not their size (not tried)."""

KNOWN_PROBABILITY = 0.8
"""A batch in which every right token is at least this probable teaches next to nothing, so its
backward pass, two thirds of the work, is skipped. Soon this is so for most of them."""

LONGEST_GRADIENT = 1.0
"""Norm to which a step's gradient is shortened."""

B_RATE = 2.0
"""How much faster B learns than A: it starts at zero (LoRA+, Hayou and others 2024)."""

BETAS = (0.9, 0.99)
"""Adam's; the second forgets sooner than by default because the training is short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepResult:
    """One step."""

    step: int
    loss: float
    """Weighted mean over the step's answer tokens."""
    num_tokens: int
    duration_s: float
    share_taught: float
    """Of the batches: how many needed a backward pass."""
    outcomes: tuple[Outcome, ...]
    """How each task went before the model had learnt from it."""


@dataclass(frozen=True, slots=True)
class _Lesson:
    """What one batch gave."""

    loss: float
    """Weighted sum."""
    hits: NDArray[np.bool_]
    """Of each target: was it the model's choice?"""
    gradients: tuple[Tensor, ...]
    """One for each parameter; none when there was nothing to learn."""


class Trainer:
    """A model in training; `steps` runs what is left of the plan."""

    def __init__(
        self, plan: Plan, gguf: GGUFFile, tokenizer: Tokenizer, *, threads: int, device: str
    ) -> None:
        self.plan = plan
        self.totals = Totals()
        self.model = AdaptedLlama(
            gguf, rank=plan.rank, alpha=plan.alpha, seed=plan.seed, device=device
        )
        self._tokenizer = tokenizer
        self._parameters = self.model.parameters()
        self._round_start = self._copy_parameters()
        """The factors as they were at the start of the round."""
        self._optimizer = torch.optim.Adam(
            [
                {"params": self._parameters[0::2], "share": 1.0},
                {"params": self._parameters[1::2], "share": B_RATE},
            ],
            betas=BETAS,
            fused=True,
        )
        self._batch_tokens = BATCH_TOKENS if device == "cpu" else plan.tokens_per_step
        # One thread a batch: threads that share each product wait for the slowest every time.
        torch.set_num_threads(1)
        self._threads = ThreadPoolExecutor(
            threads, initializer=torch.set_num_threads, initargs=(1,)
        )

    def steps(self) -> Iterator[StepResult]:
        """Train to the end of the plan, from where it stands."""
        for examples in read_steps(self.plan, self._tokenizer, self.totals.num_steps):
            yield self._step(examples)

    def save(self, path: Path) -> None:
        """Write a checkpoint, whole or not at all."""
        state = {
            "plan": asdict(self.plan),
            "totals": asdict(self.totals),
            "parameters": [tensor.detach() for tensor in self._parameters],
            "round_start": self._round_start,
            "optimizer": self._optimizer.state_dict(),
        }
        partial = path.with_suffix(".partial")
        torch.save(state, partial)
        partial.replace(path)

    def resume(self, path: Path) -> None:
        """Go on from a checkpoint; ValueError when it belongs to another plan or version.

        The number of steps may differ where the learning rates so far would have been the same.
        """
        state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
        if "round_start" not in state:
            raise ValueError(
                f"The checkpoint {path} was written by an earlier version, which did not keep the "
                "factors from the start of a round. Train anew, with another --output."
            )
        saved, totals = Plan(**state["plan"]), Totals(**state["totals"])
        same = replace(saved, steps=self.plan.steps) == self.plan and all(
            saved.learning_rate_at(step) == self.plan.learning_rate_at(step)
            for step in range(totals.num_steps)
        )
        if not same:
            raise ValueError(
                f"The checkpoint {path} is step {totals.num_steps} of a training with other "
                f"settings: {saved}. Give the same ones, or another --output."
            )
        with torch.no_grad():
            for tensor, numbers in zip(self._parameters, state["parameters"], strict=True):
                tensor.copy_(numbers)
        self._round_start = [
            numbers.to(tensor.device)
            for numbers, tensor in zip(state["round_start"], self._parameters, strict=True)
        ]
        self._optimizer.load_state_dict(state["optimizer"])
        self.totals = totals

    def start_from(self, path: Path) -> None:
        """Go on from an adapter whose checkpoint is gone; ValueError when it does not fit.

        Its card says how far it was. The factors are those of the file, rounded to 8 bits, and
        Adam's moments start empty: a training that never stopped gets slightly different ones.
        """
        totals = read_totals(path.with_suffix(".md"))
        if self.plan.round_ending_at(totals.num_steps) is None:
            raise ValueError(
                f"The adapter {path} is of step {totals.num_steps}, at which no round of this "
                "training ends. Train anew instead."
            )
        self.model.load(path)
        self._round_start = self._copy_parameters()
        self.totals = totals

    def _step(self, examples: list[Example]) -> StepResult:
        start_s = perf_counter()
        # The longest first: no thread is left with a long one at the end.
        groups = sorted(gather(examples, self._batch_tokens), key=_num_tokens, reverse=True)
        examples = list(chain.from_iterable(groups))
        batches = [pack(group) for group in groups]
        weight = sum(float(batch.weights.sum()) for batch in batches)
        self.model.merge()
        lessons = list(self._threads.map(self._learn, batches))
        taught = [lesson.gradients for lesson in lessons if lesson.gradients]
        for tensor, *gradients in zip(self._parameters, *taught, strict=True):
            tensor.grad = torch.stack(gradients).sum(0) / weight if gradients else None
        torch.nn.utils.clip_grad_norm_(self._parameters, LONGEST_GRADIENT)
        for group in self._optimizer.param_groups:
            group["lr"] = group["share"] * self.plan.learning_rate_at(self.totals.num_steps)
        self._optimizer.step()
        hits = np.concatenate([lesson.hits for lesson in lessons])
        duration_s = perf_counter() - start_s
        num_tokens = sum(len(batch.ids) for batch in batches)
        self.totals = Totals(
            num_steps=self.totals.num_steps + 1,
            num_tasks=self.totals.num_tasks + len(examples),
            num_tokens=self.totals.num_tokens + num_tokens,
            duration_s=self.totals.duration_s + duration_s,
        )
        ended = self.plan.round_ending_at(self.totals.num_steps)
        if ended is not None:
            self._end_round(ended)
        return StepResult(
            step=self.totals.num_steps,
            loss=sum(lesson.loss for lesson in lessons) / weight,
            num_tokens=num_tokens,
            duration_s=duration_s,
            share_taught=len(taught) / len(batches),
            outcomes=tuple(_outcomes(examples, hits)),
        )

    def _end_round(self, ended: Round) -> None:
        with torch.no_grad():
            for tensor, at_start in zip(self._parameters, self._round_start, strict=True):
                tensor.lerp_(at_start, ended.kept_share)
        self._round_start = self._copy_parameters()

    def _copy_parameters(self) -> list[Tensor]:
        return [tensor.detach().clone() for tensor in self._parameters]

    def _learn(self, batch: Batch) -> _Lesson:
        loss, chosen, probabilities = self.model.loss(batch)
        known = float(probabilities.min()) >= KNOWN_PROBABILITY
        gradients = () if known else torch.autograd.grad(loss, self._parameters)
        return _Lesson(loss.item(), chosen.cpu().numpy(), gradients)


def _num_tokens(group: list[Example]) -> int:
    return sum(example.num_tokens for example in group)


def _outcomes(examples: list[Example], hits: NDArray[np.bool_]) -> Iterator[Outcome]:
    start = 0
    for example in examples:
        end = start + len(example.answer_ids)
        wrong = np.flatnonzero(~hits[start:end])
        first_wrong = int(wrong[0]) if len(wrong) else None
        yield Outcome(kind=example.kind, num_tokens=end - start, first_wrong=first_wrong)
        start = end
