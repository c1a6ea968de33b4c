"""Text to token ids and back, and the chat template, all read from the model file.

Invariant: special tokens come from the template only; text from a user never turns into one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence


class Tokenizer:
    """Byte-level BPE with the vocabulary, merges and chat template of one GGUF file."""

    eos_token_ids: frozenset[int]
    """Ids that end an answer, e.g. of `<|im_end|>` and `<|endoftext|>`."""

    def encode(self, text: str) -> list[int]:
        """Ids of plain text. The spelling of a special token stays text."""
        raise NotImplementedError

    def encode_chat(self, messages: Sequence[Mapping[str, str]]) -> list[int]:
        """Ids of a conversation in the model's chat layout, ready for the assistant's answer.

        Each message has `role` (system, user or assistant) and `content`; several user messages
        may follow each other. Special tokens come from the template, never from a content.
        """
        raise NotImplementedError

    def token_bytes(self, token_id: int) -> bytes:
        """The bytes that a token stands for; may be part of a UTF-8 character."""
        raise NotImplementedError

    def decode(self, ids: Sequence[int]) -> str:
        """Text of the ids; bytes that are not UTF-8 become U+FFFD."""
        raise NotImplementedError
