"""One thing changes in the signature of one function among several.

Invariant: the signature is written twice from the same function; the lines below it stay.
"""

from __future__ import annotations

from dataclasses import replace

from lib.engine.adapter.tasks.functions.python_functions import Function, draw_function
from lib.engine.adapter.tasks.functions.surroundings import draw_gap, restyle
from lib.engine.adapter.tasks.functions.telling import finish, name_function
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit

_Change = tuple[str, str, str, str] | None
"""The kind, the request, and the signature before and after."""


def edit_told_signature(context: Context) -> Edit | None:
    """Change one thing in the signature of one function among several."""
    random = context.random
    count = random.randrange(2, 4) + (context.size > 500)
    told, *others = (draw_function(context) for _ in range(count))
    place = random.randrange(count)
    others_typed, told_typed = context.chance(0.5), context.chance(0.5)
    change = random.choice(_CHANGES)(context, told, told_typed)
    if change is None:
        return None
    kind, request, before, after = change
    documented = context.chance(0.3)
    pieces = [one.write(typed=others_typed, documented=documented) for one in others]
    rest = told.write(typed=True, documented=documented).partition("\n")[2]
    pieces.insert(place, before + "\n" + rest)
    body = restyle(context, "python", draw_gap(context, "python").join(pieces))
    if '"' in before and before not in body:
        before, after, request = (part.replace('"', "'") for part in (before, after, request))
    if body.count(before) != 1:
        return None
    return finish(context, kind, request, "python", (body, body.replace(before, after)))


_RETURN = Phrases(
    "add the return type {new} to {fn}",
    "annotate {fn} with the return type {new}",
    "{fn} should have the return type {new}",
    "give {fn} the return annotation {arrow}",
    "add {arrow} to {fn}",
    "declare that {fn} returns {new}",
    "put the return annotation {arrow} on {fn}",
    "The return type of {fn} is missing. It is {new}.",
    "write {arrow} after the parameters of {fn}",
    "let the signature of {fn} say that it returns {new}",
    casual=(
        "{fn}: {arrow}.",
        "mypy wants a return type on {fn}, that would be {new}.",
        "No return type on {fn}? It gives back {new}.",
        "What does {fn} return? {new}, and I want to see that in the signature.",
        "I can't see that {fn} returns {new}, an annotation would help.",
        "{arrow} is missing on {fn}.",
        "Return type {new} for {fn}, please.",
        "So {fn} gives us {new}, the signature should say so.",
    ),
)
_OTHER_RETURN = Phrases(
    "change the return type of {fn} to {new}",
    "The return type of {fn} should be {new} instead of {old}",
    "{fn} should be annotated with {new}, not {old}",
    "The return annotation of {fn} is wrong. It should be {new}.",
    "replace the return type {old} of {fn} by {new}",
    "make the return annotation of {fn} {arrow}",
    "set the return type of {fn} to {new}",
    "use {new} as the return type of {fn}, {old} is wrong",
    "{fn} has the wrong return type: make it {arrow}",
    "correct the return type of {fn} from {old} to {new}",
    casual=(
        "{fn} says it returns {old}, but {new} is the truth.",
        "{arrow} for {fn}, not {old}.",
        "Why is {fn} annotated with {old}? It gives back {new}.",
        "mypy complains about {fn}: the return type is {new}, not {old}.",
        "{old} is a lie, the return type of {fn} is {new}.",
        "Return type of {fn}: {old} -> {new}.",
        "Somebody got the return type of {fn} wrong, {new} is right.",
        "The signature of {fn} promises {old}, but it should promise {new}.",
    ),
)
_WRONG_TYPES = ("str", "int", "None", "list", "dict", "bool", "float", "Any", "object")


def _add_return(context: Context, told: Function, typed: bool) -> _Change:
    written = [parameter.write(typed=typed) for parameter in told.parameters]
    old = ""
    if typed and context.chance(0.5):
        old = context.random.choice(_WRONG_TYPES)
        if old == told.returns:
            return None
    request = context.say(
        _OTHER_RETURN if old else _RETURN,
        new=context.coded(told.returns),
        old=context.coded(old),
        arrow=context.coded(f"-> {told.returns}"),
        fn=name_function(context, told.name),
    )
    kind = "change return type" if old else "add return type"
    return kind, request, told.head(written, old), told.head(written, told.returns)


_ANNOTATE = Phrases(
    "annotate the parameter {parameter} of {fn} as {new}",
    "add the type {new} to the parameter {parameter} of {fn}",
    "in {fn}, give {parameter} the type {new}",
    "The parameter {parameter} of {fn} should be annotated with {new}",
    "add a type hint to {fn}: {parameter} is {new}",
    "declare {parameter} in {fn} as {new}",
    "{parameter} in {fn} is {new}, add the annotation",
    "put the type hint {new} on {parameter} in {fn}",
    "type {parameter} of {fn} as {new}",
    "We want a type hint for {parameter} in {fn}: {new}.",
    casual=(
        "{parameter} in {fn} has no type, it is {new}.",
        "What is {parameter} in {fn}? {new}, so please annotate it.",
        "My editor can't guess {parameter} in {fn}, tell it that this is {new}.",
        "{parameter}: {new} in {fn}.",
        "{fn} always gets {new} for {parameter}, a hint in the signature would be nice.",
        "No type on {parameter} of {fn}? {new}, please.",
        "Could {parameter} in {fn} get its type hint? It is {new}.",
        "{new} for {parameter} in {fn}, as the annotation.",
    ),
)


def _annotate(context: Context, told: Function, typed: bool) -> _Change:
    place = context.random.randrange(len(told.parameters))
    chosen = told.parameters[place]
    before = [one.write(typed=typed) for one in told.parameters]
    after = list(before)
    before[place], after[place] = chosen.write(typed=False), chosen.write(typed=True)
    returns = told.returns if typed else ""
    request = context.say(
        _ANNOTATE,
        parameter=context.coded(chosen.name),
        new=context.coded(chosen.kind),
        fn=name_function(context, told.name),
    )
    return "annotate parameter", request, told.head(before, returns), told.head(after, returns)


_GIVE_DEFAULT = Phrases(
    "give the parameter {parameter} of {fn} the default {new}",
    "in {fn}, let {parameter} default to {new}",
    "The parameter {parameter} of {fn} should have the default value {new}",
    "make {parameter} of {fn} optional with {new} as default",
    "add the default {new} to {parameter} in {fn}",
    "set a default for {parameter} in {fn}: {new}",
    "{parameter} of {fn} should default to {new}",
    "We now need a default for {parameter} in {fn}. Use {new}.",
    "let callers of {fn} leave out {parameter}, which is {new} then",
    "use {new} as the default value for {parameter} in {fn}",
    casual=(
        "Almost everybody passes {new} for {parameter} in {fn}, so that should be the default.",
        "{parameter} in {fn}: {new} if nobody says otherwise.",
        "Why do I have to pass {parameter} to {fn} every time? {new} should be the default.",
        "When {parameter} is left out, {fn} should take {new}.",
        "{new} by default for {parameter} in {fn}.",
        "I don't want to type {parameter} in every call of {fn}, so default to {new}.",
        "Could {parameter} in {fn} be optional? {new} then.",
    ),
)
_DEFAULTS = {"int": ("1", "10", "100", "5"), "str": ('""', '"default"', '"en"', '"main"'),
             "float": ("0.0", "1.0", "0.5", "10.0"), "bool": ("True", "False")}  # fmt: skip


def _give_default(context: Context, told: Function, typed: bool) -> _Change:
    bare = [i for i, one in enumerate(told.parameters) if not one.default]
    if not bare or told.parameters[bare[-1]].kind not in _DEFAULTS:
        return None
    chosen = told.parameters[bare[-1]]
    new = context.random.choice(_DEFAULTS[chosen.kind])
    before = [one.write(typed=typed) for one in told.parameters]
    after = list(before)
    after[bare[-1]] = replace(chosen, default=new).write(typed=typed)
    returns = told.returns if typed else ""
    request = context.say(
        _GIVE_DEFAULT,
        parameter=context.coded(chosen.name),
        new=new,
        fn=name_function(context, told.name),
    )
    return "give default", request, told.head(before, returns), told.head(after, returns)


_KEYWORD_ONLY = Phrases(
    "make {parameter} keyword-only in {fn}",
    "make the parameter {parameter} of {fn} keyword-only",
    "{parameter} of {fn} should be keyword-only",
    "put {star} before {parameter} in the signature of {fn}",
    "in {fn}, turn {parameter} into a keyword-only parameter",
    "insert {star} in {fn} so that {parameter} must be passed by name",
    "Callers of {fn} must pass {parameter} by name, add the {star}",
    "add a bare {star} to {fn} right before {parameter}",
    "only allow {parameter} of {fn} to be passed by keyword",
    "force {parameter} to be given as a keyword in {fn}",
    casual=(
        "Nobody should pass {parameter} to {fn} by position.",
        "{parameter} only by name in {fn}, please.",
        "People mix up the order, so {parameter} of {fn} has to be keyword-only.",
        "A bare {star} before {parameter} in {fn} would be safer.",
        "{fn}: {parameter} keyword-only.",
        "I want every call of {fn} to spell out {parameter}, so a {star} before it please.",
        "Can {fn} insist on the name for {parameter}? A {star} would do.",
    ),
)


def _make_keyword_only(context: Context, told: Function, typed: bool) -> _Change:
    chosen = told.parameters[-1]
    before = [one.write(typed=typed) for one in told.parameters]
    returns = told.returns if typed else ""
    request = context.say(
        _KEYWORD_ONLY,
        parameter=context.coded(chosen.name),
        star="`*`",
        fn=name_function(context, told.name),
    )
    after = told.head([*before[:-1], "*", before[-1]], returns)
    return "keyword-only", request, told.head(before, returns), after


_CHANGES = (_add_return, _add_return, _annotate, _give_default, _make_keyword_only)
