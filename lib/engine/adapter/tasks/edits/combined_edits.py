"""Two edits in one request, and requests that leave nothing to do.

Invariant: the second edit touches no line that the first has changed, so their order is free.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.scanning import find_comments
from lib.engine.adapter.tasks.texts import Edit, Text
from lib.engine.adapter.tasks.words import STRING_WORDS

_JOINED = Phrases(
    "{a} and {b}",
    "{a}, and {b}",
    "{a}, then {b}",
    "{a}. Also, {b}",
    "{a} and also {b}",
    "{a}; {b}",
    "{a}. Then {b}",
    "first {a}, then {b}",
    "1. {A}\n2. {B}",
    "{a}. After that, {b}",
    "Two changes: {a}, and {b}",
    "- {A}\n- {B}",
    "{a} as well as {b}",
    "Do two things: 1) {a} 2) {b}",
    "{a}. Besides that, {b}",
)

_KEEP = Phrases(
    "return the {noun} as it is",
    "repeat the {noun} without any change",
    "output the {noun} unchanged",
    "copy the {noun} exactly",
    "give me back exactly the same {noun}",
    "change nothing, just return the {noun}",
    "print the {noun} again as it is",
    "do not change anything, return the {noun}",
    "write out the {noun} once more, word for word",
    "leave the {noun} as it is and return it",
)
_ABSENT = Phrases(
    "replace {old} with {new}",
    "change {old} to {new} everywhere",
    "replace every {old} with {new}",
    "if there is a {old}, replace it with {new}",
    "replace all occurrences of {old} with {new}",
    "change all {old} to {new}",
    "swap {old} for {new}",
    "use {new} instead of {old}",
    "replace {old} by {new} wherever it occurs",
    "turn every {old} into {new}",
)
_NO_COMMENTS = Phrases(
    "remove all comments",
    "delete every comment",
    "remove the comments, if there are any",
    "strip all comments",
    "delete all comments",
)
_NO_TYPOS = Phrases(
    "fix the typos",
    "correct the spelling",
    "fix the spelling mistakes, if there are any",
    "correct all typos",
    "check the spelling and fix what is wrong",
)


def join_edits(context: Context, first: Edit, second: Edit) -> Edit | None:
    """Return both as one edit; `second` was made on the answer of `first`."""
    before, middle = first.text.body.split("\n"), first.answer.split("\n")
    after = second.answer.split("\n")
    touched = [line for line in middle if line.strip() and after.count(line) < middle.count(line)]
    if any(before.count(line) != 1 for line in touched):
        return None
    requests = first.request, second.request
    if any("\n" in r or not r[0].islower() or r.count(". ") for r in requests):
        return None
    if context.casual and any(r.endswith((".", "!", "?")) for r in requests):
        return None
    a, b = requests
    request = context.say(_JOINED, a=a, b=b, A=a[0].upper() + a[1:], B=b[0].upper() + b[1:])
    return Edit(kind="two edits", request=request, text=first.text, answer=second.answer)


def ask_for_nothing(context: Context, text: Text) -> Edit | None:
    """Return a request after which the text is as before."""
    random, kind = context.random, context.random.random()
    if kind < 0.4:
        request = context.say(_KEEP, noun=text.noun)
    elif kind < 0.7:
        old, new = random.sample(STRING_WORDS, 2)
        if re.search(old, text.body, re.IGNORECASE):
            return None
        request = context.say(_ABSENT, old=context.quoted(old), new=context.quoted(new))
    elif text.language in ("text", "email", "letter"):
        request = context.say(_NO_TYPOS)
    else:
        if find_comments(text.body, text.language) or text.language == "json":
            return None
        request = context.say(_NO_COMMENTS)
    return Edit(kind="no change", request=request, text=text, answer=text.body, is_no_op=True)
