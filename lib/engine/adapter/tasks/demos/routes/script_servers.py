"""Writes routes of the frameworks of JavaScript and TypeScript.

Invariant: the code has double quotes, semicolons and an indentation of two spaces.
"""

from __future__ import annotations

from random import Random

from lib.engine.adapter.tasks.slots import plural
from lib.engine.adapter.tasks.words import split_words


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
