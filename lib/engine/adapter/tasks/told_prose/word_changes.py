"""A word is replaced everywhere, in one of its numbers or in both.

Invariant: a longer word that contains it stays, and its other number is told or not in the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import Slots, plural
from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.told_prose.passages import CLOSINGS, GREETINGS, make_passage
from lib.engine.adapter.tasks.told_prose.sentences import make_sentence, topics
from lib.engine.adapter.tasks.told_prose.telling import count_word, make_edit

_ONE_NUMBER = Phrases(
    "replace {old} by {new} everywhere",
    "We now say {new}, not {old}.",
    "use the word {new} instead of {old} throughout",
    "change {old} to {new} wherever it occurs as a word of its own",
    "The word should be {new} instead of {old} everywhere",
    "write {new} wherever it says {old}",
    "swap the word {old} for {new} in all places",
    "{Old} should be called {new} from now on.",
    "say {new} rather than {old} in the whole text",
    "put {new} wherever {old} stands",
    "It must say {new} in all places, not {old}.",
    "exchange the word {old} for {new} everywhere, words that merely contain it stay",
    "replace {old} with {new} in all places, also at the start of a sentence",
    casual=(
        "No more {old}, it's {new} from now on.",
        "In our house style it's {new}, never {old}.",
        "{old} sounds wrong to me, {new} is better all over the text.",
        "{new} instead of {old}, every single time.",
        "Why do we keep saying {old}? Always {new}, please.",
        "The boss doesn't like {old}. Has to be {new} throughout.",
        "{old} -> {new}, all of them.",
        "I'd prefer to read {new} each time it says {old}.",
    ),
)
_BOTH_NUMBERS = Phrases(
    "replace {old} by {new} and {olds} by {news} everywhere",
    "We now say {new}/{news}, not {old}/{olds}.",
    "use {new} instead of {old}, and {news} instead of {olds}",
    "change {old} to {new} and {olds} to {news}",
    "{old} becomes {new} and {olds} becomes {news}, everywhere in the text",
    "write {new} for {old} and {news} for {olds} throughout",
    "swap {old} for {new} (plural: {news} for {olds})",
    "The right words are {new} and {news}, not {old} and {olds}.",
    "put {new} for each {old} and {news} for each {olds}",
    casual=(
        "{old} -> {new}, {olds} -> {news}.",
        "No {old} and no {olds} any more, only {new} and {news}.",
        "Legal wants {new} where we have {old}, and {news} where we have {olds}.",
        "Why {old} and {olds}? Around here it's {new} and {news}.",
        "{new} for {old}, and so {news} for {olds}.",
        "I can't stand {old}/{olds}, it has to be {new}/{news} all over the text.",
    ),
)
_FAMILIES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        ("attendee", "participant", "guest", "visitor", "member", "student", "customer", "client",
         "volunteer", "resident", "passenger", "player", "employee", "tenant", "subscriber"),
        ("{P} should arrive ten minutes early.", "Each {s} gets a badge.", "Thank you to all {p}!",
         "We ask all {p} to read the rules.", "{P} who cannot come tell us by ~weekday~.",
         "Every {s} has a code of their own.", "The list of {p} hangs at the door.",
         "No {s} may bring pets.", "Last year we counted ~n~ {p}.", "New {p} sign in at the desk.",
         "Without a pass, no {s} can enter.", "The costs per {s} are ~digit~ euros.",
         "{P} and helpers eat together.", "One {s} from ~City~ won the prize.",
         "{P} can park behind the house.", "Most {p} come from ~City~."),
    ),
    (
        ("order", "parcel", "booking", "ticket", "invoice", "form", "request", "document",
         "contract", "report", "package", "reservation", "delivery", "letter"),
        ("Each {s} has a number.", "{P} are sent every ~weekday~.", "We check all {p} by hand.",
         "You can change the {s} until ~weekday~.", "Lost {p} are kept for ~teen~ days.",
         "The first {s} came from ~City~.", "{P} without a date are sent back.",
         "Please copy the {s} and keep it.", "Old {p} are deleted in ~Month~.",
         "Write to us if the {s} is not complete.", "Two {p} were lost in ~City~.",
         "{P} from abroad take longer.", "Every {s} is checked by ~First~.",
         "For large {p}, call ~First~ ~Last~."),
    ),
    (
        ("room", "hall", "shop", "station", "office", "studio", "garden", "kitchen", "gym",
         "garage", "library", "cafe"),
        ("The {s} opens at ~clock~.", "{P} are cleaned every night.", "Every {s} has a fire exit.",
         "Leave the {s} as you found it.", "We rent out {p} by the hour.", "{P} must be locked.",
         "The {s} in ~City~ is the largest one.", "All {p} have new lamps.",
         "On ~weekday~ the {s} stays closed.", "{P} on the ground floor are cheaper.",
         "~First~ has the keys of the {s}.", "Smoking is not allowed in the {p}."),
    ),
)  # fmt: skip
_CONTAINING = {
    "guest": "The guestbook lies on the table.", "member": "A membership is not needed.",
    "order": "The border of the label is ~color~.", "form": "The platform is quite new.",
    "ticket": "Ticketing starts in ~Month~.", "room": "The bathroom is on the left.",
    "hall": "There are some challenges left.", "shop": "The workshop of ~First~ is next door.",
    "station": "You find stationery in the drawer.", "office": "Two officers watch the door.",
    "report": "A reporter from ~City~ will come.", "contract": "The contractor is from ~City~.",
    "client": "Our clientele is friendly.", "garden": "The gardener comes on ~weekday~.",
    "kitchen": "There is a kitchenette, too.", "tenant": "A lieutenant lives next door.",
    "document": "The documentation is online.", "letter": "The newsletter appears in ~Month~.",
    "gym": "Gymnastics is on ~weekday~.", "resident": "The presidents of both clubs are invited.",
}  # fmt: skip
_TITLES = (
    "Rules for {p}", "News about {p}", "Our {p}", "Notice", "For all {p}", "The new {s}",
    "Information about the {s}", "{P} in ~City~", "What to know about {p}", "Questions about {p}",
)  # fmt: skip


def edit_word_everywhere(context: Context) -> Edit | None:
    """Replace a word, in one of its numbers or both, and no word that merely contains it."""
    random = context.random
    words, patterns = random.choice(_FAMILIES)
    old, new = random.sample(words, 2)
    numbers = random.choice(("sp", "p", "p", "s", "s"))
    body = _draw_body(context, old, patterns, numbers)
    pairs = {old: new} if "s" in numbers else {}
    pairs |= {plural(old): plural(new)} if "p" in numbers else {}
    found = {form: count_word(form, body) for form in (old, plural(old))}
    if any((count > 0) != (form in pairs) for form, count in found.items()):
        return None
    if sum(found.values()) < 2 or re.search(rf"\b{new}|\ban? {old}", body, re.IGNORECASE):
        return None
    request = _ask(context, old, new, numbers)
    language = "markdown" if body.startswith("#") else "text"
    return make_edit(context, "word everywhere", request, body, _replaced(body, pairs), language)


def _draw_body(context: Context, word: str, patterns: tuple[str, ...], numbers: str) -> str:
    """Return a text with the word in these numbers, "s", "p" or both."""
    random, slots = context.random, Slots(context.random)
    fitting, titles = (
        [p for p in found if _numbers_of(p) <= set(numbers)] for found in (patterns, _TITLES)
    )
    lines = random.sample(fitting, min(5, 2 + context.size // 90))
    if word in _CONTAINING and context.chance(0.7):
        lines.insert(random.randrange(len(lines) + 1), _CONTAINING[word])
    others = random.choice(topics()).patterns
    values = make_passage(random, 100).values
    sentences = [make_sentence(slots, values, "", line).text for line in lines]
    for about, pattern in random.sample(others, min(1 + context.size // 250, len(others))):
        place = random.randrange(len(sentences) + 1)
        sentences.insert(place, make_sentence(slots, values, about, pattern).text)
    body = _lay_out(context, sentences, slots.fill(random.choice(titles)))
    many = plural(word)
    forms = {"{s}": word, "{p}": many, "{P}": many.capitalize()}
    for slot, form in forms.items():
        body = body.replace(slot, form)
    return body


def _numbers_of(pattern: str) -> set[str]:
    return {slot.lower() for slot in re.findall(r"\{(\w)\}", pattern)}


def _ask(context: Context, old: str, new: str, numbers: str) -> str:
    bare = 0 if numbers == "sp" else 0.15
    told = {name: context.quoted(word, bare=bare) for name, word in
            (("old", old), ("new", new), ("olds", plural(old)), ("news", plural(new)))}  # fmt: skip
    if numbers == "p":
        told |= {"old": told["olds"], "new": told["news"]}
    phrases = _BOTH_NUMBERS if numbers == "sp" else _ONE_NUMBER
    return context.say(phrases, Old=_with_capital(told["old"]), **told)


def _replaced(body: str, pairs: Mapping[str, str]) -> str:
    """Return the text with each word replaced, with a capital letter where it had one."""
    longest = sorted(pairs, key=len, reverse=True)

    def replace(match: re.Match[str]) -> str:
        new = pairs[match[0].lower()]
        return _with_capital(new) if match[0][0].isupper() else new

    return re.sub(rf"\b({'|'.join(longest)})\b", replace, body, flags=re.IGNORECASE)


def _with_capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _lay_out(context: Context, sentences: list[str], title: str) -> str:
    random = context.random
    shape = random.randrange(4)
    head = random.choice(("", f"{title}\n\n", f"# {title}\n\n", f"## {title}\n\n"))
    if shape == 0:
        return head + " ".join(sentences)
    if shape == 1:
        mark = random.choice(("- ", "* "))
        return head + "\n".join(mark + sentence for sentence in sentences)
    if shape == 2:
        slots = Slots(random)
        greeting, closing = random.choice(GREETINGS), random.choice(CLOSINGS)
        shown = slots.fill(f"{greeting}\n\n{{}}\n\n{closing}\n~First4~")
        return shown.format(" ".join(sentences))
    cut = random.randrange(1, len(sentences))
    return f"{head}{' '.join(sentences[:cut])}\n\n{' '.join(sentences[cut:])}"
