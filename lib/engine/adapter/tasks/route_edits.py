"""Added and removed routes of small servers. Invariant: a new route looks like its neighbours."""

from __future__ import annotations

from lib.engine.adapter.tasks.library import NOUNS
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

# head, one route per method kind, foot; ROUTE has path, value (code) and name
_SERVERS: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "javascript",
        'const express = require("express");\n\nconst app = express();\n\n',
        'app.{method}("{path}", (req, res) => {{\n  res.{send}({value});\n}});',
        "\n\napp.listen(~port~);",
        "get post put delete",
    ),
    (
        "typescript",
        'import express from "express";\n\nconst app = express();\n\n',
        'app.{method}("{path}", (request, response) => {{\n  response.{send}({value});\n}});',
        '\n\napp.listen(~port~, () => console.log("~msg~"));',
        "get post put delete",
    ),
    (
        "typescript",
        'import {{ Hono }} from "hono";\n\nconst app = new Hono();\n\n',
        'app.{method}("{path}", (c) => {{\n  return c.{text}({value});\n}});',
        "\n\nexport default app;",
        "get post put delete",
    ),
    (
        "javascript",
        'const Router = require("@koa/router");\n\nconst router = new Router();\n\n',
        'router.{method}("{path}", (ctx) => {{\n  ctx.body = {value};\n}});',
        "\n\nmodule.exports = router;",
        "get post put",
    ),
    (
        "python",
        "from flask import Flask\n\napp = Flask(__name__)\n\n\n",
        '@app.{method}("{path}")\ndef {name}():\n    return {value}',
        '\n\n\nif __name__ == "__main__":\n    app.run(port=~port~)',
        "get post put delete",
    ),
    (
        "python",
        "from fastapi import FastAPI\n\napp = FastAPI()\n\n\n",
        '@app.{method}("{path}")\nasync def {name}():\n    return {value}',
        "",
        "get post put delete",
    ),
    (
        "javascript",
        'import Fastify from "fastify";\n\nconst server = Fastify();\n\n',
        'server.{method}("{path}", async () => {{\n  return {value};\n}});',
        "\n\nawait server.listen({{ port: ~port~ }});",
        "get post delete",
    ),
    (
        "typescript",
        'import {{ Elysia }} from "elysia";\n\nconst app = new Elysia();\n\n',
        'app.{method}("{path}", () => {{\n  return {value};\n}});',
        "\n\napp.listen(~port~);",
        "get post put",
    ),
)
_HELD_OUT_SERVERS = (6, 7)

_PATHS = ("/~items~", "/~item~", "/~adj~", "/api/~items~", "/~items~/~adj~", "/~word~", "/~verb~")
_TEXTS = ("~word~", "~msg~", "~adj~", "~version~", "~word~ ~word2~")


def _route(
    context: Context, slots: Slots, server: tuple[str, str, str, str, str]
) -> tuple[str, dict[str, str]]:
    """Draw one route: its code, and what it is called."""
    random = context.random
    slots.forget()
    path = slots.fill(random.choice(_PATHS))
    said = slots.fill(random.choice(_TEXTS))
    kind = random.random()
    if kind < 0.6:
        value, what, send = f'"{said}"', f'"{said}"', "send"
        if random.random() < 0.5:
            what = f"the {random.choice(('text', 'string', 'message'))} {what}"
    elif kind < 0.8:
        value, what, send = "[]", random.choice(("an empty list", "an empty array", "[]")), "json"
    else:
        name = slots.value("field")
        value = f'{{ "{name}": "{said}" }}' if server[0] == "python" else f'{{ {name}: "{said}" }}'
        if server[0] == "python":
            value = f'{{"{name}": "{said}"}}'
        what, send = random.choice((f"`{value}`", value)), "json"
    method = random.choice((*server[4].split(), "get", "get", "get"))
    name = path.strip("/").replace("/", "_")
    if method != "get":
        name = f"{method}_{name}"
    code = server[2].format(
        method=method, path=path, value=value, send=send, name=name,
        text="text" if send == "send" else "json",
    )  # fmt: skip
    return code, {"method": method, "path": path, "what": what, "name": name}


def edit_routes(context: Context) -> Edit | None:
    """Add a route at a told place of a server, or remove one."""
    random, slots = context.random, Slots(context.random)
    held = context.split != "train"
    servers = [s for i, s in enumerate(_SERVERS) if (i in _HELD_OUT_SERVERS) == held]
    server = random.choice(servers)
    language, head, _, foot, _ = server
    gap = "\n\n\n" if language == "python" else "\n\n"
    wanted = max(1, min(10, round((context.size - len(head)) / 85)))
    routes: list[tuple[str, dict[str, str]]] = []
    paths: set[str] = set()
    while len(routes) <= wanted:
        route = _route(context, slots, server)
        if route[1]["path"] not in paths:
            paths.add(route[1]["path"])
            routes.append(route)
    place = random.randrange(len(routes))
    code, facts = routes[place]
    with_it = [route[0] for route in routes]
    without = [route[0] for i, route in enumerate(routes) if i != place]
    before = slots.fill(head.replace("{{", "{").replace("}}", "}"))
    after = slots.fill(foot.replace("{{", "{").replace("}}", "}"))
    if context.chance(0.25):
        before = after = ""
    full = before + gap.join(with_it) + after
    short = before + gap.join(without) + after
    path = context.quoted(facts["path"], bare=0.4)
    method = facts["method"].upper()
    noun = random.choice(NOUNS[language])
    if context.chance(0.3):
        request = context.say(_REMOVE, path=path, method=method)
        text = Text(body=full, language=language, noun=noun)
        return Edit(kind="remove route", request=request, text=text, answer=short)
    where = _where(context, routes, place)
    what = facts["what"]
    if language == "python":
        what = f"{what}, in a function called {context.coded(facts['name'])}"
    request = context.say(_ADD, path=path, method=method, what=what, where=where)
    text = Text(body=short, language=language, noun=noun)
    return Edit(kind="add route", request=request, text=text, answer=full)


def _where(context: Context, routes: list[tuple[str, dict[str, str]]], place: int) -> str:
    random = context.random
    if place > 0 and context.chance(0.6):
        near, side = routes[place - 1][1]["path"], random.choice(("after", "right after", "below"))
    elif place + 1 < len(routes):
        near, side = (
            routes[place + 1][1]["path"],
            random.choice(("before", "right before", "above")),
        )
    else:
        near, side = routes[place - 1][1]["path"], random.choice(("after", "right after", "below"))
    shown = context.quoted(near, bare=0.4)
    return f"{side} {random.choice((f'the {shown} route', f'the route {shown}', shown))}"
