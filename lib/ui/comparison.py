"""What the shown answer is compared with: its source text, its prediction, or another answer.

Invariant: a choice that does not fit the shown run is not followed, and not forgotten.
"""

from __future__ import annotations

from collections.abc import Sequence

from lib.domain import PredictionSource, RunResult
from lib.running import Run
from lib.ui.services import Services
from lib.ui.state import Session
from lib.web.base import PREDICTION, SOURCE

MOST_ANSWERS = 20

Choice = tuple[str, str]
"""What `Session.compared_with` holds, and its name on the screen."""


def list_choices(run: Run | None, results: Sequence[RunResult]) -> list[Choice]:
    """Return what a run's answer can be compared with; `results`: the session's, oldest first."""
    choices = [(SOURCE, "Source text")]
    if run is None:
        return choices
    settings = run.settings
    if settings.uses_prediction and settings.prediction_source is PredictionSource.OWN:
        choices.append((PREDICTION, "Prediction"))
    answers = [
        (result.run_id, f"Answer of run {number}")
        for number, result in enumerate(results, start=1)
        if result.text and result.run_id != run.run_id
    ]
    return choices + answers[-MOST_ANSWERS:]


def find_choice(session: Session, run: Run | None, choices: Sequence[Choice]) -> str:
    """Return what the run's answer is compared with now."""
    wish = session.compared_with
    if wish not in (SOURCE, PREDICTION) and (run is None or run.run_id != session.compared_run_id):
        return SOURCE
    return wish if any(wish == choice for choice, _ in choices) else SOURCE


def choose(session: Session, run_id: str, wish: str) -> None:
    """Compare the answer of a run with `wish` from now on."""
    session.compared_with, session.compared_run_id = wish, run_id


def show_run(session: Session, run_id: str) -> None:
    """Show an answer that has ended."""
    session.shown_run_id = run_id
    session.live_view = None


def compare_answers(session: Session, older_id: str, newer_id: str) -> None:
    """Show the newer answer, compared with the older one."""
    show_run(session, newer_id)
    choose(session, newer_id, older_id)


def find_wish(choice: str, services: Services) -> str:
    """Return a choice as the event route takes it: another run is named by its secret token."""
    if choice in (SOURCE, PREDICTION):
        return choice
    run = services.find_run(choice)
    return run.token if run else SOURCE
