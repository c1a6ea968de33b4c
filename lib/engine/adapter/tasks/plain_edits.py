"""Edits asked for in plain words: links and not `a`, off and not `false`.

Invariant: what the request names stands in one place of the text, written another way.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from lib.engine.adapter.tasks.library import DOCUMENT_NAMES
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import pascal
from lib.engine.adapter.tasks.texts import Edit, Text
from lib.engine.adapter.tasks.words import COLORS, STRING_WORDS

_THINGS = {
    "body": ("the page", "the body"),
    "a": ("the links", "links", "all links"),
    "h1": ("the main heading", "the h1 heading", "the heading of the page"),
    "h2": ("the h2 headings", "the second-level headings"),
    "p": ("the paragraphs", "paragraphs"),
    "header": ("the header",),
    "footer": ("the footer",),
    "nav": ("the navigation", "the navigation bar"),
    "button": ("the buttons", "buttons"),
    "li": ("the list items",),
    "table": ("the tables", "tables"),
    "th": ("the table headers",),
    "input": ("the input fields",),
    "blockquote": ("the quotes", "block quotes"),
    "code": ("inline code",),
    "aside": ("the sidebar",),
}
"""Selector -> what people call it."""

_COLOR = Phrases(
    "make {thing} {new}",
    "make {thing} {new} instead of {old}",
    "change the color of {thing} to {new}",
    "change the text color of {thing} from {old} to {new}",
    "give {thing} the color {new}",
    "{thing} should be {new}",
    "{thing} should be {new}, not {old}",
    "turn {thing} {new}",
    "make the text of {thing} {new}",
    "color {thing} {new}",
    "change {thing} from {old} to {new}",
    "use {new} for {thing}",
)
_BACKGROUND = Phrases(
    "make the background of {thing} {new}",
    "give {thing} a {new} background",
    "change the background of {thing} to {new}",
    "the background of {thing} should be {new}",
    "put {thing} on a {new} background",
    "set the background of {thing} to {new}",
    "change the background of {thing} from {old} to {new}",
    "{thing} should have a {new} background",
    "use {new} as the background of {thing}",
    "make the background of {thing} {new} instead of {old}",
)
_LENGTH = Phrases(
    "set the {what} of {thing} to {new}",
    "change the {what} of {thing} to {new}",
    "change the {what} of {thing} from {old} to {new}",
    "give {thing} a {what} of {new}",
    "the {what} of {thing} should be {new}",
    "{thing} should have a {what} of {new}",
    "make the {what} of {thing} {new}",
    "use a {what} of {new} for {thing}",
    "let {thing} have a {what} of {new}",
    "make the {what} of {thing} {new} instead of {old}",
)
_CSS_FILLERS = (
    "line-height: 1.5", "font-weight: bold", "text-align: center", "text-decoration: none",
    "margin: 0", "display: block", "max-width: 640px", "border: 1px solid gray",
)  # fmt: skip


_PIXELS = (3, 6, 9, 10, 12, 14, 18, 20, 22, 24, 28, 36, 40)


def edit_plain_css(context: Context) -> Edit | None:
    """Change one value of a style sheet whose rules are named by what they style."""
    random = context.random
    count = max(2, min(len(_THINGS), round(context.size / 70)))
    colors = random.sample(COLORS, 5)
    new_color = colors.pop()
    background = random.choice(("background", "background", "background-color"))
    rules = [
        (selector, _declarations(context, colors, background))
        for selector in random.sample(sorted(_THINGS), count)
    ]
    selector, declarations = random.choice(rules)
    asked = ("color", "font-size", "padding", "border-radius", background)
    at = random.choice([i for i, (name, _) in enumerate(declarations) if name in asked])
    name, old = declarations[at]
    thing = random.choice(_THINGS[selector])
    if name == "color":
        new, phrases = new_color, _COLOR
    elif name == background:
        new, phrases = new_color, _BACKGROUND
    else:
        new, phrases = f"{random.choice(_PIXELS)}px", _LENGTH
    if new == old:
        return None
    request = context.say(phrases, thing=thing, old=old, new=new, what=name.replace("-", " "))
    source = _write_css(rules)
    declarations[at] = (name, new)
    text = Text(body=source, language="css", noun=random.choice(DOCUMENT_NAMES["css"]))
    return Edit(kind="plain css", request=request, text=text, answer=_write_css(rules))


def _declarations(context: Context, colors: list[str], background: str) -> list[tuple[str, str]]:
    """Draw what one rule says; at least one of it can be asked for."""
    random = context.random
    drawn = [
        ("color", random.choice(colors)),
        (background, random.choice(colors)),
        ("font-size", f"{random.choice((12, 14, 16, 18, 24, 32))}px"),
        ("padding", f"{random.choice((2, 4, 8, 12, 16))}px"),
        ("border-radius", f"{random.choice((2, 4, 8))}px"),
    ]
    drawn = random.sample(drawn, random.choice((1, 2, 2, 3)))
    for filler in random.sample(_CSS_FILLERS, random.choice((0, 1, 1, 2))):
        name, value = filler.split(": ")
        drawn.append((name, value))
    random.shuffle(drawn)
    return drawn


def _write_css(rules: list[tuple[str, list[tuple[str, str]]]]) -> str:
    return "\n\n".join(
        "\n".join([f"{selector} {{", *(f"  {name}: {value};" for name, value in lines), "}"])
        for selector, lines in rules
    )


def _split_names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(";"))


_OFF = Phrases(
    "turn {name} off",
    "turn off {name}",
    "switch {name} off",
    "disable {name}",
    "{name} should be off",
    "switch off {name}",
    "deactivate {name}",
    "set {name} to off",
    "We do not want {name} any more.",
    "no {name}, please",
)
_ON = Phrases(
    "turn {name} on",
    "turn on {name}",
    "switch {name} on",
    "enable {name}",
    "{name} should be on",
    "switch on {name}",
    "activate {name}",
    "set {name} to on",
    "We want {name} from now on.",
    "{name} should be enabled",
)
_VALUE = Phrases(
    "change the {name} to {new}",
    "set the {name} to {new}",
    "the {name} should be {new}",
    "update the {name} to {new}",
    "change the {name} from {old} to {new}",
    "the {name} is now {new}",
    "make the {name} {new}",
    "the new {name} is {new}",
    "use {new} as the {name}",
    "the {name} must be {new} instead of {old}",
)
_SWITCHES = _split_names("""
    notifications;logging;analytics;backups;sound;comments;tracking;previews;animations;sync;
    compression;telemetry;encryption;captions;vibration;reminders;history;tooltips;caching;retries;
    dark mode;debug mode;auto save;spell check;line numbers;word wrap;push messages;email alerts;
    night shift;guest access;file uploads;rate limits;live reload;source maps;strict mode;
    public profile;read receipts;low power mode;crash reports;offline mode""")
_SETTINGS = _split_names("""
    version;port;host;timeout;page size;max users;theme;language;currency;title;region;log level;
    interval;width;height;batch size;time zone;owner;city;start page;max retries;volume;brightness;
    file name;cache size;user name;database;branch;font;color""")

Setting = tuple[str, object]
"""Name in words, value."""


def edit_switch(context: Context) -> Edit | None:
    """Turn one setting on or off, or change another one; the value keeps its type."""
    random = context.random
    count = max(3, min(24, round(context.size / 30)))
    switches = random.sample(_SWITCHES, max(2, min(12, count // 2)))
    others = random.sample(_SETTINGS, max(1, min(12, count - len(switches))))
    settings: list[Setting] = [(name, context.chance(0.5)) for name in switches]
    settings += [(name, _draw_value(context, name)) for name in others]
    random.shuffle(settings)
    is_switch = context.chance(0.55)
    places = [i for i, (_, value) in enumerate(settings) if isinstance(value, bool) == is_switch]
    place = random.choice(places)
    name, old = settings[place]
    new: object = not old if is_switch else _draw_value(context, name, like=old)
    if new == old:
        return None
    if is_switch:
        request = context.say(_ON if new else _OFF, name=name)
    else:
        shown = str(new)
        if isinstance(new, str) and context.chance(0.4):
            shown = context.quoted(shown, bare=0)
        request = context.say(_VALUE, name=name, old=str(old), new=shown)
    language, write = random.choice(_WRITERS)
    source = write(settings)
    settings[place] = (name, new)
    text = Text(body=source, language=language, noun=random.choice(DOCUMENT_NAMES[language]))
    kind = "turn on or off" if is_switch else "plain value"
    return Edit(kind=kind, request=request, text=text, answer=write(settings))


def _draw_value(context: Context, name: str, like: object = None) -> object:
    """Draw a number, a version or a word; of the type of `like` if one is given."""
    random = context.random
    if name == "version":
        return ".".join(str(random.randrange(10)) for _ in range(3))
    is_word = context.chance(0.4) if like is None else isinstance(like, str)
    if is_word:
        return random.choice(STRING_WORDS)
    return random.choice((*random.sample(range(1, 100), 3), 250, 1000, 3000, 8080))


def _snake(name: str) -> str:
    return name.replace(" ", "_")


def _camel(name: str) -> str:
    return name[0] + pascal(name)[1:]


def _write_json(settings: list[Setting]) -> str:
    return json.dumps({_camel(name): value for name, value in settings}, indent=2)


def _write_nested_json(settings: list[Setting]) -> str:
    half = len(settings) // 2
    parts = {"general": settings[:half], "settings": settings[half:]}
    named = {
        part: {_snake(name): value for name, value in some} for part, some in parts.items() if some
    }
    return json.dumps(named, indent=2)


def _write_yaml(settings: list[Setting]) -> str:
    return "\n".join(f"{_snake(name)}: {_plain(value)}" for name, value in settings)


def _write_toml(settings: list[Setting]) -> str:
    return "\n".join(f"{_snake(name)} = {json.dumps(value)}" for name, value in settings)


def _write_env(settings: list[Setting]) -> str:
    return "\n".join(f"{_snake(name).upper()}={_plain(value)}" for name, value in settings)


def _write_python(settings: list[Setting]) -> str:
    return "\n".join(f"{_snake(name).upper()} = {_quoted(value)}" for name, value in settings)


def _write_dictionary(settings: list[Setting]) -> str:
    lines = [f'    "{_snake(name)}": {_quoted(value)},' for name, value in settings]
    return "\n".join(["settings = {", *lines, "}"])


def _write_script(settings: list[Setting]) -> str:
    lines = [f"  {_camel(name)}: {json.dumps(value)}," for name, value in settings]
    return "\n".join(["export const settings = {", *lines, "};"])


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _quoted(value: object) -> str:
    return json.dumps(value) if isinstance(value, str) else str(value)


_WRITERS: tuple[tuple[str, Callable[[list[Setting]], str]], ...] = (
    ("json", _write_json),
    ("json", _write_nested_json),
    ("yaml", _write_yaml),
    ("toml", _write_toml),
    ("env", _write_env),
    ("python", _write_python),
    ("python", _write_dictionary),
    ("javascript", _write_script),
    ("typescript", _write_script),
)
