"""How people ask for another limit, order, condition or join of a query.

Invariant: every wording tells the place and the value; what stays is never an edit.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Phrases

LIMIT = Phrases(
    "change the {word} in {query} from {old} to {new}",
    "set the {word} of {query} to {new} instead of {old}",
    "make {new} the {word} of {query}, not {old}",
    "let {query} have a {word} of {new}",
    "put {new} in place of {old} as the {word} of {query}",
    "The {word} of {query} becomes {new}",
    "in {query}, use {new} for the {word}",
    "trade the {word} {old} of {query} for {new}",
    casual=(
        "{word} {old} -> {new} in {query}.",
        "in {query} I need a {word} of {new}, not {old}.",
        "could {query} do with a {word} of {new}?",
        "the {word} in {query} says {old}, it should say {new}.",
        "for {query}: {word} {new} instead of {old}.",
        "a {word} of {old} is wrong in {query}, {new} it is.",
        "The {word} of {query} shall be {new}.",
        "pls {word} {new} in {query}.",
        "gonna need {new} as the {word} of {query}.",
        "we agreed on {new} for the {word} of {query}.",
        "what is a {word} of {old} in {query} has to read {new}.",
        "my teacher wants {query} with a {word} of {new} where I have {old}.",
    ),
)
BEST = Phrases(
    "return only {new} rows instead of {old} from {query}",
    "let {query} give us {new} rows, not {old}",
    "fetch {new} rows rather than {old} in {query}",
    "show {new} results instead of {old} in {query}",
    "make {query} stop after {new} rows instead of {old}",
    "The result of {query} should have at most {new} rows, not {old}",
    casual=(
        "{new} rows instead of {old} from {query}.",
        "I only want {new} results, not {old}, in {query}.",
        "could {query} list {new} rows instead of {old}?",
        "{query} lists the top {old}, we show the top {new}.",
        "the top {new} please, not the top {old}, in {query}.",
        "at most {new} rows shall come from {query}, no longer {old}.",
    ),
)
ORDER = Phrases(
    "sort {query} by {order} instead of {old}",
    "let {query} be ordered by {order}, not by {old}",
    "replace the sort order {old} of {query} with {order}",
    "use {order} as the order of {query} in place of {old}",
    "change the ORDER BY of {query} from {old} to {order}",
    "The rows of {query} should be sorted by {order} only",
    "swap {old} for {order} in the sorting of {query}",
    "make {order} the sort order of {query}",
    casual=(
        "sorting of {query}: {order} instead of {old}.",
        "in {query} the order should be {order}, not {old}.",
        "could {query} come sorted by {order} and no longer by {old}?",
        "{query} sorts by {old}, I want {order} there.",
        "order of {query}: {old} -> {order}.",
        "The rows of {query} are to be ordered by {order}.",
        "pls sort {query} by {order}, not {old}.",
        "by {order} is how I want {query} sorted, {old} goes.",
        "we no longer sort {query} by {old} but by {order}.",
        "let's have {order} where {query} is sorted by {old}.",
        "for {query} the right ORDER BY is {order}.",
        "I expected {query} to be sorted by {order}, but it says {old}.",
    ),
)
CONDITION = Phrases(
    "change the condition on {column} in {query} to {condition}",
    "let {query} ask for {condition} in its WHERE instead of {old}",
    "replace {old} with {condition} in the WHERE of {query}",
    "use {condition} as the filter on {column} in {query}",
    "put {condition} where {query} has {old}",
    "The condition {old} of {query} becomes {condition}",
    "swap the filter {old} of {query} for {condition}",
    "make it {condition} instead of {old} in {query}",
    casual=(
        "WHERE of {query}: {old} -> {condition}.",
        "in {query} it should be {condition}, not {old}.",
        "could {query} check {condition} instead of {old}?",
        "{query} filters by {old}, please make that {condition}.",
        "{condition} is the right filter for {query}, {old} is not.",
        "The filter {old} of {query} shall be {condition}.",
        "for {query} I want {condition} in the WHERE, in place of {old}.",
        "what is {old} in {query} turns into {condition}.",
        "pls {condition} rather than {old} in {query}.",
        "the threshold on {column} in {query} is wrong, it must be {condition}.",
        "let {query} say {condition} where it says {old}.",
        "{old} out, {condition} in, for {query}.",
    ),
)
LIMIT_REASONS = (
    "The dashboard got smaller.", "The list on the page is too long.", "Hi, I am learning SQL.",
    "The report for the board was redesigned.", "My boss wants another cut of the {items}.",
    "We page through the {items} differently now.", "The widget shows fewer or more {items}.",
    "It is about the {items} on the start page.", "Our analyst asked me about the {items}.",
)  # fmt: skip
LIMIT_STAYS = (
    "Equal numbers elsewhere stay.", "The selected columns stay.",
    "Other numbers stay as they are.",
    "Don't touch any other number.", "A number that only looks the same is not meant.",
    "The columns and tables are right.", "Keep the rest of the SQL.", "No other value changes.",
)  # fmt: skip

LEFT = Phrases(
    "turn the JOIN of {table} in {query} into a {left}",
    "make it a {left} for {table} in {query}",
    "join {table} by {left} instead of a plain JOIN in {query}",
    "use {left} for {table} in {query}",
    "change the JOIN with {table} in {query} to {left}",
    "The JOIN of {table} in {query} should be a {left}",
    "replace the inner join of {table} in {query} with a {left}",
    "swap the JOIN on {table} for a {left} in {query}",
    casual=(
        "{left} for {table} in {query}.",
        "in {query} the join of {table} must be a {left}.",
        "could {query} use a {left} for {table}?",
        "{query} loses rows without {table}, make that join a {left}.",
        "a {left} instead of the JOIN of {table} in {query}.",
        "The table {table} is to be joined by {left} in {query}.",
        "pls {left} the table {table} in {query} instead of the plain JOIN.",
        "rows with nothing in {table} must not vanish from {query}, so {left} it is.",
        "what joins {table} in {query} should read {left}.",
        "I want a {left} where {query} joins {table}.",
        "JOIN -> {left} for {table} in {query}.",
        "we agreed that {query} gets at {table} by a {left}.",
    ),
)
COALESCE = Phrases(
    "wrap {column} in the SELECT list of {query} as {call}",
    "select {call} instead of {column} in {query}",
    "replace {column} with {call} among the selected columns of {query}",
    "put {call} in place of {column} in the select list of {query}",
    "use {call} for the selected {column} in {query}",
    "The selected column {column} of {query} becomes {call}",
    "write {call} where {query} selects {column}",
    "let {query} select {call}, not the bare {column}",
    casual=(
        "in {query} select {call} rather than {column}.",
        "the selected {column} of {query} should be {call}.",
        "could {query} select {call} where it selects {column}?",
        "selected columns of {query}: {column} -> {call}.",
        "{call} instead of the selected {column} in {query}.",
        "The select list of {query} shall have {call} in lieu of {column}.",
        "pls select {call}, not {column}, in {query}.",
        "I don't want NULL for {column}, so {query} selects {call} instead.",
        "where {query} selects {column} it had better say {call}.",
        "let's have {call} as what {query} selects for {column}.",
        "an empty {column} looks bad, select {call} in {query}.",
        "{query} shows NULL for {column}, make it {call} in the select list.",
    ),
)
JOIN_REASONS = (
    "Some rows are missing in the report.", "Not every row has a partner.", "Hi, joins confuse me.",
    "The numbers of the two reports differ.", "Accounting misses entries.", "I found a small bug.",
    "Our reviewer looked at the SQL.", "The list is shorter than it should be.",
)  # fmt: skip
JOIN_STAYS = (
    "The other query stays.", "Other joins stay as they are.", "No other join changes.",
    "Don't touch {twin}.", "{twin} is right.", "Leave {twin} alone.", "Keep the ON conditions.",
    "Nothing changes in {twin}.",
)  # fmt: skip
