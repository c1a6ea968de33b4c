"""How people ask to fill a template and to change another thing of it besides.

Invariant: a wording determines the place and the new text to the character.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Phrases

FILL = Phrases(
    "fill in {values}",
    "fill the placeholders with {values}",
    "put in {values}",
    "replace the slots: {values}",
    "use these values: {values}",
    "complete the template with {values}",
    "set {values} in the template",
    "The values are {values}",
    "substitute {values}",
    "insert {values} where it belongs",
    casual=(
        "here's what goes in: {values}.",
        "{values}.",
        "I need this one filled: {values}.",
        "values for the blanks: {values}.",
        "can you fill this? {values}.",
        "my data is {values}, please put it where it belongs.",
        "so for this one we have {values}.",
        "the placeholders shall read {values}.",
        "I am new to templates. Mine should get {values}.",
        "gonna send this today, so {values} pls.",
        "could the gaps be filled with {values}?",
        "The blanks are to be completed as follows: {values}.",
        "Filled with {values}, that's how I want it.",
    ),
)

DROP = Phrases(
    "delete the sentence {sentence}",
    "remove {sentence}",
    "drop the sentence that begins with {start}",
    "take out {sentence}",
    "cut the sentence starting with {start}",
    "The sentence {sentence} has to go",
    "leave out the sentence {sentence}",
    "strike the whole sentence that starts {start}",
    "get rid of the sentence {sentence}",
    "We no longer need the sentence that begins {start}",
    casual=(
        "{sentence} goes.",
        "the sentence with {start} at its beginning is outdated, delete it.",
        "no {sentence} any more please.",
        "I don't want to read {sentence} in there.",
        "is it possible to lose the sentence that opens with {start}?",
        "out with {sentence}!",
        "The sentence {sentence} is to be struck.",
        "somebody left {sentence} in, it shouldn't be there.",
        "kill the sentence beginning with {start}.",
        "legal says the sentence {sentence} must disappear.",
        "It reads better without {sentence}, so remove that sentence.",
        "the sentence {sentence} isn't true any longer and can go.",
    ),
)

NUMBER = Phrases(
    "change {old} to {new}",
    "make it {new} instead of {old}",
    "write {new} where it says {old}",
    "replace {old} with {new}",
    "turn {old} into {new}",
    "It is {new} now, not {old}",
    "put {new} in place of {old}",
    "correct {old} to {new}",
    "update {old}, it should be {new}",
    "swap {old} for {new}",
    casual=(
        "{old} -> {new}.",
        "{old} is wrong, it's {new}.",
        "we used to say {old}, from now on it is {new}.",
        "it should say {new} and no longer {old}.",
        "{new}, not {old}.",
        "can {old} become {new}?",
        "The text says {old}, but {new} was agreed.",
        "{old} shall be {new}.",
        "I'd rather have {new} there than {old}.",
        "lol it still says {old}, we have {new} these days.",
        "{old} out, {new} in.",
        "where you see {old}, please put {new}.",
    ),
)

KEEP = Phrases(
    "leave {kept} as it is, {filler} fills it later",
    "keep {kept} untouched because {filler} replaces it",
    "do not fill {kept}, that is for {filler}",
    "let {kept} stay a placeholder for {filler}",
    "skip {kept}, {filler} takes care of it",
    "The placeholder {kept} stays, since {filler} needs it",
    "don't touch {kept}, it belongs to {filler}",
    "preserve {kept} literally, {filler} reads it",
    casual=(
        "{kept} is filled by {filler}, so it stays.",
        "hands off {kept}, {filler} does that one.",
        "{filler} will put something in for {kept} later, leave it.",
        "I don't know {kept} yet, it has to stay open for {filler}.",
        "not {kept} though, {filler} looks for it!",
        "only {kept} remains a placeholder, {filler} handles it.",
        "{kept} must survive, {filler} depends on it.",
        "what about {kept}? it stays, {filler} comes to it later.",
        "{kept} shall remain as written for {filler}.",
        "pls keep {kept}, {filler} needs it raw.",
        "as for {kept}: that is the job of {filler}, leave it in.",
        "{kept} is not ours but of {filler}, so no change there.",
    ),
)

TWO_LINES = Phrases(
    "replace {slot} with two lines, {one} and {two}",
    "put two lines in place of {slot}: first {one}, then {two}",
    "turn {slot} into the two lines {one} and {two}",
    "write {one} for {slot}, and {two} on the next line",
    "let {slot} become two lines: {one}, below it {two}",
    "Instead of {slot} there are two lines: {one} and then {two}",
    "fill {slot} with {one}, a line break and {two}",
    "use {one} and, on its own line after it, {two} for {slot}",
    casual=(
        "{slot} is two lines: {one} and under it {two}.",
        "for {slot} I need {one}, next line {two}.",
        "{slot} -> {one}, new line, {two}.",
        "the address is {one} with {two} on the line below, it goes where {slot} is.",
        "where it says {slot}, first line {one}, second line {two}.",
        "can {slot} be {one} and then {two} on a line of its own?",
        "{slot} shall be replaced by two lines, namely {one} and {two}.",
        "I have two lines for {slot}. The upper is {one}, the lower {two}.",
        "two lines pls instead of {slot}: {one} / {two}, without the slash.",
        "{one} and beneath it {two}, that's what {slot} stands for.",
        "{slot} becomes {one}; the line after that is {two}.",
        "swap {slot} for {one} followed by a second line {two}.",
    ),
)

REASONS = (
    "This is our usual template.",
    "I have to send this before lunch.",
    "We use this text for everybody, now it is for one person.",
    "My colleague wrote the template and is on holiday.",
    "I copied this from last year.",
    "The customer is waiting for it.",
    "It is the template from the shared folder.",
    "I hope this is not too much trouble.",
    "Good morning, I am at the front desk this week.",
    "This goes out to one person only.",
)
STAYS = (
    "Everything else in the template stays.",
    "All other words remain as they are.",
    "The other lines are right.",
    "Don't reword anything.",
    "Keep the layout.",
    "The rest of the text is approved.",
    "No other sentence changes.",
    "Leave all other numbers alone.",
)
FILLERS = (
    "the mailer", "the pipeline", "our CRM", "the build script", "the print shop", "accounting",
    "my colleague", "the server", "the newsletter tool", "the office",
)  # fmt: skip
