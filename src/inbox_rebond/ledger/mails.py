"""Mails on their way: claimed, judged, done, or failed and tried again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from sqlalchemy import insert, or_, select, update

from inbox_rebond.domain import Decision, Label, MessageState
from inbox_rebond.ledger import applications, places
from inbox_rebond.ledger.store import insert_once
from inbox_rebond.ledger.tables import folders, mails
from inbox_rebond.ledger.tables import places as place_table
from inbox_rebond.ports import Claim, Cursor, Waiting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from inbox_rebond.domain import Findings, Identity, Mail, MessageKey, Verdict

_SETTLED: Final = (MessageState.DONE, MessageState.QUARANTINED)
_BROKEN_OFF: Final = (MessageState.CLAIMED, MessageState.JUDGED, MessageState.ACTED)


def cursor(connection: Connection, account: str, folder: str) -> Cursor | None:
    """How far the folder was looked through."""
    row = connection.execute(
        select(folders.c.uidvalidity, folders.c.uid).where(
            folders.c.account == account, folders.c.folder == folder
        )
    ).one_or_none()
    return None if row is None else Cursor(row.uidvalidity, row.uid)


def advance(connection: Connection, account: str, folder: str, reached: Cursor) -> None:
    """Note how far the folder was looked through."""
    values = {"uidvalidity": reached.uidvalidity, "uid": reached.uid}
    row = insert(folders).values(account=account, folder=folder, **values)
    if insert_once(connection, row) is None:
        connection.execute(
            update(folders)
            .where(folders.c.account == account, folders.c.folder == folder)
            .values(**values)
        )


def known(
    connection: Connection, account: str, folder: str, uidvalidity: int, uids: Sequence[int]
) -> set[int]:
    """Those UIDs whose mails are done or set aside for good."""
    return places.settled(connection, account, folder, uidvalidity, uids, _SETTLED)


def claim(connection: Connection, key: MessageKey, identity: Identity, now: datetime) -> Claim:
    """Take a mail in hand by what it is, and note where it was seen."""
    row = insert(mails).values(
        account=key.account,
        message_id=identity.message_id,
        fingerprint=identity.fingerprint,
        state=MessageState.CLAIMED,
        subject="",
        sender="",
        error="",
        failures=0,
        seen=now,
        changed=now,
    )
    mail = insert_once(connection, row)
    answer = (
        Claim(mail, MessageState.CLAIMED, new=True)
        if mail is not None
        else _claimed(connection, key.account, identity)
    )
    places.note(connection, answer.mail, key, now)
    return answer


def _claimed(connection: Connection, account: str, identity: Identity) -> Claim:
    """A mail that was claimed before."""
    row = connection.execute(
        select(mails.c.id, mails.c.state, mails.c.failures).where(
            mails.c.account == account,
            mails.c.message_id == identity.message_id,
            mails.c.fingerprint == identity.fingerprint,
        )
    ).one()
    return Claim(row.id, row.state, new=False, failures=row.failures)


def judged(
    connection: Connection,
    mail: int,
    parsed: Mail,
    verdict: Verdict,
    findings: Findings,
    decision: Decision,
    now: datetime,
) -> None:
    """Write down what was said of a mail; a mail that is nobody's business stays unnamed."""
    row = connection.execute(
        select(mails.c.account, mails.c.application).where(mails.c.id == mail)
    ).one()
    application = row.application
    if application is None and verdict.label in applications.JOB:
        application = applications.assign(connection, row.account, parsed, findings, now)
    named = verdict.label is not Label.OTHER or decision is not Decision.LEAVE
    connection.execute(
        update(mails)
        .where(mails.c.id == mail)
        .values(
            state=MessageState.JUDGED,
            application=application,
            verdict=verdict if named else replace(verdict, evidence=()),
            findings=findings,
            decision=decision,
            subject=parsed.subject if named else "",
            sender=_sender(parsed) if named else "",
            date=_instant(parsed.date) if named else None,
            changed=now,
        )
    )


def acted(connection: Connection, mail: int, now: datetime) -> None:
    """Something was done with a mail that was not yet finished."""
    connection.execute(
        update(mails)
        .where(mails.c.id == mail, mails.c.state == MessageState.JUDGED)
        .values(state=MessageState.ACTED, changed=now)
    )


def finish(connection: Connection, mail: int, now: datetime) -> None:
    """Nothing is left to do with the mail."""
    connection.execute(
        update(mails)
        .where(mails.c.id == mail)
        .values(state=MessageState.DONE, retry_at=None, error="", changed=now)
    )


def reopen(connection: Connection, mail: int, now: datetime) -> None:
    """What was judged is to be acted on after all."""
    connection.execute(
        update(mails).where(mails.c.id == mail).values(state=MessageState.JUDGED, changed=now)
    )


def fail(
    connection: Connection, mail: int, error: str, retry_at: datetime | None, now: datetime
) -> None:
    """Count a failure; without `retry_at` it was the last one."""
    state = MessageState.QUARANTINED if retry_at is None else MessageState.FAILED
    connection.execute(
        update(mails)
        .where(mails.c.id == mail)
        .values(
            state=state,
            failures=mails.c.failures + 1,
            retry_at=retry_at,
            error=error,
            changed=now,
        )
    )


def retries(connection: Connection, account: str, now: datetime) -> tuple[Waiting, ...]:
    """The mails that a crash or a failure left on the way, oldest first."""
    failed = mails.c.state == MessageState.FAILED
    query = (
        select(mails.c.id.label("waiting"), mails.c.failures, place_table)
        .join_from(mails, place_table, places.LATEST)
        .where(
            mails.c.account == account,
            or_(mails.c.state.in_(_BROKEN_OFF), failed & (mails.c.retry_at <= now)),
        )
        .order_by(mails.c.id)
    )
    return tuple(
        Waiting(row.waiting, places.key_of(row), row.failures) for row in connection.execute(query)
    )


def _sender(parsed: Mail) -> str:
    return ", ".join(address.email for address in parsed.senders)


def _instant(date: datetime | None) -> datetime | None:
    """The date of a mail, unless its zone pushes it out of the calendar (year 1 or 9999)."""
    try:
        return None if date is None else date.astimezone(UTC)
    except OverflowError:
        return None
