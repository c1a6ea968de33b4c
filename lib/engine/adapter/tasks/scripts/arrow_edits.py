"""A function becomes an arrow function or a declaration, or gets or loses its braces.

Invariant: only the told function changes; the others are mostly written in the same form.
"""

from __future__ import annotations

from dataclasses import replace

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.scripts.function_patterns import CALLING, PLAIN, SHORT
from lib.engine.adapter.tasks.scripts.functions import Function, draw_state, name_function
from lib.engine.adapter.tasks.scripts.programs import draw_functions, draw_script
from lib.engine.adapter.tasks.scripts.telling import make_edit, say
from lib.engine.adapter.tasks.scripts.writing import Style
from lib.engine.adapter.tasks.texts import Edit

_TO_ARROW = Phrases(
    "convert {place} to an arrow function{how}",
    "turn {place} into an arrow function{how}",
    "rewrite {place} as an arrow function{how}",
    "make {name} an arrow function{how}",
    "change {place} into a const with an arrow function{how}",
    "use an arrow function for {name}{how}",
    "{place} should be an arrow function{how}",
    "We write arrow functions here, make {name} one too{how}.",
    "write {name} as a const arrow function{how}",
    "replace {place} by an arrow function of the same name{how}",
    "{name} should be a const holding an arrow function{how}",
    "define {name} with an arrow instead of the function keyword{how}",
    "We want {name} as an arrow function{how}.",
    casual=(
        "We are moving to arrows: {name} should be an arrow function{how}.",
        "{place} as an arrow function{how}, please.",
        "Can {name} be an arrow function{how}?",
        "I think {name} should be a const with an arrow{how}.",
        "The style guide is clear: {name} has to be an arrow function{how}.",
        "No function keyword for {name}, make it an arrow{how}.",
        "{name}: arrow function{how}.",
    ),
)
_TO_FUNCTION = Phrases(
    "convert {place} to a function declaration",
    "turn {place} into a normal function declaration",
    "use the function keyword for {name} instead of an arrow",
    "rewrite {place} as a regular function declaration",
    "change {name} from an arrow function to a function declaration",
    "{name} should be a function declaration, not an arrow function",
    "make {name} a normal named function instead of a const",
    "declare {name} with `function`",
    "We want {name} as a plain function declaration.",
    "replace the arrow function {name} by a function declaration",
    "{place} should become a normal function with the function keyword",
    casual=(
        "{name} needs hoisting, so a real function declaration please.",
        "These arrows are hard to read. {name} as a normal function declaration, please.",
        "Why is {name} an arrow function? A plain function declaration would do.",
        "{name} with the function keyword, not as an arrow.",
        "I want `function` for {name} instead of const and an arrow.",
        "No arrow for {name}. The function keyword please.",
        "Could {place} be declared as a regular function again?",
    ),
)
_ADD_BRACES = Phrases(
    "give the arrow function {name} a block body with a return",
    "add braces and a return to the arrow function {name}",
    "write {name} with curly braces and an explicit return, still as an arrow function",
    "the arrow function {name} should have a block body with return",
    "expand {name} to a block body with an explicit return",
    "use braces and return in the arrow function {name}",
    "I want to add a log line to {name} later, so give it braces and a return.",
    casual=(
        "{name} needs room for more lines: an arrow with braces and a return.",
        "I want to set a breakpoint in {name}, so the arrow needs braces and a return.",
        "{name}: block body with return, still an arrow.",
        "The arrow {name} is too dense, it should have braces and an explicit return.",
        "Can the arrow function {name} have curly braces and a return?",
        "{name} as `=> {{ return ... }}`, please.",
    ),
)
_DROP_BRACES = Phrases(
    "shorten the arrow function {name} to an expression body",
    "drop the braces and the return of {name}",
    "write {name} as a one-line arrow function without return",
    "the arrow function {name} should have no braces and no return",
    "make {name} a concise arrow function without a block",
    "remove the curly braces and the return from {name}",
    "{name} should be a one-liner, without braces and return",
    casual=(
        "{name} only returns something, so no braces and no return there.",
        "Why does {name} have a block? It fits on one line without braces and return.",
        "{name}: expression body, no return.",
        "The braces and the return in {name} are just noise.",
        "Can {name} be a one-line arrow w/o braces and return?",
        "{name} could be so short: just the arrow and the value, no block.",
    ),
)
_OPS = {
    "block": ("to arrow function", _TO_ARROW),
    "short": ("to arrow function", _TO_ARROW),
    "back": ("to function declaration", _TO_FUNCTION),
    "add braces": ("arrow braces", _ADD_BRACES),
    "drop braces": ("arrow braces", _DROP_BRACES),
}
"""Of each operation its kind, and how it is asked for."""


def edit_arrow(context: Context) -> Edit:
    """Write one function as an arrow function, or the other way round, or with other braces."""
    random, is_typed = context.random, context.chance(0.5)
    op = random.choice(("block", "block", "short", "back", "back", "add braces", "drop braces"))
    is_short = op in ("short", "add braces", "drop braces") or (
        op == "back" and context.chance(0.4)
    )
    patterns = SHORT if is_short else PLAIN + CALLING
    functions = draw_functions(context, patterns, PLAIN + SHORT + SHORT, is_typed=is_typed)
    functions = [draw_state(context, function, "drop") for function in functions]
    old, new = {
        "block": (random.choice(("function", "function", "expression")), "arrow"),
        "short": ("function", "short"),
        "back": ("short" if is_short else "arrow", "function"),
        "add braces": ("short", "arrow"),
        "drop braces": ("arrow", "short"),
    }[op]
    is_bare = not is_typed and op not in ("block", "short") and context.chance(0.3)
    functions = [_in_form(context, one, old, is_bare=is_bare) for one in functions]
    told = replace(functions[0], form=old)
    script, index = draw_script(context, told, functions[1:], keep_form=True)
    told, style = script.functions[index], Style.draw(random)
    changed = replace(told, form=new, is_bare=told.is_bare and new != "function")
    how = ""
    if told.is_short and op == "block":
        how = random.choice((", with a block body", " and keep the braces and the return"))
    elif op == "short":
        how = random.choice((" without braces and return", ", with an expression body",
                             " on one line, without a block"))  # fmt: skip
    kind, phrases = _OPS[op]
    name = context.coded(told.name)
    request = say(context, phrases, place=name_function(context, told), name=name, how=how)
    source, answer = (
        style.apply(one.write()) for one in (script, script.with_function(index, changed))
    )
    return make_edit(context, kind, request, source, answer, is_typed=is_typed)


def _in_form(context: Context, function: Function, form: str, *, is_bare: bool) -> Function:
    """Return a function that stays, mostly in the form of the told one."""
    if not context.chance(0.7):
        form = context.random.choice(("function", "arrow"))
    if form == "short" and not function.is_short:
        form = "arrow"
    is_bare = is_bare and form in ("arrow", "short") and function.params.isidentifier()
    return replace(function, form=form, is_bare=is_bare)
