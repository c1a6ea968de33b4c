"""Every run is kept. Invariant: what comes out equals what went in, and no key ever goes in."""

from lib.storage.experiments import ExperimentRepository, StoredExperiment
from lib.storage.repository import RunRepository, open_repository

__all__ = ["ExperimentRepository", "RunRepository", "StoredExperiment", "open_repository"]
