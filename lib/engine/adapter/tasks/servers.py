"""Small servers as different frameworks write them.

Invariant: pure values. In a route, `{p}` stands for the handler's parameters and `{q}` for the one
that answers.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
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


SERVERS = (
    Server(
        language="javascript",
        head='const express = require("express");\n\nconst app = express();\n\n',
        route='app.{method}("{path}", ({p}) => {{\n  {q}.{send}({value});\n}});',
        foot="\n\napp.listen(~port~);",
        parameters=("req, res", "request, response", "_req, res", "req, res"),
        sends=("send", "json"),
        busy='app.{method}("{path}", async ({p}) => {{\n  const ~item~ = await ~items~.load();\n'
        "  {q}.json(~item~);\n}});",
    ),
    Server(
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
    Server(
        language="javascript",
        head='const Router = require("@koa/router");\n\nconst router = new Router();\n\n',
        route='router.{method}("{path}", ({p}) => {{\n  {q}.body = {value};\n}});',
        foot="\n\nmodule.exports = router;",
        parameters=("ctx", "context", "ctx"),
        busy='router.{method}("{path}", async ({p}) => {{\n  const ~items~ = await load~Items~();\n'
        "  {q}.body = ~items~;\n}});",
    ),
    Server(
        language="python",
        head="from flask import Flask\n\napp = Flask(__name__)\n\n\n",
        route='@app.{method}("{path}")\ndef {name}():\n    return {value}',
        foot='\n\n\nif __name__ == "__main__":\n    app.run(port=~port~)',
        busy='@app.{method}("{path}")\ndef {name}():\n    ~items~ = load_~items~()\n'
        "    return jsonify(~items~)",
    ),
    Server(
        language="python",
        head="from fastapi import FastAPI\n\napp = FastAPI()\n\n\n",
        route='@app.{method}("{path}")\nasync def {name}():\n    return {value}',
        foot="",
        busy='@app.{method}("{path}")\nasync def {name}(~item~: ~Item~):\n    return ~item~',
    ),
    Server(
        language="typescript",
        head='import express from "express";\n\nconst app = express();\n\n',
        route='app.{method}("{path}", ({p}) => {{\n  {q}.{send}({value});\n}});',
        foot='\n\napp.listen(~port~, () => console.log("~msg~"));',
        parameters=("req, res", "request, response", "req: Request, res: Response"),
        sends=("send", "json"),
        busy='app.{method}("{path}", ({p}) => {{\n  const ~item~ = ~items~[0];\n'
        "  {q}.json(~item~);\n}});",
    ),
    Server(
        language="javascript",
        head='import Fastify from "fastify";\n\nconst server = Fastify();\n\n',
        route='server.{method}("{path}", async () => {{\n  return {value};\n}});',
        foot="\n\nawait server.listen({ port: ~port~ });",
        busy='server.{method}("{path}", async (request) => {{\n  return request.body;\n}});',
    ),
    Server(
        language="typescript",
        head='import { Elysia } from "elysia";\n\nconst app = new Elysia();\n\n',
        route='app.{method}("{path}", () => {{\n  return {value};\n}});',
        foot="\n\napp.listen(~port~);",
        busy='app.{method}("{path}", ({{ body }}) => {{\n  return body;\n}});',
    ),
)
HELD_OUT_SERVERS = (6, 7)
FURTHER_SERVERS = (
    Server(
        language="typescript",
        head='import { Hono } from "hono";\nimport { serve } from "@hono/node-server";\n\n'
        "export const app = new Hono();\n\n",
        route='app.{method}("{path}", ({p}) => {{\n  return {q}.{send}({value});\n}});',
        foot="\n\nserve({ fetch: app.fetch, port: ~port~ });",
        parameters=("c", "ctx", "context"),
        sends=("text", "json"),
        busy='app.{method}("{path}", async ({p}) => {{\n  const body = await {q}.req.json();\n'
        "  ~items~.push(body.~field~);\n  return {q}.json(~items~, 201);\n}});",
    ),
    Server(
        language="javascript",
        head='import express from "express";\n\nconst app = express();\n'
        "app.use(express.json());\n\nlet ~items~ = [];\n\n",
        route='app.{method}("{path}", ({p}) => {{\n  {q}.{send}({value});\n}});',
        foot="\n\nconst port = process.env.PORT || ~port~;\napp.listen(port, () => {\n"
        '  console.log("~msg~");\n});',
        parameters=("req, res", "request, response"),
        sends=("send", "json"),
        busy='app.{method}("{path}", ({p}) => {{\n  ~items~.push(req.body);\n'
        "  {q}.status(201).json(~items~);\n}});",
    ),
    Server(
        language="javascript",
        head='const { Router } = require("express");\n\nconst router = Router();\n\n',
        route='router.{method}("{path}", ({p}) => {q}.{send}({value}));',
        foot="\n\nmodule.exports = router;",
        parameters=("req, res", "_, res"),
        sends=("send", "json"),
        busy='router.{method}("{path}", async ({p}) => {{\n'
        "  const ~item~ = await ~Item~.create();\n  {q}.json(~item~);\n}});",
    ),
    Server(
        language="typescript",
        head='import { Application, Router } from "https://deno.land/x/oak/mod.ts";\n\n'
        "const router = new Router();\n\n",
        route='router.{method}("{path}", ({p}) => {{\n  {q}.response.body = {value};\n}});',
        foot="\n\nconst app = new Application();\napp.use(router.routes());\n"
        "await app.listen({ port: ~port~ });",
        parameters=("ctx", "context"),
        busy='router.{method}("{path}", async ({p}) => {{\n'
        "  const ~item~ = await {q}.request.body.json();\n  {q}.response.body = ~item~;\n}});",
    ),
    Server(
        language="python",
        head="from flask import Flask, jsonify, request\n\napp = Flask(__name__)\n\n"
        '~items~ = ["~word~", "~word2~"]\n\n\n',
        route='@app.{method}("{path}")\ndef {name}():\n    return {value}',
        foot='\n\n\nif __name__ == "__main__":\n    app.run(host="0.0.0.0", port=~port~)',
        busy='@app.{method}("{path}")\ndef {name}():\n'
        '    ~items~.append(request.json["~field~"])\n    return jsonify(~items~), 201',
    ),
    Server(
        language="python",
        head="from fastapi import APIRouter\n\nrouter = APIRouter()\n\n\n",
        route='@router.{method}("{path}")\ndef {name}():\n    return {value}',
        foot="",
        busy='@router.{method}("{path}")\ndef {name}(~item~: ~Item~):\n'
        "    return save_~item~(~item~)",
    ),
)
"""For wide trainings only; none is held out."""
