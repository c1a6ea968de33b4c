"""From a provider's id to something a run can be sent to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lib.catalog import PROVIDERS, Provider, find_api_version_rule, read_version_date
from lib.errors import ConnectionMissingError
from lib.experiments.sending import Circumstances, find_circumstances
from lib.export import ExportTarget, make_target
from lib.providers import Connection, read_api_version, resolve_connection
from lib.running import EndpointOpener
from lib.ui.services import Services
from lib.ui.state import Session


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


def find_api_version(provider_id: str, services: Services, typed: Mapping[str, str]) -> str | None:
    """Return the API version that requests will carry; `None`: none."""
    provider = PROVIDERS.get(provider_id)
    return read_api_version(provider, services.settings, typed) if provider else None


def list_circumstances(services: Services, session: Session) -> Circumstances:
    """Return under what this session's experiments are sent."""
    return find_circumstances(services.settings, session.typed, session.prices)


def find_export_target(
    provider_id: str, services: Services, typed: Mapping[str, str]
) -> ExportTarget:
    """Return where exported code sends its request: where a run would go, if that is known."""
    provider = PROVIDERS[provider_id]
    if services.starts_engine_for(provider_id):
        return make_target(provider, None)
    try:
        return make_target(provider, resolve_connection(provider_id, services.settings, typed))
    except ConnectionMissingError:
        return make_target(provider, None)


@dataclass(frozen=True, slots=True)
class ConnectionStatus:
    """Whether a provider can be used now, in a sentence that holds no secret."""

    is_ready: bool
    sentence: str
    missing_line: str | None = None
    """A line for `.env` that would make it ready."""
    warning: str | None = None
    """What will not work although requests can be sent."""


def describe_connection(
    provider: Provider, services: Services, typed: Mapping[str, str]
) -> ConnectionStatus:
    """Return what is configured for a provider, and what is missing."""
    if services.starts_engine_for(provider.id):
        return ConnectionStatus(True, "Runs on this machine; needs no key and no network.")
    try:
        connection = resolve_connection(provider.id, services.settings, typed)
    except ConnectionMissingError as error:
        return ConnectionStatus(False, error.message_on_page, error.line)
    return ConnectionStatus(
        True,
        f"Requests go to {connection.base_url}, {_describe_credentials(connection)}.",
        warning=_warn_of_version(connection),
    )


def _warn_of_version(connection: Connection) -> str | None:
    """Say which API version a prediction needs, where the one that is set is older."""
    rule = find_api_version_rule(connection.provider_id, "prediction")
    if rule is None or connection.api_version is None:
        return None
    asked, first = map(read_version_date, (connection.api_version, rule.first_version))
    if asked is None or first is None or asked >= first:
        return None
    return (
        f"API version {connection.api_version} takes no prediction; {rule.first_version} is the "
        "first that does. Type a later one, or v1 for the v1 endpoint, which needs none."
    )


def _describe_credentials(connection: Connection) -> str:
    version = f", API version {connection.api_version}" if connection.api_version else ""
    if connection.token_source is not None:
        scope = connection.token_source.scope
        return f"with Entra ID for {scope}{version}"
    return ("with a key" if connection.api_key else "without a key") + version
