"""Imports, what they are used for, and the functions that use them.

Invariant: a swap names both imports and both uses; no import is in both `SWAPS` and
`UNUSED_IMPORTS`; nothing here draws.
"""

from __future__ import annotations

from typing import NamedTuple


class Swap(NamedTuple):
    """An import and its use, and what can replace them; {a} and {b} are arguments."""

    old_import: str
    old: str
    new_import: str
    new: str


SWAPS = tuple(Swap(*row) for row in (
    ("import os", "os.path.join({a}, {b})", "from pathlib import Path", "Path({a}) / {b}"),
    ("import os", "os.path.exists({a})", "from pathlib import Path", "Path({a}).exists()"),
    ("import os", "os.listdir({a})", "from pathlib import Path", "Path({a}).iterdir()"),
    ("import os", "os.getcwd()", "from pathlib import Path", "Path.cwd()"),
    ("import os", "os.path.basename({a})", "from pathlib import Path", "Path({a}).name"),
    ("import datetime", "datetime.datetime.now()", "from datetime import datetime",
     "datetime.now()"),
    ("import datetime", "datetime.date.today()", "from datetime import date", "date.today()"),
    ("import random", "random.choice({a})", "import secrets", "secrets.choice({a})"),
    ("import random", "random.randint(1, 6)", "from random import randrange", "randrange(1, 7)"),
    ("import math", "math.sqrt({a})", "from math import sqrt", "sqrt({a})"),
    ("import math", "math.floor({a})", "from math import ceil", "ceil({a})"),
    ("import time", "time.time()", "from time import perf_counter", "perf_counter()"),
    ("import requests", "requests.get({a}, timeout=10)", "import httpx",
     "httpx.get({a}, timeout=10)"),
    ("import requests", "requests.post({a}, json={b})", "import httpx",
     "httpx.post({a}, json={b})"),
    ("import copy", "copy.deepcopy({a})", "from copy import deepcopy", "deepcopy({a})"),
    ("import json", "json.dumps({a})", "import orjson", "orjson.dumps({a}).decode()"),
    ("import pickle", "pickle.loads({a})", "import json", "json.loads({a})"),
    ("import uuid", "uuid.uuid4().hex", "import secrets", "secrets.token_hex(16)"),
    ("import toml", "toml.loads({a})", "import tomllib", "tomllib.loads({a})"),
    ("import hashlib", "hashlib.md5({a}).hexdigest()", "from hashlib import sha256",
     "sha256({a}).hexdigest()"),
    ("from statistics import mean", "mean({a})", "from statistics import median", "median({a})"),
    ("from urllib.parse import quote", "quote({a})", "from urllib.parse import quote_plus",
     "quote_plus({a})"),
    ("from html import escape", "escape({a})", "from markupsafe import escape as safe",
     "safe({a})"),
    ("from shutil import copy", "copy({a}, {b})", "from shutil import move", "move({a}, {b})"),
    ("from itertools import chain", "list(chain({a}, {b}))", "from operator import concat",
     "concat({a}, {b})"),
    ("import subprocess", "subprocess.call({a})", "from subprocess import run", "run({a})"),
))  # fmt: skip

CARRIERS = """
def ~verb~_~item~({args}):
    return {E}

def ~verb~_~item~({args}):
    ~other~ = {E}
    print("~Item~:", ~other~)
    return ~other~

def show_~item~({args}, verbose=False):
    ~other~ = {E}
    if verbose:
        print("using", ~other~)
    return [~other~]

class ~Item~~Other~:
    def ~verb~(self, {args}):
        self.last = {E}
        return self.last

def ~verb~_~adj~_~item~({args}):
    try:
        return {E}
    except ValueError:
        return None

def try_~verb~({args}, times=~digit~):
    ~items~ = []
    for _ in range(times):
        ~items~.append({E})
    return ~items~

def new_~item~({args}):
    return {"kind": "~word~", "~field~": {E}}
""".strip("\n").split("\n\n")
"""{args}: the arguments of the use; {E}: the use."""

UNUSED_IMPORTS = (
    "import re", "import csv", "import sys", "import shutil", "import string", "import glob",
    "import logging", "import argparse", "from typing import Any", "import itertools",
    "from functools import partial", "from collections import Counter", "import tempfile",
    "from dataclasses import field", "import textwrap", "import socket",
)  # fmt: skip
"""Those that a text can have without a use."""
