"""A YAML document with the place of every value, and the faults found in it.

Invariant: only `true` and `false` are booleans, as in YAML 1.2. PyYAML's own rules would read an
arm that is called `off` as the value False.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from lib.errors import PlanError

_Resolvers: TypeAlias = dict[str, list[tuple[str, re.Pattern[str]]]]


class _Loader(yaml.SafeLoader):
    """YAML's safe subset under the rules of version 1.2's core schema."""

    yaml_implicit_resolvers: _Resolvers = {}  # noqa: RUF012 as the base class declares it


class _Dumper(yaml.SafeDumper):
    """Quotes what either version of YAML would take for something else than a text."""

    yaml_implicit_resolvers: _Resolvers = {  # noqa: RUF012
        first: list(rules) for first, rules in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }


def _write_text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _write_text)

for _tag, _pattern, _first in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    (
        "float",
        r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|nan))$",
        list("-+.0123456789"),
    ),
):
    for _class in (_Loader, _Dumper):
        _class.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), _first)


_MOST_NODES = 100_000


@dataclass(slots=True)
class Faults:
    """Collects what is wrong, so that all of it is told at once."""

    file: str
    found: list[str] = field(default_factory=list)

    def add(self, place: str, message: str) -> None:
        """Note a fault; `place` is a line, a path in the document, or both."""
        self.found.append(
            f"{self.file}, {place}: {message}" if place else f"{self.file}: {message}"
        )

    def raise_if_any(self) -> None:
        """Raise PlanError with every fault."""
        if self.found:
            raise PlanError(tuple(dict.fromkeys(self.found)))


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of the document with its place."""

    value: Any
    """A plain value; for a mapping a dict of entries, for a sequence a list of entries."""
    path: str
    """Such as `arms[1].name`; empty for the document."""
    line: int
    faults: Faults

    def blame(self, message: str) -> None:
        """Note a fault of this value."""
        self.faults.add(f"line {self.line}, {self.path}" if self.path else "", message)

    def items(self) -> Iterator[tuple[str, Entry]]:
        """Keys and values; a fault and nothing when this is no mapping."""
        if isinstance(self.value, dict):
            yield from self.value.items()
        else:
            self.blame(f"is {describe(self.value)}, but must be a mapping of names to values.")

    def entries(self) -> list[Entry]:
        """Values of a list; a fault and nothing when this is no list."""
        if isinstance(self.value, list):
            return self.value
        self.blame(f"is {describe(self.value)}, but must be a list.")
        return []


def read_document(text: str, file: str) -> Entry:
    """Return the whole document. Raises PlanError when it is not YAML."""
    faults = Faults(file)
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        if node is None:
            faults.add("", "is empty. An experiment needs at least model, cases and arms.")
        else:
            entry = _read_node(_Reading(loader, faults), node, "")
    except yaml.YAMLError as error:
        faults.add(*_explain(error))
    except RecursionError:
        faults.add("", "is nested too deeply, too large, or refers to itself.")
    faults.raise_if_any()
    return entry


def write_document(document: dict[str, Any]) -> str:
    """Return plain values as YAML that `read_document` reads back unchanged."""
    return yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)


def _explain(error: yaml.YAMLError) -> tuple[str, str]:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
    place = f"line {mark.line + 1}, column {mark.column + 1}" if mark else ""
    return place, f"is not YAML here: {problem}."


@dataclass(slots=True)
class _Reading:
    loader: _Loader
    faults: Faults
    num_nodes: int = 0


def _read_node(reading: _Reading, node: yaml.Node, path: str) -> Entry:
    reading.num_nodes += 1
    if reading.num_nodes > _MOST_NODES:
        # References can unfold a short file into billions of values.
        raise RecursionError
    line = node.start_mark.line + 1
    value: Any
    if isinstance(node, yaml.MappingNode):
        value = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            child = f"{path}.{key}" if path else key
            if key in value:
                place = f"line {key_node.start_mark.line + 1}, {child}"
                reading.faults.add(place, "stands here twice.")
            value[key] = _read_node(reading, value_node, child)
    elif isinstance(node, yaml.SequenceNode):
        value = [
            _read_node(reading, child, f"{path}[{number}]")
            for number, child in enumerate(node.value)
        ]
    else:
        value = _construct(reading.loader, node)
    return Entry(value, path, line, reading.faults)


def _construct(loader: _Loader, node: yaml.Node) -> Any:
    # The loader's own constructors read 012 as octal and 1:30 as seconds.
    makers: dict[str, Callable[[str], Any]] = {
        "tag:yaml.org,2002:int": int,
        "tag:yaml.org,2002:float": lambda text: float(
            text.replace(".inf", "inf").replace(".nan", "nan")
        ),
    }
    maker = makers.get(node.tag)
    return maker(node.value) if maker else loader.construct_object(node)


def describe(value: object) -> str:
    """Return a value as a fault names it."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "empty"
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
