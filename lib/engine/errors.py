"""Every exception that the engine raises on purpose.

EngineError
├── ModelFileError      a model or adapter file is missing, damaged, or of a kind that is not
│                       supported
├── SelfCheckError      batch sizes are not bit-identical on this processor
└── ChatTemplateError   the model's chat template refuses a conversation

Invariant: a message says what happened, with which value, and which command or step mends it.
"""

from __future__ import annotations


class EngineError(Exception):
    """Base class: its text is written for the user and may be shown as it is."""


class ModelFileError(EngineError):
    """A model or adapter file cannot be used; the text names the file, the fault and the remedy."""


class SelfCheckError(EngineError):
    """The same tokens gave different numbers in different batch sizes on this processor."""


class ChatTemplateError(EngineError):
    """The model's chat template refuses a conversation, e.g. for the order of its roles."""
