"""Edits of prose: sentences, spellings, headings.

Invariant: what is to be written is in the request or in a table of spellings, never a matter of
taste.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.misspellings import to_british
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit, Text

_APPEND = Phrases(
    "add the sentence {new} at the end",
    "append the sentence {new}",
    "add {new} at the end",
    "append {new} to the text",
    "add this sentence to the end: {new}",
    "end the text with {new}",
    "add the sentence {new} to the end of the text",
    "put the sentence {new} at the very end",
    "finish with the sentence {new}",
    "add a last sentence: {new}",
    casual=(
        "One last sentence: {new}.",
        "{new} is still missing at the end.",
        "It stops too early, {new} should come last.",
        "I'd like {new} as the final sentence.",
        "I forgot something at the very end: {new}.",
        "Not finished without {new} at the end.",
    ),
)

_AFTER_SENTENCE = Phrases(
    "add the sentence {new} after {old}",
    "insert the sentence {new} after the sentence {old}",
    "add {new} right after {old}",
    "after the sentence {old}, add {new}",
    "put the sentence {new} behind {old}",
    "insert {new} after {old}",
    "write {new} directly after the sentence {old}",
    "add this sentence after {old}: {new}",
    "after {old} insert the sentence {new}",
    "add one sentence after {old}, namely {new}",
    casual=(
        "First {old} and then {new}.",
        "{new} comes right after {old}.",
        "Something is missing behind {old}, namely {new}.",
        "Where it says {old} it should go on with {new}.",
        "After {old} I'd like to read {new}.",
    ),
)

_PARAGRAPH_END = Phrases(
    "add the sentence {new} at the end of the {nth} paragraph",
    "append {new} to the {nth} paragraph",
    "add {new} to the end of the {nth} paragraph",
    "at the end of the {nth} paragraph, add {new}",
    "end the {nth} paragraph with the sentence {new}",
    "the {nth} paragraph should end with {new}",
    casual=(
        "The {nth} paragraph stops too early, {new} should be its last sentence.",
        "I'd like to read {new} when the {nth} paragraph ends.",
        "For the end of the {nth} paragraph: {new}.",
        "{new} is missing at the end of the {nth} paragraph.",
    ),
)

_DELETE_SENTENCE = Phrases(
    "delete the sentence {old}",
    "remove the sentence {old}",
    "take out the sentence {old}",
    "drop the sentence {old}",
    "remove {old}",
    "delete {old}",
    "cut the sentence {old}",
    "leave out the sentence {old}",
    "remove the sentence that starts with {start}",
    "delete the sentence beginning with {start}",
    casual=(
        "No {old} in there, please.",
        "Nobody needs {old}, so out with it.",
        "I never said {old} and don't want it in there.",
        "Why does it say {old}? Out with that.",
        "The sentence that starts with {start} is one too many.",
        "I can live without {old}, it makes the text too long.",
    ),
)

_BRITISH = Phrases(
    "use British spelling",
    "change the spelling to British English",
    "convert the text to British spelling",
    "write it in British English, change only the spelling",
    "switch to British spelling",
    "replace American spelling with British spelling",
    "change American spellings to British ones",
    "use British English spelling throughout",
    "make the spelling British",
    "adapt the spelling for British readers",
    casual=(
        "Our readers are British, so the spelling has to be, too.",
        "British spelling, please.",
        "I'm from London, that American spelling hurts my eyes.",
        "Spelled the British way, that's how we need it.",
        "Why is the spelling American? Ours is British.",
    ),
)
_AMERICAN = Phrases(
    *(
        core.replace("American", "~").replace("British", "American").replace("~", "British")
        for core in (*_BRITISH.train, *_BRITISH.held_out)
    ),
    casual=(
        "Our readers are American, so they expect American spelling.",
        "American spelling, please.",
        "It's for the office in Boston, the British spelling has to go.",
        "I'd like everything spelled as in the US.",
        "Who spelled this the British way? We write American.",
    ),
)

_CASE = Phrases(
    "put the {what} in {case}",
    "write the {what} in {case}",
    "change the {what} to {case}",
    "make the {what} {case}",
    "convert the {what} to {case}",
    "the {what} should be in {case}",
    "set the {what} in {case}",
    "turn the {what} into {case}",
    "rewrite the {what} in {case}",
    "use {case} for the {what}",
    casual=(
        "The {what}: {case}.",
        "I'd like the {what} better in {case}.",
        "Why isn't the {what} in {case}? Ours always are.",
        "Only {case} for the {what}, please.",
        "Our style guide wants {case} for the {what}.",
    ),
)


_SENTENCES = (
    "~msg~.", "The ~item~ is ~adj~.", "Please bring the ~item~.", "We look forward to ~weekday~.",
    "~First~ will come too.", "It costs $~price~.", "The ~item~ starts at ~clock~.",
    "Call ~first~ if you have questions.", "There will be ~items~ for everyone.",
    "The next one is in ~city~.", "Everybody was happy about it.", "It was a ~adj~ day.",
    "Thank you for your help.", "More details follow on ~weekday~.", "Nobody knew why.",
    "The ~adj~ ~item~ is on the table.", "You can find it in ~city~.", "It has ~n~ ~items~.",
    "Dogs are welcome.", "Parking is free.", "We hope to see you there.", "I miss you all.",
    "The color is ~color~.", "~First~ ~Last~ paid for everything.", "See ~domain~ for details.",
)  # fmt: skip


def _sentence(context: Context) -> str:
    return Slots(context.random).fill(context.random.choice(_SENTENCES))


def _quoted_sentence(context: Context, sentence: str) -> str:
    marks = ('"{}"', '"{}"', '"{}"', "'{}'", "“{}”")
    mark = context.random.choice([m for m in marks if m[0] not in sentence] or ["{}"])
    return mark.format(sentence)


def add_sentence(context: Context, text: Text) -> Edit | None:
    """Add a given sentence at the end of the text or of a paragraph, or after a sentence."""
    random, new = context.random, _sentence(context)
    shown = _quoted_sentence(context, new)
    if new in text.body or text.language == "markdown":
        return None
    paragraphs = text.body.split("\n\n")
    kind = random.random()
    if kind < 0.4 and text.language == "text" and "\n" not in paragraphs[-1]:
        if text.body[-1] not in ".!?":
            return None
        return Edit(
            kind="append sentence",
            request=context.say(_APPEND, new=shown),
            text=text,
            answer=f"{text.body} {new}",
        )
    whole = [i for i, part in enumerate(paragraphs) if re.fullmatch(r"[^\n]+[.!?]", part)]
    if kind < 0.6 and len(paragraphs) > 1 and len(whole) == len(paragraphs) < 5:
        place = random.choice(whole)
        nth = ("first", "second", "third", "fourth")[place]
        nth = "last" if place == len(paragraphs) - 1 and context.chance(0.5) else nth
        paragraphs[place] += f" {new}"
        request = context.say(_PARAGRAPH_END, new=shown, nth=nth)
        return Edit(
            kind="append to paragraph", request=request, text=text, answer="\n\n".join(paragraphs)
        )
    sentences = _sentences_of(text.body)
    if not sentences:
        return None
    old = random.choice(sentences)
    request = context.say(_AFTER_SENTENCE, new=shown, old=_quoted_sentence(context, old))
    answer = text.body.replace(old, f"{old} {new}")
    return Edit(kind="insert sentence", request=request, text=text, answer=answer)


def _sentences_of(body: str) -> list[str]:
    found = re.findall(r"(?:(?<=[.!?] )|(?<=\n)|^)[A-Z][^.!?\n]{8,90}[.!?](?= |$|\n)", body)
    return [sentence for sentence in found if body.count(sentence) == 1 and '"' not in sentence]


def delete_sentence(context: Context, text: Text) -> Edit | None:
    """Delete one sentence with the space beside it."""
    sentences = [s for s in _sentences_of(text.body) if len(s) > 12]
    inside = [s for s in sentences if f" {s}" in text.body or f"{s} " in text.body]
    if not inside:
        return None
    old = context.random.choice(inside)
    start = " ".join(old.split()[:3])
    if text.body.count(start) != 1:
        return None
    request = context.say(
        _DELETE_SENTENCE,
        old=_quoted_sentence(context, old),
        start=_quoted_sentence(context, start),
    )
    cut = f" {old}" if f" {old}" in text.body else f"{old} "
    answer = text.body.replace(cut, "")
    return Edit(kind="delete sentence", request=request, text=text, answer=answer)


def change_spelling(context: Context, text: Text) -> Edit | None:
    """Turn American into British spelling, or back."""
    is_british = context.chance(0.6)
    american, british = text.body, to_british(text.body)
    if british == american:
        return None
    source, answer = (american, british) if is_british else (british, american)
    return Edit(
        kind="British or American",
        request=context.say(_BRITISH if is_british else _AMERICAN),
        text=Text(body=source, language=text.language, noun=text.noun),
        answer=answer,
    )


def _title(line: str) -> str:
    return " ".join(word[:1].upper() + word[1:].lower() for word in line.split(" "))


def change_case(context: Context, text: Text) -> Edit | None:
    """Write the first line, a heading or the title in another case."""
    lines = text.body.split("\n")
    if len(lines) < 2 or not lines[0] or len(lines[0]) > 60 or re.search(r"[`*\[:|]", lines[0]):
        return None
    is_heading = lines[0].startswith("#")
    if not is_heading and (lines[0][-1] in ",.;" or (len(lines) > 1 and lines[1] != "")):
        return None
    what = (
        ("heading", "first heading", "title") if is_heading else ("title", "first line", "heading")
    )
    case, change = context.random.choice(
        (("upper case", str.upper), ("capital letters", str.upper), ("uppercase", str.upper),
         ("lower case", str.lower), ("lowercase", str.lower), ("all caps", str.upper),
         ("title case", _title))
    )  # fmt: skip
    if change(lines[0]) == lines[0] or (is_heading and text.body.count("\n#")):
        return None
    request = context.say(_CASE, what=context.random.choice(what), case=case)
    lines[0] = change(lines[0])
    return Edit(kind="change case", request=request, text=text, answer="\n".join(lines))
