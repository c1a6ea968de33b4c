"""Parameters, defaults and types of functions.

Invariant: only the signature changes; a request names the function, the parameter and the type.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lib.engine.adapter.tasks.edits.value_edits import other_value
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit, Text
from lib.engine.adapter.tasks.words import FIELDS, NOUNS, STRING_WORDS

_DEFAULT = Phrases(
    "change the default of {parameter} to {new}",
    "change the default value of {parameter} from {old} to {new}",
    "set the default of {parameter} in {place} to {new}",
    "make {new} the default for {parameter}",
    "the default of {parameter} should be {new}, change it",
    "change the default value of {parameter} to {new}",
    "in {place}, let {parameter} default to {new}",
    "use {new} as the default for {parameter}",
    "The default for {parameter} should be {new} instead of {old}.",
    "let {parameter} be {new} by default",
    casual=(
        "{parameter} should be {new} when nobody sets it.",
        "{old} is a bad default for {parameter}, {new} is better.",
        "Default for {parameter}: {new}, not {old}.",
        "Why does {parameter} in {place} default to {old}? I want {new}.",
        "Most people pass {new} for {parameter} anyway, so let that be the default.",
    ),
)
_ADD = Phrases(
    "add a parameter {new} to {place}",
    "add the parameter {new} to {place}",
    "give {place} one more parameter {new}",
    "add {new} as the last parameter of {place}",
    "extend {place} by a parameter {new}",
    "add an argument {new} to {place}",
    "{place} needs another parameter {new}, add it",
    "let {place} take one more argument, {new}",
    "append the parameter {new} to the signature of {place}",
    "add a last parameter {new} to {place}",
    casual=(
        "{place} takes one more parameter now: {new}.",
        "One more parameter for {place}, at the end: {new}.",
        "I want to pass something new to {place}: {new}, as the last parameter.",
        "Why can't {place} take {new}? Last parameter, please.",
        "{new} in the signature of {place}, as the last parameter.",
        "+ {new} at the end of the parameters of {place}.",
    ),
)
_REMOVE_DEFAULT = Phrases(
    "remove the default of {parameter}",
    "delete the default value of {parameter}",
    "{parameter} should not have a default, remove it",
    "remove the default value {old} of {parameter}",
    "take the default of {parameter} away",
    "drop the default of {parameter} in {place}",
    casual=(
        "Callers should always pass {parameter} themselves, so no default please.",
        "{parameter} without a default in {place}.",
        "The default {old} of {parameter} hides mistakes, I don't want it.",
    ),
)
_HINT = Phrases(
    "add type hints to {place}: {hints}",
    "add type hints: {hints}",
    "annotate {place}: {hints}",
    "add these type hints to {place}: {hints}",
    "give {place} type hints, {hints}",
    "add type annotations to {place} ({hints})",
    "in {place}, add type hints: {hints}",
    "type the function {name}: {hints}",
    "write type hints for {place}, {hints}",
    "annotate the parameters of {place}: {hints}",
    casual=(
        "No types on {place} yet: {hints}.", "{place}, with type hints: {hints}.",
        "mypy wants types on {place}: {hints}.",
        "I always forget the types of {place}, so write them down: {hints}.",
    ),
)  # fmt: skip
_ASYNC = Phrases(
    "make {place} async",
    "make {place} asynchronous",
    "turn {place} into an async function",
    "{place} should be async, change that",
    "declare {place} as async",
    "add async to {place}",
    casual=("{place} with async, please.", "Why is {place} not async? It should be."),
)  # fmt: skip
_TYPE = Phrases(
    "change the type of {parameter} from {old} to {new}",
    "change the type of {parameter} to {new}",
    "{parameter} should be a {new} instead of a {old}, change it",
    "make {parameter} a {new}",
    "let {parameter} be of type {new}",
    "set the type of {parameter} to {new}",
    "use {new} as the type of {parameter}",
    "The type of {parameter} should be {new}.",
    "give {parameter} the type {new} instead of {old}",
    "retype {parameter} as {new}",
    casual=(
        "Wrong type: {parameter} is {new}, not {old}.", "Type of {parameter}: {new}.",
        "{old} -> {new} for the type of {parameter}.", "{parameter} as {new} please, not as {old}.",
        "{old} does not fit for {parameter}, {new} does.",
        "Why is {parameter} declared as {old}? I need {new}.",
    ),
)  # fmt: skip

_PYTHON_TYPES = ("str", "int", "float", "bool", "list", "dict", "list[str]", "bytes")
_SCRIPT_TYPES = ("string", "number", "boolean", "string[]", "Date", "unknown")


@dataclass(frozen=True, slots=True)
class _Signature:
    line: str
    name: str
    parameters: list[str]

    def with_parameters(self, parameters: list[str]) -> str:
        head, _, rest = self.line.partition("(")
        return f"{head}({', '.join(parameters)}){rest.partition(')')[2]}"


def _signatures(text: Text) -> list[_Signature]:
    patterns = {
        "python": r"(?m)^ *(?:async )?def (\w+)\(([^()\n]*)\)[^\n]*:$",
        "javascript": r"(?m)^ *(?:export |default |async )*function (\w+)\(([^(){}\n]*)\) \{$",
        "typescript": r"(?m)^ *(?:export |default |async )*function (\w+)\(([^(){}\n]*)\)[^\n]*\{$",
    }
    found = re.finditer(patterns[text.language], text.body) if text.language in patterns else ()
    return [
        _Signature(match[0], match[1], [p for p in match[2].split(", ") if p])
        for match in found
        if text.body.count(match[0]) == 1
    ]


def _place(context: Context, name: str) -> str:
    shown = context.coded(context.random.choice((name, name, f"{name}()")))
    return context.random.choice((shown, f"the function {shown}", f"the {shown} function"))


def edit_signature(context: Context, text: Text) -> Edit | None:
    """Change the parameters of one function."""
    found = _signatures(text)
    if not found:
        return None
    signature = context.random.choice(found)
    makers = (_change_default, _add_parameter, _add_parameter, _remove_default, _make_async)
    make = context.random.choice(
        (*makers, *([_add_hints] * 3 if text.language == "python" else []))
    )
    made = make(context, text, signature)
    if made is None:
        return None
    kind, request, line = made
    answer = text.body.replace(signature.line, line)
    return Edit(kind=kind, request=request, text=text, answer=answer)


_Made = tuple[str, str, str] | None


def _split_default(parameter: str) -> tuple[str, str, str]:
    name, sign, value = parameter.partition("=")
    return name.strip(), " = " if " = " in parameter else sign, value.strip()


def _change_default(context: Context, text: Text, signature: _Signature) -> _Made:
    places = [i for i, parameter in enumerate(signature.parameters) if "=" in parameter]
    if not places:
        return None
    place = context.random.choice(places)
    name, sign, old = _split_default(signature.parameters[place])
    new = other_value(context.random, old)
    parameters = list(signature.parameters)
    parameters[place] = f"{name}{sign}{new}"
    plain = name.partition(":")[0]
    if len(re.findall(rf"[(, ]{plain}(?:: \w+)? ?=", text.body)) != 1:
        return None
    request = context.say(
        _DEFAULT,
        parameter=context.coded(plain),
        old=old,
        new=new,
        place=_place(context, signature.name),
    )
    return "change default", request, signature.with_parameters(parameters)


def _remove_default(context: Context, text: Text, signature: _Signature) -> _Made:
    if not signature.parameters or "=" not in signature.parameters[-1]:
        return None
    if "=" in "".join(signature.parameters[:-1]):
        return None
    name, _, old = _split_default(signature.parameters[-1])
    plain = name.partition(":")[0]
    if text.body.count(f"{plain}=") + text.body.count(f"{plain} = ") != 1:
        return None
    request = context.say(
        _REMOVE_DEFAULT,
        parameter=context.coded(plain),
        old=old,
        place=_place(context, signature.name),
    )
    return "remove default", request, signature.with_parameters([*signature.parameters[:-1], name])


def _add_parameter(context: Context, text: Text, signature: _Signature) -> _Made:
    random = context.random
    name = random.choice((*FIELDS, *NOUNS))
    if any(re.match(rf"{name}\b", parameter) for parameter in signature.parameters):
        return None
    new, has_defaults = name, "=" in "".join(signature.parameters)
    value = random.choice(("0", "1", "10", '"' + random.choice(STRING_WORDS) + '"'))
    is_python = text.language == "python"
    if text.language == "typescript":
        new = f"{name}: {random.choice(_SCRIPT_TYPES)}"
    elif is_python and ":" in "".join(signature.parameters):
        new = f"{name}: {random.choice(_PYTHON_TYPES)}"
    elif has_defaults or random.random() < 0.4:
        value = random.choice((value, "None", "False")) if is_python else value
        new = f"{name}={value}" if is_python else f"{name} = {value}"
    if has_defaults and "=" not in new:
        return None
    request = context.say(_ADD, new=context.coded(new), place=_place(context, signature.name))
    return "add parameter", request, signature.with_parameters([*signature.parameters, new])


def _make_async(context: Context, text: Text, signature: _Signature) -> _Made:
    if "async" in signature.line or not context.chance(0.3):
        return None
    word = "def" if text.language == "python" else "function"
    request = context.say(_ASYNC, place=_place(context, signature.name))
    line = re.sub(rf"\b{word} ", f"async {word} ", signature.line, count=1)
    return "make async", request, line


def _add_hints(context: Context, text: Text, signature: _Signature) -> _Made:
    random = context.random
    names = [name for name in signature.parameters if re.fullmatch(r"[a-z_]\w*", name)]
    names = [name for name in names if name != "self"]
    if not names or "->" in signature.line or len(names) > 3 or "=" in signature.line:
        return None
    types = {name: random.choice(_PYTHON_TYPES) for name in names}
    returned = random.choice((*_PYTHON_TYPES, "None", None))
    form = random.choice(("{0}: {1}", "{0} is {1}", "{0} is a {1}", "`{0}: {1}`", "{1} for {0}"))
    parts = [form.format(name, kind) for name, kind in types.items()]
    line = signature.with_parameters(
        [f"{name}: {types[name]}" if name in types else name for name in signature.parameters]
    )
    if returned is not None:
        parts.append(random.choice((f"returns {returned}", f"it returns {returned}",
                                    f"the result is {returned}", f"-> {returned}")))  # fmt: skip
        line = line[:-1] + f" -> {returned}:"
    hints = ", ".join(parts)
    if len(parts) > 1 and context.chance(0.4):
        hints = ", ".join(parts[:-1]) + " and " + parts[-1]
    request = context.say(
        _HINT, place=_place(context, signature.name), name=signature.name, hints=hints
    )
    if len(_signatures(text)) > 1 and signature.name not in request:
        return None
    return "add type hints", request, line


def change_type(context: Context, text: Text) -> Edit | None:
    """Change the declared type of one field or column."""
    patterns = {
        "typescript": (r"(?m)^ +(\w+)\??: (string|number|boolean)(?= =|;)", _SCRIPT_TYPES),
        "python": (r"(?m)^    (\w+): (str|int|float|bool)\b", _PYTHON_TYPES),
        "sql": (
            r"(?m)^  (\w+) (INTEGER|TEXT|DATE)\b",
            ("INTEGER", "TEXT", "BIGINT", "VARCHAR(100)", "NUMERIC(10, 2)", "TIMESTAMP"),
        ),
    }
    if text.language not in patterns:
        return None
    pattern, types = patterns[text.language]
    found = list(re.finditer(pattern, text.body))
    names = [match[1] for match in found]
    found = [match for match in found if names.count(match[1]) == 1]
    if not found:
        return None
    match = context.random.choice(found)
    new = context.random.choice(types)
    line = text.body[match.start() :].partition("\n")[0]
    if new == match[2] or "=" in line or "DEFAULT" in line or "PRIMARY" in line:
        return None
    request = context.say(
        _TYPE, parameter=context.coded(match[1]), old=match[2], new=context.coded(new, bare=0.43)
    )
    start, end = match.span(2)
    answer = text.body[:start] + new + text.body[end:]
    return Edit(kind="change type", request=request, text=text, answer=answer)
