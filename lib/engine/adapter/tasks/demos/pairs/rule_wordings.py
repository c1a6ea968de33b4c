"""How people ask for declarations in two rules.

Invariant: every wording tells the place and the value; what stays is never an edit.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Phrases

ADD_SAME = Phrases(
    "add {declaration} as the last declaration of both {first} and {second}",
    "append {declaration} to the rules {first} and {second}, each time at the end",
    "give {first} and {second} one more declaration at the bottom: {declaration}",
    "put {declaration} as the last line into {first} and into {second}",
    "end the rules of {first} and {second} with {declaration}",
    "Both {first} and {second} need {declaration} as their last declaration",
    "in {first} as well as in {second}, insert {declaration} after all other declarations",
    "write {declaration} at the end of exactly two rules, {first} and {second}",
    casual=(
        "{declaration} as the last line of {first} and {second} pls.",
        "gonna need {declaration} at the bottom of {first}, same for {second}.",
        "{first} and {second}: both get {declaration} at the end.",
        "Can {first} and {second} both end with {declaration}?",
        "I am new here. How do I get {declaration} in as the last thing of {first} and {second}?",
        "The last declaration of {first} shall be {declaration}, and the same holds for {second}.",
        "Two rules lack {declaration}, {first} and {second}. It belongs at the end of each.",
        "{first} + {second} -> {declaration}, last line each.",
        "When you are done, {first} and {second} close with {declaration}.",
        "I hope it is not too much trouble: {declaration} last in {first}, and last in {second}.",
        "There should be {declaration} right before the closing brace of {first} and of {second}.",
        "nit: {first} and {second} miss {declaration}, append it.",
    ),
)
ADD = Phrases(
    "add {declaration} as the last declaration of {rule}",
    "append {declaration} to the rule {rule}",
    "put {declaration} at the very end of {rule}",
    "give {rule} a new last line, {declaration}",
    "let {rule} end with {declaration}",
    "insert {declaration} in {rule} after its other declarations",
    "The rule {rule} needs {declaration} as its last declaration",
    "write {declaration} as the bottom line of {rule}",
    casual=(
        "{rule} gets {declaration} at the end.",
        "last line of {rule}: {declaration}, please.",
        "gonna need {declaration} at the bottom of {rule}.",
        "Could {rule} have {declaration} as its last declaration?",
        "There is no {declaration} in {rule} yet, it goes last.",
        "{declaration} is to be appended to {rule}.",
        "in {rule} I miss {declaration}, stick it at the end.",
        "{rule} += {declaration} (last).",
        "What I want to see as the final line of {rule} is {declaration}.",
        "My teacher says {rule} must finish with {declaration}.",
        "would you mind closing {rule} with {declaration}?",
        "right before the closing brace of {rule} comes {declaration}.",
    ),
)
CHANGE = Phrases(
    "change {property} of {rule} from {old} to {new}",
    "set {property} in {rule} to {new} instead of {old}",
    "make {new} the {property} of {rule}, not {old}",
    "swap the {property} {old} of {rule} for {new}",
    "replace {old} with {new} in the {property} of {rule}",
    "The {property} of {rule} becomes {new}",
    "use {new} for {property} in {rule}",
    "trade {old} for {new} as {property} of {rule}",
    casual=(
        "{property} of {rule}: {old} -> {new}.",
        "in {rule}, {property} should be {new}, not {old}.",
        "{old} is wrong as {property} of {rule}, it is {new}.",
        "Could {rule} have {new} as {property}?",
        "{new} instead of {old} for the {property} of {rule}.",
        "The {property} of {rule} shall hereby be {new}.",
        "pls make {property} {new} in {rule}.",
        "I'd rather have {new} for {property} in {rule}.",
        "{rule} looks off with {property} {old}, try {new}.",
        "let {property} say {new} in {rule}.",
        "{old} out, {new} in, for {property} of {rule}.",
        "what if {rule} had {new} as its {property}? do that.",
    ),
)
TWO_REASONS = (
    "The designer sent me notes this morning.", "I compared the page with the mock-up.",
    "Hi, I took over this style sheet last week.", "We polish the page before the launch.",
    "The buttons and boxes still feel unfinished.", "My classmate looked at my page and laughed.",
    "I am going through the review comments of our CSS.", "It looks different in Safari.",
    "Two little things came up in the design meeting.",
)  # fmt: skip
TWO_STAYS = (
    "{twin} stays as it is.", "Don't touch {twin}.", "No changes to {twin}, please.",
    "Rules with similar selectors are not meant.", "All other rules stay.", "{twin} is fine.",
    "Careful, {twin} is another rule.", "The order of the other declarations stays.",
)  # fmt: skip
