"""Pure, frozen values that know nobody. `None` means "not reported" and is never drawn as 0."""

from lib.domain.origin import Origin, TextSpan
from lib.domain.report import ErrorCategory, ErrorReport
from lib.domain.result import Outcome, RunResult
from lib.domain.settings import PredictionSource, RunSettings
from lib.domain.timing import ContentChunk, StreamTiming
from lib.domain.trace import WireTrace
from lib.domain.usage import TokenUsage

__all__ = [
    "ContentChunk",
    "ErrorCategory",
    "ErrorReport",
    "Origin",
    "Outcome",
    "PredictionSource",
    "RunResult",
    "RunSettings",
    "StreamTiming",
    "TextSpan",
    "TokenUsage",
    "WireTrace",
]
