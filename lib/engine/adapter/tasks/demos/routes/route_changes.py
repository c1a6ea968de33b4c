"""Changes of one route: of its path, its method, its status or its text.

Invariant: one word of the code of the route changes.
"""

from __future__ import annotations

import re

from lib.engine.adapter.tasks.demos.routes.change_wordings import (
    NEW_METHOD,
    NEW_PATH,
    NEW_REPLY,
    NEW_STATUS,
)
from lib.engine.adapter.tasks.demos.routes.references import show_path
from lib.engine.adapter.tasks.demos.routes.replies import TEXTS
from lib.engine.adapter.tasks.demos.routes.servers import Route, Server
from lib.engine.adapter.tasks.phrasing import Context, Phrases

Change = tuple[Phrases, tuple[str, str], str]
"""How it is asked for, what goes and what comes, and the new code of the route."""


def draw_change(context: Context, server: Server, route: Route) -> Change | None:
    """Draw what changes; None where the route has nothing of the kind."""
    draw = context.random.choice((_new_path, _new_path, _new_method, _new_status, _new_reply))
    return draw(context, server, route)


def _new_path(context: Context, server: Server, route: Route) -> Change | None:
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
    return NEW_PATH, (show_path(context, path), show_path(context, new)), code


def _new_method(context: Context, server: Server, route: Route) -> Change | None:
    """Draw another method that is not taken on the path."""
    choices = {"put": "patch", "post": "put", "delete": "post", "get": "post"}
    old, new = route.method, choices[route.method]
    if any(r.method == new and r.path == route.path for r in server.routes):
        return None
    code = route.code.replace(f'.{old}("', f'.{new}("', 1)
    code = code.replace(f'methods=["{old.upper()}"]', f'methods=["{new.upper()}"]')
    return (NEW_METHOD, (old.upper(), new.upper()), code) if code != route.code else None


def _new_status(context: Context, server: Server, route: Route) -> Change | None:
    """Draw another status where a route tells one."""
    old, news = (
        ("201", ("200", "202")) if re.search(r"\b201\b", route.code) else ("404", ("410", "400"))
    )
    if len(re.findall(rf"\b{old}\b", route.code)) != 1:
        return None
    new = context.random.choice(news)
    return NEW_STATUS, (old, new), re.sub(rf"\b{old}\b", new, route.code)


def _new_reply(context: Context, server: Server, route: Route) -> Change | None:
    """Draw another text for a route that returns one."""
    texts = {text for _, *texts in TEXTS for text in texts}
    path = route.path.removeprefix(server.prefix)
    near = [text for known, *texts in TEXTS for text in texts if known == path]
    if route.reply is None or route.code.count(f'"{route.reply}"') != 1:
        return None
    new = context.random.choice([t for t in near or sorted(texts) if t != route.reply] or ["none"])
    code = route.code.replace(f'"{route.reply}"', f'"{new}"')
    return NEW_REPLY, (context.quoted(route.reply), context.quoted(new)), code
