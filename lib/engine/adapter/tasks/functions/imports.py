"""An import is replaced with its use, comes at a told place, or goes where it is unused.

Invariant: an import that goes is used nowhere else in the text, and no two bind one name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lib.engine.adapter.tasks.functions.import_texts import CARRIERS, SWAPS, UNUSED_IMPORTS, Swap
from lib.engine.adapter.tasks.functions.surroundings import draw_gap
from lib.engine.adapter.tasks.functions.telling import finish, quote_code
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit


@dataclass(frozen=True, slots=True)
class _File:
    """Imports, and below them the functions that use some of them."""

    imports: list[str]
    unused: list[str]
    functions: list[str]
    swap: Swap
    """The told import and its one use in the functions."""

    def write(self, gap: str) -> str:
        return gap.join(("\n".join(self.imports), *self.functions))


_Change = tuple[str, _File] | None
"""The request, and the file after it."""


def edit_import(context: Context) -> Edit | None:
    """Replace an import and its use, add one at a told place, or remove an unused one."""
    before = _draw_file(context)
    kind, change = context.random.choice(_CHANGES)
    if change is _sort_in:
        plain = [line for line in before.imports if line.startswith("import ")]
        if any(line not in (*plain, *before.unused) for line in before.imports):
            return None
        before = replace(before, imports=sorted(plain))
    functions = list(before.functions)
    context.random.shuffle(functions)
    before, gap = replace(before, functions=functions), draw_gap(context, "python")
    made = change(context, before)
    if made is None:
        return None
    request, after = made
    bound = [_bound(line) for line in {*before.imports, *after.imports}]
    if len(before.imports) < 2 or len(set(bound)) != len(bound):
        return None
    return finish(context, kind, request, "python", (before.write(gap), after.write(gap)))


def _draw_file(context: Context) -> _File:
    random = context.random
    swap = random.choice(SWAPS)
    others = random.sample(SWAPS, 1 + (context.size > 350) + (context.size > 700))
    others = [one for one in others if one.old_import not in (swap.old_import, swap.new_import)]
    carried = [_carry(context, one)[0] for one in others]
    function, filled = _carry(context, swap)
    unused = random.sample(UNUSED_IMPORTS, random.randrange(1, 4))
    used = dict.fromkeys([swap.old_import, *(one.old_import for one in others)])
    imports = [*used, *unused]
    random.shuffle(imports)
    if context.chance(0.6):
        imports.sort()
    return _File(imports, unused, [function, *carried], filled)


def _carry(context: Context, swap: Swap) -> tuple[str, Swap]:
    """Return a function that uses the import, and the swap with the arguments of this use."""
    slots = Slots(context.random)
    a, b = slots.fill(context.random.choice(("~item~", "~field~", "~adj~_~item~"))), "target"
    old, new = (use.replace("{a}", a).replace("{b}", b) for use in (swap.old, swap.new))
    arguments = ", ".join([a] * ("{a}" in swap.old) + [b] * ("{b}" in swap.old))
    code = slots.fill(context.random.choice(CARRIERS))
    code = code.replace("{args}", arguments).replace("{E}", old)
    return code.replace("(, ", "(").replace(", )", ")"), swap._replace(old=old, new=new)


def _bound(line: str) -> str:
    """Return the name that an import line binds."""
    return line.split()[-1]


def _count(name: str, code: str) -> int:
    return len(re.findall(rf"\b{name}\b", code))


_SWAP = Phrases(
    "replace {old_import} by {new_import} and {old} by {new}",
    "use {new_import} instead of {old_import}, so that {old} becomes {new}",
    "change {old_import} to {new_import} and write {new} where it now says {old}",
    "swap {old_import} for {new_import} and {old} for {new}",
    "import with {new_import} rather than {old_import}, and use {new} instead of {old}",
    "We drop {old_import} for {new_import}. So {old} has to become {new}.",
    "rewrite {old} as {new}, with {new_import} in place of {old_import}",
    "turn {old} into {new} and {old_import} into {new_import}",
    "In place of {old_import} we use {new_import} now. Change {old} to {new}.",
    "migrate from {old_import} to {new_import}: {old} is now {new}",
    "{old_import} should be {new_import}, and {old} should be {new}",
    casual=(
        "{old_import} is out, {new_import} is in, so {old} becomes {new}.",
        "{new_import} instead of {old_import}, and {new} instead of {old}.",
        "No {old_import} any more: {new_import}, and {new} where we have {old}.",
        "{new} is nicer than {old}, with {new_import} in place of {old_import}.",
        "Why {old}? {new} does it too, with {new_import} and w/o {old_import}.",
        "We decided on {new} over {old}, so {new_import} has to replace {old_import}.",
        "{old_import} -> {new_import}, {old} -> {new}.",
        "I am tired of {old}. Let's have {new}, and {new_import} for {old_import}.",
    ),
)


def _swap(context: Context, file: _File) -> _Change:
    swap, rest = file.swap, "\n".join(file.functions)
    if swap.new_import in file.imports or rest.count(swap.old) != 1:
        return None
    module = _bound(swap.old_import)
    if _count(module, rest) != _count(module, swap.old):
        return None
    request = context.say(
        _SWAP, old_import=quote_code(context, swap.old_import),
        new_import=quote_code(context, swap.new_import), old=quote_code(context, swap.old),
        new=quote_code(context, swap.new),
    )  # fmt: skip
    imports = [swap.new_import if line == swap.old_import else line for line in file.imports]
    functions = [code.replace(swap.old, swap.new) for code in file.functions]
    return request, replace(file, imports=imports, functions=functions)


_INSERT_IMPORT = Phrases(
    "add {new} directly after {old}",
    "insert {new} below {old}",
    "put {new} on the line after {old}",
    "We also need {new}. Add it right after {old}.",
    "add the import {new} under {old}",
    "import it too: {new}, directly below {old}",
    "write {new} after the line {old}",
    "after {old}, add the line {new}",
    "below {old}, insert {new}",
    "{new} is missing, add it right after {old}",
    casual=(
        "{new} right after {old}, please.",
        "I forgot {new}, it goes directly below {old}.",
        "New line after {old}: {new}.",
        "Something is not imported: {new} goes right below {old}.",
        "Could {new} stand right below {old}?",
        "There is {old}, and right after it we need {new}.",
        "NameError! {new} is missing below {old}.",
    ),
)


def _insert(context: Context, file: _File) -> _Change:
    old = context.random.choice(file.imports)
    new = context.random.choice(_spare(file))
    place = file.imports.index(old) + 1
    request = context.say(
        _INSERT_IMPORT, old=quote_code(context, old), new=quote_code(context, new)
    )
    return request, replace(file, imports=[*file.imports[:place], new, *file.imports[place:]])


def _spare(file: _File) -> list[str]:
    return [line for line in UNUSED_IMPORTS if line not in file.imports]


_SORT_IMPORT = Phrases(
    "add {new} to the imports, in alphabetical order",
    "insert {new} where it belongs alphabetically",
    "We also need {new}. Keep the imports sorted.",
    "add {new} and keep the imports in alphabetical order",
    "put {new} in its alphabetical place among the imports",
    "add the import {new}; the imports stay sorted by name",
    "{new} is missing, add it at its alphabetical position",
    "sort {new} into the imports",
    casual=(
        "{new} too, but keep the imports sorted.",
        "I need {new}, in alphabetical order with the others.",
        "Where does {new} go alphabetically? Put it there.",
        "{new} is not imported yet. The list is alphabetical, so mind the order.",
        "One more import, sorted in with the rest: {new}.",
        "Our linter wants sorted imports, so {new} has to go in at the right place.",
    ),
)


def _sort_in(context: Context, file: _File) -> _Change:
    new = context.random.choice([line for line in _spare(file) if line.startswith("import ")])
    request = context.say(_SORT_IMPORT, new=quote_code(context, new))
    return request, replace(file, imports=sorted([*file.imports, new]))


_REMOVE_IMPORT = Phrases(
    "remove {old}, it is not used",
    "delete the unused import {old}",
    "{old} is not needed any more, remove it",
    "drop the line {old}",
    "remove the import {old}",
    "We no longer use {old}. Delete the line.",
    "take out {old}",
    "get rid of the unused {old}",
    "clean up the imports: delete {old}",
    casual=(
        "{old} is unused.",
        "Nothing uses {old} here, so it can go.",
        "The linter complains about {old}: unused.",
        "What is {old} doing here? We never use it.",
        "No more {old}, please.",
        "We can do without {old}.",
    ),
)


def _remove(context: Context, file: _File) -> _Change:
    code = "\n".join(file.functions)
    unused = [line for line in file.unused if not _count(_bound(line), code)]
    if not unused:
        return None
    old = context.random.choice(unused)
    request = context.say(_REMOVE_IMPORT, old=quote_code(context, old))
    return request, replace(file, imports=[line for line in file.imports if line != old])


_SWAP_CHANGE = ("swap import", _swap)
_CHANGES = (
    _SWAP_CHANGE, _SWAP_CHANGE, _SWAP_CHANGE, ("add import after", _insert),
    ("add sorted import", _sort_in), ("remove told import", _remove),
)  # fmt: skip
"""(kind, change), by how often they are made."""
