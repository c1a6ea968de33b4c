"""How people name one route of a server.

Invariant: the words fit no other route of the server.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.demos.routes.python_servers import Python
from lib.engine.adapter.tasks.demos.routes.servers import Route, Server
from lib.engine.adapter.tasks.phrasing import Context

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")


def show_path(context: Context, path: str) -> str:
    """Return a path bare or in quotes."""
    if context.chance(0.45):
        return path
    return context.random.choice(('"{}"', '"{}"', "'{}'", "`{}`", "`{}`")).format(path)


def refer_to(context: Context, server: Server, route: Route) -> str:
    """Name one route in words that fit no other route of the server."""
    random, routes = context.random, server.routes
    path, upper, lower = show_path(context, route.path), route.method.upper(), route.method
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
    ordinals = [f"the {ORDINALS[rank]} {noun}" for noun in ("route", "endpoint", "handler")]
    ways += [ordinals + (["the last route"] if rank + 1 == len(routes) else [])]
    if route.name:
        ways += [[f"the function {route.name}", f"`{route.name}`", f"{route.name}()"]]
    return random.choice(random.choice(ways))


def refer_to_twin(context: Context, server: Server, target: Route) -> str:
    """Name another route, with the path or the method of the target where there is one."""
    others = [r for r in server.routes if r is not target]
    same = [r for r in others if r.path == target.path or r.method == target.method]
    return refer_to(context, server, context.random.choice(same or others))
