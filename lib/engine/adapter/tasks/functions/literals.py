"""Draws a function with one told literal, which the same text may have elsewhere, too.

Invariant: the told place stays marked until `resolve` fills it, so the literal changes there only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lib.engine.adapter.tasks.functions.literal_texts import LITERALS
from lib.engine.adapter.tasks.functions.surroundings import restyle, surround
from lib.engine.adapter.tasks.functions.telling import defined_names
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.slots import Slots

_NUMBER = re.compile(r"[\d.]+")

_TYPES = {
    "python": {"url": "str", "text": "str", "price": "float", "address": "str", "name": "str",
               "title": "str", "values": "list", "host": "str", "queue": "list"},
    "typescript": {"url": "string", "text": "string", "price": "number", "amount": "number",
                   "value": "number", "values": "string[]", "element": "HTMLElement",
                   "node": "HTMLElement", "today": "Date"},
}  # fmt: skip
"""By language: the types of the parameters of `LITERALS`, where they have a plain one."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A function with one marked literal, and where and how people name it."""

    language: str
    pieces: tuple[str, ...]
    """The text, marks and all; one of the pieces is the code."""
    code: str
    value: str
    """The literal as it is written, with the quotes of a string."""
    name: str
    """What it could be called."""
    function: str
    where: str
    """The expression that it stands in."""
    is_typed: bool

    @property
    def is_number(self) -> bool:
        """Whether it is no string."""
        return _NUMBER.fullmatch(self.value) is not None


def resolve(code: str, *, told: str, parameter: str = "") -> str:
    """Return the code with its marks filled: the told place with `told`."""
    code = code.replace("({P}", "(" + parameter)
    code = code.replace("{P}", ", " + parameter if parameter else "")
    return re.sub("[«»]", "", code.replace("{L}", told))


def draw_literal(context: Context) -> Literal | None:
    """Return a literal and its text, or None where it cannot be told."""
    random = context.random
    language = random.choice(("python", "python", "python", "javascript", "typescript"))
    names, values, raw = _draw_shape(context, language)
    name, plain = random.choice(names), random.choice(values)
    raw = raw.replace("{T}", plain)
    code = _with_types(context, language, raw)
    is_number = _NUMBER.fullmatch(plain) is not None
    pieces = [code, *_draw_twins(context, language, plain, is_number)]
    pieces = surround(context, language, pieces)
    styled = restyle(context, language, "\0".join(pieces)).split("\0")
    told = next(piece for piece in styled if "{L}" in piece)
    mark = "'" if '"' not in "".join(styled) and "'" in "".join(styled) else '"'
    value = plain if is_number else mark + plain + mark
    where = re.findall("«(.*?)»", told)[0].replace("{L}", value)
    if re.search(rf"\b{name}\b", told) or told.replace("{L}", value).count(where) != 1:
        return None
    return Literal(
        language=language,
        pieces=tuple(styled),
        code=told,
        value=value,
        name=name,
        function=defined_names(told)[0],
        where=where,
        is_typed=code != raw or language == "typescript",
    )


def _draw_shape(context: Context, language: str) -> tuple[list[str], list[str], str]:
    """Return the names, the values and the code of one shape; its slots are filled."""
    slots = Slots(context.random)
    scripts = "python" if language == "python" else "javascript"
    head, _, code = context.random.choice(LITERALS[scripts]).partition("\n")
    names, _, values = head.partition(" | ")
    return slots.fill(names).split(), slots.fill(values).split(), slots.fill(code)


def _with_types(context: Context, language: str, code: str) -> str:
    """Return the code with types for its parameters, where each of them has a known one."""
    match = re.search(r"\(([\w, ]*)\{P\}\)", code)
    types = _TYPES.get(language, {})
    names = match[1].split(", ") if match and match[1] else []
    if not match or not all(name in types for name in names):
        return code
    if language == "python" and (not names or context.chance(0.6)):
        return code
    typed = ", ".join(f"{name}: {types[name]}" for name in names)
    return code[: match.start(1)] + typed + code[match.end(1) :]


def _draw_twins(context: Context, language: str, plain: str, is_number: bool) -> list[str]:
    """Return other parts with the same value, without marks: a function, and a list of numbers."""
    random, twins = context.random, []
    if context.chance(0.6):
        for _ in range(12):
            _, values, code = _draw_shape(context, language)
            if plain in values:
                shown = plain if is_number else f'"{plain}"'
                code = _with_types(context, language, code.replace("{T}", shown))
                twins.append(resolve(code, told=shown))
                break
    if is_number and context.chance(0.25):
        numbers = [plain, *(str(random.randrange(1, 60)) for _ in range(3))]
        random.shuffle(numbers)
        listed = f"{random.choice(('samples', 'examples', 'known'))} = [{', '.join(numbers)}]"
        twins.append(listed if language == "python" else f"const {listed};")
    return twins
