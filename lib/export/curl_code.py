"""The request as a shell command with curl.

Invariant: nothing of the request is ever read by the shell: the body stands in a quoted here
document, of which curl drops the line ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from lib.export.literals import write_json_lines
from lib.export.target import ExportTarget
from lib.request import make_body


def write_curl(payload: Mapping[str, Any], target: ExportTarget) -> str:
    """Return a command for a POSIX shell."""
    headers = ["Content-Type: application/json", *_write_credentials(target)]
    options = "".join(f' \\\n  -H "{header}"' for header in headers)
    no_buffer = "--no-buffer " if payload.get("stream") else ""
    return (
        f"{_write_token(target)}"
        f'curl {no_buffer}--fail-with-body "{_write_url(payload, target)}"{options} \\\n'
        "  -d @- <<'JSON'\n"
        f"{write_json_lines(make_body(payload))}\n"
        "JSON\n"
    )


def _write_url(payload: Mapping[str, Any], target: ExportTarget) -> str:
    setting = target.provider.base_url_setting
    if not target.is_azure:
        return f"${{{setting}:-{target.base_url}}}/chat/completions"
    endpoint = f"${{{setting}:-{target.endpoint}}}/openai"
    if target.api_version is None:
        return f"{endpoint}/v1/chat/completions"
    deployment = quote(str(payload["model"]), safe="")
    version = quote(target.api_version, safe="")
    return f"{endpoint}/deployments/{deployment}/chat/completions?api-version={version}"


def _write_credentials(target: ExportTarget) -> list[str]:
    if target.uses_entra_id:
        return ["Authorization: Bearer $AZURE_OPENAI_TOKEN"]
    if not target.sends_key:
        return []
    name = target.provider.key_setting
    return [f"api-key: ${name}" if target.api_version else f"Authorization: Bearer ${name}"]


def _write_token(target: ExportTarget) -> str:
    if not target.uses_entra_id:
        return ""
    setting = target.provider.scope_setting
    return (
        ': "${AZURE_OPENAI_TOKEN:=$(az account get-access-token --query accessToken '
        f'--output tsv --scope "${{{setting}:-{target.entra_scope}}}")}}"\n'
    )
