"""Slots in another style, and values that become slots.

Invariant: text and answer are written from one pattern, so that nothing but slots can differ.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.demos.telling import tell
from lib.engine.adapter.tasks.demos.templates import slot_wordings
from lib.engine.adapter.tasks.demos.templates.drawing import STYLES, draw_template
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.texts import Edit

_RESPELLED = {"snake": "upper", "upper": "snake", "title": "loud", "loud": "title"}


def change_slot_style(context: Context) -> Edit | None:
    """Write all slots in another style, told by one of them."""
    template = draw_template(context)
    if template is None or len(template.names) < 2:
        return None
    old, random = template.style, context.random
    spelling = template.spelling
    if context.chance(0.4):
        spelling = _RESPELLED.get(spelling, spelling)
    styles = [
        one for one in STYLES
        if template.language not in one.barred and spelling in one.spellings
        and (one.left, one.right) != (old.left, old.right)
    ]  # fmt: skip
    if not styles:
        return None
    new = random.choice(styles)
    body, answer = template.write(()), template.pattern
    if set(old.find_all(body)) != {template.shown(thing) for thing in template.names}:
        return None
    for thing, name in template.names.items():
        answer = answer.replace(f"§{thing}§", new.write(name, spelling))
    # A name of two words shows more of the style.
    example = max(template.names.values(), key=lambda name: name.count("_"))
    request = tell(
        context, slot_wordings.STYLE,
        reasons=slot_wordings.STYLE_REASONS, stays=slot_wordings.STYLE_STAYS,
        noun=template.noun, old=old.write(example, template.spelling),
        new=new.write(example, spelling),
    )  # fmt: skip
    return make_edit(context, "change slot style", request, template.language, (body, answer))


def blank_out(context: Context) -> Edit | None:
    """Put slots where told values stand."""
    template = draw_template(context)
    if template is None:
        return None
    source = template.write(template.names)
    free = [
        thing for thing, value in template.values.items()
        if source.count(value) == template.pattern.count(f"§{thing}§")
    ]  # fmt: skip
    if not free:
        return None
    random = context.random
    told = random.sample(free, min(len(free), random.choice((1, 1, 2, 2, 3, 4))))
    if context.chance(0.6):
        told.sort(key=list(template.names).index)
    pairs = [(template.values[thing], template.shown(thing)) for thing in told]
    swap = _and([f"{context.quoted(value)} with {slot}" for value, slot in pairs])
    link, joints = random.choice(_BECOMES)
    parts = [f"{value}{link}{slot}" for value, slot in pairs]
    joint = random.choice(joints)
    listed = _and(parts) if joint == "and" else joint.join(parts)
    request = tell(
        context, slot_wordings.BLANK,
        reasons=slot_wordings.BLANK_REASONS, stays=slot_wordings.BLANK_STAYS,
        noun=template.noun, told=listed, swap=swap,
    )  # fmt: skip
    filled = [thing for thing in template.names if thing not in told]
    pair = source, template.write(filled)
    return make_edit(context, "blank out", request, template.language, pair)


_BECOMES = (
    (" becomes ", ("and", ", ")), (" -> ", (", ", "; ")), (" => ", (", ", "; ")),
    (" should be ", ("and", ", ")), (" turns into ", ("and",)), (" is now ", ("and", ", ")),
    (" → ", (", ",)), (" makes way for ", ("and",)), (" has to be ", ("and",)),
)  # fmt: skip


def _and(parts: list[str]) -> str:
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)
