"""A promise of JavaScript is awaited, and a concatenation becomes a template literal.

Invariant: the request determines the answer; functions like the told one stay.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.demos.described import script_wordings as words
from lib.engine.adapter.tasks.demos.telling import tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit

_PROMISES = (
    ("load~Items~", "path", "fetch(path)", "#.json()"),
    ("get~Item~", "id", "api.get(`/~items~/${id}`)", "#.data"),
    ("count~Others~", "filter", "db.query(filter)", "#.rows.length"),
    ("read~Adj~", "file", "readFile(file, 'utf8')", "JSON.parse(#)"),
    ("save~Item~", "~item~", "store.put(~item~)", "#.id"),
    ("first~Other~", "list", "list.fetch()", "#[0]"),
    ("find~Item~", "name", "search(name)", "#.hits.map((hit) => hit.title)"),
    ("isKnown", "code", "lookUp(code)", "# !== null"),
    ("titleOf", "url", "download(url)", "#.title.trim()"),
)
_OLD_NAMES = ("res", "r", "x", "data", "value", "answer")
_NEW_NAMES = ("response", "result", "reply", "found", "output", "loaded", "received", "res", "data")


def await_promise(context: Context) -> Edit | None:
    """Write one function that returns `x.then(...)` with await and the told variable."""
    random, slots = context.random, Slots(context.random)
    drawn = random.sample(_PROMISES, 2 + (context.size > 300) + (context.size > 450))
    end, export = random.choice((";", ";", "")), random.choice(("", "export "))
    told, sources, answers = random.randrange(len(drawn)), [], []
    variable, name = random.choice(_NEW_NAMES), slots.fill(drawn[told][0])
    if variable == slots.fill(drawn[told][1]):
        return None
    for i, pattern in enumerate(drawn):
        function, parameter, call, result = (slots.fill(part) for part in pattern)
        old = random.choice(_OLD_NAMES)
        head = f"{export}function {function}({parameter}) {{\n"
        before = f"{head}  return {call}.then(({old}) => {result.replace('#', old)}){end}\n}}"
        after = (
            f"{export}async function {function}({parameter}) {{\n  const {variable} = await {call}"
            f"{end}\n  return {result.replace('#', variable)}{end}\n}}"
        )
        sources.append(before)
        answers.append(after if i == told else before)
    pair = "\n\n".join(sources), "\n\n".join(answers)
    request = tell(
        context, words.AWAIT, reasons=words.AWAIT_REASONS, stays=words.AWAIT_STAYS,
        name=context.coded(name), variable=context.coded(variable),
    )  # fmt: skip
    return make_edit(context, "await promise", request, "javascript", pair)


_JOINED = (
    ("greet", "name", ("return @;", ("Hello, ", "name", "!"))),
    ("show~Item~", "~item~", ("label.textContent = @;", ("~Item~: ", "~item~.~field~", ""))),
    ("~item~Url", "id", ("return @;", ("/api/~items~/", "id", "/details"))),
    ("warn~Adj~", "count", ("console.warn(@);", ("Only ", "count", " ~others~ left"))),
    ("titleOf~Other~", "~other~, index",
     ("return @;", ("", "index", ". ", "~other~.title", ""))),
    ("fail", "path", ("throw new Error(@);", ("Cannot open ", "path", ""))),
    ("cssSize", "width, height", ("return @;", ("", "width", "px ", "height", "px"))),
    ("log~Other~", "~other~", ("console.log(@);", ("Loaded ", "~other~.name", "..."))),
    ("fileName", "date, part", ("return @;", ("~word~-", "date", "-", "part", ".csv"))),
    ("ask", "first, last", ("return confirm(@);", ("Delete ", "first", " ", "last", "?"))),
    ("notify", "user", ("send(@);", ("Welcome back, ", "user.name", ". Nice to see you."))),
)  # fmt: skip


def use_template(context: Context) -> Edit | None:
    """Write one concatenation as a template literal; the other concatenations stay."""
    random, slots = context.random, Slots(context.random)
    drawn = random.sample(_JOINED, 2 + (context.size > 180) + (context.size > 320))
    mark, end = random.choice(("'", '"')), context.chance(0.75)
    told, sources, answers = random.randrange(len(drawn)), [], []
    name = slots.fill(drawn[told][0])
    arrow = context.chance(0.3)
    for i, (function, parameters, (line, parts)) in enumerate(drawn):
        texts = [f"{mark}{one}{mark}" if j % 2 == 0 else one for j, one in enumerate(parts)]
        joined = " + ".join(one for one in texts if one != mark * 2)
        literal = "`" + "".join(one if j % 2 == 0 else f"${{{one}}}"
                                for j, one in enumerate(parts)) + "`"  # fmt: skip
        head = f"const {function} = ({parameters}) => {{" if arrow else (
            f"function {function}({parameters}) {{")  # fmt: skip
        line = line if end else line.removesuffix(";")
        close = "};" if arrow and end else "}"
        pattern = slots.fill(f"{head}\n  {line}\n{close}")
        sources.append(pattern.replace("@", slots.fill(joined)))
        answers.append(pattern.replace("@", slots.fill(literal if i == told else joined)))
    pair = "\n\n".join(sources), "\n\n".join(answers)
    request = tell(
        context, words.TEMPLATE, reasons=words.TEMPLATE_REASONS, stays=words.TEMPLATE_STAYS,
        name=context.coded(name),
    )  # fmt: skip
    return make_edit(context, "use template", request, "javascript", pair)
