"""Draws ladders, and numbers for new steps of them.

Invariant: the numbers of a ladder rise or fall, unless each result belongs to one number.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.functions.ladder_forms import Ladder
from lib.engine.adapter.tasks.phrasing import Context

_LADDERS: tuple[tuple[str, str, str, str, str, str], ...] = (
    ("grade", "score", ">=", "90 A, 80 B, 70 C, 60 D", "F", "E, A+, B-"),
    ("exam result", "points", ">=", "85 distinction, 65 merit, 50 passed", "failed",
     "resit, excellent, good"),
    ("age group", "age", "<", "3 baby, 13 child, 20 teen, 65 adult", "senior",
     "toddler, kid, young adult"),
    ("ticket price", "age", "<", "6 0, 14 5, 26 8, 65 12", "9", "4, 6, 10"),
    ("weather", "temperature", "<", "0 freezing, 10 cold, 18 mild, 26 warm", "hot",
     "chilly, cool, pleasant"),
    ("discount", "total", ">=", "500 0.2, 200 0.1, 100 0.05", "0", "0.15, 0.12, 0.08"),
    ("parcel rate", "weight", "<=", "1 3.9, 5 5.9, 10 8.5, 20 14", "25", "4.5, 7.2, 11"),
    ("stock level", "stock", ">", "100 plenty, 20 in stock, 5 low", "sold out",
     "almost gone, medium, on order"),
    ("battery state", "charge", "<", "5 critical, 20 low, 80 ok", "full", "empty, medium, good"),
    ("speed rating", "speed", ">", "130 dangerous, 100 fast, 50 normal", "slow",
     "reckless, moderate, too fast"),
    ("bonus", "years", ">=", "20 3000, 10 1500, 5 800, 2 300", "0", "1000, 500, 2000"),
    ("latency label", "latency", "<", "50 excellent, 150 good, 400 fair", "poor",
     "great, acceptable, usable"),
    ("wind scale", "wind", "<", "6 calm, 20 breeze, 62 wind, 118 storm", "hurricane",
     "gale, light air, strong wind"),
    ("membership", "points", ">=", "5000 platinum, 2000 gold, 500 silver", "bronze",
     "diamond, basic, member"),
    ("password strength", "length", "<", "6 weak, 10 medium, 16 strong", "very strong",
     "short, fair, safe"),
    ("shirt size", "chest", "<", "88 S, 96 M, 104 L, 112 XL", "XXL", "XS, slim, wide"),
    ("status text", "code", "==", "200 ok, 301 moved, 404 not found, 500 server error", "unknown",
     "gone, teapot, redirect"),
    ("country", "prefix", "==", "1 USA, 33 France, 44 UK, 49 Germany", "unknown",
     "Canada, Great Britain, Spain"),
    ("season", "quarter", "==", "1 winter, 2 spring, 3 summer, 4 autumn", "invalid",
     "fall, dry season, harvest"),
    ("medal", "place", "==", "1 gold, 2 silver, 3 bronze", "none", "tin, winner, second"),
    ("priority name", "level", "==", "1 urgent, 2 high, 3 normal, 4 low", "none",
     "critical, medium, minor"),
    ("air quality", "index", "<=", "50 good, 100 moderate, 150 unhealthy", "hazardous",
     "clean, fair, bad"),
)  # fmt: skip
"""(what, variable, comparison, steps, result otherwise, other results)."""


def draw_ladder(context: Context, language: str) -> tuple[Ladder, list[str]]:
    """Return a ladder of three or four steps, and results that none of them has."""
    random = context.random
    what, variable, comparison, steps, otherwise, more = random.choice(_LADDERS)
    pairs = [step.split(" ", 1) for step in steps.split(", ")]
    numbers = [int(number) for number, _ in pairs]
    step = 5 if all(number % 5 == 0 for number in numbers) else 1
    shift = 0 if comparison == "==" else step * random.randrange(3) * (max(numbers) < 150)
    rows = [(str(int(number) + shift), result) for number, result in pairs]
    if len(rows) > 3 and context.chance(0.4):
        rows.pop(random.randrange(len(rows)))
    mark = random.choice('""\'')
    form = random.choice(_forms(language, is_equal=comparison == "=="))
    return Ladder(what, variable, comparison, tuple(rows), otherwise, form, mark), more.split(", ")


def _forms(language: str, *, is_equal: bool) -> tuple[str, ...]:
    if language == "python":
        most = ("elif", "guards", "prints")
        return (*most, "dict", "match", "match", "dict") if is_equal else (*most, "table", "dict")
    return ("script", "script guards", *(("switch", "switch") if is_equal else ()))


def draw_number(context: Context, ladder: Ladder, place: int, *, is_new: bool) -> str | None:
    """Return a number that keeps the order at this place of the rows; None without room."""
    numbers = [int(number) for number, _ in ladder.rows]
    if ladder.is_equal:
        spare = [n for n in range(1, max(numbers) + 9) if n not in numbers]
        return str(context.random.choice(spare[-12:]))
    low, high = _neighbours(numbers, place, place if is_new else place + 1)
    spare = [n for n in range(max(low, 0) + 1, high) if n not in numbers]
    if not spare:
        return None
    # Round steps where there is room for them: 2000 rather than 1926.
    steps = [step for step in (500, 100, 50, 10, 5) if len(_multiples(spare, step)) >= 2]
    step = steps[0] if steps and (high > 150 or context.chance(0.8)) else 1
    return str(context.random.choice(_multiples(spare, step)))


def _neighbours(numbers: list[int], place: int, next_place: int) -> tuple[int, int]:
    """Return the numbers that one at this place lies between, the lower one first."""
    reach = 2 * max(3, abs(numbers[0] - numbers[-1]) // 4)
    reach = -reach if numbers[0] > numbers[-1] else reach
    if next_place == len(numbers):
        before = numbers[place - 1]
        after = before + reach
    else:
        after = numbers[next_place]
        before = numbers[place - 1] if place > 0 else after - reach
    return min(before, after), max(before, after)


def _multiples(numbers: list[int], step: int) -> list[int]:
    return [number for number in numbers if number % step == 0]
