"""One docstring of several changes, comes or goes.

Invariant: the request tells the function or class, or the docstring, and the text has both once.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.functions.python_functions import draw_function
from lib.engine.adapter.tasks.functions.surroundings import draw_gap
from lib.engine.adapter.tasks.functions.telling import defined_names, finish, quote
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit

_DOCSTRING = {
    "change": Phrases(
        "change the docstring of {place} to {new}",
        "The docstring of {place} should be {new}",
        "replace the docstring of {place} by {new}",
        "let the docstring of {place} say {new}",
        "rewrite the docstring of {place}: {new}",
        "{place} needs another docstring: {new}",
        "The docstring of {place} is out of date. It should read {new}",
        "set the docstring of {place} to {new}",
        "Instead of {old}, document {place} with {new}",
        "use {new} as the new docstring of {place}",
    ),
    "add": Phrases(
        "add the docstring {new} to {place}",
        "document {place} with {new}",
        "{place} has no docstring, add {new}",
        "put the docstring {new} into {place}",
        "give {place} this docstring: {new}",
        "insert a docstring in {place} that says {new}",
        "The docstring of {place} is missing, it should be {new}",
        "We need a docstring for {place}: {new}",
        "write the docstring {new} for {place}",
        "add a docstring to {place}: {new}",
    ),
    "remove": Phrases(
        "remove the docstring of {place}",
        "delete the docstring of {place} and keep the other docstrings",
        "{place} should have no docstring",
        "drop the docstring {old}",
        "take the docstring out of {place}",
        "The docstring of {place} is not needed, remove it",
        "remove only the docstring that says {old}",
        "The docstring in {place} says nothing. Delete it.",
        "delete the docstring {old} of {place}",
        "get rid of the docstring in {place}, the others stay",
    ),
}
_CLASSES = '''
@dataclass
class ~Item~:
    """A ~item~ with its ~field~.|One ~item~ of the ~other~ table."""
    name: str
    ~field~: int = ~n~

class ~Item~Error(Exception):
    """Raised when a ~item~ cannot be read.|The base of all ~item~ errors."""
    code = ~n~

class ~Item~Kind(Enum):
    """The kinds of ~items~.|What a ~item~ can be."""
    ~WORD~ = "~word~"
    ~ADJ~ = "~adj~"
'''.strip("\n").split("\n\n")


def edit_told_docstring(context: Context) -> Edit | None:
    """Change, add or remove one docstring of several."""
    random = context.random
    action = random.choice(("change", "add", "remove"))
    functions = [draw_function(context) for _ in range(2 + (context.size > 350))]
    pieces, typed = [], context.chance(0.4)
    for one in functions:
        is_told = one is functions[0]
        shown = action != "add" if is_told else context.chance(0.75)
        pieces.append(one.write(typed=typed, documented=shown))
    name, noun, old, new = functions[0].name, "function", *functions[0].docstrings
    if context.chance(0.3):
        code = Slots(random).fill(random.choice(_CLASSES))
        old, new = random.choice(re.findall(r'"""(.*)\|(.*)"""', code))
        code = code.replace(f"{old}|{new}", old)
        name, noun = defined_names(code)[0], "class"
        pieces[0] = code.replace(f'    """{old}"""\n', "") if action == "add" else code
    place = f"the {noun} {context.coded(name)}" if context.chance(0.7) else context.coded(name)
    changed = _with_docstring(pieces[0], action, old, new)
    request = context.say(
        _DOCSTRING[action], place=place, old=quote(context, old),
        new=quote(context, new if action == "change" else old),
    )  # fmt: skip
    order = list(range(len(pieces)))
    random.shuffle(order)
    gap = draw_gap(context, "python")
    before = gap.join(pieces[i] for i in order)
    after = gap.join(changed if i == 0 else pieces[i] for i in order)
    if len(re.findall(rf"\b{name}\b", before)) != 1 or before.count(old) > 1:
        return None
    return finish(context, f"{action} one docstring", request, "python", (before, after))


def _with_docstring(code: str, action: str, old: str, new: str) -> str:
    line = f'    """{old}"""\n'
    if action == "change":
        return code.replace(old, new)
    if action == "remove":
        return code.replace(line, "")
    head = re.search(r"(?m)^(?:async def|def|class) .*:\n", code)
    return code[: head.end()] + line + code[head.end() :] if head else code
