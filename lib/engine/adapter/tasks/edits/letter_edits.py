"""Edits of letters and longer prose: greetings, closings, names, paragraphs, tenses.

Invariant: every new word is in the request.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit, Text
from lib.engine.adapter.tasks.words import FIRST_NAMES, LAST_NAMES

_GREETING = Phrases(
    "change the greeting to {new}",
    "replace the greeting with {new}",
    "start with {new} instead of {old}",
    "use {new} as the greeting",
    "the greeting should be {new}",
    "replace the salutation {old} with {new}",
    "let the {noun} begin with {new} instead of {old}",
    "change {old} to {new}",
    "make the greeting {new}",
    "open the {noun} with {new} instead of {old}",
    casual=(
        "I'd like {new} better than {old}.",
        "The {noun} begins with {old}, {new} would be more polite.",
        "{new} as the first words, not {old}.",
        "Who says {old}? It's {new}.",
        "So the greeting, that's {new}.",
    ),
)
_CLOSING = Phrases(
    "change the closing to {new}",
    "replace {old} with {new}",
    "end with {new} instead of {old}",
    "change the closing {old} to {new}",
    "use {new} as the closing instead of {old}",
    "sign off with {new} instead of {old}",
    "replace the closing line {old} by {new}",
    "the closing should be {new}, not {old}",
    "change {old} to {new}",
    "close with {new}, not with {old}",
    casual=(
        "{old} is too stiff, I'd take {new}.",
        "{new} and not {old} at the end.",
        "Why {old}? I always write {new}.",
        "No {old} from me, {new} is how I close.",
        "The closing words are {new} and no longer {old}.",
    ),
)
_SENDER = Phrases(
    "change the sender to {new}",
    "sign it with {new}",
    "sign it with {new} instead of {old}",
    "the sender is {new}, not {old}",
    "replace the name of the sender with {new}",
    "let it be signed by {new} instead of {old}",
    "it comes from {new}, not from {old}",
    "change the signature from {old} to {new}",
    "put the name {new} under it instead of {old}",
    "The signature should be {new}.",
    casual=(
        "Signed by {new}, not {old}.",
        "Sender: {new}.",
        "Not from {old}, this one is from {new}.",
        "I'm {new}, so that's the name at the bottom.",
        "Why does it have {old} under it? {new} wrote this.",
    ),
)
_NAME = Phrases(
    "change the name {old} to {new} everywhere",
    "replace {old} with {new} everywhere",
    "call {old} {new} instead",
    "the person is called {new}, not {old}",
    "rename {old} to {new}",
    "use the name {new} instead of {old}",
    "replace every {old} with {new}",
    "{old} should be called {new}",
    "change all mentions of {old} to {new}",
    "write {new} wherever {old} is mentioned",
    casual=(
        "It's not {old}, it's {new}, all through the text.",
        "No {old} in there any more, {new} each time.",
        "We got the name wrong! {new}, not {old}, every single time.",
        "{old} is {new} now, in all places.",
        "I don't know any {old}. That's {new} wherever the name comes up.",
        "The name {old} -> {new}, all of them.",
    ),
)
_DELETE_PARAGRAPH = Phrases(
    "delete the {nth} paragraph",
    "remove the {nth} paragraph",
    "take out the {nth} paragraph",
    "cut the {nth} paragraph",
    "drop the {nth} paragraph",
    "leave out the {nth} paragraph",
    "The {nth} paragraph is not needed, delete it.",
    "remove the {nth} paragraph completely",
    "erase the {nth} paragraph",
    "shorten the text by its {nth} paragraph",
    casual=(
        "The {nth} paragraph is boring. Away with it.",
        "It's too long with the {nth} paragraph in it.",
        "We can live without the {nth} paragraph.",
        "I'd be happier without the {nth} paragraph.",
        "Why is the {nth} paragraph there? It can go.",
    ),
)
_SWAP_PARAGRAPHS = Phrases(
    "swap the {a} and the {b} paragraph",
    "swap paragraphs {x} and {y}",
    "let the {a} and the {b} paragraph change places",
    "exchange the {a} and {b} paragraph",
    "switch the {a} and the {b} paragraph",
    "swap the {a} paragraph with the {b} one",
    casual=(
        "The {a} and the {b} paragraph are the wrong way round.",
        "Paragraphs {x} and {y} should trade places.",
        "I want to read paragraph {y} where {x} is, and {x} where {y} is.",
        "The {b} paragraph in place of the {a} one and vice versa.",
    ),
)
_ADD_PARAGRAPH = Phrases(
    "add a new paragraph at the end: {new}",
    "add the paragraph {new} at the end",
    "append a paragraph that says {new}",
    "add {new} as a new paragraph at the end",
    "put a last paragraph at the end: {new}",
    "end with a new paragraph: {new}",
    casual=(
        "{new} is missing as a paragraph of its own at the end.",
        "One last paragraph: {new}.",
        "I'd like to end with {new}, in a new paragraph.",
        "New paragraph at the bottom, {new}.",
        "It needs one more paragraph after all the others, and that is {new}.",
    ),
)
_TENSE = Phrases(
    "change {old} to {new}",
    "put the verb {old} into the past tense: {new}",
    "change the verb {old} to the past tense ({new})",
    "use {new} instead of {old}",
    "replace the verb {old} with {new}",
    "write {new} instead of {old}",
    "make it past tense: {new} instead of {old}",
    "the verb {old} should be {new}",
    "change the tense of {old}: it should be {new}",
    "turn {old} into the past tense {new}",
    casual=(
        "That's in the past, so {new} instead of {old}.",
        "Not {old}, that was long ago: {new}.",
        "The verb {old} -> {new}.",
        "It sounds odd with {old}, {new} would be right.",
        "Why {old}? It's over, so {new}.",
        "Past tense for {old}, that is {new}.",
    ),
)
_PRESENT = {
    "is": "was", "are": "were", "has": "had", "have": "had", "comes": "came", "says": "said",
    "works": "worked", "lives": "lived", "wants": "wanted", "costs": "cost", "grows": "grew",
    "starts": "started", "stops": "stopped", "takes": "took", "sells": "sold", "begins": "began",
    "needs": "needed", "follows": "followed", "describes": "described", "explains": "explained",
    "visit": "visited", "help": "helped", "like": "liked", "go": "went", "play": "played",
    "weighs": "weighed", "lasts": "lasted", "looks": "looked", "fits": "fitted", "wear": "wore",
    "employs": "employed", "opens": "opened", "closes": "closed", "expect": "expected",
    "eat": "ate", "think": "thought", "believe": "believed", "shows": "showed", "makes": "made",
}  # fmt: skip

_CLOSINGS = (
    "Best,", "Best regards,", "Kind regards,", "Yours,", "Yours sincerely,", "Sincerely,",
    "Many thanks,", "Thanks,", "Cheers,", "With best wishes,", "Regards,", "Warm regards,",
    "See you soon,", "All the best,", "Love,", "Take care,",
)  # fmt: skip
_NTH = ("first", "second", "third", "fourth", "fifth")


def edit_letter(context: Context, text: Text) -> Edit | None:
    """Change the greeting, the closing or the sender."""
    random, lines = context.random, text.body.split("\n")
    kind = random.choice(("greeting", "closing", "sender"))
    if kind == "greeting":
        places = [
            i for i, line in enumerate(lines[:4]) if re.match(r"(Dear|Hi|Hello|Good) .*,$", line)
        ]
        first, ms, dr = (random.choice(names) for names in (FIRST_NAMES, LAST_NAMES, LAST_NAMES))
        name = random.choice((first, f"Ms. {ms}", "all", "team", f"Dr. {dr}", "friends"))
        new = f"{random.choice(('Dear', 'Hello', 'Hi', 'Good morning'))} {name},"
        phrases = _GREETING
    elif kind == "closing":
        places = [i for i, line in enumerate(lines[-4:], len(lines) - 4) if line in _CLOSINGS]
        new, phrases = random.choice(_CLOSINGS), _CLOSING
    else:
        places = [len(lines) - 1] if re.fullmatch(r"[A-Z]\w+( [A-Z]\w+)?", lines[-1]) else []
        new, phrases = (
            f"{random.choice(FIRST_NAMES)} {random.choice(LAST_NAMES)}",
            _SENDER,
        )
        new = new if context.chance(0.5) else new.split()[0]
    if not places or lines[places[0]] == new or text.body.count(lines[places[0]]) != 1:
        return None
    old = lines[places[0]]
    lines[places[0]] = new
    mark = "" if kind == "sender" and context.chance(0.5) else '"'
    shown_old, shown_new = (f"{mark}{line}{mark}" for line in (old, new))
    if kind != "sender" and context.chance(0.5):
        shown_old, shown_new = (f'"{line[:-1]}"' for line in (old, new))
    request = context.say(phrases, old=shown_old, new=shown_new, noun=text.noun)
    return Edit(kind=f"change {kind}", request=request, text=text, answer="\n".join(lines))


def change_name(context: Context, text: Text) -> Edit | None:
    """Give a person another name at every place."""
    pattern = rf"\b(?:{'|'.join(FIRST_NAMES)})\b"
    names = list(dict.fromkeys(re.findall(pattern, text.body)))
    if not names:
        return None
    often = [name for name in names if len(re.findall(rf"\b{name}\b", text.body)) > 1]
    old = context.random.choice(often or names)
    new = context.random.choice(FIRST_NAMES)
    if new in text.body or text.body.count(old) != len(re.findall(rf"\b{old}\b", text.body)):
        return None
    if text.body.count(old.lower()):
        return None
    request = context.say(
        _NAME, old=context.quoted(old, bare=0.7), new=context.quoted(new, bare=0.7)
    )
    answer = text.body.replace(old, new)
    return Edit(kind="change a name", request=request, text=text, answer=answer)


def edit_paragraphs(context: Context, text: Text) -> Edit | None:
    """Delete, swap or add whole paragraphs."""
    parts = text.body.split("\n\n")
    if not 2 <= len(parts) <= 5 or any(not re.search(r"[.!?]$", part) for part in parts):
        return None
    kind = context.random.choice(("delete", "swap", "add"))
    if kind == "delete":
        place = context.random.randrange(len(parts))
        nth = "last" if place == len(parts) - 1 and context.chance(0.6) else _NTH[place]
        request = context.say(_DELETE_PARAGRAPH, nth=nth)
        del parts[place]
    elif kind == "swap":
        a, b = sorted(context.random.sample(range(len(parts)), 2))
        request = context.say(_SWAP_PARAGRAPHS, a=_NTH[a], b=_NTH[b], x=str(a + 1), y=str(b + 1))
        parts[a], parts[b] = parts[b], parts[a]
    else:
        new = context.random.choice(_LAST_WORDS)
        request = context.say(_ADD_PARAGRAPH, new=f'"{new}"')
        parts.append(new)
    return Edit(kind=f"{kind} paragraph", request=request, text=text, answer="\n\n".join(parts))


_LAST_WORDS = (
    "Thank you for reading.", "We hope to see you again.", "Questions are welcome at any time.",
    "This is the end of the story.", "More will follow next week.",
    "Please share this with others.",
    "The author lives in Lisbon with two cats.", "All rights reserved.",
    "If anything is unclear, call us. We are glad to help.",
)  # fmt: skip


def change_tense(context: Context, text: Text) -> Edit | None:
    """Put one verb, named with its new form, into another tense."""
    table = _PRESENT
    found = [w for w in re.findall(r"\b[a-z]+\b", text.body) if w in table]
    found = [w for w in found if len(re.findall(rf"\b{w}\b", text.body)) == 1 == text.body.count(w)]
    if not found:
        return None
    old = context.random.choice(found)
    new = table[old]
    values = {"old": f'"{old}"', "new": f'"{new}"'}
    request = context.say(_TENSE, **values)
    answer = re.sub(rf"\b{old}\b", new, text.body)
    return Edit(kind="change tense", request=request, text=text, answer=answer)
