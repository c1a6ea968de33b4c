"""Tables of a database: their columns, and what their rows hold.

Invariant: data only; no two columns of a table have one name.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its text column, its date and number columns, and the values of its state."""

    name: str
    text: str
    dates: str
    numbers: str
    state: str
    states: tuple[str, ...]
    names: tuple[str, ...]


TABLES = tuple(
    Table(name, text, dates, numbers, state, tuple(states.split()), tuple(names.split("; ")))
    for name, text, dates, numbers, state, states, names in (
        ("orders", "customer", "created_at", "total", "status", "open paid shipped cancelled",
         "Berg; Bergmann; Costa; Diaz; Nowak"),
        ("products", "name", "added_on", "price", "category", "garden kitchen office toys",
         "Lamp; Desk lamp; Chair; Vase; Rug"),
        ("bookings", "guest", "arrival", "nights", "room_type", "single double suite family",
         "Adler; Ahmed; Baker; Blake; Clarke"),
        ("employees", "surname", "hired_on", "salary", "office", "north south east west",
         "Carter; Cohen; Dahl; Davies; Evans"),
        ("departments", "title", "founded", "headcount", "site", "harbor center airport campus",
         "Sales; Presales; Support; Legal; Design"),
        ("books", "title", "published", "pages", "genre", "crime poetry travel history",
         "Iron Winter; Salt; Night Trains; Paper Birds; Salt Road"),
        ("invoices", "client", "due_on", "amount", "state", "draft sent settled overdue",
         "Acme; Acme North; Orbit; Lumen; Vertex"),
        ("tickets", "subject", "opened_at", "priority", "status", "new waiting solved closed",
         "Login; Login page; Export; Printer; Search"),
        ("films", "title", "released", "minutes", "language", "english french german danish",
         "Harbor; Old Harbor; The Ridge; Storm; Plum"),
        ("members", "surname", "joined_on", "visits", "plan", "basic family student gold",
         "Frank; Garcia; Haas; Hansen; Ito"),
        ("courses", "title", "starts_on", "seats", "level", "beginner medium advanced expert",
         "Yoga; Yoga plus; Piano; Drawing; Judo"),
        ("trips", "city", "departs_on", "distance", "vehicle", "bus train ship plane",
         "Bern; Berlin; Lyon; Oslo; Turin"),
    )
)  # fmt: skip
