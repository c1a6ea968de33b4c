"""The shapes of what the server sends: whole completions, chunks, models.

Invariant: OpenAI's shapes, plus `draft`, `seed` and `timings`, which a client may ignore.
`completion_tokens` = visible + rejected, as at OpenAI.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from lib.engine.generation import Counts, FinishReason, Step
from lib.engine.scheduler import Finished


def usage_of(counts: Counts) -> dict[str, Any]:
    """The `usage` of a finished request."""
    completion_tokens = counts.visible_tokens + counts.rejected_tokens
    return {
        "prompt_tokens": counts.prompt_tokens,
        "completion_tokens": completion_tokens,
        "total_tokens": counts.prompt_tokens + completion_tokens,
        "prompt_tokens_details": {"cached_tokens": counts.cached_tokens},
        "completion_tokens_details": {
            "accepted_prediction_tokens": counts.accepted_tokens,
            "rejected_prediction_tokens": counts.rejected_tokens,
            "reasoning_tokens": 0,
        },
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftCounts:
    """Tokens drafted from the prediction since the last content chunk, and how many held."""

    num_draft_tokens: int = 0
    num_accepted_tokens: int = 0

    def plus(self, step: Step) -> DraftCounts:
        """These counts and those of one more forward pass."""
        return DraftCounts(
            num_draft_tokens=self.num_draft_tokens + step.num_draft_tokens,
            num_accepted_tokens=self.num_accepted_tokens + step.num_accepted_tokens,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """What every message about one request repeats."""

    id: str
    created: int
    """Seconds since 1970."""
    model: str
    system_fingerprint: str
    seed: int
    """The one that was sent, or else the one that was drawn: with it the text comes again."""

    def whole(self, text: str, finished: Finished) -> dict[str, Any]:
        """The answer to a request without `stream`."""
        choice = {
            "index": 0,
            "message": {"role": "assistant", "content": text, "refusal": None},
            "logprobs": None,
            "finish_reason": finished.finish_reason,
        }
        return {
            **self._head("chat.completion"),
            "choices": [choice],
            "usage": usage_of(finished.counts),
            "seed": self.seed,
            "timings": asdict(finished.timings),
        }

    def role_chunk(self) -> dict[str, Any]:
        """The first chunk, which names the role and the seed."""
        delta = {"role": "assistant", "content": "", "refusal": None}
        return {**self._chunk(delta), "seed": self.seed}

    def content_chunk(self, text: str, draft: DraftCounts) -> dict[str, Any]:
        """A chunk of text."""
        return {**self._chunk({"content": text}), "draft": asdict(draft)}

    def last_chunks(self, finished: Finished, *, include_usage: bool) -> list[dict[str, Any]]:
        """The chunk that says why the answer ends, and where asked for one that has the usage."""
        chunks = [self._chunk({}, finished.finish_reason)]
        if include_usage:
            chunks[0]["usage"] = None
            chunks.append({**self._head("chat.completion.chunk"), "choices": []})
            chunks[1]["usage"] = usage_of(finished.counts)
        chunks[-1]["timings"] = asdict(finished.timings)
        return chunks

    def _chunk(self, delta: dict[str, Any], reason: FinishReason | None = None) -> dict[str, Any]:
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": reason}
        return {**self._head("chat.completion.chunk"), "choices": [choice]}

    def _head(self, kind: str) -> dict[str, Any]:
        return {
            "id": self.id,
            "object": kind,
            "created": self.created,
            "model": self.model,
            "system_fingerprint": self.system_fingerprint,
        }


def model_object(name: str, created: int) -> dict[str, Any]:
    """An entry of `/v1/models`; `created` in seconds since 1970."""
    return {"id": name, "object": "model", "created": created, "owned_by": "local-engine"}
