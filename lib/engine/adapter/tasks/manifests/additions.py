"""A variable or a step is added to a manifest.

Invariant: what is new is written as its neighbours are, and stands last or behind the told one.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.manifests.blocks import find_step_lists, find_variable_blocks
from lib.engine.adapter.tasks.manifests.manifest import Manifest
from lib.engine.adapter.tasks.manifests.wording import mark_name, name_list
from lib.engine.adapter.tasks.phrasing import Phrases
from lib.engine.adapter.tasks.scanning import indent_of
from lib.engine.adapter.tasks.texts import Edit

_ADD_VARIABLE = Phrases(
    "add {new} to {block}",
    "add {new} at the end of {block}",
    "{block} should also have {new}, at the end",
    "append {new} to {block}",
    "We now need {new} in {block}.",
    "put {new} last in {block}",
    "in {block}, add {new}",
    "extend {block} by {new}",
    "define {new} at the end of {block}",
    "insert {new} into {block} as the last entry",
    casual=(
        "{block} lacks {new}.",
        "{new} is missing in {block}, at the end.",
        "It doesn't start without it: {new} in {block}, last.",
        "and then {new} as the last thing in {block}.",
        "Could {block} have {new} at the end?",
        "one more for {block}: {new}.",
        "I forgot {new}, that goes at the end of {block}.",
    ),
)
_ADD_VARIABLE_AFTER = Phrases(
    "add {new} after {old} in {block}",
    "in {block}, insert {new} right after {old}",
    "put {new} below {old} in {block}",
    "{block} also needs {new}, directly after {old}",
    "after {old} in {block}, add {new}",
    "We now need {new} in {block}, just below {old}.",
    "insert {new} under {old} in {block}",
    "define {new} behind {old} in {block}",
    casual=(
        "{new} is missing behind {old} in {block}.",
        "{block}: first {old}, then {new}, the rest as it is.",
        "right below {old} I need {new}, in {block}.",
        "{block} has {old}, and directly after that it should have {new}.",
        "Why is {new} not in {block}? It comes just after {old}.",
        "one more in {block}: {new}, straight after {old}.",
    ),
)
_ADD_STEP = Phrases(
    "add a step {new} after {old} in {job}",
    "in {job}, add a step {new} right after {old}",
    "after the step {old} of {job}, insert a step {new}",
    "insert a step {new} into {job}, directly after {old}",
    "We need a step {new} in {job}, just after {old}.",
    "{job} should have a further step {new}, after {old}",
    "put a step {new} behind {old} in {job}",
    "let {job} run one more step after {old}: {new}",
    casual=(
        "{job} needs one more step behind {old}: {new}.",
        "a step {new} is missing in {job}, just after {old}.",
        "first {old}, then a step {new}, then the rest of {job}.",
        "{job} goes straight on after {old}, but first there should be a step {new}.",
        "Why does {job} have no step {new}? It belongs right after {old}.",
        "as soon as {old} is through, {job} should have a step {new}.",
    ),
)
_VARIABLES = (
    ("LOG_FORMAT", "json"), ("SENTRY_ENV", "staging"), ("REGION", "eu-west-1"), ("THEME", "dark"),
    ("API_HOST", "api.internal"), ("SMTP_HOST", "smtp.internal"), ("QUEUE_NAME", "orders"),
    ("STORAGE_DIR", "/srv/data"), ("SESSION_STORE", "redis"), ("APP_LOCALE", "de_DE"),
    ("METRICS_HOST", "metrics.internal"), ("RELEASE_CHANNEL", "beta"), ("UPLOAD_DIR", "/uploads"),
    ("AUTH_MODE", "oauth"), ("DEFAULT_PLAN", "free"), ("BUCKET_NAME", "media-files"),
    ("SEARCH_INDEX", "products"), ("SUPPORT_MAIL", "help@shop.example"), ("TIMEZONE", "UTC"),
)  # fmt: skip
_STEPS = (
    ("Lint", "npm run lint"), ("Unit tests", "npm test"), ("Type check", "npx tsc --noEmit"),
    ("Format check", "ruff format --check"), ("Type check", "mypy src"), ("Audit", "npm audit"),
    ("Coverage", "pytest --cov"), ("Show versions", "pip list"), ("Migrate", "./migrate.sh"),
    ("Smoke test", "./smoke.sh"), ("Clean up", "rm -rf tmp"), ("Package", "make package"),
    ("Size report", "du -sh dist"), ("Check links", "make linkcheck"),
    ("Spelling", "codespell docs"),
)  # fmt: skip


def add_variable(manifest: Manifest) -> Edit | None:
    """Add a variable to the file or to a block of variables."""
    key, value = manifest.random.choice(_VARIABLES)
    if manifest.shape.language == "env":
        return _add_line(manifest, key, value)
    return _add_to_block(manifest, key, value)


def _add_line(manifest: Manifest, key: str, value: str) -> Edit | None:
    context = manifest.context
    is_last = context.chance(0.3)
    old = manifest.entries[-1] if is_last else manifest.random.choice(manifest.entries)
    if key in manifest.body:
        return None
    line, shown = f"{key}={value}", context.coded(old.key)
    phrases = _ADD_VARIABLE if is_last else _ADD_VARIABLE_AFTER
    request = context.say(phrases, new=f"`{line}`", old=shown, block="the file")
    return manifest.edit("manifest entry", request, manifest.with_lines(old.end, [line]))


def _add_to_block(manifest: Manifest, key: str, value: str) -> Edit | None:
    context, random, lines = manifest.context, manifest.random, manifest.lines
    block = random.choice(find_variable_blocks(manifest))
    name = name_list(manifest, block)
    path = (*block.path, block.key)
    variables = [e for e in manifest.entries if e.path == path and block.line < e.line < block.end]
    if name is None or key in manifest.body or not variables:
        return None
    is_upper = re.match(r"(- (name: )?)?[A-Z]", lines[variables[0].line].strip())
    key = key if is_upper else key.lower()
    is_last = context.chance(0.5)
    old = variables[-1] if is_last else random.choice(variables)
    name = re.sub(r"the list (\S+)|the (\S+) list", lambda m: f"the {m[1] or m[2]} block", name)
    shown = random.choice((f"`{key}`", f"`{key}`", key)) + random.choice(
        (f" with the value `{value}`", f" (`{value}`)", f" = {value}", f" set to {value}")
    )
    new = _write_variable([lines[one.line : one.end] for one in variables], key, value)
    if new is None:
        return None
    if "=" in new[0]:
        shown = f"`{key}={value}`"
    old_key = context.coded(old.key.partition("=")[0])
    phrases = _ADD_VARIABLE if is_last else _ADD_VARIABLE_AFTER
    request = mark_name(context.say(phrases, new=shown, block=name, old=old_key), block.key, key)
    return manifest.edit("manifest entry", request, manifest.with_lines(old.end, new))


def _write_variable(chunks: list[list[str]], key: str, value: str) -> list[str] | None:
    """Return a new variable written as the others are, or None when they differ in style."""
    line = chunks[0][0]
    indent, code = indent_of(line), line.lstrip()
    quotes = [re.search(r": (['\"])", chunk[-1]) for chunk in chunks]
    marks = {quote[1] if quote else "" for quote in quotes}
    if len(marks) > 1:
        return None
    mark = marks.pop()
    if code.startswith("- name:"):
        return [f"{indent}- name: {key}", f"{indent}  value: {mark}{value}{mark}"]
    if code.startswith("- "):
        return [f"{indent}- {key}={value}"]
    return [f"{indent}{key}: {mark}{value}{mark}"]


def add_step(manifest: Manifest) -> Edit | None:
    """Add a step to a job."""
    context, random = manifest.context, manifest.random
    block = random.choice(find_step_lists(manifest))
    steps = [e for e in manifest.entries if e.is_item and e.path == (*block.path, block.key)]
    place = manifest.place(block)
    if not steps or not place or "job" not in place:
        return None
    old, (title, command) = random.choice(steps), random.choice(_STEPS)
    if command in manifest.body or title in manifest.body:
        return None
    line = manifest.lines[old.line]
    indent = indent_of(line)
    if line.lstrip().startswith("- name"):
        new = [f"{indent}- name: {title}", f"{indent}  run: {command}"]
        shown = f"{context.quoted(title, bare=0)} that runs `{command}`"
    else:
        new = [f"{indent}- run: {command}"]
        shown = f"`run: {command}`"
    old_step = context.quoted(old.key, bare=0) if " " in old.key else f"`{old.key}`"
    request = context.say(_ADD_STEP, new=shown, old=old_step, job=place)
    return manifest.edit("manifest entry", request, manifest.with_lines(old.end, new))
