"""How people ask for edits of a recipe, a note, a guide or a plan.

Invariant: a wording determines the place and the new text to the character.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Phrases

AMOUNT = Phrases(
    "change the amount of {name} to {new}", "use {new} of {name}", "set the {name} to {new}",
    "take {new} of {name} instead of {old}", "make it {new} of {name}",
    "The {name} should be {new}", "correct the {name}: {new}, not {old}",
    "put {new} instead of {old} at the {name}", "adjust the {name} from {old} to {new}",
    "turn the {old} of {name} into {new}",
    casual=(
        "{new} of {name} is enough for us.", "{name}: {new} now.", "{name} {old} -> {new}.",
        "I only have {new} of {name}, so write that.", "we always take {new} of {name}.",
        "{old} of {name} was wrong, my grandma uses {new}.", "could we have {new} of {name}?",
        "it came out odd, {new} of {name} would be right.", "The {name} shall be {new}.",
        "instead of {old} we need {new} of {name}.", "gonna use {new} of {name} pls.",
        "As for the {name}, {new} is the correct amount.", "no, not {old} of {name}, {new}!",
    ),
)  # fmt: skip
INGREDIENT = Phrases(
    "add {amount} of {name} as the {end} ingredient", "put {amount} of {name} {side} of the list",
    "insert {amount} of {name} as the {end} bullet", "list {amount} of {name} {side}",
    "write {amount} of {name} as the {end} item of the list",
    "The {end} ingredient should be {amount} of {name}",
    "include {amount} of {name} {side} of the ingredients",
    "make {amount} of {name} the new {end} ingredient",
    "place {amount} of {name} {side} of the list in the same style",
    "We also need {amount} of {name}, as the {end} ingredient",
    casual=(
        "{amount} of {name} is missing, it goes {side} of the list.",
        "new {end} ingredient: {amount} of {name}.", "{name} as the {end} bullet, {amount} of it.",
        "I forgot the {name}! {amount}, as the {end} ingredient.",
        "can {amount} of {name} be the {end} ingredient?",
        "{side} of the list there should be {amount} of {name}.",
        "where is the {name}? it's {amount} and belongs {side} of the list.",
        "The list is to get {amount} of {name} as its {end} item.",
        "one more thing goes in, {amount} of {name}, {side} of the list.",
        "pls also {amount} of {name}, {end} bullet.",
        "my sister adds {amount} of {name}, I want that as the {end} ingredient.",
        "it tastes better with {amount} of {name}, so that becomes the {end} ingredient.",
    ),
)  # fmt: skip
PERSON = Phrases(
    "replace {old} by {new} everywhere", "write {new} instead of {old} throughout",
    "change {old} to {new} in the whole text", "put {new} in place of {old} everywhere",
    "exchange {old} for {new} wherever the name occurs", "It is {new} now, no longer {old}",
    "swap {old} for {new} all through", "make it {new} where it says {old}, every time",
    "substitute {new} for {old} everywhere", "let {new} take the place of {old} in the text",
    casual=(
        "{old} is out, {new} does it now.", "{new} takes over from {old}.", "{old} -> {new}.",
        "every {old} becomes {new}.", "{old} can't do it after all, so it will be {new}.",
        "the text should be about {new} and no longer about {old}.",
        "we have {new} instead of {old}, can you adapt the text?",
        "All mentions of {old} shall read {new}.", "i mixed them up, it's {new}, not {old}.",
        "where I wrote {old} I meant {new}, all over the text.",
        "Wherever {old} is mentioned, I need {new}.", "{new} it is, {old} said no.",
        "could {old} turn into {new} throughout?",
    ),
)  # fmt: skip
PRONOUNS = Phrases(
    "mind the pronouns", "adapt the pronouns", "adjust he and she to match",
    "let the pronouns follow", "make the pronouns agree", "change the pronouns accordingly",
    "fix he, him and his or she and her as well", "The pronouns have to match",
    "see to it that the pronouns fit", "update the pronouns as needed",
    casual=(
        "mind the pronouns.", "he/she and so on must fit too.", "pronouns too pls.",
        "don't forget the pronouns!", "of course the pronouns need to match.",
        "The pronouns shall be adapted.", "also the his and her stuff.",
        "can the pronouns fit the new person?", "check every pronoun, it must suit the new name.",
        "the pronouns go with the new name.", "He or she, please get that right.",
        "and watch out for him and her.",
    ),
)  # fmt: skip
MOVE = Phrases(
    "move the section {name}, it should stand {place}", "put the section {name} {place}",
    "put {name} with its text {place}", "place the whole section {name} {place}",
    "take the section {name}, heading and text, and put it {place}",
    "The section {name} belongs {place}", "place the part called {name} {place}",
    "relocate {name} so that it stands {place}", "let the section {name} come {place}",
    "reorder the document so that {name} is {place}",
    casual=(
        "{name} goes {place}.", "{name} should be {place}, heading included.",
        "the part {name} is in the wrong spot, it belongs {place}.",
        "I want to read {name} {place}.", "can {name} sit {place}?", "section {name} -> {place}.",
        "The section {name} shall stand {place}.", "pls {name} {place}, with its heading.",
        "it would be more logical to have {name} {place}.", "what if {name} was {place}? do that.",
        "my boss wants {name} {place}.", "so the {name} section will be {place}.",
    ),
)  # fmt: skip
APPEND = Phrases(
    "add the sentence {sentence} at the end of {name}", "append {sentence} to the text of {name}",
    "put {sentence} as the last sentence under {name}",
    "write {sentence} at the end of the paragraph under {name}",
    "let the paragraph of {name} end with {sentence}",
    "The text under {name} should end with {sentence}",
    "finish the paragraph under {name} with {sentence}",
    "attach {sentence} to the paragraph of {name}",
    "extend {name} by the last sentence {sentence}",
    casual=(
        "{name} gets one more sentence at the end of its paragraph: {sentence}!",
        "{sentence} comes last in the paragraph of {name}!",
        "under {name} it should finally say {sentence} as the last sentence.",
        "the paragraph below {name} ends too early, {sentence} is missing at its end.",
        "one sentence for {name}, right at the end of the paragraph, {sentence} please.",
        "can you let {name} end with {sentence} in the same paragraph?",
        "last sentence of {name} is to be {sentence} from now on.",
        "I want {sentence} after what is written under {name}, same paragraph.",
        "{name} lacks a final sentence, {sentence} would be it.",
        "we forgot {sentence} at the end of the text of {name}.",
        "pls stick {sentence} onto the end of the {name} paragraph.",
        "people keep asking, so {sentence} closes the paragraph of {name}.",
    ),
)  # fmt: skip
STEP = Phrases(
    "delete step {number} and renumber the rest", "remove step {number}, with new numbers after it",
    "drop the step {text} and renumber", "take out step {number} and close the gap in the numbers",
    "cut the step {text}, the numbers move up", "Step {number} is not needed, delete and renumber",
    "strike the step that says {text}, then renumber the list and what refers to it",
    "leave out step {number} and count on without a gap",
    "get rid of step {number} and mend the numbering",
    casual=(
        "step {number} goes, the later ones move up.", "no step {number} any more, renumber pls.",
        "{text} isn't a step any longer, out with it and renumber.",
        "we can do without step {number}, numbers should be without a gap.",
        "nobody needs {text} as a step, the numbers after it go down by one.",
        "Step {number} is to be struck and the list renumbered.",
        "can step {number} be deleted, and the numbers made right again?",
        "the step {text} is obsolete, remove it, renumber.",
        "kill step {number}, keep the numbers in sync.",
        "since the update {text} is superfluous as a step, one less then, and new numbers.",
        "step {number} confuses everybody, I want it gone and the numbering right.",
        "one step too many, it's number {number}. delete it and renumber everything after it.",
    ),
)  # fmt: skip
RENAME = Phrases(
    "rename {old} to {new} everywhere except in the {contact}",
    "write {new} instead of {old}, but not in the {contact}",
    "change the product name from {old} to {new}, the {contact} stays",
    "call the product {new} rather than {old}, without touching the {contact}",
    "replace {old} by {new} outside of the {contact}",
    "The product is called {new} now, not {old}; the {contact} keeps the old name",
    "swap the name {old} for {new}, leaving the {contact} as it is",
    "turn {old} into {new} all over, save for the {contact}",
    "use {new} for {old} in all places but the {contact}",
    casual=(
        "{old} is now {new}, only the {contact} stays the same.",
        "{old} -> {new}, not the {contact}.", "we renamed {old}, it's {new}. the {contact} is old.",
        "every {old} becomes {new}, apart from the {contact}.",
        "The product shall be called {new} instead of {old}; the {contact} shall remain.",
        "marketing says {new} and no more {old}, but the {contact} still works and stays.",
        "{new} is the new name of {old}, the {contact} hasn't moved.",
        "can {old} be {new} all over? just not in the {contact}.",
        "where it says {old} put {new}, hands off the {contact}.",
        "pls {new} not {old}, and don't break the {contact}.",
        "I keep reading {old}, it's {new}! Only the {contact} is right.",
        "{old} was the old name, {new} is the new one, the {contact} keeps what it has.",
    ),
)  # fmt: skip
RESCHEDULE = Phrases(
    "change the {what} of {event} to {new}", "set the {what} of {event} to {new}",
    "put {new} as the {what} of {event}", "correct the {what} of {event}, it is {new}",
    "make {new} the {what} of {event}", "The {what} of {event} is {new} now",
    "update the {what} of {event} from {old} to {new}",
    "write {new} instead of {old} at {event}", "replace the {what} of {event} with {new}",
    casual=(
        "{event}: new {what}, {new}.", "{event} has another {what}, it is {new}.",
        "the {what} of {event} is wrong, {new} is right.", "{event} {old} -> {new}.",
        "for {event} it's {new}, not {old}.", "can {event} have {new} as its {what}?",
        "{new} instead of {old} for {event}!", "pls {new} for {event}, {old} was cancelled.",
        "The {what} of {event} shall be {new}.", "they told me {new} is the {what} of {event}.",
        "no longer {old} but {new} for {event}.", "at {event} I want to read {new} as the {what}.",
    ),
)  # fmt: skip
GREETING = Phrases(
    "change the greeting to {new}", "greet with {new} instead of {old}",
    "start with {new} rather than {old}", "replace {old} by {new}", "make the greeting {new}",
    "The greeting should be {new}", "turn {old} into {new}", "write {new} where it says {old}",
    casual=(
        "{new} as the greeting, not {old}.", "greeting: {new}.", "{old} becomes {new}.",
        "I'd rather begin with {new} than with {old}.", "the greeting shall read {new}.",
        "can it start with {new} and no longer {old}?", "{old} sounds odd, {new} is better.",
        "pls say {new} first, not {old}.", "the text should greet with {new}.",
        "no {old}, we say {new}!", "Instead of {old} it has to be {new}.",
        "begin with {new}, {old} isn't for them.",
    ),
)  # fmt: skip
TYPOS = Phrases(
    "fix the typos", "correct the spelling mistakes", "mend the misspelled words",
    "repair the spelling", "fix the spelling errors", "The typos have to be corrected",
    "correct all misspellings", "clean up the typos", "put the spelling right",
    casual=(
        "there are typos in it, fix them.", "spelling!", "some words are misspelled, please mend.",
        "can you correct the typos?", "I can't spell, please put that right.",
        "typos out pls.", "The spelling is to be corrected.", "my teacher found spelling mistakes.",
        "all words should be spelled right.", "I typed too fast, so there are misspelled words.",
        "it has spelling errors that need fixing.", "wrong letters here and there, correct that.",
    ),
)  # fmt: skip
INSERT = Phrases(
    "add {sentence} {place}", "insert the sentence {sentence} {place}", "put {sentence} {place}",
    "write {sentence} {place}", "place the sentence {sentence} {place}",
    "The sentence {sentence} is missing {place}", "include {sentence} {place}",
    "squeeze in {sentence} {place}",
    casual=(
        "{sentence} belongs {place}!", "I want {sentence} {place}, in the same paragraph.",
        "{place} it should say {sentence} from now on.", "can {sentence} come {place}?",
        "The sentence {sentence} shall stand {place}.", "{place} pls add {sentence} too.",
        "we forgot {sentence} and it goes {place}.", "{place} there's to be {sentence} as well.",
        "one sentence more, {sentence} is to be {place}.", "what is missing is {sentence} {place}.",
        "new sentence {place}, namely {sentence} please.", "have {sentence} sit {place} please.",
    ),
)  # fmt: skip
REASONS = (
    "I am preparing this for tomorrow.", "We talked about it this morning.",
    "This is going to be printed.", "Somebody pointed it out to me.", "It hangs on our wall.",
    "I wrote this in a hurry.", "Good morning, I need some help with this.",
    "My colleagues will read it today.", "We had a look at it together.", "It is almost finished.",
)  # fmt: skip
STAYS = (
    "All the rest stays.", "Do not reword anything.", "The rest is fine.",
    "Keep the wording of the rest.", "Nothing else is to change.", "No other changes, please.",
    "Leave the rest as I wrote it.", "I am happy with the rest.", "The layout stays.",
)  # fmt: skip
