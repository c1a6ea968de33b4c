"""Comments of a manifest are removed, all or the told ones, or one is added.

Invariant: the values stay as they are, and `#` inside of a value is no comment.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.manifests.drawing import draw_comments, draw_manifest
from lib.engine.adapter.tasks.manifests.entries import Entry, code_of, told_line
from lib.engine.adapter.tasks.manifests.manifest import Manifest
from lib.engine.adapter.tasks.manifests.wording import drop_place, mark_name, name_where
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.scanning import indent_of
from lib.engine.adapter.tasks.texts import Edit

_NO_COMMENTS = Phrases(
    "remove all comments",
    "strip the comments",
    "delete every comment, also those behind values",
    "Get rid of all the comments.",
    "remove every comment from it",
    "take out all comments",
    "I want it without any comments.",
    "No comments please, just the settings.",
    "clean out the comments, whole lines and those at the end of a line",
    "drop all comments and keep the values",
    "strip all # comments",
    casual=(
        "all those comments, who reads them? Away with every one.",
        "way too many comments in here, I want none at all.",
        "the comments can go, all of them.",
        "just the bare settings w/o any comments.",
        "It is full of # remarks that nobody needs.",
        "no comment should be left.",
        "Nobody outside should see our comments, so not one of them may stay.",
        "could I have this without the comments?",
    ),
)
_NO_TRAILING = Phrases(
    "remove only the comments behind values",
    "delete the comments at the end of lines, but keep those on lines of their own",
    "strip the trailing comments only",
    "remove the end-of-line comments, whole-line comments stay",
    "keep comments that have their own line, remove the others",
    "Only the comments that follow a value should go.",
    "drop the inline comments only",
    casual=(
        "no comments behind values, the ones on their own line are fine.",
        "the remarks at the end of lines disturb me, comment lines do not.",
        "comments only on lines of their own, nothing behind a value.",
        "Why do we write comments behind the values? Those can go, whole comment lines stay.",
        "I'd like the lines without the comments at their end, but the comment lines as they are.",
    ),
)
_NO_WHOLE = Phrases(
    "remove the comments that stand on lines of their own",
    "delete all comment lines, but keep the comments behind values",
    "remove only whole-line comments",
    "drop the lines that are only a comment; inline comments stay",
    "delete every line that is just a comment",
    "Lines that hold nothing but a comment should go.",
    "remove comment lines, leave the trailing comments",
    casual=(
        "no whole-line comments, those behind values are fine.",
        "every line that is nothing but a comment is one too many.",
        "comments behind a value can stay, but no line should be just a comment.",
        "the comment lines take too much room, the short remarks behind values do not.",
        "Who needs lines with only a comment? Not me. Inline comments are okay.",
    ),
)
_NOT_BEHIND = Phrases(
    "remove the comment behind {key} {where}",
    "delete the comment after {key} {where}",
    "remove only the comment on the {key} line {where}",
    "the comment next to {key} {where} should go",
    "{key} {where} needs no comment, delete it but keep the value",
    "drop the comment at the end of the {key} line {where}",
    "strip the comment from `{line}` {where}",
    casual=(
        "no comment behind {key} {where}, please.",
        "{key} {where} is clear enough without the comment behind it.",
        "`{line}` {where}, but without the comment.",
        "The comment at the end of the {key} line {where} is outdated, it can go.",
        "why is there a comment after {key} {where}? I only want the value!",
    ),
)
_NOT_ABOVE = Phrases(
    "remove the comment above {key} {where}",
    "delete the comment line before {key} {where}",
    "remove only the comment over {key} {where}",
    "the comment above {key} {where} should go",
    "delete the line with the comment above {key} {where}",
    "drop the comment that stands over {key} {where}",
    "{key} {where} no longer needs the comment above it, remove that line",
    casual=(
        "no comment above {key} {where}, please.",
        "{key} {where} can do without the comment line above it.",
        "The comment over {key} {where} is outdated, it can go.",
        "what is that comment above {key} {where} for? Away with it!",
        "the line above {key} {where} is only a comment and one too many.",
    ),
)
_PUT_BEHIND = Phrases(
    "add the comment {comment} behind {key} {where}",
    "put the comment {comment} at the end of the {key} line {where}",
    "comment {key} {where} with {comment}, on the same line",
    "after the value of {key} {where}, add the comment {comment}",
    "add {comment} as a trailing comment to {key} {where}",
    "write the comment {comment} behind the value of {key} {where}",
    "append the comment {comment} to the line `{line}` {where}",
    casual=(
        "{key} {where} with {comment} as a comment behind the value.",
        "nobody gets why {key} {where} is set like that, so {comment} as a comment behind it.",
        "comment behind {key} {where}: {comment}.",
        "I'd like to read {comment} as a comment at the end of the {key} line {where}.",
        "At the end of `{line}` {where} a comment is missing, {comment}.",
    ),
)
_PUT_ABOVE = Phrases(
    "add the comment {comment} above {key} {where}",
    "put a comment line {comment} before {key} {where}",
    "above {key} {where}, insert the comment {comment}",
    "write {comment} as a comment on its own line above {key} {where}",
    "insert a comment over {key} {where}: {comment}",
    "The line above {key} {where} should be the comment {comment}.",
    "place the comment {comment} on a line of its own, directly above {key} {where}",
    casual=(
        "comment line above {key} {where}: {comment}.",
        "nobody understands {key} {where}, so {comment} as a comment on the line above it.",
        "right above {key} {where} a comment line is missing, {comment}.",
        "I'd like to read {comment} as a comment line over {key} {where}.",
        "{comment}, that goes as a comment on its own line above {key} {where}.",
    ),
)
_STRIPS = {"all": _NO_COMMENTS, "behind all": _NO_TRAILING, "above all": _NO_WHOLE}
_KINDS = (
    *("all", "all", "all", "behind all", "above all"),
    *("behind one", "above one", "put behind", "put above"),
)


def edit_manifest_comments(context: Context) -> Edit | None:
    """Remove all comments or the told ones, or add one."""
    manifest = draw_manifest(context, comments=1)
    if manifest is None:
        return None
    kind = context.random.choice(_KINDS)
    if kind in _STRIPS:
        return _strip_comments(manifest, kind)
    entries = [e for e in manifest.entries if not e.is_item]
    if kind in ("above one", "put above"):
        entries = [e for e in entries if e.key not in ("name", "title")]
    else:
        entries = [e for e in entries if e.value not in ("", "[")]
    return _edit_comment(manifest, kind, context.random.choice(entries)) if entries else None


def _strip_comments(manifest: Manifest, kind: str) -> Edit | None:
    whole = [line for line in manifest.lines if line and not code_of(line)]
    trailing = [line for line in manifest.lines if code_of(line) not in ("", line)]
    if kind != "all" and not (whole and trailing):
        return None
    lines = []
    for line in manifest.lines:
        code = code_of(line)
        if code or not line:
            lines.append(line if kind == "above all" else code)
        elif kind == "behind all":
            lines.append(line)
    return manifest.edit("strip comments", manifest.context.say(_STRIPS[kind]), lines)


def _edit_comment(manifest: Manifest, kind: str, entry: Entry) -> Edit | None:
    context, lines, n = manifest.context, list(manifest.lines), entry.line
    place, line, above = manifest.place(entry), lines[n], lines[n - 1] if n else ""
    is_followed, is_topped = code_of(line) != line, above.lstrip().startswith("#")
    (comment,) = draw_comments(manifest.random, 1)
    is_first_of_item = line.lstrip().startswith("- ") and "above" in kind
    if place is None or comment in manifest.body or is_first_of_item:
        return None
    if kind == "behind one" and is_followed:
        lines[n], phrases = code_of(line), _NOT_BEHIND
    elif kind == "above one" and is_topped:
        phrases = _NOT_ABOVE
        del lines[n - 1]
    elif kind == "put behind" and not is_followed and manifest.shape.language != "env":
        gap = re.search(r"\S( +)#", manifest.body)
        lines[n], phrases = line + (gap[1] if gap else "  ") + comment, _PUT_BEHIND
    elif kind == "put above" and not is_topped:
        lines.insert(n, indent_of(line) + comment)
        phrases = _PUT_ABOVE
    else:
        return None
    shown = context.quoted(comment if context.chance(0.5) else comment[2:], bare=0)
    request = context.say(
        phrases,
        key=context.coded(entry.key),
        where=name_where(manifest, place) or "@",
        comment=shown,
        line=told_line(line),
    )
    return manifest.edit("strip comments", mark_name(drop_place(request), entry.key), lines)
