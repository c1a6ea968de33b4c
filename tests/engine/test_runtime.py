"""The memory that the engine gives back."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

LEAVE_A_HOLE = """
import ctypes
import os
from pathlib import Path
from lib.engine.runtime import have_large_blocks_returned

def resident_mb():
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6

library = ctypes.CDLL(None)
library.malloc.restype = ctypes.c_void_p
library.malloc.argtypes = [ctypes.c_size_t]
library.free.argtypes = [ctypes.c_void_p]

def take(size):
    block = library.malloc(size)
    ctypes.memset(block, 1, size)
    return block

if {is_called}:
    have_large_blocks_returned()
library.free(take(20_000_000))  # from now on the C library would keep blocks of this size
before = resident_mb()
large, last = take(20_000_000), take(10_000)
library.free(large)
print(resident_mb() - before)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="an option of the GNU C library")
@pytest.mark.parametrize(("is_called", "is_kept"), [(False, True), (True, False)])
def test_a_large_block_below_a_small_one_is_given_back(is_called: bool, is_kept: bool) -> None:
    script = LEAVE_A_HOLE.format(is_called=is_called)
    command = [sys.executable, "-c", script]
    left_mb = float(subprocess.check_output(command, text=True))
    assert (left_mb > 15) == is_kept
