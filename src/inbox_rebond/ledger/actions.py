"""The journal: what is meant is written down before it is done, what was done after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from inbox_rebond.domain import (
    Decision,
    History,
    Identity,
    Label,
    LabelSource,
    MessageState,
    SaveDraft,
)
from inbox_rebond.ledger import drafts, mails, places
from inbox_rebond.ledger.codec import (
    FILE,
    REVIEW,
    SAVE_DRAFT,
    UNDO,
    action_of,
    file_of,
    kind_of,
    payload_of,
)
from inbox_rebond.ledger.store import insert_once, new_id
from inbox_rebond.ledger.tables import ActionState, actions, labels
from inbox_rebond.ledger.tables import drafts as draft_table
from inbox_rebond.ledger.tables import mails as mail_table
from inbox_rebond.ports import Filing, Intent

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Any

    from sqlalchemy import ColumnElement, Connection, Row

    from inbox_rebond.domain import Action, Draft, MessageKey


def intend(
    connection: Connection, mail: int, action: Action, draft: Draft | None, now: datetime
) -> int | None:
    """Write an action down before it is done; its id, or None if it is already done.

    An action that was begun before keeps its id and its first draft.
    """
    begun = insert(actions).values(
        mail=mail,
        kind=kind_of(action),
        payload=payload_of(action),
        state=ActionState.INTENDED,
        intended=now,
        note="",
    )
    try:
        with connection.begin_nested():
            intent = new_id(connection, begun)
            if isinstance(action, SaveDraft):
                drafts.propose(connection, intent, mail, draft, now)
            return intent
    except IntegrityError:
        return connection.scalar(
            select(actions.c.id).where(
                actions.c.mail == mail,
                actions.c.kind == kind_of(action),
                actions.c.state == ActionState.INTENDED,
            )
        )


def outcome(
    connection: Connection, intent: int, place: MessageKey | None, note: str, now: datetime
) -> None:
    """Write down that an action is done; a second time changes nothing.

    A File is the last thing that happens to a mail: it finishes the mail too.
    """
    row = _end(connection, intent, ActionState.DONE, place, note, now)
    if row is None:
        return
    if row.kind == FILE:
        places.leave(connection, file_of(row.payload).key, now)
        if place is not None:
            places.note(connection, row.mail, place, now)
        mails.finish(connection, row.mail, now)
        return
    if row.kind == SAVE_DRAFT:
        drafts.placed(connection, intent, place)
    mails.acted(connection, row.mail, now)


def abandon(connection: Connection, intent: int, note: str, now: datetime) -> None:
    """Write down that an action will not be done; it may be meant anew."""
    row = _end(connection, intent, ActionState.ABANDONED, None, note, now)
    if row is not None and row.kind == SAVE_DRAFT:
        drafts.discard(connection, intent)


def unfinished(connection: Connection, account: str) -> tuple[Intent, ...]:
    """Actions that were begun and not ended, oldest first."""
    query = (
        select(
            actions.c.id,
            actions.c.mail,
            actions.c.kind,
            actions.c.payload,
            mail_table.c.message_id.label("mail_message_id"),
            mail_table.c.fingerprint,
            *drafts.CONTENT,
        )
        .join(mail_table, mail_table.c.id == actions.c.mail)
        .outerjoin(draft_table, draft_table.c.action == actions.c.id)
        .where(
            mail_table.c.account == account,
            actions.c.state == ActionState.INTENDED,
            actions.c.kind != UNDO,
        )
        .order_by(actions.c.id)
    )
    return tuple(
        Intent(
            row.id,
            row.mail,
            Identity(row.mail_message_id, row.fingerprint),
            action_of(row.kind, row.payload),
            None if row.data is None else drafts.draft_of(row),
        )
        for row in connection.execute(query)
    )


def reopen(connection: Connection, account: str, now: datetime) -> int:
    """Take up again what was only observed: rejections that nobody began to file.

    Its note is given up with that, so that a mail is taken up once, also when it is gone by now.
    """
    filing = actions.alias("filing")
    begun = exists().where(filing.c.mail == mail_table.c.id, filing.c.kind == FILE)
    theirs = exists().where(
        labels.c.mail == mail_table.c.id,
        or_(labels.c.label != Label.REJECTION, labels.c.source != LabelSource.COMMAND),
    )
    observed = connection.execute(
        select(actions.c.id, actions.c.mail)
        .join(mail_table, mail_table.c.id == actions.c.mail)
        .where(
            mail_table.c.account == account,
            mail_table.c.state == MessageState.DONE,
            mail_table.c.decision == Decision.FILE,
            actions.c.kind == REVIEW,
            actions.c.state == ActionState.DONE,
            ~begun,
            ~theirs,
        )
    ).all()
    for row in observed:
        connection.execute(
            update(actions).where(actions.c.id == row.id).values(state=ActionState.ABANDONED)
        )
        mails.reopen(connection, row.mail, now)
    return len(observed)


def history(connection: Connection, mail: int) -> History:
    """The live draft of the mail's application, and whether the mail was ever filed."""
    filed = connection.scalar(select(actions.c.id).where(_filed(mail)))
    draft, answered = drafts.asked(connection, mail) or (None, None)
    drafted = answered == mail
    return History(None if drafted else draft, drafted=drafted, filed=filed is not None)


def filing(connection: Connection, mail: int) -> Filing | None:
    """The filing of a mail, where it is done and was not taken back."""
    row = connection.execute(
        select(
            actions.c.payload, actions.c.place, mail_table.c.message_id, mail_table.c.fingerprint
        )
        .join(mail_table, mail_table.c.id == actions.c.mail)
        .where(_filed(mail), actions.c.undone.is_(None))
    ).one_or_none()
    if row is None:
        return None
    identity = Identity(row.message_id, row.fingerprint)
    return Filing(file_of(row.payload), identity, row.place)


def undoing(connection: Connection, mail: int, now: datetime) -> None:
    """Write down that a filing is about to be taken back."""
    begun = insert(actions).values(
        mail=mail, kind=UNDO, payload={}, state=ActionState.INTENDED, intended=now, note=""
    )
    insert_once(connection, begun)


def undone(connection: Connection, mail: int, place: MessageKey | None, now: datetime) -> None:
    """Write down that a filing was taken back. It stays done: it is not done again."""
    filed = connection.execute(
        select(actions.c.id, actions.c.place).where(_filed(mail))
    ).one_or_none()
    if filed is not None:
        connection.execute(update(actions).where(actions.c.id == filed.id).values(undone=now))
        if filed.place is not None:
            places.leave(connection, filed.place, now)
    connection.execute(
        update(actions).where(_undoing(mail)).values(state=ActionState.DONE, ended=now)
    )
    if place is not None:
        places.note(connection, mail, place, now)


def put_away(connection: Connection, mail: int) -> bool:
    """Whether the program moved the mail away, or tried to, and nobody took that back."""
    last = connection.execute(
        select(actions.c.undone)
        .where(actions.c.mail == mail, actions.c.kind == FILE)
        .order_by(actions.c.id.desc())
        .limit(1)
    ).one_or_none()
    return last is not None and last.undone is None


def is_undoing(connection: Connection, mail: int) -> bool:
    """Whether taking back a filing was begun and not ended."""
    return connection.scalar(select(actions.c.id).where(_undoing(mail))) is not None


def _undoing(mail: int) -> ColumnElement[bool]:
    return and_(
        actions.c.mail == mail,
        actions.c.kind == UNDO,
        actions.c.state == ActionState.INTENDED,
    )


def _filed(mail: int) -> ColumnElement[bool]:
    """The one filing of a mail that was done, taken back or not."""
    return and_(actions.c.mail == mail, actions.c.kind == FILE, actions.c.state == ActionState.DONE)


def _end(
    connection: Connection,
    intent: int,
    state: ActionState,
    place: MessageKey | None,
    note: str,
    now: datetime,
) -> Row[*tuple[Any, ...]] | None:
    """End an action; what it was, or None if it had ended before."""
    ended = connection.execute(
        update(actions)
        .where(actions.c.id == intent, actions.c.state == ActionState.INTENDED)
        .values(state=state, place=place, note=note, ended=now)
    )
    if ended.rowcount == 0:
        return None
    return connection.execute(
        select(actions.c.mail, actions.c.kind, actions.c.payload).where(actions.c.id == intent)
    ).one()
