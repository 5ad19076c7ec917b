"""0001: the first ledger.

A migration is never changed once it was released, so it names everything itself.
"""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_MESSAGE = ("claimed", "judged", "acted", "done", "failed", "quarantined")
_DECISION = ("file", "review", "leave")
_ACTION = ("intended", "done", "abandoned")
_DRAFT = (
    "proposed",
    "placed",
    "approved",
    "sending",
    "sent",
    "refused",
    "uncertain",
    "edited",
    "sent_elsewhere",
    "discarded",
    "superseded",
)


def upgrade() -> None:
    """Make every table of the first ledger."""
    _folders()
    _applications()
    _mails()
    _places()
    _actions()
    _drafts()


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _account() -> sa.Column[str]:
    return sa.Column("account", sa.String(255), nullable=False)


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _instant(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _one_of(words: tuple[str, ...], name: str) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=20)


def _folders() -> None:
    op.create_table(
        "folders",
        _id(),
        _account(),
        _words("folder"),
        sa.Column("uidvalidity", sa.BigInteger, nullable=False),
        sa.Column("uid", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("account", "folder", name="one_cursor_a_folder"),
        sqlite_autoincrement=True,
    )


def _applications() -> None:
    op.create_table(
        "applications",
        _id(),
        _account(),
        sa.Column("company", sa.Text),
        sa.Column("role", sa.Text),
        sa.Column("company_key", sa.Text),
        sa.Column("role_key", sa.Text),
        _instant("opened"),
        sa.UniqueConstraint("account", "company_key", "role_key", name="one_application_a_post"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "threads",
        _id(),
        _account(),
        _words("message_id"),
        sa.Column("application", sa.Integer, sa.ForeignKey("applications.id"), nullable=False),
        sa.UniqueConstraint("account", "message_id", name="one_application_a_thread"),
        sqlite_autoincrement=True,
    )


def _mails() -> None:
    op.create_table(
        "mails",
        _id(),
        _account(),
        _words("message_id"),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("state", _one_of(_MESSAGE, "state"), nullable=False),
        sa.Column("application", sa.Integer, sa.ForeignKey("applications.id")),
        _words("subject"),
        _words("sender"),
        _instant("date", nullable=True),
        sa.Column("verdict", sa.JSON),
        sa.Column("findings", sa.JSON),
        sa.Column("decision", _one_of(_DECISION, "decision")),
        _instant("seen"),
        _instant("changed"),
        sa.Column("failures", sa.Integer, nullable=False),
        _instant("retry_at", nullable=True),
        _words("error"),
        sa.UniqueConstraint("account", "message_id", "fingerprint", name="one_mail_an_identity"),
        sqlite_autoincrement=True,
    )
    op.create_index("mails_by_state", "mails", ["account", "state"])


def _places() -> None:
    op.create_table(
        "places",
        _id(),
        sa.Column("mail", sa.Integer, sa.ForeignKey("mails.id"), nullable=False),
        _account(),
        _words("folder"),
        sa.Column("uidvalidity", sa.BigInteger, nullable=False),
        sa.Column("uid", sa.BigInteger, nullable=False),
        _instant("noted"),
        _instant("left_at", nullable=True),
        sa.UniqueConstraint("account", "folder", "uidvalidity", "uid", name="one_mail_a_place"),
        sqlite_autoincrement=True,
    )
    op.create_index("places_by_mail", "places", ["mail"])


def _actions() -> None:
    op.create_table(
        "actions",
        _id(),
        sa.Column("mail", sa.Integer, sa.ForeignKey("mails.id"), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Column("state", _one_of(_ACTION, "state"), nullable=False),
        _instant("intended"),
        _instant("ended", nullable=True),
        _instant("undone", nullable=True),
        _words("note"),
        sa.Column("place", sa.JSON),
        sqlite_autoincrement=True,
    )
    _partial("one_action_of_a_kind", "actions", ["mail", "kind"], "state != 'abandoned'")
    _partial("actions_begun", "actions", ["state"], "state = 'intended'", unique=False)


def _drafts() -> None:
    op.create_table(
        "drafts",
        _id(),
        sa.Column("action", sa.Integer, sa.ForeignKey("actions.id"), nullable=False),
        sa.Column("application", sa.Integer, sa.ForeignKey("applications.id"), nullable=False),
        sa.Column("mail", sa.Integer, sa.ForeignKey("mails.id"), nullable=False),
        sa.Column("state", _one_of(_DRAFT, "state"), nullable=False),
        _words("message_id"),
        _words("to_name"),
        _words("to_email"),
        _words("subject"),
        _words("text"),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.Column("place", sa.JSON),
        _instant("created"),
        sa.UniqueConstraint("action", name="one_draft_an_action"),
        sqlite_autoincrement=True,
    )
    op.create_index("drafts_by_mail", "drafts", ["mail"])
    live = "(state NOT IN ('discarded', 'superseded'))"
    _partial("one_draft_an_application", "drafts", ["application"], live)
    _partial("one_draft_a_message_id", "drafts", ["message_id"], live)


def _partial(name: str, table: str, columns: list[str], where: str, *, unique: bool = True) -> None:
    """Make an index over some of the rows."""
    condition = sa.text(where)
    op.create_index(
        name, table, columns, unique=unique, sqlite_where=condition, postgresql_where=condition
    )
