"""llama.cpp on the same model file, in this process, for comparison (development only).

Invariant: its own clock is believed (`timings` of its answer: prompt and generation, without
HTTP), and wherever the comparison has to be unfair, it is unfair in its favour.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

try:
    import xllamacpp
except ImportError:  # it belongs to the development requirements
    xllamacpp = None

NOT_INSTALLED = (
    "xllamacpp is not installed, so the comparison with llama.cpp is left out. "
    "Install it with: pip install --requirement requirements-dev.txt"
)
IS_INSTALLED = xllamacpp is not None
_TIMEOUT_S = 600
_QUIET = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerRun:
    """One answer of llama.cpp; times in seconds, by its own clock."""

    text: str
    prompt_s: float
    decode_s: float
    tokens: int
    drafted: int
    accepted: int

    @property
    def total_s(self) -> float:
        """Prompt and answer."""
        return self.prompt_s + self.decode_s


class LlamaCppServer:
    """One llama.cpp server with one request at a time and no prompt cache."""

    def __init__(
        self, path: Path, *, drafter: str | None, threads: int, adapter: Path | None = None
    ) -> None:
        """`drafter`: `NGRAM_SIMPLE`, `NGRAM_MAP_K`, or `None` for plain decoding."""
        params = xllamacpp.CommonParams()
        params.model.path = str(path)
        params.n_ctx = 8192
        params.n_parallel = 1
        params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads
        params.verbosity = _QUIET
        params.cache_ram_mib = 0
        if adapter is not None:
            lora = xllamacpp.CommonAdapterLoraInfo()
            lora.path, lora.scale = str(adapter), 1.0
            params.lora_adapters = [lora]
        if drafter is not None:
            kinds = xllamacpp.common_speculative_type
            params.speculative.types = [getattr(kinds, f"COMMON_SPECULATIVE_TYPE_{drafter}")]
        self._server = xllamacpp.Server(params)

    def complete(
        self,
        prompt_ids: Sequence[int],
        *,
        max_tokens: int,
        forced: str | None = None,
        ignore_end: bool = False,
    ) -> PeerRun:
        """Answer at temperature 0; `forced`: a grammar leaves it no other text than this.

        `ignore_end`: go on to `max_tokens` even where the answer has come to its end.
        """
        body: dict[str, object] = {
            "prompt": list(prompt_ids),
            "n_predict": max_tokens,
            "temperature": 0,
            "cache_prompt": False,
            "ignore_eos": ignore_end,
        }
        if forced is not None:
            body["grammar"] = "root ::= " + json.dumps(forced, ensure_ascii=False)
        request = Request(  # noqa: S310 (an address of this machine)
            self._server.listening_address + "/completion",
            json.dumps(body).encode(),
            {"content-type": "application/json"},
        )
        with urlopen(request, timeout=_TIMEOUT_S) as response:  # noqa: S310
            answer: dict[str, Any] = json.load(response)
        timings = answer["timings"]
        return PeerRun(
            text=answer["content"],
            prompt_s=timings["prompt_ms"] / 1000,
            decode_s=timings["predicted_ms"] / 1000,
            tokens=timings["predicted_n"],
            drafted=timings.get("draft_n", 0),
            accepted=timings.get("draft_n_accepted", 0),
        )
