"""What the ledger in memory keeps, row by row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from inbox_rebond.domain import DraftState, MessageState

if TYPE_CHECKING:
    from datetime import datetime

    from inbox_rebond.domain import Action, Decision, Draft, Findings, Identity, MessageKey, Verdict


@dataclass
class ApplicationRow:
    """An application: the Message-IDs and the post by which it is found."""

    threads: set[str]
    post: tuple[str | None, str | None]


@dataclass
class MailRow:
    """A mail and everything that was said of it; places from the oldest to the latest."""

    id: int
    account: str
    identity: Identity
    seen: datetime
    places: list[MessageKey] = field(default_factory=list)
    left: set[MessageKey] = field(default_factory=set)
    state: MessageState = MessageState.CLAIMED
    application: ApplicationRow | None = None
    subject: str = ""
    sender: str = ""
    date: datetime | None = None
    verdict: Verdict | None = None
    findings: Findings | None = None
    decision: Decision | None = None
    failures: int = 0
    retry_at: datetime | None = None
    error: str = ""

    def note_place(self, key: MessageKey) -> None:
        """The mail is here now."""
        self.places = [*(place for place in self.places if place != key), key]
        self.left.discard(key)

    @property
    def place(self) -> MessageKey | None:
        """The latest place that it has not left."""
        return next((key for key in reversed(self.places) if key not in self.left), None)


@dataclass
class DraftRow:
    """A draft and where it is on its way."""

    id: int
    mail: MailRow
    draft: Draft
    created: datetime
    state: DraftState = DraftState.PROPOSED
    place: MessageKey | None = None


@dataclass
class ActionRow:
    """An entry of the journal."""

    id: int
    mail: MailRow
    action: Action
    draft: DraftRow | None
    state: str = "intended"
    note: str = ""
    place: MessageKey | None = None
    undone: bool = False
    undoing: bool = False
