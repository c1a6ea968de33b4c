"""A run as a row of the `runs` table, and back.

Invariant: `decode_run(encode_run(result)) == result`, with `None` and 0 kept apart.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from lib.domain import (
    ContentChunk,
    ErrorCategory,
    ErrorReport,
    Origin,
    Outcome,
    PredictionSource,
    RunResult,
    RunSettings,
    StreamTiming,
    TextSpan,
    TokenUsage,
    WireTrace,
)
from lib.errors import StorageError

Row = dict[str, str | None]

_PARAMETERS = (
    "seed",
    "temperature",
    "max_tokens",
    "max_completion_tokens",
    "top_p",
    "presence_penalty",
    "frequency_penalty",
    "n",
    "logprobs",
    "stop",
)
_TEXT_SETTINGS = ("provider", "model", "source", "instructions", "system_message", "prediction")
_ANSWER_FIELDS = (
    "finish_reason",
    "system_fingerprint",
    "response_id",
    "request_id",
    "served_model",
    "retry_of",
)


def encode_run(result: RunResult) -> Row:
    """Return the row of a run: texts in columns of their own, the rest as compact JSON.

    Raises StorageError when `started_at` has no time zone.
    """
    settings = result.settings
    return {
        "run_id": result.run_id,
        "started_at": _encode_moment(result.started_at),
        "outcome": result.outcome.value,
        **{name: getattr(settings, name) for name in _TEXT_SETTINGS},
        "parameters": _dump(
            {
                "prediction_source": settings.prediction_source.value,
                **{name: getattr(settings, name) for name in _PARAMETERS},
            }
        ),
        "text": result.text,
        "timing": _dump(_timing_to_json(result.timing)),
        "token_usage": None if result.usage is None else _dump(asdict(result.usage)),
        "answer": _dump(
            {
                **{name: getattr(result, name) for name in _ANSWER_FIELDS},
                "trace": None if result.trace is None else asdict(result.trace),
            }
        ),
        "error": None if result.error is None else _dump(asdict(result.error)),
        "server_timings_s": _dump(dict(result.server_timings_s)),
        "versions": _dump(dict(result.versions)),
    }


def decode_run(row: Mapping[str, Any]) -> RunResult:
    """Return the run of a row. Raises StorageError when the row was damaged."""
    try:
        return _read_row(row)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise StorageError(
            f"The stored run {row.get('run_id')!r} cannot be read: {type(error).__name__}: {error}."
            " The database was changed from outside or is damaged;"
            " restore it from a copy, or delete this row."
        ) from error


def _read_row(row: Mapping[str, Any]) -> RunResult:
    parameters = json.loads(row["parameters"])
    source = PredictionSource(parameters.pop("prediction_source"))
    # What later versions of the playground added is missing from the rows of earlier ones.
    stop = tuple(parameters.pop("stop", ()))
    answer = json.loads(row["answer"])
    trace = _load_trace(answer.pop("trace", None))
    return RunResult(
        run_id=row["run_id"],
        settings=RunSettings(
            **{name: row[name] for name in _TEXT_SETTINGS},
            prediction_source=source,
            stop=stop,
            **parameters,
        ),
        started_at=datetime.fromisoformat(row["started_at"]),
        outcome=Outcome(row["outcome"]),
        text=row["text"],
        timing=_timing_from_json(json.loads(row["timing"])),
        usage=_load_usage(row["token_usage"]),
        error=_load_error(row["error"]),
        server_timings_s=json.loads(row["server_timings_s"]),
        versions=json.loads(row["versions"]),
        trace=trace,
        **answer,
    )


def _encode_moment(moment: datetime) -> str:
    """Fixed width and always UTC, so that the order of the texts is the order in time."""
    if moment.utcoffset() is None:
        raise StorageError(
            f"The run's start {moment.isoformat()} has no time zone. Give it one, such as UTC."
        )
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _timing_to_json(timing: StreamTiming) -> dict[str, Any]:
    """One short list a chunk: a stream may have 30,000 of them."""
    return {
        "headers_s": timing.headers_s,
        "ended_s": timing.ended_s,
        "chunks": [_chunk_to_json(chunk) for chunk in timing.chunks],
    }


def _chunk_to_json(chunk: ContentChunk) -> list[Any]:
    """Only the local engine says more than the first two values."""
    counts = (chunk.num_draft_tokens, chunk.num_accepted_tokens)
    if chunk.spans is not None:
        spans = [[span.origin.value, span.characters] for span in chunk.spans]
        return [chunk.at_s, chunk.characters, *counts, spans]
    return [chunk.at_s, chunk.characters, *(() if counts == (None, None) else counts)]


def _chunk_from_json(values: list[Any]) -> ContentChunk:
    # Chunks without spans, such as every one stored before they were recorded, end earlier.
    at_s, characters, num_draft, num_accepted, spans = (*values, None, None, None)[:5]
    if spans is not None:
        spans = tuple(TextSpan(Origin(origin), length) for origin, length in spans)
    return ContentChunk(at_s, characters, num_draft, num_accepted, spans)


def _timing_from_json(document: dict[str, Any]) -> StreamTiming:
    chunks = tuple(_chunk_from_json(values) for values in document.pop("chunks"))
    return StreamTiming(chunks=chunks, **document)


def _load_usage(document: str | None) -> TokenUsage | None:
    return None if document is None else TokenUsage(**json.loads(document))


def _load_error(document: str | None) -> ErrorReport | None:
    if document is None:
        return None
    fields = json.loads(document)
    return ErrorReport(category=ErrorCategory(fields.pop("category")), **fields)


def _load_trace(document: dict[str, Any] | None) -> WireTrace | None:
    if document is None:
        return None
    first, last = tuple(document.pop("first_chunks")), tuple(document.pop("last_chunks"))
    return WireTrace(first_chunks=first, last_chunks=last, **document)


def _dump(document: dict[str, Any]) -> str:
    # Left unescaped, surrogates go through ExactText one by one instead of being paired up.
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
