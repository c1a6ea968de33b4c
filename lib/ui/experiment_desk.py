"""The experiments of this server: those that run now, and those that are kept.

Invariant: an experiment has at most one runner; a page that is closed or left stops none.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lib.analysis.experiment import ExperimentResult, analyse_experiment
from lib.domain import ExperimentPlan, Trial
from lib.experiments.library import StoredTrials, keep_plan, read_stored_plan
from lib.experiments.progress import State
from lib.experiments.runner import ExperimentRunner
from lib.storage import StoredExperiment
from lib.ui.connections import choose_endpoint
from lib.ui.services import Services, open_services


@dataclass(slots=True)
class ExperimentDesk:
    """Starts, finds and stops experiments, for all sessions."""

    services: Services
    _runners: dict[str, ExperimentRunner] = field(default_factory=dict)
    _results: dict[str, tuple[int, ExperimentResult]] = field(default_factory=dict)

    def start(self, plan: ExperimentPlan, typed: Mapping[str, str]) -> str:
        """Keep the plan and run it; return its id. `typed` are this session's connections.

        Raises StorageError.
        """
        experiment = keep_plan(self.services.repository.experiments, plan)
        self._run(experiment.experiment_id, plan, typed)
        return experiment.experiment_id

    def resume(self, experiment: StoredExperiment, typed: Mapping[str, str]) -> None:
        """Go on with the trials that are left. Raises StorageError or PlanError."""
        if not self.is_running(experiment.experiment_id):
            self._run(experiment.experiment_id, read_stored_plan(experiment), typed)

    def find(self, experiment_id: str) -> ExperimentRunner | None:
        """Return the latest runner of this process, ended or not."""
        return self._runners.get(experiment_id)

    def is_running(self, experiment_id: str) -> bool:
        """Whether it runs now."""
        runner = self.find(experiment_id)
        return runner is not None and runner.progress().state is State.RUNNING

    def count_others_running(self, experiment_id: str | None) -> int:
        """Return how many other experiments this server runs now."""
        return sum(self.is_running(other) for other in self._runners if other != experiment_id)

    def find_stored(self, experiment_id: str) -> StoredExperiment | None:
        """Return a kept experiment. Raises StorageError."""
        experiments = self.services.repository.experiments.list_experiments()
        return next((each for each in experiments if each.experiment_id == experiment_id), None)

    def load_trials(self, experiment_id: str) -> Sequence[Trial]:
        """Return what has ended so far. Raises StorageError."""
        runner = self.find(experiment_id)
        if runner is not None:
            return runner.trials
        return self.services.repository.experiments.load_trials(experiment_id)

    def analyse(
        self, experiment_id: str, plan: ExperimentPlan, trials: Sequence[Trial]
    ) -> ExperimentResult:
        """Return the result; computed anew only when there are more trials."""
        known = self._results.get(experiment_id)
        if known is not None and known[0] == len(trials):
            return known[1]
        result = analyse_experiment(plan, trials)
        self._results[experiment_id] = (len(trials), result)
        return result

    def close(self) -> None:
        """Stop all, so that what is left is sent when they are resumed."""
        for runner in self._runners.values():
            runner.stop()
        for runner in self._runners.values():
            runner.wait(5.0)

    def _run(self, experiment_id: str, plan: ExperimentPlan, typed: Mapping[str, str]) -> None:
        services = self.services
        typed_now = dict(typed)
        runner = ExperimentRunner(
            plan,
            StoredTrials(services.repository.experiments, experiment_id),
            services.manager,
            lambda provider_id: choose_endpoint(provider_id, services, typed_now),
            mark=experiment_id,
            max_output_tokens=services.settings.max_output_tokens,
        )
        self._runners[experiment_id] = runner
        self._results.pop(experiment_id, None)
        runner.start()


@functools.cache
def _make_desk(services_id: int) -> ExperimentDesk:
    desk = ExperimentDesk(open_services())
    desk.services.closers.append(desk.close)
    return desk


def open_desk() -> ExperimentDesk:
    """Return the desk of this process's services."""
    return _make_desk(id(open_services()))
