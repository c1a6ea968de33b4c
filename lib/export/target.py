"""Where exported code sends its request. Invariant: holds no credentials, only their names."""

from __future__ import annotations

from dataclasses import dataclass

from lib.catalog import Provider
from lib.providers import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportTarget:
    """One server, and how a request to it is authorised."""

    provider: Provider
    base_url: str
    """As the SDK wants it; for Azure it ends in /openai or /openai/v1."""
    api_version: str | None = None
    """Set: the classic Azure endpoint."""
    uses_entra_id: bool = False
    entra_scope: str = ""
    sends_key: bool = True
    """Whether there is a key to be sent; `False` with Entra ID and for open servers."""

    @property
    def is_azure(self) -> bool:
        """Whether the address is an Azure resource's."""
        return self.provider.api_version_setting is not None

    @property
    def endpoint(self) -> str:
        """The address of the Azure resource, without the API's own path."""
        return self.base_url.removesuffix("/v1").removesuffix("/openai")


def make_target(provider: Provider, connection: Connection | None) -> ExportTarget:
    """Return where the provider's requests go; without a connection, an address to fill in."""
    if connection is None:
        example = provider.base_url_example + (
            provider.path_when_missing if _is_azure(provider) else ""
        )
        return ExportTarget(
            provider=provider,
            base_url=provider.default_base_url or example,
            sends_key=provider.needs_key,
        )
    source = connection.token_source
    return ExportTarget(
        provider=provider,
        base_url=connection.base_url,
        api_version=connection.api_version,
        uses_entra_id=source is not None,
        entra_scope=source.scope if source else "",
        sends_key=connection.api_key is not None,
    )


def _is_azure(provider: Provider) -> bool:
    return provider.api_version_setting is not None
