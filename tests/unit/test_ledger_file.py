from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from inbox_rebond.domain import (
    Decision,
    Findings,
    Identity,
    Label,
    Mail,
    MessageKey,
    MessageState,
    Verdict,
)
from inbox_rebond.errors import LedgerUnusable
from inbox_rebond.ledger import SqlLedger, open_ledger, open_ledger_url, store
from inbox_rebond.ports import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime(2026, 3, 2, tzinfo=UTC)
POSIX = pytest.mark.skipif(os.name != "posix", reason="modes and limits are POSIX's")

FILL = """
import resource, sys
from datetime import UTC, datetime
from pathlib import Path
from inbox_rebond.domain import Identity, MessageKey
from inbox_rebond.errors import LedgerUnusable
from inbox_rebond.ledger import open_ledger

ledger = open_ledger(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
now = datetime(2026, 3, 2, tzinfo=UTC)
try:
    for uid in range(1, 100_000):
        ledger.claim(MessageKey("main", "INBOX", 7, uid), Identity(str(uid), "f" * 64), now)
        print(uid, flush=True)
except LedgerUnusable as error:
    print(error, file=sys.stderr)
    sys.exit(error.exit_status)
"""

VANISH = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from inbox_rebond.domain import Identity, MessageKey
from inbox_rebond.ledger import open_ledger

ledger = open_ledger(Path(sys.argv[1]))
ledger.claim(MessageKey("main", "INBOX", 7, 1), Identity("a", "f"), datetime.now(UTC))
os._exit(0)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a ledger will be."""
    return tmp_path / "home" / "ledger.sqlite3"


@pytest.fixture
def ledger(path: Path) -> Iterator[SqlLedger]:
    """A ledger with one mail."""
    with closing(open_ledger(path)) as ledger:
        claim(ledger)
        yield ledger


def claim(ledger: SqlLedger, uid: int = 1) -> Claim:
    """Claim the mail with this UID."""
    return ledger.claim(MessageKey("main", "INBOX", 7, uid), Identity(str(uid), "f"), NOW)


def claim_all(ledger: SqlLedger, uids: range) -> None:
    """Claim many mails."""
    for uid in uids:
        claim(ledger, uid)


def test_what_was_written_is_there_after_reopening(path: Path, ledger: SqlLedger) -> None:
    """A second ledger on the same file knows what the first one wrote, while it is open."""
    with closing(open_ledger(path)) as second:
        assert Claim(1, MessageState.CLAIMED, new=False) == claim(second)
    assert not claim(ledger).new


def test_what_was_written_outlives_its_program(path: Path) -> None:
    """A program that ends without closing anything has lost nothing."""
    vanishing = [sys.executable, "-c", VANISH, str(path)]
    subprocess.run(vanishing, check=True)  # noqa: S603 - this very Python
    with closing(open_ledger(path)) as ledger:
        assert ledger.claim(MessageKey("main", "INBOX", 7, 2), Identity("a", "f"), NOW).mail == 1


def test_a_url_opens_the_same_ledger(path: Path, ledger: SqlLedger) -> None:
    """The way for other databases leads to the same tables."""
    ledger.close()
    with closing(open_ledger_url(f"sqlite:///{path}")) as second:
        assert not claim(second).new


@POSIX
def test_only_the_owner_can_read_the_ledger(path: Path) -> None:
    """The folder is made with 0700, the files with 0600; a file that was open to others closes."""
    with closing(open_ledger(path)) as ledger:
        claim(ledger)
        assert path.parent.stat().st_mode & 0o777 == 0o700
        assert {0o600} == {each.stat().st_mode & 0o777 for each in path.parent.iterdir()}
    path.chmod(0o644)
    open_ledger(path).close()
    assert path.stat().st_mode & 0o777 == 0o600


@POSIX
def test_a_folder_of_the_person_keeps_its_mode(path: Path) -> None:
    """A folder that was there before is not ours to close."""
    path.parent.mkdir(mode=0o755)
    path.parent.chmod(0o755)
    open_ledger(path).close()
    assert path.parent.stat().st_mode & 0o777 == 0o755


def test_commits_are_durable_and_keys_are_checked(ledger: SqlLedger) -> None:
    """SQLite runs with WAL, synchronous=FULL and foreign keys."""
    with ledger._store.read() as connection:
        answers = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert answers == ["wal", 2, 1]


def test_garbage_is_no_ledger(path: Path) -> None:
    """A file that is something else is left alone, and the sentence says what to do."""
    path.parent.mkdir()
    path.write_bytes(b"From nobody\r\n" * 500)
    with pytest.raises(LedgerUnusable, match=f"{re.escape(str(path))}.*damaged.*copy"):
        open_ledger(path)
    assert path.read_bytes() == b"From nobody\r\n" * 500


def test_half_a_ledger_is_no_ledger(path: Path, ledger: SqlLedger) -> None:
    """A truncated file is told from a full disk."""
    ledger.close()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(LedgerUnusable, match="damaged"):
        open_ledger(path)


def test_a_folder_is_no_ledger(path: Path) -> None:
    """A path that cannot be a file says so."""
    path.mkdir(parents=True)
    with pytest.raises(LedgerUnusable, match="cannot be opened for writing"):
        open_ledger(path)
    with pytest.raises(LedgerUnusable, match="cannot be opened for writing"):
        open_ledger_url(f"sqlite:///{path}")


def test_a_file_is_no_folder(path: Path) -> None:
    """The folder of a ledger has to be one."""
    path.parent.write_text("")
    with pytest.raises(LedgerUnusable, match="cannot be opened for writing"):
        open_ledger(path)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_read_only_folder_is_told(path: Path) -> None:
    """Without the right to write nothing is begun."""
    path.parent.mkdir(mode=0o500)
    with pytest.raises(LedgerUnusable, match="cannot be opened for writing"):
        open_ledger(path)


def test_a_ledger_that_must_not_be_written_is_told(ledger: SqlLedger) -> None:
    """What SQLite calls read-only is a question of rights."""
    with ledger._store.read() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(LedgerUnusable, match="cannot be opened for writing"):
        claim(ledger, 2)


def test_a_full_disk_is_told_and_undoes_the_step(ledger: SqlLedger) -> None:
    """When there is no room the step has not happened; with room it goes on."""
    with ledger._store.read() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(LedgerUnusable, match=r"disk is full.*Make room"):
        claim_all(ledger, range(2, 10_000))
    written = len(ledger.retries("main", NOW))
    with ledger._store.read() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    assert not claim(ledger, written).new
    assert claim(ledger, written + 1).new


@POSIX
def test_a_limit_on_file_sizes_is_told_and_loses_nothing(path: Path) -> None:
    """The system refuses a write: the sentence names the disk, every earlier mail is there."""
    done = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-c", FILL, path], capture_output=True, text=True, check=False
    )
    assert LedgerUnusable.exit_status == done.returncode
    assert "disk" in done.stderr
    last = int(done.stdout.split()[-1])
    with closing(open_ledger(path)) as ledger:
        assert last == len(ledger.retries("main", NOW))


def test_a_ledger_that_another_program_holds_is_told(
    path: Path, ledger: SqlLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After its patience a writer gives up without having changed anything; readers go on."""
    ledger.close()
    monkeypatch.setattr(store, "_PATIENCE", 0.05)
    with closing(sqlite3.connect(path)) as holder, closing(open_ledger(path)) as waiting:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerUnusable, match="another program"):
            claim(waiting, 2)
        assert waiting.mail(1) is not None
        holder.rollback()
        assert claim(waiting, 2).new


def test_a_date_outside_the_calendar_is_no_date(ledger: SqlLedger) -> None:
    """A Date header whose zone leads before year 1 does not stop the mail."""
    date = datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14)))
    probabilities = dict.fromkeys(Label, 0.1)
    verdict = Verdict(Label.REJECTION, 0.1, (), "test-1", probabilities)
    mail = Mail(Identity("1", "f"), subject="old", date=date)
    ledger.judged(1, mail, verdict, Findings(), Decision.REVIEW, NOW)
    record = ledger.mail(1)
    assert record is not None
    assert (record.subject, record.date) == ("old", None)


def test_an_error_does_not_show_what_is_written(ledger: SqlLedger) -> None:
    """Neither the sentence nor its cause holds content."""
    with ledger._store.read() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(LedgerUnusable) as caught:
        ledger.claim(MessageKey("main", "secret folder", 7, 2), Identity("secret", "f"), NOW)
    assert "secret" not in f"{caught.value} {caught.value.__cause__}"
