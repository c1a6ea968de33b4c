"""Adds, changes and removes one route of a small server.

Invariant: the told place or route is the only one of the text that the words fit.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace

from lib.engine.adapter.tasks.demos import added_route_wordings as wordings
from lib.engine.adapter.tasks.demos.added_route_texts import (
    Python,
    Route,
    Server,
    draw_server,
)
from lib.engine.adapter.tasks.demos.telling import tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit

_TEXTS: tuple[tuple[str, ...], ...] = (
    ("/ping", "pong", "pong", "pong!", "ok", "abc"), ("/version", "1.4.2", "0.9.0", "2.11.3", "v3"),
    ("/about", "A server with a heart", "made in Graz", "Built by two students"),
    ("/status", "alive", "up", "running", "all good"), ("/hours", "Mon-Fri 9 to 5", "open daily"),
    ("/motd", "Mind the gap", "Have a nice day"), ("/hello", "hello", "Hello there", "hi"),
    ("/ready", "yes", "ready", "come in"), ("/live", "alive", "here", "yes"), ("/hi", "hi", "hey"),
    ("/contact", "desk@example.org", "ask at the counter"), ("/author", "Ada Berg", "nobody"),
    ("/heartbeat", "beat", "thump", "ok"), ("/alive", "yes", "still here", "sure"),
    ("/build", "b-4711", "nightly", "17"), ("/region", "eu-west-1", "north", "us-east-2"),
    ("/motto", "less is more", "slow and steady"), ("/address", "12 Mill Lane", "Pier 4"),
    ("/phone", "555-0142", "555-0199"), ("/menu", "soup, bread, tea", "closed today"),
    ("/weather", "sunny", "rain", "fog"), ("/tide", "low", "high"), ("/stage", "beta", "prod"),
    ("/mode", "test", "demo", "live"), ("/bye", "see you", "bye", "so long"),
    ("/marco", "polo", "polo!"), ("/robots.txt", "User-agent: *", "Disallow: /"),
    ("/echo", "echo"),
    ("/season", "winter", "spring"), ("/currency", "EUR", "CHF"), ("/timezone", "UTC", "CET"),
    ("/wifi", "guest-net", "ask Eva"), ("/owner", "team blue", "Ops"), ("/up", "1", "up", "ok"),
    ("/test", "it works", "123", "xyz"), ("/opening-hours", "8-18", "by appointment"),
    ("/probe", "fine", "ok", "green light"), ("/language", "en", "de"),
    ("/parking", "full", "free"),
)  # fmt: skip
_POSTS = (
    ("post", "/reset", "done"), ("post", "/reload", "reloaded"), ("put", "/pause", "paused"),
    ("delete", "/cache", "cleared"), ("post", "/logout", "bye"), ("put", "/lights", "on"),
    ("post", "/ring", "ding dong"), ("delete", "/session", "see you"), ("patch", "/theme", "dark"),
    ("post", "/knock", "who is there"), ("post", "/signup", "thanks"), ("put", "/door", "open"),
)  # fmt: skip
_OBJECTS: tuple[tuple[str, dict[str, str | int]], ...] = (
    ("/status", {"status": "alive"}), ("/status", {"state": "up"}), ("/ping", {"pong": 1}),
    ("/version", {"version": "1.4.2"}), ("/info", {"name": "demo", "version": "2.0.1"}),
    ("/limits", {"max": 50}), ("/hours", {"open": 9, "close": 17}), ("/ready", {"ready": "yes"}),
    ("/location", {"city": "Turin"}), ("/build", {"build": 311}), ("/team", {"lead": "Mona"}),
    ("/stage", {"stage": "beta"}), ("/size", {"width": 80, "height": 40}),
    ("/mood", {"mood": "calm"}),
    ("/price", {"price": 12}), ("/seats", {"free": 7}), ("/shop", {"open": "daily"}),
)  # fmt: skip
_NUMBERS = (("/answer", 42), ("/limit", 100), ("/year", 2031), ("/level", 3), ("/lucky", 7),
            ("/floors", 5), ("/temperature", 21), ("/queue-length", 12))  # fmt: skip
_STATES = (("/teapot", "short and stout", 418), ("/shop", "back soon", 503), ("/old", "gone", 410),
           ("/jobs", "none right now", 404), ("/secret", "go away", 403), ("/print", "busy", 503),
           ("/trial", "time is up", 402), ("/legacy", "use v2", 410))  # fmt: skip
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
_AFTER = (
    "right after", "after", "below", "under", "directly below", "just after", "immediately after",
    "behind", "straight after", "beneath", "directly after",
    "right below", "as the next route after",
    "as the very next thing after", "right underneath", "next in line after",
)  # fmt: skip
_BEFORE = (
    "before", "right before", "above", "directly above", "just before", "ahead of", "in front of",
    "immediately before", "one place ahead of",
)  # fmt: skip
_LAST = (
    "below all routes", "after all the other routes", "as the last route", "after the last route",
    "at the end of the routes", "below every other route", "at the bottom of the routes",
    "behind the last of the handlers", "under the lowest route",
)  # fmt: skip
_FIRST = (
    "as the first route", "before all other routes", "above the first route",
    "at the top of the routes", "ahead of every other route", "in front of the first handler",
)  # fmt: skip
_STARTS = (
    "before the server starts", "before the server is started", "just before the server goes up",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _New:
    method: str
    path: str
    lines: list[str]
    what: str


def add_route(context: Context) -> Edit | None:
    """Add a route at a told place, which returns a told value."""
    server = draw_server(context)
    _add_twin(context, server, 0.2)
    new = _draw_new(context, server)
    slug = new.path.rpartition("/")[2].replace("-", "_").replace(".", "_")
    if any(new.path == r.path or slug == r.name for r in server.routes) or slug == server.items:
        return None
    name, called = _draw_name(context, server, slug)
    code = server.framework.write(new.method, new.path, name, new.lines)
    route = Route(method=new.method, path=new.path, code=code, name=name)
    index = _draw_index(context, server)
    where, near = _say_place(context, server, index)
    phrases = wordings.ADD if new.method == "get" else wordings.ADD_OTHER
    if new.method == "get" and near and context.chance(0.4):
        phrases = wordings.ADD_AFTER
    twin = _refer(context, server, server.routes[max(0, index - 2)])
    request = _tell(context, phrases, (wordings.ADD_REASONS, wordings.ADD_STAYS),
                    path=_show_path(context, new.path), what=new.what, where=where, near=near,
                    twin=twin, items=server.items, method=new.method.upper())  # fmt: skip
    if called:
        end = "" if request[-1] in ".?!" else "."
        request = f"{_capital(request)}{end} {called}"
    routes = [*server.routes[:index], route, *server.routes[index:]]
    pair = server.write(server.routes), server.write(routes)
    return make_edit(context, "add told route", request, server.framework.language, pair)


def change_route(context: Context) -> Edit | None:
    """Change the path, the method, the status or the text of one told route."""
    server = draw_server(context)
    _add_twin(context, server, 0.75)
    target = context.random.choice(server.routes)
    draw = context.random.choice((_new_path, _new_path, _new_method, _new_status, _new_reply))
    drawn = draw(context, server, target)
    if drawn is None:
        return None
    phrases, (old, new), code = drawn
    routes = [replace(r, code=code) if r is target else r for r in server.routes]
    request = _tell(context, phrases, (wordings.CHANGE_REASONS, wordings.CHANGE_STAYS),
                    route=_refer(context, server, target), old=old, new=new,
                    twin=_twin(context, server, target), items=server.items)  # fmt: skip
    pair = server.write(server.routes), server.write(routes)
    return make_edit(context, "change told route", request, server.framework.language, pair)


def remove_route(context: Context) -> Edit | None:
    """Remove one told route."""
    server = draw_server(context)
    _add_twin(context, server, 0.5)
    if len(server.routes) < 3:
        return None
    target = context.random.choice(server.routes)
    request = _tell(context, wordings.REMOVE, (wordings.REMOVE_REASONS, wordings.REMOVE_STAYS),
                    route=_refer(context, server, target),
                    twin=_twin(context, server, target), items=server.items)  # fmt: skip
    routes = [r for r in server.routes if r is not target]
    pair = server.write(server.routes), server.write(routes)
    return make_edit(context, "remove told route", request, server.framework.language, pair)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _tell(
    context: Context, phrases: Phrases, around: tuple[tuple[str, ...], tuple[str, ...]],
    **values: str,
) -> str:  # fmt: skip
    """Tell it; each value can be used with a capital too."""
    capitals = {_capital(name): _capital(value) for name, value in values.items()}
    return tell(context, phrases, reasons=around[0], stays=around[1], **values, **capitals)


def _add_twin(context: Context, server: Server, probability: float) -> None:
    """Perhaps add a route to the text that returns another text."""
    if not context.chance(probability):
        return
    path, *texts = context.random.choice(_TEXTS)
    text, path = context.random.choice(texts), server.prefix + path
    name = path.rpartition("/")[2].replace("-", "_").replace(".", "_")
    lines = server.framework.send(f'"{text}"', is_text=True)
    code = server.framework.write("get", path, name, lines)
    name = name if isinstance(server.framework, Python) else ""
    route = Route(method="get", path=path, code=code, name=name, reply=text,
                  deeds=(f"sends {context.quoted(text)}",))  # fmt: skip
    server.routes.insert(context.random.choice((0, len(server.routes))), route)


def _draw_new(context: Context, server: Server) -> _New:
    """Draw what is added: mostly a GET that returns a text."""
    random, framework = context.random, server.framework
    prefix = server.prefix if context.chance(0.7) else ""
    kind, method = random.random(), "get"
    has_states = not isinstance(framework, Python) or "$s" in framework.way.busy
    has_numbers = not isinstance(framework, Python) or framework.json != "return $v"
    if kind < 0.2:
        path, value = random.choice(_OBJECTS)
        code, what = _say_object(context, server, value)
        return _New(method, prefix + path, framework.send(code), what)
    if kind < 0.26 and has_numbers:
        path, number = random.choice(_NUMBERS)
        what = random.choice(("the number {}", "{}", "just {}", "nothing but {}")).format(number)
        return _New(method, prefix + path, framework.send(str(number)), what)
    if kind < 0.32 and has_states:
        path, text, status = random.choice(_STATES)
        shown = context.quoted(text, bare=0)
        what = random.choice(("{} and status {s}", "the text {} and a {s}", "{} (status {s})",
                              "status {s} and the text {}", "a {s} saying {}"))  # fmt: skip
        lines = framework.send(f'"{text}"', status=status, is_text=True)
        return _New(method, prefix + path, lines, what.format(shown, s=status))
    path, *texts = random.choice(_TEXTS)
    text = random.choice(texts)
    if kind > 0.9:
        method, path, text = random.choice(_POSTS)
    lines = framework.send(f'"{text}"', is_text=True)
    return _New(method, prefix + path, lines, _say_text(context, server, text))


def _say_text(context: Context, server: Server, text: str) -> str:
    """Name a text that is returned: bare only where nothing else could be meant."""
    ways = ["{}", "{}", "the text {}", "the string {}", "the message {}", "just {}", "a plain {}",
            "the text {}", "nothing but {}", "a simple {}"]  # fmt: skip
    shown = context.quoted(text, bare=0)
    if text.isalpha() and context.chance(0.5):
        shown = text
        ways += ["the word {}", "the word {}"] if len(text) > 2 else []
        if text.islower() and 2 < len(text) < 6:
            ways += [f"the {('three', 'four', 'five')[len(text) - 3]} letters {{}}"] * 2
    sends = server.framework.send("1"), server.framework.send("1", is_text=True)
    if sends[0] != sends[1] and context.chance(0.2):
        ways = ["{} (as text, not as JSON)", "{} as text and not as JSON", "{} as plain text"]
    return context.random.choice(ways).format(shown)


def _say_object(context: Context, server: Server, value: dict[str, str | int]) -> tuple[str, str]:
    """Return an object as the server writes it, and as people name it."""
    is_python = isinstance(server.framework, Python)
    inner = ", ".join(
        f'"{k}": {json.dumps(v)}' if is_python else f"{k}: {json.dumps(v)}"
        for k, v in value.items()
    )
    code = f"{{{inner}}}" if is_python else f"{{ {inner} }}"
    ways = [f"`{server.restyle(code)}`", f"the JSON {json.dumps(value)}", server.restyle(code),
            f"the object `{json.dumps(value)}`", f"JSON, namely {json.dumps(value)}"]  # fmt: skip
    if len(value) == 1:
        ((key, one),) = value.items()
        shown = context.quoted(one) if isinstance(one, str) else str(one)
        ways += [f"a JSON object with {key} set to {shown}", f"an object whose {key} is {shown}",
                 f"a JSON object that has one key, {key}, with the value {shown}"]  # fmt: skip
    return code, context.random.choice(ways)


def _draw_name(context: Context, server: Server, slug: str) -> tuple[str, str]:
    """Return the name of the new function, and a sentence about it unless it follows."""
    if not isinstance(server.framework, Python) or context.chance(0.6):
        return slug, ""
    name = context.random.choice(
        (slug, f"get_{slug}", f"show_{slug}", f"{slug}_route", f"tell_{slug}")
    )
    sentence = context.random.choice((
        "The function is called {}.", "Name the function {}.", "Its function: {}.",
        "Call the handler {}.", "{} is a good name for the function.", "I want it as def {}.",
    ))  # fmt: skip
    return name, sentence.format(context.coded(name))


def _draw_index(context: Context, server: Server) -> int:
    """Draw the place of the new route: often after the last of several routes of one path."""
    routes, kind = server.routes, context.random.random()
    ends = [i for i in range(2, len(routes) + 1) if routes[i - 1].path == routes[i - 2].path
            and (i == len(routes) or routes[i].path != routes[i - 1].path)]  # fmt: skip
    if ends and kind < 0.5:
        return context.random.choice(ends)
    if kind < 0.65:
        return len(routes)
    return 0 if kind < 0.72 else context.random.randrange(len(routes) + 1)


def _say_place(context: Context, server: Server, index: int) -> tuple[str, str]:
    """Return the place, and the one thing that it comes after, or nothing."""
    random, routes, kind = context.random, server.routes, context.random.random()
    is_last = index == len(routes)
    if index == 0 and kind < 0.45:
        return random.choice(_FIRST), ""
    if is_last and kind < 0.4:
        if not server.label:
            return random.choice((*_LAST, "at the very end of the file")), ""
        ways = [*_LAST, *(f"{side} {server.label}" for side in _BEFORE[:6])] + [*_STARTS] * 3
        if "export" in server.label or "port" in server.label:
            ways = [way for way in ways if way not in _STARTS]
        if " is " in server.label or " are " in server.label:
            ways = [*_LAST, *(f"{side} {server.label}" for side in ("before", "just before") * 3)]
        return random.choice(ways), ""
    if index == 0 or (not is_last and kind > 0.85):
        return f"{random.choice(_BEFORE)} {_refer(context, server, routes[index])}", ""
    if not is_last and kind > 0.75:
        pair = [_refer(context, server, routes[i]) for i in (index - 1, index)]
        return f"between {pair[0]} and {pair[1]}", ""
    singles, several = _group(context, server, index)
    if several and context.chance(0.2):
        return f"{random.choice(_AFTER[:7])} {random.choice(several)}", ""
    near = _refer(context, server, routes[index - 1])
    if singles and context.chance(0.2):
        near = random.choice(singles)
    ends = (
        f"at the spot where {near} ends",
        f"where {near} ends",
        f"on the lines that follow {near}",
    )
    after = f"{random.choice(_AFTER)} {near}"
    return random.choice((after, after, after, after, random.choice(ends))), near


def _group(context: Context, server: Server, index: int) -> tuple[list[str], list[str]]:
    """Name the routes of one path that end before a place: the last one, and all of them."""
    path = server.routes[index - 1].path
    inside = [i for i, r in enumerate(server.routes) if r.path == path]
    below = [r for r in server.routes if r.path.startswith(f"{path}/")]
    if len(inside) < 2 or below or inside != list(range(index - len(inside), index)):
        return [], []
    shown, many = _show_path(context, path), ("two", "three", "four")[len(inside) - 2]
    both = [f"both {shown} routes"] if len(inside) == 2 else [f"all {shown} routes"]
    rank = _ORDINALS[len(inside) - 1]
    singles = [
        f"the last {shown} route",
        f"the last of the {shown} routes",
        f"the {rank} {shown} route",
    ]
    return singles, [f"the {many} {shown} routes", f"the {shown} routes",
                     f"the {many} routes with the path {shown}", *both]  # fmt: skip


def _show_path(context: Context, path: str) -> str:
    if context.chance(0.45):
        return path
    return context.random.choice(('"{}"', '"{}"', "'{}'", "`{}`", "`{}`")).format(path)


def _refer(context: Context, server: Server, route: Route) -> str:
    """Name one route in words that fit no other route of the server."""
    random, routes = context.random, server.routes
    path, upper, lower = _show_path(context, route.path), route.method.upper(), route.method
    ways = [[f"the {upper} {path} route", f"the {upper} route {path}", f"{upper} {path}",
             f"the {upper} handler for {path}", f"the {lower} on {path}",
             f"the {upper} route for {path}", f"the route {upper} {path}"]]  # fmt: skip
    framework = server.framework
    by_methods = isinstance(framework, Python) and framework.by_methods
    if not by_methods:
        call = server.restyle(f'{framework.app}.{lower}("{route.path}")')
        ways += [[f"`{call}`", call, f"the {call} block"]]
    if sum(other.method == lower for other in routes) == 1:
        named = [f"the {upper} route", f"the {upper} one", f"the {upper} handler",
                 f"the {lower} route", f"the {upper} endpoint",
                 f"the only {upper} route"]  # fmt: skip
        if not by_methods:
            named += [f"the {framework.app}.{lower} block", f"the `{framework.app}.{lower}` call"]
        is_twin = any(other is not route and other.path == route.path for other in routes)
        ways += [named] * (6 if is_twin else 2)
    if not any(other is not route and other.path.startswith(route.path) for other in routes):
        ways += [[f"the {path} route", f"the route {path}", f"the handler of {path}"]]
    if route.deeds:
        deed = random.choice(route.deeds)
        ways += [[f"the route that {deed}", f"the handler that {deed}", f"the route which {deed}",
                  f"the endpoint that {deed}"]] * 2  # fmt: skip
    rank = next(i for i, other in enumerate(routes) if other is route)
    ordinals = [f"the {_ORDINALS[rank]} {noun}" for noun in ("route", "endpoint", "handler")]
    ways += [ordinals + (["the last route"] if rank + 1 == len(routes) else [])]
    if route.name:
        ways += [[f"the function {route.name}", f"`{route.name}`", f"{route.name}()"]]
    return random.choice(random.choice(ways))


def _twin(context: Context, server: Server, target: Route) -> str:
    others = [r for r in server.routes if r is not target]
    same = [r for r in others if r.path == target.path or r.method == target.method]
    return _refer(context, server, context.random.choice(same or others))


_Drawn = tuple[Phrases, tuple[str, str], str] | None


def _new_path(context: Context, server: Server, route: Route) -> _Drawn:
    """Draw another path for a route without an id in its path."""
    path = route.path
    if any(mark in path for mark in ":<{") or route.code.count(f'"{path}"') != 1:
        return None
    end = path.rpartition("/")[2]
    ways = [f"/v2/{end}", f"{server.prefix}/my-{end}", f"/public{path}", f"{path}-v2",
            f"{server.prefix}/the-{end}", f"/shop/{end}"]  # fmt: skip
    if end == server.items:
        ways += [f"{path}/all", f"{path}/list", f"{path}/new"]
    new = context.random.choice(ways)
    if path in ("/", server.prefix):
        new = context.random.choice(("/home", "/welcome", "/start", "/index"))
    if any(other.path == new for other in server.routes):
        return None
    code = route.code.replace(f'"{path}"', f'"{new}"')
    return wordings.PATH, (_show_path(context, path), _show_path(context, new)), code


def _new_method(context: Context, server: Server, route: Route) -> _Drawn:
    """Draw another method that is not taken on the path."""
    choices = {"put": "patch", "post": "put", "delete": "post", "get": "post"}
    old, new = route.method, choices[route.method]
    if any(r.method == new and r.path == route.path for r in server.routes):
        return None
    code = route.code.replace(f'.{old}("', f'.{new}("', 1)
    code = code.replace(f'methods=["{old.upper()}"]', f'methods=["{new.upper()}"]')
    return (wordings.METHOD, (old.upper(), new.upper()), code) if code != route.code else None


def _new_status(context: Context, server: Server, route: Route) -> _Drawn:
    """Draw another status where a route tells one."""
    old, news = (
        ("201", ("200", "202")) if re.search(r"\b201\b", route.code) else ("404", ("410", "400"))
    )
    if len(re.findall(rf"\b{old}\b", route.code)) != 1:
        return None
    new = context.random.choice(news)
    return wordings.STATUS, (old, new), re.sub(rf"\b{old}\b", new, route.code)


def _new_reply(context: Context, server: Server, route: Route) -> _Drawn:
    """Draw another text for a route that returns one."""
    texts = {text for _, *texts in _TEXTS for text in texts}
    path = route.path.removeprefix(server.prefix)
    near = [text for known, *texts in _TEXTS for text in texts if known == path]
    if route.reply is None or route.code.count(f'"{route.reply}"') != 1:
        return None
    new = context.random.choice([t for t in near or sorted(texts) if t != route.reply] or ["none"])
    code = route.code.replace(f'"{route.reply}"', f'"{new}"')
    return wordings.REPLY, (context.quoted(route.reply), context.quoted(new)), code
