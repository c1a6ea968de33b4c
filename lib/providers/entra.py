"""Entra ID tokens of the identity that this app runs under.

Invariant: a token is asked for before every request, so that one about to expire is renewed by
azure-identity without the user noticing; it is held in memory alone.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from functools import cache

from azure.core.exceptions import AzureError
from azure.identity import DefaultAzureCredential, get_bearer_token_provider

from lib.errors import IdentityError


class TokenSource:
    """Tokens for one scope. Safe to use from any thread."""

    def __init__(self, scope: str, provide: Callable[[], str]) -> None:
        """`provide` returns a token that is valid now; it may block, and is asked every time."""
        self.scope = scope
        self._provide = provide
        self._seen: deque[str] = deque(maxlen=4)

    def __repr__(self) -> str:
        # Without the tokens.
        return f"TokenSource({self.scope!r})"

    @property
    def seen(self) -> tuple[str, ...]:
        """The latest tokens, so that they can be cut out of what a server says."""
        return tuple(self._seen)

    async def read_token(self) -> str:
        """Return a token that is valid now. Raises IdentityError when there is none."""
        try:
            token = await asyncio.to_thread(self._provide)
        except (AzureError, ValueError) as exc:
            # The library's text tells every way it tried, with paths and ids of this host.
            raise IdentityError(
                f"No Entra ID token was given for {self.scope} ({type(exc).__name__}). "
                "Log in with az login where this app runs, give the host a managed identity, or "
                "use a key instead."
            ) from exc
        if token not in self._seen:
            self._seen.append(token)
        return token


@cache
def open_token_source(scope: str) -> TokenSource:
    """Return the token source of a scope; one a process, as it holds the tokens until they expire.

    The identity is the host's: its environment, managed identity, or the user logged in with az.
    """
    credential = DefaultAzureCredential()
    return TokenSource(scope, get_bearer_token_provider(credential, scope))
