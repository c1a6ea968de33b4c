"""From the raw chunks of a Chat Completions stream to typed events.

Invariant: no shape of a chunk raises; what cannot be understood is passed over, never guessed.
Chunks are plain decoded JSON: building the SDK's models for each costs more than all else here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import isfinite

from lib.domain import Origin, TextSpan, TokenUsage


@dataclass(frozen=True, slots=True)
class TextDelta:
    """Visible text, never empty; what follows it is the local engine's extension."""

    text: str
    num_draft_tokens: int | None = None
    num_accepted_tokens: int | None = None
    spans: tuple[TextSpan, ...] | None = None


@dataclass(frozen=True, slots=True)
class RefusalDelta:
    """A piece of the model's own explanation why it declines; never empty."""

    text: str


@dataclass(frozen=True, slots=True)
class Finish:
    """The model stopped; `reason` is the wire's word."""

    reason: str


@dataclass(frozen=True, slots=True)
class UsageReport:
    """Token counts; a later report replaces an earlier one."""

    usage: TokenUsage


@dataclass(frozen=True, slots=True)
class Identity:
    """Who answers; a field that is `None` says nothing new."""

    response_id: str | None = None
    served_model: str | None = None
    system_fingerprint: str | None = None


@dataclass(frozen=True, slots=True)
class ServerTimings:
    """Durations by the server's clock, in seconds, under the server's names."""

    durations_s: Mapping[str, float]


StreamEvent = TextDelta | RefusalDelta | Finish | UsageReport | Identity | ServerTimings

# Objects that carry durations: the local engine and llama.cpp, Cerebras, Fireworks.
_TIMING_FIELDS = ("timings", "time_info", "perf_metrics")
# Ending of a name, what is cut off it, and how many seconds one unit is.
_DURATION_ENDINGS = (
    ("_ms", "_ms", 0.001),
    ("-ms", "-ms", 0.001),
    ("_s", "", 1.0),
    ("_time", "", 1.0),
    ("-time", "-time", 1.0),
    ("-duration", "", 1.0),
    ("-to-first-token", "", 1.0),
)
# Fireworks counts the prediction's tokens here instead of in `usage`.
_MATCHED_TOKENS = "speculation-prompt-matched-tokens"


_ORIGINS = frozenset(Origin)


class StreamParser:
    """Parses the chunks of one stream in their order; remembers who answered."""

    def __init__(self) -> None:
        self._identity = Identity()
        self._usage: TokenUsage | None = None
        self._matched_tokens: int | None = None

    def read_events(self, chunk: object) -> Iterator[StreamEvent]:
        """Yield what one chunk says, text first."""
        if not isinstance(chunk, dict):
            return
        choices = chunk.get("choices")
        if isinstance(choices, list):
            yield from _read_choices(choices, chunk.get("draft"))
        identity = self._read_identity(chunk)
        if identity is not None:
            yield identity
        yield from self._read_usage(chunk)
        for name in _TIMING_FIELDS:
            if name in chunk and (durations_s := _read_durations_s(chunk[name])):
                yield ServerTimings(durations_s)

    def _read_usage(self, chunk: dict[str, object]) -> Iterator[UsageReport]:
        usage, metrics = chunk.get("usage"), chunk.get("perf_metrics")
        matched = _whole(metrics.get(_MATCHED_TOKENS)) if isinstance(metrics, dict) else None
        if matched is not None:
            self._matched_tokens = matched
        if isinstance(usage, dict):
            self._usage = read_usage(usage)
        elif matched is None:
            return
        usage_so_far = self._usage or TokenUsage()
        if usage_so_far.accepted_prediction_tokens is None:
            usage_so_far = replace(usage_so_far, accepted_prediction_tokens=self._matched_tokens)
        yield UsageReport(usage_so_far)

    def _read_identity(self, chunk: dict[str, object]) -> Identity | None:
        known = self._identity
        new = Identity(
            response_id=_text(chunk.get("id")) or known.response_id,
            served_model=_text(chunk.get("model")) or known.served_model,
            system_fingerprint=_text(chunk.get("system_fingerprint")) or known.system_fingerprint,
        )
        if new == known:
            return None
        self._identity = new
        return new


def _read_choices(choices: list[object], draft: object) -> Iterator[StreamEvent]:
    for choice in choices:
        # Only the first answer is shown; one without an index is the only one.
        if not isinstance(choice, dict) or choice.get("index", 0) not in (0, None):
            continue
        delta = choice.get("delta")
        if isinstance(delta, dict):
            if content := _text(delta.get("content")):
                yield _make_text_delta(content, draft)
            if refusal := _text(delta.get("refusal")):
                yield RefusalDelta(refusal)
        if reason := _text(choice.get("finish_reason")):
            yield Finish(reason)


def _make_text_delta(content: str, draft: object) -> TextDelta:
    if not isinstance(draft, dict):
        return TextDelta(content)
    return TextDelta(
        content,
        _count(draft.get("num_draft_tokens")),
        _count(draft.get("num_accepted_tokens")),
        _read_spans(draft.get("spans"), len(content)),
    )


def _read_spans(values: object, characters: int) -> tuple[TextSpan, ...] | None:
    """Return spans that cover so many characters exactly; anything else is as good as none."""
    # No span is empty, so an honest list is never longer than the text.
    if not isinstance(values, list) or len(values) > characters:
        return None
    spans = [_read_span(value) for value in values]
    known = tuple(span for span in spans if span is not None)
    is_cover = len(known) == len(spans) and sum(span.characters for span in known) == characters
    return known if is_cover else None


def _read_span(value: object) -> TextSpan | None:
    if not isinstance(value, list) or len(value) != 2 or not isinstance(value[0], str):
        return None
    characters = _count(value[1])
    return TextSpan(Origin(value[0]), characters) if value[0] in _ORIGINS and characters else None


def read_usage(usage: Mapping[str, object]) -> TokenUsage:
    """Return the counts of a `usage` object; what is missing, null or no count is `None`."""
    prompt = usage.get("prompt_tokens_details")
    completion = usage.get("completion_tokens_details")
    prompt = prompt if isinstance(prompt, dict) else {}
    completion = completion if isinstance(completion, dict) else {}
    return TokenUsage(
        prompt_tokens=_count(usage.get("prompt_tokens")),
        completion_tokens=_count(usage.get("completion_tokens")),
        cached_tokens=_count(prompt.get("cached_tokens")),
        reasoning_tokens=_count(completion.get("reasoning_tokens")),
        accepted_prediction_tokens=_count(completion.get("accepted_prediction_tokens")),
        rejected_prediction_tokens=_count(completion.get("rejected_prediction_tokens")),
    )


def _read_durations_s(values: object) -> dict[str, float]:
    if not isinstance(values, dict):
        return {}
    durations_s: dict[str, float] = {}
    for name, value in values.items():
        for ending, cut, scale_s in _DURATION_ENDINGS:
            number = _number(value)
            if name.endswith(ending) and number is not None:
                durations_s[name.removesuffix(cut)] = number * scale_s
                break
    return durations_s


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _count(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        return None
    return value


def _whole(value: object) -> int | None:
    """Return a count that may be written as text."""
    return int(value) if isinstance(value, str) and value.isdecimal() else _count(value)


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        number = float(value)
    except ValueError:
        return None
    return number if isfinite(number) and number >= 0 else None
