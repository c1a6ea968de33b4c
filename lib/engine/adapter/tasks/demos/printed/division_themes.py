"""Games of numbers that are replaced by words.

Invariant: a place in words fits one branch only, namely the one that its numbers reach.
"""

from __future__ import annotations

from math import gcd, prod

from lib.engine.adapter.tasks.demos.printed.cases import Case, Theme
from lib.engine.adapter.tasks.demos.printed.words import invent
from lib.engine.adapter.tasks.phrasing import Context
from lib.engine.adapter.tasks.words import split_words

_DIVISORS = (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 17)


def draw_division(context: Context) -> Theme:
    """Return a game of numbers that are replaced by words."""
    random = context.random
    numbers = random.sample(_DIVISORS, 3)
    if any(gcd(a, b) > 1 for a in numbers for b in numbers if a != b) or {3, 5} <= {*numbers}:
        return draw_division(context)
    words: dict[int, str] = {}
    while not words or any(a in words[j] for i, a in words.items() for j in words if i != j):
        words = {number: invent(context) for number in numbers}
    p, q, r = numbers
    shape = random.choice(
        (((p, q), (p,), (q,)),) * 4
        + (((p, q), (q,), (p,)),) * 3
        + (((p, q, r), (p,), (q,), (r,)), ((p, q), (p, r), (p,)), ((p, q), (r,), (p,), (q,)),
           ((p, q, r), (p, q), (p,), (r,)))
    )  # fmt: skip
    joint, style = random.choice(("", " ", " ", "-")), random.choice(("zero", "zero", "not"))
    is_product, name = context.chance(0.6), random.choice(split_words("n i x num number k value"))
    is_apart = len(shape) == 3 and len({*shape[0]}) == 2 and len(shape[1]) == 1 and not joint
    is_apart = is_apart and context.chance(0.4)
    cases = []
    for group in shape:
        label = joint.join(words[one] for one in group)
        terms = [prod(group)] if is_product else group
        test = " and ".join(
            f"not {name} % {one}" if style == "not" else f"{name} % {one} == 0" for one in terms
        )
        others = [one for one in shape[0] if one not in group]
        if is_apart and others:
            test = f"{name} % {group[0]} == 0 and {name} % {others[0]} != 0"
        places = _division_places(context, group, shape) if len(group) == 1 else ()
        cases.append(Case(label=label, test=test, key=str(prod(group)), places=places))
    if is_apart:
        random.shuffle(cases)
    return Theme(kind="division", cases=tuple(cases), name=name, counts=context.chance(0.8))


def _division_places(
    context: Context, group: tuple[int, ...], shape: tuple[tuple[int, ...], ...]
) -> tuple[str, ...]:
    (p,) = group
    both = [one for one in shape if p in one and len(one) > 1]
    found = [
        k for k in range(p, 12 * p, p) if next(one for one in shape if k % prod(one) == 0) == group
    ]
    places = [
        f"for multiples of {p}", f"for the multiples of {p}", f"if the number is divisible by {p}",
        f"when {p} divides the number", f"when a number can be divided by {p}",
        f"for all numbers of the {p} times table", f"when the number is a multiple of {p}",
        f"when dividing by {p} leaves no remainder",
    ]  # fmt: skip
    if both:
        q = next(one for one in both[0] if one != p)
        places += [
            f"for numbers that can be divided by {p} and not by {prod(both[0])}",
            f"when the number is a multiple of {p} but not of {prod(both[0])}",
        ]
        if len(both) == 1 and len(both[0]) == 2:
            places += [
                f"for numbers divisible by {p} but not by {q}",
                f"when {p} goes into the number and {q} does not",
            ]
    if len(found) > 1:
        one, two = sorted(context.random.sample(found, 2))
        places += [f"for numbers such as {one} or {two}", f"when the number is {one}"]
    return tuple(places)
