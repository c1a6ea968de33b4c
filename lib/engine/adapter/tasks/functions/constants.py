"""A literal gets a name above the functions.

Invariant: the request tells the line that the constant stands below or above, and the name is new.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lib.engine.adapter.tasks.functions.import_texts import UNUSED_IMPORTS
from lib.engine.adapter.tasks.functions.literals import Literal, draw_literal, resolve
from lib.engine.adapter.tasks.functions.surroundings import draw_gap
from lib.engine.adapter.tasks.functions.telling import finish, name_function
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit

_CONSTANT = Phrases(
    "make the {value} in {where} a constant {name} {position}",
    "define {line} {position} and use it in {where}",
    "move the {value} in {where} into a constant {name} {position}",
    "add the constant {name} with the value {value} {position} and use it in {where}",
    "put {line} {position} and write {name} instead of {value} in {where}",
    "The {value} in {where} is a magic value. Define {line} {position} and use it there.",
    "introduce a constant {name} for the {value} in {where}, {position}",
    "The {value} in {where} should be a constant {name}, defined {position}",
    "We want {line} {position}, used in {where} instead of {value}.",
    "extract the {value} of {where} to {name}, {position}",
    "name the {value} in {where}: {line} {position}, and use the name there",
    "give the {value} in {where} the name {name}, as a constant {position}",
    casual=(
        "What does {value} in {where} even mean? {line} {position}, and use that there.",
        "I don't like magic values: {name} for the {value} in {where}, as a constant {position}.",
        "{value} in {where} needs a name. Make it a constant {name} {position}.",
        "Nobody knows what the {value} in {where} is, so {line} {position} and use the name.",
        "{line} {position}, and {name} instead of {value} in {where}.",
        "So the {value} in {where}, that one should be a constant {name}, {position}.",
        "We will change the {value} in {where} often. {line} {position}, and {name} there.",
        "Can {where} use a constant {name} instead of {value}? It should stand {position}.",
    ),
)
_FOUND_CONSTANTS = (
    "TIMEOUT = 45", 'API_VERSION = "v2"', "MAX_USERS = 150", 'LANGUAGE = "en"', "PAGE_SIZE = 25",
    "BATCH = 64", 'CURRENCY = "EUR"', 'MODE = "fast"',
)  # fmt: skip
_SCRIPT_IMPORTS = (
    'import axios from "axios";',
    'import { format } from "./format";',
    'import fs from "fs";',
    'import config from "./config";',
)


@dataclass(frozen=True, slots=True)
class _Layout:
    """A text with room for a constant: the imports, the constants and the functions."""

    imports: str
    constants: tuple[str, ...]
    functions: tuple[str, ...]
    gap: str

    def write(self) -> str:
        head = [part for part in (self.imports, "\n".join(self.constants)) if part]
        return self.gap.join(part for part in ("\n\n".join(head), *self.functions) if part)


def edit_constant(context: Context) -> Edit | None:
    """Give a literal a name above the functions."""
    literal = draw_literal(context)
    if literal is None:
        return None
    name = _name_constant(context, literal.name)
    line = _declare(literal, f"{name} = {literal.value}")
    layout = _draw_layout(context, literal)
    position, after = _add_constant(context, layout, literal, name, line)
    before = layout.write()
    if re.search(rf"\b{name}\b", before):
        return None
    where = context.coded(literal.where, bare=0.1)
    if literal.where in before.replace(literal.code, ""):
        where += " of " + name_function(context, literal.function)
    request = context.say(
        _CONSTANT, name=context.coded(name), line=context.coded(line, bare=0.1), position=position,
        value=literal.value, where=where,
    )  # fmt: skip
    bodies = (resolve(before, told=literal.value), after.write())
    return finish(context, "literal to constant", request, literal.language, bodies)


def _name_constant(context: Context, name: str) -> str:
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).upper()
    return "DEFAULT_" + name if "_" not in name and context.chance(0.4) else name


def _declare(literal: Literal, line: str) -> str:
    """Return the line of a constant in the language and the style of the text."""
    return line if literal.language == "python" else f"const {line}{_line_end(literal)}"


def _line_end(literal: Literal) -> str:
    return ";" if re.search(r"(?m);$", "".join(literal.pieces)) else ""


def _draw_layout(context: Context, literal: Literal) -> _Layout:
    """Return the text before the edit: often with imports or with other constants."""
    random = context.random
    known = UNUSED_IMPORTS if literal.language == "python" else _SCRIPT_IMPORTS
    imports = random.sample(known, random.randrange(1, 4))
    found = random.sample(_FOUND_CONSTANTS, random.randrange(1, 4)) if context.chance(0.35) else []
    found = [_declare(literal, one) for one in found]
    if "'" in literal.code and '"' not in "".join(literal.pieces):
        imports, found = ([one.replace('"', "'") for one in lines] for lines in (imports, found))
    if not _line_end(literal):
        imports = [one.removesuffix(";") for one in imports]
    return _Layout(
        imports="\n".join(imports) if context.chance(0.5) else "",
        constants=tuple(found),
        functions=literal.pieces,
        gap=draw_gap(context, literal.language),
    )


def _add_constant(
    context: Context, layout: _Layout, literal: Literal, name: str, line: str
) -> tuple[str, _Layout]:
    """Return where the line comes, in words, and the text with it and with the name in use."""
    random, found, pieces = context.random, layout.constants, literal.pieces
    place = pieces.index(literal.code)
    told = resolve(literal.code, told=name)
    after = replace(layout, functions=(*pieces[:place], told, *pieces[place + 1 :]))
    if found:
        number = random.randrange(len(found))
        position = f"directly below {context.coded(found[number])}"
        constants = (*found[: number + 1], line, *found[number + 1 :])
        return position, replace(after, constants=constants)
    if place > 0 and context.chance(0.5):
        position = "directly above " + name_function(context, literal.function)
        functions = (*pieces[:place], line, told, *pieces[place + 1 :])
        return position, replace(after, functions=functions)
    position = random.choice(
        ("after the imports", "below the imports", "under the imports")
        if layout.imports
        else ("at the top of the file", "at the top", "at the very top")
    )
    return position, replace(after, constants=(line,))
