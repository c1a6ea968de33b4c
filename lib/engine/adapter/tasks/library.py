"""Texts to edit, joined from the patterns of the folder `patterns`.

Invariant: a pattern belongs to one split only: of each file's patterns, the fifth, tenth, ... is
held out, so that no held-out text shares a part with a text of the training. Those of the folders
`further` and `fresh` are for the training alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lib.engine.adapter.tasks.phrasing import HELD_OUT_EVERY, Context
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Text

PATTERNS_FOLDER = Path(__file__).parent / "patterns"
_MARK = re.compile(r"^==== *(part|whole) *(\w*)$\n", re.MULTILINE)

DOCUMENT_NAMES: dict[str, tuple[str, ...]] = {
    "python": ("code", "code", "file", "script", "Python code", "program"),
    "javascript": ("code", "code", "file", "script", "JavaScript code"),
    "typescript": ("code", "code", "file", "TypeScript code"),
    "css": ("code", "CSS", "stylesheet", "file"),
    "sql": ("code", "SQL", "query", "script"),
    "yaml": ("file", "YAML", "config", "YAML file"),
    "toml": ("file", "TOML", "config", "TOML file"),
    "json": ("JSON", "file", "config", "JSON file"),
    "env": ("file", "config", "settings file"),
    "html": ("HTML", "code", "page", "file"),
    "markdown": ("text", "document", "Markdown", "file", "README"),
    "email": ("e-mail", "email", "text", "message", "mail"),
    "letter": ("letter", "text"),
    "text": ("text", "text", "document", "paragraph"),
}

_IMPORTS = {
    "python": (
        "import os", "import sys", "import json", "import re", "import time", "import logging",
        "from pathlib import Path", "from dataclasses import dataclass, field",
        "from collections import defaultdict", "from typing import Any", "import random",
        "import argparse", "from datetime import datetime", "import math", "import requests",
    ),
    "javascript": (
        'import { useState } from "react";', 'import express from "express";',
        'import fs from "fs";', 'import path from "path";', 'import axios from "axios";',
        'import { format } from "./format.js";', 'import config from "./config.js";',
        'import _ from "lodash";',
    ),
    "typescript": (
        'import { useState } from "react";', 'import { readFile } from "fs/promises";',
        'import type { Request, Response } from "express";', 'import { z } from "zod";',
        'import { config } from "./config";', 'import axios from "axios";',
        'import { Router } from "express";', 'import { logger } from "./logger";',
    ),
}  # fmt: skip

PROSE = ("text", "email", "letter")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A text with `~slots~`."""

    body: str
    is_whole: bool
    topic: str


@cache
def load_patterns(name: str, split: str) -> tuple[Pattern, ...]:
    """Return one file's patterns of one split. Raises `OSError` when there is no such file."""
    chosen = []
    for index, pattern in enumerate(read_patterns(PATTERNS_FOLDER / f"{name}.txt")):
        is_held_out = index % HELD_OUT_EVERY == HELD_OUT_EVERY - 1
        if is_held_out == (split != "train"):
            chosen.append(pattern)
    return tuple(chosen)


@cache
def load_further_patterns(name: str, folder: str = "further") -> tuple[Pattern, ...]:
    """Return the patterns that later trainings have besides; none of them is held out."""
    path = PATTERNS_FOLDER / folder / f"{name}.txt"
    return tuple(read_patterns(path)) if path.exists() else ()


def patterns_for(context: Context, name: str) -> tuple[Pattern, ...]:
    """Return the patterns that a task may be made of."""
    known = load_patterns(name, context.split) if (PATTERNS_FOLDER / f"{name}.txt").exists() else ()
    further = load_further_patterns(name) if context.wide else ()
    fresh = load_further_patterns(name, "fresh") if context.fresh else ()
    return (*known, *further, *fresh)


def all_training_text() -> Iterator[str]:
    """Yield every pattern of the training, of every language, except the fresh ones."""
    for path in sorted(PATTERNS_FOLDER.glob("*.txt")):
        yield from (pattern.body for pattern in load_patterns(path.stem, "train"))
    for path in sorted((PATTERNS_FOLDER / "further").glob("*.txt")):
        yield from (pattern.body for pattern in load_further_patterns(path.stem))


def read_patterns(path: Path) -> list[Pattern]:
    """Return the patterns of one file, in their order."""
    fields = _MARK.split(path.read_text(encoding="utf-8"))
    return [
        Pattern(body.rstrip("\n"), form == "whole", topic)
        for form, topic, body in zip(fields[1::3], fields[2::3], fields[3::3], strict=True)
    ]


def make_text(context: Context, language: str) -> Text:
    """Return a text of about the wanted size in this language."""
    if language in PROSE:
        return _make_prose(context)
    if language == "python" and context.chance(_LIBRARY_SHARE):
        return _make_library_text(context)
    random, slots = context.random, Slots(context.random)
    patterns = patterns_for(context, language)
    wholes = [pattern for pattern in patterns if pattern.is_whole]
    parts = [pattern for pattern in patterns if not pattern.is_whole]
    fitting = [pattern for pattern in wholes if len(pattern.body) <= context.size * 1.6 + 60]
    whole_share = 0.6 if context.wide else 0.4
    if not parts or (fitting and context.size < 900 and context.chance(whole_share)):
        pattern = random.choice(fitting or wholes)
        body = slots.fill(pattern.body)
        return _styled(context, language, body, (body,))
    gap = "\n\n\n" if language == "python" and context.chance(0.7) else "\n\n"
    pieces: list[str] = []
    if language in _IMPORTS and context.size > 400 and context.chance(0.6):
        lines = random.sample(_IMPORTS[language], random.randrange(1, 6))
        pieces.append("\n".join(lines))
    allowed = [part for part in parts if len(part.body) < context.size * 1.5 + 40] or parts
    for pattern in _endless(context, allowed):
        slots.forget()
        pieces.append(slots.fill(pattern.body))
        if sum(map(len, pieces)) >= context.size * 0.8:
            break
    return _styled(context, language, gap.join(pieces), tuple(pieces))


_LIBRARY_SHARE = 0.25
"""Share of the Python texts that are taken from Python's own library."""


def _make_library_text(context: Context) -> Text:
    patterns = patterns_for(context, "standard_library")
    near = [p.body for p in patterns if len(p.body) < context.size * 1.3 + 100]
    pieces: list[str] = []
    for body in context.random.sample(near, len(near)):
        pieces.append(body)
        if sum(map(len, pieces)) >= context.size * 0.7:
            break
    noun = context.random.choice(DOCUMENT_NAMES["python"])
    body = "\n\n\n".join(pieces)
    return Text(body=body, language="python", noun=noun, pieces=tuple(pieces))


def _make_prose(context: Context) -> Text:
    random, slots = context.random, Slots(context.random)
    wholes = patterns_for(context, "prose")
    if context.size < 700 and context.chance(0.75):
        near = [p for p in wholes if abs(len(p.body) - context.size) < 250] or list(wholes)
        pattern = random.choice(near)
        body = slots.fill(pattern.body)
        language = pattern.topic if pattern.topic in PROSE else "text"
        noun = random.choice(DOCUMENT_NAMES[language])
        return Text(body=body, language=language, noun=noun, pieces=tuple(body.split("\n\n")))
    parts = patterns_for(context, "paragraphs")
    pieces: list[str] = []
    for part in _endless(context, list(parts)):
        slots.forget()
        pieces.append(slots.fill(part.body))
        if sum(map(len, pieces)) >= context.size * 0.8:
            break
    if context.size < 220:
        sentences = re.split(r"(?<=[.!?]) ", pieces[0])
        pieces = [" ".join(sentences[: random.randrange(1, 3)])]
    return Text(
        body="\n\n".join(pieces),
        language="text",
        noun=random.choice(DOCUMENT_NAMES["text"]),
        pieces=tuple(pieces),
    )


def _endless(context: Context, patterns: list[Pattern]) -> Iterator[Pattern]:
    """Yield the patterns in random order, and none a second time before all had their turn."""
    while True:
        yield from context.random.sample(patterns, len(patterns))


def _in_single_quotes(body: str) -> str:
    return body if "'" in body or '"""' in body else body.replace('"', "'")


def _styled(context: Context, language: str, body: str, pieces: tuple[str, ...]) -> Text:
    """Write the same text in one of the styles that people use for its language."""
    if language in ("javascript", "typescript", "python") and context.chance(0.35):
        body = _in_single_quotes(body)
    if language in ("javascript", "typescript", "css", "html") and context.chance(0.2):
        body = re.sub(r"^( +)", lambda match: match[1] * 2, body, flags=re.MULTILINE)
    if language in ("javascript", "typescript") and context.chance(0.15) and "for (" not in body:
        body = body.replace(";\n", "\n").removesuffix(";")
    if language == "sql" and context.chance(0.25):
        body = re.sub(r"\b[A-Z]{2,}\b", lambda match: match[0].lower(), body)
    if pieces and not all(piece in body for piece in pieces):
        pieces = ()
    noun = context.random.choice(DOCUMENT_NAMES[language])
    return Text(body=body, language=language, noun=noun, pieces=pieces)
