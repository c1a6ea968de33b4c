"""What providers do with a prediction and what they refuse beside it: one row a fact.

Invariant: `None` means that no source says; every row names its source and its date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_CHECKED = date(2026, 11, 21)
_OPENAI = "https://platform.openai.com/docs/guides/predicted-outputs"
_AZURE = "https://learn.microsoft.com/azure/ai-foundry/openai/how-to/predicted-outputs"
_AZURE_SEED = "https://learn.microsoft.com/azure/ai-foundry/openai/how-to/reproducible-output"
_CEREBRAS = "https://inference-docs.cerebras.ai/capabilities/predicted-outputs"
_FIREWORKS = "https://docs.fireworks.ai/guides/predicted-outputs"
_MISTRAL = "https://docs.mistral.ai/capabilities/predicted-outputs"
_OPENROUTER = "https://openrouter.ai/docs/api-reference/overview"


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What a provider takes and what its answers tell; `None`: no source says."""

    provider: str
    takes_prediction: bool | None
    """`None`: depends on the model or on the server."""
    reports_counts: bool | None
    """Accepted and rejected prediction tokens in `usage`."""
    refuses_unsupported: bool | None
    """`True`: an unsupported prediction gives status 400; `False`: it is ignored silently."""
    takes_seed: bool | None
    reports_fingerprint: bool | None
    note: str
    """One or two plain sentences."""
    source: str
    verified_on: date = _CHECKED


CAPABILITIES: tuple[Capabilities, ...] = (
    Capabilities(
        provider="local",
        takes_prediction=True,
        reports_counts=True,
        refuses_unsupported=True,
        takes_seed=True,
        reports_fingerprint=True,
        note="Takes a prediction with every model and counts what came of it.",
        source="lib/engine of this project",
    ),
    Capabilities(
        provider="openai",
        takes_prediction=None,
        reports_counts=True,
        refuses_unsupported=True,
        takes_seed=True,
        reports_fingerprint=True,
        note="Only the gpt-4o and gpt-4.1 families take a prediction; the others refuse it. "
        "The seed is best effort and marked as deprecated.",
        source=_OPENAI,
    ),
    Capabilities(
        provider="azure",
        takes_prediction=None,
        reports_counts=True,
        refuses_unsupported=True,
        takes_seed=True,
        reports_fingerprint=True,
        note="Deployments of gpt-4o, gpt-4o-mini and gpt-4.1 take a prediction, but not in the "
        "region South East Asia. When a model retires: see the resource in the Azure portal.",
        source=_AZURE,
    ),
    Capabilities(
        provider="cerebras",
        takes_prediction=None,
        reports_counts=True,
        refuses_unsupported=True,
        takes_seed=True,
        reports_fingerprint=True,
        note="In public preview for few models. Users report that it is refused from time to time "
        "on gpt-oss-120b too; the same request may work a moment later.",
        source=_CEREBRAS,
    ),
    Capabilities(
        provider="fireworks",
        takes_prediction=True,
        reports_counts=True,
        refuses_unsupported=None,
        takes_seed=True,
        reports_fingerprint=None,
        note="Takes a prediction, free at this time; it must fit into Max tokens, which is 2,048 "
        "unless it is set. Reports how many predicted tokens matched, not how many were rejected.",
        source=_FIREWORKS,
    ),
    Capabilities(
        provider="mistral",
        takes_prediction=None,
        reports_counts=False,
        refuses_unsupported=None,
        takes_seed=True,
        reports_fingerprint=None,
        note="Documented for codestral-2501 and mistral-large-2411, without any effect on the "
        "price; its documented usage has no counts of it.",
        source=_MISTRAL,
    ),
    Capabilities(
        provider="openrouter",
        takes_prediction=None,
        reports_counts=None,
        refuses_unsupported=None,
        takes_seed=None,
        reports_fingerprint=None,
        note="Passes the prediction on: what becomes of it depends on the provider behind it.",
        source=_OPENROUTER,
    ),
    Capabilities(
        provider="compatible",
        takes_prediction=None,
        reports_counts=None,
        refuses_unsupported=None,
        takes_seed=None,
        reports_fingerprint=None,
        note="Depends on the server: vLLM and Ollama ignore a prediction without a word, Groq "
        "refuses it, LiteLLM passes it to some of its models.",
        source="source code and public issue threads of the servers named",
    ),
)


def find_capabilities(provider_id: str) -> Capabilities | None:
    """Return the provider's row, or `None` when the id is unknown."""
    return next((row for row in CAPABILITIES if row.provider == provider_id), None)


class Clash(StrEnum):
    """From which value on a parameter may not stand beside a prediction."""

    SENT = "sent"
    TRUE = "true"
    ABOVE_ZERO = "above_zero"
    ABOVE_ONE = "above_one"
    NOT_ONLY_TEXT = "not_only_text"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterRule:
    """One parameter that a provider refuses, most of them only together with a prediction."""

    provider: str
    parameter: str
    """Its name on the wire."""
    clash: Clash
    fix: str
    source: str
    verified_on: date = _CHECKED
    only_with_prediction: bool = True

    def is_broken_by(self, payload: Mapping[str, object]) -> bool:
        """Whether the request, in wire names, holds what this rule forbids."""
        value = payload.get(self.parameter)
        if value is None:
            return False
        match self.clash:
            case Clash.SENT:
                return True
            case Clash.TRUE:
                return value is True
            case Clash.ABOVE_ZERO:
                return isinstance(value, (int, float)) and value > 0
            case Clash.ABOVE_ONE:
                return isinstance(value, (int, float)) and value > 1
            case Clash.NOT_ONLY_TEXT:
                return value != ["text"]


_LOGPROBS = ("logprobs", Clash.TRUE, "Switch logprobs off, or the prediction.")
_N = ("n", Clash.ABOVE_ONE, "Ask for one answer, or switch the prediction off.")
_TOOLS = ("tools", Clash.SENT, "Leave the tools out, or the prediction.")
_OPENAI_FAMILY = (
    _TOOLS,
    ("audio", Clash.SENT, "Leave audio out, or the prediction."),
    ("modalities", Clash.NOT_ONLY_TEXT, "Ask for text only, or switch the prediction off."),
    _N,
    _LOGPROBS,
    ("presence_penalty", Clash.ABOVE_ZERO, "Use 0 or less, or switch the prediction off."),
    ("frequency_penalty", Clash.ABOVE_ZERO, "Use 0 or less, or switch the prediction off."),
    ("max_completion_tokens", Clash.SENT, "Send the limit as max_tokens instead."),
)
# Provider, its rules, where they are published.
_RULES = (
    ("local", _OPENAI_FAMILY, "lib/engine of this project, after OpenAI"),
    ("openai", _OPENAI_FAMILY, _OPENAI),
    ("azure", _OPENAI_FAMILY, _AZURE),
    ("cerebras", (_TOOLS, _N, _LOGPROBS), _CEREBRAS),
)

PARAMETER_RULES: tuple[ParameterRule, ...] = (
    *(
        ParameterRule(provider=provider, parameter=parameter, clash=clash, fix=fix, source=source)
        for provider, rules, source in _RULES
        for parameter, clash, fix in rules
    ),
    ParameterRule(
        provider="mistral",
        parameter="max_completion_tokens",
        clash=Clash.SENT,
        fix="Send the limit as max_tokens instead.",
        source="public issue threads of 2025: status 422, extra_forbidden",
        only_with_prediction=False,
    ),
)


def find_broken_rules(provider_id: str, payload: Mapping[str, object]) -> tuple[ParameterRule, ...]:
    """Return every rule that the request breaks, in wire names."""
    has_prediction = payload.get("prediction") is not None
    return tuple(
        rule
        for rule in PARAMETER_RULES
        if rule.provider == provider_id
        and (has_prediction or not rule.only_with_prediction)
        and rule.is_broken_by(payload)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiVersionRule:
    """The first API version that knows a parameter."""

    provider: str
    parameter: str
    first_version: str
    source: str
    verified_on: date = _CHECKED


API_VERSION_RULES = (
    ApiVersionRule(
        provider="azure", parameter="seed", first_version="2023-12-01-preview", source=_AZURE_SEED
    ),
    ApiVersionRule(
        provider="azure",
        parameter="stream_options",
        first_version="2024-09-01-preview",
        source="public issue threads of 2024: refused before, taken by 2024-10-21",
    ),
    ApiVersionRule(
        provider="azure", parameter="prediction", first_version="2025-01-01-preview", source=_AZURE
    ),
)


def find_api_version_rule(provider_id: str, parameter: str) -> ApiVersionRule | None:
    """Return which API version a parameter needs; `None`: none is known to be needed."""
    return next(
        (
            row
            for row in API_VERSION_RULES
            if row.provider == provider_id and row.parameter == parameter
        ),
        None,
    )


def read_version_date(api_version: str) -> date | None:
    """Return the date that an API version such as "2025-01-01-preview" begins with, or `None`."""
    try:
        return date.fromisoformat(api_version[:10])
    except ValueError:
        return None
