"""How people ask for a dependency, and for a key of JSON to go or to move.

Invariant: wordings only; reasons and stays ask for no edit.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Phrases

DEPEND = Phrases(
    "add {name} with the version {version} to {group}, {where}",
    "put {name} in {version} into {group}, {where}",
    "insert {line} in {group}, {where}",
    "list {name} ({version}) under {group}, {where}",
    "we need {name} {version} in {group}, {where}",
    "make {name} one of the {group}, version {version}, {where}",
    "extend {group} by {line}, {where}",
    "write {line} into {group}, {where}",
    "let {group} contain {name} as well, at {version}, {where}",
    "declare {name} in {group} with {version}, {where}",
    casual=(
        "{group}: + {name} {version}, {where}.",
        "can you add {line} to {group}? {where} please.",
        "gonna need {name} {version} under {group}, {where}.",
        "{name} is missing in {group}. its version is {version}, and it goes there {where}.",
        "there should be {line} in {group}, {where}.",
        "a further entry is to be made in {group}, {where}: {name}, version {version}.",
        "I am new to npm. I want {name} at {version} in {group}, {where}.",
        "why is {name} not in {group}? {version} please, {where}.",
        "{line} belongs into {group}, {where}.",
        "what I'd like is {group} with {name} in it, {version}, {where}.",
        "package {name}, version {version}, {where} in {group}.",
        "somebody forgot {line} in {group}, pls put it there {where}.",
        "{group} has to list {name} {version}, {where}.",
    ),
)
DEPEND_REASONS = (
    "The build fails on a clean machine.",
    "We import something that is not declared.",
    "CI could not resolve a module.",
    "Renovate is switched off at the moment.",
    "I tried this package over the weekend and like it.",
    "Security asked us to declare what we use.",
    "Hi, small thing in our package.json.",
    "Our new feature needs one more package.",
)
DEPEND_STAYS = (
    "The other versions stay.",
    "No other package changes.",
    "{other} is not concerned.",
    "Leave {other} alone.",
    "Nothing goes into {other}.",
    "Keep the order of what is there.",
    "The scripts stay.",
    "Don't upgrade anything.",
)

DROP = Phrases(
    "remove the key {key}{where} with everything in it",
    "delete {key}{where}",
    "drop {key}{where}, its whole value included",
    "take {key}{where} out",
    "get rid of the key {key}{where}",
    "throw out {key}{where} and what it holds",
    "strike the key {key}{where}",
    "cut {key}{where} from the file",
    "erase {key}{where} completely",
    "make {key}{where} disappear",
    casual=(
        "we don't need the key {key}{where} any more.",
        "key {key}{where}: out.",
        "can {key}{where} go? with its value of course.",
        "I want this without the key {key}{where}.",
        "nobody reads {key}{where}, so off it goes.",
        "pls kill {key}{where}.",
        "the key {key}{where} is to be removed together with its content.",
        "there shouldn't be a key {key}{where} any longer.",
        "{key}{where} is obsolete, away with it.",
        "I'm a beginner: how does this look without the key {key}{where}?",
        "lose the {key} key{where}.",
        "the parser chokes on {key}{where}. Please take that key out.",
        "no more {key}{where}, thank you.",
        "would you clear away the key named {key}{where}?",
    ),
)
DROP_REASONS = (
    "The new version of the tool ignores it.",
    "I am trimming this file.",
    "It was only there for a test.",
    "The schema got stricter.",
    "Hello, some clean-up in our settings.",
    "Our product owner cancelled that part.",
    "The documentation calls it deprecated.",
    "That moved to the server.",
)
DROP_STAYS = (
    "{twin} stays.",
    "Don't confuse it with {twin}.",
    "Keep {twin}.",
    "It must remain valid JSON.",
    "Not {twin}, that is needed.",
    "All other keys stay.",
    "Mind the commas.",
    "Leave {twin} where it is.",
)

LIFT = Phrases(
    "move {key} out of {parent} to the level above, directly after {parent}",
    "take {key} out of {parent} and put it right after {parent}, one level up",
    "lift {key} one level up, so that it follows {parent}",
    "pull {key} out of {parent} so that it comes right behind {parent} on the same level",
    "make {key} a sibling of {parent}, directly below it, instead of a part of it",
    "place {key} next to {parent}, immediately after it, no longer inside it",
    "unnest {key} from {parent}, it should stand right after {parent}",
    "put the {key} block behind {parent} on the outer level rather than within it",
    casual=(
        "{key} shouldn't be inside {parent} but right after it, one level higher.",
        "can {key} leave {parent}? it should come directly after {parent}.",
        "{key} is nested in {parent} by mistake, it belongs right after it, one level up.",
        "one level up with {key}, straight after {parent}.",
        "pls move {key} out of {parent}, to just behind it.",
        "the block {key} is to follow {parent} on its level and no longer be part of it.",
        "I want {key} next to {parent}, directly after it, and not in it.",
        "hoist {key} from {parent}, keep it right behind it.",
        "our loader looks for {key} beside {parent}: move it there, right after {parent}.",
        "why does {key} sit in {parent}? It has to come directly after {parent}, one level up.",
        "{parent} ends before {key}, which then follows right after it on the same level.",
        "I put {key} in {parent} by accident, out with it and directly below {parent} please.",
    ),
)
VALUE = Phrases(
    "set {key} in {parent} to {value}",
    "change {key} of {parent} to {value}",
    "make {key} {value} under {parent}",
    "let {key} in {parent} be {value}",
    "turn {key} in {parent} from {old} into {value}",
    "replace {old} by {value} for {key} in {parent}",
    "give {key} under {parent} the value {value}",
    "put {value} as {key} in {parent}",
    casual=(
        "{key} in {parent} should be {value}.",
        "in {parent}, {key} becomes {value}.",
        "{parent} has the wrong {key}: {value} instead of {old}.",
        "the {key} of {parent} is to be {value}.",
        "can {key} in {parent} be {value}?",
        "under {parent}, {key}: {old} -> {value}.",
        "pls make {key} {value} in {parent}.",
        "I need {value} as {key} in {parent}.",
        "{value}, not {old}, is right for {key} in {parent}.",
        "the value of {key} under {parent} changes to {value}.",
        "for {parent} I want {key} at {value}.",
        "{old} is wrong for {key} in {parent}, use {value}.",
    ),
)
LIFT_REASONS = (
    "The settings are not picked up.",
    "Our schema has changed a bit.",
    "The tool warns about an unknown key.",
    "I looked at the example in the manual.",
    "The structure is a leftover from version one.",
    "Hi, I'm cleaning up the configuration.",
    "The loader reads this file in a new way.",
    "A colleague found out why it doesn't work.",
)
LIFT_STAYS = (
    "The content of {twin} stays.",
    "{twin} keeps its values.",
    "Nothing changes in {twin}.",
    "All other keys stay where they are.",
    "Leave {twin} alone.",
    "The rest of the order stays.",
    "Don't move {twin}.",
    "It must remain valid JSON.",
)
