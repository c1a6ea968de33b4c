"""llama.cpp, in this process, as the second opinion on a model file.

Invariant: it computes in single precision wherever it can be told to, on one thread.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import numpy as np
import xllamacpp
from numpy.typing import NDArray

QUIET = -1


class LlamaCpp:
    """A llama.cpp server with one model; it stops with the object."""

    def __init__(self, path: Path, *, context: int = 256, adapter: Path | None = None) -> None:
        params = xllamacpp.CommonParams()
        params.model.path = str(path)
        if adapter is not None:
            params.lora_adapters = [xllamacpp.CommonAdapterLoraInfo(str(adapter), 1.0)]
        params.n_ctx = context
        params.n_parallel = 1
        params.cpuparams.n_threads = 1
        params.warmup = False
        params.verbosity = QUIET
        params.cache_type_k = params.cache_type_v = xllamacpp.ggml_type.GGML_TYPE_F32
        params.flash_attn_type = xllamacpp.llama_flash_attn_type.LLAMA_FLASH_ATTN_TYPE_DISABLED
        self._server = xllamacpp.Server(params)

    def encode(self, text: str) -> list[int]:
        """Ids of plain text; spellings of special tokens stay text."""
        ids: list[int] = self._post("/tokenize", content=text, parse_special=False)["tokens"]
        return ids

    def chat_prompt(self, messages: Sequence[dict[str, str]]) -> str:
        """The conversation in the layout of the model's template, without thinking."""
        switch = {"enable_thinking": False}
        prompt: str = self._post(
            "/apply-template", messages=list(messages), chat_template_kwargs=switch
        )["prompt"]
        return prompt

    def next_log_probabilities(
        self, ids: Sequence[int], vocab_size: int, printable: int
    ) -> NDArray[np.float64]:
        """What may follow `ids`. `printable`: a token of one ASCII letter.

        The server is made to choose that token, whatever its probability: it keeps back the
        probabilities of a token that is no whole text.
        """
        answer = self._post(
            "/completion",
            prompt=list(ids),
            n_predict=1,
            n_probs=vocab_size,
            logit_bias=[[printable, 1000]],
            cache_prompt=False,
        )
        found = np.full(vocab_size, np.nan)
        for entry in answer["completion_probabilities"][0]["top_logprobs"]:
            found[entry["id"]] = entry["logprob"]
        return found

    def _post(self, path: str, **body: object) -> Any:
        request = Request(  # noqa: S310
            self._server.listening_address + path,
            json.dumps(body).encode(),
            {"content-type": "application/json"},
        )
        with urlopen(request, timeout=60) as response:  # noqa: S310
            return json.load(response)
