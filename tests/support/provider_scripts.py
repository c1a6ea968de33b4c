"""The answers that a scripted provider gives, by the model's name.

Invariant: a name says what happens; the request matters only to the models that echo it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tests.support.provider_wire import (
    DONE,
    Answer,
    Cut,
    Event,
    Hang,
    Paced,
    Pause,
    Raw,
    Step,
    chunk_event,
    encode_event,
    error_body,
    usage_event,
)

Request = Mapping[str, Any]
AnswerMaker = Callable[[Request], Answer]

HOSTILE_TEXT = (
    "</script><img src=x onerror=alert(1)> ![pixel](http://127.0.0.1:9/pixel.png) <style>*{color:"
    "red}</style> \u202eright to left\u202c zero\u200bwidth \U0001f468\u200d\U0001f469\u200d"
    "\U0001f467 שלום\r\n**bold** [link](javascript:alert(1)) =1+1 \x00 \ufeffend"
)
STORY = "The quick brown fox jumps over the lazy dog. "


def split_tokens(text: str) -> list[str]:
    """Return pieces of about a token each, whose concatenation is the text."""
    return re.findall(r"\s*\S{1,6}|\s+", text)


def answer_steps(
    text: str = "Hello world", *, finish_reason: str | None = "stop", usage: object = "counts"
) -> list[Step]:
    """Return an ordinary stream, a chunk a token; `usage` None leaves it out."""
    steps: list[Step] = [Event(chunk_event(piece)) for piece in split_tokens(text)]
    if finish_reason is not None:
        steps.append(Event(chunk_event(finish_reason=finish_reason)))
    if usage == "counts":
        usage = {"prompt_tokens": 9, "completion_tokens": len(steps), "total_tokens": 9}
    if usage is not None:
        steps.append(Event(chunk_event(choices=[], usage=usage)))
    return [*steps, DONE]


def _stream(*steps: Step, **headers: str) -> AnswerMaker:
    return lambda _: Answer(
        steps, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )


def _refuse(status: int, body: object, **headers: str) -> AnswerMaker:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: Answer(status=status, body=body, headers=named)


def _echo(request: Request, *, per_s: float = 400.0) -> Answer:
    """Repeat the last user message; a prediction makes its tokens come four at a time."""
    text = next(
        (m["content"] for m in reversed(request["messages"]) if m["role"] == "user"), "Nothing."
    )
    tokens = split_tokens(text)
    limit = request.get("max_tokens")
    is_cut = limit is not None and len(tokens) > limit
    tokens = tokens[:limit]
    accepted, rejected = _count_predicted(request, tokens)
    size = 4 if accepted * 2 > len(tokens) else 1
    pieces = ["".join(tokens[at : at + size]) for at in range(0, len(tokens), size)]
    usage = usage_event(
        prompt_tokens=len(tokens),
        completion_tokens=len(tokens) + rejected,
        total_tokens=len(tokens) * 2 + rejected,
        prompt_tokens_details={"cached_tokens": 0},
        completion_tokens_details={
            "reasoning_tokens": 0,
            "accepted_prediction_tokens": accepted,
            "rejected_prediction_tokens": rejected,
        },
    )
    finish = Event(chunk_event(finish_reason="length" if is_cut else "stop"))
    return Answer((Paced(map(chunk_event, pieces), per_s), finish, Event(usage), DONE))


def _count_predicted(request: Request, tokens: list[str]) -> tuple[int, int]:
    prediction = request.get("prediction")
    if not prediction:
        return 0, 0
    predicted = split_tokens(prediction["content"])
    accepted = (Counter(predicted) & Counter(tokens)).total()
    return accepted, len(predicted) - accepted


def _long(tokens: int, per_s: float) -> AnswerMaker:
    def events() -> Iterator[object]:
        words = split_tokens(STORY)
        for number in range(tokens):
            yield chunk_event(words[number % len(words)])

    def make(_: Request) -> Answer:
        counts = usage_event(prompt_tokens=9, completion_tokens=tokens, total_tokens=tokens + 9)
        finish = Event(chunk_event(finish_reason="stop"))
        return Answer((Paced(events(), per_s), finish, Event(counts), DONE))

    return make


def _refuse_prediction(request: Request) -> Answer:
    if not request.get("prediction"):
        return _echo(request)
    message = f"Unsupported parameter: 'prediction' is not supported with {request['model']}."
    body = error_body(message, code="unsupported_parameter", param="prediction")
    return Answer(status=400, body=body)


def _traced(request: Request) -> Answer:
    """Repeat the last user message and tell of each piece, as the local engine does, its origin."""
    pieces = re.findall(r"(?s).{1,12}", request["messages"][-1]["content"])

    def events() -> Iterator[object]:
        for piece in pieces:
            spans = [("accepted", len(piece) - 1), ("replaced", 1)]
            spans = [(kind, characters) for kind, characters in spans if characters]
            draft = {"num_draft_tokens": 4, "num_accepted_tokens": 3, "spans": spans}
            yield chunk_event(piece, draft=draft)

    return Answer((Paced(events(), 100), Event(chunk_event(finish_reason="stop")), DONE))


_SOME_TEXT = (Event(chunk_event("Hello ")), Event(chunk_event("world")))

ANSWERS: dict[str, AnswerMaker] = {
    "echo": _echo,
    "echo-slow": lambda request: _echo(request, per_s=20),
    "hello": lambda _: Answer(answer_steps()),
    "fast-30k": _long(30_000, 3000),
    "flood-30k": _long(30_000, 1e9),
    "endless": _long(1_000_000, 50),
    "slow-first-token": lambda _: Answer((Pause(3), *answer_steps())),
    "hang-before-headers": lambda _: Answer(headers_after_s=3600),
    "hang-after-headers": _stream(Pause(0.01), Hang()),
    "hang-mid-stream": _stream(*_SOME_TEXT, Hang()),
    "hang-after-finish": _stream(*answer_steps(usage=None)[:-1], Hang()),
    "cut": _stream(*_SOME_TEXT, Cut()),
    "cut-before-text": _stream(Cut()),
    "cut-after-finish": _stream(*answer_steps(usage=None)[:-1], Cut()),
    "no-done": _stream(*answer_steps()[:-1]),
    "no-finish": _stream(*_SOME_TEXT),
    "no-answer": _stream(),
    "error-event": _stream(*_SOME_TEXT, Event(error_body("The backend is overloaded."))),
    "error-event-first": _stream(Event(error_body("The backend is overloaded."))),
    "error-event-prediction": _stream(
        Event(error_body("property 'prediction' is unsupported", param="prediction"))
    ),
    "malformed": _stream(*_SOME_TEXT, Event('{"choices": [')),
    "not-utf8": _stream(*_SOME_TEXT, Raw(b"data: \xff\xfe\n\n")),
    "refuse-key": _refuse(401, error_body("Incorrect API key provided.", code="invalid_api_key")),
    "forbidden": _refuse(403, error_body("The identity lacks access.", code="forbidden")),
    "missing": _refuse(404, error_body("The model does not exist.", code="model_not_found")),
    "no-prediction": _refuse_prediction,
    "bad-temperature": _refuse(
        400, error_body("'temperature' does not support 0.5.", param="temperature")
    ),
    "input-filtered": _refuse(400, error_body("The prompt was filtered.", code="content_filter")),
    "rate-limit": _refuse(
        429, error_body("Rate limit reached.", code="rate_limit_exceeded"), retry_after="7"
    ),
    "rate-limit-ms": _refuse(
        429,
        {"message": "Quota.", "type": "too_many_requests_error", "code": "request_quota_exceeded"},
        retry_after_ms="1500",
    ),
    "broken": _refuse(500, error_body("The server had an error.")),
    "broken-html": _refuse(502, "<html><h1>Bad Gateway</h1></html>"),
    "redirect": _refuse(307, "moved", location="http://127.0.0.1:9/v1/chat/completions"),
    "html": _refuse(200, "<html>Welcome</html>"),
    "usage-absent": lambda _: Answer(answer_steps(usage=None)),
    "usage-empty": lambda _: Answer(answer_steps(usage={})),
    "length": lambda _: Answer(answer_steps(finish_reason="length")),
    "filtered": lambda _: Answer(answer_steps(finish_reason="content_filter")),
    "refusal": _stream(
        Event(chunk_event(choices=[{"index": 0, "delta": {"refusal": "I cannot do that."}}])),
        Event(chunk_event(finish_reason="stop")),
        DONE,
    ),
    "hostile": lambda _: Answer(answer_steps(HOSTILE_TEXT)),
    "traced": _traced,
    "split-emoji": _stream(
        *(Raw(bytes([byte])) for byte in encode_event(chunk_event("a\U0001f600é"))),
        *answer_steps("!"),
    ),
}
