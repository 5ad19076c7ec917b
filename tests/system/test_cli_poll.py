from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.support.cli import ByTheSubject, Rebond, mail
from tests.support.dovecot import PASSWORD

from inbox_rebond import wiring

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.dovecot import Dovecot

pytestmark = pytest.mark.dovecot

ACCOUNT = """\
[accounts.{name}]
host = "127.0.0.1"
port = {port}
security = "none"
username = "{user}"
password = {{ env = "MAIN_PASSWORD" }}
mode = "draft"

"""
PERSON = """\
[person]
name = "Camille Martin"
address = "camille@example.org"
"""


@pytest.fixture
def rebond(
    dovecot: Dovecot,
    user: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Rebond:
    """`rebond` with one account, in which an offer and a rejection have just arrived."""
    monkeypatch.setattr(wiring, "classifier", lambda _: ByTheSubject())
    monkeypatch.setenv("MAIN_PASSWORD", PASSWORD)
    made = Rebond(tmp_path, monkeypatch, capsys)
    made.settings.write_text(
        ACCOUNT.format(name="main", port=dovecot.port, user=user) + PERSON, encoding="utf-8"
    )
    dovecot.deliver(user, "INBOX", mail("offer"))
    dovecot.deliver(user, "INBOX", mail("rejection", "We chose somebody else."))
    return made


def _counts(dovecot: Dovecot, user: str) -> dict[str, int]:
    mailbox = dovecot.connect(user)
    try:
        counts = {name: mailbox.open(name).messages for name in mailbox.folders()}
    finally:
        mailbox.close()
    return {name: count for name, count in counts.items() if count}


def test_poll_files_and_drafts_once(rebond: Rebond, dovecot: Dovecot, user: str) -> None:
    """A rejection is filed and answered with one draft; the second pass finds nothing new."""
    lines = rebond("poll", "--json").lines()
    assert [(line["label"], line["actions"]) for line in lines] == [
        ("offer", []),
        ("rejection", ["save_draft", "file"]),
    ]
    assert rebond("poll").out == "main: nothing new.\n"
    assert _counts(dovecot, user) == {"INBOX": 1, "Drafts": 1, "Rebond/Rejections": 1}


def test_a_dry_run_says_what_a_run_does(rebond: Rebond, dovecot: Dovecot, user: str) -> None:
    """A dry run changes nothing, and the run after it does just that."""
    planned = rebond("poll", "--dry-run", "--json").lines()
    assert _counts(dovecot, user)["INBOX"] == 2
    done = rebond("poll", "--json").lines()
    assert [line["actions"] for line in planned] == [line["actions"] for line in done]


def test_poll_tells_people_what_it_did(rebond: Rebond) -> None:
    """The table shows what something was done with, the last line counts everything."""
    shown = rebond("poll").out
    assert "“We chose somebody else.”" in shown
    assert "filed, draft" in shown
    assert "main: 2 new mails, 1 rejection: 1 filed, 1 drafted, 1 left alone." in shown


def test_what_was_filed_can_be_taken_back(rebond: Rebond, dovecot: Dovecot, user: str) -> None:
    """Undo puts the mail back, says where it is, and the next pass leaves it there."""
    rebond("poll")
    (record,) = rebond("log", "--json").json()
    assert record["place"]["folder"] == "Rebond/Rejections"
    ended = rebond("undo", record["id"])
    assert f"Mail {record['id']} is back in INBOX" in ended.out
    rebond("poll")
    assert _counts(dovecot, user)["INBOX"] == 2
    assert rebond("undo", record["id"]).status == 2


def test_a_draft_can_be_read(rebond: Rebond) -> None:
    """The draft is shown with its recipient, its text and where it lies."""
    rebond("poll")
    (draft,) = rebond("drafts", "list", "--json").json()
    assert draft["to"] == "priya.raman@halden-optics.example"
    shown = rebond("drafts", "show", draft["id"]).out
    for word in ("priya.raman@halden-optics.example", "Drafts", "Camille Martin"):
        assert word in shown


def test_one_failing_account_does_not_stop_the_others(
    rebond: Rebond, dovecot: Dovecot, user: str
) -> None:
    """Every account has its turn; the status is that of the first failure."""
    accounts = ACCOUNT.format(name="away", port=1, user="x@example.org")
    accounts += ACCOUNT.format(name="main", port=dovecot.port, user=user)
    rebond.settings.write_text(accounts + PERSON, encoding="utf-8")
    ended = rebond("poll")
    assert (ended.status, "main: 2 new mails" in ended.out) == (69, True)
    assert "rebond: away: the mail server did not answer" in ended.err


def test_check_finds_all_well(rebond: Rebond) -> None:
    """Where everything works, check ends with 0 and names what it looked at."""
    lines = rebond("check", "--json").json()
    assert [line["says"] for line in lines if not line["ok"]] == []
    assert {"model", "templates", "ledger", "main: sign in", "main: folder", "main: drafts"} <= {
        line["what"] for line in lines
    }


def test_check_tells_in_the_order_in_which_things_happen(rebond: Rebond) -> None:
    """First the sign-in, then what the server offers, then its folders."""
    lines = rebond("check", "--json").json()
    account = [line["what"] for line in lines if line["what"].startswith("main: ")]
    assert account == [
        f"main: {what}" for what in ("sign in", "server", "folder", "rejections", "drafts")
    ]
    said = {line["what"]: line["says"] for line in lines}
    assert said["main: server"] == "has MOVE, UIDPLUS, IDLE"


def test_a_dry_run_of_an_observer_shows_what_could_be(
    rebond: Rebond, dovecot: Dovecot, user: str
) -> None:
    """Where nothing may be done, the plan is that of mode draft, and it says so."""
    settings = rebond.settings.read_text(encoding="utf-8")
    rebond.settings.write_text(settings.replace('"draft"', '"observe"'), encoding="utf-8")
    shown = rebond("poll", "--dry-run").out
    assert "filed, draft" in shown
    assert 'only observes; in mode "draft" this would be done.' in shown
    rebond("poll")
    assert _counts(dovecot, user) == {"INBOX": 2}
    assert rebond("poll", "--dry-run").out == "main: nothing new.\n"
