"""The sentences of error reports, one row a kind of failure.

Invariant: a row says what happened, with the value that matters, and one next step. Fields:
{host}, {model}, {name} (the provider), {status}, {param}, {wait}, {silence_s}, {total_s}, {cause},
{where} (a key is typed), {scope} (of an Entra ID token), {scope_setting}, {not_found_note} (the
provider's own).
"""

from __future__ import annotations

from typing import NamedTuple

from lib.domain import ErrorCategory


class Wording(NamedTuple):
    """What happened, and what the user can do now; both templates."""

    message: str
    next_step: str


WORDING: dict[ErrorCategory, Wording] = {
    ErrorCategory.CONNECTION: Wording(
        "No connection to {host}: {cause}.",
        "Check that the server is running and that the base URL is right, then run again.",
    ),
    ErrorCategory.TIMEOUT: Wording(
        "{host} sent nothing for {silence_s:g} seconds.",
        "Run again; for a slow server raise PLAYGROUND_SILENCE_TIMEOUT_S.",
    ),
    ErrorCategory.AUTHENTICATION: Wording(
        "{host} refused the key (status {status}).",
        "Check the key {where}: it must belong to {name} and still be valid.",
    ),
    ErrorCategory.PERMISSION: Wording(
        "{host} does not allow this key to use {model} (status {status}).",
        "Use a key or identity with access to it, or choose another model.",
    ),
    ErrorCategory.NOT_FOUND: Wording(
        "{host} does not know {model} at this address (status {status}).",
        "Check the model's name, and that the base URL ends as {name} says, often in /v1.",
    ),
    ErrorCategory.INVALID_REQUEST: Wording(
        "{host} refused the request (status {status}).",
        "Read the server's message, switch optional parameters off, and run again.",
    ),
    ErrorCategory.PREDICTION_REFUSED: Wording(
        "{host} takes no prediction for {model}.",
        "Switch the prediction off, or choose a model that takes one.",
    ),
    ErrorCategory.RATE_LIMIT: Wording(
        "{host} takes no more requests for now (status 429).",
        "Run again {wait}; if it stays, check the quota and the balance at {name}.",
    ),
    ErrorCategory.CONTENT_FILTER: Wording(
        "The content filter of {host} refused the text that was sent.",
        "Change the text or the instructions, and run again.",
    ),
    ErrorCategory.SERVER: Wording(
        "{host} failed (status {status}).",
        "Run again {wait}; if it stays, look at the server's log or the status page of {name}.",
    ),
    ErrorCategory.STREAM: Wording(
        "{host} reported an error instead of finishing the answer.",
        "Read the server's message, then run again; the text so far is kept.",
    ),
    ErrorCategory.INTERNAL: Wording(
        "The playground itself failed with {cause}.",
        "Run again; if it stays, report this name together with what you did.",
    ),
}

STATUS_WORDING: dict[int, Wording] = {
    402: Wording(
        "{host} wants to be paid first (status 402).", "Check the balance at {name}, and run again."
    ),
    408: Wording("{host} waited too long for the request (status 408).", "Run again."),
    413: Wording(
        "The request is too large for {host} (status 413).", "Shorten the texts, and run again."
    ),
}

REDIRECTED = Wording(
    "{host} points to another address (status {status}), which is not followed.",
    "Put the final address into the base URL.",
)
BAD_PARAMETER = Wording(
    "{host} refused the parameter {param} (status {status}).",
    "Change {param} or switch it off, and run again.",
)
KEY_MISSING = Wording(
    "{host} wants a key, and none was sent (status {status}).",
    "Type the key of {name} {where}.",
)
ENTRA_REFUSED = Wording(
    "{host} refused the Entra ID token (status {status}): the identity lacks access to this "
    "resource, or the token has another scope.",
    "Give the identity a role such as Cognitive Services OpenAI User on the resource, or set "
    "{scope_setting}: the token is for {scope}.",
)
NOT_FOUND_HERE = Wording(WORDING[ErrorCategory.NOT_FOUND].message, "{not_found_note}")
DEADLINE = Wording(
    "The answer from {host} was not complete after {total_s:g} seconds.",
    "Ask for a shorter answer with max tokens, or raise PLAYGROUND_DEADLINE_S.",
)
CONNECT_TIMEOUT = Wording(
    "{host} did not take the connection in time.",
    "Check the address and the network, then run again.",
)
STREAM_CUT = Wording(
    "The connection to {host} was cut in the middle of the answer.",
    "Run again; the text that arrived is kept.",
)
UNREADABLE = Wording(
    "{host} sent something that is no Chat Completions stream.",
    "Check that the base URL leads to an OpenAI-compatible server, then run again.",
)
PLAIN = Wording("{cause}", "Do what the message says, then run again.")
