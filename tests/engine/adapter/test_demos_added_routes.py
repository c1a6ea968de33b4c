"""Routes that are added, changed and removed, found again by the lines that open them."""

from __future__ import annotations

import ast
import re

from lib.engine.adapter.tasks.demos.routes.edits import add_route, change_route, remove_route
from lib.engine.adapter.tasks.texts import Edit
from tests.engine.adapter.drawing import changed_lines, edits_of

_OPENING = re.compile(r"""^@?\w+\.(\w+)\((["'])(/[^"']*)\2(?:.*methods=\[.(\w+))?""")


def routes_of(text: str) -> list[tuple[str, str]]:
    """Return (method, path) of each route in its order."""
    found = filter(None, map(_OPENING.match, text.split("\n")))
    return [
        ((m[4] or "get").lower() if m[1] == "route" else m[1], m[3]) for m in found
    ]  # fmt: skip


def check_code(edit: Edit) -> None:
    """Parse Python; count the brackets and quotes of scripts."""
    for text in (edit.text.body, edit.answer):
        if edit.text.language == "python":
            ast.parse(text)
        else:
            assert all(text.count(a) == text.count(b) for a, b in ("()", "[]", "{}")), edit
            assert text.count('"') % 2 == text.count("'") % 2 == 0, edit
        assert not text.endswith("\n")
        assert len(routes_of(text)) == len(set(routes_of(text))), edit


def test_one_route_is_added_and_looks_like_the_others() -> None:
    """Another quote, a missing semicolon or blank line would be another style than the text's."""
    for edit in edits_of(add_route):
        check_code(edit)
        before, after = routes_of(edit.text.body), routes_of(edit.answer)
        (new,) = [route for route in after if route not in before]
        assert [route for route in after if route != new] == before
        assert new[1] in edit.request, edit
        gone, come = changed_lines(edit)
        assert gone == [], edit
        code = "\n".join(come)
        assert not ('"' in edit.text.body and "'" in code), edit
        assert not ("'" in edit.text.body and '"' in code), edit
        if edit.text.language != "python":
            has_marks = re.search(r";$", edit.text.body, re.MULTILINE) is not None
            assert bool(re.search(r"\);$", code, re.MULTILINE)) == has_marks, edit
        gaps = set(re.findall(r"\n{2,}", edit.answer)) - set(re.findall(r"\n{2,}", edit.text.body))
        assert not gaps, edit


def test_the_added_route_answers_what_was_told() -> None:
    """A text that differs from the request by one letter would teach to invent."""
    for edit in edits_of(add_route):
        _, come = changed_lines(edit)
        answer = "\n".join(line for line in come if not _OPENING.match(line) or "=>" in line)
        answer = _OPENING.sub("", answer).replace("def ", "")
        for said in re.findall(r"""["']([^"']+)["']""", answer):
            assert said in edit.request, edit
        for number in re.findall(r"(?<=[ (])\d+(?=[,) }])", answer):
            assert number in edit.request, edit


def test_a_route_told_to_follow_the_post_one_does_not_follow_the_get_one_of_its_path() -> None:
    """The model put it after the first of two routes with one path: that must not be taught."""
    seen = 0
    for edit in edits_of(add_route, 200):
        before, after = routes_of(edit.text.body), routes_of(edit.answer)
        (place,) = [i for i, route in enumerate(after) if route not in before]
        told = re.search(
            r"(?:after|below|under) the (POST|DELETE|PUT|post|delete|put) (?:route|one|handler)"
            r"(?! \S*/)(?! for)", edit.request,
        )  # fmt: skip
        if told:
            seen += 1
            assert after[place - 1][0] == told[1].lower(), edit
        if re.search(r"(?:after|below|under) the two \S+ routes", edit.request):
            seen += 1
            assert after[place - 1][1] == after[place - 2][1], edit
    assert seen > 5


def test_one_line_changes_in_one_told_word() -> None:
    """A second change, in a twin or in the body, was not asked for."""
    for edit in edits_of(change_route):
        check_code(edit)
        (gone,), (come,) = changed_lines(edit)
        words = [re.findall(r"""(["'])(.*?)\1|(\d+|\w+|\S)""", line) for line in (gone, come)]
        assert len(words[0]) == len(words[1]), edit
        assert sum(a != b for a, b in zip(*words, strict=True)) == 1, edit
        before, after = routes_of(edit.text.body), routes_of(edit.answer)
        assert len(before) == len(after)
        assert sum(a != b for a, b in zip(before, after, strict=True)) <= 1, edit


def test_the_new_word_was_told() -> None:
    """A path or status that is not in the request could not be known."""
    for edit in edits_of(change_route):
        (gone,), (come,) = changed_lines(edit)
        texts = [set(re.findall(r"""["']([^"']+)["']""", line)) for line in (gone, come)]
        numbers = [set(re.findall(r"\b\d{3}\b", line)) for line in (gone, come)]
        new = (texts[1] - texts[0]) or (numbers[1] - numbers[0])
        if new:
            assert len(new) == 1, edit
            assert new.pop() in edit.request, edit
        else:
            (old_route,), (new_route,) = routes_of(gone), routes_of(come)
            assert new_route[0].upper() in edit.request, edit
            assert old_route[1] == new_route[1]


def test_one_whole_route_goes() -> None:
    """Half a handler that stays, or a neighbour that goes too, would break the server."""
    for edit in edits_of(remove_route):
        check_code(edit)
        before, after = routes_of(edit.text.body), routes_of(edit.answer)
        (gone,) = [route for route in before if route not in after]
        assert [route for route in before if route != gone] == after
        assert changed_lines(edit)[1] == [], edit
        gaps = set(re.findall(r"\n{2,}", edit.answer)) - set(re.findall(r"\n{2,}", edit.text.body))
        assert not gaps, edit
