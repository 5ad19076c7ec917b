"""The parts that touch the world, as Protocols. Each has one contract suite in tests/contract/."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

    from inbox_rebond.domain import (
        Action,
        Decision,
        Draft,
        DraftState,
        File,
        Findings,
        History,
        Identity,
        Label,
        Labelled,
        Lesson,
        Mail,
        MessageKey,
        MessageState,
        RawMail,
        Verdict,
    )


@dataclass(frozen=True, slots=True)
class FolderState:
    """A folder as it was when it was opened. `uidnext` is 0 where the server does not say."""

    name: str
    uidvalidity: int
    uidnext: int
    messages: int


class Mailbox(Protocol):
    """One account on one connection, used by one thread.

    Every method may raise MailboxAway (or TryLater) and MailGone, MailRefused where it names a
    mail. Folder names are the server's full names, decoded; `file_to` style names with `/` go
    through `folder_for` first. Nothing here marks a mail as read.
    """

    account: str

    def folders(self) -> tuple[str, ...]:
        """All folders that can be opened."""
        ...

    def folder_for(self, name: str, *, create: bool = False) -> str:
        """The server's name for a `/`-separated name (prefix, separator); made if asked for.

        Raises FolderMissing where it does not exist and is not to be made.
        """
        ...

    def folders_for(self, wanted: Sequence[str]) -> dict[str, str]:
        """The server's names for those `/`-separated names whose folders exist."""
        ...

    def drafts_folder(self) -> str:
        """The Drafts folder: by special use, else by its local names, else made."""
        ...

    def open(self, folder: str) -> FolderState:
        """Look at a folder afresh; later calls about mails in it rely on its UIDVALIDITY."""
        ...

    def uids(self, folder: str, *, above: int = 0, since: date | None = None) -> list[int]:
        """UIDs greater than `above`, received on or after `since`, ascending."""
        ...

    def fetch(self, folder: str, uids: Sequence[int]) -> Iterator[RawMail]:
        """The mails that still exist, in no particular order, each cut at the size limit.

        A mail that the server will not hand out is left out: compare with what was asked for.
        """
        ...

    def find(self, folder: str, message_id: str) -> tuple[MessageKey, ...]:
        """The places in a folder whose Message-ID header is exactly `message_id` (no brackets)."""
        ...

    def append_draft(self, folder: str, data: bytes, when: datetime) -> MessageKey | None:
        """Append, flagged as a draft; the new place where the server tells (UIDPLUS), else None."""
        ...

    def move(self, key: MessageKey, to: str, message_id: str) -> MessageKey | None:
        """Move one mail so that it is in exactly one of both folders in the end.

        The new place where it is known. Raises MailGone when it is not at `key` (any more),
        which includes a changed UIDVALIDITY.
        """
        ...

    def close(self) -> None:
        """Log out; never raises."""
        ...


class Classifier(Protocol):
    """A fitted model."""

    @property
    def version(self) -> str:
        """Which model this is."""
        ...

    @property
    def file_from(self) -> float:
        """From which probability of a rejection on a mail is filed, if nobody says otherwise."""
        ...

    @property
    def review_from(self) -> float:
        """From which probability of a rejection on a mail waits in the review list."""
        ...

    def judge(self, mails: Sequence[Mail]) -> list[Verdict]:
        """One verdict a mail, in order. Never raises on the content of a mail."""
        ...


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a folder has been looked through.

    Every UID up to `uid` is claimed, older than the first look, or withheld by the server.
    """

    uidvalidity: int
    uid: int


@dataclass(frozen=True, slots=True)
class Claim:
    """The ledger's answer to a mail that turned up.

    `mail` is the ledger's id of the mail; `state` is where it is on its way; `new` says that it
    was not known before (a second place or a new UIDVALIDITY does not make it new). `failures`
    counts how often it failed.
    """

    mail: int
    state: MessageState
    new: bool
    failures: int = 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """A mail that was not finished, where it was seen last, and how often it failed."""

    mail: int
    place: MessageKey
    failures: int = 0


@dataclass(frozen=True, slots=True)
class Intent:
    """An action that was begun and whose outcome is not known, from an earlier run."""

    id: int
    mail: int
    identity: Identity
    action: Action
    draft: Draft | None


@dataclass(frozen=True, slots=True)
class Filing:
    """A mail that was filed: by which action, and where it went, if the server told."""

    action: File
    identity: Identity
    place: MessageKey | None


@dataclass(frozen=True, slots=True)
class Trace:
    """What is known of where a mail went.

    `place` is where it was seen last, unless it has left. `filed` says that the program moved it
    to the folder for rejections, or tried to, and that nobody took it back; `undoing` that taking
    it back was begun.
    """

    mail: int
    place: MessageKey | None
    filed: bool
    undoing: bool


@dataclass(frozen=True, slots=True)
class DraftRecord:
    """A draft as the ledger knows it."""

    id: int
    mail: int
    account: str
    state: DraftState
    draft: Draft
    place: MessageKey | None
    created: datetime


@dataclass(frozen=True, slots=True)
class MailRecord:
    """A judged mail as `rebond log` shows it.

    Of ordinary mail that was left alone subject, sender, date and evidence are not kept.
    `label` is the newest that the person gave.
    """

    id: int
    account: str
    state: MessageState
    subject: str
    sender: str
    date: datetime | None
    seen: datetime
    verdict: Verdict | None
    findings: Findings | None
    decision: Decision | None
    place: MessageKey | None
    notes: tuple[str, ...]
    draft: int | None
    label: Label | None = None


class Ledger(Protocol):
    """The memory of the program. Every method is one transaction and is durable on return.

    Every method may raise LedgerUnusable. All times are aware and in UTC.
    """

    def cursor(self, account: str, folder: str) -> Cursor | None:
        """How far the folder was looked through; None before the first look."""
        ...

    def advance(self, account: str, folder: str, cursor: Cursor) -> None:
        """Note how far the folder has been looked through."""
        ...

    def known(self, account: str, folder: str, uidvalidity: int, uids: Sequence[int]) -> set[int]:
        """Those UIDs whose mails are done with: nothing about them has to be fetched again."""
        ...

    def claim(self, key: MessageKey, identity: Identity, now: datetime) -> Claim:
        """Take a mail in hand, and note this place of it. The same mail is claimed once."""
        ...

    def judged(
        self,
        mail: int,
        parsed: Mail,
        verdict: Verdict,
        findings: Findings,
        decision: Decision,
        now: datetime,
    ) -> None:
        """Write down what was said of a mail and open or find its application.

        Of mail that is `other` and left alone nothing is kept that it says or that names it.
        """
        ...

    def history(self, mail: int) -> History:
        """What is known about the mail and its application."""
        ...

    def intend(self, mail: int, action: Action, draft: Draft | None, now: datetime) -> int | None:
        """Write an action down before it is done; its id, or None if it is already done.

        A SaveDraft comes with its draft and makes the one draft of the application.
        """
        ...

    def outcome(self, intent: int, place: MessageKey | None, note: str, now: datetime) -> None:
        """Write down that an action is done, and where the mail or the draft is now.

        A File is the last thing that happens to a mail: its outcome finishes the mail too.
        """
        ...

    def abandon(self, intent: int, note: str, now: datetime) -> None:
        """Write down that an action will not be done (the mail is gone, say)."""
        ...

    def finish(self, mail: int, now: datetime) -> None:
        """The mail is done."""
        ...

    def fail(self, mail: int, error: str, retry_at: datetime | None, now: datetime) -> None:
        """Count a failure; with no `retry_at` the mail is quarantined."""
        ...

    def unfinished(self, account: str) -> tuple[Intent, ...]:
        """Actions that were begun and not ended, oldest first."""
        ...

    def retries(self, account: str, now: datetime) -> tuple[Waiting, ...]:
        """Mails that are neither done nor quarantined and whose time has come."""
        ...

    def reopen(self, account: str, now: datetime) -> int:
        """Take up again what was only observed; how many mails.

        These are the mails that were to be filed and for which no filing was ever begun. What the
        person put somewhere, or labelled as anything but a rejection, is left to them.
        """
        ...

    def log(self, *, account: str | None = None, limit: int = 50) -> tuple[MailRecord, ...]:
        """What was judged or has failed, newest first."""
        ...

    def mail(self, mail: int) -> MailRecord | None:
        """One record."""
        ...

    def drafts(self, *, account: str | None = None) -> tuple[DraftRecord, ...]:
        """All drafts, newest first."""
        ...

    def filing(self, mail: int) -> Filing | None:
        """The filing of a mail, where it is done and was not taken back."""
        ...

    def undoing(self, mail: int, now: datetime) -> None:
        """Write down that a filing is about to be taken back."""
        ...

    def undone(self, mail: int, place: MessageKey | None, now: datetime) -> None:
        """Write down that the person took a filing back; the mail is not filed again."""
        ...

    def trace(self, account: str, identity: Identity) -> Trace | None:
        """Where a mail went; None where it is not known."""
        ...

    def identity(self, mail: int) -> Identity | None:
        """What a mail is; None where it is not known."""
        ...

    def label(self, lesson: Lesson, now: datetime) -> bool:
        """Take in a label; whether it says something new.

        The newest label of a mail wins, the earlier ones are kept; one that is the newest already
        is not written again. A mail that has a `place` is noted there and done with; one that was
        moved out of the folder for rejections is no longer filed.
        """
        ...

    def labelled(self) -> tuple[Labelled, ...]:
        """The newest label of each mail that was ever labelled, in the order they were given."""
        ...

    def labels_since(self, when: datetime) -> int:
        """How many labels were given after this time."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...
