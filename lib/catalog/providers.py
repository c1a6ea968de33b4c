"""Where requests can go: one row a provider.

Invariant: what differs between providers is a column here, so no other module asks for an id.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """One kind of server, and which settings lead to it."""

    id: str
    name: str
    """As shown on screen."""
    needs_key: bool
    """Whether a request without any credentials is refused for certain."""
    key_setting: str | None
    base_url_setting: str | None
    default_base_url: str | None = None
    base_url_example: str = "http://127.0.0.1:8000/v1"
    """What a base URL of this provider looks like."""
    path_when_missing: str = ""
    """Appended to a base URL that is a bare host, as people copy it from a server's log."""
    host_of_name: str | None = None
    """Template of the address that a bare resource name stands for."""
    models_setting: str | None = None
    """Setting with the comma-separated names of the user's models."""
    seed_parameter: str = "seed"
    """The provider's name of the seed on the wire."""
    extra_fields: tuple[tuple[str, bool], ...] = ()
    """Fields of this provider's own that every request carries, with their values."""
    takes_stream_options: bool = True
    """Whether the counts of a stream have to be asked for; `False`: they come unasked, and asking
    is refused."""
    api_version_setting: str | None = None
    """When this setting is set, the classic Azure address and client are used."""
    scope_setting: str | None = None
    """Set: without a key, an Entra ID token of this setting's scope stands in."""
    default_scope: str | None = None
    key_check_path: str | None = None
    """Where a key can be checked; `None`: the list of models is refused without a valid one."""
    models_are_deployments: bool = False
    """Whether a model's name is the user's own, which the server's list of models lacks."""
    has_own_sdk: bool = False
    """Whether the exported code can use the provider's own Python SDK."""
    credentials_note: str = ""
    """Where the user finds what a request needs; one sentence."""
    not_found_note: str = ""
    """What a status 404 means here; one sentence, empty: the general one fits."""
    source: str
    verified_on: date

    @property
    def takes_entra_id(self) -> bool:
        """Whether a missing key means Entra ID."""
        return self.scope_setting is not None


_CHECKED = date(2026, 11, 21)

_ROWS = (
    Provider(
        id="local",
        name="Local engine",
        needs_key=False,
        key_setting="LOCAL_ENGINE_API_KEY",
        base_url_setting="LOCAL_ENGINE_URL",
        base_url_example="http://127.0.0.1:8765/v1",
        path_when_missing="/v1",
        credentials_note=(
            "For other programs, start the engine by itself: "
            ".venv/bin/python -m lib.engine --port 8765"
        ),
        # Runs are compared: none may find its prompt already computed by the one before.
        extra_fields=(("cache_prompt", False),),
        source="lib/engine of this project",
        verified_on=_CHECKED,
    ),
    Provider(
        id="openai",
        name="OpenAI",
        needs_key=True,
        key_setting="OPENAI_API_KEY",
        base_url_setting="OPENAI_BASE_URL",
        default_base_url="https://api.openai.com/v1",
        models_setting="OPENAI_MODELS",
        credentials_note="The key is made at platform.openai.com, under API keys.",
        source="https://platform.openai.com/docs/api-reference/chat/create",
        verified_on=_CHECKED,
    ),
    Provider(
        id="azure",
        name="Azure OpenAI",
        needs_key=True,
        key_setting="AZURE_OPENAI_API_KEY",
        base_url_setting="AZURE_OPENAI_ENDPOINT",
        base_url_example="https://my-resource.openai.azure.com",
        path_when_missing="/openai/v1",
        host_of_name="https://{}.openai.azure.com",
        models_setting="AZURE_OPENAI_DEPLOYMENTS",
        models_are_deployments=True,
        api_version_setting="AZURE_OPENAI_API_VERSION",
        scope_setting="AZURE_OPENAI_SCOPE",
        default_scope="https://cognitiveservices.azure.com/.default",
        credentials_note=(
            "Endpoint and key stand in the Azure portal, under Keys and Endpoint of the resource; "
            "without a key, the identity this app runs under is used (for example after az login)."
        ),
        not_found_note=(
            "Check that the endpoint holds the resource's name, and that the model is the name "
            "of a deployment."
        ),
        source="https://learn.microsoft.com/azure/ai-foundry/openai/how-to/predicted-outputs",
        verified_on=_CHECKED,
    ),
    Provider(
        id="cerebras",
        name="Cerebras",
        needs_key=True,
        key_setting="CEREBRAS_API_KEY",
        base_url_setting="CEREBRAS_BASE_URL",
        default_base_url="https://api.cerebras.ai/v1",
        models_setting="CEREBRAS_MODELS",
        has_own_sdk=True,
        credentials_note="The key is made at cloud.cerebras.ai, under API keys.",
        source="https://inference-docs.cerebras.ai/capabilities/predicted-outputs",
        verified_on=_CHECKED,
    ),
    Provider(
        id="fireworks",
        name="Fireworks",
        needs_key=True,
        key_setting="FIREWORKS_API_KEY",
        base_url_setting="FIREWORKS_BASE_URL",
        default_base_url="https://api.fireworks.ai/inference/v1",
        models_setting="FIREWORKS_MODELS",
        # Without it a stream tells neither the server's clock nor what became of the prediction.
        extra_fields=(("perf_metrics_in_response", True),),
        credentials_note="The key is made at app.fireworks.ai, under API keys.",
        source="https://docs.fireworks.ai/guides/predicted-outputs",
        verified_on=_CHECKED,
    ),
    Provider(
        id="mistral",
        name="Mistral",
        needs_key=True,
        key_setting="MISTRAL_API_KEY",
        base_url_setting="MISTRAL_BASE_URL",
        default_base_url="https://api.mistral.ai/v1",
        models_setting="MISTRAL_MODELS",
        seed_parameter="random_seed",
        # Status 422 "Extra inputs are not permitted", in public issue threads of 2025.
        takes_stream_options=False,
        credentials_note="The key is made at console.mistral.ai, under API keys.",
        source="https://docs.mistral.ai/capabilities/predicted-outputs",
        verified_on=_CHECKED,
    ),
    Provider(
        id="openrouter",
        name="OpenRouter",
        needs_key=True,
        key_setting="OPENROUTER_API_KEY",
        base_url_setting="OPENROUTER_BASE_URL",
        default_base_url="https://openrouter.ai/api/v1",
        models_setting="OPENROUTER_MODELS",
        # The list of models is public here.
        key_check_path="/key",
        credentials_note="The key is made at openrouter.ai, under Keys.",
        source="https://openrouter.ai/docs/api-reference/overview",
        verified_on=_CHECKED,
    ),
    Provider(
        id="compatible",
        name="Compatible server",
        needs_key=False,
        key_setting="COMPATIBLE_API_KEY",
        base_url_setting="COMPATIBLE_BASE_URL",
        path_when_missing="/v1",
        models_setting="COMPATIBLE_MODELS",
        credentials_note="The address up to /v1 stands in the server's log; most need no key.",
        source="settings of this project; vLLM, llama.cpp, Ollama and LM Studio serve under /v1",
        verified_on=_CHECKED,
    ),
)

PROVIDERS = MappingProxyType({row.id: row for row in _ROWS})
"""Every provider by its id, in the order in which they are offered."""


def find_provider(provider_id: str) -> Provider | None:
    """Return the provider's row, or `None` when the id is unknown."""
    return PROVIDERS.get(provider_id)
