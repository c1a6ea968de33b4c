"""What the lists of small servers hold.

Invariant: values only.
"""

from __future__ import annotations

THEMES = (
    ("note", "text", "buy milk", "call grandma"), ("book", "title", "Emma", "Dune"),
    ("task", "title", "water plants", "sweep yard"), ("bike", "model", "Comet", "Swift"),
    ("recipe", "name", "leek soup", "rye bread"), ("song", "title", "Blue Rain", "Harbor"),
    ("trip", "city", "Lisbon", "Oslo"), ("plant", "name", "fern", "cactus"),
    ("order", "dish", "ramen", "risotto"), ("ticket", "seat", "A4", "C12"),
    ("movie", "title", "Night Train", "The Well"), ("room", "label", "attic", "studio"),
    ("quote", "text", "less is more", "carpe diem"), ("boat", "name", "Pearl", "Gull"),
    ("parcel", "label", "PX-11", "PX-12"), ("guest", "name", "Ivo", "Marta"),
    ("course", "title", "Pottery", "Latin"), ("tool", "name", "hammer", "saw"),
    ("dog", "name", "Rex", "Bella"), ("score", "player", "Nina", "Jonas"),
    ("link", "url", "example.org", "example.net"), ("color", "hex", "ff8800", "0044aa"),
    ("cheese", "kind", "gouda", "brie"), ("stamp", "country", "Peru", "Malta"),
    ("poem", "title", "Dusk", "The Mill"), ("sensor", "place", "cellar", "roof"),
    ("wish", "text", "a kite", "a drum"), ("train", "line", "S3", "RE7"),
    ("puzzle", "level", "easy", "expert"), ("shift", "day", "Monday", "Friday"),
)  # fmt: skip
"""A thing, its field, and two values of that field."""
