"""Labels that the person says in so many words: of one mail, or of mail that is imported."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from inbox_rebond.domain import LabelSource
from inbox_rebond.errors import UserError
from inbox_rebond.mailbox.labelled import label_named
from inbox_rebond.parse import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from inbox_rebond.domain import Identity, Label, Mail, MessageKey, RawMail
    from inbox_rebond.learning import Teaching
    from inbox_rebond.mailbox.labelled import Known
    from inbox_rebond.ports import Ledger, Mailbox, MailRecord


@dataclass(frozen=True, slots=True)
class Desk:
    """What labels are taken in with. `now` gives the time, aware and in UTC."""

    ledger: Ledger
    teaching: Teaching
    now: Callable[[], datetime]


@dataclass(slots=True)
class Taken:
    """What an import found: how many mails by label, how many of them say something new.

    `unknown` counts mails by words that are no label; `unread` those that could not be read.
    """

    labels: Counter[Label] = field(default_factory=Counter)
    new: int = 0
    unknown: Counter[str] = field(default_factory=Counter)
    unread: int = 0


def label_mail(
    desk: Desk, mailbox: Mailbox, record: MailRecord, label: Label, folders: Sequence[str]
) -> None:
    """Label a mail of the ledger; it is read where it lies now, in one of `folders` if it moved.

    Raises UserError where it is gone.
    """
    identity = desk.ledger.identity(record.id)
    mail = _lying(mailbox, record.place, identity, folders) if identity else None
    if mail is None:
        raise UserError(
            f"Mail {record.id} is no longer where it was seen last: somebody moved or deleted it. "
            f"If you have it, move it to {desk.teaching.folder}/{label} with your mail program."
        )
    lesson = desk.teaching.lesson(mail, label, LabelSource.COMMAND, named=record.id)
    desk.ledger.label(lesson, desk.now())


def _lying(
    mailbox: Mailbox, place: MessageKey | None, identity: Identity, folders: Sequence[str]
) -> Mail | None:
    """A mail from its last known place, else from where its bytes are found again."""
    if place and (raw := _fetched(mailbox, place)):
        return _parsed(raw)
    for folder in mailbox.folders_for(folders).values():
        for found in mailbox.find(folder, identity.message_id):
            raw = _fetched(mailbox, found)
            if raw and (mail := _parsed(raw)).identity.fingerprint == identity.fingerprint:
                return mail
    return None


def _fetched(mailbox: Mailbox, place: MessageKey) -> RawMail | None:
    """The mail at this place, if it is there still."""
    there = place.folder in mailbox.folders()
    if not there or mailbox.open(place.folder).uidvalidity != place.uidvalidity:
        return None
    return next(iter(mailbox.fetch(place.folder, [place.uid])), None)


def import_labels(desk: Desk, mails: Iterable[Known], *, dry_run: bool = False) -> Taken:
    """Take in mails with their labels; a second time the same ones say nothing new."""
    taken = Taken()
    for known in mails:
        _take(desk, known, taken, dry_run=dry_run)
    return taken


def _take(desk: Desk, known: Known, taken: Taken, *, dry_run: bool) -> None:
    label = label_named(known.word)
    if label is None:
        taken.unknown[known.word] += 1
        return
    try:
        mail = _parsed(known.mail)
    except Exception:  # noqa: BLE001 - one mail must not stop the others (promise 7)
        taken.unread += 1
        return
    taken.labels[label] += 1
    if not dry_run:
        lesson = desk.teaching.lesson(mail, label, LabelSource.IMPORT)
        taken.new += desk.ledger.label(lesson, desk.now())


def _parsed(raw: RawMail) -> Mail:
    return parse(raw.data, size=raw.size, received=raw.received)
