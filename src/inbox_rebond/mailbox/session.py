"""IMAPClient behind a gate: no argument that smuggles, no endless batch, no foreign exception."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from imapclient import imap_utf7
from imapclient.exceptions import (
    IMAPClientAbortError,
    IMAPClientError,
    IMAPClientReadOnlyError,
    ProtocolError,
)

from inbox_rebond.domain import MessageKey
from inbox_rebond.errors import MailboxAway, MailGone, MailRefused, RebondError, TryLater
from inbox_rebond.mailbox.connection import PATIENCE, answer_of, code_of, hang_up, said_bye
from inbox_rebond.ports import FolderState

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from imapclient import IMAPClient

    from inbox_rebond.mailbox.rows import Row

BATCH = 1_000
"""UIDs in one command: Dovecot refuses a line of 20,000."""

DELETED = b"\\Deleted"

_GONE = frozenset({"EXPUNGEISSUED"})
_ANSWERED = re.compile(r"\bfailed: |\bcommand error: BAD ")
_PLACE = re.compile(rb"(\d+) (?:\d+ )?(\d+)")


def batches(uids: Sequence[int], size: int = BATCH) -> Iterator[list[int]]:
    """UIDs in lists of at most `size`."""
    for start in range(0, len(uids), size):
        yield list(uids[start : start + size])


class Session:
    """One signed-in connection: the commands that the mailbox needs, and their errors in ours.

    After MailboxAway the connection is closed for good; after TryLater it may be.
    """

    def __init__(self, account: str, client: IMAPClient) -> None:
        self.account = account
        self.selected: FolderState | None = None
        self._client = client
        self._open = True

    def has(self, capability: str) -> bool:
        """Whether the server offers something."""
        return bool(self._call("has_capability", capability))

    def list_folders(self) -> list[tuple[tuple[bytes, ...], bytes | None, bytes | str]]:
        """LIST of everything: flags, separator, name as the server spells it."""
        return list(self._call("list_folders"))

    def namespace(self) -> tuple[bytes, str | None] | None:
        """Prefix and separator of the person's own folders, where the server tells."""
        personal = self._call("namespace").personal if self.has("NAMESPACE") else None
        return personal[0] if personal else None

    def create(self, folder: str) -> None:
        """Make a folder and subscribe to it, so that mail programs show it."""
        self._call("create_folder", self._name(folder))
        with suppress(MailRefused):
            self._call("subscribe_folder", self._name(folder))

    def select(self, folder: str, *, writable: bool = False) -> FolderState:
        """SELECT, or EXAMINE where nothing is to be changed."""
        self.selected = None
        facts = self._call("select_folder", self._name(folder), not writable)
        self.selected = FolderState(
            folder,
            int(facts.get(b"UIDVALIDITY", 0)),
            int(facts.get(b"UIDNEXT", 0)),
            int(facts.get(b"EXISTS", 0)),
        )
        return self.selected

    def uidnext(self, folder: str) -> int:
        """The UID that the next mail in a folder will have at least."""
        return int(self._call("folder_status", self._name(folder), ["UIDNEXT"])[b"UIDNEXT"])

    def search(self, criteria: bytes) -> list[int]:
        """UIDs, ascending. Criteria are complete and quoted: the library quotes too little."""
        if re.search(rb"[^ -~]", criteria):
            raise MailRefused(f"{self.account}: a search cannot hold such characters.")
        return sorted(self._call("search", criteria))

    def fetch(self, uids: Sequence[int], items: Sequence[str]) -> dict[int, Row]:
        """FETCH in bounded batches, by UID; mails that are gone are missing."""
        rows: dict[int, Row] = {}
        for batch in batches(uids):
            rows |= self._call("fetch", batch, items)
        return rows

    def fetch_newest(self, count: int, items: Sequence[str]) -> dict[int, Row]:
        """FETCH of the last mails of the selected folder, without asking SEARCH for them."""
        last = self.selected.messages if self.selected else 0
        numbers = list(range(max(1, last - count + 1), last + 1))
        self._client.use_uid = False
        try:
            rows = self._call("fetch", numbers, ["UID", *items])
        finally:
            self._client.use_uid = True
        return {int(row[b"UID"]): row for row in rows.values() if b"UID" in row}

    def append(self, folder: str, data: bytes, when: datetime) -> MessageKey | None:
        """APPEND as a draft that was read; its place where the server tells."""
        if b"\0" in data:
            raise MailRefused(f"{self.account}: a mail with a NUL byte cannot be stored by IMAP.")
        self._forget("APPENDUID")
        flags = [b"\\Draft", b"\\Seen"]
        self._call("append", self._name(folder), data, flags, when)
        return self._told("APPENDUID", folder)

    def move(self, uid: int, to: str) -> MessageKey | None:
        """MOVE; the new place where the server tells."""
        self._forget("COPYUID")
        self._call("move", [uid], self._name(to))
        return self._told("COPYUID", to)

    def copy(self, uid: int, to: str) -> MessageKey | None:
        """COPY; the place of the copy where the server tells."""
        self._forget("COPYUID")
        self._call("copy", [uid], self._name(to))
        return self._told("COPYUID", to)

    def remove(self, uid: int) -> None:
        """Mark as deleted and expunge this one mail.

        Without UIDPLUS it stays marked: EXPUNGE would take what others have marked as well.
        """
        self._call("add_flags", [uid], [DELETED], True)
        if self.has("UIDPLUS"):
            self._call("uid_expunge", [uid])

    def close(self) -> None:
        """Log out; never raises."""
        if self._open:
            with suppress(RebondError):
                self._call("logout")
            self._drop()

    def _name(self, folder: str) -> bytes:
        """A folder name in modified UTF-7 (RFC 3501 §5.1.3), behind the gate."""
        if re.search(r"[\0\r\n]", folder):
            raise MailRefused(f"{self.account}: a folder name cannot hold control characters.")
        return bytes(imap_utf7.encode(folder))

    def _forget(self, code: str) -> None:
        """Drop what earlier commands were told: the library piles it up."""
        self._client._imap.untagged_responses.pop(code, None)  # noqa: SLF001 - see above

    def _told(self, code: str, folder: str) -> MessageKey | None:
        told = self._client._imap.untagged_responses.pop(code, [b""])  # noqa: SLF001 - hidden
        place = _PLACE.fullmatch(told[-1] or b"")
        return MessageKey(self.account, folder, int(place[1]), int(place[2])) if place else None

    def _call(self, command: str, *arguments: Any) -> Any:
        if not self._open:
            raise MailboxAway(self.account, "the connection was closed")
        try:
            return getattr(self._client, command)(*arguments)
        except Exception as error:
            # Its parser raises whatever it trips over where an answer is odd.
            raise self._translated(command, error) from error

    def _translated(self, command: str, error: Exception) -> RebondError:
        if isinstance(error, IMAPClientReadOnlyError):
            return MailRefused(f"{self.account}: the server lets this folder only be read.")
        if _is_answer(error):
            self._client._imap.untagged_responses.clear()  # noqa: SLF001 - half an answer
            return self._refusal(command, answer_of(error))
        bye = said_bye(self._client)
        self._drop()
        if bye is not None:
            return TryLater(self.account, bye)
        # The library's words for an odd answer quote it, and an answer can hold mail.
        known = isinstance(error, OSError) or "socket error" in answer_of(error)
        return MailboxAway(self.account, error if known else f"odd answer, {type(error).__name__}")

    def _refusal(self, command: str, answer: str) -> RebondError:
        """A NO or BAD: to be patient about, gone, or refused for good."""
        code = code_of(answer)
        if code in _GONE:
            return MailGone(f"{self.account}: the mail is no longer there.")
        # Yahoo answers UNAVAILABLE for single broken mails, for ever.
        one_mail = command == "fetch" and code == "UNAVAILABLE"
        if (code in PATIENCE and not one_mail) or "authenticated but not connected" in answer:
            return TryLater(self.account, answer)
        return MailRefused(
            f"{self.account}: the server would not do it ({answer}). "
            f"The mail stays as it is, others go on."
        )

    def _drop(self) -> None:
        self._open = False
        self.selected = None
        hang_up(self._client)


def _is_answer(error: Exception) -> bool:
    """Whether the server said NO or BAD, in contrast to a connection that cannot be used."""
    if isinstance(error, IMAPClientAbortError | ProtocolError):
        return False
    return isinstance(error, IMAPClientError) and bool(_ANSWERED.search(answer_of(error)))
