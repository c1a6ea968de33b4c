"""A function becomes async or sync, or one of its calls is awaited.

Invariant: only the told function changes; the others are often async, too, and have like calls.
"""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from lib.engine.adapter.tasks.phrasing import Context, Phrases
from lib.engine.adapter.tasks.scripts.function_patterns import CALLING, PLAIN, SHORT
from lib.engine.adapter.tasks.scripts.functions import Function, as_async, draw_state, name_function
from lib.engine.adapter.tasks.scripts.programs import draw_functions, draw_script
from lib.engine.adapter.tasks.scripts.telling import joined, make_edit, say
from lib.engine.adapter.tasks.scripts.writing import Style
from lib.engine.adapter.tasks.texts import Edit

_ADD_ASYNC = Phrases(
    "make {place} async{promise}",
    "add the async keyword to {place}{promise}",
    "{place} should be async{promise}",
    "add `async` to {place}{promise}",
    "declare {place} as async{promise}",
    "put async in front of {place}{promise}",
    "mark {place} as async{promise}",
    "turn {place} into an async {thing}{promise}",
    "We forgot the async on {place}, add it{promise}.",
    "{place} must be async{promise}",
    "the async is missing on {place}, add it{promise}",
    "{place} is not async yet, change that{promise}",
    "define {place} with async{promise}",
    casual=(
        "{place}: async please{promise}.",
        "Why isn't {place} async yet? Change that{promise}.",
        "Callers expect a promise from {place}, so make that async{promise}.",
        "One keyword is missing on {place}, so add async{promise}.",
        "Can {place} be async{promise}?",
        "It is time to make {place} async{promise}.",
        "There is no async on {place}, put it there{promise}.",
    ),
)
_ASYNC_AND_AWAIT = Phrases(
    "make {place} async and await {calls}{promise}",
    "turn {place} into an async {thing} that awaits {calls}{promise}",
    "make {place} asynchronous: add async and put await before {calls}{promise}",
    "{place} should be async and await {calls}{promise}",
    "convert {place} to async/await, awaiting {calls}{promise}",
    "use async/await in {place}: await {calls}{promise}",
    "add async to {place} and await to {calls}{promise}",
    "let {place} wait for {calls} with await, so make it async{promise}",
    "in {place}, await {calls} and make the {thing} async{promise}",
    "{place} has to become async and await {calls}{promise}",
    "We need {place} to be async and to await {calls}{promise}.",
    casual=(
        "{place} does not wait for {calls}, so make it async and do that{promise}.",
        "Nothing waits for {calls} in {place}, so async there and await{promise}.",
        "Soon there will be promises: {place} has to be async and await {calls}{promise}.",
        "Can {place} be async and await {calls}{promise}?",
        "async/await for {place}: await {calls}{promise}.",
        "We get promises, not values: {place} needs async, with await on {calls}{promise}.",
        "I want {place} async, with {calls} awaited{promise}.",
    ),
)
_ADD_AWAIT = Phrases(
    "add await to {calls} in {place}",
    "in {place}, await {calls}",
    "put await in front of {calls} in {place}",
    "the await is missing before {calls} in {place}, add it",
    "add the missing await for {calls} in {place}",
    "await {calls} in {place}",
    "{place} must await {calls}",
    "We forgot to await {calls} in {place}, fix that.",
    "let {place} await {calls}",
    "insert an await before {calls} in {place}",
    "{place} should wait for {calls}, add the await",
    casual=(
        "{place} runs on before {calls} is done, there is no await.",
        "Where is the await for {calls} in {place}? Put it in.",
        "We get a promise instead of a value from {calls} in {place}, so await that.",
        "{place}: await {calls}.",
        "No await on {calls} in {place}? That can't be right.",
        "{calls} in {place} needs an await.",
        "Somebody lost the await for {calls} in {place}.",
    ),
)
_DROP_ASYNC = Phrases(
    "remove async and await from {place}{promise}",
    "make {place} synchronous, without async and await{promise}",
    "{place} should not be async any more, so remove async and await there{promise}",
    "take async and every await out of {place}{promise}",
    "turn {place} back into a synchronous {thing}{promise}",
    "drop the async of {place} and its awaits{promise}",
    "We no longer need async in {place}, remove it together with the awaits{promise}.",
    "get rid of async/await in {place}{promise}",
    "strip async and await from {place}{promise}",
    "{place} must be synchronous, with no async and no await{promise}",
    casual=(
        "Nothing in {place} is asynchronous any more, so drop async and await there{promise}.",
        "{place}: out with async and await{promise}.",
        "Why is {place} async at all? Take async and await out{promise}.",
        "{place} can be a plain synchronous {thing}, without async and await{promise}.",
        "I would be happier if you made {place} synchronous, without any await{promise}.",
        "The library is synchronous now, so async and the awaits in {place} can go{promise}.",
        "Can we lose async and await in {place}{promise}?",
    ),
)
_OPS = {
    "async": ("make async", _ADD_ASYNC),
    "both": ("make async", _ASYNC_AND_AWAIT),
    "await": ("add await", _ADD_AWAIT),
    "drop": ("remove async", _DROP_ASYNC),
}
"""Of each operation its kind, and how it is asked for."""


def edit_async(context: Context) -> Edit | None:
    """Make one function async, or sync; or await one call."""
    random, is_typed = context.random, context.chance(0.5)
    op = random.choice(("async", "async", "both", "both", "both", "await", "await", "drop"))
    with_result, style = context.chance(0.6), Style.draw(random)
    patterns = PLAIN if op == "async" and context.chance(0.3) else CALLING
    functions = draw_functions(context, patterns, CALLING + PLAIN + SHORT, is_typed=is_typed)
    if not with_result:
        functions = [replace(function, result="") for function in functions]
    told = functions[0]
    missing = _draw_missing(random, told, op)
    awaited = tuple(number for number in told.numbers if number not in missing)
    before = as_async(told, awaited=awaited, is_async=op in ("await", "drop"))
    twins = [draw_state(context, one, op) for one in functions[1:]]
    script, index = draw_script(context, before, twins)
    calls = [told.calls[number].partition("(")[0] for number in missing]
    if any(re.sub(r"[«»]", "", told.body).count(f"{call}(") != 1 for call in calls):
        return None
    before = script.functions[index]
    after = told if op == "drop" else as_async(told, awaited=told.numbers, is_async=True)
    after = replace(after, form=before.form, is_exported=before.is_exported)
    promise = _say_type(context, after.result) if told.result else ""
    kind, phrases = _OPS[op]
    request = say(
        context,
        phrases,
        place=name_function(context, before),
        thing="method" if before.form == "method" else "function",
        calls=_say_calls(context, calls or [""]),
        promise=promise,
    )
    source, answer = (
        style.apply(one.write()) for one in (script, script.with_function(index, after))
    )
    return make_edit(context, kind, request, source, answer, is_typed=is_typed)


def _draw_missing(random: Random, function: Function, op: str) -> tuple[int, ...]:
    """Return which of the calls have no await yet."""
    if op == "both":
        return function.numbers
    return (random.choice(function.numbers),) if op == "await" else ()


def _say_calls(context: Context, calls: list[str]) -> str:
    kind = context.random.randrange(4)
    if kind == 0:
        return joined([f"the call to `{call}`" for call in calls])
    if kind == 1:
        return joined([f"the {call} call" for call in calls])
    if kind == 2:
        return joined([f"`{call}(...)`" for call in calls])
    return joined([context.coded(call) for call in calls])


def _say_type(context: Context, result: str) -> str:
    return context.random.choice(
        (f", with the return type `{result}`", f", and change the return type to `{result}`",
         f" (return type `{result}`)", f", return type {result}",
         f" and let it return `{result}`")
    )  # fmt: skip
