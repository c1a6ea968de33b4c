"""Experiments in the database: kept, found, and taken in from files.

Invariant: an experiment's document never changes; what it was started as is what is resumed.
"""

from __future__ import annotations

import functools
import json
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime

from lib.domain import ExperimentPlan, Trial
from lib.errors import PlanError
from lib.experiments.order import plan_trials
from lib.experiments.plan_file import read_plan, write_plan
from lib.experiments.trial_file import decode_trials
from lib.storage import ExperimentRepository, StoredExperiment


class StoredTrials:
    """A trial store in the database."""

    def __init__(self, repository: ExperimentRepository, experiment_id: str) -> None:
        self._repository = repository
        self._experiment_id = experiment_id

    def load(self) -> Sequence[Trial]:
        """Return the trials of earlier sessions. Raises StorageError."""
        return self._repository.load_trials(self._experiment_id)

    def save(self, trial: Trial) -> None:
        """Keep a trial with its run. Raises StorageError."""
        self._repository.save_trial(self._experiment_id, trial)


def keep_plan(repository: ExperimentRepository, plan: ExperimentPlan) -> StoredExperiment:
    """Return the plan as a new experiment of the database. Raises StorageError."""
    experiment = StoredExperiment(
        experiment_id=uuid.uuid4().hex,
        name=plan.name,
        created_at=datetime.now(UTC),
        document=write_plan(plan),
    )
    repository.add(experiment)
    return experiment


def read_stored_plan(experiment: StoredExperiment) -> ExperimentPlan:
    """Return the plan of a stored experiment. Raises PlanError when it was damaged."""
    return _read_document(experiment.document)


@functools.lru_cache(maxsize=256)
def _read_document(document: str) -> ExperimentPlan:
    return read_plan(document)


def import_result(
    repository: ExperimentRepository, result: bytes, trials: bytes
) -> StoredExperiment:
    """Keep what the headless command has written as an experiment like any other.

    `result` is result.json, `trials` trials.jsonl. Raises PlanError or StorageError.
    """
    try:
        plan = read_plan(json.loads(result)["plan"], "result.json")
    except (ValueError, KeyError, TypeError) as error:
        raise PlanError((f"result.json: holds no experiment ({type(error).__name__}).",)) from error
    try:
        text = trials.decode("utf-8")
    except UnicodeDecodeError as error:
        raise PlanError(("trials.jsonl: is not UTF-8.",)) from error
    own = decode_trials(text, "trials.jsonl")
    planned = {each.position: each for each in plan_trials(plan)}
    strangers = [trial for trial in own if planned.get(trial.planned.position) != trial.planned]
    if strangers:
        position = strangers[0].planned.position
        raise PlanError(
            (f"trials.jsonl: trial {position} is not of the experiment of result.json.",)
        )
    experiment = keep_plan(repository, plan)
    for trial in own:
        repository.save_trial(experiment.experiment_id, trial)
    return experiment
