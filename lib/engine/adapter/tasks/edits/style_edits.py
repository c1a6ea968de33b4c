"""Rewrites of style: quotes, declarations, comparisons, string building, whole lines.

Invariant: what the program does stays the same, except where the request says otherwise.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.scanning import find_strings, indent_of
from lib.engine.adapter.tasks.texts import Edit, Text

_QUOTES = Phrases(
    "use {kind} quotes for all strings",
    "change all strings to {kind} quotes",
    "replace {other} quotes with {kind} quotes",
    "use {kind} quotes instead of {other} quotes",
    "convert the {other} quotes to {kind} quotes",
    "switch all quotes to {kind} quotes",
    "write all strings in {kind} quotes",
    "the strings should have {kind} quotes, not {other} ones",
    "turn {other} quotes into {kind} quotes",
    "let every string use {kind} quotes",
    casual=(
        "{kind} quotes everywhere, not {other} ones.",
        "Our formatter wants {kind} quotes for the strings.",
        "I can't stand {other} quotes, {kind} ones please.",
        "Why are the strings in {other} quotes? We use {kind} quotes.",
        "All strings in {kind} quotes, please.",
        "The {other} quotes should all be {kind} ones.",
        "Style guide: {kind} quotes.",
    ),
)

_DECLARE = Phrases(
    "replace {old} with {new}",
    "use {new} instead of {old}",
    "change every {old} to {new}",
    "replace all {old} with {new}",
    "convert {old} to {new}",
    "replace each {old} by {new}",
    "change {old} to {new} everywhere",
    "declare the variables with {new} instead of {old}",
    "turn every {old} into {new}",
    "swap {old} for {new}",
    casual=(
        "No {old} here any more, only {new}.",
        "{new}, not {old}, everywhere.",
        "Why do we still write {old}? It is {new} here.",
        "Every {old} should be a {new}.",
        "The linter wants {new} where we have {old}.",
        "{old} -> {new}, all of them.",
        "I would rather have {new} than {old} for the variables.",
    ),
)

_STRICT = Phrases(
    "use {new} instead of {old}",
    "replace every {old} with {new}",
    "change {old} to {new}",
    "compare with {new} instead of {old}",
    "replace {old} by {new} in all comparisons",
    casual=(
        "{old} is dangerous, {new} in all comparisons please.",
        "The linter wants {new}, not {old}.",
        "Why {old}? We always compare with {new}.",
        "All comparisons with {new}, none with {old}.",
        "No {old} in our code, only {new}.",
        "{old} -> {new} everywhere.",
    ),
)

_INTERPOLATE = Phrases(
    "use {form} instead of concatenation",
    "convert the string concatenation to {form}",
    "turn the concatenated string into {form}",
    "replace the concatenation with {form}",
    "rewrite the string with {form}",
    "build the message with {form}",
    "use {form} for the message",
    "change the string concatenation to {form}",
    "write the message as {form}",
    "make the concatenated string {form}",
    casual=(
        "These plus signs hurt my eyes, {form} please.",
        "Why is the string glued together with +? I want {form} there.",
        "No + for the string, {form} instead.",
        "The message would read better as {form}.",
        "I prefer {form} to the + in that string.",
        "Can we have {form} instead of the concatenation?",
    ),
)

_CONDITION = Phrases(
    "change the condition {old} to {new}",
    "replace the condition {old} with {new}",
    "change {old} to {new}",
    "use {new} instead of {old}",
    "the condition should be {new} instead of {old}",
    "change the comparison {old} to {new}",
    "replace {old} by {new}",
    "turn the check {old} into {new}",
    "The check should be {new}, not {old}.",
    "let the condition {old} be {new}",
    casual=(
        "{old} is wrong, it has to be {new}.",
        "There is a bug: {new} it should be, not {old}.",
        "{new}, not {old}.",
        "{old} -> {new}.",
        "Why {old}? I meant {new}.",
        "The condition I want is {new}, so {old} has to change.",
        "We should test {new} there and not {old}.",
        "So {old}, that check has to be {new}.",
    ),
)

_INDENT = Phrases(
    "indent with {new} spaces instead of {old}",
    "change the indentation from {old} to {new} spaces",
    "use {new} spaces for indentation",
    "re-indent the code with {new} spaces",
    "set the indentation to {new} spaces",
    casual=(
        "{new} spaces per level, not {old}.",
        "We indent with {new} spaces here.",
        "Why is this indented with {old} spaces? {new} is our standard.",
        "Indentation: {new} spaces.",
        "My editor expects {new} spaces of indentation, this has {old}.",
        "{old} spaces of indentation look odd to me, {new} please.",
    ),
)


def change_quotes(context: Context, text: Text) -> Edit | None:
    """Write every string in the other kind of quotes."""
    literals = find_strings(text.body)
    if not literals or any(m[0].startswith(('"""', "`")) for m in literals):
        return None
    mark = literals[0][0][0]
    other = {'"': "'", "'": '"'}[mark]
    plain = [m for m in literals if m[0][0] == mark and "{" not in m[0] and "\\" not in m[0]]
    if len(plain) != len(literals) or other in text.body or "#" in text.body:
        return None
    names = {'"': "double", "'": "single"}
    request = context.say(_QUOTES, kind=names[other], other=names[mark])
    answer = text.body.replace(mark, other)
    return Edit(kind="change quotes", request=request, text=text, answer=answer)


def change_declarations(context: Context, text: Text) -> Edit | None:
    """`var` to `let`, `let` to `var`, `const` to `let`, `==` to `===` and back."""
    if text.language not in ("javascript", "typescript"):
        return None
    if context.chance(0.4):
        return _change_strictness(context, text)
    old, new = context.random.choice((("const", "let"), ("let", "var"), ("const", "var")))
    if not re.search(rf"\b{old} ", text.body) or re.search(rf"\b{new} ", text.body):
        return None
    body, answer = text.body, re.sub(rf"\b{old} ", f"{new} ", text.body)
    if new == "var" or context.chance(0.5):
        body, answer, old, new = answer, body, new, old  # modern code is the answer
    if old not in body or re.search(rf"\b{new} ", body):
        return None
    source = Text(body=body, language=text.language, noun=text.noun)
    request = context.say(_DECLARE, old=context.coded(old), new=context.coded(new))
    return Edit(kind="change declarations", request=request, text=source, answer=answer)


def _change_strictness(context: Context, text: Text) -> Edit | None:
    strict = text.body
    loose = strict.replace("===", "==").replace("!==", "!=")
    if strict == loose or "!==" in strict:
        return None
    source = Text(body=loose, language=text.language, noun=text.noun)
    request = context.say(_STRICT, old=context.coded("=="), new=context.coded("==="))
    return Edit(kind="change comparisons", request=request, text=source, answer=strict)


_BUILT = re.compile(
    r"""(["'])(?P<a>[^"'{}\n]+)\1 \+ (?P<b>\w+(?:\.\w+)*)(?: \+ (["'])(?P<c>[^"'{}\n]+)\4)?"""
)


def interpolate(context: Context, text: Text) -> Edit | None:
    """Turn a concatenation into an f-string or a template literal."""
    found = list(_BUILT.finditer(text.body))
    if len(found) != 1 or text.language not in ("python", "javascript", "typescript"):
        return None
    match = found[0]
    rest = text.body[match.end() :].lstrip(" ")
    if rest.startswith("+") or text.body[: match.start()].rstrip().endswith("+"):
        return None
    quote, tail = match[1], match["c"] or ""
    if text.language == "python":
        new = f"f{quote}{match['a']}{{{match['b']}}}{tail}{quote}"
        form = context.random.choice(("an f-string", "an f-string", "f-strings"))
    else:
        new = f"`{match['a']}${{{match['b']}}}{tail}`"
        form = context.random.choice(("a template literal", "a template string"))
    answer = text.body[: match.start()] + new + text.body[match.end() :]
    request = context.say(_INTERPOLATE, form=form)
    return Edit(kind="interpolate string", request=request, text=text, answer=answer)


def change_condition(context: Context, text: Text) -> Edit | None:
    """Change the operator or the number of one comparison."""
    found = re.findall(
        r"(?<![%*/+-] )(?<![\w.\"])[\w.\[\]\"]+ (?:[<>]=?|===?|!==?) [\w.\"]+", text.body
    )
    found = [old for old in found if text.body.count(old) == 1 and '"""' not in old]
    if not found or text.language not in ("python", "javascript", "typescript", "sql"):
        return None
    old = context.random.choice(found)
    left, sign, right = old.split(" ")
    flips = {">": "<", "<": ">", ">=": ">", "<=": "<", "==": "!=", "===": "!==", "!==": "==="}
    if context.chance(0.6):
        sign = context.random.choice((flips.get(sign, sign), sign.rstrip("=") + "="))
        if sign == "=":
            return None
    if re.fullmatch(r"\d+", right) and (context.chance(0.5) or f"{left} {sign} {right}" == old):
        right = str(int(right) + context.random.choice((1, 2, 5, 10)))
    new = f"{left} {sign} {right}"
    if new == old or new in text.body:
        return None
    request = context.say(
        _CONDITION, old=context.coded(old, bare=0.0), new=context.coded(new, bare=0.0)
    )
    return Edit(
        kind="change condition", request=request, text=text, answer=text.body.replace(old, new)
    )


def change_indentation(context: Context, text: Text) -> Edit | None:
    """Indent with two spaces instead of four or the other way round."""
    steps = [len(indent_of(line)) for line in text.body.split("\n") if line.startswith(" ")]
    if not steps or text.language not in ("python", "javascript", "typescript", "css", "html"):
        return None
    old = min(steps)
    if old not in (2, 4) or any(step % old for step in steps) or '"""' in text.body:
        return None
    new = 6 - old
    answer = re.sub(r"(?m)^ +", lambda match: " " * (len(match[0]) // old * new), text.body)
    request = context.say(_INDENT, old=str(old), new=str(new))
    return Edit(kind="change indentation", request=request, text=text, answer=answer)
