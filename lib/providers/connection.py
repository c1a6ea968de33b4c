"""Where one user's requests go, and with which credentials.

Invariant: a key or an identity of the host never travels to an address that a user typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lib.catalog import Provider, find_provider
from lib.errors import ConnectionMissingError
from lib.providers.address import clean_base_url, make_azure_base_url, require_allowed
from lib.providers.entra import TokenSource, open_token_source
from lib.settings import AppSettings

# Words that people put where the classic endpoint wants a date; they mean the v1 endpoint.
_NO_API_VERSION = {"v1", "preview", "latest"}
_TYPED = "The address you typed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """One address with its credentials; made for one run, kept by nobody."""

    provider_id: str
    base_url: str
    api_key: str | None = field(default=None, repr=False)
    """`None` and no `token_source`: no credentials are sent."""
    api_version: str | None = None
    """Set: the classic Azure endpoint, which wants it in every request."""
    token_source: TokenSource | None = field(default=None, repr=False)
    """Set: Entra ID, with a token asked for before every request."""

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be shown."""
        tokens = self.token_source.seen if self.token_source else ()
        return tuple(secret for secret in (self.api_key, *tokens) if secret)

    @property
    def has_credentials(self) -> bool:
        """Whether requests carry a key or a token."""
        return self.api_key is not None or self.token_source is not None


def resolve_connection(
    provider_id: str, app_settings: AppSettings, typed: Mapping[str, str]
) -> Connection:
    """Return the connection from what the user typed, completed by the host's settings.

    `typed` maps setting names (`OPENAI_API_KEY`, ...) to what the session's user typed; it wins.
    Raises ConnectionMissingError with a line to copy when a key or an address is missing.
    """
    provider = find_provider(provider_id)
    if provider is None:
        raise ConnectionMissingError(f"There is no provider {provider_id!r}. Choose another.")
    api_version = read_api_version(provider, app_settings, typed)
    base_url, is_typed = _resolve_base_url(provider, app_settings, typed, api_version)
    api_key = _read(typed, provider.key_setting)
    if api_key is None and not is_typed:
        api_key = _read(app_settings.values, provider.key_setting)
    token_source = None
    if api_key is None and provider.takes_entra_id and not is_typed:
        scope = _read(app_settings.values, provider.scope_setting) or provider.default_scope or ""
        token_source = open_token_source(scope)
    if api_key is None and token_source is None and provider.needs_key:
        raise _make_key_missing(provider, is_typed=is_typed)
    return Connection(
        provider_id=provider.id,
        base_url=base_url,
        api_key=api_key,
        api_version=api_version,
        token_source=token_source,
    )


def read_api_version(
    provider: Provider, app_settings: AppSettings, typed: Mapping[str, str]
) -> str | None:
    """Return the API version of the classic endpoint; `None`: another endpoint is used."""
    name = provider.api_version_setting
    version = _read(typed, name) or _read(app_settings.values, name)
    return None if version is None or version.lower() in _NO_API_VERSION else version


def _resolve_base_url(
    provider: Provider,
    app_settings: AppSettings,
    typed: Mapping[str, str],
    api_version: str | None,
) -> tuple[str, bool]:
    """Return the address, and whether it is the user's own rather than the host's."""
    setting = provider.base_url_setting or "base URL"

    def clean(text: str, name: str) -> str:
        url = clean_base_url(
            text,
            name=name,
            example=provider.base_url_example,
            path_when_missing=provider.path_when_missing,
            host_of_name=provider.host_of_name,
        )
        if provider.api_version_setting is None:
            return url
        return make_azure_base_url(url, is_classic=api_version is not None)

    own = _read(app_settings.values, provider.base_url_setting) or provider.default_base_url
    host_url = own and clean(own, setting)
    typed_text = _read(typed, provider.base_url_setting)
    if typed_text is not None:
        url = clean(typed_text, _TYPED)
        if url != host_url:
            require_allowed(url, app_settings.allowed_base_urls, name=_TYPED)
            return url, True
    if not host_url:
        raise _make_missing(
            f"{provider.name} has no address yet.", f"{setting}={provider.base_url_example}"
        )
    return host_url, False


def _make_key_missing(provider: Provider, *, is_typed: bool) -> ConnectionMissingError:
    if not is_typed:
        return _make_missing(f"{provider.name} needs a key.", f"{provider.key_setting}=...")
    identity = (
        f" Entra ID is used only for an address that stands in .env as {provider.base_url_setting}."
        if provider.takes_entra_id
        else ""
    )
    # The host's own key would not be sent to that address either.
    what = f"{provider.name} needs a key for the address you typed: the host's is not sent there."
    return ConnectionMissingError(
        f"{what} Type one on the Connections page.{identity}",
        message_on_page=f"{what} Type one below.{identity}",
    )


def _make_missing(what: str, line: str) -> ConnectionMissingError:
    remedy = "or put this line into .env and start again:"
    return ConnectionMissingError(
        f"{what} Type one on the Connections page, {remedy} {line}",
        message_on_page=f"{what} Type one below, {remedy}",
        line=line,
    )


def _read(values: Mapping[str, str], name: str | None) -> str | None:
    text = values.get(name, "").strip() if name else ""
    return text or None
