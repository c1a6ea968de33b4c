"""Templates whose slots are filled. Invariant: a slot without a given value stays as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lib.engine.adapter.tasks.library import DOCUMENT_NAMES, patterns_for
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.template_values import VALUES
from lib.engine.adapter.tasks.texts import Edit, Text

_FILL = Phrases(
    "fill in the template with {values}",
    "fill in the template: {values}",
    "fill the placeholders: {values}",
    "fill in the placeholders with {values}",
    "replace the placeholders: {values}",
    "fill in {values}",
    "use these values for the placeholders: {values}",
    "complete the template with {values}",
    "fill out the template using {values}",
    "Fill in the blanks. {values}",
    "insert the values {values}",
    "fill in the following values:\n\n{values}",
    "fill in this template.\n\n{values}",
    "replace the placeholders with these values:\n{values}",
    "use this data to fill the template:\n{values}",
    "put these values into the template: {values}",
    "Here are the values: {values}. Fill in the template.",
    "substitute the placeholders with {values}",
    "the values are {values}; fill them in",
    "populate the template with {values}",
    casual=(
        "{values}.",
        "All I know so far: {values}.",
        "This one with {values}.",
        "{values}, that's what I was given.",
        "These gaps are ready: {values}.",
        "From the phone call: {values}.",
        "I need one for us, with {values}.",
        "Could I have this with {values}?",
        "We know these now ({values}).",
        "{values}!",
        "OK: {values}.",
        "So here goes, {values}.",
    ),
)

_FILL_ONE = Phrases(
    "replace {slot} with {value}",
    "replace the placeholder {slot} with {value}",
    "fill in {value} for {slot}",
    "put {value} in place of {slot}",
    "set {slot} to {value}",
    "fill the slot {slot} with {value}",
    "use {value} for {slot}",
    "The {name} is {value}. Fill it in.",
    "fill in the {name}: {value}",
    "insert {value} for the {name}",
    "replace {slot} by {value} and leave the other placeholders",
    "fill in only the {name}, it is {value}",
    casual=(
        "{name}: {value}.",
        "{name} = {value}.",
        "{slot} is {value}.",
        "{value} is the {name}, btw.",
        "Why is there still a {slot}? It's {value}.",
        "The {name}? {value}.",
        "{value} for {slot}, the rest we'll see.",
        "I finally got the {name}, {value} it is.",
    ),
)

_FILL_SOME = Phrases(
    "fill only {values}; keep {kept} exactly as they are",
    "fill in {values} and leave {kept} as they are",
    "replace only {values}. Keep {kept}",
    "fill in {values}, but not {kept}",
    "fill in only {values}; {kept} stay",
    "the values are {values}. Leave {kept} for later",
    "use {values}; do not touch {kept}",
    "fill the template partly: {values}. {kept} stay as they are",
    casual=(
        "{values} for now. {kept} will follow.",
        "{values}, and hands off {kept}.",
        "Still waiting for {kept}, so no change there. {values}.",
        "{values}. Not {kept}, I don't know that yet.",
        "Let's wait with {kept}. But {values}.",
    ),
)
"""Where the slots that stay are named, too."""

_STYLES = (
    "{{{{{0}}}}}", "{{{{ {0} }}}}", "[{0}]", "<{0}>", "${0}", "{{{0}}}", "%{0}%", "__{0}__",
    "${{{0}}}", "<<{0}>>", "@{0}@", "#{0}#", "[[{0}]]", "({0})", "{{%{0}%}}",
)  # fmt: skip


def fill_template(context: Context) -> Edit | None:
    """Fill all slots of a template, or only some, or one."""
    random, slots = context.random, Slots(context.random)
    pattern = random.choice(patterns_for(context, "templates")).body
    names = list(dict.fromkeys(re.findall(r"\[\d:(\w+)\]", pattern)))
    style = random.choice(_STYLES)
    cased: Callable[[str], str] = random.choice((str, str, str.upper, str.title))
    if context.chance(0.15):
        cased = _Prefixed(random.choice(("user", "your", "the", "my", "client", "field")))
    shown = {name: style.format(cased(name)) for name in names}
    body = re.sub(r"\[\d:(\w+)\]", lambda match: shown[match[1]], pattern)
    if any(
        body.count(slot) != len(re.findall(rf"\[\d:{name}\]", pattern))
        for name, slot in shown.items()
    ):
        return None
    values = _draw_values(slots, names)
    given = list(names)
    if len(names) > 2 and context.chance(0.5 if context.focused else 0.3):
        given = sorted(random.sample(names, random.randrange(1, len(names))), key=names.index)
    if context.chance(0.15):
        random.shuffle(given)
    answer = body
    for name in given:
        answer = answer.replace(shown[name], values[name])
    text = _as_text(context, body)
    if len(given) == 1 and context.chance(0.8):
        label = cased(given[0]).lower().replace("_", " ")
        request = _ask_for_one(context, shown[given[0]], values[given[0]], label)
        return Edit(kind="fill one slot", request=request, text=text, answer=answer)
    kept = [shown[name] for name in names if name not in given]
    if context.focused and kept and context.chance(0.6):
        return _ask_for_some(context, text, answer, {shown[n]: values[n] for n in given}, kept)
    listed = _listed(context, given, values, shown, cased("x").isupper())
    request = context.say(_FILL, values=listed)
    if "\n" in listed and not request.endswith(listed):
        request = request.replace(listed, listed.replace("\n", ", ").replace("- ", ""))
    kind = "fill template" if len(given) == len(names) else "fill some slots"
    return Edit(kind=kind, request=request, text=text, answer=answer)


def _ask_for_some(
    context: Context, text: Text, answer: str, given: Mapping[str, str], kept: list[str]
) -> Edit:
    link = context.random.choice((" with ", " = ", " is ", ": "))
    listed = _in_words([f"{slot}{link}{value}" for slot, value in given.items()])
    request = context.say(_FILL_SOME, values=listed, kept=_in_words(kept))
    return Edit(kind="fill some slots", request=request, text=text, answer=answer)


def _in_words(parts: list[str]) -> str:
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)


def _draw_values(slots: Slots, names: list[str]) -> dict[str, str]:
    values = {}
    for name in names:
        slots.forget()
        values[name] = slots.fill(slots.random.choice(VALUES[name.lower()]))
    if name_of_class := values.get("Name"):
        values["Name"] = name_of_class.split(" ", maxsplit=1)[0]
    return values


def _ask_for_one(context: Context, slot: str, value: str, label: str) -> str:
    return context.say(
        _FILL_ONE,
        slot=context.quoted(slot, bare=0.5) if context.chance(0.5) else slot,
        value=context.quoted(value, bare=0.4),
        name=label,
    )


class _Prefixed:
    """Spells a slot's name with a word in front, as `user_name` for `name`."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix

    def __call__(self, name: str) -> str:
        return f"{self._prefix}_{name}"


def _as_text(context: Context, body: str) -> Text:
    language = "text"
    if body.startswith("{\n"):
        language = "json"
    elif body.startswith("<h1"):
        language = "html"
    elif body.startswith(("class ", "@app")):
        language = "python"
    noun = context.random.choice(("template", "template", "text", *DOCUMENT_NAMES[language]))
    return Text(body=body, language=language, noun=noun)


def _listed(
    context: Context,
    given: list[str],
    values: dict[str, str],
    shown: dict[str, str],
    is_upper: bool,
) -> str:
    random = context.random
    link = random.choice((" = ", ": ", "=", " -> ", " → ", " as "))
    between = random.choice((", ", ", ", "; ", "\n", "\n"))
    if link == " as ":
        between = ", "
    start = random.choice(("", "- ")) if between == "\n" else ""
    quote = random.choice(("", "", '"'))
    spell = random.random()
    parts = []
    for name in given:
        label = shown[name] if spell < 0.35 else name.upper() if is_upper and spell < 0.6 else name
        if "=" in link:
            label = label.strip()
        left, right = (label, f"{quote}{values[name]}{quote}")
        parts.append(
            f"{start}{right} as {left}" if link == " as " else f"{start}{left}{link}{right}"
        )
    if link == " as " and len(parts) > 1:
        return ", ".join(parts[:-1]) + " and " + parts[-1]
    return between.join(parts)
