"""A managed-identity endpoint on loopback, as azure-identity asks one on App Service.

Invariant: a token is valid until its own expiry and no longer; every one that was issued is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from time import time
from urllib.parse import parse_qs, urlsplit

from tests.support.provider_wire import Answer

PATH = "/identity/token"
SECRET = "identity-endpoint-secret"


@dataclass(slots=True)
class IdentityDesk:
    """Issues tokens and knows which are valid."""

    lifetime_s: float = 3600.0
    """Of the tokens that are issued from now on."""
    issued: dict[str, float] = field(default_factory=dict)
    """Every token with the time it expires."""
    resources: list[str] = field(default_factory=list)
    """What each token was asked for."""

    def answer(self, path: str, headers: Mapping[str, str]) -> Answer:
        """Issue a token to whoever knows the endpoint's secret."""
        if headers.get("x-identity-header") != SECRET:
            return Answer(status=401, body={"message": "The identity header is wrong."})
        self.resources.append(parse_qs(urlsplit(path).query)["resource"][0])
        token = f"entra-token-{len(self.issued) + 1}"
        expires_on = int(time() + self.lifetime_s)
        self.issued[token] = expires_on
        body = {
            "access_token": token,
            "expires_on": str(expires_on),
            "resource": self.resources[-1],
            "token_type": "Bearer",
        }
        return Answer(body=body)

    def accepts(self, token: str) -> bool:
        """Whether the token is one of ours and has not expired."""
        return self.issued.get(token, 0.0) > time()

    def environment(self, host: str) -> dict[str, str]:
        """Return the variables that lead azure-identity here."""
        return {"IDENTITY_ENDPOINT": f"http://{host}{PATH}", "IDENTITY_HEADER": SECRET}
