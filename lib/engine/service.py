"""The models and their scheduler behind the server: loading, and turning requests into generations.

Invariant: until the first model is ready every request is refused with a sentence that says what
the engine is doing; a request is accepted only when it fits into the context.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lib.engine.api_errors import ApiError, invalid_value
from lib.engine.base import Progress
from lib.engine.errors import ChatTemplateError, EngineError
from lib.engine.generation import Generation, GenerationRequest
from lib.engine.library import ModelLibrary
from lib.engine.model import Model, ignore
from lib.engine.pool import KVPool
from lib.engine.protocol import ChatRequest
from lib.engine.sampling import make_sampler
from lib.engine.scheduler import Event, QueueFullError, Scheduler, Ticket

RETRY_LOADING_S = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyEngine:
    """A loaded model and the scheduler that runs it, and others besides."""

    model: Model
    scheduler: Scheduler
    pool: KVPool
    loaded_at: int
    """Seconds since 1970."""

    def submit(self, chat: ChatRequest, seed: int, deliver: Callable[[Event], None]) -> Ticket:
        """Encode and queue a request; slow for long texts, so not for the event loop.

        Raises ApiError: 400 when it does not fit into the context, 429 when the engine is busy.
        """
        request = self.encode(chat)
        sampler = make_sampler(temperature=chat.temperature, top_p=chat.top_p, seed=seed)
        generation = Generation(self.model, request, sampler, self.pool)
        try:
            return self.scheduler.submit(generation, deliver)
        except QueueFullError as error:
            raise ApiError(
                str(error),
                status=429,
                type="rate_limit_error",
                code="engine_busy",
                retry_after_s=error.retry_after_s,
            ) from error

    def encode(self, chat: ChatRequest) -> GenerationRequest:
        """Return the request in tokens; raises ApiError where it cannot be encoded or run."""
        tokenizer = self.model.tokenizer
        try:
            prompt_ids = tuple(tokenizer.encode_chat(chat.messages))
        except ChatTemplateError as error:
            raise invalid_value("messages", str(error)) from error
        room = self.model.context_length - len(prompt_ids)
        if room < (chat.max_tokens or 1):
            raise self._context_exceeded(len(prompt_ids), chat.max_tokens)
        return GenerationRequest(
            prompt_ids=prompt_ids,
            prediction_ids=tuple(tokenizer.encode(chat.prediction)),
            max_tokens=chat.max_tokens or room,
            stop=chat.stop,
            cache_prompt=chat.cache_prompt,
        )

    def _context_exceeded(self, prompt_tokens: int, max_tokens: int | None) -> ApiError:
        limit = self.model.context_length
        if max_tokens is None or prompt_tokens >= limit:
            sent, advice = f"{prompt_tokens} tokens", "Shorten the messages."
        else:
            sent = (
                f"{prompt_tokens + max_tokens} tokens ({prompt_tokens} in the messages, "
                f"{max_tokens} for the answer)"
            )
            advice = (
                f"Shorten the messages, or set 'max_tokens' to {limit - prompt_tokens} or less."
            )
        return ApiError(
            f"This model's context holds {limit} tokens, messages and answer together, "
            f"but the request has {sent}. {advice}",
            code="context_length_exceeded",
            param="messages",
        )


class EngineService:
    """Loads the first model in a thread of its own and says how far it is; others on demand."""

    def __init__(
        self,
        open_library: Callable[[Progress], ModelLibrary],
        work_when_idle: Callable[[Model], Iterator[None]] = lambda _: iter(()),
    ) -> None:
        """`work_when_idle` gives forward passes to run once a model is loaded and nobody asks."""
        self._open_library = open_library
        self._work_when_idle = work_when_idle
        self._step = "Starting"
        self._library = ModelLibrary({})
        self._engines: dict[str, ReadyEngine] = {}
        self._making = threading.Lock()
        self._scheduler = Scheduler()
        self._ready: ReadyEngine | None = None

    @property
    def library(self) -> ModelLibrary:
        """The models; none before the engine is ready."""
        return self._library

    @property
    def step(self) -> str:
        """What the engine is doing while it loads, as a sentence."""
        return self._step

    @property
    def ready(self) -> ReadyEngine | None:
        """The engine of the first model, once that is loaded."""
        return self._ready

    def require_ready(self) -> ReadyEngine:
        """Return the first model's engine; raises ApiError 503 while it loads."""
        if self._ready is None:
            raise ApiError(
                f"The model is still loading ({self._step}). Try again in a few seconds.",
                status=503,
                type="server_error",
                code="model_loading",
                retry_after_s=RETRY_LOADING_S,
            )
        return self._ready

    def find_engine(self, model_name: str) -> ReadyEngine:
        """Return the engine of one of the library's models.

        Loads the model if need be, which takes seconds, so not for the event loop. Raises ApiError
        503 when it cannot be loaded.
        """
        try:
            model = self._library.load(model_name)
        except EngineError as error:
            raise ApiError(
                str(error), status=503, type="server_error", code="model_failed", param="model"
            ) from error
        return self._engine_of(model)

    def start(
        self,
        *,
        on_progress: Callable[[str], None] = ignore,
        on_ready: Callable[[Model], None] = lambda _: None,
        on_failure: Callable[[EngineError], None] = lambda _: None,
    ) -> None:
        """Begin to load; the callbacks run in the loading thread."""

        def progress(message: str) -> None:
            self._step = message
            on_progress(message)

        def load() -> None:
            try:
                library = self._open_library(progress)
                model = library.load(library.names[0], progress)
            except EngineError as error:
                on_failure(error)
                return
            self._library = library
            self._ready = self._engine_of(model)
            on_ready(model)

        threading.Thread(target=load, name="engine-loading", daemon=True).start()

    def close(self) -> None:
        """End the worker; requests under way get no further event."""
        self._scheduler.close()

    def _engine_of(self, model: Model) -> ReadyEngine:
        with self._making:  # two requests may ask for a model's engine at once
            if model.name not in self._engines:
                first = next(iter(self._engines.values()), None)
                self._engines[model.name] = ReadyEngine(
                    model=model,
                    scheduler=self._scheduler,
                    pool=first.pool.beside(model) if first else KVPool(model),
                    loaded_at=int(time.time()),
                )
                self._scheduler.add_idle_work(self._work_when_idle(model))
            return self._engines[model.name]
