"""How people ask for another name of a class, and for a block at the end of the sheet.

Invariant: every wording tells what is meant; what stays is never an edit.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Phrases

RENAME = Phrases(
    "rename the class {old} to {new} everywhere",
    "call the class {new} instead of {old} in all selectors",
    "change the class {old} to {new} throughout",
    "replace the class {old} by {new} in every selector",
    "turn the class {old} into {new} wherever it occurs",
    "The class {old} is called {new} from now on, everywhere",
    "use {new} as the name of the class {old} in all places",
    "swap the class {old} for {new} all over the sheet",
    casual=(
        "class {old} -> {new}, everywhere.",
        "the class {old} has a new name, {new}. all selectors please.",
        "our markup says {new} now and no longer {old}, so the class must follow in each selector.",
        "{new} instead of {old} as the class, all over the sheet.",
        "The class {old} shall bear the name {new} wherever it is used.",
        "could the class {old} be {new} in every selector?",
        "gonna rename class {old} to {new}, do all the selectors pls.",
        "wherever the class {old} is selected, it should be {new}.",
        "I don't like the class name {old}. make it {new} everywhere.",
        "every selector with the class {old} reads {new} afterwards.",
        "the class is {new}, not {old}, please fix all places.",
        "in the HTML I made {old} a {new}, the class here has to match everywhere.",
    ),
)
MOVE = Phrases(
    "move {block} to the end of the sheet, with one blank line before it",
    "put {block} last, after one blank line",
    "place {block} at the very bottom, separated by one blank line",
    "let {block} come last in the sheet, with a single blank line above",
    "shift {block} to the bottom and keep one blank line before it",
    "take {block} from where it is and append it to the sheet after one blank line",
    "bring {block} down to the end, one blank line above it",
    "relocate {block} to the end of the file, preceded by one blank line",
    casual=(
        "{block} goes to the bottom, one blank line before it.",
        "I want {block} at the very end with one blank line above.",
        "{block} should be the last thing in the sheet, after one blank line.",
        "could {block} sit at the end, with a blank line before?",
        "{block} is too far up. it belongs at the end, one blank line above it.",
        "the sheet is to end with {block}, preceded by a single blank line.",
        "{block} -> end of file, one blank line before.",
        "pls {block} last, with one empty line in front.",
        "the cascade needs {block} at the bottom, after one blank line.",
        "after everything else and one blank line comes {block}.",
        "what stands last in the sheet shall be {block}, with one blank line before it.",
        "have {block} close the sheet, one blank line above.",
    ),
)
RENAME_REASONS = (
    "The HTML was changed yesterday.", "The name collides with a library.", "Hi, naming is hard.",
    "We follow new naming rules.", "The old name confused all of us.", "The frontend moved on.",
    "A colleague asked me to tidy up this sheet.", "I am learning CSS and chose a poor name.",
)  # fmt: skip
RENAME_STAYS = (
    "{twin} keeps its name.", "Classes that only begin alike stay.", "Don't touch {twin}.",
    "Other class names stay as they are.", "Mind that {twin} is another class.", "{twin} stays.",
    "The declarations stay.", "Leave longer class names alone, like {twin}.",
)  # fmt: skip
