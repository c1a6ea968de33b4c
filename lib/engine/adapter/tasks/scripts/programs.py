"""Several functions in one script, of which one is told.

Invariant: no two functions of a script have the same name, so that a name tells which one is meant.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from textwrap import indent

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.scripts.functions import Function, draw_function
from lib.engine.adapter.tasks.slots import Slots

_FORMS = ("function", "arrow", "expression")
_HEADS = (
    'import { readFile, writeFile } from "fs/promises";', 'import axios from "axios";',
    'const API_URL = "https://~domain~";', 'import { db } from "./db";', "const MAX_~ITEMS~ = ~n~;",
    'import { users } from "../~item~";\nimport { mailer } from "./mailer";',
    'const cache = new Map();\nlet current~Item~ = null;', "// ~Item~ tools",
    'const list = document.querySelector("#~items~");', '"use strict";',
    'import config from "./config.json";\n\nconst retries = ~digit~;',
)  # fmt: skip
_TAILS = (
    'document.querySelector("#~word~").addEventListener("click", ~name~);', "export { ~name~ };",
    "export default ~name~;", "setInterval(~name~, ~n~000);", "window.~name~ = ~name~;",
    'console.log("~word~ ready");', "module.exports = { ~name~ };", "const ~word~ = ~name~(data);",
    "console.log(~name~(input));", "test~Item~(~name~(sample));", "~name~(process.argv[2]);",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """Functions with what stands around them."""

    functions: tuple[Function, ...]
    head: str
    tail: str
    class_name: str
    """Where the functions are methods: of which class."""

    def write(self) -> str:
        """Return the code."""
        code = "\n\n".join(function.write() for function in self.functions)
        if self.class_name:
            code = f"class {self.class_name} {{\n{indent(code, '  ')}\n}}"
        return "\n\n".join(part for part in (self.head, code, self.tail) if part)

    def with_function(self, index: int, function: Function) -> Script:
        """Return the script with one function exchanged."""
        functions = (*self.functions[:index], function, *self.functions[index + 1 :])
        return replace(self, functions=functions)


def draw_functions(
    context: Context, patterns: str, others: str, *, is_typed: bool
) -> list[Function]:
    """Return the function that is told, then some others; many share words with it."""
    slots, random = Slots(context.random), context.random
    functions = [draw_function(slots, patterns, is_typed=is_typed)]
    size = context.size - 40
    for _ in range(12):
        if sum(len(one.body) + 50 for one in functions) > size and not (
            len(functions) == 1 and context.chance(0.5)
        ):
            break
        if context.chance(0.5):
            slots.forget()
        source = patterns if random.random() < 0.6 else others + patterns
        other = draw_function(slots, source, is_typed=is_typed)
        if all(one.name != other.name for one in functions):
            functions.append(other)
    return functions


def draw_script(
    context: Context, told: Function, others: list[Function], *, keep_form: bool = False
) -> tuple[Script, int]:
    """Return a script of the told function and the others, and where the told one stands."""
    random = context.random
    index = random.randrange(len(others) + 1)
    functions = [*others[:index], told, *others[index:]]
    if not keep_form:
        form = random.choice(("function", "function", "arrow"))
        is_mixed = context.chance(0.2)
        functions = [
            replace(one, form=random.choice(_FORMS) if is_mixed else form) for one in functions
        ]
    if context.chance(0.3):
        functions = [replace(one, is_exported=True) for one in functions]
    as_class = not keep_form and context.chance(0.3)
    return _surround(Slots(random), functions, as_class=as_class), index


def _surround(slots: Slots, functions: list[Function], *, as_class: bool) -> Script:
    """Return a script of these functions, with imports or constants and a use of one of them."""
    random, names = slots.random, [function.name for function in functions]
    head = slots.fill(random.choice(_HEADS)) if random.random() < 0.4 else ""
    tail, class_name = "", ""
    if as_class:
        class_name = slots.fill(random.choice(("~Item~Service", "~Item~Store", "~Item~Client")))
        functions = [replace(function, form="method", is_exported=False) for function in functions]
        if random.random() < 0.3:
            tail = f"const service = new {class_name}();\nservice.{random.choice(names)}(data);"
    elif random.random() < 0.4:
        tail = slots.fill(random.choice(_TAILS).replace("~name~", random.choice(names)))
    if tail.startswith(("export", "module")):
        functions = [replace(function, is_exported=False) for function in functions]
    return Script(functions=tuple(functions), head=head, tail=tail, class_name=class_name)
