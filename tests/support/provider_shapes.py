"""The forms in which providers send the same answer.

Invariant: the text and the counts that a script gives stay as they are, except counts that a
provider is known not to send.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from tests.support.provider_wire import Answer, Event, Paced, Raw, Step, chunk_event

Shape = Callable[[Answer], Answer]

TIME_INFO = {
    "queue_time": 0.001,
    "prompt_time": 0.002,
    "completion_time": 0.03,
    "total_time": 0.033,
    "created": 1_700_000_000,
}
PERF_METRICS = {
    "prompt-tokens": "9",
    "server-time-to-first-token": "0.011",
    "server-processing-time": "0.033",
}


def openai(answer: Answer) -> Answer:
    """As the scripts have it."""
    return answer


def azure(answer: Answer) -> Answer:
    """A chunk before the first about the prompt, and one of the filter that runs beside."""
    before = chunk_event(
        id="",
        choices=[],
        model="",
        prompt_filter_results=[{"prompt_index": 0, "content_filter_results": {}}],
    )
    beside = chunk_event(
        id="",
        choices=[
            {
                "index": 0,
                "finish_reason": None,
                "content_filter_results": {},
                "content_filter_offsets": {"check_offset": 0, "start_offset": 0, "end_offset": 9},
            }
        ],
    )
    headers = {**answer.headers, "apim-request-id": "apim-test"}
    steps = chain([Event(before), Event(beside)], answer.steps)
    return replace(answer, steps=steps, headers=headers, sends_request_id=False)


def cerebras(answer: Answer) -> Answer:
    """Its own clock on the chunk that finishes."""
    return _change_usage(answer, lambda chunk: {**chunk, "time_info": TIME_INFO})


def fireworks(answer: Answer) -> Answer:
    """Its own clock, and the prediction's count beside `usage` instead of in it."""

    def change(chunk: dict[str, Any]) -> dict[str, Any]:
        details = chunk["usage"].get("completion_tokens_details") or {}
        matched = details.get("accepted_prediction_tokens")
        speculation = {} if matched is None else {"speculation-prompt-matched-tokens": str(matched)}
        return {**_without_details(chunk), "perf_metrics": {**PERF_METRICS, **speculation}}

    return _change_usage(answer, change)


def vllm(answer: Answer) -> Answer:
    """Counts without any details: a prediction is ignored without a word."""
    return _change_usage(answer, _without_details)


def openrouter(answer: Answer) -> Answer:
    """Comments while it waits for the provider behind it."""
    comment: list[Step] = [Raw(b": OPENROUTER PROCESSING\n\n")]
    return replace(answer, steps=chain(comment, answer.steps))


def _change_usage(answer: Answer, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Answer:
    def change_steps(steps: Iterable[Step]) -> Iterator[Step]:
        for step in steps:
            if isinstance(step, Event) and isinstance(step.data, dict) and step.data.get("usage"):
                yield Event(change(step.data))
            else:
                yield step

    if isinstance(answer.body, dict) and answer.body.get("usage"):
        return replace(answer, body=change(answer.body))
    return replace(answer, steps=change_steps(answer.steps))


def _without_details(chunk: dict[str, Any]) -> dict[str, Any]:
    usage = {name: value for name, value in chunk["usage"].items() if not name.endswith("_details")}
    return {**chunk, "usage": usage}


def join_stream(answer: Answer) -> Answer:
    """Return what the same request gets when it does not ask for a stream."""
    if answer.body is not None:
        return answer
    text, finish_reason, usage = "", None, None
    for step in answer.steps:
        for chunk in step.events if isinstance(step, Paced) else [getattr(step, "data", None)]:
            if not isinstance(chunk, dict):
                continue
            usage = chunk.get("usage") or usage
            for choice in chunk.get("choices", []):
                text += (choice.get("delta") or {}).get("content") or ""
                finish_reason = choice.get("finish_reason") or finish_reason
    message = {"role": "assistant", "content": text}
    body = chunk_event(
        object="chat.completion",
        choices=[{"index": 0, "message": message, "finish_reason": finish_reason}],
        usage=usage,
    )
    return replace(answer, steps=(), body=body)


CREDENTIALS = "@credentials@"
"""Stands in a script for the key or the token that the request came with."""


def repeat_credentials(answer: Answer, credentials: str) -> Answer:
    """Return the answer with what the request's sender should keep to itself."""

    def fill(value: Any) -> Any:
        text = json.dumps(value)
        return json.loads(text.replace(CREDENTIALS, credentials)) if CREDENTIALS in text else value

    def fill_steps(steps: Iterable[Step]) -> Iterator[Step]:
        for step in steps:
            yield Event(fill(step.data)) if isinstance(step, Event) else step

    headers = fill(dict(answer.headers))
    return replace(answer, body=fill(answer.body), headers=headers, steps=fill_steps(answer.steps))
