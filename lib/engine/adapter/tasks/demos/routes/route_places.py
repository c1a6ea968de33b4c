"""Where a new route goes, and how people say it.

Invariant: the words fit one place of the server.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.demos.routes.references import ORDINALS, refer_to, show_path
from lib.engine.adapter.tasks.demos.routes.servers import Server
from lib.engine.adapter.tasks.phrasing import Context

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


def draw_index(context: Context, server: Server) -> int:
    """Draw the place of the new route: often after the last of several routes of one path."""
    routes, kind = server.routes, context.random.random()
    ends = [i for i in range(2, len(routes) + 1) if routes[i - 1].path == routes[i - 2].path
            and (i == len(routes) or routes[i].path != routes[i - 1].path)]  # fmt: skip
    if ends and kind < 0.5:
        return context.random.choice(ends)
    if kind < 0.65:
        return len(routes)
    return 0 if kind < 0.72 else context.random.randrange(len(routes) + 1)


def say_place(context: Context, server: Server, index: int) -> tuple[str, str]:
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
        return f"{random.choice(_BEFORE)} {refer_to(context, server, routes[index])}", ""
    if not is_last and kind > 0.75:
        pair = [refer_to(context, server, routes[i]) for i in (index - 1, index)]
        return f"between {pair[0]} and {pair[1]}", ""
    singles, several = _group(context, server, index)
    if several and context.chance(0.2):
        return f"{random.choice(_AFTER[:7])} {random.choice(several)}", ""
    near = refer_to(context, server, routes[index - 1])
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
    shown, many = show_path(context, path), ("two", "three", "four")[len(inside) - 2]
    both = [f"both {shown} routes"] if len(inside) == 2 else [f"all {shown} routes"]
    rank = ORDINALS[len(inside) - 1]
    singles = [
        f"the last {shown} route",
        f"the last of the {shown} routes",
        f"the {rank} {shown} route",
    ]
    return singles, [f"the {many} {shown} routes", f"the {shown} routes",
                     f"the {many} routes with the path {shown}", *both]  # fmt: skip
