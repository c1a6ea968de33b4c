"""Renamed identifiers. Invariant: every whole word is renamed, and no longer name with it."""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.naming import new_name
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.scanning import Name, boundary, find_names, is_renamable
from lib.engine.adapter.tasks.texts import Edit, Text

_RENAME = Phrases(
    "rename the {kind} {old} to {new}",
    "rename {old} to {new}",
    "rename the {kind} {old} to {new} everywhere",
    "change the name of the {kind} {old} to {new}",
    "call the {kind} {new} instead of {old}",
    "rename {old} to {new} everywhere it is used",
    "The {kind} {old} should be called {new}.",
    "rename {kind} {old} to {new}",
    "rename the {kind} {old} into {new}",
    "rename the {old} {kind} to {new}",
    "rename {old} as {new} and update all uses",
    "replace the name {old} with {new} wherever the {kind} is used",
    "give the {kind} {old} the name {new}",
    "Rename {old} to {new}. Update every place that uses it.",
    "the {kind} {old} needs a better name: {new}",
    "rename the {kind} {old} to {new} and keep the rest",
    "change {old} to {new} at its declaration and wherever it is used",
    "use the name {new} for the {kind} {old}",
    "refactor: rename {old} to {new}",
    "rename {old} -> {new}",
    "rename the {kind} called {old} to {new}",
    "rename every use of the {kind} {old} to {new}",
    "The name {old} is bad, use {new} for this {kind} instead.",
    "let the {kind} {old} be named {new}",
    "rename our {kind} {old} to {new}",
    casual=(
        "Nobody understands the {kind} {old}, so call it {new}.",
        "The {kind} {old} is called {new} from now on.",
        "I keep mistyping {old}. Let's call that {kind} {new}.",
        "Why is this {kind} called {old}? {new} would be the right name.",
        "Not {old} but {new} as the name of the {kind}.",
        "A better name for the {kind} {old}: {new}.",
        "Such a bad name, {old}. {new} please, everywhere.",
        "Name of the {kind}: {new}, not {old}.",
    ),
)

_RENAME_INSIDE = Phrases(
    "rename the variable {old} to {new} in {place}",
    "in {place}, rename {old} to {new}",
    "rename {old} to {new} inside {place} only",
    "only in {place}, call the variable {new} instead of {old}",
    "inside {place}, change the name {old} to {new}",
    "in {place} rename the variable {old} to {new}, and leave the other functions alone",
    casual=(
        "Only in {place}: {new} instead of {old} as the name of the variable.",
        "{old} means something else in {place}, so call it {new} there and only there.",
        "The variable {old} in {place} should be called {new}, the other functions keep theirs.",
        "Two functions with {old} confuse me, in {place} the name should be {new}.",
        "Could {place} use the name {new} for its {old}? Just there.",
        "In {place}: {old} -> {new} as the variable name, other functions as they are.",
    ),
)

_WORDS_OF_KIND = {
    "function": ("function", "function", "method"),
    "method": ("method", "method", "function"),
    "class": ("class",),
    "variable": ("variable",),
    "constant": ("constant", "variable"),
    "parameter": ("parameter", "argument"),
    "attribute": ("attribute", "property", "field"),
    "property": ("property", "field"),
    "key": ("key", "setting", "field"),
    "column": ("column", "field"),
}


def rename(context: Context, text: Text) -> Edit | None:
    """Rename one declared name everywhere."""
    names = [name for name in find_names(text.body, text.language) if _is_useful(text, name)]
    if not names:
        return None
    often = [name for name in names if text.body.count(name.text) > 1]
    name = context.random.choice(often if often and context.chance(0.75) else names)
    new = new_name(context.random, name.text, name.kind, text.language)
    if boundary(new).search(text.body) or new == name.text:
        return None
    kind = context.random.choice(_WORDS_OF_KIND.get(name.kind, (name.kind,)))
    if name.kind == "function" and text.language in ("javascript", "typescript", "python"):
        kind = "function"
    old_name, shown = name.text, context.random.choice(("{0}", "{0}", "{0}", "{0}()"))
    if name.kind not in ("function", "method"):
        shown = "{0}"
    if text.language == "css" and name.kind != "variable":
        mark = {"class": ".", "id": "#"}[name.kind]
        shown = context.random.choice(("{0}", mark + "{0}"))
    request = context.say(
        _RENAME,
        kind="class" if kind == "class" and text.language != "css" else kind,
        old=context.coded(shown.format(old_name)),
        new=context.coded(shown.format(new)),
    )
    answer = boundary(old_name).sub(new, text.body)
    return Edit(kind=f"rename {name.kind}", request=request, text=text, answer=answer)


def _is_useful(text: Text, name: Name) -> bool:
    if name.kind == "key" and len(boundary(name.text).findall(text.body)) > 1:
        return False
    if text.language in ("yaml", "toml", "html", "env"):
        return len(boundary(name.text).findall(text.body)) == 1
    return is_renamable(text.body, text.language, name)


def rename_inside(context: Context, text: Text) -> Edit | None:
    """Rename a variable in one function while another function has one of the same name."""
    if text.language not in ("python", "javascript", "typescript") or len(text.pieces) < 2:
        return None
    piece = context.random.choice(text.pieces)
    head = re.match(r"(?:export |async )*(?:def|function) (\w+)", piece)
    if head is None or len(re.findall(r"^(?:def|function)\b", piece, re.MULTILINE)) > 1:
        return None
    names = [
        name
        for name in find_names(piece, text.language)
        if name.kind in ("variable", "parameter")
        and is_renamable(piece, text.language, name)
        and len(boundary(name.text).findall(text.body)) > len(boundary(name.text).findall(piece))
    ]
    if not names or text.body.count(piece) != 1:
        return None
    name = context.random.choice(names)
    new = new_name(context.random, name.text, name.kind, text.language)
    if boundary(new).search(text.body):
        return None
    shown = context.random.choice((head[1], head[1], head[1] + "()"))
    place = context.random.choice(("the function ", "the function ", "")) + context.coded(shown)
    request = context.say(
        _RENAME_INSIDE, old=context.coded(name.text), new=context.coded(new), place=place
    )
    answer = text.body.replace(piece, boundary(name.text).sub(new, piece))
    return Edit(kind="rename inside", request=request, text=text, answer=answer)
