"""From settings to a request: check everything at once, then build the wire format."""

from lib.request.payload import build_payload
from lib.request.validation import Problem, validate_settings

__all__ = ["Problem", "build_payload", "validate_settings"]
