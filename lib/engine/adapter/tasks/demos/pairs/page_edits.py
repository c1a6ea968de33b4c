"""A page, a plugin or a command is imported, and entered in a list.

Invariant: the other list stays, and the imports keep their order.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.demos.pairs import page_wordings as wordings
from lib.engine.adapter.tasks.demos.pairs.framing import tell_pair
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.slots import pascal
from lib.engine.adapter.tasks.texts import Edit
from lib.engine.adapter.tasks.words import split_words

_WORDS = split_words(
    """about contact orders billing search profile news team events gallery reports messages
    calendar library tickets archive partners courses invoices shipping"""
)
_LISTS = (
    ("javascript", 'import {P}Page from "./pages/{P}Page";', "const routes = [",
     '{{ path: "/{k}", component: {P}Page }}', "];", 'const menu = ["{k}"];'),
    ("javascript", 'import {P}View from "@/views/{P}View.vue";', "export const routes = [",
     '{{ path: "/{k}", name: "{k}", component: {P}View }}', "];", 'const hidden = ["{k}"];'),
    ("javascript", 'import {k} from "./plugins/{k}.js";', "export const plugins = [", "{k}", "];",
     'export const labels = ["{k}"];'),
    ("typescript", 'import {{ {P}Panel }} from "./panels/{P}Panel";', "const panels = {{",
     "{k}: {P}Panel", "}};", 'const pinned = ["{k}"];'),
    ("typescript", 'import {{ {k}Router }} from "./routers/{k}";', "const routers = {{",
     '"/{k}": {k}Router', "}};", 'const open: string[] = ["/{k}"];'),
    ("javascript", 'const {k} = require("./commands/{k}");', "const commands = {{", "{k}", "}};",
     'const aliases = ["{k}"];'),
    ("python", "from {k}.views import {k}_list", "urlpatterns = [", 'path("{k}/", {k}_list)', "]",
     'MENU = ["{k}"]'),
    ("python", "from app.{k} import router as {k}_router", "ROUTERS = [", "{k}_router", "]",
     'TAGS = ["{k}"]'),
    ("python", "from commands.{k} import run_{k}", "COMMANDS = {{", '"{k}": run_{k}', "}}",
     'ALIASES = {{"x": "{k}"}}'),
    ("python", "from plugins.{k} import {P}Plugin", "PLUGINS = [", "{P}Plugin()", "]",
     'DISABLED = ["{k}"]'),
    ("python", "from shop.models import {P}", "MODELS = [", "{P}", "]", 'LABELS = ["{k}"]'),
)  # fmt: skip
"""A language, an import, a list's first line, an entry, the last line, and another list."""


def _places(keys: list[str], place: int) -> list[str]:
    """Return the ways to tell a place among the entries."""
    told = ["at the beginning"] if place == 0 else ["at the end"] if place == len(keys) else []
    told += [f"right before the entry for {keys[place]}"] if place < len(keys) else []
    return told + ([f"right after the entry for {keys[place - 1]}"] if place else [])


def register_page(context: Context) -> Edit | None:
    """Import something after the other imports, and enter it at a told place of a list."""
    random = context.random
    language, imported, opening, entry, closing, twin = random.choice(_LISTS)
    *keys, other = random.sample(_WORDS, random.randrange(4, 7))
    new = keys.pop()
    write = {key: {"k": key, "P": pascal(key)} for key in (*keys, new, other)}
    place = random.choice((0, len(keys), random.randrange(1, len(keys))))
    end = random.choice((",", ""))
    parts = random.choice((1, 2, 3, 3, 3, 3))
    mark = random.choice("\"'")
    semicolon = language != "python" and context.chance(0.3)
    indent = "    " if language == "python" or context.chance(0.2) else "  "

    def build(imports: list[str], entries: list[str]) -> str:
        head = "\n".join(imported.format(**write[key]) for key in imports)
        lines = f",\n{indent}".join(entry.format(**write[key]) for key in entries)
        block = f"{opening.format()}\n{indent}{lines}{end}\n{closing.format()}"
        blocks = [block, twin.format(**write[other])]
        body = "\n\n".join([head, *(blocks if is_first else blocks[::-1])]).replace('"', mark)
        return re.sub(r";$", "", body, flags=re.MULTILINE) if semicolon else body

    is_first = context.chance(0.5)
    entered = [*keys[:place], new, *keys[place:]]
    random.shuffle(imports := list(keys))
    source = build(imports if parts & 1 else [*imports, new], keys)
    answer = build([*imports, new], entered if parts & 2 else keys)
    names = [re.findall(r"(\w+)(?:: string\[\])? =", one)[0] for one in (opening, twin)]
    line = imported.format(**write[new]).replace('"', mark)
    line = line.removesuffix(";") if semicolon else line
    phrases = [one for bit, one in ((1, wordings.IMPORT), (2, wordings.ENTRY)) if parts & bit]
    request = tell_pair(
        context, phrases, wordings.REGISTER_REASONS, wordings.REGISTER_STAYS,
        imported=f"`{line}`", entry=f"`{entry.format(**write[new])}`".replace('"', mark),
        key=new, list=context.coded(names[0]), twin=context.coded(names[1]),
        place=random.choice(_places(keys, place)),
    )  # fmt: skip
    return make_edit(context, "register page", request, language, (source, answer))
