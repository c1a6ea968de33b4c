"""The request as a Python program, with OpenAI's SDK or with Cerebras' own.

Invariant: the program sends the same body as the playground.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lib.export.literals import write_python, write_python_text
from lib.export.target import ExportTarget
from lib.export.texts import name_texts
from lib.request import EXTRA_BODY

_PRINT_STREAM = """\
for chunk in stream:
    delta = chunk.choices[0].delta if chunk.choices else None
    if delta and delta.content:
        print(delta.content, end="", flush=True)
    if chunk.usage:
        print("\\n", chunk.usage, file=sys.stderr)
"""
_PRINT_WHOLE = """\
print(completion.choices[0].message.content)
print(completion.usage, file=sys.stderr)
"""


def write_openai_python(payload: Mapping[str, Any], target: ExportTarget) -> str:
    """Return a program for the `openai` package, and `azure-identity` where that is used."""
    client = "AzureOpenAI" if target.api_version else "OpenAI"
    packages = "openai azure-identity" if target.uses_entra_id else "openai"
    imports = [f"from openai import {client}"]
    if target.uses_entra_id:
        imports.insert(
            0, "from azure.identity import DefaultAzureCredential, get_bearer_token_provider"
        )
    return _assemble(packages, imports, _write_client(target, client), payload)


def write_cerebras_python(payload: Mapping[str, Any], target: ExportTarget) -> str:
    """Return a program for Cerebras' own package."""
    provider = target.provider
    address = _read_environment(provider.base_url_setting, target.base_url)
    client = (
        "client = Cerebras(\n"
        f'    api_key=os.environ["{provider.key_setting}"],\n'
        "    # This SDK adds /v1 by itself.\n"
        f'    base_url={address}.removesuffix("/v1"),\n'
        "    warm_tcp_connection=False,\n"
        ")\n"
    )
    imports = ["from cerebras.cloud.sdk import Cerebras"]
    return _assemble("cerebras-cloud-sdk", imports, client, payload)


def _assemble(packages: str, imports: list[str], client: str, payload: Mapping[str, Any]) -> str:
    is_streamed = bool(payload.get("stream"))
    result = "stream" if is_streamed else "completion"
    texts = name_texts(payload)
    definitions = "".join(f"{name} = {write_python_text(text)}\n" for text, name in texts.items())
    return (
        f"# pip install {packages}\n"
        "import os\nimport sys\n\n" + "\n".join(imports) + "\n\n"
        f"{client}\n{definitions}"
        f"{result} = client.chat.completions.create(\n"
        f"{_write_arguments(payload, texts)})\n"
        f"{_PRINT_STREAM if is_streamed else _PRINT_WHOLE}"
    )


def _write_arguments(payload: Mapping[str, Any], texts: Mapping[str, str]) -> str:
    lines = []
    for name, value in payload.items():
        if name == "messages":
            lines.append("    messages=[")
            lines += [
                f'        {{"role": "{message["role"]}", "content": {texts[message["content"]]}}},'
                for message in value
            ]
            lines.append("    ],")
        elif name == "prediction":
            content = texts[value["content"]]
            lines.append(f'    prediction={{"type": "content", "content": {content}}},')
        elif name == EXTRA_BODY:
            lines.append(f"    extra_body={write_python(value)},")
        else:
            lines.append(f"    {name}={write_python(value)},")
    return "\n".join(lines) + "\n"


def _write_client(target: ExportTarget, client: str) -> str:
    provider = target.provider
    setup = ""
    if target.uses_entra_id:
        scope = _read_environment(provider.scope_setting, target.entra_scope)
        setup = (
            "token_provider = get_bearer_token_provider(\n"
            f"    DefaultAzureCredential(), {scope}\n)\n"
        )
        credentials = "token_provider"
    elif target.sends_key:
        credentials = f'os.environ["{provider.key_setting}"]'
    else:
        credentials = f'os.environ.get("{provider.key_setting}", "none")'
    if target.is_azure:
        endpoint = _read_environment(provider.base_url_setting, target.endpoint)
        setup += f'endpoint = {endpoint}.rstrip("/")\n'
    if target.api_version:
        key_name = "azure_ad_token_provider" if target.uses_entra_id else "api_key"
        arguments = [
            "azure_endpoint=endpoint",
            f"api_version={write_python(target.api_version)}",
            f"{key_name}={credentials}",
        ]
    else:
        address = (
            'endpoint + "/openai/v1"'
            if target.is_azure
            else _read_environment(provider.base_url_setting, target.base_url)
        )
        arguments = [f"base_url={address}", f"api_key={credentials}"]
    inner = "".join(f"    {argument},\n" for argument in arguments)
    return f"{setup}client = {client}(\n{inner})\n"


def _read_environment(name: str | None, default: str) -> str:
    return f'os.environ.get("{name}", {write_python(default)})'
