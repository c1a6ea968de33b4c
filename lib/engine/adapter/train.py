"""`python -m lib.engine.adapter.train`: teach the local model to edit.

Invariant: this module needs no PyTorch, so that it can say how to install it.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import sys
from collections.abc import Sequence
from pathlib import Path

from lib.engine.adapter.plan import Plan
from lib.engine.runtime import default_threads

INSTALL_COMMAND = "python -m pip install -r requirements-train.txt"


def read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Parse the command line."""
    plan = Plan()
    parser = argparse.ArgumentParser(prog="python -m lib.engine.adapter.train", description=__doc__)
    parser.add_argument("--steps", type=int, default=plan.steps)
    parser.add_argument("--tokens-per-step", type=int, default=plan.tokens_per_step)
    parser.add_argument("--seed", type=int, default=plan.seed)
    parser.add_argument("--learning-rate", type=float, default=plan.learning_rate)
    parser.add_argument("--rank", type=int, default=plan.rank)
    parser.add_argument("--edit-weight", type=float, default=plan.edit_weight)
    parser.add_argument("--model", type=Path, help="a llama as GGUF (default: the bundled one)")
    parser.add_argument("--output", type=Path, default=Path("training"), help="a folder")
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint")
    parser.add_argument(
        "--start-from", type=Path, help="go on from an adapter whose checkpoint is gone"
    )
    parser.add_argument("--threads", type=int, default=default_threads())
    parser.add_argument("--device", default="auto", help="cpu, cuda or auto")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Train; 0 when done, 1 with a sentence when it cannot."""
    options = read_options(arguments)
    if importlib.util.find_spec("torch") is None:
        sys.stderr.write(f"Training needs PyTorch. Install it with: {INSTALL_COMMAND}\n")
        return 1
    return int(importlib.import_module("lib.engine.adapter.training_run").run(options))


if __name__ == "__main__":
    sys.exit(main())
