"""A mailbox in memory: the quickest Mailbox there is, held to the same contract as the others."""

from __future__ import annotations

import email
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from inbox_rebond.domain import MessageKey, RawMail
from inbox_rebond.errors import FolderMissing, MailGone, MailRefused
from inbox_rebond.mailbox import MAX_BYTES
from inbox_rebond.ports import FolderState

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime


@dataclass
class Stored:
    """A mail in a folder."""

    data: bytes
    received: datetime | None = None
    flags: set[str] = field(default_factory=set)


@dataclass
class Shelf:
    """A folder."""

    uidvalidity: int = 1
    uidnext: int = 1
    mails: dict[int, Stored] = field(default_factory=dict)

    def put(self, mail: Stored) -> int:
        """Add a mail; its UID."""
        uid = self.uidnext
        self.uidnext += 1
        self.mails[uid] = mail
        return uid


class MemoryMailbox:
    """ports.Mailbox without a server. `shelves` is open to tests, to look and to tamper."""

    def __init__(self, account: str = "memory", max_bytes: int = MAX_BYTES) -> None:
        self.account = account
        self.shelves = {"INBOX": Shelf()}
        self._max_bytes = max_bytes
        self._opened: dict[str, int] = {}

    def deliver(self, folder: str, data: bytes, received: datetime | None = None) -> MessageKey:
        """Put a mail into a folder, unread."""
        shelf = self.shelves.setdefault(folder, Shelf())
        return self._key(folder, shelf.put(Stored(data, received)))

    def renew(self, folder: str) -> None:
        """Give a folder another UIDVALIDITY, and its mails other UIDs."""
        shelf = self.shelves[folder]
        mails = list(shelf.mails.values())
        self.shelves[folder] = Shelf(shelf.uidvalidity + 1)
        for mail in mails:
            self.shelves[folder].put(mail)

    def folders(self) -> tuple[str, ...]:
        """All folders."""
        return tuple(self.shelves)

    def folder_for(self, name: str, *, create: bool = False) -> str:
        """The name itself."""
        if name not in self.shelves:
            if not create:
                raise FolderMissing(self.account, name, self.folders())
            self.shelves[name] = Shelf()
        return name

    def folders_for(self, wanted: Sequence[str]) -> dict[str, str]:
        """The names themselves, where there are such folders."""
        return {name: name for name in wanted if name in self.shelves}

    def drafts_folder(self) -> str:
        """The folder `Drafts`, made where it is missing."""
        return self.folder_for("Drafts", create=True)

    def open(self, folder: str) -> FolderState:
        """The folder as it is now."""
        shelf = self._shelf(folder)
        self._opened[folder] = shelf.uidvalidity
        return FolderState(folder, shelf.uidvalidity, shelf.uidnext, len(shelf.mails))

    def uids(self, folder: str, *, above: int = 0, since: date | None = None) -> list[int]:
        """UIDs, ascending."""
        mails = self._current(folder).mails
        return [
            uid
            for uid, mail in sorted(mails.items())
            if uid > above
            and (since is None or mail.received is None or mail.received.date() >= since)
        ]

    def fetch(self, folder: str, uids: Sequence[int]) -> Iterator[RawMail]:
        """The mails that exist."""
        mails = self._current(folder).mails
        for uid in uids:
            if uid in mails:
                data, received = mails[uid].data, mails[uid].received
                cut = data[: self._max_bytes]
                yield RawMail(self._key(folder, uid), cut, len(data), received)

    def find(self, folder: str, message_id: str) -> tuple[MessageKey, ...]:
        """The places of a Message-ID."""
        return tuple(
            self._key(folder, uid)
            for uid, mail in sorted(self._shelf(folder).mails.items())
            if message_id and _message_id(mail.data) == message_id
        )

    def append_draft(self, folder: str, data: bytes, when: datetime) -> MessageKey | None:
        """Append as a draft."""
        uid = self._shelf(folder).put(Stored(data, when, {"\\Draft", "\\Seen"}))
        return self._key(folder, uid)

    def move(self, key: MessageKey, to: str, message_id: str) -> MessageKey | None:  # noqa: ARG002 - the port's
        """Move one mail."""
        shelf = self.shelves.get(key.folder, Shelf(uidvalidity=0))
        if key.uidvalidity != shelf.uidvalidity or key.uid not in shelf.mails:
            raise MailGone(f"{self.account}: mail {key.uid} is no longer where it was.")
        if to not in self.shelves:
            raise MailRefused(f"{self.account}: {to!r} is gone; the mail stays.")
        return self._key(to, self.shelves[to].put(shelf.mails.pop(key.uid)))

    def close(self) -> None:
        """Nothing to let go of."""

    def _shelf(self, folder: str) -> Shelf:
        if folder not in self.shelves:
            raise FolderMissing(self.account, folder, self.folders())
        return self.shelves[folder]

    def _current(self, folder: str) -> Shelf:
        shelf = self._shelf(folder)
        if self._opened.get(folder, shelf.uidvalidity) != shelf.uidvalidity:
            raise MailGone(f"{self.account}: the folder was renewed. Open it again.")
        return shelf

    def _key(self, folder: str, uid: int) -> MessageKey:
        return MessageKey(self.account, folder, self.shelves[folder].uidvalidity, uid)


def _message_id(data: bytes) -> str:
    return str(email.message_from_bytes(data)["Message-ID"] or "").strip().strip("<>")
