"""The code that sends a request again, outside of the playground.

Invariant: the request is what `lib.request` builds, and every credential is a placeholder that is
read from the environment when the code runs.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lib.domain import RunSettings
from lib.errors import InvalidRequestError
from lib.request import build_payload


class CodeLanguage(StrEnum):
    """In what the code is written; the value is what the screen shows."""

    PYTHON = "Python"
    TYPESCRIPT = "TypeScript"
    CURL = "curl"
    CEREBRAS = "Python, Cerebras' SDK"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportTarget:
    """Where the code sends its request; holds no credentials."""

    provider_id: str
    base_url: str
    api_version: str | None = None
    """Set: the classic Azure endpoint."""
    uses_entra_id: bool = False
    entra_scope: str | None = None
    sends_key: bool = True


def list_languages(provider_id: str) -> tuple[CodeLanguage, ...]:
    """Return the languages in which a provider's code can be written."""
    raise InvalidRequestError((f"{provider_id}: not written yet",))


def write_code(
    language: CodeLanguage,
    settings: RunSettings,
    target: ExportTarget,
    *,
    stream: bool = True,
    max_output_tokens: int | None = None,
) -> str:
    """Return a whole program that sends this request and prints the answer."""
    payload = build_payload(settings, max_output_tokens=max_output_tokens, stream=stream)
    raise InvalidRequestError((f"{language} {target} {payload}: not written yet",))
