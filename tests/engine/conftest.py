"""Models for the engine's tests; each is loaded once a session."""

from __future__ import annotations

import shutil

import pytest

from lib.engine.model import Model, load_model
from tests.support.tiny_gguf import write_tiny_gguf

NODE_TEST = "test_the_npm_package"


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Model:
    """Random weights, 2 blocks, Q4_1 with a Q8_0 head: the code path of the real model."""
    return load_model(write_tiny_gguf(tmp_path_factory.mktemp("tiny") / "tiny-random.Q4_1.gguf"))


@pytest.fixture(scope="session")
def real_model() -> Model:
    """SmolLM2-135M-Instruct; tests that use it carry the mark `model`."""
    return load_model()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly which client could not be tried, so that its test is not taken for passed."""
    for program, test in (("curl", "test_curl"), ("node", NODE_TEST), ("npm", NODE_TEST)):
        if shutil.which(program) is None:
            line = f"WARNING: '{program}' is not installed, so {test} has tested NOTHING"
            terminalreporter.write_line(line, red=True, bold=True)
