"""onnxruntime: sessions, threads, and the memory that loading leaves behind.

Invariant: a session needs nothing of ours once it is open.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import onnxruntime

from lib.engine.errors import EngineError
from lib.engine.graph_writer import Graph

MAX_DEFAULT_THREADS = 4
"""A pass of one token reads all weights once: a few threads fill a laptop's memory bandwidth, and
the page, the browser and the server need a processor too."""

LARGE_BLOCK_BYTES = 4 * 1024**2
"""A pass of 256 rows at 2,000 positions needs blocks of 19 MB, one token less than 1 MB.
With 16 MB here less was saved (29 of 55 MB); passes took as long as without."""

M_TRIM_THRESHOLD = -1
M_MMAP_THRESHOLD = -3
"""Parameters of the C library's `mallopt`; as in its malloc.h."""


def default_threads() -> int:
    """One a processor that this process may use, at most MAX_DEFAULT_THREADS."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(usable or 1, MAX_DEFAULT_THREADS)


def load_session(build: Callable[[Path], Graph], threads: int) -> onnxruntime.InferenceSession:
    """A session of the graph that `build` makes, given an empty folder for its large weights.

    From a file the session reads one weight after the other and keeps what it has made of it; from
    memory it would copy all before it packs the first, and loading would take three times as much.
    Raises EngineError where no file can be written.
    """
    try:
        with TemporaryDirectory(prefix="engine-", ignore_cleanup_errors=True) as folder:
            return open_session(build(Path(folder)), threads)
    except OSError as error:
        raise EngineError(
            f"While a model is loaded its weights need room in the folder for temporary files, "
            f"which cannot be used ({error}). Free some space there, or set the variable TMPDIR "
            "to another folder."
        ) from error
    finally:
        return_freed_memory()


def open_session(graph: Graph, threads: int) -> onnxruntime.InferenceSession:
    """A session with its own copy of the weights: `graph` and its folder may be gone after."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # An arena would keep the most that a pass ever took, for each session; measured to save no
    # time.
    options.enable_cpu_mem_arena = False
    # Threads wait actively between the operators of a pass, and sleep once it is over.
    options.add_session_config_entry("session.intra_op.allow_spinning", "1")
    options.add_session_config_entry("session.force_spinning_stop", "1")
    options.add_session_config_entry(
        "session.model_external_initializers_file_folder_path", str(graph.folder)
    )
    values = map(onnxruntime.OrtValue.ortvalue_from_numpy, graph.weights.values())
    options.add_external_initializers(list(graph.weights), list(values))
    return onnxruntime.InferenceSession(graph.proto, options, ["CPUExecutionProvider"])


def have_large_blocks_returned() -> None:
    """Have the C library give large blocks back to the system once they are free, where it can.

    Left alone, glibc takes the largest block that was freed so far for the size from which on it
    does so: four prompts of 2,000 tokens took 55 MB more, four more to a second model 100 MB more.
    For when a model is loaded: loading takes and frees so many that it would last 2.6 s, not 2.0.
    """
    set_option = _find_c_function("mallopt")
    if set_option is not None:
        for parameter in (M_MMAP_THRESHOLD, M_TRIM_THRESHOLD):
            set_option(parameter, LARGE_BLOCK_BYTES)


def return_freed_memory() -> None:
    """Have the C library give freed memory back to the system, where it can (glibc).

    After loading it would keep as much as the weights take: 120 MB of 310 for the bundled model.
    """
    trim = _find_c_function("malloc_trim")
    if trim is not None:
        trim(0)


def _find_c_function(name: str) -> Callable[..., int] | None:
    """A function of the C library, `None` where it has none of that name."""
    return getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
