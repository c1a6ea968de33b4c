"""Every exception that the playground raises on purpose.

PlaygroundError
├── SettingsError        a setting from the environment cannot be used
├── InvalidRequestError  what the user asked for cannot be sent; carries every problem at once
├── ConnectionMissingError  no credentials or address for the chosen provider
├── IdentityError        no Entra ID token could be had
├── PlanError            an experiment cannot be run as it is written; carries every fault
├── EngineStartError     the local engine could not be started
└── StorageError         the database cannot be opened or written

Invariant: a message says what happened, with which value, and what to do next; never a secret.
"""

from __future__ import annotations


class PlaygroundError(Exception):
    """Base class: its text is written for the user and may be shown as it is."""


class SettingsError(PlaygroundError):
    """A setting from the environment or `.env` has a value that cannot be used."""


class InvalidRequestError(PlaygroundError):
    """The request was refused before sending; `problems` names every reason."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class ConnectionMissingError(PlaygroundError):
    """The chosen provider has no key or no address yet, or one that cannot be used."""

    def __init__(
        self, message: str, *, message_on_page: str | None = None, line: str | None = None
    ) -> None:
        """`message_on_page` is what the Connections page says instead, where the fields are below;
        `line` is the line for `.env` that would mend it, where one would.
        """
        super().__init__(message)
        self.message_on_page = message_on_page or message
        self.line = line


class IdentityError(PlaygroundError):
    """The identity that the app runs under gives no token."""


class PlanError(PlaygroundError):
    """An experiment cannot be run as it is written; `faults` names every one with its place."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class EngineStartError(PlaygroundError):
    """The local engine could not be started; the text holds the command that mends it."""


class StorageError(PlaygroundError):
    """The database cannot be opened, migrated or written."""
