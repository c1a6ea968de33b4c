"""Slots of a form are filled: all, some or one.

Invariant: a value goes only into the slot that the request names; every other slot stays as it is.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.told_prose.forms import Form, label_of, make_form_edit

_FILL = Phrases(
    "fill in the form: {values}",
    "fill in the placeholders: {values}",
    "put in the values: {values}",
    "The values are: {values}.",
    "complete this with {values}",
    "Fill it in, please. {values}.",
    "Here is what goes in: {values}.",
    "insert these: {values}",
    "Replace the placeholders. {values}",
    "use the following values: {values}",
    "fill it out with these values:\n{lines}",
    "Fill in the slots.\n{lines}",
    "The values for the template:\n{lines}",
    "complete the form with this data:\n\n{lines}",
    "insert what is known so far:\n{lines}",
    casual=(
        "{values}.",
        "{lines}.",
        "What I have so far: {values}.",
        "{lines}\n\nThat is what goes in.",
        "We know a bit more now: {values}.",
        "No placeholders where we have data! {values}.",
        "Mine reads like this: {values}.",
        "My data:\n{lines}\n\nThanks!",
        "The office just sent me this, {values}.",
        "{values}, thanks.",
        "Can I get mine like so? {values}.",
    ),
)
_NATURAL = Phrases(
    "{Words}. Fill that in.",
    "{Words}. Put that into the form.",
    "fill in that {words}",
    "complete it: {words}",
    "Please fill it in: {words}.",
    "fill in what we know, {words}",
    "Fill in the template. {Words}.",
    "{Words}. Replace the placeholders for that.",
    "{Words}; please complete the text.",
    "insert what we have: {words}",
    casual=(
        "{Words}.",
        "So {words}, ok?",
        "I asked around: {words}.",
        "The client finally answered, {words}.",
        "{Words}, so no need for placeholders there.",
        "You can close a few gaps, {words}.",
        "Just heard that {words}.",
        "{Words}, that's what I was told.",
    ),
)
_BUT_ONE = Phrases(
    "fill in {values}, but leave {kept} as it is",
    "fill in only {values}; {kept} stays for later",
    "{kept} stays as it is, fill in {values}",
    "use {values} and do not touch {kept}",
    "Put in {values}. Keep the placeholder {kept}",
    "The values: {values}. {kept} is not known yet, leave it.",
    "complete it with {values}, keep {kept}",
    "fill in all but {kept}: {values}",
    "Insert {values}. We fill {kept} later",
    casual=(
        "{values}. No idea about {kept} yet, so that one waits.",
        "{values}, and {kept} remains a placeholder.",
        "We have everything except {kept}: {values}.",
        "Not {kept}, the next person does that one. {values}.",
        "Only {kept} is still open and has to stay that way. The rest: {values}.",
        "I can't tell you what {kept} will be, but {values}.",
    ),
)
_ONE = Phrases(
    "fill in only the {label}: {value}",
    "The {label} is {value}, fill in just that.",
    "replace {slot} with {value}",
    "put {value} where it says {slot}",
    "set {slot} to {value} and leave the other placeholders",
    "The {label} is {value}. The other slots stay open.",
    "Only {slot} is known, it is {value}",
    "write {value} for {slot}",
    "We only know the {label}, {value}; fill it in",
    "insert {value} for {slot}",
    "{slot} should be {value}",
    casual=(
        "{label}: {value}.",
        "{slot} = {value}.",
        "{value} for the {label}.",
        "I only know the {label} so far: {value}.",
        "Why does it still say {slot}? That's {value}.",
        "{slot} -> {value}, the others are still open.",
        "The {label} just came in, {value}.",
        "{value} instead of {slot}, nothing more is known yet.",
    ),
)


def fill(context: Context, form: Form) -> Edit | None:
    """Fill all slots with a known value, or some of them."""
    random, known = context.random, form.known
    names = known
    if len(known) > 2 and context.chance(0.45):
        names = sorted(random.sample(known, random.randrange(2, len(known))), key=known.index)
    if context.chance(0.25):
        names = random.sample(names, len(names))
    if len(names) < 2:
        return None
    if context.chance(0.4) and len(names) < 6:
        words = _in_words([_told(name, form.values[name]) for name in names])
        if "." in re.sub(r"\b(?:Ms|Mr|Dr)\.|\d\.\d|\w\.\w", "", words):
            return None
        request = context.say(_NATURAL, words=words, Words=words[0].upper() + words[1:])
    else:
        listed = _listed(context, form, names, random.choice((", ", "; ")))
        mark = random.choice(("", "- "))
        lines = mark + _listed(context, form, names, f"\n{mark}")
        request = context.say(_FILL, values=listed, lines=lines)
    kind = "fill form" if names == list(form.shown) else "fill form partly"
    return make_form_edit(context, form, kind, request, form.fill(names))


def fill_but_one(context: Context, form: Form) -> Edit | None:
    """Fill all slots but one."""
    kept = context.random.choice(list(form.shown))
    names = [name for name in form.shown if name != kept]
    listed = _listed(context, form, names, ", ")
    request = context.say(_BUT_ONE, values=listed, kept=context.quoted(form.shown[kept], bare=0))
    return make_form_edit(context, form, "fill form but one", request, form.fill(names))


def fill_one(context: Context, form: Form) -> Edit | None:
    """Fill one slot."""
    name = context.random.choice(form.known)
    slot, value = form.shown[name], form.values[name]
    if not form.is_clear(name):
        return None
    is_quoted = context.chance(0.6) or value.endswith(".")
    request = context.say(
        _ONE,
        label=label_of(name),
        slot=context.quoted(slot, bare=0) if context.chance(0.6) else slot,
        value=context.quoted(value, bare=0) if is_quoted else value,
    )
    return make_form_edit(context, form, "fill one of a form", request, form.fill([name]))


def _listed(context: Context, form: Form, names: list[str], between: str) -> str:
    """Return the values as people list them: by slot or by name, quoted where they hold commas."""
    random = context.random
    link = random.choice((" = ", "=", ": ", " is ", " -> "))
    spell = random.choice(("name", "name", "label", "slot"))
    is_quoted = context.chance(0.25)
    parts = []
    for name in names:
        left = {"name": name, "label": label_of(name), "slot": form.shown[name]}[spell]
        value = form.values[name]
        is_open = between == ", " and re.search(r"[,.]", value) is not None
        if (is_quoted or is_open) and '"' not in value:
            value = f'"{value}"'
        parts.append(f"{left}{link}{value}")
    return between.join(parts)


def _told(name: str, value: str) -> str:
    return f"the {label_of(name)} {'are' if name.endswith('points') else 'is'} {value}"


def _in_words(parts: list[str]) -> str:
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
