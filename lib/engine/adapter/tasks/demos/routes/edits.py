"""Adds, changes and removes one route of a small server.

Invariant: the told place or route is the only one of the text that the words fit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lib.engine.adapter.tasks.demos.routes.addition_wordings import (
    ADD,
    ADD_AFTER,
    ADD_OTHER,
    ADD_REASONS,
    ADD_STAYS,
)
from lib.engine.adapter.tasks.demos.routes.change_wordings import CHANGE_REASONS, CHANGE_STAYS
from lib.engine.adapter.tasks.demos.routes.new_routes import draw_name, draw_new_route
from lib.engine.adapter.tasks.demos.routes.python_servers import Python
from lib.engine.adapter.tasks.demos.routes.references import refer_to, refer_to_twin, show_path
from lib.engine.adapter.tasks.demos.routes.removal_wordings import (
    REMOVE,
    REMOVE_REASONS,
    REMOVE_STAYS,
)
from lib.engine.adapter.tasks.demos.routes.replies import TEXTS
from lib.engine.adapter.tasks.demos.routes.route_changes import draw_change
from lib.engine.adapter.tasks.demos.routes.route_places import draw_index, say_place
from lib.engine.adapter.tasks.demos.routes.servers import Route, Server, draw_server
from lib.engine.adapter.tasks.demos.telling import capital, end_sentence, tell
from lib.engine.adapter.tasks.making import make_edit
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.texts import Edit


def add_route(context: Context) -> Edit | None:
    """Add a route at a told place, which returns a told value."""
    server = draw_server(context)
    _add_twin(context, server, 0.2)
    new = draw_new_route(context, server)
    slug = _slug(new.path)
    if any(new.path == r.path or slug == r.name for r in server.routes) or slug == server.items:
        return None
    name, called = draw_name(context, server, slug)
    code = server.framework.write(new.method, new.path, name, new.lines)
    route = Route(method=new.method, path=new.path, code=code, name=name)
    index = draw_index(context, server)
    where, near = say_place(context, server, index)
    phrases = ADD if new.method == "get" else ADD_OTHER
    if new.method == "get" and near and context.chance(0.4):
        phrases = ADD_AFTER
    twin = refer_to(context, server, server.routes[max(0, index - 2)])
    request = _tell(context, phrases, (ADD_REASONS, ADD_STAYS),
                    path=show_path(context, new.path), what=new.what, where=where, near=near,
                    twin=twin, items=server.items, method=new.method.upper())  # fmt: skip
    if called:
        request = f"{capital(end_sentence(request))} {called}"
    routes = [*server.routes[:index], route, *server.routes[index:]]
    pair = server.write(server.routes), server.write(routes)
    return make_edit(context, "add told route", request, server.framework.language, pair)


def change_route(context: Context) -> Edit | None:
    """Change the path, the method, the status or the text of one told route."""
    server = draw_server(context)
    _add_twin(context, server, 0.75)
    target = context.random.choice(server.routes)
    drawn = draw_change(context, server, target)
    if drawn is None:
        return None
    phrases, (old, new), code = drawn
    routes = [replace(r, code=code) if r is target else r for r in server.routes]
    request = _tell(context, phrases, (CHANGE_REASONS, CHANGE_STAYS),
                    route=refer_to(context, server, target), old=old, new=new,
                    twin=refer_to_twin(context, server, target), items=server.items)  # fmt: skip
    pair = server.write(server.routes), server.write(routes)
    return make_edit(context, "change told route", request, server.framework.language, pair)


def remove_route(context: Context) -> Edit | None:
    """Remove one told route."""
    server = draw_server(context)
    _add_twin(context, server, 0.5)
    if len(server.routes) < 3:
        return None
    target = context.random.choice(server.routes)
    request = _tell(context, REMOVE, (REMOVE_REASONS, REMOVE_STAYS),
                    route=refer_to(context, server, target),
                    twin=refer_to_twin(context, server, target), items=server.items)  # fmt: skip
    routes = [r for r in server.routes if r is not target]
    pair = server.write(server.routes), server.write(routes)
    return make_edit(context, "remove told route", request, server.framework.language, pair)


def _slug(path: str) -> str:
    """Return the end of a path as a name: `/v1/robots.txt` -> `robots_txt`."""
    return path.rpartition("/")[2].replace("-", "_").replace(".", "_")


def _tell(
    context: Context, phrases: Phrases, around: tuple[tuple[str, ...], tuple[str, ...]],
    **values: str,
) -> str:  # fmt: skip
    """Tell it; each value can be used with a capital too."""
    capitals = {capital(name): capital(value) for name, value in values.items()}
    return tell(context, phrases, reasons=around[0], stays=around[1], **values, **capitals)


def _add_twin(context: Context, server: Server, probability: float) -> None:
    """Perhaps add a route to the text that returns another text."""
    if not context.chance(probability):
        return
    path, *texts = context.random.choice(TEXTS)
    text, path = context.random.choice(texts), server.prefix + path
    name = _slug(path)
    lines = server.framework.send(f'"{text}"', is_text=True)
    code = server.framework.write("get", path, name, lines)
    name = name if isinstance(server.framework, Python) else ""
    route = Route(method="get", path=path, code=code, name=name, reply=text,
                  deeds=(f"sends {context.quoted(text)}",))  # fmt: skip
    server.routes.insert(context.random.choice((0, len(server.routes))), route)


ROUTE_EDITS: tuple[tuple[float, Callable[[Context], Edit | None]], ...] = (
    (10.4, add_route),
    (3.5, change_route),
    (2.1, remove_route),
)
"""Weight beside the other demos, and maker."""
