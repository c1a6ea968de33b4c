"""An entry of a list in YAML gets another value, and a further key below it.

Invariant: the other entries stay, though they have the same keys and values.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.demos.pairs import entry_wordings as wordings
from lib.engine.adapter.tasks.demos.pairs.framing import frame_line
from lib.engine.adapter.tasks.demos.telling import tell_parts
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

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
    switch = context.say(wordings.SWITCH, name=told, key=key_told, old=f"`{shown[at]}`",
                         new=context.coded(new, bare=0.0))  # fmt: skip
    below = context.say(wordings.BELOW, name=told, key=key_told, line=f"`{line}`")
    request = tell_parts(context, [switch] * first + [below] * second)
    twin = random.choice([name for name in drawn if name != drawn[at]])
    request = frame_line(
        context, request, wordings.SWITCH_REASONS, wordings.SWITCH_STAYS, twin=f"`{twin}`"
    )
    return make_edit(context, "switch and add", request, "yaml", (write(False), write(True)))
