"""The request as a TypeScript module for the `openai` package.

Invariant: it is valid JavaScript too, so that Node runs it as it stands; fields stand in the
order in which the SDK for Python sends them, because this SDK sends an object as it is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lib.export.literals import write_javascript_text, write_json
from lib.export.target import ExportTarget
from lib.export.texts import name_texts
from lib.request import EXTRA_BODY

MAX_SAFE_INTEGER = 2**53 - 1

_PRINT_STREAM = """\
for await (const chunk of stream) {
  process.stdout.write(chunk.choices?.[0]?.delta?.content ?? "");
  if (chunk.usage) console.error(chunk.usage);
}
"""
_PRINT_WHOLE = """\
console.log(completion.choices[0].message.content);
console.error(completion.usage);
"""


def write_typescript(payload: Mapping[str, Any], target: ExportTarget) -> str:
    """Return a module that sends the request and prints the answer."""
    is_streamed = bool(payload.get("stream"))
    result = "stream" if is_streamed else "completion"
    client = "AzureOpenAI" if target.api_version else "OpenAI"
    packages = "openai @azure/identity" if target.uses_entra_id else "openai"
    imports = [f'import {{ {client} }} from "openai";']
    if target.uses_entra_id:
        imports.insert(
            0, 'import { DefaultAzureCredential, getBearerTokenProvider } from "@azure/identity";'
        )
    texts = name_texts(payload)
    definitions = "".join(
        f"const {_camel(name)} = {write_javascript_text(text)};\n" for text, name in texts.items()
    )
    return (
        f"// npm install {packages}\n" + "\n".join(imports) + "\n\n"
        f"{_write_client(target, client)}\n{definitions}"
        f"const {result} = await client.chat.completions.create({{\n"
        f"{_write_fields(payload, texts)}}});\n"
        f"{_PRINT_STREAM if is_streamed else _PRINT_WHOLE}"
    )


def _write_fields(payload: Mapping[str, Any], texts: Mapping[str, str]) -> str:
    lines = []
    for name, value in payload.items():
        if name == "messages":
            lines.append("  messages: [")
            for message in value:
                content = _camel(texts[message["content"]])
                lines.append(f'    {{ role: "{message["role"]}", content: {content} }},')
            lines.append("  ],")
        elif name == "prediction":
            content = _camel(texts[value["content"]])
            lines.append(f'  prediction: {{ type: "content", content: {content} }},')
        elif name == EXTRA_BODY:
            for own_name, own_value in value.items():
                lines.append("  // @ts-expect-error: this provider's own name of a parameter")
                lines += _write_field(own_name, own_value)
        else:
            lines += _write_field(name, value)
    return "\n".join(lines) + "\n"


def _write_field(name: str, value: object) -> list[str]:
    lines = [f"  {name}: {write_json(value)},"]
    if isinstance(value, int) and abs(value) > MAX_SAFE_INTEGER:
        lines.insert(0, "  // JavaScript rounds a number of this size.")
    return lines


def _write_client(target: ExportTarget, client: str) -> str:
    provider = target.provider
    setup = ""
    if target.uses_entra_id:
        scope = _read_environment(provider.scope_setting, target.entra_scope)
        setup = (
            "const tokenProvider = getBearerTokenProvider(\n"
            f"  new DefaultAzureCredential(),\n  {scope},\n);\n"
        )
        credentials = "tokenProvider"
    elif target.sends_key:
        credentials = f"process.env.{provider.key_setting}"
    else:
        credentials = f'process.env.{provider.key_setting} ?? "none"'
    if target.is_azure:
        endpoint = _read_environment(provider.base_url_setting, target.endpoint)
        setup += f'const endpoint = ({endpoint}).replace(/\\/+$/, "");\n'
    if target.api_version:
        key_name = "azureADTokenProvider" if target.uses_entra_id else "apiKey"
        fields = ["endpoint", f"apiVersion: {write_json(target.api_version)}"]
        fields.append(f"{key_name}: {credentials}")
    else:
        address = (
            'endpoint + "/openai/v1"'
            if target.is_azure
            else _read_environment(provider.base_url_setting, target.base_url)
        )
        fields = [f"baseURL: {address}", f"apiKey: {credentials}"]
    inner = "".join(f"  {field},\n" for field in fields)
    return f"{setup}const client = new {client}({{\n{inner}}});\n"


def _read_environment(name: str | None, default: str) -> str:
    return f"process.env.{name} ?? {write_json(default)}"


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
