"""One request, stepped one forward pass at a time.

Invariant: the tokens are those of plain decoding. A draft is verified by the model's own choice at
every position, so it saves forward passes and changes nothing else.

    prefill   what the cache does not hold of the prompt, PREFILL_TOKENS rows a pass; the last pass
              yields the first token
    decode    one pass over the newest token and the draft behind it: every draft token that equals
              the model's choice is accepted, the first that differs is replaced by that choice,
              and the cache is rolled back to the tokens that stand
    pause     the cache goes back to the pool; after `resume` the passes of prefill fill up another
              one with the prompt and the answer so far
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from lib.engine.cache import KVCache
from lib.engine.drafting import Draft, Drafter
from lib.engine.model import Model
from lib.engine.pool import KVPool, Lease
from lib.engine.sampling import Sampler
from lib.engine.text_stream import TextStream

PREFILL_TOKENS = 128
"""A piece: other requests wait no longer than one. A draft is shorter than that."""

FinishReason = Literal["stop", "length"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerationRequest:
    """What to generate. `max_tokens` is at least 1 and fits behind the prompt in the context."""

    prompt_ids: tuple[int, ...]
    max_tokens: int
    prediction_ids: tuple[int, ...] = ()
    stop: tuple[str, ...] = ()
    cache_prompt: bool = True
    """Whether to start from what is known of the prompt, and to leave it for others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one forward pass did. The counts are of tokens drafted from the prediction only."""

    text: str = ""
    num_draft_tokens: int = 0
    num_accepted_tokens: int = 0
    finish_reason: FinishReason | None = None
    """Set on the last step."""


@dataclass(slots=True, kw_only=True)
class Counts:
    """A request's tokens so far."""

    prompt_tokens: int
    cached_tokens: int = 0
    """Of the prompt, those that did not have to be computed."""
    visible_tokens: int = 0
    """Tokens of the answer; the one that ends it is not among them."""
    accepted_tokens: int = 0
    """Of the visible ones, those drafted from the prediction."""
    rejected_tokens: int = 0
    """Drafted from the prediction and not part of the answer."""
    forward_passes: int = 0


class Generation:
    """A running request; `step` until `finish_reason` is set, then `pause`.

    Its cache comes from `pool`, by default one of its own, with the first step.
    """

    def __init__(
        self,
        model: Model,
        request: GenerationRequest,
        sampler: Sampler,
        pool: KVPool | None = None,
    ) -> None:
        if not request.prompt_ids or request.max_tokens < 1:
            raise ValueError("A generation needs a prompt and room for one token.")
        self._model = model
        self._request = request
        self._sampler = sampler
        self._drafter = Drafter(request.prediction_ids, model.forward_costs)
        self._text = TextStream(request.stop)
        self._pool = pool or KVPool(model)
        self._lease: Lease | None = None
        self._answer: list[int] = []
        self.counts = Counts(prompt_tokens=len(request.prompt_ids))
        self.finish_reason: FinishReason | None = None

    @property
    def is_prefilling(self) -> bool:
        """Whether the answer's first token is still to come."""
        return not self._answer and self.finish_reason is None

    @property
    def fills_cache(self) -> bool:
        """Whether the next pass takes a piece of known tokens instead of decoding."""
        num_known = self.counts.prompt_tokens + len(self._answer) - 1
        return self._lease is None or not self._answer or self._cache.length < num_known

    @property
    def answer_ids(self) -> tuple[int, ...]:
        """The answer's tokens so far."""
        return tuple(self._answer)

    @property
    def has_room(self) -> bool:
        """Whether the pool has the memory to `resume` now."""
        return self._pool.has_room(self._claimed_tokens)

    def resume(self) -> None:
        """Take a cache from the pool, with what it knows of the tokens so far."""
        request = self._request
        # The prompt's last token is computed in any case: the answer's first comes from it.
        known = self._known_ids if self._answer else self._known_ids[:-1]
        self._lease = self._pool.open(
            known,
            capacity=len(request.prompt_ids) + request.max_tokens,
            claimed_tokens=self._claimed_tokens,
            reuse=request.cache_prompt,
        )
        if self.counts.forward_passes == 0:
            self.counts.cached_tokens = self._cache.length

    def pause(self, *, keep: bool = True) -> None:
        """Give the cache back; `keep` false where a pass has failed and its content is unsure."""
        if self._lease is None:
            return
        held = self._known_ids[: self._cache.length]
        self._pool.close(self._lease, held, keep=keep and self._request.cache_prompt)
        self._lease = None

    def claim_memory(self) -> bool:
        """Claim what the next pass may need; false where other requests hold it."""
        return self._lease is None or self._pool.extend(self._lease, self._claimed_tokens)

    def step(self) -> Step:
        """Run one forward pass."""
        if self._lease is None:
            self.resume()
        self.counts.forward_passes += 1
        return self._prefill() if self.fills_cache else self._decode()

    @property
    def _cache(self) -> KVCache:
        if self._lease is None:
            raise RuntimeError("A paused generation has no cache.")
        return self._lease.cache

    @property
    def _known_ids(self) -> tuple[int, ...]:
        """The tokens that the cache holds when decoding goes on: all but the answer's newest."""
        return (*self._request.prompt_ids, *self._answer[:-1])

    @property
    def _claimed_tokens(self) -> int:
        request = self._request
        most = len(request.prompt_ids) + request.max_tokens
        return min(most, len(request.prompt_ids) + len(self._answer) + PREFILL_TOKENS)

    def _prefill(self) -> Step:
        start = self._cache.length
        known = self._known_ids
        piece = known[start : start + PREFILL_TOKENS]
        logits = self._model.forward(self._cache, piece, num_logits=1)
        if self._cache.length < len(known) or self._answer:
            return Step()
        return self._take(logits, Draft())

    def _decode(self) -> Step:
        # With every draft token accepted, the pass still adds one of the model's own.
        draft = self._drafter.propose(self._request.max_tokens - len(self._answer) - 1)
        rows = (self._answer[-1], *draft.token_ids)
        logits = self._model.forward(self._cache, rows, num_logits=len(rows))
        step = self._take(logits, draft)
        self._cache.truncate(len(self._request.prompt_ids) + max(0, len(self._answer) - 1))
        return step

    def _take(self, logits: NDArray[np.float32], draft: Draft) -> Step:
        """Add the model's choices as far as they follow the draft, and the first that does not.

        `logits` has one row for each token of the draft and one more.
        """
        text = ""
        first = len(self._answer)
        num_accepted = 0
        for row, drafted in enumerate((*draft.token_ids, None)):
            token_id = self._sampler.sample(logits[row], len(self._answer))
            if token_id in self._model.tokenizer.eos_token_ids:
                self.finish_reason = "stop"
                break
            self._answer.append(token_id)
            text += self._text.push(self._model.tokenizer.token_bytes(token_id))
            num_accepted += token_id == drafted
            self._finish_if_due()
            if token_id != drafted or self.finish_reason is not None:
                break
        self._drafter.record(
            self._answer[first:], num_drafted=len(draft.token_ids), num_accepted=num_accepted
        )
        return self._close_step(text, draft, num_accepted)

    def _finish_if_due(self) -> None:
        if self._text.stopped:
            self.finish_reason = "stop"
        elif len(self._answer) == self._request.max_tokens:
            self.finish_reason = "length"

    def _close_step(self, text: str, draft: Draft, num_accepted: int) -> Step:
        num_from_prediction = sum(draft.from_prediction)
        accepted_from_prediction = sum(draft.from_prediction[:num_accepted])
        self.counts.visible_tokens = len(self._answer)
        self.counts.accepted_tokens += accepted_from_prediction
        self.counts.rejected_tokens += num_from_prediction - accepted_from_prediction
        if self.finish_reason is not None:
            text += self._text.finish()
        return Step(
            text=text,
            num_draft_tokens=num_from_prediction,
            num_accepted_tokens=accepted_from_prediction,
            finish_reason=self.finish_reason,
        )
