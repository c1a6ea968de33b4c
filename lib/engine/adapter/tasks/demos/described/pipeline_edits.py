"""A block of a compose file or pipeline goes, and a step comes, told as people speak of them.

Invariant: source and answer are written by one function, so only what is told differs.
"""

from __future__ import annotations

from collections.abc import Sequence

from lib.engine.adapter.tasks.demos.described import pipeline_wordings as say
from lib.engine.adapter.tasks.demos.telling import capital, tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

Block = tuple[str, Sequence[str] | str]
"""A key with its items, or with its value."""
Part = tuple[str, list[Block]]

_SERVICES = (
    ("db", "the database", "postgres:16", "5432:5432", ("POSTGRES_DB: shop", "POSTGRES_USER: app"),
     "dbdata:/var/lib/postgresql/data"),
    ("cache", "the cache", "redis:7", "6379:6379", ("REDIS_ARGS: --save 60",), "cache:/data"),
    ("web", "the web server", "nginx:1.27", "80:80", ("TZ: UTC",), "./html:/usr/share/nginx/html"),
    ("api", "the API", "shop/api:2.3", "8000:8000", ("LOG_LEVEL: info", "WORKERS: 4"),
     "./api:/srv/api"),
    ("worker", "the worker", "shop/worker:2.3", "9100:9100", ("QUEUE: mails", "WORKERS: 2"),
     "./jobs:/srv/jobs"),
    ("mailer", "the mail service", "axllent/mailpit:v1", "8025:8025", ("MP_VERBOSE: 1",),
     "mails:/data"),
    ("search", "the search engine", "opensearch:2.11", "9200:9200", ("CLUSTER: main",),
     "index:/usr/share/data"),
    ("grafana", "the dashboard", "grafana/grafana:11.0", "3000:3000", ("GF_USERS: none",),
     "grafana:/var/lib/grafana"),
    ("queue", "the message queue", "rabbitmq:3.13", "5672:5672", ("RABBITMQ_VHOST: main",),
     "queue:/var/lib/rabbitmq"),
    ("proxy", "the proxy", "traefik:3.1", "443:443", ("ACME: staging",), "./certs:/certs"),
    ("store", "the file store", "minio/minio:latest", "9000:9000", ("MINIO_REGION: eu",),
     "files:/data"),
)  # fmt: skip
_SERVICE_WISHES = {
    "ports": ("must not publish a port any more", "needs no published ports",
              "should not expose any port to the host", "must not be reachable from the host"),
    "environment": ("needs no environment variables any more", "should get no environment",
                    "works without environment variables now"),
    "volumes": ("should not mount anything any more", "needs no volumes now",
                "must not have any volumes"),
    "depends_on": ("should not depend on other services any more", "needs no dependencies now",
                   "must start without waiting for other services"),
}  # fmt: skip
_JOBS = (
    ("build", "the build job", "make build"), ("test", "the test job", "make test"),
    ("lint", "the lint job", "make lint"), ("docs", "the docs job", "make docs"),
    ("deploy", "the deploy job", "./deploy.sh"), ("package", "the package job", "make dist"),
    ("audit", "the audit job", "make audit"), ("e2e", "the e2e job", "npm run e2e"),
)  # fmt: skip
_JOB_ITEMS = {
    "only": ("main", "develop", "tags"), "tags": ("docker", "linux", "large"),
    "needs": ("prepare", "setup"), "before_script": ("make setup", "npm ci"),
}  # fmt: skip
_JOB_WISHES = {
    "only": ("should run on every branch now", "must not be limited by `only` any more"),
    "tags": ("can run on any runner, so it needs no tags", "needs no runner tags any more"),
    "needs": ("does not need to wait for other jobs any more", "has no needs any more"),
    "before_script": ("needs no before_script any more", "has nothing to prepare any more"),
}  # fmt: skip


def drop_key_block(context: Context) -> Edit | None:
    """Remove a key and its items from one service or job; the same key elsewhere stays."""
    random = context.random
    is_compose = context.chance(0.65)
    parts, labels = _compose(context) if is_compose else _pipeline(context)
    index = random.randrange(len(parts))
    name, blocks = parts[index]
    wishes = _SERVICE_WISHES if is_compose else _JOB_WISHES
    keys = [key for key, _ in blocks if key in wishes]
    shared = [
        key for key in keys
        if any(key == its for i, (_, other) in enumerate(parts) if i != index for its, _ in other)
    ]  # fmt: skip
    if not shared:
        return None
    key = random.choice(shared)
    twins = [other for other, its in parts if other != name and key in dict(its)]
    who = labels[name] if context.chance(0.5) else context.coded(name, bare=0.0)
    request = tell(
        context, say.DROP_BLOCK, reasons=say.DROP_BLOCK_REASONS, stays=say.DROP_BLOCK_STAYS,
        who=who, Who=capital(who), key=context.coded(key),
        wish=random.choice(wishes[key]), twin=random.choice(twins),
    )  # fmt: skip
    rest = [block for block in blocks if block[0] != key]
    after = [*parts[:index], (name, rest), *parts[index + 1 :]]
    head, indent = ("services:\n", "  ") if is_compose else ("stages: [all]\n\n", "")
    gap = "\n" if not is_compose or context.chance(0.4) else ""
    pair = tuple(head + gap.join(_write_part(part, indent) for part in its).rstrip("\n")
                 for its in (parts, after))  # fmt: skip
    return make_edit(context, "drop key block", request, "yaml", (pair[0], pair[1]))


def _write_part(part: Part, indent: str) -> str:
    lines = [f"{indent}{part[0]}:"]
    for key, value in part[1]:
        if isinstance(value, str):
            lines.append(f"{indent}  {key}: {value}")
            continue
        lines.append(f"{indent}  {key}:")
        mark = "" if key == "environment" else "- "
        lines += [f"{indent}    {mark}{item}" for item in value]
    return "\n".join(lines) + "\n"


def _compose(context: Context) -> tuple[list[Part], dict[str, str]]:
    random = context.random
    count = max(2, min(5, round(context.size / 150)))
    drawn = random.sample(_SERVICES, count)
    parts: list[Part] = []
    for name, _, image, port, environment, volume in drawn:
        ports = [f'"{port}"'] + ([f'"1{port[:3]}:{port.split(":")[1]}"'] * context.chance(0.3))
        blocks: list[Block] = [("ports", ports), ("environment", environment)]
        blocks.append(("volumes", [volume]))
        others = [one[0] for one in drawn if one[0] != name]
        blocks.append(
            ("depends_on", random.sample(others, min(len(others), 1 + context.chance(0.3))))
        )
        kept = random.sample(blocks, random.randrange(2, 4))
        if context.chance(0.4):
            kept.append(("restart", "unless-stopped"))
        parts.append((name, [("image", image), *kept]))
    return parts, {one[0]: one[1] for one in drawn}


def _pipeline(context: Context) -> tuple[list[Part], dict[str, str]]:
    random = context.random
    drawn = random.sample(_JOBS, max(2, min(5, round(context.size / 100))))
    parts: list[Part] = []
    for name, _, command in drawn:
        blocks: list[Block] = [("stage", "all"), ("script", [command])]
        for key in random.sample(list(_JOB_ITEMS), random.randrange(1, 4)):
            items = _JOB_ITEMS[key]
            blocks.append((key, random.sample(items, random.randrange(1, len(items) + 1))))
        parts.append((name, blocks))
    return parts, {one[0]: one[1] for one in drawn}


_COMMANDS = (
    ("npm ci", "Install"), ("npm run lint", "Lint"), ("npm test", "Test"),
    ("npm run build", "Build"), ("npm audit", "Audit"), ("npm run format:check", "Check format"),
    ("npx tsc --noEmit", "Check types"), ("npm run e2e", "End to end tests"),
    ("pip install -r requirements.txt", "Install packages"), ("ruff check .", "Ruff"),
    ("mypy src", "Mypy"), ("pytest -q", "Unit tests"), ("python -m build", "Build wheel"),
    ("make docs", "Docs"), ("make clean", "Clean"), ("docker compose up -d", "Start services"),
    ("docker compose down", "Stop services"), ("./scripts/migrate.sh", "Migrate"),
    ("./scripts/seed.sh --small", "Seed"), ("cargo fmt --check", "Format"),
    ("cargo clippy", "Clippy"), ("cargo test --all", "Cargo tests"), ("go vet ./...", "Vet"),
    ("go test ./...", "Go tests"), ("coverage report", "Coverage"), ("git lfs pull", "Large files"),
)  # fmt: skip
_HEADS = (
    "name: CI\n\non: [push]\n\njobs:\n  check:\n    runs-on: ubuntu-latest\n    steps:\n"
    "      - uses: actions/checkout@v4\n",
    "name: Nightly\non:\n  schedule:\n    - cron: '0 3 * * *'\njobs:\n  all:\n"
    "    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v4\n",
    "steps:\n", "jobs:\n  verify:\n    timeout-minutes: 20\n    steps:\n",
)  # fmt: skip
_SCRIPT_HEADS = ("check:\n  stage: test\n  script:\n", "image: debian:12\n\nall:\n  script:\n")


def add_step(context: Context) -> Edit | None:
    """Add a command as its own step right before or after another one."""
    random = context.random
    count = max(3, min(8, round(context.size / 60)))
    drawn = random.sample(_COMMANDS, count + 1)
    new, before = drawn[-1], drawn[:-1]
    style = random.choice(("run", "run", "named", "script"))
    index = random.randrange(len(before) + 1)
    is_after = index > 0 and (index == len(before) or context.chance(0.5))
    anchor = before[index - 1 if is_after else index]
    near = context.coded(anchor[0])
    if style == "named" and context.chance(0.5):
        near = f'the step "{anchor[1]}"'
    elif context.chance(0.1) and index in (0, len(before)):
        near = "the last command" if is_after else "the first command"
    place = random.choice(
        ("right after {}", "directly after {}", "immediately after {}")
        if is_after
        else ("right before {}", "directly before {}", "just before {}")
    )
    command = context.coded(new[0], bare=0.1)
    if style == "named":
        command = f'{command} (called "{new[1]}")'
    place = place.format(near)
    request = tell(
        context, say.ADD_STEP, reasons=say.ADD_STEP_REASONS, stays=say.ADD_STEP_STAYS,
        command=command, place=place, Place=capital(place),
        twin=random.choice(before)[0],
    )  # fmt: skip
    head = random.choice(_SCRIPT_HEADS if style == "script" else _HEADS)
    end = "\n\nnotes: run by hand if needed" if context.chance(0.1) else ""
    after = [*before[:index], new, *before[index:]]
    indent = " " * (len(head) - len(head.rstrip("\n")) and _indent(head))
    pair = [head + "\n".join(_write_step(step, style, indent) for step in its) + end
            for its in (before, after)]  # fmt: skip
    return make_edit(context, "add step", request, "yaml", (pair[0], pair[1]))


def _indent(head: str) -> int:
    """How far the items of the list are in that the head ends with."""
    last = head.rstrip("\n").split("\n")[-1]
    depth = len(last) - len(last.lstrip())
    return depth if last.lstrip().startswith("-") else depth + 2


def _write_step(step: tuple[str, str], style: str, indent: str) -> str:
    command, name = step
    if style == "script":
        return f"{indent}- {command}"
    if style == "run":
        return f"{indent}- run: {command}"
    return f"{indent}- name: {name}\n{indent}  run: {command}"
