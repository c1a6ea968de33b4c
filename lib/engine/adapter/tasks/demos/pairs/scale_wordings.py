"""How people ask for another number of replicas, and for a limit.

Invariant: wordings only; reasons and stays ask for no edit.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Phrases

SCALE = Phrases(
    "set {key} of {name} to {new}",
    "run {name} with {new} replicas",
    "scale {name} from {old} to {new} replicas",
    "change the number of replicas of {name} to {new}",
    "give {name} {new} replicas",
    "let there be {new} replicas of {name} instead of {old}",
    "bring {name} to {new} replicas",
    "make {key} {new} for {name}",
    casual=(
        "{new} replicas for {name}, not {old}.",
        "we need {new} replicas of {name}.",
        "{key} {old} -> {new} for {name}.",
        "the {name} replicas should be {new}.",
        "can we have {new} replicas of {name}?",
        "{old} replicas are wrong for {name}, {new} are right.",
        "scale {name} to {new} pls.",
        "for {name} the replica count is to be {new}.",
        "I want {new} copies of {name} running, currently {old}.",
        "{name} gets {new} replicas from now on.",
        "how about {new} replicas for {name}?",
        "the right {key} for {name} is {new}.",
    ),
)
LIMIT = Phrases(
    "add {limit} to the limits of {name}, after {cpu}",
    "put {limit} below {cpu} in the limits of {name}",
    "give {name} the limit {limit}, directly after {cpu}",
    "insert {limit} under the limits of {name}, right below {cpu}",
    "extend the limits of {name} by {limit} after the {cpu} line",
    "write {limit} into the limits of {name}, just after {cpu}",
    "cap {name} with {limit} under limits, following {cpu}",
    "set a further limit for {name}, {limit}, on the line after {cpu}",
    casual=(
        "the limits of {name} need {limit} too, after {cpu}.",
        "under limits of {name}, after {cpu}, there should be {limit}.",
        "there's no memory limit for {name}: {limit}, goes right after {cpu} in limits.",
        "limits of {name}: + {limit} (below {cpu}).",
        "can you cap the memory of {name}? {limit} under limits, after {cpu}.",
        "the line {limit} is missing below {cpu} in the limits of {name}.",
        "{name} eats all the memory. {limit} in its limits after {cpu} would help.",
        "in the limits of {name}, {cpu} is to be followed by {limit}.",
        "pls put {limit} in the limits for {name} too, under {cpu}.",
        "I want a limit {limit} for {name}, placed after {cpu}.",
        "the memory limit of {name} is to be {limit}, after {cpu}.",
        "please let {limit} follow {cpu} in the limits of {name}.",
    ),
)
SCALE_REASONS = (
    "The load test was a surprise.",
    "Black Friday is close.",
    "The nodes are bigger now.",
    "Our monitoring shows that the sizing is off.",
    "I talked to the platform team about capacity.",
    "We had an out-of-memory kill at night.",
    "The numbers were a guess at first.",
    "Hi, a small change for the cluster.",
)
SCALE_STAYS = (
    "{twin} is not affected.",
    "The requests stay.",
    "Do not touch {twin}.",
    "Leave {twin} at its numbers.",
    "What is reserved does not change.",
    "Nothing changes for {twin}.",
    "The sizing of {twin} is right.",
    "Keep the cpu values.",
)
