"""A group or one of its keys is set, added, removed, renamed or moved.

Invariant: a change changes the draft as its request says, or returns None; then the draft is spent.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.grouped.draft import Draft, draw_field
from lib.engine.adapter.tasks.grouped.parts import Group, Value
from lib.engine.adapter.tasks.grouped.phrases import (
    ADD_GROUP,
    ADD_PAIR,
    MOVE_GROUP,
    REMOVE_GROUP,
    REMOVE_KEY,
    RENAME_GROUP,
    RENAME_KEY,
    SET,
    SET_ALL,
    SET_SETTING,
    name_key,
    name_key_of,
    name_place,
    show,
)
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.words import STRING_WORDS


def set_value(context: Context, draft: Draft) -> str | None:
    """Set one key of one group."""
    picked = draft.pick_field(context)
    if picked is None:
        return None
    table, group, one = picked
    old, new = group.values[one.key], draft.palette.draw(one.kind)
    if type(new) is not type(old) or new == old:
        return None
    group.values[one.key] = new
    place, key = name_place(context, table, group, draft.form), name_key(context, one)
    if group.form and context.chance(0.6):
        key = f"the type of {context.coded(one.key)}"
    return context.say(
        SET,
        what=name_key_of(context, key, place),
        place=place,
        key=key,
        old=show(context, draft.form, old),
        new=show(context, draft.form, new),
    )


def set_all(context: Context, draft: Draft) -> str | None:
    """Set one key of all groups to the same value."""
    picked = draft.pick_field(context)
    if picked is None or len(draft.tables) > 1:
        return None
    table, chosen, one = picked
    new = draft.palette.draw(one.kind)
    for group in table.groups:
        if one.key not in group.values or type(group.values[one.key]) is not type(new):
            return None
        group.values[one.key] = new
    return context.say(
        SET_ALL,
        key=name_key(context, one),
        new=show(context, draft.form, new),
        singular=chosen.form or table.theme.singular,
    )


def set_setting(context: Context, draft: Draft) -> str | None:
    """Set a single setting."""
    if not draft.settings:
        return None
    setting = context.random.choice(draft.settings)
    old = setting.value
    new: Value = context.random.choice(STRING_WORDS)
    if isinstance(old, bool):
        new = not old
    elif isinstance(old, int):
        new = context.random.randrange(1, 100)
    if new == old:
        return None
    setting.value = new
    key = context.coded(setting.name) if context.chance(0.6) else f"the {setting.name}"
    return context.say(
        SET_SETTING,
        key=key,
        old=show(context, draft.form, old),
        new=show(context, draft.form, new),
    )


def add_pair(context: Context, draft: Draft) -> str | None:
    """Add a key at the end of one group, or a member of an enum."""
    picked = draft.pick(context)
    if picked is None:
        return None
    table, group = picked
    if group.form == "enum":
        pair = _add_member(context, draft, group)
    else:
        free = [one for one in table.theme.fields if one.key not in group.values]
        if not free:
            return None
        one = context.random.choice(free)
        value = group.values[one.key] = draft.palette.draw(one.kind)
        pair = context.coded(draft.form.pair(one.key, value), bare=0)
        if draft.form.language in ("json", "yaml", "python", "css") and context.chance(0.4):
            key = context.coded(one.key)
            pair = context.random.choice(("{0} with the value {1}", "{0} ({1})")).format(
                key, show(context, draft.form, value)
            )
    if pair is None:
        return None
    last = context.coded(list(group.values)[-2]) if len(group.values) > 1 else None
    place = name_place(context, table, group, draft.form)
    if last is None or group.form == "enum":
        return f"add {pair} at the end of {place}"
    return context.say(ADD_PAIR, pair=pair, place=place, last=last)


def _add_member(context: Context, draft: Draft, group: Group) -> str | None:
    word = context.random.choice(STRING_WORDS)
    if word in group.values:
        return None
    group.values[word] = word
    member = word.upper() if draft.form.language == "python" else word.capitalize()
    return "a member " + context.coded(f'{member} = "{word}"', bare=0)


def remove_key(context: Context, draft: Draft) -> str | None:
    """Remove one key of one group."""
    picked = draft.pick(context)
    if picked is None or len(picked[1].values) < 2:
        return None
    table, group = picked
    one = draw_field(context, table, group)
    if one is None:
        return None
    del group.values[one.key]
    place, key = name_place(context, table, group, draft.form), name_key(context, one)
    return context.say(REMOVE_KEY, key=key, place=place, what=name_key_of(context, key, place))


def rename_key(context: Context, draft: Draft) -> str | None:
    """Rename one key in one group only."""
    picked = draft.pick_field(context)
    if picked is None or draft.form.language == "css":
        return None
    table, group, one = picked
    new = context.random.choice(STRING_WORDS)
    if new in group.values:
        return None
    group.values = {new if key == one.key else key: old for key, old in group.values.items()}
    place = name_place(context, table, group, draft.form)
    return context.say(RENAME_KEY, key=context.coded(one.key), new=context.coded(new), place=place)


def remove_group(context: Context, draft: Draft) -> str | None:
    """Remove one group of at least three."""
    picked = draft.pick(context)
    if picked is None or len(picked[0].groups) < 3:
        return None
    table, group = picked
    place = name_place(context, table, group, draft.form)
    table.groups = [one for one in table.groups if one is not group]
    return context.say(REMOVE_GROUP, place=place)


def add_group(context: Context, draft: Draft) -> str | None:
    """Add a group with the keys of another, behind that or at the end."""
    picked = draft.pick(context)
    if picked is None or picked[1].form:
        return None
    table, near = picked
    taken = {group.name for group in table.groups}
    free = [name for name in table.theme.names if name not in taken]
    if not free or draft.form.language == "css":
        return None
    kinds = {one.key: one.kind for one in table.theme.fields}
    if not near.values.keys() <= kinds.keys():
        return None
    name = context.random.choice(free)
    group = Group(name, {key: draft.palette.draw(kinds[key]) for key in near.values})
    place = name_place(context, table, group, draft.form)
    link = context.random.choice((" ", ": ", " = "))
    values = ", ".join(
        f"{key}{link}{show(context, draft.form, value)}" for key, value in group.values.items()
    )
    request = context.say(
        ADD_GROUP, place=place, near=name_place(context, table, near, draft.form), values=values
    )
    is_near = any(word in request for word in ("after", "behind"))
    at = table.groups.index(near) + 1 if is_near else len(table.groups)
    table.groups = [*table.groups[:at], group, *table.groups[at:]]
    return request


def rename_group(context: Context, draft: Draft) -> str | None:
    """Rename one group."""
    picked = draft.pick(context)
    if picked is None or draft.form.language in ("css", "env"):
        return None
    table, group = picked
    new = context.random.choice(STRING_WORDS)
    place = name_place(context, table, group, draft.form)
    new = new.capitalize() if group.name[0].isupper() else new
    if new in {one.name for one in table.groups}:
        return None
    group.name = new
    return context.say(RENAME_GROUP, place=place, new=context.coded(new))


def move_group(context: Context, draft: Draft) -> str | None:
    """Move one group of the only table to its start or end."""
    picked = draft.pick(context)
    if picked is None or len(draft.parts) > 1:
        return None
    table, group = picked
    rest = [one for one in table.groups if one is not group]
    end = context.random.choice(("end", "start"))
    table.groups = [*rest, group] if end == "end" else [group, *rest]
    shown = context.random.choice((end, {"end": "bottom", "start": "top"}[end]))
    return context.say(MOVE_GROUP, place=name_place(context, table, group, draft.form), end=shown)
