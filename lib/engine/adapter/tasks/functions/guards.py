"""One line of a function with guards changes: a condition, what is done then, or the result.

Invariant: what is told stands in no other function, and the line keeps its indentation.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.functions.guarded_functions import draw_guards, root
from lib.engine.adapter.tasks.functions.python_functions import draw_function
from lib.engine.adapter.tasks.functions.surroundings import draw_gap, respace, surround
from lib.engine.adapter.tasks.functions.telling import finish, name_function, quote_code
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit


def edit_guard(context: Context) -> Edit | None:
    """Change what a function checks, what it does then, or how it returns its result."""
    make = context.random.choice((_raise, _log, _change_condition, _wrap_result))
    return make(context)


def _finish_line(
    context: Context, kind: str, request: str, told: str, bodies: tuple[str, str]
) -> Edit | None:
    """Return the edit of one function, most often among others that lack what is told."""
    code, changed = bodies
    pieces = surround(context, "python", ["{L}"]) if context.chance(0.6) else ["{L}"]
    rest = draw_gap(context, "python").join(pieces)
    if told in rest:
        return None
    both = rest.replace("{L}", code) + "\0" + rest.replace("{L}", changed)
    body, _, answer = respace(context, "python", both).partition("\0")
    return finish(context, kind, request, "python", (body, answer))


_RAISE = Phrases(
    "If {condition}, {fn} should {new} instead of returning {old}",
    "in {fn}, replace the {line} after {condition} by {new}",
    "{fn} should not return {old} when {condition}, make that line {new}",
    "Where {fn} checks {condition}, write {new} instead of {line}",
    "change the {line} under {condition} in {fn} to {new}",
    "For {condition}, {new} instead of {line}",
    "turn the {line} of the {condition} branch in {fn} into {new}",
    "We want an error if {condition}. Use {new} there instead of {line}.",
    "let {fn} fail if {condition}: {new} in place of {line}",
    casual=(
        "{fn} hides the problem when {condition}: {new} instead of {line}.",
        "Returning {old} for {condition} in {fn} is dangerous, {new} please.",
        "Why does {fn} give {old} if {condition}? It should {new}.",
        "Nobody notices the {old} that comes back for {condition}, so {new} in its place.",
        "{condition} -> {new}, not {line}.",
        "I want a crash when {condition}, so {new} rather than {line}.",
        "{new} instead of {line} for {condition} in {fn}.",
    ),
)
_ERRORS = ("ValueError", "KeyError", "PermissionError", "RuntimeError", "LookupError")


def _raise(context: Context) -> Edit | None:
    code, name, guards = draw_guards(context, "return")
    condition, problem, _ = context.random.choice(guards)
    new = f'raise {context.random.choice(_ERRORS)}("{problem}")'
    match = re.search(rf"    if {re.escape(condition)}:\n +(return (.*))\n", code)
    if match is None:
        return None
    changed = code[: match.start(1)] + new + code[match.end(1) :]
    request = context.say(
        _RAISE, condition=quote_code(context, condition), fn=name_function(context, name),
        new=quote_code(context, new), old=match[2], line=quote_code(context, match[1]),
    )  # fmt: skip
    return _finish_line(context, "raise for return", request, condition, (code, changed))


_LOG = Phrases(
    "change {old} to {new}",
    "turn {old} into {new}, the other calls stay",
    "replace {old} by {new}",
    "The line {old} should be {new}",
    "use {call} instead of {before} in {old}",
    "write {new} instead of {old}",
    "only {old} should become {new}",
    "{old} should use {call}",
    "call {call} rather than {before} in the line {old}",
    "We no longer want {old}. Make it {new}.",
    casual=(
        "{old} is not right, it has to be {new}.",
        "{new}, not {old}.",
        "{old} -> {new}.",
        "That one with {old}: {call} instead.",
        "I want {new} where it says {old}.",
        "So {old}, that one has to go through {call}.",
        "{before} is the wrong call in {old}, {call} is right.",
    ),
)


def _log(context: Context) -> Edit | None:
    calls = ["print", "logger.info", "logger.warning", "logger.error", "logger.debug"]
    before = context.random.choice(("print", "print", "print", *calls))
    after = context.random.choice([call for call in calls if call != before])
    code, _, guards = draw_guards(context, before)
    problem = context.random.choice(guards).problem
    old, new = f'{before}("{problem}")', f'{after}("{problem}")'
    if code.count(old) != 1:
        return None
    request = context.say(
        _LOG, old=quote_code(context, old), new=quote_code(context, new), call=context.coded(after),
        before=context.coded(before),
    )  # fmt: skip
    return _finish_line(context, "log for print", request, old, (code, code.replace(old, new)))


_CONDITION = Phrases(
    "change the condition {old} to {new}",
    "in {fn}, check {new} instead of {old}",
    "The condition {old} of {fn} should be {new}",
    "replace {old} by {new} in {fn}",
    "Where {fn} checks {old}, let it check {new}",
    "The check {old} is wrong. It should be {new}.",
    "write `if` {new} instead of `if` {old} in {fn}",
    "make the condition {new}, now it is {old}",
    "Instead of {old}, {fn} should test {new}",
    casual=(
        "{fn} checks the wrong thing: {new}, not {old}.",
        "{old} is a bug in {fn}, it has to be {new}.",
        "Why {old}? I meant {new} in {fn}.",
        "{new} is what {fn} should check, not {old}.",
        "{old} -> {new} in {fn}.",
        "My mistake in {fn}: the check {old} should have been {new}.",
        "So where {fn} has {old}, we need {new}.",
    ),
)
_OPPOSITES = (
    (" is None", " is not None"), (" == ", " != "), (" != ", " == "), (" > ", " <= "),
    (" < ", " >= "), (" not in ", " in "), (" in ", " not in "),
)  # fmt: skip


def _change_condition(context: Context) -> Edit | None:
    code, name, guards = draw_guards(context, context.random.choice(("return", "print")))
    old, _, more = context.random.choice(guards)
    if context.chance(0.35):
        new = _negate(old)
    elif re.search(rf"[( ]{root(more)}\b", code.partition("\n")[0]):
        new = f"{old} {context.random.choice(('and', 'and', 'or'))} {more}"
    else:
        return None
    line = f"    if {old}:\n"
    if code.count(old) != 1 or line not in code:
        return None
    request = context.say(
        _CONDITION,
        old=quote_code(context, old),
        new=quote_code(context, new),
        fn=name_function(context, name),
    )
    changed = code.replace(line, f"    if {new}:\n")
    return _finish_line(context, "change guard", request, old, (code, changed))


def _negate(condition: str) -> str:
    for sign, opposite in _OPPOSITES:
        if sign in condition:
            return condition.replace(sign, opposite)
    return condition.removeprefix("not ") if condition.startswith("not ") else f"not {condition}"


_WRAP = Phrases(
    "let {fn} return {new} instead of {old}",
    "in {fn}, replace {line} by {new_line}",
    "change the {line} in {fn} to {new_line}",
    "{fn} should return {new}, not {old}",
    "make {fn} return {new}",
    "wrap the return value {old} of {fn}, so that it is {new}",
    "return {new} rather than {old} from {fn}",
    "The last line of {fn} should be {new_line}.",
    "turn {line} into {new_line} in {fn}",
    casual=(
        "{fn} gives back {old}, I need {new}.",
        "{new_line} at the end of {fn}, not {line}.",
        "Just {old} is not enough, {fn} should give {new}.",
        "Can {fn} return {new} and not just {old}?",
        "{line} -> {new_line} in {fn}.",
        "Why {line} in {fn}? {new_line} is better.",
        "Callers of {fn} expect {new}, but they get {old}.",
    ),
)
_WRAPPERS = {"float": ("round({}, 1)", "int({})", "abs({})"), "list": ("sorted({})", "tuple({})"),
             "dict": ("dict({})", "copy({})"), "str": ("str({})", "escape({})"),
             "int": ("abs({})", "float({})"), "bool": ("not ({})", "bool({})")}  # fmt: skip


def _wrap_result(context: Context) -> Edit | None:
    function = draw_function(context)
    code = function.write(typed=context.chance(0.4), documented=context.chance(0.3))
    lines = re.findall(r"(?m)^ +return (.*)$", code)
    wrappers = _WRAPPERS.get(function.returns.partition("[")[0])
    if len(lines) != 1 or not wrappers or not code.endswith(lines[0]):
        return None
    value, wrapper = lines[0], context.random.choice(wrappers)
    if re.match(r"[{\[]|round|max", value) and wrapper in ("dict({})", "bool({})"):
        return None
    new = wrapper.format(value)
    request = context.say(
        _WRAP, fn=name_function(context, function.name), old=quote_code(context, value),
        new=quote_code(context, new), line=quote_code(context, f"return {value}"),
        new_line=quote_code(context, f"return {new}"),
    )  # fmt: skip
    changed = code.replace(f"return {value}", f"return {new}")
    return _finish_line(
        context, "wrap returned value", request, f"return {value}\n", (code, changed)
    )
