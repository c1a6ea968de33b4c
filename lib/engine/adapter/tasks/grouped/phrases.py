"""How people ask for a change of one told place, and how they name it.

Invariant: a place is named by the group or the list, and the key or the item.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.grouped.forms import Form
from lib.engine.adapter.tasks.grouped.parts import Field, Group, Listing, Table, Value
from lib.engine.adapter.tasks.phrasing import Context, Phrases

SET = Phrases(
    "change {what} from {old} to {new}",
    "change {what} to {new}",
    "set {what} to {new}",
    "{what} should be {new}",
    "update {what} to {new}",
    "{what} must be {new} instead of {old}",
    "make {what} {new}",
    "{what} is now {new}",
    "in {place}, change {key} to {new}",
    "use {new} for {what}",
    "only for {place}, change {key} to {new}",
    "{what} is wrong, it should be {new}",
    "move {what} from {old} to {new}",
    "in {place}, set {key} to {new} and leave the others",
    "put {what} at {new}",
    "correct {what}: it is {new}, not {old}",
    casual=("{what} has changed. It's {new} now.", "Not up to date. {what} = {new}.",
            "{what} says {old}. Should say {new}.",
            "so we agreed on {new}. I mean {what}, nothing else.",
            "I checked {place} again. {new} for {key}, not {old}.",
            "One correction. {what}: {new}.",
            "somebody typed {old} by mistake. {what} has to be {new}."),
)  # fmt: skip
SET_ALL = Phrases(
    "set {key} to {new} for every {singular}",
    "every {singular} should have {key} {new}",
    "change {key} to {new} in each {singular}",
    "make {key} {new} everywhere",
    "use {new} as {key} of all of them",
    "{key} should be {new} for every {singular}",
    casual=("No exceptions any more. {key}: {new} for every {singular}.",
            "it should be the same everywhere. {key} = {new}, in each {singular}.",
            "{new} for {key}. That goes for every single {singular}.",
            "We treat each {singular} alike now. That means {new} for {key}."),
)  # fmt: skip
SET_SETTING = Phrases(
    "set {key} to {new}",
    "change {key} to {new}",
    "{key} should be {new}",
    "change {key} from {old} to {new}",
    "update {key} to {new}",
    "make {key} {new}",
    casual=("change of plan. {key} = {new}.", "{key} is wrong. {new} would be right.",
            "News. {key} is {new} now.", "{old} -> {new}. That's for {key}.",
            "I'd like another value. {key}: {new}."),
)  # fmt: skip
ADD_PAIR = Phrases(
    "add {pair} to {place}",
    "add {pair} at the end of {place}",
    "give {place} {pair}",
    "in {place}, add {pair} as the last line",
    "append {pair} to {place}",
    "put {pair} at the end of {place}",
    "{place} also needs {pair}",
    "add {pair} to {place}, after {last}",
    casual=("{place} is incomplete. It lacks {pair}.",
            "We forgot {pair}. It goes into {place}, after {last}.",
            "New last line for {place}. {pair}.",
            "I looked at {place}. It could do with {pair} as well.",
            "{pair} at the end of {place}, please. It is missing there."),
)  # fmt: skip
REMOVE_KEY = Phrases(
    "remove {key} from {place}",
    "delete {key} of {place}",
    "remove {what}",
    "drop {key} in {place}",
    "take {key} out of {place}",
    "in {place}, delete {key}",
    "delete {what}",
    "{place} has no {key} any more, remove it",
    casual=("{place} is too detailed. {key} can go.", "we don't need {what}. Scrap that.",
            "nobody asked for {key} in {place}. Out with it.",
            "{what}: gone, please. Everything else stays.", "Less is more. {place} without {key}."),
)  # fmt: skip
RENAME_KEY = Phrases(
    "rename {key} to {new} in {place}",
    "in {place}, rename {key} to {new}",
    "in {place}, call {key} {new}",
    "rename {key} of {place} to {new}",
    "{key} should be called {new} in {place}",
    "only in {place}, rename {key} to {new}",
    casual=("we say {new} in {place}. Not {key}.",
            "{key} is a bad name. {new} is better, but only in {place}.",
            "This is about {place} alone. {key} is called {new} there.",
            "{place} uses an old name. {key} -> {new}, same value."),
)  # fmt: skip
REMOVE_GROUP = Phrases(
    "remove {place}",
    "delete {place}",
    "drop {place} and everything in it",
    "take {place} out",
    "{place} should go",
    "get rid of {place}",
    "remove {place} completely",
    "delete {place} with all that belongs to it",
    casual=("{place} is history. Out with it.",
            "We can live without {place}. Ditch the whole thing.",
            "{place}: gone, please. All of it.", "There is one too many. {place} has to go.",
            "I don't want {place} any more. Nothing of it."),
)  # fmt: skip
ADD_GROUP = Phrases(
    "add {place} at the end, with {values}",
    "add {place} after {near}, with {values}",
    "at the end, add {place} with {values}",
    "after {near}, add {place}: {values}",
    "insert {place} with {values} behind {near}",
    "append {place} with {values}",
    casual=("One more at the end. {place}, with {values}.",
            "{place} is missing. It belongs at the end, with {values}.",
            "There is a gap behind {near}. {place} belongs there: {values}.",
            "We got a new one. {place}, right after {near}: {values}.",
            "don't forget {place}. {values}, directly after {near}."),
)  # fmt: skip
RENAME_GROUP = Phrases(
    "rename {place} to {new}",
    "{place} should be called {new}",
    "call {place} {new}",
    "change the name of {place} to {new}",
    "give {place} the name {new}",
    "rename {place} to {new} and keep what is in it",
    casual=("{place} got a new name. It's {new} from now on.", "{place} -> {new}. Just the name.",
            "the name of {place} is misleading. {new} would be better.",
            "I never liked what {place} is called. {new} is nicer."),
)  # fmt: skip
MOVE_GROUP = Phrases(
    "move {place} to the {end}",
    "put {place} at the {end}",
    "{place} should stand at the {end}",
    "move {place} so that it stands at the {end}",
    "shift {place} to the {end}",
    "bring {place} to the {end}",
    casual=("Wrong order. {place} belongs at the {end}.",
            "{place} to the {end}, please. The others keep their order.",
            "It's about the order. I expect {place} at the {end}.",
            "{place}? At the {end}. The rest stays as it is."),
)  # fmt: skip
ADD_LAST = Phrases(
    "append {new} to {list}",
    "append {new} to the end of {list}",
    "add {new} at the end of {list}",
    "add {new} to {list}",
    "{list} should end with {new}",
    "put {new} last in {list}",
    "add {new} as the last item of {list}",
    "we also need {new}, put it at the end of {list}",
    casual=("{new} is missing. It belongs at the end of {list}.", "One more for {list}. {new}.",
            "{new}, too. At the end of {list}.", "somebody asked for {new}. Goes last in {list}.",
            "One thing still to come in {list}. {new}, at the very end."),
)  # fmt: skip
ADD_FIRST = Phrases(
    "add {new} at the start of {list}",
    "put {new} first in {list}",
    "insert {new} at the beginning of {list}",
    "add {new} as the first item of {list}",
    "{list} should start with {new}",
    "prepend {new} to {list}",
    casual=("{new} before everything else. Top of {list}, please.",
            "I forgot something in {list}. {new}, right at the start.",
            "{list} should start differently. {new} first, then what is there now.",
            "{new} isn't in {list} yet. First place, please."),
)  # fmt: skip
ADD_AFTER = Phrases(
    "add {new} after {near} in {list}",
    "in {list}, insert {new} after {near}",
    "put {new} right behind {near} in {list}",
    "in {list}, add {new} between {near} and {next}",
    "insert {new} between {near} and {next} in {list}",
    "in {list}, put {new} between {near} and {next}",
    "add {new} to {list}, directly after {near}",
    casual=("{near}, then {new}, then {next}. That's the order in {list}.",
            "I forgot {new}. In {list} it comes right after {near}.",
            "there is a gap in {list}. {new} belongs between {near} and {next}.",
            "One more for {list}. {new}, straight after {near}."),
)  # fmt: skip
REMOVE_ITEM = Phrases(
    "remove {old} from {list}",
    "delete {old} from {list}",
    "take {old} out of {list}",
    "in {list}, delete {old}",
    "drop {old} from {list}",
    "{old} should not be in {list} any more, remove it",
    "strike {old} from {list}",
    casual=("{old} is wrong. It has no place in {list}.",
            "{list} without {old}, please. The rest stays.",
            "who put {old} into {list}? I don't want that. Take it out.",
            "{old} is no longer wanted. I mean the one in {list}."),
)  # fmt: skip
REPLACE_ITEM = Phrases(
    "replace {old} with {new} in {list}",
    "in {list}, change {old} to {new}",
    "swap {old} for {new} in {list}",
    "in {list}, it should be {new} instead of {old}",
    "use {new} instead of {old} in {list}",
    "in {list}, {old} becomes {new}",
    casual=("Change of plan for {list}. {new} instead of {old}.",
            "{list}: {old} -> {new}. Same place.", "not {old} but {new}. That's for {list}.",
            "I mixed something up in {list}. Where it says {old}, I meant {new}."),
)  # fmt: skip
MOVE_ITEM = Phrases(
    "move {old} from {list} to the end of {other}",
    "move {old} out of {list} to the end of {other}",
    "take {old} out of {list} and put it at the end of {other}",
    "{old} does not belong in {list}: move it to the end of {other}",
    "put {old} at the end of {other} instead of in {list}",
    "{old} should be the last of {other} and no longer in {list}",
    casual=("{old} is in the wrong list. It belongs at the end of {other}, not in {list}.",
            "wrong place. {old} should leave {list} and come last in {other}.",
            "{list} without {old}, please. It is the last one of {other} now.",
            "{old} doesn't fit in {list}. The end of {other} is where I want it."),
)  # fmt: skip
BOTH = Phrases(
    "{a} and {b}",
    "{a}, and {b}",
    "{a}. Also, {b}",
    "first {a}, then {b}",
    "{a}; {b}",
    "{a}, then {b}",
    "two changes: {a}; {b}",
    "{a}. Then {b}",
)


def _spoken_name(context: Context, name: str) -> str:
    if "_" in name and context.chance(0.4):
        return name.replace("_", " ")
    shown = name.capitalize() if name.islower() and context.chance(0.15) else name
    return context.coded(shown, bare=0.4) if context.chance(0.6) else shown


def name_place(context: Context, table: Table, group: Group, form: Form) -> str:
    """Name a group."""
    name = _spoken_name(context, group.name)
    singular = group.form or table.theme.singular
    singular = "row" if form.has_rows and context.chance(0.4) else singular
    forms = ["{0}", "the {1} {0}", "the {0} {1}"]
    if singular == "row":
        forms = ["the row for {0}", "the row of {0}", "the {0} row"]
    elif form.language == "css":
        forms = ["{0}", "the {0} rule", "the rule for {0}", "the {0} selector"]
    elif form.language in ("markdown", "toml"):
        forms.append("the {0} section")
    return context.random.choice(forms).format(name, singular)


def name_key_of(context: Context, key: str, place: str) -> str:
    """Name a key of a group; `key` and `place` are named already."""
    forms = ["{0} of {1}", "{0} in {1}", "{0} for {1}", "{0} of {1}"]
    if place.startswith("the ") and key.startswith("the "):
        forms.append("the " + place.removeprefix("the ") + " " + key.removeprefix("the "))
    elif key.startswith("the ") and " " not in place:
        forms += ["the {1} {2}", f"{place}'s {{2}}"]
    return context.random.choice(forms).format(key, place, key.removeprefix("the "))


def name_key(context: Context, one: Field) -> str:
    """Name a key."""
    if context.chance(0.5):
        return f"the {one.spoken}"
    return context.coded(one.key, bare=0.4)


def show(context: Context, form: Form, value: Value) -> str:
    """Return a value as people write it."""
    if isinstance(value, bool):
        return form.flags[value]
    if isinstance(value, str) and context.chance(0.4):
        return context.quoted(value, bare=0)
    return str(value)


def name_list(context: Context, part: Listing) -> str:
    """Name a list."""
    name = context.coded(part.name) if context.chance(0.4) else part.name
    forms = ("the {0} list", "the {0}", "the list of {0}", "the {0} list")
    return context.random.choice(forms).format(name)


def show_item(context: Context, item: str) -> str:
    """Return an item, mostly in quotes."""
    return context.quoted(item, bare=0.3)
