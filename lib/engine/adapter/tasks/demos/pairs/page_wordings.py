"""How people ask for an import, and for an entry in a list.

Invariant: each core begins with a plain word, as each utterance does, so that two can be joined.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Phrases

IMPORT = Phrases(
    "add the import {imported} after the other imports",
    "import it with {imported} below the existing imports",
    "put {imported} after the last import",
    "write {imported} under the imports that are there",
    "append {imported} to the imports",
    "insert {imported} as the last of the imports",
    "place {imported} right behind the last import line",
    "add {imported} at the end of the import lines",
    casual=(
        "new last import: {imported}.",
        "the import is {imported} and goes below the others.",
        "under the imports we need {imported}.",
        "could you put {imported} after the last import?",
        "imports: {imported} at the end.",
        "import missing! it's {imported}, last of the imports.",
        "gonna need {imported} up there, below the other imports.",
        "after the existing imports comes {imported}.",
        "there shall be one more import, {imported}, following the others.",
        "we import one thing more, {imported}, last in the row.",
        "the line {imported} is to stand behind the last import.",
        "it isn't imported yet, so {imported} below the rest of the imports.",
    ),
)
ENTRY = Phrases(
    "add {entry} to {list} {place}",
    "insert {entry} {place} in {list}",
    "register {entry} in {list}, {place}",
    "put {entry} into {list} {place}",
    "list {entry} {place} in {list}",
    "write {entry} {place} in {list}",
    "give {list} one more entry {place}, {entry}",
    "let {list} have {entry} {place}",
    casual=(
        "in {list} there should be {entry}, {place}.",
        "the entry for {list} is {entry} and it belongs {place}.",
        "what {list} lacks is {entry}, {place} please.",
        "could {entry} go into {list}, {place}?",
        "new entry in {list} {place}: {entry}.",
        "we want {entry} in {list}, {place}.",
        "in addition {list} gets {entry} {place}.",
        "nobody can reach it until {list} has {entry} {place}.",
        "pls register it: {entry} {place} in {list}.",
        "it's not in {list} yet. {entry}, {place}!",
        "there shall be {entry} in {list}, {place}.",
        "to make it show up, {list} needs {entry} {place}.",
    ),
)
REGISTER_REASONS = (
    "I've just written the file for {key}.", "The {key} part is ready.",
    "We ship {key} on Monday.", "Our new colleague built {key}, now it must be hooked up.",
    "Hello! {key} isn't wired up yet.", "The {key} work has been merged.",
    "My first contribution here is {key}.", "It's about {key} this time.",
)  # fmt: skip
REGISTER_STAYS = (
    "Keep the order of the others.", "The other entries stay as they are.",
    "{twin} is not concerned.", "Leave {twin} alone.", "Don't change {twin}.",
    "Nothing else is registered.", "The existing imports stay.", "Nothing is sorted, please.",
    "{twin} stays as it is.",
)  # fmt: skip
