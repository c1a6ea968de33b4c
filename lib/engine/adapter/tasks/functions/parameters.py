"""A function takes as a parameter what it had hard-coded.

Invariant: the default is the literal that stood there, so every caller gets what it got before.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.functions.literals import Literal, draw_literal, resolve
from lib.engine.adapter.tasks.functions.surroundings import draw_gap
from lib.engine.adapter.tasks.functions.telling import finish, name_function
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit

_PARAMETER = Phrases(
    "give {fn} a parameter {name} with default {value} and use it in {where}",
    "add a parameter {name} (default {value}) to {fn} and use it instead of {value} in {where}",
    "make the {value} in {where} a parameter of {fn}, called {name}, with {value} as default",
    "in {fn}, replace the hard-coded {value} in {where} by a new parameter {decl}",
    "turn the {value} of {where} into a parameter {name} of {fn} that defaults to {value}",
    "The {value} in {where} should be a parameter {decl} of {fn}",
    "I want to choose the {value} in {where}. Add {decl} to the parameters of {fn} and use it.",
    "add {decl} to the signature of {fn} and write {name} in place of {value} in {where}",
    "The {value} in {where} is hard-coded. Make it a parameter {name} of {fn}, default {value}.",
    "We now need {decl} as a parameter of {fn}. Use it in {where} instead of {value}.",
    "pull the {value} in {where} out into a parameter {name} of {fn} (default {value})",
    "let callers of {fn} set the {value} in {where}: new parameter {decl}",
    "extend {fn} by the parameter {decl} and use it for the {value} in {where}",
    "{fn} should take {decl} and use it in {where} instead of the fixed {value}",
    casual=(
        "I can't set the {value} in {where} from outside, so {fn} needs {decl} for it.",
        "Not everybody wants {value} in {where}, so {fn} should take {decl} instead.",
        "{value} in {where} is too rigid: {fn} with a new parameter {decl} please.",
        "Why is {value} fixed in {where}? Callers of {fn} should choose: {decl}.",
        "New parameter for {fn}: {decl}, used in {where} instead of {value}.",
        "{fn}: + {decl}, for the {value} in {where}.",
        "Some callers need another value in {where}, so {fn} gets {name}, {value} by default.",
        "Can {fn} take {decl} and use it in {where}?",
    ),
)
_TYPED_PARAMETER = Phrases(
    "add the parameter {decl} to {fn} and use it instead of {value} in {where}",
    "in {fn}, replace the hard-coded {value} in {where} by a new parameter {decl}",
    "The {value} in {where} should be a parameter of {fn}: {decl}",
    "We now need {decl} as a parameter of {fn}. Use it in {where} instead of {value}.",
    "give {fn} one more parameter, {decl}, which replaces the {value} in {where}",
    "let callers of {fn} set the {value} in {where}: new parameter {decl}",
    "extend {fn} by the parameter {decl} and use it for the {value} in {where}",
    "{fn} should take {decl} and use it in {where} instead of the fixed {value}",
    "The {value} in {where} is hard-coded. Make it a parameter of {fn}, {decl}.",
    "add {decl} to the signature of {fn} and write {name} in place of {value} in {where}",
    casual=(
        "{where} should not be stuck with {value}, so {fn} needs a parameter {decl}.",
        "One more parameter for {fn}: {decl}. It replaces the {value} in {where}.",
        "The {value} in {where} is up to the caller of {fn} from now on: {decl}.",
        "The tests want to vary the {value} in {where}, so {decl} as a parameter of {fn}.",
        "Could {fn} have {decl}, and {where} use that instead of {value}?",
        "Hard-coding {value} in {where} was silly, put {decl} into {fn} and use it there.",
        "{fn} takes {decl} now, and {where} uses it in place of {value}.",
    ),
)


def edit_parameter(context: Context) -> Edit | None:
    """Let a function take what it had hard-coded."""
    literal = draw_literal(context)
    if literal is None:
        return None
    declared = _declare(literal)
    told = resolve(literal.code, told=literal.name, parameter=declared)
    gap = draw_gap(context, literal.language)
    request = context.say(
        _TYPED_PARAMETER if literal.is_typed else _PARAMETER,
        fn=name_function(context, literal.function),
        name=context.coded(literal.name),
        decl=context.coded(declared, bare=0.1),
        value=literal.value,
        where=context.coded(literal.where, bare=0.1),
    )
    before = resolve(gap.join(literal.pieces), told=literal.value)
    after = gap.join(told if piece == literal.code else piece for piece in literal.pieces)
    return finish(context, "literal to parameter", request, literal.language, (before, after))


def _declare(literal: Literal) -> str:
    """Return the parameter with its default, as it stands in the signature."""
    value, is_python = literal.value, literal.language == "python"
    if not literal.is_typed:
        return literal.name + ("=" if is_python else " = ") + value
    if is_python:
        kind = "str" if not literal.is_number else "float" if "." in value else "int"
    else:
        kind = "number" if literal.is_number else "string"
    return f"{literal.name}: {kind} = {value}"
