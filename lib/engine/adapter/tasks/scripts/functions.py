"""One function of a script, and the forms that it is written in.

Invariant: every form is written from the same parts, so a function in another form, or with
another state, has the same name, parameters and statements.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import count
from textwrap import indent

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.scripts.writing import fill, typed
from lib.engine.adapter.tasks.slots import Slots

_CALL = re.compile(r"«([^»]*)»")
_COMMENTS = ("// used on the start page", "// TODO: add tests", "/** Keep in sync. */",
             "// see the wiki", "/** Called once per page. */", "// small helper")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """A function, however it is written."""

    name: str
    params: str
    result: str
    """Type of what it returns; empty where that is not written."""
    body: str
    form: str = "function"
    """function, arrow, expression (`= function`), short (an arrow without braces) or method."""
    comment: str = ""
    is_exported: bool = False
    is_async: bool = False
    is_bare: bool = False
    """An arrow function whose one parameter has no parentheses."""
    awaited: tuple[int, ...] = ()
    """Which of the marked calls are waited for."""

    @property
    def calls(self) -> list[str]:
        """The marked calls."""
        return _CALL.findall(self.body)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The places of all marked calls, as they may be awaited."""
        return tuple(range(len(self.calls)))

    @property
    def is_short(self) -> bool:
        """Whether it only returns something."""
        return self.body.startswith("return ") and "\n" not in self.body

    def write(self) -> str:
        """Return the code."""
        numbers = count()
        body = _CALL.sub(
            lambda match: ("await " if next(numbers) in self.awaited else "") + match[1], self.body
        )
        inner = indent(body, "  ")
        result = f": {self.result}" if self.result else ""
        start = "async " if self.is_async else ""
        head = "export " if self.is_exported else ""
        params = self.params if self.is_bare else f"({self.params}){result}"
        if self.form == "function":
            code = f"{head}{start}function {self.name}{params} {{\n{inner}\n}}"
        elif self.form == "method":
            code = f"{start}{self.name}{params} {{\n{inner}\n}}"
        elif self.form == "expression":
            code = f"{head}const {self.name} = {start}function {params} {{\n{inner}\n}};"
        elif self.form == "arrow":
            code = f"{head}const {self.name} = {start}{params} => {{\n{inner}\n}};"
        else:
            value = body.removeprefix("return ").removesuffix(";")
            value = f"({value})" if value.startswith("{") else value
            code = f"{head}const {self.name} = {start}{params} => {value};"
        return f"{self.comment}\n{code}" if self.comment else code


def draw_function(slots: Slots, patterns: str, *, is_typed: bool) -> Function:
    """Return one of the functions, filled; as it is in JavaScript where it is not typed."""
    random = slots.random
    head, _, body = fill(slots, random.choice(patterns.strip().split("\n\n"))).partition("\n")
    name, _, rest = head.partition("(")
    params, _, result = rest.partition("): ")
    if not is_typed:
        params = ", ".join(re.sub(r": .+", "", param) for param in params.split(", "))
    return Function(
        name=name,
        params=params,
        result=result if is_typed else "",
        body=typed(body, is_typed=is_typed),
        comment=random.choice(_COMMENTS) if random.random() < 0.12 else "",
    )


def as_async(function: Function, *, awaited: tuple[int, ...], is_async: bool) -> Function:
    """Return the function with these calls awaited; an async one gives a promise."""
    result = f"Promise<{function.result}>" if is_async and function.result else function.result
    return replace(function, awaited=awaited, is_async=is_async, result=result)


def draw_state(context: Context, function: Function, op: str) -> Function:
    """Return a function that stays, in one of the states that the told one has or gets."""
    if not function.calls or context.chance(0.3 if op == "drop" else 0.4):
        return function
    numbers = function.numbers
    if op == "await" and len(numbers) > 1 and context.chance(0.5):
        numbers = numbers[1:]
    return as_async(function, awaited=numbers, is_async=True)


def name_function(context: Context, function: Function) -> str:
    """Return how a request names the function."""
    name, random = context.coded(function.name), context.random
    if function.form == "method":
        return random.choice((f"the method {name}", f"the {name} method", name))
    call = f"`{function.name}()`" if context.chance(0.5) else f"{function.name}()"
    thing = "arrow function" if function.form in ("arrow", "short") else "function"
    return random.choice(
        (f"the function {name}", f"the {name} function", name, call, f"the {thing} {name}")
    )
