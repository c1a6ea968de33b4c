"""The version that runs record is the project's own."""

from __future__ import annotations

import tomllib
from pathlib import Path

from lib.running.versions import PLAYGROUND_VERSION


def test_version_is_that_of_the_project() -> None:
    project = Path(__file__).resolve().parents[2] / "pyproject.toml"
    assert tomllib.loads(project.read_text("utf-8"))["project"]["version"] == PLAYGROUND_VERSION
