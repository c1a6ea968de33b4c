"""Small servers of several frameworks, each a list of routes between a head and a foot.

Invariant: the routes of one server are written in one way, and no two share method and path.
They are drawn with double quotes, semicolons and the usual indentation; `Server.write` restyles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.slots import Slots, plural
from lib.engine.adapter.tasks.words import split_words

THEMES = (
    ("note", "text", "buy milk", "call grandma"), ("book", "title", "Emma", "Dune"),
    ("task", "title", "water plants", "sweep yard"), ("bike", "model", "Comet", "Swift"),
    ("recipe", "name", "leek soup", "rye bread"), ("song", "title", "Blue Rain", "Harbor"),
    ("trip", "city", "Lisbon", "Oslo"), ("plant", "name", "fern", "cactus"),
    ("order", "dish", "ramen", "risotto"), ("ticket", "seat", "A4", "C12"),
    ("movie", "title", "Night Train", "The Well"), ("room", "label", "attic", "studio"),
    ("quote", "text", "less is more", "carpe diem"), ("boat", "name", "Pearl", "Gull"),
    ("parcel", "label", "PX-11", "PX-12"), ("guest", "name", "Ivo", "Marta"),
    ("course", "title", "Pottery", "Latin"), ("tool", "name", "hammer", "saw"),
    ("dog", "name", "Rex", "Bella"), ("score", "player", "Nina", "Jonas"),
    ("link", "url", "example.org", "example.net"), ("color", "hex", "ff8800", "0044aa"),
    ("cheese", "kind", "gouda", "brie"), ("stamp", "country", "Peru", "Malta"),
    ("poem", "title", "Dusk", "The Mill"), ("sensor", "place", "cellar", "roof"),
    ("wish", "text", "a kite", "a drum"), ("train", "line", "S3", "RE7"),
    ("puzzle", "level", "easy", "expert"), ("shift", "day", "Monday", "Friday"),
)  # fmt: skip
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


class Script:
    """Writes routes of a framework in JavaScript or TypeScript: here Express."""

    foots: tuple[tuple[str, str], ...] = (
        ("$a.listen($n);", "the listen call"),
        ('$a.listen($n, () => {\n  console.log("listening on $n");\n});', "the listen call"),
        ("const port = process.env.PORT || $n;\n$a.listen(port);", "the port is read"),
        ("module.exports = $a;", "the export"),
        ("export default $a;", "the export"),
    )
    heads: tuple[str, ...] = (
        'const express = require("express");\nconst $a = express();\n$a.use(express.json());',
        'import express from "express";\n\nconst $a = express();\n$a.use(express.json());',
        'const express = require("express");\n\nconst $a = express.Router();',
    )
    apps = split_words("app app app router server api")
    givens: tuple[str, ...] = ("req, res", "req, res", "request, response", "req, response")
    is_async = False
    slim = 0.3

    def __init__(self, random: Random) -> None:
        self.app = random.choice(self.apps)
        self.given = random.choice(self.givens)
        self.first, self.last = self.given.split(", ")[0], self.given.split(", ")[-1]
        self.has_lines = random.random() >= self.slim
        self.arrow = random.random() < 0.85 or not self.has_lines
        self.language = random.choice(("javascript", "typescript"))

    def draw_frame(self, random: Random) -> tuple[str, str, str]:
        """Return the head, the foot and a name of the foot."""
        head, (foot, label) = random.choice(self.heads), random.choice(self.foots)
        if "express.Router" in head:
            foot, label = "module.exports = $a;", "the export"
        if "require(" in head:
            foot = foot.replace("export default $a;", "module.exports = $a;")
        else:
            foot = foot.replace("module.exports = $a;", "export default $a;")
        port = str(random.choice((3000, 4000, 5000, 8000, 8080, 8787, 9000)))
        head, foot = (x.replace("$a", self.app).replace("$n", port) for x in (head, foot))
        return head, foot, label

    def body(self) -> str:
        return f"{self.first}.body"

    def part(self, name: str, kind: str) -> str:
        return f"{self.first}.{'params' if kind == 'param' else 'query'}.{name}"

    def send(self, value: str, *, status: int = 0, is_text: bool = False) -> list[str]:
        """Return the lines that answer with a value."""
        state = f".status({status})" if status else ""
        return [f"{self.last}{state}.{'send' if is_text else 'json'}({value});"]

    def stop(self) -> list[str]:
        """Return the lines that answer that something was not found."""
        *before, end = self.send('{ error: "not found" }', status=404)
        return [*before, end if end.startswith("return ") else f"return {end}"]

    def write(self, method: str, path: str, name: str, lines: list[str], status: int = 0) -> str:
        """Return the code of a route."""
        is_async = self.is_async or any("await " in line for line in lines)
        head = f'{self.app}.{method}("{path}", {"async " if is_async else ""}'
        if len(lines) == 1 and not self.has_lines:
            return f"{head}({self.given}) => {lines[0].removeprefix('return ')[:-1]});"
        start = f"({self.given}) =>" if self.arrow else f"function ({self.given})"
        return f"{head}{start} {{\n" + "\n".join(f"  {line}" for line in lines) + "\n});"

    def data(self, theme: tuple[str, ...], *, plain: bool) -> str:
        """Return the declaration of the list."""
        items, field = plural(theme[0]), theme[1]
        if plain:
            kind = ": string[]" if self.language == "typescript" else ""
            return f'const {items}{kind} = ["{theme[2]}", "{theme[3]}"];'
        rows = [f'  {{ id: {i}, {field}: "{value}" }},' for i, value in enumerate(theme[2:], 1)]
        return f"const {items} = [\n" + "\n".join(rows) + "\n];"

    def make(self, op: str, theme: tuple[str, ...], *, plain: bool) -> list[str]:
        """Return the lines of the handler of one operation."""
        item, field = theme[:2]
        items, identity = plural(item), self.part("id", "param")
        find = f"const {item} = {items}.find((one) => one.id === Number({identity}));"
        missing = [f"if (!{item}) {{", *(f"  {line}" for line in self.stop()), "}"]
        if op == "create" and plain:
            read = [f"const {{ {field} }} = {self.body()};", f"{items}.push({field});"]
            return [*read, *self.send(items, status=201)]
        if op == "create":
            entry = f"const {item} = {{ id: {items}.length + 1, {field}: body.{field} }};"
            push = f"{items}.push({item});"
            return [f"const body = {self.body()};", entry, push, *self.send(item, status=201)]
        if op == "filter":
            query = f"const wanted = {self.part(field, 'query')};"
            value = "one" if plain else f"one.{field}"
            found = f"const found = {items}.filter((one) => {value} === wanted);"
            return [query, found, *self.send("found")]
        if op == "remove":
            index = f"const index = {items}.findIndex((one) => one.id === Number({identity}));"
            return [index, f"{items}.splice(index, 1);", *self.send(items)]
        if op == "replace":
            change = [f"const body = {self.body()};", f"{item}.{field} = body.{field};"]
            return [find, *missing, *change, *self.send(item)]
        if op == "latest":
            return [f"const {item} = {items}[{items}.length - 1];", *self.send(item)]
        short = {
            "list": self.send(items),
            "count": self.send(f"{{ count: {items}.length }}"),
            "one": [find, *missing, *self.send(item)],
            "clear": [f"{items}.length = 0;", *self.send(items)],
        }
        return short[op]


class Hono(Script):
    """Hono: one parameter, everything is returned."""

    foots = (
        ("serve({ fetch: $a.fetch, port: $n });", "the serve call"),
        ("serve($a);", "the serve call"),
        ("Deno.serve($a.fetch);", "the serve call"),
        ("export default $a;", "the export"),
        ("export default {\n  port: $n,\n  fetch: $a.fetch,\n};", "the export"),
    )
    heads = ('import { Hono } from "hono";\n\nconst $a = new Hono();',)
    apps = split_words("app app app server api")
    givens = ("c", "c", "context", "context", "ctx")

    def draw_frame(self, random: Random) -> tuple[str, str, str]:
        head, foot, label = super().draw_frame(random)
        if foot.startswith("serve("):
            head = head.replace("\n\n", '\nimport { serve } from "@hono/node-server";\n\n', 1)
        return head, foot, label

    def body(self) -> str:
        return f"await {self.last}.req.json()"

    def part(self, name: str, kind: str) -> str:
        return f'{self.last}.req.{kind}("{name}")'

    def send(self, value: str, *, status: int = 0, is_text: bool = False) -> list[str]:
        state = f", {status}" if status else ""
        return [f"return {self.last}.{'text' if is_text else 'json'}({value}{state});"]


class Fastify(Script):
    """Fastify: with `reply.send`."""

    foots = (
        ("$a.listen({ port: $n });", "the listen call"),
        ('$a.listen({ port: $n, host: "0.0.0.0" });', "the listen call"),
    )
    heads = (
        'import Fastify from "fastify";\n\nconst $a = Fastify();',
        'const $a = require("fastify")({ logger: true });',
    )
    apps = split_words("app fastify fastify server")
    givens = ("request, reply", "req, reply", "request, reply")
    slim = 0.2

    def send(self, value: str, *, status: int = 0, is_text: bool = False) -> list[str]:
        state = f".code({status})" if status else ""
        return [f"{self.last}{state}.send({value});"]


class Koa(Script):
    """Koa with its router: the body is assigned."""

    foots = (
        ("app.use($a.routes());\napp.listen($n);", "the routes are mounted"),
        ("app.use($a.routes()).listen($n);", "the routes are mounted"),
        ("module.exports = $a;", "the export"),
    )
    heads = (
        'const Koa = require("koa");\nconst Router = require("@koa/router");\n\n'
        "const app = new Koa();\nconst $a = new Router();",
        'import Koa from "koa";\nimport Router from "@koa/router";\n\n'
        "const app = new Koa();\nconst $a = new Router();",
    )
    apps = split_words("router router routes")
    givens = ("ctx", "ctx", "context")
    slim = 0.0

    def body(self) -> str:
        return f"{self.last}.request.body"

    def send(self, value: str, *, status: int = 0, is_text: bool = False) -> list[str]:
        state = [f"{self.last}.status = {status};"] if status else []
        return [*state, f"{self.last}.body = {value};"]

    def stop(self) -> list[str]:
        return [f"{self.last}.status = 404;", "return;"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PythonWay:
    """What differs between the Python frameworks. `$v` is a value, `$s` a status."""

    head: str
    foots: tuple[tuple[str, str], ...]
    body: str
    text: str
    json: tuple[str, ...]
    busy: str
    """How JSON is sent with a status."""
    missing: str
    spot: str
    """How the path holds the id; `$i` is the noun."""
    query: str = 'request.args.get("$f")'
    app: str = "app"
    given: str = ""
    is_async: bool = False


_FLASK = PythonWay(
    head="from flask import Flask, jsonify, request\n\napp = Flask(__name__)",
    foots=(
        ('if __name__ == "__main__":\n    app.run(port=$n)', "the app.run call"),
        ('if __name__ == "__main__":\n    app.run(debug=True)', "the app.run call"),
        ('if __name__ == "__main__":\n    app.run(host="0.0.0.0", port=$n)', "the main block"),
    ),
    body="request.get_json()",
    text="return $v",
    json=("return jsonify($v)", "return jsonify($v)", "return $v"),
    busy="return $v, $s",
    missing='return {"error": "not found"}, 404',
    spot="<int:$i_id>",
)
_FASTAPI = PythonWay(
    head="from fastapi import FastAPI, HTTPException\nfrom pydantic import BaseModel\n\n"
    "app = FastAPI()\n\n\nclass $I(BaseModel):\n    $f: str\n",
    foots=(
        ("", ""),
        ('if __name__ == "__main__":\n    uvicorn.run(app, port=$n)', "the uvicorn.run call"),
    ),
    body="",
    text="return $v",
    json=("return $v",),
    busy="return $v",
    missing='raise HTTPException(status_code=404, detail="not found")',
    spot="{$i_id}",
)
_AIOHTTP = PythonWay(
    head="from aiohttp import web\n\nroutes = web.RouteTableDef()",
    foots=(
        ("app = web.Application()\napp.add_routes(routes)\nweb.run_app(app, port=$n)",
         "the app is built"),
        ("app = web.Application()\napp.add_routes(routes)\n\n"
         'if __name__ == "__main__":\n    web.run_app(app)', "the app is built"),
    ),
    body="await request.json()",
    text="return web.Response(text=$v)",
    json=("return web.json_response($v)",),
    busy="return web.json_response($v, status=$s)",
    missing="raise web.HTTPNotFound()",
    spot="{$i_id}",
    query='request.query.get("$f")',
    app="routes",
    given="request",
    is_async=True,
)  # fmt: skip
_BOTTLE = PythonWay(
    head="from bottle import Bottle, abort, request\n\napp = Bottle()",
    foots=(
        ('app.run(host="localhost", port=$n)', "the app.run call"),
        ("app.run(port=$n)", "the app.run call"),
    ),
    body="request.json",
    text="return $v",
    json=("return $v",),
    busy="return $v",
    missing='abort(404, "not found")',
    spot="<$i_id:int>",
    query="request.query.$f",
)
_NAMES = {
    "list": ("list_{items}", "get_{items}", "{items}_list"),
    "create": ("add_{item}", "create_{item}"),
    "filter": ("find_{items}", "search_{items}"), "one": ("get_one_{item}", "show_{item}"),
    "replace": ("update_{item}", "change_{item}"), "remove": ("delete_{item}", "remove_{item}"),
    "clear": ("clear_{items}", "delete_{items}"), "count": ("count_{items}",),
    "latest": ("latest_{item}", "newest_{item}"),
}  # fmt: skip


class Python:
    """Writes routes of a framework in Python."""

    language = "python"

    def __init__(self, random: Random) -> None:
        self.way = random.choice((_FLASK, _FLASK, _FASTAPI, _FASTAPI, _AIOHTTP, _BOTTLE))
        self.app = self.way.app
        self.is_async = self.way.is_async or (self.way is _FASTAPI and random.random() < 0.4)
        self.json = random.choice(self.way.json)
        self.by_methods = self.way is _FLASK and random.random() < 0.45
        self.theme: tuple[str, ...] = THEMES[0]

    def draw_frame(self, random: Random) -> tuple[str, str, str]:
        """Return the head, the foot and a name of the foot."""
        foot, label = random.choice(self.way.foots)
        item, field = self.theme[:2]
        head = self.way.head.replace("$I", item.title()).replace("$f", field)
        if "uvicorn" in foot:
            head = f"import uvicorn\n{head}"
        return head, foot.replace("$n", str(random.choice((5000, 8000, 8080)))), label

    def send(self, value: str, *, status: int = 0, is_text: bool = False) -> list[str]:
        """Return the lines that answer with a value."""
        form = self.way.text if is_text else self.json
        if status and not is_text:
            form = self.way.busy.replace("$v", "jsonify($v)" if "jsonify" in form else "$v")
        elif status and self.way is _AIOHTTP:
            form = "return web.Response(text=$v, status=$s)"
        elif status and self.way is _FLASK:
            form = "return $v, $s"
        if self.way is _BOTTLE and not is_text and value[0] != "{":
            value = f'{{"{value}": {value}}}'
        return [form.replace("$v", value).replace("$s", str(status))]

    def write(self, method: str, path: str, name: str, lines: list[str], status: int = 0) -> str:
        """Return the code of a route."""
        given = [self.way.given] if self.way.given else []
        if ":id" in path and not given:
            kind = ": int" if self.way is _FASTAPI else ""
            given.append(f"{self.theme[0]}_id{kind}")
        path = path.replace(":id", self.way.spot.replace("$i", self.theme[0]))
        code = "\n".join(f"    {line}" for line in lines)
        if self.way is _FASTAPI:
            field = self.theme[1]
            given += [f"body: {self.theme[0].title()}"] if "body." in code else []
            given += [f"{field}: str"] if " == wanted" in code else []
            code = code.replace("wanted", field)
        more = f", status_code={status}" if status and self.way is _FASTAPI else ""
        call = f'.{method}("{path}"{more})'
        if self.by_methods:
            methods = "" if method == "get" else f', methods=["{method.upper()}"]'
            call = f'.route("{path}"{methods})'
        start = "async def" if self.is_async else "def"
        return f"@{self.app}{call}\n{start} {name}({', '.join(given)}):\n{code}"

    def data(self, theme: tuple[str, ...], *, plain: bool) -> str:
        """Return the declaration of the list."""
        if plain:
            return f'{plural(theme[0])} = ["{theme[2]}", "{theme[3]}"]'
        rows = [f'    {{"id": {i}, "{theme[1]}": "{v}"}},' for i, v in enumerate(theme[2:], 1)]
        return f"{plural(theme[0])} = [\n" + "\n".join(rows) + "\n]"

    def make(self, op: str, theme: tuple[str, ...], *, plain: bool) -> list[str]:
        """Return the lines of the handler of one operation."""
        item, field = theme[:2]
        items, way = plural(item), self.way
        read = [f"data = {way.body}"] if way.body else []
        value = f'data["{field}"]' if way.body else f"body.{field}"
        identity = [f'{item}_id = int(request.match_info["{item}_id"])'] if way.given else []
        found = f'found = next((one for one in {items} if one["id"] == {item}_id), None)'
        find = [*identity, found, "if found is None:", f"    {way.missing}"]
        if op == "create" and plain:
            return [*read, f"{items}.append({value})", *self.send(items, status=201)]
        if op == "create":
            entry = f'{item} = {{"id": len({items}) + 1, "{field}": {value}}}'
            answer = f'{{"{item}": {item}}}' if way is _BOTTLE else item
            return [*read, entry, f"{items}.append({item})", *self.send(answer, status=201)]
        if op == "filter":
            query = [] if way is _FASTAPI else [f"wanted = {way.query.replace('$f', field)}"]
            part = "one" if plain else f'one["{field}"]'
            return [*query, f"found = [one for one in {items} if {part} == wanted]",
                    *self.send("found")]  # fmt: skip
        short = {
            "list": self.send(items),
            "count": self.send(f'{{"count": len({items})}}'),
            "one": [*find, *self.send("found")],
            "clear": [f"{items}.clear()", *self.send(items)],
            "remove": [*find, f"{items}.remove(found)", *self.send(items)],
            "replace": [*find, *read, f'found["{field}"] = {value}', *self.send("found")],
            "latest": [f"newest = {items}[-1]", *self.send("newest")],
        }
        return short[op]


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
    if not is_python and not framework.__dict__.get("has_lines", True) and context.chance(0.3):
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
