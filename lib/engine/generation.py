"""One request, stepped one forward pass at a time.

Invariant: the tokens are those of plain decoding. A draft is verified by the model's own choice at
every position, so it saves forward passes and changes nothing else.

    prefill   the prompt, PREFILL_TOKENS rows a pass; the last pass yields the first token
    decode    one pass over the newest token and the draft behind it: every draft token that equals
              the model's choice is accepted, the first that differs is replaced by that choice,
              and the cache is rolled back to the tokens that stand
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from lib.engine.drafting import Draft, Drafter
from lib.engine.model import Model
from lib.engine.sampling import Sampler
from lib.engine.text_stream import Span, SpanKind, TextStream

PREFILL_TOKENS = 128

FinishReason = Literal["stop", "length"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerationRequest:
    """What to generate. `max_tokens` is at least 1 and fits behind the prompt in the context."""

    prompt_ids: tuple[int, ...]
    max_tokens: int
    prediction_ids: tuple[int, ...] = ()
    stop: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one forward pass did. The counts are of tokens drafted from the prediction only."""

    text: str = ""
    num_draft_tokens: int = 0
    num_accepted_tokens: int = 0
    spans: tuple[Span, ...] = ()
    """How the characters of `text` came about; they cover it exactly."""
    finish_reason: FinishReason | None = None
    """Set on the last step."""


@dataclass(slots=True, kw_only=True)
class Counts:
    """A request's tokens so far."""

    prompt_tokens: int
    visible_tokens: int = 0
    """Tokens of the answer; the one that ends it is not among them."""
    accepted_tokens: int = 0
    """Of the visible ones, those drafted from the prediction."""
    rejected_tokens: int = 0
    """Drafted from the prediction and not part of the answer."""
    forward_passes: int = 0


class Generation:
    """A running request; `step` until `finish_reason` is set."""

    def __init__(self, model: Model, request: GenerationRequest, sampler: Sampler) -> None:
        if not request.prompt_ids or request.max_tokens < 1:
            raise ValueError("A generation needs a prompt and room for one token.")
        self._model = model
        self._request = request
        self._sampler = sampler
        self._drafter = Drafter(request.prediction_ids)
        self._text = TextStream(request.stop)
        self._cache = model.new_cache(len(request.prompt_ids) + request.max_tokens)
        self._answer: list[int] = []
        self.counts = Counts(prompt_tokens=len(request.prompt_ids))
        self.finish_reason: FinishReason | None = None

    @property
    def is_prefilling(self) -> bool:
        """Whether the answer's first token is still to come."""
        return not self._answer and self.finish_reason is None

    @property
    def answer_ids(self) -> tuple[int, ...]:
        """The answer's tokens so far."""
        return tuple(self._answer)

    def step(self) -> Step:
        """Run one forward pass."""
        self.counts.forward_passes += 1
        return self._prefill() if self.is_prefilling else self._decode()

    def _prefill(self) -> Step:
        start = self._cache.length
        piece = self._request.prompt_ids[start : start + PREFILL_TOKENS]
        logits = self._model.forward(self._cache, piece, num_logits=1)
        if self._cache.length < len(self._request.prompt_ids):
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
        drafted_tokens = zip(draft.token_ids, draft.from_prediction, strict=True)
        for row, (drafted, from_prediction) in enumerate((*drafted_tokens, (None, False))):
            token_id = self._sampler.sample(logits[row], len(self._answer))
            if token_id in self._model.tokenizer.eos_token_ids:
                self.finish_reason = "stop"
                break
            self._answer.append(token_id)
            kind: SpanKind = "generated"
            if from_prediction:
                kind = "accepted" if token_id == drafted else "replaced"
            text += self._text.push(self._model.tokenizer.token_bytes(token_id), kind)
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
            spans=self._text.take_spans(),
            finish_reason=self.finish_reason,
        )
