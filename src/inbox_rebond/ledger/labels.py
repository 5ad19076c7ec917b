"""The labels that the person gives: the newest of a mail counts, the earlier ones are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select

from inbox_rebond.domain import Identity, Labelled, LabelSource, MessageState
from inbox_rebond.ledger import actions, mails, places
from inbox_rebond.ledger.examples import pack, unpack
from inbox_rebond.ledger.tables import labels
from inbox_rebond.ledger.tables import mails as mail_table
from inbox_rebond.ledger.tables import places as place_table
from inbox_rebond.ports import Trace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from inbox_rebond.domain import Lesson, MessageKey

_newer = labels.alias("newer")
_NEWEST = labels.c.id == (
    select(func.max(_newer.c.id)).where(_newer.c.key == labels.c.key).scalar_subquery()
)


def label(connection: Connection, lesson: Lesson, now: datetime) -> bool:
    """Take in a label; whether it says something new."""
    mail = lesson.mail
    if lesson.place is not None:
        mail = _put(connection, lesson.place, lesson, now)
    newest = connection.scalar(
        select(labels.c.label).where(_NEWEST, labels.c.key == lesson.identity.key)
    )
    if newest is lesson.label:
        return False
    account = connection.scalar(select(mail_table.c.account).where(mail_table.c.id == mail))
    connection.execute(
        insert(labels).values(
            mail=mail,
            account=account,
            key=lesson.identity.key,
            label=lesson.label,
            source=lesson.source,
            given=now,
            sender=lesson.sender,
            held_back=lesson.held_back,
            example=pack(lesson.example),
        )
    )
    return True


def _put(connection: Connection, place: MessageKey, lesson: Lesson, now: datetime) -> int:
    """Note where the person put a mail: it is handled, in their way."""
    claim = mails.claim(connection, place, lesson.identity, now)
    if claim.state is not MessageState.QUARANTINED:
        mails.finish(connection, claim.mail, now)
    if lesson.source is LabelSource.MOVED_OUT:
        actions.undone(connection, claim.mail, place, now)
    return claim.mail


def labelled(connection: Connection) -> Iterator[Labelled]:
    """The newest label of each mail, in the order they were given.

    What is kept in a form that is not known any more is left out.
    """
    for row in connection.execute(select(labels).where(_NEWEST).order_by(labels.c.id)):
        if (example := unpack(row.example)) is not None:
            yield Labelled(
                row.id,
                row.mail,
                row.label,
                row.source,
                row.given,
                row.sender,
                row.held_back,
                example.text,
                example.features,
                example.words,
            )


def since(connection: Connection, when: datetime) -> int:
    """How many labels were given after this time."""
    query = select(func.count()).select_from(labels).where(labels.c.given > when)
    return connection.scalar(query) or 0


def trace(connection: Connection, account: str, identity: Identity) -> Trace | None:
    """Where a mail went."""
    row: Row[Any] | None = connection.execute(
        select(mail_table.c.id.label("traced"), place_table)
        .outerjoin_from(mail_table, place_table, places.LATEST)
        .where(
            mail_table.c.account == account,
            mail_table.c.message_id == identity.message_id,
            mail_table.c.fingerprint == identity.fingerprint,
        )
    ).one_or_none()
    if row is None:
        return None
    seen = row.uid is not None and row.left_at is None
    return Trace(
        mail=row.traced,
        place=places.key_of(row) if seen else None,
        filed=actions.put_away(connection, row.traced),
        undoing=actions.is_undoing(connection, row.traced),
    )


def identity(connection: Connection, mail: int) -> Identity | None:
    """What a mail is."""
    row = connection.execute(
        select(mail_table.c.message_id, mail_table.c.fingerprint).where(mail_table.c.id == mail)
    ).one_or_none()
    return None if row is None else Identity(row.message_id, row.fingerprint)
