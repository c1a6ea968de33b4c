"""The network in PyTorch, with a trainable LoRA on every linear layer.

Invariant: the base is what users run (the dequantised tensors of their GGUF file) and never
changes; only the factors A and B of each layer do.

Each step adds the factors to the weights once, so the forward pass is that of a plain network and
backward costs two narrow products a layer more.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from lib.engine.adapter.batches import Batch
from lib.engine.adapter.torch_functions import answer_loss, attend, merged_linear, norm, rotate
from lib.engine.architecture import read_architecture
from lib.engine.gguf import GGUFFile, Origin
from lib.engine.lora import read_adapter
from lib.engine.weights import read_floats

GROUPS = {
    "attn_qkv": ("attn_q", "attn_k", "attn_v"),
    "attn_output": ("attn_output",),
    "ffn_gate_up": ("ffn_gate", "ffn_up"),
    "ffn_down": ("ffn_down",),
}
"""Layers with the same input are computed as one."""

ROTATED = ("attn_q", "attn_k")
"""Layers whose outputs are rotated by position."""


@dataclass(slots=True)
class Factors:
    """The LoRA of one layer: it adds `scale * B @ A` to the weight. Both in single precision."""

    name: str
    a: Tensor
    """Shape (rank, inputs)."""
    b: Tensor
    """Shape (outputs, rank)."""


@dataclass(slots=True)
class Linear:
    """Layers with the same input, one below the other."""

    base: Tensor
    """Shape (outputs, inputs), single precision."""
    merged: Tensor
    """Base and factors together, bfloat16."""
    factors: list[Factors]


class AdaptedLlama:
    """A llama from one GGUF file; call `merge` before a step, then `loss` of its batches."""

    def __init__(
        self, gguf: GGUFFile, *, rank: int, alpha: float, seed: int, device: str = "cpu"
    ) -> None:
        """A starts random (the same for the same seed), B at zero: no change at first."""
        self.architecture = read_architecture(gguf)
        if not self.architecture.family.rotates_neighbours:
            raise gguf.fault("its architecture cannot be trained; only llama's can")
        self.scale = alpha / rank
        self._gguf = gguf
        self._device = torch.device(device)
        self._embeddings = self._read("token_embd").bfloat16()
        tied = self.architecture.tied_head
        self._head = self._embeddings if tied else self._read("output").bfloat16()
        self._norms = {"output_norm": self._read("output_norm").bfloat16()}
        self._linears: dict[str, Linear] = {}
        generator = torch.Generator().manual_seed(seed)
        for block in range(self.architecture.num_blocks):
            for name in (f"blk.{block}.attn_norm", f"blk.{block}.ffn_norm"):
                self._norms[name] = self._read(name).bfloat16()
            for group, parts in GROUPS.items():
                names = [f"blk.{block}.{part}" for part in parts]
                self._linears[f"blk.{block}.{group}"] = self._make_linear(names, rank, generator)
        self.merge()

    def factors(self) -> Iterator[Factors]:
        """All factors, in the order of the network."""
        for linear in self._linears.values():
            yield from linear.factors

    def parameters(self) -> list[Tensor]:
        """What is trained."""
        return [tensor for factors in self.factors() for tensor in (factors.a, factors.b)]

    def export(self) -> dict[str, tuple[NDArray[np.float32], NDArray[np.float32]]]:
        """Name of each adapted tensor -> (A, B), B's rows in the order of the GGUF file."""
        exported = {}
        for factors in self.factors():
            a, b = (tensor.detach().cpu() for tensor in (factors.a, factors.b))
            if _is_rotated(factors.name):
                b = b[self._halves_order(len(b)).argsort()]
            exported[f"{factors.name}.weight"] = (a.numpy(), b.numpy())
        return exported

    @torch.no_grad()
    def load(self, path: Path) -> None:
        """Take the factors of an adapter; ValueError when its rank is higher or its scale another.

        Of a lower rank they become the first factors; the others keep their random A, and their B
        is zero. Raises `ModelFileError` when the file is damaged or belongs to another model.
        """
        adapter = read_adapter(Origin(path, "adapter"), self._gguf, self.architecture)
        for factors in self.factors():
            part = adapter.parts.get(f"{factors.name}.weight")
            if part is None or part.scale != self.scale or part.a.shape[0] > len(factors.a):
                raise ValueError(
                    f"The adapter {path} has not the scale and the layers of this training, or a "
                    f"higher rank; {factors.name} differs. Train with its rank or a higher one."
                )
            a, b = (torch.from_numpy(read_floats(side).copy()) for side in (part.a, part.b))
            if _is_rotated(factors.name):
                b = b[self._halves_order(len(b))]
            factors.a[: len(a)] = a
            factors.b.zero_()[:, : len(a)] = b

    @torch.no_grad()
    def merge(self) -> None:
        """Add the factors, as they are now, to the weights."""
        for linear in self._linears.values():
            parts = linear.base.split([len(factors.b) for factors in linear.factors])
            sums = [
                torch.addmm(part, factors.b, factors.a, alpha=self.scale)
                for part, factors in zip(parts, linear.factors, strict=True)
            ]
            linear.merged.copy_(torch.cat(sums))

    def loss(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
        """As `answer_loss`, for the batch's targets."""
        rows, targets, weights = (
            torch.from_numpy(numbers).to(self._device)
            for numbers in (batch.rows, batch.targets, batch.weights)
        )
        return answer_loss(self._run(batch)[rows], self._head, targets, weights)

    def _run(self, batch: Batch) -> Tensor:
        """Normed hidden states of all rows."""
        cos, sin = self._angles(batch)
        hidden = self._embeddings[torch.from_numpy(batch.ids).to(self._device)]
        for block in range(self.architecture.num_blocks):
            prefix = f"blk.{block}"
            x = self._norm(f"{prefix}.attn_norm", hidden)
            hidden = hidden + self._attention(prefix, x, cos, sin, batch)
            x = self._norm(f"{prefix}.ffn_norm", hidden)
            gate, up = self._apply(f"{prefix}.ffn_gate_up", x).chunk(2, dim=1)
            hidden = hidden + self._apply(f"{prefix}.ffn_down", functional.silu(gate) * up)
        return self._norm("output_norm", hidden)

    def _attention(self, prefix: str, x: Tensor, cos: Tensor, sin: Tensor, batch: Batch) -> Tensor:
        sizes = self.architecture
        packed = self._apply(f"{prefix}.attn_qkv", x).unflatten(1, (-1, sizes.head_size))
        num_rotated = sizes.num_heads + sizes.num_kv_heads
        rotated = rotate(packed[:, :num_rotated], cos, sin)
        q, k = rotated.split([sizes.num_heads, sizes.num_kv_heads], dim=1)
        attended = attend(q, k, packed[:, num_rotated:], batch.spans)
        return self._apply(f"{prefix}.attn_output", attended)

    def _apply(self, name: str, x: Tensor) -> Tensor:
        linear = self._linears[name]
        factors = [tensor for one in linear.factors for tensor in (one.a, one.b)]
        widths = tuple(len(one.b) for one in linear.factors)
        return merged_linear(x, linear.merged, self.scale, widths, factors)

    def _norm(self, name: str, x: Tensor) -> Tensor:
        return norm(x, self._norms[name], self.architecture.norm_epsilon)

    def _angles(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Cosine and sine of each row's angles, shape (rows, 1, half a head)."""
        size = self.architecture.head_size
        frequencies = self.architecture.rope_base ** -(np.arange(0, size, 2) / size)
        angles = torch.from_numpy(np.outer(batch.positions, frequencies)[:, None])
        cos, sin = (numbers.bfloat16().to(self._device) for numbers in (angles.cos(), angles.sin()))
        return cos, sin

    def _make_linear(self, names: list[str], rank: int, generator: torch.Generator) -> Linear:
        bases, factors = [], []
        for name in names:
            base = self._read(name)
            if _is_rotated(name):
                base = base[self._halves_order(len(base))]
            bound = 1 / math.sqrt(base.shape[1])
            a = torch.empty(rank, base.shape[1]).uniform_(-bound, bound, generator=generator)
            b = torch.zeros(len(base), rank)
            a, b = (tensor.to(self._device).requires_grad_() for tensor in (a, b))
            bases.append(base)
            factors.append(Factors(name, a, b))
        base = torch.cat(bases)
        return Linear(base, base.bfloat16(), factors)

    def _read(self, name: str) -> Tensor:
        floats = read_floats(self._gguf.tensors[f"{name}.weight"])
        return torch.from_numpy(np.array(floats)).to(self._device)

    def _halves_order(self, num_rows: int) -> Tensor:
        """Where each row stands in the file, when pairs stand in the two halves of their head.

        In the file they are neighbours. Attention does not change when queries and keys are
        reordered alike, and whole halves are faster to rotate than every other number.
        """
        rows = torch.arange(num_rows).view(-1, self.architecture.head_size // 2, 2)
        return rows.transpose(1, 2).flatten()


def _is_rotated(name: str) -> bool:
    return name.endswith(ROTATED)
