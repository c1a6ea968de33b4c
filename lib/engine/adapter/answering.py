"""Who answers when the model is evaluated: the engine in this process, or a running one.

Invariant: temperature 0, with the source as prediction.
"""

from __future__ import annotations

import http.client
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from lib.engine.bundled import find_adapter, find_bundled_model
from lib.engine.generation import Generation, GenerationRequest
from lib.engine.gguf import read_gguf
from lib.engine.model import load_model
from lib.engine.sampling import GreedySampler
from lib.engine.tokenizer import Tokenizer, read_tokenizer

TIMEOUT_S = 600
NO_ADAPTER = "none"


class Answerer(Protocol):
    """Gives the model's answer to a conversation."""

    title: str
    """What answers, for the head of a table."""
    tokenizer: Tokenizer

    def answer(self, messages: Sequence[tuple[str, str]], prediction: str, max_tokens: int) -> str:
        """Return the text for messages of (role, content)."""
        ...


class LocalAnswerer:
    """The engine's generation, without its server."""

    def __init__(self, model: Path | None, adapter: str | None, threads: int | None) -> None:
        """`adapter` is a path, "none", or `None` for the bundled one; raises EngineError."""
        bundled = find_adapter() if adapter is None and model is None else None
        path = bundled[0].path if bundled else None
        if adapter is not None and adapter != NO_ADAPTER:
            path = Path(adapter)
        self._model = load_model(model, adapter=path, threads=threads)
        self.tokenizer = self._model.tokenizer
        self.title = f"{self._model.name} ({self._model.fingerprint})"

    def answer(self, messages: Sequence[tuple[str, str]], prediction: str, max_tokens: int) -> str:
        chat = [{"role": role, "content": content} for role, content in messages]
        request = GenerationRequest(
            prompt_ids=tuple(self.tokenizer.encode_chat(chat)),
            prediction_ids=tuple(self.tokenizer.encode(prediction)),
            max_tokens=max_tokens,
        )
        generation = Generation(self._model, request, GreedySampler())
        while generation.finish_reason is None:
            generation.step()
        return self.tokenizer.decode(generation.answer_ids)


class RemoteAnswerer:
    """A running engine, over HTTP."""

    def __init__(self, url: str, name: str) -> None:
        """`url` with or without `/v1`; tokens are counted with the bundled model's tokenizer."""
        self._address = urlsplit(url)
        self._path = f"{self._address.path.rstrip('/').removesuffix('/v1')}/v1/chat/completions"
        self._name = name
        gguf = read_gguf(find_bundled_model())
        tokens = gguf.metadata["tokenizer.ggml.tokens"]
        self.tokenizer = read_tokenizer(gguf, len(tokens) if isinstance(tokens, list) else 0)
        self.title = f"{name} at {url}"

    def answer(self, messages: Sequence[tuple[str, str]], prediction: str, max_tokens: int) -> str:
        """Raises ConnectionError with the server's words when it refuses."""
        body = {
            "model": self._name,
            "messages": [{"role": role, "content": content} for role, content in messages],
            "prediction": {"type": "content", "content": prediction},
            "temperature": 0,
            "max_tokens": max_tokens,
        }
        secure = self._address.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        connection = kind(self._address.netloc, timeout=TIMEOUT_S)
        try:
            connection.request(
                "POST", self._path, json.dumps(body), {"Content-Type": "application/json"}
            )
            response = connection.getresponse()
            content = response.read()
        finally:
            connection.close()
        if response.status != http.client.OK:
            raise ConnectionError(
                f"The engine answered with status {response.status}: {content[:500]!r}"
            )
        return str(json.loads(content)["choices"][0]["message"]["content"])
