"""Lists of like entries and how JSON and YAML write them.

Invariant: two renderings in one style differ only where their records do.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from random import Random

from lib.engine.adapter.tasks.demos.described.naming import likeness
from lib.engine.adapter.tasks.demos.described.record_themes import THEMES, Field, Theme, Value
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

Record = dict[str, Value]

_PLAIN = re.compile(r"[A-Za-z][\w .&'/-]*\w|[A-Za-z]")
_WORDS = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})
STYLES = ("rows", "rows", "blocks", "blocks", "wrapped", "wrapped rows", "line", "map",
          "yaml", "yaml", "yaml", "yaml flow", "yaml keyed")  # fmt: skip


def draw_records(random: Random, theme: Theme, count: int) -> list[Record]:
    """Return records with different names; some values are the same by chance."""
    names = random.sample(theme.names, min(count, len(theme.names)))
    if theme.key == "day":
        names.sort(key=theme.names.index)
    fields = list(theme.fields)
    if random.random() < 0.3:
        fields.pop(random.randrange(len(fields)))
    return [
        {theme.key: name, **{field.key: random.choice(field.values) for field in fields}}
        for name in names
    ]


def _scalar(value: Value) -> str:
    """Return the value as YAML: plain where that stays a text."""
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    return json.dumps(value, ensure_ascii=False)


def language_of(style: str) -> str:
    """Return the language of a style of `STYLES`."""
    return "yaml" if style.startswith("yaml") else "json"


def render(records: Sequence[Record], style: str, theme: Theme, title: str = "") -> str:
    """Return the records in one of `STYLES`; with a title, a wrapped list has it above."""
    if language_of(style) == "yaml":
        return _yaml(records, style, theme, title)
    if style == "line":
        return json.dumps(records, ensure_ascii=False)
    if style == "blocks":
        return json.dumps(records, indent=2, ensure_ascii=False)
    if style == "wrapped":
        top = {"title": title, theme.items: records} if title else {theme.items: records}
        return json.dumps(top, indent=2, ensure_ascii=False)
    if style == "map":
        keyed = {str(record[theme.key]): _rest(record, theme) for record in records}
        return json.dumps(keyed, indent=2, ensure_ascii=False)
    indent = "    " if style == "wrapped rows" else "  "
    lines = ",\n".join(indent + _inline(record) for record in records)
    if style == "rows":
        return f"[\n{lines}\n]"
    head = f'  "title": {json.dumps(title)},\n' if title else ""
    return f'{{\n{head}  "{theme.items}": [\n{lines}\n  ]\n}}'


def _rest(record: Record, theme: Theme) -> Record:
    return {key: value for key, value in record.items() if key != theme.key}


def _inline(record: Record) -> str:
    inner = ", ".join(
        f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in record.items()
    )
    return f"{{ {inner} }}" if len(record) % 2 else f"{{{inner}}}"


def _yaml(records: Sequence[Record], style: str, theme: Theme, title: str) -> str:
    lines = [f"title: {_scalar(title)}"] if title else []
    lines.append(f"{theme.items}:")
    for record in records:
        if style == "yaml flow":
            inner = ", ".join(f"{key}: {_scalar(value)}" for key, value in record.items())
            lines.append(f"  - {{{inner}}}")
        elif style == "yaml keyed":
            lines.append(f"  {_scalar(record[theme.key])}:")
            lines += [f"    {k}: {_scalar(v)}" for k, v in _rest(record, theme).items()]
        else:
            pairs = [f"{key}: {_scalar(value)}" for key, value in record.items()]
            lines.append(f"  - {pairs[0]}")
            lines += [f"    {pair}" for pair in pairs[1:]]
    return "\n".join(lines)


_TITLES = ("Overview", "Spring list", "Current state", "Main branch", "Draft", "Version of today")


class DrawnRecords:
    """A theme, its records and how they are written."""

    def __init__(self, context: Context, styles: tuple[str, ...] = STYLES) -> None:
        random = context.random
        self.theme: Theme = random.choice(THEMES)
        self.style = random.choice(styles)
        self.title = random.choice(_TITLES) if context.chance(0.35) else ""
        each = 100 if self.style in ("blocks", "wrapped", "map") else 65
        count = max(3, min(7, round(context.size / each)))
        self.records = draw_records(random, self.theme, count + random.randrange(2))

    def write(self, records: list[Record]) -> str:
        """Return records as the drawn ones are written."""
        return render(records, self.style, self.theme, self.title)

    def edit(
        self, context: Context, kind: str, request: str, pair: tuple[list[Record], list[Record]]
    ) -> Edit | None:
        """Return the edit that makes the second ones of the first ones."""
        before, after = pair
        texts = (self.write(before), self.write(after))
        return make_edit(context, kind, request, language_of(self.style), texts)

    def fields(self, record: Record) -> list[Field]:
        """Return the fields that a record has."""
        return [field for field in self.theme.fields if field.key in record]

    def name(self, record: Record) -> str:
        """Return what a record is called."""
        return str(record[self.theme.key])

    def twin(self, index: int) -> str:
        """Return the name most like that of one entry: of the same start or end, else any other."""
        name = self.name(self.records[index])
        others = [self.name(other) for i, other in enumerate(self.records) if i != index]
        return max(others, key=lambda one: (likeness(one, name), one))
