"""The final diff: rebuilds both texts, reads well, and survives hostile texts."""

from __future__ import annotations

from itertools import pairwise

import pytest

from lib.analysis.diff import Diff, Piece, PieceKind, diff_texts
from lib.analysis.diff.pieces import make_diff
from tests.analysis.diff.edit_scripts import make_edit_script, make_rng, output_of, source_of

_MARKS = {
    PieceKind.EQUAL: "{}",
    PieceKind.INSERT: "{{+{}+}}",
    PieceKind.DELETE: "[-{}-]",
    PieceKind.PENDING: "<{}>",
}


def draw(diff: Diff) -> str:
    return "".join(_MARKS[piece.kind].format(piece.text) for piece in diff.pieces)


def assert_sound(source: str, output: str, diff: Diff) -> None:
    assert source_of(diff.pieces) == source
    assert output_of(diff.pieces) == output
    assert all(piece.text for piece in diff.pieces)
    for left, right in pairwise(diff.pieces):
        assert left.kind is not right.kind
        assert (left.kind, right.kind) != (PieceKind.INSERT, PieceKind.DELETE)


def test_random_edits_rebuild_both_texts() -> None:
    rng = make_rng(31)
    for _ in range(2_500):
        source, output = make_edit_script(rng, longest=200)
        diff = diff_texts(source, output)
        assert_sound(source, output, diff)
        assert (diff.num_changes + diff.num_line_end_changes == 0) == (source == output)


@pytest.mark.parametrize(
    ("source", "output", "drawn"),
    [
        ("", "", ""),
        ("same\n", "same\n", "same\n"),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
        (
            'if n % 3:\n    print("Fizz")\nend\n',
            'if n % 3:\n    print("Foo")\nend\n',
            'if n % 3:\n    print("[-Fizz-]{+Foo+}")\nend\n',
        ),
        (
            "def vol(r):\n    return r\n",
            "def edge(w):\n    return w\n\n\ndef vol(r):\n    return r\n",
            "{+def edge(w):\n    return w\n\n\n+}def vol(r):\n    return r\n",
        ),
        ("foo(a, b, c)", "foo(a, c)", "foo(a, [-b, -]c)"),
        ("- apples\n- pears\n", "- apples\n- plums\n- pears\n", "- apples\n{+- plums\n+}- pears\n"),
        (
            "and recieved alot of it",
            "and received a lot of it",
            "and [-recieved alot-]{+received a lot+} of it",
        ),
        ("今天去公园。", "明天去海边。", "[-今-]{+明+}天去[-公园-]{+海边+}。"),
        (
            "family 👨\u200d👩\u200d👧",
            "family 👨\u200d👩",
            "family [-👨\u200d👩\u200d👧-]{+👨\u200d👩+}",
        ),
        ("cafe", "cafe\u0301", "[-cafe-]{+cafe\u0301+}"),
        ("x", "x\n", "x{+\n+}"),
    ],
)
def test_changes_stand_where_people_look(source: str, output: str, drawn: str) -> None:
    assert draw(diff_texts(source, output)) == drawn


def test_unrelated_texts_are_one_replaced_block() -> None:
    source = "The river was wide and slow, and the boats moved like tired cattle along the bank."
    output = "A narrow road climbs the hill; cars pass it quickly and no one stops for the view."
    assert draw(diff_texts(source, output)) == f"[-{source}-]{{+{output}+}}"


def test_a_moved_function_stays_whole() -> None:
    functions = [f"def f{n}():\n    return {n}\n\n\n" for n in range(20)]
    source = "".join(functions)
    output = "".join([*functions[:3], *functions[4:15], functions[3], *functions[15:]])
    changes = [piece for piece in diff_texts(source, output).pieces if piece.kind != "equal"]
    assert changes == [
        Piece(PieceKind.DELETE, functions[3]),
        Piece(PieceKind.INSERT, functions[3]),
    ]


def test_changed_line_ends_are_counted_apart() -> None:
    diff = diff_texts("one\r\ntwo\r\nthree four\r\nend", "one\ntwo\nthree 4\nend")
    ends = "[-\r\n-]{+\n+}"
    assert draw(diff) == f"one{ends}two{ends}three [-four\r\n-]{{+4\n+}}end"
    assert (diff.num_changes, diff.num_line_end_changes) == (1, 2)


HOSTILE = {
    "nul": "\x00 \x00a" * 500,
    "bidi": "\u202eabc\u2066 \u2069" * 300,
    "zero width": "a\u200bb\u200c\u200d " * 300,
    "lone surrogates": "\ud83d x \ude00 " * 300,
    "long line": "abc, " * 20_000,
    "long word": "a" * 100_000,
    "stacked marks": "a" + "\u0301" * 20_000,
    "blank lines": "\n" * 20_000,
    "bare carriage returns": "a\r" * 5_000,
    "markup": "</script><img src=x onerror=alert(1)>\n" * 300,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts(text: str) -> None:
    half = len(text) // 2
    for output in (text[:half] + "X" + text[half:], text[1:], text[::-1], text.upper(), "safe"):
        assert_sound(text, output, diff_texts(text, output))


def test_large_unrelated_texts_are_simplified_but_sound() -> None:
    rng = make_rng(32)
    source = "".join(rng.choices("abc (){};,\n", k=700_000))
    output = "".join(rng.choices("xyz (){};,\n", k=700_000))
    diff = diff_texts(source, output)
    assert_sound(source, output, diff)
    assert diff.simplified


def test_a_long_line_is_matched_by_way_of_clauses() -> None:
    parts = [f"function f{n}(a){{return a*{n};}}" for n in range(15_000)]
    source = "".join(parts)
    parts[17] = "function changed(a){return a;}"
    parts[9_000] = ""
    output = "".join(parts)
    diff = diff_texts(source, output, cpu_s=60)
    assert_sound(source, output, diff)
    assert diff.num_changes <= 6
    assert not diff.simplified


def test_pieces_of_one_kind_are_joined_and_deletions_come_first() -> None:
    equal, insert, delete = PieceKind.EQUAL, PieceKind.INSERT, PieceKind.DELETE
    diff = make_diff(
        [(insert, "a"), (delete, "b"), (insert, "c"), (equal, ""), (delete, "d"), (equal, "e")],
        simplified=False,
    )
    assert diff.pieces == (Piece(delete, "bd"), Piece(insert, "ac"), Piece(equal, "e"))
    assert diff.num_changes == 1
