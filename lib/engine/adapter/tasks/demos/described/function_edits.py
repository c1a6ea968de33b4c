"""Edits of Python that are told by what they mean: types in words, a border, a method.

Invariant: the request determines the answer; functions like the told one stay.
"""

from __future__ import annotations

import re
from random import Random

from lib.engine.adapter.tasks.demos.described import function_wordings as words
from lib.engine.adapter.tasks.demos.described.function_texts import BORDERS, HINTED, METHODS
from lib.engine.adapter.tasks.demos.telling import capital, tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit

_SIGNATURE = re.compile(r"def (\w+)\((.*)\) -> (.+):\n")
_TYPE_WORDS = {
    "int": (("an int", "ints"), ("an integer", "integers")),
    "float": (("a float", "floats"),),
    "str": (("a string", "strings"), ("a str", "strings")),
    "bool": (("a bool", "bools"), ("a boolean", "booleans")),
    "list[str]": (("a list of strings", "lists of strings"),),
    "list[int]": (("a list of ints", "lists of ints"), ("a list of integers", "lists of ints")),
    "list[float]": (("a list of floats", "lists of floats"),),
    "set[str]": (("a set of strings", "sets of strings"),),
    "dict[str, int]": (
        ("a dict from strings to ints", "dicts from strings to ints"),
        ("a dict with strings as keys and ints as values", "dicts from strings to ints"),
    ),
    "tuple[int, int]": (("a tuple of two ints", "tuples of two ints"),),
    "str | None": (("a string or None", "strings or None"),),
}
_RETURNS = ("it returns {}", "the result is {}", "{} comes back", "{} is returned", "it returns {}")
_NOTHING = ("nothing is returned", "it returns nothing", "it returns None", "nothing comes back")


def hint_parameters(context: Context) -> Edit | None:
    """Add the type hints that are told in words to one function; the other functions stay."""
    random, slots = context.random, Slots(context.random)
    count = 1 + (context.size > 200) + (context.size > 350) + context.chance(0.6)
    patterns = [slots.fill(one) for one in random.sample(HINTED, count)]
    told = random.randrange(count)
    match = _SIGNATURE.match(patterns[told])
    if match is None:
        return None
    name, result = match[1], match[3]
    hints = re.split(r", (?=\w+:)", match[2])
    mode = random.random()
    chosen = [] if mode < 0.2 else [random.choice(hints)] if mode < 0.35 else hints
    is_hinted = context.chance(0.5)
    with_result = mode < 0.2 or mode >= 0.35
    before = [one if one not in chosen and is_hinted else _bare(one) for one in hints]
    after = [one if one in chosen or is_hinted else _bare(one) for one in hints]
    has_result = not with_result and context.chance(0.5)
    heads = (_head(name, before, result if has_result else ""),
             _head(name, after, result if has_result or with_result else ""))  # fmt: skip
    clause = _tell_types(random, chosen, len(hints), result if with_result else "")
    parts = [one if context.chance(0.4) else _strip(one) for one in patterns]
    rest = patterns[told][match.end() :]
    pair = tuple("\n\n\n".join([*parts[:told], head + rest, *parts[told + 1 :]]) for head in heads)
    request = tell(
        context, words.HINT, reasons=words.HINT_REASONS, stays=words.HINT_STAYS,
        name=context.coded(name), told=clause,
    )  # fmt: skip
    return make_edit(context, "hint parameters", request, "python", (pair[0], pair[1]))


def _bare(hint: str) -> str:
    name, _, rest = hint.partition(": ")
    _, equals, default = rest.partition(" = ")
    return name + equals.strip() + default


def _head(name: str, parameters: list[str], result: str) -> str:
    return f"def {name}({', '.join(parameters)}){' -> ' + result if result else ''}:\n"


def _strip(function: str) -> str:
    match = _SIGNATURE.match(function)
    if match is None:
        return function
    bare = [_bare(one) for one in re.split(r", (?=\w+:)", match[2])]
    return _head(match[1], bare, "") + function[match.end() :]


def _tell_types(random: Random, hints: list[str], count: int, result: str) -> str:
    """Return for example `both parameters are floats and it returns a float`."""
    typed = [(name, rest.partition(" = ")[0]) for name, _, rest in
             (hint.partition(": ") for hint in hints)]  # fmt: skip
    kinds = {kind for _, kind in typed}
    mark = random.choice(("", "", "`"))
    if len(typed) == count > 1 and len(kinds) == 1:
        plural = _TYPE_WORDS[typed[0][1]][0][1]
        names = " and ".join(f"{mark}{name}{mark}" for name, _ in typed[:2])
        subjects = {
            2: ("both parameters", "both arguments", names),
            3: ("all three parameters", "all the parameters", "the three arguments"),
        }[count]
        parts = [f"{random.choice(subjects)} are {plural}"]
    else:
        parts = [f"{mark}{name}{mark} is {random.choice(_TYPE_WORDS[kind])[0]}"
                 for name, kind in typed]  # fmt: skip
    if result == "None":
        parts.append(random.choice(_NOTHING))
    elif result:
        parts.append(random.choice(_RETURNS).format(random.choice(_TYPE_WORDS[result])[0]))
    return ", ".join(parts[:-1]) + (" and " if len(parts) > 1 else "") + parts[-1]


def move_border(context: Context) -> Edit | None:
    """Let one comparison include its border, or exclude it; the other comparisons stay."""
    random = context.random
    functions = random.sample(BORDERS, 1 + (context.size > 150) + (context.size > 300)
                              + context.chance(0.6))  # fmt: skip
    sources, answers = [], []
    told = random.randrange(len(functions))
    includes = context.chance(0.5)
    subject = base = ""
    for i, function in enumerate(functions):
        number = str(random.choice(function[4]))
        equal = ("" if includes else "=") if i == told else random.choice(("", "="))
        pattern = _border_function(context, function, number)
        sources.append(pattern.replace("@", function[3] + equal))
        other = {"": "=", "=": ""}[equal] if i == told else equal
        answers.append(pattern.replace("@", function[3] + other))
        if i == told:
            subject, base = function[7].format(n=number), function[8]
    name = context.coded(functions[told][0])
    request = tell(
        context, words.BORDER_IN if includes else words.BORDER_OUT, reasons=words.BORDER_REASONS,
        stays=words.BORDER_STAYS, who=subject, does=base, name=name,
        Who=capital(subject),
    )  # fmt: skip
    gap = random.choice(("\n\n\n", "\n\n"))
    return make_edit(
        context, "move border", request, "python", (gap.join(sources), gap.join(answers))
    )


def _border_function(context: Context, function: tuple[object, ...], number: str) -> str:
    name, parameter, compared, yes, no = (str(function[i]) for i in (0, 1, 2, 5, 6))
    lines = [f"def {name}({parameter}):"]
    if context.chance(0.25) and compared == parameter:
        lines.append(f"    if {parameter} < 0:")
        lines.append(f'        raise ValueError("{parameter} is negative")')
    if not yes:
        lines.append(f"    return {compared} @ {number}")
    elif context.chance(0.3):
        lines.append(f"    return {yes} if {compared} @ {number} else {no}")
    else:
        lines += [f"    if {compared} @ {number}:", f"        return {yes}", f"    return {no}"]
    return "\n".join(lines)


def rename_method(context: Context) -> Edit | None:
    """Rename a method and its calls on objects of its class; like-named methods stay."""
    random, slots = context.random, Slots(context.random)
    name, old, news, pattern = random.choice(METHODS)
    new = random.choice(news)
    pattern = slots.fill(pattern)
    if re.search(rf"\b{new}\b", pattern):
        return None
    if context.chance(0.4):
        pattern = pattern.replace('"', "'")
    if context.chance(0.3):
        pattern = pattern.replace(f"class {name}:\n", f'class {name}:\n    """One {name}."""\n\n')
    pair = pattern.replace("@", old), pattern.replace("@", new)
    request = tell(
        context, words.METHOD, reasons=words.METHOD_REASONS, stays=words.METHOD_STAYS,
        cls=name, old=context.coded(old), new=context.coded(new), name=old,
    )  # fmt: skip
    return make_edit(context, "rename method", request, "python", pair)
