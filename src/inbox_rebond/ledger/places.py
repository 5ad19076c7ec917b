"""Where mails lie, as far as the ledger was told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import and_, insert, select, update

from inbox_rebond.domain import MessageKey
from inbox_rebond.ledger.store import insert_once
from inbox_rebond.ledger.tables import mails, places

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection, Row

_other = places.alias("other")
LATEST: Final = places.c.id == (
    select(_other.c.id)
    .where(_other.c.mail == mails.c.id)
    .order_by(_other.c.left_at.is_not(None), _other.c.noted.desc(), _other.c.id.desc())
    .limit(1)
    .correlate(mails)
    .scalar_subquery()
)
"""Joins a mail with its latest place; with one that it left only where there is no other."""


def note(connection: Connection, mail: int, key: MessageKey, now: datetime) -> None:
    """The mail is at this place now, whatever was there before."""
    row = {"mail": mail, "noted": now, "left_at": None}
    spot = {
        "account": key.account,
        "folder": key.folder,
        "uidvalidity": key.uidvalidity,
        "uid": key.uid,
    }
    if insert_once(connection, insert(places).values(**spot, **row)) is None:
        connection.execute(update(places).where(_at(key)).values(**row))


def leave(connection: Connection, key: MessageKey, now: datetime) -> None:
    """The mail is not at this place any more."""
    connection.execute(update(places).where(_at(key)).values(left_at=now))


def settled(
    connection: Connection,
    account: str,
    folder: str,
    uidvalidity: int,
    uids: Sequence[int],
    states: Sequence[str],
) -> set[int]:
    """Those UIDs whose mails are in one of these states."""
    if not uids:
        return set()
    # One range, not a list of thousands of parameters.
    query = (
        select(places.c.uid)
        .join(mails, mails.c.id == places.c.mail)
        .where(
            places.c.account == account,
            places.c.folder == folder,
            places.c.uidvalidity == uidvalidity,
            places.c.uid.between(min(uids), max(uids)),
            mails.c.state.in_(states),
        )
    )
    return set(uids).intersection(connection.scalars(query))


def key_of(row: Row[tuple[object, ...]]) -> MessageKey:
    """The place in a row that has the columns of `places`."""
    return MessageKey(row.account, row.folder, row.uidvalidity, row.uid)


def _at(key: MessageKey) -> ColumnElement[bool]:
    return and_(
        places.c.account == key.account,
        places.c.folder == key.folder,
        places.c.uidvalidity == key.uidvalidity,
        places.c.uid == key.uid,
    )
