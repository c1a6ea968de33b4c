"""What queries and tables are about: two tables, one of which refers to the other.

Invariant: each row of the first table belongs to one of the second.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lib.engine.adapter.tasks.phrasing import Context

_THEMES = (
    "orders total status placed_on|open,paid,sent|customers customer name city|"
    "Lind,Baker,Okafor,Moreau,Ito|Oslo,Lyon,Porto,Graz",
    "loans days state due_on|out,late,back|books book title shelf|"
    "Emma,Dune,Ulysses,Persuasion,Middlemarch|north,south,attic,hall",
    "visits minutes mood started_on|calm,busy,loud|rooms room label wing|"
    "Atlas,Birch,Cedar,Delta,Ember|east,west,annex,tower",
    "payments amount method paid_on|card,cash,bank|invoices invoice code region|"
    "A-17,B-20,C-31,D-44,E-58|nordic,alpine,coastal,central",
    "grades points subject given_on|maths,art,music|pupils pupil nickname class_name|"
    "Mia,Tom,Aisha,Jonas,Lena|3a,3b,4a,4c",
    "shipments weight carrier left_on|rail,road,air|depots depot name country|"
    "Kiel,Nantes,Turin,Ghent,Malmo|DE,FR,IT,BE",
    "reviews stars source written_on|app,web,mail|films film title genre|"
    "Solaris,Amelie,Fargo,Alien,Heat|drama,comedy,crime,fantasy",
    "bookings nights channel arrives_on|phone,site,agent|hotels hotel name town|"
    "Seeblick,Aurora,Bellevue,Krone,Astoria|Bern,Linz,Como,Nice",
    "readings level unit taken_on|bar,volt,lux|sensors sensor serial site|"
    "S-11,S-24,S-37,S-42,S-53|roof,cellar,yard,garage",
    "tickets priority queue opened_on|sales,tech,legal|agents agent name team|"
    "Nora,Felix,Priya,Marek,Yuki|red,blue,gold,gray",
)  # fmt: skip
NUMBERS = (3, 5, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 100, 200, 250)
ORDINALS = ("first", "second")


@dataclass(frozen=True, slots=True)
class Theme:
    """Two tables: each row of `table` belongs to one of `parent`."""

    table: str
    number: str
    text: str
    date: str
    texts: tuple[str, ...]
    parent: str
    one: str
    name: str
    detail: str
    names: tuple[str, ...]
    details: tuple[str, ...]
    is_low: bool

    def case(self, sql: str) -> str:
        """Return the SQL with its keywords in the case of this text; quoted values stay."""
        if not self.is_low:
            return sql
        parts = re.split(r"('[^']*')", sql)
        return "".join(part if part[:1] == "'" else part.lower() for part in parts)


def draw_theme(context: Context) -> Theme:
    """Return a theme; in some, the keywords are in lower case."""
    main, texts, parent, names, details = context.random.choice(_THEMES).split("|")
    table, number, text, date = main.split()
    other, one, name, detail = parent.split()
    return Theme(
        table,
        number,
        text,
        date,
        tuple(texts.split(",")),
        other,
        one,
        name,
        detail,
        tuple(names.split(",")),
        tuple(details.split(",")),
        context.chance(0.25),
    )
