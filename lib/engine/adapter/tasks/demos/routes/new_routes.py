"""Routes that are added, and how people name what they return.

Invariant: the request has every text and number that the route returns.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from lib.engine.adapter.tasks.demos.routes.python_servers import Python
from lib.engine.adapter.tasks.demos.routes.replies import NUMBERS, OBJECTS, POSTS, STATES, TEXTS
from lib.engine.adapter.tasks.demos.routes.servers import Server
from lib.engine.adapter.tasks.phrasing import Context


@dataclass(frozen=True, slots=True)
class NewRoute:
    """What is added: the lines of its handler, and what they return in words."""

    method: str
    path: str
    lines: list[str]
    what: str


def draw_new_route(context: Context, server: Server) -> NewRoute:
    """Draw what is added: mostly a GET that returns a text."""
    random, framework = context.random, server.framework
    prefix = server.prefix if context.chance(0.7) else ""
    kind, method = random.random(), "get"
    has_states = not isinstance(framework, Python) or "$s" in framework.way.busy
    has_numbers = not isinstance(framework, Python) or framework.json != "return $v"
    if kind < 0.2:
        path, value = random.choice(OBJECTS)
        code, what = _say_object(context, server, value)
        return NewRoute(method, prefix + path, framework.send(code), what)
    if kind < 0.26 and has_numbers:
        path, number = random.choice(NUMBERS)
        what = random.choice(("the number {}", "{}", "just {}", "nothing but {}")).format(number)
        return NewRoute(method, prefix + path, framework.send(str(number)), what)
    if kind < 0.32 and has_states:
        path, text, status = random.choice(STATES)
        shown = context.quoted(text, bare=0)
        what = random.choice(("{} and status {s}", "the text {} and a {s}", "{} (status {s})",
                              "status {s} and the text {}", "a {s} saying {}"))  # fmt: skip
        lines = framework.send(f'"{text}"', status=status, is_text=True)
        return NewRoute(method, prefix + path, lines, what.format(shown, s=status))
    path, *texts = random.choice(TEXTS)
    text = random.choice(texts)
    if kind > 0.9:
        method, path, text = random.choice(POSTS)
    lines = framework.send(f'"{text}"', is_text=True)
    return NewRoute(method, prefix + path, lines, _say_text(context, server, text))


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


def draw_name(context: Context, server: Server, slug: str) -> tuple[str, str]:
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
