"""Token counts of one answer, as the provider reported them.

Invariant: every count can be `None` (not reported), which is never treated as 0.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenUsage:
    """`usage` of a chat completion, in tokens, under its wire names."""

    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    """Billed output: includes rejected prediction tokens and reasoning tokens."""
    cached_tokens: int | None = None
    """Part of `prompt_tokens` served from the provider's prompt cache."""
    reasoning_tokens: int | None = None
    accepted_prediction_tokens: int | None = None
    rejected_prediction_tokens: int | None = None

    @property
    def visible_tokens(self) -> int | None:
        """Tokens of the text itself: completion - rejected - reasoning.

        `None` when `completion_tokens` was not reported; parts that were not reported are
        taken as absent, as the field is only present where the feature exists.
        """
        if self.completion_tokens is None:
            return None
        hidden = (self.rejected_prediction_tokens or 0) + (self.reasoning_tokens or 0)
        return max(0, self.completion_tokens - hidden)
