"""The chat template of a model: a conversation in, pieces of template and of content out.

Invariant: a special token is only ever one that the template spells; contents cannot spell one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NoReturn

from jinja2 import Template, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from lib.engine.errors import ChatTemplateError

PLAIN_TEMPLATE = "{% for message in messages %}{{ message['content'] + '\n' }}{% endfor %}"
"""For a model without a template: contents one below the other."""


THINKING = False
"""What templates with a switch for it (Qwen3) are told: an answer is the wanted text alone, so a
train of thought in front of it would have no place and no likeness with the prediction."""


class ChatTemplate:
    """A Jinja template, run in a sandbox because it comes from a file of unknown origin."""

    def __init__(self, source: str, special_tokens: Mapping[str, int], **variables: str) -> None:
        """`variables` are what templates call bos_token and eos_token.

        There is no clock: the same conversation is always laid out in the same way. Templates
        that write today's date fall back to the date of their model.

        Raises `ChatTemplateError` when the source is not a template.
        """
        environment = ImmutableSandboxedEnvironment(
            trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.loopcontrols"]
        )
        environment.globals |= {"raise_exception": _refuse, "enable_thinking": THINKING} | variables
        try:
            self._template: Template = environment.from_string(source)
        except TemplateError as error:
            raise ChatTemplateError(f"The chat template cannot be read: {error}") from error
        self._special_tokens = special_tokens
        longest_first = sorted(special_tokens, key=len, reverse=True)
        self._special = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def render(self, messages: Sequence[Mapping[str, str]]) -> Iterator[int | str]:
        """Special tokens as ids and plain text between them, up to the assistant's answer."""
        mark = _unused_character("".join(message["content"] for message in messages))
        marked = [
            {**message, "content": self._break_specials(message["content"], mark)}
            for message in messages
        ]
        try:
            text = self._template.render(messages=marked, add_generation_prompt=True)
        except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
            raise ChatTemplateError(
                f"The model's chat template refuses this conversation: {error}"
            ) from error
        end = 0
        for match in self._special.finditer(text):
            if match.start() > end:
                yield text[end : match.start()].replace(mark, "")
            yield self._special_tokens[match.group()]
            end = match.end()
        if end < len(text):
            yield text[end:].replace(mark, "")

    def _break_specials(self, content: str, mark: str) -> str:
        """Put `mark` inside every spelling of a special token, so that it no longer is one."""
        return self._special.sub(lambda match: match[0][0] + mark + match[0][1:], content)


def _unused_character(text: str) -> str:
    """A character that stands nowhere in `text`, from the private use planes."""
    used = set(text)
    return next(chr(code) for code in range(0xF0000, 0x10FFFE) if chr(code) not in used)


def _refuse(message: str) -> NoReturn:
    raise TemplateError(message)
