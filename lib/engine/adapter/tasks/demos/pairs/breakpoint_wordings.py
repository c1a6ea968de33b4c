"""How people ask for another breakpoint, and for another value inside it.

Invariant: every wording tells the place and the value; what stays is never an edit.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Phrases

BREAK_EVERY = Phrases(
    "change the breakpoint {old} to {new} in all media queries",
    "let every media query that says {old} use {new}",
    "move the breakpoint from {old} to {new} in all @media blocks",
    "replace {old} with {new} in each @media condition",
    "set {new} instead of {old} wherever a media query asks for the width",
    "All media queries at {old} switch to {new}",
    "raise or lower the breakpoint everywhere: {old} becomes {new} in the @media lines",
    "use {new} as the breakpoint of all the media queries that have {old} now",
    casual=(
        "@media: {old} -> {new}, all of them.",
        "our breakpoint is {new} now, not {old}. every media query please.",
        "{new} instead of {old} in all the media queries.",
        "The breakpoint {old} shall be {new} in every media query.",
        "can all the media queries at {old} go to {new}?",
        "each @media with {old} should read {new}.",
        "we no longer break at {old} but at {new}, in every @media.",
        "all these media queries still say {old}, they must say {new}.",
        "I learned that {new} is a better breakpoint than {old}. Adopt it in all media queries.",
        "breakpoints: {old} out, {new} in, throughout the @media rules.",
        "not one media query should have {old} any more, they all get {new}.",
        "would you be so kind and trade {old} for {new} in all the @media conditions?",
    ),
)
BREAK_ONE = Phrases(
    "change the breakpoint of {place} from {old} to {new}",
    "let {place} start at {new} instead of {old}",
    "set the width in the condition of {place} to {new}",
    "put {new} in place of {old} in the condition of {place}",
    "move the breakpoint of {place} to {new}",
    "The condition of {place} should say {new}, not {old}",
    "swap {old} for {new} in the @media line of {place}",
    "make {new} the breakpoint of {place}",
    casual=(
        "breakpoint of {place}: {old} -> {new}.",
        "{place} breaks at {old}, I want {new}.",
        "could {place} use {new} as its breakpoint?",
        "{new} instead of {old} as the breakpoint of {place}.",
        "The breakpoint in {place} is to be {new} from now on.",
        "{place} kicks in at the wrong width, it should be {new} rather than {old}.",
        "pls put {new} as the width in the @media line of {place}.",
        "on my tablet {place} is wrong. its breakpoint must be {new}.",
        "what was {old} in the condition of {place} becomes {new}.",
        "for {place} we agreed on {new} as the breakpoint.",
        "I'd like {place} to ask for {new} where it asks for {old}.",
        "have {place} switch at {new}, not at {old}.",
    ),
)
INNER = Phrases(
    "set {property} of {rule} to {value} inside {place}",
    "change {property} of {rule} in {place} to {value}",
    "inside {place}, make {property} of {rule} {value}",
    "let {rule} have {value} as {property} within {place}",
    "give {rule} the {property} {value} in {place}",
    "use {value} for {property} of {rule} inside {place}",
    "in {place}, the {property} of {rule} becomes {value}",
    "put {value} as {property} of {rule} in {place}",
    casual=(
        "in {place} the {property} of {rule} should be {value}.",
        "{property} of {rule} in {place}: {value}.",
        "inside {place}, {rule} gets {value} for {property}.",
        "the {property} that {rule} has within {place} is to be {value}.",
        "could {rule} in {place} have {property} {value}?",
        "{rule} within {place} looks bad, {property} must be {value}.",
        "pls {value} for {property} of {rule}, but inside {place}.",
        "for {rule} in {place} I want {value} as {property}.",
        "{value} is the new {property} of {rule} in {place}.",
        "make that {property} {value} for {rule} in {place}.",
        "only in {place}: {rule} with {property} {value}.",
        "{rule} -> {property} {value}, in {place}.",
    ),
)
BREAK_REASONS = (
    "Our new tablets are a bit wider.", "The layout jumps too early.", "I tested it on my phone.",
    "The grid system of the team was changed.", "Hi, this is for my homework on responsive pages.",
    "Analytics tells us what screens people use.", "Mobile users complained about the layout.",
    "We agreed on common breakpoints yesterday.", "The page breaks at an odd width.",
)  # fmt: skip
BREAK_STAYS = (
    "The {old} outside of @media stays.", "Outside of @media all widths stay.",
    "No width changes outside of @media.", "The rules outside of the media queries stay.",
    "Keep every max-width outside of @media.", "All numbers outside of @media are right.",
    "A {old} that is not a breakpoint stays.", "Boxes outside of @media keep their widths.",
)  # fmt: skip
