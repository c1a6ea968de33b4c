"""Added and removed routes of small servers. Invariant: a new route looks like its neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lib.engine.adapter.tasks.library import DOCUMENT_NAMES
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.texts import Edit, Text

_ADD = Phrases(
    "add a {method} route {path} that returns {what} {where}",
    "add a {method} route {path} returning {what} {where}",
    "add a {method} endpoint {path} that returns {what} {where}",
    "add the route {method} {path}, which returns {what}, {where}",
    "insert a {method} route {path} which returns {what} {where}",
    "{where} add a {method} route {path} that returns {what}",
    "add a new {method} route for {path} {where}; it returns {what}",
    "create a {method} endpoint {path} {where} that responds with {what}",
    "add a {method} handler for {path} {where}, returning {what}",
    "put a {method} route {path} that answers with {what} {where}",
)
_REMOVE = Phrases(
    "remove the {path} route",
    "delete the route {path}",
    "remove the {method} route {path}",
    "delete the {method} {path} endpoint",
    "drop the {path} endpoint",
    "remove the endpoint {method} {path}",
    "take out the {path} route",
    "get rid of the {method} {path} route",
    "We don't need {path} any more, delete its route.",
    "cut the {method} route {path}",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Server:
    """How one framework is written. In a route, `{p}` stands for the handler's parameters."""

    language: str
    head: str
    route: str
    foot: str
    busy: str
    """A longer body, which another route of the same path has."""
    parameters: tuple[str, ...] = ("",)
    sends: tuple[str, str] = ("", "")
    """How a text and how other values are sent."""


_SERVERS = (
    _Server(
        language="javascript",
        head='const express = require("express");\n\nconst app = express();\n\n',
        route='app.{method}("{path}", ({p}) => {{\n  {q}.{send}({value});\n}});',
        foot="\n\napp.listen(~port~);",
        parameters=("req, res", "request, response", "_req, res", "req, res"),
        sends=("send", "json"),
        busy='app.{method}("{path}", async ({p}) => {{\n  const ~item~ = await ~items~.load();\n'
        "  {q}.json(~item~);\n}});",
    ),
    _Server(
        language="typescript",
        head='import { Hono } from "hono";\n\nconst app = new Hono();\n'
        'const ~items~ = ["~word~", "~word2~"];\n\n',
        route='app.{method}("{path}", ({p}) => {{\n  return {q}.{send}({value});\n}});',
        foot="\n\nexport default app;",
        parameters=("c", "ctx", "context"),
        sends=("text", "json"),
        busy='app.{method}("{path}", async ({p}) => {{\n  const ~item~ = await {q}.req.json();\n'
        "  ~verb~(~item~);\n  return {q}.json(~item~, 201);\n}});",
    ),
    _Server(
        language="javascript",
        head='const Router = require("@koa/router");\n\nconst router = new Router();\n\n',
        route='router.{method}("{path}", ({p}) => {{\n  {q}.body = {value};\n}});',
        foot="\n\nmodule.exports = router;",
        parameters=("ctx", "context", "ctx"),
        busy='router.{method}("{path}", async ({p}) => {{\n  const ~items~ = await load~Items~();\n'
        "  {q}.body = ~items~;\n}});",
    ),
    _Server(
        language="python",
        head="from flask import Flask\n\napp = Flask(__name__)\n\n\n",
        route='@app.{method}("{path}")\ndef {name}():\n    return {value}',
        foot='\n\n\nif __name__ == "__main__":\n    app.run(port=~port~)',
        busy='@app.{method}("{path}")\ndef {name}():\n    ~items~ = load_~items~()\n'
        "    return jsonify(~items~)",
    ),
    _Server(
        language="python",
        head="from fastapi import FastAPI\n\napp = FastAPI()\n\n\n",
        route='@app.{method}("{path}")\nasync def {name}():\n    return {value}',
        foot="",
        busy='@app.{method}("{path}")\nasync def {name}(~item~: ~Item~):\n    return ~item~',
    ),
    _Server(
        language="typescript",
        head='import express from "express";\n\nconst app = express();\n\n',
        route='app.{method}("{path}", ({p}) => {{\n  {q}.{send}({value});\n}});',
        foot='\n\napp.listen(~port~, () => console.log("~msg~"));',
        parameters=("req, res", "request, response", "req: Request, res: Response"),
        sends=("send", "json"),
        busy='app.{method}("{path}", ({p}) => {{\n  const ~item~ = ~items~[0];\n'
        "  {q}.json(~item~);\n}});",
    ),
    _Server(
        language="javascript",
        head='import Fastify from "fastify";\n\nconst server = Fastify();\n\n',
        route='server.{method}("{path}", async () => {{\n  return {value};\n}});',
        foot="\n\nawait server.listen({ port: ~port~ });",
        busy='server.{method}("{path}", async (request) => {{\n  return request.body;\n}});',
    ),
    _Server(
        language="typescript",
        head='import { Elysia } from "elysia";\n\nconst app = new Elysia();\n\n',
        route='app.{method}("{path}", () => {{\n  return {value};\n}});',
        foot="\n\napp.listen(~port~);",
        busy='app.{method}("{path}", ({{ body }}) => {{\n  return body;\n}});',
    ),
)
_HELD_OUT_SERVERS = (6, 7)
_METHODS = ("get", "get", "get", "get", "post", "put", "delete")

_PATHS = ("/~items~", "/~item~", "/~adj~", "/api/~items~", "/~items~/~adj~", "/~word~", "/~verb~")
_TEXTS = ("~word~", "~msg~", "~adj~", "~version~", "~word~ ~word2~")


@dataclass(frozen=True, slots=True)
class _Route:
    code: str
    method: str
    path: str
    what: str
    name: str


def _draw_route(context: Context, slots: Slots, server: _Server, parameters: str) -> _Route:
    """Draw one simple route."""
    random = context.random
    slots.forget()
    path, said = slots.fill(random.choice(_PATHS)), slots.fill(random.choice(_TEXTS))
    kind, is_python = random.random(), server.language == "python"
    value, what, send = f'"{said}"', f'"{said}"', server.sends[0]
    if kind < 0.3:
        what = f"the {random.choice(('text', 'string', 'message'))} {what}"
    elif kind > 0.8:
        value, send = "[]", server.sends[1]
        what = random.choice(("an empty list", "an empty array", "[]"))
    elif kind > 0.65:
        key = slots.value("field")
        value = f'{{"{key}": "{said}"}}' if is_python else f'{{ {key}: "{said}" }}'
        what, send = random.choice((f"`{value}`", value)), server.sends[1]
    facts = {"path": path, "value": value, "send": send, "method": random.choice(_METHODS)}
    return _write_route(server.route, parameters, facts, what)


def _write_route(form: str, parameters: str, facts: dict[str, str], what: str) -> _Route:
    name = facts["path"].strip("/").replace("/", "_")
    name = name if facts["method"] == "get" else f"{facts['method']}_{name}"
    answering = parameters.split(", ")[-1].split(":")[0]
    code = form.format(**facts, name=name, p=parameters, q=answering)
    return _Route(code, facts["method"], facts["path"], what, name)


def _draw_routes(context: Context, slots: Slots, server: _Server, wanted: int) -> list[_Route]:
    """Draw routes of different paths; some paths have a second route with a longer body."""
    parameters = context.random.choice(server.parameters)
    routes: list[_Route] = []
    while len(routes) < wanted:
        route = _draw_route(context, slots, server, parameters)
        if any(route.path == other.path for other in routes):
            continue
        routes.append(route)
        if context.chance(0.3) and route.method == "get":
            slots.forget()
            method = context.random.choice(("post", "post", "put", "delete"))
            facts = {"path": route.path, "method": method}
            routes.append(_write_route(slots.fill(server.busy), parameters, facts, ""))
    return routes


def edit_routes(context: Context) -> Edit | None:
    """Add a route at a told place of a server, or remove one."""
    random, slots = context.random, Slots(context.random)
    held = context.split != "train"
    server = random.choice([s for i, s in enumerate(_SERVERS) if (i in _HELD_OUT_SERVERS) == held])
    gap = "\n\n\n" if server.language == "python" else "\n\n"
    wanted = max(2, min(14, round((context.size - len(server.head)) / 85)))
    routes = _draw_routes(context, slots, server, wanted)
    places = [i for i, r in enumerate(routes) if sum(r.path == o.path for o in routes) == 1]
    if not places:
        return None
    place = random.choice(places)
    route = routes[place]
    before, after = slots.fill(server.head), slots.fill(server.foot)
    if context.chance(0.25):
        before = after = ""
    full = before + gap.join(each.code for each in routes) + after
    short = before + gap.join(each.code for each in routes if each is not route) + after
    path, method = context.quoted(route.path, bare=0.4), route.method.upper()
    noun = random.choice(DOCUMENT_NAMES[server.language])
    if context.chance(0.3):
        request = context.say(_REMOVE, path=path, method=method)
        text = Text(body=full, language=server.language, noun=noun)
        return Edit(kind="remove route", request=request, text=text, answer=short)
    what = route.what
    if server.language == "python":
        what = f"{what}, in a function called {context.coded(route.name)}"
    where = None
    if context.everyday and context.chance(0.3):
        where = _where_in_file(context, routes, place, after.strip())
    where = where or _where(context, routes, place)
    request = context.say(_ADD, path=path, method=method, what=what, where=where)
    text = Text(body=short, language=server.language, noun=noun)
    return Edit(kind="add route", request=request, text=text, answer=full)


def _where_in_file(context: Context, routes: list[_Route], place: int, foot: str) -> str | None:
    """Say where a route goes by its neighbour's call, its rank or what follows the routes."""
    ways = []
    call = re.match(r'@?([\w.]+\("[^"]*")', routes[place - 1].code) if place else None
    if call:
        ways = [f"after {call[1]})", f"right after `{call[1]})`"]
    if place + 1 == len(routes):
        ways += ["after the last route", "at the end of the routes", "below all other routes"]
        if foot:
            line = foot.split("\n")[0]
            ways += [f"right before {context.quoted(line)}", f"above {context.coded(line)}"]
            called = re.search(r"(\w+)\(", line)
            ways += [f"before the call of {called[1]}"] * 2 if called else []
    elif place == 0:
        ways += ["before the first route", "above all other routes"]
    return context.random.choice(ways) if ways else None


def _where(context: Context, routes: list[_Route], place: int) -> str:
    """Say where a route goes; a path of two routes is named as both of them."""
    random = context.random
    if place > 0 and (context.chance(0.65) or place + 1 == len(routes)):
        near, side = routes[place - 1], random.choice(("after", "right after", "below"))
    else:
        near, side = routes[place + 1], random.choice(("before", "right before", "above"))
    shown = context.quoted(near.path, bare=0.4)
    if sum(near.path == other.path for other in routes) > 1:
        return f"{side} {random.choice((f'the {shown} routes', f'the routes of {shown}'))}"
    if context.chance(0.2):
        return f"{side} the {near.method.upper()} {shown} route"
    return f"{side} {random.choice((f'the {shown} route', f'the route {shown}', shown))}"
