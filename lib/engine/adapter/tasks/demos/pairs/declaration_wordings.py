"""How people ask for `const` and `let` instead of `var`.

Invariant: each of them tells which variables become `let` and which `const`.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Phrases

DECLARE = Phrases(
    "replace var {where}: let for what is reassigned, const for the rest",
    "use const and let instead of var {where}, let only where the variable is assigned again",
    "turn each var {where} into const, or into let if it gets another value later",
    "get rid of var {where}, preferring const and using let for what changes",
    "modernise the declarations {where}: const unless reassigned, else let",
    "swap every var {where} for const or let, depending on whether it is reassigned",
    "write const {where} instead of var, but let for variables that are assigned again",
    "make the declarations {where} const by default and let where needed, with no var left",
    "declare everything properly {where}: no var, let for the reassigned, const otherwise",
    "convert var to let {where} where there is a reassignment and to const elsewhere",
    casual=(
        "no more var {where}, const where possible and let where it is reassigned.",
        "var is so 2010 lol, const/let {where} pls (let only if reassigned).",
        "eslint no-var and prefer-const complain {where}, can you satisfy both?",
        "what never gets a new value is const {where}, what does is let, and var is gone.",
        "var -> const {where}, or let if it's reassigned.",
        "could the vars {where} become const, and let only for those assigned again?",
        "our style guide forbids var, so {where} it's const, or let for reassigned variables.",
        "I was told to use let and const {where}. let is for variables that change, I think?"
        " the others const.",
        "nit: var {where}. const or let, whichever fits, const if never reassigned.",
        "const by default, let if assigned again, {where} no var survives.",
        "any var {where} shall be const, save those reassigned, which shall be let.",
        "it's time {where} for const instead of var, and let for the ones that are reassigned.",
        "please look at each var {where}: is it reassigned? then let. otherwise const.",
        "the vars {where} have to go: let for those that change their value, const for the others.",
    ),
)
DECLARE_REASONS = (
    "This code is older than my career.", "We're cleaning up the old scripts.",
    "I learned about block scope today.", "The linter is on since this morning.",
    "Hi! Small modernisation.", "Homework: modern JavaScript.", "This file predates ES6.",
    "A reviewer wants ES6 declarations.",
)  # fmt: skip
DECLARE_STAYS = (
    "The comments stay.", "Only the declarations change.", "No renaming.",
    "Keep the logic as it is.", "Don't rewrite the loops.", "The expressions stay as they are.",
    "Change just the keywords.", "Behaviour must be the same.",
)  # fmt: skip
