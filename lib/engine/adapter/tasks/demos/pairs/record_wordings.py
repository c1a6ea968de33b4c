"""How people ask for another key, a further entry or another value in a list of JSON.

Invariant: wordings only; reasons and stays ask for no edit.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Phrases

RENAME = Phrases(
    "rename the key {old} to {new} in every entry of {list}",
    "call {old} {new} in all entries of {list}",
    "change the key {old} into {new} throughout {list}",
    "use {new} instead of {old} as the key in each of the {list} entries",
    "replace the key {old} by {new} in all the entries under {list}",
    "turn {old} into {new} for each entry in {list}",
    "in {list}, name the key {new} rather than {old}",
    "give the key {old} the name {new} in each object of {list}",
    "let every entry of {list} have {new} where it has {old}",
    "exchange the key {old} for {new} in the objects of {list}",
    casual=(
        "{list}: {old} -> {new} in every entry (the key).",
        "the key in the {list} entries should be {new}, not {old}.",
        "{new} instead of {old} in all of {list}, please.",
        "can each entry in {list} say {new} where it says {old}?",
        "our code expects {new} in {list}, but the entries have {old}.",
        "pls rename {old} in {list}, it's {new} now, for each entry.",
        "the key {old} shall henceforth be {new} in all entries of {list}.",
        "what the {list} entries have as {old} becomes {new}.",
        "whoever wrote {old} in the {list} entries meant {new}, fix the key.",
        "s/{old}/{new}/ for the keys inside {list}.",
        "I'd rather have {new} than {old} as a key in {list}, everywhere in that list.",
        "every object in {list} gets its {old} key renamed, new name {new}.",
        "how do I get {new} in place of the key {old} for all the entries in {list}?",
    ),
)
RENAME_REASONS = (
    "The API changed its names.",
    "Our client reads other names.",
    "The import fails with an unknown key.",
    "We unify the names of our fields.",
    "The front end team asked for it.",
    "I wrote this file by hand and guessed the names.",
    "Hey, quick fix for the data file.",
    "The validator reports a wrong name.",
)
RENAME_STAYS_ANYWHERE = (
    "The values stay.",
    "Outside of {list} nothing changes.",
    "Only in {list}, nowhere else.",
    "Do not change any value.",
)
RENAME_STAYS = (
    "At the top level {old} stays.",
    "The {old} outside of the list is right.",
    *RENAME_STAYS_ANYWHERE,
    "The {old} of the whole document keeps its name.",
    "The order of the keys stays.",
)
"""Where the key stands at the top too; else those of anywhere."""

APPEND = Phrases(
    "append {entry} to {list}",
    "add {entry} at the end of {list}",
    "put {entry} last in {list}",
    "extend {list} by a last entry, {entry}",
    "insert {entry} after the last entry of {list}",
    "let {list} end with a new entry, {entry}",
    "write {entry} at the bottom of {list}",
    "give {list} one more entry at the end, {entry}",
    casual=(
        "{list} needs one more at the end: {entry}.",
        "new last entry in {list}: {entry}.",
        "can you tack {entry} onto {list}?",
        "{entry} is missing at the end of {list}.",
        "{entry} comes last in {list}.",
        "there's a new one for {list}, {entry}, goes to the end.",
        "at the end of {list} I want {entry}.",
        "+ {entry} at the end of {list}.",
        "the list {list} shall be completed by {entry} as its last entry.",
        "pls stick {entry} on the end of {list}.",
        "the last entry of {list} should be a new one, {entry}.",
        "one more row for {list}, below the others, {entry}.",
    ),
)
SET = Phrases(
    "set {key} of {name} to {value}",
    "change {key} of {name} to {value}",
    "make {key} {value} for {name}",
    "let {name} have {value} as its {key}",
    "update {key} in the entry {name} to {value}",
    "give {name} the {key} {value}",
    "put {value} as the {key} of {name}",
    "correct the {key} of {name} to {value}",
    casual=(
        "{key} of {name} should be {value}.",
        "the {key} of {name} is {value} now.",
        "for {name} the right {key} is {value}.",
        "{name} has a wrong {key}, it's {value}.",
        "can {name} get {key} {value}?",
        "{value} is the new {key} of {name}.",
        "pls fix the {key} for {name}: {value}.",
        "where it says {name}, {key} has to be {value}.",
        "the entry {name} shall have {value} under {key}.",
        "I want {value} in {key} at {name}.",
        "with {name}, {key} changes to {value}.",
        "{key} for {name} -> {value}.",
    ),
)
APPEND_REASONS = (
    "We got news this morning.",
    "The list is from last year.",
    "I keep this file up to date for the club.",
    "Somebody called about it.",
    "Hello, a little maintenance.",
    "The import runs tonight.",
    "I compared this with the paper version.",
    "Our inventory was checked on Friday.",
)
APPEND_STAYS = (
    "{twin} stays as it is.",
    "The entries keep their order.",
    "Leave {twin} alone.",
    "All other entries stay.",
    "{twin} is right already.",
    "Same style as the others.",
    "Nothing else in the list changes.",
    "Don't touch {twin}.",
)
