"""One import is changed: its names or its path, or another one is added.

Invariant: the code below the imports stays, and a name that it uses is never dropped.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.scripts.imports import (
    DEFAULT_IMPORTS,
    Import,
    draw_imports,
    draw_rest,
)
from lib.engine.adapter.tasks.scripts.telling import joined, make_edit, say
from lib.engine.adapter.tasks.scripts.writing import Style, has_word
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit

_ADD_NAME = Phrases(
    "add {name} to the import from {path}",
    "also import {name} from {path}",
    "import {name} from {path} as well",
    "{name} should be imported from {path}, too",
    "the import from {path} needs {name} as well",
    "add {name} to the names imported from {path}",
    "We need {name} from {path}, too: add it to the existing import.",
    "extend the import of {path} with {name}",
    "put {name} into the braces of the import from {path}",
    "in the import from {path}, add {name}",
    "the {path} import should also bring in {name}",
    casual=(
        "I need {name} from {path}, too.",
        "{name} is undefined here. It comes from {path}, so extend that import.",
        "{path} has {name} as well, and it should be imported.",
        "{name} too, from {path}.",
        "Why is {name} not imported from {path}? I am going to need it.",
        "The next function will use {name}, so get that from {path} as well.",
        "+ {name} in the import from {path}.",
    ),
)
_DROP_NAME = Phrases(
    "remove {name} from the import from {path}",
    "remove {name} from the imports",
    "{name} is not used any more, remove it from the imports",
    "drop {name} from the import of {path}",
    "do not import {name} any more",
    "delete the unused import {name}",
    "take {name} out of the import from {path}",
    "We no longer need {name} from {path}, take it out of the import.",
    "the import of {name} should go, it is unused",
    "in the import from {path}, delete {name}",
    casual=(
        "The linter says that {name} from {path} is unused.",
        "Nobody uses {name} from {path} here.",
        "{name} out of the imports please.",
        "Why do we import {name} from {path}? It is never used.",
        "No {name} from {path} any more.",
        "The import from {path} w/o {name}, please.",
        "I don't need {name} here, only the rest from {path}.",
    ),
)
_ADD_IMPORT = Phrases(
    "add {line} {place}",
    "add the import {line} {place}",
    "insert the line {line} {place}",
    "put {line} {place}",
    "We need {line}, add it {place}.",
    "{line} is missing, add it {place}",
    "add a new line {line} {place}",
    "write {line} {place}",
    casual=(
        "{line} {place}, please.",
        "There is one import missing: {line} {place}.",
        "I will need {line}, it can go {place}.",
        "One more import {place}: {line}.",
        "How about {line} {place}?",
        "The code won't run without {line}, so that goes {place}.",
        "We have a new dependency, so: {line} {place}.",
    ),
)
_SET_PATH = Phrases(
    "change the path {old} to {new}",
    "import {what} from {new} instead of {old}",
    "{what} should now come from {new} instead of {old}",
    "the module {old} has moved to {new}, update the import",
    "use {new} instead of {old} as the source of {what}",
    "{old} is now {new}, fix the import",
    "change the import path {old} to {new}",
    "replace {old} by {new} in the import of {what}",
    "We moved {old} to {new}, adapt the import.",
    "get {what} from {new}, not from {old}",
    casual=(
        "We get {what} from {new} now, not from {old}.",
        "{old} is gone, everything from it is in {new} now.",
        "{what}: from {new}, not {old}.",
        "Why do we still import from {old}? {new} is the place now.",
        "The build can't find {old} any more. It is called {new} now.",
        "{old} -> {new} in the imports.",
        "I cleaned up a bit, so please get {what} from {new}.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """A module whose imports are about to change."""

    imports: list[Import]
    unused: dict[str, list[str]]
    """Of each path the names that are not imported."""
    body: str
    index: int
    """Which import is told."""
    path: str
    """The path of the told import, as the request writes it."""
    slots: Slots
    style: Style

    @property
    def told(self) -> Import:
        """The told import."""
        return self.imports[self.index]

    def has_path(self, path: str) -> bool:
        """Whether something is imported from there."""
        return any(one.path == path for one in self.imports)

    def with_told(self, new: Import) -> list[Import]:
        """Return the imports with the told one exchanged."""
        return [*self.imports[: self.index], new, *self.imports[self.index + 1 :]]

    def write(self, imports: list[Import]) -> str:
        """Return the code with these imports."""
        lines = "\n".join(one.write() for one in imports)
        return self.style.apply(f"{lines}\n\n{self.body}")


_Change = tuple[str, list[Import]]
"""A request, and the imports after it."""


def edit_imports(context: Context) -> Edit | None:
    """Change one import: its names, its path, or add another one."""
    random, slots, style = context.random, Slots(context.random), Style.draw(context.random)
    is_typed = context.chance(0.5)
    imports, unused = draw_imports(context, slots, is_typed=is_typed)
    change = random.choice((_add_name, _add_name, _drop_name, _drop_name, _add_line, _set_path))
    index = random.randrange(len(imports))
    draft = _Draft(
        imports=imports,
        unused=unused,
        body=draw_rest(context, slots, imports, is_typed=is_typed),
        index=index,
        path=context.quoted(imports[index].path, bare=0.2),
        slots=slots,
        style=style,
    )
    changed = change(context, draft)
    if changed is None:
        return None
    request, after = changed
    source, answer = draft.write(imports), draft.write(after)
    return make_edit(context, "import names", request, source, answer, is_typed=is_typed)


def _add_name(context: Context, draft: _Draft) -> _Change | None:
    told = draft.told
    left = [name for name in draft.unused.get(told.path, []) if not has_word(draft.body, name)]
    if not left:
        return None
    name = context.random.choice(left)
    if len(told.names) > 2 and list(told.names) == sorted(told.names):
        return None  # in a sorted list it would not belong at the end
    request = say(context, _ADD_NAME, name=context.coded(name), path=draft.path)
    return request, draft.with_told(replace(told, names=(*told.names, name)))


def _drop_name(context: Context, draft: _Draft) -> _Change | None:
    told = draft.told
    idle = [name for name in told.names if not has_word(draft.body, name)]
    if len(told.names) < 2 or not idle:
        return None
    name = context.random.choice(idle)
    names = tuple(one for one in told.names if one != name)
    request = say(context, _DROP_NAME, name=context.coded(name), path=draft.path)
    return request, draft.with_told(replace(told, names=names))


def _add_line(context: Context, draft: _Draft) -> _Change | None:
    random, fill = context.random, draft.slots.fill
    path, default = random.choice(DEFAULT_IMPORTS)
    new = replace(draft.told, path=fill(path), default=fill(default), names=(), is_multiline=False)
    if draft.has_path(new.path) or new.default in draft.body:
        return None
    at = len(draft.imports)
    place = random.choice(("after the last import", "below the imports",
                           "at the end of the imports"))  # fmt: skip
    if context.chance(0.4):
        at = draft.index + 1
        place = f"right after the import {random.choice(('from', 'of'))} {draft.path}"
    line = context.quoted(draft.style.apply(new.write()), bare=0)
    request = say(context, _ADD_IMPORT, line=line, place=place)
    return request, [*draft.imports[:at], new, *draft.imports[at:]]


def _set_path(context: Context, draft: _Draft) -> _Change | None:
    told = draft.told
    path = _draw_path(context.random, told.path)
    if draft.has_path(path):
        return None
    what = joined([context.coded(name) for name in told.brought])
    said = context.quoted(path, bare=0.2)
    request = say(context, _SET_PATH, old=draft.path, new=said, what=what)
    if draft.write(draft.imports).count(told.path) != 1:
        return None
    return request, draft.with_told(replace(told, path=path))


def _draw_path(random: Random, path: str) -> str:
    """Return where a module may have moved to."""
    if path.startswith((".", "@/")):
        name = path.rpartition("/")[2]
        return random.choice((f"../shared/{name}", f"./lib/{name}", f"@/core/{name}", f"../{name}",
                              f"../../common/{name}", f"{path}/index"))  # fmt: skip
    known = {"lodash": "lodash-es", "react": "preact/compat", "date-fns": "@/lib/dates",
             "vue": "@vue/composition-api", "vitest": "@jest/globals", "fs": "fs-extra",
             "path": "node:path", "crypto": "node:crypto", "fs/promises": "node:fs/promises",
             "axios": "@/lib/http", "dayjs": "@/lib/time", "clsx": "classnames"}  # fmt: skip
    return known.get(path, f"@company/{path.rpartition('/')[2]}")
