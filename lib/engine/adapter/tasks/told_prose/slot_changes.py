"""A slot of a form is renamed, or its line is dropped.

Invariant: only the told slot changes, wherever it stands.
"""

from __future__ import annotations

import re
from itertools import pairwise

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.told_prose.forms import Form, label_of, make_form_edit

_DROP = Phrases(
    "delete the line with {slot}",
    "remove the line that contains {slot}",
    "We don't need the {label}, delete its line.",
    "take out the line with the placeholder {slot}",
    "drop the {label} line",
    "There is no {label}. Remove the whole line with {slot}.",
    "cut the line where {slot} stands",
    "leave out the line with the {label}",
    "get rid of the line with {slot}",
    casual=(
        "Nobody needs the line with {slot}.",
        "No {label} line, please.",
        "{slot}: whole line out.",
        "Why do we have a line with {slot}? It can go.",
        "I'd rather not have a line with {slot} in there.",
        "We don't ask for the {label} any more, so no line for {slot}.",
        "We never use the line with {slot}, it only takes up space. Away with it.",
    ),
)
_RENAME = Phrases(
    "rename the placeholder {slot} to {new}",
    "The slot {slot} should be called {new}.",
    "change {slot} to {new} wherever it stands",
    "use {new} as the placeholder instead of {slot}",
    "call the slot {slot} {new} instead",
    "replace the placeholder {slot} by the placeholder {new}",
    "It should be {new}, not {slot}",
    "turn the slot {slot} into {new}",
    "write {new} for the placeholder {slot}",
    casual=(
        "{slot} -> {new}, same placeholder, better name.",
        "Our tool looks for {new}, {slot} it doesn't know.",
        "The placeholder name {slot} is too vague. {new} is clearer.",
        "{new} as the name of the slot, not {slot}.",
        "Why is it called {slot}? That placeholder is {new} everywhere else.",
        "I'd call the placeholder {new} and not {slot}.",
    ),
)


def drop_line(context: Context, form: Form) -> Edit | None:
    """Drop the one line with a told slot."""
    if form.language not in ("text", "yaml", "html"):
        return None
    lines = form.body.split("\n")
    alone = [
        name
        for name, slot in form.shown.items()
        if sum(slot in line for line in lines) == 1 and slot not in lines[0]
    ]
    if not alone or len(lines) < 4:
        return None
    name = context.random.choice(alone)
    if not form.is_clear(name):
        return None
    slot = form.shown[name]
    kept = [line for line in lines if slot not in line]
    if any(before == after == "" for before, after in pairwise(kept)):
        return None
    request = context.say(_DROP, slot=context.quoted(slot, bare=0), label=label_of(name))
    return make_form_edit(context, form, "drop line of a form", request, "\n".join(kept).rstrip())


def rename_slot(context: Context, form: Form) -> Edit | None:
    """Rename a slot."""
    name = context.random.choice(list(form.shown))
    slot = form.shown[name]
    drawn = context.random.choice((f"{name}_1", f"new_{name}", f"full_{name}", f"{name}_text"))
    core = re.sub(r"\W+", "", slot).strip("_")
    inner = drawn.upper() if core.isupper() else drawn.title() if core.istitle() else drawn
    new = slot.replace(core, inner)
    if new in form.body or slot in new:
        return None
    shown = {"slot": context.quoted(slot, bare=0), "new": context.quoted(new, bare=0)}
    request = context.say(_RENAME, **shown)
    return make_form_edit(context, form, "rename slot", request, form.body.replace(slot, new))
