"""Services of a compose file, drawn and written.

Invariant: the told service is one that each app needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Service:
    """One service; others reach it by its name."""

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
APPS = ("api", "web", "worker", "shop", "site", "admin", "jobs", "gateway", "backend", "portal")
_TWIN_ENDS = ("-backup", "-exporter", "-admin", "-proxy", "-test", "_old")


def draw_services(random: Random) -> tuple[list[Service], int, int]:
    """Return services, the place of the told one, and that of the one named alike or -1."""
    backings = []
    for names, image, port, (key, url), path in random.sample(_BACKINGS, random.choice((1, 2, 2))):
        name = random.choice(names)
        volume = f"{name}_data:{path}" if path and random.random() < 0.7 else ""
        url_text = url.replace("{n}", name)
        backings.append(Service(name, image, port, (key, url_text), volume))
    target = backings[0]
    twins = []
    if random.random() < 0.65:
        end = random.choice(_TWIN_ENDS)
        image, port = f"acme/{end[1:]}:1.{random.randrange(9)}", random.randrange(7000, 7999)
        twins.append(Service(f"{target.name}{end}", image, port))
    apps = []
    for name in random.sample(APPS, random.choice((1, 2))):
        needs = [one.name for one in backings if one is target or random.random() < 0.6]
        random.shuffle(needs)
        image = f"acme/{name}:{random.randrange(1, 5)}.{random.randrange(10)}"
        apps.append(Service(name, image, random.randrange(3000, 3999), needs=tuple(needs)))
    services = [*backings, *twins, *apps]
    if random.random() < 0.5:
        random.shuffle(services)
    at = services.index(target)
    return services, at, services.index(twins[0]) if twins else -1


def write_services(
    services: list[Service], hosts: dict[str, str], dash: str, gap: str, hidden: str = ""
) -> str:
    """Return the text, with the names of `hosts`; nobody has a URL of the `hidden` one."""
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
