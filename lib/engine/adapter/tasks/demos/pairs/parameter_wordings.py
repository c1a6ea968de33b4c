"""How people ask for a further parameter, and for its use in a call.

Invariant: each core begins with a plain word, as each utterance does, so that two can be joined.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Phrases

PARAMETER = Phrases(
    "add a parameter {param} at the end of the signature of {function}",
    "give {function} one more parameter at the end, {param}",
    "extend the signature of {function} by a last parameter {param}",
    "append {param} to the parameters of {function}",
    "let {function} take {param} as its last parameter",
    "put {param} behind the existing parameters of {function}",
    "introduce {param} as the final parameter of {function}",
    "make {function} accept {param} as well, last in the signature",
    "write {param} after the other parameters of {function}",
    casual=(
        "new last parameter for {function}: {param}.",
        "the function {function} needs another parameter at the end: {param}.",
        "gonna need {param} as the last param of {function}.",
        "could {function} get one more parameter, {param}, at the end?",
        "callers of {function} can't choose this yet, so it takes {param} last.",
        "signature of {function}: {param} goes at the end.",
        "pls append {param} to what {function} takes.",
        "from now on {function} has the additional last parameter {param}.",
        "there is no way to configure {function}; a last parameter {param} would solve that.",
        "what if {function} had {param} too, as the last one in its signature?",
        "when somebody calls {function} they should be able to set this: {param}, last parameter.",
        "teacher says {function} must have an extra parameter {param}, after the others.",
        "an optional parameter {param} shall stand last in {function}.",
    ),
)
KEYWORD = Phrases(
    "pass {name} on to {call} in {function} as the last argument, by keyword",
    "hand {name} to {call} inside {function} as a keyword argument of the same name, at the end",
    "forward {name} to the call of {call} in {function} as {keyword}, last",
    "add {keyword} as the last argument of {call} in {function}",
    "in {function}, give {call} the keyword argument {keyword} at the end",
    "append {keyword} to the arguments of {call} within {function}",
    "call {call} in {function} with {keyword} behind its other arguments",
    "let {function} pass {keyword} to {call} as the final argument",
    casual=(
        "inside {function}, {call} gets {keyword} at the end.",
        "the call of {call} in {function} should end with {keyword}.",
        "forward it pls: {keyword} goes last into {call} in {function}.",
        "we also want {keyword} handed to {call} in {function}, as the last argument.",
        "without passing it on nothing happens, so {call} in {function} needs {keyword} last.",
        "can {call} in {function} be called with {keyword} as the last argument?",
        "so {keyword} is the new last argument of {call} in {function}.",
        "body of {function}: {call} with {keyword} after the rest.",
        "at present {call} never hears of {name} in {function}; {keyword} at the end fixes that.",
        "lol {function} never tells {call}, so add {keyword} there as the last argument.",
        "to {call} in {function} there shall be passed {keyword}, after the other arguments.",
        "it would be good if {function} sent {keyword} along to {call}, in last place.",
    ),
)
LAST = Phrases(
    "pass {name} on to {call} in {function} as the last argument",
    "hand {name} to {call} inside {function} behind the other arguments",
    "forward {name} to {call} in {function}, in last place",
    "append {name} to the arguments of {call} within {function}",
    "in {function}, give {call} {name} as its final argument",
    "add {name} at the end of the call of {call} in {function}",
    "call {call} in {function} with {name} after the existing arguments",
    "let {function} send {name} along to {call}, last",
    casual=(
        "inside {function}, {call} gets {name} at the end.",
        "the call of {call} in {function} should end with {name}.",
        "forward it pls: {name} goes last into {call} in {function}.",
        "we also want {name} handed to {call} in {function}, as the last argument.",
        "without passing it on nothing happens, so {call} in {function} needs {name} last.",
        "can {call} in {function} be called with {name} as the last argument?",
        "so {name} is the new last argument of {call} in {function}.",
        "body of {function}: {call} with {name} after the rest.",
        "at present {call} never hears of {name} in {function}; as last argument it would.",
        "lol {function} doesn't tell {call} about {name}, put it last there.",
        "to {call} in {function} there shall be passed {name}, after the other arguments.",
        "it would be good if {function} sent {name} along to {call}, in last place.",
    ),
)
LITERAL = Phrases(
    "use {name} in place of the {literal} in the body of {function}",
    "replace the hard-coded {literal} inside the body of {function} by {name}",
    "put {name} where the body of {function} has {literal} now",
    "swap the literal {literal} in the body of {function} for {name}",
    "substitute {name} for the fixed {literal} in the body of {function}",
    "exchange the {literal} that the body of {function} passes for {name}",
    "make the body of {function} pass {name} to {call}, not the fixed {literal}",
    "let {call} in {function} get {name} instead of {literal}",
    casual=(
        "inside {function}, {name} stands where {literal} was passed.",
        "no more fixed {literal} in the body of {function}, {name} there instead.",
        "the body of {function}: {literal} -> {name}.",
        "the {literal} handed to {call} in {function} becomes {name}.",
        "why is {literal} hard-coded in the body of {function}? it should be {name}.",
        "we want {name} rather than the magic {literal} passed to {call} in {function}.",
        "could the body of {function} use {name} where it says {literal}?",
        "drop the {literal} that {function} gives to {call} and write {name} there.",
        "of course {function} then hands {name} over to {call}, where {literal} was.",
        "trade the constant {literal} in the body of {function} for {name}, pls.",
        "in the body of {function} the literal {literal} is to be replaced by {name}.",
        "nit: the call of {call} in {function} should say {name} and not {literal}.",
    ),
)
PARAMETER_REASONS = (
    "We want to tune this from outside.", "A customer has asked for more control here.",
    "I'm writing tests for {function}.", "Hi! This is about {function}.",
    "This came up in the review of {function} yesterday.", "Small change for tonight's release.",
    "Not every caller of {function} wants the same thing.", "I am still learning this.",
    "The value is fixed right now, and that annoys people.", "Good morning, one wish.",
)  # fmt: skip
PARAMETER_STAYS = (
    "Leave {twin} alone.", "The other function, {twin}, stays as it is.", "Don't touch {twin}.",
    "{twin} keeps its signature and its body.", "Nothing happens to {twin}.",
    "I don't want {twin} changed.", "No other function changes.",
    "Please no edits outside of {function}.", "Everything around {function} remains.",
)  # fmt: skip
