"""Brings the tables of a database to the form that this program knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import column, inspect, select, table

from inbox_rebond.errors import LedgerUnusable

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from inbox_rebond.ledger.store import Store

HEAD: Final = "0002"
"""The newest migration: versions are numbers, so that an unknown newer one can be told."""

_VERSION: Final = table("alembic_version", column("version_num"))


def migrate(store: Store) -> None:
    """Run the migrations that are missing, all or none of them.

    Raises LedgerUnusable where a newer program wrote the ledger.
    """
    with store.read() as connection:
        if version(connection) == HEAD:
            return
    with store.write() as connection:
        # Another process may have been faster.
        found = version(connection)
        if found is not None and found > HEAD:
            raise LedgerUnusable(
                f"{store.place}: a newer inbox_rebond wrote this ledger (schema {found}; this "
                f"one knows {HEAD}). Install the newer program again; nothing was changed."
            )
        if found != HEAD:
            upgrade(connection, HEAD)


def version(connection: Connection) -> str | None:
    """The number of the last migration that was run; None in an empty database."""
    if not inspect(connection).has_table(_VERSION.name):
        return None
    return connection.execute(select(_VERSION.c.version_num)).scalar()


def upgrade(connection: Connection, revision: str) -> None:
    """Run the migrations up to `revision` inside the transaction of `connection`."""
    # Alembic takes 0.2 s to import, and nearly every start finds the ledger up to date.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "inbox_rebond.ledger:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
