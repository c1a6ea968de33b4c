"""One told kind of mistake in prose is fixed.

Invariant: the mistake is made in a text that is the answer; another one beside it stays in both.
"""

from __future__ import annotations

import re
from random import Random

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.told_prose.passages import make_passage
from lib.engine.adapter.tasks.told_prose.sentences import Sentence
from lib.engine.adapter.tasks.told_prose.telling import count_word, make_edit
from lib.engine.adapter.tasks.told_prose.wording_changes import change_form, change_spelling

_MISSPELLED = Phrases(
    "{wrong} is misspelled, fix it",
    "correct the spelling of {wrong}",
    "{wrong} should be {right}",
    "fix the typo in {wrong}",
    "There is a typo: {wrong}. Correct it.",
    "{wrong} is spelled wrong, it is {right}.",
    "correct {wrong} to {right}",
    "It must be {right}, not {wrong}.",
    "fix the misspelled word {wrong}",
    "The word {wrong} should be spelled {right}",
    casual=(
        "{wrong}? That's {right}.",
        "How embarrassing, it says {wrong}. {right} of course.",
        "Oops, I typed {wrong} where I meant {right}.",
        "{wrong} is not a word, you know what I mean.",
        "There's something off with the letters in {wrong}.",
        "{wrong} -> {right}.",
        "Since when do we write {wrong}? {right} it is.",
    ),
)
_DOUBLED = Phrases(
    "A word stands there twice, remove the second one",
    "fix the doubled word",
    "{word} is written twice in a row, delete one",
    "remove the repeated word",
    "There is a doubled word. Fix it.",
    "It says {twice}, one of them is too many.",
    "delete the extra {word} in {twice}",
    "{twice} should be {word}",
    "One {word} is too many, remove it",
    "remove the duplicate {word}",
    casual=(
        "{twice}? Once is enough.",
        "Somebody stuttered, it says {twice}.",
        "{twice} -> {word}.",
        "I must have typed {word} twice in a row.",
        "Why does it say {twice}? Just {word}, please.",
        "There's a word that comes twice in a row, that's one too many.",
    ),
)
_CAPITALS = Phrases(
    "fix the missing capital letters at the start of sentences",
    "capitalize the sentence starts",
    "Some sentences start with a small letter. Fix that.",
    "start each sentence with a capital letter",
    "Every sentence should begin with a capital letter",
    "correct the small letters at sentence starts",
    "add the missing capital letter at the beginning of sentences",
    "Sentences must start with an upper-case letter, fix those that do not",
    casual=(
        "Some sentences begin in lower case, that looks sloppy.",
        "Lower case at the start of a sentence? Not here, please.",
        "Capital letter at the start of each sentence, please.",
        "My shift key was stuck, a few sentences start small. They need their capitals.",
        "I'd like every sentence to begin with a big letter.",
    ),
)
_PERIOD = Phrases(
    "add the missing period at the end",
    "The last sentence has no period, add it",
    "The period at the end is missing.",
    "put a period at the end of the last sentence",
    "end the last sentence with a period",
    "The final full stop is missing, add it",
    "add a full stop at the very end",
    "The last sentence should end with a period",
    casual=(
        "No period at the end? There should be one.",
        "The text just stops, w/o a full stop.",
        "The last sentence could use a period.",
        "Full stop at the very end, please.",
        "I lost the final period when I copied this. It has to be there again.",
    ),
)
_SPACES = Phrases(
    "fix the double spaces",
    "replace double spaces by single ones",
    "remove the extra spaces",
    "There are double spaces in it. Make them single.",
    "make every double space a single one",
    "get rid of double spaces",
    "use only one space between words",
    "clean up the double spaces",
    casual=(
        "No double spaces.",
        "Two spaces where there should be one, in several places.",
        "My keyboard makes double spaces. I want single ones.",
        "Why are there double spaces? One space is enough.",
        "The double spaces look terrible.",
        "Single spaces only, please.",
    ),
)


def edit_told_typo(context: Context) -> Edit | None:
    """Fix the one told kind of mistake."""
    makers = (_fix_spelling, _fix_spelling, _fix_doubled, _fix_capitals, _fix_period, _fix_spaces,
              change_spelling, change_form, change_form)  # fmt: skip
    return context.random.choice(makers)(context)


def _fix_spelling(context: Context) -> Edit | None:
    random = context.random
    passage = make_passage(context.random, context.size)
    answer = passage.render()
    words = [w for w in re.findall(r"(?<![\w@.-])[a-z]{6,}(?![\w@-])", answer)
             if count_word(w, answer) == 1]  # fmt: skip
    if len(words) < 2:
        return None
    right, other = random.sample(words, 2)
    wrong, second = _misspelled(random, right), _misspelled(random, other)
    if wrong in (right, *words) or second in (other, *words) or wrong in answer:
        return None
    body = re.sub(rf"(?<!\w){right}(?!\w)", wrong, answer)
    request = context.say(
        _MISSPELLED, wrong=context.quoted(wrong, bare=0), right=context.quoted(right)
    )
    if right in request and context.chance(0.3):
        body, answer = (re.sub(rf"(?<!\w){other}(?!\w)", second, text) for text in (body, answer))
        request += " and leave the other typo" if request[0].islower() else ""
    return make_edit(context, "fix told spelling", request, body, answer, passage.language)


def _misspelled(random: Random, word: str) -> str:
    """Return the word with two inner letters swapped, or one lost or doubled."""
    i = random.randrange(1, len(word) - 2)
    kind = random.randrange(3)
    if kind == 0:
        return word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    return word[:i] + (word[i + 1 :] if kind == 1 else word[i] + word[i:])


def _fix_doubled(context: Context) -> Edit | None:
    passage = make_passage(context.random, context.size)
    answer = passage.render()
    found = list(re.finditer(r"(?<= )(the|a|is|to|of|and|in|for|we|on|at|with)(?= )", answer))
    if not found:
        return None
    match = context.random.choice(found)
    body = f"{answer[: match.end()]} {match[1]}{answer[match.end() :]}"
    twice = f"{match[1]} {match[1]}"
    if body.count(twice) != 1:
        return None
    shown = {"word": context.quoted(match[1], bare=0), "twice": context.quoted(twice, bare=0)}
    return make_edit(
        context, "fix doubled word", context.say(_DOUBLED, **shown), body, answer, passage.language
    )


def _fix_capitals(context: Context) -> Edit | None:
    passage = make_passage(context.random, context.size, ("plain", "title", "email", "bullets"))
    parts = passage.copy_paragraphs()
    for i, j in context.random.sample(passage.places(), context.random.choice((1, 2, 2, 3))):
        sentence = parts[i][j]
        text = sentence.text[0].lower() + sentence.text[1:]
        parts[i][j] = Sentence(sentence.about, text)
    body, answer = passage.render(parts), passage.render()
    if body == answer:
        return None
    request = context.say(_CAPITALS)
    return make_edit(context, "fix capital letters", request, body, answer, passage.language)


def _fix_period(context: Context) -> Edit | None:
    passage = make_passage(context.random, context.size, ("plain", "title", "sections"))
    answer = passage.render()
    if not answer.endswith("."):
        return None
    request = context.say(_PERIOD)
    return make_edit(context, "fix last period", request, answer[:-1], answer, passage.language)


def _fix_spaces(context: Context) -> Edit | None:
    passage = make_passage(context.random, context.size)
    answer = passage.render()
    gaps = [m.start() for m in re.finditer(r"(?<=[a-z.,]) (?=[A-Za-z])", answer)]
    if len(gaps) < 5:
        return None
    body = answer
    for place in sorted(context.random.sample(gaps, context.random.randrange(2, 5)), reverse=True):
        body = f"{body[:place]} {body[place:]}"
    request = context.say(_SPACES)
    return make_edit(context, "fix double spaces", request, body, answer, passage.language)
