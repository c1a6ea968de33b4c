"""Writes routes of the frameworks of Python.

Invariant: the code has double quotes and an indentation of four spaces.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from lib.engine.adapter.tasks.slots import plural


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


class Python:
    """Writes routes of a framework in Python."""

    language = "python"

    def __init__(self, random: Random) -> None:
        self.way = random.choice((_FLASK, _FLASK, _FASTAPI, _FASTAPI, _AIOHTTP, _BOTTLE))
        self.app = self.way.app
        self.is_async = self.way.is_async or (self.way is _FASTAPI and random.random() < 0.4)
        self.json = random.choice(self.way.json)
        self.by_methods = self.way is _FLASK and random.random() < 0.45
        self.theme: tuple[str, ...] = ()
        """What the server holds; set before anything is written."""

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
