"""Where requests can go: one row a provider.

Invariant: what differs between providers is a column here, so no other module asks for an id.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """One kind of server, and which settings lead to it."""

    id: str
    name: str
    """As shown on screen."""
    needs_key: bool
    """Whether a request without a key is refused for certain."""
    key_setting: str | None
    base_url_setting: str | None
    default_base_url: str | None = None
    path_when_missing: str = ""
    """Appended to a base URL that is a bare host, as people copy it from a server's log."""
    models_setting: str | None = None
    """Setting with the comma-separated names of the user's models."""
    seed_parameter: str = "seed"
    """The provider's name of the seed on the wire."""
    source: str
    verified_on: date


_ROWS = (
    Provider(
        id="local",
        name="Local engine",
        needs_key=False,
        key_setting="LOCAL_ENGINE_API_KEY",
        base_url_setting="LOCAL_ENGINE_URL",
        path_when_missing="/v1",
        source="lib/engine of this project",
        verified_on=date(2026, 11, 21),
    ),
    Provider(
        id="openai",
        name="OpenAI",
        needs_key=True,
        key_setting="OPENAI_API_KEY",
        base_url_setting="OPENAI_BASE_URL",
        default_base_url="https://api.openai.com/v1",
        source="https://platform.openai.com/docs/api-reference/chat/create",
        verified_on=date(2026, 11, 21),
    ),
    Provider(
        id="compatible",
        name="Compatible server",
        needs_key=False,
        key_setting="COMPATIBLE_API_KEY",
        base_url_setting="COMPATIBLE_BASE_URL",
        path_when_missing="/v1",
        models_setting="COMPATIBLE_MODELS",
        source="settings of this project; vLLM, llama.cpp, Ollama and LM Studio serve under /v1",
        verified_on=date(2026, 11, 21),
    ),
)

PROVIDERS = MappingProxyType({row.id: row for row in _ROWS})
"""Every provider by its id, in the order in which they are offered."""


def find_provider(provider_id: str) -> Provider | None:
    """Return the provider's row, or `None` when the id is unknown."""
    return PROVIDERS.get(provider_id)
