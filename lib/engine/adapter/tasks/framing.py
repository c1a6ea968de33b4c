"""What people say around the core of a request: please, what stays, what to return, chatter.

Invariant: what is added asks for no other edit.
"""

from __future__ import annotations

import re
from random import Random

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.words import split_words

_PLAIN_WRAPS = ("{Core}.", "{Core}.", "{Core}.", "{Core}.", "{Core}", "{core}")
_WRAPS = Phrases(
    "Please {core}.",
    "Can you {core}?",
    "{Core}, please.",
    "I want you to {core}.",
    "Could you {core}?",
    "Could you please {core}?",
    "I need you to {core}.",
    "Task: {core}.",
    "please {core}",
    "Would you {core}?",
    "Hi! Please {core}.",
    "I'd like you to {core}.",
    "We need to {core}.",
    "Just {core}.",
    "Your task is to {core}.",
    "In the following {noun}, {core}.",
    "In this {noun}, please {core}.",
    "Take this {noun} and {core}.",
    "{Core} in this {noun}.",
    "Here is a {noun}. {Core}.",
    "{Core} in the {noun} below.",
    "Make one change to the {noun}: {core}.",
    "Edit the {noun}: {core}.",
    "Hey, can you {core}?",
    "Quick edit: {core}.",
    "{Core}. Thanks!",
    "pls {core}",
    "Update the {noun}: {core}.",
    "Let's {core}.",
    "Can you please {core} for me?",
    "Your job: {core}.",
    "Below is a {noun}; {core}.",
    "I have a {noun} here. {Core}.",
    "The only change I want: {core}.",
    "Help me {core}.",
    "In the {noun}, {core}.",
    "Kindly {core}.",
    "Change request: {core}.",
    "You are given a {noun}. {Core}.",
    "Now {core}.",
)

_KEEP = Phrases(
    "Change nothing else.",
    "Leave everything else as it is.",
    "Keep the rest unchanged.",
    "Don't touch anything else.",
    "Everything else must stay the same.",
    "Do not change anything else.",
    "Leave the rest alone.",
    "The rest stays as it is.",
    "Keep everything else exactly the same.",
    "Nothing else should change.",
    "Make no other changes.",
    "No other changes.",
    "Keep the formatting.",
    "Everything else stays.",
    "All other lines stay the same.",
)

_SEED_OUTPUT = "Respond only with the code, and with no markdown formatting."

_OUTPUT_VERBS = ("Respond", "Reply", "Answer")
_GIVE_VERBS = ("Return", "Output", "Give me", "Send back", "Write", "Show", "Print", "Give back")
_WHOLES = ("", "", "whole ", "full ", "complete ", "entire ")
_EDITED = ("", "", "edited ", "updated ", "new ", "changed ", "resulting ")
_ENDINGS = (
    ".", ".", ".", ", nothing else.", " and nothing else.", ", no explanation.",
    ", without explanation.", ", and with no markdown formatting.", ", no markdown.",
    ", without code fences.", " without any comments on it.", ", no code fences, no explanation.",
    " with no extra text.",
)  # fmt: skip


_PLACES = frozenset(
    split_words("in inside only at the after before below above where right directly some")
)
"""Words that an imperative starts with when its verb comes later."""


_STATEMENT = re.compile(r"\S+(?: \S+){0,5} (?:should|needs|must|has|is)\b")
_ARTICLE = re.compile(r"\ba (?=`?(?:unknown|attribute|e-mail|email|argument|int)\b)")
_MASS = ("code", "CSS", "SQL", "HTML", "JSON", "YAML", "TOML", "Markdown")


def wrap(context: Context, core: str, noun: str) -> str:
    """Return the request as a sentence: the core with what people say around it."""
    random = context.random
    if context.casual and core.endswith((".", "!", "?")):
        return core
    if not core[0].islower():
        return core if core[-1] in ".?!" or "\n" in core else core + "."
    plain = "\n" in core or context.chance(0.5)
    pattern = random.choice(_PLAIN_WRAPS if plain else _WRAPS.of(context.split))
    if not plain and (
        core.split()[0] in _PLACES or _STATEMENT.match(core) or "text" in core or "file" in core
    ):
        pattern = random.choice(("{Core}.", "{Core}, please.", "Hi! {Core}.", "{Core}. Thanks!"))
    if noun.endswith(_MASS):
        pattern = pattern.replace(" a {noun}", " some {noun}")
    text = pattern.format(core=core, Core=core[0].upper() + core[1:], noun=noun)
    text = _ARTICLE.sub("an ", text)
    is_given = context.wide and core.endswith(".") and not text.endswith("..")
    return text[:-1] if "\n" in core and text.endswith(".") and not is_given else text


_LEADS = (
    "hey, ", "hi, ", "ok, ", "So, ", "Next one: ", "Small thing: ", "Quick one: ", "Hi there! ",
    "Good morning! ", "Sorry, one more: ", "I forgot something. ", "My turn. ", "Almost done. ",
    "We talked about this yesterday. ", "The team has decided. ", "As agreed: ", "Oh, ",
    "My boss just called. ", "Somebody complained about this. ", "It has been bothering me. ",
    "You will laugh, but I need this today. ", "This came up in the review. ", "News: ",
    "I looked at it again. ", "Could you help me with this? ", "I have a wish. ", "Hmm, ",
    "Not urgent: ", "It is for the demo tomorrow. ", "I can't do it myself right now. ",
)  # fmt: skip
_ENDS = (
    " thanks", " Thanks!", " thx", " Thank you!", " please", " pls", " That's all.", " That is it.",
    " Can you do that?", " Would be great.", " That was agreed yesterday.", " It is overdue.",
    " The rest is fine.", " Everything else is right.", " I don't need more than that.", " ok?",
    " I hope that is clear.", " We will see how that goes.", " Nobody told me earlier.", " :)",
)  # fmt: skip
_SENTENCE_ENDS = (".", "!", "?")


def loosen(context: Context, sentence: str, texts: str) -> str:
    """Return the sentence as typed in haste: amid chatter, without its capital or its full stop.

    A word of the texts keeps its capital.
    """
    random = context.random
    has_lead = context.chance(0.12)
    word = re.split(r"\W", sentence, maxsplit=1)[0]
    is_name = not word or word in texts or word in ("I", "I'd") or word.isupper()
    if not is_name and context.chance(0.5 if has_lead else 0.35):
        sentence = sentence[0].lower() + sentence[1:]
    if "\n" in sentence:
        return sentence.removesuffix(".")
    if context.chance(0.3) and not re.search(r"[.!?] ", sentence):
        sentence = sentence.removesuffix(".")
    if has_lead:
        return random.choice(_LEADS) + sentence
    if sentence.endswith(_SENTENCE_ENDS) and context.chance(0.1):
        return sentence + random.choice(_ENDS)
    return sentence


def tail(context: Context, noun: str, *, is_code: bool) -> str:
    """Return what people add about the rest and about the form of the answer; may be empty."""
    random, parts = context.random, []
    if context.chance(0.25):
        parts.append(random.choice(_KEEP.of(context.split)))
    kind = random.random()
    if kind < 0.12:
        parts.append(_SEED_OUTPUT if is_code else f"Respond only with the {noun}.")
    elif kind < 0.5:
        parts.append(_output_sentence(random, noun))
    elif kind < 0.56:
        parts.append(
            random.choice(("No explanation.", f"Only the {noun}.", "No markdown, no comments."))
        )
    return " ".join(parts)


def _output_sentence(random: Random, noun: str) -> str:
    thing = f"the {random.choice(_WHOLES)}{random.choice(_EDITED)}{noun}"
    ending = random.choice(_ENDINGS)
    if random.random() < 0.45:
        only = random.choice(("only with ", "with only ", "just with ", "with "))
        return f"{random.choice(_OUTPUT_VERBS)} {only}{thing}{ending}"
    only = random.choice(("only ", "just ", "", ""))
    return f"{random.choice(_GIVE_VERBS)} {only}{thing}{ending}"


SYSTEM_MESSAGES = (
    "You are a helpful assistant.",
    "You edit texts. Answer with the edited text only.",
    "You are a careful code editor. Reply with the full file after the change.",
    "You are an expert programmer.",
    "Follow the instructions exactly and return the complete text.",
    "You are an editor.",
    "Answer with the edited document and nothing else.",
    "You help people to edit files. Never explain, never use markdown.",
    "You are a precise editing tool.",
    "You are a coding assistant.",
    "Apply the requested change to the text and output the result.",
    "Be brief.",
)
