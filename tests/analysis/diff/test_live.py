"""The live diff: each frame is sound, settles on the right place, and ends in the final diff."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from lib.analysis.diff import LiveDiff, Piece, PieceKind, diff_partial, diff_texts
from tests.analysis.diff.edit_scripts import (
    Client,
    cut_randomly,
    make_edit_script,
    make_rng,
    output_of,
    source_of,
    stream,
)


def make_text(rng: Random, num_words: int) -> list[str]:
    """Words that read like prose: common ones often, rare ones seldom, some punctuation."""
    words = []
    for _ in range(num_words):
        word = f"w{int(rng.paretovariate(0.6)) % 5_000}"
        words.append(word + rng.choice((" ", " ", " ", ", ", ".\n")))
    return words


def test_random_edits_stream_soundly_and_end_in_the_final_diff() -> None:
    rng = make_rng(41)
    for _ in range(5_000):
        source, output = make_edit_script(rng, longest=rng.choice((50, 50, 600)))
        live, client = LiveDiff(source), Client(source)
        longest = max(3, len(output) // 12)
        assert stream(live, client, cut_randomly(rng, output, longest)) == output
        complete = rng.random() < 0.5
        client.apply(live.finish(complete=complete))
        final = diff_texts(source, output) if complete else diff_partial(source, output)
        assert client.pieces == live.pieces == final.pieces


def test_every_character_alone_streams_soundly() -> None:
    rng = make_rng(42)
    for _ in range(150):
        source, output = make_edit_script(rng, longest=40)
        live, client = LiveDiff(source), Client(source)
        assert stream(live, client, iter(output)) == output


def test_chunk_boundaries_do_not_change_the_text() -> None:
    rng = make_rng(43)
    source, output = "".join(make_text(rng, 900)), "".join(make_text(rng, 900))
    for longest in (1, 7, 100, 100_000):
        live, client = LiveDiff(source), Client(source)
        stream(live, client, cut_randomly(rng, output, longest))
        assert source_of(live.pieces) == source
        assert output_of(live.pieces) + live.provisional == output


def false_deleted(source: str, output: str, chunk: int = 50) -> float:
    """Characters a frame, on average, shown as deleted that the final diff keeps."""
    kept = bytearray()
    for piece in diff_texts(source, output).pieces:
        if piece.kind is not PieceKind.INSERT:
            kept += bytes([piece.kind is PieceKind.EQUAL]) * len(piece.text)
    live, client = LiveDiff(source), Client(source)
    wrong = frames = 0
    for at in range(0, len(output), chunk):
        client.apply(live.feed(output[at : at + chunk]))
        offset = 0
        for piece in client.pieces:
            if piece.kind is PieceKind.DELETE:
                wrong += kept[offset : offset + len(piece.text)].count(1)
            offset += len(piece.text) * (piece.kind is not PieceKind.INSERT)
        frames += 1
    return wrong / frames


def edited(rng: Random, words: list[str], share: float) -> list[str]:
    return [f"new{rng.randrange(99)} " if rng.random() < share else word for word in words]


Case = Callable[[Random, list[str]], list[str]]

CASES: dict[str, Case] = {
    "few edits": lambda rng, words: edited(rng, words, 0.02),
    "many edits": lambda rng, words: edited(rng, words, 0.25),
    "large deletion": lambda _, words: words[:500] + words[3_000:],
    "large insertion": lambda rng, words: words[:900] + make_text(rng, 2_500) + words[900:],
    "block moved up": lambda _, words: (
        words[:600] + words[2_600:3_600] + words[600:2_600] + words[3_600:]
    ),
    "block moved down": lambda _, words: (
        words[:600] + words[1_600:3_600] + words[600:1_600] + words[3_600:]
    ),
    "rewrite": lambda rng, words: make_text(rng, len(words)),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_source_still_to_come_is_hardly_ever_shown_as_deleted(case: Case) -> None:
    rng = make_rng(44)
    words = make_text(rng, 4_000)
    # 50 tokens are about 180 characters in this text.
    assert false_deleted("".join(words), "".join(case(rng, words))) < 180


def test_what_is_copied_after_an_edit_is_found_again() -> None:
    rng = make_rng(45)
    words = make_text(rng, 3_000)
    for case in ("large deletion", "large insertion", "block moved up", "block moved down"):
        source, output = "".join(words), "".join(CASES[case](rng, words))
        live, client = LiveDiff(source), Client(source)
        stream(live, client, cut_randomly(rng, output, 200))
        kept_live, kept_final = (
            sum(len(piece.text) for piece in pieces if piece.kind is PieceKind.EQUAL)
            for pieces in (live.pieces, diff_texts(source, output).pieces)
        )
        assert kept_live > 0.97 * kept_final, case


def test_source_not_reached_is_pending() -> None:
    live = LiveDiff("one two three four five")
    live.feed("one two ")
    assert live.pieces == (
        Piece(PieceKind.EQUAL, "one two"),
        Piece(PieceKind.EQUAL, " "),
        Piece(PieceKind.PENDING, "three four five"),
    )


def test_half_a_token_of_the_source_is_kept_and_not_pending_too() -> None:
    live, client = LiveDiff("say hello now"), Client("say hello now")
    frame = live.feed("say hel")
    client.apply(frame)
    assert frame.provisional == ""
    assert frame.source_reached == len("say hel")
    assert client.pieces == live.pieces
    assert output_of(live.pieces) == "say hel"
    assert source_of(live.pieces) == "say hello now"
    client.apply(live.feed("ps"))
    assert live.provisional == "helps"
    assert source_of(client.pieces) == "say hello now"


def test_a_line_end_that_may_go_on_opens_no_row() -> None:
    live = LiveDiff("one\ntwo\n")
    assert live.feed("one\ntwo\n").provisional == "\n"
    assert live.pieces[-1] == Piece(PieceKind.PENDING, "\n")


def test_half_a_token_is_held_back() -> None:
    live = LiveDiff("say hello now")
    frame = live.feed("say hal")
    assert frame.provisional == "hal"
    assert frame.pieces == (Piece(PieceKind.EQUAL, "say "),)
    live = LiveDiff("say hello now")
    frame = live.feed("say hello\r")
    assert frame.provisional == "\r"
    assert live.pieces[0] == Piece(PieceKind.EQUAL, "say hello")


def test_utf16_position_counts_surrogates() -> None:
    live = LiveDiff("😀 one 😀 two")
    frame = live.feed("😀 one 😀 ")
    assert (frame.source_reached, frame.source_reached_utf16) == (8, 10)


def test_frames_stay_small_while_text_is_copied() -> None:
    words = make_text(make_rng(46), 6_000)
    live = LiveDiff("".join(words))
    sizes = []
    for word in words:
        frame = live.feed(word)
        sizes.append(sum(len(piece.text) for piece in frame.pieces))
    # The word that may go on comes on top of the window.
    assert max(sizes) <= 1_000 + max(map(len, words))


@pytest.mark.parametrize(("source", "output"), [("", "new text "), ("old text", ""), ("", "")])
def test_empty_sides(source: str, output: str) -> None:
    live, client = LiveDiff(source), Client(source)
    client.apply(live.feed(output))
    assert client.pieces == live.pieces
    assert source_of(live.pieces) == source
    client.apply(live.finish())
    assert client.pieces == live.pieces == diff_texts(source, output).pieces


def test_nothing_is_fed_after_the_end() -> None:
    live = LiveDiff("a")
    live.finish()
    with pytest.raises(ValueError, match="finished"):
        live.feed("b")
