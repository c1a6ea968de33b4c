"""How people ask for a variable in `:root`, and for its use.

Invariant: every wording tells the name and the value; what stays is never an edit.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Phrases

VARIABLE_ADD = Phrases(
    "add {entry} as the last entry of :root",
    "define {entry} at the end of :root",
    "put {entry} below the other variables in :root",
    "append {entry} to :root",
    "introduce {entry} as the last custom property in :root",
    "let :root end with {entry}",
    "create a custom property at the bottom of :root, {entry}",
    "insert {entry} in :root after the last entry",
    casual=(
        "new last line of :root, {entry}.",
        "I want {entry} at the end of :root.",
        "the :root block gets {entry} as its last entry.",
        "could :root end with {entry}?",
        "we need a variable, {entry}, last in :root.",
        "there shall be {entry} as the final entry of :root.",
        "pls append {entry} to :root.",
        "at the bottom of :root comes {entry}.",
        "the variable is missing, so {entry} goes last into :root.",
        "what about {entry} as the last thing in :root? yes please.",
        "let's have {entry} after the other entries of :root.",
        "one more custom property at the end of :root: {entry}.",
    ),
)
VARIABLE_USE = Phrases(
    "use {use} wherever {value} occurs in the other rules",
    "replace every {value} outside of :root with {use}",
    "write {use} instead of {value} in all rules but :root",
    "swap each {value} in the rules below :root for {use}",
    "refer to the variable as {use} in place of {value} in the other rules",
    "substitute {use} for {value} everywhere outside :root",
    "put {use} wherever a rule other than :root says {value}",
    "turn all {value} outside of :root into {use}",
    casual=(
        "the rules outside :root use {use} instead of {value}.",
        "{value} -> {use} everywhere but in :root.",
        "no rule except :root should say {value} any more, {use} sits there.",
        "wherever {value} stands in another rule than :root, {use} is to stand.",
        "every {value} in the rules after :root becomes {use}.",
        "outside :root, {value} is hard-coded. {use} belongs there.",
        "can all the other rules read {use} where they have {value}?",
        "apart from :root, nobody writes {value}, everybody writes {use}.",
        "the hard-coded {value} outside of :root has to be {use}.",
        "pls no more {value} in normal rules, {use} instead.",
        "all uses of {value} outside :root go through {use}.",
        "only :root may spell out {value}, the rest says {use}.",
    ),
)
VARIABLE_REASONS = (
    "We want to theme the site.", "Repeating this value is tiresome.",
    "I just learned about var().",
    "Marketing changes the look every month.", "Hi, we clean up our CSS step by step.",
    "The dark mode is coming.", "A value that stands everywhere should have a name.",
    "My tutor says that we should not repeat ourselves.", "This is part of the design system.",
)  # fmt: skip
VARIABLE_STAYS = (
    "Similar values stay.", "{near} is another value and stays.", "Leave {near} alone.",
    "No other value gets a variable.", "The existing variables stay.", "Keep {near} as it is.",
    "Don't touch values that only look alike.", "The other entries of :root stay.",
)  # fmt: skip
