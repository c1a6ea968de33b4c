"""Exchanges words of a whole task for others, so that no pattern is ever seen twice.

Invariant: a word is exchanged in the request, in the text and in the answer alike, for one that
stands in none of them, so the edit stays the right one. What a request only hints at (`orders` by
"order"), what a language or the kind of the edit gives a meaning, and what only the answer has,
stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from random import Random

from lib.engine.adapter.tasks.library import PROSE, all_training_text
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.soundness import is_sound, is_well_formed
from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.words import split_words

_NAME = re.compile(r"(?<!\\)[^\W_]+")
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
"""A part of a name: `sendOrder_items` has three."""
_QUOTED = re.compile(r"`[^`\n]+`|\"[^\"\n]+\"|“[^”\n]+”|(?<!\w)'[^'\n]+'(?!\w)")
_SHORTEST = 4
"""Letters of the shortest word that is exchanged."""
_MOST_OF_PROSE = 0.2
"""Share of its words that a prose may lose at most; with more it is no language any longer."""
_MADE_UP = 0.25
"""Share of the new names of other texts that are no words."""
_STEM = 4
"""Words that start with the same letters may be forms of one word."""

_KINDS_ABOUT_WORDS = frozenset(("fix typos", "British or American", "change tense", "sort item"))
"""Edits that ask what a word is."""

_VOCABULARY = frozenset(
    split_words("""
    abstract accept action align alignas alter animation args array assert async attribute auto
    await background banner before begin between block body bold boolean border bottom break
    bytes button calc call callable canvas cascade case catch center check checked class
    classmethod collapse color column commit console const constraint constructor container
    content continue count create cross cursor database date datetime default definition delete
    desc dict disabled display distinct div double dump elif else enabled encoding enum except
    exec exists export express extends false fetch field final finally fixed flex float font
    footer foreign form format frame from frozen function gap global grant grid group having
    head header height hidden hover html http https icon image implements import important
    include index
    inherit init inline inner input insert instanceof integer interface intersect into isinstance
    item join json justify keyframes label lambda language left length limit line link list load
    local main margin match media meta method middle module name native newline next none nonlocal
    normal null number object offset only open option order outer overflow padding page param
    parse partial pass password path pixel position pretty primary print private procedure promise
    properties property protected public query radius raise range readonly record references
    relative repeat replace require reset return returns revoke right role rollback root round
    route rule screen script section select self serial server session shadow size solid space
    span split stack start static status store strict string strip strong style sub sum super
    switch table target template text then this throw throws time timestamp title token top total
    transform transition trigger true tuple type typeof undefined union unique unsigned until
    update user using utf valid value values varchar varying version view visible void volumes
    weight when where while width window with within yield zero""")
)
"""Words that mean something to a language, or that requests use of themselves."""

_SYLLABLES = split_words(
    "ba bel bor cal cho dan del dri fen fir gal gor hal hem jun kal kel kri lan lor lum mar mel mi "
    "nor nu pel por qui ral ren ro sal sen sti tal ter tov ul van vel vor wen yar zan zel"
)


def exchange_words(context: Context, edit: Edit) -> Edit:
    """Return the edit with some words exchanged, or as it is where that would spoil it."""
    words = _exchangeable(edit)
    if edit.kind in _KINDS_ABOUT_WORDS or not words:
        return edit
    is_prose = edit.text.language in PROSE
    most = _MOST_OF_PROSE if is_prose else 1.0
    chosen = context.random.sample(
        words, max(1, round(context.random.random() * most * len(words)))
    )
    draw = _known_word if is_prose else _any_word
    taken = f"{edit.request}\n{edit.text.body}\n{edit.answer}".lower()
    exchanged: dict[str, str] = {}
    for word in chosen:
        exchanged[word] = _draw_other(context.random, draw, taken)
        taken += f"\n{exchanged[word]}"
    text = replace(
        edit.text,
        body=_exchange(exchanged, edit.text.body),
        pieces=tuple(_exchange(exchanged, piece) for piece in edit.text.pieces),
    )
    answer, request = _exchange(exchanged, edit.answer), _exchange(exchanged, edit.request)
    changed = replace(edit, text=text, answer=answer, request=request)
    if is_sound(changed) and is_well_formed(text) == is_well_formed(edit.text):
        return changed
    return edit


def _exchangeable(edit: Edit) -> list[str]:
    """The words that may be exchanged, in the order of their first place."""
    quoted = Counter(_words(" ".join(_QUOTED.findall(edit.request))))
    said = Counter(_words(edit.request))
    source, answer = set(_words(edit.text.body)), set(_words(edit.answer))
    in_order = dict.fromkeys(_words(f"{edit.text.body}\n{edit.answer}"))
    stems: dict[str, set[str]] = {}
    for word in (*in_order, *said):
        stems.setdefault(word[:_STEM], set()).add(word)
    asked_for = {word[:_STEM] for word in said}

    def may_go(word: str) -> bool:
        if len(word) < _SHORTEST or word in _VOCABULARY:
            return False
        if word[:_STEM] not in asked_for:
            return word in source and word in answer
        is_alone = len(stems[word[:_STEM]]) == 1
        return is_alone and said[word] == quoted[word]

    return [word for word in in_order if may_go(word)]


def _words(text: str) -> Iterator[str]:
    for name in _NAME.findall(text):
        if _is_plain(name):
            yield from map(str.lower, _PART.findall(name))


def _is_plain(name: str) -> bool:
    return name.isascii() and name.isalpha()


def _exchange(exchanged: Mapping[str, str], text: str) -> str:
    def exchange_part(match: re.Match[str]) -> str:
        word = match[0]
        new = exchanged.get(word.lower(), word)
        if word.isupper():
            return new.upper()
        return new.capitalize() if word[0].isupper() else new

    def exchange_name(match: re.Match[str]) -> str:
        return _PART.sub(exchange_part, match[0]) if _is_plain(match[0]) else match[0]

    return _NAME.sub(exchange_name, text)


def _draw_other(random: Random, draw: Callable[[Random], str], taken: str) -> str:
    """Draw a word that is not a part of `taken`."""
    while (word := draw(random)) in taken:
        pass
    return word


def _any_word(random: Random) -> str:
    if random.random() < _MADE_UP:
        return "".join(random.choices(_SYLLABLES, k=random.choice((2, 2, 3))))
    return _known_word(random)


def _known_word(random: Random) -> str:
    return random.choice(_known_words())


@cache
def _known_words() -> tuple[str, ...]:
    """All words of the patterns that the training may use."""
    words = {word for text in all_training_text() for word in _words(text)}
    return tuple(sorted(word for word in words - _VOCABULARY if _SHORTEST <= len(word) <= 12))
