"""SDKs that the exported code uses and the project does not: OpenAI's for TypeScript, Cerebras'.

Invariant: pinned versions, installed once into a cache folder outside of the project; what cannot
be installed fails the test that needs it, with the command that mends it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
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
    folder = cache_folder() / f"node{names}"
    if not (folder / "complete").exists():
        folder.mkdir(parents=True, exist_ok=True)
        npm = find_program("npm", "Install Node.js 20 or newer, with npm.")
        command = [npm, "install", "--prefix", str(folder), "--no-audit", "--no-fund"]
        _install([*command, *NODE_PACKAGES])
        (folder / "complete").touch()
    return folder / "node_modules"


def install_cerebras() -> Path:
    """Return a folder for PYTHONPATH with Cerebras' SDK."""
    folder = cache_folder() / CEREBRAS_PACKAGE
    if not (folder / "complete").exists():
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(folder)]
        _install([*command, CEREBRAS_PACKAGE])
        (folder / "complete").touch()
    return folder


def find_program(name: str, advice: str) -> str:
    """Return where a program is; its absence fails the test."""
    path = shutil.which(name)
    assert path is not None, f"{name} is missing. {advice}"
    return path


def _install(command: list[str]) -> None:
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=INSTALL_LIMIT_S, check=False
    )
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stderr}"
