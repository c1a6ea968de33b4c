"""From settings to a request: check everything at once, then build the wire format."""

from lib.request.advice import Advice, list_advice
from lib.request.payload import EXTRA_BODY, build_payload, make_body
from lib.request.problem import Problem
from lib.request.validation import validate_settings

__all__ = [
    "EXTRA_BODY",
    "Advice",
    "Problem",
    "build_payload",
    "list_advice",
    "make_body",
    "validate_settings",
]
