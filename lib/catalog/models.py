"""What is known of models: one row a family, the first matching prefix wins.

Invariant: `accepts_prediction` is `None` unless a source says yes or no; a guess is not a fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from lib.catalog.providers import Provider

_PREDICTED_OUTPUTS_GUIDE = "https://platform.openai.com/docs/guides/predicted-outputs"
_DEPRECATIONS = "https://platform.openai.com/docs/deprecations"
_AZURE_GUIDE = "https://learn.microsoft.com/azure/ai-foundry/openai/how-to/predicted-outputs"
_CEREBRAS_GUIDE = "https://inference-docs.cerebras.ai/capabilities/predicted-outputs"
_MISTRAL_GUIDE = "https://docs.mistral.ai/capabilities/predicted-outputs"
_CHECKED = date(2026, 11, 21)
_TINY_MODEL = (
    "Written by a tiny model (135M) on the playground's own computer: good for watching what a "
    "prediction does, not for work. Read the diff before you use the text."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFacts:
    """What is known of the models whose name starts with `prefix`."""

    provider: str
    prefix: str
    accepts_prediction: bool | None
    """`None`: no source says."""
    note: str
    """One plain sentence: what a user can expect of this model."""
    source: str
    verified_on: date
    retires_on: date | None = None
    """Announced shutdown; `None`: none known."""
    limit_parameter: str = "max_tokens"
    """The wire's name of the limit that this model takes."""
    listed: bool = False
    """Whether the prefix is itself a model's name, and offered in the picker."""
    caution: str = ""
    """One plain sentence to stand by every answer of this model; empty where none is needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelChoice:
    """One entry of the model picker."""

    name: str
    note: str
    accepts_prediction: bool | None
    retires_on: date | None = None


def _row(
    provider: str,
    prefix: str,
    accepts_prediction: bool | None,
    note: str,
    *,
    source: str = _PREDICTED_OUTPUTS_GUIDE,
    retires_on: date | None = None,
    listed: bool = False,
    limit_parameter: str = "max_tokens",
) -> ModelFacts:
    return ModelFacts(
        provider=provider,
        prefix=prefix,
        accepts_prediction=accepts_prediction,
        note=note,
        source=source,
        verified_on=_CHECKED,
        retires_on=retires_on,
        listed=listed,
        limit_parameter=limit_parameter,
    )


def _openai(
    prefix: str,
    accepts_prediction: bool | None,
    note: str,
    *,
    source: str = _PREDICTED_OUTPUTS_GUIDE,
    retires_on: date | None = None,
    listed: bool = False,
) -> ModelFacts:
    return _row(
        "openai",
        prefix,
        accepts_prediction,
        note,
        source=source,
        retires_on=retires_on,
        listed=listed,
    )


def _reasoning(prefix: str, note: str) -> ModelFacts:
    return _row("openai", prefix, False, note, limit_parameter="max_completion_tokens")


def _deployment(prefix: str) -> ModelFacts:
    note = f"A deployment named so usually runs {prefix}, which takes a prediction."
    return _row("azure", prefix, True, note, source=_AZURE_GUIDE)


_END_OF_4_SERIES = date(2027, 1, 14)

MODELS: tuple[ModelFacts, ...] = (
    ModelFacts(
        provider="local",
        prefix="smollm2-135m-edit",
        accepts_prediction=True,
        note="A tiny model (135M) taught to edit short texts: simple edits often come out right, "
        "others wrong. Not for questions or stories.",
        source="lib/engine of this project",
        verified_on=_CHECKED,
        listed=True,
        caution=_TINY_MODEL,
    ),
    ModelFacts(
        provider="local",
        prefix="smollm2-135m-instruct",
        accepts_prediction=True,
        note="The same tiny model (135M), not taught to edit: it writes and continues free text; "
        "edits come out wrong.",
        source="lib/engine of this project",
        verified_on=_CHECKED,
        listed=True,
        caution=_TINY_MODEL,
    ),
    ModelFacts(
        provider="local",
        prefix="",
        accepts_prediction=True,
        note="A model file of your own: the engine takes a prediction with every model.",
        source="lib/engine of this project",
        verified_on=_CHECKED,
    ),
    _openai(
        "gpt-4.1-mini",
        True,
        "Quick and cheap, edits reliably; takes a prediction and reports its counts.",
        source=_DEPRECATIONS,
        retires_on=_END_OF_4_SERIES,
        listed=True,
    ),
    _openai(
        "gpt-4.1-nano",
        True,
        "The smallest 4.1; takes a prediction; its shutdown was announced for 2026-10-23.",
        source=_DEPRECATIONS,
        retires_on=date(2026, 10, 23),
        listed=True,
    ),
    _openai(
        "gpt-4.1",
        True,
        "The strongest that takes a prediction; reports accepted and rejected tokens.",
        source=_DEPRECATIONS,
        retires_on=_END_OF_4_SERIES,
        listed=True,
    ),
    _openai("gpt-4o-audio", None, "Made for audio, which excludes a prediction; unverified."),
    _openai("gpt-4o-realtime", None, "Made for audio, which excludes a prediction; unverified."),
    _openai(
        "gpt-4o-mini",
        True,
        "Cheap, for short edits; takes a prediction and reports its counts.",
        source=_DEPRECATIONS,
        retires_on=_END_OF_4_SERIES,
        listed=True,
    ),
    _openai(
        "gpt-4o-2024-05-13",
        True,
        "First gpt-4o; its shutdown was announced for 2026-10-23.",
        source=_DEPRECATIONS,
        retires_on=date(2026, 10, 23),
    ),
    _openai(
        "gpt-4o",
        True,
        "A general model; takes a prediction and reports accepted and rejected tokens.",
        source=_DEPRECATIONS,
        retires_on=_END_OF_4_SERIES,
        listed=True,
    ),
    _reasoning("gpt-5", "The gpt-5 family refuses predictions."),
    _openai(
        "gpt-4", False, "Older than predictions; only the gpt-4o and gpt-4.1 families take one."
    ),
    _openai(
        "gpt-3.5", False, "Older than predictions; only the gpt-4o and gpt-4.1 families take one."
    ),
    _reasoning("o1", "A reasoning model; these refuse a prediction."),
    _reasoning("o3", "A reasoning model; these refuse a prediction."),
    _reasoning("o4", "A reasoning model; these refuse a prediction."),
    _deployment("gpt-4.1"),
    _deployment("gpt-4o"),
    _row(
        "cerebras",
        "gpt-oss-120b",
        True,
        "Very fast; takes a prediction in public preview, but users saw it refused now and then.",
        source=_CEREBRAS_GUIDE,
        listed=True,
    ),
    _row(
        "cerebras",
        "zai-glm-4.7",
        True,
        "Takes a prediction in public preview; may be gone, as models come and go quickly here.",
        source=_CEREBRAS_GUIDE,
        listed=True,
    ),
    _row(
        "cerebras",
        "qwen-3-32b",
        None,
        "Took a prediction by an earlier list, and is missing from the present one.",
        source=_CEREBRAS_GUIDE,
    ),
    _row(
        "fireworks",
        "",
        True,
        "Takes a prediction, free at this time; it must fit into Max tokens (2,048 unless set).",
        source="https://docs.fireworks.ai/guides/predicted-outputs",
    ),
    _row(
        "mistral",
        "codestral-2501",
        True,
        "For code; takes a prediction without effect on the price, and reports no counts.",
        source=_MISTRAL_GUIDE,
        listed=True,
    ),
    _row(
        "mistral",
        "mistral-large-2411",
        True,
        "Takes a prediction without effect on the price, and reports no counts.",
        source=_MISTRAL_GUIDE,
        listed=True,
    ),
    _row(
        "openrouter",
        "openai/gpt-4",
        None,
        "Passed on to a provider behind OpenRouter, which may take the prediction or refuse it.",
        source="https://openrouter.ai/docs/api-reference/overview",
    ),
)


def find_model_facts(provider_id: str, model: str) -> ModelFacts | None:
    """Return the first row that fits, or `None` for a model nobody has looked up yet."""
    return next(
        (row for row in MODELS if row.provider == provider_id and model.startswith(row.prefix)),
        None,
    )


def list_models(
    provider: Provider, values: Mapping[str, str], offered: Iterable[str] = ()
) -> tuple[ModelChoice, ...]:
    """Return the picker's entries: the user's own names, the catalog's, then the `offered` ones.

    `values` are the settings by name, as in `AppSettings.values`; `offered` is what the server
    listed when it was checked. Empty when nothing is known.
    """
    names = [row.prefix for row in MODELS if row.provider == provider.id and row.listed]
    if provider.models_setting:
        named = values.get(provider.models_setting, "").split(",")
        names = [*(name.strip() for name in named if name.strip()), *names]
    names += offered
    return tuple(make_choice(provider.id, name) for name in dict.fromkeys(names))


def make_choice(provider_id: str, name: str) -> ModelChoice:
    """Return a picker's entry for any model, known or not."""
    facts = find_model_facts(provider_id, name)
    if facts is None:
        note = "Not known whether this model takes a prediction; the run will tell."
        return ModelChoice(name=name, note=note, accepts_prediction=None)
    return ModelChoice(
        name=name,
        note=facts.note,
        accepts_prediction=facts.accepts_prediction,
        retires_on=facts.retires_on,
    )
