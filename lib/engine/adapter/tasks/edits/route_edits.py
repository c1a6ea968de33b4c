"""Added and removed routes of small servers. Invariant: a new route looks like its neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lib.engine.adapter.tasks.library import DOCUMENT_NAMES
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.servers import (
    FURTHER_SERVERS,
    HELD_OUT_SERVERS,
    SERVERS,
    Server,
)
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
    casual=("{method} {path} is missing, it returns {what}, {where}.",
            "{where}: {method} {path}, returning {what}.",
            "no {method} {path} yet? It goes {where} and returns {what}.",
            "the app needs {method} {path} as well, {where}, it returns {what}.",
            "one more route {where}: {method} {path}, answer {what}.",
            "somebody wants to call {method} {path} and get {what}, that goes {where}."),
)  # fmt: skip
_ADD_MORE = Phrases(
    "I need a {method} route {path}. It returns {what}. Put it {where}.",
    "There should be a {method} route {path} {where}; it returns {what}.",
    "I want a {method} route {path} returning {what} {where}.",
    "add a route {method} {path} {where}. It returns {what}",
    "we also need {method} {path}, which returns {what}, {where}",
    "add {call} {where}; it returns {what}",
    "write a {path} {method} route that returns {what}, {where}",
    "add a {method} route for {path} that sends {what}; it goes {where}",
    "The server needs a {method} endpoint {path} that answers with {what}. Add it {where}.",
    "{where} belongs a {method} route {path} returning {what}",
    "{where}, add {call} that returns {what}",
    "add a route for {method} {path} that sends {what} {where}",
    "insert a {method} endpoint {path} {where}. It answers with {what}",
    casual=("{call} is missing {where}, it returns {what}.",
            "a {method} on {path} should give {what}, it belongs {where}.",
            "why does {method} {path} give a 404? It should return {what}, {where} in this file.",
            "{where} there is a route missing: {method} {path}, it sends {what}.",
            "the frontend calls {method} {path} and wants {what}, that route goes {where}.",
            "{path} does not exist yet: {method}, answers with {what}, goes {where}."),
)  # fmt: skip
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
    casual=("{path} can go.", "nobody calls {method} {path} any more, so away with it.",
            "no more {path}, please.", "why do we still serve {path}? Kill that route.",
            "the {path} route is a security risk, out with it.",
            "{method} {path} was only for testing, it has to go."),
)  # fmt: skip


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


def _draw_route(context: Context, slots: Slots, server: Server, parameters: str) -> _Route:
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


def _draw_routes(context: Context, slots: Slots, server: Server, wanted: int) -> list[_Route]:
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
    servers = [s for i, s in enumerate(SERVERS) if (i in HELD_OUT_SERVERS) == held]
    server = random.choice([*servers, *FURTHER_SERVERS] if context.wide else servers)
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
    if context.everyday and context.chance(0.45 if context.wide else 0.3):
        where = _where_in_file(context, routes, place, after.strip())
    where = where or _where(context, routes, place)
    phrases, words = _ADD, {"path": path, "method": method, "what": what, "where": where}
    if context.wide and context.chance(0.5):
        phrases, words = _ADD_MORE, words | {"call": _call_of(route)}
    request = context.say(phrases, **words)
    text = Text(body=short, language=server.language, noun=noun)
    return Edit(kind="add route", request=request, text=text, answer=full)


def _call_of(route: _Route) -> str:
    """As in `app.get("/notes")`."""
    return re.sub(r'^@?([\w.]+\("[^"]*").*', r"\1)", route.code, flags=re.DOTALL)


def _where_in_file(context: Context, routes: list[_Route], place: int, foot: str) -> str | None:
    """Say where a route goes by its neighbour's call, its rank or what follows the routes."""
    ways = []
    if place:
        call = _call_of(routes[place - 1])
        ways = [f"after {call}", f"right after `{call}`"]
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
