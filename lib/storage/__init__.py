"""Every run is kept. Invariant: what comes out equals what went in, and no key ever goes in."""

from lib.storage.repository import RunRepository, open_repository

__all__ = ["RunRepository", "open_repository"]
