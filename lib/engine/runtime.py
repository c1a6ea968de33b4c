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


def return_freed_memory() -> None:
    """Have the C library give freed memory back to the system, where it can (glibc).

    After loading it would keep as much as the weights take: 120 MB of 310 for the bundled model.
    """
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
