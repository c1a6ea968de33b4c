"""Small servers of several frameworks, each a list of routes between a head and a foot.

Invariant: the routes of one server are written in one way, and no two share method and path.
They are drawn with double quotes, semicolons and the usual indentation; `Server.write` restyles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from lib.engine.adapter.tasks.demos.routes.python_servers import Python
from lib.engine.adapter.tasks.demos.routes.script_servers import Fastify, Hono, Koa, Script
from lib.engine.adapter.tasks.demos.routes.themes import THEMES
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.slots import Slots, plural
from lib.engine.adapter.tasks.words import split_words

_NAMES = {
    "list": ("list_{items}", "get_{items}", "{items}_list"),
    "create": ("add_{item}", "create_{item}"),
    "filter": ("find_{items}", "search_{items}"), "one": ("get_one_{item}", "show_{item}"),
    "replace": ("update_{item}", "change_{item}"), "remove": ("delete_{item}", "remove_{item}"),
    "clear": ("clear_{items}", "delete_{items}"), "count": ("count_{items}",),
    "latest": ("latest_{item}", "newest_{item}"),
}  # fmt: skip
_DEEDS = {
    "list": ("lists the {items}", "lists all {items}", "just hands out the {items}"),
    "filter": ("filters the {items}", "searches the {items} by {field}"),
    "create": ("saves a new {item}", "adds a new {item}", "stores new {items}", "creates a {item}"),
    "one": ("looks up a single {item}", "fetches one {item} by its id"),
    "replace": ("updates a {item}", "changes an existing {item}"),
    "remove": ("deletes a {item}", "removes one {item}", "throws a {item} out"),
    "clear": ("deletes all {items}", "empties the list of {items}", "throws all {items} away"),
    "count": ("counts the {items}", "tells how many {items} there are"),
    "latest": ("looks up the newest {item}", "finds the latest {item}"),
}
_METHODS = {"create": "post", "replace": "put", "remove": "delete", "clear": "delete"}
_COMMENTS = {
    "list": "all {items}", "create": "new {item}", "one": "one {item}", "remove": "goodbye",
    "clear": "start over", "count": "for the dashboard", "replace": "edit", "latest": "newest",
    "filter": "search",
}  # fmt: skip
_ARTICLE = re.compile(r"\ba (?=(?!us|uni|one|eu)[aeiou])")
_INDENTS = ("  ",) * 9 + ("    ", "    ", "\t")
_GREETINGS = (
    "Welcome to the {items}", "hello from the {items} server", "{items} api", "Nothing but {items}",
    "The {items} are here", "See /{items}", "{items} since 2019", "Hi, looking for {items}?",
)  # fmt: skip
_TAKEN = frozenset(split_words("request response route server length updated reply body"))
"""Words that handlers use by themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One route; its code is not restyled yet."""

    method: str
    path: str
    code: str
    name: str = ""
    deeds: tuple[str, ...] = ()
    """What it does, as in: the route that ..."""
    reply: str | None = None
    """The text that it returns, where it does nothing else."""


Framework = Script | Python


@dataclass(slots=True, kw_only=True)
class Server:
    """A drawn server; the answer is written from it with other routes."""

    framework: Framework
    head: str
    routes: list[Route]
    foot: str
    label: str
    """What people call the start of the foot; empty where there is no foot."""
    prefix: str
    items: str
    gap: str
    foot_gap: str
    quote: str
    semicolons: bool
    indent: str

    def write(self, routes: list[Route]) -> str:
        """Return the whole text with these routes."""
        code = self.gap.join(route.code for route in routes)
        return self.restyle(self.head + code + (self.foot_gap + self.foot if self.foot else ""))

    def restyle(self, code: str) -> str:
        """Return the code in the quotes, semicolons and indentation of this server."""
        unit = "    " if self.framework.language == "python" else "  "
        if self.indent != unit:
            code = re.sub(
                rf"(?m)^(?:{unit})+", lambda m: self.indent * (len(m[0]) // len(unit)), code
            )
        if not self.semicolons:
            code = re.sub(r"(?m);$", "", code)
        return code.replace('"', self.quote)


def draw_server(context: Context) -> Server:
    """Draw a server of two to five routes."""
    random = context.random
    framework: Framework = random.choice((Hono, Hono, Script, Script, Fastify, Koa, Python, Python,
                                          Python, Python))(random)  # fmt: skip
    is_python = isinstance(framework, Python)
    theme: tuple[str, ...] = random.choice(THEMES)
    if context.chance(0.3):
        slots = Slots(random)
        drawn = tuple(map(slots.value, ("item", "field", "word", "adj")))
        theme = theme if _TAKEN.intersection(drawn) else drawn
    if isinstance(framework, Python):
        framework.theme = theme
    plain = context.chance(0.55)
    head, foot, label = framework.draw_frame(random)
    prefix = random.choice(("", "", "", "/api", "/v1"))
    gap = random.choice(("\n\n\n", "\n\n\n", "\n\n")) if is_python else "\n\n"
    head += "\n\n" + framework.data(theme, plain=plain) + gap
    if isinstance(framework, Script) and not framework.has_lines and context.chance(0.3):
        gap = "\n"
    return Server(
        framework=framework,
        head=head,
        routes=_draw_routes(context, framework, theme, prefix, plain=plain),
        foot=foot,
        label=label,
        prefix=prefix,
        items=plural(theme[0]),
        gap=gap,
        foot_gap=gap if is_python else "\n\n",
        quote=random.choice('""\''),
        semicolons=is_python or context.chance(0.8),
        indent=random.choice(("    ",) if is_python else _INDENTS),
    )


def _draw_routes(
    context: Context, framework: Framework, theme: tuple[str, ...], prefix: str, *, plain: bool
) -> list[Route]:
    random = context.random
    first = random.choice(("list", "list", "list", "filter"))
    ops = [first, "create"]
    more = ["clear", "count", "latest"]
    if not plain:
        more = ["one", "replace", "remove", "remove", "count", "latest", "clear"]
    wanted = max(2, min(5, round((context.size - 300) / 130)))
    while len(ops) < wanted and more:
        op = random.choice(more)
        more = [one for one in more if one != op and {one, op} != {"remove", "clear"}]
        ops.append(op)
    order = ["list", "filter", "create", "clear", "latest", "count", "one", "replace", "remove"]
    if context.chance(0.75):
        ops.sort(key=order.index)
    else:
        random.shuffle(ops)
    if len(ops) > 2 and context.chance(0.2):
        ops.remove(random.choice((first, "create")))
    commented = random.choice(ops) if context.chance(0.2) else ""
    routes = [
        _draw_route(random, framework, op, theme, prefix, plain, op == commented) for op in ops
    ]
    if context.chance(0.3):
        said = random.choice(_GREETINGS).format(items=plural(theme[0]))
        path, name = prefix or "/", "index"
        code = framework.write("get", path, name, framework.send(f'"{said}"', is_text=True))
        name = name if framework.language == "python" else ""
        root = Route(method="get", path=path, code=code, name=name, reply=said,
                     deeds=("greets the visitors", "answers with a fixed greeting"))  # fmt: skip
        routes.insert(random.choice((0, 0, len(routes))), root)
    return routes


def _draw_route(
    random: Random, framework: Framework, op: str, theme: tuple[str, ...], prefix: str,
    plain: bool, is_commented: bool,
) -> Route:  # fmt: skip
    words = {"item": theme[0], "items": plural(theme[0]), "field": theme[1]}
    method = _METHODS.get(op, "get")
    end = {"one": "/:id", "replace": "/:id", "remove": "/:id", "count": "/count",
           "latest": "/latest"}.get(op, "")  # fmt: skip
    path = f"{prefix}/{words['items']}{end}"
    name = random.choice(_NAMES[op]).format(**words)
    lines = framework.make(op, theme, plain=plain)
    code = framework.write(method, path, name, lines, 201 if op == "create" else 0)
    if is_commented:
        mark = "#" if framework.language == "python" else "//"
        code = f"{mark} {_COMMENTS[op].format(**words)}\n{code}"
    deeds = tuple(_ARTICLE.sub("an ", deed.format(**words)) for deed in _DEEDS[op])
    shown = re.search(r'"(/[^"]*)"', code)
    return Route(method=method, path=shown[1] if shown else path, code=code,
                 name=name if framework.language == "python" else "", deeds=deeds)  # fmt: skip
