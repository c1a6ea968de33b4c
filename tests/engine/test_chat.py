"""Chat templates: what those of real models ask of the sandbox, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.engine.chat import ChatTemplate
from lib.engine.errors import ChatTemplateError
from tests.support.llama_cpp import LlamaCpp
from tests.support.tiny_gguf import write_tiny_gguf

QUESTION = [{"role": "user", "content": " one <think>x</think>\n"}]
CONVERSATION = [
    {"role": "system", "content": " Edit. "},
    {"role": "user", "content": "one"},
    {"role": "assistant", "content": "<think>\nhm\n</think>\n\ndone"},
    {"role": "user", "content": "two"},
]

SWITCHED_THINKING = """
{%- if tools %}{{- tools | tojson }}{%- endif %}
{%- set ns = namespace(last=messages | length - 1, found=false) %}
{%- for message in messages[::-1] %}
    {%- if not ns.found and message.role == 'user' and message.content is string %}
        {%- set ns.found = true %}
        {%- set ns.last = messages | length - 1 - loop.index0 %}
    {%- endif %}
{%- endfor %}
{%- for message in messages %}
    {%- set content = message.content %}
    {%- if '</think>' in content and message.role == 'assistant' and loop.index0 < ns.last %}
        {%- set content = content.split('</think>')[-1].lstrip('\n') %}
    {%- endif %}
    {%- if message.reasoning_content is defined %}{{- message.reasoning_content }}{%- endif %}
    {{- '<|im_start|>' + message.role + '\n' + content + '<|im_end|>\n' }}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '<|im_start|>assistant\n' }}
    {%- if enable_thinking is defined and enable_thinking is false %}
        {{- '<think>\n\n</think>\n\n' }}
    {%- endif %}
{%- endif %}
"""
HEADED = """
{{- bos_token }}
{%- if not tools is defined %}{%- set tools = none %}{%- endif %}
{%- if messages[0]['role'] == 'system' %}
    {%- set instruction = messages[0]['content'] | trim %}
    {%- set messages = messages[1:] %}
{%- else %}
    {%- set instruction = "" %}
{%- endif %}
{{- "<|im_start|>system\n" + instruction + "<|im_end|>" }}
{%- for message in messages %}
    {%- if message.role not in ('user', 'assistant') or 'tool_calls' in message %}
        {{- raise_exception('Only users and assistants.') }}
    {%- endif %}
    {%- if loop.index0 > 40 %}{%- break %}{%- endif %}
    {{- '<|im_start|>' + message['role'] + '\n' + message['content'] | trim + '<|im_end|>' }}
{%- endfor %}
{{- '<|im_start|>assistant\n' if add_generation_prompt }}
"""


@pytest.mark.parametrize("source", [SWITCHED_THINKING, HEADED], ids=["thinking", "headed"])
def test_same_layout_as_llama_cpp(tmp_path: Path, source: str) -> None:
    """Templates with the turns that those of Qwen 3 and Llama 3.2 take."""
    extra = {"tokenizer.chat_template": source, "tokenizer.ggml.bos_token_id": 0}
    other = LlamaCpp(write_tiny_gguf(tmp_path / "tiny.gguf", extra=extra))
    special = {"<|endoftext|>": 0, "<|im_start|>": 1, "<|im_end|>": 2}
    spelled = {token_id: token for token, token_id in special.items()}
    template = ChatTemplate(source, special, bos_token="<|endoftext|>")
    for messages in (QUESTION, CONVERSATION):
        pieces = template.render(messages)
        text = "".join(spelled[p] if isinstance(p, int) else p for p in pieces)
        assert text == other.chat_prompt(messages)


def test_models_that_may_think_are_told_not_to() -> None:
    *_, last = ChatTemplate(SWITCHED_THINKING, {}).render(QUESTION)
    assert isinstance(last, str)
    assert last.endswith("assistant\n<think>\n\n</think>\n\n")


def test_a_template_may_refuse() -> None:
    template = ChatTemplate("{{ raise_exception('roles must alternate') }}", {})
    with pytest.raises(ChatTemplateError, match="roles must alternate"):
        list(template.render([{"role": "user", "content": "hi"}]))


@pytest.mark.parametrize(
    "source", ["{{ ''.__class__.__mro__ }}", "{{ messages.append(1) }}", "{{ 1 // 0 }}"]
)
def test_a_hostile_template_is_refused(source: str) -> None:
    with pytest.raises(ChatTemplateError):
        list(ChatTemplate(source, {}).render([{"role": "user", "content": "hi"}]))
