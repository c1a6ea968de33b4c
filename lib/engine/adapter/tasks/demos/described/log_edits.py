"""A message gets another level, and prints and logs for debugging go.

Invariant: what a program tells its users or warns of stays.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.demos.described import log_wordings as words
from lib.engine.adapter.tasks.demos.described.log_texts import LOGGED, PRINTED, WITH_LOGS
from lib.engine.adapter.tasks.demos.telling import tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit

_LEVELS = ("debug", "info", "warning", "error", "critical")
_LEVEL_WORDS = {"debug": "debug messages", "info": "infos", "warning": "warnings",
                "error": "errors", "critical": "critical messages"}  # fmt: skip


def change_log_level(context: Context) -> Edit | None:
    """Let the log call that is told by its meaning have another level; other calls stay."""
    random, slots = context.random, Slots(context.random)
    drawn = random.sample(LOGGED, 1 + (context.size > 450))
    calls = [call for _, told in drawn for call in told]
    logger = random.choice(("logger", "logger", "log", "logging", "LOG"))
    pattern = slots.fill("\n\n\n".join(text for text, _ in drawn))
    place = random.randrange(len(calls))
    what, old = calls[place]
    place_of = _LEVELS.index
    new = random.choice([one for one in _LEVELS if 0 < abs(place_of(one) - place_of(old)) < 3])
    if logger != "logging" and context.chance(0.6):
        head = f"import logging\n\n{logger} = logging.getLogger(__name__)\n\n\n"
        pattern = head + pattern
    elif logger == "logging":
        pattern = "import logging\n\n\n" + pattern
    levels = [level for _, level in calls]
    source = _fill_marks(pattern, [f"{logger}.{level}" for level in levels])
    levels[place] = new
    answer = _fill_marks(pattern, [f"{logger}.{level}" for level in levels])
    request = tell(
        context, words.LEVEL, reasons=words.LEVEL_REASONS, stays=words.LEVEL_STAYS,
        what=slots.fill(what), old=old, new=new, olds=_LEVEL_WORDS[old], news=_LEVEL_WORDS[new],
        call=context.coded(f"{logger}.{new}"),
    )  # fmt: skip
    return make_edit(context, "change log level", request, "python", (source, answer))


def _fill_marks(pattern: str, values: list[str]) -> str:
    parts = pattern.split("@")
    return "".join(part + value for part, value in zip(parts, [*values, ""], strict=True))


_DEBUG_PRINTS = (
    'print("DEBUG", {x})', 'print("DEBUG: {x} =", {x})', 'print(f"DEBUG {{{x}=}}")',
    'print(f"{{{x}=}}")', 'print("debug:", {x})', 'print(">>>", {x})', 'print("XXX {x}", {x})',
    'print("!!!", repr({x}))', 'print("--- {x} ---", {x})',
)  # fmt: skip
_ASSIGNED = re.compile(r"( +)(\w+)(?:, _, \w+)? \+?= .*[\w)\]]$")


def drop_debug_prints(context: Context) -> Edit | None:
    """Delete all the prints for debugging; what the program prints or warns of stays."""
    random, slots = context.random, Slots(context.random)
    count = 1 + (context.size > 250) + (context.size > 450)
    answer = slots.fill("\n\n\n".join(random.sample(PRINTED, count)))
    forms = [random.choice(_DEBUG_PRINTS)] * 3 + [random.choice(_DEBUG_PRINTS)]
    lines: list[str] = []
    for line in answer.split("\n"):
        lines.append(line)
        match = _ASSIGNED.match(line)
        if match and context.chance(0.7):
            lines.append(match[1] + random.choice(forms).format(x=match[2]))
    source = "\n".join(lines)
    request = tell(
        context, words.DROP, reasons=words.DROP_REASONS, stays=words.DROP_PRINT_STAYS,
        logs=random.choice(("debugging prints", "debug prints", "prints for debugging",
                            "print calls that only serve debugging")),
    )  # fmt: skip
    return make_edit(context, "drop debug prints", request, "python", (source, answer))


_LOGS = ("console.log({x});", "console.log('{x}', {x});", "console.log('>>> {x}', {x});",
         "console.log({{ {x} }});", "console.log('here', {x});")  # fmt: skip


def drop_logs(context: Context) -> Edit | None:
    """Delete every call of console.log; the other calls on console stay."""
    random, slots = context.random, Slots(context.random)
    count = 1 + (context.size > 250) + (context.size > 450)
    answer = slots.fill("\n\n".join(random.sample(WITH_LOGS, count)))
    lines: list[str] = []
    for line in answer.split("\n"):
        lines.append(line)
        match = re.match(r"( +)const (\w+) = .*;$", line)
        if match and context.chance(0.75):
            lines.append(match[1] + random.choice(_LOGS).format(x=match[2]))
    source = "\n".join(lines)
    if context.chance(0.3):
        source, answer = source.replace("'", '"'), answer.replace("'", '"')
    request = tell(
        context, words.DROP, reasons=words.DROP_REASONS, stays=words.DROP_LOG_STAYS,
        logs=random.choice(("console.logs", "console.log calls", "calls of `console.log`",
                            "`console.log` lines", "console.log statements")),
    )  # fmt: skip
    return make_edit(context, "drop logs", request, "javascript", (source, answer))
