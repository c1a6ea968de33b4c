"""Lines and blocks put where they stand in a text: the text without them is what is edited.

Invariant: the answer is the drawn text itself, so what is added fits in style and meaning.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lib.engine.adapter.tasks.edits.code_edits import find_named_pieces, gap_of
from lib.engine.adapter.tasks.library import PROSE
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.scanning import indent_of
from lib.engine.adapter.tasks.soundness import is_well_formed
from lib.engine.adapter.tasks.texts import Edit, Text

_PUT_LINE = Phrases(
    "add the {noun} {new} {where}",
    "add {new} {where}",
    "insert {new} {where}",
    "put {new} {where}",
    "place {new} {where}",
    "{where}, add {new}",
    "add {a_noun} {where}: {new}",
    "insert the {noun} {new} {where}",
    "add a new {noun} {new} {where}",
    "{where}, place the {noun} {new}",
    "I need the {noun} {new} {where}.",
    "add this {noun} {where}:\n{raw}",
    "The {noun} {new} is missing. Add it {where}.",
    "include {new} {where}",
    "{where} I want the {noun} {new}",
    "add the following {where}:\n\n{raw}",
    "{where}, insert {new}",
    "There should be {a_noun} {new} {where}.",
    "write {new} {where}",
    "let {new} stand {where}",
)
_PUT_BLOCK = Phrases(
    "add this {noun} {where}:\n\n{raw}",
    "add the following {noun} {where}:\n\n{raw}",
    "insert this {noun} {where}:\n\n{raw}",
    "{where}, add this {noun}:\n\n{raw}",
    "put this {noun} {where}:\n\n{raw}",
    "insert the following {where}:\n\n{raw}",
    "add this {where}:\n\n```\n{raw}\n```",
    "{where}, insert the following:\n{raw}",
    "put the {noun} below {where}:\n\n{raw}",
    "{where}, put this {noun}:\n\n{raw}",
)

_NOUNS: dict[str, tuple[str, ...]] = {
    "css": ("property", "declaration", "line"),
    "yaml": ("line", "entry", "key", "setting"),
    "toml": ("line", "setting", "key"),
    "env": ("line", "variable", "setting"),
    "json": ("line", "entry", "key"),
    "sql": ("line", "column"),
    "html": ("line", "element"),
}
_BLOCK_NOUNS = {
    "css": ("rule", "CSS rule"), "yaml": ("section", "part"), "toml": ("section", "table"),
    "markdown": ("section", "part"), "sql": ("statement", "query"), "text": ("paragraph", "text"),
    "email": ("paragraph",), "letter": ("paragraph",),
}  # fmt: skip

_LABEL = re.compile(
    r"""(?:-[ ]|export[ ]|const[ ]|let[ ]|self\.|private[ ]|readonly[ ])*
    ["']?(?P<name>[A-Za-z_][\w.-]*)["']?\??
    (?:[ ]?[=:][ ]|=|[ ](?:[A-Z]{2,}|integer|text|date)\b)""",
    re.VERBOSE,
)
_OPENER = re.compile(r"^(?:export )?(?P<kind>class|interface|enum|function) (?P<name>\w+)")
_LONGEST_LINE, _LONGEST_BLOCK = 76, 450


def put_line(context: Context, text: Text) -> Edit | None:
    """Take a line out of the text and ask for it at its place."""
    lines = text.body.split("\n")
    places = [i for i in range(len(lines)) if _is_line(text, lines, i)]
    context.random.shuffle(places)
    for place in places[:6]:
        rest = [*lines[:place], *lines[place + 1 :]]
        source = replace(text, body="\n".join(rest), pieces=())
        wheres = _name_places(context, text, lines, place)
        if not wheres or source.body != source.body.strip() or not is_well_formed(source):
            continue
        line = lines[place].strip()
        new = _spoken(context, text, line)
        nouns = _nouns_of(text, line, is_shortened=new != line)
        noun = context.random.choice(nouns)
        request = context.say(
            _PUT_LINE,
            noun=noun,
            a_noun=f"{'an' if noun[0] in 'aei' else 'a'} {noun}",
            new=context.coded(new, bare=0.0),
            raw=new,
            where=context.random.choice(wheres),
        )
        return Edit(kind="put line", request=request, text=source, answer=text.body)
    return None


def _spoken(context: Context, text: Text, line: str) -> str:
    """Return the line as people write it in a request: often without its comma or its dash."""
    is_prose = text.language in PROSE
    new = line[:-1] if line.endswith(",") and not is_prose and context.chance(0.8) else line
    if text.language == "yaml" and new.startswith("- ") and context.chance(0.4):
        return new[2:]
    return new


def _nouns_of(text: Text, line: str, *, is_shortened: bool) -> tuple[str, ...]:
    """Return what people call such a line."""
    if text.language in PROSE:
        return ("line",)
    if is_shortened or line.startswith(("- ", "* ")):
        return ("entry", "item", *(("step",) if "run:" in line or "uses:" in line else ()))
    if line.startswith(("import ", "from ")):
        return ("import", "line")
    if line.startswith("const "):
        return ("line", "constant")
    if text.language == "typescript" and re.fullmatch(r"\w+\??: [^=]+;", line):
        return ("property", "field", "property")
    return _NOUNS.get(text.language, ("line",))


def _is_line(text: Text, lines: list[str], place: int) -> bool:
    line = lines[place].strip()
    before = "\n".join(lines[:place])
    return (
        3 < len(line) <= _LONGEST_LINE
        and text.body.count(line) == 1
        and not line.endswith(("{", ":", "(", "[", "`", "\\"))
        and not line.startswith(("}", ")", "]", "@", "</", ".", "|", "&&", "||", "el"))
        and '"""' not in line
        and before.count('"""') % 2 == 0
        and before.count("`") % 2 == 0
        # The line before a last one without a comma would keep its own.
        and (line.endswith(",") or not before.rstrip().endswith(","))
    )


def _name_places(context: Context, text: Text, lines: list[str], place: int) -> list[str]:
    """Ways to tell where the line goes, by its neighbours of the same depth or by its block."""
    random, depth = context.random, indent_of(lines[place])
    found = []
    above = lines[place - 1] if place else ""
    below = lines[place + 1] if place + 1 < len(lines) else ""
    if above.strip() and indent_of(above) == depth:
        side = random.choice(("after", "after", "right after", "below", "directly below", "behind"))
        found += [f"{side} {name}" for name in _name_line(context, text, above)]
    if below.strip() and indent_of(below) == depth and not below.strip().startswith(("}", ")")):
        side = random.choice(("before", "before", "right before", "above", "in front of"))
        found += [f"{side} {name}" for name in _name_line(context, text, below)]
    is_last = below.strip().startswith("}") and len(indent_of(below)) < len(depth)
    if is_last and (block := _name_block(context, text, lines[:place], indent_of(below))):
        end = random.choice(("at the end of", "as the last line of", "as the last entry of"))
        found += [f"{end} {block}"] * 2
    return found


def _name_line(context: Context, text: Text, line: str) -> list[str]:
    stripped = line.strip()
    if len(stripped) <= 3 or text.body.count(stripped) != 1 or len(stripped) > _LONGEST_LINE:
        return []
    if '"""' in stripped or stripped.endswith(("{", ":", "(", "[", "`")):
        return []
    shown = context.coded(stripped.rstrip(",") if context.chance(0.7) else stripped, bare=0.0)
    names = [shown, f"the line {shown}"]
    if label := _LABEL.match(stripped):
        name = label["name"]
        heads = [m for each in text.body.split("\n") if (m := _LABEL.match(each.strip()))]
        if sum(head["name"] == name for head in heads) == 1:
            names += [context.coded(name)] * 2 + [f"the {name} line"]
    if module := re.match(r"(?:import|from) ([\w.]+)", stripped):
        names += [f"the import of {context.coded(module[1])}"] * 2
    return names


def _name_block(context: Context, text: Text, above: list[str], depth: str) -> str | None:
    """Name the block that a line is the last of, by the line that opens it."""
    opening = next((line for line in reversed(above) if indent_of(line) == depth), "").strip()
    if not opening.endswith("{") or text.body.count(opening) != 1:
        return None
    if text.language == "css":
        selector = opening[:-1].strip()
        shown = context.coded(selector)
        return context.random.choice((f"the {shown} rule", f"the rule for {shown}", shown))
    opener = _OPENER.match(opening)
    return opener and f"the {opener['kind']} {context.coded(opener['name'])}"


def put_block(context: Context, text: Text) -> Edit | None:
    """Take a whole function, rule, section or paragraph out and ask for it at its place."""
    gap = gap_of(text)
    if gap is None or not 2 <= len(text.pieces) <= 8:
        return None
    index = context.random.randrange(len(text.pieces))
    block = text.pieces[index]
    if not 20 <= len(block) <= _LONGEST_BLOCK or text.pieces.count(block) > 1 or "```" in block:
        return None
    named = dict(find_named_pieces(context, text))
    wheres = []
    if index - 1 in named:
        side = context.random.choice(("after", "below", "right after"))
        wheres.append(f"{side} {named[index - 1]}")
    if index + 1 in named:
        side = context.random.choice(("before", "above"))
        wheres.append(f"{side} {named[index + 1]}")
    if index == len(text.pieces) - 1:
        wheres += ["at the end", "at the very end", "at the bottom"]
    if index == 0:
        wheres += ["at the top", "at the start"]
    if not wheres:
        return None
    rest = [piece for i, piece in enumerate(text.pieces) if i != index]
    nouns = _BLOCK_NOUNS.get(text.language, ("code",))
    if match := re.match(r"(?:export |default |async )*(def|function|class|interface) ", block):
        nouns = ("function" if match[1] == "def" else match[1],)
    request = context.say(
        _PUT_BLOCK,
        noun=context.random.choice(nouns),
        where=context.random.choice(wheres),
        raw=block,
    )
    source = replace(text, body=gap.join(rest), pieces=tuple(rest))
    return Edit(kind="put block", request=request, text=source, answer=text.body)
