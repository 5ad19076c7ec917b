"""A mailbox on an IMAP server (RFC 3501, 4315 UIDPLUS, 6154 SPECIAL-USE, 6851 MOVE)."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from inbox_rebond.domain import MessageKey, RawMail
from inbox_rebond.errors import FolderMissing, MailGone, MailRefused
from inbox_rebond.mailbox import folders as names
from inbox_rebond.mailbox import rows
from inbox_rebond.mailbox.connection import Server, sign_in
from inbox_rebond.mailbox.session import BATCH, DELETED, Session, batches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date, datetime

    from inbox_rebond.mailbox.rows import Row
    from inbox_rebond.ports import FolderState

_NEWEST = 200
"""Mails whose headers are looked at where SEARCH finds nothing."""
_TWINS = 5
"""Mails with the same Message-ID that are compared byte for byte."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ID_HEADER = "BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]"
_SEARCHABLE = re.compile(r"[ -~]{1,900}")


def connect(server: Server, password: Callable[[], str]) -> ImapMailbox:
    """Sign in. Raises MailboxAway, TryLater, CertificateRefused, LoginRefused, SettingsError."""
    session = Session(server.account, sign_in(server, password))
    return ImapMailbox(session, server.max_bytes)


class ImapMailbox:
    """ports.Mailbox over one connection, for one thread. After MailboxAway: connect anew."""

    def __init__(self, session: Session, max_bytes: int) -> None:
        self.account = session.account
        self._session = session
        self._max_bytes = max_bytes
        self._opened: dict[str, int] = {}

    def folders(self) -> tuple[str, ...]:
        """All folders that can be opened."""
        return tuple(folder.name for folder in self._listed() if folder.opens)

    def folder_for(self, name: str, *, create: bool = False) -> str:
        """The server's name for a `/`-separated name; made and subscribed if asked for."""
        known, naming = self._named()
        spelled = naming.spell(name, known)
        if spelled in known:
            return spelled
        if not create:
            raise FolderMissing(self.account, name, known)
        self._create(spelled, naming)
        return spelled

    def folders_for(self, wanted: Sequence[str]) -> dict[str, str]:
        """The server's names for those `/`-separated names whose folders exist."""
        known, naming = self._named()
        spelled = {name: naming.spell(name, known) for name in wanted}
        return {name: folder for name, folder in spelled.items() if folder in known}

    def drafts_folder(self, *, create: bool = True) -> str:
        """The Drafts folder: by special use, else by its local names, else made.

        Raises FolderMissing where there is none and it is not to be made.
        """
        return names.drafts(self._listed()) or self.folder_for("Drafts", create=create)

    def offers(self) -> dict[str, bool]:
        """Which of the extensions that make filing safer or faster the server has."""
        return {name: self._session.has(name) for name in ("MOVE", "UIDPLUS", "IDLE")}

    def open(self, folder: str) -> FolderState:
        """Look at a folder afresh; later calls about mails in it rely on its UIDVALIDITY."""
        state = self._enter(folder, None, fresh=True)
        self._opened[folder] = state.uidvalidity
        return state

    def uids(self, folder: str, *, above: int = 0, since: date | None = None) -> list[int]:
        """UIDs greater than `above`, received on or after `since`, without deleted ones."""
        state = self._enter(folder, self._opened.get(folder))
        criteria = "UNDELETED"
        if since is not None:
            criteria += f" SINCE {since.day}-{_MONTHS[since.month - 1]}-{since.year}"
        found: list[int] = []
        for span in rows.spans(above + 1, state):
            found += self._session.search(f"UID {span} {criteria}".encode())
        # `n:*` always has the last mail, even where its UID is below n (RFC 3501 §6.4.8).
        return [uid for uid in found if uid > above]

    def fetch(self, folder: str, uids: Sequence[int]) -> Iterator[RawMail]:
        """The mails that still exist and that the server hands out, each cut at the limit."""
        return self._read(folder, self._opened.get(folder), uids)

    def find(self, folder: str, message_id: str) -> tuple[MessageKey, ...]:
        """The places in a folder whose Message-ID header is exactly `message_id`.

        SEARCH only proposes: headers are read before a mail is believed to be the one, and the
        newest ones also where SEARCH, which not every server does well, proposes none.
        """
        if not message_id:
            return ()
        state = self._enter(folder, None, fresh=True)
        items = [_ID_HEADER, "FLAGS"]
        headers = self._proposed(message_id, items) or self._session.fetch_newest(_NEWEST, items)
        wanted = message_id.encode("utf-8", "surrogateescape")
        return tuple(
            self._key(state, uid)
            for uid, row in sorted(headers.items())
            if rows.message_id(row) == wanted and DELETED not in row.get(b"FLAGS", ())
        )

    def append_draft(self, folder: str, data: bytes, when: datetime) -> MessageKey | None:
        r"""Append with \Draft and \Seen; the new place where the server tells, else None."""
        return self._session.append(folder, data, when)

    def move(self, key: MessageKey, to: str, message_id: str) -> MessageKey | None:
        r"""Move one mail so that it is in exactly one of both folders in the end.

        With MOVE the server does it in one step. Else the mail is copied, the copy is compared
        with it, and only then is it removed; an interrupted move is taken up where it stopped.
        Without UIDPLUS the original stays, marked \Deleted: mail programs and `uids` hide it.
        """
        if to == key.folder:
            return key
        try:
            self._enter(key.folder, key.uidvalidity, writable=True)
        except FolderMissing as error:
            raise _gone(key) from error
        if self._session.has("MOVE"):
            return self._move_at_once(key, to, message_id)
        try:
            return self._copy_and_remove(key, to, message_id)
        except FolderMissing as error:
            raise MailRefused(f"{self.account}: {to!r} is gone; the mail stays.") from error

    def close(self) -> None:
        """Log out; never raises."""
        self._session.close()

    def _listed(self) -> list[names.Folder]:
        return names.listed(self._session.list_folders())

    def _named(self) -> tuple[tuple[str, ...], names.Naming]:
        """The folders that can be opened, and how the server spells names."""
        listed = self._listed()
        known = tuple(folder.name for folder in listed if folder.opens)
        return known, names.naming(self._session.namespace(), listed)

    def _create(self, folder: str, naming: names.Naming) -> None:
        """Make a folder with all that must stand above it."""
        there = {found.name for found in self._listed()}
        *above, _ = naming.levels(folder)
        for level in above:
            if level not in there:
                # A server may have it and not list it: what counts is the folder itself.
                with suppress(MailRefused):
                    self._session.create(level)
        try:
            self._session.create(folder)
        except MailRefused as error:
            known = self.folders()
            if folder not in known:  # else somebody made it in the meantime
                raise FolderMissing(self.account, folder, known) from error

    def _enter(
        self, folder: str, expected: int | None, *, writable: bool = False, fresh: bool = False
    ) -> FolderState:
        """Have a folder selected that still has the UIDVALIDITY `expected`."""
        state = self._session.selected
        if state is None or state.name != folder or writable or fresh:
            try:
                state = self._session.select(folder, writable=writable)
            except MailRefused as error:
                if writable and folder in self.folders():
                    raise
                raise FolderMissing(self.account, folder, self.folders()) from error
        if expected not in (None, state.uidvalidity):
            raise MailGone(f"{self.account}: the folder was renewed (UIDVALIDITY). Open it again.")
        return state

    def _read(self, folder: str, expected: int | None, uids: Sequence[int]) -> Iterator[RawMail]:
        """Sizes first, then bodies in groups of bounded bytes."""
        for batch in batches(sorted(set(uids))):
            self._enter(folder, expected)
            facts = self._willing(batch, ["RFC822.SIZE", "INTERNALDATE"])
            for group in rows.groups(rows.sizes(facts), self._max_bytes):
                # The caller may have gone to another folder between two mails.
                state = self._enter(folder, expected)
                yield from self._bodies(state, group, facts)

    def _bodies(
        self, state: FolderState, group: list[int], facts: dict[int, Row]
    ) -> Iterator[RawMail]:
        """The mails of one group: all of them whole, or all of them cut at the limit."""
        sizes = rows.sizes(facts)
        whole = sizes[group[-1]] <= self._max_bytes
        item = "BODY.PEEK[]" if whole else f"BODY.PEEK[]<0.{self._max_bytes}>"
        for uid, row in self._willing(group, [item]).items():
            data = rows.body(row)
            if data is not None:
                size = len(data) if whole else sizes[uid]
                yield RawMail(self._key(state, uid), data, size, rows.received(facts[uid]))

    def _key(self, state: FolderState, uid: int) -> MessageKey:
        return MessageKey(self.account, state.name, state.uidvalidity, uid)

    def _willing(self, uids: list[int], items: Sequence[str]) -> dict[int, Row]:
        """What the server hands out: one mail that it refuses does not hide the others."""
        try:
            return self._session.fetch(uids, items)
        except (MailRefused, MailGone):
            half = len(uids) // 2
            if not half:
                return {}
            return self._willing(uids[:half], items) | self._willing(uids[half:], items)

    def _proposed(self, message_id: str, items: Sequence[str]) -> dict[int, Row]:
        """Message-ID headers of the mails that SEARCH proposes, newest ones of too many."""
        if not _SEARCHABLE.fullmatch(message_id):
            return {}
        quoted = message_id.replace("\\", "\\\\").replace('"', '\\"')
        try:
            uids = self._session.search(f'UNDELETED HEADER Message-ID "{quoted}"'.encode())
        except MailRefused:
            return {}
        return self._session.fetch(uids[-BATCH:], items)

    def _flags(self, key: MessageKey) -> tuple[bytes, ...]:
        row = self._session.fetch([key.uid], ["FLAGS"]).get(key.uid)
        if row is None:
            raise _gone(key)
        return tuple(row.get(b"FLAGS", ()))

    def _move_at_once(self, key: MessageKey, to: str, message_id: str) -> MessageKey | None:
        """MOVE, looked at before and after."""
        if DELETED in self._flags(key):
            raise _gone(key)
        place = self._session.move(key.uid, to)
        # Servers answer OK and move nothing when the UID is gone: look, do not trust.
        if self._willing([key.uid], ["FLAGS"]):
            raise MailRefused(f"{self.account}: the server said OK but left the mail where it is.")
        return place or next(reversed(self.find(to, message_id)), None)

    def _copy_and_remove(self, key: MessageKey, to: str, message_id: str) -> MessageKey | None:
        """COPY, see the copy, then remove; begins with the copy of an interrupted move."""
        deleted = DELETED in self._flags(key)
        original = next(self._read(key.folder, key.uidvalidity, [key.uid]), None)
        if original is None:
            raise MailRefused(f"{self.account}: the server does not hand out the mail to move.")
        place = self._twin(original, self.find(to, message_id)[-_TWINS:])
        if place is None and deleted:
            raise _gone(key)
        if place is None:
            place = self._copy(original, to)
        self._enter(key.folder, key.uidvalidity, writable=True)
        self._session.remove(key.uid)
        return place

    def _copy(self, original: RawMail, to: str) -> MessageKey:
        """COPY, and the place where the copy was seen."""
        first_new = self._session.uidnext(to)
        self._enter(original.key.folder, original.key.uidvalidity)
        told = self._session.copy(original.key.uid, to)
        place = self._twin(original, [told] if told else self._arrived(to, first_new))
        if place is None:
            raise MailRefused(f"{self.account}: no copy is to be seen in {to!r}; the mail stays.")
        return place

    def _arrived(self, folder: str, first: int) -> list[MessageKey]:
        """Places of the mails that have come into a folder since its UIDNEXT was `first`."""
        state = self._enter(folder, None, fresh=True)
        new = [uid for uid in self._session.search(f"UID {first}:*".encode()) if uid >= first]
        return [self._key(state, uid) for uid in new]

    def _twin(self, original: RawMail, places: Iterable[MessageKey]) -> MessageKey | None:
        """The first place with the same bytes, up to the size limit, and the same size."""
        for place in places:
            for mail in self._read(place.folder, place.uidvalidity, [place.uid]):
                if (mail.size, mail.data) == (original.size, original.data):
                    return place
        return None


def _gone(key: MessageKey) -> MailGone:
    return MailGone(f"{key.account}: mail {key.uid} is no longer where it was.")
