"""Drafts: one that lives for one application."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import insert, select, update

from inbox_rebond.domain import Address, Draft, DraftState
from inbox_rebond.ledger.tables import LIVE, drafts, mails
from inbox_rebond.ports import DraftRecord

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from inbox_rebond.domain import MessageKey

CONTENT: Final = (
    drafts.c.message_id,
    drafts.c.to_name,
    drafts.c.to_email,
    drafts.c.subject,
    drafts.c.text,
    drafts.c.data,
)
"""The columns that `draft_of` reads."""


def propose(
    connection: Connection, action: int, mail: int, draft: Draft | None, now: datetime
) -> None:
    """Keep a draft before it is put anywhere.

    Raises IntegrityError where the application has one that lives.
    """
    application = connection.scalar(select(mails.c.application).where(mails.c.id == mail))
    if draft is None or application is None:
        raise ValueError(f"mail {mail}: a draft needs its text and a mail about an application")
    connection.execute(
        insert(drafts).values(
            action=action,
            application=application,
            mail=mail,
            state=DraftState.PROPOSED,
            message_id=draft.message_id,
            to_name=draft.to.name,
            to_email=draft.to.email,
            subject=draft.subject,
            text=draft.text,
            data=draft.data,
            created=now,
        )
    )


def placed(connection: Connection, action: int, place: MessageKey | None) -> None:
    """The draft of this action is in the Drafts folder."""
    _from_proposed(connection, action, state=DraftState.PLACED, place=place)


def discard(connection: Connection, action: int) -> None:
    """The draft of this action will not be used."""
    _from_proposed(connection, action, state=DraftState.DISCARDED)


def asked(connection: Connection, mail: int) -> tuple[int, int] | None:
    """The draft that lives for the application of this mail, and the mail that it answers."""
    row = connection.execute(
        select(drafts.c.id, drafts.c.mail)
        .join(mails, mails.c.application == drafts.c.application)
        .where(mails.c.id == mail, LIVE)
    ).one_or_none()
    return None if row is None else (row.id, row.mail)


def records(connection: Connection, account: str | None) -> tuple[DraftRecord, ...]:
    """All drafts, newest first."""
    query = (
        select(
            drafts.c.id,
            drafts.c.mail,
            mails.c.account,
            drafts.c.state,
            drafts.c.place,
            drafts.c.created,
            *CONTENT,
        )
        .join(mails, mails.c.id == drafts.c.mail)
        .order_by(drafts.c.id.desc())
    )
    if account is not None:
        query = query.where(mails.c.account == account)
    return tuple(
        DraftRecord(row.id, row.mail, row.account, row.state, draft_of(row), row.place, row.created)
        for row in connection.execute(query)
    )


def draft_of(row: Row[*tuple[Any, ...]]) -> Draft:
    """The draft in a row that has the columns `CONTENT`."""
    to = Address(row.to_name, row.to_email)
    return Draft(row.message_id, to, row.subject, row.text, row.data)


def _from_proposed(connection: Connection, action: int, **values: object) -> None:
    """Change the draft of an action that nobody else has taken further."""
    connection.execute(
        update(drafts)
        .where(drafts.c.action == action, drafts.c.state == DraftState.PROPOSED)
        .values(**values)
    )
