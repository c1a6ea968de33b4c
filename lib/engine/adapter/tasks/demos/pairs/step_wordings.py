"""How people ask for a further step of a job.

Invariant: wordings only; reasons and stays ask for no edit.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Phrases

STEP = Phrases(
    "add a step named {name} {place}; it runs {command}",
    "insert a step {name} that runs {command}, {place}",
    "put a new step {place}: it is called {name} and runs {command}",
    "we need one more step {place}, namely {name}, running {command}",
    "run {command} in a new step called {name} {place}",
    "create a step with the name {name} and the command {command} {place}",
    "have {command} run in its own step {name} {place}",
    "give the list another step {place}, with the name {name} and the command {command}",
    "squeeze in a step {name} {place} which executes {command}",
    "extend the steps by {name} ({command}), {place}",
    casual=(
        "new step {place}: {name}, runs {command}.",
        "can you get {command} to run {place}? call the step {name}.",
        "the step {name} is missing. it runs {command} and belongs {place}.",
        "gonna need a step {name} with {command}, goes {place}.",
        "one step is to be inserted {place}; its name shall be {name}, its command {command}.",
        "{place} there should be a step called {name} which does {command}.",
        "nothing runs {command} yet. make that a step named {name} {place}.",
        "+ {name}: {command}, {place}.",
        "I forgot {command}! it should sit {place} as a step named {name}.",
        "I am new to this. How do I get a step {name} {place}? It has to run {command}.",
        "{command} has to happen {place}, so a step with the name {name} please.",
        "todo: step {name} -> {command}, to be placed {place}.",
        "what I want to see {place} is a step {name} that calls {command}.",
        "would you mind slipping in {name} {place}? The command for it is {command}.",
    ),
)
STEP_REASONS = (
    "The pipeline let something through yesterday.",
    "We agreed on this in the stand-up.",
    "Our runs have a gap.",
    "I went through the list with the others this morning.",
    "Last night's run went wrong because something was skipped.",
    "Hi, I am setting up the automation for my team.",
    "My reviewer noticed that the order is incomplete.",
    "This has been done by hand so far.",
)
STEP_STAYS = (
    "The other steps keep their order.",
    "{neighbour} itself does not change.",
    "Leave all other steps alone.",
    "Don't touch {neighbour}.",
    "Write it in the same style as the other steps.",
    "No other step moves.",
    "Everything above and below stays.",
    "The rest of the steps are fine.",
)
