from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, make_url

from inbox_rebond.domain import Example, Label, LabelSource, Lesson
from inbox_rebond.errors import LedgerUnusable
from inbox_rebond.ledger import open_ledger, schema
from inbox_rebond.ledger.store import Store
from inbox_rebond.ledger.tables import metadata

if TYPE_CHECKING:
    from pathlib import Path


def migrations() -> ScriptDirectory:
    """All migrations, as Alembic sees them."""
    config = Config()
    config.set_main_option("script_location", "inbox_rebond.ledger:migrations")
    return ScriptDirectory.from_config(config)


REVISIONS = [None, *(step.revision for step in reversed([*migrations().walk_revisions()]))]


def definitions(connection: sqlite3.Connection) -> set[str]:
    """Every table and index in SQLite's words, Alembic's own table left out."""
    found = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {" ".join(sql.split()) for (sql,) in found if "alembic_version" not in sql}


def test_the_newest_migration_is_the_head() -> None:
    """`HEAD` is what Alembic finds, so that it need not be asked; numbers grow."""
    assert migrations().get_current_head() == schema.HEAD
    numbers = [int(revision) for revision in REVISIONS if revision is not None]
    assert list(range(1, len(numbers) + 1)) == numbers


@pytest.mark.parametrize("revision", REVISIONS)
def test_every_earlier_ledger_becomes_a_ledger_of_today(
    tmp_path: Path, revision: str | None
) -> None:
    """From each schema the migrations lead to the tables that the queries know."""
    path = tmp_path / "ledger.sqlite3"
    if revision is not None:
        with closing(Store(make_url(f"sqlite:///{path}"))) as store, store.write() as connection:
            schema.upgrade(connection, revision)
    open_ledger(path).close()
    wanted = create_engine("sqlite://")
    metadata.create_all(wanted)
    with wanted.connect() as connection, closing(sqlite3.connect(path)) as migrated:
        raw = connection.connection.driver_connection
        assert raw is not None
        assert definitions(raw) == definitions(migrated)
    wanted.dispose()


def test_labels_come_to_a_ledger_with_mails(tmp_path: Path) -> None:
    """From schema 0001: its mails keep their numbers and can be labelled; labels go with them."""
    path = tmp_path / "ledger.sqlite3"
    with closing(Store(make_url(f"sqlite:///{path}"))) as store, store.write() as connection:
        schema.upgrade(connection, "0001")
        connection.exec_driver_sql(
            "INSERT INTO mails (id, account, message_id, fingerprint, state, subject, sender,"
            " seen, changed, failures, error) VALUES (7, 'main', 'a@mail.example', 'f', 'done',"
            " 'About a', 'robin@acme.example', '2026-03-02', '2026-03-02', 0, '')"
        )
    ledger, now = open_ledger(path), datetime(2026, 3, 3, tzinfo=UTC)
    record, identity = ledger.mail(7), ledger.identity(7)
    assert record is not None
    assert identity is not None
    assert (record.subject, record.label) == ("About a", None)
    said = Lesson(identity, Label.OFFER, LabelSource.COMMAND, "", Example(text=("a",)), mail=7)
    ledger.label(said, now)
    assert [one.mail for one in ledger.labelled()] == [7]
    ledger.close()
    with closing(Store(make_url(f"sqlite:///{path}"))) as store, store.write() as connection:
        connection.exec_driver_sql("DELETE FROM mails WHERE id = 7")
        assert connection.exec_driver_sql("SELECT count(*) FROM labels").scalar() == 0


def test_a_ledger_of_today_is_opened_without_alembic(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The usual start runs no migration and does not import what it would need."""
    path = tmp_path / "ledger.sqlite3"
    open_ledger(path).close()
    monkeypatch.setattr(schema, "upgrade", None)
    open_ledger(path).close()


def test_an_older_program_leaves_a_newer_ledger_alone(tmp_path: Path) -> None:
    """It says which versions meet, and changes nothing."""
    path = tmp_path / "ledger.sqlite3"
    open_ledger(path).close()
    with closing(sqlite3.connect(path)) as newer, newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerUnusable, match=r"newer inbox_rebond.*9999.*Install"):
        open_ledger(path)


def test_a_migration_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    """All tables or none: somebody else's database is as it was."""
    path = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE drafts (id INTEGER)")
    with pytest.raises(LedgerUnusable, match="inbox_rebond's own"):
        open_ledger(path)
    with closing(sqlite3.connect(path)) as other:
        assert {"CREATE TABLE drafts (id INTEGER)"} == definitions(other)
