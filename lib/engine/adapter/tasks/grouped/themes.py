"""What the groups of a text can be: days with opening hours, rules of a stylesheet, types.

Invariant: words and kinds of values only; what is drawn of them is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from lib.engine.adapter.tasks.grouped.parts import Field, Theme, Value
from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.words import (
    CITIES,
    COLORS,
    FIRST_NAMES,
    NOUNS,
    STRING_WORDS,
    split_words,
)


def _number(low: int, high: int) -> Callable[[Random], Value]:
    return lambda random: random.randrange(low, high)


def _filled(*patterns: str) -> Callable[[Random], Value]:
    return lambda random: Slots(random).fill(random.choice(patterns))


def _of(*values: Value) -> Callable[[Random], Value]:
    return lambda random: random.choice(values)


DRAWS: dict[str, Callable[[Random], Value]] = {
    "clock": lambda random: f"{random.randrange(6, 23):02}:{random.choice(('00', '15', '30'))}",
    "small": _number(1, 13),
    "count": lambda random: random.randrange(10, 40) * random.choice((1, 1, 5, 10)),
    "price": lambda random: round(random.randrange(2, 120) + random.choice((0.25, 0.5, 0.9)), 2),
    "flag": _of(True, False),
    "phone": _filled("555-01~teen~", "0~teen~ 55~teen2~"),
    "word": _of(*STRING_WORDS),
    "person": _filled("~first~ ~last~", "~first~"),
    "city": _of(*CITIES),
    "date": _filled("~date~"),
    "email": _filled("~email~"),
    "host": _filled("~word~.internal", "~domain~", "10.0.~digit~.~teen~"),
    "port": _filled("~port~"),
    "memory": _of("128Mi", "256Mi", "512Mi", "1Gi", "2Gi", "4Gi"),
    "image": _filled("~word~/~item~:~digit~.~digit2~", "~word~:~teen~"),
    "title": _filled("~Adj~ ~Items~", "The ~Word~ ~Item~", "~msg~"),
    "percent": _of("5%", "10%", "15%", "20%", "25%", "40%"),
    "level": _of("debug", "info", "warning", "error", "low", "medium", "high"),
    "color": _filled("~color~", "~hex~", "~hex~", "#333", "#fff"),
    "size": _filled("~px~", "~px~", "~digit~px", "1.~digit~rem", "0.~digit~em"),
    "align": _of("left", "center", "right", "justify"),
    "weight": _of("bold", "normal", "600", "500"),
    "display": _of("flex", "block", "none", "grid", "inline-block"),
    "border": _filled("1px solid ~color~", "2px solid ~hex~", "1px dashed ~color~", "none"),
    "typescript": _of("string", "number", "boolean", "Date", "string[]", "number[]", "unknown",
                      "string | null"),
    "python": _of("str", "int", "float", "bool", "list[str]", "str | None", "dict[str, int]"),
    "sql": _of("INTEGER", "TEXT", "DATE", "BOOLEAN", "NUMERIC(10, 2)", "VARCHAR(50)", "TIMESTAMP",
               "VARCHAR(255)", "BIGINT"),
}  # fmt: skip


def _read_themes(table: str) -> tuple[Theme, ...]:
    themes = []
    for block in table.strip().split("\n\n"):
        nouns, names, keys = block.split("\n")
        singular, plural = nouns.split()
        fields = []
        for entry in keys.split():
            label, _, kind = entry.partition(":")
            key, _, spoken = label.partition("/")
            fields.append(Field(key, (spoken or key).replace("_", " "), kind))
        themes.append(Theme(singular, plural, tuple(names.split()), tuple(fields)))
    return tuple(themes)


THEMES = _read_themes("""
day hours
monday tuesday wednesday thursday friday saturday sunday
open/opening_time:clock close/closing_time:clock staff:small lunch/lunch_break:clock

room rooms
alder birch cedar maple studio hall library attic
floor:small seats:count projector:flag phone:phone owner:person

service services
api web worker cache queue database mailer search
image:image replicas:small memory:memory port:port restart:flag

server servers
alpha beta gamma staging production backup mirror
host:host port:port region:city active:flag level/log_level:level

product products
teapot mug lamp umbrella backpack notebook blanket kettle scarf
price:price stock:count color/colour:word weight:small sale/sale_flag:flag

member members
anna ben carla david elif fatima george hana ivan
age:count city:city email:email role:word joined/joining_date:date

course courses
painting yoga spanish pottery chess guitar cooking first_aid
teacher:person room:small price:price start/starting_time:clock seats/number_of_seats:count

train trains
north_line airport harbor night_express valley coast
departure/departure_time:clock platform:small destination:city delay:small

recipe recipes
pancakes soup lasagna salad curry brownies stew
serves/number_of_servings:small minutes:count author:person vegan:flag

plant plants
fern cactus orchid basil ivy bonsai mint
water/watering_interval:small light:level height:count place:word

tour tours
harbor_walk old_town museum_night bike_ride castle
guide:person price:price start:clock meeting_point:word seats:small

environment environments
development testing staging production demo
url:host timeout:count debug/debug_mode:flag retries:small level/log_level:level

plan plans
free basic team business student
price:price users/number_of_users:count storage:memory support:flag

team teams
falcons rovers united comets sharks wanderers
coach:person points:count city:city founded/founding_date:date

book books
dune emma persuasion ulysses walden middlemarch
author:person pages/number_of_pages:count shelf:small lent:flag due/due_date:date

sensor sensors
kitchen cellar garage greenhouse balcony roof
interval:count unit:word alarm:flag limit:count

job jobs
lint test build deploy release docs
image:image timeout/time_limit:count retries:small branch:word

screen screens
home profile settings checkout search help
title:title icon:word visible/visibility:flag order:small

dish dishes
risotto goulash ramen tacos falafel paella
price:price spicy:flag calories:count allergens:word

account accounts
savings travel rent household holiday
owner:person balance:count currency:word closed:flag
""")
"""What a group is and several are, its names, its keys as key/spoken:kind."""

LISTS: dict[str, tuple[str, ...]] = {
    "ingredients": split_words("flour sugar butter eggs milk onions garlic tomatoes basil rice salt"
                               " carrots celery cream lemons honey"),
    "steps": ("Heat the oven.", "Chop the onions.", "Stir for two minutes.", "Add the stock.",
              "Let it rest.", "Serve warm.", "Mix everything well.", "Fry the garlic.",
              "Season with salt.", "Knead the dough.", "Bake for an hour."),
    "tags": STRING_WORDS, "guests": FIRST_NAMES, "cities": CITIES, "colors": COLORS,
    "topics": NOUNS, "members": FIRST_NAMES, "stops": CITIES, "keywords": STRING_WORDS,
    "features": NOUNS, "allowed": STRING_WORDS, "admins": FIRST_NAMES, "themes": COLORS,
    "tools": split_words("hammer saw drill pliers wrench chisel ruler pencil level sander clamp"),
    "packages": split_words("requests numpy flask pandas rich click httpx pytest scipy pillow"),
    "tasks": ("Call the plumber", "Water the plants", "Book the hall", "Send the invoices",
              "Clean the kitchen", "Order new chairs", "Print the flyers", "Buy stamps",
              "Test the microphones", "Write the report"),
    "rules": ("No shoes inside", "Close the windows at night", "Feed the cat", "Keep the door shut",
              "Wash your own cups", "No music after ten", "Return borrowed books",
              "Report broken lamps"),
    "extensions": split_words("py js ts css html md json yaml sql toml"),
    "languages": split_words("English German French Spanish Italian Dutch Polish Turkish Greek"),
    "instruments": split_words("violin viola cello flute oboe trumpet piano drums harp"),
}  # fmt: skip

SELECTORS = (
    "body", "nav", "nav a", "header", "footer", "main", "h1", "h2", "p", "a", "button", "table",
    ".card", ".card h2", ".badge", "#menu", ".menu li", "th", "a:hover", ".btn", ".btn-primary",
    "input", ".sidebar", ".hero", ".price", ".note", "ul", ".alert", "img", "button:hover", "label",
    ".footer a", "td", "form", ".title", ".container", "blockquote", ".active", "#logo", "section",
)  # fmt: skip
DECLARED = tuple(
    Field(key, spoken or key, kind)
    for key, spoken, kind in (
        ("color", "text color", "color"), ("background", "", "color"), ("padding", "", "size"),
        ("margin", "", "size"), ("font-size", "font size", "size"), ("width", "", "size"),
        ("border-radius", "corner radius", "size"), ("font-weight", "font weight", "weight"),
        ("text-align", "alignment", "align"), ("display", "", "display"), ("gap", "", "size"),
        ("border", "", "border"), ("height", "", "size"), ("margin-top", "top margin", "size"),
    )
)  # fmt: skip
