"""How people ask for a new name, a new field or another order in a class.

Invariant: each core begins with a plain word, as each utterance does, so that two can be joined.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Phrases

PROPERTY = Phrases(
    "rename the property {old} of {owner} to {new}, everywhere it is used",
    "call {old} in {owner} {new}, with all its uses",
    "change the name of {old} in {owner} to {new} and follow it through the code",
    "let {owner} have {new} instead of {old}, and adapt what uses it",
    "use {new} as the name of {old} in {owner}, wherever it is read or set",
    "give the field {old} of {owner} the name {new} in all places",
    "turn {old} of {owner} into {new}, uses included",
    "replace the field name {old} of {owner} by {new} throughout",
    "make {new} out of {old} in {owner} and in everything that uses it there",
    "swap the name {old} in {owner} for {new}, all usages too",
    casual=(
        "in {owner} it's {new} now, no longer {old}, also where it is used.",
        "the field {old} of {owner} is called {new} from now on, everywhere.",
        "rename it pls: {old} -> {new} in {owner} and its uses.",
        "could {owner} say {new} where it says {old}, with every use of it?",
        "for {owner} we settled on {new} rather than {old}. update the uses as well.",
        "nobody understands {old} in {owner}; {new} is clearer, here and at every use.",
        "what {owner} calls {old} shall be called {new}, uses included.",
        "gonna call {old} of {owner} {new}, so fix all its uses too.",
        "property {old} in {owner}: should be {new} throughout.",
        "can we have {new} in {owner}, not {old}? the code using it has to follow.",
        "a better name for {old} in {owner} is {new}, please use it wherever it's accessed.",
        "from {owner} the name {old} disappears and {new} takes its place, in all uses.",
        "nit: {owner} has {old}, it wants {new}, and so does the code that reads it.",
    ),
)
PROPERTY_REASONS = (
    "Our own model should speak our language.", "I was confused by the names in {owner}.",
    "Hello, it's about {owner}.", "The domain experts use another word.", "A naming thing today.",
    "The product people use other words than the API.", "The review was about names again.",
    "We map foreign data to {owner} here.",
)  # fmt: skip
PROPERTY_STAYS = (
    "{raw} keeps {old}.", "The raw side stays, it comes from outside.", "Leave {raw} as it is.",
    "We can't change {raw}, so reading from it stays.", "Don't rename it in {raw}.",
    "{raw} is not ours, so its {old} stays.", "What is read from {raw} keeps its name.",
    "Only {owner} is concerned, not {raw}.", "Nothing changes in {raw}.",
)  # fmt: skip

FIELD = Phrases(
    "add {field} to {owner} as its last field",
    "give {owner} one more field at the end, {field}",
    "append the field {field} to {owner}",
    "put {field} after the other fields of {owner}",
    "extend {owner} by the field {field}, listed last",
    "write {field} below the existing fields of {owner}",
    "let {owner} have {field} as a further, last field",
    "introduce {field} as the final field of {owner}",
    casual=(
        "new last field in {owner}: {field}.",
        "the class {owner} needs {field} too, after its other fields.",
        "gonna need {field} in {owner}, at the end of the fields.",
        "could {owner} get {field} as the last field?",
        "fields of {owner}: {field} at the end.",
        "what {owner} lacks is {field}, last of the fields.",
        "below the fields of {owner} there shall be one more, {field}.",
        "we store one thing more in {owner}: {field}, last field please.",
        "from now on {owner} ends its fields with {field}.",
        "somebody forgot {field} in {owner}, it belongs after the other fields.",
        "it would be nice if {owner} had {field}, as the last field.",
        "pls make {field} the last field in {owner}.",
    ),
)
SHOWN = Phrases(
    "show {name} in the label of {owner} {spot}",
    "put {name} into the label string of {owner} {spot}",
    "let the label of {owner} include {name} {spot}",
    "add {name} to the text of the label of {owner} {spot}",
    "print {name} in the label of {owner} {spot}",
    "include {name} {spot} in the label of {owner}",
    "make the label of {owner} contain {name} {spot}",
    "insert {name} {spot} in what label returns in {owner}",
    casual=(
        "in the label of {owner} we want to see {name} {spot}.",
        "the label of {owner} should show {name} {spot}.",
        "label of {owner}: {name} {spot}.",
        "can the label of {owner} have {name} {spot}?",
        "people should see {name} in the label of {owner} {spot}.",
        "it's shown as well: {name} {spot} in the label of {owner}.",
        "there shall be {name} {spot} in the label of {owner}.",
        "nobody sees {name} unless the label of {owner} has it {spot}.",
        "pls display {name} {spot} in the label of {owner}.",
        "for {owner}, the label gets {name} {spot}.",
        "when I call label on {owner}, I expect {name} {spot}.",
        "what the label of {owner} lacks is {name} {spot}.",
    ),
)
FIELD_REASONS = (
    "The shop wants to see more.", "Users have asked for it.", "It's about {owner}.",
    "Hi! I am extending my exercise.", "We store a bit more since today.",
    "The import brings one more column.", "The list view shows too little.",
    "My teacher gave me this task.",
)  # fmt: skip
FIELD_STAYS = (
    "{twin} stays as it is.", "Leave {twin} alone.", "Don't touch {twin}.",
    "The other class is not concerned.", "{twin} needs nothing of this.",
    "Everything else in {owner} stays.", "Not in {twin}, please.", "The existing fields stay.",
)  # fmt: skip

CLASS = Phrases(
    "rename the class {old} to {new}, with every use of it",
    "call the class {old} {new} from now on, everywhere",
    "change the class name {old} to {new} throughout",
    "give {old} the name {new} wherever the class is used",
    "turn the class {old} into {new}, uses included",
    "use {new} as the name of the class {old}, in all places",
    "let the class {old} be called {new} in the whole code",
    "replace the class name {old} by {new}, also where it is used",
    casual=(
        "the class {old} is now {new}, everywhere.",
        "rename: {old} -> {new}, all its uses too.",
        "what is {old} today shall be {new}, the class and its uses.",
        "could the class {old} be named {new}, uses included?",
        "class name {old} is bad, {new} is better. wherever it occurs, please.",
        "we want {new} instead of {old} as the class name, in every place.",
        "gonna call the class {old} {new}, so update its uses as well.",
        "nobody likes {old}! the class should be {new}, throughout.",
        "for the class {old} the team chose {new}, change all mentions of that class.",
        "a new name for the class {old}: {new}, and the code that uses it follows.",
        "from class {old} make class {new}, with its uses.",
        "I'd rather read {new} than {old} wherever that class is meant.",
    ),
)
MOVE = Phrases(
    "move the method {method} to the {place} of its class",
    "put the method {method} at the {place} of the class it is in",
    "place {method} at the {place} of its class",
    "take the method {method} and move it to the {place} of the class",
    "make {method} the {rank} method of its class",
    "let {method} be the {rank} method in its class",
    "shift {method} to the {place} of its class",
    "reorder the methods so that {method} is {rank}, the others as they are",
    casual=(
        "the method {method} goes to the {place} of its class.",
        "the {rank} method of the class should be {method}.",
        "method {method}: to the {place} of the class pls.",
        "can {method} be the {rank} method of its class?",
        "we want {method} at the {place} of its class.",
        "at the {place} of its class there shall be {method}, moved there.",
        "it reads better when {method} is the {rank} method of the class.",
        "why is {method} not at the {place} of its class? move it there.",
        "in its class, {method} belongs at the {place}.",
        "gonna want {method} as the {rank} method in there.",
        "of the methods, {method} comes {rank}, and the order of the others stays.",
        "somebody put {method} in the wrong place, it must be the {rank} method.",
    ),
)
CLASS_REASONS = (
    "I'm tidying up this file.", "The review asked for it.", "Hi, some cleaning up today.",
    "We have agreed on an order of methods and on names.", "It's hard to find things here.",
    "Preparing the next release.", "I am new to the code and got lost.", "Housekeeping first.",
)  # fmt: skip
CLASS_STAYS = (
    "{twin} keeps its name.", "Leave {twin} alone.", "The class {twin} stays as it is.",
    "Don't touch {twin}.", "No change inside the methods.", "The other class is right as it is.",
    "Nothing happens to {twin}.", "The bodies of the methods stay.", "{twin} is not concerned.",
)  # fmt: skip
