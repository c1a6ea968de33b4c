"""Settings asked for in plain words: dark mode off, and not `darkMode: false`.

Invariant: each setting has another name; a changed value keeps its type.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from lib.engine.adapter.tasks.library import DOCUMENT_NAMES
from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.slots import pascal
from lib.engine.adapter.tasks.texts import Edit, Text
from lib.engine.adapter.tasks.words import STRING_WORDS


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
    casual=("no more {name}.", "{name}: off.", "we can do without {name}.",
            "I never asked for {name}, should be off.",
            "why do we still have {name}? I want that off.",
            "People complained about {name}, so that has to be off.", "could we have {name} off?",
            "enough of {name}!"),
)  # fmt: skip
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
    casual=("{name}: on.", "{name} on, please.", "we need {name} after all.",
            "why don't we have {name}? I want that on.", "it's time we had {name}.",
            "could we have {name} on?", "everybody keeps asking for {name}, let them have that."),
)  # fmt: skip
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
    casual=("{name}: {new}.", "{name} = {new}.", "{new} instead of {old} for the {name}.",
            "{old} is not a good {name}, {new} would be better.",
            "not {old}, the {name} has to be {new}.", "why is the {name} {old}? Should be {new}.",
            "we settled on {new} for the {name}.", "so the {name}, I'd say {new}."),
)  # fmt: skip
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


def edit_setting(context: Context) -> Edit | None:
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
