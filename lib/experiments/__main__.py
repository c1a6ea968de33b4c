"""`python -m lib.experiments run FILE --output DIR`: an experiment without a screen.

Invariant: the exit status tells a build what it needs: 0 all pass conditions hold, 1 one does not
(or the experiment could not be measured), 2 the file is wrong and nothing was sent.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from lib.analysis.experiment import ExperimentResult, analyse_experiment
from lib.domain import ExperimentPlan
from lib.errors import PlanError, PlaygroundError
from lib.experiments.conditions import Finding
from lib.experiments.endpoints import Endpoints
from lib.experiments.plan_file import read_plan_file, write_plan
from lib.experiments.progress import State
from lib.experiments.result_file import judge_conditions, make_result
from lib.experiments.runner import ExperimentRunner
from lib.experiments.sending import find_circumstances
from lib.experiments.trial_file import TrialFile, write_trials
from lib.providers import Timeouts
from lib.running import RunManager
from lib.settings import AppSettings, load_settings

EXIT_PASSED, EXIT_FAILED, EXIT_WRONG_FILE, EXIT_INTERRUPTED = 0, 1, 2, 130
PLAN_FILE, TRIALS_FILE, RESULT_FILE = "experiment.yaml", "trials.jsonl", "result.json"
_TICK_S = 0.2
_LOG_WIDTH = 120


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return the exit status."""
    options = _parse(arguments)
    console = Console(highlight=False, soft_wrap=True)
    if not console.is_terminal:
        # A build's log has no width; the table should not be squeezed into 80 columns.
        console = Console(highlight=False, soft_wrap=True, width=_LOG_WIDTH)
    try:
        settings = load_settings()
        plan = read_plan_file(options.file, find_circumstances(settings))
        store = _open_output(options.output, plan)
    except PlanError as error:
        for fault in error.faults:
            _say(console, fault, "red")
        return EXIT_WRONG_FILE
    except PlaygroundError as error:
        _say(console, str(error), "red")
        return EXIT_WRONG_FILE
    return _run(plan, store, settings, options.output, console)


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m lib.experiments", description="Experiments without a screen."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser(
        "run",
        help="run an experiment file",
        description="Run an experiment file, or go on where an earlier call with the same output "
        "folder ended. Exit status: 0 all pass conditions hold, 1 one does not, 2 the file is "
        "wrong.",
    )
    run.add_argument("file", type=Path, metavar="FILE.yaml")
    run.add_argument("--output", type=Path, required=True, metavar="DIR")
    return parser.parse_args(arguments)


def _open_output(folder: Path, plan: ExperimentPlan) -> TrialFile:
    """Return the store in `folder`, which must be new or hold this very experiment."""
    document = write_plan(plan)
    path = folder / PLAN_FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.read_text(encoding="utf-8") != document:
            raise PlanError(
                (f"{folder} holds another experiment. Name another --output, or empty it.",)
            )
        path.write_text(document, encoding="utf-8")
    except OSError as error:
        raise PlanError((f"{folder} cannot be written: {error.strerror}.",)) from error
    return TrialFile(folder / TRIALS_FILE)


def _run(
    plan: ExperimentPlan, store: TrialFile, settings: AppSettings, folder: Path, console: Console
) -> int:
    endpoints = Endpoints(settings)
    # A trial's file holds its whole run, so there is nothing else to save.
    manager = RunManager(
        save=lambda _: None,
        timeouts=Timeouts(silence_s=settings.silence_timeout_s, total_s=settings.deadline_s),
    )
    interrupted = False
    try:
        runner = ExperimentRunner(
            plan,
            store,
            manager,
            endpoints.choose,
            mark=plan.name,
            max_output_tokens=settings.max_output_tokens,
        )
        runner.start()
        try:
            _watch(runner, console)
        except KeyboardInterrupt:
            interrupted = True
            runner.stop()
            runner.wait()
    except PlanError as error:
        _say(console, str(error), "red")
        return EXIT_WRONG_FILE
    finally:
        manager.close()
        endpoints.close()
    return _report(runner, folder, console, interrupted=interrupted)


def _watch(runner: ExperimentRunner, console: Console) -> None:
    columns = (
        TextColumn("{task.fields[name]}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=console) as bar:
        task = bar.add_task("", total=runner.plan.num_trials, name=runner.plan.name)
        ended = False
        while not ended:
            ended = runner.wait(_TICK_S)
            now = runner.progress()
            left = (
                "" if now.remaining_s is None or ended else f", about {now.remaining_s:.0f} s left"
            )
            failed = f", {now.failed} failed" if now.failed else ""
            bar.update(task, completed=now.done, description=f"{now.sentence}{failed}{left}")


def _report(runner: ExperimentRunner, folder: Path, console: Console, *, interrupted: bool) -> int:
    plan, trials, progress = runner.plan, runner.trials, runner.progress()
    is_complete = progress.state is State.FINISHED
    document = make_result(plan, trials, is_complete=is_complete, ending=progress.sentence)
    # In planned order, whatever the order in which they ended.
    write_trials(folder / TRIALS_FILE, trials)
    text = json.dumps(document, indent=2, ensure_ascii=False)
    (folder / RESULT_FILE).write_text(f"{text}\n", encoding="utf-8")
    result = analyse_experiment(plan, trials)
    findings = judge_conditions(plan, result)
    _print_result(result, findings, console)
    if not is_complete:
        _say(console, f"Not complete: {progress.sentence}", "red")
    _say(console, f"Trials and result are in {folder}.")
    if interrupted:
        return EXIT_INTERRUPTED
    measured = any(summary.n_measured for summary in result.summaries)
    passed = is_complete and measured and all(finding.holds for finding in findings)
    return EXIT_PASSED if passed else EXIT_FAILED


def _print_result(result: ExperimentResult, findings: Sequence[Finding], console: Console) -> None:
    table = Table()
    for title in ("Arm", "Against", "Metric"):
        table.add_column(title)
    for title in ("Pairs", "Baseline", "Median", "Ratio", "95 % interval", "p"):
        table.add_column(title, justify="right")
    for row in result.comparisons:
        interval = f"{_say_number(row.ratio_ci_low)} to {_say_number(row.ratio_ci_high)}"
        table.add_row(
            Text(row.arm),
            Text(row.baseline),
            row.metric,
            str(row.n_pairs),
            *map(_say_number, (row.baseline_median, row.median, row.ratio)),
            "–" if row.ratio_ci_low is None else interval,
            _say_number(row.p_value),
        )
    console.print(table)
    for arm in result.arms:
        _say(console, f"{arm.arm}: {arm.judgement.verdict.value}. {arm.judgement.reason}", "bold")
    if result.failures:
        _say(console, f"{len(result.failures)} trials were not measured; result.json names each.")
    for finding in findings:
        mark, style = ("✓", "green") if finding.holds else ("✕", "red")
        _say(console, f"{mark} {finding.condition} (is {_say_number(finding.value)})", style)


def _say_number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3g}"


def _say(console: Console, words: str, style: str = "") -> None:
    # As text: names of arms and words of servers may hold rich's own markup.
    console.print(Text(words, style=style))


if __name__ == "__main__":
    sys.exit(main())
