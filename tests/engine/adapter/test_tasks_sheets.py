"""Style sheets and pages that are edited at one told place, read by other readers."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from lib.engine.adapter.tasks.sheets.element_edits import edit_told_element
from lib.engine.adapter.tasks.sheets.rule_edits import edit_told_rule
from lib.engine.adapter.tasks.sheets.variable_edits import edit_css_variables
from tests.engine.adapter.drawing import edits_of

Rules = list[tuple[str, list[str]]]


def rules_of(sheet: str) -> Rules:
    """Return selector (after its media query) and declarations of each rule, in order."""
    media = ""
    found: Rules = []
    tokens = re.findall(r"@media[^{]*(?={)|[^{};]+(?={)|[^{};]+;|[{}]", re.sub(
        r"/\*.*?\*/", "", sheet))  # fmt: skip
    depth = 0
    for token in (token.strip() for token in tokens):
        if token.startswith("@media"):
            media = token
        elif token.endswith(";"):
            found[-1][1].append(token)
        elif token == "{":
            depth += 1
        elif token == "}":
            depth -= 1
            media = media if depth else ""
        elif token:
            found.append((f"{media} {token}".strip(), []))
    assert depth == 0, sheet
    return found


def test_one_told_rule_changes() -> None:
    """A similar selector, or the same one in the media query, would change instead."""
    for edit in edits_of(edit_told_rule):
        before, after = rules_of(edit.text.body), rules_of(edit.answer)
        assert all(lines for _, lines in after), edit
        if len(before) != len(after):
            longer, shorter = sorted((before, after), key=len, reverse=True)
            assert len(longer) == len(shorter) + 1, edit
            assert [rule for rule in longer if rule in shorter] == shorter, edit
            continue
        differing = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
        if "class" in edit.request:
            assert all(a[1] == b[1] for a, b in differing), edit
            new, old = (
                set(re.findall(r"\.([\w-]+)", " ".join(name for name, _ in one)))
                for one in (after, before)
            )
            assert len(new - old) == len(old - new) == 1, edit
            assert all(name in edit.request for name in new ^ old), edit
            continue
        assert len(differing) == 1, edit
        (selector, old_lines), (new_selector, new_lines) = differing[0]
        assert selector.split("{")[0].split(")")[-1].strip().split(",")[0].strip() in edit.request
        assert len(set(old_lines) ^ set(new_lines)) <= 2, edit
        if new_selector != selector:
            assert new_selector.startswith(selector), edit
        if "media query" in edit.request:
            assert selector.startswith("@media") == ("inside" in edit.request), edit


def test_variables_stay_defined_and_a_rename_reaches_every_use() -> None:
    """A use of a variable that has another name by now would be left."""
    for edit in edits_of(edit_css_variables):
        before, after = rules_of(edit.text.body), rules_of(edit.answer)
        assert [name for name, _ in before] == [name for name, _ in after], edit
        defined = {line.split(":")[0] for line in after[0][1]}
        assert set(re.findall(r"var\((--[\w-]+)\)", edit.answer)) <= defined, edit
        old = {line.split(":")[0] for line in before[0][1]}
        if defined == old and before[0] != after[0]:
            assert before[1:] == after[1:], edit
            assert sum(a != b for a, b in zip(before[0][1], after[0][1], strict=True)) == 1, edit
        if len(defined) == len(old) and defined != old:
            (gone,), (come,) = old - defined, defined - old
            swapped = re.sub(rf"{gone}(?![\w-])", come, edit.text.body)
            assert swapped == edit.answer, edit


class Reader(HTMLParser):
    """Reads a page into a flat list of what opens, closes and stands in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.parts: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append(("start", f"{tag} {attrs}"))
        if tag not in ("img", "input"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append(("start", f"{tag} {attrs}"))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.parts.append(("end", tag))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.parts.append(("text", data.strip()))


def test_one_element_of_a_page_changes() -> None:
    """A tag would be left open, or a second element change with the told one."""
    for edit in edits_of(edit_told_element):
        pages = [
            re.sub(r"<(/?)>", r"<\1div>", page) if edit.text.language == "javascript" else page
            for page in (edit.text.body, edit.answer)
        ]
        readers = [Reader(page) for page in pages]
        assert not any(reader.open for reader in readers), edit
        before, after = (reader.parts for reader in readers)
        start = next(i for i in range(len(before) + 1) if before[: i + 1] != after[: i + 1])
        end = 0
        while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
            end += 1
        gone, come = before[start : len(before) - end], after[start : len(after) - end]
        if gone and come:
            is_level = gone[0][0] == "start" and gone[0][1][0] == "h" and len(gone) > 1
            assert is_level or len(gone) == len(come) == 1, edit
            if gone[0][0] == "text":
                assert come[0][1] in edit.request, edit
        else:
            words = [text for kind, text in (*gone, *come) if kind == "text"]
            assert len(gone or come) <= 12, edit
            assert not gone or len(words) < 4, edit
        lines = (edit.text.body.split("\n"), edit.answer.split("\n"))
        assert abs(len(lines[0]) - len(lines[1])) <= 1, edit


def test_texts_are_many_and_end_without_a_newline() -> None:
    """The model would learn texts by heart."""
    for make in (edit_told_rule, edit_css_variables, edit_told_element):
        drawn = edits_of(make)
        assert len({edit.text.body for edit in drawn}) == len(drawn) == 60
        assert not any(edit.text.body.endswith("\n") for edit in drawn)
