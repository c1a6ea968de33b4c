"""Base URLs that people type. Invariant: what passes is read alike by every URL parser.

A base URL is a way into the host's network, so only a plain form is let through: http or https, a
host, an optional port, a path without tricks. Anything else is refused rather than interpreted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from lib.errors import ConnectionMissingError

_PLAIN_URL = re.compile(
    r"https?://"
    r"(?:[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])"
    r"(?::[0-9]{1,5})?"
    r"(?:/[A-Za-z0-9._~+=,;:/-]*)?",
    re.IGNORECASE,
)
# As people copy it from an example or from a portal's "target URI".
_CALL_PATH = re.compile(r"(?:/chat)?/completions/?$", re.IGNORECASE)
_AZURE_PATH = re.compile(r"/openai(?:/|$)", re.IGNORECASE)
_BARE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{1,62}")
_DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class _Address:
    scheme: str
    host: str
    port: int
    path: str
    """Without a trailing slash."""


def clean_base_url(
    text: str,
    *,
    name: str,
    example: str = "https://host.example/v1",
    path_when_missing: str = "",
    host_of_name: str | None = None,
) -> str:
    """Return the base URL as it will be used.

    `path_when_missing` completes a bare host, `host_of_name` a bare name. The path of the call
    itself, as it stands in examples, is cut off. Raises ConnectionMissingError, which calls the
    address by `name` and shows an `example`.
    """
    url = text.strip()
    if host_of_name is not None and _BARE_NAME.fullmatch(url):
        url = host_of_name.format(url.lower())
    if "@" in url:
        raise ConnectionMissingError(
            f"{name} holds an @, as if with a user name or password. Remove it from the "
            "address; a key has a field of its own."
        )
    # A query may hold a key, so it is not repeated.
    shown = url.partition("?")[0][:200]
    if "?" in url and _PLAIN_URL.fullmatch(shown):
        raise ConnectionMissingError(
            f"{name} goes on after {shown} with a question mark. Remove everything from it on; "
            "a key and an API version have fields of their own."
        )
    if not _PLAIN_URL.fullmatch(url) or _split(url) is None:
        raise ConnectionMissingError(
            f"{name} is {shown!r}, which is not a plain http or https address. "
            f"Write it like {example}"
        )
    url = _CALL_PATH.sub("", url)
    bare_host = url.count("/") == 2
    return url + path_when_missing if bare_host else url


def make_azure_base_url(url: str, *, is_classic: bool) -> str:
    """Return what the SDK's client wants, from any address of a resource that people copy.

    `is_classic`: for the client that adds deployment and API version by itself.
    """
    server, slash, path = url.partition("://")[2].partition("/")
    scheme = url.partition("://")[0]
    before = _AZURE_PATH.split(slash + path, maxsplit=1)[0].rstrip("/")
    return f"{scheme}://{server}{before}/openai" + ("" if is_classic else "/v1")


def require_allowed(url: str, allowed: Sequence[str], *, name: str) -> None:
    """Raise ConnectionMissingError unless `url` lies under one of the `allowed` base URLs.

    An empty `allowed` lets everything through. Scheme, host and port must be equal, and the path
    must go on at a slash: a longer host or a longer folder name is another place.
    """
    if not allowed or any(_lies_under(url, prefix) for prefix in allowed):
        return
    raise ConnectionMissingError(
        f"{name} is {url}, which this host does not allow. Allowed: {', '.join(allowed)} "
        "(PLAYGROUND_ALLOWED_BASE_URLS)."
    )


def _lies_under(url: str, prefix: str) -> bool:
    here, there = _split(url), _split(prefix)
    if here is None or there is None:
        return False
    same_server = (here.scheme, here.host, here.port) == (there.scheme, there.host, there.port)
    return same_server and f"{here.path}/".startswith(f"{there.path}/")


def _split(url: str) -> _Address | None:
    """Return the parts that matter, or `None` for an address that no request should go to."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS or not parts.hostname:
        return None
    if any(segment in {".", ".."} for segment in parts.path.split("/")):
        return None
    return _Address(
        scheme=scheme,
        host=parts.hostname.lower().rstrip("."),
        port=_DEFAULT_PORTS[scheme] if port is None else port,
        path=parts.path.rstrip("/"),
    )
