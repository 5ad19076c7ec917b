"""Labels are taken in from the person, and only from the person.

Here by moving mail: into the folder for rejections, out of it, or into the folder of a label. What
the program moved itself says nothing: the journal knows it. Mails stay where the person put them.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from inbox_rebond.domain import Label, LabelSource, Lesson
from inbox_rebond.errors import (
    FolderMissing,
    LedgerUnusable,
    MailboxAway,
    MailGone,
    MailRefused,
)
from inbox_rebond.parse import parse
from inbox_rebond.ports import Cursor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from inbox_rebond.domain import Example, Identity, Mail, MessageKey, RawMail, Verdict
    from inbox_rebond.ports import FolderState, Ledger, Mailbox, Trace

_log = logging.getLogger(__name__)

BATCH = 50
"""Mails of a folder after which the cursor moves on and a stop is heeded."""

_NOWHERE = Cursor(0, 0)
"""The cursor of a folder that was not there at the first look."""


@dataclass(frozen=True, slots=True)
class Teaching:
    """How labels are taken in.

    `keep` makes what is kept of a mail; `secret` gives the key for the hashes of senders. `folder`
    is the one in which every label has a folder of its own, made if `make_folders`.
    """

    keep: Callable[[Mail], Example]
    secret: Callable[[], bytes]
    folder: str = "Rebond/Learn"
    make_folders: bool = False

    def lesson(
        self,
        mail: Mail,
        label: Label,
        source: LabelSource,
        *,
        named: int | None = None,
        place: MessageKey | None = None,
    ) -> Lesson:
        """A label with what is kept of the mail; `named` is the ledger's id of it."""
        sender = mail.sender.email if mail.sender else ""
        hashed = hmac.new(self.secret(), f"label {sender}".encode(), hashlib.sha256).hexdigest()
        known = hashed if sender else ""
        return Lesson(mail.identity, label, source, known, self.keep(mail), named, place)

    @property
    def folders(self) -> dict[str, Label]:
        """The folders of the labels, by their `/`-separated names."""
        return {f"{self.folder}/{label}": label for label in Label}


def instead_of_rejection(verdict: Verdict) -> Label:
    """What a mail most probably is that the person says is no rejection."""
    return max(set(Label) - {Label.REJECTION}, key=lambda label: verdict.probabilities[label])


def says_rejection(trace: Trace | None) -> bool:
    """Whether a mail that came into the folder for rejections was put there by the person."""
    return trace is None or not trace.filed


def says_label(trace: Trace | None, *, renewed: bool) -> bool:
    """Whether a mail in the folder of a label is there for the first time.

    After a UIDVALIDITY change all of them look new: then those are that nobody knows.
    """
    return trace is None or not renewed


def may_be_moved_out(trace: Trace | None, watched: str, filing: str | None) -> bool:
    """Whether a mail that turned up in the watched folder was last in the one for rejections."""
    if trace is None or trace.undoing or filing is None:
        return False
    if trace.place is None:
        return trace.filed
    return trace.place.folder == filing != watched


@dataclass(slots=True)
class Lessons:
    """The labels that the person gives in one account by moving mail, during one pass."""

    mailbox: Mailbox
    ledger: Ledger
    now: Callable[[], datetime]
    teaching: Teaching
    watched: str
    file_to: str
    stop: Callable[[], bool] = lambda: False
    _filing: str | None = field(default=None, init=False)

    def take_in(self) -> None:
        """Look at what was put into the folder for rejections and into those of the labels."""
        found = self.mailbox.folders_for([self.file_to, *self.teaching.folders])
        self._filing = found.get(self.file_to)
        with _again_later(self.file_to):
            self._look_at_filing()
        for name, label in self.teaching.folders.items():
            folder = found.get(name) or self._made(name)
            if folder not in (None, self.watched, self._filing):
                with _again_later(name):
                    self._look_at(folder, label)

    def moved_out(self, key: MessageKey, mail: Mail, verdict: Verdict) -> None:
        """Label a mail that the person took out of the folder for rejections, if that is so.

        To be asked before the mail is claimed: then a crash in between changes nothing.
        """
        with _by_itself(key):
            trace = self.ledger.trace(self.mailbox.account, mail.identity)
            if not may_be_moved_out(trace, self.watched, self._filing):
                return
            if trace and self._gone(trace, mail.identity):
                label = instead_of_rejection(verdict)
                self._label(mail, label, LabelSource.MOVED_OUT, key)

    def _made(self, name: str) -> str | None:
        """The folder of a label, made if that is wished; None where there is none."""
        if self.teaching.make_folders:
            with suppress(FolderMissing):
                return self.mailbox.folder_for(name, create=True)
            _log.warning("the server does not make the folders of the labels")
        return None

    def _look_at_filing(self) -> None:
        """What came into the folder for rejections after the first look at it."""
        account, folder = self.mailbox.account, self._filing
        cursor = self.ledger.cursor(account, folder or self.file_to)
        cursor = cursor or self.ledger.cursor(account, self.file_to)
        if folder is None:
            if cursor is None:
                self.ledger.advance(account, self.file_to, _NOWHERE)
            return
        state = self.mailbox.open(folder)
        if cursor is None or cursor.uidvalidity not in (_NOWHERE.uidvalidity, state.uidvalidity):
            # Who put these there, and when, nobody can tell (any more).
            self._advance(state, self._end(state, self.mailbox.uids(folder)))
            return

        def put(trace: Trace | None) -> Label | None:
            return Label.REJECTION if says_rejection(trace) else None

        self._read(state, cursor, put, LabelSource.MOVED_IN)

    def _look_at(self, folder: str, label: Label) -> None:
        """What came into the folder of a label."""
        state = self.mailbox.open(folder)
        cursor = self.ledger.cursor(self.mailbox.account, folder)
        renewed = cursor is not None and cursor.uidvalidity != state.uidvalidity

        def put(trace: Trace | None) -> Label | None:
            return label if says_label(trace, renewed=renewed) else None

        self._read(state, cursor, put, LabelSource.LEARN_FOLDER, renewed=renewed)

    def _read(
        self,
        state: FolderState,
        cursor: Cursor | None,
        put: Callable[[Trace | None], Label | None],
        source: LabelSource,
        *,
        renewed: bool = False,
    ) -> None:
        """Label the new mails of a folder as `put` says, batch by batch."""
        above = cursor.uid if cursor and cursor.uidvalidity == state.uidvalidity else 0
        if cursor and 0 < state.uidnext <= above + 1:
            return
        uids = self.mailbox.uids(state.name, above=above)
        for at in range(0, len(uids), BATCH):
            if self.stop():
                return
            batch = uids[at : at + BATCH]
            for raw in self._unknown(state, batch):
                with _by_itself(raw.key):
                    self._one(raw, put, source)
            if not renewed:  # else the rest would look as if it had just come
                self._advance(state, batch[-1])
        self._advance(state, self._end(state, uids))

    def _unknown(self, state: FolderState, uids: Sequence[int]) -> Iterator[RawMail]:
        """Those mails whose place is not in the ledger: a crash may have come before the cursor."""
        account = self.mailbox.account
        known = self.ledger.known(account, state.name, state.uidvalidity, uids)
        return self.mailbox.fetch(state.name, [uid for uid in uids if uid not in known])

    def _one(
        self,
        raw: RawMail,
        put: Callable[[Trace | None], Label | None],
        source: LabelSource,
    ) -> None:
        mail = parse(raw.data, size=raw.size, received=raw.received)
        trace = self.ledger.trace(raw.key.account, mail.identity)
        if label := put(trace):
            self._label(mail, label, source, raw.key)
        elif trace:
            self.ledger.claim(raw.key, mail.identity, self.now())

    def _label(self, mail: Mail, label: Label, source: LabelSource, place: MessageKey) -> None:
        lesson = self.teaching.lesson(mail, label, source, place=place)
        if self.ledger.label(lesson, self.now()):
            _log.info("UID %d: the person gave it a label (%s)", place.uid, source)

    def _gone(self, trace: Trace, identity: Identity) -> bool:
        """Whether a mail is no longer in the folder for rejections; a copy there says it is."""
        folder = self._filing or self.file_to
        state, place = self.mailbox.open(folder), trace.place
        if place and place.uidvalidity == state.uidvalidity:
            return place.uid not in self.mailbox.uids(folder, above=place.uid - 1)
        message_id = identity.message_id
        return bool(message_id) and not self.mailbox.find(folder, message_id)

    def _end(self, state: FolderState, uids: Sequence[int]) -> int:
        return max(state.uidnext - 1, *uids[-1:], 0)

    def _advance(self, state: FolderState, uid: int) -> None:
        self.ledger.advance(self.mailbox.account, state.name, Cursor(state.uidvalidity, uid))


@contextmanager
def _again_later(name: str) -> Iterator[None]:
    """A folder that is renewed or taken away while it is looked at must not stop the pass."""
    try:
        yield
    except (FolderMissing, MailGone, MailRefused) as error:
        _log.warning("%s: looked at again in the next pass: %s", name, type(error).__name__)


@contextmanager
def _by_itself(key: MessageKey) -> Iterator[None]:
    """What one mail does to the program ends with this mail."""
    try:
        yield
    except (MailboxAway, LedgerUnusable):
        raise
    except Exception as error:  # noqa: BLE001 - one mail must not stop the others (promise 7)
        _log.warning("UID %d: no label was taken in: %s", key.uid, type(error).__name__)
