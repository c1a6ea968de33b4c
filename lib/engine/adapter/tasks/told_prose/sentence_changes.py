"""One sentence is deleted, replaced or moved, told by what it is about or by its place.

Invariant: a place is told only where nobody doubts which paragraph is the first.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.told_prose.passages import COUNTED, FREE, Passage, make_passage
from lib.engine.adapter.tasks.told_prose.sentence_additions import add_near, add_to
from lib.engine.adapter.tasks.told_prose.telling import (
    NTH,
    change_passage,
    draw_told,
    nth_words,
    quote,
)

_DELETE_ABOUT = Phrases(
    "take out the sentence about {about}",
    "delete the sentence about {about}",
    "remove the sentence about {about}",
    "drop what it says about {about}",
    "cut the sentence on {about}",
    "The sentence about {about} can go.",
    "We don't need the sentence about {about} any more, please remove it.",
    "leave out the sentence that mentions {about}",
    "remove the sentence that tells about {about}",
    "get rid of the sentence about {about}",
    "erase the part about {about}, it is one sentence",
    "strike the sentence with the word {word}",
    "delete the one sentence that contains {word}",
    casual=(
        "No sentence about {about}, please.",
        "Nobody needs to know about {about}, so that sentence can go.",
        "I'd rather not mention {about} at all.",
        "Why do we write about {about}? Out with that sentence.",
        "{about}: not in this text any more.",
        "It's fine without the sentence about {about}.",
        "Too long, and what it says about {about} is the one sentence we can do without.",
        "The sentence with {word} in it isn't true any longer, so it goes.",
    ),
)
_DELETE_NTH = Phrases(
    "delete the {which} sentence of the {nth} paragraph",
    "in the {nth} paragraph, remove the {which} sentence",
    "take the {which} sentence out of the {nth} paragraph",
    "cut the {which} sentence of paragraph {number}",
    "drop the {which} sentence in paragraph {number}",
    "The {which} sentence of the {nth} paragraph is not needed, delete it.",
    "remove the {which} sentence from paragraph {number}",
    "paragraph {number} should lose its {which} sentence",
    "The {nth} paragraph is too long. Delete its {which} sentence.",
    casual=(
        "{which} sentence of the {nth} paragraph: out.",
        "Paragraph {number} w/o its {which} sentence, please.",
        "The {nth} paragraph reads better without its {which} sentence.",
        "We can do without the {which} sentence in paragraph {number}.",
        "Who wrote the {which} sentence of paragraph {number}? It has to go.",
    ),
)
_REPLACE = Phrases(
    "replace the sentence about {about} with {new}",
    "replace the sentence about {about} by {new}",
    "The sentence about {about} should now read {new}",
    "change the sentence about {about} to {new}",
    "swap the sentence about {about} for {new}",
    "write {new} instead of the sentence about {about}",
    "Instead of the sentence about {about} it should say {new}",
    "put {new} in place of the sentence about {about}",
    "delete the sentence about {about} and write {new} there instead",
    "exchange the sentence with the word {word} for {new}",
    casual=(
        "{new} in place of the sentence about {about}.",
        "The sentence about {about} is outdated. It's {new} now.",
        "I don't like the sentence about {about}, {new} would be better there.",
        "Why that sentence about {about}? I want {new} in its place.",
        "I'd trade the sentence about {about} for {new}.",
        "{new}, that should be there and not the sentence with {word}.",
    ),
)
_REPLACE_NTH = Phrases(
    "replace the {which} sentence of the {nth} paragraph with {new}",
    "in the {nth} paragraph, replace the {which} sentence by {new}",
    "The {which} sentence of paragraph {number} should read {new}",
    "change the {which} sentence of the {nth} paragraph to {new}",
    "write {new} instead of the {which} sentence in paragraph {number}",
    "in paragraph {number}, put {new} in place of the {which} sentence",
    casual=(
        "{which} sentence of the {nth} paragraph -> {new}.",
        "The {which} sentence of the {nth} paragraph is wrong. I meant {new}.",
        "I'd rather read {new} where the {nth} paragraph has its {which} sentence.",
        "Paragraph {number} has a bad {which} sentence, {new} is better.",
        "{new}, please, not the {which} sentence that paragraph {number} has now.",
    ),
)
_MOVE = Phrases(
    "move the sentence about {about} to the {end}",
    "put the sentence about {about} at the {end}",
    "The sentence about {about} should be at the {end}.",
    "The sentence about {about} belongs at the {end}, move it there.",
    "take the sentence about {about} and put it at the {end}",
    "shift the sentence with the word {word} to the {end}",
    "let the sentence about {about} come at the {end}",
    casual=(
        "Sentence about {about}: to the {end}.",
        "The sentence about {about} is in the wrong place, I want it at the {end}.",
        "I'd rather read about {about} at the {end}.",
        "At the {end}, that's where the sentence about {about} goes.",
        "Why is the sentence about {about} there? It fits better at the {end}.",
        "The sentence with the word {word} makes more sense at the {end}.",
    ),
)


def edit_told_sentence(context: Context) -> Edit | None:
    """Delete, replace, move or add one sentence that is told by what it is about or its place."""
    changes = (_delete_about, _delete_about, _delete_nth, _replace, _replace, _move, add_near,
               add_near, add_to, add_to)  # fmt: skip
    return context.random.choice(changes)(context)


def _delete_about(context: Context) -> Edit | None:
    return _delete(context, by_place=False)


def _delete_nth(context: Context) -> Edit | None:
    return _delete(context, by_place=True)


def _delete(context: Context, *, by_place: bool) -> Edit | None:
    passage = make_passage(context.random, context.size, COUNTED if by_place else FREE)
    if not (told := (_draw_nth if by_place else draw_told)(context, passage)):
        return None
    i, j, words = told
    request = context.say(_DELETE_NTH if by_place else _DELETE_ABOUT, **words)
    parts = passage.copy_paragraphs()
    del parts[i][j]
    return change_passage(context, "delete told sentence", request, passage, parts)


def _replace(context: Context) -> Edit | None:
    by_place = context.chance(0.35)
    passage = make_passage(context.random, context.size, COUNTED if by_place else FREE)
    new = context.random.choice(passage.spare)
    if not (told := (_draw_nth if by_place else draw_told)(context, passage)):
        return None
    i, j, words = told
    phrases = _REPLACE_NTH if by_place else _REPLACE
    request = context.say(phrases, new=quote(context, new), **words)
    parts = passage.copy_paragraphs()
    parts[i][j] = new
    return change_passage(context, "replace told sentence", request, passage, parts)


def _move(context: Context) -> Edit | None:
    passage = make_passage(context.random, context.size, (*COUNTED, "bullets"))
    if not (told := draw_told(context, passage)):
        return None
    i, j, words = told
    parts = passage.copy_paragraphs()
    if passage.shape == "bullets":
        goal, end = context.random.choice(((0, "top of the list"), (-1, "end of the list")))
        parts.insert(len(parts) if goal else 0, parts.pop(i))
    elif len(parts) == 1 or (len(parts[i]) > 1 and context.chance(0.4)):
        goal, end = context.random.choice(((0, "start"), (-1, "end")))
        end = f"{end} of {'the text' if len(parts) == 1 else 'its paragraph'}"
        if passage.head and len(parts) == 1:
            return None
        parts[i].insert(len(parts[i]) if goal else 0, parts[i].pop(j))
    else:
        end = "end of the last paragraph"
        parts[-1].append(parts[i].pop(j))
    request = context.say(_MOVE, end=end, **words)
    return change_passage(context, "move told sentence", request, passage, parts)


def _draw_nth(context: Context, passage: Passage) -> tuple[int, int, dict[str, str]] | None:
    """Return a place and its words: the number of the sentence and that of its paragraph."""
    i, j = context.random.choice(passage.places())
    count, length = len(passage.paragraphs), len(passage.paragraphs[i])
    if length < 2 or not 2 <= count <= len(NTH):
        return None
    words = nth_words(context, i, count)
    is_last = j == length - 1 and (j > 2 or context.chance(0.6))
    return i, j, {**words, "which": "last" if is_last else NTH[j]}
