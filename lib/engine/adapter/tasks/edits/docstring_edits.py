"""Docstrings and comments that come or go.

Invariant: what a Python file does, and every line beside them, stays as it was.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lib.engine.adapter.tasks.library import DOCUMENT_NAMES, patterns_for
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.scanning import find_comments
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit, Text

_REMOVE_DOCSTRING = Phrases(
    "remove the docstring of {place}",
    "delete the docstring of {place}",
    "remove the docstring from {place}",
    "drop the docstring of {place}",
    "take the docstring out of {place}",
    "delete the docstring in {place}",
    "remove {place}'s docstring",
    "get rid of the docstring of {place}",
    "the docstring of {place} is not needed, remove it",
    "strip the docstring from {place}",
    casual=(
        "No docstring for {place}, please.",
        "Nobody reads the docstring of {place}, so it can go.",
        "What is the docstring in {place} good for? Out with it.",
        "I want {place} without its docstring.",
        "The docstring of {place} says nothing, we can lose it.",
        "Could {place} do without its docstring?",
    ),
)

_REMOVE_DOCSTRINGS = Phrases(
    "remove all docstrings",
    "delete every docstring",
    "remove the docstrings",
    "delete all docstrings",
    "strip all docstrings",
    "take out every docstring",
    "remove all of the docstrings from this file",
    "drop the docstrings",
    "get rid of all docstrings",
    "the docstrings are not needed, delete them",
    casual=(
        "No docstrings, please.",
        "I want this without any docstrings.",
        "The docstrings can all go.",
        "All these docstrings only take up space, out with them.",
        "Why does everything have a docstring? Not one of them should stay.",
        "Docstrings: none.",
    ),
)

_REMOVE_DOCSTRING_ONLY = Phrases(
    "remove the docstring",
    "delete the docstring",
    "drop the docstring",
    "take out the docstring",
    "get rid of the docstring",
    "strip the docstring",
    "cut the docstring",
    "the docstring is not needed, remove it",
    "remove the docstring and nothing else",
    "erase the docstring",
    casual=(
        "No docstring here, please.",
        "The docstring can go.",
        "I don't want the docstring.",
        "Does anybody need that docstring? I don't, so out with it.",
        "The same without the docstring, please.",
        "That docstring only repeats the name, we can lose it.",
    ),
)

_ADD_DOCSTRING = Phrases(
    "add the docstring {new} to {place}",
    "give {place} the docstring {new}",
    "add a docstring to {place}: {new}",
    "insert the docstring {new} in {place}",
    "document {place} with the docstring {new}",
    "put the docstring {new} into {place}",
    "{place} needs the docstring {new}, add it",
    "add a docstring saying {new} to {place}",
    "write the docstring {new} for {place}",
    "let {place} have the docstring {new}",
    casual=(
        "There is no docstring in {place}, it should say {new}.",
        "Docstring for {place}: {new}.",
        "Nobody knows what {place} does, so document it: {new}.",
        "What does {place} do? A docstring should tell: {new}.",
        "The linter wants a docstring on {place}, {new} will do.",
        "{new} as the docstring of {place}, please.",
    ),
)

_REMOVE_COMMENTS = Phrases(
    "remove all comments",
    "delete all comments",
    "remove the comments",
    "delete every comment",
    "strip the comments",
    "remove every comment",
    "take out all comments",
    "get rid of all comments",
    "remove comments",
    "drop all the comments",
    casual=(
        "I want this without any comments in it.",
        "The comments can all go.",
        "All these comments are in my way.",
        "Everything but the comments, please.",
        "Who needs all these comments? Out with them.",
        "The comments are out of date, every one of them, so none should stay.",
    ),
)

_REMOVE_COMMENT = Phrases(
    "remove the comment {old}",
    "delete the comment {old}",
    "drop the comment {old}",
    "take out the comment {old}",
    "remove the comment that says {old}",
    "the comment {old} is out of date, remove it",
    "get rid of the comment {old}",
    "delete the comment which says {old}",
    "cut the comment {old}",
    "erase the comment {old}",
    casual=(
        "The comment {old} can go.",
        "{old} is not true any more, that comment should go.",
        "What is the comment {old} for? Nobody needs it.",
        "I don't want the comment {old} in there.",
        "No more {old}, that comment is old.",
        "That comment, {old}, only confuses people. Out with it.",
    ),
)


def _quoted_text(context: Context, text: str) -> str:
    return context.quoted(text, bare=0.0)


def _docstrings(body: str) -> list[tuple[str, str, str, str]]:
    """Return (whole match, kind, name, docstring lines)."""
    pattern = r'(?m)^ *(?:async )?(def|class) (\w+)[^\n]*:\n( *"""(?:(?!""")[\s\S])*"""\n+)'
    return [(m[0], m[1], m[2], m[3]) for m in re.finditer(pattern, body + "\n")]


def _place(context: Context, kind: str, name: str) -> str:
    noun = {"def": "function"}.get(kind, kind)
    shown = name + "()" if kind in ("def", "function") and context.chance(0.2) else name
    form = context.random.choice(("the {1} {0}", "the {1} {0}", "the {0} {1}", "{0}"))
    return form.format(context.coded(shown), noun)


def remove_docstring(context: Context, text: Text) -> Edit | None:
    """Remove one docstring or all of them; what follows moves up."""
    if text.language != "python":
        return None
    found = _docstrings(text.body)
    if not found or re.search(r"""(?m):\n +["'](?!"")""", text.body):
        return None
    if (len(found) == 1 and context.chance(0.4)) or (len(found) > 1 and context.chance(0.4)):
        request = context.say(_REMOVE_DOCSTRING_ONLY if len(found) == 1 else _REMOVE_DOCSTRINGS)
        chosen = found
    else:
        chosen = [context.random.choice(found)]
        kind, name = chosen[0][1], chosen[0][2]
        if len(re.findall(rf"(?:def|class) {name}\b", text.body)) != 1:
            return None
        request = context.say(_REMOVE_DOCSTRING, place=_place(context, kind, name))
    answer = text.body + "\n"
    for whole, _, _, docstring in chosen:
        answer = answer.replace(whole, whole.replace(docstring, ""), 1)
    return Edit(
        kind="remove docstring", request=request, text=text, answer=answer.removesuffix("\n")
    )


def remove_told_docstring(context: Context) -> Edit | None:
    """Remove the docstring of one function or class, in a text that has several."""
    patterns = patterns_for(context, "standard_library")
    bodies = [p.body for p in patterns if len(p.body) < 500 and len(_docstrings(p.body)) == 1]
    pieces = context.random.sample(bodies, 2 + (context.size > 500))
    noun = context.random.choice(DOCUMENT_NAMES["python"])
    body = "\n\n\n".join(pieces)
    text = Text(body=body, language="python", noun=noun, pieces=tuple(pieces))
    edit = remove_docstring(context, text)
    return edit and replace(edit, kind="remove told docstring")


def add_docstring(context: Context, text: Text) -> Edit | None:
    """Add a given docstring to a function or class that has none."""
    if text.language != "python":
        return None
    heads = re.findall(
        r'(?m)^((?:async )?(def|class) (\w+)[^\n]*:\n)(?! *["\'])(?=( +)\S)', text.body
    )
    if not heads:
        return None
    head, kind, name, indent = context.random.choice(heads)
    if text.body.count(head) != 1:
        return None
    saying = Slots(context.random).fill(
        context.random.choice(
            ("Return the ~adj~ ~item~.", "~Verb~ the ~item~.", "~Verb~ all ~items~ of the ~other~.",
             "Keep the ~items~ in order.", "Handle one ~item~.", "The ~adj~ ~item~ of a ~other~.")
        )
    )  # fmt: skip
    new = f'"""{saying}"""' if context.chance(0.3) else _quoted_text(context, saying)
    request = context.say(_ADD_DOCSTRING, new=new, place=_place(context, kind, name))
    answer = text.body.replace(head, f'{head}{indent}"""{saying}"""\n')
    return Edit(kind="add docstring", request=request, text=text, answer=answer)


def remove_comments(context: Context, text: Text) -> Edit | None:
    """Remove one comment or all of them, with their lines when they stand alone."""
    found = find_comments(text.body, text.language)
    found = [match for match in found if not match[0].startswith("#!")]
    if not found or '"""' in text.body:
        return None
    if context.chance(0.5) and len(found) < 8:
        request, chosen = context.say(_REMOVE_COMMENTS), found
    else:
        chosen = [context.random.choice(found)]
        saying = chosen[0][0].strip().strip("#/*-<!>").strip()
        if text.body.count(saying) != 1 or "\n" in saying:
            return None
        shown = _quoted_text(context, context.random.choice((saying, chosen[0][0].strip())))
        request = context.say(_REMOVE_COMMENT, old=shown)
    body = text.body
    for match in reversed(chosen):
        before, after = body[: match.start()], body[match.end() :]
        line_start = before.rpartition("\n")[2]
        if not line_start.strip() and after[:1] in ("\n", ""):
            before, after = before[: len(before) - len(line_start)], after[1:]
        else:
            before = before.rstrip(" ")
        body = before + after
    kind = "remove comments" if chosen is found else "remove comment"
    if kind == "remove comments" and find_comments(body, text.language):
        return None
    return Edit(kind=kind, request=request, text=text, answer=body.strip("\n"))
