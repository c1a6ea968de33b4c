from __future__ import annotations

import pytest

from lib.catalog.samples import SAMPLES
from lib.domain import Case
from lib.errors import PlanError
from lib.experiments.cases import list_sample_cases, read_cases


def read_faults(data: bytes, file: str = "c.jsonl") -> list[str]:
    with pytest.raises(PlanError) as caught:
        read_cases(data, file)
    return list(caught.value.faults)


def test_every_sample_is_a_case() -> None:
    cases = list_sample_cases()
    assert [case.id for case in cases] == [sample.id for sample in SAMPLES]
    assert [case.source for case in cases] == [sample.source for sample in SAMPLES]
    assert cases[-1].kind == "prose"


def test_jsonl_may_hold_any_text() -> None:
    line = '{"source": "a\\u2028b \U0001f600\\r\\n", "instruction": "Edit.", "id": 7}'
    (case,) = read_cases(f"\ufeff{line}\r\n\n".encode(), "c.jsonl")
    assert case == Case(id="7", source="a\u2028b \U0001f600\r\n", instruction="Edit.")


def test_csv_may_hold_lines_and_commas() -> None:
    data = b'id,source,instruction,reference\r\nx,"one, two\nthree","say ""hi""",\r\n,b,c,d\r\n'
    first, second = read_cases(data, "c.CSV")
    assert first == Case(id="x", source="one, two\nthree", instruction='say "hi"')
    assert second == Case(id="case-2", source="b", instruction="c", reference="d")


def test_every_line_that_is_no_case_is_named() -> None:
    faults = read_faults(
        b'{"source": "a", "instruction": "b", "id": "x"}\n'
        b"nonsense\n"
        b'["a"]\n'
        b'{"source": " ", "instruction": 4}\n'
        b'{"source": "a", "instruction": "b", "id": "x"}\n'
    )
    assert [
        (fault.split(":")[0], words in fault)
        for fault, words in zip(
            faults,
            ("not JSON", "is a list", "instruction is 4", "source is missing", "'x' is taken"),
            strict=True,
        )
    ] == [
        ("c.jsonl, line 2, column 1", True),
        ("c.jsonl, line 3", True),
        ("c.jsonl, line 4", True),
        ("c.jsonl, line 4", True),
        ("c.jsonl, line 5", True),
    ]


@pytest.mark.parametrize(
    ("data", "file", "words"),
    [
        (b"", "c.jsonl", "holds no case"),
        (b"\xff\xfe", "c.jsonl", "not UTF-8"),
        (b"text,instruction\na,b\n", "c.csv", "no column source"),
        (b'source,instruction\n"a,b\n', "c.csv", "not CSV"),
        (b"source,instruction\na\n", "c.csv", "instruction is missing"),
        (b'{"source": "a", "instruction": "b"}\n' * 1001, "c.jsonl", "1,001 cases"),
    ],
)
def test_a_file_without_cases_says_why(data: bytes, file: str, words: str) -> None:
    assert any(words in fault for fault in read_faults(data, file))
