"""What a model file is called in the API. Invariant: the app and its engine name a file alike."""

from __future__ import annotations

import re
from pathlib import Path


def model_name(path: Path) -> str:
    """`SmolLM2-135M-Instruct.Q4_1.gguf` -> `smollm2-135m-instruct`."""
    return re.sub(r"[.-](I?Q\d\w*|B?F16|F32)$", "", path.stem, flags=re.IGNORECASE).lower()
