"""Printed words of which one contains the other: only the exact one is meant.

Invariant: the other lines keep the longer words, although the shorter one stands in them.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.library import DOCUMENT_NAMES
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit, Text
from lib.engine.adapter.tasks.words import STRING_WORDS

_ONLY = Phrases(
    "replace {old} with {new} in the line that {shows} only {old}",
    "in the line that {shows} only {old}, change it to {new}",
    "replace the string {old} with {new} where only {old} is {shown}",
    "change {old} to {new}, but leave {longer} alone",
    "change the line that {shows} just {old} so that it {shows} {new}",
    "where it {shows} only {old}, let it {show} {new}",
    "{show} {new} instead of {old}, and keep {longer} as it is",
    "replace the exact string {old} with {new}, not {longer}",
    "change only the string {old} to {new}, {longer} stays",
    "the line with only {old} should have {new} instead",
    "let the line that {shows} {old} {show} {new}; {longer} does not change",
    "{show} {new} in place of {old} where {old} stands alone",
    "replace only {old} by {new}; the line with {longer} stays the same",
    "use {new} instead of {old} in the line which {shows} only {old}",
    "swap {old} for {new} in the line where it is the whole string",
    casual=(
        "{new} instead of {old}, but {longer} is fine as it is.",
        "{old} alone should be {new}, {longer} stays.",
        "It must not {show} just {old} any more, {new} is right. {longer} is fine.",
        "Where just {old} is {shown}, I want {new}.",
        "{old} on its own is wrong, that is {new}. Leave {longer} alone.",
        "Not {longer}, only the plain {old}: that has to be {new}.",
        "Why does it {show} {old}? I want {new} there, but {longer} is right.",
        "{old} -> {new} where it is the whole string.",
    ),
)

_PYTHON = (
    ("print", "prints", "printed", "{0}print({1})"),
    ("return", "returns", "returned", "{0}return {1}"),
)
_SCRIPT = (
    ("print", "prints", "printed", "{0}console.log({1});"),
    ("return", "returns", "returned", "{0}return {1};"),
)


def edit_prints(context: Context) -> Edit | None:
    """Replace one printed or returned string that others contain."""
    random, slots = context.random, Slots(context.random)
    language = random.choice(("python", "python", "javascript", "typescript"))
    show, shows, shown, statement = random.choice(_PYTHON if language == "python" else _SCRIPT)
    first, second = (word.title() for word in random.sample(STRING_WORDS, 2))
    link = random.choice(("", "", " ", "-"))
    said = [first, second, f"{first}{link}{second}", f"{second}{link}{first}"]
    said = said[: random.randrange(3, 5)]
    random.shuffle(said)
    mark = random.choice(('"', '"', "'"))
    variable, field = slots.value("item"), slots.value("field")
    limits = sorted(random.sample(range(2, 900), len(said)), reverse=True)
    lines = []
    for index, (word, limit) in enumerate(zip(said, limits, strict=True)):
        condition = f"{variable}.{field} > {limit}" if limits[0] % 2 else f"{variable} >= {limit}"
        lines.append(_head(language, index, len(said), condition))
        lines.append(statement.format("    " if language == "python" else "  ", mark + word + mark))
    if language != "python":
        lines.append("}")
    body = "\n".join(lines)
    if show == "return" or context.chance(0.5):
        body = _in_function(language, f"{slots.value('verb')}_{variable}", variable, body)
    old = random.choice((first, second))
    new = random.choice(STRING_WORDS).title()
    longer = next(word for word in said if old in word and word != old)
    if new in said:
        return None
    quote = context.quoted(old, bare=0.0)
    request = context.say(
        _ONLY, old=quote, new=quote[0] + new + quote[-1].replace("“", "”"),
        longer=quote[0] + longer + quote[-1], show=show, shows=shows, shown=shown,
    )  # fmt: skip
    text = Text(body=body, language=language, noun=random.choice(DOCUMENT_NAMES[language]))
    answer = body.replace(mark + old + mark, mark + new + mark)
    return Edit(kind="replace exact string", request=request, text=text, answer=answer)


def _head(language: str, index: int, count: int, condition: str) -> str:
    is_last = index == count - 1
    if language == "python":
        return "else:" if is_last else f"{'if' if index == 0 else 'elif'} {condition}:"
    if is_last:
        return "} else {"
    return f"if ({condition}) {{" if index == 0 else f"}} else if ({condition}) {{"


def _in_function(language: str, name: str, parameter: str, body: str) -> str:
    step = "    " if language == "python" else "  "
    inner = "\n".join(step + line for line in body.split("\n"))
    if language == "python":
        return f"def {name}({parameter}):\n{inner}"
    return f"function {name.replace('_', '')}({parameter}) {{\n{inner}\n}}"
