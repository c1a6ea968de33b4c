"""How people ask for a further member of a union, and for its branch.

Invariant: each core begins with a plain word, as each utterance does, so that two can be joined.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Phrases

MEMBER = Phrases(
    "add {member} at the end of {union}",
    "extend {union} by {member} as its last member",
    "append {member} to {union}",
    "let {union} also allow {member}, in last place",
    "put {member} behind the other members of {union}",
    "give {union} one more member at the end, {member}",
    "make {member} the last member of {union}",
    "write {member} as a further option at the end of {union}",
    casual=(
        "new last member of {union}: {member}.",
        "the type {union} doesn't know {member} yet, it goes at the end.",
        "gonna need {member} in {union}, last one.",
        "could {member} be allowed by {union} too, after the rest?",
        "we support {member} now, so {union} ends with it.",
        "type {union}: {member} at the end pls.",
        "what {union} lacks is {member}; last place, please.",
        "members of {union} + {member}, behind the others.",
        "at the end of {union} there shall be {member}.",
        "from today {member} is one of {union}, listed last.",
        "somebody forgot {member} in {union}! last position is right.",
        "it'd be lovely to see {member} as the final member of {union}.",
    ),
)
BRANCH = Phrases(
    "let {function} return {value} for {member}, as {place}",
    "add {place} to {function}: {member} returns {value}",
    "handle {member} in {function} as {place} and return {value} there",
    "give {function} {place} for {member} that returns {value}",
    "return {value} for {member} in {function}, in {place}",
    "make {function} answer {value} when it gets {member}, with {place}",
    "write {place} in {function} which returns {value} for {member}",
    "teach {function} that {member} means {value}, in {place}",
    casual=(
        "in {function} it needs {place}: {member} -> {value}.",
        "for {member}, {function} returns {value}; that is {place}.",
        "the function {function} should give {value} for {member}, as {place}.",
        "when {member} comes in, {function} returns {value} ({place}).",
        "can {function} have {place} that maps {member} to {value}?",
        "as {place} in {function}: {value} for {member}.",
        "right now {function} has nothing for {member}; add {place} with {value}.",
        "what {function} returns for {member} is {value}, write it as {place}.",
        "we also need {place} in {function}, {member} gives {value}.",
        "pls teach {function} {member} too, result {value}, as {place}.",
        "there shall be {place} in {function}, by which {member} yields {value}.",
        "anyone passing {member} to {function} should get {value}. do it as {place}.",
    ),
)
UNION_REASONS = (
    "We have something new in the catalog.", "The product team has decided on one more option.",
    "The compiler complains about {member}.", "Users have asked for {member} for months.",
    "Hi, I'm working on {function}.", "The backend sends {member} since this morning.",
    "I am new to unions.", "Next item on my list.", "One more variant, the last for this week.",
)  # fmt: skip
UNION_STAYS = (
    "{twin} stays as it is.", "Leave {twin} alone.", "The other type is fine.",
    "Don't add it to {twin}.", "The order of what is there stays.", "{twin} is not concerned.",
    "Keep the existing branches.", "Nothing changes for the other members.",
    "Don't touch {twin}, please.",
)  # fmt: skip
