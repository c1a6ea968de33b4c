"""Words exchanged in a task: the edit stays the right one, and what has a meaning stays."""

from __future__ import annotations

import re
from random import Random

import pytest

from lib.engine.adapter.tasks.library import make_text
from lib.engine.adapter.tasks.mixing import make_edit
from lib.engine.adapter.tasks.phrasing import Context, Variety
from lib.engine.adapter.tasks.soundness import is_sound
from lib.engine.adapter.tasks.texts import Edit, Text
from lib.engine.adapter.tasks.word_exchange import exchange_words


def context_of(seed: int) -> Context:
    random = Random(seed)  # noqa: S311 nothing secret
    return Context(random=random, split="train", size=300, variety=Variety.FRESH)


def exchanged(request: str, source: str, answer: str, language: str = "python") -> list[Edit]:
    text = Text(body=source, language=language, noun="code", pieces=(source,))
    edit = Edit(kind="replace one", request=request, text=text, answer=answer)
    return [exchange_words(context_of(seed), edit) for seed in range(60)]


def pattern_of(*texts: str) -> list[object]:
    """Return the texts with the place of its first appearance for each name."""
    first: dict[str, int] = {}
    parts = re.split(r"([\w\\]+)", "\0".join(texts))
    return [*parts[0::2], *(first.setdefault(name, len(first)) for name in parts[1::2])]


def test_every_word_becomes_another_in_all_places() -> None:
    num_changed = 0
    for seed in range(400):
        edit = make_edit(context_of(seed))
        if edit is None or not is_sound(edit):
            continue
        new = exchange_words(context_of(seed), edit)
        num_changed += new != edit
        before = pattern_of(edit.request, edit.text.body, edit.answer)
        assert pattern_of(new.request, new.text.body, new.answer) == before, (edit, new)
        assert is_sound(new)
        assert len(new.text.pieces) == len(edit.text.pieces)
        assert all(piece in new.text.body for piece in new.text.pieces) or not all(
            piece in edit.text.body for piece in edit.text.pieces
        )
    assert num_changed > 250


def test_a_quoted_name_is_exchanged_in_the_request_too() -> None:
    edits = exchanged(
        "rename `clown` to `mimes`", "clown = 1\nclass clown: ...", "mimes = 1\nclass mimes: ..."
    )
    assert any("clown" not in edit.request for edit in edits)
    for edit in edits:
        old, new = re.findall("`(.*?)`", edit.request)
        assert edit.text.body == f"{old} = 1\nclass {old}: ..."
        assert edit.answer == f"{new} = 1\nclass {new}: ..."


def test_what_the_request_says_without_quotes_or_hints_at_stays() -> None:
    source = "clowns = [1]\njuggler = 2\nmimes = 3"
    answer = "clowns = []\njuggler = 2\nmimes = 3"
    edits = exchanged("empty the list of clown numbers", source, answer)
    assert any("juggler" not in edit.text.body for edit in edits)
    assert all("clowns = [1]" in edit.text.body for edit in edits)


def test_what_only_the_answer_has_stays() -> None:
    edits = exchanged("log it", "juggler = 2", "juggler = 2\nlogger.info(juggler)")
    assert any("juggler" not in edit.answer for edit in edits)
    assert all("logger.info" in edit.answer for edit in edits)


def test_words_of_languages_escapes_and_letters_beside_numbers_stay() -> None:
    source = 'class Juggler:\n    color = "#1facade"\n    text = "\\nodd"\n    while True: return'
    edits = exchanged("nothing", source, source)
    for edit in edits:
        for kept in ("class ", "color", "#1facade", '"\\n', "while True: return"):
            assert kept in edit.text.body
        assert re.search(r"class [A-Z]", edit.text.body)


@pytest.mark.parametrize("kind", ["fix typos", "sort item"])
def test_an_edit_that_asks_what_a_word_is_stays(kind: str) -> None:
    text = Text(body="jugler and mime", language="text", noun="text")
    edit = Edit(kind=kind, request="go", text=text, answer="juggler and mime")
    assert all(exchange_words(context_of(seed), edit) is edit for seed in range(20))


def test_prose_keeps_most_of_its_words() -> None:
    for seed in range(50):
        text = make_text(context_of(seed), "text")
        edit = Edit(kind="no change", request="go", text=text, answer=text.body)
        new = exchange_words(context_of(seed), edit)
        pairs = list(zip(text.body.split(), new.text.body.split(), strict=True))
        assert sum(old != now for old, now in pairs) <= 0.35 * len(pairs), (
            text.body,
            new.text.body,
        )
