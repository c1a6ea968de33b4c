"""Slots of a template are filled with told values: all, all but one, or one.

Invariant: text and answer are written from one pattern, so that nothing but slots can differ.
"""

from __future__ import annotations

from collections.abc import Sequence

from lib.engine.adapter.tasks.demos.telling import capital, tell
from lib.engine.adapter.tasks.demos.templates import fill_wordings as wordings
from lib.engine.adapter.tasks.demos.templates.drawing import Template, draw_template, spell
from lib.engine.adapter.tasks.demos.templates.value_texts import PEOPLE, THINGS
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit

_UNMISTAKABLE = ("date", "weekday", "time", "email", "event", "course", "product", "app")
"""Things whose bare values nobody confuses, so that several may be told without a word."""


def fill_in(context: Context) -> Edit | None:
    """Fill all slots of a template, all but one, or one."""
    template = draw_template(context)
    if template is None:
        return None
    told, mode = list(template.names), context.random.random()
    kept = ""
    if mode < 0.27:
        kept = context.random.choice(told)
        told.remove(kept)
    elif mode < 0.4:
        told = [context.random.choice(told)]
    if len(told) > 1 and context.chance(0.4):
        context.random.shuffle(told)
    request = _ask(context, template, told, kept)
    if request is None:
        return None
    pair = template.write(()), template.write(told)
    kind = "fill in template" if not kept else "fill in all but one"
    kind = "fill in one" if len(told) == 1 else kind
    return make_edit(context, kind, request, template.language, pair)


def _ask(context: Context, template: Template, told: list[str], kept: str) -> str | None:
    keep = ""
    if kept:
        keep = context.random.choice(wordings.KEEPS).format(
            label=template.label(kept), slot=template.shown(kept)
        )
    values = {"noun": template.noun}
    if len(told) == 1 and not kept:
        return _ask_for_one(context, template, told[0])
    form = context.random.random()
    if form < 0.2:
        return _ask_in_lines(context, template, told, keep)
    if form < 0.45:
        values["told"] = _pairs(context, template, told, (", ", ", ", "; ", " / "))
        return _say(context, wordings.LISTED, keep, values)
    if form < 0.5 and not kept and len(told) == len(template.names):
        listed = ", ".join(_in_text_order(template, told))
        values["told"] = context.random.choice(_ORDERS).format(listed)
        return _say(context, wordings.LISTED, keep, values)
    clauses = _clauses(context, template, told, is_short=form < 0.73)
    if clauses is None:
        return None
    if form >= 0.73:
        values["told"] = _sentences(context, clauses, template.values)
        return _say(context, wordings.SAID, keep, values)
    people = [thing for thing in told if thing in PEOPLE]
    rest = [thing for thing in told if thing not in PEOPLE]
    if people and rest and context.chance(0.6):
        values["who"] = template.values[people[0]]
        short = _clauses(context, template, rest, is_short=True)
        if short is None:
            return None
        values["told"] = _enumerate(context, short)
        return _say(context, wordings.FOR, keep, values)
    values["told"] = _enumerate(context, clauses)
    return _say(context, wordings.LISTED, keep, values)


def _ask_for_one(context: Context, template: Template, thing: str) -> str:
    clause = _clauses(context, template, [thing], is_short=False)
    told = (
        clause[0] if clause and context.chance(0.4) else _pairs(context, template, [thing], ("",))
    )
    return tell(
        context, wordings.ONE, reasons=wordings.REASONS, noun=template.noun, told=told,
        label=template.label(thing), value=template.values[thing],
    )  # fmt: skip


_ORDERS = (
    "{} (from top to bottom)", "{} (in the order of the slots)", "{}, in that order",
    "{}, one after the other", "{}, in the order in which the slots come",
)  # fmt: skip


def _in_text_order(template: Template, told: Sequence[str]) -> list[str]:
    return [template.values[thing] for thing in template.names if thing in told]


def _say(context: Context, phrases: Phrases, keep: str, values: dict[str, str]) -> str:
    if not keep:
        return tell(context, phrases, reasons=wordings.REASONS, stays=wordings.STAYS, **values)
    core = context.say(phrases, **values)
    if core[-1] not in ".!?":
        start = core[:1].upper() if core[0].islower() else core[:1]
        core = f"{start}{core[1:]}."
    parts = [core, keep] if context.chance(0.75) else [keep, core]
    if context.chance(0.2):
        parts.insert(0, context.random.choice(wordings.REASONS).format(**values))
    return " ".join(parts)


def _ask_in_lines(context: Context, template: Template, told: list[str], keep: str) -> str:
    start, link, end = context.random.choice(
        (("", " = ", ""), ("", ": ", ""), ("- ", ": ", ""), ("* ", ": ", ""), ("", "=", ""),
         ("• ", ": ", ""), ("| ", " | ", " |"), ("- ", " = ", ""), ("", " -> ", ""), ("", "\t", ""))
    )  # fmt: skip
    rows = _pairs(context, template, told, ("\n",), link).split("\n")
    block = "\n".join(f"{start}{row}{end}" for row in rows)
    text = context.say(wordings.BLOCK, noun=template.noun, told=block)
    # A stop right after the list would be read as part of its last value.
    if text.endswith(f"{block}."):
        text = text[:-1]
    more = [keep] if keep else []
    if not keep and context.chance(0.25):
        more.append(context.random.choice(wordings.STAYS).format(noun=template.noun))
    if more:
        capital = not text.startswith(block)
        text = text[:1].upper() + text[1:] if capital else text
        text += "\n\n" if text.endswith(block) else " " if text[-1] in ".!?" else ". "
        text += " ".join(more)
    if context.chance(0.2):
        reason = context.random.choice(wordings.REASONS).format(noun=template.noun)
        text = f"{reason}\n\n{text}"
    return text


def _pairs(
    context: Context,
    template: Template,
    told: Sequence[str],
    joints: Sequence[str],
    link: str = "",
) -> str:
    random = context.random
    link = link or random.choice((" = ", "=", ": ", ": ", " -> "))
    way = random.random()
    pairs = []
    for thing in told:
        name, value = template.names[thing], template.values[thing]
        label = template.label(thing)
        if way < 0.25:
            label = template.shown(thing)
        elif way < 0.6:
            label = spell(name, template.spelling)
        elif way < 0.7:
            label = label.capitalize()
        pairs.append(f"{label}{link}{value}")
    return random.choice(joints).join(pairs)


def _clauses(
    context: Context, template: Template, told: Sequence[str], *, is_short: bool
) -> list[str] | None:
    """Return one clause for each thing; None where two of them could be confused."""
    found, seen = [], []
    merges = "first_name" in told and "last_name" in told and context.chance(0.7)
    for thing in told:
        value = template.values[thing]
        if merges and thing in ("first_name", "last_name"):
            if thing == "first_name":
                whole = f"{value} {template.values['last_name']}"
                found.append(f"for {whole}" if is_short else f"the name is {whole}")
            continue
        patterns = THINGS[thing].bits if is_short else THINGS[thing].facts
        free = [one for one in patterns if one not in seen and not _is_low(one, value, is_short)]
        if not free:
            return None
        pattern = context.random.choice(free)
        if pattern != "{v}" or thing not in _UNMISTAKABLE:
            seen.append(pattern)
        found.append(pattern.format(v=value))
    return found


def _is_low(pattern: str, value: str, is_short: bool) -> bool:
    """Whether a sentence would begin with a small letter."""
    return not is_short and pattern.startswith("{v}") and value[0].islower()


def _enumerate(context: Context, parts: list[str]) -> str:
    if len(parts) > 1 and context.chance(0.3):
        return f"{', '.join(parts[:-1])} and {parts[-1]}"
    return ", ".join(parts)


def _sentences(context: Context, clauses: list[str], values: dict[str, str]) -> str:
    size, found = context.random.choice((1, 2, 2, 3, 3, 4)), []
    for i in range(0, len(clauses), size):
        group = clauses[i : i + size]
        joint = context.random.choice((" and ", ", and ", " and "))
        text = joint.join(part for part in (", ".join(group[:-1]), group[-1]) if part)
        is_value = any(text.startswith(value) for value in values.values())
        found.append((text if is_value else capital(text)) + ".")
    return " ".join(found).removesuffix(".")
