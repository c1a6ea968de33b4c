"""What is kept of the wire is bounded, and free of secrets."""

from __future__ import annotations

from lib.running.tracing import KEPT_CHUNKS, MAX_CHUNK_CHARACTERS, MAX_HEADER_CHARACTERS, Tracer


def test_nothing_came() -> None:
    assert Tracer().make_trace(()) is None


def test_first_and_last_chunks_are_kept_once() -> None:
    for count in (3, KEPT_CHUNKS, KEPT_CHUNKS + 5, 10 * KEPT_CHUNKS):
        tracer = Tracer()
        tracer.mark_headers(200, {})
        for number in range(count):
            tracer.add_chunk({"number": number})
        trace = tracer.make_trace(())
        assert trace is not None
        assert trace.num_chunks == count
        kept = [*trace.first_chunks, *trace.last_chunks]
        assert len(kept) == len(set(kept)) == min(count, 2 * KEPT_CHUNKS)
        assert kept[0] == '{"number":0}'
        assert kept[-1] == f'{{"number":{count - 1}}}'


def test_secrets_and_cookies_are_cut_out_and_lengths_are_bounded() -> None:
    tracer = Tracer()
    tracer.mark_headers(
        429, {"X-Echo": "Bearer sk-secret", "Set-Cookie": "session=1", "x-long": "a" * 10_000}
    )
    tracer.add_chunk({"echo": "sk-secret", "long": "a" * 10_000})
    trace = tracer.make_trace(("sk-secret",))
    assert trace is not None
    assert trace.status_code == 429
    assert trace.headers["x-echo"] == "Bearer [key hidden]"
    assert "set-cookie" not in trace.headers
    assert len(trace.headers["x-long"]) == MAX_HEADER_CHARACTERS
    assert len(trace.first_chunks[0]) == MAX_CHUNK_CHARACTERS
    assert "sk-secret" not in repr(trace)
