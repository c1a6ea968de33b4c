"""Draws the facts of a text: dates, times, prices, people.

Invariant: all dates, times, prices, people and percentages of one text are written in one way.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from lib.engine.adapter.tasks.slots import Slots
from lib.engine.adapter.tasks.words import FIRST_NAMES, LAST_NAMES, MONTHS, WEEKDAYS


class Values:
    """Draws facts of one text.

    Many numbers of one text are the same few, so that the told value stands beside others like it.
    """

    def __init__(self, random: Random) -> None:
        self.random = random
        self._numbers = random.sample(range(3, 29), 4)
        self._date, self._time, self._price = (random.randrange(n) for n in (5, 3, 5))
        self._percent = random.choice(("%", "%", " percent"))
        self._person = random.randrange(3)
        self._year = random.randrange(2024, 2029)

    def draw(self, kind: str) -> str:
        """Return a value of this kind."""
        return _DRAWS[kind](self)

    def number(self) -> int:
        """Return a small number, often one that the text has already."""
        is_known = self.random.random() < 0.5
        return self.random.choice(self._numbers) if is_known else self.random.randrange(3, 29)

    def date(self) -> str:
        """Return a date."""
        day, month = self.number(), self.random.choice(MONTHS)
        year = self._year
        return (
            f"{day} {month}", f"{month} {day}", f"{day} {month} {year}",
            f"{self.random.choice(WEEKDAYS)}, {day} {month}",
            f"{year}-{MONTHS.index(month) + 1:02}-{day:02}",
        )[self._date]  # fmt: skip

    def time(self) -> str:
        """Return a time."""
        hour, minute = self.number() % 12 + 7, self.random.choice(("00", "15", "30", "45"))
        if self._time == 0:
            return f"{hour}:{minute}"
        half, hour = "am" if hour < 12 else "pm", (hour - 1) % 12 + 1
        return f"{hour} {half}" if self._time == 1 else f"{hour}:{minute} {half}"

    def price(self) -> str:
        """Return a price."""
        whole, cents = self.number(), self.random.choice(("50", "90", "20"))
        return (
            f"${whole}", f"${whole}.{cents}", f"{whole} euros", f"€{whole}", f"£{whole}.{cents}",
        )[self._price]  # fmt: skip

    def person(self) -> str:
        """Return a person."""
        first, last = self.random.choice(FIRST_NAMES), self.random.choice(LAST_NAMES)
        return (f"{first} {last}", first, f"Dr. {last}")[self._person]

    def percent(self) -> str:
        """Return a percentage."""
        return f"{self.number()}{self._percent}"

    def room(self) -> str:
        """Return a room."""
        number = self.number()
        return self.random.choice(
            (f"Room {number}", f"Room {number}0{self.random.randrange(1, 9)}", f"Hall {number}")
        )

    def phone(self) -> str:
        """Return a phone number."""
        random = self.random
        return f"{random.randrange(200, 999)} {random.randrange(1000, 9999)}"


_DRAWS: dict[str, Callable[[Values], str]] = {
    "date": Values.date,
    "time": Values.time,
    "price": Values.price,
    "person": Values.person,
    "room": Values.room,
    "phone": Values.phone,
    "count": lambda values: str(values.number()),
    "percent": Values.percent,
    "day": lambda values: values.random.choice(WEEKDAYS),
    "email": lambda values: Slots(values.random).value("email"),
}
