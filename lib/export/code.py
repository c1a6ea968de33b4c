"""The code that sends a request again, outside of the playground.

Invariant: the request is what `lib.request` builds, and every credential is a placeholder that is
read from the environment when the code runs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from lib.catalog import Provider
from lib.domain import RunSettings
from lib.export.curl_code import write_curl
from lib.export.python_code import write_cerebras_python, write_openai_python
from lib.export.target import ExportTarget
from lib.export.typescript_code import write_typescript
from lib.request import build_payload


class CodeLanguage(StrEnum):
    """In what the code is written; the value is what the screen shows."""

    PYTHON = "Python"
    TYPESCRIPT = "TypeScript"
    CURL = "curl"
    CEREBRAS = "Python (Cerebras SDK)"


_WRITERS: Mapping[CodeLanguage, Callable[[Mapping[str, Any], ExportTarget], str]] = (
    MappingProxyType(
        {
            CodeLanguage.PYTHON: write_openai_python,
            CodeLanguage.TYPESCRIPT: write_typescript,
            CodeLanguage.CURL: write_curl,
            CodeLanguage.CEREBRAS: write_cerebras_python,
        }
    )
)


def list_languages(provider: Provider) -> tuple[CodeLanguage, ...]:
    """Return the languages in which a provider's code can be written."""
    return tuple(
        language
        for language in CodeLanguage
        if language is not CodeLanguage.CEREBRAS or provider.has_own_sdk
    )


def write_code(
    language: CodeLanguage,
    settings: RunSettings,
    target: ExportTarget,
    *,
    stream: bool = True,
    max_output_tokens: int | None = None,
) -> str:
    """Return a whole program that sends this request and prints the answer.

    `max_output_tokens` is the host's cap, as in `build_payload`.
    """
    payload = build_payload(settings, max_output_tokens=max_output_tokens, stream=stream)
    return _WRITERS[language](payload, target)
