"""Does a connection work? Asked with the cheapest call there is, the list of models.

Invariant: nothing is generated, so nothing is billed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import openai

from lib.catalog import find_provider
from lib.domain import ErrorCategory, ErrorReport
from lib.providers.client import Timeouts, make_client
from lib.providers.connection import Connection
from lib.providers.report import report_error

_PATIENCE = Timeouts(connect_s=5, silence_s=10, total_s=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """What the check found."""

    ok: bool
    """Whether a run can be expected to reach the server and be let in."""
    message: str
    """One or two sentences: what works, or what is wrong and what to do."""
    models: tuple[str, ...] = ()
    """Names from the server's list; empty when it has none to show."""
    error: ErrorReport | None = None


async def check_connection(connection: Connection, timeouts: Timeouts = _PATIENCE) -> CheckResult:
    """Return whether the server answers and takes the key; raises nothing of the network's."""
    host = urlsplit(connection.base_url).netloc
    provider = find_provider(connection.provider_id)
    client = make_client(connection, timeouts)
    try:
        async with asyncio.timeout(timeouts.total_s):
            if provider is not None and provider.key_check_path is not None:
                await client.get(provider.key_check_path, cast_to=object)
            answer = await client.models.with_raw_response.list()
            body: object = answer.http_response.json()
    except openai.NotFoundError:
        advice = (provider and provider.not_found_note) or "Check how the base URL ends."
        message = f"{host} answers, but offers no list of models at this address (status 404)."
        return CheckResult(ok=False, message=f"{message} {advice}")
    except (openai.OpenAIError, TimeoutError, ValueError) as exc:
        error = report_error(exc, connection=connection, timeouts=timeouts, where="above")
        return CheckResult(ok=False, message=f"{error.message} {error.next_step}", error=error)
    finally:
        await client.close()
    models = _read_models(body)
    if models is None:
        message = f"{host} answers, but not with a list of models. Check how the base URL ends."
        error = ErrorReport(category=ErrorCategory.STREAM, message=message, next_step="")
        return CheckResult(ok=False, message=message, error=error)
    if provider is not None and provider.models_are_deployments:
        advice = "It does not list deployments: type their names."
        return CheckResult(ok=True, message=f"{host} answers and lets you in. {advice}")
    message = f"{host} answers; models offered: {len(models)}."
    return CheckResult(ok=True, message=message, models=models)


def _read_models(body: object) -> tuple[str, ...] | None:
    rows = body.get("data") if isinstance(body, Mapping) else None
    if not isinstance(rows, list):
        return None
    return tuple(str(row["id"]) for row in rows if isinstance(row, Mapping) and "id" in row)
