"""A job of a pipeline gets a further step beside a told one.

Invariant: another job stays, though it has steps of the same names.
"""

from __future__ import annotations

from dataclasses import dataclass

from lib.engine.adapter.tasks.demos.pairs import step_wordings as wordings
from lib.engine.adapter.tasks.demos.pairs.framing import frame_line
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_STEPS = (
    ("Install dependencies", "npm ci", "Lint", "npm run lint", "Check types", "npx tsc --noEmit",
     "Test", "npm test", "Build", "npm run build", "Deploy", "npm run deploy"),
    ("Install", "pip install -r requirements.txt", "Check format", "ruff format --check .",
     "Lint", "ruff check .", "Type check", "mypy src", "Test", "pytest -q",
     "Build docs", "mkdocs build"),
    ("Check format", "cargo fmt --check", "Clippy", "cargo clippy", "Test", "cargo test",
     "Build release", "cargo build --release", "Audit", "cargo audit", "Package", "cargo package"),
    ("Download modules", "go mod download", "Vet", "go vet ./...", "Unit tests", "go test ./...",
     "Race tests", "go test -race ./...", "Compile", "go build -o app", "Pack",
     "tar czf app.tgz app"),
    ("Update apt", "apt-get update", "Install nginx", "apt-get install -y nginx",
     "Copy site", "cp -r site /var/www", "Check nginx config", "nginx -t",
     "Restart nginx", "systemctl restart nginx", "Show status", "systemctl status nginx"),
    ("Stop app", "./app.sh stop", "Dump database", "pg_dump -f dump.sql main",
     "Compress dump", "gzip dump.sql", "Upload dump", "./upload.sh dump.sql.gz",
     "Start app", "./app.sh start", "Send report", "./report.sh"),
    ("Fetch data", "python fetch.py", "Clean data", "python clean.py --strict",
     "Join tables", "python join.py", "Train model", "python train.py --epochs 5",
     "Evaluate", "python evaluate.py", "Publish results", "python publish.py"),
    ("Log in", "docker login registry.local", "Build image", "docker build -t web .",
     "Scan image", "trivy image web", "Tag image", "docker tag web web:stable",
     "Push image", "docker push web:stable", "Clean up", "docker image prune -f"),
    ("Weigh flour", "scale --grams 500", "Mix dough", "mixer --minutes 8",
     "Let dough rest", "timer 45m", "Shape loaves", "shaper --count 2",
     "Heat oven", "oven --celsius 230", "Bake", "oven --minutes 35"),
    ("Get submodules", "git submodule update --init", "Configure", "cmake -B build",
     "Compile", "cmake --build build", "Run tests", "ctest --test-dir build",
     "Strip binaries", "strip build/app", "Install", "cmake --install build"),
)  # fmt: skip
_LISTS = (
    ("name: {title}\non: [push, pull_request]\njobs:", "  {job}:\n    runs-on: ubuntu-latest\n"
     "    steps:\n      - uses: actions/checkout@v4", 6, "name", "run", "job"),
    ("name: {title}\non:\n  workflow_dispatch:\njobs:", "  {job}:\n    runs-on: self-hosted\n"
     "    steps:", 6, "name", "run", "job"),
    ("---", "- name: {job}\n  hosts: {job}\n  tasks:", 4, "name", "command", "play"),
    ("pipeline: {title}\nstages:", "  - stage: {job}\n    steps:", 6, "name", "script", "stage"),
    ("version: 2\njobs:", "  {job}:\n    machine: large\n    steps:", 6, "name", "command", "job"),
    ("title: {title}\nsequences:", "  {job}:\n    steps:", 6, "label", "command", "sequence"),
)  # fmt: skip
_TITLES = ("CI", "checks", "nightly", "main", "release", "weekly", "Morning run", "default")
_JOBS = ("web", "main", "staging", "production", "linux", "backend", "first", "primary")


@dataclass(frozen=True)
class _StepStyle:
    indent: str
    name_key: str
    command_key: str
    gap: str
    is_quoted: bool


def _write_steps(steps: list[tuple[str, str]], style: _StepStyle) -> str:
    shown = [(f'"{name}"' if style.is_quoted else name, command) for name, command in steps]
    return style.gap.join(
        f"{style.indent}- {style.name_key}: {name}\n{style.indent}  {style.command_key}: {command}"
        for name, command in shown
    )


def add_named_step(context: Context) -> Edit | None:
    """Add a step before or after a told one; another job may have steps of the same names."""
    random = context.random
    flat = random.choice(_STEPS)
    pool = list(zip(flat[::2], flat[1::2], strict=True))
    drawn = sorted(random.sample(range(len(pool)), random.choice((3, 4, 4, 5))))
    at = random.randrange(len(drawn))
    is_after = at == len(drawn) - 1 or (at > 0 and context.chance(0.5))
    name, command = pool[drawn[at]]
    neighbour = pool[drawn[at - 1] if is_after else drawn[at + 1]][0]
    head, job_head, indent, name_key, command_key, noun = random.choice(_LISTS)
    jobs = random.sample(_JOBS, 2 if context.chance(0.5) else 1)
    gap = "\n\n" if context.chance(0.25) else "\n"
    style = _StepStyle(" " * indent, name_key, command_key, gap, context.chance(0.15))
    other = sorted(random.sample(drawn, 2))
    if len(jobs) == 2 and drawn[at] in other:
        return None
    title = head.format(title=random.choice(_TITLES))

    def write(places: list[int]) -> str:
        blocks = [job_head.format(job=job) + "\n" + _write_steps([pool[i] for i in chosen], style)
                  for job, chosen in zip(jobs, (places, other), strict=False)]  # fmt: skip
        return "\n".join([title, style.gap.join(blocks)])

    pair = write([i for i in drawn if i != drawn[at]]), write(drawn)
    told = context.quoted(neighbour)
    where = random.choice(
        ("right after {}", "after {}", "directly below the step {}", "just after the {} step")
        if is_after
        else ("right before {}", "before {}", "directly above the step {}", "just before {}")
    ).format(told)
    if len(jobs) == 2:
        where += f" in the {noun} {context.coded(jobs[0])}"
    request = context.say(wordings.STEP, name=context.quoted(name),
                          command=context.coded(command), place=where)  # fmt: skip
    request = frame_line(
        context, request, wordings.STEP_REASONS, wordings.STEP_STAYS, neighbour=told
    )
    return make_edit(context, "add named step", request, "yaml", pair)
