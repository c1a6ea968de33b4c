"""The one place that reads the environment and `.env`. Invariant: no secret shows in `repr`."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dotenv import dotenv_values

from lib.errors import SettingsError

DEFAULT_DATABASE_URL = "sqlite:///playground.db"


@dataclass(frozen=True, slots=True, kw_only=True)
class AppSettings:
    """The host's configuration; `.env.example` says what each setting means."""

    values: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Every provider setting by its name (`OPENAI_API_KEY`, ...), empty ones left out."""
    database_url: str = field(default=DEFAULT_DATABASE_URL, repr=False)
    local_model_path: Path | None = None
    local_engine_url: str | None = None
    allowed_base_urls: tuple[str, ...] = ()
    """Prefixes that a typed base URL must start with; empty: any."""
    max_output_tokens: int | None = None
    """The host's cap on `max_tokens`; `None`: no cap."""
    silence_timeout_s: float = 60.0
    """A provider that sends nothing for so long is given up."""
    deadline_s: float = 600.0
    """A run that takes longer in all is given up."""


def load_settings(
    environ: Mapping[str, str] | None = None, dotenv_path: Path | None = None
) -> AppSettings:
    """Return the settings of the environment, completed by `.env`; the environment wins.

    Raises SettingsError when a value cannot be used.
    """
    from_file = dotenv_values(dotenv_path or Path(".env"))
    merged = {**from_file, **(os.environ if environ is None else environ)}
    values = {name: text.strip() for name, text in merged.items() if text and text.strip()}
    model_path = values.get("LOCAL_MODEL_PATH")
    return AppSettings(
        values=values,
        database_url=values.get("DATABASE_URL", DEFAULT_DATABASE_URL),
        local_model_path=Path(model_path) if model_path else None,
        local_engine_url=values.get("LOCAL_ENGINE_URL"),
        allowed_base_urls=tuple(
            part.strip()
            for part in values.get("PLAYGROUND_ALLOWED_BASE_URLS", "").split(",")
            if part.strip()
        ),
        max_output_tokens=_read_positive_integer(values, "PLAYGROUND_MAX_OUTPUT_TOKENS"),
        silence_timeout_s=_read_seconds(values, "PLAYGROUND_SILENCE_TIMEOUT_S", default=60.0),
        deadline_s=_read_seconds(values, "PLAYGROUND_DEADLINE_S", default=600.0),
    )


def _read_positive_integer(values: Mapping[str, str], name: str) -> int | None:
    text = values.get(name)
    if text is None:
        return None
    if not text.isdecimal() or int(text) < 1:
        raise SettingsError(f"{name} is {text!r}, but must be a whole number of at least 1.")
    return int(text)


def _read_seconds(values: Mapping[str, str], name: str, *, default: float) -> float:
    text = values.get(name)
    if text is None:
        return default
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds < math.inf:
        raise SettingsError(f"{name} is {text!r}, but must be a number of seconds above 0.")
    return seconds
