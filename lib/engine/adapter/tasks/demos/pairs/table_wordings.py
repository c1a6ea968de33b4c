"""How people ask for a column of a table, and for rows to come and to go.

Invariant: every wording tells the place and the value; what stays is never an edit.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.phrasing import Phrases

NULLABLE = Phrases(
    "add a nullable column {name} of type {type} to {table}, right after {after}",
    "insert {name} {type} after {after} in {table}, without NOT NULL",
    "give {table} a column {name} ({type}, may be NULL) directly after {after}",
    "put an optional column {name} with the type {type} below {after} in {table}",
    "let {after} in {table} be followed by {name} {type}, which may be empty",
    "The table {table} needs {name} {type} after {after}, with no constraint",
    "extend {table} by {name} {type} right behind {after}; NULL is allowed",
    "place {name} {type}, no NOT NULL, under {after} in {table}",
    casual=(
        "{table} needs {name}, type {type}, right after {after}. it may be NULL.",
        "new column after {after} in {table}: {name} {type}, nullable.",
        "can {table} have {name} {type} after {after}? NULL must be possible, so no NOT NULL.",
        "not always known, so {name} {type} comes after {after} in {table} without NOT NULL.",
        "{name} {type} (nullable) goes behind {after} in {table}.",
        "In {table}, the column {after} shall be followed by {name} {type}, NULL being allowed.",
        "gonna need {name} {type} after {after} in {table}, no NOT NULL pls.",
        "I'd like to store {name} as {type} in {table}, the line after {after}, optional.",
        "there is no {name} in {table} yet. it is {type}, nullable, and stands after {after}.",
        "after {after} in {table} comes {name} {type}. Only that, no NOT NULL.",
        "missing in {table}: {name} {type} right after {after}, may stay empty.",
        "{table}: after {after} comes {name} {type}, which can be NULL.",
    ),
)
REQUIRED = Phrases(
    "add a column {name} of type {type} with NOT NULL to {table}, right after {after}",
    "insert {name} {type} NOT NULL after {after} in {table}",
    "give {table} a column {name} ({type}, NOT NULL) directly after {after}",
    "put a NOT NULL column {name} with the type {type} below {after} in {table}",
    "let {after} in {table} be followed by {name} {type} NOT NULL",
    "The table {table} needs {name} {type} NOT NULL after {after}",
    "extend {table} by {name} {type} NOT NULL right behind {after}",
    "place the column {name}, {type} and NOT NULL, under {after} in {table}",
    casual=(
        "{table} needs {name}, type {type}, right after {after}. with NOT NULL.",
        "new column after {after} in {table}: {name} {type} NOT NULL.",
        "can {table} have {name} {type} NOT NULL after {after}?",
        "we always know it, so {name} {type} comes after {after} in {table} with NOT NULL.",
        "{name} {type} (NOT NULL) goes behind {after} in {table}.",
        "In {table}, the column {after} shall be followed by {name} {type} NOT NULL.",
        "gonna need {name} {type} after {after} in {table}, NOT NULL pls.",
        "I'd like to store {name} as {type} NOT NULL in {table}, the line after {after}.",
        "there is no {name} in {table} yet. it is {type} NOT NULL and stands after {after}.",
        "after {after} in {table} comes {name} {type} NOT NULL.",
        "missing in {table}: {name} {type} NOT NULL, right after {after}.",
        "{table}: after {after} comes {name} {type} NOT NULL.",
    ),
)
COLUMN_REASONS = (
    "The form got another field.", "We plan the next migration.", "Hi, this is for my SQL course.",
    "The support team wants to see more.", "The import brings one more value.",
    "Our schema is not complete yet.", "The product owner asked for it on Monday.",
    "I forgot a column when I drew the diagram.", "The app already sends it.",
)  # fmt: skip
COLUMN_STAYS = (
    "The table {twin} stays.", "{twin} does not change.", "The other columns stay as they are.",
    "No change in {twin}, please.", "Keep all constraints.", "Don't touch {twin}.",
    "The order of the other columns stays.", "{twin} has all it needs.",
)  # fmt: skip

GO = Phrases(
    "remove the row of {key} from the INSERT into {table}",
    "delete the {key} row that is inserted into {table}",
    "take {key} out of the rows inserted into {table}",
    "drop the row with {key} from the INSERT into {table}",
    "leave out the row for {key} in the INSERT into {table}",
    "The row with {key} is no longer inserted into {table}",
    "strike the row {key} from the values of the {table} insert",
    "get rid of the {key} row in the INSERT into {table}",
    casual=(
        "the row with {key} goes from the INSERT into {table}.",
        "in the {table} INSERT we don't need the row of {key} any more.",
        "could the row of {key} vanish from the INSERT into {table}?",
        "no row for {key} in the {table} INSERT, please.",
        "the INSERT into {table} should do without the row of {key}.",
        "row {key} out of the {table} INSERT.",
        "The row of {key} is to be removed from the INSERT into {table}.",
        "pls kick the {key} row out of the INSERT into {table}.",
        "there is a row for {key} in the INSERT into {table}, it must go.",
        "I don't want to insert {key} into {table} any longer, so that row goes.",
        "the {key} row was test data. out of the {table} INSERT with it.",
        "when inserting into {table}, skip {key} by deleting its row.",
    ),
)
COME = Phrases(
    "add {row} as the last row of the INSERT into {table}",
    "append {row} to the rows inserted into {table}",
    "put the row {row} at the end of the INSERT into {table}",
    "insert {row} into {table} too, as the last row of that INSERT",
    "let the INSERT into {table} end with the row {row}",
    "The last row of the {table} INSERT becomes a new one, {row}",
    "write {row} as an additional last row of values for {table}",
    "include {row} after all other rows of the INSERT into {table}",
    casual=(
        "new last row in the {table} INSERT: {row}.",
        "the INSERT into {table} gets {row} at the end.",
        "could {row} come as the last row of the {table} INSERT?",
        "{row} is missing in the INSERT into {table}, it goes last.",
        "at the end of the rows for {table} I need {row}.",
        "The INSERT into {table} shall close with the row {row}.",
        "pls stick {row} to the end of the INSERT into {table}.",
        "we have a new one, {row}, last in the {table} INSERT.",
        "after the other rows of the {table} INSERT comes {row}.",
        "gonna need {row} as the final row for {table}.",
        "one more row at the bottom of the {table} INSERT, {row}.",
        "let {row} be the row that the {table} INSERT ends with.",
    ),
)
ROWS_REASONS = (
    "The seed data is out of date.", "We refresh the demo database.", "Hi, these are my fixtures.",
    "The test data for {table} changed.", "Somebody checked our list of {table}.",
    "The start data must fit the new tests.", "I keep the sample data for our course.",
    "The team uses other examples now.", "Our {table} were entered years ago.",
)  # fmt: skip
ROWS_STAYS = (
    "The other statements stay.", "Other statements stay even if they name the same value.",
    "Only the INSERT into {table} changes.", "The other rows stay in their order.",
    "Leave all other statements alone.", "No other row changes.", "Keep the ids of the other rows.",
    "Nothing changes outside the {table} INSERT.",
)  # fmt: skip
