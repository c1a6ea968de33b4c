"""Prints what the generator makes: `python -m lib.engine.adapter.tasks --count 2000 --show 5`.

Invariant: only prints; lengths are characters, because no tokenizer is loaded here.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Callable

from lib.engine.adapter.tasks import SPLITS, EditTask, make_tasks
from lib.engine.adapter.tasks.phrasing import Variety


def main() -> None:
    """Make tasks, print examples and the distribution of kinds, languages and lengths."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--split", choices=SPLITS, default="train")
    names = [variety.name.lower() for variety in Variety]
    parser.add_argument("--variety", choices=names, default=names[0], help="what they are made of")
    parser.add_argument("--show", type=int, default=0, help="how many examples to print")
    arguments = parser.parse_args()
    start = time.perf_counter()
    variety = Variety[arguments.variety.upper()]
    try:
        made = make_tasks(arguments.seed, arguments.count, arguments.split, variety=variety)
        tasks = list(made)
    except ValueError as error:
        parser.error(str(error))
    spent_s = time.perf_counter() - start
    out = [_described(task) for task in tasks[: arguments.show]]
    for title, key in (("kind", _kind), ("language", _language)):
        out.append(_table(title, tasks, key))
    out.append(f"{len(tasks)} tasks in {spent_s:.1f} s, {len(tasks) / spent_s:.0f} per second")
    sys.stdout.write("\n".join(out) + "\n")


def _kind(task: EditTask) -> str:
    return task.kind


def _language(task: EditTask) -> str:
    return task.language


def _described(task: EditTask) -> str:
    lines = [f"======== {task.task_id} · {task.kind} · {task.language}"]
    lines += [f"--- {role}\n{content}" for role, content in task.messages]
    return "\n".join([*lines, "--- answer", task.answer])


def _table(title: str, tasks: list[EditTask], key: Callable[[EditTask], str]) -> str:
    groups: dict[str, list[int]] = defaultdict(list)
    for task in tasks:
        groups[key(task)].append(len(task.answer))
    groups["all"] = [len(task.answer) for task in tasks]
    rows = [f"{title:24}{'tasks':>7}{'mean':>7}{'median':>8}{'longest':>9}  characters of answer"]
    for name in sorted(groups, key=lambda name: (name == "all", name)):
        lengths = sorted(groups[name])
        mean, median = sum(lengths) / len(lengths), lengths[len(lengths) // 2]
        rows.append(f"{name:24}{len(lengths):7}{mean:7.0f}{median:8}{lengths[-1]:9}")
    return "\n".join(rows)


if __name__ == "__main__":
    main()
