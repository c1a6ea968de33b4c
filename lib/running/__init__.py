"""Runs: from settings to timestamped events, kept whatever happens."""

from lib.running.manager import EndpointOpener, RunManager
from lib.running.run import Run, RunSnapshot

__all__ = ["EndpointOpener", "Run", "RunManager", "RunSnapshot"]
