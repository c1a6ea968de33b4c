"""How people ask: cores of requests, what stands around them, and how values are quoted.

Invariant: a request of the training split is never built from a core that the held-out split
uses. Which cores are held out depends on their place in their list only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from random import Random

from lib.engine.adapter.tasks.words import split_words

HELD_OUT_EVERY = 5
"""Of each list of cores, the fifth, tenth, ... belongs to the held-out split."""

_PLAIN_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_.@/%-]*[A-Za-z0-9%]$")


class Phrases:
    """Cores of one request. One that starts in lower case is an imperative and can be wrapped."""

    def __init__(self, *cores: str) -> None:
        """Raises `ValueError` when there are too few cores to hold one out."""
        if len(cores) < HELD_OUT_EVERY:
            raise ValueError(f"{len(cores)} cores; {HELD_OUT_EVERY} are needed: {cores}")
        self.train = tuple(
            core for i, core in enumerate(cores) if i % HELD_OUT_EVERY < HELD_OUT_EVERY - 1
        )
        self.held_out = cores[HELD_OUT_EVERY - 1 :: HELD_OUT_EVERY]

    def of(self, split: str) -> tuple[str, ...]:
        """Return the cores of one split."""
        return self.train if split == "train" else self.held_out


class Variety(IntEnum):
    """What tasks are made of. Each adds to the one before; what one makes never changes."""

    FIRST = 0
    EVERYDAY = 1
    """The edits that people ask for most are drawn more often."""
    WIDE = 2
    """With the further patterns, and the kinds that were added with them."""
    FRESH = 3
    """With the fresh patterns, and with words of a text exchanged for others."""
    FOCUSED = 4
    """With more texts of several like parts, of which only the told one may change."""
    SEVERAL = 5
    """With many requests for several changes."""
    ASKED = 6
    """With the kinds of the packages `functions`, `manifests`, `scripts`, `sheets`, `statements`
    and `told_prose`: what people ask for, told in many words, beside places much like the told."""
    BALANCED = 7
    """With fewer requests for several changes, and more edits of prose and templates."""


@dataclass(slots=True, kw_only=True)
class Context:
    """What the makers of one task share."""

    random: Random
    split: str
    size: int
    """Wanted length of the source, characters."""
    variety: Variety = Variety.FIRST

    @property
    def everyday(self) -> bool:
        """At least `EVERYDAY`."""
        return self.variety >= Variety.EVERYDAY

    @property
    def wide(self) -> bool:
        """At least `WIDE`."""
        return self.variety >= Variety.WIDE

    @property
    def fresh(self) -> bool:
        """At least `FRESH`."""
        return self.variety >= Variety.FRESH

    @property
    def focused(self) -> bool:
        """At least `FOCUSED`."""
        return self.variety >= Variety.FOCUSED

    @property
    def several(self) -> bool:
        """At least `SEVERAL`."""
        return self.variety >= Variety.SEVERAL

    @property
    def asked(self) -> bool:
        """At least `ASKED`."""
        return self.variety >= Variety.ASKED

    @property
    def balanced(self) -> bool:
        """`BALANCED`."""
        return self.variety >= Variety.BALANCED

    def chance(self, probability: float) -> bool:
        """Return true with this probability."""
        return self.random.random() < probability

    def say(self, phrases: Phrases, **values: str) -> str:
        """Return one core of this split with its slots filled."""
        return self.random.choice(phrases.of(self.split)).format(**values)

    def quoted(self, text: str, *, bare: float = 0.15) -> str:
        """Return the text in some quotes that it does not contain itself, or bare if a word."""
        if _PLAIN_WORD.match(text) and self.chance(bare):
            return text
        marks = [pair for pair in _QUOTES if pair[0] not in text and pair[1] not in text]
        opening, closing = self.random.choice(marks or [("", "")])
        return f"{opening}{text}{closing}"

    def coded(self, text: str, *, bare: float = 0.3) -> str:
        """Return a piece of code as people name it: mostly in backticks or bare."""
        if "`" not in text and self.chance(0.55):
            return f"`{text}`"
        if " " not in text and self.chance(bare / 0.45):
            return text
        return self.quoted(text, bare=0.0)


_QUOTES = (('"', '"'), ('"', '"'), ('"', '"'), ("'", "'"), ("`", "`"), ("“", "”"))


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
