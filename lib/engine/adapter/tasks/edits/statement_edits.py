"""Statements that are replaced, deleted by their sort, or call something else.

Invariant: a block never becomes empty.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.scanning import indent_of, unique_lines
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit, Text

_LINE = Phrases(
    "replace the line {old} with {new}",
    "change the line {old} to {new}",
    "replace {old} with {new}",
    "write {new} instead of {old}",
    "swap the line {old} for {new}",
    "The line {old} should be {new}.",
    "use {new} in place of the line {old}",
    "turn the line {old} into {new}",
    "replace the line {old} by this one: {new}",
    "change {old} into {new}",
    casual=(
        "{new} is what it should say, not {old}.",
        "{old} is wrong there, it has to be {new}.",
        "{new} in place of {old}, please.",
        "Where it says {old}, I want {new}.",
        "{old} -> {new}.",
        "Why {old}? That line should be {new}.",
        "The line {old} was a test, {new} is the real thing.",
        "So the line {old}, that one becomes {new}.",
    ),
)

_DELETE_MATCHING = Phrases(
    "remove all {what}",
    "delete every {one}",
    "remove every {one}",
    "delete all {what}",
    "take out all {what}",
    "get rid of all {what}",
    "drop all {what}",
    "remove the {what}",
    "strip all {what}",
    "There should be no {what} any more, delete them.",
    casual=(
        "No more {what}, please.",
        "We don't need the {what} any more.",
        "All the {what} out, please.",
        "I want this without a single {one}.",
        "Why are there still {what} in here? Out with them.",
        "Not one {one} should be left.",
        "The {what} all have to go.",
    ),
)

_CALLS = Phrases(
    "replace {old} with {new}",
    "use {new} instead of {old}",
    "replace every {old} with {new}",
    "change all {old} calls to {new}",
    "call {new} instead of {old} everywhere",
    "replace all calls of {old} by {new}",
    "change {old} to {new} everywhere",
    "swap {old} for {new} in all places",
    "turn every {old} into {new}",
    "let it use {new} in place of {old}",
    casual=(
        "{old} is not what we want, it should be {new} in every place.",
        "{new} everywhere, no more {old}.",
        "No {old} in here, please: {new} does that.",
        "Why do we call {old}? {new} is the right one, in all places.",
        "All the calls of {old} should go to {new}.",
        "{old} -> {new} throughout.",
        "We decided against {old}, {new} it is, everywhere.",
    ),
)

_NEW_STATEMENTS = {
    "python": ("return None", "pass", 'raise ValueError("~msg~")', "return []", "~item~ = ~n~",
               'print("~msg~")', "return ~item~", "~items~.sort()"),
    "javascript": ("return null;", 'console.log("~msg~");', 'throw new Error("~msg~");',
                   "const ~item~ = ~n~;", "return ~item~;"),
    "typescript": ("return null;", 'console.log("~msg~");', 'throw new Error("~msg~");',
                   "const ~item~: number = ~n~;", "return [];"),
    "css": ("padding: ~px~;", "color: ~color~;", "margin: 0 auto;"),
    "yaml": ("~item~: ~word~", "~field~: ~n~"),
}  # fmt: skip


def replace_line(context: Context, text: Text) -> Edit | None:
    """Replace one whole line by a given one."""
    if text.language not in _NEW_STATEMENTS or '"""' in text.body:
        return None
    lines = [
        line for line in unique_lines(text.body) if line[-1] not in "{:([,})]" and len(line) < 70
    ]
    if text.language in ("javascript", "typescript", "css"):
        lines = [line for line in lines if line[-1] == ";"]
    lines = [line for line in lines if "`" not in line]
    if not lines:
        return None
    old = context.random.choice(lines)
    new = Slots(context.random).fill(context.random.choice(_NEW_STATEMENTS[text.language]))
    if new in text.body:
        return None
    request = context.say(_LINE, old=context.coded(old, bare=0.0), new=context.coded(new, bare=0.0))
    return Edit(kind="replace line", request=request, text=text, answer=text.body.replace(old, new))


_MATCHING = {
    "python": ((r" *print\(.*\)", "print statements", "print statement"),
               (r" *import .*", "import statements", "import"),
               (r" *assert .*", "assertions", "assertion")),
    "javascript": ((r" *console\.log\(.*\);?", "console.log calls", "console.log"),
                   (r"import .*", "imports", "import")),
    "typescript": ((r" *console\.log\(.*\);?", "console.log statements", "console.log line"),
                   (r"import .*", "imports", "import statement")),
    "css": ((r" *color: .*", "color properties", "color property"),
            (r" *padding: .*", "padding properties", "padding property")),
    "html": ((r" *<img .*", "images", "image"), (r" *<a .*", "links", "link")),
}  # fmt: skip


def delete_matching(context: Context, text: Text) -> Edit | None:
    """Delete all lines of one sort; no block may become empty."""
    pattern, what, one = context.random.choice(_MATCHING.get(text.language, (("$^", "", ""),)))
    lines = text.body.split("\n")
    kept = [line for line in lines if not re.fullmatch(pattern, line)]
    gone = len(lines) - len(kept)
    for i, line in enumerate(lines):
        after_head = i > 0 and lines[i - 1].rstrip().endswith((":", "{", ">"))
        if re.fullmatch(pattern, line) and after_head and text.language != "typescript":
            follows = lines[i + 1] if i + 1 < len(lines) else ""
            if len(indent_of(follows)) < len(indent_of(line)) or not follows.strip():
                return None
    answer = "\n".join(kept).strip("\n")
    if not 0 < gone < len(lines) - 1 or "\n\n\n\n" in answer:
        return None
    if re.search(r"\n\n\n", answer) and "\n\n\n" not in text.body:
        return None
    request = context.say(_DELETE_MATCHING, what=what, one=one)
    return Edit(kind="delete matching", request=request, text=text, answer=answer)


_CALL_PAIRS = {
    "python": (("print", "logger.info"), ("print", "log"), ("append", "add"), ("int", "float"),
               ("print", "logging.debug"), ("open", "codecs.open"), ("len", "count")),
    "javascript": (("console.log", "console.info"), ("console.log", "logger.debug"),
                   ("res.json", "res.send"), ("console.log", "alert"), ("push", "unshift")),
    "typescript": (("console.log", "logger.info"), ("console.log", "console.debug"),
                   ("res.json", "res.send"), ("response.json", "response.send")),
}  # fmt: skip


def change_calls(context: Context, text: Text) -> Edit | None:
    """Call another function at every place where one is called."""
    old, new = context.random.choice(_CALL_PAIRS.get(text.language, (("", ""),)))
    pattern = rf"(?<![\w]){re.escape(old)}(?=\()"
    count = len(re.findall(pattern, text.body)) if old else 0
    if not count or len(re.findall(rf"\b{re.escape(old)}\b", text.body)) != count:
        return None
    form = context.random.choice(("{0}", "{0}", "{0}()"))
    request = context.say(
        _CALLS, old=context.coded(form.format(old)), new=context.coded(form.format(new))
    )
    answer = re.sub(pattern, new, text.body)
    return Edit(kind="change calls", request=request, text=text, answer=answer)
