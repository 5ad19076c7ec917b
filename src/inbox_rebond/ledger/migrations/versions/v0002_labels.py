"""0002: the labels that the person gives, and what is kept of the mails to learn from."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_LABEL = (
    "rejection",
    "acknowledgement",
    "assessment",
    "interview",
    "offer",
    "status_update",
    "feedback",
    "outreach",
    "job_alert",
    "other",
)
_SOURCE = ("command", "moved_out", "moved_in", "learn_folder", "import")


def upgrade() -> None:
    """Make the table of labels; with a mail's record its labels go too."""
    op.create_table(
        "labels",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("mail", sa.Integer, sa.ForeignKey("mails.id", ondelete="CASCADE")),
        sa.Column("account", sa.String(255)),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("label", _one_of(_LABEL, "label"), nullable=False),
        sa.Column("source", _one_of(_SOURCE, "source"), nullable=False),
        sa.Column("given", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sender", sa.String(64), nullable=False),
        sa.Column("held_back", sa.Boolean, nullable=False),
        sa.Column("example", sa.LargeBinary, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("labels_by_key", "labels", ["key"])
    op.create_index("labels_by_mail", "labels", ["mail"])


def _one_of(words: tuple[str, ...], name: str) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=20)
