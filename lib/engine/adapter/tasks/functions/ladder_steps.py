"""One step of a ladder moves, gets another result, comes or goes.

Invariant: a change returns new rows of the same ladder that differ in one step, in its order.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.functions.ladder_drawing import draw_number
from lib.engine.adapter.tasks.functions.ladder_forms import Ladder
from lib.engine.adapter.tasks.functions.telling import name_function, quote, quote_code
from lib.engine.adapter.tasks.phrasing import Context, Phrases

StepChange = tuple[str, str, tuple[tuple[str, str], ...]] | None
"""The kind, the request, and the rows after it; None where there is no room."""

_LIMIT = Phrases(
    "change the limit for {result} from {old} to {new}",
    "The limit for {result} is now {new} instead of {old}",
    "set the limit for {result} to {new}",
    "in {fn}, use {new} instead of {old} for {result}",
    "For {result}, {fn} should compare with {new} and not with {old}",
    "move the limit of {result} from {old} to {new}",
    "We decided that the limit for {result} is {new}, no longer {old}.",
    "Where the result is {result}, change the {old} to {new}",
    "The {old} that leads to {result} should be {new}",
    "make {new} the limit for {result}",
    "adjust the limit for {result} to {new}",
    "The threshold for {result} in {fn} should be {new}",
    casual=(
        "{old} is not right for {result}, the limit should be {new}.",
        "Limit for {result}: {new}, not {old}.",
        "Why is the limit for {result} still {old}? We said {new}.",
        "The numbers have changed: {result} has the limit {new} now.",
        "We moved the mark for {result} in {fn}, it is {new} and no longer {old}.",
        "{old} -> {new} as the limit for {result}.",
        "Nobody agrees with {old} as the limit for {result}, so {new} please.",
        "I would put the limit for {result} at {new}.",
    ),
)
_FROM = Phrases(
    "From {new} on it should be {result}, not from {old} on.",
    "let {result} begin at {new} instead of {old}",
    "The mark for {result} is now {new} instead of {old}.",
    "{result} should start at {new} in {fn}, not at {old}",
    "We now need {new} for {result} instead of {old}.",
    "require {new} instead of {old} for {result}",
    casual=(
        "{result} from {new} on, not from {old}.",
        "You get {result} at {new} now, no longer at {old}.",
        "Why {old} for {result}? It should begin at {new}.",
        "{new} or more is {result}, forget the {old}.",
        "We talked about {result}: it begins at {new} and not at {old}.",
        "At least {new} for {result} from now on, instead of {old}.",
    ),
)
_EQUAL = Phrases(
    "{fn} should give {result} for {new} instead of {old}",
    "change the {old} of {result} to {new}",
    "The number of {result} is {new}, not {old}",
    "{result} should belong to {new}, not to {old}",
    "use {new} for {result} in {fn} instead of {old}",
    "replace the number {old} of {result} by {new}",
    "let {new} stand for {result} where it is {old} now",
    casual=(
        "{result} is {new}, not {old}.",
        "{new} means {result}, the {old} was a mistake.",
        "Why does {old} give {result} in {fn}? That belongs to {new}.",
        "{result} has moved from {old} to {new}.",
        "{old} -> {new} for {result}.",
        "The number for {result} in {fn} is wrong, {new} is right.",
        "We have a new number for {result}: {new} in place of {old}.",
    ),
)


def move_limit(context: Context, ladder: Ladder, _: list[str]) -> StepChange:
    """Give a step another number."""
    place = context.random.randrange(len(ladder.rows))
    new = draw_number(context, ladder, place, is_new=False)
    old, result = ladder.rows[place]
    if new is None or new == old:
        return None
    phrases = _LIMIT
    if ladder.is_equal:
        phrases = _EQUAL
    elif ladder.comparison == ">=" and context.chance(0.5):
        phrases = _FROM
    request = context.say(
        phrases, result=_name_result(context, ladder, result), old=old, new=new,
        fn=_name_ladder(context, ladder),
    )  # fmt: skip
    rows = (*ladder.rows[:place], (new, result), *ladder.rows[place + 1 :])
    return "change threshold", request, rows


_RESULT = Phrases(
    "For {case}, the result should be {new} instead of {old}",
    "change the result {old} of {fn} to {new}",
    "Where {fn} gives {old}, let it give {new}",
    "in {fn}, use {new} instead of {old}",
    "The result for {case} should be {new}, not {old}",
    "make {fn} give {new} instead of {old}",
    "replace the result {old} by {new} in {fn}",
    "We say {new} now, no longer {old}. Change it in {fn}.",
    "rename the result {old} of {fn} to {new}",
    casual=(
        "{old} sounds wrong, {fn} should give {new} there.",
        "{new}, not {old}, for {case}.",
        "Nobody wants {old} there any more, it is {new} in {fn} now.",
        "In {fn}, {old} -> {new} as the result.",
        "Why do we get {old} for {case}? I expect {new}.",
        "The client wants {new} where {fn} gives {old}.",
        "I would like {case} to give {new} and not {old}.",
    ),
)


def change_result(context: Context, ladder: Ladder, spare: list[str]) -> StepChange:
    """Give a step one of the spare results."""
    place, new = context.random.randrange(len(ladder.rows)), context.random.choice(spare)
    number, old = ladder.rows[place]
    request = context.say(
        _RESULT, case=_name_case(context, ladder, number), fn=_name_ladder(context, ladder),
        old=_name_result(context, ladder, old), new=_name_result(context, ladder, new),
    )  # fmt: skip
    rows = (*ladder.rows[:place], (number, new), *ladder.rows[place + 1 :])
    return "change branch result", request, rows


_REMOVE_STEP = Phrases(
    "remove the {unit} for {result}",
    "delete the {unit} {case} from {fn}",
    "{fn} should no longer give {result}, remove that {unit}",
    "drop the {unit} that gives {result}",
    "take the {unit} with {case} out of {fn}",
    "We no longer use {result}. Remove its {unit}.",
    "cut the {unit} of {result} in {fn}",
    "get rid of the {unit} {case} in {fn}",
    "The {unit} for {result} is not needed, delete it",
    casual=(
        "There is no {result} any more, so its {unit} can go.",
        "{result} never happens, no {unit} for it please.",
        "{fn} without the {unit} for {result}, please.",
        "Who needs the {unit} for {result}? Out with it.",
        "The {unit} with {case} in {fn} is dead weight.",
        "We stopped using {result} long ago, but {fn} still has the {unit}, so kill it.",
        "No {unit} for {result} any more.",
    ),
)


def remove_step(context: Context, ladder: Ladder, _: list[str]) -> StepChange:
    """Leave a step out."""
    place = context.random.randrange(len(ladder.rows))
    number, result = ladder.rows[place]
    request = context.say(
        _REMOVE_STEP, unit=_unit(ladder), case=_name_case(context, ladder, number),
        result=_name_result(context, ladder, result), fn=_name_ladder(context, ladder),
    )  # fmt: skip
    return "remove branch", request, (*ladder.rows[:place], *ladder.rows[place + 1 :])


_ADD_STEP = Phrases(
    "add {a_unit} to {fn} {position}: {case} gives {result}",
    "insert {case} with the result {result} {position} in {fn}",
    "in {fn}, add {a_unit} for {case} {position}, with the result {result}",
    "{fn} needs {a_unit} {position}: {result} for {case}",
    "let {fn} give {result} for {case}, in {a_unit} {position}",
    "put {a_unit} for {case} {position} in {fn}, with the result {result}",
    "We now need {result} for {case} in {fn}. Add {a_unit} for it {position}.",
    "extend {fn} {position} by {a_unit} for {case} that gives {result}",
    "give {fn} {a_unit} {position}, {case} with {result}",
    casual=(
        "{result} is missing in {fn}: {case}, {position}.",
        "What about {case}? That should give {result}, in {a_unit} of {fn} {position}.",
        "There is no {result} in {fn} yet, it belongs {position}, for {case}.",
        "One more step for {fn}: {case} gives {result}, {position}.",
        "We have a new rule: {result} for {case}, {position} in {fn}.",
        "{case} -> {result}, {position} in {fn}.",
        "Can {fn} give {result} for {case}? I would put {a_unit} {position}.",
        "Somebody asked for {result}, so {fn} needs {a_unit} for {case} {position}.",
    ),
)
_ARTICLES = {"entry": "an entry", "case": "a case", "branch": "a branch"}
_ENDS = {"table": "at the end", "dict": "at the end", "guards": "before the last return",
         "script guards": "before the last return", "match": "before the default case",
         "switch": "before the default"}  # fmt: skip


def add_step(context: Context, ladder: Ladder, spare: list[str]) -> StepChange:
    """Add a step with one of the spare results, never as the first one."""
    place, result = context.random.randrange(1, len(ladder.rows) + 1), context.random.choice(spare)
    number = draw_number(context, ladder, place, is_new=True)
    if number is None:
        return None
    if place < len(ladder.rows):
        (_, above), (_, below) = ladder.rows[place - 1 : place + 1]
        position = f"between {_name_result(context, ladder, above)}"
        position += f" and {_name_result(context, ladder, below)}"
    else:
        position = _ENDS.get(ladder.form, "before the else")
    request = context.say(
        _ADD_STEP, a_unit=_ARTICLES[_unit(ladder)], case=_name_case(context, ladder, number),
        result=_name_result(context, ladder, result), fn=_name_ladder(context, ladder),
        position=position,
    )  # fmt: skip
    return "add branch", request, (*ladder.rows[:place], (number, result), *ladder.rows[place:])


def _unit(ladder: Ladder) -> str:
    if ladder.is_table:
        return "entry"
    return "case" if ladder.form in ("match", "switch") else "branch"


def _name_ladder(context: Context, ladder: Ladder) -> str:
    if ladder.form == "prints":
        return "the script"
    if ladder.is_table:
        return context.coded(ladder.name.upper())
    return name_function(context, ladder.name)


def _name_case(context: Context, ladder: Ladder, number: str) -> str:
    if ladder.is_table:
        return f"the {'key' if ladder.is_equal else 'limit'} {number}"
    return quote_code(context, ladder.case(number))


def _name_result(context: Context, ladder: Ladder, result: str) -> str:
    shown = ladder.shown(result)
    if shown == result:
        return context.coded(shown, bare=0.45)
    return f"`{shown}`" if context.chance(0.5) else quote(context, result)
