"""How people ask for another value of an entry of YAML, and for a further key.

Invariant: wordings only; reasons and stays ask for no edit.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Phrases

SWITCH = Phrases(
    "set {key} of {name} to {new}",
    "change {key} from {old} to {new} for {name}",
    "switch {key} of {name} to {new}",
    "make {key} {new} in the entry {name}",
    "turn {key} of {name} from {old} into {new}",
    "put {key} to {new} at {name}",
    "let {key} be {new} for {name}",
    "give {name} {new} as its {key}",
    casual=(
        "for {name}, {key} should be {new}, not {old}.",
        "{key} of {name}: {old} -> {new}.",
        "the {key} of {name} is wrong, it should say {new}.",
        "{new} instead of {old} as the {key} of {name}.",
        "can {name} have {key} {new}?",
        "in the entry {name} I want {key} to read {new}.",
        "the value of {key} at {name} is to be {new}.",
        "{name} still has {key} {old}, make it {new}.",
        "flip {key} of {name} to {new} pls.",
        "what about {new} for the {key} of {name}?",
        "{key} has to be {new} where the entry is {name}.",
        "we want {key} on {new} for {name}.",
    ),
)
BELOW = Phrases(
    "add {line} to {name} below {key}",
    "insert {line} directly after {key} in {name}",
    "put {line} under the {key} line of {name}, at the same level",
    "give {name} another key right below {key}, {line}",
    "extend {name} by {line}, placed after {key}",
    "write {line} below {key} for {name}, same indentation",
    "let {key} of {name} be followed by {line}",
    "place the line {line} after {key} in the entry {name}",
    casual=(
        "{name} also needs {line}, right below {key}.",
        "the entry {name} gets {line} directly after {key}.",
        "below {key} of {name} there should be {line}, same level.",
        "{line} is missing in {name}, it goes after {key}.",
        "can you add {line} to {name}? right under {key} please.",
        "new key for {name}: {line}, one line below {key}.",
        "in {name}, {key} is to be followed by {line}.",
        "+ {line} in {name}, after {key}.",
        "I want {line} to sit under {key} at {name}, next to it and not inside.",
        "pls stick {line} under {key} in the {name} entry.",
        "where {name} has its {key}, the next line shall be {line}.",
        "how do I get {line} into {name}? it belongs after {key}.",
    ),
)
SWITCH_REASONS = (
    "We discussed this on the phone.",
    "I made a mistake in this file last week.",
    "There was a question about one of the entries.",
    "The list is reviewed every month.",
    "Hello, I maintain this list for the team.",
    "The auditors had a remark.",
    "Something is not set up as agreed.",
    "A customer asked about it.",
)
SWITCH_STAYS = (
    "{twin} stays as it is.",
    "The other entries do not change.",
    "Don't do this for {twin}.",
    "Leave {twin} alone.",
    "For {twin} nothing changes.",
    "All other entries keep their values.",
    "Only this one entry is concerned, not {twin}.",
    "Hands off {twin}.",
)
