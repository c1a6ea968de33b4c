"""The way to a provider: its address, a client that leaks nothing, its errors in plain words."""

from lib.providers.check import CheckResult, check_connection
from lib.providers.client import Timeouts, make_client
from lib.providers.connection import Connection, read_api_version, resolve_connection
from lib.providers.entra import TokenSource
from lib.providers.rate_limits import RateLimit, read_rate_limits
from lib.providers.report import report_error
from lib.providers.server_words import read_request_id, redact

__all__ = [
    "CheckResult",
    "Connection",
    "RateLimit",
    "Timeouts",
    "TokenSource",
    "check_connection",
    "make_client",
    "read_api_version",
    "read_rate_limits",
    "read_request_id",
    "redact",
    "report_error",
    "resolve_connection",
]
