"""Every way into a provider that the playground knows, each leading to the double.

Invariant: a row holds what a user would put into the environment, and nothing more.
"""

from __future__ import annotations

from dataclasses import dataclass

from lib.catalog import PROVIDERS, Provider
from lib.providers import Connection, resolve_connection
from lib.settings import AppSettings
from tests.support.provider_server import ProviderServer

KEY = "sk-planted-key-of-the-double"
SCOPE = "https://cognitiveservices.azure.com/.default"


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """One provider row with one kind of credentials."""

    id: str
    provider_id: str
    dialect: str | None
    """`None`: the plain scripted server."""
    uses_key: bool = True
    api_version: str | None = None
    model: str = "echo"

    @property
    def provider(self) -> Provider:
        """The catalog's row."""
        return PROVIDERS[self.provider_id]

    @property
    def uses_entra_id(self) -> bool:
        """Whether tokens come from the identity endpoint."""
        return self.provider.takes_entra_id and not self.uses_key

    def environment(self, server: ProviderServer) -> dict[str, str]:
        """Return the settings that lead to the double."""
        provider = self.provider
        url = server.base_url if self.dialect is None else server.url_of(self.dialect)
        if provider.api_version_setting:
            url = f"http://{server.host}"
        values = {str(provider.base_url_setting): url}
        if self.uses_key:
            values[str(provider.key_setting)] = KEY
        if self.api_version:
            values[str(provider.api_version_setting)] = self.api_version
        if self.uses_entra_id:
            values |= server.identity.environment(server.host)
        return values

    def connect(self, server: ProviderServer) -> Connection:
        """Return the connection as the app makes it from its settings."""
        settings = AppSettings(values=self.environment(server))
        return resolve_connection(self.provider_id, settings, {})


ACCESSES = (
    Access(id="local", provider_id="local", dialect=None),
    Access(id="openai", provider_id="openai", dialect="openai"),
    Access(id="azure-v1-key", provider_id="azure", dialect="azure"),
    Access(id="azure-v1-entra", provider_id="azure", dialect="azure", uses_key=False),
    Access(
        id="azure-classic-key",
        provider_id="azure",
        dialect="azure-classic",
        api_version="2025-01-01-preview",
    ),
    Access(
        id="azure-classic-entra",
        provider_id="azure",
        dialect="azure-classic",
        api_version="2025-01-01-preview",
        uses_key=False,
    ),
    Access(id="cerebras", provider_id="cerebras", dialect="cerebras"),
    Access(id="fireworks", provider_id="fireworks", dialect="fireworks"),
    Access(id="mistral", provider_id="mistral", dialect="mistral"),
    Access(id="openrouter", provider_id="openrouter", dialect="openrouter"),
    Access(id="compatible", provider_id="compatible", dialect="vllm", uses_key=False),
)
