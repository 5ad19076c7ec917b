"""The ledger on a SQL database: each method one transaction."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sqlalchemy import URL, make_url

from inbox_rebond.ledger import actions, drafts, labels, mails, records
from inbox_rebond.ledger.faults import told
from inbox_rebond.ledger.schema import migrate
from inbox_rebond.ledger.store import Store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from inbox_rebond.domain import (
        Action,
        Decision,
        Draft,
        Findings,
        History,
        Identity,
        Labelled,
        Lesson,
        Mail,
        MessageKey,
        Verdict,
    )
    from inbox_rebond.ports import (
        Claim,
        Cursor,
        DraftRecord,
        Filing,
        Intent,
        MailRecord,
        Trace,
        Waiting,
    )


def open_ledger(path: Path) -> SqlLedger:
    """Open the ledger in this SQLite file; file and folder are made where they are missing.

    Only the owner may read them: they hold what strangers wrote to the person.
    Raises LedgerUnusable.
    """
    with told(str(path)):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # SQLite gives the files beside it (-wal, -shm) the same mode.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        path.chmod(0o600)
    return open_ledger_url(URL.create("sqlite", database=str(path)))


def open_ledger_url(url: str | URL) -> SqlLedger:
    """Open the ledger in this database (an SQLAlchemy URL) and bring its tables up to date.

    Raises LedgerUnusable.
    """
    store = Store(make_url(url))
    try:
        migrate(store)
    except BaseException:
        store.close()
        raise
    return SqlLedger(store)


class SqlLedger:
    """The Ledger that lasts. May be used by several threads and several processes at once."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def cursor(self, account: str, folder: str) -> Cursor | None:
        """How far the folder was looked through; None before the first look."""
        with self._store.read() as connection:
            return mails.cursor(connection, account, folder)

    def advance(self, account: str, folder: str, cursor: Cursor) -> None:
        """Note how far the folder has been looked through."""
        with self._store.write() as connection:
            mails.advance(connection, account, folder, cursor)

    def known(self, account: str, folder: str, uidvalidity: int, uids: Sequence[int]) -> set[int]:
        """Those UIDs whose mails are done with."""
        with self._store.read() as connection:
            return mails.known(connection, account, folder, uidvalidity, uids)

    def claim(self, key: MessageKey, identity: Identity, now: datetime) -> Claim:
        """Take a mail in hand, and note this place of it. The same mail is claimed once."""
        with self._store.write() as connection:
            return mails.claim(connection, key, identity, now)

    def judged(
        self,
        mail: int,
        parsed: Mail,
        verdict: Verdict,
        findings: Findings,
        decision: Decision,
        now: datetime,
    ) -> None:
        """Write down what was said of a mail and open or find its application."""
        with self._store.write() as connection:
            mails.judged(connection, mail, parsed, verdict, findings, decision, now)

    def history(self, mail: int) -> History:
        """What is known about the mail and its application."""
        with self._store.read() as connection:
            return actions.history(connection, mail)

    def intend(self, mail: int, action: Action, draft: Draft | None, now: datetime) -> int | None:
        """Write an action down before it is done; its id, or None if it is already done."""
        with self._store.write() as connection:
            return actions.intend(connection, mail, action, draft, now)

    def outcome(self, intent: int, place: MessageKey | None, note: str, now: datetime) -> None:
        """Write down that an action is done, and where the mail or the draft is now."""
        with self._store.write() as connection:
            actions.outcome(connection, intent, place, note, now)

    def abandon(self, intent: int, note: str, now: datetime) -> None:
        """Write down that an action will not be done."""
        with self._store.write() as connection:
            actions.abandon(connection, intent, note, now)

    def finish(self, mail: int, now: datetime) -> None:
        """The mail is done."""
        with self._store.write() as connection:
            mails.finish(connection, mail, now)

    def fail(self, mail: int, error: str, retry_at: datetime | None, now: datetime) -> None:
        """Count a failure; with no `retry_at` the mail is quarantined."""
        with self._store.write() as connection:
            mails.fail(connection, mail, error, retry_at, now)

    def unfinished(self, account: str) -> tuple[Intent, ...]:
        """Actions that were begun and not ended, oldest first."""
        with self._store.read() as connection:
            return actions.unfinished(connection, account)

    def retries(self, account: str, now: datetime) -> tuple[Waiting, ...]:
        """Mails that are neither done nor quarantined and whose time has come."""
        with self._store.read() as connection:
            return mails.retries(connection, account, now)

    def reopen(self, account: str, now: datetime) -> int:
        """Take up again what was only observed; how many mails."""
        with self._store.write() as connection:
            return actions.reopen(connection, account, now)

    def log(self, *, account: str | None = None, limit: int = 50) -> tuple[MailRecord, ...]:
        """What was judged or failed, newest first."""
        with self._store.read() as connection:
            return records.recent(connection, account, limit)

    def mail(self, mail: int) -> MailRecord | None:
        """One record."""
        with self._store.read() as connection:
            return records.one(connection, mail)

    def drafts(self, *, account: str | None = None) -> tuple[DraftRecord, ...]:
        """All drafts, newest first."""
        with self._store.read() as connection:
            return drafts.records(connection, account)

    def filing(self, mail: int) -> Filing | None:
        """The filing of a mail, where it is done and was not taken back."""
        with self._store.read() as connection:
            return actions.filing(connection, mail)

    def undoing(self, mail: int, now: datetime) -> None:
        """Write down that a filing is about to be taken back."""
        with self._store.write() as connection:
            actions.undoing(connection, mail, now)

    def undone(self, mail: int, place: MessageKey | None, now: datetime) -> None:
        """Write down that the person took a filing back; the mail is not filed again."""
        with self._store.write() as connection:
            actions.undone(connection, mail, place, now)

    def trace(self, account: str, identity: Identity) -> Trace | None:
        """Where a mail went; None where it is not known."""
        with self._store.read() as connection:
            return labels.trace(connection, account, identity)

    def identity(self, mail: int) -> Identity | None:
        """What a mail is; None where it is not known."""
        with self._store.read() as connection:
            return labels.identity(connection, mail)

    def label(self, lesson: Lesson, now: datetime) -> bool:
        """Take in a label; whether it says something new."""
        with self._store.write() as connection:
            return labels.label(connection, lesson, now)

    def labelled(self) -> tuple[Labelled, ...]:
        """The newest label of each mail that was ever labelled, in the order they were given."""
        with self._store.read() as connection:
            return tuple(labels.labelled(connection))

    def labels_since(self, when: datetime) -> int:
        """How many labels were given after this time."""
        with self._store.read() as connection:
            return labels.since(connection, when)

    def close(self) -> None:
        """Let go of the database."""
        self._store.close()
