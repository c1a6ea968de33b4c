"""A union of TypeScript is widened, a type gets a property, and a parameter its type.

Invariant: the request determines the answer; types and functions like the told one stay.
"""

from __future__ import annotations

import re
from random import Random

from lib.engine.adapter.tasks.demos.described import type_wordings as words
from lib.engine.adapter.tasks.demos.telling import tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit

_UNIONS = (
    ("Status", "draft review published archived rejected scheduled"),
    ("Size", "small medium large huge tiny"), ("Theme", "light dark system sepia contrast"),
    ("Role", "guest editor admin owner auditor"), ("Direction", "up down left right none"),
    ("Unit", "gram kilo pound ounce ton"), ("Method", "GET POST PUT PATCH DELETE"),
    ("Priority", "low normal high urgent blocker"), ("Align", "start center end stretch"),
    ("Payment", "card cash invoice voucher transfer"), ("Season", "spring summer autumn winter"),
    ("Channel", "mail phone chat letter fax"), ("Shape", "circle square triangle star hexagon"),
    ("OrderState", "open paid shipped returned cancelled"), ("Locale", "en de fr es it pt"),
    ("Transport", "bus train tram ferry bike"), ("LogLevel", "debug info warn error fatal"),
    ("Plan", "free basic pro team enterprise"), ("Diet", "vegan vegetarian halal kosher none"),
)  # fmt: skip


def widen_union(context: Context) -> Edit | None:
    """Add a further string at the end of the told union of strings; other unions stay."""
    random, slots = context.random, Slots(context.random)
    drawn = random.sample(_UNIONS, 2 + (context.size > 180) + (context.size > 300))
    mark, end = random.choice(("'", '"')), random.choice((";", ";", ";", ""))
    told, sources, answers = random.randrange(len(drawn)), [], []
    new = last = ""
    tall, inside = context.chance(0.2), context.chance(0.25)
    export = random.choice(("", "export "))
    for i, (name, text) in enumerate(drawn):
        members = text.split()
        random.shuffle(members)
        kept = members[: random.randrange(2, len(members))]
        write = _property if inside else _union
        before = write(export, name, kept, (mark, end, tall))
        if i == told:
            new, last = members[len(kept)], kept[-1]
            kept = [*kept, new]
        sources.append(before)
        answers.append(write(export, name, kept, (mark, end, tall)))
    name = drawn[told][0]
    if inside:
        name = name[0].lower() + name[1:]
        head, close = slots.fill(f"{export}interface ~Item~ {{\n  id: number{end}\n"), "\n}"
        gap = "\n"
    else:
        head, gap = "", random.choice(("\n", "\n\n"))
        close = slots.fill(random.choice((
            "", f"\n\n{export}interface ~Item~ {{\n  id: number{end}\n  ~field~: string{end}\n}}",
            f"\n\n{export}function is~Adj~(~item~: ~Item~): boolean {{\n"
            f"  return ~item~.~field~ > ~n~{end}\n}}",
        )))  # fmt: skip
    pair = head + gap.join(sources) + close, head + gap.join(answers) + close
    request = tell(
        context, words.UNION, reasons=words.UNION_REASONS, stays=words.UNION_STAYS,
        name=context.coded(name), new=context.quoted(new), last=last,
    )  # fmt: skip
    return make_edit(context, "widen union", request, "typescript", pair)


def _union(export: str, name: str, members: list[str], style: tuple[str, str, bool]) -> str:
    mark, end, tall = style
    quoted = [f"{mark}{one}{mark}" for one in members]
    if tall:
        return f"{export}type {name} =\n  | " + "\n  | ".join(quoted) + end
    return f"{export}type {name} = {' | '.join(quoted)}{end}"


def _property(_: str, name: str, members: list[str], style: tuple[str, str, bool]) -> str:
    mark, end, _tall = style
    quoted = " | ".join(f"{mark}{one}{mark}" for one in members)
    return f"  {name[0].lower() + name[1:]}: {quoted}{end}"


_PROPERTIES = (
    ("id", "string"), ("name", "string"), ("email", "string"), ("phone", "string"),
    ("age", "number"), ("price", "number"), ("active", "boolean"), ("tags", "string[]"),
    ("createdAt", "Date"), ("notes", "string"), ("city", "string"), ("scores", "number[]"),
    ("quantity", "number"), ("website", "string"), ("isPublic", "boolean"), ("dueDate", "Date"),
    ("color", "string"), ("images", "string[]"), ("weight", "number"), ("nickname", "string"),
    ("verified", "boolean"), ("language", "string"), ("rating", "number"), ("flags", "boolean[]"),
)  # fmt: skip
_KINDS = {
    "string": ("string", "strings"), "number": ("number", "numbers"),
    "boolean": ("boolean", "booleans"), "Date": ("Date", "Dates"),
}  # fmt: skip


def add_described_property(context: Context) -> Edit | None:
    """Add a property whose type is told in words directly beside a told one."""
    random, slots = context.random, Slots(context.random)
    holder, other = slots.fill("~Item~"), slots.fill("~Adj~~Other~")
    drawn = random.sample(_PROPERTIES, 5 + min(8, context.size // 120))
    (name, kind), rest = drawn[0], drawn[1:]
    end, export = random.choice((";", ";", ";", ",", "")), random.choice(("", "export "))
    form = random.random()
    # "a readonly array" could mean the property or the array, "nullable" the items
    is_array = kind.endswith("]")
    optional, readonly = form < 0.4, 0.4 <= form < 0.55 and not is_array
    nullable = 0.55 <= form < 0.7 and not is_array
    line = f"  {'readonly ' if readonly else ''}{name}{'?' if optional else ''}: "
    line += kind + (" | null" if nullable else "") + end
    first, second = rest[: len(rest) // 2 + 1], rest[1:]
    lines = [_member(random, one, end) for one in first]
    place = random.randrange(len(lines))
    below = context.chance(0.65)
    is_type = context.chance(0.35)
    blocks = [
        _block(export, holder, lines, is_type),
        _block(export, other, [_member(random, one, end) for one in second], is_type),
    ]
    lines.insert(place + below, line)
    changed = _block(export, holder, lines, is_type)
    if context.chance(0.5):
        blocks.reverse()
    source = "\n\n".join(blocks)
    answer = "\n\n".join(
        changed if block.split("{")[0] == changed.split("{")[0] else block for block in blocks
    )
    side = random.choice(("right below", "directly after", "below", "just under", "after")
                         if below else ("right above", "directly before", "above"))  # fmt: skip
    adjectives = "optional " * optional + "readonly " * readonly + "nullable " * nullable
    request = tell(
        context, words.PROPERTY, reasons=words.PROPERTY_REASONS, stays=words.PROPERTY_STAYS,
        what=_describe(kind, adjectives), new=context.coded(name), holder=context.coded(holder),
        place=f"{side} {context.coded(first[place][0])}",
    )  # fmt: skip
    return make_edit(context, "add described property", request, "typescript", (source, answer))


def _describe(kind: str, adjectives: str) -> str:
    """Return for example `an optional array of strings`."""
    word = f"array of {_KINDS[kind[:-2]][1]}" if kind.endswith("]") else _KINDS[kind][0]
    described = adjectives + word
    return f"{'an' if described[0] in 'ao' else 'a'} {described}"


def _member(random: Random, member: tuple[str, str], end: str) -> str:
    return f"  {member[0]}{random.choice(('', '', '', '?'))}: {member[1]}{end}"


def _block(export: str, name: str, lines: list[str], is_type: bool) -> str:
    head = f"type {name} =" if is_type else f"interface {name}"
    return "\n".join([f"{export}{head} {{", *lines, "}"])


_ANY = (
    ("function total~Items~(prices: any, rate: any): number {\n"
     "  return prices.reduce((sum, one) => sum + one, 0) * rate;\n}",
     (("prices", "number[]"), ("rate", "number"))),
    ("export function find~Item~(~items~: any, name: any) {\n"
     "  return ~items~.find((one) => one === name);\n}",
     (("~items~", "string[]"), ("name", "string"))),
    ("const label~Item~ = (count: any, unit: any): string => `${count} ${unit}`;",
     (("count", "number"), ("unit", "string"))),
    ("function show(visible: any, title: any) {\n"
     "  document.title = visible ? title.trim() : '';\n}",
     (("visible", "boolean"), ("title", "string"))),
    ("async function load~Other~(path: any, retries: any = 3) {\n"
     "  const answer = await get(path, retries);\n  return answer.~other~;\n}",
     (("path", "string"), ("retries", "number"))),
    ("export const daysUntil = (date: any, now: any) =>\n"
     "  Math.ceil((date.getTime() - now) / 86400000);",
     (("date", "Date"), ("now", "number"))),
    ("function set~Adj~(key: any, active: any): void {\n  store.set(key, active);\n}",
     (("key", "string"), ("active", "boolean"))),
)  # fmt: skip


def name_type(context: Context) -> Edit | None:
    """Replace the `any` of one parameter by the told type; every other `any` stays."""
    random, slots = context.random, Slots(context.random)
    drawn = random.sample(_ANY, 1 + (context.size > 200) + context.chance(0.4))
    parts = [slots.fill(text) for text, _ in drawn]
    told = random.randrange(len(drawn))
    parameter, kind = random.choice(drawn[told][1])
    parameter = slots.fill(parameter)
    names = re.findall(r"(?:function|const) (\w+)", parts[told])
    source = "\n\n".join(parts)
    parts[told] = parts[told].replace(f"{parameter}: any", f"{parameter}: {kind}", 1)
    plain = _KINDS[kind.removesuffix("[]")]
    phrase = f"an array of {plain[1]}" if kind.endswith("]") else f"a {plain[0]}"
    request = tell(
        context, words.TYPE, reasons=words.TYPE_REASONS, stays=words.TYPE_STAYS,
        parameter=context.coded(parameter, bare=0.0), name=context.coded(names[0]), phrase=phrase,
        type=f"`{kind}`",
    )  # fmt: skip
    return make_edit(context, "name type", request, "typescript", (source, "\n\n".join(parts)))
