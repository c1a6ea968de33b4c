"""Layers with backward passes of their own, cheaper than those that autograd would put together.

Invariant: gradients are exact for the numbers of the forward pass; only the order of summation and
the precision of intermediate results (bfloat16) differ from autograd's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

LOGIT_ROWS = 512
"""Rows of logits held at once."""

BLOCK_ROWS = 256
"""Rows whose attention is computed at once: 128 are as fast, 512 are slower (measured)."""


class _MergedLinear(torch.autograd.Function):
    """`x @ W.T`, where W already contains the factors, and the gradients of the factors."""

    @staticmethod
    def forward(
        ctx: Any, x: Tensor, weight: Tensor, scale: float, widths: tuple[int, ...], *factors: Tensor
    ) -> Tensor:
        ctx.save_for_backward(x, weight, *factors)
        ctx.scale, ctx.widths = scale, widths
        return functional.linear(x, weight)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor | None, ...]:
        (grad,) = grads
        x, weight, *factors = ctx.saved_tensors
        a_grads, b_grads = [], []
        low = x @ torch.cat(factors[::2]).to(x.dtype).T
        rank = len(factors[0])
        for i, part in enumerate(grad.split(ctx.widths, dim=1)):
            b_grads.append((part.T @ low[:, i * rank : (i + 1) * rank]).float() * ctx.scale)
            a_grads.append(part @ factors[2 * i + 1].to(x.dtype))
        a_grad = (torch.cat(a_grads, dim=1).T @ x).float() * ctx.scale
        pairs = zip(a_grad.split(rank), b_grads, strict=True)
        return grad @ weight, None, None, None, *(one for pair in pairs for one in pair)


class _AnswerLoss(torch.autograd.Function):
    """Weighted cross-entropy of a big vocabulary, a few rows at a time."""

    @staticmethod
    def forward(
        ctx: Any, hidden: Tensor, head: Tensor, targets: Tensor, weights: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        losses, hits, grads = [], [], []
        for start in range(0, len(hidden), LOGIT_ROWS):
            rows = slice(start, start + LOGIT_ROWS)
            logits = functional.linear(hidden[rows], head).float()
            wanted = targets[rows, None]
            highest, choice = logits.max(1, keepdim=True)
            hits.append((choice == wanted)[:, 0])
            # A plain sum of exponentials: torch's logsumexp takes five times as long here.
            logits -= highest
            margin = logits.gather(1, wanted)
            slope = logits.exp_()
            total = slope.sum(1, keepdim=True)
            losses.append((total.log() - margin)[:, 0])
            slope *= weights[rows, None] / total
            slope.scatter_add_(1, wanted, -weights[rows, None])
            grads.append(slope.to(hidden.dtype) @ head)
        ctx.save_for_backward(torch.cat(grads))
        loss, hit = torch.cat(losses), torch.cat(hits)
        probability = torch.exp(-loss)
        ctx.mark_non_differentiable(hit, probability)
        return (loss * weights).sum(), hit, probability

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor | None, ...]:
        (hidden_grad,) = ctx.saved_tensors
        return hidden_grad * grads[0].to(hidden_grad.dtype), None, None, None


class _BlockAttention(torch.autograd.Function):
    """Attention of the last rows to all rows up to their own, with all scores at once.

    From 700 rows on this takes half the time of torch's own (measured on a CPU in bfloat16).
    """

    @staticmethod
    def forward(ctx: Any, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        """`q` is (kv heads, heads a group, rows, head size), the others (kv heads, all rows, ..)"""
        rows = q.shape[2]
        hidden = torch.full((rows, rows), -torch.inf, dtype=q.dtype, device=q.device).triu_(1)
        flat = q.flatten(1, 2) * k.shape[2] ** -0.5
        scores = flat @ k.transpose(1, 2)
        scores.view(*q.shape[:3], -1)[..., -rows:].add_(hidden)
        shares = scores.softmax(2)
        ctx.save_for_backward(flat, k, v, shares)
        return (shares @ v).view_as(q)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor, ...]:
        flat, k, v, shares = ctx.saved_tensors
        grad = grads[0].flatten(1, 2)
        v_grad = shares.transpose(1, 2) @ grad
        slope = torch._softmax_backward_data(grad @ v.transpose(1, 2), shares, 2, shares.dtype)
        q_grad = slope @ k * k.shape[2] ** -0.5
        return q_grad.view_as(grads[0]), slope.transpose(1, 2) @ flat, v_grad


def merged_linear(
    x: Tensor, weight: Tensor, scale: float, widths: tuple[int, ...], factors: Sequence[Tensor]
) -> Tensor:
    """`x @ weight.T`, shape (rows, outputs).

    `weight` is the base plus `scale * B @ A` of each of its parts, which are `widths` rows high;
    `factors` are A and B of each part in turn. They get gradients, `weight` gets none.
    """
    result: Tensor = _MergedLinear.apply(x, weight, scale, widths, *factors)
    return result


def answer_loss(
    hidden: Tensor, head: Tensor, targets: Tensor, weights: Tensor
) -> tuple[Tensor, Tensor, Tensor]:
    """Weighted sum of the rows' cross-entropies; of each row: was its target the choice, and its
    probability."""
    result: tuple[Tensor, Tensor, Tensor] = _AnswerLoss.apply(hidden, head, targets, weights)
    return result


def norm(x: Tensor, gain: Tensor, epsilon: float) -> Tensor:
    """RMS norm of each row."""
    return functional.rms_norm(x, (x.shape[-1],), gain, epsilon)


def rotate(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    """Rotary positions: `x` is (rows, heads, head size), pairs are one of each half."""
    left, right = x.chunk(2, dim=-1)
    return torch.cat((left * cos - right * sin, right * cos + left * sin), dim=-1)


def attend(q: Tensor, k: Tensor, v: Tensor, spans: Sequence[tuple[int, int]]) -> Tensor:
    """Causal attention within each span; shapes (rows, heads, head size), result (rows, width)."""
    groups = q.shape[1] // k.shape[1]
    by_group = q.unflatten(1, (-1, groups)).permute(1, 2, 0, 3)
    k, v = k.transpose(0, 1), v.transpose(0, 1)
    parts = [
        _BlockAttention.apply(by_group[:, :, first:last], k[:, start:last], v[:, start:last])
        for start, end in spans
        for first, last in _blocks(start, end)
    ]
    return torch.cat(parts, dim=2).permute(2, 0, 1, 3).flatten(1)


def _blocks(start: int, end: int) -> Iterator[tuple[int, int]]:
    for first in range(start, end, BLOCK_ROWS):
        yield first, min(first + BLOCK_ROWS, end)
