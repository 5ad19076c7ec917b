"""What was said and done, as the person is shown it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from inbox_rebond.domain import MessageState
from inbox_rebond.ledger.places import LATEST, key_of
from inbox_rebond.ledger.tables import LIVE, actions, drafts, labels, mails, places
from inbox_rebond.ports import MailRecord

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Row, Select

_DRAFT = (
    select(drafts.c.id)
    .where(drafts.c.mail == mails.c.id, LIVE)
    .correlate(mails)
    .scalar_subquery()
    .label("draft")
)
_LABEL = (
    select(labels.c.label)
    .where(labels.c.mail == mails.c.id)
    .order_by(labels.c.id.desc())
    .limit(1)
    .correlate(mails)
    .scalar_subquery()
    .label("label")
)
_RECORD: Final = (
    select(
        mails,
        places.c.folder,
        places.c.uidvalidity,
        places.c.uid,
        places.c.left_at,
        _DRAFT,
        _LABEL,
    )
    .outerjoin_from(mails, places, LATEST)
    .order_by(mails.c.id.desc())
)


def recent(connection: Connection, account: str | None, limit: int) -> tuple[MailRecord, ...]:
    """What was judged or failed, newest first."""
    query = _RECORD.where(mails.c.state != MessageState.CLAIMED).limit(limit)
    if account is not None:
        query = query.where(mails.c.account == account)
    return _records(connection, query)


def one(connection: Connection, mail: int) -> MailRecord | None:
    """One mail."""
    return next(iter(_records(connection, _RECORD.where(mails.c.id == mail))), None)


def _records(connection: Connection, query: Select[Any]) -> tuple[MailRecord, ...]:
    rows = connection.execute(query).all()
    notes = _notes(connection, [row.id for row in rows])
    return tuple(_record(row, notes[row.id]) for row in rows)


def _notes(connection: Connection, ids: Sequence[int]) -> dict[int, list[str]]:
    """What was noted about the actions on these mails, oldest first."""
    notes: dict[int, list[str]] = defaultdict(list)
    query = (
        select(actions.c.mail, actions.c.note, actions.c.undone)
        .where(actions.c.mail.in_(ids), actions.c.note != "")
        .order_by(actions.c.id)
    )
    for mail, note, undone in connection.execute(query):
        notes[mail].append(note if undone is None else f"{note} (taken back)")
    return notes


def _record(row: Row[Any], notes: Sequence[str]) -> MailRecord:
    lies_somewhere = row.uid is not None and row.left_at is None
    return MailRecord(
        id=row.id,
        account=row.account,
        state=row.state,
        subject=row.subject,
        sender=row.sender,
        date=row.date,
        seen=row.seen,
        verdict=row.verdict,
        findings=row.findings,
        decision=row.decision,
        place=key_of(row) if lies_somewhere else None,
        notes=(*notes, row.error) if row.error else tuple(notes),
        draft=row.draft,
        label=row.label,
    )
