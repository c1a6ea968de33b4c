"""Whether each parameter is in its range. Invariant: NaN and infinity are in none."""

from __future__ import annotations

from collections.abc import Iterator

from lib.catalog import find_capabilities, find_model_facts
from lib.domain import RunSettings
from lib.request.prediction_checks import check_api_version
from lib.request.problem import Problem

MIN_INT64, MAX_INT64 = -(2**63), 2**63 - 1
MAX_ANSWERS = 128
MAX_STOPS = 4

# Field, its name in a sentence, smallest and largest value, what to do.
_RANGES = (
    ("temperature", "temperature", 0, 2, "Use 0 for an edit."),
    ("top_p", "top_p", 0, 1, "Use 1, or switch it off."),
    ("presence_penalty", "presence penalty", -2, 2, "Use 0, or switch it off."),
    ("frequency_penalty", "frequency penalty", -2, 2, "Use 0, or switch it off."),
)
_LIMITS = {"max_tokens": "Max tokens", "max_completion_tokens": "Max completion tokens"}


def check_parameters(
    settings: RunSettings, max_output_tokens: int | None, api_version: str | None
) -> Iterator[Problem]:
    """Yield every parameter that no server would take, or that this host does not allow."""
    yield from _check_seed(settings, api_version)
    for name, words, low, high, fix in _RANGES:
        value: float | None = getattr(settings, name)
        # Written so that NaN is refused as well.
        if value is not None and not low <= value <= high:
            message = f"The {words} is {value}, but must be between {low} and {high}."
            yield Problem(field=name, message=message, fix=fix)
    for name in _LIMITS:
        yield from _check_limit(name, getattr(settings, name), max_output_tokens)
    yield from _check_limit_names(settings)
    yield from _check_answers(settings.n)
    yield from _check_stops(settings.stop)


def _check_seed(settings: RunSettings, api_version: str | None) -> Iterator[Problem]:
    seed = settings.seed
    if seed is None:
        return
    if not (_is_integer(seed) and MIN_INT64 <= seed <= MAX_INT64):
        yield Problem(
            field="seed",
            message=f"The seed is {seed!r}, but must be a whole number of at most 64 bits.",
            fix="Use a number such as 7.",
        )
    yield from check_api_version(settings, "seed", api_version, blocking=False)
    capabilities = find_capabilities(settings.provider)
    if capabilities is not None and capabilities.takes_seed is False:
        yield Problem(
            field="seed",
            message="This provider takes no seed.",
            fix="Switch the seed off.",
            blocking=False,
        )


def _check_limit(name: str, limit: object, max_output_tokens: int | None) -> Iterator[Problem]:
    if limit is None:
        return
    words = _LIMITS[name]
    if not isinstance(limit, int) or isinstance(limit, bool) or limit < 1:
        yield Problem(
            field=name,
            message=f"{words} is {limit!r}, but must be a whole number of at least 1.",
            fix="Leave it empty to send no limit.",
        )
    elif max_output_tokens is not None and limit > max_output_tokens:
        yield Problem(
            field=name,
            message=f"{words} is {limit}, but this host allows {max_output_tokens}.",
            fix=f"Use {max_output_tokens} or less, or leave it empty.",
        )


def _check_limit_names(settings: RunSettings) -> Iterator[Problem]:
    sent = [name for name in _LIMITS if getattr(settings, name) is not None]
    if len(sent) == 2:
        yield Problem(
            field="max_completion_tokens",
            message="The limit is sent twice, as max_tokens and as max_completion_tokens.",
            fix="Send one of them.",
        )
        return
    facts = find_model_facts(settings.provider, settings.model)
    if facts is not None and sent and sent[0] != facts.limit_parameter == "max_completion_tokens":
        yield Problem(
            field=sent[0],
            message=f"{settings.model} is known to want the limit as {facts.limit_parameter}.",
            fix="Choose that name under Advanced.",
            blocking=False,
        )


def _check_answers(n: object) -> Iterator[Problem]:
    if n is None:
        return
    if not isinstance(n, int) or isinstance(n, bool) or not 1 <= n <= MAX_ANSWERS:
        yield Problem(
            field="n",
            message=f"The number of answers is {n!r}, but must be 1 to {MAX_ANSWERS}.",
            fix="Use 1: only the first answer is shown.",
        )
    elif n > 1:
        yield Problem(
            field="n",
            message=f"{n} answers are asked for and billed, but only the first is shown.",
            fix="Use 1, unless you want to see what the server makes of it.",
            blocking=False,
        )


def _check_stops(stops: tuple[str, ...]) -> Iterator[Problem]:
    if len(stops) > MAX_STOPS:
        yield Problem(
            field="stop",
            message=f"There are {len(stops)} stop texts, but at most {MAX_STOPS} can be sent.",
            fix="Remove some.",
        )
    if not all(stops):
        yield Problem(field="stop", message="A stop text is empty.", fix="Remove it.")


def _is_integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
