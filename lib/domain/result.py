"""What came of one run. Invariant: exists for every run that was started, however it ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from lib.domain.report import ErrorReport
from lib.domain.settings import RunSettings
from lib.domain.timing import StreamTiming
from lib.domain.trace import WireTrace
from lib.domain.usage import TokenUsage


class Outcome(StrEnum):
    """How a run ended."""

    COMPLETED = "completed"
    STOPPED = "stopped"
    """By the user, or because nobody was watching any more."""
    TRUNCATED = "truncated"
    """Text is missing at its end: token limit, content filter, or a stream cut without an error."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunResult:
    """One finished run: what was asked, what came, when, and how it ended."""

    run_id: str
    settings: RunSettings
    started_at: datetime
    """Aware, UTC."""
    outcome: Outcome
    text: str
    """Everything that arrived, partial answers included."""
    timing: StreamTiming = field(default_factory=StreamTiming)
    usage: TokenUsage | None = None
    """`None`: the provider reported no usage."""
    finish_reason: str | None = None
    system_fingerprint: str | None = None
    response_id: str | None = None
    request_id: str | None = None
    served_model: str | None = None
    """The `model` that the answer names, which may differ from the one asked for."""
    error: ErrorReport | None = None
    """Set when failed, and when truncated by something that needs explaining."""
    server_timings_s: Mapping[str, float] = field(default_factory=dict)
    """The server's own clock, in seconds, under its own names."""
    versions: Mapping[str, str] = field(default_factory=dict)
    """Versions of what produced the run: playground, openai SDK, Python."""
    retry_of: str | None = None
    """Id of the run whose prediction was refused, of which this is the retry without one."""
    trace: WireTrace | None = None
    """What came over the wire; `None`: no answer began."""
