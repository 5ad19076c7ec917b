"""Mailboxes under test, each with the hands that reach into it from behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tests.fakes.mailbox import MemoryMailbox
from tests.support.dovecot import PASSWORD, Dovecot

from inbox_rebond.mailbox.imap import connect

if TYPE_CHECKING:
    from datetime import datetime

    from inbox_rebond.domain import MessageKey
    from inbox_rebond.ports import Mailbox


class Bench(Protocol):
    """A mailbox under test, and the hands that reach into it from behind."""

    mailbox: Mailbox

    def deliver(self, folder: str, data: bytes, received: datetime | None = None) -> None:
        """Put an unread mail into a folder."""
        ...

    def seen(self, folder: str) -> int:
        """How many mails of a folder are marked as read."""
        ...

    def renew(self, folder: str) -> None:
        """Change a folder's UIDVALIDITY."""
        ...


class MemoryBench:
    """The fake."""

    def __init__(self) -> None:
        self.mailbox = MemoryMailbox(max_bytes=10_000)

    def deliver(self, folder: str, data: bytes, received: datetime | None = None) -> None:
        """Put it on the shelf."""
        self.mailbox.deliver(folder, data, received)

    def seen(self, folder: str) -> int:
        """Count flags."""
        return sum("\\Seen" in m.flags for m in self.mailbox.shelves[folder].mails.values())

    def renew(self, folder: str) -> None:
        """Count on."""
        self.mailbox.renew(folder)


class DovecotBench:
    """A user on a server."""

    def __init__(self, server: Dovecot, user: str) -> None:

        self._server, self._user = server, user
        self.mailbox: Mailbox = connect(server.server(user, "none", 10_000), lambda: PASSWORD)

    def deliver(self, folder: str, data: bytes, received: datetime | None = None) -> None:
        """As a delivery agent does."""
        self._server.deliver(self._user, folder, data, received)

    def seen(self, folder: str) -> int:
        """Count file names."""
        files = self._server.files(self._user, folder)
        return sum("S" in file.name.partition(":2,")[2] for file in files)

    def renew(self, folder: str) -> None:
        """As the administrator does."""
        self._server.renew(self._user, folder, 4_000_000_000)


def mail(message_id: str = "one@example.org", text: str = "Unfortunately.", **more: str) -> bytes:
    """A small mail as a server stores it."""
    headers = {"Message-ID": f"<{message_id}>", "From": "jobs@example.org", **more}
    lines = [*(f"{name}: {value}" for name, value in headers.items()), "", text, ""]
    return "\r\n".join(lines).encode()


def found(mailbox: Mailbox, message_id: str, *folders: str) -> list[MessageKey]:
    """All places of a mail in some folders."""
    return [key for folder in folders for key in mailbox.find(folder, message_id)]


def contents(mailbox: Mailbox, folder: str) -> list[bytes]:
    """The bytes of all mails of a folder."""
    mailbox.open(folder)
    return sorted(raw.data for raw in mailbox.fetch(folder, mailbox.uids(folder)))
