"""The house's rules: imports go one way, and third-party packages live where they belong."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Lowest first: a layer may import itself and what stands before it, never what follows.
LAYERS = (
    ("lib.errors",),
    ("lib.domain",),
    ("lib.settings",),
    ("lib.catalog",),
    ("lib.providers", "lib.request", "lib.analysis"),
    ("lib.running",),
    ("lib.storage",),
    ("lib.experiments",),
    ("lib.export", "lib.charts", "lib.web"),
    ("lib.ui",),
    ("pages",),
    ("app",),
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}

HOMES = {
    "streamlit": ("app", "pages", "lib.ui"),
    "openai": ("lib.providers", "lib.running"),
    "httpx2": ("lib.providers",),
    "azure": ("lib.providers",),
    "sqlalchemy": ("lib.storage",),
    "plotly": ("lib.charts",),
    "yaml": ("lib.experiments",),
    "rich": ("lib.experiments",),
    "onnxruntime": ("lib.engine",),
    "onnx": ("lib.engine",),
    "tokenizers": ("lib.engine",),
    "torch": ("lib.engine",),
}

ENGINE = "lib.engine"
LAUNCHER = "lib.engine.launcher"
LAUNCHER_USERS = ("lib.ui.services", "lib.experiments.endpoints")
"""The app and the headless command: each starts an engine of its own."""
# The engine's bench reads the texts that the playground offers; no part of the server does.
BENCH_ITEMS, SAMPLES = "lib.engine.bench.items", "lib.catalog.samples"


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def source_files() -> list[Path]:
    return [
        ROOT / "app.py",
        *sorted((ROOT / "pages").glob("*.py")),
        *sorted((ROOT / "lib").rglob("*.py")),
    ]


def place_of(module: str) -> str:
    """`lib.analysis.diff.final` lives in `lib.analysis`; `pages.playground` in `pages`."""
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "lib" else parts[0]


def imports_of(tree: ast.AST) -> Iterator[tuple[str, ast.stmt]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, "relative import"
            if node.module == "lib":
                yield from ((f"lib.{alias.name}", node) for alias in node.names)
            else:
                yield node.module, node


@pytest.mark.parametrize("path", source_files(), ids=module_name)
def test_imports_go_one_way_and_stay_home(path: Path) -> None:
    module = module_name(path)
    here = place_of(module)
    tree = ast.parse(path.read_text(encoding="utf-8"))
    faults = []
    for target, _ in imports_of(tree):
        top = target.split(".")[0]
        if top in HOMES and not here.startswith(HOMES[top]):
            faults.append(f"{target}: only {', '.join(HOMES[top])} may import it")
        if top not in ("lib", "pages", "app"):
            continue
        there = place_of(target)
        if here == ENGINE or there == ENGINE:
            allowed = (
                here == there
                or (module in LAUNCHER_USERS and target == LAUNCHER)
                or (module, target) == (BENCH_ITEMS, SAMPLES)
            )
            if not allowed:
                faults.append(
                    f"{target}: the engine is an island; only {', '.join(LAUNCHER_USERS)} know its"
                    " launcher"
                )
        elif here != "lib" and RANK[there] > RANK[here]:
            faults.append(f"{target}: {there} stands above {here}")
    assert not faults, f"{module} imports against the rules:\n" + "\n".join(faults)


@pytest.mark.parametrize("path", source_files(), ids=module_name)
def test_no_import_is_hidden(path: Path) -> None:
    """Imports stand at module level: none in functions, none under TYPE_CHECKING.

    A package that may be absent is tried there too.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    tried = [node for one in tree.body if isinstance(one, ast.Try) for node in one.body]
    top_level = {id(node) for node in (*tree.body, *tried)}
    hidden = [name for name, node in imports_of(tree) if id(node) not in top_level]
    assert not hidden, f"{module_name(path)} hides imports: {hidden}"


def test_no_cycles_between_modules() -> None:
    graph: dict[str, set[str]] = {}
    names = {module_name(path) for path in source_files()}
    for path in source_files():
        targets = {name for name, _ in imports_of(ast.parse(path.read_text(encoding="utf-8")))}
        graph[module_name(path)] = (targets & names) - {module_name(path)}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail[trail.index(name) :], name))
        if name not in done:
            for target in sorted(graph[name]):
                visit(target, (*trail, name))
            done.add(name)

    for name in sorted(graph):
        visit(name, ())


@pytest.mark.parametrize("path", sorted((ROOT / "pages").glob("*.py")), ids=module_name)
def test_pages_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 120
