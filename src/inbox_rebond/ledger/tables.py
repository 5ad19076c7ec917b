"""The tables. Unique keys say "once"; no query has to.

A change here needs a migration with the next number, and `HEAD` in schema.py.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

from inbox_rebond.domain import Decision, DraftState, Label, LabelSource, MessageState
from inbox_rebond.ledger.codec import FINDINGS, PLACE, VERDICT
from inbox_rebond.ledger.columns import Instant, Value, Words, one_of


class ActionState(StrEnum):
    """Where an action is on its way."""

    INTENDED = "intended"
    DONE = "done"
    ABANDONED = "abandoned"


DEAD_DRAFTS: Final = (DraftState.DISCARDED, DraftState.SUPERSEDED)
"""Drafts in these states leave room for another one."""

metadata: Final = MetaData(
    naming_convention={
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


folders: Final = Table(
    "folders",
    metadata,
    _id(),
    Column("account", String(255), nullable=False),
    Column("folder", Words, nullable=False),
    Column("uidvalidity", BigInteger, nullable=False),
    Column("uid", BigInteger, nullable=False),
    UniqueConstraint("account", "folder", name="one_cursor_a_folder"),
    sqlite_autoincrement=True,
)

applications: Final = Table(
    "applications",
    metadata,
    _id(),
    Column("account", String(255), nullable=False),
    Column("company", Words),
    Column("role", Words),
    Column("company_key", Words),
    Column("role_key", Words),
    Column("opened", Instant, nullable=False),
    # An unknown company or role is NULL, and NULL equals nothing.
    UniqueConstraint("account", "company_key", "role_key", name="one_application_a_post"),
    sqlite_autoincrement=True,
)

threads: Final = Table(
    "threads",
    metadata,
    _id(),
    Column("account", String(255), nullable=False),
    Column("message_id", Words, nullable=False),
    Column("application", ForeignKey("applications.id"), nullable=False),
    UniqueConstraint("account", "message_id", name="one_application_a_thread"),
    sqlite_autoincrement=True,
)

mails: Final = Table(
    "mails",
    metadata,
    _id(),
    Column("account", String(255), nullable=False),
    Column("message_id", Words, nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("state", one_of(MessageState, "state"), nullable=False),
    Column("application", ForeignKey("applications.id")),
    Column("subject", Words, nullable=False),
    Column("sender", Words, nullable=False),
    Column("date", Instant),
    Column("verdict", Value(VERDICT)),
    Column("findings", Value(FINDINGS)),
    Column("decision", one_of(Decision, "decision")),
    Column("seen", Instant, nullable=False),
    Column("changed", Instant, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("retry_at", Instant),
    Column("error", Words, nullable=False),
    UniqueConstraint("account", "message_id", "fingerprint", name="one_mail_an_identity"),
    Index("mails_by_state", "account", "state"),
    sqlite_autoincrement=True,
)

places: Final = Table(
    "places",
    metadata,
    _id(),
    Column("mail", ForeignKey("mails.id"), nullable=False),
    Column("account", String(255), nullable=False),
    Column("folder", Words, nullable=False),
    Column("uidvalidity", BigInteger, nullable=False),
    Column("uid", BigInteger, nullable=False),
    Column("noted", Instant, nullable=False),
    Column("left_at", Instant),
    UniqueConstraint("account", "folder", "uidvalidity", "uid", name="one_mail_a_place"),
    Index("places_by_mail", "mail"),
    sqlite_autoincrement=True,
)

actions: Final = Table(
    "actions",
    metadata,
    _id(),
    Column("mail", ForeignKey("mails.id"), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("payload", JSON, nullable=False),
    Column("state", one_of(ActionState, "state"), nullable=False),
    Column("intended", Instant, nullable=False),
    Column("ended", Instant),
    Column("undone", Instant),
    Column("note", Words, nullable=False),
    Column("place", Value(PLACE)),
    sqlite_autoincrement=True,
)

drafts: Final = Table(
    "drafts",
    metadata,
    _id(),
    Column("action", ForeignKey("actions.id"), nullable=False),
    Column("application", ForeignKey("applications.id"), nullable=False),
    Column("mail", ForeignKey("mails.id"), nullable=False),
    Column("state", one_of(DraftState, "state"), nullable=False),
    Column("message_id", Words, nullable=False),
    Column("to_name", Words, nullable=False),
    Column("to_email", Words, nullable=False),
    Column("subject", Words, nullable=False),
    Column("text", Words, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("place", Value(PLACE)),
    Column("created", Instant, nullable=False),
    UniqueConstraint("action", name="one_draft_an_action"),
    Index("drafts_by_mail", "mail"),
    sqlite_autoincrement=True,
)

labels: Final = Table(
    "labels",
    metadata,
    _id(),
    # What was learnt from a mail goes with its record; an import has none.
    Column("mail", ForeignKey("mails.id", ondelete="CASCADE")),
    Column("account", String(255)),
    Column("key", String(64), nullable=False),
    Column("label", one_of(Label, "label"), nullable=False),
    Column("source", one_of(LabelSource, "source"), nullable=False),
    Column("given", Instant, nullable=False),
    Column("sender", String(64), nullable=False),
    Column("held_back", Boolean, nullable=False),
    Column("example", LargeBinary, nullable=False),
    Index("labels_by_key", "key"),
    Index("labels_by_mail", "mail"),
    sqlite_autoincrement=True,
)

_not_abandoned = actions.c.state != ActionState.ABANDONED
Index(
    "one_action_of_a_kind",
    actions.c.mail,
    actions.c.kind,
    unique=True,
    sqlite_where=_not_abandoned,
    postgresql_where=_not_abandoned,
)
Index(
    "actions_begun",
    actions.c.state,
    sqlite_where=actions.c.state == ActionState.INTENDED,
    postgresql_where=actions.c.state == ActionState.INTENDED,
)

LIVE: Final = drafts.c.state.not_in(DEAD_DRAFTS)
"""A draft that stands for its application."""

Index(
    "one_draft_an_application",
    drafts.c.application,
    unique=True,
    sqlite_where=LIVE,
    postgresql_where=LIVE,
)
# A discarded draft may be written again, and then carries the same Message-ID.
Index(
    "one_draft_a_message_id",
    drafts.c.message_id,
    unique=True,
    sqlite_where=LIVE,
    postgresql_where=LIVE,
)
