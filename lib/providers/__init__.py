"""The way to a provider: its address, a client that leaks nothing, its errors in plain words."""

from lib.providers.check import CheckResult, check_connection
from lib.providers.client import Timeouts, make_client
from lib.providers.connection import Connection, resolve_connection
from lib.providers.report import report_error

__all__ = [
    "CheckResult",
    "Connection",
    "Timeouts",
    "check_connection",
    "make_client",
    "report_error",
    "resolve_connection",
]
