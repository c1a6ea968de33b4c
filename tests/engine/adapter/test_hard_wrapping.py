"""Long lines broken in a text and in its answer: the words stay, and so does the edit."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from lib.engine.adapter.tasks.hard_wrapping import break_lines
from lib.engine.adapter.tasks.mixing import draw_size, make_edit
from lib.engine.adapter.tasks.phrasing import Context, Variety
from lib.engine.adapter.tasks.texts import Edit, Text

LETTER = """Dear neighbors,

on Friday the water will be turned off while a plumber repalces the main valve of the house.

- fill a few bottles in the evening before, and do not use the washing machines in the basement
"""


def context_of(seed: int) -> Context:
    random = Random(f"wrap {seed}")  # noqa: S311 nothing secret
    return Context(random=random, split="train", size=draw_size(random), variety=Variety.WRAPPED)


def edit_of(request: str, source: str, answer: str, language: str = "text") -> Edit:
    text = Text(body=source, language=language, noun="letter")
    return Edit(kind="replace one", request=request, text=text, answer=answer)


def test_a_paragraph_is_broken_in_the_text_and_in_the_answer_at_the_same_words() -> None:
    edit = edit_of("fix the typos", LETTER, LETTER.replace("repalces", "replaces"))
    broken = [break_lines(context_of(seed), edit) for seed in range(40)]
    assert len({one.text.body for one in broken}) > 3, "several widths"
    for one in broken:
        assert one.answer == one.text.body.replace("repalces", "replaces")
        assert one.text.body.replace("\n", " ") == LETTER.replace("\n", " ")
        item = next(line for line in one.text.body.split("\n") if line.startswith("- "))
        assert item in LETTER, "only lines of sentences are broken"


def test_drawn_edits_of_prose_keep_their_words_and_their_change() -> None:
    num_broken = 0
    for seed in range(1500):
        context = context_of(seed)
        edit = make_edit(context)
        if edit is None:
            continue
        broken = break_lines(context, edit)
        before, after = edit.text.body, broken.text.body
        num_broken += after != before
        assert after.replace("\n", " ") == before.replace("\n", " ")
        assert broken.answer.replace("\n", " ") == edit.answer.replace("\n", " ")
        new = [text.count("\n") for text in (before, after, edit.answer, broken.answer)]
        assert new[1] - new[0] == new[3] - new[2], "as many breaks in both"
        assert (after == broken.answer) == edit.is_no_op
    assert num_broken > 100


def test_what_speaks_of_lines_or_of_two_words_is_left_as_it_is() -> None:
    long = "We are happy to announce that the new library opens its doors to everybody on Monday."
    for request in ("put a line about the café at the end", "delete the second Line"):
        edit = edit_of(request, long, long + "\nThere is a café.")
        assert break_lines(context_of(1), edit) == edit
    code = edit_of("fix the typos", long, long.replace("new", "old"), language="python")
    assert break_lines(context_of(1), code) == code
    words = long.split()
    for pair in pairwise(words):
        said = " ".join(pair)
        edit = edit_of(f'change the words around "{said}"', long, long.replace("new", "old"))
        assert all(said in break_lines(context_of(seed), edit).text.body for seed in range(10))
