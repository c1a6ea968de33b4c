"""How people ask for a name to be moved, and what stands around lists of names.

Invariant: wordings only; reasons and stays ask for no edit.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Phrases

LIST_HEADS = (
    "Minutes of Monday", "Overview for everybody", "Who is where", "Weekly meeting, notes",
    "State of the list this morning", "For the folder", "Summer camp", "Spring event: participants",
)  # fmt: skip
LIST_TAILS = (
    "{name} asked about the budget.", "Next time {name} takes the notes.",
    "The key is with {name}.", "{name} brings the coffee on Friday.",
    "Changes go to {name}, please.", "Everyone thanked {name} for the preparation.",
    "We end at 5 pm.", "The list is closed on Thursday.", "{name} has a birthday next week.",
    "Thanks to all!",
)  # fmt: skip
MOVE = Phrases(
    'move {name} from "{source}" to "{target}"',
    'put {name} at the end of "{target}" instead of "{source}"',
    '{Fact}. Move the name to the end of "{target}"',
    'take {name} out of "{source}" and add the name to "{target}"',
    '{name} belongs under "{target}", at the end, not under "{source}"',
    "{Fact}, so correct the two lists",
    "correct the two lists, because {fact}",
    'shift {name} over to "{target}"',
    'list {name} last under "{target}" and no longer under "{source}"',
    'transfer {name} from "{source}" to the end of "{target}"',
    "{Fact}. Correct that in the lists, with the name at the end",
    '{name} has to change from "{source}" to "{target}"',
    'make {name} the last one of "{target}" rather than one of "{source}"',
    casual=(
        "{fact}.",
        "{Fact}!",
        "{name}: {source} -> {target}.",
        "oh, {fact}. please correct the lists.",
        "{name} is in the wrong list.",
        "not {source} but {target}: {name}.",
        "{name} should be under {target}.",
        "could you move {name} over to {target}?",
        "pls put {name} with {target}, last place.",
        "They told me that {fact}.",
        "I made a mistake, {fact}.",
        "{name} hops from {source} to {target}.",
        "{name} shall be entered under {target} and struck from {source}.",
        "who wrote {name} under {source}? It's {target}.",
        "{Fact}, I saw it myself. Would you change the lists?",
        "nit: {name} goes to {target}.",
        "{target} gets {name}, {source} loses the name.",
        "from {source} please take {name} and append the name to {target}.",
        "gotta switch {name} to {target}.",
        "It turned out that {fact}; the name comes last there.",
        "Everything is right except that {fact}.",
        "Small correction, {fact}.",
        "I'd be grateful if {name} stood at the end of {target}, not under {source}.",
        "lol {name} under {source}? no way, {target}.",
        "in the list {source} there's {name}, who belongs to {target}.",
        "FYI {fact}, so update the lists.",
    ),
)
MOVE_REASONS = (
    "I have to correct a list.",
    "{name} just wrote to me.",
    "{name} complained, and rightly so.",
    "It was loud when I took the names.",
    "I mixed something up.",
    "The lists should be right before I send them.",
    "Hi, one of the names stands in the wrong place.",
    "We counted again.",
    "I met {name} in the hallway.",
    "Somebody changed places.",
    "There is news from {name}.",
    "It's only a small thing for the records.",
)
MOVE_STAYS = (
    "All other names stay where they are.",
    "Where {name} is named below, nothing changes.",
    "The order of the others stays.",
    "Nobody else moves.",
    "The name comes last in its new list.",
    "Don't sort the names.",
    "The sentences below the lists stay.",
    "The other names are right.",
    "Both lists keep their form.",
    "{name} is the only one.",
)
