"""A provider on loopback that speaks the wire format and does what a script says.

Invariant: everything a client can see comes from the script; everything it did is on record.
As a program: `python -m tests.support.provider_server --port 8766`, then choose a model by name.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from time import perf_counter
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs

from tests.support.provider_dialects import DIALECTS, Dialect, find_dialect
from tests.support.provider_identity import PATH as IDENTITY_PATH
from tests.support.provider_identity import IdentityDesk
from tests.support.provider_scripts import ANSWERS
from tests.support.provider_shapes import join_stream, repeat_credentials
from tests.support.provider_wire import Answer, error_body, write_answer

Script = Answer | Callable[[Mapping[str, Any]], Answer]


@dataclass(slots=True)
class ReceivedRequest:
    """One request, with what became of its connection."""

    method: str
    path: str
    headers: Mapping[str, str]
    """Names in lower case."""
    body: Any
    raw: bytes
    """The body as it came."""
    at: float
    """perf_counter, as every time here."""
    left_at: float | None = None
    """When the client closed the connection before the answer was complete."""
    left: threading.Event = field(default_factory=threading.Event)


class ProviderServer:
    """`with ProviderServer() as server:` serves on `server.base_url` from a thread of its own."""

    def __init__(
        self, scripts: Mapping[str, Script] | None = None, *, port: int = 0, key: str | None = None
    ) -> None:
        """`scripts` add to or replace the models; with `key`, others are refused with 401."""
        self.scripts: dict[str, Script] = {**ANSWERS, **(scripts or {})}
        self.requests: list[ReceivedRequest] = []
        self.arrived = threading.Event()
        self.identity = IdentityDesk()
        self.missing_paths: set[str] = set()
        """Where nothing is served."""
        self._port, self._key = port, key
        self._loop = asyncio.new_event_loop()
        self._started = threading.Event()
        self._stopping: asyncio.Event | None = None
        self._thread = threading.Thread(target=self._serve, daemon=True, name="provider-server")

    @property
    def host(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self._port}"

    @property
    def base_url(self) -> str:
        """For `OPENAI_BASE_URL` and the like."""
        return f"http://{self.host}/v1"

    def url_of(self, dialect: str) -> str:
        """Return the base URL under which a provider's dialect is spoken."""
        (path,) = (row.path for row in DIALECTS if row.name == dialect)
        return f"http://{self.host}{path}"

    def __enter__(self) -> ProviderServer:
        self._thread.start()
        self._started.wait(10)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        exc: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._stopping is not None:
            self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join(10)

    def run_forever(self) -> None:
        """Serve in this thread until interrupted."""
        self._serve()

    def _serve(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._serve_until_stopped())

    async def _serve_until_stopped(self) -> None:
        self._stopping = asyncio.Event()
        handlers: set[asyncio.Task[None]] = set()

        def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.ensure_future(self._handle(reader, writer))
            handlers.add(task)
            task.add_done_callback(handlers.discard)

        server = await asyncio.start_server(accept, "127.0.0.1", self._port, backlog=256)
        self._port = server.sockets[0].getsockname()[1]
        self._started.set()
        await self._stopping.wait()
        server.close()
        for task in tuple(handlers):
            task.cancel()
        await asyncio.gather(*handlers, return_exceptions=True)

    async def _handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            request = await _read_request(reader)
            if request is None:
                return
            self.requests.append(request)
            self.arrived.set()
            await self._answer(request, reader, writer)
        except ConnectionError:
            pass
        finally:
            writer.close()

    async def _answer(
        self, request: ReceivedRequest, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        writing = asyncio.ensure_future(write_answer(writer, self._choose_answer(request)))
        leaving = asyncio.ensure_future(reader.read(1))
        try:
            await asyncio.wait((writing, leaving), return_when=asyncio.FIRST_COMPLETED)
            if not writing.done() or writing.exception() is not None:
                request.left_at = perf_counter()
                request.left.set()
        finally:
            writing.cancel()
            leaving.cancel()
            await asyncio.gather(writing, leaving, return_exceptions=True)

    def _choose_answer(self, request: ReceivedRequest) -> Answer:
        if request.path.startswith(IDENTITY_PATH):
            return self.identity.answer(request.path, request.headers)
        path, _, query = request.path.partition("?")
        dialect = find_dialect(path)
        if path in self.missing_paths:
            return Answer(status=404, body=error_body(f"Nothing is served at {path}."))
        is_public = dialect is not None and dialect.models_are_public and path.endswith("/models")
        if not is_public and not self._lets_in(request, dialect):
            return Answer(status=401, body=error_body("Incorrect API key.", code="invalid_api_key"))
        if path.endswith("/models"):
            rows = [{"id": name, "object": "model"} for name in self.scripts]
            return Answer(body={"object": "list", "data": rows})
        if path.endswith("/key"):
            return Answer(body={"data": {"label": "a key"}})
        if not path.endswith("/chat/completions"):
            return Answer(status=404, body=error_body(f"Nothing is served at {request.path}."))
        if dialect is None:
            return self._say(request)
        api_version = parse_qs(query).get("api-version", [None])[0]
        refusal = dialect.refuse(request.body, api_version)
        if refusal is None and "/deployments/" in path:
            deployment = path.split("/deployments/")[1].split("/")[0]
            assert deployment == request.body["model"], path
        answer = refusal or dialect.shape(self._say(request))
        return replace(answer, headers={**dialect.headers, **answer.headers})

    def _lets_in(self, request: ReceivedRequest, dialect: Dialect | None) -> bool:
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if dialect is not None and dialect.is_azure and self.identity.accepts(token):
            return kind == "Bearer"
        if self._key is None or (dialect is not None and not dialect.wants_key):
            return True
        if dialect is not None and dialect.key_header != "authorization":
            return request.headers.get(dialect.key_header) == self._key
        return (kind, token) == ("Bearer", self._key)

    def _say(self, request: ReceivedRequest) -> Answer:
        body: Mapping[str, Any] = request.body
        model = str(body.get("model"))
        script = self.scripts.get(model)
        if script is None:
            wrong = error_body(f"The model {model} does not exist.", code="model_not_found")
            return Answer(status=404, body=wrong)
        answer = script if isinstance(script, Answer) else script(body)
        if isinstance(script, Answer):
            sent = request.headers.get("authorization") or request.headers.get("api-key", "")
            answer = repeat_credentials(answer, sent.removeprefix("Bearer "))
        return answer if body.get("stream") or answer.status != 200 else join_stream(answer)


async def _read_request(reader: asyncio.StreamReader) -> ReceivedRequest | None:
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head.decode("latin-1").rstrip().split("\r\n")
    method, path, _ = first.split(" ", 2)
    pairs = (line.partition(":") for line in lines)
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    content = json.loads(body) if body else None
    return ReceivedRequest(method, path, headers, content, body, perf_counter())


def main() -> None:
    """Serve every scripted model until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--port", type=int, default=8766)
    parser.add_argument("--key", help="refuse every other key with 401")
    arguments = parser.parse_args()
    server = ProviderServer(port=arguments.port, key=arguments.key)
    print(f"http://127.0.0.1:{arguments.port}/v1 serves: {', '.join(server.scripts)}", flush=True)  # noqa: T201
    with contextlib.suppress(KeyboardInterrupt):
        server.run_forever()


if __name__ == "__main__":
    main()
