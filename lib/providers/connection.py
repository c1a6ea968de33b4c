"""Where one user's requests go, and with which key.

Invariant: a key from the host's environment never travels to an address that a user typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lib.catalog import Provider, find_provider
from lib.errors import ConnectionMissingError
from lib.providers.address import clean_base_url, require_allowed
from lib.settings import AppSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """One address with its key; made for one run, kept by nobody."""

    provider_id: str
    base_url: str
    api_key: str | None = field(default=None, repr=False)
    """`None`: no Authorization header is sent."""


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
    base_url, is_typed = _resolve_base_url(provider, app_settings, typed)
    api_key = _read(typed, provider.key_setting)
    if api_key is None and not is_typed:
        api_key = _read(app_settings.values, provider.key_setting)
    if api_key is None and provider.needs_key:
        where = " for the address you typed" if is_typed else ""
        raise ConnectionMissingError(
            f"{provider.name} needs a key{where}. Type one on the connections page, or put this "
            f"line into .env and start again: {provider.key_setting}=..."
        )
    return Connection(provider_id=provider.id, base_url=base_url, api_key=api_key)


def _resolve_base_url(
    provider: Provider, app_settings: AppSettings, typed: Mapping[str, str]
) -> tuple[str, bool]:
    """Return the address, and whether it is the user's own rather than the host's."""
    setting = provider.base_url_setting or "base URL"
    own = _read(app_settings.values, provider.base_url_setting) or provider.default_base_url
    host_url = own and clean_base_url(
        own, setting=setting, path_when_missing=provider.path_when_missing
    )
    typed_text = _read(typed, provider.base_url_setting)
    if typed_text is not None:
        url = clean_base_url(
            typed_text, setting=setting, path_when_missing=provider.path_when_missing
        )
        if url != host_url:
            require_allowed(url, app_settings.allowed_base_urls, setting=setting)
            return url, True
    if not host_url:
        raise ConnectionMissingError(
            f"{provider.name} has no address yet. Type one on the connections page, or put this "
            f"line into .env and start again: {setting}=http://127.0.0.1:8000/v1"
        )
    return host_url, False


def _read(values: Mapping[str, str], name: str | None) -> str | None:
    text = values.get(name, "").strip() if name else ""
    return text or None
