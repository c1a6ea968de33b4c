"""From a provider's id to something a run can be sent to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lib.catalog import Provider
from lib.errors import ConnectionMissingError
from lib.providers import Connection, resolve_connection
from lib.running import EndpointOpener
from lib.ui.services import Services


def choose_endpoint(
    provider_id: str, services: Services, typed: Mapping[str, str]
) -> EndpointOpener:
    """Return what opens the connection inside the run, so that its failure is the run's."""
    if services.starts_engine_for(provider_id):
        return services.open_local_engine
    typed_now = dict(typed)

    async def open_connection(_: Callable[[str], None]) -> Connection:
        return resolve_connection(provider_id, services.settings, typed_now)

    return open_connection


@dataclass(frozen=True, slots=True)
class ConnectionStatus:
    """Whether a provider can be used now, in a sentence that holds no secret."""

    is_ready: bool
    sentence: str
    missing_line: str | None = None
    """A line for `.env` that would make it ready."""


def describe_connection(
    provider: Provider, services: Services, typed: Mapping[str, str]
) -> ConnectionStatus:
    """Return what is configured for a provider, and what is missing."""
    if services.starts_engine_for(provider.id):
        return ConnectionStatus(True, "Runs on this machine; needs no key and no network.")
    try:
        connection = resolve_connection(provider.id, services.settings, typed)
    except ConnectionMissingError as error:
        name = provider.key_setting if provider.needs_key else provider.base_url_setting
        return ConnectionStatus(False, str(error), f"{name}=")
    key = "with a key" if connection.api_key else "without a key"
    return ConnectionStatus(True, f"Requests go to {connection.base_url}, {key}.")
