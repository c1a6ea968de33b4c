"""Edits whose place or value is not told but follows from the text.

Invariant: the text leaves one possibility only.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit

_BUMP = Phrases(
    "bump the version for a {part} release",
    "raise the version to the next {part} release",
    "make this a {part} release",
    "increase the {part} part of the version",
    "set the version of the next {part} release",
    "This becomes a {part} release, change the version",
    "Prepare the next {part} release: new version number",
    "do a {part} version bump",
    "We publish a {part} release today, the version has to say so",
    "count up the {part} version",
    casual=(
        "{part} release.",
        "next {part} release, the version needs a bump.",
        "version bump, {part}!",
        "we ship a {part} release tomorrow. can you update the version?",
        "the version is still the old one, this is a {part} release.",
        "one {part} version up.",
        "+1 for the {part} version.",
    ),
)
_PARTS = ("major", "minor", "patch")
_VERSIONED = (
    ("json", '{\n  "name": "~word~-~item~",\n  "version": "{v}",\n  "license": "MIT",\n'
     '  "dependencies": {\n    "~other~-kit": "{w}",\n    "~other2~": "^{x}"\n  }\n}'),
    ("json", '{\n  "id": "~word~",\n  "title": "~Word~ ~Item~",\n  "minVersion": "{w}",\n'
     '  "version": "{v}",\n  "author": "~first~ ~last~"\n}'),
    ("toml", '[project]\nname = "~word~-~item~"\nversion = "{v}"\nrequires-python = ">=3.11"\n'
     'dependencies = [\n  "~other~>={w}",\n  "~other2~=={x}",\n]'),
    ("toml", '[package]\nname = "~word~"\nversion = "{v}"\nedition = "2021"\n\n[dependencies]\n'
     '~other~ = "{w}"\n~other2~ = {{ version = "{x}", optional = true }}'),
    ("yaml", "apiVersion: v2\nname: ~word~-~item~\nversion: {v}\ndependencies:\n"
     "  - name: ~other~\n    version: {w}\n  - name: ~other2~\n    version: {x}"),
    ("python", '"""Tools for ~items~."""\n\n__version__ = "{v}"\n__author__ = "~first~ ~last~"\n\n'
     'MIN_~OTHER~ = "{w}"\nMAX_~OTHER2~ = "{x}"'),
)  # fmt: skip


def bump_version(context: Context) -> Edit | None:
    """Count up the version of a project; versions of other things stay."""
    random = context.random
    versions = [[random.randrange(1, 8), random.randrange(12), random.randrange(14)] for _ in "vwx"]
    if context.chance(0.4):
        versions[random.randrange(1, 3)] = versions[0]
    place = random.randrange(3)
    new = [*versions[0][:place], versions[0][place] + 1, 0, 0][:3]
    old, other, third = (".".join(map(str, version)) for version in versions)
    language, pattern = random.choice(_VERSIONED)
    pattern = Slots(random).fill(pattern.replace("{{", "{").replace("}}", "}"))
    pattern = pattern.replace("{w}", other).replace("{x}", third)
    pair = (pattern.replace("{v}", old), pattern.replace("{v}", ".".join(map(str, new))))
    request = context.say(_BUMP, part=_PARTS[place])
    return make_edit(context, "bump version", request, language, pair)


_UNUSED = Phrases(
    "remove the import that is not used",
    "remove the unused import",
    "delete the unused import",
    "One import is not used, remove it",
    "drop the import that nothing uses",
    "There is an import that nobody needs any more, delete it",
    "take out the unused import",
    "get rid of the import which is never used",
    "clean up: one import is superfluous, delete it",
    "find the unused import and remove it",
    casual=(
        "the linter complains about an unused import.",
        "one of these imports isn't needed any more.",
        "unused import, please remove.",
        "why do we import something that we never use? out with it.",
        "I left an import in that I don't use, can you delete it?",
        "F401: imported but unused.",
        "no unused imports please, there is one.",
    ),
)
_PYTHON_USES = (
    ("import json", "    print(json.dumps(~item~))"),
    ("import os", '    os.makedirs("~items~", exist_ok=True)'),
    ("import re", '    ~word~ = re.sub(r"\\s+", " ", ~item~.~field~)'),
    ("import sys", "    sys.stdout.write(~item~.~field~)"),
    ("import time", "    time.sleep(~digit~)"),
    ("import math", "    ~word2~ = math.ceil(~item~.~field~ / ~n~)"),
    ("import random", "    random.shuffle(~items~)"),
    ("import logging", '    logging.info("~item~: %s", ~item~)'),
    ("from pathlib import Path", '    folder = Path("~items~")'),
    ("from datetime import date", "    today = date.today()"),
    ("from collections import Counter", "    counts = Counter(~items~)"),
    ("from itertools import chain", "    everything = list(chain(~items~, ~others~))"),
)
_SCRIPT_USES = tuple(
    (f"import {{ {name} }} from '{path}'", use)
    for name, path, use in (
        ("useState", "react", "  const [~item~, set~Item~] = useState(null);"),
        ("readFile", "node:fs/promises", "  const text = await readFile(path);"),
        ("join", "node:path", "  const path = join(root, '~items~');"),
        ("debounce", "./utils", "  const later = debounce(~verb~~Item~, ~n~);"),
        ("formatDate", "./dates", "  const day = formatDate(~item~.~field~);"),
        ("api", "./api", "  const ~items~ = await api.get('/~items~');"),
        ("logger", "../logger", "  logger.info('~item~ ready');"),
        ("clamp", "./math", "  const level = clamp(~field~, 0, ~n~);"),
        ("Router", "express", "  const router = Router();"),
        ("z", "zod", "  const schema = z.string();"),
    )
)


def remove_unused_import(context: Context) -> Edit | None:
    """Delete the one import whose name occurs nowhere else."""
    random = context.random
    is_python = context.chance(0.6)
    drawn = random.sample(_PYTHON_USES if is_python else _SCRIPT_USES, random.randrange(2, 6))
    unused = random.choice(drawn)[0]
    end = ";" if not is_python and context.chance(0.7) else ""
    imports = [line + end for line, _ in (sorted(drawn) if context.chance(0.7) else drawn)]
    uses = [use if is_python or end else use.removesuffix(";") for line, use in drawn
            if line != unused]  # fmt: skip
    random.shuffle(uses)
    head = (
        "def ~verb~_~items~(~items~):" if is_python else "export async function ~verb~~Items~() {"
    )
    tail = [f"    return ~item~{end}"] if is_python else [f"  return ~item~{end}", "}"]
    slots = Slots(random)
    rest = slots.fill("\n".join([head, *uses, *tail]))
    gap = "\n\n\n" if is_python else "\n\n"
    kept = [line for line in imports if line != unused + end]
    pair = "\n".join(imports) + gap + rest, "\n".join(kept) + gap + rest
    language = "python" if is_python else random.choice(("javascript", "typescript"))
    return make_edit(context, "remove unused import", context.say(_UNUSED), language, pair)


_KEYS = {
    "address": "adress", "cancel": "cancle", "height": "heigth", "width": "widht",
    "language": "langauge", "message": "mesage", "receiver": "reciever", "length": "lenght",
    "separator": "seperator", "success": "sucess", "enabled": "enabeld", "response": "reponse",
    "status": "staus", "category": "catagory", "visible": "visable", "column": "colunm",
    "default": "defualt", "background": "backgroud", "password": "pasword", "title": "tilte",
    "description": "descripton", "quantity": "quantitiy", "license": "lisence", "author": "auhtor",
    "username": "usrename", "country": "coutnry", "currency": "curency", "timeout": "timeuot",
    "environment": "enviroment", "version": "verison", "image": "iamge", "delete": "delte",
    "calendar": "calender", "weekday": "weekady", "schedule": "shedule", "recipient": "recipent",
}  # fmt: skip
"""A usual key -> how it is often misspelled."""
_KEY = Phrases(
    "fix the misspelled key",
    "one key is misspelled, correct it",
    "correct the typo in the key",
    "There is a typo in one of the keys. Fix it",
    "find the key that is misspelled and correct it",
    "repair the key with the typo, not the values",
    "A key has a spelling mistake. Correct only that",
    "correct the spelling of the key that is wrong",
    "fix the key with the spelling mistake",
    "one of the names on the left is misspelled, mend it",
    casual=(
        "typo in a key!",
        "the program doesn't find one of these, the key is misspelled.",
        "somebody misspelled a key, can you fix that?",
        "one key has a typo, that's why it is ignored.",
        "spelling of the keys, one is wrong.",
        "there's a misspelled key in here. correct it.",
        "the validator rejects a key. must be a typo.",
    ),
)


def fix_key(context: Context) -> Edit | None:
    """Correct the one key that is misspelled."""
    random = context.random
    keys = random.sample(sorted(_KEYS), min(8, 3 + context.size // 90))
    slots = Slots(random)
    values = {key: slots.fill(random.choice(("~Word~", "~n~", "~city~", "~first~ ~last~", "~item~",
                                             "~field~", "~digit~"))) for key in keys}  # fmt: skip
    language = random.choice(("json", "json", "yaml"))
    body = _write_json(values) if language == "json" else _write_yaml(values)
    wrong = random.choice(keys)
    mark = '"' if language == "json" else ""
    old = f"{mark}{wrong}{mark}:"
    if body.count(old) != 1:
        return None
    pair = body.replace(old, f"{mark}{_KEYS[wrong]}{mark}:"), body
    return make_edit(context, "fix key", context.say(_KEY), language, pair)


def _write_json(values: dict[str, str]) -> str:
    lines = [
        f'  "{key}": {value}' if value.isdigit() else f'  "{key}": "{value}"'
        for key, value in values.items()
    ]
    return "{\n" + ",\n".join(lines) + "\n}"


def _write_yaml(values: dict[str, str]) -> str:
    return "\n".join(f"{key}: {value}" for key, value in values.items())
