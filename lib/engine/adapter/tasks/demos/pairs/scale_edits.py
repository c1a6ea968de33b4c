"""One of two deployments gets other replicas, and a limit of memory.

Invariant: the requests stay, and so does the other deployment.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from lib.engine.adapter.tasks.demos.pairs import scale_wordings as wordings
from lib.engine.adapter.tasks.demos.pairs.framing import frame_line
from lib.engine.adapter.tasks.demos.pairs.services import APPS
from lib.engine.adapter.tasks.demos.telling import tell_parts
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

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
    return head + between.join(blocks)


def scale_and_limit(context: Context) -> Edit | None:
    """Set the replicas of one deployment and add a limit after its cpu; the requests stay."""
    random = context.random
    form = random.choice(tuple(_LOADS))
    name = random.choice(APPS)
    twin = random.choice((f"{name}-worker", f"{name}-canary", *(o for o in APPS if o != name)))
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
    first = context.chance(0.8)
    second = not first or context.chance(0.7)
    count = random.choice([i for i in range(1, 13) if i != old.replicas])
    new = replace(old, replicas=count if first else old.replicas, memory=memory if second else "")
    order = (0, 1) if context.chance(0.6) else (1, 0)
    pair = (_write_loads(form, [(old, loads[1])[i] for i in order]),
            _write_loads(form, [(new, loads[1])[i] for i in order]))  # fmt: skip
    _, key, cpu_key, memory_key, *_ = _LOADS[form]
    told = context.coded(name)
    values = {"old": str(old.replicas), "new": str(count), "key": context.coded(key, bare=0.0)}
    scale = context.say(wordings.SCALE, name=told, **values)
    limit = context.say(wordings.LIMIT, name=told, cpu=f"`{cpu_key}`",
                        limit=f"`{memory_key}: {memory}`")  # fmt: skip
    request = tell_parts(context, [scale] * first + [limit] * second)
    request = frame_line(
        context, request, wordings.SCALE_REASONS, wordings.SCALE_STAYS, twin=f"`{twin}`"
    )
    return make_edit(context, "scale and limit", request, "yaml", pair)


def _cores(cpu: str) -> str:
    return f"{int(cpu[:-1]) / 1000:g}" if cpu.endswith("m") else f"{cpu}.0"
