"""One row a model family: the first matching prefix decides."""

from __future__ import annotations

from datetime import date

import pytest

from lib.catalog import PROVIDERS, find_model_facts, list_models
from lib.catalog.models import MODELS

END_OF_4_SERIES = date(2027, 1, 14)
ENDED = date(2026, 10, 23)

# provider, a model's full name, the prefix that must win, takes a prediction, retires on
ROWS = [
    ("local", "smollm2-135m-edit", "smollm2-135m-edit", True, None),
    ("local", "smollm2-135m-instruct", "smollm2-135m-instruct", True, None),
    ("local", "qwen3-0.6b", "", True, None),
    ("openai", "gpt-4.1-mini-2025-04-14", "gpt-4.1-mini", True, END_OF_4_SERIES),
    ("openai", "gpt-4.1-nano", "gpt-4.1-nano", True, ENDED),
    ("openai", "gpt-4.1-2025-04-14", "gpt-4.1", True, END_OF_4_SERIES),
    ("openai", "gpt-4o-audio-preview", "gpt-4o-audio", None, None),
    ("openai", "gpt-4o-realtime-preview", "gpt-4o-realtime", None, None),
    ("openai", "gpt-4o-mini-2024-07-18", "gpt-4o-mini", True, END_OF_4_SERIES),
    ("openai", "gpt-4o-2024-05-13", "gpt-4o-2024-05-13", True, ENDED),
    ("openai", "gpt-4o-2024-11-20", "gpt-4o", True, END_OF_4_SERIES),
    ("openai", "gpt-5.6", "gpt-5", False, None),
    ("openai", "gpt-4-turbo", "gpt-4", False, None),
    ("openai", "gpt-3.5-turbo", "gpt-3.5", False, None),
    ("openai", "o1-mini", "o1", False, None),
    ("openai", "o3", "o3", False, None),
    ("openai", "o4-mini", "o4", False, None),
    ("azure", "gpt-4.1-mini", "gpt-4.1", True, None),
    ("azure", "gpt-4o-prod", "gpt-4o", True, None),
    ("cerebras", "gpt-oss-120b", "gpt-oss-120b", True, None),
    ("cerebras", "zai-glm-4.7", "zai-glm-4.7", True, None),
    ("cerebras", "qwen-3-32b", "qwen-3-32b", None, None),
    ("fireworks", "accounts/fireworks/models/any", "", True, None),
    ("mistral", "codestral-2501", "codestral-2501", True, None),
    ("mistral", "mistral-large-2411", "mistral-large-2411", True, None),
    ("openrouter", "openai/gpt-4.1", "openai/gpt-4", None, None),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1])
def test_row(row: tuple[str, str, str, bool | None, date | None]) -> None:
    provider, model, prefix, accepts_prediction, retires_on = row
    facts = find_model_facts(provider, model)
    assert facts is not None
    assert (facts.prefix, facts.accepts_prediction) == (prefix, accepts_prediction)
    assert facts.retires_on == retires_on


def test_every_row_is_pinned_and_sourced() -> None:
    assert [(row.provider, row.prefix) for row in MODELS] == [(row[0], row[2]) for row in ROWS]
    for facts in MODELS:
        assert facts.source
        assert facts.note.endswith(".")
        assert facts.verified_on >= date(2026, 1, 1)


def test_reasoning_models_want_the_limit_by_its_new_name() -> None:
    names = {row.prefix for row in MODELS if row.limit_parameter == "max_completion_tokens"}
    assert names == {"gpt-5", "o1", "o3", "o4"}
    assert {row.limit_parameter for row in MODELS} == {"max_tokens", "max_completion_tokens"}


@pytest.mark.parametrize("model", ["gpt-6", "", "my-finetune"])
def test_unknown_model_has_no_facts(model: str) -> None:
    assert find_model_facts("openai", model) is None


def test_a_prefix_belongs_to_its_provider() -> None:
    assert find_model_facts("compatible", "gpt-4.1") is None


def test_picker_lists_catalog_models() -> None:
    names = [choice.name for choice in list_models(PROVIDERS["openai"], {})]
    assert names == ["gpt-4.1-mini", "gpt-4.1-nano", "gpt-4.1", "gpt-4o-mini", "gpt-4o"]
    local = [choice.name for choice in list_models(PROVIDERS["local"], {})]
    assert local == ["smollm2-135m-edit", "smollm2-135m-instruct"]


def test_models_of_the_project_carry_a_caution_and_no_others() -> None:
    cautioned = {(row.provider, row.prefix) for row in MODELS if row.caution}
    assert cautioned == {("local", "smollm2-135m-edit"), ("local", "smollm2-135m-instruct")}


def test_picker_lists_models_of_the_setting_once() -> None:
    values = {"COMPATIBLE_MODELS": " qwen, llama ,,qwen"}
    choices = list_models(PROVIDERS["compatible"], values)
    assert [choice.name for choice in choices] == ["qwen", "llama"]
    assert all(choice.accepts_prediction is None and choice.note for choice in choices)
    assert list_models(PROVIDERS["compatible"], {}) == ()


def test_picker_puts_the_users_models_first_and_offered_ones_last() -> None:
    values = {"CEREBRAS_MODELS": "mine"}
    choices = list_models(PROVIDERS["cerebras"], values, ["llama", "gpt-oss-120b"])
    assert [choice.name for choice in choices] == ["mine", "gpt-oss-120b", "zai-glm-4.7", "llama"]
