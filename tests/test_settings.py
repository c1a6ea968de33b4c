"""Settings are read once, from a mapping and a file, and a value that cannot be used is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.errors import SettingsError
from lib.settings import AppSettings, load_settings


def load(environ: dict[str, str], tmp_path: Path, dotenv: str = "") -> AppSettings:
    path = tmp_path / ".env"
    path.write_text(dotenv, encoding="utf-8")
    return load_settings(environ, path)


def test_defaults(tmp_path: Path) -> None:
    settings = load({}, tmp_path)
    assert (settings.silence_timeout_s, settings.deadline_s) == (60, 600)
    assert settings.max_output_tokens is None
    assert settings.allowed_base_urls == ()


def test_environment_wins_over_file_and_blanks_are_absent(tmp_path: Path) -> None:
    dotenv = "OPENAI_API_KEY=from-file\nCOMPATIBLE_MODELS=a,b\n"
    settings = load({"OPENAI_API_KEY": " from-env ", "CEREBRAS_API_KEY": "  "}, tmp_path, dotenv)
    assert settings.values == {"OPENAI_API_KEY": "from-env", "COMPATIBLE_MODELS": "a,b"}
    assert "from-env" not in repr(settings)


def test_timeouts_and_cap_are_read(tmp_path: Path) -> None:
    environ = {
        "PLAYGROUND_SILENCE_TIMEOUT_S": "2.5",
        "PLAYGROUND_DEADLINE_S": "30",
        "PLAYGROUND_MAX_OUTPUT_TOKENS": "400",
        "PLAYGROUND_ALLOWED_BASE_URLS": "https://a.example/v1, https://b.example",
    }
    settings = load(environ, tmp_path)
    assert (settings.silence_timeout_s, settings.deadline_s) == (2.5, 30)
    assert settings.max_output_tokens == 400
    assert settings.allowed_base_urls == ("https://a.example/v1", "https://b.example")


@pytest.mark.parametrize("text", ["0", "-1", "soon", "nan", "inf"])
@pytest.mark.parametrize("name", ["PLAYGROUND_SILENCE_TIMEOUT_S", "PLAYGROUND_DEADLINE_S"])
def test_a_timeout_that_cannot_be_used_is_named(name: str, text: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=name):
        load({name: text}, tmp_path)


@pytest.mark.parametrize("text", ["0", "-1", "1.5", "many"])
def test_a_cap_that_cannot_be_used_is_named(text: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="PLAYGROUND_MAX_OUTPUT_TOKENS"):
        load({"PLAYGROUND_MAX_OUTPUT_TOKENS": text}, tmp_path)
