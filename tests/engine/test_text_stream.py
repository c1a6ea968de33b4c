"""Text of the answer: whole characters only, and never a stop string."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lib.engine.text_stream import Span, SpanKind, TextStream


def stream(pieces: list[bytes], stop: tuple[str, ...]) -> tuple[list[str], bool]:
    text = TextStream(stop)
    out = []
    for piece in pieces:
        out.append(text.push(piece))
        if text.stopped:
            break
    out.append(text.finish())
    return out, text.stopped


def test_a_character_comes_when_it_is_whole() -> None:
    raw = "🙂é".encode()
    out, _ = stream([raw[:2], raw[2:5], raw[5:]], ())
    assert out == ["", "🙂", "é", ""]


def test_half_a_character_at_the_end_is_left_out() -> None:
    assert stream([b"a", "é".encode()[:1]], ())[0] == ["a", "", ""]


def test_a_stop_string_over_several_tokens_is_never_sent() -> None:
    assert stream([b"one E", b"N", b"D two"], ("END",)) == (["one ", "", "", ""], True)


def test_what_only_looked_like_a_stop_string_is_sent_later() -> None:
    assert stream([b"one E", b"N", b"ough"], ("END",)) == (["one ", "", "ENough", ""], False)
    assert stream([b"one E"], ("END",)) == (["one ", "E"], False)


@given(
    st.text(alphabet="abc é🙂\n", max_size=30),
    st.lists(st.integers(0, 60), max_size=6),
    st.lists(st.text(alphabet="abc é", min_size=1, max_size=4), max_size=3),
)
def test_the_pieces_are_the_text_before_the_first_stop_string(
    text: str, cuts: list[int], stop: list[str]
) -> None:
    raw = text.encode()
    borders = [0, *sorted(min(cut, len(raw)) for cut in cuts), len(raw)]
    pieces = [raw[a:b] for a, b in pairwise(borders)]
    # Byte by byte is the finest split: any other sends the same text up to the stop string.
    finest, stopped = stream([raw[i : i + 1] for i in range(len(raw))], tuple(stop))
    assert ("".join(finest) == text) is not stopped
    assert not any(one in "".join(finest) for one in stop)
    assert text.startswith("".join(finest))
    if len(stop) == 1:
        assert "".join(stream(pieces, tuple(stop))[0]) == "".join(finest)


KINDS: tuple[SpanKind, ...] = ("accepted", "generated", "replaced")


def expand(spans: list[Span]) -> list[str]:
    """The kind of every character."""
    return [kind for kind, characters in spans for _ in range(characters)]


@given(
    st.lists(
        st.tuples(st.sampled_from(["a", "b", " ", "ab", "é🙂", "\n", ""]), st.sampled_from(KINDS)),
        max_size=20,
    ),
    st.lists(st.text(alphabet="ab é", min_size=1, max_size=3), max_size=2),
    st.integers(1, 5),
)
def test_spans_cover_exactly_what_is_sent_whatever_the_chunking(
    tokens: list[tuple[str, SpanKind]], stop: list[str], tokens_per_chunk: int
) -> None:
    stream = TextStream(tuple(stop))
    sent, waiting = "", ""
    kinds: list[str] = []
    for index, (token, kind) in enumerate(tokens):
        waiting += stream.push(token.encode(), kind)
        if (index + 1) % tokens_per_chunk == 0 or stream.stopped:
            spans = list(stream.take_spans())
            assert len(expand(spans)) == len(waiting)
            assert all(characters > 0 for _, characters in spans)
            sent, kinds, waiting = sent + waiting, kinds + expand(spans), ""
        if stream.stopped:
            break
    waiting += stream.finish()
    kinds += expand(list(stream.take_spans()))
    sent += waiting
    whole = expand([(kind, len(token)) for token, kind in tokens])
    assert kinds == whole[: len(sent)]


def test_a_character_is_of_the_kind_of_the_token_that_completes_it() -> None:
    stream = TextStream()
    first, second = "é".encode()[:1], "é".encode()[1:]
    assert stream.push(b"a" + first, "accepted") + stream.push(second + b"b", "replaced") == "aéb"
    assert stream.take_spans() == (("accepted", 1), ("replaced", 2))
    assert stream.take_spans() == ()


def test_text_behind_a_stop_string_has_no_span() -> None:
    stream = TextStream(("END",))
    assert stream.push(b"one E", "accepted") == "one "
    assert stream.push(b"ND two", "generated") + stream.finish() == ""
    assert stream.take_spans() == (("accepted", 4),)
