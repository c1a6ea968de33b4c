"""What the entries of a list can be about.

Invariant: no two entries of a theme have the same name, and a fact leaves one field only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

Value = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Field:
    """A key, how its value is said of an entry, and its values."""

    key: str
    fact: str
    values: Sequence[Value]

    @property
    def label(self) -> str:
        """The key in words."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", self.key).replace("_", " ").lower()


@dataclass(frozen=True, slots=True)
class Theme:
    """What entries of one list are. `gone` are clauses from which follows that one goes."""

    noun: str
    items: str
    key: str
    names: tuple[str, ...]
    fields: tuple[Field, ...]
    gone: tuple[str, ...]


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split("; "))


_PRICES = tuple(n / 2 for n in range(3, 90, 2))
_TIMES = tuple(f"{hour}:{minute}" for hour in range(7, 22) for minute in ("00", "15", "30", "45"))
_DATES = tuple(f"2025-{month:02}-{day:02}" for month in range(1, 13) for day in (3, 9, 14, 21, 27))
_PEOPLE = _names(
    "Lena; Elena; Helena; Anna; Hanna; Tom; Tomas; Ben; Benno; Kai; Kaia; Mara; Tamara; Leo; Leon; "
    "Nora; Eleonora; Finn; Marie; Rosemarie; Jan; Jana; Emil; Emilia; Yusuf; Priya; Olga; Viktor"
)
THEMES = (
    Theme("student", "students", "name", _PEOPLE,
          (Field("group", "group {}", "ABCDE"), Field("points", "{} points", range(3, 60)),
           Field("mentor", "the mentor {}", _names("Ms Adler; Mr Cruz; Dr Brandt; Ms Okafor"))),
          ("{} has left the course", "{} moved to another school", "{} dropped out",
           "{} is no longer enrolled")),
    Theme("opening time", "hours", "day",
          _names("Monday; Tuesday; Wednesday; Thursday; Friday; Saturday; Sunday"),
          (Field("opens", "the opening time {}", tuple(f"{h}:{m}" for h in range(6, 12)
                                                      for m in ("00", "30"))),
           Field("closes", "the closing time {}", tuple(f"{h}:{m}" for h in range(15, 23)
                                                       for m in ("00", "30"))),
           Field("staff", "a staff of {}", range(2, 12))),
          ("we are closed on {}s now", "from now on we do not open on {}s",
           "{}s are free from next week on", "nobody works on {}s any more")),
    Theme("dish", "menu", "dish",
          _names("Tomato soup; Potato soup; Fish pie; Fish cakes; Onion tart; Lemon tart; Ramen; "
                 "Green curry; Red curry; Lasagne; Goulash; Pancakes; Risotto; Caesar salad"),
          (Field("price", "a price of {}", _PRICES), Field("calories", "{} calories",
                                                           range(180, 900, 10)),
           Field("course", "the course {}", _names("starter; main; dessert; side"))),
          ("{} is off the menu", "we do not cook {} any more", "our kitchen gave up on {}",
           "nobody orders {}, we stop serving it")),
    Theme("server", "servers", "host",
          _names("web-1; web-2; web-12; db-main; db-replica; cache-1; cache-2; mail; mail-relay; "
                 "build-a; build-b; proxy; backup; metrics; search-1"),
          (Field("region", "the region {}", _names("north; south; east; west; central")),
           Field("cpus", "{} CPUs", (2, 4, 6, 8, 12, 16, 24, 32)),
           Field("role", "the role {}", _names("frontend; storage; worker; gateway; spare"))),
          ("the server {} has been shut down", "the machine {} was scrapped last night",
           "the host {} does not exist any more",
           "we decommissioned {}")),
    Theme("book", "books", "title",
          _names("The Long River; The Long Road; Salt and Iron; Iron Winter; A Quiet House; "
                 "The Quiet Sea; Night Trains; Paper Birds; Paper Boats; Seven Hills; Cold Harbor"),
          (Field("year", "the year {}", range(1961, 2025)),
           Field("pages", "{} pages", range(90, 700)),
           Field("shelf", "shelf {}", ("A1", "A2", "B4", "C3", "D7", "E2"))),
          ("{} was lost", "someone never returned {}", "{} has been sold",
           "we gave {} away")),
    Theme("room", "rooms", "room",
          _names("Oak; Oakwood; Birch; Maple; Cedar; Pine; Pineapple; Willow; Elm; Ash; Hazel"),
          (Field("seats", "{} seats", range(4, 60)), Field("floor", "floor {}", range(1, 9)),
           Field("beamer", "the beamer {}", _names("Epson; BenQ; Sony; Acer"))),
          ("{} is being turned into storage", "{} can't be booked any more",
           "we no longer rent {}", "{} has become a private office")),
    Theme("player", "players", "player", _PEOPLE,
          (Field("number", "the number {}", range(1, 99)),
           Field("position", "the position {}", _names("goal; defense; midfield; attack")),
           Field("goals", "{} goals", range(30))),
          ("{} left the club", "{} plays for another team now", "{} retired in spring",
           "{} is out of the squad")),
    Theme("product", "products", "name",
          _names("Desk lamp; Floor lamp; Desk mat; Office chair; Arm chair; Bookend; Bookcase; "
                 "Paper tray; Tea tray; Pen holder; Cup holder; Wall clock; Alarm clock"),
          (Field("price", "a price of {}", _PRICES), Field("stock", "a stock of {}", range(2, 400)),
           Field("color", "the color {}", _names("black; white; oak; grey; navy; red"))),
          ("{} is sold out for good", "{} has been discontinued", "we do not sell {} any more",
           "the supplier stopped making {}")),
    Theme("connection", "departures", "to",
          _names("Bern; Berlin; Basel; Lyon; London; Vienna; Venice; Milan; Turin; Trieste"),
          (Field("platform", "platform {}", range(1, 18)),
           Field("leaves", "the departure time {}", _TIMES),
           Field("carriages", "{} carriages", range(3, 14))),
          ("there is no train to {} any more", "the service to {} was given up",
           "nobody can travel to {} directly now", "the line to {} is closed")),
    Theme("event", "events", "event",
          _names("Jazz night; Jazz brunch; Book club; Chess club; Spring fair; Winter fair; "
                 "Open day; Open stage; Quiz night; Flea market; Film night; Poetry slam"),
          (Field("date", "the date {}", _DATES), Field("guests", "{} guests", range(10, 300)),
           Field("place", "the place {}", _names("Main hall; Garden; Library; Gym; Cafe"))),
          ("{} was cancelled", "{} will not take place", "nobody can host {} this year",
           "we had to call off {}")),
    Theme("plant", "plants", "plant",
          _names("Basil; Thai basil; Mint; Peppermint; Rose; Primrose; Fern; Aloe; Ivy; Sage; "
                 "Bamboo; Cactus; Lavender; Thyme"),
          (Field("water_days", "{} as water days", range(1, 21)),
           Field("spot", "the spot {}", _names("kitchen; balcony; hallway; window; bath")),
           Field("height_cm", "a height of {} cm", range(5, 200))),
          ("{} did not survive the winter", "I gave {} to my neighbor", "{} has withered",
           "{} is dead, sadly")),
    Theme("pet", "patients", "pet",
          _names("Bello; Bella; Isabella; Rex; Max; Maxi; Luna; Lu; Oscar; Momo; Mo; Kitty; Simba"),
          (Field("weight_kg", "a weight of {} kg", range(1, 40)),
           Field("owner", "the owner {}", _names("Berg; Costa; Diaz; Nowak; Baker; Blake")),
           Field("cage", "cage {}", range(1, 30))),
          ("{} was picked up this morning", "{} is healthy and went home",
           "{} changed to another vet", "{} is not our patient any more")),
)  # fmt: skip
