"""Edits of YAML with a twist: a step, a service, its name, its size, an entry of a list.

Invariant: the texts are written from data, before and after, so they differ in the told lines only.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from lib.engine.adapter.tasks.demos.pairs import yaml_pair_wordings as words
from lib.engine.adapter.tasks.demos.telling import tell_both
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_ONE_PART = 1 / 3

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

    pair = (write([i for i in drawn if i != drawn[at]]), write(drawn))
    told = context.quoted(neighbour)
    where = random.choice(
        ("right after {}", "after {}", "directly below the step {}", "just after the {} step")
        if is_after
        else ("right before {}", "before {}", "directly above the step {}", "just before {}")
    ).format(told)
    if len(jobs) == 2:
        where += f" in the {noun} {context.coded(jobs[0])}"
    values = {"name": context.quoted(name), "command": context.coded(command), "place": where}
    request = context.say(words.STEP, **values)
    request = words.frame(context, request, words.STEP_REASONS, words.STEP_STAYS, neighbour=told)
    return make_edit(context, "add named step", request, "yaml", pair)


@dataclass(frozen=True)
class _Service:
    name: str
    image: str
    port: int
    url: tuple[str, str] | None = None
    """The variable by which others reach it, and its value with {h} for the host."""
    volume: str = ""
    needs: tuple[str, ...] = ()


_BACKINGS = (
    (("db", "database", "store"), "postgres:16", 5432,
     ("DATABASE_URL", "postgres://app:secret@{h}:5432/{n}_main"), "/var/lib/postgresql/data"),
    (("sql", "mysql", "data"), "mysql:8.4", 3306,
     ("SQL_URL", "mysql://root:root@{h}:3306/{n}_live"), "/var/lib/mysql"),
    (("cache", "redis", "memory"), "redis:7-alpine", 6379, ("CACHE_URL", "redis://{h}:6379/0"), ""),
    (("queue", "broker", "rabbit"), "rabbitmq:3", 5672, ("AMQP_URL", "amqp://guest@{h}:5672"), ""),
    (("search", "elastic", "index"), "elasticsearch:8.11.1", 9200,
     ("SEARCH_URL", "http://{h}:9200/{n}_items"), "/usr/share/elasticsearch/data"),
    (("mail", "smtp", "mailhog"), "mailhog/mailhog", 1025, ("SMTP_URL", "smtp://{h}:1025"), ""),
    (("files", "minio", "storage"), "minio/minio", 9000, ("FILES_URL", "http://{h}:9000"), "/data"),
    (("auth", "login", "keycloak"), "quay.io/keycloak:24.0", 8080,
     ("AUTH_URL", "http://{h}:8080/{n}/token"), ""),
    (("metrics", "prom", "stats"), "prom/prometheus", 9090, ("METRICS_URL", "http://{h}:9090"), ""),
)  # fmt: skip
_APPS = ("api", "web", "worker", "shop", "site", "admin", "jobs", "gateway", "backend", "portal")
_TWIN_ENDS = ("-backup", "-exporter", "-admin", "-proxy", "-test", "_old")


def _draw_services(random: Random) -> tuple[list[_Service], int, int]:
    """Return services, the place of the told one, and that of the one named alike or -1."""
    backings = []
    for names, image, port, (key, url), path in random.sample(_BACKINGS, random.choice((1, 2, 2))):
        name = random.choice(names)
        volume = f"{name}_data:{path}" if path and random.random() < 0.7 else ""
        url_text = url.replace("{n}", name)
        backings.append(_Service(name, image, port, (key, url_text), volume))
    target = backings[0]
    twins = []
    if random.random() < 0.65:
        end = random.choice(_TWIN_ENDS)
        twins.append(_Service(f"{target.name}{end}", f"acme/{end[1:]}:1.{random.randrange(9)}",
                              random.randrange(7000, 7999)))  # fmt: skip
    apps = []
    for name in random.sample(_APPS, random.choice((1, 2))):
        needs = [one.name for one in backings if one is target or random.random() < 0.6]
        random.shuffle(needs)
        image = f"acme/{name}:{random.randrange(1, 5)}.{random.randrange(10)}"
        apps.append(_Service(name, image, random.randrange(3000, 3999), needs=tuple(needs)))
    services = [*backings, *twins, *apps]
    if random.random() < 0.5:
        random.shuffle(services)
    at = services.index(target)
    return services, at, services.index(twins[0]) if twins else -1


def _write_services(
    services: list[_Service], hosts: dict[str, str], dash: str, gap: str, hidden: str = ""
) -> str:
    """`hosts` tells the names to write; services are reached by URL but for the `hidden` one."""
    reached = {one.name: one.url for one in services}
    blocks = []
    for one in services:
        lines = [f"  {hosts.get(one.name, one.name)}:", f"    image: {one.image}",
                 "    ports:", f'    {dash}"{one.port}:{one.port}"']  # fmt: skip
        urls = [(need, reached.get(need)) for need in one.needs if need != hidden]
        if any(url for _, url in urls):
            lines.append("    environment:")
        lines += [f"      {url[0]}: {url[1].format(h=hosts.get(need, need))}"
                  for need, url in urls if url]  # fmt: skip
        if one.volume:
            lines += ["    volumes:", f"    {dash}{one.volume}"]
        if one.needs:
            lines.append("    depends_on:")
        lines += [f"    {dash}{hosts.get(need, need)}" for need in one.needs]
        blocks.append("\n".join(lines))
    tail = [f"  {one.volume.partition(':')[0]}:" for one in services if one.volume]
    text = "services:\n" + gap.join(blocks)
    return text + gap + "\n".join(["volumes:", *tail]) if tail else text


def drop_service(context: Context) -> Edit | None:
    """Delete a service and the dependencies on it; a depends_on without entries goes as told."""
    services, at, twin = _draw_services(context.random)
    target = replace(services[at], volume="")
    services[at] = target
    if context.chance(_ONE_PART):
        services = [replace(one, needs=tuple(need for need in one.needs if need != target.name))
                    for one in services]  # fmt: skip
    is_needed = any(target.name in one.needs for one in services)
    is_emptied = any(one.needs == (target.name,) for one in services)
    kept = [replace(one, needs=tuple(need for need in one.needs if need != target.name))
            for one in services if one is not target]  # fmt: skip
    dash, gap = context.random.choice(("  - ", "- ")), context.random.choice(("\n", "\n\n"))
    pair = (_write_services(services, {}, dash, gap, target.name),
            _write_services(kept, {}, dash, gap))  # fmt: skip
    name = context.coded(target.name)
    request = context.say(words.DROP, service=name)
    if is_needed:
        unlinked = context.say(words.UNLINK, service=name)
        request = tell_both(context, request, unlinked)
    if is_emptied:
        end = "" if request.endswith((".", "!", "?")) else "."
        start = request if end == "" else request[0].upper() + request[1:]
        request = f"{start}{end} {context.random.choice(words.EMPTIED)}"
    other = services[twin].name if twin >= 0 else next(o.name for o in services if o is not target)
    request = words.frame(context, request, words.DROP_REASONS, words.DROP_STAYS, twin=f"`{other}`")
    return make_edit(context, "drop service", request, "yaml", pair)


_NEW_NAMES = ("primary", "core", "central", "main-{}", "{}-main", "{}-1", "app-{}", "{}-server")


def rename_service(context: Context) -> Edit | None:
    """Give a service another name in its key, in depends_on and as a host; images stay."""
    services, at, twin = _draw_services(context.random)
    old = services[at].name
    new = context.random.choice(_NEW_NAMES).format(old)
    dash, gap = context.random.choice(("  - ", "- ")), context.random.choice(("\n", "\n\n"))
    pair = (_write_services(services, {}, dash, gap),
            _write_services(services, {old: new}, dash, gap))  # fmt: skip
    twins = [one.volume.partition(":")[0] for one in services if one.name == old and one.volume]
    twins += [services[twin].name] if twin >= 0 else []
    if not twins:
        twins = [services[at].image]
    request = context.say(words.RENAME, old=context.coded(old), new=context.coded(new))
    told = f"`{context.random.choice(twins)}`"
    request = words.frame(context, request, words.RENAME_REASONS, words.RENAME_STAYS, twin=told)
    return make_edit(context, "rename service", request, "yaml", pair)


_SIZES = (("100m", "128Mi"), ("250m", "256Mi"), ("500m", "512Mi"), ("750m", "768Mi"),
          ("1", "1Gi"), ("2", "2Gi"))  # fmt: skip


@dataclass(frozen=True)
class _Load:
    name: str
    replicas: int
    cpu: str
    asked: tuple[str, str]
    """The cpu and the memory of its requests."""
    memory: str = ""


_LOADS = {
    # How one is written; the key of the replicas, of the cpu and of the memory; head; between.
    "deployments": (
        "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {name}\nspec:\n"
        "  replicas: {replicas}\n  template:\n    spec:\n      containers:\n"
        "        - name: {name}\n          resources:\n            requests:\n"
        "              cpu: {ask}\n              memory: {ask_memory}\n            limits:\n"
        "              cpu: {cpu}{memory}",
        "replicas", "cpu", "memory", "", "\n---\n",
    ),
    "services": (
        "  {name}:\n    image: acme/{name}:stable\n    deploy:\n      replicas: {replicas}\n"
        "      resources:\n        limits:\n          cpus: {cpu}{memory}\n        reservations:\n"
        "          cpus: {ask}\n          memory: {ask_memory}",
        "replicas", "cpus", "memory", "services:\n", "\n",
    ),
    "values": (
        "{name}:\n  replicaCount: {replicas}\n  resources:\n    limits:\n      cpu: {cpu}{memory}\n"
        "    requests:\n      cpu: {ask}\n      memory: {ask_memory}",
        "replicaCount", "cpu", "memory", "", "\n\n",
    ),
    "apps": (
        "  - name: {name}\n    replicas: {replicas}\n    requests:\n      cpu: {ask}\n"
        "      memory: {ask_memory}\n    limits:\n      cpu: {cpu}{memory}",
        "replicas", "cpu", "memory", "apps:\n", "\n",
    ),
}  # fmt: skip


def _write_loads(form: str, loads: list[_Load]) -> str:
    pattern, _, cpu_key, memory_key, head, between = _LOADS[form]
    blocks = []
    for one in loads:
        start = next(line for line in pattern.split("\n") if f"{cpu_key}: {{cpu}}" in line)
        indent = " " * (len(start) - len(start.lstrip()))
        memory = f"\n{indent}{memory_key}: {one.memory}" if one.memory else ""
        blocks.append(
            pattern.format(
                name=one.name,
                replicas=one.replicas,
                cpu=one.cpu,
                memory=memory,
                ask=one.asked[0],
                ask_memory=one.asked[1],
            )
        )
    return head + between.join(blocks)  # fmt: skip


def scale_and_limit(context: Context) -> Edit | None:
    """Set the replicas of one deployment and add a limit after its cpu; the requests stay."""
    random = context.random
    form = random.choice(tuple(_LOADS))
    name = random.choice(_APPS)
    twin = random.choice((f"{name}-worker", f"{name}-canary", *(o for o in _APPS if o != name)))
    count, loads = random.randrange(1, 5), []
    for one in (name, twin):
        low = random.randrange(len(_SIZES) - 1)
        cpu = random.choice(_SIZES[low + 1 :])[0]
        count = count if context.chance(0.6) else random.randrange(1, 9)
        cpu, asked_cpu = (f'"{_cores(c)}"' if form == "services" else c
                          for c in (cpu, _SIZES[low][0]))  # fmt: skip
        loads.append(_Load(one, count, cpu, (asked_cpu, _SIZES[low][1])))
    old = loads[0]
    asked = [size for _, size in _SIZES].index(old.asked[1])
    memory = random.choice(_SIZES[asked + 1 :])[1]
    first, second = context.chance(0.8), True
    second = not first or context.chance(0.7)
    count = random.choice([i for i in range(1, 13) if i != old.replicas])
    new = replace(old, replicas=count if first else old.replicas, memory=memory if second else "")
    order = (0, 1) if context.chance(0.6) else (1, 0)
    pair = (_write_loads(form, [(old, loads[1])[i] for i in order]),
            _write_loads(form, [(new, loads[1])[i] for i in order]))  # fmt: skip
    _, key, cpu_key, memory_key, *_ = _LOADS[form]
    told = context.coded(name)
    values = {"old": str(old.replicas), "new": str(count), "key": context.coded(key, bare=0.0)}
    scale = context.say(words.SCALE, name=told, **values)
    limit = context.say(words.LIMIT, name=told, cpu=f"`{cpu_key}`",
                        limit=f"`{memory_key}: {memory}`")  # fmt: skip
    request = tell_both(context, scale, limit) if first and second else scale if first else limit
    request = words.frame(context, request, words.SCALE_REASONS, words.SCALE_STAYS,
                          twin=f"`{twin}`")  # fmt: skip
    return make_edit(context, "scale and limit", request, "yaml", pair)


def _cores(cpu: str) -> str:
    return f"{int(cpu[:-1]) / 1000:g}" if cpu.endswith("m") else f"{cpu}.0"


_ENTRIES = (
    # Head; key of the name; names; key that is switched and its values; others; what is added.
    ("features:", "name", ("dark-mode", "beta-search", "chat", "export", "dark-menu"),
     "enabled", ("true", "false"), ("owner: web", "rollout: 50"),
     ("since: 2024-05", "sticky: true")),
    ("alerts:", "alert", ("disk-full", "disk-slow", "high-load", "no-backup", "login-failed"),
     "severity", ("warning", "critical", "info"), ("for: 5m", "team: ops"),
     ("repeat: 1h", "page: true")),
    ("users:", "login", ("maria", "marianne", "jon", "jonas", "fatima", "deploy"),
     "role", ("viewer", "editor", "admin"), ("active: true", "quota: 20"),
     ("mfa: true", "shell: zsh")),
    ("version: 3\njobs:", "id", ("nightly", "nightly-sync", "cleanup", "report", "report-mail"),
     "schedule", ("hourly", "daily", "weekly"), ("retries: 2", "queue: low"),
     ("timeout: 30m", "notify: ops")),
    ("plants:", "name", ("tomato", "cherry tomato", "basil", "mint", "chili"),
     "water", ("daily", "weekly", "rarely"), ("light: full", "pot: 12"),
     ("shade: none", "feed: monthly")),
    ("loggers:", "name", ("app", "app.db", "app.http", "audit", "root"),
     "level", ("debug", "info", "warning", "error"), ("handler: file", "format: json"),
     ("propagate: false", "rotate: daily")),
    ("courses:", "title", ("Algebra I", "Algebra II", "Chemistry", "History", "Art"),
     "room", ("A12", "B04", "C31"), ("hours: 4", "term: spring"), ("seats: 24", "language: en")),
    ("rooms:", "name", ("kitchen", "bath", "guest bath", "office", "attic"),
     "heating", ("eco", "comfort", "frost"), ("sensor: s3", "window: closed"),
     ("blinds: down", "target: 19")),
    ("---\nhosts:", "host", ("web1", "web10", "web2", "db1", "db10"),
     "state", ("present", "absent"), ("zone: eu", "size: small"), ("backup: nightly", "disk: 40")),
    ("channels:", "channel", ("general", "general-help", "random", "releases"),
     "notify", ("all", "mentions", "none"), ("archived: false", "limit: 200"),
     ("retention: 90", "pinned: true")),
)  # fmt: skip


def switch_and_add(context: Context) -> Edit | None:
    """Switch a value of one of several entries and add a key below it, at the same level."""
    random = context.random
    head, id_key, names, key, values, others, added = random.choice(_ENTRIES)
    drawn = random.sample(names, random.choice((2, 3, 3)))
    at = random.randrange(len(drawn))
    dash, gap = random.choice(("  - ", "- ")), random.choice(("\n", "\n", "\n\n"))
    before, after = (context.chance(0.5), context.chance(0.6))
    line = random.choice(added)
    shown = [random.choice(values) for _ in drawn]
    new = random.choice([value for value in values if value != shown[at]])
    first = context.chance(0.8)
    second = not first or context.chance(0.75)

    def write(is_after: bool) -> str:
        blocks = []
        for i, name in enumerate(drawn):
            is_told = is_after and i == at
            lines = [f"{id_key}: {name}", *others[:1][:before]]
            lines.append(f"{key}: {new if is_told and first else shown[i]}")
            lines += [line] if is_told and second else []
            lines += others[1:][:after]
            blocks.append(dash + f"\n{' ' * len(dash)}".join(lines))
        return head + "\n" + gap.join(blocks)

    told = context.quoted(drawn[at], bare=0.0)
    key_told = context.coded(key, bare=0.0)
    switch = context.say(words.SWITCH, name=told, key=key_told, old=f"`{shown[at]}`",
                         new=context.coded(new, bare=0.0))  # fmt: skip
    below = context.say(words.BELOW, name=told, key=key_told, line=f"`{line}`")
    request = tell_both(context, switch, below) if first and second else switch if first else below
    twin = random.choice([name for name in drawn if name != drawn[at]])
    request = words.frame(context, request, words.SWITCH_REASONS, words.SWITCH_STAYS,
                          twin=f"`{twin}`")  # fmt: skip
    return make_edit(context, "switch and add", request, "yaml", (write(False), write(True)))
