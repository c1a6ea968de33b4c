"""Pure, frozen values that know nobody. `None` means "not reported" and is never drawn as 0."""

from lib.domain.experiment import (
    Arm,
    Budget,
    Case,
    ExperimentPlan,
    PlannedTrial,
    PredictionKind,
    Purpose,
    Trial,
    find_compared,
)
from lib.domain.origin import Origin, TextSpan
from lib.domain.price import Price, RejectedBilling
from lib.domain.report import ErrorCategory, ErrorReport
from lib.domain.result import Outcome, RunResult
from lib.domain.settings import PredictionSource, RunSettings
from lib.domain.timing import ContentChunk, StreamTiming
from lib.domain.trace import WireTrace
from lib.domain.usage import TokenUsage

__all__ = [
    "Arm",
    "Budget",
    "Case",
    "ContentChunk",
    "ErrorCategory",
    "ErrorReport",
    "ExperimentPlan",
    "Origin",
    "Outcome",
    "PlannedTrial",
    "PredictionKind",
    "PredictionSource",
    "Price",
    "Purpose",
    "RejectedBilling",
    "RunResult",
    "RunSettings",
    "StreamTiming",
    "TextSpan",
    "TokenUsage",
    "Trial",
    "WireTrace",
    "find_compared",
]
