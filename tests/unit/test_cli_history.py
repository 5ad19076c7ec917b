from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.support.cli import ByTheSubject, Rebond, mail

from inbox_rebond import wiring
from inbox_rebond.cli import history
from inbox_rebond.domain import Decision, Findings, Label, MessageKey
from inbox_rebond.ledger import open_ledger
from inbox_rebond.parse import parse

if TYPE_CHECKING:
    from pathlib import Path

DECISIONS = {Label.REJECTION: Decision.FILE, Label.STATUS_UPDATE: Decision.REVIEW}
NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


@pytest.fixture
def rebond(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Rebond:
    """`rebond` with settings and an empty ledger."""
    monkeypatch.setattr(wiring, "classifier", lambda _: ByTheSubject())
    made = Rebond(tmp_path, monkeypatch, capsys)
    made.configure()
    return made


def _judge(rebond: Rebond, *labels: Label) -> None:
    """Write mails with these labels into the ledger, oldest first."""
    home = rebond.home / "data"
    home.mkdir(exist_ok=True)
    ledger = open_ledger(home / "ledger.sqlite3")
    for uid, label in enumerate(labels, start=1):
        parsed, when = parse(mail(label, number=uid)), NOW + timedelta(minutes=uid)
        claim = ledger.claim(MessageKey("main", "INBOX", 7, uid), parsed.identity, when)
        (verdict,) = ByTheSubject().judge([parsed])
        decision = DECISIONS.get(label, Decision.LEAVE)
        ledger.judged(claim.mail, parsed, verdict, Findings(), decision, when)
        ledger.finish(claim.mail, when)
    ledger.close()


def test_an_empty_log_says_what_to_do(rebond: Rebond) -> None:
    """Before the first pass, the log names the next step."""
    ended = rebond("log")
    assert ended.status == 0
    assert "rebond poll" in ended.out


def test_the_log_leaves_out_what_was_left_alone(rebond: Rebond) -> None:
    """Without --all only mails that something was done with are shown, however far back."""
    _judge(rebond, Label.REJECTION, *[Label.JOB_ALERT] * 20)
    assert [each["label"] for each in rebond("log", "--json", "--limit", 2).json()] == ["rejection"]
    assert len(rebond("log", "--json", "--all").json()) == 21


def test_the_limit_keeps_the_newest(rebond: Rebond) -> None:
    """The newest mails come first."""
    _judge(rebond, *[Label.REJECTION] * 3)
    ids = [each["id"] for each in rebond("log", "--json").json()]
    assert ids == sorted(ids, reverse=True)
    assert [each["id"] for each in rebond("log", "--json", "--limit", 1).json()] == ids[:1]


def test_the_log_shows_verdict_and_evidence(rebond: Rebond) -> None:
    """A line tells the sender, how sure the verdict is, and the sentence that decided."""
    _judge(rebond, Label.REJECTION)
    shown = rebond("log").out
    for word in ("priya.raman", "rejection 96 %", "“Thank you.”", "rebond undo ID"):
        assert word in shown


def test_undo_of_what_is_not_there_is_told(rebond: Rebond) -> None:
    """An ID that the ledger does not know is wrong use, with the way to the right one."""
    ended = rebond("undo", 77)
    assert (ended.status, ended.out) == (2, "")
    assert "rebond log" in ended.err


def test_no_drafts_yet(rebond: Rebond) -> None:
    """An empty list is a sentence for people and an empty list for programs."""
    assert "no draft yet" in rebond("drafts", "list").out
    assert rebond("drafts", "list", "--json").json() == []
    assert rebond("drafts", "show", 1).status == 2


def test_check_goes_on_after_a_fault(rebond: Rebond) -> None:
    """Everything is looked at; the exit status is that of the first fault."""
    found = {line["what"]: line for line in rebond("check", "--json").json()}
    assert {"settings", "model", "templates", "ledger", "main: sign in"} <= set(found)
    assert found["ledger"]["ok"]
    assert (found["main: sign in"]["status"], rebond("check").status) == (69, 69)


def test_poll_of_an_account_that_is_not_there(rebond: Rebond) -> None:
    """A wrong account is wrong use, and the right ones are named."""
    ended = rebond("poll", "--account", "nope")
    assert ended.status == 2
    assert "main" in ended.err


def test_the_review_list_is_what_waits(rebond: Rebond) -> None:
    """Only mails in doubt are shown, until the person has said what they are."""
    assert "Nothing waits for you." in rebond("log", "--review").out
    _judge(rebond, Label.STATUS_UPDATE, Label.REJECTION, Label.JOB_ALERT)
    (waiting,) = rebond("log", "--review", "--json").json()
    assert waiting["decision"] == "review"
    assert "rebond label ID LABEL" in rebond("log", "--review").out
    with closing(open_ledger(rebond.home / "data" / "ledger.sqlite3")) as ledger:
        record = ledger.mail(waiting["id"])
    assert record
    assert history._waits(record)
    assert not history._waits(replace(record, label=Label.STATUS_UPDATE))
