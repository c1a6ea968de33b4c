"""SHA-256 checksums of files, and the file beside a file that holds its checksum.

Invariant: the format is that of `sha256sum`, so anyone can check with it.
"""

from __future__ import annotations

import hashlib
from pathlib import Path


def checksum_path(path: Path) -> Path:
    """Where the checksum of `path` stands: its name with `.sha256` behind it."""
    return path.with_name(path.name + ".sha256")


def write_checksum(path: Path) -> None:
    """Write the file's SHA-256 beside it."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    checksum_path(path).write_text(f"{digest}  {path.name}\n", encoding="ascii")


def read_checksum(path: Path) -> str:
    """The SHA-256 that stands beside `path`; raises OSError or ValueError without one."""
    words = checksum_path(path).read_text(encoding="ascii").split()
    if not words or len(words[0]) != 64:
        raise ValueError(f"{checksum_path(path)} holds no SHA-256")
    return words[0]
