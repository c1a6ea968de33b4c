"""A list of settings gets an item, and a section another value.

Invariant: source and answer are written by one function, so only what is told differs.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from lib.engine.adapter.tasks.demos.described import setting_wordings as say
from lib.engine.adapter.tasks.demos.telling import tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_LISTS = (
    ("python-version", "the Python versions", ("also test on {}", "run the tests on Python {} too"),
     ("3.9", "3.10", "3.11", "3.12", "3.13", "3.14")),
    ("node-version", "the Node versions", ("also test on Node {}", "support Node {} as well"),
     ("18", "20", "21", "22", "24")),
    ("os", "the operating systems", ("also run on {}", "cover {} too"),
     ("ubuntu-22.04", "ubuntu-24.04", "macos-14", "macos-15", "windows-2022")),
    ("branches", "the branches", ("also run for the branch {}", "let it watch {} as well"),
     ("main", "develop", "staging", "hotfix", "next", "release")),
    ("languages", "the languages", ("offer {} as a language too", "translate into {} as well"),
     ("english", "german", "french", "polish", "dutch", "italian")),
    ("exclude", "the excluded folders", ("exclude {} too", "ignore the folder {} as well"),
     ("build", "dist", "vendor", "tmp", "legacy", "fixtures")),
    ("allowed_hosts", "the allowed hosts", ("allow the host {} too", "let {} in as well"),
     ("localhost", "api.shop.example", "www.shop.example", "admin.shop.example", "test.local")),
    ("plugins", "the plugins", ("use the plugin {} too", "also load the plugin {}"),
     ("search", "tags", "redirects", "minify", "social", "mermaid")),
    ("reviewers", "the reviewers", ("let {} review too", "also make {} a reviewer"),
     ("mara", "tariq", "helen", "yusuf", "ingrid", "karim")),
    ("stages", "the stages", ("have a stage {} too", "give it a further stage {}"),
     ("build", "test", "package", "deploy", "report", "cleanup")),
    ("scopes", "the scopes", ("also request the scope {}", "require the scope {} too"),
     ("profile", "orders", "invoices", "calendar", "contacts", "reports")),
    ("formats", "the formats", ("also export as {}", "support the format {} too"),
     ("pdf", "epub", "html", "docx", "csv", "txt")),
)  # fmt: skip
_ORDERED = frozenset({"python-version", "node-version", "os", "stages"})
_SCALARS = (
    "name: main",
    "timeout: 30",
    "enabled: true",
    "owner: platform",
    "retries: 2",
    "version: 4",
)


def extend_list(context: Context) -> Edit | None:
    """Add an item at the end of one of several lists, in the form of the items there."""
    random = context.random
    drawn = random.sample(_LISTS, max(2, min(6, round(context.size / 90))))
    lines_before: list[str] = random.sample(_SCALARS, random.randrange(1, 4))
    lines_after = list(lines_before)
    chosen = random.randrange(len(drawn))
    item = ""
    for i, (key, _, _, pool) in enumerate(drawn):
        kept = pool
        if key in _ORDERED:  # The new one comes last there by nature too.
            kept = pool[: random.randrange(2, len(pool))]
        items = random.sample(kept, random.randrange(2, min(len(pool), len(kept) + 1)))
        items.sort(key=pool.index)
        mark = '"' if pool[0][0].isdigit() else random.choice(("", "", '"', "'"))
        inline, wide = context.chance(0.5), context.chance(0.5)
        if i == chosen:
            rest = pool[pool.index(items[-1]) + 1 :] if key in _ORDERED else pool
            free = [one for one in rest if one not in items]
            item = random.choice(free)
        lines_before += _write_list(key, items, mark, inline=inline, wide=wide)
        more = [*items, item] if i == chosen else items
        lines_after += _write_list(key, more, mark, inline=inline, wide=wide)
    key, label, wishes, _ = drawn[chosen]
    wish = random.choice(wishes).format(item)
    request = tell(
        context, say.EXTEND, reasons=say.EXTEND_REASONS, stays=say.EXTEND_STAYS,
        item=context.coded(item), list=label if context.chance(0.6) else context.coded(key),
        wish=wish,
        twin=random.choice([one[0] for one in drawn if one[0] != key]),
    )  # fmt: skip
    pair = ("\n".join(lines_before), "\n".join(lines_after))
    return make_edit(context, "extend list", request, "yaml", pair)


def _write_list(
    key: str, items: Sequence[str], mark: str, *, inline: bool, wide: bool
) -> list[str]:
    texts = [f"{mark}{item}{mark}" for item in items]
    if inline:
        return [f"{key}: [{', '.join(texts)}]"]
    return [f"{key}:", *(f"{'  ' * wide}- {text}" for text in texts)]


_HOSTS = ("localhost", "10.0.0.4", "db.internal", "alpha.example", "beta.example", "node-7")
_GROUPS: tuple[tuple[str, str], ...] = (
    ("development staging production", "host port workers timeout"),
    ("frontend backend admin", "port timeout title workers"),
    ("primary replica archive", "host port pool_size timeout"),
    ("smtp imap", "host port timeout retries"),
    ("small medium large", "width height columns price"),
    ("desktop tablet phone", "width columns font_size title"),
    ("morning afternoon night", "temperature brightness volume title"),
    ("kitchen bedroom hallway", "temperature brightness volume color"),
    ("client server proxy", "host port retries timeout"),
    ("input output archive", "folder max_files retries timeout"),
    ("bronze silver gold", "price users title max_files"),
    ("berlin london madrid", "title users temperature color"),
)
_TEXT_VALUES = {
    "host": _HOSTS, "title": ("Welcome", "Overview", "Start here", "Good day", "News"),
    "color": ("red", "amber", "white", "navy"), "folder": ("inbox", "outbox", "old", "drop"),
}  # fmt: skip


def change_in_section(context: Context) -> Edit | None:
    """Change a value in one section; the same key in another section keeps its own."""
    random = context.random
    names_text, keys_text = random.choice(_GROUPS)
    names, keys = names_text.split(), keys_text.split()
    names = random.sample(names, random.randrange(2, len(names) + 1))
    keys = random.sample(keys, random.randrange(2, len(keys) + 1))
    sections = {name: {key: _draw_value(context, key) for key in keys} for name in names}
    name, key = random.choice(names), random.choice(keys)
    old, new = sections[name][key], _draw_value(context, key)
    twin = random.choice([one for one in names if one != name])
    if old == new:
        return None
    if context.chance(0.4):
        sections[twin][key] = old
    label = key.replace("_", " ") if context.chance(0.5) else context.coded(key)
    request = tell(
        context, say.SECTION, reasons=say.SECTION_REASONS, stays=say.SECTION_STAYS,
        section=context.coded(name), key=label, old=str(old), new=str(new), twin=twin,
    )  # fmt: skip
    after = sections | {name: sections[name] | {key: new}}
    language = random.choice(("yaml", "toml", "json"))
    pair = (_write_sections(sections, language), _write_sections(after, language))
    return make_edit(context, "change in section", request, language, pair)


def _draw_value(context: Context, key: str) -> str | int:
    if key in _TEXT_VALUES:
        return context.random.choice(_TEXT_VALUES[key])
    low, high = {"port": (1024, 9999), "width": (200, 1600), "height": (200, 900)}.get(key, (1, 60))
    return context.random.randrange(low, high)


def _write_sections(sections: dict[str, dict[str, str | int]], language: str) -> str:
    if language == "json":
        return json.dumps(sections, indent=2)
    parts = []
    for name, pairs in sections.items():
        if language == "toml":
            lines = [f"[{name}]", *(f"{key} = {json.dumps(value)}" for key, value in pairs.items())]
        else:
            lines = [f"{name}:", *(f"  {key}: {value}" for key, value in pairs.items())]
        parts.append("\n".join(lines))
    return ("\n\n" if language == "toml" else "\n").join(parts)
