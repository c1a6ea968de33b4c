"""SDKs that the exported code uses and the project does not: OpenAI's for TypeScript, Cerebras'.

Invariant: pinned versions, installed once into a cache folder outside of the project; what cannot
be installed fails the test that needs it, with the command that mends it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

NODE_PACKAGES = ("openai@7.55.0", "@azure/identity@4.14.1")
CEREBRAS_PACKAGE = "cerebras-cloud-sdk==1.91.0"
INSTALL_LIMIT_S = 600


def cache_folder() -> Path:
    """Return where the SDKs are kept between runs of the tests."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "predicted-outputs-playground"


def install_node_packages() -> Path:
    """Return a folder `node_modules` with the pinned packages."""
    names = "-".join(package.replace("/", "_").replace("@", "_") for package in NODE_PACKAGES)

    def command(folder: Path) -> list[str]:
        npm = find_program("npm", "Install requirements-dev.txt, or Node.js 20 or newer.")
        return [npm, "install", "--prefix", str(folder), "--no-audit", "--no-fund", *NODE_PACKAGES]

    return _install(f"node-{names}", command) / "node_modules"


def install_cerebras() -> Path:
    """Return a folder for PYTHONPATH with Cerebras' SDK."""

    def command(folder: Path) -> list[str]:
        pip = [sys.executable, "-m", "pip", "install", "--quiet"]
        return [*pip, "--target", str(folder), CEREBRAS_PACKAGE]

    return _install(CEREBRAS_PACKAGE, command)


def find_program(name: str, advice: str) -> str:
    """Return where a program is, that of the virtual environment first; without it a test fails."""
    own = str(Path(sys.executable).parent)
    path = shutil.which(name, path=own) or shutil.which(name)
    assert path is not None, f"{name} is missing. {advice}"
    return path


def _install(name: str, command: Callable[[Path], list[str]]) -> Path:
    """Install into a folder of this process, then give it its name: whole, or not at all."""
    folder = cache_folder() / name
    if folder.exists():
        return folder
    cache_folder().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache_folder()) as beside:
        fresh = Path(beside) / "new"
        fresh.mkdir()
        done = subprocess.run(
            command(fresh), capture_output=True, text=True, timeout=INSTALL_LIMIT_S, check=False
        )
        assert done.returncode == 0, f"{' '.join(command(fresh))}\n{done.stderr}"
        with contextlib.suppress(OSError):
            # Another process may have been first.
            fresh.rename(folder)
    return folder
